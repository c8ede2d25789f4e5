"""The briefing as a DOCX to edit in Word or WPS: the words of the PDF in real styles, tables and fields."""

from __future__ import annotations

import io
from pathlib import Path

import docx
from docx.document import Document

from reporter.config import Config
from reporter.model import Briefing, Finding
from reporter.render.archive import briefing_day, write_archive, xml_text
from reporter.render.catalogue import load_catalogue
from reporter.render.context import Page
from reporter.render.document_view import quoted_sentences
from reporter.render.docx.chapters import add_across, add_brief, add_document, add_head
from reporter.render.docx.marks import add_field, add_text
from reporter.render.docx.styles import restyle
from reporter.render.docx.writer import Writer, add_contents
from reporter.render.links import PrintLinks
from reporter.render.pages import print_page
from reporter.render.printed_script import printed_script
from reporter.render.theme import load_theme
from reporter.render.viewpoint import Viewpoint

__all__ = ["document_of", "write_docx"]


def write_docx(briefing: Briefing, folder: Path, config: Config) -> tuple[Finding, ...]:
    """Write ``briefing.docx`` below the folder; no findings. Equal briefings give equal bytes."""
    strings = load_catalogue(load_theme(config), config.language)
    printed = {analysis.document.id: quoted_sentences(analysis) for analysis in briefing.analyses}
    view = Viewpoint(briefing, strings, PrintLinks(printed), printed_script(config))
    document = document_of(print_page(view))
    _describe(document, view.briefing)
    data = io.BytesIO()
    document.save(data)
    write_archive(data.getvalue(), folder / "briefing.docx", briefing_day(briefing.head.date))
    return ()


def document_of(page: Page) -> Document:
    """The document that a page's context makes: brief, contents, documents, what spans them."""
    document = docx.Document()
    restyle(document)
    out = Writer(document, page.t)
    add_head(out, page.head)
    if page.brief is not None:
        add_brief(out, page.brief)
    out.text(page.t("nav.contents"), "TOC Heading").paragraph_format.page_break_before = True
    after_contents = document.add_paragraph()
    out.heading(page.t("documents.title"), 1)
    for view in page.documents:
        add_document(out, view)
    add_across(out, page)
    add_contents(after_contents, out.headings)
    _add_running_lines(document, page)
    return document


def _add_running_lines(document: Document, page: Page) -> None:
    """The title above every page but the first; page number and number of pages below each."""
    section = document.sections[0]
    add_text(section.header.paragraphs[0], page.head.title, page.head.lang)
    for footer in (section.footer, section.first_page_footer):
        line = footer.paragraphs[0]
        line.style = "Footer"
        add_field(line, "PAGE", "1")
        line.add_run(" / ")
        add_field(line, "NUMPAGES", "1")


def _describe(document: Document, briefing: Briefing) -> None:
    """The document's own properties: nothing of the machine, no time but the briefing's date."""
    properties = document.core_properties
    day = briefing_day(briefing.head.date)
    properties.title = xml_text(briefing.head.title)[:255]
    properties.subject = xml_text(briefing.head.subtitle or "")[:255]
    properties.author = xml_text(briefing.head.issuer or "")[:255]
    properties.keywords = xml_text("; ".join(term for term, _ in briefing.keywords))[:255]
    properties.comments = properties.last_modified_by = ""
    properties.language = briefing.language
    properties.created = properties.modified = day
    properties.revision = 1
