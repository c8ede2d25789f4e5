"""Numbers in Chinese text: Arabic, Chinese and mixed figures with their places and exact values.

1,234.5 · １２ · 三千二百五十六 · 十二点五 · 二〇一七 · 2万多 · 3千 · 12万3,456 · 3亿5600万 · 1.2万亿 · 十余 · 四五十
· 三至五 · 10—15 · 百分之十二点五 · 三分之二. What is counted stands behind the number and is not looked at here.
"""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Literal, NamedTuple

Kind = Literal["plain", "percent", "permille", "permyriad", "fraction"]

DIGITS = {char: value for value, char in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2}
_TENS = {"十": 10, "百": 100, "千": 1000}
SCALES = {"": Decimal(1), "万": Decimal(10**4), "亿": Decimal(10**8), "万亿": Decimal(10**12)}
_PARTS: dict[Decimal, Kind] = {Decimal(100): "percent", Decimal(1000): "permille", Decimal(10000): "permyriad"}

# No quantity is written with more figures than this; longer rows of figures are codes.
_LONGEST = 24
_EXACT_DIGITS = 15
_WIDE = str.maketrans("０１２３４５６７８９．％", "0123456789.%")
_WIDE_SIGN = re.compile("[０-９．％]")
_HAN = "零〇一二三四五六七八九两十百千万亿"
_ARABIC = r"\d{1,3}(?:,\d{3})+(?!\d)(?:\.\d+)?|\d{1,3}(?: \d{3}){1,3}(?![\d.])|\d+(?:\.\d+)?"
_NUMERAL = re.compile(
    rf"(?=[\d{_HAN}])(?:(?P<arabic>{_ARABIC})(?P<inner>[多余](?=[百千]?[万亿]))?(?P<tail>[百千]?(?:万亿|[万亿])|[百千](?![万亿米克瓦伏卡帕]))?"
    rf"|(?P<han>[{_HAN}]+(?:点[零〇一二三四五六七八九]+(?![十百千])[万亿]*)?)(?P<more>[多余几](?P<scale>[万亿]+))?)"
)
# 多 and 余 behind the number or its scale (50余, 2万多); 几 and 来 only behind round Chinese numbers (十几, 十来).
_LOOSE = re.compile(r"[多余](?![额媒下])|(?<=[十百千万])[几来](?![回到年自])")
_BETWEEN = re.compile(r" ?(?:[~～〜—–－-]{1,2}|至|到) ?")
_POSITIONAL = re.compile(r"[零〇一二三四五六七八九]{3,}|[一二三四五六七八九][零〇]")
_NEIGHBOURS = re.compile(r"([一二两三四五六七八九])([一二三四五六七八九])(?=[十百千万亿]|$)")


class Numeral(NamedTuple):
    """A number at ``text[start:end]``.

    ``low`` and ``high`` are its exact value, different for a range; for a percentage the hundredths (12.5). ``scale``
    is the 万 or 亿 that it ends in and that official usage reads with the unit (570亿 + 元). ``loose`` is the word that
    makes it inexact from within (多, 余, 几, 来) or empty. ``bare`` marks 百, 千, 万 with no figure before it,
    ``han`` a number in Chinese figures only, ``positional`` one read figure by figure (二〇一七).
    """

    start: int
    end: int
    low: Decimal
    high: Decimal
    scale: str = ""
    kind: Kind = "plain"
    loose: str = ""
    bare: bool = False
    han: bool = False
    positional: bool = False

    @property
    def is_range(self) -> bool:
        """Whether two values are stated."""
        return self.low != self.high


def normal_width(text: str) -> str:
    """The text with full-width figures, points and percent signs in ASCII, of the same length."""
    return text.translate(_WIDE) if _WIDE_SIGN.search(text) else text


def is_exact(value: Decimal) -> bool:
    """Whether ``number`` gives the very value: whole numbers are kept as they are, others as a float, which holds any
    fifteen significant digits (IEEE 754, binary64)."""
    return value == value.to_integral_value() or len(value.normalize().as_tuple().digits) <= _EXACT_DIGITS


def number(value: Decimal) -> int | float:
    """The value as an int where it is whole, else as a float."""
    return int(value) if value == value.to_integral_value() else float(value)


def chinese_value(text: str) -> Decimal | None:
    """The value of a number in Chinese figures (三千二百五十六, 十二点五, 三千二, 二〇一七); None for anything else."""
    whole, point, places = text.partition("点")
    if point:
        tail = places.lstrip("零〇一二三四五六七八九")
        figures = places[: len(places) - len(tail)]
        base = chinese_value(whole)
        if base is None or not figures or tail not in SCALES:
            return None
        return (base + Decimal("0." + "".join(str(DIGITS[char]) for char in figures))) * SCALES[tail]
    if _POSITIONAL.fullmatch(text):
        return Decimal("".join(str(DIGITS[char]) for char in text))
    return _sections_value(text)


def _sections_value(text: str) -> Decimal | None:
    """The value of a number written with 十, 百, 千, 万, 亿; None where the figures do not make one."""
    total = section = digit = 0
    last = ""
    for char in text:
        if char in DIGITS:
            if digit and last in DIGITS:
                return None
            digit = DIGITS[char]
        elif char in _TENS:
            section += (digit or 1) * _TENS[char]
            digit = 0
        elif char in ("万", "亿"):
            section += digit
            total = (total + section or 1) * int(SCALES[char]) if char == "亿" else total + (section or 1) * 10**4
            section = digit = 0
        else:
            return None
        last = char
    if digit and len(text) > 1 and text[-2] in "百千万亿":  # 三千二 is 3200
        digit *= {"百": 10, "千": 100, "万": 1000, "亿": 10**7}[text[-2]]
    return Decimal(total + section + digit) if text else None


def find_numerals(text: str) -> list[Numeral]:
    """All numbers of a text in simplified characters, in order, none overlapping; ranges and fractions are one each."""
    plain = normal_width(text)
    found = [numeral for match in _NUMERAL.finditer(plain) if (numeral := _of_match(match))]
    found = [_loosened(numeral, plain) for numeral in _joined(found, plain)]
    return _ranges(_fractions(found, plain) if "分之" in plain else found, plain)


def _of_match(match: re.Match[str]) -> Numeral | None:
    return _of_arabic(match) if match["arabic"] else _of_han(match)


def _of_arabic(match: re.Match[str]) -> Numeral | None:
    """A number in Arabic figures with the scale behind it. 2017百强 and 2016千企 are no scales."""
    if len(match["arabic"]) > _LONGEST:
        return None
    written = match["arabic"]
    value = Decimal(written if written.isdigit() else written.replace(",", "").replace(" ", ""))
    if not is_exact(value):
        return None
    tail = match["tail"] or ""
    end = match.end()
    if tail[:1] in ("百", "千"):
        if value >= _TENS[tail[0]] / 1:
            return Numeral(match.start(), match.end("arabic"), value, value)
        value *= _TENS[tail[0]]
        tail = tail[1:]
    if tail:
        value *= SCALES[tail]
    sign = match.start() > 1 and _is_negative(match.string, match.start())
    if sign:
        value = -value
    return Numeral(match.start() - sign, end, value, value, tail, loose=match["inner"] or "")


def _is_negative(text: str, start: int) -> bool:
    """Whether a minus stands before the number, and before the minus a word: 增长率为-2.5%."""
    if start < 2 or text[start - 1] not in "-－−":
        return False
    before = text[start - 2]
    return not before.isascii() and not before.isdigit() and before not in "－−—"


def _of_han(match: re.Match[str]) -> Numeral | None:
    """A number in Chinese figures; 四五十 and 两三百 are ranges of neighbours."""
    stem = match["han"]
    if len(stem) > _LONGEST:
        return None
    scale = match["scale"] or ""
    if scale and scale not in SCALES:
        return None
    low, high = _neighbours(stem)
    if low is None or high is None or not (is_exact(low) and is_exact(high)):
        return None
    ending = scale or _greatest(stem)
    numeral = Numeral(match.start(), match.end(), low * SCALES[scale], high * SCALES[scale], ending)
    return numeral._replace(
        loose=match["more"][0] if match["more"] else "",
        bare=stem[0] in "百千万亿",
        han=True,
        positional=_POSITIONAL.fullmatch(stem) is not None and low == high,
    )


def _greatest(stem: str) -> str:
    """The greatest scale in a number, by which it reads best: 一亿二千万 as 1.2亿, 三万二千 as 3.2万."""
    return next((scale for scale in ("万亿", "亿", "万") if scale in stem), "")


def _neighbours(stem: str) -> tuple[Decimal | None, Decimal | None]:
    """Both ends of 四五十 (40, 50) or 十七八 (17, 18); twice the value of any other number."""
    pair = _NEIGHBOURS.search(stem)
    if pair and not (pair.start() and stem[pair.start() - 1] in DIGITS):
        first, second = DIGITS[pair[1]], DIGITS[pair[2]]
        if second == first + 1 or (first, second) == (3, 5):
            before, after = stem[: pair.start()], stem[pair.end() :]
            return chinese_value(before + pair[1] + after), chinese_value(before + pair[2] + after)
    value = chinese_value(stem)
    return value, value


def _joined(found: list[Numeral], text: str) -> list[Numeral]:
    """Neighbouring parts of one number as one: 12万3,456, 3亿5600万."""
    joined: list[Numeral] = []
    for numeral in found:
        last = joined[-1] if joined else None
        if (
            last
            and last.end == numeral.start
            and last.scale
            and not last.loose
            and not last.han
            and not numeral.bare
            and SCALES[last.scale] > numeral.high
        ):
            value = last.low + numeral.low
            joined[-1] = last._replace(end=numeral.end, low=value, high=value, loose=numeral.loose)
        elif last and last.end == numeral.start and text[numeral.start].isdigit():
            joined[-1:] = [numeral]  # 二2 and the like: figures of two kinds that make no number
        else:
            joined.append(numeral)
    return joined


def _loosened(numeral: Numeral, text: str) -> Numeral:
    """The number with the 多 or 余 behind it."""
    match = _LOOSE.match(text, numeral.end)
    return numeral._replace(end=match.end(), loose=match[0]) if match and not numeral.loose else numeral


def _fractions(found: list[Numeral], text: str) -> list[Numeral]:
    """百分之十二点五 and 三分之二 as one number each."""
    merged: list[Numeral] = []
    for numeral in found:
        last = merged[-1] if merged else None
        if last and text[last.end : numeral.start] == "分之" and last.low > 0 and not last.is_range:
            kind = _PARTS.get(last.low)
            low, high = (numeral.low, numeral.high) if kind else (numeral.low / last.low, numeral.high / last.low)
            merged[-1] = Numeral(
                last.start,
                numeral.end,
                low,
                high,
                kind=kind or "fraction",
                loose=numeral.loose,
                han=True,
            )
        else:
            merged.append(numeral)
    return merged


def _ranges(found: list[Numeral], text: str) -> list[Numeral]:
    """3~5, 三至五, 10—15 as one number each; the first takes the scale of the second: 2-3万."""
    merged: list[Numeral] = []
    for numeral in found:
        last = merged[-1] if merged else None
        between = _BETWEEN.fullmatch(text, last.end, numeral.start) if last else None
        if last and between and (joint := joined_range(last, numeral)):
            merged[-1] = joint
        else:
            merged.append(numeral)
    return merged


def joined_range(first: Numeral, second: Numeral) -> Numeral | None:
    """The range from the first to the second number, or None where it would not rise."""
    if first.is_range or second.is_range or first.loose or first.positional or second.positional:
        return None
    if first.kind != second.kind and not (first.kind == "percent" and second.kind == "plain"):
        return None
    low = first.low
    if not first.scale and second.kind == "plain" == first.kind:
        factor = SCALES[second.scale]
        if not second.scale and second.han and second.low >= 10:  # 三到五千
            factor = Decimal(10 ** (len(str(int(second.low))) - 1)) if low < 10 else factor
        low = low * factor if low * factor < second.high else low
    if low >= second.high:
        return None
    return second._replace(start=first.start, low=low, kind=first.kind, han=first.han and second.han)
