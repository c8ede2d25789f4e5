"""Two spellings of one text fold to the same characters, one for one."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reporter.render.search.folding import folded, spellings


@pytest.mark.parametrize(
    ("spelling", "kept"),
    [
        ("質監", "质监"),
        ("ＩＳＯ 9001", "iso9001"),
        ("沿著", "沿着"),
        ("二○一一", "二〇一一"),
        ("「名牌」", '"名牌"'),
        ("“名牌”", '"名牌"'),
        ("质\u200b量\u3000\n监", "质量监"),
        ("㎡ﬁ", "㎡ﬁ"),
    ],
)
def test_spellings_fold_to_one_text(spelling: str, kept: str) -> None:
    assert folded(spelling) == kept


@given(st.text())
def test_folding_twice_changes_nothing_more(text: str) -> None:
    assert folded(folded(text)) == folded(text)


@given(st.text(), st.text())
def test_each_character_folds_by_itself(one: str, other: str) -> None:
    assert folded(one + other) == folded(one) + folded(other)
    assert all(len(folded(char)) <= 1 for char in one)


@settings(deadline=None)  # the table is made when it is first asked for
@given(st.frozensets(st.characters(exclude_categories=["Cs"])))
def test_the_table_folds_whatever_was_met(met: frozenset[str]) -> None:
    pairs = spellings(met)
    table = dict(zip(pairs[::2], pairs[1::2], strict=True))
    assert all(table.get(char, char) == folded(char) for char in met if folded(char))


def test_the_table_has_other_spellings_of_what_was_met_and_no_more() -> None:
    pairs = spellings(frozenset("质n"))
    table = dict(zip(pairs[::2], pairs[1::2], strict=True))
    assert {table[char] for char in table} == {"质", "n"}
    assert {"質", "N", "ｎ", "Ｎ"} <= table.keys()
    assert spellings(frozenset()) == ""
