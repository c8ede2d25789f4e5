"""A sheet → blocks of rows that belong together: hidden rows and columns left out, merged cells repeated, cut where
blank rows or captions separate one table from the next."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator

from reporter.read.sheets.cells import Merge, Sheet, SheetCell, Tally, column_name

Row = dict[int, SheetCell]
"""The cells of a row by column, a merged one in every column that it covers."""

# Merged cells are repeated up to so often in a sheet; beyond that they stand where they begin.
_MOST_REPEATED = 500_000
_CAPTION = re.compile(r"\s*(?:附?表\s*[\d一二三四五六七八九十]{1,3}(?:[-－.．]\d{1,2})?(?![\d个格])|续表|附表)")


def blocks(sheet: Sheet, tally: Tally) -> list[list[Row]]:
    """The blocks of a sheet from top to bottom; none for a sheet without visible text."""
    rows = _visible(sheet, tally)
    found: list[list[Row]] = []
    for run in _runs(rows):
        if found and _continues(found[-1], run):
            found[-1] += run
        else:
            found.append(run)
    return found


def distinct(row: Row) -> list[SheetCell]:
    """The cells of a row, a merged one once."""
    return list(dict.fromkeys(row[column] for column in sorted(row)))


def _visible(sheet: Sheet, tally: Tally) -> list[tuple[int, Row]]:
    """(number among the visible rows, row) of the visible rows with text."""
    rows = _with_merges(sheet)
    hidden = sorted(sheet.hidden_rows)
    columns = sheet.hidden_columns
    seen: set[int] = set()
    found = []
    for number in sorted(rows):
        if number in sheet.hidden_rows:
            tally.note("hidden", f"{sheet.name}!{number + 1}:{number + 1}")
            continue
        row = rows[number]
        for column in columns.intersection(row) - seen if columns else ():
            seen.add(column)
            tally.note("hidden", f"{sheet.name}!{column_name(column)}:{column_name(column)}")
        kept = {column: cell for column, cell in row.items() if column not in columns} if columns else row
        if kept:
            found.append((number - bisect_left(hidden, number), kept))
    return found


def _with_merges(sheet: Sheet) -> dict[int, Row]:
    """The rows with every merged cell in all places that it covers within the used range."""
    if not sheet.merges or not sheet.rows:
        return sheet.rows
    last_row = max(sheet.rows)
    last_column = max(max(row) for row in sheet.rows.values())
    left = _MOST_REPEATED
    for merge in sorted(sheet.merges, key=lambda merge: (merge.top, merge.left)):
        area = Merge(merge.top, merge.left, min(merge.bottom, last_row), min(merge.right, last_column))
        size = max(0, area.bottom - area.top + 1) * max(0, area.right - area.left + 1)
        left -= size
        if left < 0:
            break
        if size:  # a stretch that runs backwards covers nothing
            _repeat(sheet.rows, area)
    return sheet.rows


def _repeat(rows: dict[int, Row], area: Merge) -> None:
    cell = rows.get(area.top, {}).get(area.left)
    for number in range(area.top, area.bottom + 1):
        if cell is None and number not in rows:
            continue
        row = rows.setdefault(number, {})
        for column in range(area.left, area.right + 1):
            if cell is not None:
                row[column] = cell
            else:
                row.pop(column, None)  # what a merged cell covers is not seen


def _runs(rows: list[tuple[int, Row]]) -> Iterator[list[Row]]:
    """Rows without a blank one between them, a new run from every caption on."""
    run: list[Row] = []
    before = -1
    for number, row in rows:
        if run and (number > before + 1 or _is_caption(row, run)):
            yield run
            run = []
        run.append(row)
        before = number
    if run:
        yield run


def _is_caption(row: Row, run: list[Row]) -> bool:
    """Whether a row is the caption of a further table (表2 …): alone in its row, below rows of more cells."""
    cells = distinct(row)
    return len(cells) == 1 and _CAPTION.match(cells[0].text) is not None and any(len(distinct(up)) > 1 for up in run)


def _continues(block: list[Row], run: list[Row]) -> bool:
    """Whether rows below a blank one are the same table: their first row holds figures, like the table's own, in
    columns of the table; or both hold nothing but words in the same columns."""
    first, above = run[0], max(block[-3:], key=len)
    if len(distinct(first)) < 2 or len(distinct(above)) < 2:
        return False
    if not min(above) <= min(first) <= max(first) <= max(above):
        return False
    if any(cell.is_number for cell in first.values()):
        return True
    words = not any(cell.is_number for row in (*block[-20:], *run[:20]) for cell in row.values())
    return words and set(first) == set(block[-1]) and len(run) < len(block)
