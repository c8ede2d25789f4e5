"""The tokens of a Markdown file → pieces of text, marks and tables."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import Literal

from markdown_it.token import Token

from reporter.language.script import is_han
from reporter.model import Mark, RawTable
from reporter.read.markdown.front_matter import FrontMatter
from reporter.read.markdown.html import html_blocks
from reporter.read.markdown.inline import image_texts, inline_lines
from reporter.read.markdown.parser import Parsed, is_no_heading, offsets_of
from reporter.read.markdown.pieces import Piece
from reporter.read.markdown.rows import table_rows
from reporter.read.sheets.cells import MOST_COLUMNS, Tally, cell_name

Kind = Literal["heading", "paragraph", "item", "aside"]
_NUMBER = re.compile(r"\d{1,9}[.)][ \t]*$")


@dataclass(slots=True)
class Blocks:
    """What the walk over a file's tokens finds, in order."""

    document: Parsed
    pieces: list[Piece] = field(default_factory=list)
    marks: list[Mark] = field(default_factory=list)
    tables: list[RawTable] = field(default_factory=list)
    numbered: list[bool] = field(default_factory=list)
    item: bool = False
    notes: int = 0
    level: int = 0
    tally: Tally = field(default_factory=Tally)

    def add(self, lines: Iterable[Sequence[Piece]], kind: Kind, level: int = 0) -> None:
        """Add lines, each a mark of its own."""
        for line in lines:
            kept = [piece for piece in line if not self.pieces or piece.start >= self.pieces[-1].end]
            if kept:
                first = kept[0]
                if first.shown is None:
                    words = self.document.source[first.start : first.end]
                    first = replace(first, start=first.end - len(words.lstrip()) if words.strip() else first.start)
                self.pieces += [Piece(first.start, first.end, "\n", first.shown), *kept[1:]]
                self.marks.append(Mark(kind, first.start, kept[-1].end, level))


def blocks_of(document: Parsed, front: FrontMatter) -> Blocks:
    """The pieces, marks and tables of a file."""
    found = Blocks(document)
    for number in range(1, max(1, front.lines - 1)):
        found.add([_whole_line(document, number)], "aside")
    at = 0
    while at < len(document.tokens):
        token = document.tokens[at]
        if token.type == "table_open":
            at = _table(found, at)
        else:
            _take(found, token)
        at += 1
    _title(found, dict(front.metadata).get("title", ""))
    return found


def _take(found: Blocks, token: Token) -> None:
    """Let one token go by."""
    if token.type == "inline":
        _inline(found, token)
    elif token.type == "fence":
        _fence(found, token)
    elif token.type == "html_block" and token.map:
        start, end = found.document.line(token.map[0])[0], found.document.line(token.map[1] - 1)[1]
        for line, mark in html_blocks(found.document.source, start, end, found.tables):
            found.add([line], mark)
    else:
        _nest(found, token)


def _nest(found: Blocks, token: Token) -> None:
    """Keep what is open: lists, items, notes, a heading."""
    name = token.type
    if name in ("ordered_list_open", "bullet_list_open"):
        found.numbered.append(name == "ordered_list_open")
    elif name in ("ordered_list_close", "bullet_list_close"):
        found.numbered.pop()
    elif name == "list_item_open":
        found.item = True
    elif name in ("footnote_reference_open", "footnote_reference_close"):
        found.notes += token.nesting
    elif name in ("heading_open", "heading_close"):
        found.level = 0 if token.nesting < 0 or is_no_heading(token) else int(token.tag[1:])


def _inline(found: Blocks, token: Token) -> None:
    """The lines of a paragraph or heading."""
    offsets = _flat(offsets_of(found.document, token.content, (token.map or [0])[0]))
    numbered = found.item and not found.notes and bool(found.numbered) and found.numbered[-1]
    lines = inline_lines(token.content, token.children or (), offsets, numbered=numbered)
    if not lines:
        found.add([[piece] for piece in image_texts(token.content, token.children or (), offsets)], "aside")
        return
    kind: Kind = "aside" if found.notes else "heading" if found.level else "item" if found.item else "paragraph"
    if numbered:
        lines[0] = _with_number(found.document.source, lines[0])
    if kind == "heading":
        lines = [[piece for line in lines for piece in line]]
    found.add(lines[:1], kind, found.level)
    found.add(lines[1:], "aside" if found.notes else "paragraph")
    found.item = False


def _with_number(source: str, line: list[Piece]) -> list[Piece]:
    """A line with the number before it, which is the item's own."""
    start = source.rfind("\n", 0, line[0].start) + 1
    match = _NUMBER.search(source, start, line[0].start)
    return [Piece(match.start(), line[0].start), *line] if match else line


def _fence(found: Blocks, token: Token) -> None:
    """The lines of a code block: set aside when it is code, text when it is Chinese and names no language."""
    first = (token.map or [0])[0] + 1
    words = token.content
    kind: Kind = "paragraph" if not token.info.strip() and any(map(is_han, words)) else "aside"
    for offsets in offsets_of(found.document, words.rstrip("\n"), first):
        places = [place for place in offsets if place >= 0]
        if places:
            found.add([[Piece(places[0], places[-1] + 1)]], kind)


def _table(found: Blocks, at: int) -> int:
    """A table's rows; returns the index of its last token."""
    end = next(n for n in range(at, len(found.document.tokens)) if found.document.tokens[n].type == "table_close")
    rows: list[tuple[tuple[int, int], ...]] = []
    for cells, is_row in table_rows(found.document, found.document.tokens[at:end]):
        flat = [
            Piece(piece.start, piece.end, ("\n" if number == 0 else "\t") if not n else piece.before, piece.shown)
            for number, cell in enumerate(filter(None, cells))
            for n, piece in enumerate(cell)
        ]
        found.add([flat], "paragraph")
        if is_row:
            rows.append(tuple((cell[0].start, cell[-1].end) if cell else (0, 0) for cell in cells))
    places = [cell for row in rows for cell in row if cell != (0, 0)]
    rows = [_narrowed(number, row, found.tally) for number, row in enumerate(rows)]
    width = max(map(len, rows), default=0)
    rows = [row + ((0, 0),) * (width - len(row)) for row in rows]
    header = 1 if rows and any(cell != (0, 0) for cell in rows[0]) else 0
    kept = [row for row in rows if any(cell != (0, 0) for cell in row)]
    if kept:
        table = RawTable(tuple(kept), min(header, len(kept) - 1), None, places[0][0], places[-1][1])
        found.tables.append(table)
    return end


def _narrowed(number: int, row: tuple[tuple[int, int], ...], tally: Tally) -> tuple[tuple[int, int], ...]:
    """The cells of a row as far as tables are read; those beyond are noted and belong to no sentence."""
    for column in range(MOST_COLUMNS, len(row)):
        if row[column] != (0, 0):
            tally.note("columns", cell_name(number, column))
    return row[:MOST_COLUMNS]


def _title(found: Blocks, stated: str) -> None:
    """The only heading of the first level is the title where it comes first and the file states no other."""
    tops = [n for n, mark in enumerate(found.marks) if mark.kind == "heading" and mark.level == 1]
    heads = [n for n, mark in enumerate(found.marks) if mark.kind == "heading"]
    if len(tops) != 1 or heads[0] != tops[0]:
        return
    mark = found.marks[tops[0]]
    words = "".join(filter(str.isalnum, found.document.source[mark.start : mark.end]))
    if not stated or "".join(filter(str.isalnum, stated)) == words:
        found.marks[tops[0]] = Mark("title", mark.start, mark.end)


def _whole_line(document: Parsed, number: int) -> list[Piece]:
    start, end = document.line(number)
    text = document.source[start:end]
    if not text.strip():
        return []
    return [Piece(start + len(text) - len(text.lstrip()), start + len(text.rstrip()))]


def _flat(lines: Iterator[list[int]]) -> list[int]:
    """The offsets of lines as those of one text with line feeds between."""
    flat: list[int] = []
    for line in lines:
        flat += [*line, -1]
    return flat[:-1]
