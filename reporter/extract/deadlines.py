"""By when: the words of a text that set a deadline, and the last day that they allow.

到2020年, 2018年12月底前, 年底前, 6月30日前, 三年内, 上半年, 二季度末, “十三五”期末. A word that needs a year takes the
one that its sentence states before it, else the year that the document plans for.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass

from reporter.language.dates import DateMatch, find_dates, iso_date, small_number
from reporter.model.document import Document
from reporter.model.text import Span

_NUMBER = r"[一二三四五六七八九十两\d]{1,3}"
_PLAN = re.compile(r"“?(?P<plan>十[一二三四五六七八九]?|[七八九])五”?(?:规划)?(?P<end>期末|末|期间|时期)")
_TIME = re.compile(
    rf"(?:力?争?[用在]|今后|未来)?(?P<count>{_NUMBER})(?:[-~～—至到](?P<more>{_NUMBER}))?个?(?P<unit>年|月)(?:左右)?(?:的?时间)?(?:之?内|以内)"
    rf"|(?:今后|未来|力?争?用)(?P<count2>{_NUMBER})(?:[-~～—至到](?P<more2>{_NUMBER}))?(?P<unit2>年)(?:左右)?(?:的?时间)?"
)
_IN_THE_YEAR = re.compile(
    r"(?<![\d一二三四五六七八九十百千几数多近往历])(?P<relative>今|本|当|明)?年(?:度)?内(?![容部外涵需在存蒙的])"
)
_ALL_YEAR = re.compile(r"(?<![去上前\d][年])(?<![比较与同])全年(?!龄)度?")
_IN_THE_MONTH = re.compile(r"本?月[底末](?:之?前|以前)?")
_BEHIND = re.compile(
    r"(?:[底末]|年?[底末])?(?:之?前(?![一二三四五六七八九十\d])|以前|止|为止|之内|以内|内(?=[，完建实达力全要出基]|$))"
)
_END = re.compile(r"(?<=年)[底末]")
_AHEAD = re.compile(r"(?:到|至|在|于|力争|争取|确保)$")
_PAST = re.compile(r"(?:截至|截止|截止到|截至到|自|从|由|比|较|与|同|以|\d ?[月日]?份?(?:[-—–~～]+|至|到))$")
# 10月开工, 2022年起: when something begins.
_BEGINS = re.compile(r"(?:[起来]|以来|开始|[^，。；、\d]{0,2}(?:开工|动工|启动|开建|召开|举行|施行|实施之日))(?!前)")
# 恢复到2019年的86%, 达到2020年同期水平: a year that something is measured against.
_MEASURED = re.compile(r"(?:同期)?(?:的(?:\d|[一二三四五六七八九十百]|同期|水平|平均)|[^，。；、\d]{0,4}水平的?)")
_TITLE = re.compile(r"《[^》]{0,200}》")
_QUARTERS = {"一": 3, "二": 6, "三": 9, "四": 12, "1": 3, "2": 6, "3": 9, "4": 12}
_TENS = {"初": 10, "上旬": 10, "中旬": 20}
# The plan of five years that is called the tenth ran from 2001 to 2005.
_TENTH_PLAN_ENDS = 2005
_DIGIT = re.compile(r"[\d一二三四五六七八九十]$")
# So far back the words before a date are looked at; they are shorter, but for a row of more than a dozen dashes.
_REACH = 16
# Years outside are misread or jests (300年内), not deadlines.
_YEARS = range(1900, 2101)
_YEAR_OF_TITLE = re.compile(r"(?:19|20)\d\d(?=\s*年)")


@dataclass(frozen=True, slots=True)
class FoundDeadline:
    """Words at ``text[start:end]`` that may set a deadline. ``date`` is the last day as ISO, possibly shortened, or
    None; ``inferred`` says that its year is the document's; ``strong`` that the words set one whatever stands
    around them (年底前)."""

    start: int
    end: int
    date: str | None
    inferred: bool
    strong: bool

    @property
    def span(self) -> Span:
        """The words' place."""
        return Span(self.start, self.end)


def planned_year(document: Document) -> int | None:
    """The year that a document plans for: that of its title where it is later than its date, else that of its date."""
    issued = int(document.date[:4]) if document.date else None
    stated = [int(match[0]) for match in _YEAR_OF_TITLE.finditer(document.title.text)]
    named = stated[0] if len(set(stated)) == 1 else None
    if named is None or issued is None:
        return issued or named
    return named if named in (issued, issued + 1) else issued


def find_deadlines(text: str, year: int | None) -> list[FoundDeadline]:
    """The deadlines of a text in simplified characters, in order; none overlap.

    Args:
        year: that of words without one (年底前).
    """
    found = [*_of_dates(text, year), *_of_plans(text), *_of_spans(text, year), *_of_year_and_month(text, year)]
    found.sort(key=lambda item: (item.start, -item.end))
    kept: list[FoundDeadline] = []
    for item in found:
        if not kept or item.start >= kept[-1].end:
            kept.append(item)
    return kept


def is_open(date: str | None, issued: str | None) -> bool:
    """Whether a deadline is not over on the day that a document was issued; so it is where either is not known."""
    return date is None or issued is None or date >= issued[: len(date)]


def _of_dates(text: str, year: int | None) -> Iterator[FoundDeadline]:
    stated: int | None = None
    titles = [match.span() for match in _TITLE.finditer(text)] if "《" in text else []
    for match in find_dates(text):
        while titles and titles[0][1] <= match.start:
            titles.pop(0)
        if titles and titles[0][0] < match.start:
            continue
        behind = _BEHIND.match(text, match.end) or _END.match(text, match.end)
        context = stated or year
        own = match.in_year(year) if match.relative and year else match.year
        stated = own or stated
        if _follows(_PAST, text, match.start) or _BEGINS.match(text, match.end) or _MEASURED.match(text, match.end):
            continue
        end = behind.end() if behind else match.end
        resolved = own or context
        strong = bool(behind and behind[0]) or _follows(_AHEAD, text, match.start) or text[match.end - 1] in "底末"
        date = None if text.endswith("每年", 0, match.start) else _last_day(match, text[match.start : end], resolved)
        yield FoundDeadline(match.start, end, date, match.year is None and date is not None, strong)


def _follows(pattern: re.Pattern[str], text: str, place: int) -> bool:
    """Whether what a pattern that ends in ``$`` describes stands right before a place."""
    return pattern.search(text, max(0, place - _REACH), place) is not None


def _last_day(match: DateMatch, words: str, year: int | None) -> str | None:
    """The last day of what a date names, as exact as it is."""
    if year is None or year not in _YEARS or (match.half or "").endswith(("年初", "年中")):
        return None
    if match.month:
        return iso_date(year, match.month, match.day) if match.day else _last_of_month(year, match.month, words)
    if match.half and (match.half[0] == "上" or "季" in match.half):
        month = 6 if match.half[0] == "上" else _QUARTERS[match.half.removeprefix("第")[0]]
        return iso_date(year, month, monthrange(year, month)[1])
    return iso_date(year, 12, 31) if match.half or re.search(r"[底末终]", words) else iso_date(year)


def _last_of_month(year: int, month: int, words: str) -> str | None:
    """The last day of a part of a month; the month alone where no part is named."""
    for part, day in _TENS.items():
        if part in words:
            return iso_date(year, month, day)
    if re.search(r"[底末]|下旬", words):
        return iso_date(year, month, monthrange(year, month)[1])
    return iso_date(year, month)


def _of_plans(text: str) -> Iterator[FoundDeadline]:
    """The end of a plan of five years."""
    for match in _PLAN.finditer(text):
        number = small_number(match["plan"])
        if number is None or _follows(_PAST, text, match.start()):
            continue
        date = iso_date(_TENTH_PLAN_ENDS + 5 * (number - 10))
        yield FoundDeadline(match.start(), match.end(), date, False, match["end"] in ("期末", "末"))


def _of_spans(text: str, year: int | None) -> Iterator[FoundDeadline]:
    """Amounts of time that begin with the document: 三年内, 今后五年."""
    for match in _TIME.finditer(text):
        count = small_number(match["more"] or match["count"] or match["more2"] or match["count2"])
        last = year + count if year and count and (match["unit"] or match["unit2"]) == "年" else None
        date = iso_date(last) if last in _YEARS else None
        yield FoundDeadline(match.start(), match.end(), date, date is not None, True)


def _of_year_and_month(text: str, year: int | None) -> Iterator[FoundDeadline]:
    """年内 and 本月底, which no date has."""
    for match in _IN_THE_YEAR.finditer(text):
        shift = match["relative"] == "明"
        yield FoundDeadline(match.start(), match.end(), iso_date(year + shift, 12, 31) if year else None, True, True)
    for match in _ALL_YEAR.finditer(text):
        yield FoundDeadline(match.start(), match.end(), iso_date(year) if year else None, year is not None, False)
    for match in _IN_THE_MONTH.finditer(text):
        if not _follows(_DIGIT, text, match.start()):
            yield FoundDeadline(match.start(), match.end(), None, False, True)
