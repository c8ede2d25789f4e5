"""Briefings whose documents each state figures of their own place, for charts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from reporter.config import Config
from reporter.model import (
    Analysis,
    Bound,
    Briefing,
    Change,
    Comparison,
    ComparisonCell,
    ComparisonRow,
    Event,
    Happening,
    Span,
    Telling,
)
from reporter.render.catalogue import load_catalogue
from reporter.render.links import SiteLinks
from reporter.render.theme import load_theme
from reporter.render.viewpoint import Viewpoint
from tests.render.briefings import analysis_of, briefing_of, document_of

PLACES = ("东山市", "西河市", "南浦市", "北岭市", "中原市")


def place(
    number: int, words: str, name: str, value: float | tuple[float, float], unit: str, **more: object
) -> Analysis:
    """A document of a place that states one figure in one sentence."""
    home = PLACES[number % len(PLACES)]
    document = document_of(f"{home}工作情况\n{home}{name}{words}。", f"{number}.txt")
    plain = analysis_of(document, ((words, name, value, unit),))  # type: ignore[arg-type]
    return replace(plain, indicators=(replace(plain.indicators[0], subject=home, **more),))


def cell(analysis: Analysis, *, same: bool = True) -> ComparisonCell:
    item = analysis.indicators[0]
    return ComparisonCell(
        analysis.document.id, item.id, item.value, item.unit, item.subject, item.period, item.role, item.bound, same
    )


def compared(analyses: Sequence[Analysis], others: Sequence[Analysis] = ()) -> Briefing:
    """A briefing with one row that holds a figure of each document; ``others`` measure something else in it."""
    every = (*analyses, *others)
    cells = tuple(cell(item, same=item not in others) for item in every)
    row = ComparisonRow(analyses[0].indicators[0].name, "other measure" if others else "same", False, cells)
    return briefing_of(*every, comparison=Comparison(tuple(item.document.id for item in every), (row,)))


def towns(
    values: Sequence[tuple[str, float]], unit: str = "亿元", bound: Bound | None = None, period: str | None = None
) -> list[Analysis]:
    return [
        place(number, words, "工业产值", value, unit, bound=bound, period=period)
        for number, (words, value) in enumerate(values)
    ]


def changed(*amounts: tuple[str, float, str], basis: str | None = "同比") -> Analysis:
    """A document that states by how many per cent things changed: (name, value, direction)."""
    text = "".join(f"{name}变化{value}%。" for name, value, _ in amounts)
    document = document_of(f"东山市统计公报\n{text}", "b.txt")
    plain = analysis_of(document, tuple((f"{value}%", name, value, "%") for name, value, _ in amounts))
    indicators = tuple(
        replace(item, role="change", change=Change(direction, value, "%", basis, None))  # type: ignore[arg-type]
        for item, (_, value, direction) in zip(plain.indicators, amounts, strict=True)
    )
    return replace(plain, indicators=indicators)


def dated(*dates: str, ahead: bool = False) -> Briefing:
    """A briefing of one document that tells an event for each date."""
    text = "".join(f"第{number}件大事在{date}。" for number, date in enumerate(dates, 1))
    analysis = analysis_of(document_of(f"东山市大事记\n{text}", "d.txt"))
    happenings = tuple(
        Happening(date, ahead, (Telling(analysis.document.id, home.id, _event(date, home.id)),))
        for date, home in zip(dates, analysis.document.sentences, strict=True)
    )
    return briefing_of(analysis, timeline=happenings)


def _event(date: str, sentence: str) -> Event:
    return Event(date, date, Span(0, 1), sentence, False)


def seen(briefing: Briefing) -> Viewpoint:
    return Viewpoint(briefing, load_catalogue(load_theme(Config()), "zh-Hans"), SiteLinks(""))
