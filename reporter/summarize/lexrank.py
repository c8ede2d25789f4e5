"""Continuous LexRank."""

from __future__ import annotations

import numpy as np

from reporter.model import Document
from reporter.summarize.context import Context
from reporter.summarize.rank import page_rank
from reporter.summarize.terms import Floats, scaled


def lexrank(_document: Document, context: Context) -> list[float]:
    """PageRank over the cosine similarities of the sentences.

    Element (i, j) of the matrix is the cosine of sentences i and j in tf-idf weights, 0 on the diagonal. The matrix
    is never made: it is the product of the sparse term matrix with its transpose, and so is each step of the walk.
    Erkan & Radev 2004, "LexRank: graph-based lexical centrality as salience in text summarization".
    """
    matrix = context.rows
    self_similarity = matrix.filled_rows().astype(float)

    def step(rank: Floats) -> Floats:
        return np.maximum(matrix.times(matrix.transposed_times(rank)) - self_similarity * rank, 0.0)

    return [float(score) for score in scaled(page_rank(step, step(np.ones(matrix.shape[0]))))]
