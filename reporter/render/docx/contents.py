"""The contents of the DOCX: heading, field and entries in one block, as Word's own gallery makes them."""

from __future__ import annotations

from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph

from reporter.render.docx.marks import (
    add_field,
    add_link,
    add_text,
    bookmark_name,
    close_field,
    element,
    open_field,
    right_tab,
)
from reporter.render.docx.styles import CONTENTS_HEADING, FACTS
from reporter.render.docx.writer import LISTED, Writer

_GALLERY = "Table of Contents"  # by which Word and WPS know the block and offer to renew it (17.5.2)


def add_contents(out: Writer, place: Paragraph) -> None:
    """Put the contents around a paragraph, which becomes their last, empty one; without headings only it stays. They
    have pages of their own, as in the PDF.

    The block (17.5.2) holds the heading too: LibreOffice makes a section of its own of a field of contents and
    would leave a heading outside it alone at the foot of the page before. Page numbers come when a word processor
    renews the field; a line that says so stands in the field, so that it goes as they come.
    """
    if not out.headings:
        return
    following = place._p.getnext()  # noqa: SLF001 - python-docx has no words for neighbours
    if following is not None and following.tag == qn("w:p"):
        Paragraph(following, place._parent).paragraph_format.page_break_before = True  # noqa: SLF001
    _wrap(place)
    heading = place.insert_paragraph_before()
    heading._p.style = out.styles[CONTENTS_HEADING]  # noqa: SLF001 - by its id, as everywhere here
    heading.paragraph_format.page_break_before = True
    add_text(heading, out.t("nav.contents"))
    note = place.insert_paragraph_before()
    note._p.style = out.styles[FACTS]  # noqa: SLF001
    open_field(note, f'TOC \\o "1-{LISTED}" \\h \\z \\u', stale=True)
    add_text(note, out.t("contents.stale"))
    for level, text, anchor, lang in out.headings:
        _add_entry(out, place.insert_paragraph_before(), level, text, anchor, lang)
    close_field(place)


def _wrap(place: Paragraph) -> None:
    """Put a block of contents where the paragraph is, and the paragraph into it."""
    part = element("docPartObj")
    part.append(element("docPartGallery", val=_GALLERY))
    part.append(element("docPartUnique"))
    properties, content, block = element("sdtPr"), element("sdtContent"), element("sdt")
    properties.append(element("id", val="1"))
    properties.append(part)
    block.append(properties)
    block.append(content)
    place._p.addprevious(block)  # noqa: SLF001 - python-docx has no words for blocks
    content.append(place._p)  # noqa: SLF001


def _add_entry(out: Writer, line: Paragraph, level: int, text: str, anchor: str, lang: str) -> None:
    line._p.style = out.styles[f"toc {level}"]  # noqa: SLF001
    right_tab(line, out.width)  # without dots, which would lead to no number; Word puts them in with the numbers
    add_link(line, text, anchor, lang=lang)
    line.add_run("\t")
    add_field(line, f"PAGEREF {bookmark_name(anchor)} \\h")
