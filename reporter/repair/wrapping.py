"""Hard-wrapped text: lines that were cut at a fixed width become paragraphs again.

Before: a text whose line ends still carry their indents. After: the line ends (with the blanks around them) that a
program put there for the width alone, each to be replaced by nothing, or by one blank between Latin words.

A line was cut for its width when what comes next had no room on it: its right edge and the next line's first word
together exceed the width (greedy filling, as every such program does it). A text counts as wrapped only when nearly all
its lines that end no sentence are of that kind, and enough of the cuts go through a word or a phrase: lists, verse and
one-sentence paragraphs have no such cuts. Nothing depends on marks or on the order of steps: rejoined text has lines
longer than the width and is left alone.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import groupby, islice, pairwise
from typing import NamedTuple

from reporter.language.frequency import is_word
from reporter.language.script import HAN, is_han, simplified
from reporter.repair import stamps

# Narrower text is verse or a table, wider text is not wrapped for any screen or sheet (in columns).
_NARROWEST, _WIDEST = 24, 140
# Marks that may not begin a line are set behind its end or take the character before them along: so many columns a
# line may exceed the width, or lie below it, for each.
_HANGING, _SLACK = 4, 2
# A word that is longer than that (an address) does not explain an empty end of a line.
_LONGEST_WORD = 24
# A first line's indent is at least so many columns more than its text's margin; a centred or right-aligned line's more.
_INDENT, _DEEP = 2, 9
# So many of the most common indents may be the margin.
# A wider one must explain half as many line ends again: it lets first lines pass for lines that go on.
_MARGINS, _MORE = 3, 1.5
# So many cuts at least; where lines of any length stand between, in each part of the text.
_LEAST_CUTS, _LEAST_CUTS_IN_PART = 2, 4
# Of the lines that end no sentence so many must be full; the tests wrap at 30 to 42 characters and reach 0.9 and more.
_FULL_SHARE = 0.75
# Of the cuts so many must go through a word or phrase: about 0.4 in wrapped news, below 0.1 in lists of titles.
_BROKEN_SHARE = 0.1
# Of the paragraphs so many at most begin neither with an indent nor below a blank line where either tells them apart.
_FLUSH_SHARE = 0.25

_BLANK = " \t\u00a0\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u3000"
_TAB = "    "
_CLOSED = re.compile(r"(?:[。！？；：…!?;:]|\.{3}|(?<=[^\d\sA-Za-z])\.)[”’』」）)】》\"']{0,2}\Z")
_LONGEST_CLOSE = 6  # an ellipsis and two quotes, and one character before
_OPEN = re.compile(rf"[{HAN}，、,A-Za-z0-9％%·—（《“-]")
_TABULAR = re.compile(r"\S(?: {3,}|\u3000{2,}| ?\t ?)\S|[|｜│┃┌├└┬┼─═]{1}.*[|｜│┃┐┤┘┬┼─═]|\A[>#*=~_\-+]{1,3}(?:\s|\Z)")
_TABULAR_SIGN = re.compile("[ \t\u3000|｜│┃┌├└┬┼─═>#*=~_+-]")
_LONG_WORD = re.compile(r"[!-~]{20,}")
_UNIT = re.compile(
    r"[（《“‘「『【〔(\[<\"']*(?:[!-~]+|\S)[，。、；：！？）》”’」』】〕…—％,.;:!?)\]%]*",
)
_MARKER = re.compile(
    r"[一二三四五六七八九十百]{1,4}、|[（(][一二三四五六七八九十\d]{1,3}[）)]|第[一二三四五六七八九十百\d]{1,4}[章节節条條部编編篇]"
    r"|\d{1,2}[、.．](?![\d])|\d{1,2}[)）]|[①-⑳●○■□◆◇★☆▲△※•·]|[一二三四五六七八九十]是|—{1,2}"
)
_SECTION = re.compile(
    r"[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十]{1,3}[）)]|第[一二三四五六七八九十百\d]{1,4}[章节節编編篇]"
)
# What no line of its own begins with, or ends in.
_GOES_ON = re.compile(r"[的了着著们們，。、；：）》”’」』】%％,.;:)a-z]")
_BREAKS_OFF = re.compile(r"[，、（《“‘「『【,]\Z")

Measure = Callable[[str], int]


def columns(text: str) -> int:
    """The width on a screen: two columns a Chinese character or mark, one for everything else."""
    return len(text.encode("gbk", "replace"))


class _Row(NamedTuple):
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


_Pair = tuple[_Row, _Row]
"""A line and the one below it."""
_End = tuple[int, int, int]
"""A line's right edge, the next line's first word and its indent, all in one measure but the indent in columns."""


@lru_cache(maxsize=8192)
def _is_open_end(char: str) -> bool:
    return _OPEN.match(char) is not None


@dataclass(frozen=True, slots=True)
class _Layout:
    """How a text was set: the measure and the width in it, how many line ends it explains, the margin that lines which
    go on begin at, the blank lines between two lines of a paragraph, and whether an indent or a blank line tells
    paragraphs apart."""

    measure: Measure
    width: int
    fits: int
    margin: int = 0
    gap: int = 0
    is_separated: bool = False

    def is_cut(self, row: _Row, after: _Row) -> bool:
        """Whether the next line's first word had no room on a line."""
        return _is_cut(row.edge(self.measure), _unit(after.first_word, self.measure), self.width)

    def is_long(self, row: _Row) -> bool:
        """Whether a line is longer than the width, and not for one long word."""
        return row.edge(self.measure) > self.width + _HANGING and not _LONG_WORD.search(row.text)

    def is_deep(self, row: _Row) -> bool:
        """Whether a line is centred or set to the right."""
        return row.indent >= self.margin + _DEEP

    def are_neighbours(self, row: _Row, after: _Row) -> bool:
        """Whether the second line may go on with the first's paragraph as far as the setting tells."""
        return (
            after.gap == self.gap
            and after.indent < self.margin + _INDENT
            and not (self.is_deep(row) or row.is_tabular or after.is_tabular)
        )

    def are_beside(self, row: _Row, after: _Row) -> bool:
        """Whether two lines are such neighbours and none is too long."""
        return not (self.is_long(row) or self.is_long(after)) and self.are_neighbours(row, after)


def _unit(word: str, measure: Measure) -> int:
    return min(measure(word), _LONGEST_WORD)


def _is_cut(edge: int, unit: int, width: int) -> bool:
    return edge <= width + _HANGING and edge + unit > width - _SLACK


def joints(text: str) -> Iterator[tuple[int, int, str]]:
    """The line ends that were put in for the width alone, with the blanks around them; nothing for other text."""
    if text.count("\n") < _LEAST_CUTS:
        return
    rows = _rows(text)
    opened = [(row, after) for row, after in pairwise(rows) if row.is_open and after.gap < 2 and not row.is_tabular]
    words = [after.first_word for _, after in opened]
    settings = [
        (ends, layout)
        for measure in (columns, len)
        if (layout := _layout(opened, ends := _ends(opened, words, measure), measure))
    ]
    for ends, layout in sorted(settings, key=lambda setting: -setting[1].fits):
        joined = _all_joined(rows, layout) if _is_wrapped(rows, opened, ends, layout) else []
        if joined:
            breaks_words = _breaks_words(joined, layout)
            yield from ((row.end, after.start, _between(row, after, breaks_words)) for row, after in joined)
            return


def _rows(text: str) -> list[_Row]:
    rows: list[_Row] = []
    gap = start = 0
    widths = map(len, text.encode("gbk", "replace").split(b"\n"))  # no second byte of GBK is a line feed
    for line, width in zip(text.split("\n"), widths, strict=True):
        words = line.strip()
        if not words:
            gap += 1
        elif words == line:
            rows.append(_Row(start, line, width, "", gap))
            gap = 0
        else:
            words = line.rstrip().lstrip(_BLANK)
            left = line[: len(line.rstrip()) - len(words)]
            rows.append(_Row(start + len(left), words, columns(words), left, gap))
            gap = 0
        start += len(line) + 1
    return rows


# -- the setting


def _ends(opened: Sequence[_Pair], words: Sequence[str], measure: Measure) -> list[_End]:
    """What tells of each line whether it was cut.

    Args:
        opened: the lines, each with the one below.
        words: the first word of each one below.
        measure: what they are measured by.
    """
    return [
        (row.edge(measure), _unit(word, measure), after.indent)
        for (row, after), word in zip(opened, words, strict=True)
    ]


def _layout(opened: Sequence[_Pair], ends: Sequence[_End], measure: Measure) -> _Layout | None:
    """How the text was set, if it was wrapped; None where too few lines stop in the middle of a sentence."""
    if len(opened) < _LEAST_CUTS:
        return None
    gaps = [after.gap for _, after in opened]
    gap = int(2 * sum(gaps) > len(gaps) and 0 not in gaps)
    near = Counter(end for end, blank in zip(ends, gaps, strict=True) if blank == gap)
    indents: Counter[int] = Counter()
    for (_, _, indent), times in near.items():
        indents[indent] += times
    margins = [margin for margin, _ in indents.most_common(_MARGINS)]
    width, fits, margin = 0, 0, 0
    for likely in sorted(margins):
        found = _width({end: times for end, times in near.items() if end[2] < likely + _INDENT})
        if found[1] > _MORE * fits:
            (width, fits), margin = found, likely
    return _Layout(measure, width, fits, margin, gap) if fits else None


def _width(ends: Mapping[_End, int]) -> tuple[int, int]:
    """The width that explains the most line ends, each given with how many lines end so, and how many it explains;
    (0, 0) where none does."""
    edges: Counter[int] = Counter()
    for (edge, *_), times in ends.items():
        if _NARROWEST <= edge <= _WIDEST:
            edges[edge] += times
    likely = sorted(edges, key=lambda edge: (-edges[edge], edge))[:8]
    fits = {
        width: sum(times for (edge, unit, _), times in ends.items() if _is_cut(edge, unit, width)) for width in likely
    }
    return max(fits.items(), key=lambda item: (item[1], edges[item[0]], item[0]), default=(0, 0))


def _is_separated(rows: Sequence[_Row], layout: _Layout) -> bool:
    """Whether nearly every paragraph that follows one with a short last line is indented or below a blank line."""
    starts = [after for row, after in pairwise(rows) if row.is_closed and not layout.is_cut(row, after)]
    flush = sum(after.gap == layout.gap and after.indent < layout.margin + _INDENT for after in starts)
    return bool(starts) and flush <= _FLUSH_SHARE * len(starts)


def _is_wrapped(rows: Sequence[_Row], opened: Sequence[_Pair], ends: Sequence[_End], layout: _Layout) -> bool:
    """Whether the line ends inside a sentence are cuts for the width: nearly all, or many beyond doubt and nearly all
    between the first and the last (titles, dates and signatures stand above and below).

    Args:
        rows: all lines.
        opened: those that stop in the middle of a sentence, each with the line below.
        ends: how each of these ends.
        layout: how the text was set.
    """
    cut = [_is_cut(edge, unit, layout.width) for edge, unit, _ in ends]
    cuts = [n for n, pair in enumerate(opened) if cut[n] and not pair[1].has_marker and layout.are_beside(*pair)]
    if len(cuts) < _LEAST_CUTS or (len(cuts) < _LEAST_CUTS_IN_PART and any(map(layout.is_long, rows))):
        return False

    def short(first: int, end: int) -> int:
        """How many lines of a stretch stop short of the width; so many as there are cuts are too many."""
        found = (not (cut[n] or opened[n][0].has_marker) and layout.are_beside(*opened[n]) for n in range(first, end))
        return sum(islice(filter(None, found), len(cuts)))

    if len(cuts) < _FULL_SHARE * (len(cuts) + short(cuts[0], cuts[-1])):
        return False
    broken = sum(_is_broken(opened[n][0].text, opened[n][1].text) for n in cuts) / len(cuts)
    if len(cuts) >= _FULL_SHARE * (len(cuts) + short(0, len(opened))):
        return broken >= _BROKEN_SHARE
    return len(cuts) >= _LEAST_CUTS_IN_PART and broken >= 2 * _BROKEN_SHARE


def _is_broken(text: str, after: str) -> bool:
    """Whether the cut goes through a word or phrase."""
    if _BREAKS_OFF.search(text[-1:]) or _GOES_ON.match(after):
        return True
    if text[-1].isdigit():
        return after[0].isdigit()
    if not (is_han(text[-1]) and is_han(after[0])):
        return False
    return any(is_word(text[-left:] + after[:right]) for left, right in ((1, 1), (2, 1), (1, 2), (2, 2)))


# -- the paragraphs


def _all_joined(rows: Sequence[_Row], layout: _Layout) -> list[_Pair]:
    """All neighbouring lines of one paragraph."""
    layout = replace(layout, is_separated=_is_separated(rows, layout))
    return [pair for part in _parts(rows, layout) for pair in _joined(part, layout)]


def _parts(rows: Sequence[_Row], layout: _Layout) -> Iterator[list[_Row]]:
    """The stretches of two lines and more without any line longer than the width."""
    for is_long, part in groupby(rows, key=layout.is_long):
        stretch = list(part)
        if not is_long and len(stretch) > 1:
            yield stretch


def _joined(rows: Sequence[_Row], layout: _Layout) -> Iterator[_Pair]:
    """The neighbouring lines of one paragraph."""
    first = rows[0]
    hanging: int | None = None
    for (row, after), below in zip(pairwise(rows), (*rows[2:], None), strict=True):
        hangs = _hangs(first, row, after, layout, hanging)
        if (hangs or layout.are_neighbours(row, after)) and _goes_on(row, after, below, layout):
            hanging = after.indent if hangs else hanging
            yield row, after
        else:
            first, hanging = after, None


def _hangs(first: _Row, row: _Row, after: _Row, layout: _Layout, hanging: int | None) -> bool:
    """Whether a line stands below an item's text, to the right of its marker."""
    if not first.has_marker or after.gap != layout.gap or after.is_tabular or row.is_tabular or after.has_marker:
        return False
    return after.indent == hanging if hanging is not None else row is first and 0 < after.indent - row.indent < _DEEP


def _goes_on(row: _Row, after: _Row, below: _Row | None, layout: _Layout) -> bool:
    """Whether a full line and the next are one paragraph: no heading begins there, and no item where only the line
    ends tell items apart."""
    if not layout.is_cut(row, after) or stamps.is_full_stamp(simplified(after.text)):
        return False
    if not row.is_closed:
        return layout.is_separated or not _SECTION.match(after.text)
    begins = _SECTION.match(after.text) is not None if layout.is_separated else after.has_marker
    return not begins and not _is_heading(after, below, layout)


def _is_heading(row: _Row, below: _Row | None, layout: _Layout) -> bool:
    """Whether a line behind a finished sentence is short and finishes none."""
    is_last = below is None or not (layout.are_neighbours(row, below) and layout.is_cut(row, below))
    return row.is_open and is_last and row.edge(layout.measure) < layout.width * 3 // 4


def _breaks_words(joined: Sequence[_Pair], layout: _Layout) -> bool:
    """Whether the cuts go through Latin words and numbers too: all lines are full to the last column."""
    return len(joined) >= _LEAST_CUTS_IN_PART and all(row.edge(layout.measure) >= layout.width - 1 for row, _ in joined)


def _between(row: _Row, after: _Row, breaks_words: bool) -> str:
    """What joins two lines: a blank between Latin words, none in Chinese, in a number or behind a hyphen."""
    before, first = row.text[-1], after.text[0]
    if not (before.isascii() and first.isascii()) or before in "-/(" or first in ".,:;!?%)":
        return ""
    in_number = first.isdigit() and re.search(r"\d[.,:]?\Z", row.text)
    return "" if breaks_words or in_number else " "
