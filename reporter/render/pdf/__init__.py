"""The PDF: page one is the brief alone, then contents, documents, tables, timeline, sources and findings.

A briefing becomes HTML (template ``print.html.j2``, sheet ``print.css``), which WeasyPrint lays out in parts: the brief
alone until it fits page one, then all behind the contents, then brief and contents, which now know on which page
everything stands. The pages are joined and written in one go. Whatever WeasyPrint complains of becomes a finding.

    press        HTML → laid out pages          composition   parts with their page numbers → one document
    writing      briefing → briefing.pdf        apart         the same in a process of its own
    complaints   log lines, fonts → findings    attachments   sources → files inside the PDF
    shortcuts    on and off, and for which WeasyPrint      known    what they keep with a style
    tagging      what WeasyPrint's structure tree leaves out of PDF/UA
"""

from __future__ import annotations

import reporter.render.pdf_library  # noqa: F401 - loads WeasyPrint, before any module here does
from reporter.render.pdf.apart import write_pdf
from reporter.render.pdf.complaints import complaint_findings, stand_in_findings
from reporter.render.pdf.press import Press, press

__all__ = ["Press", "complaint_findings", "press", "stand_in_findings", "write_pdf"]
