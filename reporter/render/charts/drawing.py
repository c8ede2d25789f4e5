"""Charts → SVG: shapes, lines and texts in layers, each with a class (``plot-bar`` and the like) by which a style sheet
may replace the colours, which are those of light paper, as attributes.

Every text stands as text. A bar's shape is wrapped in a link to its source where links are asked for, and has its words
for a pointer and for who hears the page. Numbers are given to a hundredth of a pixel.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Mapping, Sequence

from lxml import etree
from markupsafe import Markup

from reporter.render.charts.chart import Bar, BarChart, Chart, Label, Stretch, TimeChart
from reporter.render.charts.geometry import (
    AXIS,
    BLUE,
    FONT,
    INK,
    ORANGE,
    RULE,
    SMALL,
    SOFT,
    THICK,
    WIDE,
    Form,
    Frame,
    clean,
    cut,
    cut_label,
    frame,
    height,
    lengthened,
    name_line,
    top,
)

_SVG = "http://www.w3.org/2000/svg"
_SIMPLIFIED = "zh-Hans"
_DASHES = "3,2"
# How far below the middle of its line the base of a text stands, and the base of an axis number below the axis.
_BASE, _AXIS_BASE = 4, 14
# Between a bar and its quantity.
_BESIDE = 5
# The radius of the corners of a stretch of time, and how far from a corner the control points of its curve lie, in
# parts of that: the cubic curve that strays least from a quarter of a circle.
_ROUND, _CONTROL = 3, 1 - 0.551915024494
_PALE_TAIL, _PALE_BAR, _PALE_STRETCH, _PALE_AHEAD = 0.3, 0.45, 0.6, 0.12

Faces = Mapping[str, str] | None
Point = tuple[float, float]


def drawn(charts: Sequence[Chart], titles: Sequence[str], faces: Faces, form: Form = WIDE) -> tuple[Markup, ...]:
    """The charts as SVG elements, one for one.

    Args:
        titles: what each chart is of, for who hears the page.
        faces: the font families of text in a script, for paper; None for a page of the site: names and bars are
            links, and its style sheet chooses the faces.
        form: how they are set.
    """
    return tuple(_picture(chart, title, faces, form) for chart, title in zip(charts, titles, strict=True))


def described(chart: Chart, title: str) -> str:
    """What a chart says, in words: its title, then every bar; of a timeline, whose table follows, the rows."""
    told = [bar.told for bar in chart.bars] if isinstance(chart, BarChart) else [row.whole for row in chart.rows]
    return clean(f"{title}：{'；'.join(told)}")


def _picture(chart: Chart, title: str, faces: Faces, form: Form) -> Markup:
    size = (form.width, height(chart, form))
    svg = etree.Element(
        "svg", {"class": "plot" if form == WIDE else "plot narrow", "viewBox": f"0 0 {size[0]} {size[1]}"},
        nsmap={None: _SVG},
    )  # fmt: skip
    svg.set("width", str(size[0]))
    svg.set("height", str(size[1]))
    if faces is None:
        svg.set("role", "group")
        svg.set("aria-label", clean(title))
    else:
        etree.SubElement(svg, "title").text = described(chart, title)
    placed = frame(chart, form)
    _add_axis(svg, placed, size[1] - AXIS, faces)
    if isinstance(chart, BarChart):
        _add_bars(svg, chart, placed, form, faces)
    else:
        _add_stretches(svg, chart, placed, form, faces)
    return Markup(etree.tostring(svg, encoding="unicode"))  # noqa: S704 - lxml has escaped all text


# -- layers


def _add_axis(svg: etree._Element, placed: Frame, inner: int, faces: Faces) -> None:
    """Lines at the numbers, on whole pixels, and the numbers below."""
    pixels = [placed.scale.at(tick.value) for tick in placed.ticks]
    lines = (_line(math.floor(x + 0.5), -inner, RULE) for x in pixels)
    numbers = (
        _text(tick.words, (x, _AXIS_BASE), "middle", faces, color=SOFT, size=SMALL)
        for tick, x in zip(placed.ticks, pixels, strict=True)
    )
    for kind, shapes in (("plot-grid", lines), ("plot-tick", numbers)):
        layer = _layer(svg, kind)
        layer.set("transform", f"translate(0.5,{_number(inner + 0.5)})")
        layer.set("aria-hidden", "true")
        layer.extend(shapes)


def _add_bars(svg: etree._Element, chart: BarChart, placed: Frame, form: Form, faces: Faces) -> None:
    """Tails of ranges, bars, the line that they begin at, names and quantities."""
    tails, bars = _layer(svg, "plot-tail", hidden=True), _layer(svg, "plot-bar")
    for row, bar in enumerate(chart.bars):
        color, y = ORANGE if bar.end < 0 else BLUE, top(row, form)
        zero, low, high = (placed.scale.at(value) for value in (0, bar.low, bar.high))
        tail = _filled(_rectangle(low, high, y), color, _PALE_TAIL)
        whole = _filled(_rectangle(zero, low, y), color, 1 if bar.exact else _PALE_BAR, framed=True)
        if not bar.exact:
            whole.set("stroke-dasharray", _DASHES)
        tails.append(_classed(tail, bar))
        bars.append(_linked(_classed(whole, bar), bar.href, clean(bar.told), faces))
    _layer(svg, "plot-zero", hidden=True).append(_line(placed.scale.at(0), height(chart, form) - AXIS, SOFT))
    _add_names(svg, [bar.label for bar in chart.bars], placed, form, faces)
    _layer(svg, "plot-value", hidden=True).extend(_quantities(chart, placed, form, faces))


def _quantities(chart: BarChart, placed: Frame, form: Form, faces: Faces) -> Iterator[etree._Element]:
    for row, bar in enumerate(chart.bars):
        beside, anchor = (-_BESIDE, "end") if bar.end < 0 else (_BESIDE, "start")
        base = top(row, form) + THICK / 2 + _BASE
        x = placed.scale.at(bar.end) + beside
        words = _text(cut(bar.words, form.words), (x, base), anchor, faces, lang=bar.lang)
        yield _linked(words, bar.href, "", faces)


def _add_stretches(svg: etree._Element, chart: TimeChart, placed: Frame, form: Form, faces: Faces) -> None:
    """Stretches of time, and the names of their rows."""
    bars = _layer(svg, "plot-bar")
    for stretch in chart.stretches:
        start, end = (placed.scale.at(year) for year in lengthened(stretch, placed.scale))
        pale = _PALE_AHEAD if stretch.ahead else _PALE_STRETCH
        shape = _filled(_rounded(start, end, top(stretch.row, form)), BLUE, pale, framed=True)
        if stretch.ahead:
            shape.set("stroke-dasharray", _DASHES)
        bars.append(_linked(_classed(shape, stretch), stretch.href, clean(stretch.told), faces))
    _add_names(svg, chart.rows, placed, form, faces)


def _add_names(svg: etree._Element, labels: Iterable[Label], placed: Frame, form: Form, faces: Faces) -> None:
    layer, anchor = _layer(svg, "plot-name"), "start" if form.above else "end"
    for row, label in enumerate(labels):
        base = name_line(row, form) + _BASE
        words = _text(cut_label(label, form), (placed.names, base), anchor, faces, lang=label.lang)
        layer.append(_linked(words, label.href, clean(label.whole), faces))


def _layer(svg: etree._Element, kind: str, *, hidden: bool = False) -> etree._Element:
    layer = etree.SubElement(svg, "g", {"class": kind})
    if hidden:
        layer.set("aria-hidden", "true")
    return layer


# -- shapes


def _line(x: float, length: float, color: str) -> etree._Element:
    return etree.Element(
        "line",
        {"x2": "0", "y2": _number(length), "transform": _moved(x, 0), "stroke": color, "stroke-width": "1"},
    )


def _filled(path: str, color: str, pale: float, *, framed: bool = False) -> etree._Element:
    shape = etree.Element("path", {"d": path, "fill": color, "fill-opacity": _number(pale)})
    if framed:
        shape.set("stroke", color)
    return shape


def _rectangle(one: float, other: float, y: float) -> str:
    left, width = min(one, other), _number(abs(one - other))
    return f"M{_number(left)},{_number(y)}h{width}v{THICK}h{_number(-abs(one - other))}Z"


def _rounded(left: float, right: float, y: float) -> str:
    """A rectangle with round corners, from the top side on with the clock."""
    bottom, near = y + THICK, _ROUND * _CONTROL
    corners = (
        ((right - _ROUND, y), (right - near, y), (right, y + near), (right, y + _ROUND)),
        ((right, bottom - _ROUND), (right, bottom - near), (right - near, bottom), (right - _ROUND, bottom)),
        ((left + _ROUND, bottom), (left + near, bottom), (left, bottom - near), (left, bottom - _ROUND)),
        ((left, y + _ROUND), (left, y + near), (left + near, y), (left + _ROUND, y)),
    )
    sides = "".join(f"L{_point(start)}C{','.join(map(_point, curve))}" for start, *curve in corners)
    return f"M{_point((left + _ROUND, y))}{sides}Z"


def _text(
    words: str, place: Point, anchor: str, faces: Faces, *, lang: str = "", color: str = INK, size: int = FONT
) -> etree._Element:
    text = etree.Element(
        "text", {"transform": _moved(*place), "fill": color, "text-anchor": anchor, "font-size": f"{size}px"}
    )
    text.text = words
    if faces is not None:
        text.set("font-family", faces.get(lang) or faces[_SIMPLIFIED])
    if lang:
        text.set("lang", lang)
    return text


def _classed(shape: etree._Element, item: Bar | Stretch) -> etree._Element:
    """The shape with the class of a bar that falls, of one that is not exact, of a date to come."""
    if isinstance(item, Stretch):
        look = "ahead" if item.ahead else ""
    else:
        look = " ".join(word for word, is_so in (("down", item.end < 0), ("inexact", not item.exact)) if is_so)
    if look:
        shape.set("class", look)
    return shape


def _linked(shape: etree._Element, href: str, told: str, faces: Faces) -> etree._Element:
    """The shape as a link, on a page; one that says nothing repeats another and is for the pointer alone."""
    if not href or faces is not None:
        return shape
    link = etree.Element("a", {"href": clean(href)})
    if told:
        etree.SubElement(link, "title").text = told
    else:
        link.set("tabindex", "-1")
    link.append(shape)
    return link


def _moved(x: float, y: float) -> str:
    return f"translate({_point((x, y))})"


def _point(place: Point) -> str:
    return f"{_number(place[0])},{_number(place[1])}"


def _number(value: float) -> str:
    text = f"{value:.2f}".rstrip("0").rstrip(".")
    return "0" if text == "-0" else text
