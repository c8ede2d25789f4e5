"""The comparison in words, for outputs without templates: a row's title, a figure with its note."""

from __future__ import annotations

from reporter.render.catalogue import Catalogue
from reporter.render.passages import MatrixFigure, MatrixRow


def row_words(row: MatrixRow, t: Catalogue) -> str:
    """The indicator with its unit, and whether the row is computed."""
    unit = f"（{row.unit}）" if row.unit else ""
    return f"{row.indicator}{unit}{'＊' + t('matrix.derived') if row.derived else ''}"


def figure_words(figure: MatrixFigure) -> str:
    """A figure behind what tells it from others of its cell, with a dagger and its note where it measures something
    else than its row."""
    text = f"{figure.label} {figure.text}" if figure.label else figure.text
    if figure.same:
        return text
    return f"{text}†（{figure.note}）" if figure.note else f"{text}†"


def place_words(figure: MatrixFigure) -> str:
    """The place of a figure's document and a space, before it in a line of figures; empty where none is known."""
    return f"{figure.mark.place} " if figure.mark.place else ""


def line_words(row: MatrixRow, t: Catalogue) -> str:
    """A row's figures one after the other, each between its place and its source, and how many were cut."""
    words = [f"{place_words(figure)}{figure_words(figure)}{figure.mark.label}" for figure in row.figures]
    return "；".join([*words, t("matrix.more", count=row.more)] if row.more else words)
