"""What the rows of a table are to its totals: the grand total, subtotals, parts, parts of parts (其中), notes.

The parts that may make up a total are given as ways; where none of them is its sum, the total is doubtful.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import product

from reporter.extract.cell_numbers import parse_number
from reporter.extract.units import CANONICAL, FAMILY
from reporter.language.script import simplified
from reporter.model.document import Cell

_TOTAL = re.compile(r"(?:全[国省市县区州旗镇乡])?(?:合计|总计|总和|共计)(?:[（(][^）)]*[）)])?$")
_GRAND = re.compile("总计|总和")
_SUBTOTAL = re.compile(r"小计$")
_WHOLE = re.compile(r"全[国省市县区州旗镇乡](?:合计|总计)?$")
_AREA = re.compile(r"[省市县区州旗镇乡盟]$|街道|开发区")
_OF_WHICH = re.compile(r"其中|[#＃]|其:")
_TOP_LEVEL = re.compile(r"[一二三四五六七八九十]{1,3}[、.．]")
_BREAKDOWN = re.compile(r"[(（一二三四五六七八九十、.．）)]*按.{1,12}分")
_NOTE = re.compile(r"(?:附?注|说明|备注|资料来源|数据来源|制表|填表|审核|统计口径)")
_SERIAL = re.compile(r"序号|编号|代码")
_UNIT_TITLE = re.compile(r"(?:计量|计算)?单位$")
# So many ways of reading rows behind 其中 are tried; where there are more, nothing is doubted.
_MOST_WAYS = 512
_MOST_SUMMED = 60

Values = Sequence[Decimal]


@dataclass(frozen=True, slots=True)
class Layout:
    """The rows of a table by what they are: labels without notes, the column of the labels, the index of the grand
    total (None without one) and those of the subtotals. ``is_area`` says that the total is the row of a whole area,
    which may be an average of its parts as well."""

    labels: tuple[str, ...]
    column: int
    total: int | None
    subtotals: tuple[int, ...]
    is_area: bool = False


def layout_of(header: Sequence[str], rows: Sequence[Sequence[Cell]]) -> Layout:
    """The layout of a table's rows; rows of notes at its end do not count."""
    column = _label_column(header, rows)
    labels = [_label(row, column) for row in rows]
    while labels and _NOTE.match(labels[-1]):
        labels.pop()
    totals = [index for index, label in enumerate(labels) if _TOTAL.match(label)]
    subtotals = [index for index, label in enumerate(labels) if _SUBTOTAL.search(label)]
    if len(totals) > 1:  # 合计 of each group below one 总计
        grand = [index for index in totals if _GRAND.search(labels[index])]
        subtotals = sorted([*subtotals, *(index for index in totals if index not in grand)])
        totals = grand
    is_area = not totals and _are_areas(labels)
    if is_area:
        totals = [index for index, label in enumerate(labels) if _WHOLE.match(label)]
    outer = len(totals) == 1 and totals[0] in (0, len(labels) - 1)
    return Layout(tuple(labels), column, totals[0] if outer else None, tuple(subtotals), is_area)


def _label_column(header: Sequence[str], rows: Sequence[Sequence[Cell]]) -> int:
    """The column of the labels: the second where the first only counts the rows."""
    if len(header) < 3 or not rows:
        return 0
    counted = [row[0].text.strip() for row in rows]
    numbers = sum(text.isdecimal() for text in counted)
    serial = _SERIAL.search(simplified(header[0])) is not None
    return 1 if numbers * 2 >= len(counted) and (serial or not header[0]) else 0


def _label(row: Sequence[Cell], column: int) -> str:
    """The label of a row; that of a total may stand in an earlier column, over the serial numbers."""
    texts = [simplified(re.sub(r"\s+", "", cell.text)) for cell in row[: column + 1]]
    return next((text for text in texts if _TOTAL.match(text) or _NOTE.match(text)), texts[column] if texts else "")


def _are_areas(labels: Sequence[str]) -> bool:
    return sum(_AREA.search(label) is not None for label in labels) * 2 > len(labels)


def mixed_units(layout: Layout, header: Sequence[str], rows: Sequence[Sequence[Cell]]) -> bool:
    """Whether a column names a unit for each row and they differ, so that nobody adds the rows."""
    for column, title in enumerate(header):
        if _UNIT_TITLE.match(simplified(title)):
            stated = {simplified(row[column].text).strip().lstrip("万亿千百") for row in rows[: len(layout.labels)]} - {
                ""
            }
            if len(stated) > 1 and all(unit in FAMILY or unit in CANONICAL for unit in stated):
                return True
    return False


def blocks(layout: Layout) -> Iterator[tuple[int, tuple[tuple[int, ...], ...]]]:
    """(subtotal, the rows that it may sum up): those since the subtotal before it, and those up to the next."""
    edges = sorted({-1, len(layout.labels), *layout.subtotals, *({layout.total} if layout.total is not None else ())})
    for before, index, after in zip(edges, edges[1:], edges[2:], strict=False):
        if index in layout.subtotals:
            yield index, (tuple(range(before + 1, index)), tuple(range(index + 1, after)))


def ways_of(layout: Layout, texts: Sequence[str], indices: Sequence[int]) -> list[Values]:
    """The parts among these rows that may make up a total: all, the subtotals, the rows of the first level, those that
    are left without the rows behind 其中 or without rows that another sums up, the rows of one breakdown (按行业分);
    none where a row can't be read."""
    values = {index: parse_number(texts[index]) if texts[index].strip() else Decimal(0) for index in indices}
    known = {index: value for index, value in values.items() if value is not None}
    if len(known) < len(values):
        return []
    plain = [index for index in indices if index not in layout.subtotals]
    chosen = [
        *_without_details(layout.labels, plain),
        [index for index in indices if index in layout.subtotals],
        [index for index in indices if _TOP_LEVEL.match(layout.labels[index])],
        _without_summed(plain, known),
        *_breakdowns(layout.labels, plain),
    ]
    return [[known[index] for index in way] for way in chosen if len(way) > 1]


def _without_summed(indices: Sequence[int], values: Mapping[int, Decimal]) -> list[int]:
    """The rows without those that the row before them sums up: a city and its counties below it."""
    kept: list[int] = []
    at = 0
    while at < len(indices):
        kept.append(indices[at])
        at += 1 + _summed(values[indices[at]], [values[index] for index in indices[at + 1 : at + 1 + _MOST_SUMMED]])
    return kept


def _summed(whole: Decimal, following: Sequence[Decimal]) -> int:
    """How many of the following values make up a whole: two or more, or 0."""
    total = Decimal(0)
    for count, value in enumerate(following, 1):
        total += value
        if count > 1 and total == whole and whole:
            return count
    return 0


def _breakdowns(labels: Sequence[str], indices: Sequence[int]) -> list[list[int]]:
    """The rows behind each 按…分, up to the next: every breakdown makes up the whole."""
    groups: list[list[int]] = []
    for index in indices:
        if _BREAKDOWN.match(labels[index]):
            groups.append([])
        elif groups:
            groups[-1].append(index)
    return groups


def _without_details(labels: Sequence[str], indices: Sequence[int]) -> list[list[int]]:
    """The rows without those that are parts of others: each 其中 takes itself and some of the rows behind it, up to the
    next 其中 or row of the first level; how many, nothing says."""
    fixed: list[int] = []
    details: list[list[int]] = []
    for index in indices:
        if _OF_WHICH.match(labels[index]):
            details.append([])
        elif details and not _TOP_LEVEL.match(labels[index]):
            details[-1].append(index)
        elif _TOP_LEVEL.match(labels[index]) or not details:
            fixed.append(index)
    if fixed and all(_TOP_LEVEL.match(labels[index]) for index in fixed):
        return [fixed]
    count = 1
    for rows in details:
        count *= len(rows) + 1
    if count > _MOST_WAYS:
        return []
    cuts = product(*(range(len(rows) + 1) for rows in details))
    return [
        sorted([*fixed, *(i for rows, cut in zip(details, cut_of, strict=True) for i in rows[cut:])]) for cut_of in cuts
    ]
