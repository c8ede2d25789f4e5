"""Which blocks of a page are its article.

Evidence of our own (elements that hold no article, lists of links, where the prose is densest) and the main text as
trafilatura chooses it (it keeps no positions, so its lines are found again among our blocks) are weighed together: a
block that both call article counts double, and the article is the innermost container that holds nearly all of the
weight, with the title above it and what still belongs to it below.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import takewhile

from reporter.model import RawTable
from reporter.read.html.evidence import ATTACHED, held_by_trafilatura, link_lists, marked
from reporter.read.html.headline import is_large, longest_named, titled
from reporter.read.html.page import Page
from reporter.read.html.regions import Lines, Regions, is_foot, lines_of, regions_of

# The article is the innermost container that holds so much of the weight of the one around it.
_CONCENTRATED = 0.8
# Stamps stand at most so many lines above the title or below the first paragraph.
_NEAR = 6
# A title that does not show itself stands at most so many containers further out than its text.
_OUTER = 2
# A box of fields has at most so many lines.
_MOST_FIELDS = 24
# Between title and text stand lines of at most so many letters that are neither a stamp nor prose nor bold: controls.
_CONTROL = 14
_LONGEST_NEIGHBOUR = 60
# What may still follow the article's container: a date, a signature with one, attachments, the editor's name.
_AFTER = re.compile(
    r"\W*(?:附件?\d{0,2}\s*[:：.、]|(?:责任)?编辑|責任編輯|责编|校对|审核|来源|來源|注\s*[:：]|"
    r".{0,30}\d{4}\s*年\s*\d{1,2}\s*月\s*\d{1,2}\s*日\W*$)"
)
_STAMP = re.compile(
    r"\d{2,4}\s*[-/.年]\s*\d{1,2}\s*[-/.月]\s*\d{1,2}|[:：]|记者|記者|通[讯訊][员員]|作者|\d{1,4}\s*期|号|號|"
    r"^\W*[—―-]{1,2}|^[（(【\[]"
)
_FIELD = re.compile(
    "(?:索引|文|发文字|發文字|编|編)[号號]|(?:发文|發文|发布|制发)(?:机[关构]|機[關構]|单位)|"
    "(?:成文|发文|發文|印发|生成|公开)(?:日期|时间)|主题(?:分类|词)"
)
_NEIGHBOUR = re.compile(r"\W*(?:[上下前后後]一?[篇条條则則页頁个個]|[«»‹›])")


@dataclass(frozen=True, slots=True)
class Article:
    """Which blocks of a page are outside its article, which is the title (None for none), which lines around it may
    hold a stamp, and whether the page only lists links."""

    asides: frozenset[int]
    title: int | None
    head: tuple[int, ...]
    is_list: bool = False


def article_of(source: str, page: Page, titles: Sequence[str], tables: Sequence[RawTable] = ()) -> Article:
    """The article of a page.

    Args:
        source: the markup.
        page: its blocks and containers.
        titles: the page's title as its metadata state it, in any form.
        tables: its data tables.
    """
    lines = lines_of(page.ledger.text, page.blocks)
    regions = regions_of(page.blocks, page.containers)
    furniture = marked(regions, lines)
    lists = link_lists(regions, lines) - furniture
    asides = frozenset(furniture | lists)
    if not any(prose for index, prose in enumerate(lines.prose) if index not in asides):
        everything = range(len(page.blocks))  # nothing but links and furniture: better shown than lost
        left = frozenset(furniture if len(furniture) < len(page.blocks) else ())
        return Article(left, titled(source, page.blocks, lines, titles, everything), (), bool(lists))
    held = held_by_trafilatura(source, lines, asides)
    tabled = frozenset(index for table in tables for index in page.within(table.start, table.end))
    return _Choice(source, page, lines, regions, asides, held, tabled).article(titles)


@dataclass(frozen=True, slots=True)
class _Choice:
    """A page with all evidence about it."""

    source: str
    page: Page
    lines: Lines
    regions: Regions
    asides: frozenset[int]
    held: frozenset[int]
    tabled: frozenset[int]

    def article(self, titles: Sequence[str]) -> Article:
        """The densest container with what belongs to it."""
        root = self._root()
        first, end = self.regions.extents[root]
        opening = next((i for i in self._open(range(first, end)) if self.lines.is_prose(i)), first)
        title = self._title(titles, opening)
        if title is None:  # a column that stands before the article has prose of its own
            title = longest_named(self.page.blocks, self.lines, titles, self._open(range(opening, end)))
            first = first if title is None else title
        kept = {
            i for i in self._open(range(first, end)) if not self._is_control(i, opening if title is None else title)
        }
        if title is None:
            kept |= self._unmarked_title(first, root) | self._tail(end, max(0, self.regions.containers[root].parent))
        else:
            kept |= {i for i in self._open(range(title, first)) if self._is_head(i, title)}
            kept |= self._lead(title) | self._fields(title, root) | self._tail(end, self._common(root, title))
        kept = self._without_end(kept)
        around = range(
            max(0, min(first, opening if title is None else title) - _NEAR), min(opening + _NEAR, len(self.lines.said))
        )
        outside = frozenset(range(len(self.lines.said))) - kept
        return Article(outside, title, tuple(i for i in around if not self.lines.is_prose(i)))

    def _open(self, indices: Iterable[int]) -> list[int]:
        """Those of the blocks that nothing sets aside."""
        return [index for index in indices if index not in self.asides]

    def _root(self) -> int:
        """The innermost container that holds nearly all of the weight."""
        totals = self.regions.sums(
            lambda index: 0.0 if index in self.asides else self.lines.prose[index] * (1 + (index in self.held))
        )
        heaviest = [0] * len(totals)
        for index in range(1, len(totals)):
            parent = self.regions.containers[index].parent
            if not heaviest[parent] or totals[index] > totals[heaviest[parent]]:
                heaviest[parent] = index
        at = 0
        while heaviest[at] and totals[heaviest[at]] >= _CONCENTRATED * totals[at]:
            at = heaviest[at]
        return at

    def _title(self, titles: Sequence[str], opening: int) -> int | None:
        """The title above the first paragraph, or at it where there is none."""
        running = opening if self.lines.is_prose(opening) else None
        return titled(
            self.source, self.page.blocks, self.lines, titles, self._open(range(opening + 1)), running
        )  # fmt: skip

    def _common(self, root: int, block: int) -> int:
        """The innermost container around the article's and a block."""
        path = set(self.regions.around(root))
        return next(index for index in self.regions.around(self.page.blocks[block].container) if index in path)

    # -- above the text

    def _is_head(self, index: int, title: int) -> bool:
        """Whether a block between title and text is the article's: a stamp, a subtitle, a lead, beside the title."""
        if (
            self.page.blocks[index].container == self.page.blocks[title].container
            or index in self.held
            or index in self.tabled
        ):
            return True
        if is_large(self.source, self.page.blocks, index):
            return True
        return len(self.lines.said[index]) > _CONTROL or _STAMP.search(self.lines.texts[index]) is not None

    def _lead(self, title: int) -> set[int]:
        """The lines right above a title in its own container: a lead title."""
        blocks = self.page.blocks
        near = range(title - 1, max(0, title - 2) - 1, -1)
        return self._contiguous(i for i in near if blocks[i].container == blocks[title].container)

    def _unmarked_title(self, first: int, root: int) -> set[int]:
        """The lines right above an article that shows no title, in the containers next around it: one will be it."""
        outer = list(dict.fromkeys(self.regions.extents[index] for index in self.regions.around(root)))[: 1 + _OUTER]
        limit = max(min(start for start, _ in outer), first - _NEAR)
        return self._contiguous(range(first - 1, limit - 1, -1))

    def _contiguous(self, indices: Iterable[int]) -> set[int]:
        """The blocks up to the first that is set aside or a link."""
        return set(takewhile(lambda index: index not in self.asides and not self.lines.links[index], indices))

    def _fields(self, title: int, root: int) -> set[int]:
        """The box of fields right above a title: index, number, issuer and dates of an official document."""
        lowest = max(self.regions.extents[self._common(root, title)][0], title - _MOST_FIELDS)
        above = [i for i in self._open(range(lowest, title)) if _FIELD.search(self.lines.texts[i])]
        return set(self._open(range(above[0], title))) if above and title - above[-1] <= 2 else set()

    # -- within and below

    def _is_control(self, index: int, top: int) -> bool:
        """Whether a block in the article's container is no part of it: a neighbour's name, a link above the title."""
        if _NEIGHBOUR.match(self.lines.texts[index]) and (self.lines.links[index] or index not in self.held):
            return len(self.lines.said[index]) <= _LONGEST_NEIGHBOUR and not self.lines.is_prose(index)
        return self.lines.links[index] and index < top

    def _tail(self, end: int, scope: int) -> set[int]:
        """What follows the article's container within the one that holds the title too, up to the first line that
        does not belong to it."""
        return set(takewhile(self._follows, range(end, max(end, self.regions.extents[scope][1]))))

    def _follows(self, index: int) -> bool:
        if index in self.asides:
            return False
        if index in self.held or index in self.tabled:
            return True
        return self.lines.is_prose(index) or _AFTER.match(self.lines.texts[index]) is not None

    def _without_end(self, kept: set[int]) -> set[int]:
        """Without the legal foot behind the last paragraph and all below it, and without the links that follow the
        last line that is none: back, top, more; attachments stay."""
        order = sorted(kept)
        last = max((n for n, index in enumerate(order) if self.lines.is_prose(index)), default=len(order))
        texts = self.lines.texts
        foot = next((n for n in range(last + 1, len(order)) if is_foot(texts[order[n]])), len(order))
        del order[foot:]
        while order and self.lines.links[order[-1]] and not ATTACHED.match(texts[order[-1]]):
            order.pop()
        return set(order)
