"""Which of many sets is like another one: an index, so that not every pair of sets is compared.

Two sets are alike when they share a given part of the shorter one. So of its members any that are one more than may be
missing hold a shared one (the prefix filter of set-similarity joins: Chaudhuri, Ganti, Kaushik 2006); the rarest
members are looked up, so that words of every sentence bring no candidates.
"""

from __future__ import annotations

from collections import defaultdict
from math import ceil

_ROUNDING = 1e-9


class AlikeSets:
    """Sets by number, in the order in which they were added.

    Args:
        share: which part of the shorter one two sets must share, in (0, 1].
    """

    def __init__(self, share: float) -> None:
        self._share = share
        self._sets: list[frozenset[str]] = []
        self._holding: dict[str, list[int]] = defaultdict(list)
        self._told_by: dict[str, list[int]] = defaultdict(list)

    def first(self, words: frozenset[str]) -> int | None:
        """The number of the first set that is like this one; None where none is, and for an empty one."""
        found: set[int] = set()
        for word in self._telling(words):  # where this one is the shorter
            found.update(self._holding.get(word, ()))
        for word in words & self._told_by.keys():  # where the other is
            found.update(self._told_by[word])
        return next((number for number in sorted(found) if self._alike(words, self._sets[number])), None)

    def add(self, words: frozenset[str]) -> int:
        """The number of a set that is added."""
        number = len(self._sets)
        for word in self._telling(words):
            self._told_by[word].append(number)
        for word in words:
            self._holding[word].append(number)
        self._sets.append(words)
        return number

    def _telling(self, words: frozenset[str]) -> list[str]:
        """So many of the rarest members that any longer set like it shares one of them."""
        count = len(words) - ceil(self._share * len(words) - _ROUNDING) + 1
        return sorted(words, key=lambda word: (len(self._holding.get(word, ())), word))[:count]

    def _alike(self, one: frozenset[str], other: frozenset[str]) -> bool:
        shorter = min(len(one), len(other))
        return shorter > 0 and len(one & other) >= self._share * shorter - _ROUNDING
