"""Which figures are edited, revised, carried on into the next period, new, and gone.

Figures of sentences that both builds have are the same figures, whatever the program that read them made of them.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from reporter.changes.data import DocumentData, Edition, FigureData, stated_figure
from reporter.changes.measures import Identity, Period, Periods, Span, Value, compares, identity, value
from reporter.changes.passages import Passages
from reporter.changes.wording import letters
from reporter.model.changes import FigureChange, StatedFigure

_Key = tuple[Identity, Period, str]


@dataclass(slots=True)
class Fresh:
    """The figures of a document in sentences that only one of its states has: ``edited`` leads from the id of a new one
    to the one that it replaces; ``left`` are the other new ones, ``gone`` the other earlier ones."""

    edited: dict[str, FigureData] = field(default_factory=dict)
    left: list[FigureData] = field(default_factory=list)
    gone: list[FigureData] = field(default_factory=list)


def fresh(old: DocumentData, new: DocumentData, found: Passages) -> Fresh:
    """The figures of a document's new sentences, held against those of its sentences that are gone.

    What says the same is neither new nor gone. One that alone is of something replaces the one that alone was: first
    between the two states of a sentence, then in the whole document for one period, then for the next.
    """
    result = Fresh()
    result.left = _in(new, {sentence.id for sentence in found.new})
    result.gone = _in(old, {sentence.id for sentence in found.gone})
    was = {after.id: before.id for after, before in found.edited}
    periods = Periods(old), Periods(new)

    def what(side: int) -> Callable[[FigureData], Identity]:
        return lambda figure: identity(figure, periods[side].aims)

    def period(side: int) -> Callable[[FigureData], Hashable]:
        return lambda figure: (what(side)(figure), periods[side].of(figure)[0])

    _pair(result, lambda figure: (figure.sentence, what(0)(figure)), lambda f: (was.get(f.sentence), what(1)(f)))
    _pair(result, period(0), period(1))
    _pair(result, what(0), what(1), lambda before, after: _adjacent(periods[0].of(before)[0], periods[1].of(after)[0]))
    return result


def _in(document: DocumentData, sentences: Collection[str]) -> list[FigureData]:
    return [figure for figure in document.indicators if figure.sentence in sentences]


def _adjacent(first: Period | None, second: Period | None) -> bool:
    return first is not None and second is not None and (first.follows(second) or second.follows(first))


def _pair(
    result: Fresh,
    old_key: Callable[[FigureData], Hashable],
    new_key: Callable[[FigureData], Hashable],
    fits: Callable[[FigureData, FigureData], bool] = lambda _, __: True,
) -> None:
    """Take out what both have under one key: equal values, then the two that are left, if there are just two."""
    groups: dict[Hashable, tuple[list[FigureData], list[FigureData]]] = defaultdict(lambda: ([], []))
    for figure in result.gone:
        groups[old_key(figure)][0].append(figure)
    for figure in result.left:
        groups[new_key(figure)][1].append(figure)
    taken: tuple[set[str], set[str]] = (set(), set())
    for olds, news in groups.values():
        for before, after in _same_value(olds, news) if olds and news else ():
            if fits(before, after):
                taken[0].add(before.id)
                taken[1].add(after.id)
        left = [figure for figure in olds if figure.id not in taken[0]]
        came = [figure for figure in news if figure.id not in taken[1]]
        if len(left) == len(came) == 1 and fits(left[0], came[0]):
            taken[0].add(left[0].id)
            taken[1].add(came[0].id)
            result.edited[came[0].id] = left[0]
    result.gone = [figure for figure in result.gone if figure.id not in taken[0]]
    result.left = [figure for figure in result.left if figure.id not in taken[1]]


def _same_value(olds: Sequence[FigureData], news: Sequence[FigureData]) -> Iterator[tuple[FigureData, FigureData]]:
    waiting: dict[Value, list[FigureData]] = defaultdict(list)
    for figure in news:
        waiting[value(figure)].append(figure)
    for figure in olds:
        if waiting[value(figure)]:
            yield figure, waiting[value(figure)].pop(0)


class Statements:
    """What a build states: figures that can be told without their text, by what they are of and when; and those of
    sentences that are told by their words.

    Args:
        names: the keys of the figures that are looked for; others are left out.
    """

    def __init__(self, edition: Edition, names: Collection[str]) -> None:
        self._stated: dict[_Key, list[tuple[DocumentData, FigureData]]] = defaultdict(list)
        self._years: dict[tuple[Identity, str], list[Period]] = defaultdict(list)
        self._spans: dict[tuple[Identity, Value], list[Span]] = defaultdict(list)
        self._told: dict[tuple[Identity, Value], list[tuple[DocumentData, FigureData]]] = defaultdict(list)
        for document in edition.documents:
            periods = Periods(document)
            for figure in document.indicators:
                if figure.key in names:
                    self._add(document, figure, periods)

    def _add(self, document: DocumentData, figure: FigureData, periods: Periods) -> None:
        for key in _keys(figure, periods):
            if key not in self._stated:
                what, period, series = key
                self._years[what, series].append(period)
            self._stated[key].append((document, figure))
        if compares(figure):
            said = identity(figure, periods.aims), value(figure)
            self._told[said].append((document, figure))
            if span := periods.span(figure):
                self._spans[said].append(span)

    def states(self, document: DocumentData, figure: FigureData, periods: Periods) -> bool:
        """Whether it states the same value for the same period, or the same sentence says it."""
        said = identity(figure, periods.aims), value(figure)
        told = self._told.get(said) if compares(figure) else None
        if not told:
            return False
        span = periods.span(figure)
        if span and any(map(span.meets, self._spans.get(said, ()))):
            return True
        words = letters(_sentence(document, figure))
        return any(letters(_sentence(*other)) == words for other in told)

    def revised(self, figure: FigureData, periods: Periods) -> StatedFigure | None:
        """The figure of the same period, where it states one value for it."""
        return next((found for key in _keys(figure, periods) if (found := self._only(key))), None)

    def before(self, figure: FigureData, periods: Periods) -> StatedFigure | None:
        """The figure of the period before, where it states one value for it."""
        for what, period, series in _keys(figure, periods):
            for other in self._years.get((what, series), ()):
                if period.follows(other) and (found := self._only((what, other, series))):
                    return found
        return None

    def _only(self, key: _Key) -> StatedFigure | None:
        found = self._stated.get(key, [])
        return stated_figure(*found[0]) if len({value(figure) for _, figure in found}) == 1 else None


def _keys(figure: FigureData, periods: Periods) -> Iterator[_Key]:
    """What a figure is found under; nothing where its period or its name tells too little. A period that the title
    lends counts among documents of one series, one that is stated everywhere."""
    if not compares(figure):
        return
    period, lent = periods.of(figure)
    if period is not None:
        what = identity(figure, periods.aims)
        if not lent:
            yield what, period, ""
        if periods.series:
            yield what, period, periods.series


def _sentence(document: DocumentData, figure: FigureData) -> str:
    return next((sentence.text for sentence in document.sentences if sentence.id == figure.sentence), "")


def new_figures(
    old: DocumentData | None, new: DocumentData, found: Fresh, earlier: Statements
) -> Iterator[FigureChange]:
    """The figures of a document that the earlier build did not state, in the order of the text; ``old`` is what the
    document was."""
    left = {figure.id for figure in found.left}
    periods = Periods(new)
    for figure in new.indicators:
        stated = stated_figure(new, figure)
        if old is not None and figure.id in found.edited:
            yield FigureChange("edited", stated, stated_figure(old, found.edited[figure.id]))
        elif figure.id in left and not earlier.states(new, figure, periods):
            if revised := earlier.revised(figure, periods):
                yield FigureChange("revised", stated, revised)
            elif before := earlier.before(figure, periods):
                yield FigureChange("next", stated, before)
            else:
                yield FigureChange("new", stated)


def gone_figures(document: DocumentData, left: Iterable[FigureData], later: Statements) -> Iterator[StatedFigure]:
    """The figures of a document of the earlier build that the later one states nowhere."""
    periods = Periods(document)
    return (stated_figure(document, figure) for figure in left if not later.states(document, figure, periods))
