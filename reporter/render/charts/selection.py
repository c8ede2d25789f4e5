"""Briefing → the charts of a page, each part empty where nothing is to be seen."""

from __future__ import annotations

from collections.abc import Sequence

from reporter.render.brief_view import shared_rows
from reporter.render.charts.comparison import comparison_charts
from reporter.render.charts.drawing import drawn
from reporter.render.charts.growth import growth_chart
from reporter.render.charts.timeline import timeline_chart
from reporter.render.charts.views import Charts, ChartView
from reporter.render.theme import FontRole
from reporter.render.viewpoint import Viewpoint

# The role of a theme's fonts that sets what is short: headings, tables, charts.
_ROLE = "hei"
# So many charts on the first page: it is read in three minutes.
_LEADING = 2


def charts(view: Viewpoint, fonts: Sequence[FontRole] | None = None) -> Charts:
    """The charts of a briefing; each part is empty where nothing is to be seen.

    Args:
        fonts: what sets text on paper, where nothing is a link; None for a page of the site.

    Raises:
        RenderError: the library can't draw them.
    """
    compared = comparison_charts(view, shared_rows(view.briefing))
    grown = growth_chart(view)
    timed = timeline_chart(view)
    all_of_them = [*compared, *([grown[0]] if grown else []), *([timed] if timed else [])]
    pictures = drawn(
        [item.chart for item in all_of_them],
        [item.title for item in all_of_them],
        None if fonts is None else faces_of(fonts),
    )
    views = [
        ChartView(item.title, item.lang, item.unit, picture, item.notes)
        for item, picture in zip(all_of_them, pictures, strict=True)
    ]
    return Charts(
        comparison=tuple(views[: len(compared)]),
        growth=views[len(compared)] if grown else None,
        grown=grown[1] if grown else (),
        timeline=views[-1] if timed else None,
    )


def leading_charts(view: Viewpoint) -> Charts:
    """The charts of the site's first page: the comparison's first ones. The pages of the lists have all."""
    return Charts(comparison=charts(view).comparison[:_LEADING])


def faces_of(fonts: Sequence[FontRole]) -> dict[str, str]:
    """The families that set charts, by script, as SVG names them; simplified text has some in any case."""
    return {"zh-Hans": "sans-serif"} | {font.script: ", ".join(font.families) for font in fonts if font.role == _ROLE}
