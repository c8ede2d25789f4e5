"""A list number as its format writes it: (12, chineseCounting) → 十二 (ST_NumberFormat, ECMA-376 part 1, 17.18.59)."""

from __future__ import annotations

from collections.abc import Callable

_DIGITS = "〇一二三四五六七八九"
_FORMAL_SIMPLIFIED = "零壹贰叁肆伍陆柒捌玖"
_FORMAL_TRADITIONAL = "零壹貳參肆伍陸柒捌玖"
_FORMAL_JAPANESE = "〇壱弐参四伍六七八九"
_STEMS = "甲乙丙丁戊己庚辛壬癸"
_BRANCHES = "子丑寅卯辰巳午未申酉戌亥"
_ROMAN = (
    (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"),
    (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
)  # fmt: skip
# What counts further than this is a damaged file; it is written in figures.
_MOST = 9999


def formatted(value: int, number_format: str) -> str:
    """The number in the format; in figures where the format is unknown or does not count so far, empty for ``none``."""
    if number_format == "none":
        return ""
    write = _FORMATS.get(number_format)
    return (write(value) if write and 0 < value <= _MOST else "") or str(value)


def is_chinese(number_format: str) -> bool:
    """Whether the format counts in Chinese numerals."""
    return number_format in _FORMATS and _FORMATS[number_format](1) in ("一", "壹", "壱", "甲", "子", "㈠", "㊀")


def _chinese(value: int, digits: str, units: str, zero: str, *, one_ten: bool = False) -> str:
    """A number below 10,000 in words: 十二, 一百零五; ``one_ten`` writes 一十二."""
    words = ""
    skipped = False
    for power, unit in ((1000, units[2]), (100, units[1]), (10, units[0]), (1, "")):
        digit = value // power % 10
        if not digit:
            skipped = bool(words)
            continue
        words += (zero if skipped else "") + digits[digit] + unit
        skipped = False
    return words[1:] if not one_ten and 10 <= value < 20 else words


def _counted(value: int) -> str:
    """Words below 100, digits from there (一○○), as the plain Chinese counting system has it."""
    return _chinese(value, _DIGITS, "十百千", "") if value < 100 else _in_digits(value).replace("〇", "○")


def _japanese(value: int) -> str:
    """Words without a zero and without 一 before 十, 百 and 千."""
    words = _chinese(value, _DIGITS, "十百千", "", one_ten=True)
    for unit in "十百千":
        words = words.replace(f"一{unit}", unit)
    return words


def _in_digits(value: int) -> str:
    return "".join(_DIGITS[int(digit)] for digit in str(value))


def _roman(value: int) -> str:
    words = ""
    for size, letters in _ROMAN:
        words += letters * (value // size)
        value %= size
    return words


def _letters(value: int, first: str) -> str:
    """A … Z, AA, BB …: the letter repeats, it does not count on."""
    times, index = divmod(value - 1, 26)
    return chr(ord(first) + index) * (times + 1)


def _row(first: str, size: int) -> Callable[[int], str]:
    """Numbers that are single characters in a row of Unicode; empty behind its end."""
    return lambda value: chr(ord(first) + value - 1) if value <= size else ""


def _of(signs: str) -> Callable[[int], str]:
    return lambda value: signs[value - 1] if value <= len(signs) else ""


def _thousand(value: int) -> str:
    return _chinese(value, _DIGITS, "十百千", "零")


def _full_width(value: int) -> str:
    return "".join(chr(ord(digit) - ord("0") + ord("０")) for digit in str(value))


def _cycle(value: int) -> str:
    """The sixty pairs of stems and branches: 甲子, 乙丑 and so on."""
    return _STEMS[(value - 1) % 10] + _BRANCHES[(value - 1) % 12]


_FORMATS: dict[str, Callable[[int], str]] = {
    "decimal": str,
    "decimalHalfWidth": str,
    "decimalZero": lambda value: f"{value:02}",
    "numberInDash": lambda value: f"- {value} -",
    "decimalFullWidth": _full_width,
    "decimalFullWidth2": _full_width,
    "decimalEnclosedCircle": _row("①", 20),
    "decimalEnclosedCircleChinese": _row("①", 20),
    "decimalEnclosedFullstop": _row("⒈", 20),
    "decimalEnclosedParen": _row("⑴", 20),
    "chineseCounting": _counted,
    "taiwaneseCounting": _counted,
    "koreanDigital2": _in_digits,
    "chineseCountingThousand": _thousand,
    "taiwaneseCountingThousand": _thousand,
    "japaneseCounting": _japanese,
    "ideographDigital": _in_digits,
    "taiwaneseDigital": _in_digits,
    "japaneseDigitalTenThousand": _in_digits,
    "chineseLegalSimplified": lambda value: _chinese(value, _FORMAL_SIMPLIFIED, "拾佰仟", "零", one_ten=True),
    "ideographLegalTraditional": lambda value: _chinese(value, _FORMAL_TRADITIONAL, "拾佰仟", "零", one_ten=True),
    "japaneseLegal": lambda value: _chinese(value, _FORMAL_JAPANESE, "拾百阡", ""),
    "ideographTraditional": _of(_STEMS),
    "ideographZodiac": _of(_BRANCHES),
    "ideographZodiacTraditional": _cycle,
    # The standard names it for a circle; Word sets brackets.
    "ideographEnclosedCircle": _row("㈠", 10),
    "upperLetter": lambda value: _letters(value, "A"),
    "lowerLetter": lambda value: _letters(value, "a"),
    "upperRoman": _roman,
    "lowerRoman": lambda value: _roman(value).lower(),
}
