"""Charts → one Vega specification: a group mark ``chart0``, ``chart1`` … each, with its own scale, axis and marks.

One specification for all, since a conversion costs a tenth of a second whatever it draws. Sizes are fixed and nothing
is laid out by the width of a text, so what is drawn does not depend on the fonts of the machine.
The language: https://vega.github.io/vega/docs/specification/ (version 6).
"""

from __future__ import annotations

import json
import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any
from unicodedata import east_asian_width

from reporter.render.archive import xml_text
from reporter.render.charts.chart import BarChart, Chart, Label, TimeChart

AXIS = 24
_THICK = 14
_FONT = 13.0
_SMALL = 11.0
_GAP = 8
# How much wider than narrow a Latin letter or digit is, in parts of a Chinese character: an upper bound for Noto Sans.
_NARROW = 0.62
# A date is at least so many pixels long, to be seen and met with a pointer.
_SHORTEST = 7

_Values = dict[str, Any]


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


def specification(charts: Sequence[Chart]) -> str:
    """The charts as JSON in ASCII, all of them in the first form, then all in the next; equal charts give equal
    text."""
    each = [(chart, form) for form in FORMS for chart in charts]
    groups = [
        _bar_group(chart, form) if isinstance(chart, BarChart) else _time_group(chart, form) for chart, form in each
    ]
    return json.dumps(
        {
            "$schema": "https://vega.github.io/schema/vega/v6.json",
            "autosize": "none",
            "padding": 0,
            "width": WIDE.width,
            "height": max((height(chart, form) for chart, form in each), default=0),
            "marks": [{**group, "name": f"chart{number}"} for number, group in enumerate(groups)],
        },
        allow_nan=False,
    )


def height(chart: Chart, form: Form = WIDE) -> int:
    """How high a chart is, its axis included."""
    return form.row * len(chart.bars if isinstance(chart, BarChart) else chart.rows) + AXIS


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
    if text_width(whole, _FONT) <= most:
        return whole
    end = next(end for end in range(min(len(whole), most), -1, -1) if text_width(f"{whole[:end]}…", _FONT) <= most)
    return f"{whole[:end]}…"


def cut_label(label: Label, form: Form = WIDE) -> str:
    """The words of a row, as much of them as fits."""
    return cut(label.whole, form.names)


def _top(row: int, form: Form) -> float:
    """Where the bar of a row begins."""
    return form.row * row + (form.row - _THICK - 4 if form.above else (form.row - _THICK) / 2)


def _middle(row: int, form: Form) -> float:
    """The middle of the line that a row's name stands on."""
    return form.row * row + 14 if form.above else _top(row, form) + _THICK / 2


def _bar_group(chart: BarChart, form: Form) -> _Values:
    left = _left((bar.label for bar in chart.bars), form)
    ahead = max((text_width(cut(bar.words, form.words), _FONT) for bar in chart.bars if bar.end >= 0), default=0)
    behind = max((text_width(cut(bar.words, form.words), _FONT) for bar in chart.bars if bar.end < 0), default=0)
    span = [left + (behind + _GAP if behind else 0), form.width - ahead - _GAP]
    domain = [min(0.0, *(bar.end for bar in chart.bars), 0.0), max(0.0, *(bar.end for bar in chart.bars), 0.0)]
    if domain == [0.0, 0.0]:
        domain = [0.0, 1.0]
    rows = [
        {
            "y": _top(at, form), "zero": 0, "low": bar.low, "high": bar.high, "end": bar.end,
            "fill": ORANGE if bar.end < 0 else BLUE, "paler": 1 if bar.exact else 0.45,
            "dash": [] if bar.exact else [3, 2],
            "name": cut_label(bar.label, form), "words": cut(bar.words, form.words),
            "line": _middle(at, form), "middle": _top(at, form) + _THICK / 2,
            "align": "right" if bar.end < 0 else "left", "off": -5 if bar.end < 0 else 5,
        }
        for at, bar in enumerate(chart.bars)
    ]  # fmt: skip
    marks = [
        _rectangle("tails", "low", "high", opacity={"value": 0.3}),
        _rectangle("bars", "zero", "low", opacity={"field": "paler"}, dash={"field": "dash"}),
        _zero(height(chart, form) - AXIS),
        _names(left, form),
        _text("words", {"scale": "x", "field": "end", "offset": {"field": "off"}}, "words", {"field": "align"}),
    ]
    return _group(chart, rows, domain, span, marks, {"tickCount": _ticks(domain, span)}, form)


def _ticks(domain: list[float], span: list[int]) -> int:
    """About how many numbers an axis has room for."""
    longest = max(len(f"{end:,.0f}") for end in domain) + 2
    return max(1, min(5, int((span[1] - span[0]) // (longest * _NARROW * _SMALL + 20))))


def _time_group(chart: TimeChart, form: Form) -> _Values:
    left = _left(chart.rows, form)
    first = math.floor(min(stretch.start for stretch in chart.stretches))
    last = max(math.ceil(max(stretch.end for stretch in chart.stretches) - 1e-9), first + 1)
    span = [left, form.width - text_width("2000", _SMALL) // 2 - 1]
    shortest = _SHORTEST * (last - first) / (span[1] - span[0])
    rows = []
    for stretch in chart.stretches:
        more = max(0.0, shortest - (stretch.end - stretch.start)) / 2
        rows.append(
            {
                "y": _top(stretch.row, form), "zero": stretch.start - more, "low": stretch.end + more,
                "fill": BLUE, "paler": 0.12 if stretch.ahead else 0.6, "dash": [3, 2] if stretch.ahead else [],
            }
        )  # fmt: skip
    names = [{"line": _middle(at, form), "name": cut_label(label, form)} for at, label in enumerate(chart.rows)]
    marks = [
        _rectangle("bars", "zero", "low", opacity={"field": "paler"}, dash={"field": "dash"}, corner=3),
        _names(left, form, source="labels"),
    ]
    every = max(1, math.ceil((last - first) * text_width("2000  ", _SMALL) / (span[1] - span[0])))
    axis = {"values": list(range(first, last + 1, every)), "format": "d"}
    group = _group(chart, rows, [first, last], span, marks, axis, form)
    return {**group, "data": [*group["data"], {"name": "labels", "values": names}]}


def _left(labels: Iterable[Label], form: Form) -> int:
    """Where the scale begins: behind the widest label, or at the edge where labels stand above."""
    return _INDENT if form.above else max(text_width(cut_label(label), _FONT) for label in labels) + _GAP


def _group(
    chart: Chart,
    rows: list[_Values],
    domain: list[float],
    span: list[int],
    marks: list[Any],
    axis: _Values,
    form: Form,
) -> _Values:
    inner = height(chart, form) - AXIS
    return {
        "type": "group",
        "encode": {"enter": {"width": {"value": form.width}, "height": {"value": inner}}},
        "data": [{"name": "rows", "values": rows}],
        "scales": [{"name": "x", "type": "linear", "domain": domain, "range": span, "nice": False, "zero": False}],
        "axes": [
            {
                "orient": "bottom", "scale": "x", "grid": True, "gridColor": RULE, "domain": False, "ticks": False,
                "labelFont": "sans-serif", "labelFontSize": _SMALL, "labelColor": SOFT, "labelPadding": 5,
                "labelBound": False, "labelFlush": False, "labelOverlap": False, **axis,
            }
        ],
        "marks": marks,
    }  # fmt: skip


def _rectangle(
    name: str, start: str, end: str, *, opacity: _Values, dash: _Values | None = None, corner: int = 0
) -> _Values:
    shape: _Values = {
        "x": {"scale": "x", "field": start}, "x2": {"scale": "x", "field": end}, "y": {"field": "y"},
        "height": {"value": _THICK}, "fill": {"field": "fill"}, "fillOpacity": opacity,
    }  # fmt: skip
    if dash is not None:
        shape |= {"stroke": {"field": "fill"}, "strokeDash": dash}
    if corner:
        shape |= {"cornerRadius": {"value": corner}}
    return {"type": "rect", "name": name, "from": {"data": "rows"}, "encode": {"enter": shape}}


def _zero(length: int) -> _Values:
    """The line that bars begin at."""
    line = {
        "x": {"scale": "x", "value": 0}, "y": {"value": 0}, "y2": {"value": length}, "stroke": {"value": SOFT},
        "strokeWidth": {"value": 1},
    }  # fmt: skip
    return {"type": "rule", "name": "zero", "encode": {"enter": line}}


def _names(left: int, form: Form, source: str = "rows") -> _Values:
    """The names of the rows: at the left of the scale, or above the bars, from the scale on."""
    place, align = (left + 4, "left") if form.above else (left - _GAP, "right")
    return _text("names", {"value": place}, "name", {"value": align}, line="line", source=source)


def _text(
    name: str, place: _Values, words: str, align: _Values, *, line: str = "middle", source: str = "rows"
) -> _Values:
    shape = {
        "x": place, "y": {"field": line}, "text": {"field": words}, "align": align,
        "baseline": {"value": "middle"}, "fontSize": {"value": _FONT}, "font": {"value": "sans-serif"},
        "fill": {"value": INK}, "limit": {"value": 0},
    }  # fmt: skip
    return {"type": "text", "name": name, "from": {"data": source}, "encode": {"enter": shape}}
