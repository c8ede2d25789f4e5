"""Where a long source is cut so that each part makes a page that opens quickly."""

from __future__ import annotations

from bisect import bisect_right

from reporter.model import CleanText

PART_LENGTH = 100_000
_CUTS = ("\n", "。", "；", "，")


def part_starts(clean: CleanText) -> tuple[int, ...]:
    """Where each part of the source begins; one that is short enough has one part, beginning at 0.

    A part's length is that of its clean text: of what was dropped, a web page's scripts above all, a page shows the
    beginning only. Parts are cut after a line end, else after a sentence or clause end in the second half of the part,
    else at its full length; never inside an edit.
    """
    ledger = clean.ledger
    starts, at = [0], 0
    while len(ledger.text) - at > PART_LENGTH:
        at = _cut(ledger.text, at)
        start = ledger.source_start(at)
        if starts[-1] < start < len(ledger.source):
            starts.append(start)
    return tuple(starts)


def part_of(starts: tuple[int, ...], offset: int) -> int:
    """The part that holds a source offset, counted from 1."""
    return bisect_right(starts, offset)


def _cut(text: str, start: int) -> int:
    end = start + PART_LENGTH
    for mark in _CUTS:
        found = text.rfind(mark, start + PART_LENGTH // 2, end)
        if found >= 0:
            return found + 1
    return end
