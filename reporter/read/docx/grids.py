"""A table of the markup → its grid with merged cells, its header rows, and whether it lists data at all."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from reporter.model import Locator
from reporter.read.composer import Grid, GridCell
from reporter.read.docx.blocks import Table, TableCell, paragraphs_of, text_of

# A grid has at most so many positions: a damaged file may claim any number.
_MOST_CELLS = 200_000
# A cell above the first is prose; a table where one in four cells is, or one is above the second, arranges a page.
_LONGEST_CELL = 300
_LONGEST_IN_DATA = 1500
_DIGIT = re.compile(r"\d")
_MOST_HEADER_ROWS = 4
# A cell that says a figure and nothing else; a year may head a column.
_FIGURE = re.compile(r"(?!(?:19|20)\d\d$)[-+－−]?\d[\d,，.]*[%％]?")


@dataclass(frozen=True, slots=True)
class DataTable:
    """A table that lists data: its grid, how many rows head it, and the lines that span its whole width above and
    below as (text, body index)."""

    grid: Grid
    header_rows: int
    above: tuple[tuple[str, int | None], ...]
    below: tuple[tuple[str, int | None], ...]


def data_table(table: Table) -> DataTable | None:
    """The table as data; None where it only arranges text on the page.

    A row of a single cell as wide as the table is a line: above the first other row the caption or unit, below the last
    one a note.
    """
    grid = _grid(table)
    if not grid or not grid[0] or _arranges(table):
        return None
    first, last = 0, len(grid)
    while first < last and _is_line(grid[first]):
        first += 1
    while last > first and _is_line(grid[last - 1]) and not _DIGIT.match(_text(grid[last - 1])):
        last -= 1
    rows = grid[first:last]
    if len(rows) < 2 or len(rows[0]) < 2 or (not table.is_ruled and len(rows) < 3 and not _has_figures(rows)):
        return None
    return DataTable(
        rows,
        min(_header_rows(table, rows, first), len(rows) - 1),
        tuple((_text(grid[at]), table.rows[at].index) for at in range(first)),
        tuple((_text(grid[at]), table.rows[at].index) for at in range(last, len(grid))),
    )


def _grid(table: Table) -> list[list[GridCell | None]]:
    """Rows of equal length; a merged cell is one object, of which the part that goes on shows nothing of its own. None
    at all where the table claims too many positions."""
    grid: list[list[GridCell | None]] = []
    size = 0
    for row in table.rows:
        locator = None if row.index is None else Locator(paragraph=row.index)
        line: list[GridCell | None] = [None] * row.before
        for cell in row.cells:
            above = grid[-1][len(line)] if cell.merge == "goes on" and grid and len(line) < len(grid[-1]) else None
            line += [above or GridCell(text_of(cell.blocks), locator)] * cell.span
        size += len(line)
        if size > _MOST_CELLS:
            return []
        grid.append(line)
    width = max((len(line) for line in grid), default=0)
    if width * len(grid) > _MOST_CELLS:
        return []
    return [line + [None] * (width - len(line)) for line in grid]


def _arranges(table: Table) -> bool:
    """Whether a table arranges text: it holds headings, tables with rows of their own, or long prose."""
    cells = [cell for row in table.rows for cell in row.cells]
    lengths = [length for cell in cells if (length := len(text_of(cell.blocks)))]
    prose = sum(length > _LONGEST_CELL for length in lengths)
    if prose * 4 > len(lengths) or max(lengths, default=0) > _LONGEST_IN_DATA:
        return True
    return any(_holds_structure(cell) for cell in cells)


def _holds_structure(cell: TableCell) -> bool:
    """Whether a cell holds a table, or a heading with text below it; a heading's style alone is only a look."""
    inner = [block for block in cell.blocks if isinstance(block, Table)]
    if any(len(table.rows) > 1 and len(table.rows[0].cells) > 1 for table in inner):
        return True
    paragraphs = [paragraph for paragraph in paragraphs_of(cell.blocks) if paragraph.text.strip()]
    return len(paragraphs) > 1 and any(paragraph.level for paragraph in paragraphs)


def _is_line(row: Sequence[GridCell | None]) -> bool:
    """Whether one cell fills the row."""
    return row[0] is not None and all(cell is row[0] for cell in row)


def _text(row: Sequence[GridCell | None]) -> str:
    return row[0].text if row and row[0] else ""


def _has_figures(rows: Sequence[Sequence[GridCell | None]]) -> bool:
    return any(cell is not None and _DIGIT.match(cell.text.strip()) for row in rows[1:] for cell in row[1:])


def _header_rows(table: Table, rows: Sequence[Sequence[GridCell | None]], skipped: int) -> int:
    """How many rows head the table: those set to repeat; else the rows that a cell of the first row reaches down to
    while another of its cells spans columns that are divided below it. 0 where the markup does not say."""
    stated = 0
    while skipped + stated < len(table.rows) and table.rows[skipped + stated].is_header:
        stated += 1
    if stated:
        return stated
    top = rows[0]
    divided = any(
        top[at] is top[at + 1] is not None and rows[1][at] is not rows[1][at + 1] for at in range(len(top) - 1)
    )
    if not divided:
        return 0
    depth = max(sum(1 for row in rows[:_MOST_HEADER_ROWS] if row[at] is cell) for at, cell in enumerate(top) if cell)
    below = rows[1:depth]
    is_words = not any(cell is not None and _FIGURE.fullmatch(cell.text.strip()) for row in below for cell in row[1:])
    return depth if depth > 1 and is_words else 0
