"""What is replaced in a library is ours as long as anybody asks for it, and the library's own before and after."""

from __future__ import annotations

from types import SimpleNamespace

import pytest

from reporter.render.replacement import Replacement


@pytest.fixture
def library() -> SimpleNamespace:
    return SimpleNamespace(first="its first", second="its second")


@pytest.fixture
def replacement(library: SimpleNamespace) -> Replacement:
    return Replacement(lambda: [(library, "first", "ours"), (library, "second", f"ours for {library.second}")])


def test_ours_stand_in_the_library_until_the_last_user_ends(library: SimpleNamespace, replacement: Replacement) -> None:
    for _ in range(2):
        with replacement.lasting(lambda: True) as outer:
            with replacement.lasting(lambda: False) as inner:
                assert (outer, inner) == (True, True)
            assert vars(library) == {"first": "ours", "second": "ours for its second"}
        assert vars(library) == {"first": "its first", "second": "its second"}


def test_a_library_that_does_not_fit_stays_as_it_is(library: SimpleNamespace, replacement: Replacement) -> None:
    with replacement.lasting(lambda: False) as taken:
        assert not taken
        assert library.first == "its first"


def test_an_error_inside_gives_the_library_back(library: SimpleNamespace, replacement: Replacement) -> None:
    with pytest.raises(ZeroDivisionError), replacement.lasting(lambda: True):
        raise ZeroDivisionError
    assert library.first == "its first"


def test_a_function_that_is_missing_leaves_nothing_replaced(library: SimpleNamespace) -> None:
    broken = Replacement(lambda: [(library, "first", "ours"), (library, "third", "ours")])
    for _ in range(2):
        with pytest.raises(AttributeError), broken.lasting(lambda: True):
            pass
        assert vars(library) == {"first": "its first", "second": "its second"}
