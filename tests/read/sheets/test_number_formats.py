"""Numbers stand as a spreadsheet shows them."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reporter.read.sheets.number_formats import is_date_format, number_text, text_text

ACCOUNTING = '_ * #,##0.00_ ;_ * -#,##0.00_ ;_ * "-"??_ ;_ @_ '


@pytest.mark.parametrize(
    ("value", "code", "shown"),
    [
        (0.1 + 0.2, "General", "0.3"),
        (1 / 3, "General", "0.3333333333"),
        (1234567.891234, "General", "1234567.8912"),
        (123456789012, "General", "123456789012"),
        (1e20, "General", "1E+20"),
        (-5.0, "General", "-5"),
        (1234.5, "#,##0.00", "1,234.50"),
        (1.005, "0.00", "1.01"),
        (2.5, "0", "3"),
        (-0.001, "0.0", "0.0"),
        (0.125, "0.0%", "12.5%"),
        (12, "0.##", "12"),
        (3, "00000", "00003"),
        (1234567, "#,##0,", "1,235"),
        (12345678, "0.0,,", "12.3"),
        (123456, "0!.0,", "12.3"),
        (12345678, "0!.0000", "1234.5678"),
        (5, '0"家"', "5家"),
        (123, 'General"人"', "123人"),
        (-12.3, "0.00_);(0.00)", "(12.30)"),
        (-12.3, "0.0;[Red]0.0", "-12.3"),
        (-5, "¥#,##0.00", "-¥5.00"),
        (1234, "[$¥-804]#,##0", "¥1,234"),
        (0, "0;-0;;@", ""),
        (5, '[>=10]0"多";0"少"', "5少"),
        (12345.678, "0.00E+00", "1.23E+04"),
        (5, "@", "5"),
        (0.5, "# ?/?", "0.5"),
    ],
)
def test_a_number_is_shown_by_its_format(value: float, code: str, shown: str) -> None:
    assert number_text(value, code) == shown


def test_accounting_formats_show_a_dash_for_nothing() -> None:
    assert [number_text(value, ACCOUNTING).strip() for value in (1, -1, 0)] == ["1.00", "-1.00", "-"]


@pytest.mark.parametrize(
    ("serial", "code", "shown"),
    [
        (43164, 'yyyy"年"m"月"d"日"', "2018年3月5日"),
        (43164, "yyyy-mm-dd", "2018-03-05"),
        (43164, "[$-804]aaaa", "星期一"),
        (43164, '[DBNum1][$-804]yyyy"年"m"月"d"日"', "二〇一八年三月五日"),
        (43164.5, "yyyy/m/d h:mm", "2018/3/5 12:00"),
        (0.75, "h:mm AM/PM", "6:00 PM"),
        (1.5, "[h]:mm:ss", "36:00:00"),
        (60, "yyyy-m-d", "1900-2-29"),
        (-1, "yyyy-m-d", "-1"),
        (3e6, "yyyy-m-d", "3000000"),
    ],
)
def test_a_date_is_shown_by_its_format(serial: float, code: str, shown: str) -> None:
    assert is_date_format(code)
    assert number_text(serial, code) == shown


def test_the_epoch_of_1904_is_four_years_later() -> None:
    assert number_text(0, "yyyy-m-d", epoch_1904=True) == "1904-1-1"


@pytest.mark.parametrize("code", ["0.00", "General", '"日"0', "0.0%", "0.00E+00", "[Red]0", "#,##0_);[Red](#,##0)"])
def test_formats_of_numbers_are_no_dates(code: str) -> None:
    assert not is_date_format(code)


def test_a_text_gets_what_its_format_adds() -> None:
    assert (text_text("三", '@"万元"'), text_text("三", ACCOUNTING), text_text("三", "0.00")) == ("三万元", "三", "三")


@given(st.decimals(-(10**9), 10**9, places=4), st.integers(0, 6))
def test_fixed_decimals_round_half_up_and_group_by_thousands(value: Decimal, decimals: int) -> None:
    code = "#,##0." + "0" * decimals if decimals else "#,##0"
    rounded = value.quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP)
    assert number_text(float(value), code) == format(rounded or abs(rounded), f",.{decimals}f")


@given(
    st.floats(allow_nan=False, allow_infinity=False), st.text('0#?.,%;-_*[]"\\!@yYmdhseE+/年 RedGeneral', max_size=16)
)
def test_any_format_shows_something_or_nothing_but_never_fails(value: float, code: str) -> None:
    assert isinstance(number_text(value, code), str)
