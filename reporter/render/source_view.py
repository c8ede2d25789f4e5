"""A source as it was read: every used passage marked and anchored, repairs visible, asides dimmed.

The source is cut at every boundary that matters (passages, figures, repairs, line ends) and put together again as
lines of runs of stretches of pieces. Edits are never cut: a boundary inside one is passed over.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby, pairwise
from typing import Literal

from reporter.model import Analysis, Edit, Span
from reporter.render.document_view import page_sentences
from reporter.render.links import source_file
from reporter.render.places import locator_words, sheet_words
from reporter.render.source_lines import Line, PartLink, Piece, Run, SourceView, Stretch
from reporter.render.source_parts import part_starts
from reporter.render.source_pieces import Pieces, bounds_of_lines
from reporter.render.viewpoint import Viewpoint, lang_of

Kind = Literal["text", "heading", "aside"]


@dataclass(frozen=True, slots=True, order=True)
class _Range:
    """A named stretch of the source."""

    start: int
    end: int
    name: str
    used: bool = False


@dataclass(frozen=True, slots=True)
class _Atom:
    """The smallest part: nothing begins or ends inside it."""

    at: int
    line: int
    kind: Kind
    passage: _Range | None
    figure: _Range | None
    anchors: tuple[str, ...]
    piece: Piece

    @property
    def blank(self) -> bool:
        """Whether there is nothing to see, not even marks of the format."""
        return not (self.piece.text + self.piece.original).strip() and not self.anchors

    @property
    def hidden(self) -> bool:
        """Whether there is nothing to see but marks of the format."""
        return self.blank or (self.piece.markup and not self.piece.text.strip() and not self.anchors)


class _Layer:
    """Disjoint ranges, sorted; of two that overlap the later begins where the earlier ends.

    ``covered`` are those of which nothing is left: they keep their place as an anchor.
    """

    def __init__(self, ranges: Iterable[_Range]) -> None:
        self.ranges: list[_Range] = []
        self.covered: list[_Range] = []
        for item in sorted(ranges):
            start = max(item.start, self.ranges[-1].end) if self.ranges else item.start
            if start < item.end:
                self.ranges.append(_Range(start, item.end, item.name, item.used))
            else:
                self.covered.append(item)
        self._starts = [item.start for item in self.ranges]

    def at(self, offset: int) -> _Range | None:
        """The range that holds the offset."""
        index = bisect_right(self._starts, offset) - 1
        return self.ranges[index] if index >= 0 and offset < self.ranges[index].end else None

    def bounds(self) -> Iterator[int]:
        """Where ranges begin and end."""
        for item in self.ranges:
            yield item.start
            yield item.end


def source_pages(
    view: Viewpoint, analysis: Analysis, used: frozenset[str], named: frozenset[str] = frozenset()
) -> Iterator[SourceView]:
    """The pages of a document's source, one a part.

    Args:
        used: the sentences that the briefing quotes beside the document's own page.
        named: further sentences that something leads to.
    """
    document = analysis.document
    starts = part_starts(document.clean)
    parts = tuple(PartLink(number, source_file(document.id, number)) for number in range(1, len(starts) + 1))
    sheet = _Sheet(view, analysis, used, named)
    for number, (start, end) in enumerate(pairwise((*starts, len(document.clean.ledger.source))), 1):
        lines = tuple(sheet.lines(start, end))
        yield SourceView(view.mark(analysis), document.path, number, parts if len(parts) > 1 else (), lines)


class _Sheet:
    """A document's source with all that is marked in it."""

    def __init__(self, view: Viewpoint, analysis: Analysis, used: frozenset[str], named: frozenset[str]) -> None:
        self._strings = view.strings
        self._document = document = analysis.document
        self._ledger = document.clean.ledger
        self._pieces = Pieces(document, view.strings)
        self._passages = _Layer(self._passage_ranges(analysis, used | page_sentences(analysis), named))
        self._figures = _Layer(self._range(item.span, item.id) for item in analysis.indicators)
        self._asides = _Layer(self._range(aside.span, aside.rule) for aside in document.clean.asides)
        self._headings = _Layer(self._heading_ranges())
        self._anchors = self._anchor_places(analysis)
        self._bounds = self._all_bounds()
        self._named: set[str] = set()
        self._place = ""

    def lines(self, start: int, end: int) -> Iterator[Line]:
        """The lines of a part of the source; those without anything to see are left out."""
        for _, group in groupby(self._atoms(start, end), key=lambda atom: atom.line):
            atoms = list(group)
            if not all(atom.blank for atom in atoms):
                yield self._line(atoms)

    # -- what is marked

    def _range(self, span: Span, name: str, *, used: bool = False) -> _Range:
        return _Range(*self._ledger.source_span(span.start, span.end), name, used)

    def _passage_ranges(self, analysis: Analysis, quoted: frozenset[str], named: frozenset[str]) -> Iterator[_Range]:
        """Quoted sentences, those that something leads to, and the cells of real tables, which are no sentences."""
        dated = {event.sentence for event in self._document.events}
        for sentence in self._document.sentences:
            if sentence.id in quoted or sentence.id in named or sentence.id in dated:
                yield self._range(sentence.span, sentence.id, used=sentence.id in quoted)
        for name, span, listed in _cells(analysis):
            if not listed:
                yield self._range(span, name, used=True)

    def _heading_ranges(self) -> Iterator[_Range]:
        if self._document.title.span is not None:
            yield self._range(self._document.title.span, "title")
        for section in self._document.sections:
            yield self._range(section.span, section.id)

    def _anchor_places(self, analysis: Analysis) -> dict[int, tuple[str, ...]]:
        """Ids of places that are no passages of their own, by the source offset where they stand."""
        places: dict[int, tuple[str, ...]] = {}
        found = [(section.id, section.span) for section in self._document.sections]
        found += [(table.id, table.span) for table in analysis.tables]
        found += [(name, span) for name, span, listed in _cells(analysis) if listed]
        offsets = [(self._ledger.source_start(span.start), name) for name, span in found]
        offsets += [(item.start, item.name) for layer in (self._passages, self._figures) for item in layer.covered]
        for start, name in offsets:
            places[start] = (*places.get(start, ()), name)
        return places

    def _all_bounds(self) -> list[int]:
        """Every place where something begins or ends, outside of edits."""
        layers = (self._passages, self._figures, self._asides, self._headings)
        marks = {bound for layer in layers for bound in layer.bounds()} | set(self._anchors)
        marks.update(bounds_of_lines(self._ledger.source))
        edits = self._ledger.edits
        starts = [edit.start for edit in edits]
        outside = {mark for mark in marks if not _inside(edits, starts, mark)}
        return sorted(outside | {bound for edit in edits for bound in (edit.start, edit.end)})

    # -- putting together

    def _atoms(self, start: int, end: int) -> Iterator[_Atom]:
        first, last = bisect_right(self._bounds, start), bisect_right(self._bounds, end - 1)
        line = 0
        for low, high in pairwise((start, *self._bounds[first:last], end)):
            piece, breaks = self._pieces.piece(low, high)
            passage, figure, anchors = self._passages.at(low), self._figures.at(low), self._anchors_in(low, high)
            yield _Atom(low, line, self._kind(low), passage, figure, anchors, piece)
            line += breaks

    def _kind(self, offset: int) -> Kind:
        if self._asides.at(offset):
            return "aside"
        return "heading" if self._headings.at(offset) else "text"

    def _anchors_in(self, low: int, high: int) -> tuple[str, ...]:
        """The anchors of a stretch: those at its beginning, and those inside when it is an edit."""
        if not self._pieces.is_edit(low):
            return self._anchors.get(low, ())
        return tuple(name for at in range(low, high) for name in self._anchors.get(at, ()))

    def _line(self, atoms: list[_Atom]) -> Line:
        text = "".join(atom.piece.text for atom in atoms)
        seen = [atom for atom in atoms if not atom.hidden]
        heading = bool(seen) and all(atom.kind == "heading" for atom in seen)
        place = self._place_of_line((seen or atoms)[0].at)
        return Line(heading, lang_of(self._document, text), tuple(self._runs(atoms)), place, markup=not seen)

    def _place_of_line(self, at: int) -> str:
        """The page or sheet in words, where a line is the first of it."""
        locator = self._document.clean.raw.locator(at, at + 1)
        place = sheet_words(locator, self._strings)
        if not place or place == self._place:
            return ""
        self._place = place
        return place

    def _runs(self, atoms: list[_Atom]) -> Iterator[Run]:
        for (passage, aside), group in groupby(atoms, key=lambda atom: (atom.passage, atom.kind == "aside")):
            name = self._first_time(passage)
            used = passage is not None and passage.used
            yield Run(name, used, aside, tuple(self._stretches(group)), self._place_of(passage) if used else "")

    def _place_of(self, passage: _Range | None) -> str:
        """Where in its file a passage stands, in words."""
        raw = self._document.clean.raw
        if passage is None or not raw.places:
            return ""
        return locator_words(raw.locator(passage.start, passage.end), self._strings)

    def _stretches(self, atoms: Iterable[_Atom]) -> Iterator[Stretch]:
        for figure, group in groupby(atoms, key=lambda atom: atom.figure):
            members = list(group)
            anchors = tuple(name for atom in members for name in atom.anchors)
            pieces = tuple(atom.piece for atom in members if atom.piece.text or atom.piece.original)
            yield Stretch(self._first_time(figure), figure is not None, anchors, pieces)

    def _first_time(self, item: _Range | None) -> str:
        """The range's id where it begins, nothing where it goes on: an id stands once on a page."""
        if item is None or item.name in self._named:
            return ""
        self._named.add(item.name)
        return item.name


def _cells(analysis: Analysis) -> Iterator[tuple[str, Span, bool]]:
    """(id, span, whether the table is a list) of every cell that has a place."""
    for table in analysis.tables:
        for row, cells in enumerate(table.rows, 1):
            for column, cell in enumerate(cells, 1):
                if cell.span is not None:
                    yield f"{table.id}-{row}-{column}", cell.span, table.origin == "list"


def _inside(edits: tuple[Edit, ...], starts: list[int], offset: int) -> bool:
    index = bisect_right(starts, offset) - 1
    return index >= 0 and edits[index].start < offset < edits[index].end
