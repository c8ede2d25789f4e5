"""Which figures and which rows of the comparison page one asks room for.

This is what a page has room for at best; the renderer that knows the page drops the last of them again where the text
above needs the room.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from reporter.assemble.facts import Facts, Telling, facts_of
from reporter.language.indicator_names import is_headline
from reporter.model import Briefing, Comparison, ComparisonCell, Reference, Span, TopicRow

# A page of A4 holds about this much beside eight to ten sentences.
FIGURES = 8
ROWS = 6
# A second figure of a document must be better by so much than another document's first: places are heard in turn.
_REPETITION = 0.25
# More figures of one sentence are better read in it.
_OF_ONE_SENTENCE = 2


@dataclass(frozen=True, slots=True)
class _Candidate:
    """A figure that page one might show, and how much it says."""

    document: int
    figure: Telling
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


def brief_figures(
    briefing: Briefing, limit: int = FIGURES, facts: Sequence[Facts] | None = None
) -> tuple[Reference, ...]:
    """The figures that say most beside the comparison, spread over the documents, in reading order.

    Args:
        facts: those of the briefing's documents, in its order, where they are known.
    """
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
        for place, its in enumerate(map(facts_of, briefing.analyses) if facts is None else facts)
        if its.document not in silent
        for candidate in _foremost(
            [
                _Candidate(place, figure, _weight(figure, quoted=(its.document, figure.sentence) in quoted))
                for figure in its.figures
                if (its.document, figure.id) not in shown and (figure.key, figure.subject) not in compared
            ],
            limit,
        )
    ]
    chosen, names = _spread(pool, limit), briefing.ids
    chosen.sort(key=lambda candidate: (candidate.document, candidate.figure.span))
    return tuple(Reference(names[candidate.document], candidate.figure.id) for candidate in chosen)


def _copies(briefing: Briefing) -> frozenset[str]:
    """The documents that say the same as another one."""
    return frozenset(copy.document for group in briefing.reprints for copy in group.copies)


def _silent(topics: Sequence[TopicRow]) -> frozenset[str]:
    """The documents that speak of no topic that was asked for; none where no document speaks of any."""
    if not any(row.documents for row in topics):
        return frozenset()
    return frozenset.intersection(*(frozenset(row.silent) for row in topics))


def _weight(figure: Telling, *, quoted: bool) -> float:
    """How much a figure says: its sentence, which may be quoted beside it, and itself."""
    rank, own, subject = figure.weights
    return rank + 0.5 * quoted + own + subject


def _foremost(candidates: list[_Candidate], limit: int) -> list[_Candidate]:
    """Those of one document's candidates that can be among so many of all documents: thousands of documents have more
    figures than memory should hold."""
    sentences: Counter[str] = Counter()
    found: list[_Candidate] = []
    for candidate in sorted(candidates, key=_order):
        sentences[candidate.figure.sentence] += 1
        if sentences[candidate.figure.sentence] <= _OF_ONE_SENTENCE:
            found.append(candidate)
    return found[:limit]


def _order(candidate: _Candidate) -> tuple[float, int, Span]:
    """The heaviest first, then as read."""
    return -candidate.weight, candidate.document, candidate.figure.span


def _spread(pool: list[_Candidate], limit: int) -> list[_Candidate]:
    """The heaviest candidates, each document's next one made lighter by those already taken."""
    left = sorted(pool, key=_order)
    taken: list[_Candidate] = []
    counts: Counter[int] = Counter()
    sentences: Counter[tuple[int, str]] = Counter()
    while left and len(taken) < limit:
        best = max(left, key=lambda candidate: candidate.weight - _REPETITION * counts[candidate.document])
        left.remove(best)
        sentence = (best.document, best.figure.sentence)
        if sentences[sentence] < _OF_ONE_SENTENCE:
            taken.append(best)
            counts[best.document] += 1
            sentences[sentence] += 1
    return taken
