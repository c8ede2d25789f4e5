"""How rare words are in general Chinese text: jieba's ``idf.txt``, about 270,000 words.

A build looks a few thousand of them up. So the list is kept as three blocks of bytes, words in order and looked up by
halving: that is read in milliseconds, and takes a tenth of the memory of a dictionary in each process.
"""

from __future__ import annotations

import sys
from array import array
from bisect import bisect_left
from collections.abc import Iterator, Mapping
from functools import cache, lru_cache
from itertools import accumulate

from reporter.kept_code import made_once
from reporter.language.word_lists import word_list

_REMEMBERED = 1 << 16
# The words in UTF-8 in the order of their bytes, where each ends (of array type I), and their values (of type d).
Blocks = tuple[bytes, bytes, bytes]


class Rarity(Mapping[str, float]):
    """Word → inverse document frequency."""

    def __init__(self, blocks: Blocks) -> None:
        self._words = blocks[0]
        self._ends, self._values = array("I", blocks[1]), array("d", blocks[2])
        self._places = range(len(self._values))
        self._value = lru_cache(_REMEMBERED)(self._looked_up)

    def __getitem__(self, word: str) -> float:
        value = self._value(word)
        if value is None:
            raise KeyError(word)
        return value

    def get(self, word: str, default: float) -> float:  # type: ignore[override]  # nobody asks without
        """The value of a word, or the other one for a word that is not listed."""
        value = self._value(word)
        return default if value is None else value

    def __contains__(self, word: object) -> bool:
        return isinstance(word, str) and self._value(word) is not None

    def __iter__(self) -> Iterator[str]:
        return (self._word(place).decode() for place in self._places)

    def __len__(self) -> int:
        return len(self._places)

    def _looked_up(self, word: str) -> float | None:
        own = word.encode("utf-8", "surrogatepass")
        place = bisect_left(self._places, own, key=self._word)
        return self._values[place] if place < len(self._places) and self._word(place) == own else None

    def _word(self, place: int) -> bytes:
        return self._words[self._ends[place - 1] if place else 0 : self._ends[place]]


@cache
def rarity() -> Mapping[str, float]:
    """Word → inverse document frequency in general Chinese text.

    The natural logarithm of documents over documents with the word; a word that is not listed is rare or a name.
    """
    blocks = made_once(__file__, "rarity", ("jieba",), _blocks)
    return Rarity(blocks) if blocks else _listed()


def _listed() -> dict[str, float]:
    entries = word_list("analyse/idf.txt").split()
    return dict(zip(entries[::2], map(float, entries[1::2]), strict=True))


def _blocks() -> Blocks | None:
    """The list in order; None where nobody keeps it: to order it takes longer than a dictionary."""
    if sys.dont_write_bytecode:
        return None
    listed = {word.encode(): value for word, value in _listed().items()}
    words = sorted(listed)
    ends = array("I", accumulate(map(len, words)))
    return b"".join(words), ends.tobytes(), array("d", map(listed.__getitem__, words)).tobytes()
