"""The rows of a table drawn with bars: each cell's words as pieces of its source line.

GFM drops the cells that a row has beyond its header's and takes a line without any bar for a row; here the former are
cells and the latter is a line of text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from markdown_it.token import Token

from reporter.read.markdown.inline import inline_lines
from reporter.read.markdown.parser import Parsed
from reporter.read.markdown.pieces import Piece


def table_rows(document: Parsed, tokens: Sequence[Token]) -> Iterator[tuple[list[list[Piece]], bool]]:
    """(cells, whether it is a row) of each line: the cells as pieces, an empty cell as none.

    Args:
        tokens: those of one table.
    """
    cells: list[list[Piece]] = []
    start = at = end = 0
    for token in tokens:
        if token.type == "tr_open" and token.map:
            cells = []
            start, end = document.line(token.map[0])
            held = document.source[start:end].lstrip(" \t>")
            at = end - len(held) + held.startswith("|")
        elif token.type == "inline":
            offsets, at = _cell(document.source, at, end, token.content)
            lines = inline_lines(token.content, token.children or (), offsets)
            cells.append([piece for n, line in enumerate(lines) for piece in _joined(line, n)])
        elif token.type == "tr_close":
            cells += _beyond(document.source, at, end)
            yield cells, "|" in document.source[start:end]


def _joined(line: list[Piece], number: int) -> list[Piece]:
    """A line of a cell, with a blank before it when it is not the first."""
    first = line[0]
    return [Piece(first.start, first.end, " " if number else "", first.shown), *line[1:]]


def _beyond(source: str, at: int, end: int) -> Iterator[list[Piece]]:
    """The cells behind the last that the header has."""
    for part in re.split(r"(?<!\\)\|", source[at:end]) if at < end else ():
        words = part.strip()
        start = at + len(part) - len(part.lstrip())
        if words:
            yield [Piece(start, start + len(words))]
        at += len(part) + 1


def _cell(source: str, at: int, end: int, content: str) -> tuple[list[int], int]:
    """(the place of each character of a cell's text, where the next cell begins): a bar that is text is escaped."""
    while at < end and source[at].isspace() and not content.startswith(source[at]):
        at += 1
    offsets: list[int] = []
    for char in content:
        if char == "|" and source[at : at + 2] == "\\|":
            at += 1
        if at >= end or source[at] != char:  # not what the parser saw: leave the rest of the cell without a place
            offsets += [-1] * (len(content) - len(offsets))
            break
        offsets.append(at)
        at += 1
    while at < end and source[at] != "|":
        at += 1
    return offsets, min(end, at + 1)
