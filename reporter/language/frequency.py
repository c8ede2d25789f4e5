"""How common Chinese characters and words are.

The counts are those of jieba's word list (``dict.txt``: word, count, part of speech; simplified characters); a
character's count is the sum over the words that hold it. The list is read as a plain file on first use: a third of a
second that only doubtful encodings and lost bytes cost.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterator
from functools import cache, lru_cache

from reporter.language.script import is_han, simplified
from reporter.language.word_lists import word_list

# A Han character that no listed word holds is given the weight of one in a hundred million.
_UNSEEN = -8.0


def weight(char: str) -> float:
    """The decimal logarithm of a Han character's share in running text, in either script; -8 for an unlisted one."""
    return _weights().get(simplified(char), _UNSEEN)


# Below this count the list holds rarities and accidents besides words (of some sixty million counted).
_LEAST_COUNT = 10


def is_word(text: str) -> bool:
    """Whether the text is a listed word that is not rare, in either script."""
    return _words().get(simplified(text), 0) >= _LEAST_COUNT


def is_listed_name(text: str) -> bool:
    """Whether the list calls the text a person's name, in either script; among short words it often errs."""
    return simplified(text) in _names()


# About every fifteenth character of running text is a comma, every thirty-fifth a full stop, every fortieth a mark
# between items; other marks are rare. A character that is no listed word of its own counts half an occurrence.
_MARKS = {"，": 1 / 15, "。": 1 / 35, "、": 1 / 40}
_RARE_MARK = 1 / 3000
_UNLISTED = 0.5
_LONGEST_WORD = 6


def likelihood(text: str) -> float:
    """The decimal logarithm of how likely a short text is: its best division into listed words, each as likely as its
    count, marks included (unigram model, found by dynamic programming). An empty text gives 0."""
    plain = simplified(text)
    best = [0.0] * (len(plain) + 1)
    for end in range(1, len(plain) + 1):
        best[end] = max(
            best[start] + _word_likelihood(plain[start:end]) for start in range(max(0, end - _LONGEST_WORD), end)
        )
    return best[-1]


@lru_cache(maxsize=50_000)
def _word_likelihood(word: str) -> float:
    if len(word) == 1 and not is_han(word):
        return math.log10(_MARKS.get(word, _RARE_MARK))
    count = _words().get(word, 0) or (_UNLISTED if len(word) == 1 else 0)
    return math.log10(count / _total()) if count else -math.inf


@cache
def _total() -> int:
    return sum(_words().values())


@cache
def _words() -> dict[str, int]:
    """Word → count."""
    return {entry[0]: int(entry[1]) for entry in _entries()}


@cache
def _names() -> frozenset[str]:
    """The words whose part of speech is a person's name (``nr`` and its kinds)."""
    return frozenset(entry[0] for entry in _entries() if entry[2].startswith("nr"))


def _entries() -> Iterator[list[str]]:
    """(word, count, part of speech) of each line."""
    return (line.split(" ") for line in word_list("dict.txt").splitlines())


@cache
def _weights() -> dict[str, float]:
    counts: defaultdict[str, int] = defaultdict(int)
    for word, count in _words().items():
        for char in word:
            counts[char] += count
    # Each character is looked at once, not at each of its million places: every process that starts waits for this.
    han = {char: count for char, count in counts.items() if count and is_han(char)}
    total = sum(han.values())
    return {char: math.log10(count / total) for char, count in han.items()}
