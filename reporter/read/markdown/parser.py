"""Markdown → tokens of markdown-it whose inline parts know their places.

markdown-it gives the lines of blocks and no places within them. Its inline parser is made to note with every token
where in its text it stood; the lines of an inline text are found again at the end of their source lines.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from markdown_it import MarkdownIt
from markdown_it.parser_inline import ParserInline
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token
from markdown_it.utils import EnvType
from mdit_py_plugins.footnote import footnote_plugin

NEWLINE = re.compile(r"\r\n?|\n")
"""What ends a line in Markdown."""

# A heading without its blank: behind two signs and more anything, behind one only Chinese, and no #话题#.
_BARE_HEADING = re.compile(r"([ \t]{0,3})(#{2,6}(?=[^\s#])|#(?=[\u3400-\u9fff（(【《“「])(?![^#\s]{1,30}#(?!#)))")
_ENDS_HTML = re.compile(r"(?:</(?:div|p|center|table|section|details|h[1-6]|ul|ol)\s*>|-->)\s*$", re.IGNORECASE)
# What plain text holds too: paragraphs, numbered lines, rulers.
_PLAIN_BLOCKS = frozenset({"paragraph", "ordered_list", "list_item", "inline", "hr"})
_PLAIN_INLINE = frozenset({"text", "softbreak", "hardbreak"})


class _PlacedState(StateInline):
    """An inline state that notes the place of every token in its ``meta``: ``at``."""

    def push(self, ttype: str, tag: str, nesting: Literal[-1, 0, 1]) -> Token:
        token = super().push(ttype, tag, nesting)
        token.meta["at"] = self.pos
        return token

    def pushPending(self) -> Token:  # noqa: N802 - the library's name
        token = super().pushPending()
        token.meta["at"] = max(0, self.src.rfind(token.content, 0, self.pos))
        return token


class _PlacedInline(ParserInline):
    def parse(self, src: str, md: MarkdownIt, env: EnvType, tokens: list[Token]) -> list[Token]:
        state = _PlacedState(src, md, env, tokens)
        self.tokenize(state)
        for rule in self.ruler2.getRules(""):
            rule(state)
        return state.tokens


@dataclass(frozen=True, slots=True)
class Parsed:
    """A file's tokens, whether it has no markup, and where the lines that they count stand: ``places[n]`` is (start,
    end) of line n in the source without its line end."""

    source: str
    tokens: tuple[Token, ...]
    places: tuple[tuple[int, int], ...]
    is_plain: bool

    def line(self, number: int) -> tuple[int, int]:
        """(start, end) of a line in the source without its line end."""
        return self.places[number]


def parsed(source: str, skipped: int = 0) -> Parsed:
    """The tokens of a file, without its first lines."""
    lines: list[str] = []
    places: list[tuple[int, int]] = []
    changed = False
    for number, (start, end) in enumerate(_lines(source)):
        line = source[start:end].removeprefix("\ufeff") if start == 0 else source[start:end]
        if _BARE_HEADING.match(line):
            line = _BARE_HEADING.sub(r"\1\2 ", line, count=1)
            changed = True
        if lines and _ENDS_HTML.search(lines[-1]) and line.strip() and not line.lstrip().startswith("<"):
            lines.append("")  # Markdown begins again right below a block of HTML
            places.append((start, start))
        lines.append("" if number < skipped else line)
        places.append((start, end))
    env: dict[str, object] = {}
    tokens = tuple(_markdown().parse("\n".join(lines), env))
    plain = not changed and not env.get("references") and all(map(_is_plain, tokens))
    return Parsed(source, tokens, tuple(places), plain)


def _lines(source: str) -> Iterator[tuple[int, int]]:
    """(start, end) of each line without its line end."""
    start = 0
    for match in NEWLINE.finditer(source):
        yield start, match.start()
        start = match.end()
    yield start, len(source)


def _markdown() -> MarkdownIt:
    """The parser: no indented code (Chinese paragraphs are indented), footnotes where they stand, parts unjoined."""
    markdown = MarkdownIt("commonmark").enable("table")
    markdown.inline = _PlacedInline()
    markdown.use(footnote_plugin, inline=False, move_to_end=False)
    markdown.disable(["code", "linkify", "text_join", "fragments_join"])
    return markdown


def _is_plain(token: Token) -> bool:
    name = token.type.removesuffix("_open").removesuffix("_close")
    if name == "heading":
        return is_no_heading(token)
    return name in _PLAIN_BLOCKS and all(_is_plain_inline(child) for child in token.children or ())


def _is_plain_inline(token: Token) -> bool:
    if token.type == "text_special":
        return token.info == "entity"
    return token.type in _PLAIN_INLINE


def is_no_heading(token: Token) -> bool:
    """Whether a heading is only text above a ruler: underlined, and more than a line."""
    return token.markup in ("-", "=") and token.map is not None and token.map[1] - token.map[0] > 2


def offsets_of(document: Parsed, content: str, first: int) -> Iterator[list[int]]:
    """For each line of an inline text, for each of its characters its place in the source, -1 where it has none.

    Args:
        content: the text.
        first: the source line of its first line.
    """
    for number, line in enumerate(content.split("\n"), first):
        text = line.strip(" \t")
        lead = len(line) - len(line.lstrip(" \t")) if text else 0
        start, end = document.line(number) if number < len(document.places) else (0, 0)
        held = document.source[start:end].replace("\0", "\ufffd")
        at = held.rstrip(" \t").rfind(text) if text else -1
        if at < 0:
            yield [-1] * len(line)
        else:
            yield [-1] * lead + [start + at + n for n in range(len(text))] + [-1] * (len(line) - lead - len(text))
