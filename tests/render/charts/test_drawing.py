"""What is drawn: text as text, links to the source, plain shapes inside their frame, the same bytes each time."""

from __future__ import annotations

import re

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st
from lxml import etree

from reporter.render.charts.axis import Scale, ticks
from reporter.render.charts.chart import Bar, BarChart, Label, Stretch, TimeChart
from reporter.render.charts.drawing import drawn
from reporter.render.charts.geometry import FORMS, NARROW, WIDE, cut, text_width
from reporter.render.charts.selection import charts
from reporter.render.theme import FontRole
from tests.render.briefings import briefing_of
from tests.render.charts.places import changed, compared, dated, seen, towns
from tests.render.charts.test_choice import FOUR

HOSTILE = '<script>alert("x")</script>&amp; ${1+1} {{7*7}} datum.value'
PAPER = {"zh-Hans": "Hei", "zh-Hant": "HeiTC"}
SVG = "{http://www.w3.org/2000/svg}"


def bar(words: str, value: float, *, high: float | None = None, name: str = "东山市", href: str = "s.html#i1") -> Bar:
    label = Label("〔1〕", name, "zh-Hant", "d.html")
    top = value if high is None else high
    return Bar(label, value, top, words, "zh-Hans", top == value, f"{name} {words}", href)


def picture(*bars: Bar, faces: dict[str, str] | None = None) -> etree._Element:
    return etree.fromstring(drawn([BarChart(bars)], ["产值"], faces)[0])


def test_every_text_stands_as_text() -> None:
    svg = picture(bar("570亿元", 570), bar(HOSTILE[:10], 81, name=HOSTILE))
    words = [text.text for text in svg.iter(f"{SVG}text")]
    assert "570亿元" in words
    assert HOSTILE[:10] in words
    assert [element.tag for element in svg.iter() if "script" in element.tag] == []


def test_bars_lead_to_their_source_and_names_to_their_document() -> None:
    links = [link.get("href") for link in picture(bar("570亿元", 570)).iter(f"{SVG}a")]
    assert links == ["s.html#i1", "d.html", "s.html#i1"]


def test_a_link_says_in_full_what_it_leads_to() -> None:
    titles = [title.text for title in picture(bar("570亿元", 570)).iter(f"{SVG}title")]
    assert titles == ["东山市 570亿元", "〔1〕东山市"]


def test_paper_has_faces_and_a_description_in_place_of_links() -> None:
    svg = picture(bar("570亿元", 570), faces=PAPER)
    assert list(svg.iter(f"{SVG}a")) == []
    assert svg[0].text == "产值：东山市 570亿元"
    assert {text.get("lang"): text.get("font-family") for text in svg.iter(f"{SVG}text") if text.get("lang")} == {
        "zh-Hans": "Hei",
        "zh-Hant": "HeiTC",
    }


def test_there_are_plain_shapes_and_nothing_else() -> None:
    svg = picture(bar("1个", 1), bar("减2个", -2), bar("3–5个", 3, high=5))
    assert {etree.QName(element).localname for element in svg.iter()} <= {
        "svg",
        "g",
        "a",
        "title",
        "path",
        "line",
        "text",
    }
    names = {name for element in svg.iter() for name in element.attrib}
    assert not names & {"style", "onclick", "id", "xlink:href", "aria-roledescription"}
    assert not re.search(r"url\(|https?:(?!//www\.w3\.org/2000/svg)", etree.tostring(svg, encoding="unicode"))


def test_bars_begin_at_zero_and_are_as_long_as_their_values() -> None:
    svg = picture(bar("10个", 10), bar("40个", 40))
    lengths = [
        float(re.search(r"h([\d.]+)", path.get("d"))[1])
        for path in svg.iterfind(f".//{SVG}g[@class='plot-bar']//{SVG}path")
    ]  # type: ignore[index]
    assert lengths[1] == 4 * lengths[0]


def test_what_falls_and_what_is_not_exact_has_a_class() -> None:
    svg = picture(bar("减2%", -2), bar("3–5%", 3, high=5), bar("1%", 1))
    paths = svg.iterfind(f".//{SVG}g[@class='plot-bar']//{SVG}path")
    assert [path.get("class") for path in paths] == ["down", "inexact", None]


def test_equal_charts_give_equal_bytes() -> None:
    charts_of = [
        BarChart((bar("570亿元", 570),)),
        TimeChart((Label("", "甲", "zh"),), (Stretch(0, 2015, 2016, True, "a"),)),
    ]
    assert drawn(charts_of, ["a", "b"], None) == drawn(charts_of, ["a", "b"], None)
    assert drawn([], [], None) == ()


def test_page_and_paper_have_the_same_pictures() -> None:
    view = seen(compared(towns([("570亿元", 570), ("81亿元", 81), ("9亿元", 9)])))
    page, paper = charts(view), charts(view, (FontRole("hei", "zh-Hans", ("X",), ""),))
    shapes = [re.findall(r' d="[^"]+"', chart.comparison[0].svg) for chart in (page, paper)]
    assert len(shapes[0]) == 6
    assert shapes[0] == shapes[1]


def test_a_picture_of_bars_to_the_hundredth_of_a_pixel() -> None:
    # 500 px are left between name and quantities for what is between -20 and 60.
    svg = picture(bar("60个", 60, name="甲"), bar("-20个", -20, name="乙"), bar("20个", 20.5, high=30, name="丙"))
    paths = [path.get("d") for path in svg.iterfind(f".//{SVG}g[@class='plot-bar']//{SVG}path")]
    assert paths == ["M227,6h375v14h-375Z", "M102,32h125v14h-125Z", "M227,58h128.12v14h-128.12Z"]
    assert svg.findall(f".//{SVG}g[@class='plot-tail']/{SVG}path")[2].get("d") == "M355.12,58h59.38v14h-59.38Z"
    numbers = svg.findall(f".//{SVG}g[@class='plot-tick']/{SVG}text")
    assert [text.text for text in numbers] == ["\N{MINUS SIGN}20", "0", "20", "40", "60"]


def test_a_picture_of_dates() -> None:
    chart = TimeChart((Label("", "甲", "zh"),), (Stretch(0, 2015, 2016, False, "a"), Stretch(0, 2017, 2017, True, "b")))
    svg = etree.fromstring(drawn([chart], ["日期"], None)[0])
    assert [text.text for text in svg.findall(f".//{SVG}g[@class='plot-tick']/{SVG}text")] == ["2015", "2016", "2017"]
    whole, point = svg.findall(f".//{SVG}g[@class='plot-bar']/{SVG}path")
    assert (whole.get("stroke-dasharray"), whole.get("class")) == (None, None)
    assert (point.get("stroke-dasharray"), point.get("class")) == ("3,2", "ahead")
    xs = [float(x) for x in re.findall(r"[MLC]([\d.]+),", point.get("d", ""))]
    assert max(xs) - min(xs) == 7  # a day is long enough to be seen


@pytest.mark.parametrize(
    ("low", "high", "count", "words"),
    [
        (0, 570, 5, ["0", "100", "200", "300", "400", "500"]),
        (0, 0.3, 3, ["0.0", "0.1", "0.2", "0.3"]),
        (-33.5, 570.1, 3, ["0", "200", "400"]),
        (0, 12_345_678, 2, ["0", "5,000,000", "10,000,000"]),
        (-0.02, 0, 2, ["\N{MINUS SIGN}0.02", "\N{MINUS SIGN}0.01", "0.00"]),
    ],
)
def test_round_numbers_stand_at_an_axis(low: float, high: float, count: int, words: list[str]) -> None:
    assert [tick.words for tick in ticks(Scale(low, high, 0, 500), count)] == words


ends = st.floats(allow_nan=False, allow_infinity=False)


@given(ends, ends, st.integers(1, 5))
def test_the_numbers_of_an_axis_are_on_it_in_order_and_few(one: float, other: float, count: int) -> None:
    low, high = min(one, other, 0.0), max(one, other, 0.0)
    assume(low < high)
    found = [tick.value for tick in ticks(Scale(low, high, 0, 500), count)]
    assert found == sorted(set(found))
    assert 1 <= len(found) <= 2 * count + 2
    assert low <= found[0]
    assert found[-1] <= high


@given(st.floats(-1e9, 1e9), st.floats(1e-3, 1e9), st.integers(1, 5))
def test_the_words_of_an_axis_say_its_numbers(low: float, length: float, count: int) -> None:
    for tick in ticks(Scale(low, low + length, 0, 500), count):
        said = float(tick.words.replace(",", "").replace("\N{MINUS SIGN}", "-"))
        assert said == pytest.approx(tick.value, rel=1e-9, abs=1e-12)


def test_a_briefing_without_figures_has_no_charts() -> None:
    found = charts(seen(dated("2015")))
    assert (found.comparison, found.growth, found.timeline) == ((), None, None)


def test_growth_and_timeline_have_charts_of_their_own() -> None:
    assert charts(seen(briefing_of(changed(*FOUR)))).growth is not None
    assert charts(seen(dated("2015", "2016", "2017", "2018", "2019"))).timeline is not None


numbers = st.floats(-1e15, 1e15, allow_nan=False) | st.integers(-(10**15), 10**15)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.tuples(st.text(max_size=60), numbers, st.text(max_size=40)), min_size=1, max_size=6))
def test_any_text_and_any_number_is_drawn_inside_its_frame(rows: list[tuple[str, float, str]]) -> None:
    svg = picture(*(bar(words, float(value), name=name) for words, value, name in rows))
    assert len(svg.findall(f".//{SVG}g[@class='plot-bar']//{SVG}path")) == len(rows)
    values = svg.findall(f".//{SVG}g[@class='plot-value']//{SVG}text")
    for text in values:
        x = float(re.match(r"translate\(([-\d.]+)", text.get("transform", ""))[1])  # type: ignore[index]
        width = text_width(text.text or "", 13)
        assert x - width >= 0 if text.get("text-anchor") == "end" else x + width <= WIDE.width


@given(st.text(max_size=80))
def test_a_cut_text_fits_and_begins_as_the_whole(text: str) -> None:
    short = cut(text, 140)
    assert text_width(short, 13) <= 140
    assert short.removesuffix("…") in " ".join(text.split()) or "\ufffd" in short or short == "—"


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.tuples(st.text(max_size=60), numbers, st.text(max_size=40)), min_size=1, max_size=6))
def test_the_narrow_form_says_the_same_inside_its_frame(rows: list[tuple[str, float, str]]) -> None:
    chart = BarChart(tuple(bar(words, float(value), name=name) for words, value, name in rows))
    wide, narrow = (etree.fromstring(drawn([chart], ["产值"], None, form)[0]) for form in FORMS)
    assert [link.get("href") for link in narrow.iter(f"{SVG}a")] == [link.get("href") for link in wide.iter(f"{SVG}a")]
    assert [title.text for title in narrow.iter(f"{SVG}title")] == [title.text for title in wide.iter(f"{SVG}title")]
    for text in narrow.iter(f"{SVG}text"):
        if text.getparent().getparent().get("class") in ("plot-value", "plot-name"):
            x = float(re.match(r"translate\(([-\d.]+)", text.get("transform", ""))[1])  # type: ignore[index]
            width = text_width(text.text or "", 13)
            assert x - width >= 0 if text.get("text-anchor") == "end" else x + width <= NARROW.width
