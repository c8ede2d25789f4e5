"""Tokens → readable text: which stretches of the markup go, and the blocks that are left.

Before: the tokens of a page. After: the ledger that drops tags, comments and scripts, decodes entities, makes a line of
every block and one blank of white space; and the blocks, each with what the markup says of it.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Literal

from reporter.language.script import is_han
from reporter.model import Edit, Ledger, RawTable
from reporter.read.html.elements import BLOCKS, HEADINGS, aside_kind, speaks_of_aside
from reporter.read.html.links import is_link, unclosed_links
from reporter.read.html.markup import ENTITY, Token, decoded
from reporter.read.html.nesting import Container, Nesting
from reporter.read.html.stamps import parts_words

_PIECE = re.compile(rf"(?P<blank>[ \t\n\r\f\ufeff]+)|(?P<entity>{ENTITY.pattern})")
# What stands over a character to tell its reading is a note of the markup, not text.
_RUBY = frozenset({"rt", "rp", "rtc"})
_SPACED = frozenset(("", "\n", "\t", " ", "\u00a0", "\u3000", "，", "。", "；", "、", "：", ":", "（", "("))
# A hidden stretch within a line: what a script or a filter for copyists put there.
_HIDDEN_SPAN = re.compile(r"[^<]{0,400}</span\s*>", re.IGNORECASE)


@dataclass(slots=True)
class Block:
    """A line of the readable text: its place in source and text, how many of its letters are links, whether its own
    element says that it is no article, the index of the container around it, and how many links begin in it."""

    kind: Literal["paragraph", "heading", "item"]
    level: int
    start: int
    end: int
    text_start: int
    text_end: int
    linked: int = 0
    is_aside: bool = False
    container: int = 0
    anchors: int = 0


@dataclass(frozen=True, slots=True)
class Page:
    """A page's readable text with its blocks, the containers that they stand in, and its ``title`` element's place, if
    it has one."""

    ledger: Ledger
    blocks: tuple[Block, ...]
    containers: tuple[Container, ...]
    title: tuple[int, int] | None

    def within(self, start: int, end: int) -> range:
        """The indices of the blocks in a stretch of the source."""
        first = bisect_left(self.blocks, start, key=lambda block: block.start)
        return range(first, bisect_left(self.blocks, end, key=lambda block: block.start))


def page_of(source: str, stream: Sequence[Token], tables: Sequence[RawTable] = ()) -> Page:
    """The readable text of a page.

    Args:
        source: the decoded markup.
        stream: its tokens, without gaps.
        tables: its data tables: their rows become lines, their cells parts of a line.
    """
    ends = {table.start: table.end for table in tables}
    builder = _Builder(source, ends, unclosed_links(stream), Nesting(source))
    for token in stream:
        builder.take(token)
    builder.end_block()
    containers = tuple(builder.nesting.containers)
    return Page(Ledger(source, builder.edits), tuple(builder.blocks), containers, builder.title)


@dataclass(slots=True)
class _Builder:
    source: str
    tables: dict[int, int]
    unclosed: frozenset[int]
    nesting: Nesting
    edits: list[Edit] = field(default_factory=list)
    blocks: list[Block] = field(default_factory=list)
    title: tuple[int, int] | None = None
    length: int = 0
    last: str = ""
    block: Block | None = None
    kind: tuple[Literal["paragraph", "heading", "item"], int] = ("paragraph", 0)
    in_head: bool = False
    in_ruby: bool = False
    preformatted: bool = False
    in_link: bool = False
    new_link: bool = False
    link_open: bool = False
    table_end: int = 0
    hidden_end: int = 0
    closed: str = ""
    closed_at: int = 0
    only_links: bool = False
    aside_block: bool = False

    def take(self, token: Token) -> None:
        """Let one token go by."""
        if token.kind == "text":
            self._text(token)
        elif token.kind == "raw":
            if token.name == "title" and self.title is None:
                self.title = (token.start, token.end)
            self._drop(token.start, token.end, "", "html-head" if token.name == "title" else "html-script")
        elif token.kind == "comment":
            self._drop(token.start, token.end, "", "html-comment")
        else:
            self._tag(token)

    # -- text

    def _text(self, token: Token) -> None:
        if self.in_head or self.in_ruby:
            self._drop(token.start, token.end, "", "html-head" if self.in_head else "html-ruby")
            return
        if token.start < self.hidden_end:
            self._drop(token.start, token.end, "", "html-hidden")
            return
        at = token.start
        for piece in _PIECE.finditer(self.source, token.start, token.end):
            self._keep(at, piece.start())
            at = piece.end()
            if piece["blank"]:
                self._blank(piece.start(), at)
            else:
                self._entity(piece.start(), at)
        self._keep(at, token.end)

    def _keep(self, start: int, end: int) -> None:
        if start < end:
            text = self.source[start:end]
            indent = len(text) - len(text.lstrip()) if self.block is None else 0
            self.length += indent
            if indent < len(text):
                self._grow(start + indent, end, end - start - indent)
            self.last = text[-1]

    def _grow(self, start: int, end: int, length: int) -> None:
        """Let the present block take ``length`` more characters, which stand for this stretch of the source."""
        if self.block is None:
            kind, level = self.kind
            at = self.length
            self.block = Block(kind, level, start, end, at, at, 0, self.aside_block, self.nesting.innermost)
            self.only_links = True
        self.length += length
        self.block.end, self.block.text_end = end, self.length
        if self.in_link:
            self.block.linked += sum(map(str.isalnum, self.source[start:end]))
            self.block.anchors += self.new_link
            self.new_link = False
        elif not self.source[start:end].isspace():
            self.only_links = False

    def _blank(self, start: int, end: int) -> None:
        """White space is one blank, none at a line's start, none where the source only breaks a Chinese line."""
        blank = self.source[start:end]
        if self.preformatted:
            self.length += len(blank)
            self.last = blank[-1]
            if "\n" in blank:
                self.end_block()
            return
        breaks = "\n" in blank and is_han(self.last) and is_han(self.source[end : end + 1])
        shown = "" if self.last in ("", "\n", "\t", " ") or breaks else " "
        self._drop(start, end, shown, "html-space")

    def _entity(self, start: int, end: int) -> None:
        entity = self.source[start:end]
        shown = decoded(entity)
        if shown == entity:
            self._keep(start, end)
        elif shown.isspace() and shown != "\u00a0":
            self._drop(start, end, "" if self.last in ("", "\n", " ") else " ", "html-entity")
        else:
            self.edits.append(Edit(start, end, entity, shown, "html-entity"))
            if self.block is None and shown.isspace():
                self.length += len(shown)
            else:
                self._grow(start, end, len(shown))
            self.last = shown[-1:]

    def _drop(self, start: int, end: int, shown: str, rule: str) -> None:
        original = self.source[start:end]
        if original != shown:
            self.edits.append(Edit(start, end, original, shown, rule))
        self.length += len(shown)
        self.last = shown[-1:] or self.last

    # -- tags

    def _tag(self, token: Token) -> None:
        name, starts = token.name, token.kind == "start"
        if name in ("head", "body") or (self.in_head and name in BLOCKS and name not in ("title", "html")):
            self.in_head = name == "head" and starts
        if name in _RUBY:
            self.in_ruby = starts
        if name == "a":
            self.in_link = starts and is_link(self.source[token.start : token.end])
            self.new_link, self.link_open = self.in_link, token.start in self.unclosed
        elif self.link_open and name in BLOCKS:
            self.in_link = self.link_open = False
        elif name == "span" and starts and self._hides(token):
            self.hidden_end = _end_of(self.source, token.end)
        crosses = self.nesting.take(token) and token.end > self.hidden_end
        shown = self._boundary(token, crosses)
        if name == "pre":
            self.preformatted = starts
        self._drop(token.start, token.end, shown, "html-block" if shown else "html-tag")

    def _hides(self, token: Token) -> bool:
        """Whether a span hides a stretch of the present line."""
        return self.block is not None and aside_kind(self.source[token.start : token.end]) == "hidden"

    def _boundary(self, token: Token, crosses: bool) -> str:
        """What a tag leaves: a line end for a block or where an aside begins or ends, a tab between a data table's
        cells, a blank before a label (来源：) or a control of the page (打印), else nothing."""
        name = token.name
        if name not in BLOCKS and not crosses:
            return self._inline_boundary(token)
        if token.start in self.tables and token.kind == "start":
            self.table_end = self.tables[token.start]
        if token.start < self.table_end and token.end < self.table_end and name not in ("tr", "table", "caption"):
            if name in ("td", "th"):
                return "\t" if token.kind == "start" and self.last not in ("", "\n", "\t") else ""
            return " " if self.last not in ("", "\n", "\t", " ") else ""
        self.end_block()
        if token.kind == "start" and name != "br":
            self.kind = (
                ("heading", HEADINGS[name]) if name in HEADINGS else ("item", 0) if name == "li" else ("paragraph", 0)
            )
            self.aside_block = name in ("p", "li", *HEADINGS) and speaks_of_aside(self.source[token.start : token.end])
        elif name != "br":
            self.kind, self.aside_block = ("paragraph", 0), False
        return "\n" if self.last not in ("", "\n") else ""

    def _inline_boundary(self, token: Token) -> str:
        before = self.closed if self.closed_at == token.start else ""
        begins = token.start if self.block is None else self.block.start
        if token.kind == "end":
            self.closed, self.closed_at = token.name, token.end
        if self.last in _SPACED:
            return ""
        return " " if parts_words(self.source, begins, token, before, only_links=self.only_links) else ""

    def end_block(self) -> None:
        """Close the present block, if there is one."""
        if self.block is not None:
            self.blocks.append(self.block)
            self.block = None


def _end_of(source: str, start: int) -> int:
    """Where the text of a span without elements inside ends; its start for any other."""
    match = _HIDDEN_SPAN.match(source, start)
    return match.end() if match else start
