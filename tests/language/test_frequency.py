"""Common characters and words weigh more than rare ones, in either script."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from reporter.language.frequency import is_word, likelihood, weight


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
