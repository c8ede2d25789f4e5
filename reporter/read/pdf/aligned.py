"""Rows of pieces → tables without rules: columns that stay clear over several rows. Prose must never become one."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from reporter.read.pdf.content import Glyph
from reporter.read.pdf.lines import Line, line_of

_LEAST_ROWS = 3
_LONGEST = 24  # characters of a cell
_NARROW = 0.3  # ems between the headings of two columns
_FILLED = 0.6  # of the cells hold something
_NUMERIC = re.compile(r"[-+−－]?[\d,，.\s]+[%％‰]?(?:[亿万千]?[元个人户吨])?|[-—–/…]+")
_LEADER = re.compile(r"\.{4,}|…{2,}|·{4,}")
_SENTENCE = re.compile(r"[。；;，,、：:]$")

Row = tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class AlignedTable:
    """Rows ``first`` to ``last`` (exclusive) as a grid: ``cells[i][j]`` is a piece of row i or None; a piece that spans
    columns stands in each."""

    first: int
    last: int
    cells: tuple[tuple[Line | None, ...], ...]
    header_rows: int


def aligned_tables(rows: Sequence[Row], bands: Sequence[tuple[float, ...]] = ()) -> list[AlignedTable]:
    """The tables of a column's rows, in order.

    Args:
        rows: the rows from top to bottom.
        bands: heights of the long level rules of tables that have no upright ones (三线表), each from top to bottom.
    """
    found = [table for band in bands if (table := _banded(rows, band))]
    taken = {index for table in found for index in range(table.first, table.last)}
    at = 0
    while at < len(rows):
        end = at
        while end < len(rows) and end not in taken and _fits(rows, at, end):
            end += 1
        if end - at >= _LEAST_ROWS and (table := _table(rows, at, end)):
            found.append(table)
        at = max(end, at + 1)
    return sorted(found, key=lambda table: table.first)


def _fits(rows: Sequence[Row], first: int, index: int) -> bool:
    """Whether a row may go on with the table that begins at ``first``."""
    row = rows[index]
    if len(row) < 2 or any(len(piece.text) > _LONGEST or _LEADER.search(piece.text) for piece in row):
        return False
    if any(_SENTENCE.search(piece.text) for piece in row):
        return False
    if index == first:
        return True
    pitch = row[0].base - rows[index - 1][0].base
    usual = rows[first + 1][0].base - rows[first][0].base
    return pitch <= max(3.2 * row[0].size, 1.6 * usual)


def _table(rows: Sequence[Row], first: int, last: int) -> AlignedTable | None:
    """The table of these rows, its first rows as headings where their pieces span columns; None where the columns do
    not stay clear, or it may be something else."""
    for start in range(first, last - _LEAST_ROWS + 1):
        for end in range(last, start + _LEAST_ROWS - 1, -1):
            columns = _columns(rows[start:end])
            if columns and _is_data(rows[start:end], columns):
                head = start
                while head > first and _heads(rows[head - 1], columns):
                    head -= 1
                return _gridded(rows, head, end, columns, start - head)
            if end - start > 40:
                break
    return None


def _columns(rows: Sequence[Row]) -> list[tuple[float, float]]:
    """The columns that the pieces fall into; empty where two pieces of a row fall into one, or half the cells are
    empty."""
    stretches = sorted((piece.left, piece.right) for row in rows for piece in row)
    columns: list[tuple[float, float]] = []
    for low, high in stretches:
        if columns and low < columns[-1][1]:
            columns[-1] = (columns[-1][0], max(columns[-1][1], high))
        else:
            columns.append((low, high))
    clear = all(len({_column(piece, columns) for piece in row}) == len(row) for row in rows)
    filled = sum(map(len, rows)) >= _FILLED * len(rows) * len(columns)
    return columns if clear and filled and len(columns) > 1 else []


def _column(piece: Line, columns: Sequence[tuple[float, float]]) -> int:
    return next(index for index, (low, high) in enumerate(columns) if low <= piece.left and piece.right <= high)


def _is_data(rows: Sequence[Row], columns: Sequence[tuple[float, float]]) -> bool:
    """Whether a column behind the first holds numbers, or there are many short cells in three columns."""
    for index in range(1, len(columns)):
        cells = [piece.text for row in rows for piece in row if _column(piece, columns) == index]
        numbers = sum(bool(_NUMERIC.fullmatch(cell)) for cell in cells)
        if numbers >= 2 and numbers >= 0.6 * (len(cells) - 1) and any(map(str.isdigit, "".join(cells))):
            return True
    texts = [piece.text for row in rows for piece in row]
    return len(columns) >= 3 and len(rows) >= 5 and sum(map(len, texts)) <= 8 * len(texts)


def _heads(row: Row, columns: Sequence[tuple[float, float]]) -> bool:
    """Whether a row above the table is part of its heading."""
    return len(row) >= 2 and all(_spanned(piece, columns) for piece in row)


def _spanned(piece: Line, columns: Sequence[tuple[float, float]]) -> list[int]:
    return [index for index, (low, high) in enumerate(columns) if min(high, piece.right) - max(low, piece.left) > 0]


def _gridded(
    rows: Sequence[Row], first: int, last: int, columns: Sequence[tuple[float, float]], spanning: int
) -> AlignedTable:
    grid: list[tuple[Line | None, ...]] = []
    for row in rows[first:last]:
        cells: list[Line | None] = [None] * len(columns)
        for piece in row:
            for index in _spanned(piece, columns):
                cells[index] = piece
        grid.append(tuple(cells))
    head = rows[first + spanning]
    words = sum(not _NUMERIC.fullmatch(piece.text) or bool(re.fullmatch(r"\d{4}", piece.text)) for piece in head[1:])
    below = rows[first + spanning + 1 : last]
    plain = spanning + (words == len(head) - 1 and any(_NUMERIC.fullmatch(p.text) for row in below for p in row[1:]))
    return AlignedTable(first, last, tuple(grid), plain)


def _banded(rows: Sequence[Row], band: tuple[float, ...]) -> AlignedTable | None:
    """The table between level rules: what stands above the second is its heading."""
    inside = [index for index, row in enumerate(rows) if band[0] - 2 <= row[0].base <= band[-1] + 2]
    if len(inside) < 2 or inside[-1] - inside[0] + 1 != len(inside):
        return None
    head = sum(rows[index][0].base < band[1] for index in inside)
    first, last = inside[0], inside[-1] + 1
    columns = _columns(rows[first + head : last]) or _columns(rows[first:last])
    if not columns or not head or head >= len(inside):
        return None
    heads = [tuple(part for piece in row for part in _cut(piece, columns)) for row in rows[first : first + head]]
    rows = [*rows[:first], *heads, *rows[first + head :]]
    columns = _widened(columns, heads)
    if not all(_heads(row, columns) for row in rows[first:last]):
        return None
    table = _gridded(rows, first, last, columns, 0)
    return AlignedTable(first, last, table.cells, head)


def _cut(piece: Line, columns: Sequence[tuple[float, float]]) -> list[Line]:
    """A heading that stands over several columns cut at the blanks between them, narrow as they may be."""
    parts: list[list[Glyph]] = []
    for glyph in piece.glyphs:
        if parts and glyph.x0 - parts[-1][-1].x1 < _NARROW * glyph.size:
            parts[-1].append(glyph)
        else:
            parts.append([glyph])
    lines = [line_of(part, (), piece.page) for part in parts]
    spanned = [index for line in lines for index in _spanned(line, columns)]
    return lines if all(_spanned(line, columns) for line in lines) and len(set(spanned)) == len(spanned) else [piece]


def _widened(columns: list[tuple[float, float]], heads: Sequence[Row]) -> list[tuple[float, float]]:
    """The columns as wide as the headings that stand over one alone."""
    wide = list(columns)
    for piece in (piece for row in heads for piece in row):
        spanned = _spanned(piece, columns)
        if len(spanned) == 1:
            low, high = wide[spanned[0]]
            wide[spanned[0]] = (min(low, piece.left), max(high, piece.right))
    return wide
