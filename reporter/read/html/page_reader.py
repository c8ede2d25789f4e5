"""Web pages: the decoded markup is the source, everything that is not text an edit of the reader's ledger."""

from __future__ import annotations

import hashlib
import html
import re
from collections.abc import Sequence

from reporter.model import Finding, Mark, RawTable, RawText, Saying
from reporter.read.encoding import decode
from reporter.read.html.article import Article, article_of
from reporter.read.html.markup import tokens
from reporter.read.html.metadata import declared_encoding, metadata_of
from reporter.read.html.page import Page, page_of
from reporter.read.html.stated import with_stated
from reporter.read.html.tables import data_tables
from reporter.read.plain import has_text, refuse_binary

_FRAME = re.compile(r"<i?frame\b[^<>]{0,400}?\ssrc\s*=\s*[\"']?([^\"'\s<>]{1,300})", re.IGNORECASE)
_MOST_FRAMES = 5


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
        frames = [html.unescape(match[1]) for match in _FRAME.finditer(source)]
        if frames:
            raise _FRAMESET.error(status="empty", frames="、".join(frames[:_MOST_FRAMES]))
        raise _NO_TEXT.error(status="empty")
    metadata = metadata_of(source, stream, page.title)
    article = article_of(source, page, _titles(metadata, source, page), tables)
    return RawText(
        shown,
        hashlib.sha256(data).hexdigest(),
        "html",
        decoded.encoding,
        page.ledger,
        _marks(page, article),
        tuple(table for table in tables if not _is_outside(table, page, article)),
        with_stated(
            metadata, [page.ledger.text[b.text_start : b.text_end] for b in map(page.blocks.__getitem__, article.head)]
        ),
        (*decoded.findings, *_findings(shown, article)),
    )


def _titles(metadata: Sequence[tuple[str, str]], source: str, page: Page) -> tuple[str, ...]:
    """The title in all forms that the page states: the metadata's and the title element's."""
    stated = [value for key, value in metadata if key == "title"]
    element = html.unescape(source[slice(*page.title)]) if page.title else ""
    return tuple(dict.fromkeys(title for title in (*stated, element) if title.strip()))


def _marks(page: Page, article: Article) -> tuple[Mark, ...]:
    """The marks of all blocks in order."""
    marks = []
    for index, block in enumerate(page.blocks):
        if index in article.asides:
            marks.append(Mark("aside", block.start, block.end))
        elif index == article.title:
            marks.append(Mark("title", block.start, block.end))
        else:
            marks.append(Mark(block.kind, block.start, block.end, block.level))
    return tuple(marks)


def _is_outside(table: RawTable, page: Page, article: Article) -> bool:
    """Whether all of a table stands outside the main content."""
    return all(index in article.asides for index in page.within(table.start, table.end))


def _findings(shown: str, article: Article) -> tuple[Finding, ...]:
    if not article.is_list:
        return ()
    return (_LIST.finding(path=shown),)


_FRAMESET = Saying(
    "read-empty.frames",
    "warning",
    "is a frameset, which shows other pages and has no text itself",
    "read those instead: {frames}",
)
_NO_TEXT = Saying(
    "read-empty.page",
    "warning",
    "is a page without any text",
    "if a script fills it, save the complete page from the browser, or copy its text into a .txt file",
)
_LIST = Saying(
    "read-page-list",
    "warning",
    "is a list of links to articles, not an article",
    "save the pages that it links to",
)
