"""Rows of the briefing's own tables, as cells with links: figures, the comparison, targets, themes, the timeline."""

from __future__ import annotations

from collections.abc import Sequence

from reporter.render.catalogue import Catalogue
from reporter.render.context import EventView, TargetView, ThemeCellView
from reporter.render.docx.tables import CellText, Words
from reporter.render.matrix_words import figure_words, place_words, row_words
from reporter.render.passages import Figure, Matrix, MatrixFigure, MatrixRow, SourceMark

Table = tuple[list[CellText], list[list[CellText]]]


def figure_rows(figures: Sequence[Figure], t: Catalogue) -> Table:
    """Stated quantities: the quantity leads to its sentence, the mark to the document."""
    header: list[CellText] = [t(f"figure.{key}") for key in ("subject", "name", "quantity", "details")]
    return header, [
        [item.subject, item.name, _linked(item.quantity, item.words.href), _details(item)] for item in figures
    ]


def _details(figure: Figure) -> CellText:
    return (Words("；".join(figure.details)), mark_words(figure.mark))


def matrix_rows(matrix: Matrix, t: Catalogue) -> Table:
    """The comparison: a column a document, or all figures in one where there are too many."""
    if matrix.wide:
        return [t("matrix.indicator"), t("matrix.figures")], [[row_words(row, t), _line(row, t)] for row in matrix.rows]
    header: list[CellText] = [t("matrix.indicator")]
    header += [_linked(f"{mark.label}{mark.place}", mark.href) for mark in matrix.columns]
    return header, [[row_words(row, t), *map(_cell, row.cells)] for row in matrix.rows]


def _cell(figures: Sequence[MatrixFigure]) -> CellText:
    return joined([(_figure(figure),) for figure in figures], "\n") or "—"


def _line(row: MatrixRow, t: Catalogue) -> CellText:
    """A row's figures one after the other, each between its place and its source, and how many were cut."""
    parts = [(Words(place_words(figure)), _figure(figure), mark_words(figure.mark)) for figure in row.figures]
    more = ((Words(t("matrix.more", count=row.more)),),) if row.more else ()
    return joined([*parts, *more], "；")


def _figure(figure: MatrixFigure) -> Words:
    return Words(figure_words(figure), _anchor(figure.href))


def target_rows(targets: Sequence[TargetView], t: Catalogue) -> Table:
    """What is to be reached, by when and by whom."""
    header: list[CellText] = [t(f"targets.{key}") for key in ("task", "quantity", "deadline", "bodies")]
    return header, [_target(item, t) for item in targets]


def _target(item: TargetView, t: Catalogue) -> list[CellText]:
    told = f"{item.subject}{item.name}" if item.name else item.words.text
    until = f"\n{item.date}" if item.date and item.date != item.deadline.text else ""
    support = f"{t('targets.support')}{item.support.text}" if item.support.text else ""
    bodies = "\n".join(filter(None, (item.bodies.text, support)))
    href = item.quote.href if item.quote else item.words.href
    task = (Words(told), Words(item.mark.label, _anchor(href)))
    return [task, item.quantity or "—", (item.deadline.text or "—") + until, bodies or "—"]


def theme_rows(
    columns: Sequence[SourceMark], rows: Sequence[tuple[str, Sequence[ThemeCellView]]], t: Catalogue
) -> Table:
    """Themes × some documents."""
    header: list[CellText] = [t("themes.theme"), *(_linked(f"{mark.label}{mark.place}", mark.href) for mark in columns)]
    return header, [[theme, *map(_theme, cells)] for theme, cells in rows]


def _theme(cell: ThemeCellView) -> CellText:
    return _linked(f"{cell.share}\n{cell.count}", cell.quote.href) if cell.quote else "—"


def event_rows(events: Sequence[EventView], t: Catalogue) -> Table:
    """The timeline."""
    header: list[CellText] = [t("timeline.date"), t("timeline.event")]
    return header, [[_date(event, t), _told(event)] for event in events]


def _date(event: EventView, t: Catalogue) -> str:
    """The date of an event, marked where its year is inferred or it is still to come."""
    date = f"{event.date}*" if event.inferred else event.date
    return f"{date}\n{t('timeline.ahead')}" if event.ahead else date


def _told(event: EventView) -> CellText:
    quotes = (event.quote, *event.others)
    return (Words(event.sentence), *(Words(quote.mark.label, _anchor(quote.href)) for quote in quotes))


def mark_words(mark: SourceMark) -> Words:
    """A document's mark that leads to its chapter."""
    return Words(mark.label, _anchor(mark.href))


def joined(parts: Sequence[tuple[Words, ...]], joint: str) -> tuple[Words, ...]:
    """Parts of a cell with words between them."""
    between = Words(joint)
    return tuple(words for place, part in enumerate(parts) for words in ((between, *part) if place else part))


def _linked(text: str, href: str) -> CellText:
    return (Words(text, _anchor(href)),)


def _anchor(href: str) -> str:
    return href.removeprefix("#")
