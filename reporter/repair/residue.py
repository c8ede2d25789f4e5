"""Residue of conversions: entities and tags in plain text, and Big5's escaped bytes."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator

from reporter.language.script import HAN

# What was escaped over and over: &amp;amp;nbsp; means what &nbsp; does.
_ENTITY = re.compile(
    r"&(?:(?:amp|#38|#[xX]26);)*(?P<last>[A-Za-z][A-Za-z0-9]{1,10}|#[0-9]{1,6}|#[xX][0-9a-fA-F]{1,5});"
)
_TAG = re.compile(
    r"</?(?P<name>br|p|div|span|strong|b|em|i|u|font|a|img|table|tbody|tr|td|th|center|o:p)(?:\s[^<>\n]{0,300})?/?>",
    re.IGNORECASE,
)
_LINES = frozenset({"br", "p", "div", "tr"})


def entities(text: str) -> Iterator[tuple[int, int, str]]:
    """HTML entities that a scraper left become what they stand for."""
    for match in _ENTITY.finditer(text):
        meant = html.unescape(f"&{match['last']};")
        if meant != match.group():
            yield match.start(), match.end(), meant


def tags(text: str) -> Iterator[tuple[int, int, str]]:
    """HTML tags that a scraper left go; those that end a line end it."""
    for match in _TAG.finditer(text):
        yield match.start(), match.end(), "\n" if match["name"].lower() in _LINES else ""


# -- Big5

_BACKSLASH = re.compile(rf"\\(?<=[{HAN}]\\)")


def doubled_trails(text: str) -> Iterator[tuple[int, int, str]]:
    r"""Backslashes behind characters whose second Big5 byte is a backslash go.

    Programs that take the bytes of Big5 for ASCII escape that byte once more: 成功 becomes 成功\.
    """
    for match in _BACKSLASH.finditer(text):
        if _big5(text[match.start() - 1]).endswith(b"\\"):
            yield match.start(), match.end(), ""


def _big5(char: str) -> bytes:
    return char.encode("cp950", "replace")
