"""Cells of tables: a place in the document and the text that stands there; the section of a place."""

from __future__ import annotations

from bisect import bisect_right

from reporter.model.document import Cell, Document, Section
from reporter.model.text import Span

EMPTY_CELL = Cell("", None)

_EDGE = " \t\n\r　，。；：、:;,"


def cell(document: Document, span: Span) -> Cell:
    """The cell of a place: its text is what stands there, word for word."""
    return Cell(span.of(document.text), span)


def trimmed(text: str, span: Span, edge: str = _EDGE) -> Span:
    """The span without separators and white space at its ends; an empty one at its start where nothing else is in
    it."""
    start, end = span.start, span.end
    while start < end and text[start] in edge:
        start += 1
    while end > start and text[end - 1] in edge:
        end -= 1
    return Span(start, end)


def section_before(document: Document, start: int) -> Section | None:
    """The last section whose heading begins at a place or before it; None before the first."""
    index = bisect_right(document.sections, start, key=lambda section: section.span.start)
    return document.sections[index - 1] if index else None
