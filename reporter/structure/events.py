"""Every date that the body names, as an event."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from reporter.language.dates import DateMatch, cited_years, iso_date
from reporter.model import Event, Sentence, Span

_AHEAD = re.compile(r"[将拟]|计划|预计|打算|准备|力争|争取|明年|下一?步")


def events_of(
    plain: str, dates: Mapping[Span, Sequence[DateMatch]], sentences: Sequence[Sentence], date: str | None
) -> tuple[Event, ...]:
    """The dates of the paragraphs and headings in order.

    A date without a year takes the one stated before it in its paragraph, else the document's; never one that puts
    it after the document without a word of the future. Words such as 今年 are events only where the document's date
    resolves them.

    Args:
        plain: the whole text in simplified characters.
        dates: the paragraphs and headings with their dates, counted from their own beginning.
        sentences: of the document, in order.
        date: the document's date, ISO, or None.
    """
    starts = [sentence.span.start for sentence in sentences]
    events: list[Event] = []
    issue = _Issue(plain, date)
    for span in sorted(dates):
        base = span.start
        cited = cited_years(span.of(plain))[::-1] if dates[span] else []
        stated: int | None = None
        for found in dates[span]:
            while cited and cited[-1][0] < found.start:
                stated = cited.pop()[1]
            index = bisect_right(starts, base + found.start) - 1
            sentence = sentences[index] if index >= 0 and sentences[index].span.end > base + found.start else None
            event = _event(found, span, sentence, stated, issue)
            if event:
                events.append(event)
            stated = found.year or stated
    return tuple(events)


@dataclass(slots=True)
class _Issue:
    """The text and its date. It remembers the last stretch that was asked about: one sentence may hold many dates."""

    plain: str
    date: str | None
    _last: Span | None = None
    _ahead: bool = False

    def looks_ahead(self, span: Span) -> bool:
        """Whether a stretch of the text speaks of the future."""
        if span != self._last:
            self._last, self._ahead = span, _AHEAD.search(self.plain, span.start, span.end) is not None
        return self._ahead


def _event(
    found: DateMatch, paragraph: Span, sentence: Sentence | None, year_before: int | None, issue: _Issue
) -> Event | None:
    """The date as an event; None for a word that nothing resolves."""
    date, base = issue.date, paragraph.start
    issued = int(date[:4]) if date else None
    span = Span(base + found.start, base + found.end)
    owner = sentence.id if sentence else None
    if found.year is not None:
        return Event(found.iso, found.text, span, owner, False)
    if found.relative:
        year = found.in_year(issued) if issued else None
        if year is None and found.month is None:
            return None
        return Event(iso_date(year, found.month, found.day), found.text, span, owner, year is not None)
    if found.month is None:  # 上半年, 年底
        return Event(str(issued), found.text, span, owner, True) if issued else None
    year = year_before
    around = sentence.span if sentence else paragraph
    if year is None and issued and (not _is_later(found, issued, date or "") or issue.looks_ahead(around)):
        year = issued
    return Event(iso_date(year, found.month, found.day), found.text, span, owner, year is not None)


def _is_later(found: DateMatch, year: int, date: str) -> bool:
    """Whether this day of the document's year would lie after the document."""
    iso = iso_date(year, found.month, found.day) or ""
    return iso > date[: len(iso)]
