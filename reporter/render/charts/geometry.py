"""How a chart is laid out: its sizes in pixels, where its rows, names and scale stand, and its colours.

Sizes are fixed and nothing is laid out by the measured width of a text, so what is drawn does not depend on the fonts
of the machine.
"""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass
from unicodedata import east_asian_width

from reporter.render.archive import xml_text
from reporter.render.charts.axis import Scale, Tick, ticks
from reporter.render.charts.chart import BarChart, Chart, Label, Stretch, TimeChart

AXIS = 24
THICK = 14
FONT, SMALL = 13, 11
_GAP = 8
# How much wider than narrow a Latin letter or digit is, in parts of a Chinese character: an upper bound for Noto Sans.
_NARROW = 0.62
# A date is at least so many pixels long, to be seen and met with a pointer.
_SHORTEST = 7
_MOST_TICKS = 5


@dataclass(frozen=True, slots=True)
class Form:
    """How a chart is set, in pixels: its width, the height of a row, whether names stand above their bars instead of
    at their left, and the most that names and quantities may take, so that a hundred pixels are left for bars."""

    width: int
    row: int
    above: bool
    names: int
    words: int


WIDE = Form(640, 26, above=False, names=236, words=140)
# For a telephone: 320 px wide it is still read, at 0.8 of its size.
NARROW = Form(350, 44, above=True, names=320, words=118)
FORMS = (WIDE, NARROW)
# Where the scale of a chart begins whose names stand above: half a number of the axis stands left of it.
_INDENT = 18

# For light paper; the site's style sheet replaces them in the dark. Blue and orange differ for every kind of sight.
INK, SOFT, RULE = "#1d1f22", "#5a5e64", "#dcd8cf"
BLUE, ORANGE = "#3f76a6", "#c8712b"


@dataclass(frozen=True, slots=True)
class Frame:
    """Where things stand: the scale with its numbers, and the edge of the names (their right one, or their left one
    where they stand above)."""

    scale: Scale
    ticks: tuple[Tick, ...]
    names: float


def frame(chart: Chart, form: Form) -> Frame:
    """The frame of a chart; a chart has a row at least."""
    labels = (bar.label for bar in chart.bars) if isinstance(chart, BarChart) else chart.rows
    left = _left(labels, form)
    names = left + 4 if form.above else left - _GAP
    scale, marks = _bar_scale(chart, form, left) if isinstance(chart, BarChart) else _time_scale(chart, form, left)
    return Frame(scale, marks, names)


def height(chart: Chart, form: Form = WIDE) -> int:
    """How high a chart is, its axis included."""
    return form.row * len(chart.bars if isinstance(chart, BarChart) else chart.rows) + AXIS


def top(row: int, form: Form) -> float:
    """Where the bar of a row begins."""
    return form.row * row + (form.row - THICK - 4 if form.above else (form.row - THICK) / 2)


def name_line(row: int, form: Form) -> float:
    """The middle of the line that a row's name stands on."""
    return form.row * row + 14 if form.above else top(row, form) + THICK / 2


def lengthened(stretch: Stretch, scale: Scale) -> tuple[float, float]:
    """Where a stretch of time begins and ends, in years; one that would hardly be seen is longer at both ends."""
    shortest = _SHORTEST * (scale.high - scale.low) / (scale.right - scale.left)
    more = max(0.0, shortest - (stretch.end - stretch.start)) / 2
    return stretch.start - more, stretch.end + more


def clean(text: str) -> str:
    """The text in one line, without characters that no XML may hold; never empty."""
    return " ".join(xml_text(text).split()) or "—"


def text_width(text: str, size: float) -> int:
    """How wide a text is at most, in pixels."""
    parts = (1.0 if east_asian_width(char) in "WFA" else _NARROW for char in text)
    return math.ceil(size * sum(parts))


def cut(text: str, most: int) -> str:
    """The text in one line, as much of it as fits so many pixels."""
    whole = clean(text)
    if text_width(whole, FONT) <= most:
        return whole
    end = next(end for end in range(min(len(whole), most), -1, -1) if text_width(f"{whole[:end]}…", FONT) <= most)
    return f"{whole[:end]}…"


def cut_label(label: Label, form: Form = WIDE) -> str:
    """The words of a row, as much of them as fits."""
    return cut(label.whole, form.names)


def _bar_scale(chart: BarChart, form: Form, left: int) -> tuple[Scale, tuple[Tick, ...]]:
    """From the least value or zero to the greatest or zero, with room for the quantities beside the bars."""
    ahead = max((text_width(cut(bar.words, form.words), FONT) for bar in chart.bars if bar.end >= 0), default=0)
    behind = max((text_width(cut(bar.words, form.words), FONT) for bar in chart.bars if bar.end < 0), default=0)
    low = min(0.0, *(bar.end for bar in chart.bars), 0.0)
    high = max(0.0, *(bar.end for bar in chart.bars), 0.0)
    start, end = left + (behind + _GAP if behind else 0), form.width - ahead - _GAP
    scale = Scale(low, high, start, end) if low < high else Scale(0.0, 1.0, start, end)
    return scale, ticks(scale, _room(scale))


def _room(scale: Scale) -> int:
    """About how many numbers an axis has room for."""
    longest = max(len(f"{end:,.0f}") for end in (scale.low, scale.high)) + 2
    return max(1, min(_MOST_TICKS, int((scale.right - scale.left) // (longest * _NARROW * SMALL + 20))))


def _time_scale(chart: TimeChart, form: Form, left: int) -> tuple[Scale, tuple[Tick, ...]]:
    """Whole years; every so many of them are named that their numbers do not touch."""
    first = math.floor(min(stretch.start for stretch in chart.stretches))
    last = max(math.ceil(max(stretch.end for stretch in chart.stretches) - 1e-9), first + 1)
    scale = Scale(first, last, left, form.width - text_width("2000", SMALL) // 2 - 1)
    every = max(1, math.ceil((last - first) * text_width("2000  ", SMALL) / (scale.right - scale.left)))
    return scale, tuple(Tick(year, str(year)) for year in range(first, last + 1, every))


def _left(labels: Iterable[Label], form: Form) -> int:
    """Where the scale begins: behind the widest label, or at the edge where labels stand above."""
    return _INDENT if form.above else max(text_width(cut_label(label), FONT) for label in labels) + _GAP
