"""Readings of Chinese characters in Hanyu Pinyin (GB/T 16159)."""

from __future__ import annotations

import unicodedata
from functools import cache, lru_cache

import msgspec

from reporter.language.script import simplified, traditional
from reporter.language.word_lists import package_file

# What stands for ü and ɡ where the letter itself was out of reach; LATIN SMALL LETTER SCRIPT G is what many annotators
# write for g.
_SPELLINGS = str.maketrans({"ɡ": "g", "v": "ü", "Ɡ": "g"})
_TONES = "\u0304\u0301\u030c\u0300"
_MACRON_TO_GRAVE = {mark: str(number) for number, mark in enumerate(_TONES, 1)}


@lru_cache(maxsize=20_000)
def is_reading(char: str, syllable: str) -> bool:
    """Whether the syllable is a reading of the character, in either script, by any of its heteronyms.

    The tone may be marked (jiān), numbered (jian1) or left out (jian); ü may be written v or u:, g as ɡ.

    >>> is_reading("監", "jiān"), is_reading("监", "jiàn"), is_reading("監", "guān")
    (True, True, False)
    """
    letters, tone = _parted(syllable)
    if not letters:
        return False
    return any(letters == known and tone in ("", its_tone) for known, its_tone in _readings(char))


def _parted(syllable: str) -> tuple[str, str]:
    """(letters without tone, tone "1" to "4" or empty) of one syllable; letters are empty for what is none."""
    text = syllable.strip().casefold().replace("u:", "ü")
    tone = ""
    if text[-1:] in tuple("12345") and text[:-1].isalpha():
        text, tone = text[:-1], text[-1].replace("5", "")
    letters = []
    for char in unicodedata.normalize("NFD", text.translate(_SPELLINGS)):
        if char in _MACRON_TO_GRAVE:
            tone = _MACRON_TO_GRAVE[char]
        elif char == "\u0306":  # a breve is the caron of those who did not find it
            tone = "3"
        else:
            letters.append(char)
    plain = unicodedata.normalize("NFC", "".join(letters))
    return (plain, tone) if plain.isalpha() else ("", "")


@cache
def _readings(char: str) -> frozenset[tuple[str, str]]:
    """Every (letters, tone) of a character and of its forms in the other script."""
    if len(char) != 1:
        return frozenset()
    forms = {char, simplified(char), traditional(char)}
    listed = (_listed().get(str(ord(form)), "") for form in forms)
    return frozenset(_parted(reading) for entry in listed for reading in entry.split(",") if reading)


@cache
def _listed() -> dict[str, str]:
    """Code point in decimal → readings, separated by commas: pypinyin's list of characters, read as a plain file.

    To import pypinyin takes thirty times as long: it counts the beginnings of all its phrases.

    Raises:
        ModuleNotFoundError: pypinyin is not installed.
    """
    found: dict[str, str] = msgspec.json.decode(package_file("pypinyin", "pinyin_dict.json"), type=dict[str, str])
    return found
