"""Bytes → text: which of the encodings that Chinese text comes in this is.

The candidates are UTF-8, UTF-16 and UTF-32 (with and without byte order mark), GB 18030 (with GBK and GB 2312 inside)
and Big5 (cp950, Big5-HKSCS). A mark decides; else valid UTF-8; else what the markup declares, when it decodes; else the
candidate whose text reads most like Chinese: among encodings that all decode the bytes strictly, the wrong ones give
rare characters. The text keeps everything: CRLF, and a byte order mark as one U+FEFF; only zero bytes that fill up the
end are left out. How often that is right: docs/formats.md.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from reporter.model import Finding
from reporter.read.cuts import LEGACY, UTF16, Strict, shifted, strictly
from reporter.read.encoding_words import (
    DECLARED_WRONGLY,
    UNKNOWN,
    damage_finding,
    doubt_finding,
    mixed_finding,
    padding_finding,
)
from reporter.read.likeness import GIBBERISH, LEAD, PLAUSIBLE, likeness
from reporter.read.mixed import by_lines, in_seven_bits

_MARKS = (
    (b"\xef\xbb\xbf", "utf-8"),
    (b"\xff\xfe\x00\x00", "utf-32-le"),
    (b"\x00\x00\xfe\xff", "utf-32-be"),
    (b"\xff\xfe", "utf-16-le"),
    (b"\xfe\xff", "utf-16-be"),
    (b"\x84\x31\x95\x33", "gb18030"),
)
# Names under which pages declare them (WHATWG Encoding, labels) → what decodes them best: GBK and GB 2312 are parts of
# GB 18030, and pages that say one of them use them all.
_DECLARED = {
    **dict.fromkeys(("utf-8", "utf8", "unicode-1-1-utf-8"), ("utf-8",)),
    **dict.fromkeys(("gb2312", "gb_2312-80", "gbk", "x-gbk", "gb18030", "cp936", "chinese"), ("gb18030",)),
    **dict.fromkeys(("big5", "cn-big5", "x-x-big5", "big5-hkscs"), ("cp950", "big5hkscs")),
    "utf-16": UTF16,
    "utf-16le": ("utf-16-le",),
    "utf-16be": ("utf-16-be",),
}

# Above this share of undecodable bytes a file is no text of that encoding.
_MOST_DAMAGE = 0.005
# Zero bytes at the end that are no character of UTF-16 or UTF-32: a file system filled up a block.
_LEAST_PADDING = 4
# Valid UTF-8 is an accident only where the other reading is so much more like Chinese.
_ACCIDENT = 2.0
# So many characters of three bytes are not valid UTF-8 by accident.
_SURELY = 12


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
    content = data.rstrip(b"\0")
    padding = len(data) - len(content)
    if padding < _LEAST_PADDING:
        return _decoded(data, declared)
    if not content:
        return Decoded("", "utf-8", (padding_finding(padding),))
    found = _unpadded(content, declared)
    kept = found.text.rstrip("\0")
    return replace(found, text=kept, findings=(*found.findings, padding_finding(padding)))


def _unpadded(content: bytes, declared: str | None) -> Decoded:
    """The text of content whose zeros at the end were taken off: the last character of UTF-16 and UTF-32 may itself end
    in zeros, so whole units of four are kept of them."""
    whole = content + b"\0" * (-len(content) % 4)
    if b"\0" in content or content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return _decoded(whole, declared)
    found = _decoded(content, declared)
    return _decoded(whole, declared) if found.encoding == "utf-16-be" and found.text[-1] == "\ufffd" else found


def _decoded(data: bytes, declared: str | None) -> Decoded:
    """The text of bytes that are all content."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _certain(data, encoding)
    if b"\0" not in data and (found := _in_bytes(data, declared)):
        return found
    chosen = _declared(data, declared) or _most_chinese(data)
    if chosen and likeness(chosen.text) >= PLAUSIBLE:
        return chosen
    damaged = _damaged(data)
    if damaged and (not chosen or likeness(damaged.text) > likeness(chosen.text) + LEAD):
        return damaged
    return _sure(chosen)


def _in_bytes(data: bytes, declared: str | None) -> Decoded | None:
    """The text of bytes that are no UTF-16, where it is beyond doubt: seven bits, UTF-8, or UTF-8 in part."""
    if seven := in_seven_bits(data):
        return Decoded(*seven)
    unicode = _utf8(data)
    if unicode is not None:
        return Decoded(unicode.text, "utf-8", (*unicode.findings, *_wrongly_declared(declared, "utf-8")))
    mixed = by_lines(data, LEGACY)
    return Decoded(*mixed, (mixed_finding(mixed[1]),)) if mixed else None


def _utf8(data: bytes) -> Strict | None:
    """Valid UTF-8; None where it is none, or only by accident: the GBK bytes of 联通 are valid UTF-8 for two foreign
    letters."""
    strict = strictly(data, "utf-8")
    if strict is None or sum(char > "\u07ff" for char in strict.text[:2000]) >= _SURELY:
        return strict
    if likeness(strict.text) >= PLAUSIBLE and not strict.head_cut:
        return strict
    other = _most_chinese(data)
    rival = likeness(other.text) if other else GIBBERISH
    if strict.head_cut:
        return None if rival >= likeness(strict.text) - LEAD else strict
    return None if rival >= max(PLAUSIBLE, likeness(strict.text) + _ACCIDENT) else strict


def _certain(data: bytes, encoding: str) -> Decoded:
    """The text of an encoding that is beyond doubt; what does not decode becomes U+FFFD and a finding."""
    strict = strictly(data, encoding)
    if strict is not None:
        return Decoded(strict.text, encoding, strict.findings)
    text = data.decode(encoding, "replace")
    return Decoded(text, encoding, (damage_finding(text, encoding),))


# -- choosing


def _declared(data: bytes, declared: str | None) -> Decoded | None:
    """The text in the declared encoding when it decodes and reads no worse than the best of the others."""
    names = _DECLARED.get((declared or "").strip().casefold(), ())
    for encoding in names:
        strict = strictly(data, encoding)
        if strict is None:
            continue
        best = _most_chinese(data)
        if best is None or best.encoding in names or likeness(strict.text) > likeness(best.text) - LEAD:
            return Decoded(strict.text, encoding, strict.findings)
    guess = _most_chinese(data) if names else None
    if guess is None:
        return None
    return Decoded(guess.text, guess.encoding, (*guess.findings, *_wrongly_declared(declared, guess.encoding)))


def _most_chinese(data: bytes) -> Decoded | None:
    """The candidate that reads most like Chinese, with a finding when another comes near; None if none decodes."""
    ranked = sorted(_candidates(data), key=lambda candidate: -candidate[0])
    if not ranked:
        return None
    best, strict, encoding = ranked[0]
    rivals = [rank for rank, other, _ in ranked[1:] if other.text != strict.text]
    findings = list(strict.findings)
    if best < PLAUSIBLE or (rivals and best - rivals[0] < LEAD):
        findings.append(doubt_finding(encoding, [name for _, _, name in ranked[1:]]))
    return Decoded(strict.text, encoding, tuple(findings))


def _candidates(data: bytes) -> Iterator[tuple[float, Strict, str]]:
    """(likeness, text, encoding) of each encoding that decodes the bytes strictly."""
    for encoding in (*UTF16, *LEGACY):
        strict = None if b"\0" in data and encoding in LEGACY else strictly(data, encoding)
        if strict is not None:
            yield likeness(strict.text), strict, encoding
    for encoding in UTF16:
        strict = shifted(data, encoding)
        if strict is not None and likeness(strict.text[1:]) >= PLAUSIBLE:
            yield likeness(strict.text[1:]) - _CUT, strict, encoding


# A reading without the first byte must be the better one: files begin whole, as a rule.
_CUT = 0.3


# -- damage


def _damaged(data: bytes) -> Decoded | None:
    """The text of the encoding that fails at the fewest bytes; None when every one fails at too many."""
    encodings = UTF16 if b"\0" in data else ("utf-8", *LEGACY)
    texts = [(data.decode(encoding, "replace"), encoding) for encoding in encodings]
    text, encoding = min(texts, key=lambda candidate: (candidate[0].count("\ufffd"), -likeness(candidate[0])))
    lost = text.count("\ufffd")
    if lost > max(2, _MOST_DAMAGE * len(text)) or lost * 4 > len(text):
        return None
    return Decoded(text, encoding, (damage_finding(text, encoding),))


def _sure(chosen: Decoded | None) -> Decoded:
    """The text, if there is one that could be any language's.

    Raises:
        ReadError: no encoding fits.
    """
    if chosen and likeness(chosen.text) >= GIBBERISH:
        return chosen
    raise UNKNOWN.error()


def _wrongly_declared(declared: str | None, encoding: str) -> tuple[Finding, ...]:
    names = _DECLARED.get((declared or "").strip().casefold(), ())
    if not names or encoding in names:
        return ()
    return (DECLARED_WRONGLY.finding(declared=declared, encoding=encoding),)
