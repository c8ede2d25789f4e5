"""Documents of ``Changes`` → what a page says of each: its new, edited and gone sentences and rows, and its figures."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Literal

from reporter.model import Analysis
from reporter.model.changes import DocumentChange, FigureChange, RowChange, SentenceChange
from reporter.render.change_views import DocumentChangeView, RowChangeView, SentenceChangeView
from reporter.render.passages import Passage
from reporter.render.since_figures import figure_change
from reporter.render.viewpoint import Viewpoint, lang_of, title_of

_NEW_SENTENCES = 3
# So many sentences (rows, figures) of a document stand in a piece of it: with their links some 200 KB of a page.
_PIECE = 120


@dataclass(frozen=True, slots=True)
class Room:
    """How much a page lists: documents, sentences of each, figures, and gone documents and conclusions of a kind.
    ``rest`` says where what has no room stands; a page that is ``whole`` has all of each document, of which
    ``sentences`` stand open."""

    documents: int
    sentences: int
    figures: int
    others: int
    rest: Literal["page", "data"] = "data"
    whole: bool = False


def document_changes(view: Viewpoint, room: Room) -> Iterator[DocumentChangeView]:
    """The documents that are new, changed or moved, in the order of the briefing; with their figures on a page that has
    the whole of them, in pieces where they are long."""
    found = view.briefing.changes
    figures: dict[str, list[FigureChange]] = {}
    for item in found.figures if found else ():
        figures.setdefault(item.figure.document, []).append(item)
    for change in found.documents if found else ():
        own = figures.get(change.document.id, [])
        if room.whole:
            yield from _pieces(_whole(view, change, own, room.sentences))
        else:
            yield _document(view, change, room)


def left_words(view: Viewpoint, room: Room, **counts: int) -> str:
    """What there is no room for, and where it stands, in words; empty where all of it is listed."""
    t = view.strings
    said = [t(f"changes.left.{kind}", count=count) for kind, count in counts.items() if count > 0]
    return t("changes.more", what=t("joint").join(said), where=t(f"changes.where.{room.rest}")) if said else ""


def _document(view: Viewpoint, change: DocumentChange, room: Room) -> DocumentChangeView:
    """A document as far as there is room."""
    analysis = view.analysis(change.document.id)
    item = _headed(view, analysis, change)
    if change.kind == "new":
        best = _best(analysis)
        more = left_words(view, room, sentences=len(analysis.document.sentences) - len(best))
        quotes = tuple(SentenceChangeView(view.quote(analysis, name)) for name in best)
        return replace(item, sentences=quotes, more=more)
    sentences, rows = change.sentences[: room.sentences], change.rows[: room.sentences]
    gone = _gone(view, change)[: room.sentences]
    more = left_words(
        view,
        room,
        sentences=len(change.sentences) - len(sentences),
        rows=len(change.rows) - len(rows),
        gone=len(change.gone) + len(change.gone_rows) - len(gone),
    )
    return replace(
        item,
        sentences=tuple(_sentence(view, analysis, sentence) for sentence in sentences),
        rows=tuple(_row(view, analysis, row) for row in rows),
        gone=tuple(_lost(view, analysis, text) for text in gone),
        more=more,
    )


def _whole(view: Viewpoint, change: DocumentChange, figures: list[FigureChange], opened: int) -> DocumentChangeView:
    """All of a document: of a new one the best sentences and folded all others."""
    analysis = view.analysis(change.document.id)
    item = _headed(view, analysis, change)
    if change.kind == "new":
        best = _best(analysis)
        others = tuple(sentence.id for sentence in analysis.document.sentences if sentence.id not in set(best))
        sentences = [SentenceChangeView(view.quote(analysis, name)) for name in (*best, *others)]
        opened = len(best)
    else:
        sentences = [_sentence(view, analysis, sentence) for sentence in change.sentences]
    moved = (view.strings("changes.was_at", path=change.earlier.path),) if _has_moved(change) and change.earlier else ()
    return replace(
        item,
        notes=(*moved, *item.notes),
        sentences=tuple(sentences[:opened]),
        rest=tuple(sentences[opened:]),
        rows=tuple(_row(view, analysis, row) for row in change.rows),
        figures=tuple(figure_change(view, figure) for figure in figures),
        gone=tuple(_lost(view, analysis, text) for text in _gone(view, change)),
    )


def _pieces(item: DocumentChangeView) -> Iterator[DocumentChangeView]:
    """A document in pieces that fit on a page."""
    longest = max(len(item.rest), len(item.rows), len(item.figures), len(item.gone))
    for start in range(0, longest or 1, _PIECE):
        part = slice(start, start + _PIECE)
        yield replace(
            item,
            notes=() if start else item.notes,
            sentences=() if start else item.sentences,
            rest=item.rest[part],
            rows=item.rows[part],
            figures=item.figures[part],
            gone=item.gone[part],
            continued=start > 0,
        )


def _headed(view: Viewpoint, analysis: Analysis, change: DocumentChange) -> DocumentChangeView:
    """What a document is called and what became of it."""
    return DocumentChangeView(
        kind=change.kind,
        kind_name=view.strings(f"changes.kind.{change.kind}"),
        title=title_of(analysis.document, view.strings),
        lang=lang_of(analysis.document, analysis.document.title.text),
        mark=view.mark(analysis),
        notes=tuple(_notes(view, analysis, change)),
    )


def _best(analysis: Analysis) -> tuple[str, ...]:
    """The best sentences of a new document, in its order, by their ids."""
    best = set(analysis.summary.ranking[:_NEW_SENTENCES])
    return tuple(name for name in analysis.summary.sentences if name in best)


def _has_moved(change: DocumentChange) -> bool:
    was = change.earlier
    return was is not None and (
        change.kind == "moved" or was.path.split("/")[1:] != change.document.path.split("/")[1:]
    )


def _notes(view: Viewpoint, analysis: Analysis, change: DocumentChange) -> Iterator[str]:
    t = view.strings
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


def _gone(view: Viewpoint, change: DocumentChange) -> list[str]:
    return [sentence.text for sentence in change.gone] + [_row_words(view, cells) for cells in change.gone_rows]


def _lost(view: Viewpoint, analysis: Analysis, text: str) -> str:
    return view.strings("changes.lost", text=view.printed(analysis.document, text))


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
