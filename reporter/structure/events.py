"""Every date that the body names, as an event."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence

from reporter.language.dates import DateMatch, cited_years, find_dates, iso_date
from reporter.model import Event, Sentence, Span

_AHEAD = re.compile(r"[将拟]|计划|预计|打算|准备|力争|争取|明年|下一?步")


def events_of(plain: str, spans: Sequence[Span], sentences: Sequence[Sentence], date: str | None) -> tuple[Event, ...]:
    """The dates of the paragraphs and headings in order.

    A date without a year takes the one stated before it in its paragraph, else the document's; never one that puts
    it after the document without a word of the future. Words such as 今年 are events only where the document's date
    resolves them.

    Args:
        plain: the whole text in simplified characters.
        spans: the paragraphs and headings.
        sentences: of the document, in order.
        date: the document's date, ISO, or None.
    """
    starts = [sentence.span.start for sentence in sentences]
    events: list[Event] = []
    for span in sorted(spans):
        base, own = span.start, span.of(plain)
        cited = cited_years(own)[::-1]
        stated: int | None = None
        for found in find_dates(own):
            while cited and cited[-1][0] < found.start:
                stated = cited.pop()[1]
            index = bisect_right(starts, base + found.start) - 1
            sentence = sentences[index] if index >= 0 and sentences[index].span.end > base + found.start else None
            around = sentence.span.of(plain) if sentence else own
            event = _event(found, base, sentence, stated, (date, around))
            if event:
                events.append(event)
            stated = found.year or stated
    return tuple(events)


def _event(
    found: DateMatch, base: int, sentence: Sentence | None, year_before: int | None, context: tuple[str | None, str]
) -> Event | None:
    """The date as an event; None for a word that nothing resolves."""
    date, around = context
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
    if year is None and issued and not _after(found, issued, date or "", around):
        year = issued
    return Event(iso_date(year, found.month, found.day), found.text, span, owner, year is not None)


def _after(found: DateMatch, year: int, date: str, around: str) -> bool:
    """Whether this day of the document's year would lie after the document though nothing speaks of the future."""
    iso = iso_date(year, found.month, found.day) or ""
    return iso > date[: len(iso)] and not _AHEAD.search(around)
