"""Footnotes: which rows of a page are notes, and the marks that refer to them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from reporter.read.pdf.content import PageContent
from reporter.read.pdf.lines import Line
from reporter.read.pdf.running import PageRows

_NOTE_MARK = re.compile(r"[\[〔［(（]?([0-9⁰¹²³⁴-⁹]{1,3}|[\u2460-\u2473]|[*＊†‡]{1,3})[\]〕］)）]?")
_FROM_RAISED = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")


@dataclass(frozen=True, slots=True)
class Note:
    """A line of a footnote; ``opens`` says that a note begins with it."""

    line: Line
    opens: bool


def note_rows(page: PageRows, body: Sequence[int], size: float) -> frozenset[int]:
    """The rows of the footnotes: small, at the foot, below a short rule or opened by a mark that is raised above."""
    low: list[int] = []
    for index in reversed(body):
        if page.lines[index].size > 1.02 * size or page.lines[index].box[1] < 0.3 * page.content.view.size[1]:
            break
        low.insert(0, index)
    raised = {bare_mark(line.text[start:end]) for line in page.lines for start, end in line.raised}
    for place, index in enumerate(low):
        line = page.lines[index]
        mark = mark_of(line.text)
        largest = max(page.lines[other].size for other in low[place:])
        above = max((page.lines[other].box[3] for other in body if other < index), default=0.0)
        if (mark or largest < 0.95 * size) and _has_rule(page.content, above - 0.4 * size, line.box[1] + 0.4 * size):
            return frozenset(low[place:])
        if mark and mark in raised and largest < 0.99 * size:
            return frozenset(low[place:])
    return frozenset()


def _has_rule(content: PageContent, top: float, bottom: float) -> bool:
    """Whether a short level rule lies between two heights."""
    return any(
        rule.horizontal and 30 < rule.x1 - rule.x0 < 0.5 * content.view.size[0] and top <= rule.top <= bottom
        for rule in content.rules
    )


def bare_mark(mark: str) -> str:
    """A mark without brackets, its digits not raised."""
    return mark.translate(_FROM_RAISED).strip("[]〔〕［］()（） ")


def mark_of(text: str) -> str:
    """The mark that opens a note; empty where none does."""
    found = _NOTE_MARK.match(text)
    return bare_mark(found[0]) if found else ""


def note_items(page: PageRows, rows: Sequence[int]) -> Iterator[Note]:
    """The lines of the notes; one opens a note when its mark counts on."""
    last = 0
    for index in rows:
        line = page.lines[index]
        mark = mark_of(line.text)
        value = int(mark) if mark.isdigit() else 0
        opens = bool(mark) and (not value or not last or value == last + 1)
        last = value if opens and value else last
        yield Note(line, opens or index == rows[0])
