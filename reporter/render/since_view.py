"""``Changes`` → what a page says of them: 本期变化."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from reporter.model import Analysis
from reporter.model.changes import (
    Changes,
    ConflictChange,
    DocumentChange,
    FigureChange,
    RowChange,
    SentenceChange,
    StatedFigure,
    TargetMet,
)
from reporter.render.change_views import (
    ChangesView,
    ConclusionView,
    DocumentChangeView,
    FigureChangeView,
    RowChangeView,
    SentenceChangeView,
)
from reporter.render.figures import bounded
from reporter.render.passages import Figure, Passage
from reporter.render.viewpoint import Viewpoint, lang_of, title_of

_NEW_SENTENCES = 3


@dataclass(frozen=True, slots=True)
class Room:
    """How much a page lists: documents, sentences of each, figures, and gone documents and conclusions of a kind."""

    documents: int
    sentences: int
    figures: int
    others: int


# The first page is read in three minutes; paper lists what a reader looks through; a page of its own all but the
# sentences of a document that was written anew.
FIRST_PAGE, PAPER, OWN_PAGE = Room(6, 2, 8, 3), Room(100, 12, 60, 40), Room(1_000_000, 200, 0, 200)
OFFICIAL = Room(8, 2, 10, 0)


def changes_view(view: Viewpoint, room: Room) -> ChangesView | None:
    """What has changed since the earlier build, as far as there is room; None where none was named."""
    found = view.briefing.changes
    if found is None:
        return None
    told = [change for change in found.figures if change.earlier is not None]
    shown = tuple(islice(document_changes(view, room), room.documents))
    gone = [document.title or document.path for document in found.gone]
    return ChangesView(
        lead=lead(view, found),
        documents=shown,
        figures=tuple(_figure(view, change) for change in told[: room.figures]),
        gone=tuple(map(view.script.term, gone[: room.others])),
        conflicts=tuple(_conflict(view, item, here=True) for item in found.conflicts[: room.others]),
        solved=tuple(_conflict(view, item, here=False) for item in found.solved[: room.others]),
        met=tuple(_met(view, item) for item in found.met[: room.others]),
        more={
            "documents": max(0, len(found.documents) - room.documents),
            "figures": max(0, len(told) - room.figures) if room.figures else 0,
            "gone": max(0, len(gone) - room.others),
        },
    )


def lead(view: Viewpoint, found: Changes) -> str:
    """Which build it is compared with, and how much has changed, in words."""
    t = view.strings
    kinds = Counter(change.kind for change in found.documents)
    compared = sum(change.earlier is not None for change in found.figures)
    counts = {
        **{kind: kinds[kind] for kind in ("new", "changed", "moved")},
        "gone": len(found.gone),
        "figures": compared,
        "figures_new": len(found.figures) - compared,
        "figures_gone": len(found.gone_figures),
    }
    said = [t(f"changes.count.{name}", count=count) for name, count in counts.items() if count]
    if not found.differs:
        said = [t("changes.none")]
    if found.rewritten:
        said.append(t("changes.count.rewritten", count=len(found.rewritten)))
    title = view.script.term(found.earlier.title)
    key = "changes.lead_dated" if found.earlier.date else "changes.lead"
    return t(key, title=title, date=view.date(found.earlier.date), what=t("joint_clause").join(said))


def document_changes(view: Viewpoint, room: Room) -> Iterator[DocumentChangeView]:
    """The documents that are new, changed or moved, in the order of the briefing; with their figures where these have
    no table of their own."""
    found = view.briefing.changes
    figures: dict[str, list[FigureChange]] = {}
    for item in found.figures if found else ():
        if item.earlier is not None:
            figures.setdefault(item.figure.document, []).append(item)
    for change in found.documents if found else ():
        own = [] if room.figures else figures.get(change.document.id, [])
        yield _document(view, change, own, room.sentences)


def _document(view: Viewpoint, change: DocumentChange, figures: list[FigureChange], room: int) -> DocumentChangeView:
    analysis = view.analysis(change.document.id)
    sentences, rows = change.sentences[:room], change.rows[:room]
    gone = [sentence.text for sentence in change.gone] + [_row_words(view, cells) for cells in change.gone_rows]
    lost = tuple(view.strings("changes.lost", text=view.printed(analysis.document, text)) for text in gone[:room])
    listed = len(sentences) + len(rows) + len(lost)
    best = _best(view, analysis) if change.kind == "new" else ()
    return DocumentChangeView(
        kind=change.kind,
        kind_name=view.strings(f"changes.kind.{change.kind}"),
        title=title_of(analysis.document, view.strings),
        lang=lang_of(analysis.document, analysis.document.title.text),
        mark=view.mark(analysis),
        notes=tuple(_notes(view, analysis, change)),
        sentences=tuple(_sentence(view, analysis, item) for item in sentences) or best,
        rows=tuple(_row(view, analysis, item) for item in rows),
        figures=tuple(_figure(view, item) for item in figures[:room]),
        gone=lost,
        more=len(change.sentences) + len(change.rows) + len(gone) - listed + max(0, len(figures) - room),
    )


def _best(view: Viewpoint, analysis: Analysis) -> tuple[SentenceChangeView, ...]:
    """The best sentences of a new document, in its order."""
    summary = analysis.summary
    best = set(summary.ranking[:_NEW_SENTENCES])
    return tuple(SentenceChangeView(view.quote(analysis, name)) for name in summary.sentences if name in best)


def _notes(view: Viewpoint, analysis: Analysis, change: DocumentChange) -> Iterator[str]:
    t, was = view.strings, change.earlier
    if was is not None and (change.kind == "moved" or was.path.split("/")[1:] != change.document.path.split("/")[1:]):
        yield t("changes.was_at", path=was.path)
    if change.retitled is not None:
        yield t("changes.retitled", title=view.printed(analysis.document, change.retitled))
    for key, headings in (("headings", change.headings), ("gone_headings", change.gone_headings)):
        if headings:
            yield t(f"changes.{key}", text=view.printed(analysis.document, t("joint").join(headings)))


def _sentence(view: Viewpoint, analysis: Analysis, change: SentenceChange) -> SentenceChangeView:
    return SentenceChangeView(
        view.quote(analysis, change.sentence.id), _was(view, analysis, change.earlier.text if change.earlier else "")
    )


def _was(view: Viewpoint, analysis: Analysis, text: str) -> str:
    return view.strings("changes.was", text=view.printed(analysis.document, text)) if text else ""


def _row(view: Viewpoint, analysis: Analysis, change: RowChange) -> RowChangeView:
    """A row as words, with the place of its first cell."""
    table = next(table for table in analysis.tables if table.id == change.table)
    places = ((column, cell.span) for column, cell in enumerate(table.rows[change.row], 1) if cell.span)
    column, span = next(places, (0, None))
    href = view.href(analysis, f"{table.id}-{change.row + 1}-{column}", span.start) if span else ""
    words = view.printed(analysis.document, _row_words(view, change.cells))
    earlier = _row_words(view, change.earlier) if change.earlier else ""
    return RowChangeView(Passage(words, lang_of(analysis.document, words), href), _was(view, analysis, earlier))


def _row_words(view: Viewpoint, cells: tuple[str, ...]) -> str:
    return view.strings("changes.cells").join(cell or "—" for cell in cells)


# -- figures


def _figure(view: Viewpoint, change: FigureChange) -> FigureChangeView:
    earlier = change.earlier
    return FigureChangeView(
        _own(view, change.figure),
        stated(view, earlier) if earlier else "",
        view.strings(f"changes.relation.{change.relation}", title=view.script.term(earlier.title if earlier else "")),
    )


def _own(view: Viewpoint, figure: StatedFigure) -> Figure:
    """A figure of this build."""
    return view.figure(view.analysis(figure.document), view.indicators[figure.document, figure.id])


def stated(view: Viewpoint, figure: StatedFigure) -> str:
    """What a figure of the earlier build states, with its period."""
    amount = figure.words or bounded(figure.value, figure.unit, figure.bound, view.strings)
    amount = view.script.term(amount)
    if figure.falls:
        amount = view.strings("change.down", basis="", amount=amount).strip()
    return (
        view.strings("changes.period", amount=amount, period=view.script.term(figure.period))
        if figure.period
        else amount
    )


def _conflict(view: Viewpoint, change: ConflictChange, *, here: bool) -> ConclusionView:
    figures = tuple(_own(view, figure) for figure in change.figures) if here else ()
    values = "" if here else view.strings("joint").join(stated(view, figure) for figure in change.figures)
    words = view.strings("changes.solved_values", values=values) if values else ""
    return ConclusionView(view.script.term(change.indicator), view.script.term_lang, words, figures)


def _met(view: Viewpoint, met: TargetMet) -> ConclusionView:
    figures = (_own(view, met.aimed), _own(view, met.figure))
    term = view.script.term
    return ConclusionView(term(met.figure.name), view.script.term_lang, view.strings("changes.aim"), figures)
