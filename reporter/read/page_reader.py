"""Web pages: the decoded markup is the source, everything that is not text an edit of the reader's ledger."""

from __future__ import annotations

import hashlib
import html
from collections.abc import Sequence

from reporter.errors import ReadError
from reporter.model import Mark, RawTable, RawText
from reporter.read.article import asides_of, title_block
from reporter.read.encoding import decode
from reporter.read.markup import tokens
from reporter.read.metadata import declared_encoding, metadata_of
from reporter.read.page import Block, Page, page_of
from reporter.read.plain import has_text, refuse_binary
from reporter.read.tables import data_tables


def read_page(data: bytes, shown: str) -> RawText:
    """A web page as RawText: readable text with marks, data tables and stated metadata; offsets index the markup.

    Raises:
        ReadError: the bytes are no text, or the page shows none.
    """
    decoded = decode(data, declared_encoding(data))
    source = decoded.text
    refuse_binary(source)
    stream = tuple(tokens(source))
    tables = data_tables(source, stream)
    page = page_of(source, stream, tables)
    if not has_text(page.ledger.text):
        raise ReadError(
            "is a page without any text",
            "if a script fills it, save the complete page from the browser, or copy its text into a .txt file",
            code="read-empty",
            status="empty",
        )
    metadata = metadata_of(source, stream, page.title)
    marks, outside = _marks(source, page, _titles(metadata, source, page))
    return RawText(
        shown,
        hashlib.sha256(data).hexdigest(),
        "html",
        decoded.encoding,
        page.ledger,
        marks,
        tuple(table for table in tables if not _inside(table, outside)),
        metadata,
        decoded.findings,
    )


def _titles(metadata: Sequence[tuple[str, str]], source: str, page: Page) -> tuple[str, ...]:
    """The title in all forms that the page states: the metadata's and the title element's."""
    stated = [value for key, value in metadata if key == "title"]
    element = html.unescape(source[slice(*page.title)]) if page.title else ""
    return tuple(dict.fromkeys(title for title in (*stated, element) if title.strip()))


def _marks(source: str, page: Page, titles: tuple[str, ...]) -> tuple[tuple[Mark, ...], tuple[Block, ...]]:
    """The marks of all blocks in order, and the blocks outside the main content."""
    text = page.ledger.text
    asides = asides_of(source, text, page.blocks, titles)
    title = title_block(text, page.blocks, asides, titles)
    marks = []
    for index, block in enumerate(page.blocks):
        if index in asides:
            marks.append(Mark("aside", block.start, block.end))
        elif index == title:
            marks.append(Mark("title", block.start, block.end))
        else:
            marks.append(Mark(block.kind, block.start, block.end, block.level))
    return tuple(marks), tuple(page.blocks[index] for index in sorted(asides))


def _inside(table: RawTable, outside: Sequence[Block]) -> bool:
    """Whether a table stands outside the main content."""
    return any(table.start <= block.start and block.end <= table.end for block in outside)
