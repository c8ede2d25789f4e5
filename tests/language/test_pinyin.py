"""A reading is recognised in either script, with any of a character's tones, in the spellings that annotators use."""

from __future__ import annotations

import pytest

from reporter.language.pinyin import is_reading


@pytest.mark.parametrize(
    ("char", "syllable"),
    [
        ("監", "jiān"),
        ("监", "jiān"),
        ("監", "jiàn"),  # both scripts, both tones
        ("行", "háng"),
        ("行", "xíng"),
        ("长", "cháng"),
        ("長", "zhǎng"),  # heteronyms
        ("女", "nǚ"),
        ("女", "nv3"),
        ("綠", "lǜ"),
        ("绿", "lv4"),
        ("女", "nu:3"),
        ("公", "ɡōnɡ"),
        ("鎮", "zhèn"),
        ("業", "yè"),
        ("業", "YÈ"),
        ("業", "ye4"),
        ("業", "ye"),
        ("準", "zhǔn"),
        ("儿", "ér"),
    ],
)
def test_readings_are_recognised(char: str, syllable: str) -> None:
    assert is_reading(char, syllable)


@pytest.mark.parametrize(
    ("char", "syllable"),
    [
        ("監", "guān"),
        ("業", "yé"),
        ("里", "km"),
        ("克", "g"),
        ("業", ""),
        ("", "yè"),
        ("A", "ei"),
        ("業", "業"),
        ("業", "5"),
    ],
)
def test_other_syllables_are_not(char: str, syllable: str) -> None:
    assert not is_reading(char, syllable)


def test_the_readings_are_those_of_pypinyin() -> None:
    from pypinyin.constants import PINYIN_DICT

    for code in range(0x4E00, 0x9FA6, 101):
        for reading in PINYIN_DICT[code].split(","):
            assert is_reading(chr(code), reading)
