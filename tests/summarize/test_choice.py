"""Choosing under a budget."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from reporter.summarize.choice import SLACK, Budget, Choice, choose
from reporter.summarize.terms import count_terms, tf_idf


def choice_of(sentences: list[str], budget: Budget, groups: list[int] | None = None) -> Choice:
    counts, terms = count_terms([sentence.split() for sentence in sentences])
    lengths = np.array([len("".join(sentence.split())) for sentence in sentences], dtype=float)
    numbers = np.array(groups or [0] * len(sentences), dtype=np.intp)
    return Choice(tf_idf(counts, terms, {}), lengths, numbers, budget)


def chosen(
    sentences: list[str],
    scores: list[float],
    budget: Budget,
    must: tuple[int, ...] = (),
    tiers: list[int] | None = None,
) -> list[int]:
    choice = choice_of(sentences, budget)
    return choose(choice, np.array(scores, dtype=float), tiers or [0] * len(sentences), must)


def test_the_best_come_first_and_equal_scores_go_to_the_earlier() -> None:
    assert chosen(["a", "b", "c", "d"], [1, 3, 3, 2], Budget(sentences=3)) == [1, 2, 3]


def test_a_sentence_that_says_the_same_is_never_taken() -> None:
    assert chosen(["粮 库 开工", "粮 库 开工", "水 库"], [3, 2.9, 0], Budget(sentences=3)) == [0, 2]


def test_nearness_to_what_is_chosen_costs() -> None:
    sentences = ["粮库 昨天 开工", "粮库 昨天 竣工", "水库 合龙 通车"]
    assert chosen(sentences, [3.0, 1.0, 0.9], Budget(sentences=2)) == [0, 2]


def test_groups_take_turns() -> None:
    choice = choice_of(["a", "b", "c", "d"], Budget(sentences=3), groups=[0, 0, 0, 1])
    choice.fill(np.array([2.0, 1.9, 1.8, 1.7]), range(4))
    assert choice.chosen == [0, 3, 1]


def test_what_must_be_heard_comes_first_when_it_fits() -> None:
    scores = [3.0, 2.0, 1.0, 0.5]
    assert chosen(["a", "b", "c", "d"], scores, Budget(sentences=3), must=(2, 3)) == [2, 3, 0]
    assert chosen(["a", "b", "c", "d"], scores, Budget(sentences=1), must=(2, 3)) == [0]


def test_lower_tiers_serve_only_where_there_is_nothing_else() -> None:
    assert chosen(["a", "b", "c"], [1, 9, 9], Budget(sentences=3), tiers=[0, 1, 2]) == [0, 1]
    assert chosen(["a", "b"], [1, 2], Budget(sentences=1), tiers=[2, 2]) == [1]


def test_a_single_sentence_may_be_longer_than_the_budget() -> None:
    assert chosen(["甲" * 50], [1], Budget(chars=10)) == [0]


def test_a_length_is_filled_with_what_fits() -> None:
    assert chosen(["甲" * 8, "乙" * 9, "丙" * 3], [3, 2, 1], Budget(chars=10)) == [0, 2]


def test_a_number_and_a_length_hold_both() -> None:
    sentences = ["甲" * 4, "乙" * 4, "丙" * 4]
    assert chosen(sentences, [3, 2, 1], Budget(sentences=2, chars=100)) == [0, 1]
    assert chosen(sentences, [3, 2, 1], Budget(sentences=3, chars=8)) == [0, 1]
    assert chosen(sentences, [3, 2, 1], Budget()) == []


@given(
    st.lists(st.tuples(st.integers(1, 30), st.floats(-5, 5)), min_size=1, max_size=12),
    st.one_of(st.builds(Budget, sentences=st.integers(1, 8)), st.builds(Budget, chars=st.integers(1, 80))),
)
def test_a_choice_keeps_its_budget_and_is_never_empty(sentences: list[tuple[int, float]], budget: Budget) -> None:
    texts = [chr(0x4E00 + at) * size for at, (size, _) in enumerate(sentences)]
    picks = chosen(texts, [score for _, score in sentences], budget)
    assert picks
    assert len(set(picks)) == len(picks)
    length = sum(len(texts[index]) for index in picks)
    if budget.chars is not None:
        assert len(picks) == 1 or length <= budget.chars * SLACK
    else:
        assert len(picks) == min(budget.sentences or 0, len(texts))


@pytest.mark.parametrize("budget", [Budget(sentences=2), Budget(chars=10)])
def test_nothing_to_choose_from_is_an_empty_choice(budget: Budget) -> None:
    assert chosen([], [], budget) == []
