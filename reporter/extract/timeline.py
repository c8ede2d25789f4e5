"""The timeline over all documents: dated events with the sentences that tell them, oldest first."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from reporter.extract.alike import AlikeSets
from reporter.extract.occurrences import happening_dates
from reporter.language.script import simplified
from reporter.model.briefing import Happening, Telling
from reporter.model.document import Analysis, Event

# Two sentences tell one event when so much of the shorter one's pairs of characters stands in the other.
_ALIKE = 0.6
_NO_WORD = re.compile(r"[\W_]+")


@dataclass(frozen=True, slots=True)
class Told:
    """The dated events of a document: each with the letters of its sentence in simplified characters, without the date
    itself; none for what is no day. ``issued`` is the document's own date."""

    document: str
    issued: str | None
    tellings: tuple[tuple[Telling, str], ...]


def timeline(analyses: Iterable[Analysis]) -> tuple[Happening, ...]:
    """The dated events of all documents, by date, then in the order of the documents; none without dates.

    What is an event `occurrences` decides: a year that only compares or counts is none, nor is one that the text does
    not state (今年 worked out of the document's date). A plan of five years has its interval (2026/2030). An event is
    told once by a document's sentence, and sentences of the same day with mostly the same words tell one event; a year
    or a month alone joins none, too much happens in it. A shortened date (2017) stands before the days in it.
    """
    return timeline_of(map(told, analyses))


def told(analysis: Analysis) -> Told:
    """What a document tells."""
    found = ((telling, _letters(text, telling.event)) for telling, text in _tellings(analysis))
    return Told(analysis.document.id, analysis.document.date, tuple(found))


def timeline_of(documents: Iterable[Told], dated: str | None = None) -> tuple[Happening, ...]:
    """What ``timeline`` gives of the documents that tell this.

    Args:
        dated: the day of the briefing, of which nothing before it is still to come; the newest document's where none
            is given.
    """
    days: dict[str, list[tuple[Telling, str]]] = defaultdict(list)
    issued: dict[str, str | None] = {}
    for its in documents:
        issued[its.document] = its.issued
        for telling, letters in its.tellings:
            days[_date(telling.event)].append((telling, letters))
    today = dated or max((date for date in issued.values() if date), default=None)
    return tuple(
        Happening(date, _is_after(date, today) and _is_ahead(date, group, issued), tuple(group))
        for date in sorted(days)
        for group in _groups(days[date])
    )


def _groups(tellings: Sequence[tuple[Telling, str]]) -> list[list[Telling]]:
    """The tellings of one date, those of one event together."""
    day = _Day()
    for telling, letters in tellings:
        day.add(telling, frozenset(letters[at : at + 2] for at in range(len(letters) - 1)))
    return day.groups


class _Day:
    """The events of one date: groups of tellings, each with the words of its first one."""

    def __init__(self) -> None:
        self.groups: list[list[Telling]] = []
        self._first = AlikeSets(_ALIKE)
        self._told: list[list[Telling]] = []
        # The first group that words are like stays so, since groups are only added behind it.
        self._known: dict[frozenset[str], list[Telling]] = {}

    def add(self, telling: Telling, words: frozenset[str]) -> None:
        """Adds a telling to the first group of mostly the same words, else a group; one without words joins none."""
        group = self._alike(words) if words else None
        if group is not None:
            group.append(telling)
            return
        self.groups.append([telling])
        if words:
            self._first.add(words)
            self._told.append(self.groups[-1])
            self._known[words] = self.groups[-1]

    def _alike(self, words: frozenset[str]) -> list[Telling] | None:
        if words not in self._known:
            found = self._first.first(words)
            if found is None:
                return None
            self._known[words] = self._told[found]
        return self._known[words]


def _tellings(analysis: Analysis) -> Iterator[tuple[Telling, str]]:
    """Every dated event of a document with its sentence's text, once a sentence and date."""
    texts = {sentence.id: sentence.text for sentence in analysis.document.sentences}
    seen: set[tuple[str, str]] = set()
    for event in happening_dates(analysis.document):
        if event.sentence is None or (_date(event), event.sentence) in seen:
            continue
        seen.add((_date(event), event.sentence))
        yield Telling(analysis.document.id, event.sentence, event), texts[event.sentence]


def _date(event: Event) -> str:
    """The event's date, or the years of its plan."""
    return event.date or event.period or ""


def _letters(text: str, event: Event) -> str:
    """The letters of a sentence in simplified characters, without the date itself; only a day has words to tell its
    events by."""
    return _NO_WORD.sub("", simplified(text.replace(event.text, " "))) if _date(event).count("-") == 2 else ""


def _is_ahead(date: str, group: Sequence[Telling], issued: dict[str, str | None]) -> bool:
    """Whether a date lies behind that of every document that tells it; never where one has none."""
    dates = [issued[telling.document] for telling in group]
    return all(_is_after(date, given) for given in dates)


def _is_after(date: str, day: str | None) -> bool:
    """Whether a date, or the first year of a plan, lies behind a day, as far as both are known."""
    first = date.partition("/")[0]
    return day is not None and first[: len(day)] > day[: len(first)]
