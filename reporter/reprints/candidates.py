"""Sketches → pairs of documents that may say the same, found without comparing every two.

An inverted index: shingle → documents. Two documents are a candidate when they share shingles that few others have.
What many documents share (a form, a template, a phrase) tells none apart: of such a shingle's documents each is paired
with the next few only, so that the work grows with the text even where a thousand letters are written on one form, and
a text that is printed in a hundred places still hangs together.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

Ints = NDArray[np.int64]

# A shingle of more documents than this is common; so many that follow a document are paired with it then.
_COMMON, _NEXT = 24, 3
# Candidates share this part of the smaller sketch. Reprints share most of it; the rest is for what is common.
_SHARED = 0.05


def candidates(sketches: Sequence[bytes]) -> list[tuple[int, int]]:
    """Pairs of places (i < j) in the sequence, ascending; none for fewer than two documents."""
    sets = [np.frombuffer(sketch, dtype="<u4") for sketch in sketches]
    sizes = np.array([len(its) for its in sets], dtype=np.int64)
    if len(sets) < 2 or not sizes.any():
        return []
    hashes = np.concatenate(sets)
    owners = np.repeat(np.arange(len(sets), dtype=np.int64), sizes)
    order = np.lexsort((owners, hashes))
    keys, counts = np.unique(_pairs(hashes[order], owners[order], len(sets)), return_counts=True)
    first, second = keys // len(sets), keys % len(sets)
    kept = counts >= _SHARED * np.minimum(sizes[first], sizes[second])
    return list(zip(first[kept].tolist(), second[kept].tolist(), strict=True))


def _pairs(hashes: NDArray[np.uint32], owners: Ints, count: int) -> Ints:
    """For every shingle the pairs of its documents as first × count + second; shingles and owners are sorted."""
    starts = np.flatnonzero(np.r_[True, hashes[1:] != hashes[:-1]])
    lengths = np.diff(np.r_[starts, len(hashes)])
    rare = np.repeat(lengths <= _COMMON, lengths)
    found = []
    for gap in range(1, min(_COMMON, len(hashes))):
        together = hashes[:-gap] == hashes[gap:]
        if gap > _NEXT:
            together &= rare[:-gap]
        found.append(owners[:-gap][together] * count + owners[gap:][together])
    return np.concatenate(found) if found else np.zeros(0, dtype=np.int64)
