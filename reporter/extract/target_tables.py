"""Tables that break tasks down: rows with what is to be done or reached, how much, by when, by whom.

A column is known by its heading (目标任务, 目标值, 完成时限, 责任单位). A table is read where it has a column of who
answers or of targets beside one that names what is to be done.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from reporter.extract.cell_numbers import parse_number
from reporter.extract.deadlines import find_deadlines
from reporter.extract.duties import DutyRole, bodies_of, role_of
from reporter.extract.outlook import Outlook
from reporter.extract.plan_years import is_over
from reporter.extract.units import canonical, unit_at
from reporter.language.script import simplified
from reporter.model.document import Bound, Cell, Deadline, Document, Duty, Number, Table, Target

_BODY = re.compile(
    r"(?:责任|牵头|主办|主责|主抓|主管|承办|落实|实施|配合|协办|协助|参与|参加|完成|负责|分管)(?:单位|部门|处室|科室|股室|机构|主体|领导|人员?)|责任分工|^(?:责任|负责|牵头|配合)$"
)
_WHEN = re.compile(r"时限|期限|时间|进度|完成日期|节点|截止|^日期$")
_TARGET = re.compile(
    r"目标(?:值|数|量|要求)?$|(?:计划|规划|任务)(?:数|值|量|指标|目标)$|(?:年|五)(?:目标|计划|规划|预期)|目标(?:任务)?数|^任务[数量]"
    r"|任务$|预期(?:值|数|目标)?$|(?:目标|规划|预期)[^\d]{0,3}20\d\d年?$"
)
# Columns of years in a table whose indicators are binding or expected (约束性, 预期性): the first is where they start.
_YEAR_ONLY = re.compile(r"(?:至|到)?(?P<year>20\d\d)年?(?:末|底)?")
_KIND = re.compile(r"^(?:约束|预期|预测|引导|指导)性(?:指标)?$")
_RESULT = re.compile(r"实际|完成情况|完成值|现状|基期|基数|实绩|累计|去年|上年|增速|增长")
_TASK = re.compile(r"任务|工作|事项|内容|措施|举措|项目|指标|目标|名称|要点|要求|考核")
_NO_THING = re.compile(r"序号|编号|备注|说明|单位$")
_UNIT = re.compile(r"^(?:计量)?单位$")
_UNIT_IN_HEAD = re.compile(r"[（(]([^（()）]{1,8})[)）]$")
_NO_TASK = re.compile(
    r"^(?:20\d\d年|单位)|"
    r"序号|编号|备注|说明|分值|权重|得分|类别|分类|属性|基期|基数|现状|实际|完成情况|完成值|去年|上年|单位|负责|责任"
)
_QUANTITY = re.compile(
    r"(?P<before>≥|>|＞|≤|<|＜|不低于|不少于|不超过|达到|以上)?(?P<number>-?\d+(?:,\d{3}(?!\d))*(?:\.\d+)?)(?P<unit>[^\d\s≥≤<>，,；;（）()\[\]［］【】以左]{0,6})(?P<behind>以上|以内|以下|左右)?"
)
# ≥5000亿元左右 and the like; a longer cell tells a task.
_LONGEST_AMOUNT = 14
_BOUNDS: dict[str, Bound] = {
    "≥": "at_least", "不低于": "at_least", "不少于": "at_least", "以上": "at_least", ">": "over", "＞": "over",
    "≤": "at_most", "不超过": "at_most", "以内": "at_most", "以下": "at_most", "<": "under", "＜": "under",
    "左右": "about",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Columns:
    """Which columns of a table say what, by index; ``units`` states the unit of each row. ``things`` says that the rows
    are bodies or places, whose targets the headings name."""

    task: int
    targets: tuple[int, ...]
    deadline: int | None
    bodies: tuple[tuple[int, DutyRole], ...]
    units: int | None
    things: bool = False


def table_targets(document: Document, tables: Sequence[Table], outlook: Outlook) -> Iterator[Target]:
    """The targets that the tables of a document set, a row at a time; ids are left empty.

    A row with several columns of targets (2018年目标, 2020年目标) gives one for each; one without any is a task.
    """
    year = outlook.year
    for table in tables:
        columns = _columns(table, outlook)
        if columns:
            last = ""
            for index, row in enumerate(table.rows):
                if row[columns.task].span and row[columns.task].text != last:
                    yield from _of_row(document, table, index, columns, year)
                last = "" if columns.targets else row[columns.task].text


def _columns(table: Table, outlook: Outlook) -> _Columns | None:
    """What the columns say; None for a table that sets no targets."""
    heads = [simplified(re.sub(r"\s+", "", head)) for head in table.header]
    bodies = tuple((index, role_of(head, "responsible")) for index, head in enumerate(heads) if _BODY.search(head))
    body_columns = {index for index, _ in bodies}
    when = next((index for index, head in enumerate(heads) if _WHEN.search(head) and index not in body_columns), None)
    years = _years_ahead(table, heads)
    targets = tuple(
        index
        for index, head in enumerate(heads)
        if index not in body_columns
        and index != when
        and (index in years or _TARGET.search(_UNIT_IN_HEAD.sub("", head)))
        and not _RESULT.search(head)
        and not is_over(head, outlook.issued)
        and _is_numeric(table, index)
    )
    task = _task_column(table, heads, {*body_columns, *targets, when})
    things = task is None and bool(targets)
    if things:
        task = _first_of_words(table, heads, {*body_columns, *targets, when})
    units = next((index for index, head in enumerate(heads) if _UNIT.search(head)), None)
    if task is None or not (bodies or targets):
        return None
    return _Columns(task, targets, when, bodies, units, things)


def _task_column(table: Table, heads: Sequence[str], taken: set[int | None]) -> int | None:
    """The column that names what is to be done: of those with such a heading the one with the most to say."""
    free = [index for index in range(len(heads)) if index not in taken and not _NO_TASK.search(heads[index])]
    named = [index for index in free if _TASK.search(heads[index])]
    said = {index: sum(len(row[index].text) for row in table.rows) for index in named}
    return max(named, key=lambda index: (said[index], -index)) if named and any(said.values()) else None


def _first_of_words(table: Table, heads: Sequence[str], taken: set[int | None]) -> int | None:
    """The first column that holds words; None where all are numbers, or taken."""
    free = (index for index in range(len(heads)) if index not in taken and not _NO_THING.search(heads[index]))
    return next((index for index in free if not any(re.search(r"\d", row[index].text) for row in table.rows)), None)


def _years_ahead(table: Table, heads: Sequence[str]) -> frozenset[int]:
    """The columns of years behind the first, where a column says which indicators are binding and which expected."""
    if not any(_KIND.match(simplified(cell.text.strip())) for row in table.rows for cell in row):
        return frozenset()
    years = {
        index: int(match["year"])
        for index, head in enumerate(heads)
        if (match := _YEAR_ONLY.fullmatch(head)) is not None
    }
    first = min(years.values(), default=0)
    return frozenset(index for index, year in years.items() if year > first)


def _is_numeric(table: Table, column: int) -> bool:
    """Whether most cells of a column that say something are a number with at most a few words."""
    texts = [row[column].text for row in table.rows if row[column].text.strip(" -—/")]
    return bool(texts) and sum(_is_amount(text) for text in texts) * 2 > len(texts)


def _is_amount(text: str) -> bool:
    """Whether a cell says how much, and not a sentence with a number in it."""
    return bool(re.search(r"\d", text)) and len(text.strip()) <= _LONGEST_AMOUNT


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
    figures = [
        column
        for column in columns.targets
        if row[column].span and _is_amount(row[column].text) and _number(row[column].text)
    ]
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
    name, in_name = _name_and_unit(simplified(head if columns.things else plain.text))
    unit = match["unit"].strip() or (in_head[1] if in_head else "") or own or in_name or (table.unit or "")
    deadline = plain.deadline or _of_heading(head, year)
    return Target(
        **{name: getattr(plain, name) for name in ("id", "text", "span", "table", "row", "column", "duties")},
        kind="figure",
        name=name,
        subject=simplified(plain.text) if columns.things else "",
        quantity=row[column].span,
        value=_plain(number) if number is not None else None,
        unit=canonical(unit),
        bound=_BOUNDS.get(match["before"] or match["behind"] or ""),
        role="plan" if "计划" in simplified(head) else "target",
        deadline=deadline,
    )


def _name_and_unit(words: str) -> tuple[str, str]:
    """A row's name and the unit in brackets behind it: 森林覆盖率（%）; words in brackets that are no unit stay."""
    bracket = _UNIT_IN_HEAD.search(words)
    unit = unit_at(bracket[1].lstrip("万亿"), 0) if bracket else None
    if bracket is None or unit is None or unit.end() < len(unit.string):
        return words, ""
    return words[: bracket.start()].rstrip(), bracket[1]


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
