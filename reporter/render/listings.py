"""The lists that have pages of their own: what stands in each, item by item, and where it goes on a page."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from reporter.render import brief_view, document_view, overview, pages
from reporter.render.charts.selection import charts
from reporter.render.context import Entry, FindingView, InputView, Page, TargetView, ThemesView
from reporter.render.document_room import cut
from reporter.render.keyword_view import terms
from reporter.render.paging import Weigh, weight
from reporter.render.passages import Figure, MatrixRow, TableView
from reporter.render.viewpoint import Viewpoint

# What a single table may take of a page; all of it is in its CSV file and in the source.
TABLE_WEIGHT = 150_000
TABLE_ROWS = 1000
# A row of the comparison of very many documents is cut; comparison.csv has all its figures.
ROW_FIGURES = 200


def _as_it_is(page: Page, view: Viewpoint) -> Page:  # noqa: ARG001
    return page


@dataclass(frozen=True, slots=True)
class Listing:
    """A list with pages of its own.

    ``items`` gives its items one after the other, ``fill`` puts some of them on a page, ``frame`` what all its pages
    repeat, ``weigh`` says how much an item takes of a page, ``file`` names the download that has all of it.
    """

    items: Callable[[Viewpoint], Iterable[Any]]
    fill: Callable[[Page, Sequence[Any]], Page]
    frame: Callable[[Page, Viewpoint], Page] = _as_it_is
    weigh: Weigh = weight
    file: str = ""


# -- items


def _documents(view: Viewpoint) -> Iterator[Entry]:
    """Every document in a line or two; none where the first page has room for them."""
    if not pages.lists_documents(view):
        for analysis in view.briefing.analyses:
            yield document_view.entry(view, analysis, summary=False)


def _figures(view: Viewpoint) -> Iterator[Figure]:
    """Every figure that is listed by itself, of all documents but reprints."""
    for analysis in view.briefing.counted:
        yield from (view.figure(analysis, item) for item in analysis.indicators if document_view.stands_alone(item))


def _tables(view: Viewpoint) -> Iterator[TableView]:
    """Every table of all documents but reprints, under an anchor that no other document's table has."""
    for analysis in view.briefing.counted:
        for table in document_view.tables(view, analysis, rows=TABLE_ROWS):
            yield replace(cut(table, TABLE_WEIGHT), anchor=f"d{table.mark.number}-{table.anchor}")


def _comparison(view: Viewpoint) -> Iterator[MatrixRow]:
    """Every row that compares something; of one with very many figures the first."""
    for row in brief_view.comparison(view).rows:
        figures = row.figures[:ROW_FIGURES]
        yield replace(row, figures=figures, more=row.more + len(row.figures) - len(figures))


def _inputs(view: Viewpoint) -> tuple[InputView, ...]:
    """Every file that was met; none where the page about the build has room for them."""
    return () if pages.lists_below_about(view) else pages.inputs(view, None)


def _findings(view: Viewpoint) -> tuple[FindingView, ...]:
    """Every finding; none where the page about the build has room for them."""
    return () if pages.lists_below_about(view) else document_view.findings(view, view.briefing.findings)


def _targets(view: Viewpoint) -> Iterator[TargetView]:
    for analysis in view.briefing.counted:
        yield from overview.targets(view, [analysis])


def _themes(view: Viewpoint) -> Iterable[Any]:
    """The rows of themes × documents; of more documents than a page has columns the documents are the rows."""
    found = overview.themes(view)
    if found is None:
        return ()
    return found.turned().rows if _is_wide(found) else found.rows


def _is_wide(found: ThemesView) -> bool:
    return len(found.columns) > brief_view.COLUMNS


# -- pages


def _with_charts(page: Page, view: Viewpoint) -> Page:
    return replace(page, charts=charts(view))


def _comparison_frame(page: Page, view: Viewpoint) -> Page:
    return replace(_with_charts(page, view), comparison=replace(brief_view.comparison(view), rows=()))


def _with_rows(page: Page, rows: Sequence[MatrixRow]) -> Page:
    if page.comparison is None:
        return page
    other = any(not figure.same for row in rows for figure in row.figures)
    return replace(page, comparison=replace(page.comparison, rows=tuple(rows), other=other))


def _row_weight(row: object) -> int:
    """The columns of a row repeat its figures."""
    return weight(row.figures if isinstance(row, MatrixRow) else row)


def _themes_weight(row: object) -> int:
    """A cell is a link and two numbers, whatever it knows of its sentence; a link holds the document's name."""
    cells = row[1] if isinstance(row, tuple) else ()
    return 400 + 240 * len(cells)


def _themes_frame(page: Page, view: Viewpoint) -> Page:
    found = overview.themes(view)
    if found is None or not _is_wide(found):
        return replace(page, themes=found)
    return replace(page, document_themes=found.turned())


def _with_themes(page: Page, rows: Sequence[Any]) -> Page:
    if page.document_themes:
        return replace(page, document_themes=replace(page.document_themes, rows=tuple(rows)))
    return replace(page, themes=replace(page.themes, rows=tuple(rows))) if page.themes else page


# In the order of the navigation.
LISTINGS: dict[str, Listing] = {
    "documents": Listing(_documents, lambda page, items: replace(page, entries=tuple(items))),
    "figures": Listing(
        _figures, lambda page, items: replace(page, figures=tuple(items)), _with_charts, file="indicators.csv"
    ),
    "tables": Listing(_tables, lambda page, items: replace(page, tables=tuple(items))),
    "comparison": Listing(_comparison, _with_rows, _comparison_frame, _row_weight, file="comparison.csv"),
    "conflicts": Listing(brief_view.conflicts, lambda page, items: replace(page, conflicts=tuple(items))),
    "targets": Listing(_targets, lambda page, items: replace(page, targets=tuple(items)), file="targets.csv"),
    "timeline": Listing(
        lambda view: overview.timeline(view, view.briefing.timeline),
        lambda page, items: replace(page, events=tuple(items)),
        _with_charts,
    ),
    "themes": Listing(_themes, _with_themes, _themes_frame, _themes_weight, file="themes.csv"),
    "keywords": Listing(terms, lambda page, items: replace(page, terms=tuple(items))),
    "inputs": Listing(_inputs, lambda page, items: replace(page, inputs=tuple(items))),
    "findings": Listing(_findings, lambda page, items: replace(page, findings=tuple(items))),
}
