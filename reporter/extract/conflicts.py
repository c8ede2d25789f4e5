"""One figure, two values: the same name, subject, period, role and unit stated differently, in one document or
several."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence

from reporter.extract.measures import agree, measure
from reporter.extract.tokens import is_generic
from reporter.extract.units import dimension
from reporter.model.briefing import Conflict, Reference
from reporter.model.document import Analysis, Indicator

_Place = tuple[Analysis, Indicator]
_NOISE = re.compile(r"[“”‘’、，·\s]|产品$|数量?$|总数$|的")


def conflicts(analyses: Sequence[Analysis]) -> tuple[Conflict, ...]:
    """The figures that are stated with values that can't all be true, as first read; each with all its statements.

    Several values in one sentence tell different things apart (由12家增至31家) and are none. Names that tell nothing
    alone, shares of what only the text before them names (占计划), limits, amounts of time, and figures without a
    period are left out: too much may lie between two of them.
    """
    groups: dict[tuple[str, ...], list[_Place]] = defaultdict(list)
    for analysis in analyses:
        for indicator in analysis.indicators:
            if _is_comparable(indicator):
                groups[_identity(indicator, analysis)].append((analysis, indicator))
    found = []
    for places in groups.values():
        clashing = [place for place in places if any(_clash(place, other) for other in places)]
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


def _identity(indicator: Indicator, analysis: Analysis) -> tuple[str, ...]:
    """What two statements of one figure share. A relative period (去年) means the same only in one document."""
    period = indicator.period or ""
    stated = (
        period
        if re.search(r"\d{4}|[〇零一二]{4}", period)
        else f"{period} {analysis.document.date or analysis.document.id}"
    )
    return _NOISE.sub("", indicator.name), indicator.subject, stated, indicator.role, dimension(indicator.unit)


def _clash(first: _Place, second: _Place) -> bool:
    same_sentence = first[0] is second[0] and first[1].sentence == second[1].sentence
    return not same_sentence and not agree(first[1], second[1])
