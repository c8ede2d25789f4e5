"""Packed analyses are a tuple in all but memory."""

from __future__ import annotations

import pickle
from dataclasses import fields, is_dataclass, replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reporter.model import Analyses, Analysis, Documents, Packed, document, text
from reporter.model import analyses as module
from reporter.model.analyses import Changed, chosen, ids_of, without
from tests.render.briefings import analysis_of, document_of

PLAIN: tuple[Analysis, ...] = tuple(
    analysis_of(document_of(f"第{number}号\n# 一、标准\n全县有标准{number}项。[?→，]其余待定。", f"in/{number}.txt"))
    for number in range(9)
)
PACKED = Analyses.of(PLAIN)
places = st.integers(-len(PLAIN), len(PLAIN) - 1)


def test_a_packed_sequence_equals_its_tuple_both_ways() -> None:
    assert PACKED == PLAIN
    assert PLAIN == PACKED
    assert hash(PACKED) == hash(PLAIN)
    assert Analyses.of(PLAIN[1:]) != PLAIN
    assert list(PLAIN) != PACKED


@given(places)
def test_every_place_holds_what_the_tuple_holds(place: int) -> None:
    assert PACKED[place] == PLAIN[place]


@given(st.slices(len(PLAIN)))
def test_every_slice_is_the_slice_of_the_tuple(part: slice) -> None:
    assert PACKED[part] == PLAIN[part]


@given(st.lists(places))
def test_chosen_places_are_those_of_the_tuple(wanted: list[int]) -> None:
    assert chosen(PACKED, wanted) == chosen(PLAIN, wanted) == tuple(PLAIN[at] for at in wanted)


@given(st.sets(st.sampled_from(ids_of(PLAIN))))
def test_without_some_documents_the_others_keep_their_order(gone: set[str]) -> None:
    assert without(PACKED, gone) == tuple(one for one in PLAIN if one.document.id not in gone)


def test_documents_are_those_of_the_analyses() -> None:
    documents = tuple(one.document for one in PLAIN)
    assert tuple(Documents(PACKED)) == tuple(Documents(PLAIN)) == documents
    assert (Documents(PACKED)[-1], tuple(Documents(PACKED)[2:4])) == (documents[-1], documents[2:4])
    assert len(Documents(PACKED)) == len(documents)


def test_a_place_outside_is_an_error_of_the_index() -> None:
    with pytest.raises(IndexError):
        PACKED[len(PLAIN)]


def test_a_pickled_sequence_is_equal() -> None:
    assert pickle.loads(pickle.dumps(PACKED)) == PLAIN


def test_a_key_learnt_later_is_the_analysis_key() -> None:
    packed = Packed.of(PLAIN[0])
    assert packed.opened() == PLAIN[0]
    assert replace(packed, key="k").opened() == replace(PLAIN[0], key="k")
    assert Analyses([replace(packed, key="k")]).keys == ("k",)


class Counted(Packed):
    """A packed analysis that counts how often it is opened."""

    times = 0

    def opened(self) -> Analysis:
        """The analysis, counted."""
        Counted.times += 1
        return super().opened()


def opened_by_a_pass(analyses: Analyses) -> int:
    """How many analyses are opened by going through all of them."""
    before = Counted.times
    assert len(list(analyses)) == len(analyses)
    return Counted.times - before


def counted() -> Analyses:
    """All packed ones, to be counted."""
    return Analyses(Counted(packed.document, packed.data) for packed in map(Packed.of, PLAIN))


def test_ids_and_keys_open_nothing() -> None:
    analyses = counted()
    before = Counted.times
    assert analyses.ids == ids_of(PLAIN)
    assert analyses.keys == ("",) * len(PLAIN)
    assert len(without(analyses, {PLAIN[0].document.id})) == len(PLAIN) - 1
    assert Counted.times == before


def test_few_analyses_are_opened_once_whatever_is_made_of_them() -> None:
    analyses = counted()
    assert opened_by_a_pass(analyses) == len(PLAIN)
    assert opened_by_a_pass(analyses) == 0
    assert opened_by_a_pass(analyses[2:]) == 0


def test_of_many_only_the_last_stay_opened(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "REMEMBERED", 3)
    analyses = counted()
    assert opened_by_a_pass(analyses) == len(PLAIN)
    assert opened_by_a_pass(analyses) == len(PLAIN)
    assert opened_by_a_pass(analyses[-3:]) == 0


def test_every_part_of_an_analysis_is_made_of_its_fields_in_order() -> None:
    """What packing relies on: no field that its class does not take."""
    parts = (part for its in (document, text) for part in vars(its).values())
    found = [part for part in parts if isinstance(part, type) and is_dataclass(part)]
    assert len(found) > 30
    assert all(field.init and not field.kw_only for part in found for field in fields(part))


def test_changed_analyses_are_those_of_the_tuple_each_changed() -> None:
    def change(analysis: Analysis) -> Analysis:
        return replace(analysis, document=replace(analysis.document, subtitle="副题"))

    changed, wanted = Changed(PACKED, change), tuple(map(change, PLAIN))
    assert tuple(changed) == wanted
    assert (changed[-1], tuple(changed[1:3])) == (wanted[-1], wanted[1:3])
    assert (changed.ids, changed.keys, len(changed)) == (PACKED.ids, PACKED.keys, len(PLAIN))
    assert tuple(without(changed, {changed.ids[0]})) == wanted[1:]
