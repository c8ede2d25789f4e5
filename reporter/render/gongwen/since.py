"""本期变化 in an official document: with which issue it is compared, new and edited sentences as points, figures beside
those of the earlier issue as a table, and which documents moved and are gone."""

from __future__ import annotations

from collections.abc import Iterator

from reporter.render.catalogue import Catalogue
from reporter.render.change_views import ChangesView
from reporter.render.gongwen.context import Part, Point, PointGroup
from reporter.render.gongwen.grids import compared_grid
from reporter.render.ordinals import ordinals
from reporter.render.since_documents import left_words
from reporter.render.since_view import OFFICIAL, changes_view
from reporter.render.viewpoint import Viewpoint

# An official document is short: so many new sentences.
_SENTENCES = 8


def official_changes(view: Viewpoint) -> tuple[Part | None, frozenset[int]]:
    """The part without its number, and the numbers of the documents that it is drawn from; None without an earlier
    issue."""
    found = changes_view(view, OFFICIAL)
    if found is None:
        return None, frozenset()
    groups = _groups(found)
    grid = compared_grid(found.figures, view.strings) if found.figures else None
    numbers = {point.quote.mark.number for group in groups for point in group.points}
    numbers |= {change.figure.mark.number for change in found.figures}
    numbers |= {view.numbers[item.document] for item in (view.briefing.changes.kept if view.briefing.changes else ())}
    remarks = tuple(_remarks(view, found, sum(len(group.points) for group in groups)))
    return Part(view.strings("changes.title"), groups, grid, found.lead, remarks), frozenset(numbers)


def _groups(found: ChangesView) -> tuple[PointGroup, ...]:
    shown = [change for document in found.documents for change in document.sentences][:_SENTENCES]
    texts = [change.quote.text for change in shown]
    numbers = ordinals(texts) if len(texts) > 1 else [""] * len(texts)
    points = tuple(Point(number, change.quote, change.earlier) for number, change in zip(numbers, shown, strict=True))
    return (PointGroup("", "", points),) if points else ()


def _remarks(view: Viewpoint, found: ChangesView, shown: int) -> Iterator[str]:
    """Documents that moved and are gone, and what the document has no room for."""
    t = view.strings
    moved = [document.title for document in found.documents if document.kind == "moved"]
    for key, titles in (("moved", moved), ("gone", found.gone)):
        if titles:
            yield _sentence(t, key, titles)
    changes = view.briefing.changes
    if changes is None:
        return
    new = {change.document.id for change in changes.documents if change.kind == "new"}
    total = sum(len(change.sentences) for change in changes.documents)
    total += sum(len(analysis.document.sentences) for analysis in map(view.analysis, sorted(new)))
    left = left_words(view, OFFICIAL, sentences=total - shown, figures=len(changes.figures) - len(found.figures))
    if left:
        yield left


def _sentence(t: Catalogue, key: str, titles: list[str] | tuple[str, ...]) -> str:
    return f"{t(f'changes.{key}')}{t('changes.colon')}{t('joint').join(titles)}{t('changes.stop')}"
