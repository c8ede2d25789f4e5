"""本期变化 in an official document: new sentences as points, figures beside those of the earlier issue as a table."""

from __future__ import annotations

from reporter.render.catalogue import Catalogue
from reporter.render.change_views import ChangesView
from reporter.render.gongwen.context import Grid, Point, PointGroup
from reporter.render.gongwen.grids import compared_grid
from reporter.render.ordinals import ordinals
from reporter.render.since_view import OFFICIAL, changes_view
from reporter.render.viewpoint import Viewpoint

# An official document is short: so many new sentences.
_SENTENCES = 8


def official_changes(view: Viewpoint) -> tuple[tuple[PointGroup, ...], Grid | None, frozenset[int]]:
    """The points, the table, and the numbers of the documents that they are drawn from; nothing without changes."""
    found = changes_view(view, OFFICIAL)
    if found is None:
        return (), None, frozenset()
    groups, grid = _groups(found), _grid(found, view.strings)
    numbers = {point.quote.mark.number for group in groups for point in group.points}
    numbers |= {change.figure.mark.number for change in found.figures}
    return groups, grid, frozenset(numbers)


def _groups(found: ChangesView) -> tuple[PointGroup, ...]:
    quotes = [change.quote for document in found.documents for change in document.sentences][:_SENTENCES]
    numbers = ordinals([quote.text for quote in quotes]) if len(quotes) > 1 else [""] * len(quotes)
    points = tuple(Point(number, quote) for number, quote in zip(numbers, quotes, strict=True))
    return (PointGroup("", "", points),) if points else ()


def _grid(found: ChangesView, t: Catalogue) -> Grid | None:
    return compared_grid(found.figures, t) if found.figures else None
