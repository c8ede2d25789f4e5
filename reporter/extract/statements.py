"""One document's figures as they are held against those of other documents: what each measures, of which period, to
which decimal place it is printed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cache
from sys import intern
from typing import Any

from reporter.extract.measures import Measure, aims_of, measure
from reporter.extract.periods import Periods
from reporter.extract.printed import step
from reporter.model.document import Analysis, Indicator
from reporter.model.text import Span

# Said of a figure that later ones replace rightly: 经最终核实, 修订后, 按普查数据.
_REVISED = re.compile(r"最终核[实算]|修订|普查(?:数据|结果|口径|修正)|核实后|调整后|经核定|同口径调整")
_NOWHERE = Span(0, 0)
# The fields of a statement and of its figure, the latter's place left out.
Row = tuple[Any, ...]


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


def row_of(statement: Statement) -> Row:
    """A statement as plain values, quick to read."""
    its = statement.indicator
    return (
        its.id, its.sentence, its.subject, its.name, its.key, its.value, its.unit, its.qualifier, its.bound, its.period,
        its.role, its.change, statement.kind, str(statement.step), statement.period, statement.shown, statement.revised,
    )  # fmt: skip


def statement_of(document: str, row: Row) -> Statement:
    """The statement of a document that a row is of."""
    (
        name, sentence, subject, words, key, value, unit, qualifier, bound, period, role, change, kind, its_step,
        stated, shown, revised,
    ) = row  # fmt: skip
    indicator = Indicator(
        name, sentence, intern(subject), intern(words), intern(key), value, intern(unit), _NOWHERE,
        _interned(qualifier), bound, _interned(period), role, change,
    )  # fmt: skip
    return Statement(document, indicator, kind, _decimal(its_step), _interned(stated), _interned(shown), revised)


@cache
def _decimal(text: str) -> Decimal:
    return Decimal(text)
