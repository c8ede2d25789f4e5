"""The ledger proves every clean character: replay, inverse and composition hold for any edits."""

from __future__ import annotations

import itertools
import pickle

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reporter.model import Edit, Ledger, LedgerError

ALPHABET = st.text("质監(jiān)。,\r\n ab", max_size=14)
Changes = list[tuple[int, int, str]]


@st.composite
def changes_of(draw: st.DrawFn, text: str) -> Changes:
    """Sorted, disjoint replacements of stretches of a text, some of them deletions."""
    cuts = sorted(draw(st.sets(st.integers(0, len(text)), max_size=8)))
    pairs = [pair for pair in itertools.pairwise(cuts) if draw(st.booleans())]
    return [(start, end, draw(st.text("XY质,", max_size=3))) for start, end in pairs]


@st.composite
def ledgers(draw: st.DrawFn) -> Ledger:
    """A ledger of up to three steps over a random source."""
    ledger = Ledger(draw(ALPHABET))
    for step in range(draw(st.integers(0, 3))):
        ledger = ledger.then(draw(changes_of(ledger.text)), f"step-{step}")
    return ledger


def applied(text: str, changes: Changes) -> str:
    """The text after plain string surgery, from the end to the start."""
    for start, end, new in reversed(changes):
        text = text[:start] + new + text[end:]
    return text


@given(ledgers(), st.data())
def test_a_step_does_what_string_surgery_would(ledger: Ledger, data: st.DataObject) -> None:
    changes = data.draw(changes_of(ledger.text))
    assert ledger.then(changes, "next").text == applied(ledger.text, changes)


@given(ledgers())
def test_the_inverse_gives_the_source_back(ledger: Ledger) -> None:
    assert ledger.inverse() == ledger.source


@given(ledgers(), st.data())
def test_a_span_that_cuts_no_edit_replays_to_its_text(ledger: Ledger, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(ledger.text)))
    end = data.draw(st.integers(start, len(ledger.text)))
    first, last = ledger.source_span(start, end)
    inside = range(first, last)
    whole = all(
        (edit.start in inside and edit.end - 1 in inside) or edit.end <= first or edit.start >= last
        for edit in ledger.edits
    )
    assert whole
    replayed = ledger.replay(first, last)
    assert ledger.text[start:end] in replayed
    cut = any(len(edit.replacement) > 1 and edit.start >= first and edit.end <= last for edit in ledger.edits)
    assert cut or replayed == ledger.text[start:end]


@given(ledgers())
def test_edits_are_sorted_disjoint_and_change_something(ledger: Ledger) -> None:
    for before, after in zip(ledger.edits, ledger.edits[1:], strict=False):
        assert before.end <= after.start
    assert all(edit.start < edit.end and edit.original != edit.replacement for edit in ledger.edits)


@given(ledgers())
def test_offsets_come_back_from_the_source(ledger: Ledger) -> None:
    for clean in range(len(ledger.text)):
        assert ledger.clean_offset(ledger.source_start(clean)) <= clean
    assert ledger.clean_offset(len(ledger.source)) == len(ledger.text)


@given(ledgers())
def test_a_ledger_survives_being_sent_to_another_process(ledger: Ledger) -> None:
    assert pickle.loads(pickle.dumps(ledger)) == ledger


def test_two_rules_on_one_character_are_both_named() -> None:
    ledger = Ledger("a,b").then([(1, 2, ";")], "first").then([(1, 2, "；")], "second")
    assert ledger.edits == (Edit(1, 2, ",", "；", "first+second"),)


def test_a_change_that_is_undone_leaves_no_edit() -> None:
    assert Ledger("a,b").then([(1, 2, "，")], "there").then([(1, 2, ",")], "back").edits == ()


def test_a_span_ends_before_a_deletion_and_starts_after_it() -> None:
    ledger = Ledger("監(jiān)督").then([(1, 7, "")], "pinyin-note")
    assert ledger.source_span(0, 1) == (0, 1)
    assert ledger.source_span(1, 2) == (7, 8)
    assert ledger.source_span(0, 2) == (0, 8)


@pytest.mark.parametrize(
    "edits",
    [
        [Edit(1, 1, "", "x", "r")],
        [Edit(0, 2, "ab", "x", "r"), Edit(1, 3, "bc", "y", "r")],
        [Edit(0, 1, "z", "x", "r")],
    ],
)
def test_an_edit_that_does_not_fit_is_refused(edits: list[Edit]) -> None:
    with pytest.raises(LedgerError):
        Ledger("abc", edits)


def test_replay_refuses_to_cut_an_edit() -> None:
    ledger = Ledger("abcd").then([(1, 3, "x")], "r")
    with pytest.raises(LedgerError):
        ledger.replay(2, 4)
    with pytest.raises(LedgerError):
        ledger.replay(0, 2)


def test_the_edits_of_a_rule_are_those_it_made_or_had_a_part_in() -> None:
    ledger = Ledger("abcdef").then([(0, 1, "x"), (3, 4, "y")], "first").then([(3, 5, "z")], "second")
    assert [(edit.original, edit.replacement) for edit in ledger.edits_by("first")] == [("a", "x"), ("de", "z")]
    assert [edit.rule for edit in ledger.edits_by("second")] == ["first+second"]
    assert [ledger.count_by(rule) for rule in ("first", "second", "third")] == [2, 1, 0]
    assert ledger.edits_by("third") == []
