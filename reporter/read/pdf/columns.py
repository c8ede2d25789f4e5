"""Rows of pieces → the order in which they are read: down one column, then down the next."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from statistics import median

from reporter.read.pdf.lines import Line

_LEAST = 4  # pieces in each column
_CROSSING = 0.4  # of all pieces may cross a gutter (titles, tables)
_FULL = 0.6  # of its column the median piece fills: prose does, cells of a table do not
_LIKE = 0.55  # the narrower column's part of the wider one, by their median pieces
_LONG = 8  # characters of the median piece
_MOST_CANDIDATES = 60

Row = tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Column:
    """Rows that are read one after the other; ``sides`` are the column's edges, None for the page's own."""

    rows: tuple[Row, ...]
    sides: tuple[float, float] | None = None


def columns_of(rows: Sequence[Row]) -> list[Column]:
    """The columns of a page in reading order. What crosses a gutter is read where it stands: the columns above it
    first, those below it afterwards."""
    return _divided(sorted(rows, key=lambda row: row[0].base), None, 0)


def _divided(rows: Sequence[Row], sides: tuple[float, float] | None, depth: int) -> list[Column]:
    gutter = _gutter([piece for row in rows for piece in row]) if depth < 3 else None
    if gutter is None:
        return [Column(tuple(rows), sides)] if rows else []
    columns: list[Column] = []
    for zone, crossed in _zones(rows, gutter):
        if crossed:
            columns.append(Column(tuple(zone), sides))
            continue
        for side in (True, False):
            half = [tuple(piece for piece in row if (piece.left < gutter) == side) for row in zone]
            part = [row for row in half if row]
            columns += _divided(part, _edges(part), depth + 1) if part else []
    return columns


def _edges(zone: Sequence[Row]) -> tuple[float, float]:
    return min(piece.left for row in zone for piece in row), max(piece.right for row in zone for piece in row)


def _zones(rows: Sequence[Row], gutter: float) -> Iterator[tuple[list[Row], bool]]:
    """Rows in a stretch that cross the gutter or do not, from top to bottom."""
    zone: list[Row] = []
    state = False
    low, high = _edges(rows)
    size = median(piece.size for row in rows for piece in row)
    for row, below in zip(rows, [*rows[1:], ()], strict=True):
        over = _stands_over(row, below, (low + high) / 2, size) and (state or not zone)
        crossed = over or any(piece.left < gutter < piece.right for piece in row)
        if zone and crossed != state:
            yield zone, state
            zone = []
        state = crossed
        zone.append(row)
    if zone:
        yield zone, state


def _stands_over(row: Row, below: Row, middle: float, size: float) -> bool:
    """Whether a row is a title over all columns, though too short to cross a gutter: in the page's middle, larger or
    well above the next."""
    centre = (row[0].left + row[0].right) / 2
    apart = bool(below) and below[0].base - row[0].base > 2.6 * row[0].size
    return len(row) == 1 and (apart or row[0].size > 1.12 * size) and abs(centre - middle) < row[0].size


def _gutter(pieces: Sequence[Line]) -> float | None:
    """Where the clear strip between two columns of prose is; None where there is none."""
    if len(pieces) < 2 * _LEAST:
        return None
    low, high = min(piece.left for piece in pieces), max(piece.right for piece in pieces)
    lefts = sorted({round(piece.left, 1) for piece in pieces if piece.left > low + 0.2 * (high - low)})
    step = max(1, len(lefts) // _MOST_CANDIDATES)
    best: tuple[int, float] | None = None
    for left in lefts[::step]:
        at = left - 1.0
        crossing = sum(piece.left < at < piece.right for piece in pieces)
        if (best is None or crossing < best[0]) and _parts(pieces, at, crossing):
            best = (crossing, at)
    return best[1] if best else None


def _parts(pieces: Sequence[Line], at: float, crossing: int) -> bool:
    """Whether a strip parts two columns of prose of like width."""
    left = [piece for piece in pieces if piece.right <= at]
    right = [piece for piece in pieces if piece.left >= at]
    if min(len(left), len(right)) < _LEAST or crossing > _CROSSING * len(pieces):
        return False
    if at - max(piece.right for piece in left) < 0.5 * median(piece.size for piece in left):
        return False
    first, second = max(piece.box[3] for piece in left), min(piece.box[1] for piece in right)
    narrower = min(_width(left), _width(right))
    medians = [median(piece.right - piece.left for piece in side) for side in (left, right)]
    return (
        second < first
        and min(medians) >= max(_LIKE * max(medians), _FULL * narrower)
        and all(median(len(piece.text) for piece in side) >= _LONG for side in (left, right))
    )


def _width(side: Sequence[Line]) -> float:
    return max(piece.right for piece in side) - min(piece.left for piece in side)
