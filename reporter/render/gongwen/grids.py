"""Figures and comparison → tables of an official document, and their heights in lines of the page."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from reporter.render.catalogue import Catalogue
from reporter.render.change_views import FigureChangeView
from reporter.render.gongwen.context import Grid, GridCell, GridRow, Piece
from reporter.render.passages import Figure, Matrix, MatrixFigure, MatrixRow, SourceMark

_FIGURE_SHARES = (18, 34, 17, 22, 9)  # the second holds twelve characters, as long as most names are
_COMPARED_SHARES = (18, 26, 24, 22, 10)
_WIDE_SHARES = (24, 76)
_NAMES_SHARE = 26


def figures_grid(figures: Sequence[Figure], t: Catalogue) -> Grid:
    """The key figures: whose, what, how much, what qualifies it, from where."""
    keys = ("figure.subject", "figure.name", "figure.quantity", "figure.details")
    head = [_plain(t(key), numeric=key == "figure.quantity") for key in keys]
    rows = (
        GridRow(
            (
                _plain(figure.subject, figure.lang),
                _plain(figure.name, figure.lang),
                _plain(figure.quantity, figure.lang, numeric=True),
                _plain(t("joint").join(figure.details), figure.lang),
                GridCell(((_mark(figure.mark),),)),
            )
        )
        for figure in figures
    )
    return Grid(_FIGURE_SHARES, GridRow((*head, _plain(t("official.source")))), tuple(rows))


def compared_grid(changes: Sequence[FigureChangeView], t: Catalogue) -> Grid:
    """Figures beside those of the earlier issue: whose, what, how much then and now, from where."""
    keys = ("figure.subject", "figure.name", "changes.earlier", "changes.now")
    head = [_plain(t(key), numeric=key.startswith("changes.")) for key in keys]
    rows = (
        GridRow(
            (
                _plain(change.figure.subject, change.figure.lang),
                _plain(change.figure.name, change.figure.lang),
                _plain(change.earlier, change.figure.lang, numeric=True),
                _plain(change.figure.quantity, change.figure.lang, numeric=True),
                GridCell(((_mark(change.figure.mark),),)),
            )
        )
        for change in changes
    )
    return Grid(_COMPARED_SHARES, GridRow((*head, _plain(t("official.source")))), tuple(rows))


def matrix_grid(matrix: Matrix, t: Catalogue) -> Grid:
    """The comparison: a column a document, or, for more documents than a page has columns, all figures of a row one
    after the other."""
    remark = t("matrix.other_note") if matrix.other else ""
    first = _plain(t("matrix.indicator"))
    if matrix.wide:
        rows = tuple(GridRow((_indicator(row, t), _one_after_the_other(row, t))) for row in matrix.rows)
        return Grid(_WIDE_SHARES, GridRow((first, _plain(t("matrix.figures")))), rows, remark)
    heads = tuple(_column(mark) for mark in matrix.columns)
    rows = tuple(GridRow((_indicator(row, t), *map(_figures, row.cells))) for row in matrix.rows)
    return Grid(_matrix_shares(len(heads)), GridRow((first, *heads)), rows, remark)


def with_heights(grids: Sequence[Grid], heights: Sequence[int]) -> tuple[Grid, ...]:
    """The tables with the measured heights of all their rows, heads included, one after the other."""
    left = iter(heights)
    return tuple(
        replace(
            grid,
            head=replace(grid.head, height=next(left)),
            rows=tuple(replace(row, height=next(left)) for row in grid.rows),
        )
        for grid in grids
    )


def _matrix_shares(columns: int) -> tuple[int, ...]:
    share = (100 - _NAMES_SHARE) // columns
    return (100 - share * columns, *[share] * columns)


def _plain(text: str, lang: str = "", *, numeric: bool = False) -> GridCell:
    return GridCell(((Piece(text, lang),),) if text else (), numeric)


def _mark(mark: SourceMark) -> Piece:
    return Piece(mark.label, "", mark.href, "mark")


def _column(mark: SourceMark) -> GridCell:
    return GridCell(((Piece(mark.place, mark.lang, mark.href), _mark(mark)),), numeric=True)


def _indicator(row: MatrixRow, t: Catalogue) -> GridCell:
    pieces = [Piece(row.indicator, row.lang)]
    if row.unit:
        pieces.append(Piece(t("official.unit", unit=row.unit), row.lang, "", "small"))
    if row.derived:
        pieces.append(Piece(t("official.unit", unit=t("matrix.derived")), "", "", "small"))
    return GridCell((tuple(pieces),))


def _figures(figures: Sequence[MatrixFigure]) -> GridCell:
    return GridCell(tuple(tuple(_figure(figure)) for figure in figures) or ((Piece("—"),),), numeric=True)


def _one_after_the_other(row: MatrixRow, t: Catalogue) -> GridCell:
    """The figures of a row, each between its document's place and mark, and how many more there are."""
    more = ((Piece(t("matrix.more", count=row.more), "", "", "small"),),) if row.more else ()
    return GridCell((*(tuple(_placed(figure)) for figure in row.figures), *more), running=True)


def _placed(figure: MatrixFigure) -> Iterator[Piece]:
    if figure.mark.place:
        yield Piece(figure.mark.place, figure.mark.lang, "", "small")
    yield from _figure(figure)
    yield _mark(figure.mark)


def _figure(figure: MatrixFigure) -> Iterator[Piece]:
    if figure.label:
        yield Piece(figure.label, figure.lang, "", "small")
    yield Piece(figure.text, figure.lang, figure.href)
    if not figure.same:
        yield Piece(f"†{figure.note}", figure.lang, "", "small")
