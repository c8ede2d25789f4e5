"""Indicators → one chart of what grew and what shrank against the year before, in per cent."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from reporter.model import Analysis, Change, Indicator
from reporter.render.charts.chart import Bar, BarChart, Label, Titled
from reporter.render.charts.scales import ends
from reporter.render.passages import Figure
from reporter.render.viewpoint import Viewpoint

# A statistics bulletin compares with the year before and says so once, or in a note.
_BULLETIN = "bulletin"
# Fewer changes are told as quickly by their sentences.
_FEWEST = 4
_BARS = 18
# Against the year before, however it is put.
_YEARLY = re.compile(r"同比|[比较較]?[上去]一?年(?:度|同期|全年)?|[比较較]?[上去]年度?同期数?")
_NAMED_CHANGE = re.compile(r"(.{2,}?)(?:增速|增长率|增幅|降幅)$")


@dataclass(frozen=True, slots=True)
class Growth:
    """A change in per cent, with the figure that changed where it is stated (else the change itself)."""

    document: str
    change: Change
    stated: Indicator
    whole: Indicator


def growth_chart(view: Viewpoint, grown: Sequence[Growth] | None = None) -> tuple[Titled, tuple[Figure, ...]] | None:
    """The chart of changes and the figures that it draws, one for one; None where there are too few.

    Args:
        grown: the changes of all documents that count, in their order; None has them looked for.
    """
    found = [item for analysis in view.briefing.counted for item in changes(analysis)] if grown is None else grown
    if len(found) < _FEWEST:
        return None
    drawn = chosen(found)
    speakers = _speakers(found)
    bars = tuple(_bar(view, item, speakers[item.document]) for item in drawn)
    notes = [view.strings("charts.unstated")] if any(item.change.basis is None for item in drawn) else []
    notes += [] if all(bar.exact for bar in bars) else [view.strings("charts.inexact")]
    if len(drawn) < len(found):
        notes.append(view.strings("charts.of", count=len(found), drawn=len(drawn)))
    title = view.strings("charts.growth")
    chart = Titled("growth", title, view.strings.language, "%", BarChart(bars), tuple(notes))
    return chart, tuple(view.figure(view.analysis(item.document), item.whole) for item in drawn)


def changes(analysis: Analysis) -> Iterator[Growth]:
    """The changes of a document against the year before, in per cent, each once, in the order of the text. What is
    aimed at has not happened and is left out; so is what does not say against what, unless its paragraph does."""
    wholes = {
        item.change.indicator: item
        for item in analysis.indicators
        if item.change is not None and item.change.indicator is not None
    }
    paragraphs = {sentence.id: sentence.paragraph for sentence in analysis.document.sentences}
    yearly = _yearly_paragraphs(analysis, paragraphs)
    seen: set[tuple[str, str]] = set()
    for item in analysis.indicators:
        whole = wholes.get(item.id, item)
        change = item.change
        if item.role != "change" or change is None or item.unit != "%" or whole.role not in ("change", "actual"):
            continue
        against_the_year_before = _is_yearly(change) if change.basis else paragraphs.get(item.sentence) in yearly
        if against_the_year_before and (whole.subject, whole.name) not in seen:
            seen.add((whole.subject, whole.name))
            yield Growth(analysis.document.id, change, item, whole)


def _is_yearly(change: Change) -> bool:
    """Whether a change says that it is against the year before."""
    return _YEARLY.fullmatch(change.basis or "") is not None


def _yearly_paragraphs(analysis: Analysis, paragraphs: Mapping[str, int]) -> set[int]:
    """The paragraphs whose changes are against the year before where they do not say against what: those that say so
    once, and all of a statistics bulletin."""
    if analysis.document.kind == _BULLETIN:
        return set(paragraphs.values())
    return {
        paragraphs[item.sentence]
        for item in analysis.indicators
        if item.sentence in paragraphs and item.change and _is_yearly(item.change)
    }


def chosen(found: Sequence[Growth]) -> list[Growth]:
    """As many as a chart has room for: each document has its first ones, in turn; in the order of documents and text.

    Equal shares, so that a bulletin with fifty changes does not hide the others.
    """
    turns: Counter[str] = Counter()
    ranks: list[tuple[int, int]] = []
    for at, item in enumerate(found):
        ranks.append((turns[item.document], at))
        turns[item.document] += 1
    return [found[at] for at in sorted(at for _, at in sorted(ranks)[:_BARS])]


def _speakers(found: Sequence[Growth]) -> dict[str, str]:
    """Whom most changes of each document speak of, by the document's id: its name need not stand in every row."""
    subjects: dict[str, Counter[str]] = {}
    for item in found:
        subjects.setdefault(item.document, Counter())[item.whole.subject] += 1
    return {name: counts.most_common(1)[0][0] for name, counts in subjects.items()}


def _bar(view: Viewpoint, item: Growth, speaker: str) -> Bar:
    analysis, stated, whole = view.analysis(item.document), item.stated, item.whole
    mark, script, document = view.mark(analysis), view.script, analysis.document
    sign = -1 if item.change.direction == "down" else 1
    low, high = (sign * abs(end) for end in ends(stated.value))
    named = _NAMED_CHANGE.match(whole.name)
    name = script.named(named[1] if named else whole.name, document)
    subject = script.named(whole.subject, document)
    shown = name if whole.subject == speaker else subject + name
    label = Label(mark.label, shown, script.named_lang(document), mark.href)
    words = direction_words(view, item)
    told = f"{mark.label}{subject}{name} {words}"
    href = view.href(analysis, stated.id, stated.span.start, stated.sentence)
    return Bar(label, low, high, words, mark.lang, stated.bound is None and low == high, told, href)


def direction_words(view: Viewpoint, item: Growth) -> str:
    """By how much a figure changed, in the document's words, and which way."""
    amount = view.quantity(view.analysis(item.document).document, replace(item.stated, change=None))
    return view.strings(f"change.{item.change.direction}", basis="", amount=amount).strip()
