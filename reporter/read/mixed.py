"""Bytes → text where no single encoding of eight bits is the answer: files put together of parts in two encodings, and
Chinese in seven bits."""

from __future__ import annotations

import re
from collections.abc import Sequence

from reporter.model import Saying
from reporter.read.cuts import strictly
from reporter.read.likeness import LEAD, PLAUSIBLE, likeness

_SHIFTED_GB = re.compile(rb"~\{[\x21-\x7e]{2,}")
_SHIFTED_BASE64 = re.compile(rb"\+[A-Za-z0-9+/]{3,}-?")
_ISO_2022 = re.compile(rb"\x1b(?:\$[()*+]?[A-HM@]|\([JI])")


def by_lines(data: bytes, legacy: Sequence[str]) -> tuple[str, str] | None:
    """(text, "utf-8+" and the other encoding) where each line is in one of two encodings; None where it is not so.

    A line feed is one byte in all of them. Both kinds of lines must read like Chinese, and every line must decode.
    """
    lines = data.split(b"\n")
    unicode = [_utf8(line) for line in lines]
    if not any(text and not text.isascii() for text in unicode):
        return None
    for encoding in legacy:
        texts = [_of_line(line, text, encoding) for line, text in zip(lines, unicode, strict=True)]
        if None in texts:
            continue
        others = "\n".join(text or "" for text, plain in zip(texts, unicode, strict=True) if text != plain)
        kept = any(text == plain and not (plain or "").isascii() for text, plain in zip(texts, unicode, strict=True))
        if kept and others and likeness(others) >= PLAUSIBLE:
            return "\n".join(text or "" for text in texts), f"utf-8+{encoding}"
    return None


def _utf8(line: bytes) -> str | None:
    try:
        return line.decode()
    except UnicodeDecodeError:
        return None


def _of_line(line: bytes, text: str | None, encoding: str) -> str | None:
    """The line's text: UTF-8 where it is that and reads no worse, else in the other encoding; None where neither."""
    if text is not None and (text.isascii() or likeness(text) >= PLAUSIBLE):
        return text
    other = strictly(line, encoding)
    if other is None or (text is not None and likeness(other.text) < likeness(text) + LEAD):
        return text
    return other.text


_OLD_MAIL = Saying(
    "read-undecodable.iso-2022",
    "warning",
    "is text in ISO-2022, an encoding for old mail that is not read",
    "convert it with iconv, or open it in a browser and save it as UTF-8",
)


def in_seven_bits(data: bytes) -> tuple[str, str] | None:
    """(text, encoding) of ASCII bytes that are HZ (RFC 1843) or UTF-7 (RFC 2152); None where they are plain ASCII.

    Raises:
        ReadError: they are ISO-2022 (RFC 1922), of which there is no decoder.
    """
    if not data.isascii():
        return None
    if _ISO_2022.search(data):
        raise _OLD_MAIL.error()
    for pattern, encoding in ((_SHIFTED_GB, "hz"), (_SHIFTED_BASE64, "utf-7")):
        if pattern.search(data):
            try:
                text = data.decode(encoding)
            except UnicodeDecodeError:
                continue
            if not text.isascii() and likeness(text) >= PLAUSIBLE:
                return text, encoding
    return None
