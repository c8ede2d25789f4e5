"""The period of a figure in one form: 2017年上半年, 今年1-6月 of a document of 2017 and 2017年1至6月份 are 2017|1-6.

What neither a year nor its document's date resolves is a period of its document alone. Where title, heading or first
sentence name the year that a document tells of, words without one mean that year: 年末, 全年 and none at all.
"""

from __future__ import annotations

import re

from reporter.extract.lent_years import LentYears, own_title
from reporter.language.dates import find_dates, small_number
from reporter.language.relative_years import with_years, year_of_date
from reporter.language.script import simplified
from reporter.model.document import Analysis, Indicator, Sentence

_CN = "一二三四五六七八九十"
_MONTH_NUMBER = rf"1[0-2]|0?[1-9]|十[一二]?|[{_CN}]"
_MONTHS = re.compile(rf"(?P<low>{_MONTH_NUMBER})月?份? ?(?:[-—–~～至到]+|、) ?(?P<high>{_MONTH_NUMBER}) ?月")
_QUARTERS = re.compile(
    r"(?P<first>前)?第?(?P<low>[一二三四1-4])(?: ?(?:[-—–~～至到]+|、) ?第?(?P<high>[一二三四1-4]))?个?季(?!节)"
)
_HALF = re.compile(r"(?P<half>[上下])半年")
_MONTH = re.compile(rf"(?<![\d{_CN}-])(?P<month>{_MONTH_NUMBER}) ?月(?: ?(?P<day>\d{{1,2}}) ?[日号])?")
_END = re.compile(r"年?[底末]|截[至止]|以来|累计")
_YEAR_BEFORE = re.compile(r"上一?年(?!度?半)|前一年")
_YEAR = re.compile(r"(?:19|20)\d\d(?=\s*年)")
_YEARLY = re.compile(r"年[底末]")
_WHOLE_YEAR = re.compile(r"全年|年度|全年度")
_AT_END = re.compile(r"年[末底]")
_OF_YEAR = re.compile(r"[上下]半年|第?[一二三四1-4]季度|前[一二三四]季度|\d{1,2}(?:[-—–~至]\d{1,2})?月份?")
_NOW = re.compile(r"(?:本|当)月")
_SIGNS = "，；。：,;"
_BRACKET = re.compile(r"[（(][^（()）]{1,30}[)）]")
# How far back a figure's clause is read; the longest of the corpora of the tests has 75 characters.
_REACH = 200
_WITH_MONTH = len("2023-07")


class Periods:
    """The periods of one document's figures; its sentences and sections are looked up once."""

    def __init__(self, analysis: Analysis) -> None:
        self._document = analysis.document
        self._sentences = {sentence.id: sentence for sentence in analysis.document.sentences}
        self._sections = {section.id: section for section in analysis.document.sections}
        self._parts: dict[str, str] = {}
        self._lent = LentYears(analysis.document)
        self._title = own_title(analysis.document)

    def of(self, indicator: Indicator) -> str | None:
        """The period of a figure; None where neither the figure nor its sentence, headings or title name one.

        A part of the year that the figure's own words lack (2017年) is looked for in its clause and the brackets behind
        it, then in the headings above it: figures of quarters and months are no figures of the year. The end of a year
        counts as the year: what is held then is what the year has.
        """
        sentence = self._sentences[indicator.sentence]
        lent = self._lent.of(sentence.section)
        if indicator.period is None and lent is None:
            return None
        words = simplified(indicator.period or "")
        part = (
            _part(words)
            or _part(_around(indicator, sentence, self._document.simplified))
            or self._part_of_headings(sentence.section)
        )
        year = _year(words, self._document.date, lent)
        owner = self._document.id if year is None else ""
        told = "" if part or year is not None else words
        return "|".join((str(year or ""), part, told, owner)).rstrip("|")

    def shown(self, indicator: Indicator) -> str | None:
        """The period of a figure in words, for a cell beside those of other years: as its sentence has it, 今年 and
        去年 as the year meant, with the year that the document lends or plans for where these words are the whole or
        a part of a year without one (2021年上半年, 2021年末)."""
        words, issued = indicator.period, year_of_date(self._document.date)
        section = self._sentences[indicator.sentence].section
        lent = self._lent.of(section) if indicator.role in ("actual", "change") else None
        year = lent or (self._lent.planned(section) if indicator.role in ("change", "target", "plan") else None)
        if words is None:
            return f"{year}年" if year else None
        resolved, plain = with_years(words, issued), simplified(words)
        if resolved != words:
            return resolved
        if year and _WHOLE_YEAR.fullmatch(plain):
            return f"{year}年"
        if year and _AT_END.fullmatch(plain):
            return f"{year}{words}"
        year = year or (issued if indicator.role != "actual" or self._is_past(plain) else None)
        return f"{year}年{words}" if year and _OF_YEAR.fullmatch(plain) else words

    def _is_past(self, words: str) -> bool:
        """Whether a part of a year has begun to lie behind in the month of the document's date."""
        date, part = self._document.date or "", part_of_year(words)
        ends = re.match(r"(?:\d+-)?(\d+)", part)
        return bool(ends) and len(date) >= _WITH_MONTH and int(ends[1] if ends else 0) <= int(date[5:7])

    def _part_of_headings(self, innermost: str | None) -> str:
        """The part of a year that the headings above a sentence and the title name, read from the innermost on; empty
        where none does."""
        if innermost is None:
            return part_of_year(self._title)
        if innermost not in self._parts:
            at: str | None = innermost
            headings: list[str] = []
            while at is not None:
                headings.append(self._sections[at].heading)
                at = self._sections[at].parent
            headings.append(self._title)
            self._parts[innermost] = part_of_year(simplified(" ".join(headings)))
        return self._parts[innermost]


def _part(words: str) -> str:
    """The part of a year that words name, its end counted as the whole."""
    part = part_of_year(words)
    return "" if part == "end" and _YEARLY.search(words) else part


def part_of_year(text: str) -> str:
    """The part of a year that words name: 1-6 for 上半年 and 1至6月, 4-6 for 二季度, 5 for 5月, 6.30 for a day of June;
    ``end`` for what holds at the end or up to it; empty for the whole year."""
    for pattern, form in ((_MONTHS, _range), (_QUARTERS, _quarters), (_HALF, _half), (_MONTH, _month)):
        match = pattern.search(text)
        if match and (found := form(match)):
            return found
    return "month" if _NOW.search(text) else "end" if _END.search(text) else ""


def _range(match: re.Match[str]) -> str:
    return f"{_plain(match['low'])}-{_plain(match['high'])}"


def _quarters(match: re.Match[str]) -> str:
    low = small_number(match["low"]) or 1
    high = small_number(match["high"] or match["low"]) or low
    return f"{1 if match['first'] else 3 * low - 2}-{3 * high}"


def _half(match: re.Match[str]) -> str:
    return "1-6" if match["half"] == "上" else "7-12"


def _month(match: re.Match[str]) -> str:
    month = _plain(match["month"])
    return f"{month}.{match['day']}" if match["day"] else str(month)


def _plain(number: str) -> int | None:
    return small_number(number.lstrip("0"))


def _around(indicator: Indicator, sentence: Sentence, text: str) -> str:
    """The figure's clause, and what stands in brackets behind it."""
    start = max(sentence.span.start, indicator.span.start - _REACH)
    begin = max(text.rfind(sign, start, indicator.span.start) for sign in _SIGNS)
    behind = _BRACKET.match(text, indicator.span.end)
    return text[max(begin, start) : indicator.span.start] + (behind[0] if behind else "")


def _year(words: str, date: str | None, lent: int | None) -> int | None:
    """The year that words name by themselves; else the one that their part of the document lends, or that the
    document's date gives."""
    issued = year_of_date(date)
    for match in find_dates(words):
        if match.year is not None:
            return match.year
        if match.relative and lent and _YEAR_BEFORE.search(words):
            return lent - 1
        if match.relative and issued:
            return match.in_year(issued)
    stated = _YEAR.search(words)
    if stated:
        return int(stated[0])
    return lent or (issued if part_of_year(words) or _YEARLY.search(words) else None)
