"""Dates and times as a spreadsheet shows them: serial numbers and the date codes of ECMA-376 part 1, 18.8.31."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import lru_cache

# The serial number of the day after 9999-12-31: beyond it there are no dates.
_END = 2_958_466
_LITERAL = re.compile(r'"[^"]*"?|[\\!].|_.|\*.|\[(?!(?:h+|m+|s+)\])[^\]]{0,200}\]', re.DOTALL | re.IGNORECASE)
_CODES = re.compile(r"[ymdhse]|aaa|上午/下午|AM/PM", re.IGNORECASE)
_TOKEN = re.compile(
    r'"(?P<quoted>[^"]*)"?|[\\!](?P<escaped>.)|_.|\*.|\[(?P<elapsed>h+|m+|s+)\]|\[(?P<bracket>[^\]]{0,200})\]'
    r"|(?P<half>上午/下午|AM/PM|A/P)|(?P<code>y+|e+|m+|d+|h+|s+|a{3,4})|(?P<fraction>\.0+)|(?P<other>.)",
    re.DOTALL | re.IGNORECASE,
)
_WEEKDAYS = "一二三四五六日"
_ENGLISH_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip
_HAN_DIGITS = "〇一二三四五六七八九"


@dataclass(frozen=True, slots=True)
class _Moment:
    """Year, month, day and weekday; the seconds since the epoch; the digits behind the second."""

    day: tuple[int, int, int, int]
    seconds: int
    part: str


@dataclass(frozen=True, slots=True)
class _Style:
    """Whether numbers are written in Chinese figures, and hours count to twelve."""

    han: bool
    halved: bool


def is_date_code(code: str) -> bool:
    """Whether a section of a format code shows a date or a time: it has such letters outside of quotes."""
    bare = _LITERAL.sub("", code)
    if re.search(r"general|G/通用格式|[0#?][eE][+-]", bare, re.IGNORECASE):
        return False
    return _CODES.search(bare) is not None


def serial_of(moment: datetime, *, epoch_1904: bool = False) -> float:
    """The serial number of a moment."""
    days = moment - (datetime(1904, 1, 1) if epoch_1904 else datetime(1899, 12, 30))  # noqa: DTZ001 - no zone in a cell
    return days / timedelta(days=1)


def date_text(serial: float, code: str, *, epoch_1904: bool = False) -> str | None:
    """The date or time as the code shows it; None where the number is no date (negative, after 9999)."""
    tokens = _tokens(code)
    if not 0 <= serial < _END:
        return None
    decimals = max((len(text) - 1 for kind, text in tokens if kind == "fraction"), default=0)
    seconds, part = divmod(round(serial * 86400 * 10**decimals), 10**decimals)
    moment = _Moment(_day(seconds // 86400, epoch_1904=epoch_1904), seconds, str(part).zfill(decimals))
    style = _Style(
        any(kind == "bracket" and text.upper().startswith("DBNUM1") for kind, text in tokens),
        any(kind == "half" for kind, _ in tokens),
    )
    return "".join(_shown(kind, text, moment, style) for kind, text in tokens).strip()


def _shown(kind: str, text: str, moment: _Moment, style: _Style) -> str:
    """One token as it shows the moment."""
    if kind == "literal":
        return text
    if kind == "elapsed":
        return str(moment.seconds // {"h": 3600, "m": 60, "s": 1}[text[0]]).zfill(len(text))
    if kind == "half":
        return text.split("/")[moment.seconds % 86400 >= 43200]
    if kind == "fraction":
        return f".{moment.part}"
    if kind == "bracket":
        return ""
    return _of_day(kind, moment, style) if kind[0] in "yeda" or len(kind) > 2 else _of_time(kind, moment, style)


def _day(days: int, *, epoch_1904: bool) -> tuple[int, int, int, int]:
    """(year, month, day, weekday) of a day number. Day 60 of the older epoch is 29 February 1900, which never was; day
    0 is 0 January."""
    if epoch_1904:
        found = date(1904, 1, 1) + timedelta(days=days)
    elif days == 60:
        return 1900, 2, 29, 2
    elif days == 0:
        return 1900, 1, 0, 5
    else:
        found = date(1899, 12, 31 if days < 60 else 30) + timedelta(days=days)
    return found.year, found.month, found.day, found.weekday()


@lru_cache(maxsize=1024)
def _tokens(code: str) -> tuple[tuple[str, str], ...]:
    """(kind, text): a code's letters as its kind, minutes told from months by their neighbours."""
    found: list[tuple[str, str]] = []
    for match in _TOKEN.finditer(code):
        if match["code"]:
            found.append((match["code"].lower(), match["code"]))
        elif match["elapsed"]:
            found.append(("elapsed", match["elapsed"].lower()))
        elif match["half"]:
            found.append(("half", match["half"]))
        elif match["fraction"]:
            found.append(("fraction", match["fraction"]))
        elif match["bracket"] is not None:
            found.append(("bracket", match["bracket"]))
        elif match["other"] or match["quoted"] or match["escaped"]:
            found.append(("literal", match["other"] or match["quoted"] or match["escaped"]))
    return tuple(_with_minutes(found))


def _with_minutes(tokens: list[tuple[str, str]]) -> list[tuple[str, str]]:
    """The tokens with every m behind an hour or before a second named a minute (n)."""
    out = list(tokens)
    timed = [index for index, (kind, _) in enumerate(tokens) if kind == "elapsed" or len(set(kind)) == 1]
    letters = [tokens[index][1][0].lower() for index in timed]
    for at, index in enumerate(timed):
        if tokens[index][0] in ("m", "mm") and ("h" in letters[at - 1 : at] or "s" in letters[at + 1 : at + 2]):
            out[index] = ("n" * len(tokens[index][1]), tokens[index][1])
    return out


def _of_day(kind: str, moment: _Moment, style: _Style) -> str:
    """The year, the month or day as a word or the number of the day."""
    year, month, number, weekday = moment.day
    if kind[0] in "ye":
        text = f"{year:04d}" if len(kind) > 2 or kind[0] == "e" else f"{year % 100:02d}"
        return "".join(_HAN_DIGITS[int(char)] for char in text) if style.han else text
    if kind[0] == "a":
        return ("星期" if len(kind) == 4 else "") + _WEEKDAYS[weekday]
    if kind[0] == "m":
        return _MONTHS[month - 1][: {3: 3, 4: None, 5: 1}.get(len(kind))]
    if len(kind) > 2:
        return _ENGLISH_DAYS[weekday][: 3 if len(kind) == 3 else None]
    return _number(number, len(kind), style)


def _of_time(kind: str, moment: _Moment, style: _Style) -> str:
    """The month or a part of the time as a number."""
    second = moment.seconds % 86400
    hour = second // 3600
    hour = (hour % 12 or 12) if style.halved else hour
    value = {"m": moment.day[1], "h": hour, "n": second // 60 % 60, "s": second % 60}[kind[0]]
    return _number(value, len(kind), style)


def _number(value: int, width: int, style: _Style) -> str:
    return _han_number(value) if style.han else str(value).zfill(min(width, 2))


def _han_number(value: int) -> str:
    tens, ones = divmod(value, 10)
    head = "" if not tens else ("十" if tens == 1 else f"{_HAN_DIGITS[tens]}十")
    return head + (_HAN_DIGITS[ones] if ones or not tens else "")
