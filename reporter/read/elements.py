"""Elements of HTML: which begin a line, which nest, and which hold no article."""

from __future__ import annotations

import re

from reporter.read.markup import attributes


def _names(text: str) -> frozenset[str]:
    return frozenset(text.split())


BLOCKS = _names(
    "address article aside blockquote body br caption center dd details dialog dir div dl dt fieldset figcaption "
    "figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav ol option p pre section select "
    "summary table tbody td tfoot th thead title tr ul"
)
"""Elements that begin and end a line."""

HEADINGS = {f"h{level}": level for level in range(1, 7)}

CONTAINERS = _names(
    "article aside blockquote body button center dd details dir div dl dt fieldset figure footer form header main menu "
    "nav ol section select span table td th ul"
)
"""Elements whose nesting is kept: what they say of themselves holds for all inside."""

ASIDE_ELEMENTS = _names("aside button footer form menu nav select")
"""Elements that hold no article."""

# Words in a class, id or role that say the same of any element.
_ASIDE_WORDS = _names(
    "ad ads advert advertisement aside banner breadcrumb breadcrumbs comment comments complementary contentinfo "
    "copyright crumb crumbs foot footer friendlink hot links login menu nav navbar navigation pager pagination paging "
    "prevnext qrcode rank ranking recommend recommended relate related relation search share sharing sidebar submenu "
    "toolbar"
)
_WORD = re.compile(r"[A-Z]?[a-z]+|[A-Z]+")
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)


def speaks_of_aside(tag: str) -> bool:
    """Whether a start tag's class, id, role or style says that its element is no article, or is not shown."""
    if "=" not in tag and " hidden" not in tag:
        return False
    given = attributes(tag)
    if "hidden" in given or given.get("aria-hidden") == "true" or _HIDDEN.search(given.get("style", "")):
        return True
    said = " ".join((given.get("class", ""), given.get("id", ""), given.get("role", "")))
    return any(word.lower() in _ASIDE_WORDS for word in _WORD.findall(said))
