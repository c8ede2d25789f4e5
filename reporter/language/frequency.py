"""How common Chinese characters and words are.

The counts are those of jieba's word list (``dict.txt``: word, count, part of speech; simplified characters); a
character's count is the sum over the words that hold it. The list is read as a plain file on first use, and a word is
looked up among its lines: to take all of them apart costs a third of a second, which only doubtful encodings and lost
bytes are worth.
"""

from __future__ import annotations

import math
from bisect import bisect_left
from functools import cache, lru_cache

from reporter.kept_code import made_once
from reporter.language.script import is_han, simplified
from reporter.language.word_lists import listed_lines

# A Han character that no listed word holds is given the weight of one in a hundred million.
_UNSEEN = -8.0


def weight(char: str) -> float:
    """The decimal logarithm of a Han character's share in running text, in either script; -8 for an unlisted one."""
    return _shares()[0].get(simplified(char), _UNSEEN)


# Below this count the list holds rarities and accidents besides words (of some sixty million counted).
_LEAST_COUNT = 10
# The part of speech of a person's name, and what those of its kinds begin with.
_NAME = "nr"


def is_word(text: str) -> bool:
    """Whether the text is a listed word that is not rare, in either script."""
    return _entry(simplified(text))[0] >= _LEAST_COUNT


def is_listed_name(text: str) -> bool:
    """Whether the list calls the text a person's name, in either script; among short words it often errs."""
    return _entry(simplified(text))[1].startswith(_NAME)


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
    count = _entry(word)[0] or (_UNLISTED if len(word) == 1 else 0)
    return math.log10(count / _shares()[1]) if count else -math.inf


@lru_cache(maxsize=50_000)
def _entry(word: str) -> tuple[int, str]:
    """The count and the part of speech of a word in simplified characters; (0, "") for an unlisted one."""
    lines, own = _lines(), word.encode()
    place = bisect_left(lines, own + b" ")
    found = lines[place].split(b" ") if place < len(lines) else []
    return (int(found[1]), found[2].decode()) if found[:1] == [own] else (0, "")


@cache
def _lines() -> list[bytes]:
    return listed_lines("dict.txt")


@cache
def _shares() -> tuple[dict[str, float], int]:
    """The weight of each Han character that a word holds, and the sum of the counts of all words."""
    sums, counted = made_once(__file__, "counts", ("jieba",), _counts)
    han = {char: count for char, count in sums.items() if is_han(char)}
    total = sum(han.values())
    return {char: math.log10(count / total) for char, count in han.items()}, counted


def _counts() -> tuple[dict[str, int], int]:
    """How often each character occurs that is not ASCII, over all words, and the sum of the counts of all words."""
    import numpy as np  # most texts are read without

    codes = np.frombuffer(b"\n".join(dict.fromkeys(_lines())).decode().encode("utf-32-le"), "<u4")
    first, second = np.flatnonzero(codes == ord(" ")).reshape(-1, 2).T
    counts = np.zeros(len(first), dtype=np.int64)
    for place in range(1, int((second - first).max(initial=0))):
        digits = codes[np.minimum(first + place, second)].astype(np.int64) - ord("0")
        counts = np.where(first + place < second, 10 * counts + digits, counts)
    # A line's count is that of each character of its word; what else stands there is ASCII.
    wide = np.flatnonzero(codes > ord("~"))
    lines = np.cumsum(codes == ord("\n"), dtype=np.int32)[wide]
    sums = np.bincount(codes[wide], weights=counts[lines])
    return {chr(code): int(sums[code]) for code in np.flatnonzero(sums)}, int(counts.sum())
