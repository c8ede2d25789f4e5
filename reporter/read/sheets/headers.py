"""How many rows of a table are its header: words above figures, years above figures, merged cells above their parts."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from reporter.read.sheets.cells import SheetCell
from reporter.read.sheets.figures import is_nothing, is_year

GridRow = Sequence[SheetCell | None]

# No table has more header rows; what a column holds is judged by so many rows.
_DEEPEST = 6
_SAMPLE = 200
# What stands beside the numbers of the columns.
_ORDINAL_WORDS = frozenset((*"甲乙丙丁戊己ABCDEF", "栏次", "栏目", "序号", "行次"))
# A header's cell over a column of words is no longer than this, and it fills most of the columns.
_LONGEST = 24
_FILLED = 0.7


def header_depth(grid: Sequence[GridRow]) -> int:
    """How many of the first rows are the header; at least one row is left for data, 0 where there is no header.

    Args:
        grid: rows of equal length, a merged cell the same object wherever it reaches.
    """
    limit = min(len(grid) - 1, _DEEPEST)
    if limit < 1:
        return 0
    figures = _figure_columns(grid)
    depth = _above_figures(grid, figures, limit) if figures else _above_words(grid)
    while 0 < depth < limit and any(_reaches_down(grid, depth, column) for column in range(len(grid[0]))):
        depth += 1
    return depth


def _figure_columns(grid: Sequence[GridRow]) -> list[int]:
    """The columns that hold figures: at least half of what stands in them below the first row."""
    found = []
    for column in range(len(grid[0])):
        cells = [cell for row in grid[1:_SAMPLE] if (cell := row[column]) is not None and not is_nothing(cell.text)]
        figures = sum(cell.is_number for cell in cells)
        if figures and figures * 2 >= len(cells):
            found.append(column)
    return found


def _above_figures(grid: Sequence[GridRow], figures: Sequence[int], limit: int) -> int:
    depth = 0
    while depth < limit and _heads(grid, depth, figures):
        depth += 1
    return depth


def _heads(grid: Sequence[GridRow], at: int, figures: Sequence[int]) -> bool:
    """Whether a row heads the columns of figures: with words, years, or the columns' numbers."""
    cells = [cell for column in figures if (cell := grid[at][column]) is not None]
    if not cells:  # a row that names a group, not columns, unless a merged cell reaches into it
        return at > 0 and any(_reaches_down(grid, at, column) for column in range(len(grid[at])))
    if any(is_nothing(cell.text) for cell in cells):
        return False
    numbers = [cell.text for cell in cells if cell.is_number]
    if not numbers:
        return True
    return _are_years(grid, at, figures, numbers) or (at > 0 and _are_ordinals(grid[at]))


def _are_years(grid: Sequence[GridRow], at: int, figures: Sequence[int], numbers: Sequence[str]) -> bool:
    """Years that differ, above something else."""
    if len(numbers) < 2 or len(set(numbers)) < 2 or not all(map(is_year, numbers)):
        return False
    below = [cell.text for column in figures if (cell := grid[at + 1][column]) is not None]
    return not below or not all(map(is_year, below))


def _are_ordinals(row: GridRow) -> bool:
    """The numbers of the columns: 甲, 1, 2, 3 or (1), (2), (3); three at least, as small figures may follow one
    another by chance."""
    cells = [cell for cell in row if cell is not None]
    plain = [cell.text.strip("()（）") for cell in cells if cell.is_number]
    words = [cell.text for cell in cells if not cell.is_number]
    if len(plain) < 3 or not all(text.isascii() and text.isdigit() and len(text) < 4 for text in plain):
        return False
    return (
        int(plain[0]) < 3
        and all(int(after) == int(before) + 1 for before, after in pairwise(plain))
        and all(word in _ORDINAL_WORDS for word in words)
    )


def _above_words(grid: Sequence[GridRow]) -> int:
    """1 where the first row of a table of words reads like a header, two where it names groups of columns."""
    cells = [cell for cell in grid[0] if cell is not None]
    texts = list(dict.fromkeys(cells))
    if len(cells) < _FILLED * len(grid[0]) or any(len(cell.text) > _LONGEST for cell in cells):
        return 0
    if len({cell.text for cell in texts}) < len(texts):
        return 0
    return 2 if 1 < len(texts) < len(cells) and len(grid) > 2 else 1


def _reaches_down(grid: Sequence[GridRow], row: int, column: int) -> bool:
    """Whether a cell of the row above is merged with this one."""
    return grid[row][column] is not None and grid[row][column] is grid[row - 1][column]
