"""Which figures and which rows of the comparison page one asks room for.

This is what a page has room for at best; the renderer that knows the page drops the last of them again where the text
above needs the room.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from reporter.language.indicator_names import is_headline, tells_alone
from reporter.model import Analysis, Briefing, Comparison, ComparisonCell, Indicator, Reference, Span, TopicRow

# A page of A4 holds about this much beside eight to ten sentences.
FIGURES = 8
ROWS = 6
# Roles that state how things stand or shall stand; a threshold or a scope describes a rule.
_TELLING_ROLES = ("actual", "target", "plan")
# A second figure of a document must be better by so much than another document's first: places are heard in turn.
_REPETITION = 0.25
# More figures of one sentence are better read in it.
_OF_ONE_SENTENCE = 2
# Amounts of time (假期共5天) say little without their sentence.
_TIMES = frozenset(
    ("年", "个月", "星期", "周", "天", "日", "工作日", "小时", "分钟", "秒", "季度", "学期", "周岁", "岁")
)
_SHARE_OF_PLAN = re.compile(r"占.{0,60}(?:预算|计划|任务|目标)|完成率")


@dataclass(frozen=True, slots=True)
class _Candidate:
    """A figure that page one might show, and how much it says."""

    document: int
    indicator: Indicator
    weight: float


def brief_rows(comparison: Comparison, limit: int = ROWS) -> tuple[int, ...]:
    """The rows that two or more documents fill, as indices; rows come best first, but those in which two documents
    measure the same before those that only put unlike figures side by side, and what reports lead with first."""
    widths = [(_width(row.cells), _width([cell for cell in row.cells if cell.same])) for row in comparison.rows]
    shared = [index for index, (width, _) in enumerate(widths) if width > 1]
    leading = [is_headline(row.indicator) for row in comparison.rows]
    return tuple(sorted(shared, key=lambda index: (widths[index][1] < 2, not leading[index]))[:limit])


def _width(cells: Sequence[ComparisonCell]) -> int:
    """How many documents have one of the cells."""
    return len({cell.document for cell in cells})


def brief_figures(briefing: Briefing, limit: int = FIGURES) -> tuple[Reference, ...]:
    """The figures that say most beside the comparison, spread over the documents, in reading order."""
    shown = {
        (cell.document, cell.indicator)
        for index in briefing.brief_rows
        for cell in briefing.comparison.rows[index].cells
    }
    compared = {
        (briefing.comparison.rows[index].indicator, cell.subject)
        for index in briefing.brief_rows
        for cell in briefing.comparison.rows[index].cells
    }
    silent = _silent(briefing.topics) | _copies(briefing)
    quoted = {(reference.document, reference.id) for reference in briefing.summary}
    pool = [
        candidate
        for place, analysis in enumerate(briefing.analyses)
        if analysis.document.id not in silent
        for candidate in _foremost(
            [
                _Candidate(place, indicator, weight)
                for indicator, weight in _weighed(analysis, quoted)
                if (analysis.document.id, indicator.id) not in shown
                and (indicator.key, indicator.subject) not in compared
            ],
            limit,
        )
    ]
    chosen, names = _spread(pool, limit), briefing.ids
    chosen.sort(key=lambda candidate: (candidate.document, candidate.indicator.span))
    return tuple(Reference(names[candidate.document], candidate.indicator.id) for candidate in chosen)


def _copies(briefing: Briefing) -> frozenset[str]:
    """The documents that say the same as another one."""
    return frozenset(copy.document for group in briefing.reprints for copy in group.copies)


def _silent(topics: Sequence[TopicRow]) -> frozenset[str]:
    """The documents that speak of no topic that was asked for; none where no document speaks of any."""
    if not any(row.documents for row in topics):
        return frozenset()
    return frozenset.intersection(*(frozenset(row.silent) for row in topics))


def _weighed(analysis: Analysis, quoted: set[tuple[str, str]]) -> Iterator[tuple[Indicator, float]]:
    """Each figure that states something and whose name tells what, once by name and unit, with its weight: its
    sentence's, and its own."""
    ranks = {name: place for place, name in enumerate(analysis.summary.ranking)}
    subjects = Counter(indicator.subject for indicator in analysis.indicators)
    own = max(subjects, key=lambda subject: subjects[subject], default="")
    seen: set[tuple[str, str]] = set()
    for indicator in analysis.indicators:
        named = (indicator.key, indicator.unit)
        told = indicator.role in _TELLING_ROLES and tells_alone(indicator.key, indicator.subject)
        if not told or named in seen:
            continue
        seen.add(named)
        rank = ranks.get(indicator.sentence)
        weight = 0.0 if rank is None else 1 / (1 + rank)
        weight += 0.5 * ((analysis.document.id, indicator.sentence) in quoted)
        yield indicator, weight + _own_weight(indicator) + 0.3 * (indicator.subject == own)


def _own_weight(indicator: Indicator) -> float:
    """What a figure says by itself: what reports lead with says most, an amount of time or a share of a plan least."""
    weight = 0.3 * (indicator.change is not None) + 0.2 * (indicator.qualifier is not None)
    weight += 0.6 * is_headline(indicator.key)
    weight -= 0.4 * (indicator.unit in _TIMES and "寿命" not in indicator.name)
    weight -= 0.3 * (_SHARE_OF_PLAN.search(indicator.name) is not None)
    return weight + _magnitude(indicator)


def _magnitude(indicator: Indicator) -> float:
    """A count of two or three says less than a sum or a share: up to 0.3 by the number of digits."""
    value = indicator.value[1] if isinstance(indicator.value, tuple) else indicator.value
    digits = len(str(int(abs(value))))
    scaled = indicator.unit[:1] in ("万", "亿", "%")
    return min(0.3, 0.1 * (digits - 1) + 0.2 * scaled)


def _foremost(candidates: list[_Candidate], limit: int) -> list[_Candidate]:
    """Those of one document's candidates that can be among so many of all documents: thousands of documents have more
    figures than memory should hold."""
    sentences: Counter[str] = Counter()
    found: list[_Candidate] = []
    for candidate in sorted(candidates, key=_order):
        sentences[candidate.indicator.sentence] += 1
        if sentences[candidate.indicator.sentence] <= _OF_ONE_SENTENCE:
            found.append(candidate)
    return found[:limit]


def _order(candidate: _Candidate) -> tuple[float, int, Span]:
    """The heaviest first, then as read."""
    return -candidate.weight, candidate.document, candidate.indicator.span


def _spread(pool: list[_Candidate], limit: int) -> list[_Candidate]:
    """The heaviest candidates, each document's next one made lighter by those already taken."""
    left = sorted(pool, key=_order)
    taken: list[_Candidate] = []
    counts: Counter[int] = Counter()
    sentences: Counter[tuple[int, str]] = Counter()
    while left and len(taken) < limit:
        best = max(left, key=lambda candidate: candidate.weight - _REPETITION * counts[candidate.document])
        left.remove(best)
        sentence = (best.document, best.indicator.sentence)
        if sentences[sentence] < _OF_ONE_SENTENCE:
            taken.append(best)
            counts[best.document] += 1
            sentences[sentence] += 1
    return taken
