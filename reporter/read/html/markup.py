"""HTML → tokens with their places: a small tokenizer of our own.

Parsers that build a tree keep no positions, and positions are what traceability needs. The tokenizer follows the tag
states of the HTML standard (WHATWG, 13.2.5) as far as readers need them, never fails, and is linear: each search that
finds nothing is made once.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

Kind = Literal["text", "start", "end", "comment", "raw"]

# Elements whose content is no markup; of title and textarea it is text, of the others program code or style.
_RAW = (
    "script",
    "style",
    "title",
    "textarea",
    "xmp",
    "iframe",
    "noembed",
    "noframes",
    "noscript",
    "template",
    "svg",
    "math",
)
_TAG_NAME = re.compile(r"</?([A-Za-z][^\s/>]*)")
_ATTRIBUTE = re.compile(r"""([^\s"'<>/=]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'=<>`]+)))?""")
# What content systems that escape twice leave of blanks and marks; &amp;lt; may be meant.
_TWICE = "&amp;(?:nbsp|e[nm]sp|[lr][ds]quo|quot|[mn]dash|hellip|middot|#[0-9]{2,5});"
ENTITY = re.compile(rf"{_TWICE}|&(?:#[0-9]{{1,7}}|#[xX][0-9a-fA-F]{{1,6}}|[A-Za-z][A-Za-z0-9]{{1,31}});?")


@dataclass(frozen=True, slots=True)
class Token:
    """``source[start:end]``: a stretch of text, a tag, a comment (doctypes and the like included) or the raw content of
    a script or title. ``name`` is the element's, in lower case; empty for text and comments."""

    kind: Kind
    start: int
    end: int
    name: str = ""


def tokens(source: str) -> Iterator[Token]:
    """The tokens of a page, one behind the other without gaps."""
    finder = _Finder(source)
    at = text_from = 0
    while True:
        at = source.find("<", at)
        if at < 0:
            break
        end, kind, name = _tag(source, at, finder)
        if end == at:  # a "<" that opens nothing is text
            at += 1
            continue
        if text_from < at:
            yield Token("text", text_from, at)
        yield Token(kind, at, end, name)
        at = text_from = end
        if kind == "start" and name in _RAW and source[end - 2 : end] != "/>":
            close = finder.closing(name, end)
            if end < close:
                yield Token("raw", end, close, name)
            at = text_from = close
    if text_from < len(source):
        yield Token("text", text_from, len(source))


def _tag(source: str, at: int, finder: _Finder) -> tuple[int, Kind, str]:
    """(end, kind, name) of what begins with the "<" at this place; end is the place itself for plain text."""
    if source.startswith("<!--", at):
        close = finder.find("-->", at + 4)
        return (close + 3 if close >= 0 else finder.tag_end(at)), "comment", ""
    if source[at + 1 : at + 2] in ("!", "?"):
        return finder.tag_end(at), "comment", ""
    match = _TAG_NAME.match(source, at)
    if not match:
        return at, "text", ""
    kind: Kind = "end" if source[at + 1] == "/" else "start"
    return finder.quoted_tag_end(match.end()), kind, match[1].lower()


class _Finder:
    """Searches in one source that remember what is not there any more."""

    def __init__(self, source: str) -> None:
        self._source = source
        self._absent: dict[str, int] = {}
        self._closing: dict[str, re.Pattern[str]] = {}

    def find(self, needle: str, start: int) -> int:
        if start >= self._absent.get(needle, len(self._source) + 1):
            return -1
        found = self._source.find(needle, start)
        if found < 0:
            self._absent[needle] = start
        return found

    def tag_end(self, at: int) -> int:
        """Behind the next ">", or the source's end."""
        found = self.find(">", at)
        return found + 1 if found >= 0 else len(self._source)

    def quoted_tag_end(self, at: int) -> int:
        """Behind the ">" that ends a tag; one inside a quoted value does not, unless the quote never ends: what seems
        to close it is the next value's opening quote."""
        while True:
            close = self.find(">", at)
            if close < 0:
                return len(self._source)
            opening = _VALUE_QUOTE.search(self._source, at, close)
            if not opening:
                return close + 1
            closing = self.find(opening[1], opening.end())
            if closing < 0 or (closing > close and self._source[closing - 1] == "="):
                return close + 1
            at = closing + 1

    def closing(self, name: str, start: int) -> int:
        """Where the end tag of a raw element begins, or the source's end."""
        if start >= self._absent.get(f"</{name}", len(self._source) + 1):
            return len(self._source)
        pattern = self._closing.setdefault(name, re.compile(rf"</{name}(?=[\s/>])", re.IGNORECASE))
        match = pattern.search(self._source, start)
        if not match:
            self._absent[f"</{name}"] = start
            return len(self._source)
        return match.start()


_VALUE_QUOTE = re.compile(r"""=\s{0,8}(["'])""")


def attributes(tag: str) -> dict[str, str]:
    """The attributes of a start tag: names in lower case, values with entities decoded; the first of a name holds."""
    inner = _TAG_NAME.sub("", tag, count=1).rstrip(">")
    found: dict[str, str] = {}
    for match in _ATTRIBUTE.finditer(inner):
        value = next((group for group in match.groups()[1:] if group is not None), "")
        found.setdefault(match[1].lower(), html.unescape(value))
    return found


def decoded(entity: str) -> str:
    """What an entity stands for, also one that was escaped twice; itself when it stands for nothing."""
    once = html.unescape(entity)
    return html.unescape(once) if entity.startswith("&amp;") and len(once) > 1 else once
