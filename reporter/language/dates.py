"""Dates in Chinese text: points in time and their ISO form.

Written forms: 2017年6月19日, 2017-06-19, 2017/6/19, 2017.6.19, 二〇一七年七月十一日, 民国106年7月 (the Republic of
China counts its years from 1911), 6月19日, 5月份, 7月上旬, 2017年上半年, and the words that need a document's date
(今年, 去年同期, 上半年).
Amounts of time (三年, 90周年), decades (1990年代) and spans counted from now (近三年, 三年前) are no dates.
"""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass

from reporter.language.script import simplified

_DIGITS = {char: value for value, char in enumerate("零一二三四五六七八九")} | {"〇": 0, "○": 0, "两": 2, "元": 1}
_CN = "零〇○一二三四五六七八九"

_YEAR = (
    rf"(?:公元)?(?P<year>(?:19|20)\d\d|[一二][九零〇○][{_CN}]{{2}}) ?年(?!代)"
    rf"|(?:中华)?民国(?P<roc>\d{{1,3}}|[{_CN}十百]{{1,5}}|元) ?年"
    r"|(?<![\d.])(?P<bare>1[0-4]\d|9\d) ?年(?= ?\d{1,2} ?月|度)"
)
_MONTH = r"(?P<month>1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九]) ?月(?:份|(?P<part>[上中下]旬|初|中旬|底|末))?"
_DAY = r"(?P<day>3[01]|[12]\d|0?[1-9]|三十一?|二?十[一二三四五六七八九]?|[一二三四五六七八九]) ?[日号]"
_HALF = r"(?P<half>[上下]半年|第?[一二三四1-4]季度|年[初中底末]|年终)"
_RELATIVE = r"(?P<relative>今年|本年度?|去年|前年|明年|翌年|次年)[初底末]?"

# Each pattern looks first at one character: the search is eight times as fast as one that tries all alternatives.
_FULL = re.compile(
    rf"(?=[公中民129一二今本去前明翌次])(?:{_YEAR}|{_RELATIVE})度?(?:同期)?(?: ?{_MONTH}(?: ?{_DAY})?|{_HALF})?"
)
_PARTIAL = re.compile(
    r"(?=[\d一二三四五六七八九十上下第年])"
    rf"(?:(?<![\d.一二三四五六七八九十两]){_MONTH}(?: ?{_DAY})?|(?<![\d一二三四]){_HALF})"
)
_NUMERIC = re.compile(
    r"(?=[12])(?<![\d./\-])(?P<y>(?:19|20)\d\d)(?P<s>[-/.])(?P<m>1[0-2]|0?[1-9])(?P=s)(?P<d>3[01]|[12]\d|0?[1-9])(?![\d\-/]|\.\d)"
)
# What every date holds (U+F98E is 年 once more), and every date of each pattern: looked for first, since most lines
# hold no date and the search for a character runs much faster than the patterns.
_SIGN = re.compile("[-/.年月季\uf98e]")
_SIGNS = ((re.compile(r"[-/.](?<=\d[-/.])\d"), _NUMERIC), (re.compile("年"), _FULL), (re.compile("[年月季]"), _PARTIAL))
_CITED = re.compile(r"[〔\[［【（(]\s*((?:19|20)\d\d)\s*[〕\]］】）)]\s*+(?:第\s*+)?\d{1,5}\s*+号")
# A month that is an amount or part of a word: 个月, 3月龄, 六月雪 are none; 5月 needs an own number before it.
_NO_MONTH_AFTER = re.compile(
    r"龄|息|薪|供|租|均|票|饼|度(?!假)|刊|报(?!道)|球|亮|光|季|[一二三四五六七八九十](?![日号天次])"
)
_SHIFT = {"今年": 0, "本年": 0, "去年": -1, "前年": -2, "明年": 1, "翌年": 1, "次年": 1}


@dataclass(frozen=True, slots=True)
class DateMatch:
    """A date at ``text[start:end]``. What is not stated is None; ``relative`` is the word (去年) that stands for the
    year, ``half`` a named part of a year (上半年)."""

    start: int
    end: int
    text: str
    year: int | None = None
    month: int | None = None
    day: int | None = None
    relative: str | None = None
    half: str | None = None

    @property
    def iso(self) -> str | None:
        """2017, 2017-06 or 2017-06-19, as much as is stated; None without a year."""
        return iso_date(self.year, self.month, self.day)

    def in_year(self, year: int) -> int | None:
        """The date's year as seen from a year: its own, or the one that its word (去年) names."""
        if self.year is not None:
            return self.year
        return year + _SHIFT[self.relative.removesuffix("度")] if self.relative else None


def iso_date(year: int | None, month: int | None = None, day: int | None = None) -> str | None:
    """The ISO form of as much of a date as there is; None without a year."""
    if year is None:
        return None
    parts = [f"{year:04d}"]
    if month is not None:
        parts.append(f"{month:02d}")
        if day is not None:
            parts.append(f"{day:02d}")
    return "-".join(parts)


def small_number(text: str) -> int | None:
    """The value of a small number in Arabic or Chinese figures: 12, 十二, 一百零六, 二〇一七; None for other words."""
    if text.isascii() and text.isdigit():
        return int(text)
    if not text or any(char not in _DIGITS and char not in "十百" for char in text):
        return None
    if not any(char in "十百" for char in text):
        return int("".join(str(_DIGITS[char]) for char in text))
    total = digit = 0
    for char in text:
        if char in "十百":
            total += (digit or 1) * (10 if char == "十" else 100)
            digit = 0
        else:
            digit = _DIGITS[char]
    return total + digit


def find_dates(text: str, *, plain: bool = False) -> list[DateMatch]:
    """All dates of a text in order, in either script; none overlap. ``plain`` says that it is simplified already."""
    return _found(text, text if plain else simplified(text)) if _SIGN.search(text) else []


def _found(text: str, plain: str) -> list[DateMatch]:
    found: list[DateMatch] = []
    for sign, pattern in _SIGNS:
        if sign.search(plain):
            found += [date for match in pattern.finditer(plain) if (date := _date_of(match, text))]
    found.sort(key=lambda date: (date.start, -date.end))
    kept: list[DateMatch] = []
    for date in found:
        if not kept or date.start >= kept[-1].end:
            kept.append(date)
    return kept


def cited_years(plain: str) -> list[tuple[int, int]]:
    """(offset, year) of the document numbers that simplified text cites, in order: 〔2017〕39号 states a year too."""
    return [(match.start(), int(match[1])) for match in _CITED.finditer(plain)]


def _date_of(match: re.Match[str], text: str) -> DateMatch | None:
    """The match as a date, or None where the calendar has no such day or the month is part of another word."""
    parts = match.groupdict()
    year = _year_of(parts)
    month = small_number(parts.get("m") or parts.get("month") or "")
    day = small_number(parts.get("d") or parts.get("day") or "")
    if month is not None and day is not None and not 1 <= day <= monthrange(year or 2000, month)[1]:
        return None
    if month is not None and not parts.get("m") and day is None and _NO_MONTH_AFTER.match(match.string, match.end()):
        return None
    relative = parts.get("relative")
    return DateMatch(*match.span(), text[match.start() : match.end()], year, month, day, relative, parts.get("half"))


def _year_of(parts: dict[str, str | None]) -> int | None:
    """The year of the common era that the match states."""
    for name, shift in (("y", 0), ("year", 0), ("roc", 1911), ("bare", 1911)):
        if stated := parts.get(name):
            value = small_number(stated)
            return None if value is None else value + shift
    return None
