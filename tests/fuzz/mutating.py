"""Changes of markup as markup: what the byte changes of a fuzzer seldom hit, elements moved, doubled, nested and cut
out, so that what comes out is mostly well formed."""

from __future__ import annotations

import random
import re
from collections.abc import Sequence

_TOKEN = re.compile(r"<[^<>]{0,400}>|[^<]+|<")
_NAME = re.compile(r"</?([^\s/>]+)")
_VALUE = re.compile(r"""(?<==)(["'])[^"']*\1""")
_NUMBERS = ("0", "1", "-1", "2", "3", "9", "63", "255", "1000", "16384", "1048577", "999999999", "4294967296", "x", "")


def changed(data: bytes, fragments: Sequence[str], longest: int, seed: int) -> bytes:
    """Markup with one to four changes; its first byte, which chooses a form, stays.

    Args:
        fragments: what may be put between its tags.
        longest: how many bytes it may have.
        seed: equal seeds make equal changes.
    """
    chance = random.Random(seed)
    tokens = _TOKEN.findall(data[1:].decode("utf-8", "replace"))
    for _ in range(chance.randint(1, 4)):
        tokens = chance.choice(_CHANGES)(tokens, fragments, chance)
    return (data[:1] + "".join(tokens).encode("utf-8", "replace"))[:longest]


def _element(tokens: Sequence[str], chance: random.Random) -> tuple[int, int]:
    """(first, end) of an element, or of a single token where there is none."""
    if not tokens:
        return 0, 0
    first = chance.randrange(len(tokens))
    name = _NAME.match(tokens[first])
    if name is None or tokens[first].startswith("</") or tokens[first].endswith("/>"):
        return first, first + 1
    depth = 0
    for at in range(first, len(tokens)):
        other = _NAME.match(tokens[at])
        if other and other[1] == name[1] and not tokens[at].endswith("/>"):
            depth += -1 if tokens[at].startswith("</") else 1
            if not depth:
                return first, at + 1
    return first, first + 1


def _cut(tokens: list[str], _: Sequence[str], chance: random.Random) -> list[str]:
    first, end = _element(tokens, chance)
    return tokens[:first] + tokens[end:]


def _doubled(tokens: list[str], _: Sequence[str], chance: random.Random) -> list[str]:
    first, end = _element(tokens, chance)
    return tokens[:end] + tokens[first:end] * chance.choice((1, 1, 1, 2, 7)) + tokens[end:]


def _moved(tokens: list[str], _: Sequence[str], chance: random.Random) -> list[str]:
    first, end = _element(tokens, chance)
    rest = tokens[:first] + tokens[end:]
    at = chance.randint(0, len(rest))
    return rest[:at] + tokens[first:end] + rest[at:]


def _wrapped(tokens: list[str], _: Sequence[str], chance: random.Random) -> list[str]:
    """An element inside a copy of another one's tags."""
    first, end = _element(tokens, chance)
    outer, last = _element(tokens, chance)
    if last - outer < 2:
        return tokens
    return [*tokens[:first], tokens[outer], *tokens[first:end], tokens[last - 1], *tokens[end:]]


def _told(tokens: list[str], fragments: Sequence[str], chance: random.Random) -> list[str]:
    at = chance.randint(0, len(tokens))
    return [*tokens[:at], chance.choice(fragments), *tokens[at:]]


def _valued(tokens: list[str], fragments: Sequence[str], chance: random.Random) -> list[str]:
    """A tag with another value in one of its attributes."""
    tags = [at for at, token in enumerate(tokens) if _VALUE.search(token)]
    if not tags:
        return _told(tokens, fragments, chance)
    at = chance.choice(tags)
    values = [match.span() for match in _VALUE.finditer(tokens[at])]
    start, end = chance.choice(values)
    new = f'"{chance.choice(_NUMBERS)}"'
    return [*tokens[:at], tokens[at][:start] + new + tokens[at][end:], *tokens[at + 1 :]]


def _worded(tokens: list[str], fragments: Sequence[str], chance: random.Random) -> list[str]:
    """A stretch of text that says something else."""
    texts = [at for at, token in enumerate(tokens) if not token.startswith("<")]
    if not texts:
        return _told(tokens, fragments, chance)
    at = chance.choice(texts)
    return [*tokens[:at], chance.choice(fragments), *tokens[at + 1 :]]


_CHANGES = (_cut, _doubled, _moved, _wrapped, _told, _told, _valued, _valued, _worded)
