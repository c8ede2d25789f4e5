"""Tables over page breaks: rows that stand alone on their page, and rows that the break cuts in two."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from reporter.read.pdf.content import box_of
from reporter.read.pdf.gridding import FIGURE, CellBlock, TableBlock, between
from reporter.read.pdf.lines import Line

_LONGEST = 24  # characters of a cell of a row that stands alone


def fitting_row(table: TableBlock, pieces: Sequence[Line]) -> TableBlock | None:
    """A row of pieces as a table of one row, if each falls into a column of its own of that table; else None."""
    columns = [[cell.box for row in table.cells if (cell := row[index])] for index in range(len(table.cells[0]))]
    spans = [(min(box[0] for box in column), max(box[2] for box in column)) for column in columns if column]
    if len(spans) != len(columns) or any(len(piece.text) > _LONGEST for piece in pieces):
        return None
    row: list[CellBlock | None] = [None] * len(columns)
    for piece in pieces:
        under = [at for at, (low, high) in enumerate(spans) if min(high, piece.right) > max(low, piece.left)]
        if len(under) != 1 or row[under[0]]:
            return None
        row[under[0]] = CellBlock(piece.text, piece, piece.box)
    return TableBlock(pieces[0].page, (tuple(row),), 0, table.xs, box_of(piece.box for piece in pieces), ruled=False)


def stacked(upper: TableBlock, lower: TableBlock) -> TableBlock:
    """Two parts on one page as one."""
    return replace(upper, cells=(*upper.cells, *lower.cells), box=box_of((upper.box, lower.box)))


def rejoined(one: TableBlock, two: TableBlock, repeated: int) -> tuple[TableBlock, TableBlock]:
    """Two parts of a table, a row that was broken between their pages put together in the first.

    The row is broken when its second half leaves cells empty, and each of its other cells goes on with a line that
    reached the end of its column.
    """
    last, rest = one.cells[-1], two.cells[repeated:]
    if len(rest) < 2 or not _is_second_half(one, rest[0]):
        return one, two
    whole: dict[int, CellBlock | None] = {}
    for upper, lower in zip(last, rest[0], strict=True):
        if upper and lower and id(upper) not in whole:
            text = upper.text + between(upper.line, lower.line, upper.box[2]) + lower.text
            whole[id(upper)] = replace(upper, text=text)
    row = tuple(whole.get(id(cell), cell) for cell in last)
    return replace(one, cells=(*one.cells[:-1], row)), replace(two, cells=(*two.cells[:repeated], *rest[1:]))


def _is_second_half(one: TableBlock, row: Sequence[CellBlock | None]) -> bool:
    last = one.cells[-1]
    pairs = [(index, upper, lower) for index, (upper, lower) in enumerate(zip(last, row, strict=True)) if lower]
    if len(pairs) == len(row) or not any(upper and not lower for upper, lower in zip(last, row, strict=True)):
        return False
    for index, upper, lower in pairs:
        column = [cells[index] for cells in one.cells]
        right = max(cell.box[2] for cell in column if cell) if any(column) else 0.0
        reaches = upper and upper.box[2] >= right - 1.2 * upper.line.size
        if not upper or not reaches or (FIGURE.fullmatch(upper.text) and FIGURE.fullmatch(lower.text)):
            return False
    return True
