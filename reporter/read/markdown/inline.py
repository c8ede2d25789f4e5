"""The inline tokens of a block → lines of pieces: words kept, signs dropped, soft breaks joined."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from markdown_it.token import Token

from reporter.language.script import is_han
from reporter.read.markdown.pieces import Piece

# What begins a line of its own however it is broken: an indent of ideographic blanks, a number.
_NEW_LINE = re.compile(
    r"\u3000|[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十\d]{1,3}[）)]|\d{1,2}[.．、）)](?!\d)|[①-⑳]|第[一二三四五六七八九十百\d]{1,4}[章节節条條部]|[•·●■◆]"
)
# Nobody wraps lines as long as this: what ends a sentence there ends a paragraph.
_LONGEST_WRAPPED = 60
_FULL_STOP = re.compile(r"[。！？][”’」』）]?$")
# Lines that say who, when and where from stand by themselves, as does a numbered phrase above its text.
_STAMP = re.compile(
    r"(?:[来來]源|作者|[记記]者|[发發][布佈](?:[时時][间間]|日期)|日期|[时時][间間]|(?:责任|責任)?[编編][辑輯]|索引[号號]|文[号號]|[关關][键鍵][词詞字])\s*[:：]"
)
_SHORTEST_WRAPPED = 30
_BREAK_TAG = re.compile(r"<br\b", re.IGNORECASE)


def inline_lines(
    content: str, children: Sequence[Token], offsets: Sequence[int], *, numbered: bool = False
) -> list[list[Piece]]:
    """The lines of an inline text as pieces of the source; a line has no markup before its first piece.

    Args:
        content: the text as the parser had it.
        children: its tokens with their places in it.
        offsets: for each of its characters its place in the source, -1 where it has none.
        numbered: whether a number stands before it: a short first line is then a phrase above its text.
    """
    flat = content.replace("\n", " ")
    lines: list[list[Piece]] = [[]]
    at = 0
    joined = False
    last = ""
    dropped = _loose_stars(content, children)
    for index, child in enumerate(children):
        if child.type in ("softbreak", "hardbreak") or (
            child.type == "html_inline" and _BREAK_TAG.match(child.content)
        ):
            joined = False
            if child.type != "softbreak" or _ends_line(content, child.meta["at"], numbered and len(lines) == 1):
                lines.append([])
            else:
                joined = True
            continue
        if index in dropped:
            continue
        for start, end, shown in _kept(content, flat, child, at):
            at = end
            for low, high in _stretches(offsets, start, end, shown):
                joint = " " if joined and lines[-1] and _needs_blank(last, content[start]) else ""
                lines[-1].append(Piece(low, high, joint, shown))
                joined, last = False, (shown or content[start:end])[-1]
    return [line for line in lines if line]


def image_texts(content: str, children: Sequence[Token], offsets: Sequence[int]) -> Iterator[Piece]:
    """The alternative texts of the images of a block."""
    for child in children:
        if child.type == "image" and child.content.strip():
            start = content.find(child.content, child.meta["at"])
            if start >= 0:
                for low, high in _stretches(offsets, start, start + len(child.content), None):
                    yield Piece(low, high, "\n")


def _kept(content: str, flat: str, child: Token, at: int) -> Iterator[tuple[int, int, str | None]]:
    """(start, end, what it stands for) of what a token keeps."""
    if child.type == "text" and child.content:
        start = child.meta["at"]
        if start < at or not content.startswith(child.content, start):
            start = content.find(child.content, at)
        if start >= 0:
            yield start, start + len(child.content), None
    elif child.type == "text_special":
        start = child.meta["at"]
        if child.info == "escape" and content.startswith(child.content, start + 1):
            yield start + 1, start + 1 + len(child.content), None
        else:
            yield start, start + len(child.markup), child.content
    elif child.type in ("em_open", "em_close") and child.markup == "*":
        start = child.meta["at"]  # 3*5*8米 multiplies
        if content[start - 1 : start].isdigit() and content[start + 1 : start + 2].isdigit():
            yield start, start + 1, None
    elif child.type == "code_inline" and child.content:
        start = flat.find(child.content, child.meta["at"] + len(child.markup))
        if start >= 0:
            yield start, start + len(child.content), None


def _stretches(offsets: Sequence[int], start: int, end: int, shown: str | None) -> Iterator[tuple[int, int]]:
    """The stretches of the source behind a stretch of the text; one where it stands for something else."""
    places = [place for place in offsets[start:end] if place >= 0]
    if places and shown is not None:
        yield places[0], places[-1] + 1
        return
    for _, run in groupby(enumerate(places), key=lambda pair: pair[1] - pair[0]):
        held = [place for _, place in run]
        yield held[0], held[-1] + 1


def _loose_stars(content: str, children: Sequence[Token]) -> set[int]:
    """Double stars that the rules of flanking leave over and a Chinese writer meant: **要点：**如下. The indices of
    those that pair up within the text."""
    runs: list[tuple[list[int], int]] = []
    for index, child in enumerate(children):
        if child.type == "text" and child.content == "*":
            if runs and runs[-1][0][-1] == index - 1 and runs[-1][1] == child.meta["at"]:
                runs[-1][0].append(index)
            else:
                runs.append(([index], child.meta["at"]))
    found: set[int] = set()
    opening: list[int] | None = None
    for indices, at in runs:
        if len(indices) != 2:
            continue
        if opening is not None and not content[at - 1 : at].isspace():
            found.update(opening, indices)
            opening = None
        elif content[at + 2 : at + 3].strip():
            opening = indices
    return found


def _ends_line(content: str, at: int, below_number: bool) -> bool:
    """Whether the line that a soft break ends is a paragraph of its own."""
    start = content.rfind("\n", 0, at) + 1
    before, after = content[start:at].strip(), _next_words(content, at)
    if _NEW_LINE.match(after) or _STAMP.match(before) or _STAMP.match(after):
        return True
    if below_number and len(before) <= _SHORTEST_WRAPPED and not before.endswith(("，", "、", "；", ",")):
        return True
    return len(before) > _LONGEST_WRAPPED and _FULL_STOP.search(before) is not None


def _next_words(content: str, at: int) -> str:
    """How the line behind a soft break begins."""
    start = content.find("\n", at) + 1
    return content[start : start + 40].lstrip(" \t")


def _needs_blank(before: str, after: str) -> bool:
    """Whether a line break between two characters is a blank: not between Chinese ones, nor between a Chinese one and a
    digit, as Chinese is set without (化肥 and 2.3万吨)."""
    wide = _is_wide(before), _is_wide(after)
    return not (all(wide) or (any(wide) and (before.isdecimal() or after.isdecimal())))


def _is_wide(char: str) -> bool:
    return is_han(char) or char in "，。；：！？、（）《》“”‘’—…【】「」『』〔〕％"
