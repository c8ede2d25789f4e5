"""Tables of the markup: which list data, and their cells as places in the source, each repeated where it spans."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from reporter.model import RawTable
from reporter.read.html.elements import aside_kind
from reporter.read.html.grids import Cell, Row, grid_of, without_banners, without_spacing
from reporter.read.html.markup import Token, attributes

# A table with a cell that holds more than this and so much of all its text, with other tables or with headings inside
# arranges a page, it does not list data.
_LONGEST_CELL, _LARGEST_SHARE = 300, 0.4
_LAYOUT_ELEMENTS = frozenset({"h1", "h2", "h3", "article", "section", "form"})
# A cell spans at most so many rows or columns: a page may claim any number.
_WIDEST_SPAN = 200
_BLANK = re.compile(r"(?:[\s\u3000\ufeff]|&(?:amp;)?(?:nbsp|e[nm]sp|#160|#12288|#x[aA]0|#x3000);?)+")
_DIGIT = re.compile(r"\d")


@dataclass(slots=True)
class _Table:
    """A table while its tokens go by."""

    start: int
    rows: list[Row] = field(default_factory=list)
    caption: Cell | None = None
    is_layout: bool = False
    in_head: bool = False
    at: Cell | None = None


def data_tables(source: str, stream: Sequence[Token]) -> tuple[RawTable, ...]:
    """The tables that list data, in the order of the source; those that arrange the page are left out.

    A title or a unit in rows of their own above the header is the caption; the table begins behind them. Columns and
    rows without text, hidden ones, and those that only repeat their neighbour by a span are left out.
    """
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
    if cell is None:
        return
    leading = _BLANK.match(source, token.start, token.end)
    start = leading.end() if leading else token.start
    if start == token.end:
        return
    end = token.end
    for blank in _BLANK.finditer(source, start, token.end):
        end = blank.start() if blank.end() == token.end else end
    cell.start = start if not cell.length else cell.start
    cell.end = end
    cell.length += end - start


def _tag(table: _Table, source: str, token: Token) -> None:
    if token.name in _LAYOUT_ELEMENTS:
        table.is_layout = True
    elif token.name == "thead":
        table.in_head = token.kind == "start"
    elif token.name in ("tr", "tbody", "tfoot"):
        table.at = None
        if token.name == "tr" and token.kind == "start":
            hidden = aside_kind(source[token.start : token.end]) == "hidden"
            table.rows.append(Row(token.start, table.in_head, hidden))
    elif token.name == "caption":
        table.at = table.caption = Cell(1, 1, True) if token.kind == "start" else table.caption
        table.at = table.at if token.kind == "start" else None
    elif token.name in ("td", "th"):
        table.at = _cell(source, token) if token.kind == "start" else None
        if table.at:
            if not table.rows:
                table.rows.append(Row(token.start))
            table.rows[-1].cells.append(table.at)


def _cell(source: str, token: Token) -> Cell:
    given = attributes(source[token.start : token.end])
    return Cell(_span(given.get("rowspan")), _span(given.get("colspan")), token.name == "th")


def _span(value: str | None) -> int:
    """A span's number: 0 (to the end) counts as the widest, nonsense as 1."""
    text = (value or "1").strip()
    if not text.isascii() or not text.isdigit():
        return 1
    return min(int(text[:4]), _WIDEST_SPAN) or _WIDEST_SPAN


def _finished(source: str, table: _Table, end: int) -> list[RawTable]:
    """The table as RawTable, if it lists data."""
    rows = [row for row in table.rows if row.cells and not row.is_hidden]
    lengths = [cell.length for row in rows for cell in row.cells]
    longest = max(lengths, default=0)
    if table.is_layout or len(rows) < 2 or (longest > _LONGEST_CELL and longest > _LARGEST_SHARE * sum(lengths)):
        return []
    grid, kept = without_spacing(grid_of(rows), rows)
    grid, kept, caption = without_banners(source, grid, kept)
    if len(grid) < 2 or len(grid[0]) < 2:
        return []
    if table.caption and table.caption.length:
        caption = (table.caption.start, table.caption.end)
    start = table.start if kept[0] is rows[0] else kept[0].start
    return [RawTable(grid, _header_rows(source, kept, grid), caption, start, end)]


def _header_rows(source: str, rows: Sequence[Row], grid: Sequence[Sequence[tuple[int, int]]]) -> int:
    """How many rows are headings: those of the thead, else the first ones all of th, else the first without digits when
    digits follow; a heading that spans rows takes them along. At least one row is left for data."""
    count = sum(row.in_head for row in rows)
    if not count:
        count = next((y for y, row in enumerate(rows) if not all(cell.is_header for cell in row.cells)), len(rows))
    if not count and not _has_digit(source, grid[0]) and any(_has_digit(source, row) for row in grid[1:]):
        count = 1
    if count:
        taken = [cell.rowspan for cell in rows[0].cells if cell.rowspan < len(rows)]
        count = max([count, *taken])
    return min(count, len(rows) - 1)


def _has_digit(source: str, row: Sequence[tuple[int, int]]) -> bool:
    return any(_DIGIT.search(source, start, end) for start, end in row)
