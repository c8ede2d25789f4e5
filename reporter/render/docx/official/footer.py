"""Page numbers of an official document: — 1 —, on the outer side, one character in (GB/T 9704-2012, 7.5)."""

from __future__ import annotations

from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.section import _Footer
from docx.shared import Pt

from reporter.render.docx.marks import add_field, add_text
from reporter.render.docx.official.styles import SIZE_4
from reporter.render.docx.styles import FOOTER
from reporter.render.docx.template import Blank

_LEFT, _CENTRE, _RIGHT = WD_ALIGN_PARAGRAPH.LEFT, WD_ALIGN_PARAGRAPH.CENTER, WD_ALIGN_PARAGRAPH.RIGHT


def add_page_numbers(blank: Blank, numbering: str) -> None:
    """Number the pages on outer sides, in the centre or not at all; a template's own footers stay."""
    section = blank.document.sections[-1]
    if numbering == "none" or not section.footer.is_linked_to_previous:
        return
    if numbering == "centre":
        _number(blank, section.footer, _CENTRE)
        return
    blank.document.settings.odd_and_even_pages_header_footer = True
    _number(blank, section.footer, _RIGHT)
    _number(blank, section.even_page_footer, _LEFT)


def _number(blank: Blank, footer: _Footer, side: WD_ALIGN_PARAGRAPH) -> None:
    line = footer.paragraphs[0]
    line._p.style = blank.styles[FOOTER]  # noqa: SLF001 - a template's style may have another name than the look
    line.alignment = side
    if side == _RIGHT:
        line.paragraph_format.right_indent = Pt(SIZE_4)
    if side == _LEFT:
        line.paragraph_format.left_indent = Pt(SIZE_4)
    add_text(line, "— ")
    add_field(line, "PAGE", "1")
    add_text(line, " —")
