"""Regions: names that begin where a word begins, with evidence, under the parents that list or text gives them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reporter.structure.regions import regions_of, short_names


def regions(text: str, title: str = "", source: str = "") -> tuple[str, ...]:
    return regions_of(title, text.split("\n", maxsplit=1)[0], source, "\n".join((title, source, text)))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("广东省江门市召开会议。江门市的工作取得成效，江门市继续努力。", ("广东省江门市",)),
        ("台州市椒江区开展检查。椒江区共检查企业百家，椒江有品牌二十个。", ("浙江省台州市椒江区",)),
        ("赤峰市红山区发布公报。红山区人口增长，红山区经济向好。", ("内蒙古自治区赤峰市红山区",)),
        ("安徽省歙县旅游收入增长。歙县接待游客，歙县茶叶丰收。", ("安徽省黄山市歙县",)),
        ("凉山彝族自治州人民政府通知。凉山彝族自治州各地抓好落实。凉山彝族自治州", ("四川省凉山彝族自治州",)),
        ("浦东新区发布方案。浦东新区推进改革，浦东新区创新制度。", ("上海市浦东新区",)),
        ("广东省统计局发布数据。广东经济增长，广东出口回升。", ("广东省",)),
    ],
)
def test_known_places_are_found_with_what_stands_before_them(text: str, expected: tuple[str, ...]) -> None:
    assert regions(text) == expected


@pytest.mark.parametrize("name", ["望溪县", "青岚县", "明河市", "浔江市", "云泽区", "罗坪县"])
def test_places_that_no_dictionary_has_are_found(name: str) -> None:
    text = f"今年以来，{name}农业稳步增长。{name}质监局表示，全部企业已经检查。"
    assert regions(text, title=f"{name}质量工作总结") == (name,)
    assert regions(text, title="质量工作总结", source=f"{name}质监局") == (name,)


@pytest.mark.parametrize(
    "text",
    [
        "依托区内资源发展产业。要依托区位优势，依托区内企业，依托区里政策。",
        "建设宜居典范城市。打造典范城市，争创典范城市，广东省支持典范城市。",
        "厂内有豆制品区、肉制品区、屠宰区、罐区。豆制品区、肉制品区、屠宰区、罐区均已验收。",
        "贯彻市委、市政府部署。传达市委精神。贯彻市委决定，传达市政府文件，贯彻市委要求。",
        "实施质量强区战略。质量强区、质量兴区、质量强市深入人心，示范区、开发区增多。",
    ],
)
def test_ends_of_other_words_are_no_places(text: str) -> None:
    assert regions(text) == ()
    assert regions(text, title=text.split("。", maxsplit=1)[0]) == ()


def test_a_province_named_elsewhere_is_no_parent_of_a_place_that_no_list_has() -> None:
    text = "罗坪县推进工作。罗坪县企业获河南省名牌，罗坪县有河南省示范区两个，河南省质监局肯定。"
    assert regions(text) == ("罗坪县",)


def test_the_place_spoken_of_most_comes_first_and_one_in_passing_is_left_out() -> None:
    text = (
        "我们在黄石市启程。黄石市委重视，黄石市代表赴顺德学习。"
        + "顺德区的企业很多，顺德有经验。" * 9
        + "武汉市有一家。"
    )
    assert regions(text) == ("广东省佛山市顺德区", "湖北省黄石市")


def test_the_suffix_of_an_office_is_not_doubled() -> None:
    assert regions("台州市市长到会。台州市市长讲话，台州市市区安静。") == ("浙江省台州市",)


def test_short_names_are_the_last_part_without_its_suffix() -> None:
    assert short_names(["浙江省台州市椒江区", "金华市"]) == ["椒江", "金华"]
    assert regions("") == ()


@given(st.text(alphabet="望溪县明河市台州椒江区广东省的在，。政府局依托强()[*+?\\ \n", max_size=80))
def test_every_region_ends_with_words_of_the_text(text: str) -> None:
    for region in regions_of(text[:20], text, text[-20:], text):
        assert len(region) >= 2
        assert short_names([region])[0] in text


def test_one_of_several_namesakes_is_chosen_by_title_source_or_address_only() -> None:
    text = "鼓楼区检查商场。鼓楼区发现隐患，鼓楼区督促整改。"
    assert regions(text) == ("鼓楼区",)
    assert regions(text, source="徐州市应急管理局")[0] == "江苏省徐州市鼓楼区"
    assert regions_of("鼓楼区检查", text, "", text, "http://www.kaifeng.gov.cn/1.html") == ("河南省开封市鼓楼区",)
    assert regions_of("鼓楼区检查", text, "", text, "http://www.ha.gov.cn/1.html") == ("河南省开封市鼓楼区",)
    assert regions_of("鼓楼区检查", text, "", text, "http://www.example.com/1.html") == ("鼓楼区",)


def test_the_city_that_the_text_puts_before_a_name_outweighs_the_list() -> None:
    text = "浔江市长安区检查商场。浔江市长安区发现隐患，长安区督促整改。"
    assert regions(text) == ("浔江市长安区",)


def test_streets_schools_and_firms_are_no_places() -> None:
    text = "南京路、南京大学、南京路商场、北京现代、上海大众、上海路、南京东路客流增长。"
    assert regions(text * 3) == ()


@pytest.mark.parametrize(
    "text", ["质量兴县，工业兴县，商贸兴县。", "建设新城区，改造老城区，美化城区。新城区、老城区、城区。"]
)
def test_slogans_and_what_any_town_has_are_no_places(text: str) -> None:
    assert regions(text) == ()


@pytest.mark.parametrize(
    "text",
    [
        "新建高标准农田3万亩。新建农村公路20公里，新建学校，新建县区公路，新建市政道路，新建医院。",
        "新建县城道路。新建区级平台，新建县级平台，新建县中医院。新建县区供水管网。",
        "推进资源整合，资源利用，资源回收。加强合作交流，合作共建，合作社发展。平安建设，平安创建，平安志愿。",
    ],
)
def test_ordinary_words_are_no_places_by_themselves(text: str) -> None:
    assert regions(text) == ()
    assert regions(text, title=text.split("。", maxsplit=1)[0]) == ()


@pytest.mark.parametrize(
    "text", ["在新建区召开会议。新建区经济增长，新建区农业丰收。", "南昌市新建区召开会议。新建区新建学校。"]
)
def test_a_name_that_is_an_ordinary_word_is_a_place_with_its_suffix(text: str) -> None:
    assert regions(text) == ("江西省南昌市新建区",)
