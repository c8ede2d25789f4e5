"""Two bodies → how many sentences both have, and how many of one are the other's with other words in them.

A reprint leaves out, adds and keeps; a form fills other names into the same places. Numbers are not looked at here.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from reporter.reprints.body import letters

_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")
# A sentence that a body repeats more often (the rows of a table) tells no places apart.
_OFTEN = 8
# Longer stretches are compared by what stands between their common beginning and end, not letter by letter.
_LONGEST = 400
# Two stretches are worded alike when so much of them is common; at the head and the foot of a body others are lines of
# the site or of the editor, not another wording.
_LIKE = 0.5

_Pairs = list[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class Wording:
    """How many sentences both bodies have alike, and how many unlike words stand in the same places of the others."""

    kept: int
    rewritten: int


def masked(passages: Sequence[tuple[int, str]]) -> tuple[str, ...]:
    """The letters of each sentence with every number as one 0, in reading order; empty ones left out."""
    plain = (letters(_NUMBER.sub("0", text)) for _, text in passages)
    return tuple(text for text in plain if text)


def wording(first: Sequence[str], second: Sequence[str]) -> Wording:
    """How two bodies are worded in the places that both have.

    What only one of them has there is cut or added, and a difference at the very beginning or end of a body is a
    dateline (某报讯) or a byline: both rewrite nothing. Nor does a single letter that stands for another once: that is
    a slip of recognition or of conversion, a name comes again.
    """
    ours, theirs = _telling(first, second)
    kept = 0
    filled: Counter[tuple[str, str]] = Counter()
    for kind, a, b, c, d in SequenceMatcher(None, ours, theirs, autojunk=False).get_opcodes():
        if kind == "equal":
            kept += b - a
        elif kind == "replace":
            at_head, at_foot = a == 0 or c == 0, b == len(ours) or d == len(theirs)
            replaced = _replaced("".join(ours[a:b]), "".join(theirs[c:d]), at_head=at_head, at_foot=at_foot)
            kept += 0 if replaced else min(b - a, d - c)
            filled.update(replaced)
    return Wording(kept, sum(times > 1 or max(map(len, pair)) > 1 for pair, times in filled.items()))


def _telling(first: Sequence[str], second: Sequence[str]) -> tuple[list[str], list[str]]:
    """Both without the sentences that either repeats often."""
    often = {text for body in (first, second) for text, times in Counter(body).items() if times > _OFTEN}
    return [text for text in first if text not in often], [text for text in second if text not in often]


def _replaced(first: str, second: str, *, at_head: bool, at_foot: bool) -> _Pairs:
    """(ours, theirs) where other letters stand in the same place, in order; none for what only one has."""
    if max(len(first), len(second)) > _LONGEST:
        return [pair for pair in [_core(first, second)] if all(pair)]
    matcher = SequenceMatcher(None, first, second, autojunk=False)
    common = sum(block.size for block in matcher.get_matching_blocks())
    if (at_head or at_foot) and common < _LIKE * min(len(first), len(second)):
        return []
    return [
        (first[a:b], second[c:d])
        for kind, a, b, c, d in matcher.get_opcodes()
        if kind == "replace"
        and not (at_head and 0 in (a, c))
        and not (at_foot and (b == len(first) or d == len(second)))
    ]


def _core(first: str, second: str) -> tuple[str, str]:
    """What is left of two texts without their common beginning and end."""
    shorter = min(len(first), len(second))
    head = next((at for at in range(shorter) if first[at] != second[at]), shorter)
    tail = next((at for at in range(shorter - head) if first[-1 - at] != second[-1 - at]), shorter - head)
    return first[head : len(first) - tail], second[head : len(second) - tail]
