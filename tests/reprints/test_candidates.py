"""Sketches depend on the letters alone; pairs are found by what few documents share, in work that grows with these."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from reporter.language.script import traditional
from reporter.pipeline import document_of_text
from reporter.reprints import sketch
from reporter.reprints.body import shingles
from reporter.reprints.candidates import candidates
from reporter.reprints.figures import agreement, contexts
from reporter.reprints.wording import wording
from tests.reprints.texts import TEXT

HAN = st.text("甲乙丙丁戊己庚辛", max_size=40)


def packed(*sets: set[int]) -> list[bytes]:
    return [np.array(sorted(its), dtype="<u4").tobytes() for its in sets]


def test_script_and_line_ends_do_not_change_a_sketch() -> None:
    plain = sketch(document_of_text(TEXT))
    assert len(plain) > 0
    assert sketch(document_of_text(traditional(TEXT))) == plain
    assert sketch(document_of_text(TEXT.replace("\n", "\n\n"))) == plain


@given(HAN)
def test_there_is_a_shingle_for_each_run_of_five_letters(text: str) -> None:
    assert len(shingles(text)) == len({text[at : at + 5] for at in range(len(text) - 4)})


@given(HAN, HAN)
def test_a_text_has_the_shingles_of_its_parts(first: str, second: str) -> None:
    assert set(shingles(first).tolist()) <= set(shingles(first + second).tolist())


def test_documents_that_share_rare_shingles_are_pairs() -> None:
    assert candidates(packed({1, 2, 3}, {4, 5}, {2, 3, 9}, {5, 7})) == [(0, 2), (1, 3)]
    assert candidates(packed({1})) == candidates([]) == candidates(packed(set(), set())) == []


def test_what_all_documents_share_makes_no_more_pairs_than_a_few_for_each() -> None:
    form = set(range(100))
    many = packed(*({*form, *range(1000 + 10 * at, 1010 + 10 * at)} for at in range(400)))
    assert len(candidates(many)) <= 3 * 400


@given(st.lists(st.sets(st.integers(0, 60), max_size=12), max_size=8))
def test_pairs_are_ascending_and_each_once(sets: list[set[int]]) -> None:
    found = candidates(packed(*sets))
    assert found == sorted(set(found))
    assert all(first < second and sets[first] & sets[second] for first, second in found)


def test_numbers_are_compared_where_the_words_around_them_are_the_same() -> None:
    first = contexts([(0, "全县有水库12座，泵站7处，另有水闸。"), (20, "去年投资3.5亿元。")])
    second = contexts([(5, "全县有水库13座，泵站7处，另有渡槽9座。")])
    found = agreement(first, second)
    assert found.compared == 2
    ((ours, theirs),) = found.differing
    assert (ours.value, ours.start, theirs.value, theirs.start) == ("12", 5, "13", 10)


def test_a_number_cut_by_the_end_of_a_line_is_whole() -> None:
    whole, cut = contexts([(0, "投资31.73亿元。")]), contexts([(0, "投资31."), (6, "73亿元。")])
    assert agreement(whole, cut).differing == ()


def test_words_in_the_same_place_are_rewritten_and_words_that_only_one_has_are_not() -> None:
    ours = ("开头的话很短", "南山乡的水渠已经修好了", "结尾的话也很短")
    assert wording(ours, (ours[0], "北河镇的水渠已经修好了", ours[2])).rewritten == 1
    assert wording(ours, (ours[0], "南山乡的水渠今年已经修好了", ours[2])).rewritten == 0
    assert wording(ours, (*ours[:2], "另有一句", ours[2])).rewritten == 0
