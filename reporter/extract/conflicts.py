"""One figure, two values: the same name, subject, period, role and unit stated differently, in one document or
several."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from decimal import Decimal

from reporter.extract.lexicon import Lexicon
from reporter.extract.measures import Measure, base_values
from reporter.extract.printed import agree
from reporter.extract.statements import Statement, statements
from reporter.extract.units import dimension
from reporter.language.indicator_names import tells_alone
from reporter.model.briefing import Conflict, Reference
from reporter.model.document import Analysis, Bound, Indicator

_SentenceOf = tuple[str, str]
_Said = tuple[tuple[Decimal, ...], Decimal, Bound | None, bool, bool]
_ANY_PLACE = re.compile(r"(?:[全本我该各]?[国省市县区州镇乡]|各地|当地)?")
# A body without a name (县财政局, 市政府) is another one in each place; not one of the state (国家统计局) or of a place
# whose name begins alike (镇海区教育局).
_ANY_BODY = re.compile(r"[全本我该各]?[省市县区州镇乡][^省市县区州]*(?:[局委办厅院所站会队府部室组]|中心)")
# Qualifiers that make another figure of one: sums up to a day, averages, what is new.
_QUALIFIED = {
    "累计": "sum", "年均": "mean", "月均": "mean", "日均": "mean", "平均": "mean", "人均": "head", "户均": "house",
    "亩均": "area", "新增": "new", "净增": "new", "首次": "new", "最高": "most", "最多": "most", "最大": "most",
    "最低": "least",
}  # fmt: skip
# A document that states one figure with more values lists things that its names do not tell apart.
_MOST_VALUES = 4
_PLACES_A_STATEMENT = 4
_NOISE = re.compile(r"[“”‘’、，·\s]|产品$|数量?$|总数$|的")


def conflicts(analyses: Sequence[Analysis], lexicon: Lexicon | None = None) -> tuple[Conflict, ...]:
    """The figures that are stated with values that can't all be true, as first read; each with all its statements.

    Figures of a quarter, of months and of the year are of different periods, those of different subjects are different
    figures; a subject such as 全市 or 市财政局 is one of its own document. A figure without a period of its own is of
    the year that its heading or title names, and then held against those of other documents alone. Several values in
    one sentence tell different things apart (由12家增至31家) and are none, nor are values of which one is said to be
    revised. Names that tell nothing alone, shares of what only the text before them names (占计划), limits, amounts of
    time, and figures without a period are left out: too much may lie between two of them.

    Args:
        lexicon: names that mean the same and names that are left out.
    """
    clashing = Clashing(lexicon or Lexicon())
    for analysis in analyses:
        clashing.add(statements(analysis))
    return clashing.conflicts()


class Clashing:
    """The conflicts in the making, one document after the other."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._words = lexicon
        self._groups: dict[tuple[str, ...], list[Statement]] = defaultdict(list)

    def add(self, stated: Iterable[Statement]) -> None:
        """Take the figures of one more document."""
        for statement in stated:
            indicator = statement.indicator
            if statement.period is None or not _is_comparable(indicator, statement.kind):
                continue
            if not self._words.ignores(indicator.key, indicator.name):
                self._groups[_identity(statement, statement.period, self._words)].append(statement)

    def conflicts(self) -> tuple[Conflict, ...]:
        """The conflicts among the figures taken."""
        found = []
        for places in self._groups.values():
            if len(places) < 2:
                continue
            clashing = _clashing(_without_lists(places))
            if clashing:
                items = tuple(Reference(place.document, place.indicator.id) for place in clashing)
                found.append(Conflict(clashing[0].indicator.name, items))
        return tuple(found)


def _is_comparable(indicator: Indicator, kind: Measure) -> bool:
    return (
        tells_alone(indicator.key, indicator.subject)
        and len(indicator.name) >= 3
        and not indicator.name.startswith("占")
        and kind not in ("limit", "time")
    )


def _identity(place: Statement, period: str, words: Lexicon) -> tuple[str, ...]:
    """What two statements of one figure share. Of a period that no year resolves, and of a subject that is a place's
    level and no name, the document is a part."""
    indicator, document = place.indicator, place.document
    nameless = _ANY_PLACE.fullmatch(indicator.subject) or _ANY_BODY.fullmatch(indicator.subject)
    subject = f"{indicator.subject} {document}" if nameless else indicator.subject
    return (
        words.key(_NOISE.sub("", indicator.name)),
        subject,
        period,
        indicator.role,
        "planned" if place.kind == "planned change" else "",
        _QUALIFIED.get(indicator.qualifier or "", ""),
        dimension(indicator.unit),
    )


def _without_lists(places: Sequence[Statement]) -> list[Statement]:
    """The statements without those of documents that give the figure more values than any text would by mistake."""
    values: dict[str, set[_Said]] = defaultdict(set)
    for place in places:
        values[place.document].add(_statement(place))
    return [place for place in places if len(values[place.document]) <= _MOST_VALUES]


def _clashing(places: Sequence[Statement]) -> list[Statement]:
    """The statements of one figure that another sentence's statement does not agree with, in order.

    What repeats the words of its sentence or the value of another is compared once: a figure is stated a hundred times,
    but hardly with a hundred values.
    """
    if len({_sentence(place) for place in places}) < 2:
        return []
    distinct = list({(_sentence(place), _statement(place)): place for place in places}.values())
    several = _distinct_elsewhere(distinct)
    known: dict[tuple[_SentenceOf, _Said], bool] = {}
    for place in distinct:
        known[_sentence(place), _statement(place)] = any(_clash(place, other) for other in several)
    return [place for place in places if known[_sentence(place), _statement(place)]]


def _distinct_elsewhere(places: Sequence[Statement]) -> list[Statement]:
    """So many places a statement that one of them is of another sentence, and one of another document, than any
    given."""
    chosen: dict[_Said, list[Statement]] = defaultdict(list)
    for place in places:
        same = chosen[_statement(place)]
        foreign = all(place.document != other.document for other in same)
        if len(same) < 2 or (foreign and len(same) < _PLACES_A_STATEMENT):
            same.append(place)
    return [place for same in chosen.values() for place in same]


def _sentence(place: Statement) -> _SentenceOf:
    return place.document, place.indicator.sentence


def _statement(place: Statement) -> _Said:
    """All that agreement depends on."""
    return base_values(place.indicator), place.step, place.indicator.bound, place.stated, place.revised


def _clash(first: Statement, second: Statement) -> bool:
    if _sentence(first) == _sentence(second) or first.revised != second.revised:
        return False
    own = first.document == second.document
    if own and not (first.stated and second.stated):
        return False
    return not agree(first.indicator, second.indicator, first.step, second.step)
