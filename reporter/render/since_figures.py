"""Figures of ``Changes`` → what a page says of them: then and now, conflicts, targets."""

from __future__ import annotations

from reporter.model.changes import ConflictChange, FigureChange, StatedFigure, TargetMet
from reporter.render.change_views import ConclusionView, FigureChangeView
from reporter.render.figures import bounded
from reporter.render.passages import Figure
from reporter.render.viewpoint import Viewpoint


def figure_change(view: Viewpoint, change: FigureChange) -> FigureChangeView:
    """A new figure beside the earlier one, if one compares with it."""
    earlier = change.earlier
    return FigureChangeView(
        _own(view, change.figure),
        stated(view, earlier) if earlier else "",
        view.strings(f"changes.relation.{change.relation}", title=view.script.term(earlier.title if earlier else "")),
    )


def lost_figure(view: Viewpoint, figure: StatedFigure) -> str:
    """A figure that is stated no more, in words."""
    return f"{view.script.term(f'{figure.subject} {figure.name}'.strip())} {stated(view, figure)}"


def _own(view: Viewpoint, figure: StatedFigure) -> Figure:
    """A figure of this build."""
    return view.figure(view.analysis(figure.document), view.indicators[figure.document, figure.id])


def stated(view: Viewpoint, figure: StatedFigure) -> str:
    """What a figure of the earlier build states, with its period."""
    amount = figure.words or bounded(figure.value, figure.unit, figure.bound, view.strings)
    amount = view.script.term(amount)
    if figure.falls:
        amount = view.strings("change.down", basis="", amount=amount).strip()
    period = figure.when or figure.period
    return view.strings("changes.period", amount=amount, period=view.script.term(period)) if period else amount


def conflict_change(view: Viewpoint, change: ConflictChange, *, here: bool) -> ConclusionView:
    """A conflict that came up, or (not ``here``) one that is solved, whose figures stand in the earlier build."""
    figures = tuple(_own(view, figure) for figure in change.figures) if here else ()
    values = "" if here else view.strings("joint").join(stated(view, figure) for figure in change.figures)
    words = view.strings("changes.solved_values", values=values) if values else ""
    return ConclusionView(_title(view, change.indicator, *change.figures), view.script.term_lang, words, figures)


def target_met(view: Viewpoint, met: TargetMet) -> ConclusionView:
    """A target and the figure that meets it."""
    figures = (_own(view, met.aimed), _own(view, met.figure))
    title = _title(view, met.figure.name, met.figure, met.aimed)
    return ConclusionView(title, view.script.term_lang, view.strings("changes.aim"), figures)


def _title(view: Viewpoint, name: str, *figures: StatedFigure) -> str:
    """Whose, what and when: as the first of the figures says that says it."""
    subject = next((figure.subject for figure in figures if figure.subject), "")
    period = next((words for figure in figures if (words := figure.when or figure.period)), "")
    title = view.script.term(name if name.startswith(subject) else f"{subject} {name}")
    return view.strings("changes.period", amount=title, period=view.script.term(period)) if period else title
