"""Writing the chapters: headings that the contents list, quotations with their marks, notes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from docx.document import Document
from docx.text.paragraph import Paragraph

from reporter.render.catalogue import Catalogue
from reporter.render.docx.marks import (
    add_bookmark,
    add_field,
    add_link,
    add_text,
    bookmark_name,
    close_field,
    open_field,
)
from reporter.render.docx.tables import add_table
from reporter.render.passages import Quote, SourceMark

_LISTED = 2  # levels of headings in the contents


@dataclass(slots=True)
class Writer:
    """Adds to one document, in order; remembers the headings and numbers the bookmarks."""

    document: Document
    t: Catalogue
    headings: list[tuple[int, str, str]] = field(default_factory=list)
    _bookmarks: int = 0

    def heading(self, text: str, level: int, lang: str = "zh-Hans", anchor: str = "") -> None:
        """A heading; one of the first two levels gets an entry in the contents."""
        paragraph = self.document.add_paragraph(style=f"Heading {min(level, 6)}")
        add_text(paragraph, text, lang)
        name = anchor or f"h-{len(self.headings) + 1}"
        if level <= _LISTED:
            self.headings.append((level, text, name))
        if level <= _LISTED or anchor:
            self.bookmark(paragraph, name)

    def bookmark(self, paragraph: Paragraph, anchor: str) -> None:
        """Make the paragraph the place that an anchor names."""
        self._bookmarks += 1
        add_bookmark(paragraph, anchor, self._bookmarks)

    def text(self, text: str, style: str = "Body Text", lang: str = "zh-Hans") -> Paragraph:
        """A paragraph."""
        paragraph = self.document.add_paragraph(style=style)
        add_text(paragraph, text, lang)
        return paragraph

    def quote(self, quote: Quote, *, before: str = "", style: str = "Body Text", marked: bool = False) -> None:
        """A sentence, verbatim; ``marked`` adds its document's mark as a link to where that quotes it."""
        paragraph = self.document.add_paragraph(style=style)
        if before:
            add_text(paragraph, before)
        add_text(paragraph, quote.text, quote.lang)
        if marked:
            add_link(paragraph, quote.mark.label, quote.href.removeprefix("#"))
        if quote.anchor:
            self.bookmark(paragraph, quote.anchor)

    def legend(self, marks: Sequence[SourceMark]) -> None:
        """The documents cited, each a link to its chapter."""
        paragraph = self.document.add_paragraph(style="Facts")
        add_text(paragraph, f"{self.t('brief.sources')}  ")
        for index, mark in enumerate(marks):
            add_link(paragraph, f"{mark.label}{mark.title}", mark.href.removeprefix("#"))
            if index + 1 < len(marks):
                add_text(paragraph, "  ")

    def table(
        self,
        header: Sequence[str],
        rows: Sequence[Sequence[str]],
        *,
        numeric: Sequence[int] = (),
        lang: str = "zh-Hans",
    ) -> None:
        """A table with the distance that text after it needs; nothing without rows."""
        if rows:
            add_table(self.document, header, rows, numeric=numeric, lang=lang)
            self.document.add_paragraph(style="Facts")


def add_contents(place: Paragraph, headings: Sequence[tuple[int, str, str]]) -> None:
    """Put a contents field before a paragraph; page numbers come when a word processor renews it."""
    for index, (level, text, anchor) in enumerate(headings):
        line = place.insert_paragraph_before(style=f"toc {level}")
        if index == 0:
            open_field(line, f'TOC \\o "1-{_LISTED}" \\h \\z \\u', stale=True)
        add_link(line, text, anchor)
        line.add_run("\t")
        add_field(line, f"PAGEREF {bookmark_name(anchor)} \\h")
        if index + 1 == len(headings):
            close_field(line)
