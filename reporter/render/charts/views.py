"""What a template knows of charts."""

from __future__ import annotations

from dataclasses import dataclass, field

from markupsafe import Markup

from reporter.render.passages import Figure


@dataclass(frozen=True, slots=True)
class ChartView:
    """A chart as a page prints it: ``svg`` is an element whose text is escaped already, ``unit`` may be empty,
    ``notes`` say in words what is marked and what is not drawn. ``narrow`` is the same for a narrow screen; empty on
    paper."""

    title: str
    lang: str
    unit: str
    svg: Markup
    notes: tuple[str, ...]
    narrow: Markup = field(default_factory=Markup)


@dataclass(frozen=True, slots=True)
class Charts:
    """The charts of a page: those of single rows of the comparison, what grew and shrank with its figures, and the
    timeline; each part is empty where nothing is to be seen."""

    comparison: tuple[ChartView, ...] = ()
    growth: ChartView | None = None
    grown: tuple[Figure, ...] = ()
    timeline: ChartView | None = None
