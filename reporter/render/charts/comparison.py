"""Comparison → bar charts: which rows of it can be seen side by side, and which of their figures.

A row is drawn where at least three documents state the same measure, in one unit but for its scale, for one period.
What does not fit is not drawn, and the chart says how much that is: the table beside it has all.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import islice

from reporter.model import ComparisonCell, ComparisonRow
from reporter.render.cell_periods import period_of
from reporter.render.charts.chart import Bar, BarChart, Label, Titled
from reporter.render.charts.scales import axis_unit, base_unit, ends
from reporter.render.figures import bounded
from reporter.render.viewpoint import Viewpoint, short_name

# Two bars are read as quickly in a table; and names that only two documents share are often of different things.
_DOCUMENTS = 3
# A handful, in the order of the comparison: what most documents state comes first.
_CHARTS = 6
_BARS = 20
# More figures of one document than this in one row are kinds of the thing, not the thing.
_OF_ONE_DOCUMENT = 2
# Limits and numbers of what a rule is about measure nothing; changes have a chart of their own.
_MEASURED = frozenset({"actual", "target", "plan"})


def comparison_charts(view: Viewpoint, rows: Sequence[ComparisonRow]) -> tuple[Titled, ...]:
    """The charts of the first rows that can be drawn, in their order; none where no row can."""
    drawn = (_chart(view, row) for row in rows)
    return tuple(islice((chart for chart in drawn if chart is not None), _CHARTS))


def _chart(view: Viewpoint, row: ComparisonRow) -> Titled | None:
    cells = comparable(row)
    if len({cell.document for cell in cells}) < _DOCUMENTS:
        return None
    fit = len(cells)
    if fit > _BARS:
        cells = sorted(cells, key=lambda cell: -_scaled(cell)[1])[:_BARS]
    unit = axis_unit([cell.unit for cell in cells], max(abs(end) for cell in cells for end in _scaled(cell)))
    factor = base_unit(unit)[1]
    several = Counter(cell.document for cell in cells)
    bars = tuple(_bar(view, cell, factor, several=several[cell.document] > 1) for cell in cells)
    term = view.script.term
    notes = _notes(view, bars, fit, len(row.cells) - fit)
    title, lang = view.script.shared(row.indicator, (bar.label.lang for bar in bars))
    return Titled("comparison", title, lang, term(unit), BarChart(bars), notes)


def comparable(row: ComparisonRow) -> list[ComparisonCell]:
    """The figures of a row that measure the same, in the unit and for the period that most of them state."""
    cells = [cell for cell in row.cells if cell.same and cell.role in _MEASURED]
    cells = _most(cells, [base_unit(cell.unit)[0] for cell in cells])
    periods = [period_of(cell) for cell in cells]
    stated = Counter(filter(None, periods))
    chosen = stated.most_common(1)[0][0] if stated else ""
    cells = [cell for cell, period in zip(cells, periods, strict=True) if period in ("", chosen)]
    counts = Counter(cell.document for cell in cells)
    return [cell for cell in cells if counts[cell.document] <= _OF_ONE_DOCUMENT]


def _most(cells: list[ComparisonCell], kinds: list[str]) -> list[ComparisonCell]:
    """The cells of the most frequent kind; of several, of the one that is met first."""
    if not kinds:
        return []
    kind = Counter(kinds).most_common(1)[0][0]
    return [cell for cell, own in zip(cells, kinds, strict=True) if own == kind]


def _scaled(cell: ComparisonCell) -> tuple[float, float]:
    """The ends of a figure, counted in its unit without its scale."""
    factor = base_unit(cell.unit)[1]
    low, high = ends(cell.value)
    return low * factor, high * factor


def _bar(view: Viewpoint, cell: ComparisonCell, factor: int, *, several: bool) -> Bar:
    stated = view.stated(cell.document, cell.indicator)
    mark, term = view.mark_of(cell.document), view.script.term
    whose = stated.subject if stated else term(cell.subject)
    name = short_name(stated.printed if several and stated else whose) or mark.place
    label = Label(mark.label, name, stated.lang if stated else view.script.term_lang, mark.href)
    words = stated.quantity if stated else bounded(cell.value, term(cell.unit), cell.bound, view.strings)
    href = stated.href if stated else ""
    low, high = (end / factor for end in _scaled(cell))
    details = view.strings("joint_clause").join(filter(None, (words, term(cell.period or ""))))
    told = f"{mark.label}{whose or mark.place} {details}"
    return Bar(label, low, high, words, mark.lang, cell.bound is None and low == high, told, href)


def _notes(view: Viewpoint, bars: Sequence[Bar], fit: int, left: int) -> tuple[str, ...]:
    """In words: what the paler bars are, how many of the figures that fit are drawn, and how many do not fit."""
    found = [] if all(bar.exact for bar in bars) else [view.strings("charts.inexact")]
    if fit > len(bars):
        found.append(view.strings("charts.largest", count=fit, drawn=len(bars)))
    if left:
        found.append(view.strings("charts.left_out", count=left))
    return tuple(found)
