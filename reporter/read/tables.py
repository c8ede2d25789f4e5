"""Tables of the markup: which list data, and their cells as places in the source, each repeated where it spans."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from reporter.model import RawTable
from reporter.read.markup import Token, attributes

# A table whose cells hold more than this, other tables or headings arranges a page, it does not list data.
_LONGEST_CELL = 300
_LAYOUT_ELEMENTS = frozenset({"h1", "h2", "h3", "article", "section", "form"})
# A cell spans at most so many rows or columns, a table has at most so many cells: a page may claim any number.
_WIDEST_SPAN = 200
_MOST_CELLS = 100_000
_BLANK = " \t\n\r\f\u00a0\u3000\ufeff"
_DIGIT = re.compile(r"\d")


@dataclass(slots=True)
class _Cell:
    rowspan: int
    colspan: int
    is_header: bool
    start: int = 0
    end: int = 0
    length: int = 0


@dataclass(slots=True)
class _Table:
    """A table while its tokens go by."""

    start: int
    rows: list[list[_Cell]] = field(default_factory=list)
    head_rows: int = 0
    caption: _Cell | None = None
    is_layout: bool = False
    in_head: bool = False
    at: _Cell | None = None


def data_tables(source: str, stream: Sequence[Token]) -> tuple[RawTable, ...]:
    """The tables that list data, in the order of the source; those that arrange the page are left out."""
    found: list[RawTable] = []
    open_tables: list[_Table] = []
    for token in stream:
        if token.kind == "text":
            _hold(open_tables, source, token)
        elif token.name == "table" and token.kind == "start":
            if open_tables:  # the tables further out are marked already
                open_tables[-1].is_layout = True
            open_tables.append(_Table(token.start))
        elif token.name == "table" and token.kind == "end" and open_tables:
            found += _finished(source, open_tables.pop(), token.end)
        elif open_tables and token.kind in ("start", "end"):
            _tag(open_tables[-1], source, token)
    return tuple(sorted(found, key=lambda table: table.start))


def _hold(open_tables: list[_Table], source: str, token: Token) -> None:
    """Let the innermost table's present cell hold a stretch of text."""
    cell = open_tables[-1].at if open_tables else None
    text = source[token.start : token.end]
    if cell is None or not text.strip(_BLANK) or text.strip(_BLANK) in ("&nbsp;", "&emsp;"):
        return
    start = token.end - len(text.lstrip(_BLANK))
    cell.start = start if not cell.length else cell.start
    cell.end = token.start + len(text.rstrip(_BLANK))
    cell.length += len(text.strip(_BLANK))


def _tag(table: _Table, source: str, token: Token) -> None:
    if token.name in _LAYOUT_ELEMENTS:
        table.is_layout = True
    elif token.name == "thead":
        table.in_head = token.kind == "start"
    elif token.name in ("tr", "tbody", "tfoot"):
        table.at = None
        if token.name == "tr" and token.kind == "start":
            table.rows.append([])
            table.head_rows += table.in_head
    elif token.name == "caption":
        table.at = table.caption = _Cell(1, 1, True) if token.kind == "start" else table.caption
        table.at = table.at if token.kind == "start" else None
    elif token.name in ("td", "th"):
        table.at = _cell(source, token) if token.kind == "start" else None
        if table.at:
            if not table.rows:
                table.rows.append([])
            table.rows[-1].append(table.at)


def _cell(source: str, token: Token) -> _Cell:
    given = attributes(source[token.start : token.end])
    return _Cell(_span(given.get("rowspan")), _span(given.get("colspan")), token.name == "th")


def _span(value: str | None) -> int:
    """A span's number: 0 (to the end) counts as the widest, nonsense as 1."""
    text = (value or "1").strip()
    if not text.isascii() or not text.isdigit():
        return 1
    return min(int(text[:4]), _WIDEST_SPAN) or _WIDEST_SPAN


def _finished(source: str, table: _Table, end: int) -> list[RawTable]:
    """The table as RawTable, if it lists data."""
    cells = [cell for row in table.rows for cell in row]
    rows = [row for row in table.rows if row]
    if table.is_layout or len(rows) < 2 or max((cell.length for cell in cells), default=0) > _LONGEST_CELL:
        return []
    grid = _grid(rows)
    if not grid or len(grid[0]) < 2:
        return []
    caption = table.caption
    place = (caption.start, caption.end) if caption and caption.length else None
    return [RawTable(grid, _header_rows(source, table, rows, grid), place, table.start, end)]


def _grid(rows: list[list[_Cell]]) -> tuple[tuple[tuple[int, int], ...], ...]:
    """Cells as (start, end), each repeated over what it spans, rows filled up with (0, 0) to equal length."""
    places: dict[tuple[int, int], tuple[int, int]] = {}
    for y, row in enumerate(rows):
        x = 0
        for cell in row:
            while (y, x) in places:
                x += 1
            if len(places) + cell.rowspan * cell.colspan > _MOST_CELLS:
                return ()
            for down in range(min(cell.rowspan, len(rows) - y)):
                for right in range(cell.colspan):
                    places.setdefault((y + down, x + right), (cell.start, cell.end))
            x += cell.colspan
    width = 1 + max((x for (_, x), place in places.items() if place != (0, 0)), default=-1)
    return tuple(tuple(places.get((y, x), (0, 0)) for x in range(width)) for y in range(len(rows)))


def _header_rows(
    source: str, table: _Table, rows: list[list[_Cell]], grid: tuple[tuple[tuple[int, int], ...], ...]
) -> int:
    """How many rows are headings: those of the thead, else the first ones all of th, else the first without digits when
    digits follow; a heading that spans rows takes them along. At least one row is left for data."""
    count = table.head_rows
    if not count:
        count = next((y for y, row in enumerate(rows) if not all(cell.is_header for cell in row)), len(rows))
    if not count and not _has_digit(source, grid[0]) and any(_has_digit(source, row) for row in grid[1:]):
        count = 1
    if count:
        count = max(
            [
                count,
                *(
                    y + cell.rowspan
                    for y in range(min(count, len(rows)))
                    for cell in rows[y]
                    if y == 0 and cell.rowspan < len(rows)
                ),
            ]
        )
    return min(count, len(rows) - 1)


def _has_digit(source: str, row: Sequence[tuple[int, int]]) -> bool:
    return any(_DIGIT.search(source, start, end) for start, end in row)
