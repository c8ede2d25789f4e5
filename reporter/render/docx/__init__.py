"""The briefing as a DOCX to edit in Word or WPS: the words of the PDF in real styles, tables and fields."""

from __future__ import annotations

from pathlib import Path

from docx.document import Document

from reporter.config import Config
from reporter.model import Briefing, Finding
from reporter.render.archive import briefing_day, write_archive, xml_text
from reporter.render.catalogue import load_catalogue
from reporter.render.context import Page
from reporter.render.document_view import quoted_sentences
from reporter.render.docx.across import add_across, add_closing
from reporter.render.docx.chapters import add_brief, add_document, add_head
from reporter.render.docx.contents import add_contents
from reporter.render.docx.marks import add_field, add_text
from reporter.render.docx.official import LINE, OFFICIAL_CELL_SIZE, OFFICIAL_LOOKS, write_official
from reporter.render.docx.package import package_bytes
from reporter.render.docx.since import add_changes
from reporter.render.docx.styles import CELL_SIZE, FOOTER, HEADER, LOOKS
from reporter.render.docx.template import Blank, blank_document
from reporter.render.docx.writer import Writer
from reporter.render.gongwen.document import lacking_findings, official_page
from reporter.render.links import PrintLinks
from reporter.render.pages import print_page
from reporter.render.printed_script import printed_script
from reporter.render.printed_tables import LONGEST, shortened_brief_findings, shortened_word_findings
from reporter.render.theme import load_theme
from reporter.render.viewpoint import Viewpoint

__all__ = ["write_docx"]

_LONGEST_PROPERTY = 255
# A theme that has this template prints an official document (GB/T 9704-2012).
OFFICIAL_TEMPLATE = "official.html.j2"


def write_docx(briefing: Briefing, folder: Path, config: Config) -> tuple[Finding, ...]:
    """Write ``briefing.docx`` below the folder. Equal briefings give equal bytes.

    Returns:
        findings on the styles that a template lacks and on tables and sentences that are set in part.

    Raises:
        ConfigurationError: the configured template can't be read.
        RenderError: it is no Word file.
    """
    theme = load_theme(config)
    strings = load_catalogue(theme, config.interface)
    printed = {analysis.document.id: quoted_sentences(analysis) for analysis in briefing.analyses}
    view = Viewpoint(briefing, strings, PrintLinks(printed), printed_script(config), longest=LONGEST)
    official = bool(theme.files(OFFICIAL_TEMPLATE))
    blank = blank_document(config, theme, OFFICIAL_LOOKS if official else LOOKS, config.interface)
    size, row = (OFFICIAL_CELL_SIZE, LINE) if official else (CELL_SIZE, 0.0)
    out = Writer(blank.document, strings, blank.styles, blank.width, size, row)
    if official:
        _add_official(out, view, blank, config)
    else:
        _add_all(out, print_page(view, rows=config.docx.table_rows), blank)
    _describe(blank.document, view.briefing)
    write_archive(package_bytes(blank.document), folder / "briefing.docx", briefing_day(briefing.head.date))
    cut = shortened_brief_findings(briefing, word=True) if official else shortened_word_findings(briefing)
    return (*blank.findings, *out.findings, *cut)


def _add_official(out: Writer, view: Viewpoint, blank: Blank, config: Config) -> None:
    """The official document that the theme's PDF is."""
    date = config.gongwen.date or config.briefing.date
    write_official(out, official_page(view, config.gongwen, date), blank)
    if "pdf" not in config.output.formats:  # which says it too
        out.findings += lacking_findings(config.gongwen, date)


def _add_all(out: Writer, page: Page, blank: Blank) -> None:
    """Brief, contents, what spans the documents, these, and the lists at the end, in the order of the PDF; the running
    lines where a template has none."""
    add_head(out, page.head)
    if page.brief is not None:
        add_brief(out, page.brief)
    contents = out.paragraph()
    if page.changes is not None:
        add_changes(out, page.changes)
    add_across(out, page)
    out.heading(page.t("documents.title"), 1)
    for view in page.documents:
        add_document(out, view)
    add_closing(out, page)
    add_contents(out, contents)
    _add_running_lines(blank, page)


def _add_running_lines(blank: Blank, page: Page) -> None:
    """The title above every page but the first; page number and number of pages below each."""
    section = blank.document.sections[-1]
    if section.header.is_linked_to_previous:
        line = section.header.paragraphs[0]
        line._p.style = blank.styles[HEADER]  # noqa: SLF001 - a template's style may have another name than the look
        add_text(line, page.head.title, page.head.lang)
    if section.footer.is_linked_to_previous:
        footers = [section.footer, section.first_page_footer]
        for footer in footers if section.different_first_page_header_footer else footers[:1]:
            line = footer.paragraphs[0]
            line._p.style = blank.styles[FOOTER]  # noqa: SLF001
            add_field(line, "PAGE", "1")
            line.add_run(" / ")
            add_field(line, "NUMPAGES", "1")


def _describe(document: Document, briefing: Briefing) -> None:
    """The document's own properties: nothing of the machine, no time but the briefing's date."""
    properties = document.core_properties
    day = briefing_day(briefing.head.date)
    properties.title = xml_text(briefing.head.title)[:_LONGEST_PROPERTY]
    properties.subject = xml_text(briefing.head.subtitle or "")[:_LONGEST_PROPERTY]
    properties.author = xml_text(briefing.head.issuer or "")[:_LONGEST_PROPERTY]
    properties.keywords = xml_text("; ".join(term for term, _ in briefing.keywords))[:_LONGEST_PROPERTY]
    properties.comments = properties.last_modified_by = ""
    properties.language = briefing.language
    properties.created = properties.modified = day
    properties.revision = 1
