"""The lines right above a table → which of them are its caption and unit, and so no text of the article."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

CAPTION = re.compile(r"\s*[（(]?(?:[附续續]?表\s*[\d一二三四五六七八九十]|[续續]表)")
"""How a caption begins that counts its table."""
UNIT = re.compile(r"\s*[（(]?\w{0,4}[单單]位\s*[：:]")
"""How a line begins that states a table's unit (单位：万元)."""
# Lines that name a table are no longer than this.
_LONGEST = 40
_LONGEST_UNIT = 24
_ENDS_TEXT = ("。", "；", "：", "，", "、", "！", "？", ":", ";", ",")
_BRACKET = re.compile(r"[（(][^（）()]{1,30}[）)]")
_NUMBERED = re.compile(
    r"\s*(?:[一二三四五六七八九十]{1,3}[、．.]|[（(][一二三四五六七八九十\d]{1,3}[）)]|\d{1,2}[、．.](?!\d)|"
    r"第[一二三四五六七八九十百\d]{1,4}[编編篇部章节節条條])"
)


@dataclass(frozen=True, slots=True)
class LineAbove:
    """A line of the text before a table. ``is_plain`` says that the markup calls it neither title nor heading, item or
    aside; ``is_styled`` that it calls it a caption."""

    text: str
    is_plain: bool = True
    is_styled: bool = False


def own_lines(lines: Sequence[LineAbove], *, is_opened: bool) -> tuple[int, int | None]:
    """(where the table's own lines begin, which one is its caption): the lines of units right above the table, and
    above them the caption, between them a line in brackets (2023年末): styled so, beginning with 表1, or any short line
    above a unit that has no number of a heading. (len(lines), None) where none is.

    Args:
        lines: all before the table, or the last few, from top to bottom.
        is_opened: whether text or a title stands before them; else the line above a unit may be the file's title, and
            the first line of all is none of the table's.
    """
    first = len(lines)
    while first and _is_unit(lines[first - 1]):
        first -= 1
    has_unit = first < len(lines) and is_opened
    at = first - 1 - (first > 1 and _BRACKET.fullmatch(lines[first - 1].text.strip()) is not None)
    if at >= 0 and _is_caption(lines[at], has_unit=has_unit, may_count=at > 0 or is_opened):
        return at, at
    return first, None


def opens_text(line: LineAbove) -> bool:
    """Whether with a line the text has begun, or its title stands: what follows may be a caption without a number."""
    return not line.is_plain or line.text.rstrip().endswith(_ENDS_TEXT) or len(line.text) > _LONGEST


def _is_unit(line: LineAbove) -> bool:
    return line.is_plain and len(line.text) <= _LONGEST_UNIT and UNIT.match(line.text) is not None


def _is_caption(line: LineAbove, *, has_unit: bool, may_count: bool) -> bool:
    if line.is_styled:
        return True
    text = line.text.strip()
    if not line.is_plain or not 2 <= len(text) <= _LONGEST or text.endswith(_ENDS_TEXT) or _NUMBERED.match(text):
        return False
    return has_unit or (may_count and CAPTION.match(text) is not None)
