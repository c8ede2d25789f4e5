"""Numbers are read with their exact value and their place, whatever figures they are written in."""

from __future__ import annotations

import itertools
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reporter.language.numerals import chinese_value, find_numerals, normal_width, number

UNITS = ("", "十", "百", "千")


def in_chinese(value: int) -> str:
    """A number below 100 million as it is written out, an independent way there."""
    if value >= 10000:
        high, low = divmod(value, 10000)
        gap = "零" if 0 < low < 1000 else ""
        return in_chinese(high) + "万" + gap + (in_chinese(low) if low else "")
    digits = [int(char) for char in str(value)]
    written = ""
    for place, digit in zip(range(len(digits) - 1, -1, -1), digits, strict=True):
        if digit:
            written += "零一二三四五六七八九"[digit] + UNITS[place]
        elif written and not written.endswith("零") and any(digits[len(digits) - place :]):
            written += "零"
    return written or "零"


@given(st.integers(min_value=1, max_value=99_999_999))
def test_a_number_written_out_is_read_back(value: int) -> None:
    assert chinese_value(in_chinese(value)) == value


@given(st.integers(min_value=0, max_value=10**12), st.sampled_from(["企业", "共有", "达到"]))
def test_arabic_figures_are_read_with_and_without_separators(value: int, word: str) -> None:
    for written in (str(value), f"{value:,}"):
        (found,) = find_numerals(f"{word}{written}家")
        assert (found.low, found.high) == (value, value)
        assert (found.start, found.end) == (len(word), len(word) + len(written))


@given(st.text(alphabet="零〇一二三四五六七八九两十百千万亿点半多余几0123456789.,，%至~—分之第年个 ", max_size=40))
def test_any_text_has_numbers_in_order_that_stay_inside_it(text: str) -> None:
    found = find_numerals(text)
    assert all(0 <= numeral.start < numeral.end <= len(text) for numeral in found)
    assert all(first.end <= second.start for first, second in itertools.pairwise(found))
    assert all(numeral.low <= numeral.high for numeral in found)


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("三千二百五十六", "3256", "3256"),
        ("三千二", "3200", "3200"),
        ("一千零六", "1006", "1006"),
        ("十二点五", "12.5", "12.5"),
        ("二〇一七", "2017", "2017"),
        ("两万三千", "23000", "23000"),
        ("1.2万亿", "1200000000000", "1200000000000"),
        ("12万3,456", "123456", "123456"),
        ("3亿5600万", "356000000", "356000000"),
        ("３．５千", "3500", "3500"),
        ("1 250万", "12500000", "12500000"),
        ("四五十", "40", "50"),
        ("十七八", "17", "18"),
        ("两三百", "200", "300"),
        ("3~5", "3", "5"),
        ("三至五", "3", "5"),
        ("三到五千", "3000", "5000"),
        ("2-3万", "20000", "30000"),
        ("10—15", "10", "15"),
        ("百分之十二点五", "12.5", "12.5"),
        ("百分之三至五", "3", "5"),
        ("百分之百", "100", "100"),
        ("4分之3", "0.75", "0.75"),
    ],
)
def test_every_form_has_its_value(text: str, low: str, high: str) -> None:
    (found,) = find_numerals(text)
    assert (found.low, found.high) == (Decimal(low), Decimal(high))
    assert (found.start, found.end) == (0, len(text))


@pytest.mark.parametrize(
    ("text", "loose", "scale"),
    [("2万多", "多", "万"), ("3000余万", "余", "万"), ("十几", "几", ""), ("二十来", "来", ""), ("570亿", "", "亿")],
)
def test_inexact_words_and_scales_are_kept_apart(text: str, loose: str, scale: str) -> None:
    (found,) = find_numerals(text)
    assert (found.loose, found.scale) == (loose, scale)


def test_a_scale_alone_is_marked() -> None:
    (found,) = find_numerals("千万元")
    assert found.bare
    assert not find_numerals("十万元")[0].bare


def test_a_minus_counts_only_behind_a_word() -> None:
    assert find_numerals("增长率为-2.5%")[0].low == Decimal("-2.5")
    assert find_numerals("电话0571-87")[-1].low == 87


def test_falling_pairs_are_no_range() -> None:
    assert [numeral.low for numeral in find_numerals("20至12")] == [20, 12]


def test_text_that_is_no_number_has_no_value() -> None:
    assert chinese_value("") is None
    assert chinese_value("甲") is None
    assert find_numerals("没有数字") == []


def test_full_width_figures_keep_their_place() -> None:
    assert normal_width("１２．５％，") == "12.5%，"


def test_whole_values_are_ints() -> None:
    assert isinstance(number(Decimal("3.0")), int)
    assert isinstance(number(Decimal("3.5")), float)
