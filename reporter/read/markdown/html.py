"""Blocks of HTML inside Markdown: read as pages are."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Literal

from reporter.model import Edit, RawTable
from reporter.read.html.markup import tokens
from reporter.read.html.page import page_of
from reporter.read.html.tables import data_tables
from reporter.read.markdown.pieces import Piece


def html_blocks(
    source: str, start: int, end: int, tables: list[RawTable]
) -> Iterator[tuple[list[Piece], Literal["paragraph", "item", "aside"]]]:
    """(pieces, kind) of each line of a stretch of markup; its data tables are added to ``tables``."""
    part = source[start:end]
    stream = tuple(tokens(part))
    found = data_tables(part, stream)
    page = page_of(part, stream, found)
    tables += [_moved(table, start) for table in found]
    edits = iter(page.ledger.edits)
    edit = next(edits, None)
    for block in page.blocks:
        line: list[Piece] = []
        at = block.start
        while edit is not None and edit.start < block.end:
            if edit.start >= at:
                line += _pieces(at, edit, start)
                at = edit.end
            edit = next(edits, None)
        if at < block.end:
            line.append(Piece(start + at, start + block.end))
        yield line, "aside" if block.is_aside else "item" if block.kind == "item" else "paragraph"


def _pieces(at: int, edit: Edit, start: int) -> Iterator[Piece]:
    if at < edit.start:
        yield Piece(start + at, start + edit.start)
    if edit.replacement:
        yield Piece(start + edit.start, start + edit.end, "", edit.replacement)


def _moved(table: RawTable, by: int) -> RawTable:
    """The table in a source in which it stands so much later."""
    rows = tuple(tuple((low + by, high + by) if high else (0, 0) for low, high in row) for row in table.rows)
    caption = (table.caption[0] + by, table.caption[1] + by) if table.caption else None
    return replace(table, rows=rows, caption=caption, start=table.start + by, end=table.end + by)
