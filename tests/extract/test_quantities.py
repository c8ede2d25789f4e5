"""A number becomes a quantity only with a unit and only where it states an amount."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reporter.extract.quantities import find_quantities
from reporter.extract.units import FAMILY, canonical, dimension, family_of
from reporter.language.script import simplified
from tests.extract.figures import sentences


def quantities(text: str) -> list[tuple[object, str, str | None]]:
    return [(quantity.value, quantity.unit, quantity.bound) for quantity in find_quantities(text)]


@pytest.mark.parametrize(
    ("text", "value", "unit", "bound"),
    [
        ("有企业2万多家", 20000, "家", "over"),
        ("销售570亿元", 570, "亿元", None),
        ("近千万元", 1000, "万元", "under"),
        ("占12.5%", 12.5, "%", None),
        ("提高1.4个百分点", 1.4, "百分点", None),
        ("年综合能耗1000吨标煤以上", 1000, "吨标准煤", "at_least"),
        ("距离不超过200KM", 200, "公里", "at_most"),
        ("技术人员50余人", 50, "人", "over"),
        ("连续三年", 3, "年", None),
        ("3~5年内", (3, 5), "年", None),
        ("约占三成", 30, "%", "about"),
        ("七成五", 75, "%", None),
        ("耗时两个半小时", 2.5, "小时", None),
        ("驻留6个多月", 6, "个月", "over"),
        ("售价八元五角", 8.5, "元", None),
        ("上百户居民", 100, "户", "over"),
        ("亿元以上项目", 1, "亿元", "at_least"),
        ("不得少于12名", 12, "名", "at_least"),
        ("至少开展1次", 1, "次", "at_least"),
        ("不超过总价的30%", 30, "%", "at_most"),
        ("最高补助10万元", 10, "万元", "at_most"),
        ("3200元至3500元之间", (3200, 3500), "元", None),
        ("机具2354台（套）", 2354, "台", None),
        ("电价0.52元/千瓦时", 0.52, "元/千瓦时", None),
        ("3.5万农村人口", 35000, "人", None),
        ("出游人次14.19亿，", 1419000000, "人次", None),
        ("户均增收1800多元", 1800, "元", "over"),
        ("满意度达到82分以上", 82, "分", "at_least"),
        ("仅占一成二", 12, "%", None),
        ("规定时限的四成不到", 40, "%", "under"),
        ("增长了两倍多", 2, "倍", "over"),
        ("整改期限不得超过30日", 30, "日", "at_most"),
        ("比原计划提前45天通车", 45, "天", None),
        ("举办培训班两期，", 2, "期", None),
        ("与7家乡镇卫生院签约", 7, "家", None),
        ("年产储能电池5吉瓦时", 5, "吉瓦时", None),
        ("防风网总长5.8千米", 5.8, "公里", None),
        ("利用系数提高到0.572", 0.572, "", None),
        ("占四分之一强", 0.25, "", "over"),
        ("差错率在万分之三以内", 3, "‱", "at_most"),
        ("损耗两成都打不住", 20, "%", None),
        ("锅炉总吨位532蒸吨", 532, "蒸吨", None),
        ("单个企业最高200万元", 200, "万元", "at_most"),
        ("少说多赚5万元", 5, "万元", "at_least"),
        ("平均出警时间4分36秒", 276, "秒", None),
        ("子弹1300余发", 1300, "发", "over"),
    ],
)
def test_value_unit_and_bound(text: str, value: object, unit: str, bound: str | None) -> None:
    assert quantities(text) == [(value, unit, bound)]


@pytest.mark.parametrize(
    "text",
    [
        "第三个中心", "前10位", "位居全省第3位", "近三年来", "三年前", "半年后", "98年", "08年", "五年规划",
        "9月30日", "〔2017〕39号", "ISO9001", "GB/T 19001—2016", "12365热线", "0571-87654321", "13900001234",
        "三查三保", "六大工程", "“五关”", "四个意识", "一批企业", "一个中心", "这三家企业", "二期工程", "三台县",
        "九台区", "百日会战", "万元GDP", "24小时值班", "八届四次会议", "5:3", "1+3+N", "每百户", "7×24小时",
        "20万吨级码头", "建党90周年", "九年义务教育", "55岁的李某", "三元桥", "《二十条》", "一度超过", "2016—2018年",
        "T3航站楼", "三轮车违法", "最大8小时平均值", "一分为二", "3分局",
    ],
)  # fmt: skip
def test_what_states_no_quantity_is_none(text: str) -> None:
    assert quantities(text) == []


def test_a_row_shares_the_unit_behind_its_last_number() -> None:
    assert [value for value, _, _ in quantities("分别上升1.2和1.4个百分点")] == [1.2, 1.4]


def test_a_row_of_any_length_shares_the_unit_behind_its_last_number() -> None:
    row = quantities("产量分别为15.62、1.07和2.31万吨")
    assert row == [(15.62, "万吨", None), (1.07, "万吨", None), (2.31, "万吨", None)]


def test_from_and_to_stay_two_values() -> None:
    assert [value for value, _, _ in quantities("由12家增至31家")] == [12, 31]
    assert quantities("从2万元到20万元不等") == [((2, 20), "万元", None)]


def test_words_of_a_name_are_no_bound() -> None:
    assert quantities("工程师职称及以上人员19人") == [(19, "人", None)]


def test_every_value_re_reads_from_its_span() -> None:
    for sentence in sentences():
        text = simplified(sentence.text)
        for quantity in find_quantities(text):
            sign = quantity.reach_start - (text[quantity.start] in "-－")  # a minus needs the word before it
            again = find_quantities(text[sign : quantity.reach_end + 1].rstrip("，。；、"))
            values = [other.value for other in again] or [quantity.value]
            assert quantity.value in values, (sentence.text, text[quantity.start : quantity.end])


@given(st.text(alphabet="企业增长第三个家年万亿元%12.，。的有近余“”《》至~每共分之成半", max_size=60))
def test_quantities_are_ordered_and_inside_the_text(text: str) -> None:
    found = find_quantities(text)
    assert all(0 <= q.reach_start <= q.start < q.end <= q.reach_end <= len(text) for q in found)
    assert all(first.end <= second.start for first, second in itertools.pairwise(found))


def test_units_have_one_spelling() -> None:
    assert {canonical(unit) for unit in ("km", "KM", "千米", "公里")} == {"公里"}
    assert canonical("元/km") == "元/公里"
    for unit in FAMILY:
        assert canonical(canonical(unit)) == canonical(unit)


def test_families_and_dimensions() -> None:
    assert family_of("万元") == family_of("元/吨") == "money"
    assert family_of("百分点") == "share"
    assert dimension("万元") == dimension("亿元") == "元"
    assert dimension("个") == dimension("家") != dimension("吨")
