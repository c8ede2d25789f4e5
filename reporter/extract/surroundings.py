"""The text around each quantity of a sentence that its name can be read from."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from reporter.extract.quantities import Quantity

BORDER = re.compile(r"[，。；：！？!?;:\n…]|——")
"""Signs that no name goes over."""

_REACH = 80
"""How far a name is looked for on either side; a clause is hardly ever longer."""

_JOINT = re.compile(r"^\s*(?:、|和|及|与|以及)")
_LINKING = re.compile(r"、|和|与|及|以及|约|近|以上| ")


class Surroundings(NamedTuple):
    """What stands around a quantity.

    ``left`` reaches back to the clause's start or to the end of what the quantity before takes; ``right`` up to the
    next quantity or the clause's end; ``clause`` up to the clause's end with later quantities cut out. ``meets`` says
    that no sign divides the quantity from the next one, ``linked`` that a 、 or 和 joins it to the one before,
    ``adjacent`` that not even that stands between. ``shared`` is what stands behind the next quantity where nothing
    is between the two (三批共45名干部).
    """

    left: str
    right: str
    clause: str
    meets: bool = False
    linked: bool = False
    adjacent: bool = False
    follows: bool = False
    shared: str = ""


def surroundings(text: str, quantities: Sequence[Quantity], index: int, consumed: int) -> Surroundings:
    """The surroundings of the quantity at an index; ``consumed`` is how far the one before takes the text."""
    quantity = quantities[index]
    raw = text[max(min(consumed, quantity.reach_start), quantity.reach_start - _REACH) : quantity.reach_start]
    cut = _start_of_clause(raw)
    right, clause, meets = rightwards(text, quantities, index)
    shared = ""
    if meets and right.strip() in ("", "共", "计", "和"):
        shared = rightwards(text, quantities, index + 1)[0]
    return Surroundings(
        left=_JOINT.sub("", raw[cut:]) if index else raw[cut:],
        right=right,
        clause=clause,
        meets=meets,
        linked=index > 0 and not cut and _JOINT.match(raw) is not None,
        adjacent=index > 0 and not raw.strip() and consumed == quantities[index - 1].reach_end,
        follows=index > 0 and not cut and not _JOINT.match(raw) and consumed == quantities[index - 1].reach_end,
        shared=shared,
    )


def _start_of_clause(raw: str) -> int:
    """Where the last clause of a text begins; an open bracket begins one too."""
    bracket = raw.rfind("（")
    opened = bracket + 1 if bracket > raw.rfind("）") else 0
    last = 0
    for match in BORDER.finditer(raw, opened):
        last = match.end()
    return max(opened, last)


def rightwards(text: str, quantities: Sequence[Quantity], index: int) -> tuple[str, str, bool]:
    """The text behind a quantity up to the next, the same up to the clause's end with later quantities cut out, and
    whether the next follows without a sign between."""
    begin = quantities[index].reach_end
    border = BORDER.search(text, begin, begin + _REACH)
    end = border.start() if border else min(len(text), begin + _REACH)
    limit = quantities[index + 1].reach_start if index + 1 < len(quantities) else len(text) + 1
    right = text[begin : min(limit, end)]
    closing = right.find("）")
    if closing >= 0 and "（" not in right[:closing]:
        return right[:closing], right[:closing], False
    meets = limit <= end
    if meets and "、" in right:
        part = right[: right.index("、")]
        return part, part, False
    return right, _without_later(text, quantities[index + 1 :], begin, end), meets


def _without_later(text: str, later: Sequence[Quantity], begin: int, end: int) -> str:
    parts, at = [], begin
    for other in later:
        if other.start >= end:
            break
        parts.append(text[at : other.reach_start])
        at = other.reach_end
    return "".join([*parts, text[at:end]])


def row_from(text: str, quantities: Sequence[Quantity], index: int) -> int:
    """How many quantities follow one another from an index with nothing but 、 or 和 between."""
    count = 1
    while index + count < len(quantities):
        between = text[quantities[index + count - 1].reach_end : quantities[index + count].start]
        if _LINKING.sub("", between):
            break
        count += 1
    return count
