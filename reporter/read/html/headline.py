"""Which block of a page is its title."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from reporter.read.html.page import Block
from reporter.read.html.regions import Lines, bare

_SHORTEST, _LONGEST = 4, 80
# A heading of a lower level is no title.
_LOWEST = 3
_SEPARATOR = re.compile(r"(?:(?<!\s)\s++)?[-_|｜–—>»]++\s*+")
# The tags before a line tell how it is set: as a title by the name of its style, or centred and large or bold.
_TAGS_BEFORE = 800
_NAMED = re.compile(
    r"(?:class|id)\s*=\s*[\"']?[^\"'<>]{0,80}?(?<![a-z])(?:mso)?(?:title|tit|biaoti|bt|headline|lbltitle)(?![a-z])",
    re.IGNORECASE,
)
_CENTRED = re.compile(r"<(?!table|tr)\w[^<>]*align\s*[=:]\s*[\"']?(?:center|middle)|<center", re.IGNORECASE)
_LARGE = re.compile(
    r"<(?:b|strong|h\d)\b|<font[^<>]{0,80}\bsize\s*=\s*[\"']?(?:\+|[4-7])|font-size\s*:\s*(?:1[6-9]|[2-9]\d)|font-weight\s*:\s*(?:bold|[6-9]00)",
    re.IGNORECASE,
)
_RUNNING = re.compile(
    r"[。；]|[，：:]$|^\W*(?:[（(]?[一二三四五六七八九十]{1,3}[、）)]|第[一二三四五六七八九十\d]{1,3}[章节篇条部]|当前|您)"
)


def titled(
    source: str,
    blocks: Sequence[Block],
    lines: Lines,
    titles: Sequence[str],
    candidates: Iterable[int],
    opening: int | None = None,
) -> int | None:
    """The index of the block that is the article's title, None where none shows itself.

    The first that is found: the longest that the metadata name (of equals the last), the only top heading, the only
    heading above the text when no other has its level, the last
    that the page's style calls a title, the first that is set centred and large.

    Args:
        source: the markup.
        blocks: those of the page, in order.
        lines: the same as weighed.
        titles: the page's title as its metadata state it, in any form.
        candidates: the blocks down to the first paragraph.
        opening: the first paragraph.
    """
    at = [i for i in candidates if _SHORTEST <= len(lines.said[i]) <= _LONGEST or blocks[i].level == 1]
    named = longest_named(blocks, lines, titles, at)
    if named is not None:
        return named
    tops = [i for i in at if blocks[i].level == 1 and not lines.links[i]]
    if len(tops) == 1 and not _RUNNING.search(lines.texts[tops[0]]):
        return _below_navigation(blocks, at, tops[0])
    only = [i for i in at if 0 < blocks[i].level <= _LOWEST and not lines.links[i]]
    if len(only) == 1 and not _RUNNING.search(lines.texts[only[0]]):
        level = blocks[only[0]].level
        if not any(block.level == level for block in blocks[only[0] + 1 :]):
            return only[0]
    plain = [i for i in at if i != opening and not lines.links[i] and not _RUNNING.search(lines.texts[i])]
    styled = [i for i in plain if _NAMED.search(_before(source, blocks, i))]
    if styled:
        return styled[-1]
    shown = [i for i in plain if _CENTRED.search(before := _before(source, blocks, i)) and _LARGE.search(before)]
    return shown[0] if shown else None


def _below_navigation(blocks: Sequence[Block], at: Sequence[int], top: int) -> int:
    """The top heading; where it names the site, with navigation and a further heading below it, that one."""
    below = [i for i in at if i > top]
    later = next((i for i in below if 2 <= blocks[i].level <= 3), None)
    if later is None or all(i in below for i in range(top + 1, later)):
        return top
    return later


def longest_named(
    blocks: Sequence[Block], lines: Lines, titles: Sequence[str], candidates: Iterable[int]
) -> int | None:
    """The longest of the blocks that the metadata name as title, of equals the last; None where they name none."""
    named = [i for i in candidates if len(lines.said[i]) <= _LONGEST and _is_named(blocks[i], lines.said[i], titles)]
    return max(named, key=lambda i: (len(lines.said[i]), i)) if named else None


def _is_named(block: Block, said: str, titles: Sequence[str]) -> bool:
    """Whether a block says what a title begins with (the site's name may follow) or a part of it between separators,
    or is a heading within it."""
    return len(said) >= _SHORTEST and any(
        bare(title).startswith(said)
        or said in map(bare, _SEPARATOR.split(title))
        or (block.level > 0 and said in bare(title))
        for title in titles
    )


def is_large(source: str, blocks: Sequence[Block], index: int) -> bool:
    """Whether a block is set large or bold."""
    return _LARGE.search(_before(source, blocks, index)) is not None


def _before(source: str, blocks: Sequence[Block], index: int) -> str:
    """The tags between a block and the one before it."""
    end = blocks[index].start
    return source[max(blocks[index - 1].end if index else 0, end - _TAGS_BEFORE) : end]
