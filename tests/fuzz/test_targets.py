"""Every fuzz target holds for its seeds, for the inputs that once failed, and for what Hypothesis strings from its
fragments."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reporter.read import READERS
from tests.fuzz import packages
from tests.fuzz.mutating import changed
from tests.fuzz.seeds import FRAGMENTS, SEEDS
from tests.fuzz.targets import TARGETS

CORPUS = sorted((Path(__file__).parent / "corpus").iterdir())
# How many inputs a target gets in a run of the tests; make fuzz gives thousands.
EXAMPLES = 120


def strung(name: str) -> st.SearchStrategy[bytes]:
    """Fragments of a target in any order, with any text or bytes between them; and seeds with stretches cut out, moved
    or overwritten."""
    piece = st.sampled_from(FRAGMENTS[name]).map(lambda text: text.encode("utf-8", "replace"))
    parts = st.lists(
        st.one_of(
            piece,
            piece,
            piece,
            st.text(max_size=5).map(lambda text: text.encode("utf-8", "replace")),
            st.binary(max_size=4),
        ),
        max_size=30,
    )
    led = st.tuples(st.binary(max_size=1), parts.map(b"".join)).map(b"".join)
    return st.one_of(led, mutated(name))


@st.composite
def mutated(draw: st.DrawFn, name: str) -> bytes:
    """A sound input with up to three stretches replaced by fragments or bytes, and perhaps cut off."""
    data = draw(st.sampled_from(SEEDS[name]))
    for _ in range(draw(st.integers(0, 3))):
        start = draw(st.integers(0, len(data)))
        end = draw(st.integers(start, min(len(data), start + 40)))
        new = draw(
            st.one_of(
                st.sampled_from(FRAGMENTS[name]).map(lambda text: text.encode("utf-8", "replace")),
                st.binary(max_size=6),
            )
        )
        data = data[:start] + new + data[end:]
    return data[: draw(st.integers(0, len(data)))] if draw(st.booleans()) else data


@pytest.mark.parametrize("name", TARGETS)
def test_a_target_holds_for_its_seeds_and_for_nothing(name: str) -> None:
    for data in (*SEEDS[name], b"", b"\0", b"\xff" * 9, "".join(FRAGMENTS[name]).encode("utf-8", "replace")):
        TARGETS[name](data)


@pytest.mark.parametrize("name", TARGETS)
@settings(
    max_examples=EXAMPLES, deadline=None, derandomize=True, database=None, suppress_health_check=list(HealthCheck)
)
@given(data=st.data())
def test_a_target_holds_for_what_is_strung_from_its_fragments(name: str, data: st.DataObject) -> None:
    TARGETS[name](data.draw(strung(name)))


@pytest.mark.parametrize("path", CORPUS, ids=lambda path: path.name)
def test_what_once_failed_holds(path: Path) -> None:
    TARGETS[path.name.partition("-")[0]](path.read_bytes())


@pytest.mark.parametrize(("name", "made"), [("docx", packages.docx_of), ("xlsx", packages.xlsx_of)])
def test_recipes_make_files_that_are_read_with_all_their_parts(name: str, made: Callable[[str], bytes]) -> None:
    recipes = [seed[1:].decode() for seed in SEEDS[name] if seed[:1] == b"\2"]
    texts = [READERS[name](made(recipe), f"a.{name}") for recipe in recipes]
    assert not any(finding.level == "warning" for raw in texts for finding in raw.findings)
    said = "".join(raw.ledger.text for raw in texts)
    assert all(word in said for word in {"docx": ("一、甲", "内部资料", "注"), "xlsx": ("数中", "2018年1月")}[name])


@pytest.mark.parametrize("name", ["html", "docx"])
def test_equal_seeds_make_equal_changes_of_markup(name: str) -> None:
    for number in range(60):
        first, second = (changed(SEEDS[name][-1], FRAGMENTS[name], 4096, number) for _ in range(2))
        assert first == second
        assert len(first) <= 4096
