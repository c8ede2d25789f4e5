"""What is charted: by rule, never an empty chart, and what is not drawn is said."""

from __future__ import annotations

from dataclasses import replace

import pytest

from reporter.render.brief_view import shared_rows
from reporter.render.charts.chart import BarChart, TimeChart, Titled
from reporter.render.charts.comparison import comparison_charts
from reporter.render.charts.growth import growth_chart
from reporter.render.charts.scales import axis_unit, base_unit
from reporter.render.charts.timeline import timeline_chart
from tests.render.briefings import briefing_of
from tests.render.charts.places import changed, compared, dated, place, seen, towns


def drawn(briefing: object) -> tuple[Titled, ...]:
    view = seen(briefing)  # type: ignore[arg-type]
    return comparison_charts(view, shared_rows(view.briefing))


def bars(found: Titled) -> list[tuple[str, float, float]]:
    assert isinstance(found.chart, BarChart)
    return [(bar.words, bar.low, bar.high) for bar in found.chart.bars]


# -- comparison


def test_three_documents_with_one_measure_are_drawn_in_their_order() -> None:
    (found,) = drawn(compared(towns([("570亿元", 570), ("81.5亿元", 81.5), ("1000亿元", 1000)])))
    assert bars(found) == [("570亿元", 570, 570), ("81.5亿元", 81.5, 81.5), ("1000亿元", 1000, 1000)]
    assert (found.title, found.unit, found.notes) == ("工业产值", "亿元", ())
    assert isinstance(found.chart, BarChart)
    assert [bar.label.whole for bar in found.chart.bars] == ["〔1〕东山市", "〔2〕西河市", "〔3〕南浦市"]


def test_two_documents_are_left_to_the_table() -> None:
    assert drawn(compared(towns([("570亿元", 570), ("81亿元", 81)]))) == ()


def test_figures_of_another_measure_are_not_drawn_and_counted() -> None:
    three = towns([("570亿元", 570), ("81亿元", 81), ("9亿元", 9)])
    (found,) = drawn(compared(three, [place(3, "60亿元", "工业产值", 60, "亿元")]))
    assert len(bars(found)) == 3
    assert found.notes == ("另有1项口径、单位或时期不同，未画，见表。",)


def test_another_period_is_not_drawn() -> None:
    two, other = (
        towns([("1亿元", 1), ("2亿元", 2), ("3亿元", 3)], period="2017年度"),
        towns([("4亿元", 4)], period="2016年"),
    )
    late = replace(other[0], document=replace(other[0].document, id="late"))
    (found,) = drawn(compared([*two, late]))
    assert [words for words, *_ in bars(found)] == ["1亿元", "2亿元", "3亿元"]


def test_a_row_whose_periods_all_differ_has_no_chart() -> None:
    every = [place(n, f"{n + 1}亿元", "工业产值", n + 1, "亿元", period=f"{2010 + n}年") for n in range(4)]
    assert drawn(compared(every)) == ()


def test_units_that_differ_in_scale_alone_share_an_axis() -> None:
    mixed = [
        place(0, "2亿元", "工业产值", 2, "亿元"),
        place(1, "5000万元", "工业产值", 5000, "万元"),
        place(2, "1亿元", "工业产值", 1, "亿元"),
    ]
    (found,) = drawn(compared(mixed))
    assert found.unit == "亿元"
    assert [low for _, low, _ in bars(found)] == [2, 0.5, 1]


def test_units_of_different_things_do_not() -> None:
    mixed = [place(0, "2家", "企业", 2, "家"), place(1, "5个", "企业", 5, "个"), place(2, "1家", "企业", 1, "家")]
    assert drawn(compared(mixed)) == ()


@pytest.mark.parametrize(
    ("unit", "base"),
    [("万元", ("元", 10**4)), ("百分点", ("百分点", 1)), ("个", ("个", 1)), ("千瓦时", ("瓦时", 1000))],
)
def test_a_unit_is_its_scale_and_what_is_counted(unit: str, base: tuple[str, int]) -> None:
    assert base_unit(unit) == base


@pytest.mark.parametrize(
    ("units", "largest", "chosen"),
    [
        (["人"] * 3, 99_999, "人"), (["人"] * 3, 445_000, "万人"), (["元"] * 3, 3.4e10, "亿元"), (["%"] * 3, 1e6, "%"),
        (["万元", "亿元", "亿元"], 3.4e10, "亿元"), (["kWh"] * 3, 1e6, "kWh"),
    ],
)  # fmt: skip
def test_an_axis_counts_in_a_unit_that_keeps_its_numbers_short(units: list[str], largest: float, chosen: str) -> None:
    assert axis_unit(units, largest) == chosen


def test_bounds_and_ranges_are_marked_and_said() -> None:
    found = towns([("570亿元", 570), ("81亿元", 81)])
    ranged = place(2, "3亿元", "工业产值", (3, 5), "亿元")
    bounded = place(3, "9亿元", "工业产值", 9, "亿元", bound="over")
    (chart,) = drawn(compared([*found, ranged, bounded]))
    assert isinstance(chart.chart, BarChart)
    assert [bar.exact for bar in chart.chart.bars] == [True, True, False, False]
    assert (chart.chart.bars[2].low, chart.chart.bars[2].high) == (3, 5)
    assert chart.notes == ("浅色虚线边的是约数、上下限或区间。",)
    assert chart.chart.bars[3].words == "超过9亿元"


def test_limits_are_no_measure() -> None:
    every = [place(n, f"{n + 1}亿元", "补助", n + 1, "亿元", role="threshold") for n in range(3)]
    assert drawn(compared(every)) == ()


def test_of_very_many_the_largest_are_drawn() -> None:
    every = [place(n, f"{n + 1}亿元", "工业产值", n + 1, "亿元") for n in range(30)]
    (found,) = drawn(compared(every))
    assert [low for _, low, _ in bars(found)] == [float(value) for value in range(30, 10, -1)]
    assert found.notes == ("共30项，图中列最大的20项。",)


# -- growth

FOUR = (("产值", 8.6, "up"), ("税收", 3.1, "down"), ("出口", 12.0, "up"), ("用电量", 0.5, "up"))


def test_four_changes_are_a_chart_with_signs_and_words() -> None:
    found = growth_chart(seen(briefing_of(changed(*FOUR))))
    assert found is not None
    chart, figures = found
    assert bars(chart) == [("增8.6%", 8.6, 8.6), ("减3.1%", -3.1, -3.1), ("增12.0%", 12, 12), ("增0.5%", 0.5, 0.5)]
    assert [figure.name for figure in figures] == ["产值", "税收", "出口", "用电量"]


def test_three_changes_are_none() -> None:
    assert growth_chart(seen(briefing_of(changed(*FOUR[:3])))) is None


@pytest.mark.parametrize(
    ("basis", "is_drawn"),
    [("同比", True), ("比上年", True), ("较去年同期", True), (None, False), ("环比", False), ("比年初", False)],
)
def test_only_changes_against_the_year_before_are_drawn(basis: str | None, *, is_drawn: bool) -> None:
    assert (growth_chart(seen(briefing_of(changed(*FOUR, basis=basis)))) is not None) is is_drawn


def test_a_basis_that_the_paragraph_states_once_holds_for_all_of_it() -> None:
    stated = changed(*FOUR)
    first, *others = stated.indicators
    others = [replace(item, change=replace(item.change, basis=None)) for item in others if item.change]
    found = growth_chart(seen(briefing_of(replace(stated, indicators=(first, *others)))))
    assert found is not None
    assert found[0].notes == ("未逐项写明与何时相比的，按同段所述或统计公报的惯例，作与上年相比。",)


def test_a_statistics_bulletin_compares_with_the_year_before() -> None:
    plain = changed(*FOUR, basis=None)
    bulletin = replace(plain, document=replace(plain.document, kind="bulletin"))
    assert growth_chart(seen(briefing_of(bulletin))) is not None


def test_a_long_bulletin_leaves_room_for_the_others() -> None:
    many = changed(*((f"指标{n}号", n + 0.5, "up") for n in range(40)))
    other = changed(*FOUR)
    other = replace(other, document=replace(other.document, id="other"))
    found = growth_chart(seen(briefing_of(many, other)))
    assert found is not None
    assert len(bars(found[0])) == 18
    assert {figure.mark.number for figure in found[1]} == {1, 2}
    assert found[0].notes == ("共44项，图中列18项，每份文件取最先提到的。",)


# -- timeline


def test_dates_are_as_long_as_they_are_exact() -> None:
    found = timeline_chart(seen(dated("2015", "2016-03", "2017-06-19", "2018", "2019")))
    assert found is not None
    assert isinstance(found.chart, TimeChart)
    spans = {round(stretch.start, 2): round(stretch.end - stretch.start, 3) for stretch in found.chart.stretches}
    assert spans == {2015.0: 1.0, 2016.16: 0.083, 2017.46: 0.003, 2018.0: 1.0, 2019.0: 1.0}


def test_few_dates_are_left_to_the_table() -> None:
    assert timeline_chart(seen(dated("2015", "2016", "2017", "2018", "2018"))) is None


def test_a_founding_long_ago_does_not_press_all_else_into_a_corner() -> None:
    found = timeline_chart(seen(dated("1921", "2015", "2016", "2017", "2018", "2019")))
    assert found is not None
    assert isinstance(found.chart, TimeChart)
    assert min(stretch.start for stretch in found.chart.stretches) == 2015
    assert found.notes[-1] == "另有1项年代较远或文件较少提及，未画，见表。"


def test_dates_that_are_none_are_passed_over() -> None:
    assert timeline_chart(seen(dated("2011/2015", "2017-13", "2015", "2016", "2017", "2018"))) is None


def test_what_is_to_come_is_marked() -> None:
    found = timeline_chart(seen(dated("2015", "2016", "2017", "2018", "2019", ahead=True)))
    assert found is not None
    assert "虚线边的尚未到期。" in found.notes


def test_very_many_days_are_taken_together_by_month() -> None:
    days = [f"2017-{month:02d}-{day:02d}" for month in range(1, 13) for day in range(1, 29)]
    days += [day.replace("2017", "2018") for day in days]
    found = timeline_chart(seen(dated(*days)))
    assert found is not None
    assert isinstance(found.chart, TimeChart)
    assert len(found.chart.stretches) == 24
    assert "日期较多，按月或按年合并。" in found.notes
