"""No regular expression of the program takes more than its line of work on a million characters, whatever they are:
process time compared, never measured by itself."""

from __future__ import annotations

import re

import pytest

from tests.patterns.attacks import attacks
from tests.patterns.collecting import ANCHORED, SCANNING, Found, collected
from tests.patterns.growth import offence

ANY = tuple(sorted(SCANNING | ANCHORED))
# Every pattern is in one of so many parts, which processes of pytest can share.
PARTS = 8


def found(pattern: str, *methods: str) -> Found:
    return Found(pattern, 0, False, "here", 1, methods or ANY)


@pytest.fixture(scope="module")
def patterns() -> list[Found]:
    return collected()


@pytest.mark.slow
@pytest.mark.parametrize("part", range(PARTS))
def test_no_pattern_of_the_program_takes_more_than_its_line(patterns: list[Found], part: int) -> None:
    own = patterns[part::PARTS]
    assert own
    offences = {f"{one.file}:{one.line} {one.pattern[:80]}": told for one in own if (told := offence(one))}
    assert offences == {}


def test_patterns_of_tables_classes_closures_and_functions_are_met(patterns: list[Found]) -> None:
    places = {(one.file, one.methods) for one in patterns}
    files = {file for file, _ in places}
    assert {"reporter/repair/patterns.py", "reporter/extract/keys.py", "reporter/read/formats.py"} <= files
    assert ("reporter/structure/titles.py", ("search",)) in places


@pytest.mark.parametrize(
    ("pattern", "method"),
    [
        (r"\s+$", "search"),
        (r"\s*x?\s*y", "match"),
        ("《[^》]*》", "finditer"),
        (r"(?:a|aa)*b", "match"),
        (r"(?:\s|\u3000|&nbsp;)*b", "match"),
        (r"(?:[中国]{2,10}[、和]?)+$", "match"),
        (r"x.*y.*z", "search"),
        (r"[一二]+[个家]", "search"),
        (r"(?:office|word)\.(?:text|sheet)[a-z.]*\.main", "search"),  # seen on the longest text alone
    ],
)
def test_what_takes_more_is_found(pattern: str, method: str) -> None:
    assert offence(found(pattern, method))


@pytest.mark.parametrize(
    ("pattern", "method"),
    [(r"(?<!\s)\s++$", "search"), ("《[^》]{0,200}》", "finditer"), (r"\s*+(?:x\s*+)?y", "match"), ("甲|乙丙", "sub")],
)
def test_what_keeps_to_its_line_is_none(pattern: str, method: str) -> None:
    assert offence(found(pattern, method)) is None


def test_attacks_begin_with_what_a_pattern_wants_and_go_on_with_what_it_repeats() -> None:
    made = {(attack.head, attack.pump) for attack in attacks(re.compile("表(?:甲乙)+丙"))}
    assert ("表", "甲乙") in made
