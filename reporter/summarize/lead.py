"""The leading sentences: the baseline that few extractive methods beat on news."""

from __future__ import annotations

from reporter.model import Document
from reporter.summarize.context import Context


def lead(document: Document, _context: Context) -> list[float]:
    """1, 1/2, 1/3, … in reading order. No matrix: a sentence speaks for nothing but its place.

    Brandow, Mitze & Rau 1995, "Automatic condensation of electronic publications by sentence selection".
    """
    return [1 / (place + 1) for place in range(len(document.sentences))]
