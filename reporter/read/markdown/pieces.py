"""What of a source is text, piece by piece, and the ledger that drops all between the pieces."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from reporter.model import Edit, Ledger

_BREAKS = re.compile(r"[\r\n]+")
_EMPTY_LINE = re.compile(r"(?:\r\n?|\n)[ \t>]*(?:\r\n?|\n)")


@dataclass(frozen=True, slots=True)
class Piece:
    """``source[start:end]`` is text, or stands for ``shown``; ``before`` is what the markup before it becomes: a line
    end before a block, nothing or a blank within a line, a tab before a cell."""

    start: int
    end: int
    before: str = ""
    shown: str | None = None


def ledger_of(source: str, pieces: Iterable[Piece]) -> Ledger:
    """The ledger that keeps the pieces, which are in order and do not overlap."""
    return Ledger(source, _edits(source, pieces))


def _edits(source: str, pieces: Iterable[Piece]) -> Iterator[Edit]:
    at = 0
    for piece in pieces:
        gap = source[at : piece.start]
        wanted = _between(gap, piece.before) if at else ""
        if gap != wanted and gap:
            yield Edit(at, piece.start, gap, wanted, "md-markup")
        if piece.shown is not None and piece.shown != source[piece.start : piece.end]:
            yield Edit(piece.start, piece.end, source[piece.start : piece.end], piece.shown, "md-entity")
        at = piece.end
    gap = source[at:]
    if gap and not _BREAKS.fullmatch(gap):
        yield Edit(at, len(source), gap, "\n" if _BREAKS.search(gap) else "", "md-markup")


def _between(gap: str, before: str) -> str:
    """What a gap becomes: line ends stay as they are, an empty line in it stays one."""
    if before != "\n":
        return before
    if _BREAKS.fullmatch(gap):
        return gap
    return "\n\n" if _EMPTY_LINE.search(gap) else "\n"
