"""The lists that have pages of their own: what stands in each, item by item, and where it goes on a page."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from reporter.model import Analysis, Keyword
from reporter.render import brief_view, document_view, overview, pages
from reporter.render.change_views import DocumentChangeView
from reporter.render.context import ConflictView, Entry, EventView, FindingView, InputView, Page, TargetView, ThemesView
from reporter.render.document_room import cut
from reporter.render.keyword_view import terms
from reporter.render.paging import Weigh, weight
from reporter.render.passages import Figure, MatrixRow, SourceMark, TableView
from reporter.render.since_view import OWN_PAGE, changes_view, document_changes
from reporter.render.site_viewpoint import ROW_FIGURES, SiteViewpoint
from reporter.render.viewpoint import Viewpoint

# What a single table may take of a page; all of it is in its CSV file and in the source.
TABLE_WEIGHT = 150_000
TABLE_ROWS = 1000


# What each document that counts gives to the lists over all: how it is cited, and its keywords.
DocumentRows = Iterable[tuple[SourceMark, Sequence[Keyword]]]


def _plain(page: Page, view: SiteViewpoint) -> Page:  # noqa: ARG001
    return page


def _as_it_is(item: Any) -> Any:
    return item


def _always(view: Viewpoint) -> bool:  # noqa: ARG001
    return True


@dataclass(frozen=True, slots=True)
class Listing:
    """A list with pages of its own.

    Its items come one after the other: ``own`` gives those of each document, of reprints too where ``copies`` says so;
    without it ``items`` gives those over all documents. ``fill`` puts some of them on a page, ``frame`` what all its
    pages repeat, ``weigh`` says how much an item takes of a page, ``bare`` leaves out what is not weighed of it,
    ``file`` names the download that has all of it, ``shown`` says whether a briefing has the list at all.
    """

    fill: Callable[[Page, Sequence[Any]], Page]
    own: Callable[[Viewpoint, Analysis], Iterable[Any]] | None = None
    items: Callable[[SiteViewpoint, DocumentRows], Iterable[Any]] | None = None
    frame: Callable[[Page, SiteViewpoint], Page] = _plain
    weigh: Weigh = weight
    bare: Callable[[Any], Any] = _as_it_is
    file: str = ""
    copies: bool = False
    shown: Callable[[Viewpoint], bool] = _always


# -- items of each document


def _entries(view: Viewpoint, analysis: Analysis) -> Iterator[Entry]:
    """The document in a line or two."""
    yield document_view.entry(view, analysis, summary=False)


def _figures(view: Viewpoint, analysis: Analysis) -> Iterator[Figure]:
    """Every figure that is listed by itself."""
    return (view.figure(analysis, item) for item in analysis.indicators if document_view.stands_alone(item))


def _tables(view: Viewpoint, analysis: Analysis) -> Iterator[TableView]:
    """Every table, under an anchor that no other document's table has."""
    for table in document_view.tables(view, analysis, rows=TABLE_ROWS):
        yield replace(cut(table, TABLE_WEIGHT), anchor=f"d{table.mark.number}-{table.anchor}")


def _targets(view: Viewpoint, analysis: Analysis) -> tuple[TargetView, ...]:
    return overview.targets(view, [analysis])


def _more_than_the_first_page(view: Viewpoint) -> bool:
    """Whether the first page has no room for every document."""
    return not pages.lists_documents(view)


# -- items over all documents


def _comparison(view: SiteViewpoint, documents: DocumentRows) -> Iterator[MatrixRow]:  # noqa: ARG001
    """Every row that compares something; of one with very many figures the first."""
    for row in view.comparison.rows:
        figures = row.figures[:ROW_FIGURES]
        yield replace(row, figures=figures, more=row.more + len(row.figures) - len(figures))


def _conflicts(view: SiteViewpoint, documents: DocumentRows) -> Iterable[ConflictView]:  # noqa: ARG001
    return brief_view.conflicts(view)


def _timeline(view: SiteViewpoint, documents: DocumentRows) -> Iterable[EventView]:  # noqa: ARG001
    return overview.timeline(view, view.briefing.timeline)


def _changes(view: Viewpoint, documents: DocumentRows) -> Iterator[DocumentChangeView]:  # noqa: ARG001
    return document_changes(view, OWN_PAGE)


def _inputs(view: SiteViewpoint, documents: DocumentRows) -> tuple[InputView, ...]:  # noqa: ARG001
    """Every file that was met; none where the page about the build has room for them."""
    return () if pages.lists_below_about(view) else pages.inputs(view, None)


def _findings(view: SiteViewpoint, documents: DocumentRows) -> tuple[FindingView, ...]:  # noqa: ARG001
    """Every finding; none where the page about the build has room for them."""
    return () if pages.lists_below_about(view) else document_view.findings(view, view.briefing.findings)


def _themes(view: SiteViewpoint, documents: DocumentRows) -> Iterable[Any]:  # noqa: ARG001
    """The rows of themes × documents; of more documents than a page has columns the documents are the rows."""
    found = view.themes
    if found is None:
        return ()
    return found.turned().rows if _is_wide(found) else found.rows


def _is_wide(found: ThemesView) -> bool:
    return len(found.columns) > brief_view.COLUMNS


# -- pages


def _with_charts(page: Page, view: SiteViewpoint) -> Page:
    return replace(page, charts=view.charts)


def _comparison_frame(page: Page, view: SiteViewpoint) -> Page:
    return replace(_with_charts(page, view), comparison=replace(view.comparison, rows=()))


def _with_rows(page: Page, rows: Sequence[MatrixRow]) -> Page:
    if page.comparison is None:
        return page
    other = any(not figure.same for row in rows for figure in row.figures)
    return replace(page, comparison=replace(page.comparison, rows=tuple(rows), other=other))


def _without_cells(row: MatrixRow) -> MatrixRow:
    """The columns of a row repeat its figures."""
    return replace(row, cells=()) if row.cells else row


def _themes_weight(row: object) -> int:
    """A cell is a link and two numbers, whatever it knows of its sentence; a link holds the document's name."""
    cells = row[1] if isinstance(row, tuple) else ()
    return 400 + 240 * len(cells)


def _changes_frame(page: Page, view: Viewpoint) -> Page:
    return replace(page, changes=changes_view(view, replace(OWN_PAGE, documents=0)))


def _with_changes(page: Page, items: Sequence[DocumentChangeView]) -> Page:
    return replace(page, changes=replace(page.changes, documents=tuple(items))) if page.changes else page


def _themes_frame(page: Page, view: SiteViewpoint) -> Page:
    found = view.themes
    if found is None or not _is_wide(found):
        return replace(page, themes=found)
    return replace(page, document_themes=found.turned())


def _with_themes(page: Page, rows: Sequence[Any]) -> Page:
    if page.document_themes:
        return replace(page, document_themes=replace(page.document_themes, rows=tuple(rows)))
    return replace(page, themes=replace(page.themes, rows=tuple(rows))) if page.themes else page


# In the order of the navigation.
LISTINGS: dict[str, Listing] = {
    "changes": Listing(_with_changes, items=_changes, frame=_changes_frame),
    "documents": Listing(
        lambda page, items: replace(page, entries=tuple(items)),
        own=_entries,
        copies=True,
        shown=_more_than_the_first_page,
    ),
    "figures": Listing(
        lambda page, items: replace(page, figures=tuple(items)), own=_figures, frame=_with_charts, file="indicators.csv"
    ),
    "tables": Listing(lambda page, items: replace(page, tables=tuple(items)), own=_tables),
    "comparison": Listing(
        _with_rows, items=_comparison, frame=_comparison_frame, bare=_without_cells, file="comparison.csv"
    ),
    "conflicts": Listing(lambda page, items: replace(page, conflicts=tuple(items)), items=_conflicts),
    "targets": Listing(lambda page, items: replace(page, targets=tuple(items)), own=_targets, file="targets.csv"),
    "timeline": Listing(lambda page, items: replace(page, events=tuple(items)), items=_timeline, frame=_with_charts),
    "themes": Listing(_with_themes, items=_themes, frame=_themes_frame, weigh=_themes_weight, file="themes.csv"),
    "keywords": Listing(lambda page, items: replace(page, terms=tuple(items)), items=terms),
    "inputs": Listing(lambda page, items: replace(page, inputs=tuple(items)), items=_inputs),
    "findings": Listing(lambda page, items: replace(page, findings=tuple(items)), items=_findings),
}
