"""Texts that make a pattern work hardest, made from its own parse tree.

A backtracking matcher takes more than its line where one stretch can be matched in many ways, or where a match that
fails is begun anew at every place of a
long stretch. Both need a repeat and a text that its body fits over and over, after what the pattern wants before it,
with an end that fits
nothing. These texts are made for every repeat of the pattern, and once with the pattern's own beginnings in a row.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from re import _constants as op  # type: ignore[attr-defined]
from re import _parser  # type: ignore[attr-defined]

# One of each kind of character that the patterns tell apart, tried first for every set.
PROBES = " 1中一a，\n。、.(（-\u3000年“x:：<=/县"
# What fits no repeat of anything but of all characters: ends a text so that what wants an end fails.
STOPS = ("\x00", "")
# Repeats that allow fewer are no loops.
LOOP = 32
# Picks of alternatives and of members of sets, and texts a pattern at most.
PICKS = 3
MOST = 40

_REPEATS = (op.MAX_REPEAT, op.MIN_REPEAT, op.POSSESSIVE_REPEAT)
Tree = Sequence[tuple[object, object]]


@dataclass(frozen=True)
class Attack:
    """A text of any length: the head once, the pump over and over, then the stop."""

    head: str
    pump: str
    stop: str

    def text(self, size: int, like: str | bytes) -> str | bytes:
        """The text of about so many characters, or bytes where the pattern is of bytes."""
        text = self.head + self.pump * max(1, size // len(self.pump)) + self.stop
        return text.encode("latin-1", "replace") if isinstance(like, bytes) else text


def attacks(pattern: re.Pattern[str] | re.Pattern[bytes]) -> list[Attack]:
    """The attacks on a pattern, each once."""
    tree = _parser.parse(pattern.pattern, pattern.flags & ~re.DEBUG)
    shapes = islice(dict.fromkeys(shape for shape in _shapes(tree) if shape[1]), MOST)
    return [Attack(head, pump, stop) for head, pump in shapes for stop in STOPS]


def _shapes(tree: Tree) -> Iterator[tuple[str, str]]:
    """(head, pump): texts are the head once and the pump over and over."""
    for pick in range(PICKS):
        whole = sample(tree, pick)
        yield "", whole
        yield "", whole[:-1]
    for pick in range(PICKS):
        for head, body in _loops(tree, "", pick):
            for text in {sample(body, pick): 0, sample(body, pick + 1): 0, sample(body, pick + 2): 0}:
                yield head, text
                yield "", text
                yield "", head + text
                yield "", head
    for probe in PROBES[:8]:
        yield "", probe


def _loops(tree: Tree, head: str, pick: int) -> Iterator[tuple[str, Tree]]:
    """(what comes before, body) of every loop of the tree."""
    for code, value in tree:
        for inner in _inner(code, value):
            yield from _loops(inner, head, pick)
        if code in _REPEATS:
            _, most, body = value  # type: ignore[misc]
            if most is op.MAXREPEAT or most >= LOOP:
                yield head, body
        head += sample([(code, value)], pick)


def _inner(code: object, value: object) -> list[Tree]:
    """The trees inside a node."""
    if code in _REPEATS:
        return [value[2]]  # type: ignore[index]
    if code is op.SUBPATTERN:
        return [value[3]]  # type: ignore[index]
    if code is op.BRANCH:
        return list(value[1])  # type: ignore[index]
    if code in (op.ASSERT, op.ASSERT_NOT):
        return [value[1]]  # type: ignore[index]
    if code is op.ATOMIC_GROUP:
        return [value]  # type: ignore[list-item]
    return []


def sample(tree: Tree, pick: int) -> str:
    """A text that the tree fits, but for what it looks at ahead; another one for another pick."""
    return "".join(_sample(code, value, pick) for code, value in tree)


def _sample(code: object, value: object, pick: int) -> str:
    if code is op.LITERAL:
        return chr(value)  # type: ignore[arg-type]
    if code in (op.IN, op.NOT_LITERAL, op.ANY):
        return _member(code, value, pick)
    if code in _REPEATS:
        least, most, body = value  # type: ignore[misc]
        return sample(body, pick) * max(least, min(most, pick % 2))
    if code is op.BRANCH:
        branches = value[1]  # type: ignore[index]
        return sample(branches[pick % len(branches)], pick // len(branches) if pick >= len(branches) else pick)
    if code is op.ASSERT and value[0] < 0:  # type: ignore[index]
        return sample(value[1], pick)  # type: ignore[index]
    return sample(_inner(code, value)[0], pick) if code in (op.SUBPATTERN, op.ATOMIC_GROUP) else ""


def _member(code: object, value: object, pick: int) -> str:
    """A character of a set: first those that many sets share, then one of its own."""
    if code is op.ANY:
        fitting = [probe for probe in PROBES if probe != "\n"]
    elif code is op.NOT_LITERAL:
        fitting = [probe for probe in PROBES if ord(probe) != value]
    else:
        fitting = [probe for probe in PROBES if _in(ord(probe), value)]  # type: ignore[arg-type]
        fitting += [
            chr(part[0] if isinstance(part, tuple) else part)
            for kind, part in value  # type: ignore[attr-defined]
            if kind in (op.LITERAL, op.RANGE)
        ][:3]
    return fitting[pick % len(fitting)] if fitting else ""


def _in(point: int, members: Tree) -> bool:
    negated = bool(members) and members[0][0] is op.NEGATE
    return any(_fits(point, kind, value) for kind, value in members) != negated


def _fits(point: int, kind: object, value: object) -> bool:
    char = chr(point)
    if kind is op.LITERAL:
        return point == value
    if kind is op.RANGE:
        return value[0] <= point <= value[1]  # type: ignore[index]
    if kind is op.CATEGORY:
        return {
            op.CATEGORY_SPACE: char.isspace(),
            op.CATEGORY_NOT_SPACE: not char.isspace(),
            op.CATEGORY_DIGIT: char.isdecimal(),
            op.CATEGORY_NOT_DIGIT: not char.isdecimal(),
            op.CATEGORY_WORD: char.isalnum() or char == "_",
            op.CATEGORY_NOT_WORD: not (char.isalnum() or char == "_"),
        }[value]
    return False
