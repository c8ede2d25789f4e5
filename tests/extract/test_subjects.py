"""A figure's subject is the one whose figure it is: named, pointed to, spoken of before, or the document's own."""

from __future__ import annotations

import pytest

from reporter.extract.forms import is_whole_name, leading_firm, leading_person, leading_place
from reporter.extract.indicators import indicators
from tests.extract.documents import document

HEAD = "东河县2019年工作总结\n东河县人民政府\n"


def subjects(text: str) -> list[str]:
    return [indicator.subject for indicator in indicators(document(text))]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("梨溪镇种植花椒1.3万亩，年产值4600万元。", ["梨溪镇", "梨溪镇"]),
        ("县住建局办理项目67个。", ["县住建局"]),
        ("心血管内科完成介入手术3126例。", ["心血管内科"]),
        ("机械工程学院与28家企业共建实习基地。", ["机械工程学院"]),
        ("白鹭湖总磷平均浓度0.062毫克/升。", ["白鹭湖"]),
        ("启航众创空间面积8200平方米。", ["启航众创空间"]),
        ("第六届职业技能大赛，设28个工种。", ["第六届职业技能大赛"]),
        ("梨溪镇种粮大户周广田今年承包土地1300亩。", ["周广田"]),
        ("茶场合作的绿源茶业有限公司，年加工鲜叶3200吨。", ["东河县"]),
    ],
)
def test_a_clause_that_begins_with_a_name_is_about_it(sentence: str, expected: list[str]) -> None:
    assert subjects(HEAD + sentence) == expected


@pytest.mark.parametrize(
    "sentence",
    [
        "普惠性幼儿园46所。",
        "山洪灾害危险区涉及1126户。",
        "各类示范村达到30个。",
        "县工信局、商务局等部门组成4个检查组。",
        "县农业局局长周明介绍，农机总动力62.8万千瓦。",
        "新引进龙头公司8家。",
        "基层所平均每所仅4人。",
    ],
)
def test_kinds_officers_and_rows_of_bodies_are_no_subjects(sentence: str) -> None:
    assert set(subjects(HEAD + sentence)) == {"东河县"}


def test_a_heading_that_is_a_name_is_the_subject_of_its_section() -> None:
    towns = "一、梨溪镇\n种植花椒1.3万亩。全镇改造户厕620座。\n二、白衣镇\n发展茶园9800亩。\n"
    text = f"{HEAD}{towns}三、资金保障\n安排资金2亿元。\n"
    assert subjects(text) == ["梨溪镇", "梨溪镇", "白衣镇", "东河县"]


RATES = [("云河县", "合格率", 98.3), ("青岗县", "合格率", 95.1), ("临水区", "合格率", 97)]


@pytest.mark.parametrize(
    "sentence",
    [
        "其中，云河县合格率为98.3%，青岗县为95.1%，临水区为97.0%。",
        "云河县、青岗县、临水区合格率分别为98.3%、95.1%、97.0%。",
        "合格率方面，云河县合格率达98.3%，青岗县95.1%，临水区达到97.0%。",
    ],
)
def test_places_of_a_row_share_the_name_of_its_first_clause(sentence: str) -> None:
    found = indicators(document(HEAD + sentence))
    assert [(item.subject, item.name, item.value) for item in found] == RATES


def test_a_row_that_begins_a_sentence_takes_name_and_period_from_the_one_before() -> None:
    text = HEAD + "二季度全县抽查合格率为96.4%，提高0.3个百分点。其中，云河镇为98.3%，青岗镇为95.1%。"
    row = indicators(document(text))[2:]
    assert [(item.subject, item.name, item.period) for item in row] == [
        ("云河镇", "抽查合格率", "二季度"),
        ("青岗镇", "抽查合格率", "二季度"),
    ]


@pytest.mark.parametrize("sentence", ["建成区绿化率为35%，示范区为45%。", "农产品市场抽检合格率为98%，养殖区为97%。"])
def test_kinds_of_ground_are_no_places_of_a_row(sentence: str) -> None:
    assert set(subjects(HEAD + sentence)) == {"东河县"}


def test_a_label_before_a_colon_holds_up_to_the_next_one() -> None:
    text = HEAD + "东岭镇：立案26件，罚没款51万元；西岭镇：立案19件，罚没款33万元。全县共立案45件。"
    assert subjects(text) == ["东岭镇", "东岭镇", "西岭镇", "西岭镇", "东河县"]


def test_words_that_point_mean_the_one_spoken_of() -> None:
    assert subjects(HEAD + "梨溪镇建成冷库12座。该镇发展黄桃7800亩。") == ["梨溪镇", "梨溪镇"]
    hall = "县政务服务中心设窗口126个。馆内自助终端办件9.7万件。"
    assert subjects(HEAD + hall) == ["县政务服务中心", "县政务服务中心"]


def test_a_level_of_the_place_is_told_from_the_whole() -> None:
    text = "东河市2019年预算执行报告\n全市收入128亿元。市本级一般公共预算收入31.6亿元。市区绿地面积900公顷。"
    assert subjects(text) == ["东河市", "东河市本级", "东河市市区"]


def test_the_place_right_before_a_count_is_whose_it_is() -> None:
    assert subjects(HEAD + "县质监局编印东河县13家生产企业的经验。") == ["东河县"]


def test_a_work_is_carried_on_only_to_its_own_measures() -> None:
    text = HEAD + "石桥水库大坝加固完成，全长300米。总投资2亿元。治理河道27公里。"
    found = subjects(text)
    assert found[-1] == "东河县"


def test_an_institution_of_the_title_is_the_subject_where_none_is_named() -> None:
    assert subjects("东河理工大学2020年教学报告\n现有专任教师1873人。") == ["东河理工大学"]


def test_a_place_without_a_name_is_called_as_the_text_calls_it() -> None:
    assert subjects("蔬菜产业见闻\n全市蔬菜种植面积46万亩。") == ["全市"]


@pytest.mark.parametrize(
    ("text", "name"),
    [("梨溪镇种植", "梨溪镇"), ("示范村建设", ""), ("各乡镇投入", ""), ("村容村貌改善", ""), ("美丽乡村8个", "")],
)
def test_small_places_are_known_by_their_form(text: str, name: str) -> None:
    assert leading_place(text) == name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("蓝芯电子有限公司", "蓝芯电子有限公司"),
        ("查获诈骗集团31个", ""),
        ("上市公司达到5家", ""),
        ("引进东方电子有限公司", ""),
        ("启航众创空间面积", "启航众创空间"),
    ],
)
def test_firms_are_known_by_their_form(text: str, name: str) -> None:
    assert leading_firm(text) == name


def test_persons_are_named_behind_what_they_are() -> None:
    assert leading_person("种粮大户周广田今年承包") == ("周广田", 7)
    assert leading_person("市民李女士走进大厅") == ("李女士", 5)
    assert leading_person("全市居民收入") == ("", 0)


@pytest.mark.parametrize("text", ["梨溪镇", "秦岭茶业有限公司", "市教育局", "县住建局", "A市"])
def test_a_heading_of_a_name_is_one(text: str) -> None:
    assert is_whole_name(text)


@pytest.mark.parametrize("text", ["", "资金保障", "美丽乡村", "人才队伍建设", "民营企业", "中小学校", "城乡社区"])
def test_a_heading_of_a_topic_is_none(text: str) -> None:
    assert not is_whole_name(text)
