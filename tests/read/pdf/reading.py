"""What the tests look at: the clean lines, the cells and the marks of a PDF as read."""

from __future__ import annotations

from reporter.model import RawText
from reporter.read.pdf import read_pdf


def read(data: bytes) -> RawText:
    """The PDF as read; its ledger gives the source back, and its places stand in order."""
    raw = read_pdf(data, "a.pdf")
    assert raw.ledger.inverse() == raw.ledger.source
    assert all(one.end <= two.start for one, two in zip(raw.places, raw.places[1:], strict=False))
    return raw


def hidden(raw: RawText) -> list[tuple[int, int]]:
    """Tables and asides, in clean offsets."""
    asides = [mark for mark in raw.marks if mark.kind == "aside"]
    return [(raw.ledger.clean_offset(part.start), raw.ledger.clean_offset(part.end)) for part in (*raw.tables, *asides)]


def lines(raw: RawText) -> list[str]:
    """The clean lines outside of tables and asides, none empty."""
    parts = hidden(raw)
    kept = "".join(
        char for at, char in enumerate(raw.ledger.text) if not any(start <= at < end for start, end in parts)
    )
    return [line for line in kept.split("\n") if line]


def cells(raw: RawText, table: int = 0) -> list[list[str]]:
    """The words of a table's cells."""
    return [[raw.ledger.source[start:end] for start, end in row] for row in raw.tables[table].rows]


def marked(raw: RawText, kind: str) -> list[tuple[str, int]]:
    """(clean words, level) of all marks of a kind."""
    ledger = raw.ledger
    return [(ledger.replay(mark.start, mark.end), mark.level) for mark in raw.marks if mark.kind == kind]


def codes(raw: RawText) -> list[str]:
    """The codes of its findings."""
    return [finding.code for finding in raw.findings]
