"""Whether the totals of tables add up: rows named 合计, 小计 or 全市, columns named 合计.

A total is doubted only where nothing else explains the difference: rounding, rows that are parts of others (其中),
empty cells, and columns that nobody adds up (rates, averages, ranks).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal, InvalidOperation
from itertools import groupby, takewhile

from reporter.language.numerals import normal_width
from reporter.language.script import simplified
from reporter.model.document import Cell, Table
from reporter.model.text import Finding, Span

_TOTAL = re.compile(r"(?:合计|总计|总和|共计)$")
_SUBTOTAL = re.compile(r"小计$")
_WHOLE = re.compile(r"全[国省市县区州旗镇乡](?:合计|总计)?$")
_AREA = re.compile(r"[省市县区州旗镇乡盟]$|街道|开发区")
_OF_WHICH = re.compile(r"其中|[#＃]|其:")
_TOP_LEVEL = re.compile(r"[一二三四五六七八九十]{1,3}[、.．]")
_COLUMN_TOTAL = re.compile(r"(?P<group>.*?)(?:合计|总计|共计)(?:[（(][^）)]*[）)])?$")
_NOT_ADDED = re.compile(
    r"[%％‰±]|率|比重|占比|比例|增[速幅减长]|比上年|同比|环比|平均|均|指数|排名|排序|位次|名次|序号|编号|代码|单价|价格|年份|年度$|时间|日期|密度|倍|系数|"
    r"百分点|得分|评分|温度|其中"
)
_NUMBER = re.compile(r"-?\d{1,3}(?:,\d{3})+(?:\.\d+)?$|-?\d+(?:\.\d+)?$")
_ROUNDED_UNIT = re.compile(r"[千万亿]")
_DASHES = frozenset(("-", "－", "—", "——", "–", "─"))
# A column of totals is believed when at least so many of its rows add up; a table gets at most so many findings.
_BELIEVED = 0.5
_MOST_FINDINGS = 20


def total_findings(tables: Sequence[Table]) -> list[Finding]:
    """A finding for each total that is not the sum of its parts; a table continued in the next counts as one."""
    found: list[Finding] = []
    for _, group in groupby(tables, key=lambda table: (table.origin, table.caption, table.header)):
        parts = list(group)
        rows = [row for table in parts for row in table.rows]
        mismatches = [*_in_columns(parts[0], rows), *_in_rows(parts[0], rows)]
        found += mismatches[:_MOST_FINDINGS]
    return found


# -- rows that are totals


def _in_columns(table: Table, rows: Sequence[Sequence[Cell]]) -> Iterator[Finding]:
    labels = [simplified(re.sub(r"\s+", "", row[0].text)) if row else "" for row in rows]
    total = _total_row(labels)
    if total is None or len(rows) < 3:
        return
    for column in range(1, len(table.header)):
        if _is_added(table, column):
            stated = parse_number(rows[total][column].text)
            sums = _candidates(labels, [row[column].text for row in rows], total)
            if stated is not None and sums and not any(_agree(stated, parts, table) for parts in sums):
                yield _finding(table, table.header[column], stated, sums[0], rows[total][column].span)


def _total_row(labels: Sequence[str]) -> int | None:
    """The one row that sums up all others: the first or the last."""
    totals = [index for index, label in enumerate(labels) if _TOTAL.match(label)]
    if not totals:
        areas = sum(_AREA.search(label) is not None for label in labels)
        totals = [index for index, label in enumerate(labels) if _WHOLE.match(label)] if areas * 2 > len(labels) else []
    return totals[0] if len(totals) == 1 and totals[0] in (0, len(labels) - 1) else None


def _candidates(labels: Sequence[str], texts: Sequence[str], total: int) -> list[list[Decimal]]:
    """The parts that may make up a total: all rows, those without subtotals, the subtotals, the rows of the first
    level; none where something cannot be read or rows state parts of others."""
    rows = [(label, text) for index, (label, text) in enumerate(zip(labels, texts, strict=True)) if index != total]
    values = [parse_number(text) if text.strip() else Decimal(0) for _, text in rows]
    if any(value is None for value in values):
        return []
    known = [(label, value) for (label, _), value in zip(rows, values, strict=True) if value is not None]
    ways = (
        [value for label, value in known if not _SUBTOTAL.match(label) and not _OF_WHICH.match(label)],
        [value for label, value in known if _SUBTOTAL.match(label)],
        [value for label, value in known if _TOP_LEVEL.match(label)],
    )
    doubtful = any(_OF_WHICH.match(label) for label in labels) or any(not text.strip() for text in texts)
    explained = [way for way in ways if len(way) > 1]
    stated = parse_number(texts[total])
    if doubtful and stated is not None and not any(sum(way, Decimal(0)) == stated for way in explained):
        return []
    return explained


# -- columns that are totals


def _in_rows(table: Table, rows: Sequence[Sequence[Cell]]) -> Iterator[Finding]:
    for column, title in enumerate(table.header):
        parts = _part_columns(table, column)
        if len(parts) < 2 or not rows:
            continue
        sums = [(row[column], _row_values(row, column, parts)) for row in rows]
        known = [(cell, values) for cell, values in sums if values is not None]
        wrong = [(cell, values) for cell, values in known if not _agree(values[0], values[1:], table)]
        if len(known) < 2 or len(wrong) > (1 - _BELIEVED) * len(known):
            continue
        for cell, values in wrong:
            yield _finding(table, title, values[0], values[1:], cell.span)


def _part_columns(table: Table, column: int) -> list[int]:
    """The columns next to a column of totals that it sums up: those of its group, to the right or, where it stands
    last, to the left."""
    match = _COLUMN_TOTAL.match(simplified(table.header[column]))
    if not match or not column:
        return []
    group = match["group"]
    for others in (range(column + 1, len(table.header)), range(column - 1, 0, -1)):
        parts = list(takewhile(lambda other: _is_part(table, other, group), others))
        if len(parts) > 1:
            return parts
    return []


def _is_part(table: Table, column: int, group: str) -> bool:
    title = simplified(table.header[column])
    return _is_added(table, column) and title.startswith(group) and not _COLUMN_TOTAL.match(title)


def _row_values(row: Sequence[Cell], column: int, parts: Sequence[int]) -> list[Decimal] | None:
    """The total and its parts; None where one is no number."""
    values = [parse_number(row[index].text) for index in (column, *parts)]
    return None if any(value is None for value in values) else [value for value in values if value is not None]


# -- numbers


def parse_number(text: str) -> Decimal | None:
    """The value of a cell that holds one number and nothing else; a dash is zero; (12.3) and △12.3 are negative."""
    plain = normal_width(text).replace(" ", "").replace("，", ",").replace("−", "-").replace("－", "-")
    if plain in _DASHES:
        return Decimal(0)
    match = re.fullmatch(r"[（(]([\d,.]+)[)）]|[△▲]([\d,.]+)", plain)
    plain = f"-{match[1] or match[2]}" if match else plain.removeprefix("+")
    if not _NUMBER.match(plain):
        return None
    try:
        return Decimal(plain.replace(",", ""))
    except InvalidOperation:
        return None


def _is_added(table: Table, column: int) -> bool:
    """Whether anybody adds up a column: it holds amounts, no rates, averages or ranks."""
    unit = table.unit or ""
    return not _NOT_ADDED.search(simplified(table.header[column])) and unit not in ("%", "％", "‰")


def _agree(stated: Decimal, parts: Sequence[Decimal], table: Table) -> bool:
    """Whether parts make up a total within what rounding explains: half a unit of the last digit for each of them;
    whole numbers are exact but in 万元 and the like."""
    finest = min(_exponent(value) for value in (stated, *parts))
    coarsest = max(_exponent(value) for value in (stated, *parts))
    exact = finest == 0 and not _ROUNDED_UNIT.search(table.unit or "")
    slack = Decimal(0) if exact else Decimal(1).scaleb(finest) * (len(parts) // 2 + 1) / 2
    slack += Decimal(1).scaleb(coarsest) / 2 if coarsest > finest and _exponent(stated) == coarsest else 0
    return abs(sum(parts, Decimal(0)) - stated) <= slack


def _exponent(value: Decimal) -> int:
    exponent = value.as_tuple().exponent
    return exponent if isinstance(exponent, int) else 0


def _finding(table: Table, title: str, stated: Decimal, parts: Sequence[Decimal], span: Span | None) -> Finding:
    return Finding(
        "extract-total-differs",
        "warning",
        f"{table.caption or table.id}: {title} 合计 {stated}, the parts add up to {sum(parts, Decimal(0))}",
        "compare the table with its source",
        span,
    )
