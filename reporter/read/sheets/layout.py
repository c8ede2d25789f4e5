"""A block of rows → its parts: title, unit and notes as lines around a table; forms and prose as lines alone."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from reporter.read.sheets.blocks import Row, distinct
from reporter.read.sheets.cells import SheetCell
from reporter.read.sheets.headers import GridRow, header_depth

Lines = tuple[tuple[SheetCell, ...], ...]

# A table with more positions than this is all but empty: its rows are written as lines.
_MOST_POSITIONS = 5_000_000
_UNIT = re.compile(r"[（(]?(?:计量|金额|数量)?单位[：:]|[（(]单位")
_FIELD = re.compile(r"[^：:，。]{1,12}[：:]")
_NOTE = re.compile(
    r"\s*(?:[（(]?(?:备?注|附注|说明|注释|资料来源|数据来源|来源|编者注)"
    r"\s*(?:\d{1,2}\s*)?[)）]?[：:．.、 　]|\*|※|注\d)"
)
_PROSE = 40  # a cell of so many characters that ends a sentence is a paragraph
_NOTE_LENGTH = 15
_FORM_ROWS = 60


@dataclass(frozen=True, slots=True)
class Part:
    """A table with the lines above and below it, or lines alone, whose ``grid`` is empty.

    ``grid`` has rows of equal length; a merged cell is the same object wherever it reaches.
    """

    lead: Lines
    grid: tuple[GridRow, ...] = ()
    header_rows: int = 0
    notes: Lines = ()


def parts_of(block: Sequence[Row]) -> list[Part]:
    """The parts of a block: tables side by side are one part each, the lines above them with the first, those below
    with the last."""
    first, last = _lead_rows(block), _body_end(block)
    lead, notes = _lines(block[:first]), _lines(block[last:])
    body = block[first:last]
    columns = sorted({column for row in body for column in row})
    if first >= last or not _is_table(body, columns):
        return [Part(_lines(block))] if block else []
    tables = [_table(body, group) for group in _column_groups(body, columns)]
    parts = [Part((), grid, header_depth(grid)) for grid in tables]
    parts[0] = Part(lead, parts[0].grid, parts[0].header_rows)
    parts[-1] = Part(parts[-1].lead, parts[-1].grid, parts[-1].header_rows, notes)
    return parts


def is_unit(text: str) -> bool:
    """Whether a text states the unit of a table."""
    return _UNIT.match(text) is not None


def is_prose(cell: SheetCell) -> bool:
    """Whether a cell holds a paragraph."""
    return len(cell.text) >= _PROSE and any(mark in cell.text for mark in "。；;！？\n")


def _lines(rows: Sequence[Row]) -> Lines:
    return tuple(tuple(distinct(row)) for row in rows)


def _lead_rows(block: Sequence[Row]) -> int:
    """How many rows stand above the table: titles, and what states unit, office or date; all of them where no row has
    two cells."""
    leftmost = min(min(row) for row in block)
    for index, row in enumerate(block):
        cells = distinct(row)
        if len(cells) > 1 and not _is_fields(cells):
            return index
        if len(cells) == 1 and (cells[0].is_number or _heads_group(block, index, leftmost)):
            return index
    return len(block)


def _is_fields(cells: Sequence[SheetCell]) -> bool:
    """Whether a row of few cells states unit, office or date and no columns."""
    fields = sum(is_unit(cell.text) or _FIELD.match(cell.text) is not None for cell in cells)
    return len(cells) <= 4 and any(is_unit(cell.text) for cell in cells) and fields * 2 >= len(cells) and not any(
        cell.is_number for cell in cells
    )  # fmt: skip


def _heads_group(block: Sequence[Row], index: int, leftmost: int) -> bool:
    """Whether a row's only cell is merged over several columns but not the first: a header above columns."""
    row = block[index]
    if len(row) < 2 or min(row) <= leftmost or index + 1 == len(block) or is_unit(distinct(row)[0].text):
        return False
    return len(row) < max(len(other) for other in block)


def _body_end(block: Sequence[Row]) -> int:
    """Where the notes below the table begin: at the end where there are none."""
    end = len(block)
    for index in range(len(block) - 1, 0, -1):
        cells = distinct(block[index])
        texts = [cell.text for cell in cells]
        signed = len(cells) > 1 and all(_FIELD.match(text) and not is_unit(text) for text in texts)
        noted = _NOTE.match(texts[0]) is not None and len(cells) <= 2
        if signed or noted:
            end = index
        elif len(cells) > 1 or not (end < len(block) or _is_remark(block, index)):
            break
        elif len(cells) == 1 and _is_remark(block, index):
            end = index
    return end


def _is_remark(block: Sequence[Row], index: int) -> bool:
    """Whether a row's only cell is a remark and no label: long, or merged over most columns."""
    row = block[index]
    (cell, *_) = distinct(row)
    if cell.is_number or len(cell.text) >= _NOTE_LENGTH:
        return not cell.is_number
    if len(row) < 2:
        return False
    wide = max(len(other) for other in block)
    return len(row) * 2 > wide > 2


def _is_table(body: Sequence[Row], columns: Sequence[int]) -> bool:
    """Whether rows and columns list data: two of each, not all but empty, no form and no prose."""
    wide = sum(len(distinct(row)) > 1 for row in body)
    if len(body) < 2 or len(columns) < 2 or wide < 2 or len(body) * len(columns) > _MOST_POSITIONS:
        return False
    return not _is_form(body, columns)


def _is_form(body: Sequence[Row], columns: Sequence[int]) -> bool:
    """Whether rows are fields to fill in: cells merged in another way in nearly every row, hardly a figure; or most of
    the cells are labels with a colon."""
    if len(body) > _FORM_ROWS:
        return False
    cells = [cell for row in body for cell in distinct(row)]
    figures = sum(cell.is_number for cell in cells)
    labels = sum(cell.text.endswith(("：", ":")) for cell in cells)
    if labels * 4 >= len(cells) and figures * 3 < len(cells):
        return True
    counts = [(len(distinct(row)), len(row)) for row in body]
    shapes = {own for own, _ in counts if own > 1}
    merged = sum(1 < own < wide for own, wide in counts)
    uniform = counts[0][0] == len(columns)
    return len(shapes) > 1 and merged * 10 >= 3 * len(body) and figures * 5 < len(cells) and not uniform


def _column_groups(body: Sequence[Row], columns: Sequence[int]) -> list[list[int]]:
    """The columns of each table: a blank column separates two tables where both have columns of their own and the
    right one names its rows once more; else the blank column is only a gap."""
    groups: list[list[int]] = [[columns[0]]]
    for column in columns[1:]:
        if column == groups[-1][-1] + 1:
            groups[-1].append(column)
        else:
            groups.append([column])
    if len(groups) < 2 or not all(len(group) > 1 and _names_rows(body, group) for group in groups):
        return [list(columns)]
    return groups


def _names_rows(body: Sequence[Row], group: Sequence[int]) -> bool:
    """Whether the first of these columns holds words in two rows below the header, and another one figures."""
    rows = [row for row in body[1:] if any(column in row for column in group)]
    names = sum(group[0] in row and not row[group[0]].is_number for row in rows)
    figures = any(column in row and row[column].is_number for row in rows for column in group[1:])
    return names >= 2 and figures


def _table(body: Sequence[Row], columns: Sequence[int]) -> tuple[GridRow, ...]:
    """The rows as a grid; rows without any of these columns are left out."""
    grid = (tuple(row.get(column) for column in columns) for row in body)
    return tuple(row for row in grid if any(cell is not None for cell in row))
