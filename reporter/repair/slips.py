"""Byte slips: characters that were torn apart between their two bytes, put together again.

How they come about. The text was GBK bytes, two bytes a Chinese character (lead 81–FE, trail 40–FE). An annotating
converter looked for the bytes of a character and wrote its reading behind them without keeping to the characters'
boundaries. Where the trail of one character and the lead of the next happen to be such a pair, it cut both in two.
The next decoder met a lead byte without a trail, showed it as "?" (swallowing the opening bracket behind it), and read
on one byte out of step: until an ASCII byte, in truth a trail byte below 80, or the next "?" brought it back.

    當的時 = AE94 B5C4 9572    94B5 is 數 (shù)     AE94 B5 "(shù)" C495 72    is shown as    當?shù)臅r
    。現   = A1A3 AC46         A3AC is a comma      A1 A3AC 46 "(xiàn)"        is shown as    ?,F(xiàn)

The way back is byte arithmetic. The characters out of step give their bytes; open are only the bytes that a "?" lost.
A reading behind the "?" tells its byte (with the byte before, it is a character that is read so); else the words around
must: one way of putting the bytes together has to be far more likely than every other. A slip is healed only when the
answer is clear; otherwise it stays, and a finding reports it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import product

from reporter.language.frequency import likelihood, weight
from reporter.language.pinyin import is_reading
from reporter.language.script import HAN, Script, is_han, script_of, script_of_character

_LETTERS = "a-zɡüāáǎàōóǒòēéěèīíǐìūúǔùǖǘǚǜńňǹ"
_SYLLABLE = f"[{_LETTERS}]{{1,6}}"
_NOTE = f"[(（]{_SYLLABLE}[)）]"
_LOST = "[?？\ufffd]"
# A character out of step, with the note that the converter may have put behind it; of ASCII only what scraping makes of
# full-width marks. A run is at most so long: half a line.
_UNIT = f"(?:[^\x00-\x7f\ufffd？（）]|[,;:])(?:{_NOTE})?"
_RUN = f"(?:{_UNIT}){{0,60}}"
_SLIP = re.compile(
    f"{_LOST}[(（]?(?P<reading>{_SYLLABLE})[)）](?P<run>{_RUN}?)"
    f"(?:(?P<end>[@-~])(?P<note>{_NOTE})?|(?P<lost>{_LOST})(?:[(（]?(?P<last>{_SYLLABLE})[)）])?)"
    f"|{_LOST}(?P<marked>[,;:，；：、](?:{_UNIT}){{0,8}}?)(?P<letter>[@-~])(?P<proof>{_NOTE})"
)
"""A slip: "?" with a reading, the run, and an ASCII trail byte or another "?"; or "?", a mark and an annotated
letter."""

_UNITS = re.compile(f"(?P<char>[^(（])(?P<note>{_NOTE})?")
_TONE = re.compile("[āáǎàōóǒòēéěèīíǐìūúǔùǖǘǚǜńňǹ]")
_BEFORE = re.compile(f"([^\x00-\x7f])(?:{_NOTE})?\\Z")
_LEADS, _TRAILS = range(0x81, 0xFF), range(0x40, 0xFF)
_TO_FULL = str.maketrans(",;:", "，；：")
_SENTENCE_MARKS = frozenset("。、，；：？！…）》”’」』】〉")
_CONTEXT = 40
# The weight of characters that no listed word holds: never what a torn character was.
_UNLISTED = -8.0
# What stands next to a slip as far as it takes part in its words.
_LAST_WORDS, _FIRST_WORDS = re.compile(f"[{HAN}]{{1,4}}\\Z"), re.compile(f"[{HAN}]{{1,4}}")
# How much likelier (decimal logarithm) the best reading must be than the second: thirty times where a mark and a note
# vouch for the mechanism, three hundred times where a lost trail byte leaves everything to the words.
_CLEAR, _CLEAR_OF_WORDS = 1.5, 2.5


@dataclass(frozen=True, slots=True)
class _Slip:
    """What a slip tells: the characters ``shown`` out of step, the bytes that may stand before and behind theirs, the
    reading of the last character if one is given, the words around, and the script that the text is not in (None where
    it is in both)."""

    shown: str
    first: tuple[int, ...]
    last: tuple[int, ...]
    note: str | None
    before: str
    after: str
    foreign: Script | None


def restored(text: str) -> Iterator[tuple[int, int, str]]:
    """Torn characters whose bytes go together in exactly one way; each character is an edit of its own."""
    for match in _SLIP.finditer(text):
        run = _run(text, *match.span("run" if match["reading"] else "marked"))
        slip = _taken_apart(text, match, "".join(char for _, char in run)) if run is not None else None
        characters = _put_together(slip) if slip else None
        if run is not None and characters:  # the first takes the "?" too, the last what ended the run
            ends = [*(end for end, _ in run), match.end()]
            yield from zip([match.start(), *ends[:-1]], ends, characters, strict=True)


def unrestored(text: str) -> Iterator[tuple[int, int]]:
    """Where a text shows the signs of a slip, whether or not it can be healed."""
    for match in _SLIP.finditer(text):
        if match["proof"] or _TONE.search(match["reading"]):
            yield match.span()


# -- taking apart


def _run(text: str, start: int, end: int) -> list[tuple[int, str]] | None:
    """(end, character) of each character out of step; None when a note among them is no reading of its character."""
    units = []
    for match in _UNITS.finditer(text, start, end):
        if match["note"] and not is_reading(match["char"], match["note"].strip("(（)）")):
            return None
        units.append((match.end(), match["char"].translate(_TO_FULL)))
    return units


def _taken_apart(text: str, match: re.Match[str], shown: str) -> _Slip | None:
    """What a match tells; None where its evidence leaves nothing."""
    before = text[max(0, match.start() - _CONTEXT) : match.start()]
    after = text[match.end() : match.end() + _CONTEXT]
    if match["reading"]:
        first, last, note = _first_bytes(match, before), _last_bytes(match, shown), match["note"]
    else:
        first, last, note = tuple(_LEADS), (ord(match["letter"]),), match["proof"]
    if not first or not last:
        return None
    words_before, words_after = _LAST_WORDS.search(before), _FIRST_WORDS.match(after)
    return _Slip(
        shown,
        first,
        last,
        note.strip("(（)）") if note else None,
        words_before.group() if words_before else "",
        words_after.group() if words_after else "",
        _foreign_script(before + after),
    )


def _foreign_script(text: str) -> Script | None:
    script = script_of(text)
    return None if script == "mixed" else "zh-Hans" if script == "zh-Hant" else "zh-Hant"


def _first_bytes(match: re.Match[str], before: str) -> tuple[int, ...]:
    """What the lost lead byte may be: with the byte before it, it is a character that is read as the note says. A note
    without a tone mark proves nothing."""
    previous = _BEFORE.search(before)
    data = _bytes_of(previous[1]) if previous and _TONE.search(match["reading"]) else None
    return _read_so(data[1], match["reading"]) if data else ()


def _last_bytes(match: re.Match[str], shown: str) -> tuple[int, ...]:
    """What the byte behind the run may be: the ASCII byte, the one that a reading tells, or any trail byte."""
    if match["end"]:
        return (ord(match["end"]),)
    if match["last"]:
        data = _bytes_of(shown[-1:])
        return _read_so(data[1], match["last"]) if data else ()
    return tuple(_TRAILS)


@lru_cache(maxsize=4096)
def _read_so(before: int, reading: str) -> tuple[int, ...]:
    """The bytes that make, behind this one, a character with this reading."""
    joined = ((byte, _decoded(bytes([before, byte]))) for byte in _TRAILS)
    return tuple(byte for byte, char in joined if char and is_reading(char, reading))


# -- putting together


@lru_cache(maxsize=4096)
def _put_together(slip: _Slip) -> str | None:
    """The one text that the bytes allow; None when none or several do."""
    middle = _bytes_of(slip.shown)
    if middle is None:
        return None
    texts = (_decoded(bytes([first]) + middle + bytes([last])) for first, last in product(slip.first, slip.last))
    fitting = [text for text in dict.fromkeys(texts) if text and _fits(text, slip)]
    return _clearly_likeliest(fitting, slip)


def _clearly_likeliest(texts: list[str], slip: _Slip) -> str | None:
    """The text that reads far better in its place than all others; the only one needs no comparison."""
    if len(texts) < 2:
        return texts[0] if texts else None
    ranked = sorted(((likelihood(slip.before + text + slip.after), text) for text in texts), reverse=True)
    margin = _CLEAR if len(slip.last) == 1 else _CLEAR_OF_WORDS
    return ranked[0][1] if ranked[0][0] - ranked[1][0] >= margin else None


def _fits(text: str, slip: _Slip) -> bool:
    """Whether it is Chinese text of the script around it, no rarer than what is shown, and agrees with its note."""
    if not all(char in _SENTENCE_MARKS or weight(char) > _UNLISTED for char in text):
        return False
    if slip.note and not is_reading(text[-1], slip.note):
        return False
    if slip.foreign and any(script_of_character(char) == slip.foreign for char in text):
        return False
    return _rarity(text) >= _rarity(slip.shown)


def _rarity(text: str) -> float:
    weights = [weight(char) for char in text if is_han(char)]
    return sum(weights) / len(weights) if weights else -100.0


def _bytes_of(text: str) -> bytes | None:
    """The GBK bytes, two a character; None where a character has no such pair."""
    try:
        data = text.encode("gbk")
    except UnicodeEncodeError:
        return None
    return data if len(data) == 2 * len(text) else None


def _decoded(data: bytes) -> str | None:
    try:
        return data.decode("gbk")
    except UnicodeDecodeError:
        return None
