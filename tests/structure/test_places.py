"""Regions: names that begin where a word begins, with evidence, under the parents that the text states."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reporter.structure.places import regions_of, short_names


def regions(text: str, title: str = "", source: str = "") -> tuple[str, ...]:
    return regions_of(title, text.split("\n", maxsplit=1)[0], source, "\n".join((title, source, text)))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("广东省江门市召开会议。江门市的工作取得成效，江门市继续努力。", ("广东省江门市",)),
        ("台州市椒江区开展检查。椒江区共检查企业百家，椒江有品牌二十个。", ("台州市椒江区",)),
        ("赤峰市红山区发布公报。红山区人口增长，红山区经济向好。", ("赤峰市红山区",)),
        ("安徽省歙县旅游收入增长。歙县接待游客，歙县茶叶丰收。", ("安徽省歙县",)),
        ("凉山彝族自治州人民政府通知。凉山彝族自治州各地抓好落实。凉山彝族自治州", ("凉山彝族自治州",)),
        ("浦东新区发布方案。浦东新区推进改革，浦东新区创新制度。", ("浦东新区",)),
        ("广东省统计局发布数据。广东经济增长，广东出口回升。", ("广东省",)),
    ],
)
def test_known_places_are_found_with_what_stands_before_them(text: str, expected: tuple[str, ...]) -> None:
    assert regions(text) == expected


@pytest.mark.parametrize("name", ["望溪县", "青岚县", "明河市", "浔江市", "云溪区", "罗坪县"])
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


def test_a_province_named_elsewhere_is_no_parent() -> None:
    text = "睢阳区推进工作。睢阳区企业获河南省名牌，睢阳区有河南省示范区两个，河南省质监局肯定。"
    assert regions(text) == ("睢阳区",)


def test_the_place_spoken_of_most_comes_first_and_one_in_passing_is_left_out() -> None:
    text = (
        "我们在黄石市启程。黄石市委重视，黄石市代表赴顺德学习。"
        + "顺德区的企业很多，顺德有经验。" * 9
        + "武汉市有一家。"
    )
    assert regions(text) == ("顺德区", "黄石市")


def test_the_suffix_of_an_office_is_not_doubled() -> None:
    assert regions("台州市市长到会。台州市市长讲话，台州市市区安静。") == ("台州市",)


def test_short_names_are_the_last_part_without_its_suffix() -> None:
    assert short_names(["浙江省台州市椒江区", "金华市"]) == ["椒江", "金华"]
    assert regions("") == ()


@given(st.text(alphabet="望溪县明河市台州椒江区广东省的在，。政府局依托强()[*+?\\ \n", max_size=80))
def test_every_region_ends_with_words_of_the_text(text: str) -> None:
    for region in regions_of(text[:20], text, text[-20:], text):
        assert len(region) >= 2
        assert short_names([region])[0] in text
