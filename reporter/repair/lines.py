"""The lines of a text as furniture sees them: what they say in simplified characters and which part of the page they
stand in."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from reporter.language.script import HAN, simplified

Zone = Literal["head", "body", "tail"]

_NO_HAN = re.compile(f"[^{HAN}]+")
_SOME_PROSE = re.compile(f"(?:[^{HAN}]*+[{HAN}]){{15}}")
_LONG_PROSE = re.compile(f"(?:[^{HAN}]*+[{HAN}]){{60}}")
_SENTENCE_END = re.compile("[。！？!?；]")
# What only an article's own headings begin with.
_NUMBERED = re.compile(
    r"(?:[一二三四五六七八九十百]{1,4}[、.．]|[（(][一二三四五六七八九十\d]{1,3}[）)]|第[一二三四五六七八九十百\d]{1,4}[章节条部编篇]|\d{1,2}[、.．](?!\d))"
)
_SECTION = re.compile(
    r"[一二三四五六七八九十]{1,3}、|（[一二三四五六七八九十]{1,3}）|第[一二三四五六七八九十百\d]{1,4}[章节条部编篇]"
)


@dataclass(frozen=True, slots=True)
class Line:
    """A line that is not blank: its place without the blanks around it, its text, the text simplified, and whether it
    reads like a paragraph of an article: long, or a whole sentence of some length."""

    index: int
    start: int
    end: int
    text: str
    plain: str
    is_prose: bool

    @property
    def letters(self) -> int:
        """How many Chinese characters it has."""
        return len(self.text) - sum(map(len, _NO_HAN.findall(self.text)))

    @property
    def ends_sentence(self) -> bool:
        """Whether a sentence ends anywhere in it."""
        return _SENTENCE_END.search(self.text) is not None

    @property
    def is_numbered(self) -> bool:
        """Whether it begins like a numbered heading or item."""
        return _NUMBERED.match(self.plain) is not None

    @property
    def is_section(self) -> bool:
        """Whether it begins like a section of an official document (一、 （一） 第三章)."""
        return _SECTION.match(self.plain) is not None


def _is_prose(text: str) -> bool:
    if not _SOME_PROSE.match(text):
        return False
    return _SENTENCE_END.search(text) is not None or _LONG_PROSE.match(text) is not None


def lines_of(text: str) -> tuple[Line, ...]:
    """The lines of a text that are not blank, in order; none for a blank text."""
    plain = simplified(text)
    lines: list[Line] = []
    at = 0
    for whole in text.split("\n"):
        own = whole.strip()
        if own:
            start = at if own == whole else at + whole.index(own[0])
            end = start + len(own)
            lines.append(Line(len(lines), start, end, own, plain[start:end], _is_prose(own)))
        at += len(whole) + 1
    return tuple(lines)


def zones(lines: Iterable[Line], passed: frozenset[int]) -> dict[int, Zone]:
    """The zone of each line by its index: the body reaches from the first to the last paragraph or numbered heading;
    the lines in ``passed`` (furniture whatever its place) do not count. Without any body all is head.
    """
    lines = tuple(lines)
    article = [line.index for line in lines if line.index not in passed and (line.is_prose or line.is_numbered)]
    if not article:
        return {line.index: "head" for line in lines}
    first, last = article[0], article[-1]
    return {line.index: "head" if line.index < first else "tail" if line.index > last else "body" for line in lines}
