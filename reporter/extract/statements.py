"""One document's figures as they are held against those of other documents: what each measures, of which period, to
which decimal place it is printed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from sys import intern

from reporter.extract.measures import Measure, aims_of, measure
from reporter.extract.periods import Periods
from reporter.extract.printed import step
from reporter.model.document import Analysis, Indicator
from reporter.model.text import Span

# Said of a figure that later ones replace rightly: 经最终核实, 修订后, 按普查数据.
_REVISED = re.compile(r"最终核[实算]|修订|普查(?:数据|结果|口径|修正)|核实后|调整后|经核定|同口径调整")
_NOWHERE = Span(0, 0)


@dataclass(frozen=True, slots=True)
class Statement:
    """A figure of a document.

    ``period`` is in the one form of periods, None where neither the figure nor its headings name one; ``shown`` is the
    period in words, with the year that the document lends. ``step`` is the last decimal place that the figure is
    printed to; ``revised`` says that its sentence tells of a revision. ``indicator`` is without its place.
    """

    document: str
    indicator: Indicator
    kind: Measure
    step: Decimal
    period: str | None
    shown: str | None
    revised: bool

    @property
    def stated(self) -> bool:
        """Whether its period is stated, not lent by a title or heading."""
        return self.indicator.period is not None


def statements(analysis: Analysis) -> Iterator[Statement]:
    """The figures of a document in the order of its text; nothing of the document itself is held on to."""
    periods, aimed = Periods(analysis), aims_of(analysis)
    revised = {sentence.id: _REVISED.search(sentence.text) is not None for sentence in analysis.document.sentences}
    for indicator in analysis.indicators:
        yield Statement(
            analysis.document.id,
            _lean(indicator),
            measure(indicator, aimed=indicator.id in aimed),
            step(analysis.document, indicator),
            _interned(periods.of(indicator)),
            _interned(periods.shown(indicator)),
            revised[indicator.sentence],
        )


def _lean(indicator: Indicator) -> Indicator:
    """The figure without its place, its words held once however many documents use them: of thousands of documents all
    figures are in memory together."""
    return replace(
        indicator,
        subject=intern(indicator.subject),
        name=intern(indicator.name),
        key=intern(indicator.key),
        unit=intern(indicator.unit),
        qualifier=_interned(indicator.qualifier),
        period=_interned(indicator.period),
        span=_NOWHERE,
    )


def _interned(words: str | None) -> str | None:
    return None if words is None else intern(words)
