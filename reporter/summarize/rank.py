"""PageRank by power iteration (Brin & Page 1998)."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from reporter.summarize.terms import Floats

DAMPING = 0.85
_TOLERANCE = 1e-9
_ROUNDS = 200


def page_rank(step: Callable[[Floats], Floats], weight: Floats, damping: float = DAMPING) -> Floats:
    """The stationary distribution of a walk over n nodes that follows an edge or, with 1 - damping, jumps anywhere.

    Args:
        step: the edge weights as a linear map; element (i, j) of its matrix is the weight of the edge from j to i.
        weight: n sums of the weights that leave each node; from a node with none the walk jumps.
        damping: the share of the steps that follow an edge.

    Returns:
        n numbers that sum to 1; empty for no nodes.
    """
    n = len(weight)
    if not n:
        return np.zeros(0)
    dangling = weight <= 0
    safe = np.where(dangling, 1.0, weight)
    rank = np.full(n, 1 / n)
    for _ in range(_ROUNDS):
        flow = step(np.where(dangling, 0.0, rank / safe))
        fresh = damping * (flow + rank[dangling].sum() / n) + (1 - damping) / n
        moved = np.abs(fresh - rank).sum()
        rank = fresh
        if moved < _TOLERANCE:
            break
    return rank
