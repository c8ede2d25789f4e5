"""Every date that the body names, as an event."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from reporter.language.dates import DateMatch, cited_years, iso_date
from reporter.model import Event, Sentence, Span
from reporter.structure.relative_dates import Relative, find_relative

_AHEAD = re.compile(r"[将拟]|计划|预计|打算|准备|力争|争取|明年|下一?步")
_LIMIT = re.compile(r"[底末份旬初]?之?前(?![后期往来身列三两几\d])")
_NEXT = ("次年", "翌年")  # the year after the one that the text speaks of


def events_of(
    plain: str,
    dates: Mapping[Span, Sequence[DateMatch]],
    sentences: Sequence[Sentence],
    date: str | None,
    year: int | None = None,
    chapters: Mapping[Span, int | None] | None = None,
) -> tuple[Event, ...]:
    """The dates of the paragraphs and headings in order.

    A date without a year takes the one stated before it in its paragraph, else the one of its chapter (2025年打算),
    else the document's; never one that puts it after the document unless words speak of the future or set a limit
    (6月底前). Words that nothing resolves (今年 without the document's date) are events without a date.

    Args:
        plain: the whole text in simplified characters.
        dates: the paragraphs and headings with their dates, counted from their own beginning.
        sentences: of the document, in order.
        date: the document's date, ISO, or None.
        year: the year that the title states: 上年 and 年末 of a bulletin count from it, not from the day of issue.
        chapters: the headings with the one year that they or those above them name, or None.
    """
    starts = [sentence.span.start for sentence in sentences]
    issue = _Issue(plain, date, year)
    known = chapters or {}
    events: list[Event] = []
    for span in sorted(dates):
        issue.chapter = known.get(span, issue.chapter)
        found = _merged(dates[span], find_relative(span.of(plain)))
        if found:
            events.extend(_events_in(span, found, issue, sentences, starts))
    return tuple(events)


def _events_in(
    span: Span,
    found: Sequence[DateMatch | Relative],
    issue: _Issue,
    sentences: Sequence[Sentence],
    starts: Sequence[int],
) -> Iterator[Event]:
    """The events of one paragraph.

    Args:
        span: the paragraph.
        found: its dates in order, counted from its beginning.
        issue: the text that it is part of.
        sentences: of the document, in order.
        starts: where each of them begins.
    """
    cited = cited_years(span.of(issue.plain))[::-1]
    stated: int | None = None
    topic = _NOTHING
    for each in found:
        while cited and cited[-1][0] < each.start:
            stated, topic = cited.pop()[1], _NOTHING
        place = Span(span.start + each.start, span.start + each.end)
        index = bisect_right(starts, place.start) - 1
        sentence = sentences[index] if index >= 0 and sentences[index].span.end > place.start else None
        around = sentence.span if sentence else span
        years = _Years(stated, topic.year if topic.opens or topic.sentence == index else None)
        if isinstance(each, Relative):
            dated, words = _relative(each, years, issue), place.of(issue.plain)
        else:
            dated, words = _dated(each, around, years, issue, place.end), each.text
        yield replace(dated, text=words, span=place, sentence=sentence.id if sentence else None)
        if year_now := _year_stated(each, dated):
            stated, topic = year_now, _Topic(year_now, index, issue.plain[place.start - 1 : place.start] in _OPENS)


@dataclass(frozen=True, slots=True)
class _Years:
    """The years that a word may count from: the last one stated in the paragraph, and the one still spoken of."""

    stated: int | None
    spoken_of: int | None


@dataclass(frozen=True, slots=True)
class _Topic:
    """A year that the text speaks of for the rest of its sentence (by its index), and on, where it opens its sentence
    (2017年，…。…比上年…); not one named in passing (公司成立于2003年。…比上年…)."""

    year: int | None
    sentence: int
    opens: bool


_NOTHING = _Topic(None, -1, opens=False)
_OPENS = ("", *"。！？；\n　 ")


@dataclass(slots=True)
class _Issue:
    """The text, its date, its title's year and that of the chapter that is read. It remembers the last stretch that was
    asked about: one sentence may hold many dates."""

    plain: str
    date: str | None
    year: int | None
    chapter: int | None = None
    _last: Span | None = None
    _ahead: bool = False

    @property
    def reported(self) -> tuple[int | None, str | None]:
        """The year that the document reports on and what says so: its title, else its date."""
        if self.year:
            return self.year, str(self.year)
        return (int(self.date[:4]), self.date) if self.date else (None, None)

    def sets_limit(self, place: int) -> bool:
        """Whether the words at a place make of the date before them one by which something is to be done."""
        return _LIMIT.match(self.plain, place) is not None

    def looks_ahead(self, span: Span) -> bool:
        """Whether a stretch of the text speaks of the future."""
        if span != self._last:
            self._last, self._ahead = span, _AHEAD.search(self.plain, span.start, span.end) is not None
        return self._ahead


def _merged(dates: Sequence[DateMatch], words: Sequence[Relative]) -> list[DateMatch | Relative]:
    """Both in order; of two that overlap the word, which is the longer (同年8月, 上年末)."""
    if not words:
        return list(dates)
    taken = {at for word in words for at in range(word.start, word.end)}
    apart = [date for date in dates if date.start not in taken and date.end - 1 not in taken]
    return sorted([*apart, *words], key=lambda found: found.start)


def _year_stated(found: DateMatch | Relative, event: Event) -> int | None:
    """The year that a date gives to what follows in the paragraph; None where it leaves that as it is."""
    if isinstance(found, DateMatch) and found.year:
        return found.year
    told = found.anchor == "stated" if isinstance(found, Relative) else found.relative in _NEXT
    return int(event.date[:4]) if told and event.date else None


def _event(date: str | None, basis: int | str | None, period: str | None = None) -> Event:
    """An event that has yet to be put in its place; without a date it rests on nothing."""
    resolved = date is not None and basis is not None
    return Event(date, "", Span(0, 0), None, resolved, str(basis) if resolved else None, period)


def _relative(found: Relative, years: _Years, issue: _Issue) -> Event:
    """The event of a word such as 上年, 同年 and 本月."""
    if found.anchor in ("stated", "year"):
        year, basis = _from(years.stated if found.anchor == "stated" else years.spoken_of)
        if year is None and found.anchor == "year":
            year, basis = issue.reported
        return _event(iso_date(year + found.shift, found.month, found.day) if year else None, basis)
    date = found.seen_from(issue.date) if issue.date else None
    return _event(date, issue.date, found.period)


def _dated(found: DateMatch, around: Span, years: _Years, issue: _Issue, end: int) -> Event:
    """The event of a date that ends at this place of the text."""
    if found.year is not None:
        return _event(found.iso, None)
    issued = int(issue.date[:4]) if issue.date else None
    if found.relative:
        year, basis = _from(years.stated) if found.relative in _NEXT and years.stated else (issued, issue.date)
        year = found.in_year(year) if year else None
        return _event(iso_date(year, found.month, found.day), basis)
    if found.month is None:  # 上半年, 年底
        year, basis = _from(years.spoken_of or issue.chapter) if years.spoken_of or issue.chapter else issue.reported
        return _event(iso_date(year), basis)
    year = years.stated or issue.chapter or (None if issued else issue.year)
    if year:
        return _event(iso_date(year, found.month, found.day), year)
    later = issued is None or _is_later(found, issued, issue.date or "")
    if issued and (not later or issue.looks_ahead(around) or issue.sets_limit(end)):
        return _event(iso_date(issued, found.month, found.day), issue.date)
    return _event(None, None)


def _from(year: int | None) -> tuple[int | None, str | None]:
    """A year and itself as the basis."""
    return year, str(year) if year else None


def _is_later(found: DateMatch, year: int, date: str) -> bool:
    """Whether this day of the document's year would lie after the document."""
    iso = iso_date(year, found.month, found.day) or ""
    return iso > date[: len(iso)]
