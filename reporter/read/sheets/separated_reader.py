"""CSV and TSV → RawText: the file's own text is the source, quotes and separators are edits, cells its stretches."""

from __future__ import annotations

import hashlib
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace

from reporter.model import Edit, Finding, Ledger, Mark, RawTable, RawText, Saying
from reporter.read.encoding import Decoded, decode
from reporter.read.plain import has_text, refuse_binary
from reporter.read.sheets.blocks import blocks
from reporter.read.sheets.cells import MOST_CELLS, MOST_COLUMNS, Sheet, SheetCell, Tally
from reporter.read.sheets.figures import is_figure
from reporter.read.sheets.layout import Lines, Part, parts_of
from reporter.read.sheets.separated import Record, records, separator_of, stated_separator
from reporter.read.sheets.workbook import caption_row, is_numbered, prose_end

# Up to this share of null bytes they are damage; text in UTF-16 has far more. They are decoded as another control.
_MOST_NULLS = 0.01
_STAND_IN = b"\x01"
_EMPTY = Saying("read-empty.table", "warning", "is empty", "get it again from its origin")
_BLANK = Saying("read-empty.table-blank", "warning", "holds no text, only white space", "get it again from its origin")
_HEADER_ONLY = Saying("read-empty.table-header", "warning", "has a header but no rows", "get it again with its data")
_ONE_COLUMN = Saying(
    "read-csv-one-column",
    "info",
    "no separator is found: every line is read as text",
    "open it in a spreadsheet program and save it as .xlsx",
)
_NULLS = Saying("read-csv-nul", "warning", "{count} null characters are left out", "get the file again")
_UNCLOSED = Saying(
    "read-csv-quote-unclosed",
    "warning",
    "{count} quotes are not closed and stand as text, the first in record {first}",
    "open it in a spreadsheet program and save it as .xlsx",
)
_WIDE = Saying(
    "read-cells-limit.record-columns",
    "warning",
    "more than {limit} columns in {count} records, the first is {first}: the rest is left out",
    "split the file, or keep only what belongs here",
)
_LONG = Saying(
    "read-cells-limit.records",
    "warning",
    "more than {limit} cells: what follows record {last} is left out",
    "split the file, or keep only what belongs here",
)


def read_csv(data: bytes, shown: str) -> RawText:
    """Separated values as RawText: lines around the table with marks, cells as stretches of the decoded text.

    Raises:
        ReadError: the bytes are no text, hold none, or have a header only.
    """
    decoded = _decoded(data)
    text = decoded.text
    refuse_binary(text)
    if not has_text(text):
        raise (_BLANK if data else _EMPTY).error(status="empty")
    stated = stated_separator(text)
    separator, start = stated or (separator_of(text), 0)
    rows = _limited(text, separator or "\t", start)
    tally = Tally()
    parts = [part for block in blocks(_sheet(text, rows), tally) for part in parts_of(block)]
    marks, tables = _written(parts, rows)
    if separator and not tables and sum(len(row.fields) > 1 for row in rows) < 2:
        raise _HEADER_ONLY.error(status="empty")
    digest = hashlib.sha256(data).hexdigest()
    edits = [*([Edit(0, start, text[:start], "", "csv-separator")] if start else []), *_edits(text, rows, start)]
    findings = (*decoded.findings, *_findings(text, separator, rows))
    kind = "tsv" if separator == "\t" else "csv"
    return RawText(shown, digest, kind, decoded.encoding, Ledger(text, edits), marks, tables, findings=findings)


def _decoded(data: bytes) -> Decoded:
    """The decoded text; null bytes strewn into it by a program are characters of it, not a sign of UTF-16."""
    nulls = data.count(0)
    if not nulls or nulls > _MOST_NULLS * len(data) + 1 or _STAND_IN in data:
        return decode(data)
    decoded = decode(data.replace(b"\0", _STAND_IN))
    return replace(decoded, text=decoded.text.replace(_STAND_IN.decode(), "\0"))


def _limited(text: str, separator: str, start: int) -> list[Record]:
    """The records up to the limit of cells, their cells up to the limit of columns."""
    found: list[Record] = []
    cells = 0
    for record in records(text, separator, start, most=MOST_COLUMNS):
        cells += len(record.fields)
        if cells > MOST_CELLS and found:
            break
        found.append(record)
    return found


def _sheet(text: str, rows: Sequence[Record]) -> Sheet:
    """The records as a sheet of cells that know their places."""
    sheet = Sheet("")
    for number, record in enumerate(rows):
        if record.fields:
            sheet.rows[number] = {
                field.number: _cell(text, field.start, field.end, is_quoted=field.is_quoted) for field in record.fields
            }
    return sheet


def _cell(text: str, start: int, end: int, *, is_quoted: bool) -> SheetCell:
    value = text[start:end].replace('""', '"') if is_quoted else text[start:end]
    return SheetCell(value.strip(), None, is_figure(value.strip()), (start, end))


def _edits(text: str, rows: Sequence[Record], start: int) -> Iterator[Edit]:
    """Quotes go, separators become one tab between two cells and nothing at a line's ends, line ends inside a cell a
    blank; what lies behind the limit goes."""
    end = start
    for record in rows:
        at = record.start
        for index, field in enumerate(record.fields):
            yield from _edit(text, at, field.start, "\t" if index else "")
            if field.is_quoted:
                yield from _inner_edits(text, field.start, field.end)
            at = field.end
        yield from _edit(text, at, record.end, "", rule="csv-limit" if _is_cut(text, record) else "csv-separator")
        end = record.end
    rest = _line_end(text, end)
    yield from _edit(text, rest, len(text), "", rule="csv-limit")


def _is_cut(text: str, record: Record) -> bool:
    """Whether cells with words or figures stand behind the last column that is read."""
    start = record.fields[-1].end if record.fields else record.start
    return record.width > MOST_COLUMNS and any(map(str.isalnum, text[start : record.end]))


def _line_end(text: str, at: int) -> int:
    return at + (2 if text.startswith("\r\n", at) else 1 if text[at : at + 1] in ("\r", "\n") else 0)


def _edit(text: str, start: int, end: int, new: str, rule: str = "csv-separator") -> Iterator[Edit]:
    if start < end and text[start:end] != new:
        yield Edit(start, end, text[start:end], new, rule)


def _inner_edits(text: str, start: int, end: int) -> Iterator[Edit]:
    at = start
    while at < end:
        if text.startswith('""', at, end):
            yield Edit(at, at + 2, '""', '"', "csv-quote")
            at += 2
        elif text[at] in "\r\n":
            step = 2 if text.startswith("\r\n", at, end) else 1
            yield Edit(at, at + step, text[at : at + step], " ", "csv-line-end")
            at += step
        else:
            at = _next(text, at + 1, end)


def _next(text: str, at: int, end: int) -> int:
    """The next place from here on that may need an edit."""
    found = [place for mark in '"\r\n' if (place := text.find(mark, at, end)) >= 0]
    return min(found, default=end)


# -- what is what


def _written(parts: Sequence[Part], rows: Sequence[Record]) -> tuple[tuple[Mark, ...], tuple[RawTable, ...]]:
    """The marks of the lines and the tables, in order."""
    starts = [record.start for record in rows]
    marks: list[Mark] = []
    tables: list[RawTable] = []
    for part in parts:
        row = caption_row(part.lead)
        titled = any(mark.kind == "title" for mark in marks)
        takes = row is not None and not titled and not is_numbered(part.lead[row][0].text)
        marks += _marks(part.lead, row if takes else None)
        if part.grid:
            own = max(prose_end(part.lead), row + 1 if takes and row is not None else 0)
            caption = part.lead[row][0].place if row is not None else None
            tables.append(_table(part, part.lead[own:], caption, rows, starts))
        marks += _marks(part.notes, None)
    return tuple(marks), tuple(tables)


def _marks(lines: Lines, title: int | None) -> Iterator[Mark]:
    for index, cells in enumerate(lines):
        yield Mark("title" if index == title else "paragraph", cells[0].place[0], cells[-1].place[1])


def _table(
    part: Part, lead: Lines, caption: tuple[int, int] | None, rows: Sequence[Record], starts: Sequence[int]
) -> RawTable:
    """The table with the lines above it that belong to it."""
    grid = tuple(tuple(cell.place if cell is not None else (0, 0) for cell in row) for row in part.grid)
    places = [place for row in (grid[0], grid[-1]) for place in row if place != (0, 0)]
    first = lead[0][0].place[0] if lead else min(places)[0]
    last = max(places)[1]
    start = rows[bisect_right(starts, first) - 1].start
    end = rows[bisect_right(starts, last) - 1].end
    return RawTable(grid, part.header_rows, caption, start, end)


def _findings(text: str, separator: str | None, rows: Sequence[Record]) -> Iterator[Finding]:
    if separator is None:
        yield _ONE_COLUMN.finding()
    if "\0" in text:
        yield _NULLS.finding(count=text.count("\0"))
    unclosed = [
        number
        for number, record in enumerate(rows, 1)
        for field in record.fields
        if not field.is_quoted and text[field.start] == '"' and text.count('"', field.start, field.end) % 2
    ]
    if unclosed:
        yield _UNCLOSED.finding(count=len(unclosed), first=unclosed[0])
    wide = [number for number, record in enumerate(rows, 1) if _is_cut(text, record)]
    if wide:
        yield _WIDE.finding(limit=f"{MOST_COLUMNS:,}", count=len(wide), first=wide[0])
    if rows and _line_end(text, rows[-1].end) < len(text):
        yield _LONG.finding(limit=f"{MOST_CELLS:,}", last=len(rows))
