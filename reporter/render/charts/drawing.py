"""Charts → SVG: Vega draws all at once, then each group becomes a picture of its own.

In goes what a chart shows; out comes an ``svg`` element as text, without scripts, styles, references or roles of the
library. Every text stands as text. A bar's shape is wrapped in a link to its source where links are asked for, and
has its words for a pointer and for who hears the page. The colours are those of light paper, as attributes; the classes
(``plot-bar`` and the like, see ``_CLASSES``) let a style sheet replace them.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import lru_cache, partial

from lxml import etree
from markupsafe import Markup

from reporter.errors import RenderError
from reporter.render.charts.chart import Bar, BarChart, Chart, Stretch
from reporter.render.charts.vega import FORMS, WIDE, Form, clean, height, specification

_SVG = "http://www.w3.org/2000/svg"
_LONG = re.compile(r"-?(?<!\d)\d++\.\d{3,}(?:e-?\d+)?")
_CLASSES = {
    "role-axis-grid": "plot-grid",
    "role-axis-label": "plot-tick",
    "zero": "plot-zero",
    "tails": "plot-tail",
    "bars": "plot-bar",
    "names": "plot-name",
    "words": "plot-value",
}
_KEPT = (
    "d", "x2", "y2", "transform", "fill", "fill-opacity", "stroke", "stroke-width", "stroke-dasharray", "text-anchor",
    "font-size",
)  # fmt: skip
_SIMPLIFIED = "zh-Hans"


# Gives the drawing of a specification, kept or made.
Keep = Callable[[str, Callable[[], str]], str]


def made_anew(spec: str, make: Callable[[], str]) -> str:  # noqa: ARG001
    """The drawing, made now."""
    return make()


def drawn(
    charts: Sequence[Chart],
    titles: Sequence[str],
    faces: Mapping[str, str] | None,
    form: Form = WIDE,
    keep: Keep = made_anew,
) -> tuple[Markup, ...]:
    """The charts as SVG elements, one for one; nothing is loaded where there are none.

    Args:
        titles: what each chart is of, for who hears the page.
        faces: the font families of text in a script, for paper; None for a page of the site: names and bars are
            links, and its style sheet chooses the faces.
        form: how they are set.
        keep: has the drawings of earlier builds.

    Raises:
        RenderError: the library can't draw them.
    """
    if not charts:
        return ()
    spec = specification(charts)
    root = etree.fromstring(keep(spec, partial(_converted, spec)).encode())
    first = FORMS.index(form) * len(charts)
    groups = [_named(root, f"chart{number}") for number in range(first, first + len(charts))]
    parts = zip(charts, groups, titles, strict=True)
    return tuple(_picture(chart, group, title, faces, form) for chart, group, title in parts)


@lru_cache(maxsize=4)  # one drawing holds both forms, for all pages of the site and for the PDF
def _converted(spec: str) -> str:
    try:
        import vl_convert

        return str(vl_convert.vega_to_svg(spec, allowed_base_urls=[]))
    except (ImportError, ValueError, RuntimeError) as error:
        raise RenderError(f"the charts can't be drawn: {error}", "install vl-convert-python anew") from error


def _named(root: etree._Element, name: str) -> etree._Element:
    """The group mark of that name."""
    return next(group for group in root.iter(f"{{{_SVG}}}g") if name in group.get("class", "").split())


def _picture(chart: Chart, group: etree._Element, title: str, faces: Mapping[str, str] | None, form: Form) -> Markup:
    size = (form.width, height(chart, form))
    kind = "plot" if form == WIDE else "plot narrow"
    svg = etree.Element("svg", {"class": kind, "viewBox": f"0 0 {size[0]} {size[1]}"}, nsmap={None: _SVG})
    svg.set("width", str(size[0]))
    svg.set("height", str(size[1]))
    if faces is None:
        svg.set("role", "group")
        svg.set("aria-label", clean(title))
    else:
        etree.SubElement(svg, "title").text = described(chart, title)
    for marks in group.iter(f"{{{_SVG}}}g"):
        kind = next((own for name, own in _CLASSES.items() if name in marks.get("class", "").split()), "")
        if kind:
            _add_marks(svg, chart, kind, marks, faces)
    return Markup(etree.tostring(svg, encoding="unicode"))  # noqa: S704 - lxml has escaped all text


def described(chart: Chart, title: str) -> str:
    """What a chart says, in words: its title, then every bar; of a timeline, whose table follows, the rows."""
    told = [bar.told for bar in chart.bars] if isinstance(chart, BarChart) else [row.whole for row in chart.rows]
    return clean(f"{title}：{'；'.join(told)}")


def _add_marks(
    svg: etree._Element, chart: Chart, kind: str, marks: etree._Element, faces: Mapping[str, str] | None
) -> None:
    """The marks of one kind, each with what it stands for."""
    shapes = [_shape(mark) for mark in marks if mark.tag != f"{{{_SVG}}}g"]
    layer = etree.SubElement(svg, "g", {"class": kind})
    if moved := _moved(marks):
        layer.set("transform", moved)
    if kind not in ("plot-bar", "plot-name"):
        layer.set("aria-hidden", "true")
    for shape, (href, told, lang, extra) in zip(shapes, _meanings(chart, kind, len(shapes)), strict=True):
        if extra:
            shape.set("class", extra)
        if shape.tag == "text" and faces is not None:
            shape.set("font-family", faces.get(lang) or faces[_SIMPLIFIED])
        if lang:
            shape.set("lang", lang)
        layer.append(_link(shape, href, told) if href and faces is None else shape)


def _moved(marks: etree._Element) -> str:
    """How far an axis is moved: the transformation of the group around its marks."""
    around = marks.getparent()
    around = around.getparent() if around is not None else None
    moved = around.get("transform", "") if around is not None else ""
    return "" if moved in ("", "translate(0,0)") else str(moved)


def _meanings(chart: Chart, kind: str, count: int) -> Iterator[tuple[str, str, str, str]]:
    """For each mark of a kind where it leads to, what it says, its language and its class."""
    items: tuple[Bar | Stretch, ...] = chart.bars if isinstance(chart, BarChart) else chart.stretches
    labels = [bar.label for bar in chart.bars] if isinstance(chart, BarChart) else list(chart.rows)
    if kind == "plot-bar":
        for item in items:
            yield item.href, clean(item.told), "", _look(item)
    elif kind == "plot-tail":
        for item in items:
            yield "", "", "", _look(item)
    elif kind == "plot-name":
        for label in labels:
            yield label.href, clean(label.whole), label.lang, ""
    elif kind == "plot-value" and isinstance(chart, BarChart):
        for bar in chart.bars:
            yield bar.href, "", bar.lang, ""
    else:
        yield from (("", "", "", ""),) * count


def _look(item: Bar | Stretch) -> str:
    """The class of a bar that falls, of one that is not exact, of a date to come."""
    if isinstance(item, Stretch):
        return "ahead" if item.ahead else ""
    return " ".join(word for word, is_so in (("down", item.end < 0), ("inexact", not item.exact)) if is_so)


def _shape(mark: etree._Element) -> etree._Element:
    """A copy of a mark with what is seen of it, its numbers to a hundredth of a pixel."""
    kept = {name: _LONG.sub(_short, mark.get(name, "")) for name in _KEPT if mark.get(name)}
    shape = etree.Element(etree.QName(mark).localname, kept)
    shape.text = mark.text
    return shape


def _short(number: re.Match[str]) -> str:
    text = f"{float(number[0]):.2f}".rstrip("0").rstrip(".")
    return "0" if text == "-0" else text


def _link(shape: etree._Element, href: str, told: str) -> etree._Element:
    """The shape as a link; one that says nothing repeats another and is for the pointer alone."""
    link = etree.Element("a", {"href": clean(href)})
    if told:
        etree.SubElement(link, "title").text = told
    else:
        link.set("tabindex", "-1")
    link.append(shape)
    return link
