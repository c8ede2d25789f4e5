"""Where a long source is cut so that each part makes a page that opens quickly."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from itertools import accumulate

from reporter.model import CleanText, Ledger

PART_LENGTH = 100_000
# So many bytes a part's page may be about, beside its frame: text that is dense in figures, cells and repairs is mostly
# marks. What each mark costs was counted on pages of statistics, sheets and web pages.
PART_WEIGHT = 380_000
_STEP = 500
_FIGURE, _SENTENCE, _LINE, _EDIT, _CELL = 35, 55, 30, 95, 75
_SHOWN = 60
_FIGURES = re.compile(r"\d[\d.,]*")
_STOPS = re.compile(r"[。！？；]")
_CUTS = ("\n", "。", "；", "，")


def part_starts(clean: CleanText) -> tuple[int, ...]:
    """Where each part of the source begins; one that is short enough has one part, beginning at 0.

    A part's length is that of its clean text: of what was dropped, a web page's scripts above all, a page shows the
    beginning only. Parts are cut after a line end, else after a sentence or clause end in the second half of the part,
    else at its full length; never inside an edit.
    """
    ledger = clean.ledger
    room = _Room(clean)
    starts, at = [0], 0
    while (end := room.end(at)) < len(ledger.text):
        at = _cut(ledger.text, at, end)
        start = ledger.source_start(at)
        if starts[-1] < start < len(ledger.source):
            starts.append(start)
    return tuple(starts)


def part_of(starts: tuple[int, ...], offset: int) -> int:
    """The part that holds a source offset, counted from 1."""
    return bisect_right(starts, offset)


class _Room:
    """How much of a text fits a page from some place on."""

    def __init__(self, clean: CleanText) -> None:
        marks = sorted((*_edit_costs(clean.ledger), *_cell_costs(clean)))
        self._text = clean.ledger.text
        self._places = [place for place, _ in marks]
        self._costs = [0, *accumulate(cost for _, cost in marks)]

    def end(self, start: int) -> int:
        """The end of what fits, at most a part's length behind the start and a step at least."""
        last = min(start + PART_LENGTH, len(self._text))
        held = 0
        for low in range(start, last, _STEP):
            high = min(low + _STEP, last)
            held += self._weight(low, high)
            if held > PART_WEIGHT and low > start:
                return low
        return last

    def _weight(self, low: int, high: int) -> int:
        text = self._text[low:high]
        marks = self._costs[bisect_left(self._places, high)] - self._costs[bisect_left(self._places, low)]
        figures, stops = len(_FIGURES.findall(text)), len(_STOPS.findall(text))
        own = len(text.encode("utf-8", "replace")) + _FIGURE * figures + _SENTENCE * stops + _LINE * text.count("\n")
        return own + marks


def _edit_costs(ledger: Ledger) -> Iterator[tuple[int, int]]:
    """(place in the clean text, bytes) of each edit that shows what stood there."""
    shift = 0
    for edit in ledger.edits:
        if edit.original.strip():
            yield edit.start + shift, _EDIT + 3 * min(len(edit.original), _SHOWN)
        shift += len(edit.replacement) - (edit.end - edit.start)


def _cell_costs(clean: CleanText) -> Iterator[tuple[int, int]]:
    """(place in the clean text, bytes) of each cell of the tables that the reader found."""
    for table in clean.raw.tables:
        for row in table.rows:
            yield from ((clean.ledger.clean_offset(start), _CELL) for start, end in row if start < end)


def _cut(text: str, start: int, end: int) -> int:
    """The best place to cut in the second half of a stretch."""
    for mark in _CUTS:
        found = text.rfind(mark, start + (end - start) // 2, end)
        if found >= start:
            return found + 1
    return end
