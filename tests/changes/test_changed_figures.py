"""Figures that are edited, revised, carried on into the next period, new and gone; conflicts; targets."""

from __future__ import annotations

import pytest

from reporter.changes.data import DocumentData, FigureData, TitleData
from reporter.changes.measures import Period, Periods, value
from reporter.changes.quantities import quantity_in
from reporter.changes.years import dated
from reporter.model.changes import Changes
from tests.changes.editions import between

BULLETIN = """石桥县2021年国民经济和社会发展统计公报

2021年，石桥县实现地区生产总值312.6亿元，比上年增长5.2%。年末常住人口48.3万人。
"""
NEXT = BULLETIN.replace("2021", "2022").replace("312.6", "331.4").replace("5.2%", "4.9%").replace("48.3", "48.1")


def shown(found: Changes) -> list[tuple[str, str, object, object]]:
    return [
        (change.relation, change.figure.name, change.earlier and change.earlier.value, change.figure.value)
        for change in found.figures
    ]


def test_a_figure_that_its_document_states_otherwise_is_edited() -> None:
    found = between({"资料/报.txt": BULLETIN}, {"资料/报.txt": BULLETIN.replace("312.6", "315.0")})
    assert shown(found) == [("edited", "地区生产总值", 312.6, 315.0)]
    assert found.gone_figures == ()


def test_an_edited_sentence_with_the_same_figures_has_no_new_figure() -> None:
    found = between({"资料/报.txt": BULLETIN}, {"资料/报.txt": BULLETIN.replace("年末常住", "截至年末，全县常住")})
    assert [change.kind for change in found.documents] == ["changed"]
    assert (found.figures, found.gone_figures) == ((), ())


def test_the_next_issue_of_a_series_carries_its_figures_on() -> None:
    found = between({"资料/2021.txt": BULLETIN}, {"资料/2021.txt": BULLETIN, "资料/2022.txt": NEXT})
    assert shown(found) == [
        ("next", "地区生产总值", 312.6, 331.4),
        ("next", "地区生产总值增速", 5.2, 4.9),
        ("next", "常住人口", 483000, 481000),
    ]
    assert [change.earlier and change.earlier.words for change in found.figures] == ["312.6亿元", "5.2%", "48.3万人"]


def test_another_document_with_another_value_for_the_period_revises_it() -> None:
    other = "石桥县经济普查结果\n\n经核定，2021年石桥县地区生产总值309.8亿元。\n"
    found = between({"资料/报.txt": BULLETIN}, {"资料/报.txt": BULLETIN, "资料/普查.txt": other})
    assert shown(found) == [("revised", "地区生产总值", 312.6, 309.8)]


def test_a_new_document_that_repeats_a_figure_states_nothing_new() -> None:
    other = "石桥县经济运行简讯\n\n2021年石桥县地区生产总值3126000万元。\n"
    found = between({"资料/报.txt": BULLETIN}, {"资料/报.txt": BULLETIN, "资料/简讯.txt": other})
    assert [change.kind for change in found.documents] == ["new"]
    assert found.figures == ()


TARGET = "石桥县政府工作报告\n\n2022年1月12日\n\n今年的主要预期目标是：石桥县地区生产总值增长7%左右。\n"
ACTUAL = "石桥县经济运行简讯\n\n2023年2月3日\n\n2022年，石桥县地区生产总值增长5.8%。\n"


def test_a_target_is_no_earlier_value_of_what_came_of_it() -> None:
    found = between({"资料/报告.txt": TARGET}, {"资料/报告.txt": TARGET, "资料/简讯.txt": ACTUAL})
    assert [change.relation for change in found.figures] == ["new"]


def test_a_period_is_told_with_the_year_that_its_document_lends() -> None:
    found = between({"资料/报告.txt": TARGET}, {})
    assert [(figure.period, figure.when) for figure in found.gone_figures] == [("今年", "2022年")]


@pytest.mark.parametrize(
    ("words", "date", "told"),
    [
        ("去年上半年", "2023-03-01", "2022年上半年"),
        ("截至本年底", "2023", "截至2023年底"),
        ("2021年", "2023-03-01", None),
        ("全年", "2023-03-01", None),
        ("今年", None, None),
        (None, "2023-03-01", None),
    ],
)
def test_words_for_a_year_are_resolved_by_the_date(words: str | None, date: str | None, told: str | None) -> None:
    assert dated(words, date) == told


def test_a_figure_without_a_year_that_a_new_document_dates_is_no_news() -> None:
    report = "2023年石桥县政府工作报告\n\n2023年1月6日\n\n石桥县一般公共预算收入12.8亿元，增长5.4%。\n"
    news = "石桥县经济运行简讯\n\n2023年2月3日\n\n2022年，石桥县一般公共预算收入12.8亿元，增长5.4%。\n"
    assert between({"资料/报告.txt": report}, {"资料/报告.txt": report, "资料/简讯.txt": news}).figures == ()
    later = news.replace("2022年，", "2020年，")
    assert between({"资料/报告.txt": report}, {"资料/报告.txt": report, "资料/简讯.txt": later}).figures != ()


def test_figures_of_a_copy_are_neither_new_nor_gone() -> None:
    text = "一季度全市新增发明专利127件，抽检合格率由92.4%提高到98.1%。云溪镇投入450万元。\n"
    one, two = {"资料/甲.txt": f"推进会召开\n\n{text}"}, {"资料/乙.txt": f"工作再加力\n\n{text}（本网转载）\n"}
    (kept,) = between(one | two, one).kept
    assert between(one | two, one).gone_figures == ()
    assert between(one, one | two).figures == ()
    assert (kept.gone != kept.document, between(one, one | two).kept) == (True, ())


def test_figures_without_a_common_name_and_period_are_new_and_gone() -> None:
    first = "石桥县水利简报\n\n石桥县改造泵站38座。\n"
    second = "石桥县水利简报\n\n石桥县新修水库2座。\n"
    found = between({"资料/报.txt": first}, {"资料/报.txt": second})
    assert [(change.relation, change.figure.value) for change in found.figures] == [("new", 2)]
    assert [figure.value for figure in found.gone_figures] == [38]


def test_a_conflict_that_comes_up_is_new_and_solved_the_other_way_round() -> None:
    other = "石桥县政府工作报告\n\n2021年，石桥县实现地区生产总值299.1亿元。\n"
    alone, both = {"资料/报.txt": BULLETIN}, {"资料/报.txt": BULLETIN, "资料/报告.txt": other}
    (conflict,) = between(alone, both).conflicts
    assert sorted(figure.value for figure in conflict.figures) == [299.1, 312.6]
    assert between(both, alone).solved == (conflict,)
    assert (between(both, both).conflicts, between(both, both).solved) == ((), ())


@pytest.mark.parametrize(("stated", "is_met"), [("32个", True), ("30个", True), ("29个", False), ("约31个", False)])
def test_a_target_is_met_only_where_a_new_figure_plainly_says_so(stated: str, is_met: bool) -> None:
    plan = "石桥县品牌计划\n\n力争到2022年，石桥县省级名牌达到30个以上。\n"
    report = f"石桥县品牌总结\n\n2022年，石桥县省级名牌{stated}。\n"
    found = between({"资料/计划.txt": plan}, {"资料/计划.txt": plan, "资料/总结.txt": report})
    assert [met.aimed.value for met in found.met] == ([30] if is_met else [])


@pytest.mark.parametrize(
    ("first", "second", "follows"),
    [
        (Period(2021), Period(2022), True),
        (Period(2021), Period(2023), False),
        (Period(2021, 1, 12), Period(2022, 1, 1), True),
        (Period(2021, 3, 4), Period(2022, 3, 1), True),
        (Period(2021, 6, 1), Period(2022, 6, 1), True),
        (Period(2021, 6, 1), Period(2021, 6, 2), True),
        (Period(2021, 1, 3), Period(2021, 3, 2), False),
    ],
)
def test_periods_follow_each_other(first: Period, second: Period, follows: bool) -> None:
    assert second.follows(first) is follows
    assert not first.follows(second)


@pytest.mark.parametrize(
    ("words", "period"),
    [
        ("2021年", Period(2021)),
        ("2021年末", Period(2021)),
        ("今年", Period(2022)),
        ("去年上半年", Period(2021, 6, 1)),
        ("2021年一季度", Period(2021, 3, 1)),
        ("2021年3月", Period(2021, 1, 3)),
        ("2021年1-6月", Period(2021, 12, 1, "1-6月")),
        ("近年来", None),
    ],
)
def test_a_period_is_read_from_its_words_and_its_document(words: str, period: Period | None) -> None:
    document = DocumentData("甲", "甲.txt", "0", TitleData("总结"), "2022-03-01")
    assert Periods(document).of(FigureData("i", "t", "县", "企业", "企业", 1, "家", period=words))[0] == period


def test_values_are_compared_in_the_plain_unit() -> None:
    figures = [FigureData("i", "t", "县", "产值", "产值", *told) for told in ((1.2, "亿元"), (12000, "万元"))]
    assert value(figures[0]) == value(figures[1])


@pytest.mark.parametrize(
    ("text", "number", "unit", "words"),
    [
        ("常住人口302.4万人。", 3024000, "人", "302.4万人"),
        ("常住人口302.4萬人。", 3024000, "人", "302.4萬人"),
        ("共113家，其中13家。", 13, "家", "13家"),
        ("有13.3家，另有3家。", 3, "家", "3家"),
        ("近两万人。", 20000, "人", None),
    ],
)
def test_a_quantity_is_found_in_the_words_of_its_sentence(text: str, number: int, unit: str, words: str | None) -> None:
    assert quantity_in(text, number, unit) == words
