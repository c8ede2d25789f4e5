"""Makes the brief fit page one: the last things go first, in a stated order, until the page holds the rest."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from reporter.model import Briefing, Finding, Saying
from reporter.render.catalogue import Catalogue

# What is set tightly takes of that set loosely, about: a row of a table (eight briefings: 0.74 to 0.88), a sentence
# (0.65 to 0.79), all else with what is left blank at the end of a page (0.60 to 0.99), the whole where parts are not
# known. And how much smaller than that a part may be: one that a page might have room for is tried.
_ROW, _SENTENCE, _ELSE, _WHOLE = 0.85, 0.75, 0.66, 0.8
_SURELY = 0.7


@dataclass(frozen=True, slots=True)
class Measured:
    """How many pages a brief takes, of the last one the part that is filled; and what each part of it takes, in pages,
    in the order in which ``cuts_of`` drops them (empty where it is not known)."""

    filled: float
    parts: tuple[float, ...] = ()


Measure = Callable[[Briefing, bool], Measured]


@dataclass(frozen=True, slots=True)
class Fit:
    """The briefing with what page one holds, how it is set, and what there is to say about it."""

    briefing: Briefing
    tight: bool = False
    findings: tuple[Finding, ...] = ()

    def on(self, briefing: Briefing) -> Briefing:
        """The same of an equal briefing: this one may have come from another process without its documents."""
        own = self.briefing
        return replace(
            briefing,
            brief_rows=own.brief_rows,
            brief_figures=own.brief_figures,
            overview=own.overview,
            dropped=own.dropped,
        )


def fitted(briefing: Briefing, measure: Measure, strings: Catalogue) -> Fit:
    """The briefing cut down until its brief takes one page.

    First it is set tighter. Then rows of the comparison go, then figures, then sentences, each from the end; one
    sentence stays. What is dropped is recorded in ``dropped`` and stands further back in full.

    Args:
        measure: how many pages the brief of a briefing takes, set tightly or not.
    """
    briefing = with_slight(briefing, strings)
    loose = measure(briefing, False)
    if loose.filled <= 1:
        return Fit(briefing)
    cuts = [with_record(cut, briefing, strings) for cut in cuts_of(briefing)]
    at, fits = least_that_fits(cuts, measure, loose)
    if not fits:
        return Fit(cuts[at], True, (_OVERFLOW.finding(),))
    return Fit(cuts[at], True, cut_findings(cuts[at]))


def least_that_fits(cuts: Sequence[Briefing], measure: Measure, loose: Measured) -> tuple[int, bool]:
    """The first of ever smaller briefings whose brief takes one page, the last if none does; and whether it does.

    What the parts take when they are set loosely tells how many are too many, about. The search begins there and goes
    on by what is still lacking or left. A larger one is passed over untried when what is left has no room for the part
    that it has more, even if that is a good deal smaller than it seems.
    """
    known = len(loose.parts) == len(cuts) - 1
    parts = _tightened(cuts, loose) if known else _alike(loose, len(cuts))
    low, high, fits = 0, len(cuts) - 1, False
    whole = (loose.filled - sum(loose.parts)) * _ELSE + sum(parts) if known else loose.filled * _WHOLE
    at = _enough(parts, 0, whole - 1)
    while low < high or not fits:
        found = measure(cuts[at], True)
        filled = found.filled
        if len(found.parts) == len(parts) - at:
            parts[at:] = found.parts
        if filled > 1:
            if at == len(cuts) - 1:
                return at, False
            low = at + 1
            at = min(max(_enough(parts, at, filled - 1), low), high - fits)
        else:
            high, fits = at, True
            # The first part that goes brings a line that says so: without it there is more room than it seems.
            if known and at > 1 and filled + parts[at - 1] * _SURELY > 1:
                low = at
            at = max(low, at - max(1, _room(parts, at, 1 - filled)))
    return high, fits


def _tightened(cuts: Sequence[Briefing], loose: Measured) -> list[float]:
    """What parts take about when they are set tightly: rows and figures go first, then sentences."""
    rows = sum(len(cut.overview) == len(cuts[0].overview) for cut in cuts) - 1
    return [part * (_ROW if place < rows else _SENTENCE) for place, part in enumerate(loose.parts)]


def _alike(loose: Measured, cuts: int) -> list[float]:
    """Parts that all take the same, where what they take is not known; the head of a page takes a fifth of it."""
    return [max(0.0, loose.filled * _WHOLE - 0.2) / max(1, cuts - 1)] * (cuts - 1)


def _enough(parts: Sequence[float], start: int, lacking: float) -> int:
    """The place behind so many parts, from a start, that they take what is lacking; the end when all do not."""
    at = start
    while at < len(parts) and lacking > 0:
        lacking -= parts[at]
        at += 1
    return at


def _room(parts: Sequence[float], stop: int, left: float) -> int:
    """How many parts before a place what is left has room for."""
    count = 0
    while count < stop and parts[stop - count - 1] <= left:
        left -= parts[stop - count - 1]
        count += 1
    return count


def cut_findings(cut: Briefing) -> tuple[Finding, ...]:
    """What page one had no room for, as a finding; none when it holds everything."""
    if not cut.dropped:
        return ()
    return (_CUT.finding(parts="; ".join(cut.dropped)),)


_OVERFLOW = Saying(
    "render-brief-overflow",
    "warning",
    "the brief does not fit page one even when cut down to one sentence",
    "shorten the head or the note",
)
_CUT = Saying(
    "render-brief-cut.behind",
    "info",
    "page one has no room for: {parts}",
    "they stand further back in the PDF; a smaller [summary] overall_sentences makes room",
)


def cuts_of(briefing: Briefing) -> Iterator[Briefing]:
    """The briefing, then with one more part dropped each time, in the stated order."""
    yield briefing
    while briefing.brief_rows:
        briefing = replace(briefing, brief_rows=briefing.brief_rows[:-1])
        yield briefing
    while briefing.brief_figures:
        briefing = replace(briefing, brief_figures=briefing.brief_figures[:-1])
        yield briefing
    while len(briefing.overview) > 1:
        briefing = replace(briefing, overview=briefing.overview[:-1])
        yield briefing


def with_slight(briefing: Briefing, strings: Catalogue) -> Briefing:
    """The briefing with words on the documents that it passed over because they tell next to nothing."""
    if not briefing.slight:
        return briefing
    return replace(briefing, dropped=(*briefing.dropped, strings("dropped.slight", count=len(briefing.slight))))


def with_record(cut: Briefing, full: Briefing, strings: Catalogue) -> Briefing:
    """The cut briefing with words on what it dropped."""
    counts = {
        "rows": len(full.brief_rows) - len(cut.brief_rows),
        "figures": len(full.brief_figures) - len(cut.brief_figures),
        "points": len(full.overview) - len(cut.overview),
    }
    words = tuple(strings(f"dropped.{name}", count=count) for name, count in counts.items() if count)
    return replace(cut, dropped=(*full.dropped, *words))
