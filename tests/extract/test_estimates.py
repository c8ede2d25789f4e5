"""What is estimated of a year that is over is no plan; what is announced with 将 is one."""

from __future__ import annotations

import pytest

from tests.extract.documents import analysis

REPORT = "2023年东河县人民政府工作报告\n——2023年1月6日在东河县第十七届人民代表大会第四次会议上\n"


def roles(text: str) -> list[tuple[str, str | None]]:
    return [(item.role, item.qualifier) for item in analysis(text).indicators if item.role != "change"]


@pytest.mark.parametrize(
    "text",
    [
        "一、2022年工作回顾\n预计全县地区生产总值完成187.9亿元，增长6.2%。\n",
        "去年，预计全县地区生产总值完成187.9亿元，增长6.2%。\n",
    ],
)
def test_an_estimate_of_the_year_that_is_over_is_actual(text: str) -> None:
    assert roles(REPORT + text) == [("actual", "预计")]


@pytest.mark.parametrize(
    "text",
    [
        "一、2022年工作回顾\n预计明年全县地区生产总值完成200亿元。\n",
        "二、2023年工作安排\n预计全年完成投资100亿元。\n",
        "预计今年完成投资10亿元。\n",
    ],
)
def test_an_outlook_stays_a_plan(text: str) -> None:
    assert [role for role, _ in roles(REPORT + text)] == ["plan"]


@pytest.mark.parametrize(
    ("sentence", "role"),
    [
        ("下半年，全县将抽查重点工业产品1200批次。", "plan"),
        ("全县将陆续发放补贴3000万元。", "plan"),
        ("近日，我县将检测结果通报32家企业。", "actual"),
        ("我县将32个村纳入试点。", "actual"),
        ("已将抽查的12批次产品下架。", "actual"),
    ],
)
def test_what_will_be_done_is_planned_and_what_is_taken_hold_of_is_not(sentence: str, role: str) -> None:
    news = "东河县通报质量工作\n2023年7月11日  来源：东河县人民政府\n"
    assert [found for found, _ in roles(news + sentence)] == [role]
