"""Conversion keeps every offset, and the script of a text is told by the characters that tell it."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reporter.language.script import is_han, script_of, simplified, traditional


@settings(deadline=None)
@given(st.text())
def test_conversion_keeps_the_length_of_any_text(text: str) -> None:
    assert len(simplified(text)) == len(text)
    assert len(traditional(text)) == len(text)


@settings(deadline=None)
@given(st.text(alphabet="發后乾坤淨裏台臺著于於干幹系係", max_size=20))
def test_conversion_keeps_the_place_of_every_line(text: str) -> None:
    lines = simplified(f"{text}\n甲{text}").split("\n")
    assert [len(line) for line in lines] == [len(text), len(text) + 1]


def test_simplifying_changes_traditional_characters_only() -> None:
    assert simplified("質監與ABC 123，乾坤") == "质监与ABC 123，乾坤"


def test_conversion_is_by_characters_not_by_regional_words() -> None:
    assert simplified("軟體與資訊") == "软体与资讯"


@pytest.mark.parametrize(
    ("text", "script"),
    [
        ("質量強區戰略", "zh-Hant"),
        ("质量强区战略", "zh-Hans"),
        ("臺灣與台湾，經濟经济", "mixed"),
        ("先后里面干系", "zh-Hans"),  # shared characters say nothing
        ("", "zh-Hans"),
        ("2018 GDP", "zh-Hans"),
        ("全面提升產品質量、服務質量與發展質量，促進經濟轉型升級，后来", "zh-Hant"),
    ],
)
def test_the_script_is_that_of_the_telling_characters(text: str, script: str) -> None:
    assert script_of(text) == script


def test_han_characters_are_ideographs_and_zero() -> None:
    assert all(is_han(char) for char in "质質〇㐀𠀀")
    assert not any(is_han(char) for char in ("，", "A", "1", "ア", "한", "", "质量"))
