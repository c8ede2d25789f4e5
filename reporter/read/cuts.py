"""Bytes → text in one given encoding, strictly but for the ends: a download or a split may cut a character in two."""

from __future__ import annotations

from dataclasses import dataclass

from reporter.model import Finding, Saying
from reporter.read.likeness import GIBBERISH, PLAUSIBLE, likelihood_of_head, likeness

LEGACY = ("gb18030", "cp950", "big5hkscs")
UTF16 = ("utf-16-le", "utf-16-be")
# A character of one of these encodings takes at most four bytes: a cut leaves fewer than that behind.
_LONGEST_REST = 3
# No second byte of GB 18030 or Big5 lies below: here a character ends in any reading.
_FIRST_TRAIL = 0x30
# So far a shifted reading may run before the two agree again.
_LONGEST_HEAD = 400
# By so many powers of ten the shifted reading must be the likelier one: files begin whole, as a rule.
_HEAD_LEAD = 3.0


@dataclass(frozen=True, slots=True)
class Strict:
    """A text that decoded strictly, but for a character cut in two at its beginning or end (one U+FFFD each)."""

    text: str
    head_cut: bool = False
    tail_cut: bool = False

    @property
    def findings(self) -> tuple[Finding, ...]:
        """What was cut."""
        cuts = ((self.head_cut, _HEAD_CUT), (self.tail_cut, _TAIL_CUT))
        return tuple(saying.finding() for cut, saying in cuts if cut)


_HEAD_CUT = Saying(
    "read-head-cut",
    "warning",
    "the file begins in the middle of a character",
    "it is a part of a file: get the whole if the beginning matters",
)
_TAIL_CUT = Saying(
    "read-tail-cut",
    "warning",
    "the file ends in the middle of a character",
    "the download was cut short: get the file again if the end matters",
)


def strictly(data: bytes, encoding: str) -> Strict | None:
    """The text of the bytes, or None where they do not decode."""
    if encoding in LEGACY:
        return _realigned(data, encoding)
    whole = _from(data, encoding, 0)
    if whole or encoding != "utf-8":
        return whole
    rest = next((at for at in range(min(len(data), _LONGEST_REST + 1)) if data[at] & 0xC0 != 0x80), 0)
    return _from(data, encoding, rest) if rest else None


def shifted(data: bytes, encoding: str) -> Strict | None:
    """The text of UTF-16 without the first byte, which is the rest of a character."""
    return _from(data, encoding, 1)


def _from(data: bytes, encoding: str, skip: int) -> Strict | None:
    """The text from that byte on, a cut tail as one U+FFFD, bytes skipped as one as well."""
    rest, tail = data[skip:], False
    try:
        text = rest.decode(encoding)
    except UnicodeDecodeError as error:
        cut = error.start
        if len(rest) - cut > _LONGEST_REST or not _is_beginning(rest[cut:], encoding):
            return None
        try:
            text, tail = rest[:cut].decode(encoding) + "\ufffd", True
        except UnicodeDecodeError:
            return None
    return Strict("\ufffd" * bool(skip) + text, bool(skip), tail)


def _is_beginning(tail: bytes, encoding: str) -> bool:
    """Whether a character of the encoding can begin with these bytes."""
    if encoding == "utf-8":
        lead = tail[0]
        length = 4 if lead >= 0xF0 else 3 if lead >= 0xE0 else 2
        return 0xC2 <= lead <= 0xF4 and len(tail) < length and all(byte & 0xC0 == 0x80 for byte in tail[1:])
    if encoding == "gb18030":
        return 0x81 <= tail[0] <= 0xFE and (len(tail) == 1 or 0x30 <= tail[1] <= 0x39)
    if encoding in LEGACY:
        return 0x81 <= tail[0] <= 0xFE and len(tail) == 1
    return True


# -- encodings of two bytes: the rest of a character shifts all that follows


def _realigned(data: bytes, encoding: str) -> Strict | None:
    """The text, its first byte set aside where all reads right without it only.

    A shifted reading goes on till both agree again, at an ASCII character or a lucky byte; only till there the two are
    compared.
    """
    if not data or data[0] < 0x80:
        return _from(data, encoding, 0)
    head = _head(data)
    whole = _decoded_head(head, encoding, 0)
    without = _decoded_head(head, encoding, 1)
    cut = bool(without and not without[0].isascii() and _is_better(without, whole))
    return _from(data, encoding, int(cut))


def _head(data: bytes) -> bytes:
    end = next((at for at, byte in enumerate(data[:_LONGEST_HEAD]) if byte < _FIRST_TRAIL), None)
    return data[: _LONGEST_HEAD if end is None else end]


def _decoded_head(head: bytes, encoding: str, skip: int) -> str | None:
    """The head's text, its end left off where the head itself was cut out."""
    for end in (len(head), len(head) - 1, len(head) - 2, len(head) - 3):
        if end > skip:
            try:
                return head[skip:end].decode(encoding)
            except UnicodeDecodeError:
                if len(head) < _LONGEST_HEAD and end < len(head):
                    return None
    return None


def _is_better(without: str, whole: str | None) -> bool:
    """Whether the shifted reading is by far the likelier; the stretch that both end in says nothing."""
    if likeness(without) < PLAUSIBLE or whole is None:
        return whole is None and likeness(without) >= GIBBERISH
    common = 0
    while common < min(len(without), len(whole)) and without[-1 - common] == whole[-1 - common]:
        common += 1
    difference = likelihood_of_head(without[: len(without) - common]) - likelihood_of_head(whole[: len(whole) - common])
    return difference > _HEAD_LEAD
