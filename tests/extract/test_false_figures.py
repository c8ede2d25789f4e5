"""What a careful reader would call false: rates of another figure, names that say the opposite, borrowed periods."""

from __future__ import annotations

import pytest

from reporter.extract import extract
from reporter.extract.deadlines import find_deadlines
from reporter.extract.indicators import named_quantities
from reporter.extract.keys import key_of
from reporter.extract.units import FAMILY
from reporter.model import Indicator
from tests.extract.documents import document


def told(text: str) -> tuple[Indicator, ...]:
    return extract(document(f"临水县新闻\n\n{text}")).indicators


def rates(text: str) -> list[tuple[object, object]]:
    """The figures that are no changes with the value of their change."""
    return [(item.value, item.change.value if item.change else None) for item in told(text) if item.role != "change"]


def names(text: str) -> list[str]:
    return [item.name for item in named_quantities(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("城镇和农村居民人均收入分别达到31000元和17000元，增长4.1%和6.3%。", [(31000, 4.1), (17000, 6.3)]),
        ("城镇和农村居民人均收入分别达到31000元和17000元，分别增长4.1%和6.3%。", [(31000, 4.1), (17000, 6.3)]),
        ("粮食、油料、蔬菜产量分别为9万吨、2万吨和8万吨，下降1%、2%和3%。", [(9, 1), (2, 2), (8, 3)]),
        ("税收和非税收入分别完成3亿元、2亿元，增长4.5%、6.8%和7%。", [(3, None), (2, None)]),
        ("税收收入3亿元，增长4.5%。", [(3, 4.5)]),
    ],
)
def test_rates_go_with_as_many_figures_in_order(text: str, expected: list[tuple[object, object]]) -> None:
    assert rates(text) == expected


def test_a_rate_of_a_row_is_named_like_the_others() -> None:
    found = names("城镇和农村居民人均收入分别达到31000元和17000元，增长4.1%和6.3%。")
    assert found[1:] == ["农村居民人均收入", found[0] + "增速", "农村居民人均收入增速"]


@pytest.mark.parametrize(
    "text", ["达到3亿元和2亿元，4.5%。", "共5亿元，6.8%。", "31000元和17000元。", "计12人，9户。", "用时3小时，2公里。"]
)
def test_a_unit_is_never_a_name(text: str) -> None:
    assert not [item.name for item in told(text) if item.name in FAMILY]


@pytest.mark.parametrize("basis", ["比去年全年", "较上年全年", "比2019年全年", "较全年"])
def test_a_period_that_is_compared_with_is_no_later_figures_own(basis: str) -> None:
    found = told(f"投资12亿元，增速{basis}加快0.5个百分点；进出口总额4亿元，同比下降8%。")
    assert {item.period for item in found} == {None}
    assert find_deadlines(f"增速{basis}加快0.5个百分点", 2021) == []


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("全县连续9年未发生较大火灾。", "未发生较大火灾"),
        ("全县连续6年没有发生重大火灾。", "没有发生重大火灾"),
        ("未办结案件12件。", "未办结案件"),
        ("全县连续9年发生较大火灾。", "发生较大火灾"),
    ],
)
def test_a_name_keeps_its_negation(text: str, name: str) -> None:
    assert [item.name for item in told(text)] == [name]


def test_a_later_deadline_word_replaces_the_earlier_one() -> None:
    text = "临水县2021年工作要点\n\n6月底前完成3家企业搬迁，年内改造老旧小区20个，年底前修缮校舍8处。"
    found = extract(document(text)).targets
    until = [(target.value, target.deadline.text) for target in found if target.deadline]
    assert until == [(3, "6月底前"), (20, "年内"), (8, "年底前")]


@pytest.mark.parametrize(
    ("text", "stated"),
    [
        ("全县近三年内完成投资近24亿元。", [("完成投资", 24, "近三年内")]),
        ("今后五年内新建学校近20所。", [("新建学校", 20, "今后五年内")]),
    ],
)
def test_years_counted_from_now_are_a_period_and_no_part_of_a_name(
    text: str, stated: list[tuple[str, int, str]]
) -> None:
    assert [(item.name, item.value, item.period) for item in told(text)] == stated


@pytest.mark.parametrize("text", ["近三年内容丰富", "年内容", "近年内", "一年内存"])
def test_other_words_are_no_end_of_a_year(text: str) -> None:
    assert not [item for item in find_deadlines(text, 2021) if text[item.start : item.end] == "年内"]


@pytest.mark.parametrize("text", ["接待游客12万人次，恢复到2019年的86%。", "接待游客恢复到2019年同期的86%。"])
def test_a_year_that_is_measured_against_is_no_deadline(text: str) -> None:
    extraction = extract(document(f"临水县新闻\n\n{text}"))
    assert extraction.targets == ()
    assert [item.period for item in extraction.indicators if item.value == 86] == [None]


def test_what_is_new_is_another_key_than_what_there_is() -> None:
    assert key_of("新增城镇就业人数") == key_of("城镇新增就业") == "城镇新增就业"
    assert key_of("城镇就业") == "城镇就业"
    assert names("城镇新增就业1.2万人。") == ["城镇新增就业"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("新增规模以上工业企业12家，累计达到87家。", ["新增规模以上工业企业", "规模以上工业企业"]),
        ("新增规模以上工业企业12家，总数达到87家。", ["新增规模以上工业企业", "规模以上工业企业"]),
        ("新建高标准农田4万亩，累计达到41万亩。", ["新建高标准农田", "高标准农田"]),
        ("新增规模以上工业企业12家，其中5家。", ["新增规模以上工业企业", "新增规模以上工业企业"]),
    ],
)
def test_a_total_behind_what_is_new_is_not_called_new(text: str, expected: list[str]) -> None:
    assert names(text) == expected
