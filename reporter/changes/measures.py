"""When two figures are one and the same, and when they state the same value or follow each other in time."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass, replace
from decimal import Decimal

from reporter.changes.data import DocumentData, FigureData
from reporter.changes.wording import letters, without_numbers
from reporter.language.dates import find_dates
from reporter.language.indicator_names import tells_alone
from reporter.language.script import simplified
from reporter.model.document import Bound

_SCALES = {"万": Decimal(10_000), "亿": Decimal(100_000_000)}
# Measure words that count things of any kind.
_COUNTS = frozenset("个 家 项 件 种 类 批 条 户 只 名 人 位 座 处 所".split())  # noqa: SIM905
# Qualifiers that only say how exact a figure is, as its bound does.
_EXACTNESS = re.compile(
    r"以[上下内]|之内|左右|上下|[多余近约超逾]|不[少低超高][于过]|不足|将近|接近|大约|超过|突破|(?:至|最)[少多低高]"
)
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?=年)")
_MONTHS = {"上半年": (6, 1), "下半年": (6, 2)}
_QUARTER = re.compile(r"第?([一二三四1-4])季度")
_QUARTERS = {char: place % 4 + 1 for place, char in enumerate("一二三四1234")}
_WHOLE = re.compile(r"全年|年度?|年[末底]|[底末度]")
_AT_YEAR = re.compile(r"^(?:到|至|截[至止]|在)?(?:(?:19|20)\d\d ?年|[今去前本明次翌]年)")
_NO_YEAR = re.compile(
    r"全年|年度|年[末底]|[上下]半年|第?[一二三四1-4]季度|(?:1[0-2]|[1-9])月份?|[1-9][-至](?:1[0-2]|[1-9])月份?"
)

Identity = tuple[str, str, str, str, str]
Value = tuple[tuple[Decimal, ...], Bound | None]


@dataclass(frozen=True, slots=True)
class Period:
    """A year or a part of one. ``step`` says how many months it has (12 for a year), ``place`` which of its kind in the
    year it is, from 1; ``words`` are those of a part that is neither month, quarter nor half."""

    year: int
    step: int = 12
    place: int = 1
    words: str = ""

    def follows(self, other: Period) -> bool:
        """Whether it is the same part of the next year, or the next month, quarter or half."""
        if (self.step, self.words) != (other.step, other.words):
            return False
        if self.place == other.place:
            return self.year == other.year + 1
        parts = 12 // self.step
        return not self.words and self.year * parts + self.place == other.year * parts + other.place + 1


def identity(figure: FigureData, aims: Collection[str] = ()) -> Identity:
    """What a figure is of: whose, its name, what its unit measures, what it is qualified by and its role.

    Args:
        aims: the ids of its document's figures that targets state: a growth that is aimed at is none that was.
    """
    qualifier = figure.qualifier or ""
    exact = _EXACTNESS.fullmatch(qualifier) is not None
    role = "target" if figure.id in aims else figure.role
    return figure.subject, figure.key, _split(figure.unit)[1], "" if exact else qualifier, role


def value(figure: FigureData) -> Value:
    """What a figure states, in the plain unit: 1.2亿元 and 12000万元 are one."""
    scale = _split(figure.unit)[0]
    parts = figure.value if isinstance(figure.value, tuple) else (figure.value,)
    sign = -1 if figure.falls else 1
    return tuple(sign * scale * Decimal(str(part)) for part in parts), figure.bound


def compares(figure: FigureData) -> bool:
    """Whether a figure can be told from all others without its text, so that other documents' are held against it."""
    return bool(figure.subject) and tells_alone(figure.key, figure.subject)


def _split(unit: str) -> tuple[Decimal, str]:
    scale = Decimal(1)
    while len(unit) > 1 and unit[0] in _SCALES:
        scale *= _SCALES[unit[0]]
        unit = unit[1:]
    return scale, "" if unit in _COUNTS else unit


@dataclass(frozen=True, slots=True)
class Span:
    """When a figure can be of: the part of a year, and of which years; ``own`` is that of the document, None where the
    figure itself states its year."""

    part: Period
    years: frozenset[int]
    own: int | None

    def meets(self, other: Span) -> bool:
        """Whether both can be of one period; two that state no year are held together by their documents' years."""
        if self.part != other.part:
            return False
        if self.own is not None and other.own is not None:
            return self.own == other.own
        return not self.years.isdisjoint(other.years)


class Periods:
    """The periods of one document's figures. ``aims`` are the ids of those that targets state. ``series`` is its title
    without numbers where that states one year: words without a year (全年, 年末, none at all) are then of that year,
    beside those of other documents of the series."""

    def __init__(self, document: DocumentData) -> None:
        self._own = int(document.date[:4]) if document.date and document.date[:4].isdigit() else None
        years = set(_YEAR.findall(letters(document.title.text)))
        self._titled = int(years.pop()) if len(years) == 1 else None
        self.series = without_numbers(document.title.text) if self._titled else ""
        self.aims = frozenset(target.indicator for target in document.targets if target.indicator)

    def of(self, figure: FigureData) -> tuple[Period | None, bool]:
        """The period of a figure, and whether the title alone states its year; None where nothing does."""
        words = simplified(figure.period or "")
        year = self._stated(words)
        if year is not None:
            rest = _AT_YEAR.sub("", words).strip()
            return _part(year, rest), False
        if not words or _NO_YEAR.fullmatch(words):
            lent = self._titled or (self._own if words else None)
            return (_part(lent, words), True) if lent else (None, False)
        return None, False

    def span(self, figure: FigureData) -> Span | None:
        """When a figure can be of. One that states no year is of its document's year or, as reports look back, of the
        year before; None where nothing says which year that is."""
        words = simplified(figure.period or "")
        period, lent = self.of(figure)
        if period is not None and not lent:
            return Span(replace(period, year=0), frozenset((period.year,)), None)
        own = self._titled or self._own
        if own is None or (words and not _NO_YEAR.fullmatch(words)):
            return None
        return Span(_part(0, words), frozenset((own, own - 1)), own)

    def _stated(self, words: str) -> int | None:
        """The year that the words state, or name as seen from the document's date."""
        for date in find_dates(words, plain=True) if words else ():
            if date.year is not None:
                return date.year
            if date.relative is not None and self._own is not None:
                return self._own + {"去": -1, "前": -2, "明": 1, "翌": 1, "次": 1}.get(date.relative[0], 0)
        return None


def _part(year: int, words: str) -> Period:
    """The part of a year that words name."""
    if not words or _WHOLE.fullmatch(words):
        return Period(year)
    if words in _MONTHS:
        return Period(year, *_MONTHS[words])
    if found := _QUARTER.fullmatch(words):
        return Period(year, 3, _QUARTERS[found[1]])
    if (found := re.fullmatch(r"(\d{1,2})月份?", words)) and 1 <= int(found[1]) <= 12:
        return Period(year, 1, int(found[1]))
    return Period(year, 12, 1, words)
