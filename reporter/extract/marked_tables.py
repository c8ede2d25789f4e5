"""Tables of the markup: cells as places of the clean text, caption, unit, and whether their totals add up."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal, InvalidOperation

from reporter.extract.table_cells import EMPTY_CELL, cell, trimmed
from reporter.language.numerals import normal_width
from reporter.language.script import simplified
from reporter.model.document import Cell, Document, Table
from reporter.model.text import Finding, RawTable, Span

_BLANK = " \t\n\r\f　\u00a0\ufeff"
_UNIT = re.compile(r"(?:计量)?单位\s*[：:]\s*([^\s，。；）)（(]{1,12})")
_TOTAL = re.compile(r"^(?:合计|总计|总和|共计|小计)$")
_NUMBER = re.compile(r"^[-－−]?\d{1,3}(?:,\d{3})+(?:\.\d+)?$|^[-－−]?\d+(?:\.\d+)?$")
_DIGIT = re.compile(r"\d")


def marked_tables(document: Document) -> list[Table]:
    """The tables of the document's markup, in reading order; ids are left empty."""
    return [table for raw in document.clean.raw.tables if (table := _table(document, raw))]


def _table(document: Document, raw: RawTable) -> Table | None:
    """A table with its cells in the clean text; None where it has no row below its header or no text."""
    rows = [tuple(_cell(document, place) for place in row) for row in raw.rows]
    rows = [row for row in rows if any(item.text for item in row)]
    depth = min(max(raw.header_rows, 1 if _heads(rows) else 0), max(len(rows) - 1, 0))
    if not rows or not rows[depth:]:
        return None
    header = _header(rows[:depth], len(rows[0]))
    span = _clean(document, raw.start, raw.end)
    caption = _clean(document, *raw.caption) if raw.caption else None
    above = _above(document, span.start)
    title = caption.of(document.text) if caption and len(caption) else above
    return Table(
        "",
        title,
        _unit(title, above, header),
        "table",
        _section(document, span.start),
        header,
        tuple(rows[depth:]),
        span,
    )


def _heads(rows: Sequence[tuple[Cell, ...]]) -> bool:
    """Whether the first row reads as a header: words over figures."""
    return len(rows) > 1 and not any(_DIGIT.match(item.text) for item in rows[0][1:])


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
    上半年产值)."""
    columns = []
    for index in range(width):
        words = dict.fromkeys(re.sub(r"\s+", "", row[index].text) for row in rows if index < len(row))
        columns.append("".join(word for word in words if word))
    return tuple(columns)


def _above(document: Document, start: int) -> str:
    """The line above a table, where it is short enough to be its caption."""
    lines = document.text[max(0, start - 120) : start].strip(_BLANK).split("\n")
    line = lines[-1].strip(_BLANK) if lines else ""
    return line if 0 < len(line) <= 40 and not line.endswith(("。", "；", "，")) else ""


def _unit(caption: str, above: str, header: Sequence[str]) -> str | None:
    """The unit that caption, the line above or the header state (单位：万元), in simplified characters."""
    for text in (caption, above, *header):
        match = _UNIT.search(simplified(text))
        if match:
            return match[1]
    return None


def _section(document: Document, start: int) -> str | None:
    before = [section.id for section in document.sections if section.span.start <= start]
    return before[-1] if before else None


def total_findings(tables: Sequence[Table]) -> list[Finding]:
    """A finding for each column whose total (合计) is not the sum of the rows above it, or below it."""
    found = []
    for table in tables:
        totals = [
            index
            for index, row in enumerate(table.rows)
            if row and _TOTAL.match(simplified(row[0].text).replace(" ", "").replace("　", ""))
        ]
        if len(totals) != 1 or totals[0] not in (0, len(table.rows) - 1) or len(table.rows) < 3:
            continue
        for column in range(1, len(table.header)):
            finding = _mismatch(table, totals[0], column)
            if finding:
                found.append(finding)
    return found


def _mismatch(table: Table, total: int, column: int) -> Finding | None:
    """The finding of one column; None where it adds up, within what rounding explains, or holds no numbers."""
    stated = _number(table.rows[total][column].text)
    parts = [_number(row[column].text) for index, row in enumerate(table.rows) if index != total]
    if (
        stated is None
        or any(part is None for part in parts)
        or "%" in table.header[column]
        or "率" in simplified(table.header[column])
    ):
        return None
    summed = sum((part for part in parts if part is not None), Decimal(0))
    exponent = stated.as_tuple().exponent
    slack = Decimal(1).scaleb(exponent if isinstance(exponent, int) else 0) * (len(parts) // 2 + 1) / 2
    if abs(summed - stated) <= (slack if exponent else 0):
        return None
    return Finding(
        "extract-total-differs",
        "warning",
        f"{table.caption or table.id}: {table.header[column]} 合计 {stated}, the rows add up to {summed}",
        "compare the table with its source",
        table.rows[total][column].span,
    )


def _number(text: str) -> Decimal | None:
    """The value of a cell that holds one number and nothing else; a dash is zero."""
    plain = normal_width(text).replace(" ", "")
    if plain in ("-", "－", "—", "——", "–"):
        return Decimal(0)
    match = re.fullmatch(r"[（(]([\d,.]+)[)）]", plain)
    plain = f"-{match[1]}" if match else plain
    if not _NUMBER.match(plain):
        return None
    try:
        return Decimal(plain.replace(",", "").replace("－", "-").replace("−", "-"))
    except InvalidOperation:
        return None
