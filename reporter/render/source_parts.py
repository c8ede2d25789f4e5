"""Where a long source is cut so that each part makes a page that opens quickly."""

from __future__ import annotations

from bisect import bisect_right

from reporter.model import CleanText

PART_LENGTH = 100_000
_CUTS = ("\n", "。", "；", "，")


def part_starts(clean: CleanText) -> tuple[int, ...]:
    """Where each part of the source begins; one that is short enough has one part, beginning at 0.

    Parts are cut after a line end, else after a sentence or clause end in the second half of the part, else at
    its full length; never inside an edit.
    """
    source = clean.ledger.source
    starts = [0]
    while len(source) - starts[-1] > PART_LENGTH:
        cut = _outside_edits(clean, _cut(source, starts[-1]), starts[-1])
        if cut == len(source):
            break
        starts.append(cut)
    return tuple(starts)


def part_of(starts: tuple[int, ...], offset: int) -> int:
    """The part that holds a source offset, counted from 1."""
    return bisect_right(starts, offset)


def _cut(source: str, start: int) -> int:
    end = start + PART_LENGTH
    for mark in _CUTS:
        found = source.rfind(mark, start + PART_LENGTH // 2, end)
        if found >= 0:
            return found + 1
    return end


def _outside_edits(clean: CleanText, offset: int, start: int) -> int:
    """The offset, moved before the edit that it falls into (behind it, when the edit is as long as the part)."""
    edits = clean.ledger.edits
    index = bisect_right(edits, offset, key=lambda edit: edit.start) - 1
    if index < 0 or not edits[index].start < offset < edits[index].end:
        return offset
    return edits[index].start if edits[index].start > start else edits[index].end
