"""Headings without a number: short lines between paragraphs, headings over two lines, headings glued to a paragraph.

Scraped text has lost its bold type, so what is left is position (after a finished paragraph, before one), length,
the absence of a sentence's end, and the company of others of the same shape.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from reporter.language.sentences import split_sentences
from reporter.structure.entries import Entry, entry_of
from reporter.structure.lines import Line
from reporter.structure.phrases import ends_sentence, halves, is_date, is_spoken, is_task

_LONGEST = 32  # characters of an unnumbered heading on one line
_LONGEST_HALVES = 36  # the same with a space between its halves
_LONGEST_MARKED = 80  # of one that the markup calls a heading
_LONGEST_PAIR = 44  # of one over two lines
_LONGEST_ASKING = 24  # of one that asks or calls (？！), which needs others beside it
_CLOSED = re.compile(r"[。！？!?；;…：:][”’」』）)】》]*$")
# Words that are a heading by themselves though shorter than any other.
_FIXED = re.compile(r"(?:前言|引言|导言|序言|概述|概况|背景|摘要|总则|附则|结语|结束语|后记|尾声)$")
_NO_HEADING = re.compile(
    r"[（(【].*[）)】]$|《[^》]*》$|“[^”]*”$|.*[，、,：:—\-]$|.*\d{3,4}[-－]\d{7,8}|.*(?:https?:|www\.|@)"
)
_ENDS_OPEN = re.compile(r".*(?:(?<!目)的|(?<![缓总温])和|(?<![参授给])与|(?<![普埃])及|(?<![面应绝])对|如下|等)$")
# 某地：加快构建…: a place or a speaker before the colon; labels and short answers are no headings.
_COLON = re.compile(r"(?!记者|问|答|主持|时间|地点|注|图|附|联系|电话|地址|来源|作者|标题|主题)[^：]{2,8}：[^：]{6,}$")


@dataclass(frozen=True, slots=True)
class Pair:
    """Two neighbouring entries (their indices) that are one heading over two lines."""

    first: int
    second: int


def is_candidate(line: Line, *, dated: bool = False) -> bool:
    """Whether the line alone may be an unnumbered heading; ``dated`` allows a date (a chronicle's headings)."""
    plain, size = line.plain, line.size
    if size < 4 and not _FIXED.match(plain):
        return False
    if (
        size > (_LONGEST_HALVES if " " in plain else _LONGEST)
        or is_spoken(plain)
        or _NO_HEADING.match(plain)
        or _ENDS_OPEN.match(plain)
    ):
        return False
    if ends_sentence(plain) or any(mark in plain for mark in "。|\t") or ("：" in plain and not _COLON.match(plain)):
        return False
    return plain.count("，") + plain.count(",") <= 2 and len(plain.split()) <= 3 and (dated or not is_date(plain))


def is_chronicle(lines: Sequence[Line]) -> bool:
    """Whether dates head the paragraphs: at least three lines are a date and nothing else."""
    return sum(is_date(line.plain) for line in lines if line.size <= _LONGEST) >= 3


def is_frame(plain: str) -> bool:
    """Whether the words frame a document (前言, 结语, 附则): they stand beside its first level, never above it."""
    return bool(_FIXED.match(plain))


def decide(entries: Sequence[Entry]) -> list[Entry]:
    """The entries with the unnumbered lines that head what follows taken for headings."""
    entries = [_whole(entry) if _is_marked(entry) else entry for entry in entries]
    decided = list(entries)
    dated = is_chronicle([entry.line for entry in entries])
    candidate = [
        entry.role == "text" and entry.marker is None and is_candidate(entry.line, dated=dated) for entry in entries
    ]
    at = 0
    while at < len(entries):
        if not candidate[at]:
            at += 1
            continue
        end = at
        while end < len(entries) and candidate[end]:
            end += 1
        for index in _headings_of_run(entries, at, end):
            decided[index] = _whole(entries[index])
        at = end
    return _with_asking(decided)


def _is_marked(entry: Entry) -> bool:
    """Whether the markup makes the line a heading; a whole paragraph set as one is still a paragraph."""
    line = entry.line
    return entry.role == "text" and entry.marker is None and line.heading_level > 0 and line.size <= _LONGEST_MARKED


def _whole(entry: Entry) -> Entry:
    """The entry as a heading that is its whole line."""
    size = len(entry.line.plain)
    return Entry(entry.line, entry.marker, "alone", size, size, "heading", entry.glued)


def _headings_of_run(entries: Sequence[Entry], start: int, end: int) -> range:
    """Which lines of a run of candidates are headings: the one or two before a paragraph; three in a row are a list."""
    if end - start > 2 or not _follows_an_end(entries, start) or not _precedes_text(entries, end):
        return range(0)
    return range(start, end)


def _follows_an_end(entries: Sequence[Entry], index: int) -> bool:
    """Whether nothing, a heading or a finished paragraph stands before the line."""
    if index == 0:
        return True
    before = entries[index - 1]
    return before.role in ("heading", "row", "contents") or bool(_CLOSED.search(before.line.plain))


def _precedes_text(entries: Sequence[Entry], index: int) -> bool:
    """Whether a paragraph, an item or a heading follows: text longer than the heading, or finished."""
    if index >= len(entries):
        return False
    after = entries[index]
    if after.role == "heading":
        return True
    return after.role in ("text", "item") and (bool(_CLOSED.search(after.line.plain)) or after.line.size > _LONGEST)


def _with_asking(entries: list[Entry]) -> list[Entry]:
    """Short questions and calls between paragraphs become headings where two other lines are unnumbered headings."""
    known = sum(entry.role == "heading" and entry.marker is None for entry in entries)
    if known < 2:
        return entries
    for index, entry in enumerate(entries):
        plain = entry.line.plain
        if entry.role != "text" or entry.marker or entry.line.size > _LONGEST_ASKING or plain[-1:] not in "？！?!":
            continue
        alone = not ends_sentence(plain[:-1]) and "：" not in plain and not plain.startswith(("“", "「"))
        if alone and not is_spoken(plain) and _follows_an_end(entries, index) and _precedes_text(entries, index + 1):
            entries[index] = _whole(entry)
    return entries


def pairs(text: str, entries: Sequence[Entry]) -> list[Pair]:
    """The headings over two lines, with nothing but line ends between them in the text.

    Two unnumbered lines that both stand before a paragraph are one heading when they are of a size; else the first is
    the heading above the second. A number alone takes the line after it, and so does a numbered heading that is cut
    after a comma.
    """
    found: list[Pair] = []
    index = 0
    while index + 1 < len(entries):
        one, two = entries[index], entries[index + 1]
        is_next = not text[one.line.end : two.line.start].strip()
        if two.role == "heading" and two.marker is None and is_next and _joins(one, two):
            found.append(Pair(index, index + 1))
            index += 1
        index += 1
    return found


def _joins(one: Entry, two: Entry) -> bool:
    if one.role != "heading" or one.glued or two.glued or two.line.heading_level:
        return False
    if two.line.gap and not one.line.gap:
        return False
    if one.marker or one.line.heading_level:
        return one.form == "bare"
    sizes = one.line.size, two.line.size
    return sum(sizes) <= _LONGEST_PAIR and max(sizes) <= 2 * min(sizes)


def unglue(entries: Sequence[Entry]) -> list[Entry]:
    """The entries with headings that hang on a paragraph's end made entries of their own.

    A tail without a sentence's end is a heading when a paragraph follows and it has two halves of a size, as
    slogans have, or the document's other unnumbered headings are like it.
    """
    others = Counter(
        (entry.line.size, halves(entry.line.plain) is not None, is_task(entry.line.plain))
        for entry in entries
        if entry.role == "heading" and entry.marker is None
    )
    result: list[Entry] = []
    for index, entry in enumerate(entries):
        tail = _tail(entry) if entry.role in ("text", "item") else 0
        heading = entry.line.part(tail, len(entry.line.text)) if tail else None
        if heading and _precedes_text(entries, index + 1) and _hangs(heading, others):
            result.append(_cut(entry, tail))
            result.append(Entry(heading, None, "alone", len(heading.plain), len(heading.plain), "heading", glued=True))
        else:
            result.append(entry)
    return result


def _tail(entry: Entry) -> int:
    """Where an unfinished end begins after the last sentence's end of the line; 0 for none."""
    plain = entry.line.plain
    if _CLOSED.search(plain):
        return 0
    window = max(0, len(plain) - 120)
    spans = split_sentences(plain[window:])
    return window + spans[-1][0] if len(spans) > 1 else 0


def _hangs(tail: Line, others: Counter[tuple[int, bool, bool]]) -> bool:
    """Whether the tail of a paragraph is a heading, by its two halves or by the company of others like it.

    ``others`` counts the document's unnumbered headings by (size, has two halves, opens with a task's verb).
    """
    if not is_candidate(tail):
        return False
    size = tail.size
    alike = {kind: count for kind, count in others.items() if max(kind[0], size) <= 2 * min(kind[0], size)}
    if halves(tail.plain):
        return is_task(tail.plain) or any(has_halves for _, has_halves, _ in alike)
    return sum(alike.values()) >= 2 and any(task for _, _, task in alike) == is_task(tail.plain)


def _cut(entry: Entry, end: int) -> Entry:
    """The entry without its tail, its role kept."""
    shortened = entry_of(entry.line.part(0, end))
    return shortened.as_role(entry.role)
