"""A figure's name is the noun phrase that tells it from its neighbours."""

from __future__ import annotations

import pytest

from reporter.extract.indicators import named_quantities
from reporter.extract.keys import key_of


def names(text: str) -> list[str]:
    return [item.name for item in named_quantities(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("全市拥有中国名牌32个。", ["中国名牌"]),
        ("现有70个国家免检产品。", ["国家免检产品"]),
        ("已取得资质认定的机构46个，项目467项。", ["取得资质认定的机构", "取得资质认定的项目"]),
        ("先后走访了15家名牌企业。", ["走访名牌企业"]),
        ("参与制定国家标准61项、行业标准56项。", ["参与制定国家标准", "参与制定行业标准"]),
        ("建设3个国家级、6个省级、20个县级标准。", ["国家级标准", "省级标准", "县级标准"]),
        ("农业龙头企业28家，其中省级9家。", ["农业龙头企业", "省级农业龙头企业"]),
        ("受理投诉案件876件，办结812件。", ["受理投诉案件", "办结投诉案件"]),
        ("去年产值3亿元，今年计划达到4亿元。", ["产值", "产值计划"]),
        ("水库126座，其中大型1座。", ["水库", "大型水库"]),
        ("风电、光伏装机容量分别达到56万千瓦和32万千瓦。", ["风电装机容量", "光伏装机容量"]),
        ("产值由12亿元增至31亿元。", ["产值", "产值"]),
        ("重要产品为轮胎、轮毂、车架等10类。", ["重要产品"]),
        ("有23家企业的产品不符合标准。", ["产品不符合标准的企业"]),
        ("每万人发明专利拥有量12.6件。", ["每万人发明专利拥有量"]),
        ("引进亿元以上项目27个。", ["引进项目", "引进亿元以上项目"]),
        ("在企业参与制定的标准中，国家标准有61项。", ["企业参与制定的国家标准"]),
        ("给予50万元奖励。", ["给予奖励"]),
        ("事故造成3人死亡、5人受伤。", ["死亡", "受伤"]),
    ],
)
def test_names(text: str, expected: list[str]) -> None:
    assert names(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("工业增加值570亿元，增长6.1%。", ["工业增加值", "工业增加值增速"]),
        ("合格率96.2%，同比提高1.4个百分点。", ["合格率", "合格率提高"]),
        ("存款余额183亿元，比年初增加15亿元。", ["存款余额", "存款余额增加"]),
        ("进口18亿元，出口32亿元，分别增长7.8%和8.9%。", ["进口", "出口", "进口增速", "出口增速"]),
        ("利润同比下降3.2%。", ["利润增速"]),
    ],
)
def test_changes_are_figures_of_their_own(text: str, expected: list[str]) -> None:
    assert names(text) == expected


def test_a_name_is_short() -> None:
    long = "获得省级以上科学技术主管部门和行业主管部门联合认定的高新技术骨干龙头示范企业12家。"
    assert all(len(name) <= 15 for name in names(long))


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("中国名牌产品", "中国名牌"),
        ("累计创中国名牌", "中国名牌"),
        ("浙江名牌", "省级名牌"),
        ("广东省名牌", "省级名牌"),
        ("培育省名牌", "省级名牌"),
        ("国家免检产品", "国家免检产品"),
        ("参与制定的国家标准、行业标准", "参与制修订标准"),
        ("国际、国家、行业标准的制修定", "参与制修订标准"),
        ("参与制定地方标准", "参与制修订地方标准"),
        ("制修订企业标准", "制修订企业标准"),
        ("驰名商标总数", "驰名商标"),
    ],
)
def test_keys(name: str, key: str) -> None:
    assert key_of(name) == key


@pytest.mark.parametrize("name", ["中国名牌产品", "参与制定国家标准", "浙江名牌", "产品", "数"])
def test_a_key_is_its_own_key(name: str) -> None:
    assert key_of(key_of(name)) == key_of(name)
