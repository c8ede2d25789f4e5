"""What the items of a list say in parallel beside figures: labelled fields, dates of steps, and clauses with one verb.

``建设地点：城南；负责人：某某`` has two fields, ``2016年9月开工`` one named 开工, ``年产棉纱3万吨`` one named 年产.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from reporter.extract.table_cells import trimmed
from reporter.language.dates import find_dates
from reporter.model.document import Document, Item
from reporter.model.text import Span

_LABEL = r"[\u4e00-\u9fff]{2,8}[：:]"
_LABELLED = re.compile(
    rf"(?:(?<=[；;。，,、\n\s])|^)(?P<label>{_LABEL})(?P<value>[^：:\n]*?)(?=[；;。\n]|[，,]{_LABEL}|$)"
)
_CLAUSE = re.compile(r"[^，,；;。\n]+")
_BEFORE_DATE = re.compile(r"(?:计划|预计|拟|将|已|于|自|从)*")
_STEP = re.compile(r"(?P<end>[底末]?(?:之?前)?)(?:正式|全面|顺利|建成)?(?P<step>[\u4e00-\u9fff]{2,4})")
_NO_STEP = re.compile(r"[年月日底末旬]|以来|左右|期间|共|同比|增长")
_VERB = re.compile(
    r"(?P<label>年产(?!值|量)|年加工|主营|主产|主要生产|主要从事|主要产品(?=[有为是])|生产(?!总?值|线|能力|企业)"
    r"|位于|地处|坐落于|始建于|成立于|建于|涉及|从事|经营(?!收入|面积))"
    r"(?:业务)?[有为是]?(?P<value>.{2,40})$"
)
_NAME = re.compile(
    r"(?:公司|集团|企业|[厂店场馆站所园]|院|校|中学|小学|大学|银行|中心|合作社|项目|工程|基地|大桥|公路|铁路|[县区镇乡村]|社区|街道|景区|平台|协会|实验室|水库|酒店|市场|广场)(?:[（(][^（）()]{1,12}[)）])?$"
)
_LONGEST_LABEL = 24


@dataclass(frozen=True, slots=True)
class ListField:
    """A field of an item: what names it, and the place of what it says."""

    name: str
    span: Span


def fields_of(document: Document, body: Span) -> list[ListField]:
    """The fields of an item's text, in order; none overlap. Names are in simplified characters."""
    found = list(_labelled(document, body))
    for clause in _CLAUSE.finditer(document.simplified, body.start, body.end):
        span = trimmed(document.text, Span(*clause.span()))
        if len(span) and not any(span.overlaps(field.span) for field in found):
            field = _step(document, span) or _verb(document, span)
            if field:
                found.append(field)
    return sorted(found, key=lambda field: field.span)


def _labelled(document: Document, body: Span) -> Iterator[ListField]:
    text = body.of(document.simplified)
    for match in _LABELLED.finditer(text):
        start, end = match.span("value")
        span = trimmed(document.text, Span(body.start + start, body.start + end))
        if len(span):
            yield ListField(match["label"][:-1], span)


def _step(document: Document, clause: Span) -> ListField | None:
    """A clause that is a date and a step (2016年9月开工): the step names it, the date is what it says."""
    text = clause.of(document.simplified)
    dates = find_dates(text, plain=True)
    if len(dates) != 1:
        return None
    date = dates[0]
    match = _STEP.fullmatch(text, date.end)
    if match is None or _NO_STEP.search(match["step"]) or not _BEFORE_DATE.fullmatch(text, 0, date.start):
        return None
    planned = "计划" if re.match(r"计划|预计|拟|将", text) else ""
    return ListField(planned + match["step"], Span(clause.start + date.start, clause.start + match.end("end")))


def _verb(document: Document, clause: Span) -> ListField | None:
    match = _VERB.match(document.simplified[clause.start : clause.end])
    if match is None:
        return None
    return ListField(match["label"], Span(clause.start + match.start("value"), clause.end))


def label_of(document: Document, item: Item) -> Span | None:
    """What names an item: its label, else its first clause where that is a name (某某项目，总投资…)."""
    if item.label:
        start = document.text.index(item.label, item.span.start)
        return Span(start, start + len(item.label))
    start = item.span.start + len(item.marker)
    clause = _CLAUSE.search(document.text, start, item.span.end)
    span = trimmed(document.text, Span(*clause.span())) if clause else Span(start, start)
    named = 2 < len(span) <= _LONGEST_LABEL and _NAME.search(span.of(document.simplified))
    return span if named and not re.search(r"\d", span.of(document.text)) else None
