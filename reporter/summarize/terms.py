"""Sentences as rows of a sparse term matrix.

Every product here runs over the stored entries only, so its cost grows with the length of the text, never with
the square of its sentences. Sums are taken in the order of the entries by ``numpy.bincount``: no parallel summation,
the same result wherever it runs.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Indices = NDArray[np.intp]
Small = NDArray[np.int32]

# BM25's saturation and length normalisation at their usual values (Robertson & Zaragoza 2009, section 3.2).
_SATURATION = 1.2
_LENGTH = 0.75
UNLISTED = 11.95
"""The inverse document frequency of a word that no list knows: a name or a new word, as rare as the list's median."""


@dataclass(frozen=True, slots=True, eq=False)
class TermMatrix:
    """n sentences × m terms in coordinate form, entries sorted by row; ``values`` are counts or weights above 0."""

    rows: Indices
    columns: Indices
    values: Floats
    shape: tuple[int, int]

    def times(self, weights: Floats) -> Floats:
        """Each row's product with m weights of the terms: n numbers."""
        return sums(self.rows, self.values * weights[self.columns], self.shape[0])

    def transposed_times(self, weights: Floats) -> Floats:
        """Each term's product with n weights of the rows: m numbers."""
        return sums(self.columns, self.values * weights[self.rows], self.shape[1])

    def behind(self) -> Floats:
        """For each entry the sum of its term's values in later rows."""
        order = np.argsort(self.columns, kind="stable")
        columns, run = self.columns[order], np.cumsum(self.values[order])
        ends = np.searchsorted(columns, columns, side="right") - 1
        later = np.empty(len(run))
        later[order] = run[ends] - run
        return later

    def row(self, index: int) -> Floats:
        """One row in full: m numbers."""
        low, high = np.searchsorted(self.rows, (index, index + 1))
        full = np.zeros(self.shape[1])
        full[self.columns[low:high]] = self.values[low:high]
        return full

    def merged(self, groups: Indices, count: int) -> TermMatrix:
        """So many rows, each the sum of the rows of one group; ``groups`` has the group of every row."""
        key = groups[self.rows] * self.shape[1] + self.columns
        places, entry = np.unique(key, return_inverse=True)
        rows, columns = np.divmod(places, max(1, self.shape[1]))
        return TermMatrix(rows, columns, sums(entry, self.values, len(places)), (count, self.shape[1]))

    def weighted(self, values: Floats) -> TermMatrix:
        """The same entries with other values."""
        return TermMatrix(self.rows, self.columns, values, self.shape)

    def of_terms(self, kept: NDArray[np.bool_]) -> TermMatrix:
        """The entries of some of the m terms."""
        held = kept[self.columns]
        return TermMatrix(self.rows[held], self.columns[held], self.values[held], self.shape)

    def unit_rows(self) -> TermMatrix:
        """Every row divided by its Euclidean length; an empty row stays empty."""
        length = np.sqrt(sums(self.rows, self.values**2, self.shape[0]))
        return self.weighted(self.values / length[self.rows])

    def filled_rows(self) -> NDArray[np.bool_]:
        """For each row whether it has any entry."""
        return np.bincount(self.rows, minlength=self.shape[0]) > 0

    def sentence_frequency(self) -> Floats:
        """In how many rows each term stands: m numbers."""
        return np.bincount(self.columns, minlength=self.shape[1]).astype(float)


def sums(groups: Indices, values: Floats, count: int) -> Floats:
    """The sum of the values of each of so many groups; ``groups`` has the group of every value."""
    return np.bincount(groups, values, minlength=count).astype(np.float64, copy=False)


def count_terms(sentences: Sequence[Sequence[str]]) -> tuple[TermMatrix, tuple[str, ...]]:
    """(counts of the words of each sentence, the terms in order of first appearance)."""
    index: dict[str, int] = {}
    rows: list[int] = []
    columns: list[int] = []
    values: list[int] = []
    for row, sentence in enumerate(sentences):
        counted: dict[int, int] = {}
        for word in sentence:
            column = index.setdefault(word, len(index))
            counted[column] = counted.get(column, 0) + 1
        rows += [row] * len(counted)
        columns += counted
        values += counted.values()
    matrix = TermMatrix(
        np.array(rows, dtype=np.intp),
        np.array(columns, dtype=np.intp),
        np.array(values, dtype=float),
        (len(sentences), len(index)),
    )
    return matrix, tuple(index)


@dataclass(frozen=True, slots=True, eq=False)
class Counted:
    """What ``count_terms`` gives of the sentences of one document among thousands, in half the bytes."""

    rows: Small
    columns: Small
    values: Small
    sentences: int
    terms: tuple[str, ...]

    @classmethod
    def of(cls, counts: TermMatrix, terms: tuple[str, ...]) -> Counted:
        """These counts of terms."""
        rows, columns, values = (part.astype(np.int32) for part in (counts.rows, counts.columns, counts.values))
        return cls(rows, columns, values, counts.shape[0], terms)


def stacked(parts: Sequence[Counted]) -> tuple[TermMatrix, tuple[str, ...]]:
    """What ``count_terms`` gives of the sentences of all parts, one after the other."""
    index: dict[str, int] = {}
    rows: list[Indices] = [np.empty(0, dtype=np.intp)]
    columns: list[Indices] = [np.empty(0, dtype=np.intp)]
    count = 0
    for part in parts:
        places = np.array([index.setdefault(term, len(index)) for term in part.terms], dtype=np.intp)
        rows.append(part.rows.astype(np.intp) + count)
        columns.append(places[part.columns])
        count += part.sentences
    values = np.concatenate([np.empty(0), *(part.values for part in parts)])
    return TermMatrix(np.concatenate(rows), np.concatenate(columns), values, (count, len(index))), tuple(index)


def tf_idf(counts: TermMatrix, terms: Sequence[str], rarity: Mapping[str, float]) -> TermMatrix:
    """Unit rows of counts times each term's inverse document frequency in general text."""
    idf = np.array([rarity.get(term, UNLISTED) for term in terms], dtype=float)
    return counts.weighted(counts.values * idf[counts.columns]).unit_rows()


def bm25(counts: TermMatrix) -> TermMatrix:
    """Okapi BM25's weight of each term in each sentence, the sentences being the collection.

    Row i times the counts of sentence j is how well i answers j as a query (Robertson & Zaragoza 2009).
    """
    n = counts.shape[0]
    frequency = counts.sentence_frequency()
    idf = np.log1p((n - frequency + 0.5) / (frequency + 0.5))
    length = sums(counts.rows, counts.values, n)
    mean = length.mean() if length.any() else 1.0
    damping = _SATURATION * (1 - _LENGTH + _LENGTH * length / mean)
    saturated = counts.values * (_SATURATION + 1) / (counts.values + damping[counts.rows])
    return counts.weighted(saturated * idf[counts.columns])


def scaled(values: Floats) -> Floats:
    """The values divided by the greatest of them; all 0 when none is above 0."""
    top = values.max() if len(values) else 0.0
    return values / top if top > 1e-12 else np.zeros(len(values))
