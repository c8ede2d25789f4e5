"""Makes the brief fit page one: the last things go first, in a stated order, until the page holds the rest."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from reporter.model import Briefing, Finding
from reporter.render.catalogue import Catalogue


@dataclass(frozen=True, slots=True)
class Fit:
    """The briefing with what page one holds, how it is set, and what there is to say about it."""

    briefing: Briefing
    tight: bool = False
    findings: tuple[Finding, ...] = ()


def fitted(briefing: Briefing, pages: Callable[[Briefing, bool], int], strings: Catalogue) -> Fit:
    """The briefing cut down until its brief takes one page.

    First it is set tighter. Then rows of the comparison go, then figures, then sentences, each from the end; one
    sentence stays. What is dropped is recorded in ``dropped`` and stands further back in full.

    Args:
        pages: measures how many pages the brief of a briefing takes, set tightly or not.
    """
    briefing = with_slight(briefing, strings)
    if pages(briefing, False) <= 1:
        return Fit(briefing)
    cuts = [with_record(cut, briefing, strings) for cut in cuts_of(briefing)]
    cut = cuts[least_that_fits(cuts, pages)]
    if cut is cuts[-1] and pages(cut, True) > 1:
        message = "the brief does not fit page one even when cut down to one sentence"
        finding = Finding("render-brief-overflow", "warning", message, "shorten the head or the note")
        return Fit(cut, True, (finding,))
    return Fit(cut, True, cut_findings(cut))


def least_that_fits(cuts: Sequence[Briefing], pages: Callable[[Briefing, bool], int]) -> int:
    """The first of ever smaller briefings whose brief takes one page, found by halving; the last if none does."""
    low, high = 0, len(cuts) - 1
    while low < high:
        middle = (low + high) // 2
        low, high = (low, middle) if pages(cuts[middle], True) <= 1 else (middle + 1, high)
    return low


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
