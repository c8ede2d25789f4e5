"""Cells of tables: a place in the document and the text that stands there."""

from __future__ import annotations

from reporter.model.document import Cell, Document
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
