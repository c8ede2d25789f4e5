"""Timeline → a chart of time: a row a document, a dot or a stretch for each date, as exact as it is stated."""

from __future__ import annotations

from calendar import isleap
from collections import Counter, defaultdict
from datetime import date
from statistics import median_low

from reporter.model import Happening
from reporter.render.charts.chart import Label, Stretch, TimeChart, Titled
from reporter.render.viewpoint import Viewpoint

# Fewer dates are told as quickly by the table.
_FEWEST = 5
_ROWS = 16
# Years on either side of the median that are drawn: three plans of five years. A founding long ago would press all else
# into a corner.
_YEARS = 15
# More marks than this melt into one another: then days are taken together by month, or months by year.
_MARKS = 400
# A pointer shows as much of a sentence as this.
_TOLD = 60


def timeline_chart(view: Viewpoint) -> Titled | None:
    """The chart of all dated events; None where there are too few dates to see an order in."""
    dated = [happening for happening in view.briefing.timeline if _span(happening.date) is not None]
    if len({happening.date for happening in dated}) < _FEWEST:
        return None
    near = _near(dated)
    told = Counter(name for happening in near for name in _documents(happening))
    fullest = sorted(told, key=lambda name: (-told[name], view.numbers[name]))[:_ROWS]
    rows = sorted(fullest, key=view.numbers.__getitem__)
    length = _exactness(near, rows)
    stretches = _stretches(view, near, rows, length)
    left = sum(not set(_documents(happening)) & set(rows) for happening in near) + len(dated) - len(near)
    notes = [view.strings("charts.stretch")]
    if any(stretch.ahead for stretch in stretches):
        notes.append(view.strings("charts.ahead"))
    if any(len(happening.date) > length for happening in near):
        notes.append(view.strings("charts.coarse"))
    if left:
        notes.append(view.strings("charts.far", count=left))
    labels = tuple(_label(view, name) for name in rows)
    title = view.strings("charts.timeline")
    return Titled("timeline", title, view.strings.language, "", TimeChart(labels, stretches), tuple(notes))


def _near(dated: list[Happening]) -> list[Happening]:
    """The events that are not too far from the median one to share a scale with it."""
    years = [int(happening.date[:4]) for happening in dated]
    middle = median_low(years)
    return [happening for happening, year in zip(dated, years, strict=True) if abs(year - middle) <= _YEARS]


def _documents(happening: Happening) -> list[str]:
    """The documents that tell an event, each once."""
    return list(dict.fromkeys(telling.document for telling in happening.tellings))


def _label(view: Viewpoint, name: str) -> Label:
    mark = view.mark_of(name)
    return Label(mark.label, mark.place, mark.lang, mark.href)


def _exactness(near: list[Happening], rows: list[str]) -> int:
    """How much of a date is drawn, in characters of its ISO form: 10 with the day, 7 with the month, 4 the year."""
    for length in (10, 7):
        pairs = {(happening.date[:length], name) for happening in near for name in _documents(happening)}
        if sum(name in rows for _, name in pairs) <= _MARKS:
            return length
    return 4


def _stretches(view: Viewpoint, near: list[Happening], rows: list[str], length: int) -> tuple[Stretch, ...]:
    """One mark for each document and date, longer ones first, so that a day lies upon its year."""
    places = {name: row for row, name in enumerate(rows)}
    events: dict[tuple[str, str], list[Happening]] = defaultdict(list)
    for happening in near:
        for name in _documents(happening):
            if name in places:
                events[happening.date[:length], name].append(happening)
    made = [_stretch(view, places[name], name, day, found) for (day, name), found in events.items()]
    return tuple(sorted(made, key=lambda stretch: (stretch.row, stretch.start - stretch.end, stretch.start)))


def _stretch(view: Viewpoint, row: int, name: str, day: str, found: list[Happening]) -> Stretch:
    first = next(telling for telling in found[0].tellings if telling.document == name)
    quote = view.quote_of(name, first.sentence)
    words = quote.text if len(quote.text) <= _TOLD else f"{quote.text[:_TOLD]}…"
    start, end = _span(day) or (0.0, 0.0)
    more = view.strings("charts.more", count=len(found)) if len(found) > 1 else ""
    told = f"{view.mark_of(name).label}{view.date(day)}{more} {words}"
    return Stretch(row, start, end, all(happening.ahead for happening in found), told, quote.href)


def _span(iso: str) -> tuple[float, float] | None:
    """From when to when a date is, in years: a year, a month or a day long. None for what is no such date."""
    parts = iso.split("-")
    if not all(part.isdecimal() for part in parts) or len(parts[0]) != 4 or len(parts) > 3:
        return None
    year, month, day = (*(int(part) for part in parts), 1, 1)[:3]
    try:
        first = _years(date(year, month, day))
    except ValueError:
        return None
    return first, first + (1.0, 1 / 12, 1 / 366)[len(parts) - 1]


def _years(day: date) -> float:
    """A day as a year and its part: 2017-07-02 is about 2017.5."""
    return day.year + (day.timetuple().tm_yday - 1) / (366 if isleap(day.year) else 365)
