"""Pinyin notes: ``監(jiān)`` becomes ``監``.

Annotating converters write a character's reading in brackets behind it. A bracket is such a note only when it holds
exactly one syllable and the syllable is a reading of the character before it; every other bracket stays, also one that
holds an annotated character: ``縣(區(qū))`` becomes ``縣(區)``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from reporter.language.pinyin import is_reading
from reporter.language.script import HAN

_LETTER = "a-zA-Zɡüāáǎăàēéěĕèīíǐĭìōóǒŏòūúǔŭùǖǘǚǜńňǹḿêế\u0300\u0301\u0304\u0306\u030c\u0308:"
# The longest syllable has six letters (zhuang); a tone number and decomposed marks come on top. Notes may repeat.
_INSIDE = rf"[ \u00a0]?[{_LETTER}]{{1,8}}[1-5]?[ \u00a0]?[)）]"
_NOTES = re.compile(rf"[(（](?<=[{HAN}][(（]){_INSIDE}(?:[(（]{_INSIDE})*")
_NOTE = re.compile(r"[(（]([^()（）]+)[)）]")


def pinyin_notes(text: str) -> Iterator[tuple[int, int, str]]:
    """Notes that are a reading of the character before them go."""
    for match in _NOTES.finditer(text):
        char = text[match.start() - 1]
        for note in _NOTE.finditer(text, match.start(), match.end()):
            if not is_reading(char, note[1].replace("\u00a0", " ").strip()):
                break
            yield note.start(), note.end(), ""
