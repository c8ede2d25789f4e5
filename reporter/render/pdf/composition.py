"""Parts that are laid out one by one → one document whose pages are numbered through.

Contents that are laid out together with what they list make WeasyPrint go over its pages again and again. So the
contents are laid out with dummy numbers first, for their length (the brief takes one page); then everything behind
them, which is laid out once; then brief and contents with the page numbers that are now known. Short contents are taken
for one page without being laid out first; where they are not, the last step finds it.
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import dataclass, replace

import weasyprint

from reporter.render.context import Page

# The longest run that the body's sheet foresees, by the length of its HTML: a page holds more than these characters of
# it. A longer one is laid out again.
_CHARACTERS_A_PAGE = 1_000
_PAGES_AT_LEAST = 50
# The length of the HTML of contents that take one page as good as always: about fifteen lines.
_SHORT_CONTENTS = 2_000
# Rounds until brief and contents take as many pages as was thought.
ROUNDS = 3
_LOGGER = logging.getLogger("weasyprint")


@dataclass(frozen=True, slots=True)
class Run:
    """The pages of one part among all: the number of the first, how many pages other parts have, and how many of its
    own it may have. ``Run()`` is a part that is all there is."""

    first: int = 1
    others: int = 0
    own: range = range(0)

    @property
    def sheet(self) -> str:
        """The style sheet that numbers the pages: ``counter(page)`` starts at the first, ``counter(pages, total)``
        counts those of the other parts too. CSS can't add, so the sums are listed as a counter style."""
        parts = []
        if self.first > 1:
            side = "left" if self.first % 2 == 0 else "right"
            parts.append(f"@page :first {{ counter-reset: page {self.first} }} html {{ break-before: {side} }}")
        if self.own:
            sums = " ".join(f'"{pages + self.others}"' for pages in self.own)
            parts.append(f"@counter-style total {{ system: fixed {self.own.start}; symbols: {sums} }}")
        return "\n".join(parts)


Setter = Callable[[str, Run], weasyprint.Document]


def composed(html: Callable[[Page], str], laid_out: Setter, page: Page) -> weasyprint.Document:
    """All pages of a briefing, joined.

    Args:
        html: a part of the page as HTML. A template that gives the same for every part is laid out as a whole.
        laid_out: sets such HTML.
    """
    body_html = html(replace(page, part="body"))
    if body_html == html(replace(page, part="front")):
        return laid_out(body_html, Run())
    ahead = 1
    if page.has("contents"):
        ahead += _pages_of_contents(html(replace(page, part="contents")), laid_out)
    for _ in range(ROUNDS):
        body = _body(body_html, laid_out, ahead)
        numbered = html(replace(page, part="front", page_numbers=page_numbers(body, ahead + 1)))
        front = laid_out(numbered, Run(others=len(body.pages), own=range(ahead, ahead + 1)))
        if len(front.pages) == ahead:
            break
        ahead = len(front.pages)
    else:
        tell_unsettled()
    return front.copy([*front.pages, *body.pages])


def tell_unsettled() -> None:
    """Complain, as the PDF library does, of contents that take another number of pages whenever they are told how many
    they take."""
    _LOGGER.warning("the contents find no length: the page numbers in them may be wrong by a page")


def page_numbers(document: weasyprint.Document, first: int) -> dict[str, int]:
    """Anchor → the number of the page that it stands on, the first page having the given one."""
    numbers: dict[str, int] = {}
    for number, page in enumerate(document.pages, first):
        for anchor in page.anchors:
            numbers.setdefault(anchor, number)
    return numbers


def _pages_of_contents(html: str, laid_out: Setter) -> int:
    """How many pages the contents take; supposedly, where they are short."""
    return 1 if len(html) <= _SHORT_CONTENTS else len(laid_out(html, Run()).pages)


def _body(html: str, laid_out: Setter, ahead: int) -> weasyprint.Document:
    """What stands behind so many pages."""
    longest = _PAGES_AT_LEAST + len(html) // _CHARACTERS_A_PAGE
    while True:
        body = laid_out(html, Run(first=ahead + 1, others=ahead, own=range(1, longest + 1)))
        if len(body.pages) <= longest:
            return body
        longest = len(body.pages) + _PAGES_AT_LEAST
