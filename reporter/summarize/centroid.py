"""Nearness to the centroid of a document."""

from __future__ import annotations

import numpy as np

from reporter.model import Document
from reporter.summarize.context import Context
from reporter.summarize.terms import scaled


def centroid(_document: Document, context: Context) -> list[float]:
    """The product of each sentence's unit row with the sum of all rows.

    Element (i, j) of the matrix is sentence i's count of term j times the term's inverse document frequency in
    general text, the row divided by its length.
    Radev, Jing, Styś & Tam 2004, "Centroid-based summarization of multiple documents".
    """
    matrix = context.rows
    total = matrix.transposed_times(np.ones(matrix.shape[0]))
    return [float(score) for score in scaled(matrix.times(total))]
