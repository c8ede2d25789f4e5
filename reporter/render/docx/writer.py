"""Writing the chapters: headings that the contents list, quotations with their marks, captions, tables, notes."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from copy import deepcopy
from dataclasses import dataclass, field
from functools import cache
from html import escape
from typing import cast

from docx.blkcntnr import BlockItemContainer
from docx.document import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.oxml.text.paragraph import CT_P
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.text.paragraph import Paragraph

from reporter.model import Finding
from reporter.render.catalogue import Catalogue
from reporter.render.docx.marks import (
    add_bookmark,
    add_field,
    add_link,
    add_small,
    add_text,
)
from reporter.render.docx.styles import BODY, CAPTION, CELL, CELL_HEAD, CELL_SIZE, FACTS
from reporter.render.docx.tables import CellText, Setting, add_table
from reporter.render.passages import Quote, SourceMark

LISTED = 2  # levels of headings in the contents
_DEEPEST = 6
_NUMBERED = re.compile(r"附?表\s*[0-9０-９一二三四五六七八九十]|Table\s*\d", re.IGNORECASE)


@dataclass(slots=True)
class Writer:
    """Adds to one document, in order; remembers the headings, numbers the bookmarks and the tables.

    ``styles`` are the ids of the looks' styles, ``width`` is that of the type area in millimetres, ``cell_size``
    that of the type of cells in points, ``row_height`` what a row of a table takes at least.
    """

    document: Document
    t: Catalogue
    styles: Mapping[str, str]
    width: float
    cell_size: float = CELL_SIZE
    row_height: float = 0.0
    headings: list[tuple[int, str, str, str]] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)
    _bookmarks: int = 0
    _captions: int = 0
    _body: BlockItemContainer = field(init=False)
    _end: BaseOxmlElement = field(init=False)

    def __post_init__(self) -> None:
        """Find the body and its end once: before its last section's properties all is added."""
        self._body, self._end = self.document._body, self.document.element.body.sectPr  # noqa: SLF001

    def paragraph(self, style: str = BODY) -> Paragraph:
        """An empty paragraph in the style of a look: a copy, which python-docx would take ten times as long to make."""
        made = deepcopy(_styled(self.styles[style]))
        self._end.addprevious(made)
        return Paragraph(made, self._body)

    def heading(self, text: str, level: int, lang: str = "zh-Hans", anchor: str = "") -> None:
        """A heading; one of the first two levels gets an entry in the contents."""
        paragraph = self.paragraph(f"Heading {min(level, _DEEPEST)}")
        add_text(paragraph, text, lang)
        name = anchor or f"h-{len(self.headings) + 1}"
        if level <= LISTED:
            self.headings.append((level, text, name, lang))
        if level <= LISTED or anchor:
            self.bookmark(paragraph, name)

    def bookmark(self, paragraph: Paragraph, anchor: str) -> None:
        """Make the paragraph the place that an anchor names."""
        self._bookmarks += 1
        add_bookmark(paragraph, anchor, self._bookmarks)

    def text(self, text: str, style: str = BODY, lang: str = "zh-Hans") -> Paragraph:
        """A paragraph."""
        paragraph = self.paragraph(style)
        add_text(paragraph, text, lang)
        return paragraph

    def lead(self, text: str, lang: str = "zh-Hans") -> Paragraph:
        """A line of small print that introduces what follows and stays on its page."""
        paragraph = self.text(text, FACTS, lang)
        paragraph.paragraph_format.keep_with_next = True
        return paragraph

    def quote(self, quote: Quote, *, before: str = "", style: str = BODY, marked: bool = False) -> None:
        """A sentence, verbatim; ``marked`` adds its document's mark as a link to where that quotes it."""
        paragraph = self.paragraph(style)
        if before:
            add_text(paragraph, before)
        add_text(paragraph, quote.text, quote.lang)
        if marked:
            add_small(paragraph, quote.whose, quote.lang)
            add_link(paragraph, quote.mark.label, target(quote.href), raised=True)
        if quote.anchor:
            self.bookmark(paragraph, quote.anchor)

    def cited(self, lead: str, marks: Sequence[SourceMark], joint: str = "  ", more: str = "") -> None:
        """Documents by mark and title, each a link to its chapter, between the words before and after them."""
        paragraph = self.paragraph(FACTS)
        add_text(paragraph, lead)
        for index, mark in enumerate(marks):
            add_link(paragraph, f"{mark.label}{mark.title}", target(mark.href), lang=mark.lang)
            if index + 1 < len(marks):
                add_text(paragraph, joint)
        if more:
            add_text(paragraph, more)

    def caption(self, text: str, lang: str, anchor: str = "", *, continued: bool = False) -> None:
        """A numbered caption of the table that follows; the number is a field that Word counts anew. A caption that has
        a number of its own (表3-1 …) keeps that alone, a continued table the number of the one before."""
        paragraph = self.paragraph(CAPTION)
        if not _NUMBERED.match(text):
            self._captions += not continued
            label = self.t("table.untitled")
            add_text(paragraph, f"{label} ")
            switch = "\\c" if continued else "\\* ARABIC"
            add_field(paragraph, f"SEQ {label} {switch}", str(self._captions))
            add_text(paragraph, "\u3000")
        add_text(paragraph, text, lang)
        if anchor:
            self.bookmark(paragraph, anchor)

    def table(
        self,
        header: Sequence[CellText],
        rows: Sequence[Sequence[CellText]],
        *,
        numeric: Sequence[int] = (),
        lang: str = "zh-Hans",
        after: str = "",
        style: str = FACTS,
    ) -> None:
        """A table with the distance that text after it needs, or with words ``after`` it, in the style of a look;
        nothing without rows."""
        if rows:
            looks = self.styles[CELL_HEAD], self.styles[CELL]
            setting = Setting(*looks, self.width, numeric, lang, self.cell_size, self.row_height)
            add_table(self.document, header, rows, setting)
            self.text(after, style)


def target(href: str) -> str:
    """The anchor of a link inside the document."""
    return href.removeprefix("#")


@cache
def _styled(style: str) -> CT_P:
    """An empty paragraph in the style of an id, to be copied."""
    properties = f'<w:pPr><w:pStyle w:val="{escape(style)}"/></w:pPr>'
    return cast("CT_P", parse_xml(f"<w:p {nsdecls('w')}>{properties}</w:p>"))
