"""How much of what stands in each container of a page: sums over its tree, in time linear in blocks and containers."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from reporter.read.html.nesting import Container
from reporter.read.html.page import Block

_DATE = re.compile(r"(?:\d{2,4}[-/.年])?\d{1,2}[-/.月]\d{1,2}日?(?:\s*\d{1,2}:\d{2})?")
_SENTENCE = re.compile(r"[。！？；]|，[^，]{2,40}，")
# What only the legal foot of a page says.
_FOOT = re.compile(r"版[权權]所有|copyright|©|ICP备|公网安备|网站标识码|技术支持", re.IGNORECASE)
_LONGEST_FOOT = 200
# A line is a link when so much of its letters, dates left out, is linked.
_LINKED = 0.8
# A line without a sentence's marks says so much less for its container.
_FRAGMENT = 0.3


@dataclass(frozen=True, slots=True)
class Lines:
    """The blocks of a page as the choice of the article weighs them, index by index: their letters, which are links and
    how much prose each is."""

    said: tuple[str, ...]
    links: tuple[bool, ...]
    prose: tuple[float, ...]
    texts: tuple[str, ...]

    def is_prose(self, index: int) -> bool:
        """Whether a block reads like sentences."""
        return self.prose[index] >= max(1, len(self.said[index]))


def lines_of(text: str, blocks: Sequence[Block]) -> Lines:
    """The weights of all blocks."""
    texts = tuple(text[block.text_start : block.text_end] for block in blocks)
    said = tuple(bare(line) for line in texts)
    links = tuple(_is_link(block, line, letters) for block, line, letters in zip(blocks, texts, said, strict=True))
    prose = tuple(
        0.0 if link or is_foot(line) else len(letters) * (1.0 if _SENTENCE.search(line) else _FRAGMENT)
        for line, letters, link in zip(texts, said, links, strict=True)
    )
    return Lines(said, links, prose, texts)


def is_foot(line: str) -> bool:
    """Whether a line says what only the legal foot of a page says."""
    return len(line) <= _LONGEST_FOOT and _FOOT.search(line) is not None


def bare(text: str) -> str:
    """The letters and digits of a text."""
    return "".join(filter(str.isalnum, text))


def _is_link(block: Block, line: str, letters: str) -> bool:
    if not block.linked:
        return False
    dated = sum(len(bare(match)) for match in _DATE.findall(line)) if len(line) <= 200 else 0
    return block.linked >= _LINKED * len(letters) or (
        block.linked >= _LINKED * (len(letters) - dated) and block.linked > dated
    )


@dataclass(frozen=True, slots=True)
class Regions:
    """The tree of a page's containers over its blocks: ``extents[c]`` is (first, last + 1) of the blocks inside the
    container, (0, 0) for none."""

    blocks: Sequence[Block]
    containers: Sequence[Container]
    extents: tuple[tuple[int, int], ...]

    def sums(self, value: Callable[[int], float]) -> list[float]:
        """For each container the sum of a value over all blocks inside."""
        totals = [0.0] * len(self.containers)
        for index, block in enumerate(self.blocks):
            totals[block.container] += value(index)
        for index in range(len(self.containers) - 1, 0, -1):
            totals[self.containers[index].parent] += totals[index]
        return totals

    def inherited(self, own: Callable[[int], bool]) -> list[bool]:
        """For each container whether it or one around it is of a kind."""
        found: list[bool] = []
        for index, container in enumerate(self.containers):
            found.append(own(index) or (container.parent >= 0 and found[container.parent]))
        return found

    def around(self, index: int) -> list[int]:
        """A container and all around it, from the inside out."""
        path = []
        while index >= 0:
            path.append(index)
            index = self.containers[index].parent
        return path


def regions_of(blocks: Sequence[Block], containers: Sequence[Container]) -> Regions:
    """The tree over the blocks."""
    firsts = [len(blocks)] * len(containers)
    ends = [0] * len(containers)
    for index, block in enumerate(blocks):
        firsts[block.container] = min(firsts[block.container], index)
        ends[block.container] = index + 1
    for index in range(len(containers) - 1, 0, -1):
        parent = containers[index].parent
        firsts[parent] = min(firsts[parent], firsts[index])
        ends[parent] = max(ends[parent], ends[index])
    extents = tuple((first, end) if first < end else (0, 0) for first, end in zip(firsts, ends, strict=True))
    return Regions(blocks, containers, extents)
