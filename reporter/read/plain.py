"""Plain text: decoded, and the tables found that are set in it."""

from __future__ import annotations

import hashlib
import re

from reporter.model import Ledger, RawText, Saying
from reporter.read.aligned import plain_tables
from reporter.read.encoding import decode

# All control characters (category Cc) but those that text files hold: tab, line feed, vertical tab, form feed, carriage
# return, the end mark of DOS and the next line of ISO 6429.
_CONTROL = re.compile("[\x00-\x08\x0e-\x19\x1b-\x1f\x7f-\x84\x86-\x9f]")
_MOST_CONTROLS = 0.01


def read_plain(data: bytes, shown: str) -> RawText:
    """A text file as RawText: no edits, no marks, the tables that are set in it.

    Raises:
        ReadError: the bytes are no text, or nothing but white space.
    """
    decoded = decode(data)
    refuse_binary(decoded.text)
    if not has_text(decoded.text):
        raise (_BLANK if data else _EMPTY).error(status="empty")
    digest = hashlib.sha256(data).hexdigest()
    ledger, tables = Ledger(decoded.text), plain_tables(decoded.text)
    return RawText(shown, digest, "txt", decoded.encoding, ledger, tables=tables, findings=decoded.findings)


def has_text(text: str) -> bool:
    """Whether a text holds a letter, an ideograph or a digit: anything that could be read."""
    return any(char.isalnum() for char in text)


def refuse_binary(text: str) -> None:
    """Raise for what decodes but is no text.

    Raises:
        ReadError: more than one character in a hundred is a control character.
    """
    controls = len(_CONTROL.findall(text))
    if controls > max(2, _MOST_CONTROLS * len(text)):
        raise _BINARY.error()


_EMPTY = Saying("read-empty.file", "warning", "is empty", "remove it, or get it again from its origin")
_BLANK = Saying(
    "read-empty.blank",
    "warning",
    "holds no text, only white space",
    "remove it, or get it again from its origin",
)
_BINARY = Saying(
    "read-binary",
    "warning",
    "is no text: full of control characters",
    "open it in its own program and save it as text",
)
