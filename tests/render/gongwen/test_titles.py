"""A title's lines part no word, are as few as hold it and as even as can be."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reporter.language.words import words
from reporter.render.gongwen.measures import width
from reporter.render.gongwen.titles import title_lines


def test_a_short_title_is_one_line() -> None:
    assert title_lines("质量工作要报") == ("质量工作要报",)


def test_a_long_title_is_parted_between_words_into_even_lines() -> None:
    title = "北川市质量监督局关于2017年度全市质量强市和品牌建设工作情况的通报"
    lines = title_lines(title)
    assert "".join(lines) == title
    assert len(lines) == 2
    assert abs(width(lines[0]) - width(lines[1])) <= 4
    starts = {0, *(sum(map(len, words(title)[:at])) for at in range(len(words(title)) + 1))}
    assert len(lines[0]) in starts


@pytest.mark.parametrize("sign", ["、", "》", "的", "（", "《", "“"])
def test_no_line_begins_or_ends_with_what_belongs_to_its_neighbour(sign: str) -> None:
    for before in range(14, 24):
        lines = title_lines("质" * before + sign + "量" * 10)
        for line in lines[1:]:
            assert line[0] not in "、》的"
        for line in lines[:-1]:
            assert line[-1] not in "（《“"


@given(st.text("质量监督工作的、《》2017A ", max_size=90))
def test_nothing_is_lost_and_every_line_fits(title: str) -> None:
    lines = title_lines(title)
    assert "".join("".join(lines).split()) == "".join(title.split())
    assert all(width(line) <= 20 for line in lines)


def test_one_endless_word_is_parted_all_the_same() -> None:
    assert all(width(line) <= 20 for line in title_lines("长" * 70))
