"""Document → the letters of its article, their shingles, and a small sketch of these.

A shingle is a run of five letters in simplified characters, so that script, punctuation, spaces and line ends make no
difference. A sketch keeps the shingles whose hash a number divides (Broder 1997, "On the resemblance and containment of
documents": the sketch that, unlike a fixed number of minima, also shows what is contained in what).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from reporter.model import Document

Hashes = NDArray[np.uint32]

LENGTH = 5
"""Letters of a shingle."""

# Of longer texts the sketch keeps one shingle in so many; a text of fewer shingles than _WHOLE keeps all of them.
_SAMPLE = 8
_WHOLE = 512
# A document whose sentences hold less than this part of its letters is compared by its tables too.
_MOSTLY = 0.5
_NO_LETTER = re.compile(r"[\W_]+")
_DIGITS = str.maketrans("０１２３４５６７８９", "0123456789")


def passages(document: Document) -> tuple[tuple[int, str], ...]:
    """(start, simplified text) of what is compared: the sentences, of a document that is mostly tables its lines
    without those set aside; in reading order, digits in ASCII."""
    text = document.simplified.translate(_DIGITS)
    sentences = [(sentence.span.start, sentence.span.of(text)) for sentence in document.sentences]
    lines = list(_lines(document, text))
    if sum(len(words) for _, words in sentences) >= _MOSTLY * sum(len(words) for _, words in lines):
        return tuple(sentences)
    return tuple(lines)


def _lines(document: Document, text: str) -> Iterator[tuple[int, str]]:
    """The lines of the article."""
    at = 0
    for aside in sorted(document.clean.asides, key=lambda aside: aside.span.start):
        yield from _lines_between(text, at, aside.span.start)
        at = max(at, aside.span.end)
    yield from _lines_between(text, at, len(text))


def _lines_between(text: str, start: int, end: int) -> Iterator[tuple[int, str]]:
    for match in re.compile(r"[^\n]+").finditer(text, start, max(start, end)):
        yield match.start(), match[0]


def letters(text: str) -> str:
    """The letters, ideographs and digits of a text."""
    return _NO_LETTER.sub("", text)


def shingles(text: str) -> Hashes:
    """The hashes of all runs of five characters, ascending, each once; empty for a shorter text.

    A hash is 32 bits of a product of the code points (the multiplier and the folding are those of SplitMix64, Steele
    et al. 2014); the same on every machine.
    """
    codes = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), dtype="<u4").astype(np.uint64)
    count = len(codes) - LENGTH + 1
    if count < 1:
        return np.zeros(0, dtype=np.uint32)
    mixed = np.zeros(count, dtype=np.uint64)
    for place in range(LENGTH):
        mixed = (mixed ^ codes[place : place + count]) * np.uint64(0x9E3779B97F4A7C15)
        mixed ^= mixed >> np.uint64(29)
    return np.unique((mixed >> np.uint64(32)).astype(np.uint32))


def sketch(document: Document) -> bytes:
    """The sketch of a document as ascending hashes of four bytes, least byte first; depends on it alone."""
    found = shingles("".join(letters(text) for _, text in passages(document)))
    kept = found if len(found) < _WHOLE else found[found % _SAMPLE == 0]
    return kept.astype("<u4").tobytes()


def known_shingles(of: bytes) -> Hashes | None:
    """All shingles of a document by its sketch; None where that holds a sample of them."""
    found = np.frombuffer(of, dtype="<u4")
    return found if len(found) < _WHOLE and bool((found % _SAMPLE).any()) else None


def shared(first: bytes, second: bytes) -> tuple[int, int]:
    """(how many shingles both bodies have, how many the smaller one has) of what their sketches hold alike: of all
    shingles, or of the same sample."""
    ours, theirs = np.frombuffer(first, dtype="<u4"), np.frombuffer(second, dtype="<u4")
    if known_shingles(first) is None or known_shingles(second) is None:
        ours, theirs = ours[ours % _SAMPLE == 0], theirs[theirs % _SAMPLE == 0]
    return len(np.intersect1d(ours, theirs, assume_unique=True)), min(len(ours), len(theirs))
