"""Sets that are alike are found without comparing every pair."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from reporter.extract.alike import AlikeSets
from tests.counting import calls_of

_SHARE = 0.6
_SETS = st.lists(st.frozensets(st.sampled_from("甲乙丙丁戊己庚辛壬癸"), min_size=1), max_size=12)


def is_alike(one: frozenset[str], other: frozenset[str]) -> bool:
    return len(one & other) >= _SHARE * min(len(one), len(other)) - 1e-9


@given(_SETS, st.frozensets(st.sampled_from("甲乙丙丁戊己庚辛壬癸"), min_size=1))
def test_the_first_alike_set_is_found_as_by_comparing_all(sets: list[frozenset[str]], words: frozenset[str]) -> None:
    index = AlikeSets(_SHARE)
    for one in sets:
        index.add(one)
    assert index.first(words) == next((number for number, one in enumerate(sets) if is_alike(words, one)), None)


def test_an_empty_set_is_like_none() -> None:
    index = AlikeSets(_SHARE)
    index.add(frozenset("甲乙"))
    assert index.first(frozenset()) is None


def test_twice_the_sets_are_at_most_twice_the_work() -> None:
    def fill(count: int) -> None:
        index = AlikeSets(_SHARE)
        for number in range(count):
            words = frozenset([*"召开会议", *(f"{number}-{part}" for part in range(20))])
            assert index.first(words) is None
            index.add(words)

    assert calls_of(lambda: fill(800)) <= 2.2 * calls_of(lambda: fill(400))
