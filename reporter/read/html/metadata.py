"""What a page states about itself: title, author, source, date and address, from its meta elements."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterable

from reporter.read.html.markup import Token, attributes

# Names of meta elements in the order of trust: those of Chinese government sites (政府网站发展指引, 2017), then Open
# Graph, Dublin Core and what is common.
_NAMES = {
    "title": ("articletitle", "og:title", "twitter:title", "dc.title", "ld:headline"),
    "author": ("author", "article:author", "dc.creator", "dc.author", "ld:author"),
    "source": ("contentsource", "source", "article:source", "dc.source"),
    "date": (
        *("pubdate", "article:published_time", "og:published_time"),
        *("publishdate", "publish_date", "datepublished", "dc.date", "ld:datepublished", "date"),
    ),
    "url": ("url", "og:url"),
}
# Longer linked data are no article's.
_LONGEST_DATA = 200_000
_BLANK = re.compile(r"\s+")
_CHARSET = re.compile(rb"""<meta\b[^>]{0,400}?charset\s*=\s*+(?:["']\s*+)?([A-Za-z0-9_:.-]{2,40})""", re.IGNORECASE)
_XML_ENCODING = re.compile(rb"""\A\s*<\?xml[^>]{0,200}?encoding\s*=\s*["']([A-Za-z0-9_:.-]{2,40})""", re.IGNORECASE)
# A page declares its encoding within the first kilobyte (WHATWG, 13.2.3.2); many Chinese ones do so later.
_DECLARED_WITHIN = 8192


def declared_encoding(data: bytes) -> str | None:
    """The encoding that a page's bytes declare, as written there."""
    head = data[:_DECLARED_WITHIN]
    match = _XML_ENCODING.search(head) or _CHARSET.search(head)
    return match[1].decode("ascii") if match else None


def metadata_of(source: str, stream: Iterable[Token], title: tuple[int, int] | None) -> tuple[tuple[str, str], ...]:
    """(key, value) for title, author, source, date and url where the page states them, values with blanks collapsed."""
    stated: dict[str, str] = {}
    found: list[tuple[str, str]] = []
    is_data = False
    for token in stream:
        if token.kind == "raw" and is_data and token.end - token.start <= _LONGEST_DATA:
            for name, value in _linked_data(source[token.start : token.end]):
                stated.setdefault(name, value)
        is_data = token.kind == "start" and token.name == "script" and "ld+json" in source[token.start : token.end]
        if token.kind == "start" and token.name in ("meta", "link", "time"):
            for name, value in _statement(token.name, attributes(source[token.start : token.end])):
                stated.setdefault(name, value)
    for key, names in _NAMES.items():
        known = next((stated[name] for name in names if stated.get(name)), "")
        if key == "title" and not known and title:
            known = _clean(html.unescape(source[slice(*title)]))
        if known:
            found.append((key, known))
    return tuple(found)


def _linked_data(text: str) -> Iterable[tuple[str, str]]:
    """(name in lower case, value) of what an article's linked data (JSON-LD, schema.org) state; none where they can't
    be read."""
    try:
        data = json.loads(text, strict=False)
    except (ValueError, RecursionError):
        return
    things = data if isinstance(data, list) else [data]
    for thing in things:
        graph = thing.get("@graph") if isinstance(thing, dict) else None
        for item in graph if isinstance(graph, list) else [thing]:
            if isinstance(item, dict) and ("headline" in item or "datePublished" in item):
                yield "ld:headline", _clean(_name(item.get("headline")))
                yield "ld:author", _clean(_name(item.get("author")))
                yield "ld:datepublished", _clean(_name(item.get("datePublished")))


def _name(value: object) -> str:
    """The words of a value, the names of persons and bodies."""
    if isinstance(value, list):
        return "、".join(filter(None, map(_name, value)))
    return _name(value.get("name")) if isinstance(value, dict) else value if isinstance(value, str) else ""


def _statement(element: str, given: dict[str, str]) -> Iterable[tuple[str, str]]:
    """(name in lower case, value) of what an element states."""
    if element == "meta":
        name = given.get("name") or given.get("property") or given.get("itemprop") or ""
        yield name.strip().lower(), _clean(given.get("content", ""))
    elif element == "link" and given.get("rel", "").lower() == "canonical":
        yield "url", _clean(given.get("href", ""))
    elif element == "time" and ("pubdate" in given or given.get("itemprop", "").lower() == "datepublished"):
        yield "datepublished", _clean(given.get("datetime", ""))


def _clean(text: str) -> str:
    return _BLANK.sub(" ", text).strip()
