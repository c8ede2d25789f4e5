"""Common characters and words weigh more than rare ones, in either script."""

from __future__ import annotations

import math
from collections import Counter

from hypothesis import given, settings
from hypothesis import strategies as st

from reporter.language.frequency import is_listed_name, is_word, likelihood, weight
from reporter.language.script import is_han, simplified
from reporter.language.word_lists import word_list


def test_common_characters_weigh_more_than_rare_ones() -> None:
    assert weight("的") > weight("质") > weight("臅")


def test_both_scripts_weigh_the_same() -> None:
    assert weight("質") == weight("质")
    assert is_word("質量")
    assert is_word("质量")


def test_accidents_of_the_list_are_no_words() -> None:
    assert not is_word("臅臅")


def test_words_are_likelier_than_their_characters_in_disorder() -> None:
    assert likelihood("质量监督") > likelihood("督质监量")


@settings(deadline=None)
@given(st.text(alphabet="质量监督，。的臅", max_size=12))
def test_longer_texts_are_never_likelier(text: str) -> None:
    assert likelihood(text + "臅") < likelihood(text) <= 0.0


def listed() -> dict[str, tuple[int, str]]:
    """Word → count, part of speech, as each line of the list has them."""
    lines = (line.split(" ") for line in word_list("dict.txt").splitlines())
    return {word: (int(count), tag) for word, count, tag in lines}


def test_every_word_is_looked_up_as_its_line_says() -> None:
    for word, (count, tag) in list(listed().items())[::97]:
        if simplified(word) == word:
            assert is_word(word) == (count >= 10), word
            assert is_listed_name(word) == tag.startswith("nr"), word


def test_what_is_no_line_of_the_list_is_no_word() -> None:
    for text in ("", " ", "成都 ", "成都 1", "成都\n", "成", "一个没有的词"):
        assert is_word(text) == (text == "成"), repr(text)
        assert not is_listed_name(text)


def test_a_character_weighs_its_share_of_all_that_the_words_hold() -> None:
    counts: Counter[str] = Counter()
    for word, (count, _) in listed().items():
        for char in word:
            counts[char] += count
    total = sum(count for char, count in counts.items() if is_han(char))
    for char in "的质量监督超龘":
        assert weight(char) == (math.log10(counts[char] / total) if counts[char] else -8.0), char
