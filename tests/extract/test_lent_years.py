"""Conflicts and comparison where a document leaves out its year: title, heading or first sentence lend it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from reporter.extract import compare, conflicts, extract
from reporter.model import Analysis
from tests.extract.documents import analysis

BULLETIN = "临水县2024年国民经济和社会发展统计公报\n\n临水县统计局\n\n2025年3月20日\n\n一、综合\n{text}\n"
BUDGET = (
    "关于临水县2024年预算执行情况和2025年预算草案的报告\n\n一、2024年预算执行情况\n{text}\n二、2025年预算草案\n{plan}\n"
)
OVERVIEW = "临水县概况\n\n临水县人民政府\n\n2025年4月2日\n\n{text}\n"


def bulletin(text: str) -> Analysis:
    return analysis(BULLETIN.format(text=text), "a")


def overview(text: str) -> Analysis:
    return analysis(OVERVIEW.format(text=text), "b")


@pytest.mark.parametrize(
    ("stated", "other", "name"),
    [
        ("年末全县常住人口40.38万人。", "临水县2024年末常住人口41.2万人。", "常住人口"),
        ("年末规模以上工业企业126家。", "临水县2024年规模以上工业企业128户。", "规模以上工业企业"),
        (
            "全县农村居民人均可支配收入23,057元。",
            "临水县2024年农村居民人均可支配收入23,075元。",
            "农村居民人均可支配收入",
        ),
        ("全年粮食总产量24.9万吨。", "临水县2024年粮食总产量29.4万吨。", "粮食总产量"),
    ],
)
def test_words_without_a_year_mean_that_of_the_title(stated: str, other: str, name: str) -> None:
    (conflict,) = conflicts([bulletin(stated), overview(other)])
    assert conflict.indicator == name
    assert [item.document for item in conflict.items] == ["a", "b"]


def test_a_heading_lends_its_year_and_units_are_converted() -> None:
    budget = analysis(BUDGET.format(text="全县一般公共预算收入完成137,012万元。", plan="加强管理。"), "b")
    (conflict,) = conflicts([bulletin("全年一般公共预算收入13.07亿元。"), budget])
    assert conflict.indicator == "一般公共预算收入"


@pytest.mark.parametrize(
    ("stated", "other"),
    [
        ("年末全县常住人口40.38万人。", "临水县2024年末常住人口40.4万人。"),
        ("全年粮食总产量24.9万吨。", "临水县2023年粮食总产量24.3万吨。"),
        ("全年一般公共预算收入13.07亿元。", "临水县2024年一般公共预算收入130,712万元。"),
        ("全年粮食总产量24.9万吨。", "力争临水县2024年粮食总产量达到29万吨。"),
        ("全年地区生产总值238.6亿元。", "经最终核实，临水县2024年地区生产总值241.3亿元。"),
        ("一季度粮食总产量2.9万吨。", "临水县2024年粮食总产量24.9万吨。"),
    ],
)
def test_rounding_other_years_targets_and_revisions_are_no_conflict(stated: str, other: str) -> None:
    assert conflicts([bulletin(stated), overview(other)]) == ()


def test_figures_without_a_period_are_not_held_against_their_own_document() -> None:
    assert conflicts([bulletin("全县粮食总产量24.9万吨。\n全县粮食总产量27万吨。")]) == ()


def test_a_part_that_plans_and_a_title_of_two_years_lend_none() -> None:
    plan = analysis(BUDGET.format(text="财政平稳。", plan="全县粮食总产量29万吨。"), "b")
    assert conflicts([bulletin("全年粮食总产量24.9万吨。"), plan]) == ()


def test_the_printed_period_stays_as_stated() -> None:
    assert [item.period for item in bulletin("年末全县常住人口40.38万人。").indicators] == ["年末"]


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("全年粮食总产量24.9万吨。\n全县粮食总产量249,012吨。\n2024年粮食总产量24.9万吨。", "万吨"),
        ("全年税收收入7.89亿元。\n全年税收收入78,940万元。", "亿元"),
    ],
)
def test_a_figure_in_several_forms_stands_once(text: str, unit: str) -> None:
    (row,) = compare([bulletin(text)]).rows
    assert [cell.unit for cell in row.cells] == [unit]


def test_a_growth_that_is_wanted_is_no_growth_that_was() -> None:
    plan = "2025年全县一般公共预算收入预期目标13.5亿元，增长3.3%。"
    made = analysis(BUDGET.format(text="全县一般公共预算收入完成13.07亿元，增长3.5%。", plan=plan), "b")
    found = extract(made.document)
    row = next(
        row for row in compare([replace(made, targets=found.targets)]).rows if row.indicator == "一般公共预算收入增速"
    )
    assert row.basis == "other measure"


@pytest.mark.parametrize(("text", "scale"), [("惠及群众{}万人次。", 10**4), ("办结率{}%。", 1), ("占比{}%。", 1)])
def test_names_that_tell_nothing_alone_are_compared_with_nothing(text: str, scale: int) -> None:
    both = [bulletin("义诊活动" + text.format(19)), overview("文化场馆" + text.format(84))]
    values = (19 * scale, 84 * scale)
    assert all(any(item.value == value for item in one.indicators) for one, value in zip(both, values, strict=True))
    assert not any(set(values) <= {cell.value for cell in row.cells} for row in compare(both).rows)


def test_an_extent_is_compared_between_places_only() -> None:
    places = compare([bulletin("全县总面积612平方公里。"), overview("全县总面积1831平方公里。")])
    assert [len(row.cells) for row in places.rows] == [2]


def test_a_cell_of_the_comparison_carries_the_year_that_the_document_lends() -> None:
    told = bulletin(
        "全年粮食总产量24万吨。\n2023年粮食总产量23万吨。\n上半年粮食总产量11万吨。\n年末粮食总产量27万吨。"
    )
    (row,) = [row for row in compare([told]).rows if row.indicator == "粮食总产量"]
    assert [cell.period for cell in row.cells] == ["2024年", "2023年", "2024年上半年", "2024年末"]
    assert [item.period for item in told.indicators] == ["全年", "2023年", "上半年", "年末"]


def test_a_cell_of_a_document_that_lends_no_year_keeps_its_words() -> None:
    told = analysis("临水县新闻\n\n上半年粮食总产量11万吨。", "c")
    (row,) = compare([told]).rows
    assert [cell.period for cell in row.cells] == ["上半年"]


REPORT = "{year}年东河县政府工作报告\n——{year}年1月6日在东河县第十七届人民代表大会第四次会议上\n"


def test_a_work_report_lends_the_year_of_its_account_and_the_year_that_it_plans_for() -> None:
    text = (
        REPORT.format(year=2023)
        + "一、过去一年工作回顾\n粮食总产量12万吨。\n二、2023年工作安排\n今年，新建农村公路30公里。\n新增床位50张。\n"
    )
    rows = compare([analysis(text)]).rows
    assert [cell.period for row in rows for cell in row.cells] == ["2022年", "2023年", "2023年"]


def test_parts_of_a_year_carry_the_year_of_the_documents_date() -> None:
    text = "东河县通报质量工作\n2023年7月11日  来源：东河县人民政府\n上半年，全县新增专利263件。12月全县新增企业3家。\n"
    rows = compare([analysis(text)]).rows
    assert [cell.period for row in rows for cell in row.cells] == ["2023年上半年", "12月"]
