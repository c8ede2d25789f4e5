"""Paragraphs → which is the title and which are headings, by face and place and by the file's outline."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from reporter.read.pdf.content import Bookmark
from reporter.read.pdf.flow import Body
from reporter.read.pdf.paragraphs import Style, begins_with_marker, ends_sentence

_LONGEST_HEADING = 50
_LONGEST_TITLE = 120
_LARGER = 1.12
_FRONT = 15  # paragraphs among which the title stands
_LABEL = re.compile(r"(?:附?[表图]\s*[\d一二三四五六七八九十]|单位[：:]|续表|\d+$|[（(].*[）)]$|——|目[录錄次]$)")
_RANKS = (
    re.compile(r"第[一二三四五六七八九十百\d]+[编篇部]"),
    re.compile(r"第[一二三四五六七八九十百\d]+章"),
    re.compile(r"第[一二三四五六七八九十百\d]+节"),
    re.compile(r"[一二三四五六七八九十]{1,3}、"),
    re.compile(r"[（(][一二三四五六七八九十]{1,3}[）)]"),
    re.compile(r"\d{1,2}[、．.](?!\d)"),
    re.compile(r"[（(]\d{1,2}[）)]"),
)
_PLAIN = len(_RANKS)  # the rank of what has no number


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph's lines, and how it is set: the first line's size and weight."""

    lines: tuple[Body, ...]

    @property
    def text(self) -> str:
        """Its words, as they are compared."""
        return "".join("".join(line.text for line in self.lines).split())

    @property
    def look(self) -> tuple[float, bool, str]:
        """Its size, rounded, whether all of it is bold, and its font."""
        first = self.lines[0].line
        return round(first.size * 2) / 2, all(line.line.heavy for line in self.lines), first.face.name


def title_of(blocks: Sequence[Block], style: Style) -> int | None:
    """The number of the title among the first blocks of page one: the largest that is larger than the text; else bold
    centred lines that come first. What is set in red is the office's name (GB/T 9704) as long as there is another."""
    if not blocks:
        return None
    front = [block for block in blocks[:_FRONT] if block.lines[0].line.page == blocks[0].lines[0].line.page]
    fit = [index for index, block in enumerate(front) if may_be_title(block)]
    large = [index for index in fit if front[index].look[0] >= _LARGER * style.size]
    black = [index for index in large if not front[index].lines[0].line.face.red]
    if black or large:
        chosen = black or large
        return max(chosen, key=lambda index: (front[index].look[0], -index))
    first = fit[0] if fit else None
    if first is not None and first <= 1 and front[first].look[1] and all(line.centred for line in front[first].lines):
        return first
    return None


def may_be_title(block: Block) -> bool:
    """Whether the words may be a title, or a line of one."""
    text = block.text
    return (
        4 <= len(text) <= _LONGEST_TITLE
        and not begins_with_marker(text)
        and not re.search(r"[。；：，]$", text)
        and not re.match(r"——|[（(]|\d+$", text)
    )


def levels_of(
    blocks: Sequence[Block], title: int | None, style: Style, outline: Sequence[Bookmark], above: frozenset[int]
) -> dict[int, int]:
    """The levels of the blocks that are headings.

    Args:
        above: the blocks that stand right above a table, where captions do.
    """
    marked = _by_outline(blocks, title, outline)
    return marked or _by_look(blocks, title, style, above)


def _by_outline(blocks: Sequence[Block], title: int | None, outline: Sequence[Bookmark]) -> dict[int, int]:
    """The levels that the outline states for blocks with its words, its order kept; none where fewer than two
    match."""
    levels: dict[int, int] = {}
    places: dict[str, list[int]] = {}
    for index, block in enumerate(blocks):
        if len(block.text) <= _LONGEST_TITLE:
            places.setdefault(block.text, []).append(index)
    at = -1
    for entry in outline:
        found = [index for index in places.get("".join(entry.title.split()), ()) if index > at]
        if found:
            at = found[-1] if len(found) > 1 and _is_contents(blocks, found) else found[0]
            levels[at] = entry.level
    levels.pop(-1 if title is None else title, None)
    if len(levels) < 2:
        return {}
    top = min(levels.values())
    return {index: min(6, level - top + 1) for index, level in levels.items()}


def _is_contents(blocks: Sequence[Block], found: Sequence[int]) -> bool:
    """Whether the first of two places is a table of contents: the second is set larger or bolder."""
    return blocks[found[0]].look < blocks[found[-1]].look


def _by_look(blocks: Sequence[Block], title: int | None, style: Style, above: frozenset[int]) -> dict[int, int]:
    """Headings by size and weight; none in a look that numbers of two ranks share, and none at all where the looks
    contradict the numbers."""
    plain = not _mostly_heavy(blocks)
    chosen = [
        index
        for index, block in enumerate(blocks)
        if index != title and index not in above and _is_set_off(block, style, plain) and index > (title or -1)
    ]
    ranks = {look: sorted({_rank(blocks[at].text) for at in chosen if blocks[at].look == look} - {_PLAIN})
             for look in dict.fromkeys(blocks[at].look for at in chosen)}  # fmt: skip
    if any(len(found) > 1 for found in ranks.values()):
        return {}
    looks = sorted(ranks, key=lambda look: (-look[0], not look[1], *(ranks[look] or [_PLAIN])))
    order = [rank for look in looks for rank in ranks[look]]
    if order != sorted(set(order)):
        return {}
    return {index: min(6, looks.index(blocks[index].look) + 1) for index in chosen}


def _mostly_heavy(blocks: Sequence[Block]) -> bool:
    heavy = sum(len(block.text) for block in blocks if block.look[1])
    return heavy * 3 > sum(len(block.text) for block in blocks)


def _is_set_off(block: Block, style: Style, plain: bool) -> bool:
    """Whether a block stands alone in a larger or heavier face, and reads like a heading."""
    size, heavy, _ = block.look
    text = block.text
    larger = size >= _LARGER * style.size
    if not (larger or (heavy and plain and size >= 0.97 * style.size)) or not 2 <= len(text) <= _LONGEST_HEADING:
        return False
    return not ends_sentence(text) and not re.search(r"[，,、]$", text) and not _LABEL.match(text)


def _rank(text: str) -> int:
    return next((rank for rank, pattern in enumerate(_RANKS) if pattern.match(text)), _PLAIN)
