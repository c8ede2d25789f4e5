"""Every division of today and of earlier years is known by name, with what it belongs to."""

from __future__ import annotations

import pytest

from reporter.language.areas import areas_called, areas_named, areas_of_stem, short_forms, stem_of


def full_names(name: str) -> list[str]:
    return [area.full_name for area in areas_named(name)]


def test_a_county_is_led_by_its_city_and_province() -> None:
    assert full_names("平湖市") == ["浙江省嘉兴市平湖市"]


def test_a_province_and_a_municipality_stand_alone() -> None:
    assert full_names("河南省") == ["河南省"]
    assert full_names("上海市") == ["上海市"]


def test_a_district_of_a_municipality_has_no_city() -> None:
    assert full_names("浦东新区") == ["上海市浦东新区"]


def test_places_that_share_a_name_are_all_given() -> None:
    assert {"江苏省南京市鼓楼区", "江苏省徐州市鼓楼区", "福建省福州市鼓楼区"} <= set(full_names("鼓楼区"))


def test_a_name_of_earlier_years_is_known_and_marked() -> None:
    (district,) = areas_named("宣武区")
    assert (district.full_name, district.former) == ("北京市宣武区", True)


def test_no_name_no_place() -> None:
    assert areas_named("示范区") == areas_named("") == areas_of_stem("") == ()


@pytest.mark.parametrize(
    ("name", "stem"),
    [
        ("嘉兴市", "嘉兴"),
        ("内蒙古自治区", "内蒙古"),
        ("广西壮族自治区", "广西"),
        ("黔西南布依族苗族自治州", "黔西南"),
        ("陵水黎族自治县", "陵水"),
        ("神农架林区", "神农架"),
        ("阿里地区", "阿里"),
        ("郊县", "郊县"),
    ],
)
def test_a_stem_is_the_name_as_people_shorten_it(name: str, stem: str) -> None:
    assert stem_of(name) == stem


def test_a_stem_leads_to_all_that_share_it_todays_first() -> None:
    areas = areas_of_stem("朝阳")
    assert {"辽宁省朝阳市", "北京市朝阳区"} <= {area.full_name for area in areas}
    assert [area.former for area in areas] == sorted(area.former for area in areas)


@pytest.mark.parametrize(
    ("short", "full"), [("凉山州", "凉山彝族自治州"), ("融水县", "融水苗族自治县"), ("鄂伦春旗", "鄂伦春自治旗")]
)
def test_autonomous_divisions_are_called_without_their_nationality(short: str, full: str) -> None:
    assert [area.name for area in areas_called(short)] == [full]


def test_what_is_called_so_today_comes_alone() -> None:
    assert [area.former for area in areas_called("朝阳区")] == [False, False]
    assert [area.former for area in areas_called("崇文区")] == [True]
    assert areas_called("") == areas_called("示范县") == ()


def test_a_city_has_three_forms_and_no_name_none() -> None:
    assert short_forms("凉山彝族自治州") == ("凉山彝族自治州", "凉山州", "凉山")
    assert short_forms("台州市") == ("台州市", "台州")
    assert short_forms("") == ()


def test_a_division_knows_what_is_above_it() -> None:
    (county,) = areas_named("平湖市")
    assert county.above == ("嘉兴市", "浙江省")


def test_no_division_lies_in_a_row_that_stands_for_none() -> None:
    assert all(area.city != "市" for area in areas_named("南川市"))
    assert not areas_named("市")
