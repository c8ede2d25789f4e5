"""Tables of the markup: cells as places of the clean text, caption and unit."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from reporter.extract.table_cells import EMPTY_CELL, cell, section_before, trimmed
from reporter.extract.units import family_of, is_unit
from reporter.language.script import simplified
from reporter.model.document import Cell, Document, Table
from reporter.model.text import RawTable, Span

_BLANK = " \t\n\r\f　\u00a0\ufeff"
# A unit's label stands alone: what stands before 填报单位 and 责任单位 names an office.
_UNIT = re.compile(
    r"(?:(?<![\u4e00-\u9fff])|(?<=[年月日度表]))(?:计量|金额|数量|货币)?单位\s*[：:]\s*([^\s，。；）)（(]{1,12})"
)
_BRACKET = re.compile(r"[（(]([^（）()]{1,8})[)）]\s*$")
_UNIT_LINE = re.compile(r"[（(]?(?:计量|金额|数量|货币)?单位\s*[：:]\s*[^，。；]{1,16}$")
_NAMED = re.compile(r"[（(]?附?表\s*[\d一二三四五六七八九十]{1,3}")
_CONTINUED = re.compile(r"[（(]?(?:续|接)?上?(?:续表|续上表|续)\s*+(?:[\d一二三四五六七八九十]{1,2}\s*+)?[)）]?$")
_DIGIT = re.compile(r"\d")
_FIGURE = re.compile(r"(?!(?:19|20)\d\d ?年)\d")
# A caption is no longer than this, and stands at most so many lines above its table.
_LONGEST_CAPTION = 40
_LINES_ABOVE = 3
_REACH = 200  # characters before a table that are looked at


def marked_tables(document: Document) -> list[Table]:
    """The tables of the document's markup, in reading order; ids are left empty.

    A table that only says that it continues another (续表) is part of it where it has the same header or none, else it
    has the caption and the unit of the one before.
    """
    groups: list[list[Table]] = []
    for raw in document.clean.raw.tables:
        table = _table(document, raw)
        if table is None:
            continue
        if not groups or not _CONTINUED.match(simplified(table.caption)):
            groups.append([table])
        elif _goes_on(groups[-1], table):
            groups[-1].append(table)
        else:
            first = groups[-1][0]
            groups.append([replace(table, caption=first.caption, unit=table.unit or first.unit)])
    return [_joined(group) for group in groups]


def _goes_on(parts: Sequence[Table], table: Table) -> bool:
    """Whether a continuing table has the header of the first part or none, and nothing but its caption before it."""
    header = parts[0].header
    near = table.span.start - parts[-1].span.end <= _REACH
    return near and table.header in (header, ("",) * len(header))


def _joined(parts: Sequence[Table]) -> Table:
    """A table with the rows of those that continue it."""
    rows = tuple(row for part in parts for row in part.rows)
    return replace(parts[0], rows=rows, span=Span(parts[0].span.start, parts[-1].span.end)) if parts[1:] else parts[0]


def _table(document: Document, raw: RawTable) -> Table | None:
    """A table with its cells in the clean text; None where it has no row below its header or no text."""
    rows = [tuple(_cell(document, place) for place in row) for row in raw.rows]
    rows = [row for row in rows if any(item.text for item in row)]
    depth = min(max(raw.header_rows, 1 if _heads(rows) else 0), max(len(rows) - 1, 0))
    if not rows or not rows[depth:]:
        return None
    header = _header(rows[:depth], len(rows[0]))
    span = _clean(document, raw.start, raw.end)
    caption = _clean(document, *raw.caption).of(document.text).strip(_BLANK) if raw.caption else ""
    above = _lines_above(document, span, rows)
    above_it = section_before(document, span.start)
    named = caption or _caption(above)
    return Table(
        "",
        named,
        _unit((named, *reversed(above), *header)),
        "table",
        above_it.id if above_it else None,
        header,
        tuple(rows[depth:]),
        span,
    )


def _heads(rows: Sequence[tuple[Cell, ...]]) -> bool:
    """Whether the first row reads as a header: words, years among them (2020年目标), over figures."""
    return len(rows) > 1 and not any(_FIGURE.match(item.text) for item in rows[0][1:])


def _cell(document: Document, place: tuple[int, int]) -> Cell:
    if place[0] >= place[1]:
        return EMPTY_CELL
    span = trimmed(document.text, _clean(document, *place), _BLANK)
    return cell(document, span) if len(span) else EMPTY_CELL


def _clean(document: Document, start: int, end: int) -> Span:
    ledger = document.clean.ledger
    first, last = ledger.clean_offset(start), ledger.clean_offset(end)
    return Span(first, max(first, last))


def _header(rows: Sequence[tuple[Cell, ...]], width: int) -> tuple[str, ...]:
    """The header's rows as one: what stands in several of them above a column is joined (上半年 and 产值 to
    上半年产值), a row that only counts the columns left out."""
    rows = [row for index, row in enumerate(rows) if not (index and _counts_columns(row))]
    columns = []
    for index in range(width):
        words = dict.fromkeys(re.sub(r"\s+", "", row[index].text) for row in rows if index < len(row))
        columns.append("".join(word for word in words if word))
    return tuple(columns)


def _counts_columns(row: Sequence[Cell]) -> bool:
    """Whether a row of the header is 1, 2, 3, with 甲 or nothing above the labels."""
    numbers = [cell.text.strip("()（）") for cell in row if _DIGIT.search(cell.text)]
    first = int(numbers[0]) if numbers and numbers[0].isdecimal() else 0
    return len(numbers) > 2 and numbers == [str(number) for number in range(first, first + len(numbers))] and first < 3


def _lines_above(document: Document, span: Span, rows: Sequence[Sequence[Cell]]) -> list[str]:
    """The short lines above a table from top to bottom: those that belong to it, and the last ones before it, up to a
    line of prose."""
    first = min((cell.span.start for row in rows for cell in row if cell.span), default=span.start)
    own = [line.strip(_BLANK) for line in document.text[span.start : first].split("\n")]
    found: list[str] = []
    for line in reversed(_lines_before(document, span.start)[-_LINES_ABOVE:]):
        if len(line) > _LONGEST_CAPTION or line.endswith(("。", "；", "，")):
            break
        found.insert(0, line)
    return [*found, *(line for line in own if line)]


def _lines_before(document: Document, end: int) -> list[str]:
    """The whole lines shortly before a place, none empty, without what is set aside (menus, stamps)."""
    at = max(0, end - _REACH)
    found: list[str] = []
    for piece in document.text[at:end].split("\n"):
        span, at = Span(at, at + len(piece)), at + len(piece) + 1
        if piece.strip(_BLANK) and not any(aside.span.overlaps(span) for aside in document.clean.asides):
            found.append(piece.strip(_BLANK))
    return found[1:] if end > _REACH and found else found


def _caption(above: Sequence[str]) -> str:
    """The line above a table that names it: the nearest that says 表1, else the nearest that is no unit."""
    lines = [line for line in reversed(above) if not _UNIT_LINE.match(simplified(line))]
    named = [line for line in lines if _NAMED.match(simplified(line))]
    return next(iter([*named, *lines[:1]]), "")


def _unit(texts: Sequence[str]) -> str | None:
    """The unit that caption, lines above or header state (单位：万元), in simplified characters; else the one in
    brackets that the caption, the first of them, ends in (产值（万元）)."""
    for text in texts:
        match = _UNIT.search(simplified(text))
        if match:
            return match[1]
    bracket = _BRACKET.search(simplified(texts[0]))
    unit = bracket[1].lstrip("百千万亿") if bracket else ""
    known = bracket is not None and is_unit(unit) and family_of(unit) != "time"
    return bracket[1] if bracket and known else None
