"""All documents' figures side by side: a row a key and dimension, a column a document."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence

from reporter.extract.lexicon import Lexicon
from reporter.extract.measures import Measure, measure
from reporter.extract.tokens import is_generic
from reporter.extract.units import dimension
from reporter.model.briefing import Comparison, ComparisonCell, ComparisonRow
from reporter.model.document import Analysis, Indicator

_Place = tuple[str, Indicator]
# Which measure a row is of where documents are divided: the first that most of them have.
_ORDER: tuple[Measure, ...] = ("held", "added", "change", "planned", "time", "limit")


def compare(analyses: Sequence[Analysis], lexicon: Lexicon | None = None) -> Comparison:
    """The comparison of all documents; without any, one without columns and rows.

    A row holds the figures with one key and one dimension of unit. Those that do not measure what most of its documents
    measure (new ones beside all, a target beside what is reached) are marked, and the row's basis is ``other measure``.
    Rows that more documents fill come first, then those with one measure, then those with more figures, then as read.
    A name that tells nothing alone (产品, 企业) is compared with nothing.

    Args:
        lexicon: names that mean the same and names that are left out, beside the rules of the keys.
    """
    words = lexicon or Lexicon()
    groups: dict[tuple[str, str, str], list[_Place]] = defaultdict(list)
    for analysis in analyses:
        for indicator in analysis.indicators:
            if words.ignores(indicator.key, indicator.name):
                continue
            key = words.key(indicator.key)
            alone = analysis.document.id if is_generic(key) or not key else ""
            groups[key, dimension(indicator.unit), alone].append((analysis.document.id, indicator))
    rows = [_row(key, places) for (key, _, _), places in groups.items()]
    rows.sort(key=lambda row: (-_width(row), row.basis != "same", -min(len(row.cells), 4)))
    return Comparison(tuple(analysis.document.id for analysis in analyses), tuple(rows))


def _row(key: str, places: list[_Place]) -> ComparisonRow:
    common = _common_measure(places)
    cells = tuple(
        ComparisonCell(
            document,
            item.id,
            item.value,
            item.unit,
            item.subject,
            item.period,
            item.role,
            item.bound,
            measure(item) == common,
        )
        for document, item in places
    )
    return ComparisonRow(
        key or places[0][1].name, "same" if all(cell.same for cell in cells) else "other measure", False, cells
    )


def _common_measure(places: list[_Place]) -> Measure:
    """The measure that the most documents of a row state; of several, the first in order."""
    counts = Counter(kind for _, kind in {(document, measure(item)) for document, item in places})
    return max(_ORDER, key=lambda kind: (counts[kind], -_ORDER.index(kind)))


def _width(row: ComparisonRow) -> int:
    """How many documents fill a row."""
    return len({cell.document for cell in row.cells})
