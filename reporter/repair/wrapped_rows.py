"""The lines of a text that may have been cut at a fixed width: their place, width, indent, and what they begin and end
with."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache
from typing import NamedTuple

from reporter.language.script import HAN

_BLANK = " \t\u00a0\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u3000"
_TAB = "    "
_CLOSED = re.compile(r"(?:[。！？；：…!?;:]|\.{3}|(?<=[^\d\sA-Za-z])\.)[”’』」）)】》\"']{0,2}\Z")
_LONGEST_CLOSE = 6  # an ellipsis and two quotes, and one character before
_OPEN = re.compile(rf"[{HAN}，、,A-Za-z0-9％%·—（《“-]")
_TABULAR = re.compile(r"\S(?: {3,}|\u3000{2,}| ?\t ?)\S|[|｜│┃┌├└┬┼─═]{1}.*[|｜│┃┐┤┘┬┼─═]|\A[>#*=~_\-+]{1,3}(?:\s|\Z)")
_TABULAR_SIGN = re.compile("[ \t\u3000|｜│┃┌├└┬┼─═>#*=~_+-]")
_UNIT = re.compile(
    r"[（《“‘「『【〔(\[<\"']*(?:[!-~]+|\S)[，。、；：！？）》”’」』】〕…—％,.;:!?)\]%]*",
)
_MARKER = re.compile(
    r"[一二三四五六七八九十百]{1,4}、|[（(][一二三四五六七八九十\d]{1,3}[）)]|第[一二三四五六七八九十百\d]{1,4}[章节節条條部编編篇]"
    r"|\d{1,2}[、.．](?![\d])|\d{1,2}[)）]|[①-⑳●○■□◆◇★☆▲△※•·]|[一二三四五六七八九十]是|—{1,2}"
)

Measure = Callable[[str], int]


def columns(text: str) -> int:
    """The width on a screen: two columns a Chinese character or mark, one for everything else."""
    return len(text.encode("gbk", "replace"))


class Row(NamedTuple):
    """A line that is not blank: its place without the blanks around it, its width in columns, the blanks before it, the
    blank lines above."""

    start: int
    text: str
    width: int
    left: str
    gap: int

    @property
    def end(self) -> int:
        """Where its text ends."""
        return self.start + len(self.text)

    @property
    def indent(self) -> int:
        """The columns of the blanks before it."""
        return columns(self.left.replace("\t", _TAB)) if self.left else 0

    @property
    def is_open(self) -> bool:
        """Whether it stops in the middle of a sentence, as headings and names do too."""
        return _is_open_end(self.text[-1])

    @property
    def is_closed(self) -> bool:
        """Whether it ends with a sentence or a clause that introduces a list."""
        return _CLOSED.search(self.text[-_LONGEST_CLOSE:]) is not None

    @property
    def is_tabular(self) -> bool:
        """Whether it is a row of a table, a quotation mark's line or a rule."""
        return _TABULAR_SIGN.search(self.text) is not None and _TABULAR.search(self.text) is not None

    @property
    def has_marker(self) -> bool:
        """Whether it begins like a numbered heading or an item."""
        return _MARKER.match(self.text) is not None

    @property
    def first_word(self) -> str:
        """What would have had to stand on the line above: its first word with the marks around it."""
        first = _UNIT.match(self.text)
        return first.group() if first else ""

    def edge(self, measure: Measure) -> int:
        """Its right edge."""
        own = self.width if measure is columns else measure(self.text)
        return own + measure(self.left.replace("\t", _TAB)) if self.left else own


Pair = tuple[Row, Row]
"""A line and the one below it."""


@lru_cache(maxsize=8192)
def _is_open_end(char: str) -> bool:
    return _OPEN.match(char) is not None


def rows_of(text: str) -> list[Row]:
    """The lines of a text that are not blank, in their order; none of a blank text."""
    rows: list[Row] = []
    gap = start = 0
    widths = map(len, text.encode("gbk", "replace").split(b"\n"))  # no second byte of GBK is a line feed
    for line, width in zip(text.split("\n"), widths, strict=True):
        words = line.strip()
        if not words:
            gap += 1
        elif words == line:
            rows.append(Row(start, line, width, "", gap))
            gap = 0
        else:
            words = line.rstrip().lstrip(_BLANK)
            left = line[: len(line.rstrip()) - len(words)]
            rows.append(Row(start + len(left), words, columns(words), left, gap))
            gap = 0
        start += len(line) + 1
    return rows
