"""Text that lies off its page, where no reader sees it, becomes a finding."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import weasyprint
from weasyprint.formatting_structure import boxes

from reporter.model import Finding, Saying

# Pixels (1/96 inch) that a glyph's box may reach over the edge without losing ink.
_TOLERANCE = 2.0
_SHOWN = 20
_OFF = Saying(
    "render-off-page",
    "warning",
    "page {number} of the PDF: text lies off the page: {text}",
    "see the theme's print.css",
)


def off_page_findings(document: weasyprint.Document) -> Iterator[Finding]:
    """One finding for each page with text off its edges; its beginning says which."""
    yield from lost_findings(map(lost_text, document.pages))


def lost_findings(texts: Iterable[str]) -> Iterator[Finding]:
    """The same of the text that lies off each page, in the order of the pages."""
    for number, text in enumerate(texts, 1):
        if text:
            yield _OFF.finding(number=number, text=text)


def lost_text(page: weasyprint.Page) -> str:
    """The beginning of the text off a page's edges."""
    lost = "".join(_lost(page._page_box, page.width, page.height))  # noqa: SLF001 - pages tell of no text otherwise
    return lost[:_SHOWN]


def _lost(box: object, width: float, height: float) -> Iterator[str]:
    """The texts below a box that lie off a page of that size (pixels)."""
    for child in getattr(box, "children", ()):
        if isinstance(child, boxes.TextBox):
            right, bottom = child.position_x + child.width, child.position_y + child.height
            inside = child.position_x >= -_TOLERANCE and right <= width + _TOLERANCE and bottom <= height + _TOLERANCE
            if not inside:
                yield child.text
        else:
            yield from _lost(child, width, height)
