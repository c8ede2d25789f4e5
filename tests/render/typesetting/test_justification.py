"""Slack is shared out evenly, within each gap's room, and rounded without loss."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reporter.render.typesetting.glyphs import drawn_width
from reporter.render.typesetting.justification import rooms, rounded, shared_out

SIZES = st.floats(4, 40)


@given(st.floats(0, 100), st.lists(st.floats(0, 5), max_size=12))
def test_shares_are_the_slack_and_none_is_above_its_room(slack: float, rooms: list[float]) -> None:
    shares = shared_out(slack, rooms)
    if shares:
        assert sum(shares) == pytest.approx(slack, abs=1e-9)
        assert all(share <= room + 1e-9 for share, room in zip(shares, rooms, strict=True))
    else:
        assert not rooms or sum(rooms) < slack


def test_what_one_gap_has_no_room_for_goes_to_the_others() -> None:
    assert shared_out(9, [1, 10, 10]) == [1, 4, 4]


@given(st.lists(st.tuples(st.floats(0, 5), SIZES), min_size=1, max_size=60))
def test_rounding_loses_less_than_a_thousandth_in_a_line(gaps: list[tuple[float, float]]) -> None:
    shares, sizes = [share for share, _ in gaps], [size for _, size in gaps]
    whole = rounded(shares, sizes)
    drawn = sum(share * size / 1000 for share, size in zip(whole, sizes, strict=True))
    assert 0 <= sum(shares) - drawn + 1e-9 <= max(sizes) / 1000 + 1e-6


def test_a_space_has_an_em_of_room_and_no_bounds_among_spaces_only() -> None:
    assert rooms("甲 乙", [1, 0], [10, 10], [0.95, 0.95], []) == [10, 0.95]
    assert rooms("a b", [1], [10], [0.95], []) == [float("inf")]


def test_a_gap_that_is_taken_has_less_room() -> None:
    assert rooms("甲A", [0], [10], [0.95], [62, 0]) == [pytest.approx(0.33)]


@given(st.integers(0, 2000), st.floats(-600, 600), st.floats(-500, 2500))
def test_a_drawn_width_is_what_is_left_when_its_rest_is_cut_off(own: int, offset: float, wanted: float) -> None:
    width, owed = drawn_width(own, offset, wanted)
    drawn = own + offset - int(own + offset - width)
    assert drawn + owed == pytest.approx(wanted, abs=1e-6)
    assert abs(owed) <= 0.5 + 1e-6
