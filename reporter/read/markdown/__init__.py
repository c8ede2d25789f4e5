"""Markdown → RawText: the decoded file is the source, everything that is markup an edit of the reader's ledger.

CommonMark 0.31 with the tables and strikethrough of GFM and footnotes, as markdown-it reads it, but for what Chinese
writers do: ``##标题`` without a blank is a heading, an indented line is no code, ``**重点：**如下`` is bold, and a
numbered line begins a line. A file that has no markup is read as plain text.
"""

from __future__ import annotations

import hashlib
from dataclasses import replace

from reporter.model import RawText
from reporter.read.encoding import decode
from reporter.read.markdown.front_matter import front_matter_of
from reporter.read.markdown.pieces import ledger_of
from reporter.read.plain import has_text, read_plain, refuse_binary

__all__ = ["read_markdown"]


def read_markdown(data: bytes, shown: str) -> RawText:
    """A Markdown file as RawText: headings, items, tables and asides marked, front matter as metadata.

    Raises:
        ReadError: the bytes are no text, or nothing but white space.
    """
    from reporter.read.markdown.blocks import blocks_of  # markdown-it: only Markdown pays for it
    from reporter.read.markdown.parser import parsed

    decoded = decode(data)
    source = decoded.text
    refuse_binary(source)
    front = front_matter_of(source)
    document = parsed(source, front.lines)
    if not has_text(source) or (document.is_plain and not front.lines):
        return replace(read_plain(data, shown), format="md")
    found = blocks_of(document, front)
    ledger = ledger_of(source, found.pieces)
    if not has_text(ledger.text):  # all of it was markup: better shown than lost
        return replace(read_plain(data, shown), format="md")
    return RawText(
        shown,
        hashlib.sha256(data).hexdigest(),
        "md",
        decoded.encoding,
        ledger,
        tuple(found.marks),
        tuple(found.tables),
        front.metadata,
        (*decoded.findings, *found.tally.findings()),
    )
