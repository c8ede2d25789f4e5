"""Rows of names (风电、光伏装机容量), and what a sentence speaks of first."""

from __future__ import annotations

from collections.abc import Sequence

from reporter.extract.leftward import Phrase, ending, is_pointing, is_time
from reporter.extract.tokens import JOINTS, Token, is_nominal, joined, shorten, strip_links, tidy, tokens_of


def conjuncts(text: str, count: int) -> list[Phrase]:
    """The members of a row of names (风电、光伏装机容量), each with the head that the last one holds; empty unless
    there are so many."""
    parts: list[list[Token]] = [[]]
    for token in ending(tokens_of(strip_links(text))):
        if token[0] in JOINTS:
            parts.append([])
        else:
            parts[-1].append(token)
    if len(parts) != count or count < 2 or not all(parts):
        return []
    names = [joined(part) for part in parts]
    if any(name[-1] == names[-1][-1] for name in names[:-1]):
        return [Phrase(name) for name in names]
    return [*(Phrase(joined(part) + _tail(part, parts[-1])) for part in parts[:-1]), Phrase(names[-1])]


def _tail(part: Sequence[Token], last: Sequence[Token]) -> str:
    """What a member of a row shares with the last: what stands there behind the word that both hold, else behind the
    first word."""
    common = next((index for index, token in enumerate(last) if token[0] == part[-1][0]), 0)
    return joined(last[common + 1 :])


def topic(text: str) -> str:
    """The first noun phrase of a text, times and adverbs left aside: what a sentence speaks of; empty without one."""
    taken: list[Token] = []
    for token in tokens_of(tidy(text)):
        fits = is_nominal(token) and not is_time(token[0]) and not is_pointing(token[0])
        if taken and not fits:
            break
        if fits:
            taken.append(token)
    return shorten(taken)
