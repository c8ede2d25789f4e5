"""A PDF of very many pages in several files: which pieces stand in which, and what the files are called.

Pages are numbered through all of them, and the files one after the other are what one file would be.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise

from reporter.render.context import PrintedPart

FIRST = "briefing.pdf"


@dataclass(frozen=True, slots=True)
class Volume:
    """A file: its number, its pieces by their places among all, the number of the first of their pages (the front of
    the first file stands before it), how many pages they have."""

    number: int
    pieces: range
    first: int
    pages: int

    @property
    def file(self) -> str:
        """Its name."""
        return FIRST if self.number == 1 else f"briefing-{self.number}.pdf"


def cuts(lengths: Sequence[int], leading: int, front: int, limit: int) -> tuple[range, ...]:
    """The pieces of each file.

    Args:
        lengths: how many pages each piece has.
        leading: how many pieces stand before the documents; these stay with the front.
        front: how many pages brief and contents take.
        limit: how many pages a file may have. One that holds a single piece may have more, and so may the first.

    Returns:
        One range where all have room in one file; else the first file, and as few others as can be, of about the same
        length.
    """
    rest = lengths[leading:]
    if front + sum(lengths) <= limit or not rest:
        return (range(len(lengths)),)
    count = len(_filled(rest, limit))
    evenly = bisect_left(range(limit), -count, key=lambda length: -len(_filled(rest, length)))
    return (range(leading), *(range(leading + start, leading + stop) for start, stop in _filled(rest, evenly)))


def _filled(lengths: Sequence[int], limit: int) -> list[tuple[int, int]]:
    """Neighbours in groups that are filled up to a limit, one after the other: first and behind the last of each."""
    starts, filled = [0], 0
    for at, length in enumerate(lengths):
        if at > starts[-1] and filled + length > limit:
            starts.append(at)
            filled = 0
        filled += length
    return list(pairwise([*starts, len(lengths)]))


def placed(ranges: Sequence[range], lengths: Sequence[int], front: int) -> tuple[Volume, ...]:
    """The files with the numbers of their pages, behind so many pages in front."""
    starts = [front + 1, *(front + 1 + before for before in accumulate(lengths))]
    return tuple(
        Volume(number, pieces, starts[pieces.start], starts[pieces.stop] - starts[pieces.start])
        for number, pieces in enumerate(ranges, 1)
    )


def parts_of(volumes: Sequence[Volume]) -> tuple[PrintedPart, ...]:
    """The files as the contents list them; none where there is one."""
    if len(volumes) == 1:
        return ()
    starts = (1, *(volume.first for volume in volumes[1:]))
    return tuple(
        PrintedPart(volume.number, volume.file, start, volume.first + volume.pages - 1)
        for volume, start in zip(volumes, starts, strict=True)
    )
