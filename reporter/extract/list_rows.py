"""Rows of a list: what names each, and its figures and fields, each with the column that it belongs to."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from reporter.extract.list_fields import ListField, fields_of
from reporter.extract.units import family_of
from reporter.model.document import Document, Indicator
from reporter.model.text import Span

Column = tuple[str, str, bool]
"""Period, name and whether it is to come, of a figure; a field has its name alone."""

_SEPARATOR = re.compile(r"[：:，。；、\s]*")
_CLAUSE_SIGN = re.compile(r"[，。；：\n]")
_PLANNED = re.compile(r"计划|目标")
_VERB_OF_CHANGE = re.compile(r"(?:同比|环比)?(?:增长|下降|提高|降低|增加|减少|上升|回落)了?$")


@dataclass(frozen=True, slots=True)
class Seed:
    """A row to be: the place of its name, and where what it says ends."""

    label: Span
    end: int


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a list: what names it, what it says, and its figures and fields with their columns, in the order of
    the text."""

    label: Span
    body: Span
    entries: tuple[tuple[Column, Span], ...]

    def in_column(self, column: Column) -> Span | None:
        """The place of what the row says in a column; None where it says nothing."""
        return next((span for own, span in self.entries if own == column), None)


class Figures:
    """The figures of a document by place."""

    def __init__(self, indicators: Sequence[Indicator]) -> None:
        self._all = sorted(indicators, key=lambda figure: figure.span.start)
        self._starts = [figure.span.start for figure in self._all]

    def within(self, start: int, end: int) -> Sequence[Indicator]:
        """Those that begin in a stretch of the text, in order."""
        return self._all[bisect_left(self._starts, start) : bisect_left(self._starts, end)]


def row_of(document: Document, seed: Seed, figures: Figures) -> Row:
    """The row of a seed with all that it says."""
    gap = _SEPARATOR.match(document.text, seed.label.end)
    start = min(gap.end() if gap else seed.label.end, seed.end)
    body = Span(start, seed.end)
    fields = fields_of(document, body)
    entries: list[tuple[Column, Span]] = [(("", field.name, False), field.span) for field in fields]
    for figure in figures.within(start, seed.end):
        span = _place(document, figure)
        if span and not _is_inside(span, fields):
            entries.append((_column(document, figure), span))
    return Row(seed.label, body, tuple(sorted(entries, key=lambda entry: entry[1])))


def _is_inside(span: Span, fields: Sequence[ListField]) -> bool:
    return any(field.span.overlaps(span) for field in fields)


def _place(document: Document, figure: Indicator) -> Span | None:
    """What stands in the cell of a figure: the figure itself, of a rate of change its verb too, which says up or down;
    None for other changes."""
    if figure.role != "change":
        return figure.span
    verb = _VERB_OF_CHANGE.search(document.simplified, max(0, figure.span.start - 6), figure.span.start)
    rate = figure.unit == "%" and figure.name.endswith("增速")
    return Span(verb.start(), figure.span.end) if verb and rate else None


def _column(document: Document, figure: Indicator) -> Column:
    """What puts figures of several rows in one column: period, name and whether it is to come."""
    planned = figure.role in ("target", "plan")
    stem = _PLANNED.sub("", figure.name) if planned else figure.name
    return _period(document, figure), stem or figure.name, planned


def _period(document: Document, figure: Indicator) -> str:
    """A figure's period. A number of things or persons behind a clause of another year (今年计划6亿元，员工300人) is of
    the present, unless its own clause names a period."""
    if not figure.period or family_of(figure.unit) not in ("count", "measure"):
        return figure.period or ""
    begin = max(0, figure.span.start - 40)
    clause = _CLAUSE_SIGN.split(document.simplified[begin : figure.span.start])[-1]
    return figure.period if figure.period in clause else ""
