"""What follows from the figures: conflicts that came up or are solved, targets that a new figure meets."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence

from reporter.changes.data import ConflictData, DocumentData, Edition, FigureData, stated_figure
from reporter.changes.measures import Identity, Periods, Value, identity, value
from reporter.model.changes import ConflictChange, FigureChange, StatedFigure, TargetMet

Place = tuple[str, str]
_Signature = frozenset[tuple[str, Value]]
_Figures = Mapping[Place, tuple[DocumentData, FigureData]]


def only_there(
    there: Edition, here: Edition, same: Mapping[str, str], fresh: Collection[Place]
) -> Iterator[ConflictChange]:
    """The conflicts of one build that the other lacks, and of which a figure is one that the other lacks too: what the
    program or a setting found in the same sentences is no news. A conflict goes on where two of its statements do.

    Args:
        same: the id of a document of ``there`` → its id in ``here``.
        fresh: (document, figure) of those of ``there`` that ``here`` lacks.
    """
    figures, others = _figures(there), _figures(here)
    known: dict[str, list[_Signature]] = defaultdict(list)
    for conflict in here.conflicts:
        known[conflict.indicator].append(_signature(conflict, others, {}))
    for conflict in there.conflicts:
        own = _signature(conflict, figures, same)
        goes_on = any(len(own & other) > 1 for other in known[conflict.indicator])
        if not goes_on and any((item.document, item.indicator) in fresh for item in conflict.items):
            yield ConflictChange(conflict.indicator, tuple(_stated(conflict, figures)))


def _figures(edition: Edition) -> dict[Place, tuple[DocumentData, FigureData]]:
    """The figures that conflicts name, with their documents."""
    named = {(item.document, item.indicator) for conflict in edition.conflicts for item in conflict.items}
    return {
        (document.id, figure.id): (document, figure)
        for document in edition.documents
        for figure in document.indicators
        if (document.id, figure.id) in named
    }


def _signature(conflict: ConflictData, figures: _Figures, same: Mapping[str, str]) -> _Signature:
    return frozenset(
        (same.get(item.document, item.document), value(figures[item.document, item.indicator][1]))
        for item in conflict.items
        if (item.document, item.indicator) in figures
    )


def _stated(conflict: ConflictData, figures: _Figures) -> Iterator[StatedFigure]:
    for item in conflict.items:
        if (item.document, item.indicator) in figures:
            yield stated_figure(*figures[item.document, item.indicator])


# -- targets


def met(edition: Edition, changed: Sequence[FigureChange]) -> Iterator[TargetMet]:
    """The targets that a new figure meets as they are worded, in the order of the figures.

    The figure is of the same subject, name, unit and qualifier and states how things are in the year of the deadline; a
    target without a bound (达到30个) is met by that value or, where it is no limit, not claimed to be.
    """
    news = {(change.figure.document, change.figure.id) for change in changed}
    if not news:
        return
    aims = _aims(edition)
    for document in edition.documents:
        periods = Periods(document)
        for figure in document.indicators:
            if (document.id, figure.id) not in news or figure.role != "actual" or figure.id in periods.aims:
                continue
            period = periods.of(figure)[0]
            if period is None or period.words or period.step != 12:
                continue
            for target, aimed, aim in aims.get((_what(identity(figure)), period.year), ()):
                if reaches(value(aim), value(figure)):
                    yield TargetMet(target, aimed, stated_figure(document, figure))


def _what(of: Identity) -> tuple[str, ...]:
    return of[:-1]


def _aims(edition: Edition) -> dict[tuple[tuple[str, ...], int], list[tuple[str, StatedFigure, FigureData]]]:
    """The targets with a year and a figure, by what they are of and when."""
    found: dict[tuple[tuple[str, ...], int], list[tuple[str, StatedFigure, FigureData]]] = defaultdict(list)
    for document in edition.documents:
        figures = {figure.id: figure for figure in document.indicators} if document.targets else {}
        for target in document.targets:
            figure = figures.get(target.indicator or "")
            date = target.deadline.date if target.deadline else None
            if figure is not None and figure.subject and date:
                key = (_what(identity(figure)), int(date[:4]))
                found[key].append((target.id, stated_figure(document, figure), figure))
    return found


def reaches(aim: Value, actual: Value) -> bool:
    """Whether an exact value is what was aimed at."""
    (wanted, bound), (stated, exact) = aim, actual
    if len(wanted) != 1 or len(stated) != 1 or exact in ("about", "under", "at_most"):
        return False
    if bound == "at_least":
        return stated[0] >= wanted[0]
    if bound == "over":
        return stated[0] > wanted[0] or (stated[0] == wanted[0] and exact == "over")
    if exact is not None:
        return False
    return {"at_most": stated[0] <= wanted[0], "under": stated[0] < wanted[0]}.get(bound or "", stated == wanted)
