"""Simplified and traditional characters: conversion that keeps every offset, and which script a text is in."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache, lru_cache
from typing import Literal

import opencc

Script = Literal["zh-Hans", "zh-Hant", "mixed"]

# CJK Unified Ideographs with extensions A to I, the compatibility ideographs, and 〇 (Unicode 16, chapter 18).
_HAN_RANGES = ((0x3400, 0x4DBF), (0x4E00, 0x9FFF), (0xF900, 0xFAFF), (0x20000, 0x323AF), (0x3007, 0x3007))
HAN = "".join(f"{chr(low)}-{chr(high)}" for low, high in _HAN_RANGES)
"""The Han characters as the inside of a character class of a regular expression."""

_HAN_CHARACTER = re.compile(f"[{HAN}]")

# A text counts as one script when at least so much of what tells the scripts apart is of it: quotations, names and
# characters that a machine conversion left behind stay below a tenth even in short texts.
_DOMINANT = 0.9

# From so many characters on a text is a whole document, whose conversion repair and structure both ask for.
_LONG = 1000


def is_han(char: str) -> bool:
    """Whether the character is a Chinese ideograph (〇 included)."""
    return len(char) == 1 and _HAN_CHARACTER.match(char) is not None


def simplified(text: str) -> str:
    """The text in simplified characters, of the same length: characters only, no regional wording."""
    return _converted(text, "t2s")


def traditional(text: str) -> str:
    """The text in traditional characters, of the same length: characters only, no regional wording."""
    return _converted(text, "s2t")


def script_of(text: str) -> Script:
    """The script of a text, by the characters that exist in one script only.

    Characters that both scripts use (后, 里, 面) say nothing. A text without any telling character counts as
    simplified, also the empty one.
    """
    kinds = {char: kind for char in set(text) if (kind := script_of_character(char))}
    if len(set(kinds.values())) < 2:  # most texts: nothing has to be counted
        return next(iter(kinds.values()), "zh-Hans")
    counts = Counter(filter(kinds.__contains__, text))
    traditional_ones = sum(times for char, times in counts.items() if kinds[char] == "zh-Hant")
    if traditional_ones >= _DOMINANT * counts.total():
        return "zh-Hant"
    return "zh-Hans" if counts.total() - traditional_ones >= _DOMINANT * counts.total() else "mixed"


@cache
def script_of_character(char: str) -> Script | None:
    """The one script that a character belongs to, None for a shared one.

    A character is of one script alone when conversion changes it and the other script's national standard
    (GB 2312, Big5) has no place for it: 后 has a traditional form 後 but is itself in Big5.
    """
    if not is_han(char):
        return None
    if simplified(char) != char and not _encodes(char, "gb2312"):
        return "zh-Hant"
    if traditional(char) != char and not _encodes(char, "big5"):
        return "zh-Hans"
    return None


def _encodes(char: str, encoding: str) -> bool:
    try:
        char.encode(encoding)
    except UnicodeEncodeError:
        return False
    return True


@cache
def _converter(name: str) -> opencc.OpenCC:
    return opencc.OpenCC(name)


def _converted(text: str, name: str) -> str:
    """The text converted, by lines and where that changes a line's length by single characters.

    Phrases decide better than characters (乾坤 stays, 乾淨 becomes 干净), but only a conversion that keeps every
    offset may be used.
    """
    if len(text) < _LONG:
        return _converted_lines(text, name)
    return _converted_whole(text, name)


@lru_cache(maxsize=2)
def _converted_whole(text: str, name: str) -> str:
    return _converted_lines(text, name)


def _converted_lines(text: str, name: str) -> str:
    whole: str = _converter(name).convert(text)
    if len(whole) == len(text) and whole.count("\n") == text.count("\n"):
        return whole
    return "".join(_converted_line(line, name) for line in text.splitlines(keepends=True))


def _converted_line(line: str, name: str) -> str:
    converted: str = _converter(name).convert(line)
    return converted if len(converted) == len(line) else "".join(_converted_character(char, name) for char in line)


@cache
def _converted_character(char: str, name: str) -> str:
    converted: str = _converter(name).convert(char)
    return converted if len(converted) == 1 else char
