"""Bytes → text: which of the encodings that Chinese text comes in this is.

The candidates are UTF-8, UTF-16 and UTF-32 (with and without byte order mark), GB 18030 (with GBK and GB 2312 inside)
and Big5 (cp950, Big5-HKSCS). A mark decides; else valid UTF-8; else what the markup declares, when it decodes; else the
candidate whose text reads most like Chinese: among encodings that all decode the bytes strictly, the wrong ones give
rare characters. The text keeps everything: CRLF, and a byte order mark as one U+FEFF.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from reporter.errors import ReadError
from reporter.language.frequency import weight
from reporter.language.script import is_han
from reporter.model import Finding

_MARKS = (
    (b"\xef\xbb\xbf", "utf-8"),
    (b"\xff\xfe\x00\x00", "utf-32-le"),
    (b"\x00\x00\xfe\xff", "utf-32-be"),
    (b"\xff\xfe", "utf-16-le"),
    (b"\xfe\xff", "utf-16-be"),
    (b"\x84\x31\x95\x33", "gb18030"),
)
_UTF16 = ("utf-16-le", "utf-16-be")
_LEGACY = ("gb18030", "cp950", "big5hkscs")
# Names under which pages declare them (WHATWG Encoding, labels) → what decodes them best: GBK and GB 2312 are parts of
# GB 18030, and pages that say one of them use them all.
_DECLARED = {
    **dict.fromkeys(("utf-8", "utf8", "unicode-1-1-utf-8"), ("utf-8",)),
    **dict.fromkeys(("gb2312", "gb_2312-80", "gbk", "x-gbk", "gb18030", "cp936", "chinese"), ("gb18030",)),
    **dict.fromkeys(("big5", "cn-big5", "x-x-big5", "big5-hkscs"), ("cp950", "big5hkscs")),
    "utf-16": _UTF16,
    "utf-16le": ("utf-16-le",),
    "utf-16be": ("utf-16-be",),
}

# A character of one of these encodings takes at most four bytes: a cut leaves fewer than that behind.
_LONGEST_TAIL = 3
# So many code points decide; more of them add time, not certainty.
_SAMPLE = 20_000
# Mean weight (decimal logarithm of a character's share) by which the best candidate must lead. Right text has about
# -2.9 and from 8 characters on never below -3.9, text in a wrong encoding -5 to -9 (4,500 snippets of news, abstracts
# and speech, cut out at random and written in six encodings).
_LEAD = 0.5
_PLAUSIBLE = -4.5
_GIBBERISH = -7.5
# Above this share of undecodable bytes a file is no text of that encoding.
_MOST_DAMAGE = 0.005


@dataclass(frozen=True, slots=True)
class Decoded:
    """A decoded text, the Python codec that decoded it, and what was doubtful about it."""

    text: str
    encoding: str
    findings: tuple[Finding, ...] = ()


def decode(data: bytes, declared: str | None = None) -> Decoded:
    """The text of the bytes.

    Args:
        data: the whole file.
        declared: the encoding that the markup names, if any.

    Raises:
        ReadError: the bytes are no text in any of the encodings.
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _certain(data, encoding)
    if b"\0" not in data:
        unicode = _utf8(data)
        if unicode is not None:
            return Decoded(unicode[0], "utf-8", (*_tail_finding(unicode[1]), *_wrongly_declared(declared, "utf-8")))
    chosen = _declared(data, declared) or _most_chinese(data)
    if chosen and _likeness(chosen.text) >= _PLAUSIBLE:
        return chosen
    damaged = _damaged(data)
    if damaged and (not chosen or _likeness(damaged.text) > _likeness(chosen.text) + _LEAD):
        return damaged
    return _sure(chosen)


def _utf8(data: bytes) -> tuple[str, bool] | None:
    """(text, whether its tail was cut) of valid UTF-8; None where it is none, or only by accident: the GBK bytes of
    联通 are valid UTF-8 for two foreign letters."""
    strict = _strictly(data, "utf-8")
    if strict is None or _likeness(strict[0]) >= _PLAUSIBLE or len(data) > _SAMPLE:
        return strict
    other = _most_chinese(data)
    return None if other and _likeness(other.text) >= _PLAUSIBLE else strict


def _certain(data: bytes, encoding: str) -> Decoded:
    """The text of an encoding that is beyond doubt; what does not decode becomes U+FFFD and a finding."""
    strict = _strictly(data, encoding)
    if strict is not None:
        return Decoded(strict[0], encoding, _tail_finding(strict[1]))
    text = data.decode(encoding, "replace")
    return Decoded(text, encoding, (_damage_finding(text, encoding),))


def _strictly(data: bytes, encoding: str) -> tuple[str, bool] | None:
    """(text, whether its tail was cut); a cut tail becomes one U+FFFD. None where the bytes do not decode."""
    try:
        return data.decode(encoding), False
    except UnicodeDecodeError as error:
        cut = error.start
        if len(data) - cut > _LONGEST_TAIL or not _is_beginning(data[cut:], encoding):
            return None
    try:
        return data[:cut].decode(encoding) + "\ufffd", True
    except UnicodeDecodeError:
        return None


def _is_beginning(tail: bytes, encoding: str) -> bool:
    """Whether a character of the encoding can begin with these bytes."""
    if encoding == "utf-8":
        lead = tail[0]
        length = 4 if lead >= 0xF0 else 3 if lead >= 0xE0 else 2
        return 0xC2 <= lead <= 0xF4 and len(tail) < length and all(byte & 0xC0 == 0x80 for byte in tail[1:])
    if encoding == "gb18030":
        return 0x81 <= tail[0] <= 0xFE and (len(tail) == 1 or 0x30 <= tail[1] <= 0x39)
    if encoding in _LEGACY:
        return 0x81 <= tail[0] <= 0xFE and len(tail) == 1
    return True


# -- choosing


def _declared(data: bytes, declared: str | None) -> Decoded | None:
    """The text in the declared encoding when it decodes and reads no worse than the best of the others."""
    names = _DECLARED.get((declared or "").strip().casefold(), ())
    for encoding in names:
        strict = _strictly(data, encoding)
        if strict is None:
            continue
        best = _most_chinese(data)
        if best is None or best.encoding in names or _likeness(strict[0]) > _likeness(best.text) - _LEAD:
            return Decoded(strict[0], encoding, _tail_finding(strict[1]))
    guess = _most_chinese(data) if names else None
    if guess is None:
        return None
    return Decoded(guess.text, guess.encoding, (*guess.findings, *_wrongly_declared(declared, guess.encoding)))


def _most_chinese(data: bytes) -> Decoded | None:
    """The candidate that reads most like Chinese, with a finding when another comes near; None if none decodes."""
    ranked = sorted(_candidates(data), key=lambda candidate: -candidate[0])
    if not ranked:
        return None
    best, text, encoding, cut = ranked[0]
    rivals = [rank for rank, other, _, _ in ranked[1:] if other != text]
    findings = list(_tail_finding(cut))
    if best < _PLAUSIBLE or (rivals and best - rivals[0] < _LEAD):
        findings.append(_doubt_finding(encoding, [name for _, _, name, _ in ranked[1:]]))
    return Decoded(text, encoding, tuple(findings))


def _candidates(data: bytes) -> Iterator[tuple[float, str, str, bool]]:
    """(likeness, text, encoding, cut) of each encoding that decodes the bytes strictly."""
    for encoding in (*_UTF16, *_LEGACY):
        strict = None if b"\0" in data and encoding in _LEGACY else _strictly(data, encoding)
        if strict is not None:
            yield _likeness(strict[0]), strict[0], encoding, strict[1]


# Punctuation that Chinese text is full of.
_PUNCTUATION = frozenset("，。、；：？！“”‘’《》（）〔〕【】「」『』—…·　％－〇\ufeff\u00a0")
_READABLE = re.compile(r"[\t\n\r\x20-\x7e]")


def _likeness(text: str) -> float:
    """How much a text reads like Chinese: the mean weight of its characters that are not ASCII; -9 for control
    characters and what else Chinese text does not hold. Text of ASCII alone gives 0."""
    sample = _READABLE.sub("", text[:_SAMPLE])
    total = sum(_character_likeness(char) * sample.count(char) for char in set(sample))
    return total / len(sample) if sample else 0.0


def _character_likeness(char: str) -> float:
    if char in _PUNCTUATION:
        return -2.0
    if is_han(char):
        return weight(char)
    return -5.0 if "\uff00" <= char <= "\uff5e" or "\u2460" <= char <= "\u24ff" else -9.0


# -- damage


def _damaged(data: bytes) -> Decoded | None:
    """The text of the encoding that fails at the fewest bytes; None when every one fails at too many."""
    encodings = _UTF16 if b"\0" in data else ("utf-8", *_LEGACY)
    texts = [(data.decode(encoding, "replace"), encoding) for encoding in encodings]
    text, encoding = min(texts, key=lambda candidate: (candidate[0].count("\ufffd"), -_likeness(candidate[0])))
    lost = text.count("\ufffd")
    if lost > max(2, _MOST_DAMAGE * len(text)) or lost * 4 > len(text):
        return None
    return Decoded(text, encoding, (_damage_finding(text, encoding),))


def _sure(chosen: Decoded | None) -> Decoded:
    """The text, if there is one that could be any language's.

    Raises:
        ReadError: no encoding fits.
    """
    if chosen and _likeness(chosen.text) >= _GIBBERISH:
        return chosen
    raise ReadError(
        "is no text in any known encoding (UTF-8, UTF-16, GB 18030, Big5)",
        "open it in its own program and save it as UTF-8 text",
        code="read-undecodable",
    )


def _damage_finding(text: str, encoding: str) -> Finding:
    lost = text.count("\ufffd")
    return Finding(
        "read-bytes-damaged",
        "warning",
        f"{lost} places do not decode as {encoding}; each stands as U+FFFD",
        "get the file again from its origin",
    )


def _tail_finding(cut: bool) -> tuple[Finding, ...]:
    if not cut:
        return ()
    return (
        Finding(
            "read-tail-cut",
            "warning",
            "the file ends in the middle of a character",
            "the download was cut short: get the file again if the end matters",
        ),
    )


def _doubt_finding(encoding: str, others: list[str]) -> Finding:
    rest = f"; {', '.join(others)} would do as well" if others else ""
    return Finding(
        "read-encoding-doubtful",
        "warning",
        f"read as {encoding}, which is not certain{rest}",
        "save the file as UTF-8 if its text looks wrong",
    )


def _wrongly_declared(declared: str | None, encoding: str) -> tuple[Finding, ...]:
    names = _DECLARED.get((declared or "").strip().casefold(), ())
    if not names or encoding in names:
        return ()
    message = f"declares the encoding {declared}, but is {encoding}"
    return (Finding("read-charset-wrong", "info", message, "read as what it is; nothing to do"),)
