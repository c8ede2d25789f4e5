"""Makes the brief fit page one: the last things go first, in a stated order, until the page holds the rest."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from math import ceil

from reporter.model import Briefing, Finding
from reporter.render.catalogue import Catalogue

# The part of a page that head and legend of a brief take, and what a brief takes when it is set tightly, about
# (generated reports: 0.79 to 0.84).
_HEAD, _TIGHT = 0.2, 0.8


@dataclass(frozen=True, slots=True)
class Fit:
    """The briefing with what page one holds, how it is set, and what there is to say about it."""

    briefing: Briefing
    tight: bool = False
    findings: tuple[Finding, ...] = ()


def fitted(briefing: Briefing, pages: Callable[[Briefing, bool], float], strings: Catalogue) -> Fit:
    """The briefing cut down until its brief takes one page.

    First it is set tighter. Then rows of the comparison go, then figures, then sentences, each from the end; one
    sentence stays. What is dropped is recorded in ``dropped`` and stands further back in full.

    Args:
        pages: measures how many pages the brief of a briefing takes, set tightly or not; of the last one the part that
            is filled may count.
    """
    briefing = with_slight(briefing, strings)
    filled = pages(briefing, False)
    if filled <= 1:
        return Fit(briefing)
    cuts = [with_record(cut, briefing, strings) for cut in cuts_of(briefing)]
    cut = cuts[least_that_fits(cuts, pages, filled * _TIGHT)]
    if cut is cuts[-1] and pages(cut, True) > 1:
        message = "the brief does not fit page one even when cut down to one sentence"
        finding = Finding("render-brief-overflow", "warning", message, "shorten the head or the note")
        return Fit(cut, True, (finding,))
    return Fit(cut, True, cut_findings(cut))


def least_that_fits(cuts: Sequence[Briefing], pages: Callable[[Briefing, bool], float], filled: float) -> int:
    """The first of ever smaller briefings whose brief takes one page; the last if none does.

    How many pages the whole brief fills, about, tells how many parts are too many: the search begins there, goes on
    beside it, then halves what is left.
    """
    low, high = 0, len(cuts) - 1
    probes = _first_probes(filled, max(1, high))
    while low < high:
        middle = min(max(next(probes, (low + high) // 2), low), high - 1)
        low, high = (low, middle) if pages(cuts[middle], True) <= 1 else (middle + 1, high)
    return low


def _first_probes(filled: float, parts: int) -> Iterator[int]:
    """Where to look first when a brief of so many parts fills so many pages: all parts as large, but for the head."""
    share = (filled - _HEAD) / parts
    guess = max(0, ceil((filled - 1) / share)) if share > 0 else parts
    yield from (guess, guess - 1, guess)


def cut_findings(cut: Briefing) -> tuple[Finding, ...]:
    """What page one had no room for, as a finding; none when it holds everything."""
    if not cut.dropped:
        return ()
    message = f"page one has no room for: {'; '.join(cut.dropped)}"
    hint = "they stand further back in the PDF; a smaller [summary] overall_sentences makes room"
    return (Finding("render-brief-cut", "info", message, hint),)


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
