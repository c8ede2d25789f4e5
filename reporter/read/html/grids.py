"""Rows of cells → a rectangle of places: spans resolved, spacing dropped, title and unit rows taken off the top."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

Place = tuple[int, int]
Grid = tuple[tuple[Place, ...], ...]
"""Places in the source by row and column, (0, 0) where nothing stands."""

# A table has at most so many cells: a page may claim any number.
_MOST_CELLS = 100_000
# Above the header stand at most so many rows with a title, a unit, a date.
_MOST_BANNERS = 3
_UNIT = re.compile(r"[\s（(]*(?:计量|計量)?(?:单位|單位|计价|金额)\s*[：:]")
_EMPTY = (0, 0)


@dataclass(slots=True)
class Cell:
    """A cell with its spans and where its text stands (``length`` 0: it has none)."""

    rowspan: int
    colspan: int
    is_header: bool
    start: int = 0
    end: int = 0
    length: int = 0


@dataclass(slots=True)
class Row:
    """A row: where it begins, whether a thead holds it, whether it is hidden, its cells."""

    start: int
    in_head: bool = False
    is_hidden: bool = False
    cells: list[Cell] = field(default_factory=list)


def grid_of(rows: Sequence[Row]) -> Grid:
    """Cells as places, each repeated over what it spans, rows filled up to equal length; empty when the cells claim
    more than a table holds. Where two cells claim a place the first has it."""
    places: dict[tuple[int, int], Place] = {}
    width = 0
    for y, row in enumerate(rows):
        x = 0
        for cell in row.cells:
            while (y, x) in places:
                x += 1
            down, right = min(cell.rowspan, len(rows) - y), cell.colspan
            if len(places) + down * right > _MOST_CELLS:
                return ()
            for dy in range(down):
                for dx in range(right):
                    places.setdefault((y + dy, x + dx), (cell.start, cell.end) if cell.length else _EMPTY)
            x += cell.colspan
            width = max(width, x) if cell.length else width
    return tuple(tuple(places.get((y, x), _EMPTY) for x in range(width)) for y in range(len(rows)))


def without_spacing(grid: Grid, rows: Sequence[Row]) -> tuple[Grid, list[Row]]:
    """The grid without rows and columns that hold nothing or the very cells of the one before, and its rows."""
    kept = [y for y, row in enumerate(grid) if any(cell != _EMPTY for cell in row) and (not y or row != grid[y - 1])]
    columns = list(zip(*(grid[y] for y in kept), strict=True))
    wanted = [
        x
        for x, column in enumerate(columns)
        if any(cell != _EMPTY for cell in column) and (not x or column != columns[x - 1])
    ]
    return tuple(tuple(grid[y][x] for x in wanted) for y in kept), [rows[y] for y in kept]


def without_banners(source: str, grid: Grid, rows: Sequence[Row]) -> tuple[Grid, list[Row], Place | None]:
    """The grid without the rows above its header that hold only a title or a unit, its rows, and the title's place."""
    caption: Place | None = None
    count = 0
    while count < min(_MOST_BANNERS, len(grid) - 2):
        cells = list(dict.fromkeys(cell for cell in grid[count] if cell != _EMPTY))
        units = [cell for cell in cells if _UNIT.match(source, *cell)]
        others = [cell for cell in cells if cell not in units]
        if len(others) > 1 or (len(cells) == len(grid[0]) and len(cells) > 1) or (len(others) == 1 and caption):
            break
        caption = others[0] if others else caption
        count += 1
    left, kept = without_spacing(grid[count:], rows[count:]) if count else (grid, list(rows))
    return left, kept, caption
