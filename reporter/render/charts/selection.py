"""Briefing → the charts of a page, each part empty where nothing is to be seen."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import repeat

from markupsafe import Markup

from reporter.render.brief_view import shared_rows
from reporter.render.charts.comparison import comparison_charts
from reporter.render.charts.drawing import drawn
from reporter.render.charts.geometry import NARROW, WIDE
from reporter.render.charts.growth import Growth, growth_chart
from reporter.render.charts.timeline import timeline_chart
from reporter.render.charts.views import Charts, ChartView
from reporter.render.theme import FontRole
from reporter.render.viewpoint import Viewpoint

# The role of a theme's fonts that sets what is short: headings, tables, charts.
_ROLE = "hei"
# So many charts on the first page: it is read in three minutes.
_LEADING = 2


def charts(
    view: Viewpoint,
    fonts: Sequence[FontRole] | None = None,
    grown: Sequence[Growth] | None = None,
) -> Charts:
    """The charts of a briefing; each part is empty where nothing is to be seen.

    Args:
        fonts: what sets text on paper, where nothing is a link; None for a page of the site.
        grown: what grew, where it is known (``growth_chart``).
    """
    compared = comparison_charts(view, shared_rows(view.briefing))
    growth = growth_chart(view, grown)
    timed = timeline_chart(view)
    all_of_them = [*compared, *([growth[0]] if growth else []), *([timed] if timed else [])]
    found, titles = [item.chart for item in all_of_them], [item.title for item in all_of_them]
    if fonts is None:
        pairs = zip(*(drawn(found, titles, None, form) for form in (WIDE, NARROW)), strict=True)
    else:
        pairs = zip(drawn(found, titles, faces_of(fonts)), repeat(Markup()), strict=False)
    views = [
        ChartView(item.title, item.lang, item.unit, picture, item.notes, narrow)
        for item, (picture, narrow) in zip(all_of_them, pairs, strict=True)
    ]
    return Charts(
        comparison=tuple(views[: len(compared)]),
        growth=views[len(compared)] if growth else None,
        grown=growth[1] if growth else (),
        timeline=views[-1] if timed else None,
    )


def leading_charts(found: Charts) -> Charts:
    """The charts of the site's first page: the comparison's first ones. The pages of the lists have all."""
    return Charts(comparison=found.comparison[:_LEADING])


def faces_of(fonts: Sequence[FontRole]) -> dict[str, str]:
    """The families that set charts, by script, as SVG names them; simplified text has some in any case."""
    return {"zh-Hans": "sans-serif"} | {font.script: ", ".join(font.families) for font in fonts if font.role == _ROLE}
