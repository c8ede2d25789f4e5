"""Tables that break tasks down: rows with what is to be done or reached, how much, by when, by whom.

A column is known by its heading (目标任务, 目标值, 完成时限, 责任单位). A table is read where it has a column of who
answers or of targets beside one that names what is to be done.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from reporter.extract.deadlines import find_deadlines
from reporter.extract.duties import DutyRole, bodies_of, role_of
from reporter.extract.totals import parse_number
from reporter.extract.units import canonical
from reporter.language.script import simplified
from reporter.model.document import Bound, Cell, Deadline, Document, Duty, Number, Table, Target

_BODY = re.compile(
    r"(?:责任|牵头|主办|主责|主抓|主管|承办|落实|实施|配合|协办|协助|参与|参加|完成|负责|分管)(?:单位|部门|处室|科室|股室|机构|主体|领导|人员?)|责任分工|^(?:责任|负责|牵头|配合)$"
)
_WHEN = re.compile(r"时限|期限|时间|进度|完成日期|节点|截止|^日期$")
_TARGET = re.compile(
    r"目标(?:值|数|要求)?$|(?:计划|规划|任务)(?:数|值|指标|目标)$|(?:年|五)(?:目标|计划|规划)|目标(?:任务)?数|^任务数"
)
_TASK = re.compile(r"任务|工作|事项|内容|措施|举措|项目|指标|目标|名称|要点|要求|考核")
_UNIT = re.compile(r"^(?:计量)?单位$")
_UNIT_IN_HEAD = re.compile(r"[（(]([^（()）]{1,8})[)）]$")
_NO_TASK = re.compile(
    r"序号|编号|备注|说明|分值|权重|得分|类别|分类|属性|基期|基数|现状|实际|完成情况|完成值|去年|上年|单位|负责|责任"
)
_QUANTITY = re.compile(
    r"(?P<before>≥|>|＞|≤|<|＜|不低于|不少于|不超过|达到|以上)?(?P<number>-?\d+(?:,\d{3}(?!\d))*(?:\.\d+)?)(?P<unit>[^\d\s≥≤<>，,；;（(以左]{0,6})(?P<behind>以上|以内|以下|左右)?"
)
_BOUNDS: dict[str, Bound] = {
    "≥": "at_least", "不低于": "at_least", "不少于": "at_least", "以上": "at_least", ">": "over", "＞": "over",
    "≤": "at_most", "不超过": "at_most", "以内": "at_most", "以下": "at_most", "<": "under", "＜": "under",
    "左右": "about",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Columns:
    """Which columns of a table say what, by index; ``units`` states the unit of each row."""

    task: int
    targets: tuple[int, ...]
    deadline: int | None
    bodies: tuple[tuple[int, DutyRole], ...]
    units: int | None


def table_targets(document: Document, tables: Sequence[Table], year: int | None) -> Iterator[Target]:
    """The targets that the tables of a document set, a row at a time; ids are left empty.

    A row with several columns of targets (2018年目标, 2020年目标) gives one for each; one without any is a task.
    """
    for table in tables:
        columns = _columns(table)
        if columns:
            last = ""
            for index, row in enumerate(table.rows):
                if row[columns.task].span and row[columns.task].text != last:
                    yield from _of_row(document, table, index, columns, year)
                last = "" if columns.targets else row[columns.task].text


def _columns(table: Table) -> _Columns | None:
    """What the columns say; None for a table that sets no targets."""
    heads = [simplified(re.sub(r"\s+", "", head)) for head in table.header]
    bodies = tuple((index, role_of(head, "responsible")) for index, head in enumerate(heads) if _BODY.search(head))
    body_columns = {index for index, _ in bodies}
    when = next((index for index, head in enumerate(heads) if _WHEN.search(head) and index not in body_columns), None)
    targets = tuple(
        index
        for index, head in enumerate(heads)
        if index not in body_columns
        and index != when
        and _TARGET.search(_UNIT_IN_HEAD.sub("", head))
        and _is_numeric(table, index)
    )
    task = _task_column(table, heads, {*body_columns, *targets, when})
    units = next((index for index, head in enumerate(heads) if _UNIT.search(head)), None)
    if task is None or not (bodies or targets):
        return None
    return _Columns(task, targets, when, bodies, units)


def _task_column(table: Table, heads: Sequence[str], taken: set[int | None]) -> int | None:
    """The column that names what is to be done: of those with such a heading the one with the most to say."""
    free = [index for index in range(len(heads)) if index not in taken and not _NO_TASK.search(heads[index])]
    named = [index for index in free if _TASK.search(heads[index])]
    said = {index: sum(len(row[index].text) for row in table.rows) for index in named}
    return max(named, key=lambda index: (said[index], -index)) if named and any(said.values()) else None


def _is_numeric(table: Table, column: int) -> bool:
    """Whether most cells of a column that say something hold a number."""
    texts = [row[column].text for row in table.rows if row[column].text.strip(" -—/")]
    return bool(texts) and sum(bool(re.search(r"\d", text)) for text in texts) * 2 > len(texts)


def _of_row(document: Document, table: Table, index: int, columns: _Columns, year: int | None) -> Iterator[Target]:
    row = table.rows[index]
    task = row[columns.task]
    duties = tuple(duty for column, role in columns.bodies for duty in _bodies(document, row[column], role))
    deadline = _deadline(row[columns.deadline], year) if columns.deadline is not None else None
    spans = [cell.span for cell in row if cell.span]
    # Cells of a row may stand anywhere where one cell spans several rows; the words that name it lead to it.
    plain = Target(
        "", "task", task.text, task.span or spans[0], table=table.id, row=index, column=columns.task, deadline=deadline,
        duties=duties,
    )  # fmt: skip
    figures = [column for column in columns.targets if row[column].span and _number(row[column].text)]
    if not figures:
        if duties:
            yield plain
        return
    for column in figures:
        yield _figure(table, plain, row, columns, column, year)


def _figure(
    table: Table,
    plain: Target,
    row: Sequence[Cell],
    columns: _Columns,
    column: int,
    year: int | None,
) -> Target:
    head = table.header[column]
    text = simplified(row[column].text)
    match = _number(text)
    if match is None:
        raise AssertionError("only cells with a number come here")
    number = parse_number(match["number"])
    in_head = _UNIT_IN_HEAD.search(simplified(head))
    own = simplified(row[columns.units].text) if columns.units is not None else ""
    unit = match["unit"].strip() or (in_head[1] if in_head else "") or own or (table.unit or "")
    deadline = plain.deadline or _of_heading(head, year)
    return Target(
        **{name: getattr(plain, name) for name in ("id", "text", "span", "table", "row", "column", "duties")},
        kind="figure",
        name=simplified(plain.text),
        quantity=row[column].span,
        value=_plain(number) if number is not None else None,
        unit=canonical(unit),
        bound=_BOUNDS.get(match["before"] or match["behind"] or ""),
        role="plan" if "计划" in simplified(head) else "target",
        deadline=deadline,
    )


def _number(text: str) -> re.Match[str] | None:
    return _QUANTITY.search(simplified(text))


def _plain(number: Decimal) -> Number:
    return int(number) if number == number.to_integral_value() else float(number)


def _bodies(document: Document, cell: Cell, role: DutyRole) -> Iterator[Duty]:
    if cell.span:
        for duty in bodies_of(document.simplified, cell.span.start, cell.span.end, role):
            yield Duty(duty.span.of(document.text), duty.role, duty.span)


def _deadline(cell: Cell, year: int | None) -> Deadline | None:
    """What a column of deadlines says: the cell's words, with the last day where they have one."""
    if cell.span is None:
        return None
    found = find_deadlines(simplified(cell.text), year)
    last = found[-1] if found else None
    return Deadline(last.date if last else None, cell.text, cell.span, last.inferred if last else False)


def _of_heading(head: str, year: int | None) -> Deadline | None:
    """The year that a column of targets names (2020年目标); a heading has no place of its own."""
    found = find_deadlines(simplified(head), year)
    return Deadline(found[0].date, found[0].span.of(head), None, found[0].inferred) if found else None
