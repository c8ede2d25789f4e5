"""Enumerations with parallel content as tables: a row an item, a column for each figure that recurs.

``1、甲公司：去年销售额达5亿元，今年计划6亿元。有意来投资。`` with its like becomes 企业 | 去年销售额 | 今年计划销售额
| 情况. Dates of steps (2016年9月开工) and labelled fields (地点：城南) are columns too. What recurs in no other item
stays in the last column, word for word.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from reporter.extract.list_fields import ListField, fields_of, label_of
from reporter.extract.table_cells import EMPTY_CELL, cell, trimmed
from reporter.language.script import simplified
from reporter.model.document import Cell, Document, Indicator, Item, Section, Table
from reporter.model.text import Span

_SEPARATOR = re.compile(r"[：:，。；、\s]*")
_CLAUSE_END = re.compile(r"[，。；！？\n]|$")
_LABELS: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("企业", re.compile(r"公司|集团|企业|厂$|电器$|机电$|洁具$|涂料$|实业|股份|科技$|机械$|银行$|商行$")),
    ("项目", re.compile(r"项目|工程$|基地$|园$|中心$|大桥$|公路$|铁路$")),
    ("地区", re.compile(r"(?:[省市县州镇乡旗盟]|(?<![景园校库厂矿小])区|(?<!民俗)(?<!度假)村)$")),
    ("单位", re.compile(r"[局委办院所校站处会]$|政府$|学校$|医院$")),
)
_INTRODUCED = re.compile(r"([\u4e00-\u9fff]{2,12}?(?:情况|名单|如下|分别为|有))(?:如下|是|为)?[：:]?$")
_PLANNED = re.compile(r"计划|目标")


# Period, name and whether it is to come, of a figure; a field has its name alone.
Column = tuple[str, str, bool]


@dataclass(frozen=True, slots=True)
class Row:
    """An item of an enumeration: what names it, what it says, and its figures and fields, each with the column that it
    belongs to, in the order of the text."""

    label: Span
    body: Span
    entries: tuple[tuple[Column, Span], ...]

    def in_column(self, column: Column) -> Span | None:
        """The place of what the item says in a column; None where it says nothing."""
        return next((span for own, span in self.entries if own == column), None)


def item_tables(document: Document, indicators: Sequence[Indicator]) -> list[Table]:
    """The tables of a document's numbered items with labels; ids are left empty."""
    by_sentence: dict[str, list[Indicator]] = defaultdict(list)
    for indicator in indicators:
        by_sentence[indicator.sentence].append(indicator)
    made = []
    for run in _runs(document):
        rows = [_item_row(document, item, label, by_sentence) for item, label in run]
        table = _table(document, rows, run[0][0].section, least=0.3)
        if table:
            made.append(table)
    return made


def section_tables(document: Document, indicators: Sequence[Indicator]) -> list[Table]:
    """The tables of neighbouring sections with run-in headings that state the same figures (a list of projects)."""
    made = []
    for run in _section_runs(document.sections):
        rows = [_section_row(document, section, indicators) for section in run]
        table = _table(document, rows, run[0].parent, least=0.8)
        if table:
            made.append(table)
    return made


def _runs(document: Document) -> list[list[tuple[Item, Span]]]:
    """Items that something names, with the place of that, in one section and one paragraph after the other, three at
    least."""
    runs: list[list[tuple[Item, Span]]] = []
    for item in document.items:
        last = runs[-1][-1][0] if runs else None
        label = label_of(document, item)
        if label is None:
            continue
        if last and last.section == item.section and item.paragraph - last.paragraph <= 1:
            runs[-1].append((item, label))
        else:
            runs.append([(item, label)])
    return [run for run in runs if len(run) >= 3]


def _section_runs(sections: Sequence[Section]) -> list[list[Section]]:
    """Sections with run-in headings below one parent, three at least."""
    groups: dict[tuple[str | None, int], list[Section]] = defaultdict(list)
    for section in sections:
        if section.inline:
            groups[section.parent, section.level].append(section)
    return [group for group in groups.values() if len(group) >= 3]


def _item_row(document: Document, item: Item, label: Span, by_sentence: dict[str, list[Indicator]]) -> Row:
    return _row(document, label, item.span.end, [figure for name in item.sentences for figure in by_sentence[name]])


def _section_row(document: Document, section: Section, indicators: Sequence[Indicator]) -> Row:
    start = section.span.start + len(section.number or "")
    label = trimmed(document.text, Span(start, section.span.end))
    sentences = {sentence.id: sentence for sentence in document.sentences if sentence.section == section.id}
    end = max((sentence.span.end for sentence in sentences.values()), default=section.span.end)
    return _row(document, label, end, [figure for figure in indicators if figure.sentence in sentences])


def _row(document: Document, label: Span, end: int, figures: list[Indicator]) -> Row:
    gap = _SEPARATOR.match(document.text, label.end)
    start = min(gap.end() if gap else label.end, end)
    body = Span(start, end)
    fields = fields_of(document, body)
    entries: list[tuple[Column, Span]] = [(("", field.name, False), field.span) for field in fields]
    entries += [
        (_column(figure), figure.span)
        for figure in figures
        if figure.role != "change" and figure.span.start >= start and not _is_inside(figure.span, fields)
    ]
    return Row(label, body, tuple(sorted(entries, key=lambda entry: entry[1])))


def _is_inside(span: Span, fields: Sequence[ListField]) -> bool:
    return any(field.span.overlaps(span) for field in fields)


def _table(document: Document, rows: list[Row], section: str | None, least: float) -> Table | None:
    """The rows as a table; None where nothing recurs in at least two of them and the given share."""
    columns = _columns(rows, max(2, round(least * len(rows))))
    if not columns:
        return None
    header = [_label_header(document, rows), *("".join(_heading(column)) for column in columns)]
    cells = [[cell(document, row.label), *(_cell(document, row, column) for column in columns)] for row in rows]
    rest = [_rest(document, row, columns) for row in rows]
    if any(rest):
        header.append("情况")
        for line, span in zip(cells, rest, strict=True):
            line.append(cell(document, span) if span else EMPTY_CELL)
    caption = _caption(document, rows[0].label.start)
    span = Span(rows[0].label.start, rows[-1].body.end)
    return Table("", caption, None, "list", section, tuple(header), tuple(tuple(line) for line in cells), span)


def _columns(rows: list[Row], least: int) -> list[Column]:
    """What recurs in at least so many rows, in the order of its first appearance."""
    counts: Counter[Column] = Counter()
    for row in rows:
        counts.update(dict.fromkeys(column for column, _ in row.entries).keys())
    return [column for column in counts if counts[column] >= least]


def _column(figure: Indicator) -> Column:
    """What puts figures of several rows in one column: period, name and whether it is to come."""
    planned = figure.role in ("target", "plan")
    stem = _PLANNED.sub("", figure.name) if planned else figure.name
    return figure.period or "", stem or figure.name, planned


def _heading(column: Column) -> tuple[str, str, str]:
    period, stem, planned = column
    return period, "计划" if planned else "", stem


def _cell(document: Document, row: Row, column: Column) -> Cell:
    """What a row says in a column as it stands in the text: a figure with the words that say how exact it is."""
    span = row.in_column(column)
    return cell(document, span) if span else EMPTY_CELL


def _rest(document: Document, row: Row, columns: list[Column]) -> Span | None:
    """What a row says beside its columns: the text behind the clause of the last of them, or before the first's."""
    inside = [span for column, span in row.entries if column in columns]
    if not inside:
        return trimmed(document.text, row.body) or None
    match = _CLAUSE_END.search(document.text, max(span.end for span in inside), row.body.end)
    tail = trimmed(document.text, Span(min(match.end() if match else row.body.end, row.body.end), row.body.end))
    starts = [
        end.end() for end in _CLAUSE_END.finditer(document.text, row.body.start, min(span.start for span in inside))
    ]
    head = trimmed(document.text, Span(row.body.start, max([row.body.start, *starts[:-1]])))
    longer = max(tail, head, key=len)
    return longer if len(longer) else None


def _label_header(document: Document, rows: list[Row]) -> str:
    """What the labels name, by their endings or by the words that introduce the list."""
    labels = [simplified(row.label.of(document.text)) for row in rows]
    lead = document.simplified[max(0, rows[0].label.start - 60) : rows[0].label.start]
    scores = {
        name: sum(bool(pattern.search(label)) for label in labels) / len(labels) + (0.5 if name in lead else 0)
        for name, pattern in _LABELS
    }
    best = max(scores, key=lambda name: scores[name])
    return best if scores[best] >= 0.5 else "名称"


def _caption(document: Document, start: int) -> str:
    """The words that introduce a list (各企业的情况); else the heading it stands under, or the title."""
    end = start
    while end and not document.text[end - 1].isalnum():
        end -= 1
    while end and re.match(r"[\d一二三四五六七八九十（）()、.．\s]", document.text[end - 1]):
        end -= 1
    lead = re.sub(r"[：:\s]+$", "", document.text[max(0, end - 40) : end])
    clause = re.split(r"[，。；！？\n]", lead)[-1]
    stem = re.sub(r"(?:具体)?(?:情况)?(?:分别)?(?:如下|是|为)$", "", simplified(clause))
    if simplified(clause).endswith(("如下", "分别是", "分别为", "包括", "情况")) and stem:
        length = len(clause) - (2 if simplified(clause).endswith("如下") else 0)
        return clause[:length].strip()
    sections = [section for section in document.sections if section.span.end <= start]
    return sections[-1].heading if sections else document.title.text
