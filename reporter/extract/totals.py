"""Whether the totals of tables add up: rows named 合计, 小计 or 全市, columns named 合计.

A total is doubted only where nothing else explains the difference: rounding, rows that are parts of others (其中),
empty cells, and columns that nobody adds up (rates, averages, ranks).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import groupby, takewhile

from reporter.extract.cell_numbers import agree, parse_number
from reporter.extract.total_rows import Layout, Values, blocks, layout_of, mixed_units, ways_of
from reporter.language.script import simplified
from reporter.model.document import Cell, Table
from reporter.model.saying import Saying
from reporter.model.text import Finding, Span

_COLUMN_TOTAL = re.compile(r"(?P<group>.*?)(?:合计|总计|共计|小计)(?:[（(][^）)]{0,80}[）)])?$")
_NOT_ADDED = re.compile(
    r"[%％‰±]|率|比重|占比|比例|增[速幅减长]|比上年|同比|环比|平均|均|指数|排名|排序|位次|名次|序号|编号|代码|单价|价格|年份|年度$|时间|日期|密度|倍|系数|"
    r"百分点|得分|评分|温度"
)
_OF_WHICH = re.compile("其中")
_ROUNDED_UNIT = re.compile(r"[千万亿]")
# Totals of a kind are believed to be sums where at least so many of them add up; a table gets at most so many findings.
_BELIEVED = 0.5
_MOST_FINDINGS = 20

Check = tuple[Cell, str, Decimal, list[Values]]
"""A total's cell, its column's title, its value and the parts that may make it up."""


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
    layout = layout_of(table.header, rows)
    if len(layout.labels) < 3 or mixed_units(layout, table.header, rows):
        return
    columns = [column for column in range(layout.column + 1, len(table.header)) if _is_added(table, column)]
    grand = [check for column in columns for check in _total_check(layout, table, rows, column)]
    inner = [check for column in columns for check in _subtotal_checks(layout, table, rows, column)]
    yield from _differing(table, grand, least=3)
    yield from _differing(table, inner, least=2)


def _differing(table: Table, checks: Sequence[Check], least: int) -> Iterator[Finding]:
    """The findings of totals that are no sums; none where so many or more are checked and most are none."""
    wrong = [check for check in checks if not _explained(table, check)]
    if len(checks) >= least and len(wrong) > (1 - _BELIEVED) * len(checks):
        return
    for cell, title, stated, ways in wrong:
        nearest = min(ways, key=lambda way: abs(sum(way, Decimal(0)) - stated))
        yield _finding(table, title, stated, nearest, cell.span)


def _explained(table: Table, check: Check) -> bool:
    _, title, stated, ways = check
    return any(agree(stated, way, rounded=_is_rounded(table, title)) for way in ways)


def _total_check(layout: Layout, table: Table, rows: Sequence[Sequence[Cell]], column: int) -> Iterator[Check]:
    """The grand total of a column; that of an area is none where it lies between its parts, as an average does."""
    if layout.total is None:
        return
    others = [index for index in range(len(layout.labels)) if index != layout.total]
    for check in _check(layout, table, rows, column, layout.total, [others]):
        _, _, stated, ways = check
        if not layout.is_area or not any(min(way) <= stated <= max(way) for way in ways):
            yield check


def _subtotal_checks(layout: Layout, table: Table, rows: Sequence[Sequence[Cell]], column: int) -> Iterator[Check]:
    for subtotal, sides in blocks(layout):
        yield from _check(layout, table, rows, column, subtotal, sides)


def _check(
    layout: Layout,
    table: Table,
    rows: Sequence[Sequence[Cell]],
    column: int,
    total: int,
    groups: Sequence[Sequence[int]],
) -> Iterator[Check]:
    """A total with the ways to make it up out of one of the groups of rows; nothing where it states no number, a part
    can't be read, or a part is empty and nothing adds up without it."""
    texts = [row[column].text for row in rows]
    stated = parse_number(texts[total])
    ways = [way for group in groups for way in ways_of(layout, texts, group)] if stated is not None else []
    empty = any(not texts[index].strip() for group in groups for index in group)
    if stated is None or not ways or (empty and not any(sum(way, Decimal(0)) == stated for way in ways)):
        return
    yield rows[total][column], table.header[column], stated, ways


# -- columns that are totals


def _in_rows(table: Table, rows: Sequence[Sequence[Cell]]) -> Iterator[Finding]:
    for column, title in enumerate(table.header):
        parts = _part_columns(table, column)
        if len(parts) < 2 or not rows:
            continue
        sums = [(row[column], _row_values(row, column, parts)) for row in rows]
        checks: list[Check] = [(cell, title, values[0], [values[1:]]) for cell, values in sums if values is not None]
        if len(checks) > 1:
            yield from _differing(table, checks, least=2)


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
    fits = title.startswith(group) and not _COLUMN_TOTAL.match(title) and not _OF_WHICH.search(title)
    return fits and _is_added(table, column)


def _row_values(row: Sequence[Cell], column: int, parts: Sequence[int]) -> list[Decimal] | None:
    """The total and its parts; None where one is no number."""
    values = [parse_number(row[index].text) for index in (column, *parts)]
    return None if any(value is None for value in values) else [value for value in values if value is not None]


# -- what is added up, and how exactly


def _is_added(table: Table, column: int) -> bool:
    """Whether anybody adds up a column: it holds amounts, no rates, averages or ranks."""
    unit = table.unit or ""
    return not _NOT_ADDED.search(simplified(table.header[column])) and unit not in ("%", "％", "‰")


def _is_rounded(table: Table, title: str) -> bool:
    """Whether whole numbers are rounded ones: in 万元 and the like, as the table or the column says."""
    bracket = re.search(r"[（(](.{0,80}?)[）)]", title)
    return _ROUNDED_UNIT.search(bracket[1] if bracket else table.unit or "") is not None


def _finding(table: Table, title: str, stated: Decimal, parts: Values, span: Span | None) -> Finding:
    total = sum(parts, Decimal(0))
    return _DIFFERS.finding(table=table.caption or table.id, title=title, stated=stated, total=total, span=span)


_DIFFERS = Saying(
    "extract-total-differs",
    "warning",
    "{table}: {title} 合计 {stated}, the parts add up to {total}",
    "compare the table with its source",
)
