"""The index: for every two neighbouring characters of folded passages the documents that have them.

A posting is one number of 64 bits, first character, second character, document and in what kinds of passages; sorted,
the numbers are the index. A passage's last character is followed by the mark END, so that single characters are found.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby, pairwise
from math import ceil

import numpy as np
from numpy.typing import NDArray

from reporter.render.search.passages import Kind

Postings = NDArray[np.uint64]

END = "\t"
# What a posting says of its document: it has the characters in its title, in a heading; elsewhere is not marked.
MASKS: Mapping[Kind, int] = {"title": 1, "heading": 2}
_MASK_BITS, _DOCUMENT_BITS, _CHARACTER_BITS = 2, 20, 21
# The digits of a posting in a file, five bits each, the lowest first; those from 32 on say that another one follows.
DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"


def postings_of(document: int, passages: Iterable[tuple[Kind, str]]) -> Postings:
    """The postings of one document, sorted, each once; ``passages`` are (kind, folded text)."""
    texts: dict[int, list[str]] = {}
    for kind, text in passages:
        texts.setdefault(MASKS.get(kind, 0), []).append(text)
    found = [
        _pairs(END.join((*members, ""))) | np.uint64(document << _MASK_BITS | mask) for mask, members in texts.items()
    ]
    return np.unique(np.concatenate(found)) if found else np.empty(0, np.uint64)


def postings_from(data: bytes) -> Postings:
    """Postings from their bytes."""
    return np.frombuffer(data, np.uint64)


def numbered(postings: Postings, document: int) -> Postings:
    """The postings of document 0 as those of another one."""
    found: Postings = postings | np.uint64(document << _MASK_BITS)
    return found


def _pairs(text: str) -> Postings:
    """Every two neighbouring characters as a posting without document, but those that an END begins."""
    codes = np.frombuffer(text.encode("utf-32-le"), np.uint32).astype(np.uint64)
    first, second = codes[:-1], codes[1:]
    pairs = first << np.uint64(_CHARACTER_BITS) | second
    kept: Postings = pairs[first != ord(END)] << np.uint64(_DOCUMENT_BITS + _MASK_BITS)
    return kept


def merged(postings: Sequence[Postings]) -> Postings:
    """The postings of all documents in order, those of one pair and document as one with the marks of all."""
    if not any(part.size for part in postings):
        return np.empty(0, np.uint64)
    ordered = np.sort(np.concatenate(postings))
    keys = ordered >> np.uint64(_MASK_BITS)
    begins = _begins(keys)
    marks = np.bitwise_or.reduceat(ordered & np.uint64((1 << _MASK_BITS) - 1), begins)
    found: Postings = keys[begins] << np.uint64(_MASK_BITS) | marks
    return found


def shards(postings: Postings, length: int) -> Iterator[Postings]:
    """Merged postings in parts of about ``length`` characters as written, at least one part.

    A posting is in the part whose number, from 0, is its first character's code point modulo the number of parts.
    """
    pairs = np.unique(postings >> np.uint64(_DOCUMENT_BITS + _MASK_BITS)).size
    count = max(1, ceil(2 * (pairs + postings.size) / length))  # a posting has one or two digits
    numbers = (postings >> np.uint64(_CHARACTER_BITS + _DOCUMENT_BITS + _MASK_BITS)) % np.uint64(count)
    order = np.argsort(numbers, kind="stable")
    bounds = np.searchsorted(numbers[order], np.arange(count + 1, dtype=np.uint64))
    for start, end in pairwise(bounds.tolist()):
        yield postings[order[start:end]]


def entries(postings: Postings) -> Iterator[tuple[str, str]]:
    """(first character, its entries) of merged postings, in code point order.

    The entries of a character are parted by blanks; each is a second character, then for every document, in order, the
    number of documents left out before it times four, with the marks of MASKS, in DIGITS.
    """
    pairs = postings >> np.uint64(_DOCUMENT_BITS + _MASK_BITS)
    begins = _begins(pairs)
    digits = _encoded(postings, begins)
    bounds = [*begins.tolist(), len(digits)]
    words = (
        (chr(pair >> _CHARACTER_BITS), chr(pair & (1 << _CHARACTER_BITS) - 1) + "".join(digits[start:end]))
        for pair, (start, end) in zip(pairs[begins].tolist(), pairwise(bounds), strict=True)
    )
    for first, group in groupby(words, key=lambda word: word[0]):
        yield first, " ".join(entry for _, entry in group)


def _begins(keys: Postings) -> NDArray[np.intp]:
    """Where runs of equal keys begin."""
    return np.flatnonzero(np.concatenate((np.ones(min(keys.size, 1), np.bool_), keys[1:] != keys[:-1])))


def _encoded(postings: Postings, begins: NDArray[np.intp]) -> list[str]:
    """Each posting in digits: how many documents lie between it and the one before of its pair, and its marks."""
    documents = (postings >> np.uint64(_MASK_BITS) & np.uint64((1 << _DOCUMENT_BITS) - 1)).astype(np.int64)
    gaps = np.diff(documents, prepend=0) - 1
    gaps[begins] = documents[begins]
    values = gaps << _MASK_BITS | (postings & np.uint64((1 << _MASK_BITS) - 1)).astype(np.int64)
    known = {value: number_digits(value) for value in np.unique(values).tolist()}
    return [known[value] for value in values.tolist()]


def number_digits(value: int) -> str:
    """A number that is not negative, in DIGITS."""
    digits = ""
    while value >= 32:
        digits += DIGITS[value % 32 + 32]
        value //= 32
    return digits + DIGITS[value]
