"""TextRank for sentences."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from reporter.model import Document
from reporter.summarize.context import Context
from reporter.summarize.rank import page_rank
from reporter.summarize.terms import Floats, Indices, TermMatrix, scaled, sums

# So many pairs of sentences that share a word are held in memory at most (a few hundred megabytes). Beyond it, in
# texts of some hundred thousand characters, the words that stand in most sentences are left out first.
_PAIRS = 5_000_000


def textrank(_document: Document, context: Context) -> list[float]:
    """PageRank over the word overlap of the sentences.

    Element (i, j) of the matrix is the number of distinct content words that sentences i and j share, divided by
    log |i| + log |j|, the logarithms of their numbers of words; 0 on the diagonal.
    Mihalcea & Tarau 2004, "TextRank: bringing order into texts".
    """
    counts = context.counts
    first, second = sharing_pairs(counts)
    logs = np.log(np.maximum(sums(counts.rows, counts.values, counts.shape[0]), 1.0))
    scale = logs[first] + logs[second]
    # Two sentences of one word each have the logarithm 0; the smallest scale of longer ones stands in for it.
    weight = 1 / np.where(scale > 0, scale, np.log(2.0))

    def step(rank: Floats) -> Floats:
        return sums(second, weight * rank[first], counts.shape[0])

    return [float(score) for score in scaled(page_rank(step, step(np.ones(counts.shape[0]))))]


def sharing_pairs(counts: TermMatrix, most: int = _PAIRS) -> tuple[Indices, Indices]:
    """(i, j) of every two different sentences, once for each word that both hold, both ways round.

    Where there are more pairs than ``most``, the words of most sentences are left out first.
    """
    order = np.argsort(counts.columns, kind="stable")
    rows, columns = counts.rows[order], counts.columns[order]
    frequency = np.bincount(columns, minlength=counts.shape[1])
    kept = _affordable(frequency, most)[columns]
    rows, columns = rows[kept], columns[kept]
    frequency = np.bincount(columns, minlength=counts.shape[1])
    start = np.concatenate(([0], np.cumsum(frequency)))[:-1]
    partners = frequency[columns]
    first = np.repeat(rows, partners)
    offset = np.arange(len(first)) - np.repeat(np.cumsum(partners) - partners, partners)
    second = rows[np.repeat(start[columns], partners) + offset]
    different = first != second
    return first[different], second[different]


def _affordable(frequency: Indices, most: int) -> NDArray[np.bool_]:
    """Which terms may be used so that the pairs fit memory: the rarest first."""
    order = np.argsort(frequency, kind="stable")
    affordable = np.zeros(len(frequency), dtype=bool)
    affordable[order[np.cumsum((frequency * (frequency - 1))[order]) <= most]] = True
    return affordable
