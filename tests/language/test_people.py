"""What reads like a personal name, and what only begins like one."""

from __future__ import annotations

import pytest

from reporter.language.people import COMMON_SURNAMES, is_person


@pytest.mark.parametrize("word", ["柳明", "方知远", "欧阳明", "欧阳知远", "卡尔·马克思"])
def test_a_surname_with_a_given_name_is_a_person(word: str) -> None:
    assert is_person(word)


@pytest.mark.parametrize(
    "word", ["成都", "方案", "和谐", "管理员", "国务院", "连云港", "强区", "柳", "柳明明明", "柳A", ""]
)
def test_a_word_or_a_place_that_begins_like_a_name_is_none(word: str) -> None:
    assert not is_person(word)


def test_a_rare_surname_counts_only_where_a_name_is_expected() -> None:
    assert is_person("门知远")
    assert not is_person("门知远", COMMON_SURNAMES)


def test_a_name_that_everyone_knows_is_no_common_word() -> None:
    assert is_person("司马迁")
    assert is_person("孙中山")
