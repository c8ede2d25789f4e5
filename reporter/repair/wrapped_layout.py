"""How a text was set that was cut at a fixed width: the width, the margin, what tells paragraphs apart; and whether it
was so cut at all."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import islice, pairwise

from reporter.language.frequency import is_word
from reporter.language.script import is_han
from reporter.repair.wrapped_rows import Measure, Pair, Row

# Narrower text is verse or a table, wider text is not wrapped for any screen or sheet (in columns).
_NARROWEST, _WIDEST = 24, 140
# Marks that may not begin a line are set behind its end or take the character before them along: so many columns a
# line may exceed the width, or lie below it, for each.
_HANGING, _SLACK = 4, 2
# A word that is longer than that (an address) does not explain an empty end of a line.
_LONGEST_WORD = 24
# A first line's indent is at least so many columns more than its text's margin; a centred or right-aligned line's more.
INDENT, DEEP = 2, 9
# So many of the most common indents may be the margin.
# A wider one must explain half as many line ends again: it lets first lines pass for lines that go on.
_MARGINS, _MORE = 3, 1.5
# So many cuts at least; where lines of any length stand between, in each part of the text.
LEAST_CUTS, LEAST_CUTS_IN_PART = 2, 4
# Of the lines that end no sentence so many must be full; the tests wrap at 30 to 42 characters and reach 0.9 and more.
_FULL_SHARE = 0.75
# Of the cuts so many must go through a word or phrase: about 0.4 in wrapped news, below 0.1 in lists of titles.
_BROKEN_SHARE = 0.1
# Of the paragraphs so many at most begin neither with an indent nor below a blank line where either tells them apart.
_FLUSH_SHARE = 0.25

_LONG_WORD = re.compile(r"[!-~]{20,}")
# What no line of its own begins with, or ends in.
_GOES_ON = re.compile(r"[的了着著们們，。、；：）》”’」』】%％,.;:)a-z]")
_BREAKS_OFF = re.compile(r"[，、（《“‘「『【,]\Z")

End = tuple[int, int, int]
"""A line's right edge, the next line's first word and its indent, all in one measure but the indent in columns."""


@dataclass(frozen=True, slots=True)
class Layout:
    """How a text was set: the measure and the width in it, how many line ends it explains, the margin that lines which
    go on begin at, the blank lines between two lines of a paragraph, and whether an indent or a blank line tells
    paragraphs apart."""

    measure: Measure
    width: int
    fits: int
    margin: int = 0
    gap: int = 0
    is_separated: bool = False

    def is_cut(self, row: Row, after: Row) -> bool:
        """Whether the next line's first word had no room on a line."""
        return _is_cut(row.edge(self.measure), _unit(after.first_word, self.measure), self.width)

    def is_long(self, row: Row) -> bool:
        """Whether a line is longer than the width, and not for one long word."""
        return row.edge(self.measure) > self.width + _HANGING and not _LONG_WORD.search(row.text)

    def is_deep(self, row: Row) -> bool:
        """Whether a line is centred or set to the right."""
        return row.indent >= self.margin + DEEP

    def are_neighbours(self, row: Row, after: Row) -> bool:
        """Whether the second line may go on with the first's paragraph as far as the setting tells."""
        return (
            after.gap == self.gap
            and after.indent < self.margin + INDENT
            and not (self.is_deep(row) or row.is_tabular or after.is_tabular)
        )

    def are_beside(self, row: Row, after: Row) -> bool:
        """Whether two lines are such neighbours and none is too long."""
        return not (self.is_long(row) or self.is_long(after)) and self.are_neighbours(row, after)


def _unit(word: str, measure: Measure) -> int:
    return min(measure(word), _LONGEST_WORD)


def _is_cut(edge: int, unit: int, width: int) -> bool:
    return edge <= width + _HANGING and edge + unit > width - _SLACK


def ends_of(opened: Sequence[Pair], words: Sequence[str], measure: Measure) -> list[End]:
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


def layout_of(opened: Sequence[Pair], ends: Sequence[End], measure: Measure) -> Layout | None:
    """How the text was set, if it was wrapped; None where too few lines stop in the middle of a sentence."""
    if len(opened) < LEAST_CUTS:
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
        found = _width({end: times for end, times in near.items() if end[2] < likely + INDENT})
        if found[1] > _MORE * fits:
            (width, fits), margin = found, likely
    return Layout(measure, width, fits, margin, gap) if fits else None


def _width(ends: Mapping[End, int]) -> tuple[int, int]:
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


def is_separated(rows: Sequence[Row], layout: Layout) -> bool:
    """Whether nearly every paragraph that follows one with a short last line is indented or below a blank line."""
    starts = [after for row, after in pairwise(rows) if row.is_closed and not layout.is_cut(row, after)]
    flush = sum(after.gap == layout.gap and after.indent < layout.margin + INDENT for after in starts)
    return bool(starts) and flush <= _FLUSH_SHARE * len(starts)


def is_wrapped(rows: Sequence[Row], opened: Sequence[Pair], ends: Sequence[End], layout: Layout) -> bool:
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
    if len(cuts) < LEAST_CUTS or (len(cuts) < LEAST_CUTS_IN_PART and any(map(layout.is_long, rows))):
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
    return len(cuts) >= LEAST_CUTS_IN_PART and broken >= 2 * _BROKEN_SHARE


def _is_broken(text: str, after: str) -> bool:
    """Whether the cut goes through a word or phrase."""
    if _BREAKS_OFF.search(text[-1:]) or _GOES_ON.match(after):
        return True
    if text[-1].isdigit():
        return after[0].isdigit()
    if not (is_han(text[-1]) and is_han(after[0])):
        return False
    return any(is_word(text[-left:] + after[:right]) for left, right in ((1, 1), (2, 1), (1, 2), (2, 2)))
