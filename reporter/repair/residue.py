"""Residue of conversions: entities and tags in plain text, Big5's escaped bytes, text decoded in a wrong encoding."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator

from reporter.language.frequency import weight
from reporter.language.script import HAN, is_han

_ENTITY = re.compile(r"&(?:[A-Za-z][A-Za-z0-9]{1,10}|#[0-9]{1,6}|#[xX][0-9a-fA-F]{1,5});")
_TAG = re.compile(
    r"</?(?P<name>br|p|div|span|strong|b|em|i|u|font|a|img|table|tbody|tr|td|th|center|o:p)(?:\s[^<>\n]{0,300})?/?>",
    re.IGNORECASE,
)
_LINES = frozenset({"br", "p", "div", "tr"})


def entities(text: str) -> Iterator[tuple[int, int, str]]:
    """HTML entities that a scraper left become what they stand for."""
    for match in _ENTITY.finditer(text):
        meant = html.unescape(match.group())
        if meant != match.group():
            yield match.start(), match.end(), meant


def tags(text: str) -> Iterator[tuple[int, int, str]]:
    """HTML tags that a scraper left go; those that end a line end it."""
    for match in _TAG.finditer(text):
        yield match.start(), match.end(), "\n" if match["name"].lower() in _LINES else ""


# -- Big5

_BACKSLASH = re.compile(rf"(?<=[{HAN}])\\")


def doubled_trails(text: str) -> Iterator[tuple[int, int, str]]:
    r"""Backslashes behind characters whose second Big5 byte is a backslash go.

    Programs that take the bytes of Big5 for ASCII escape that byte once more: 成功 becomes 成功\.
    """
    for match in _BACKSLASH.finditer(text):
        if _big5(text[match.start() - 1]).endswith(b"\\"):
            yield match.start(), match.end(), ""


def _big5(char: str) -> bytes:
    return char.encode("cp950", "replace")


# -- text in a wrong encoding

# UTF-8 writes Chinese as E3–E9 or EF and two bytes of 80–BF: what misread text begins with is the character that GBK
# has for the first two, or a Latin letter.
_FIRST = "".join(
    bytes([lead, trail]).decode("gbk", "ignore") for lead in (*range(0xE2, 0xEA), 0xEF) for trail in range(0x80, 0xC0)
)
_FOREIGN = re.compile(rf"(?<![^\x00-\x7f])[{_FIRST}\u0080-\u017f][^\x00-\x7f\ufffd]{{3,}}")
# Encodings that a decoder may have taken for UTF-8 (or GBK) bytes, with what they were.
_MISTAKES = (
    ("gb18030", "utf-8"),
    ("cp1252", "utf-8"),
    ("latin-1", "utf-8"),
    ("latin-1", "gb18030"),
    ("cp1252", "gb18030"),
)
# What comes out must be Chinese through and through and, character by character, ten times as common as what went in.
_LEAST_HAN = 0.7
_COMMONER = 1.0
_LONGEST_TAIL = 3


def misread(text: str) -> Iterator[tuple[int, int, str]]:
    """Text that was decoded in a wrong encoding is decoded in the right one, where that can be undone without loss.

    ``浣犲ソ`` are the UTF-8 bytes of 你好 read as GBK. A stretch is put right only when its bytes decode strictly and
    give common characters; each restored character is an edit of its own.
    """
    for match in _FOREIGN.finditer(text):
        shown = match.group()
        for wrong, right in _MISTAKES:
            meant = _recoded(shown, wrong, right)
            if meant and _is_better(meant, shown):
                yield from _aligned(match.start(), shown, meant, wrong, right)
                break


def _recoded(text: str, wrong: str, right: str) -> str | None:
    """The text decoded anew; a last character that lost its tail is left off. None where the bytes do not fit."""
    try:
        data = text.encode(wrong)
    except UnicodeEncodeError:
        return None
    try:
        return data.decode(right)
    except UnicodeDecodeError as error:
        return data[: error.start].decode(right) if len(data) - error.start <= _LONGEST_TAIL else None


def _is_better(meant: str, shown: str) -> bool:
    han = sum(map(is_han, meant))
    return han >= max(2, _LEAST_HAN * len(meant)) and _commonness(meant) >= _commonness(shown) + _COMMONER


def _commonness(text: str) -> float:
    """The mean weight of the characters; what is no Han character counts as unlisted ones do."""
    return sum(weight(char) for char in text) / len(text)


def _aligned(start: int, shown: str, meant: str, wrong: str, right: str) -> Iterator[tuple[int, int, str]]:
    """One replacement for each stretch between common byte boundaries of both texts."""
    ends, position = {}, 0
    for index, char in enumerate(shown):
        position += len(char.encode(wrong))
        ends[position] = start + index + 1
    position, at, piece = 0, start, ""
    for char in meant:
        piece += char
        position += len(char.encode(right))
        if position in ends:
            yield at, ends[position], piece
            at, piece = ends[position], ""
