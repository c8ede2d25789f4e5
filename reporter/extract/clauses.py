"""The clauses of a sentence: what stands between its signs.

Figures ask for them again and again, so the last ones are kept.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import lru_cache

_SIGN = re.compile(r"[，；：。！？!?;:\n]")


@lru_cache(maxsize=4)
def clause_starts(text: str) -> tuple[int, ...]:
    """Where the clauses of a text begin: 0 and behind every sign."""
    return (0, *(match.end() for match in _SIGN.finditer(text)))


def clause_start(text: str, place: int) -> int:
    """Where the clause begins that a place of the text stands in."""
    starts = clause_starts(text)
    return starts[bisect_right(starts, place) - 1]


@lru_cache(maxsize=4)
def clauses(text: str) -> tuple[str, ...]:
    """The clauses of a text in order, without the signs behind them; an empty text is one empty clause."""
    starts = clause_starts(text)
    return tuple(text[begin : end - 1] for begin, end in zip(starts, (*starts[1:], len(text) + 1), strict=True))
