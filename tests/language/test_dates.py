"""Dates: every written form to ISO, and nothing that only looks like one."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reporter.language.dates import find_dates, small_number


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("2017年6月19日", "2017-06-19"), ("2017 年 6 月 19 日", "2017-06-19"), ("二〇一七年七月十一日", "2017-07-11"),
        ("二○一○年十二月三十一日", "2010-12-31"), ("2008-03-30", "2008-03-30"), ("2008/3/30", "2008-03-30"),
        ("2017.6.19", "2017-06-19"), ("民國106年7月", "2017-07"), ("中華民國一百零六年", "2017"), ("106年度", "2017"),
        ("2005年", "2005"), ("2017年度", "2017"), ("2017年上半年", "2017"),
        ("2016年2月29日", "2016-02-29"), ("一九九八年", "1998"),
    ],
)  # fmt: skip
def test_a_stated_date_has_its_iso_form(text: str, iso: str) -> None:
    (found,) = find_dates(f"于{text}，启动")
    assert (found.iso, found.text) == (iso, text)


@pytest.mark.parametrize("text", ["6月19日", "5月份", "7月上旬", "十月", "上半年", "三季度", "12月底"])
def test_a_date_without_its_year_has_no_iso_form(text: str) -> None:
    (found,) = find_dates(f"于{text}，启动")
    assert (found.iso, found.text) == (None, text)


@pytest.mark.parametrize(
    ("text", "year"),
    [("今年", 2018), ("去年11月", 2017), ("前年", 2016), ("明年3月5日", 2019), ("去年同期", 2017), ("本年度", 2018)],
)
def test_a_relative_year_resolves_against_a_year(text: str, year: int) -> None:
    (found,) = find_dates(text)
    assert (found.iso, found.in_year(2018)) == (None, year)


@pytest.mark.parametrize(
    "text",
    [
        "三年前", "近三年", "3~5年", "90周年", "1990年代", "2010-2018", "〔2017〕39号", "六个月", "3月龄", "5·20",
        "0576-88201234", "十二五", "三月三歌会", "1000年", "12.5%", "第3号",
    ],
)  # fmt: skip
def test_amounts_and_numbers_are_no_dates(text: str) -> None:
    assert find_dates(text) == []


def test_a_day_that_the_calendar_lacks_is_no_date() -> None:
    assert [found.iso for found in find_dates("2017年2月30日")] == []


@given(st.dates(min_value=date(1912, 1, 1), max_value=date(2099, 12, 31)))
def test_every_day_is_found_in_each_of_its_forms(day: date) -> None:
    iso = day.isoformat()
    after = f"{day.month}月{day.day}日"
    for text in (iso, f"{day.year}年{after}", f"{day.year}/{day.month}/{day.day}", f"民國{day.year - 1911}年{after}"):
        assert [found.iso for found in find_dates(text)] == [iso]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("12", 12),
        ("十", 10),
        ("十二", 12),
        ("二十", 20),
        ("三十一", 31),
        ("一百零六", 106),
        ("二〇一七", 2017),
        ("元", 1),
    ],
)
def test_small_numbers_are_read(text: str, value: int) -> None:
    assert small_number(text) == value


@pytest.mark.parametrize("text", ["", "甲", "1a", "三家"])
def test_other_words_are_no_numbers(text: str) -> None:
    assert small_number(text) is None
