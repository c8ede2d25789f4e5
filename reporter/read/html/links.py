"""Links of a page: which a elements are links, and how far one reaches that is never closed."""

from __future__ import annotations

from collections.abc import Iterable

from reporter.read.html.markup import Token, attributes


def is_link(tag: str) -> bool:
    """Whether the start tag of an a element opens a link; with a name and no address it is only a place in the text."""
    given = attributes(tag)
    return "href" in given or "onclick" in given or not ("name" in given or "id" in given)


def unclosed_links(stream: Iterable[Token]) -> frozenset[int]:
    """Where the a elements begin that no end tag closes before the next begins: they reach to the end of their line."""
    found: set[int] = set()
    open_at = -1
    for token in stream:
        if token.name != "a" or token.kind not in ("start", "end"):
            continue
        if token.kind == "start":
            if open_at >= 0:
                found.add(open_at)
            open_at = token.start
        else:
            open_at = -1
    if open_at >= 0:
        found.add(open_at)
    return frozenset(found)
