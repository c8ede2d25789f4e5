"""Lines are stretched between ideographs and marks, beside words and at spaces, nowhere else."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reporter.render.typesetting.gaps import SPACES, stretchable

TEXTS = st.text(st.sampled_from("甲乙，。“”《》—…AB12.%  \u00a0\u0301\u200b\ufeff\U00020000"), max_size=30)


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("甲乙丙", [0, 1]),
        ("甲AB乙", [0, 2]),
        ("AB12", []),
        ("1,234.5亿", [6]),
        ("甲——乙", [0, 2]),
        ("甲……乙", [0, 2]),
        ("甲 乙", [1]),
        ("a b", [1]),
        ("甲e\u0301乙", [0, 2]),
        ("甲\ufe00乙", [1]),
        ("甲\u00ad乙", [1]),
        ("甲", []),
        ("", []),
    ],
)
def test_gaps(text: str, places: list[int]) -> None:
    assert stretchable(text) == places


@given(TEXTS)
def test_gaps_are_in_order_and_none_is_at_the_end(text: str) -> None:
    places = stretchable(text)
    assert places == sorted({*places})
    assert all(0 <= place < len(text) - 1 for place in places)


@given(TEXTS)
def test_words_doubled_marks_and_combined_characters_stay_whole(text: str) -> None:
    for place in stretchable(text):
        before, after = text[place], text[place + 1]
        assert before in SPACES or after not in SPACES
        assert not (before.isascii() and after.isascii() and before not in SPACES)
        assert not (before == after and before in "—…")
        assert unicodedata.category(after) != "Mn" or before in SPACES


@given(TEXTS, TEXTS)
def test_what_stands_before_a_text_opens_no_gap_in_it(first: str, second: str) -> None:
    inside = [place for place in stretchable(f"{first}甲{second}") if place > len(first)]
    assert inside == [place + len(first) for place in stretchable(f"甲{second}") if place > 0]
