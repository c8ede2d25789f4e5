"""Lines that lost their breaks: a numbered heading behind the end of a paragraph begins a line of its own."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from reporter.structure.entries import SHORT_RUN_IN, entry_of
from reporter.structure.lines import Line
from reporter.structure.markers import Marker, find_marker
from reporter.structure.phrases import ends_sentence, is_phrase

# Only 一、 and （一） behind a sentence's end: 1. and （1） number lists inside paragraphs far too often.
_NUMBER = re.compile(r"[。！？”」]\s*(?=[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十]{1,3}[）)])")
_LONGEST_TAIL = 40
_BRACKET = re.compile(r"[（(](?:\d{4}\s?[—–\-至~～]+\s?\d{4}年?|试行|暂行|草案|修[订正].{0,6}|征求意见稿)[）)]$")


def join_lines(text: str, lines: Sequence[Line]) -> list[Line]:
    """The lines with broken headings joined: a numbered one after a comma, where the next line goes on, short and
    unnumbered, without a sentence's end; any short line before a bracket such as （2024—2026年）. The second line is
    never the last."""
    joined: list[Line] = []
    for index, line in enumerate(lines):
        before = joined[-1] if joined and index + 1 < len(lines) else None
        gap = text[before.end : line.start] if before else ""
        if before and not gap.strip() and _belong(before, line):
            joined[-1] = replace(
                before, end=line.end, text=before.text + gap + line.text, plain=before.plain + gap + line.plain
            )
        else:
            joined.append(line)
    return joined


def _belong(before: Line, line: Line) -> bool:
    """Whether the two lines are one heading."""
    if _BRACKET.match(line.plain):
        return (
            before.size <= _LONGEST_TAIL
            and not ends_sentence(before.plain)
            and not before.plain.endswith(("：", "）", ")"))
        )
    return _broken(before) and _goes_on(line)


def _broken(line: Line) -> bool:
    return bool(
        line.plain.endswith(("，", ",", "、")) and line.size <= _LONGEST_TAIL and find_marker(line.plain)
    ) and not ends_sentence(line.plain)


def _goes_on(line: Line) -> bool:
    return line.size <= _LONGEST_TAIL and not find_marker(line.plain) and not ends_sentence(line.plain)


def split_lines(lines: Sequence[Line]) -> list[Line]:
    """The lines with such headings split off: one that closes its line, and runs of run-in headings in one line."""
    result: list[Line] = []
    last: dict[str, int] = {}
    for index, line in enumerate(lines):
        cuts = [match.end() for match in _NUMBER.finditer(line.plain)]
        followed = index + 1 < len(lines)
        for piece in _pieces(line, _kept(line, cuts, last, followed=followed)) if cuts else [line]:
            marker = find_marker(piece.plain)
            if marker and marker.value is not None:
                last[marker.scheme] = marker.value
            result.append(piece)
    return result


def _kept(line: Line, cuts: Sequence[int], last: dict[str, int], *, followed: bool) -> list[int]:
    """Which of the places where a number stands begin a heading."""
    pieces = _pieces(line, cuts)
    heads = find_marker(line.plain)
    counts = dict(last) if heads is None or heads.value is None else {**last, heads.scheme: heads.value}
    kept = []
    for cut, piece in zip(cuts, pieces[1:], strict=True):
        marker = find_marker(piece.plain)
        if not marker or marker.value is None or marker.value not in (1, counts.get(marker.scheme, 0) + 1):
            continue
        closes = cut == cuts[-1] and followed and _stands_alone(piece)
        if closes or ((len(pieces) > 2 or heads) and _runs_in(piece, marker)):
            kept.append(cut)
            counts[marker.scheme] = marker.value
    return kept


def _stands_alone(piece: Line) -> bool:
    return piece.size <= _LONGEST_TAIL and entry_of(piece).form == "alone"


def _runs_in(piece: Line, marker: Marker) -> bool:
    """Whether the piece is a heading with its paragraph: a short phrase, a full stop, more text."""
    entry = entry_of(piece)
    return (
        entry.form == "run-in"
        and is_phrase(entry.phrase, SHORT_RUN_IN)
        and len(piece.plain) - marker.end > SHORT_RUN_IN
    )


def _pieces(line: Line, cuts: Sequence[int]) -> list[Line]:
    return list(_parts(line, [0, *cuts, len(line.text)]))


def _parts(line: Line, bounds: Sequence[int]) -> Iterator[Line]:
    for low, high in pairwise(bounds):
        yield line.part(low, high)
