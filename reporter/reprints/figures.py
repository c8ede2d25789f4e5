"""Two bodies → where both state a number in the same words, and where these numbers differ."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

_TOKEN = re.compile(r"(?P<number>\d+(?:[.,]\d+)*)|(?P<letter>[^\W\d_])")
# The letters before and behind a number that say which number it is.
_BEFORE, _BEHIND = 8, 3


@dataclass(frozen=True, slots=True)
class Stated:
    """A number as written (without grouping) and its place in the document's text."""

    value: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Agreement:
    """How many numbers two bodies state in the same words, and those in which they differ, one for one."""

    compared: int
    differing: tuple[tuple[Stated, Stated], ...] = ()


Contexts = dict[str, list[Stated]]


def contexts(passages: Sequence[tuple[int, str]]) -> Contexts:
    """Each number by the letters around it; those with the same letters around them in reading order."""
    text, places = _joined(passages)
    letters: list[str] = []
    numbers: list[tuple[int, Stated]] = []
    for match in _TOKEN.finditer(text):
        if match.lastgroup == "number":
            stated = Stated(match[0].replace(",", ""), places[match.start()], places[match.end() - 1] + 1)
            numbers.append((len(letters), stated))
        else:
            letters.append(match[0])
    line = "".join(letters)
    found: Contexts = defaultdict(list)
    for at, number in numbers:
        found[f"{line[max(0, at - _BEFORE) : at]}|{line[at : at + _BEHIND]}"].append(number)
    return dict(found)


def _joined(passages: Sequence[tuple[int, str]]) -> tuple[str, list[int]]:
    """All passages without white space, so that a number cut by the end of a line is whole, and the place of each
    character."""
    places = [start + at for start, text in passages for at, char in enumerate(text) if not char.isspace()]
    return "".join("".join(text.split()) for _, text in passages), places


def agreement(first: Contexts, second: Contexts) -> Agreement:
    """What two bodies say in the same words with the same or with other numbers.

    Where the same words come several times, the numbers of whoever has fewer of them must all be among the other's.
    """
    differing: list[tuple[Stated, Stated]] = []
    compared = 0
    for words, ours in first.items():
        theirs = second.get(words)
        if theirs is None:
            continue
        compared += 1
        left, right = _unmatched(ours, theirs), _unmatched(theirs, ours)
        if left and right:
            differing.append((left[0], right[0]))
    return Agreement(compared, tuple(differing))


def _unmatched(ours: Sequence[Stated], theirs: Sequence[Stated]) -> list[Stated]:
    """Our numbers that have no partner of the same value."""
    open_ = Counter(number.value for number in theirs)
    left = []
    for number in ours:
        open_[number.value] -= 1
        if open_[number.value] < 0:
            left.append(number)
    return left
