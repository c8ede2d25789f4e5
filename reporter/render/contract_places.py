"""Places and numbers as briefing.json has them: every offset in the source, mapped by the document's ledger."""

from __future__ import annotations

from typing import Any

from reporter.model import Document, Locator, Span

Json = dict[str, Any]


def source_range(document: Document, span: Span) -> tuple[int, int]:
    """A span's stretch of the source, in code points."""
    return document.clean.ledger.source_span(span.start, span.end)


def place(document: Document, span: Span) -> Json:
    """Start and end in the source, and a locator where the source is no text of its own."""
    start, end = source_range(document, span)
    locator = document.clean.raw.locator(start, end)
    return {"start": start, "end": end, **({"locator": locator_dict(locator)} if locator else {})}


def locator_dict(locator: Locator) -> Json:
    """A locator with what it states, boxes in tenths of a point."""
    box = [round(edge, 1) for edge in locator.box] if locator.box else None
    stated = {
        "page": locator.page,
        "box": box,
        "paragraph": locator.paragraph,
        "sheet": locator.sheet,
        "cell": locator.cell,
    }
    return {key: value for key, value in stated.items() if value is not None}


def locator_text(document: Document, span: Span) -> str:
    """Where in its file a passage stands, for a cell of a table: page 3, Sheet1!B7, paragraph 12; empty for text."""
    if not document.clean.raw.places:
        return ""
    found = document.clean.raw.locator(*source_range(document, span))
    if found is None:
        return ""
    cell = "!".join(part for part in (found.sheet, found.cell) if part)
    page = f"page {found.page}" if found.page is not None else ""
    return page or cell or (f"paragraph {found.paragraph + 1}" if found.paragraph is not None else "")


def number_json(value: float | tuple[float, float] | None) -> float | list[float] | None:
    """A value as JSON has it: a range is a list of two."""
    return list(value) if isinstance(value, tuple) else value
