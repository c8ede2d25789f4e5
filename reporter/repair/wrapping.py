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
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby, pairwise

from reporter.language.script import simplified
from reporter.repair import stamps
from reporter.repair.wrapped_layout import (
    DEEP,
    LEAST_CUTS,
    LEAST_CUTS_IN_PART,
    Layout,
    ends_of,
    is_separated,
    is_wrapped,
    layout_of,
)
from reporter.repair.wrapped_rows import Pair, Row, columns, rows_of

_SECTION = re.compile(
    r"[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十]{1,3}[）)]|第[一二三四五六七八九十百\d]{1,4}[章节節编編篇]"
)


def joints(text: str) -> Iterator[tuple[int, int, str]]:
    """The line ends that were put in for the width alone, with the blanks around them; nothing for other text."""
    if text.count("\n") < LEAST_CUTS:
        return
    rows = rows_of(text)
    opened = [(row, after) for row, after in pairwise(rows) if row.is_open and after.gap < 2 and not row.is_tabular]
    words = [after.first_word for _, after in opened]
    settings = [
        (ends, layout)
        for measure in (columns, len)
        if (layout := layout_of(opened, ends := ends_of(opened, words, measure), measure))
    ]
    for ends, layout in sorted(settings, key=lambda setting: -setting[1].fits):
        joined = _all_joined(rows, layout) if is_wrapped(rows, opened, ends, layout) else []
        if joined:
            breaks_words = _breaks_words(joined, layout)
            yield from ((row.end, after.start, _between(row, after, breaks_words)) for row, after in joined)
            return


# -- the paragraphs


def _all_joined(rows: Sequence[Row], layout: Layout) -> list[Pair]:
    """All neighbouring lines of one paragraph."""
    layout = replace(layout, is_separated=is_separated(rows, layout))
    return [pair for part in _parts(rows, layout) for pair in _joined(part, layout)]


def _parts(rows: Sequence[Row], layout: Layout) -> Iterator[list[Row]]:
    """The stretches of two lines and more without any line longer than the width."""
    for is_long, part in groupby(rows, key=layout.is_long):
        stretch = list(part)
        if not is_long and len(stretch) > 1:
            yield stretch


def _joined(rows: Sequence[Row], layout: Layout) -> Iterator[Pair]:
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


def _hangs(first: Row, row: Row, after: Row, layout: Layout, hanging: int | None) -> bool:
    """Whether a line stands below an item's text, to the right of its marker."""
    if not first.has_marker or after.gap != layout.gap or after.is_tabular or row.is_tabular or after.has_marker:
        return False
    return after.indent == hanging if hanging is not None else row is first and 0 < after.indent - row.indent < DEEP


def _goes_on(row: Row, after: Row, below: Row | None, layout: Layout) -> bool:
    """Whether a full line and the next are one paragraph: no heading begins there, and no item where only the line
    ends tell items apart."""
    if not layout.is_cut(row, after) or stamps.is_full_stamp(simplified(after.text)):
        return False
    if not row.is_closed:
        return layout.is_separated or not _SECTION.match(after.text)
    begins = _SECTION.match(after.text) is not None if layout.is_separated else after.has_marker
    return not begins and not _is_heading(after, below, layout)


def _is_heading(row: Row, below: Row | None, layout: Layout) -> bool:
    """Whether a line behind a finished sentence is short and finishes none."""
    is_last = below is None or not (layout.are_neighbours(row, below) and layout.is_cut(row, below))
    return row.is_open and is_last and row.edge(layout.measure) < layout.width * 3 // 4


def _breaks_words(joined: Sequence[Pair], layout: Layout) -> bool:
    """Whether the cuts go through Latin words and numbers too: all lines are full to the last column."""
    return len(joined) >= LEAST_CUTS_IN_PART and all(row.edge(layout.measure) >= layout.width - 1 for row, _ in joined)


def _between(row: Row, after: Row, breaks_words: bool) -> str:
    """What joins two lines: a blank between Latin words, none in Chinese, in a number or behind a hyphen."""
    before, first = row.text[-1], after.text[0]
    if not (before.isascii() and first.isascii()) or before in "-/(" or first in ".,:;!?%)":
        return ""
    in_number = first.isdigit() and re.search(r"\d[.,:]?\Z", row.text)
    return "" if breaks_words or in_number else " "
