"""The lines of a title: whole in sense, symmetrical, of even length (GB/T 9704-2012, 7.3.1)."""

from __future__ import annotations

from reporter.language.words import words
from reporter.render.gongwen.measures import even_lines, width

# At 22 pt a line of the type area holds 20 characters.
WIDEST = 20.0
# What no line begins with, and what none ends with.
_NO_START = "的地得了着过与和及、，。；：！？）》〉”’】〕%％"
_NO_END = "（《〈“‘【〔第"


def title_lines(text: str, widest: float = WIDEST) -> tuple[str, ...]:
    """The title in as few lines as hold it, none of which parts a word; () for an empty one."""
    stripped = " ".join(text.split())
    pieces = _pieces(stripped)
    ends = even_lines([width(piece) for piece in pieces], widest)
    if ends is None:  # a word that no line holds
        pieces = list(stripped)
        ends = even_lines([width(piece) for piece in pieces], widest) or []
    starts = [0, *ends][: len(ends)]
    lines = ("".join(pieces[start:end]).strip() for start, end in zip(starts, ends, strict=True))
    return tuple(line for line in lines if line)


def _pieces(text: str) -> list[str]:
    """The title in stretches that stay together: words with the signs and particles that cling to them."""
    pieces: list[str] = []
    start = 0
    for word in words(text):
        part, start = text[start : start + len(word)], start + len(word)
        if pieces and (part[0] in _NO_START or pieces[-1][-1] in _NO_END or _is_latin(pieces[-1][-1] + part[0])):
            pieces[-1] += part
        else:
            pieces.append(part)
    return pieces


def _is_latin(pair: str) -> bool:
    """Whether two neighbours belong to one number or Latin word."""
    return pair.isascii() and not pair.isspace() and " " not in pair
