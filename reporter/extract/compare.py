"""All documents' figures side by side: a row a key and dimension, a column a document."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

from reporter.extract.lexicon import Lexicon
from reporter.extract.measures import Measure
from reporter.extract.printed import agree
from reporter.extract.statements import Statement, statements
from reporter.extract.units import dimension
from reporter.language.indicator_names import tells_alone
from reporter.model.briefing import Comparison, ComparisonCell, ComparisonRow
from reporter.model.document import Analysis, Indicator

# Which measure a row is of where documents are divided: the first that most of them have.
_ORDER: tuple[Measure, ...] = ("held", "added", "change", "planned", "planned change", "time", "limit")


def compare(analyses: Sequence[Analysis], lexicon: Lexicon | None = None) -> Comparison:
    """The comparison of all documents; without any, one without columns and rows.

    A row holds the figures with one key and one dimension of unit. Those that do not measure what most of its documents
    measure (new ones beside all, a target beside what is reached) are marked, and the row's basis is ``other measure``.
    Rows that more documents fill come first, then those with one measure, then those with more figures, then as read.
    A name that tells nothing alone (产品, 惠及群众) is compared with nothing. What a document states again, in another
    unit or rounded (13.07亿元 and 130,700万元), stands once.

    Args:
        lexicon: names that mean the same and names that are left out, beside the rules of the keys.
    """
    comparing = Comparing(lexicon or Lexicon())
    for analysis in analyses:
        comparing.add(analysis.document.id, statements(analysis))
    return comparing.comparison()


class Comparing:
    """The comparison in the making, one document after the other."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._words = lexicon
        self._columns: list[str] = []
        self._groups: dict[tuple[str, str, str], list[Statement]] = defaultdict(list)

    def add(self, document: str, stated: Iterable[Statement]) -> None:
        """Take the figures of one more document."""
        self._columns.append(document)
        for statement in stated:
            indicator = statement.indicator
            if not self._words.ignores(indicator.key, indicator.name):
                key = self._words.key(indicator.key)
                alone = "" if tells_alone(key, indicator.subject) else document
                self._groups[key, dimension(indicator.unit), alone].append(statement)

    def comparison(self) -> Comparison:
        """The comparison of the documents taken. The figures are let go of as their rows are made."""
        rows = [_row(group[0], _stated_once(self._groups.pop(group))) for group in list(self._groups)]
        rows.sort(key=lambda row: (-_width(row), row.basis != "same", -min(len(row.cells), 4)))
        return Comparison(tuple(self._columns), tuple(rows))


def _stated_once(places: Sequence[Statement]) -> list[Statement]:
    """The figures without those that their document has stated before, in the same or another form."""
    kept: list[Statement] = []
    known: dict[tuple[str, str, str | None, Measure], list[Statement]] = defaultdict(list)
    for place in places:
        same = known[place.document, place.indicator.subject, place.period, place.kind]
        if not any(_repeats(place, other) for other in same[:_HELD_AGAINST]):
            same.append(place)
            kept.append(place)
    return kept


# A row of one document with more values is a list; what it repeats need not be looked for in all of it.
_HELD_AGAINST = 20


def _repeats(place: Statement, other: Statement) -> bool:
    """Whether a figure says again what another one says; words that leave it open must be the same."""
    return place.indicator.bound == other.indicator.bound and agree(
        place.indicator, other.indicator, place.step, other.step
    )


def _row(key: str, places: Sequence[Statement]) -> ComparisonRow:
    common = _common_measure(places)
    cells = tuple(
        ComparisonCell(
            place.document,
            place.indicator.id,
            place.indicator.value,
            place.indicator.unit,
            place.indicator.subject,
            place.shown,
            place.indicator.role,
            place.indicator.bound,
            place.kind == common,
            falls(place.indicator),
        )
        for place in places
    )
    return ComparisonRow(
        key or places[0].indicator.name, "same" if all(cell.same for cell in cells) else "other measure", False, cells
    )


def _common_measure(places: Sequence[Statement]) -> Measure:
    """The measure that the most documents of a row state; of several, the first in order."""
    counts = Counter(kind for _, kind in {(place.document, place.kind) for place in places})
    return max(_ORDER, key=lambda kind: (counts[kind], -_ORDER.index(kind)))


def _width(row: ComparisonRow) -> int:
    """How many documents fill a row."""
    return len({cell.document for cell in row.cells})


def falls(indicator: Indicator) -> bool:
    """Whether a figure states by how much something fell."""
    return indicator.role == "change" and indicator.change is not None and indicator.change.direction == "down"
