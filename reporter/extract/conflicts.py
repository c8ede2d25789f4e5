"""One figure, two values: the same name, subject, period, role and unit stated differently, in one document or
several."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence

from reporter.extract.lexicon import Lexicon
from reporter.extract.measures import agree, measure
from reporter.extract.periods import Periods
from reporter.extract.tokens import is_generic
from reporter.extract.units import dimension
from reporter.model.briefing import Conflict, Reference
from reporter.model.document import Analysis, Bound, Indicator, Number

_Place = tuple[Analysis, Indicator]
_SentenceOf = tuple[str, str]
_Statement = tuple[Number | tuple[Number, Number], str, Bound | None]
_ANY_PLACE = re.compile(r"(?:[全本我该各]?[国省市县区州镇乡]|各地|当地)?")
# Qualifiers that make another figure of one: sums up to a day, averages, what is new.
_QUALIFIED = {
    "累计": "sum", "年均": "mean", "月均": "mean", "日均": "mean", "平均": "mean", "人均": "head", "户均": "house",
    "亩均": "area", "新增": "new", "净增": "new", "首次": "new", "最高": "most", "最多": "most", "最大": "most",
    "最低": "least",
}  # fmt: skip
# A document that states one figure with more values lists things that its names do not tell apart.
_MOST_VALUES = 4
_NOISE = re.compile(r"[“”‘’、，·\s]|产品$|数量?$|总数$|的")


def conflicts(analyses: Sequence[Analysis], lexicon: Lexicon | None = None) -> tuple[Conflict, ...]:
    """The figures that are stated with values that can't all be true, as first read; each with all its statements.

    Figures of a quarter, of months and of the year are of different periods, those of different subjects are different
    figures; a subject such as 全市 is one of its own document. Several values in one sentence tell different things
    apart (由12家增至31家) and are none. Names that tell nothing alone, shares of what only the text before them names
    (占计划), limits, amounts of time, and figures without a period are left out: too much may lie between two of them.

    Args:
        lexicon: names that mean the same and names that are left out.
    """
    words = lexicon or Lexicon()
    groups: dict[tuple[str, ...], list[_Place]] = defaultdict(list)
    for analysis in analyses:
        periods = Periods(analysis)
        for indicator in analysis.indicators:
            if _is_comparable(indicator) and not words.ignores(indicator.key, indicator.name):
                groups[_identity(indicator, analysis, periods, words)].append((analysis, indicator))
    found = []
    for places in groups.values():
        clashing = _clashing(_without_lists(places))
        if clashing:
            items = tuple(Reference(analysis.document.id, indicator.id) for analysis, indicator in clashing)
            found.append(Conflict(clashing[0][1].name, items))
    return tuple(found)


def _is_comparable(indicator: Indicator) -> bool:
    return (
        indicator.period is not None
        and not is_generic(indicator.key)
        and len(indicator.name) >= 3
        and not indicator.name.startswith("占")
        and measure(indicator) not in ("limit", "time")
    )


def _identity(indicator: Indicator, analysis: Analysis, periods: Periods, words: Lexicon) -> tuple[str, ...]:
    """What two statements of one figure share. Of a period that no year resolves, and of a subject that is a place's
    level and no name, the document is a part."""
    document = analysis.document.id
    subject = f"{indicator.subject} {document}" if _ANY_PLACE.fullmatch(indicator.subject) else indicator.subject
    return (
        words.key(_NOISE.sub("", indicator.name)),
        subject,
        periods.of(indicator) or "",
        indicator.role,
        _QUALIFIED.get(indicator.qualifier or "", ""),
        dimension(indicator.unit),
    )


def _without_lists(places: Sequence[_Place]) -> list[_Place]:
    """The statements without those of documents that give the figure more values than any text would by mistake."""
    values: dict[str, set[_Statement]] = defaultdict(set)
    for place in places:
        values[place[0].document.id].add(_statement(place))
    return [place for place in places if len(values[place[0].document.id]) <= _MOST_VALUES]


def _clashing(places: Sequence[_Place]) -> list[_Place]:
    """The statements of one figure that another sentence's statement does not agree with, in order.

    What repeats the words of its sentence or the value of another is compared once: a figure is stated a hundred times,
    but hardly with a hundred values.
    """
    if len({_sentence(place) for place in places}) < 2:
        return []
    distinct = list({(_sentence(place), _statement(place)): place for place in places}.values())
    several = _distinct_elsewhere(distinct)
    known: dict[tuple[_SentenceOf, _Statement], bool] = {}
    for place in distinct:
        known[_sentence(place), _statement(place)] = any(_clash(place, other) for other in several)
    return [place for place in places if known[_sentence(place), _statement(place)]]


def _distinct_elsewhere(places: Sequence[_Place]) -> list[_Place]:
    """One or two places a statement: two sentences are enough for one of them to be another than any given."""
    chosen: dict[_Statement, list[_Place]] = defaultdict(list)
    for place in places:
        same = chosen[_statement(place)]
        if len(same) < 2:
            same.append(place)
    return [place for same in chosen.values() for place in same]


def _sentence(place: _Place) -> _SentenceOf:
    return place[0].document.id, place[1].sentence


def _statement(place: _Place) -> _Statement:
    """All that agreement depends on."""
    return place[1].value, place[1].unit, place[1].bound


def _clash(first: _Place, second: _Place) -> bool:
    return _sentence(first) != _sentence(second) and not agree(first[1], second[1])
