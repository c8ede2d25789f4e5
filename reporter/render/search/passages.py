"""What of a document can be found: its title, what is stated of it, its headings, its sentences, its tables' rows.

Each passage leads to a place: the title to the document's page, everything else to its anchor in the source.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from reporter.model import Analysis, Document, Span, Table
from reporter.render.source_parts import part_of, part_starts

Kind = Literal["title", "heading", "sentence", "row", "fact"]

# Between the cells of a row: no text runs from one cell into the next.
CELL_JOINT = " | "


@dataclass(frozen=True, slots=True)
class Passage:
    """Words of a document. ``anchor`` is their id in the ``part`` of the source that has them, counted from 1; empty
    where they lead to the document's page."""

    kind: Kind
    text: str
    anchor: str = ""
    part: int = 1


def passages_of(analysis: Analysis) -> tuple[Passage, ...]:
    """The passages of a document: its title, what is stated of it, then headings, sentences and rows in reading order.

    White space inside a passage is one blank; passages without a word are left out.
    """
    document = analysis.document
    head = [Passage("title", document.title.text), *(Passage("fact", fact) for fact in _facts(document))]
    found = (*head, *_body(analysis))
    plain = (Passage(item.kind, " ".join(item.text.split()), item.anchor, item.part) for item in found)
    return tuple(item for item in plain if item.text)


def _facts(document: Document) -> Iterator[str]:
    """What stands at the document's head beside its title."""
    for fact in (document.subtitle, document.number, document.source, *document.authors):
        if fact:
            yield fact


def _body(analysis: Analysis) -> Iterator[Passage]:
    """Headings, sentences and rows in the order of their places."""
    document = analysis.document
    starts = part_starts(document.clean)
    for span, kind, text, anchor in sorted(_places(analysis), key=lambda place: (place[0].start, place[1])):
        yield Passage(kind, text, anchor, part_of(starts, document.clean.ledger.source_start(span.start)))


def _places(analysis: Analysis) -> Iterator[tuple[Span, Kind, str, str]]:
    """(place, kind, text, anchor) of headings, sentences and rows."""
    document = analysis.document
    for section in document.sections:
        yield section.span, "heading", f"{section.number or ''}{section.heading}", section.id
    for sentence in document.sentences:
        yield sentence.span, "sentence", sentence.text, sentence.id
    for table in analysis.tables:
        if table.origin == "table":  # the rows of a list are sentences
            yield from _rows(table)


def _rows(table: Table) -> Iterator[tuple[Span, Kind, str, str]]:
    """The table's header, then its rows, each at its first cell that has a place."""
    yield table.span, "row", CELL_JOINT.join(filter(None, table.header)), table.id
    for number, cells in enumerate(table.rows, 1):
        text = CELL_JOINT.join(cell.text for cell in cells if cell.text)
        placed = [(cell.span, f"{table.id}-{number}-{column}") for column, cell in enumerate(cells, 1) if cell.span]
        span, anchor = placed[0] if placed else (table.span, table.id)
        if span is not None:
            yield span, "row", text, anchor
