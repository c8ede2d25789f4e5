"""Where in a file a passage stands, in words: its page, its paragraph, its cell."""

from __future__ import annotations

from reporter.model import Document, Locator, Span
from reporter.render.catalogue import Catalogue


def place_words(document: Document, span: Span, strings: Catalogue) -> str:
    """The place of a stretch of the clean text; empty where the source is the file's own text."""
    if not document.clean.raw.places:
        return ""
    return locator_words(document.clean.raw.locator(*document.clean.ledger.source_span(span.start, span.end)), strings)


def locator_words(locator: Locator | None, strings: Catalogue) -> str:
    """A locator for reading: page and box as the page, a cell with its sheet, a paragraph counted from 1."""
    if locator is None:
        return ""
    parts = (
        strings("place.page", number=locator.page) if locator.page is not None else "",
        strings("place.sheet", name=locator.sheet) if locator.sheet is not None else "",
        strings("place.cell", name=locator.cell) if locator.cell is not None else "",
        strings("place.paragraph", number=locator.paragraph + 1) if locator.paragraph is not None else "",
    )
    return strings("joint_clause").join(filter(None, parts))


def sheet_words(locator: Locator | None, strings: Catalogue) -> str:
    """The page or the sheet of a locator: what a run of lines stands on; empty for a paragraph."""
    if locator is None:
        return ""
    return locator_words(Locator(page=locator.page, sheet=locator.sheet), strings)
