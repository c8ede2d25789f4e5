"""The briefing as seen from the lists over all documents: what they cite is gathered document by document.

A list over all documents cites one document after the other, row by row; of thousands of documents not all can be held.
So what the lists are going to cite is gathered first, in one pass in the order of the documents, and kept for the next
build like the rows that each document gives. What was not gathered is looked up in its document, as everywhere else.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property, partial

from reporter.model import Briefing, Reference
from reporter.render import brief_view, overview
from reporter.render.alone import AloneViewpoint
from reporter.render.catalogue import Catalogue
from reporter.render.charts.growth import Growth
from reporter.render.charts.selection import charts
from reporter.render.charts.views import Charts
from reporter.render.context import ThemesView
from reporter.render.kept import Kept
from reporter.render.links import Links
from reporter.render.passages import Figure, Matrix, Quote, SourceMark
from reporter.render.printed_script import PrintedScript
from reporter.render.standing import Standing, Standings
from reporter.render.viewpoint import Stated, Viewpoint

# A row of the comparison of very many documents is cut; comparison.csv has all its figures.
ROW_FIGURES = 200


@dataclass(frozen=True, slots=True)
class Cited:
    """What the lists cite of one document, by the ids of its sentences and figures."""

    quotes: dict[str, Quote]
    stated: dict[str, Stated]
    figures: dict[str, Figure]


@dataclass(frozen=True, slots=True)
class Wanted:
    """The sentences, the figures of the comparison and the figures in full that the lists cite of one document."""

    sentences: tuple[str, ...]
    stated: tuple[str, ...]
    figures: tuple[str, ...]


class SiteViewpoint(Viewpoint):
    """The briefing as seen from the site's own folder.

    Args:
        standings: how each document stands among all.
        kept: what earlier builds gathered.
    """

    def __init__(
        self,
        briefing: Briefing,
        strings: Catalogue,
        links: Links,
        script: PrintedScript,
        standings: Standings,
        kept: Kept,
    ) -> None:
        super().__init__(briefing, strings, links, script)
        self._standings = standings
        self._kept = kept
        self._grown: tuple[Growth, ...] | None = None

    def learn(self, marks: dict[str, SourceMark], grown: Sequence[Growth]) -> None:
        """Take note of how each document is cited, and of what grew in those that count: no document need be opened for
        it."""
        self.marks = marks
        self._grown = tuple(grown)

    def quote_of(self, document: str, sentence: str) -> Quote:
        """A sentence of the document of that id."""
        cited = self._cited.get(document)
        return (cited and cited.quotes.get(sentence)) or super().quote_of(document, sentence)

    def stated(self, document: str, indicator: str) -> Stated | None:
        """A figure of the document of that id as the comparison has it."""
        cited = self._cited.get(document)
        return (cited and cited.stated.get(indicator)) or super().stated(document, indicator)

    def figure_of(self, document: str, indicator: str) -> Figure:
        """A figure of the document of that id."""
        cited = self._cited.get(document)
        return (cited and cited.figures.get(indicator)) or super().figure_of(document, indicator)

    # -- what several pages show, made once

    @cached_property
    def charts(self) -> Charts:
        """The charts of the briefing."""
        return charts(self, grown=self._grown)

    @cached_property
    def comparison(self) -> Matrix:
        """The comparison, of very long rows the first figures."""
        return brief_view.comparison(self, ROW_FIGURES)

    @cached_property
    def themes(self) -> ThemesView | None:
        """The themes of all documents."""
        return overview.themes(self)

    # -- gathering

    @cached_property
    def _cited(self) -> dict[str, Cited]:
        found: dict[str, Cited] = {}
        wanted = wanted_of(self.briefing)
        for at, (document, key) in enumerate(self._standings.keys.items()):
            if document in wanted:
                standing, own = self._standings.of(document), wanted[document]
                made = partial(self._gathered, at, standing, own)
                seen = (self.briefing.language, self.briefing.script, own)
                found[document] = self._kept.piece("cited", key, standing, seen, made)
        return found

    def _gathered(self, at: int, standing: Standing, wanted: Wanted) -> Cited:
        view = AloneViewpoint(self, self.sources[at], standing)
        document = view.sources[0].document.id
        stated = {name: view.stated(document, name) for name in wanted.stated}
        stating = [figure.sentence for name in wanted.figures if (figure := stated[name])]
        return Cited(
            {name: view.quote_of(document, name) for name in dict.fromkeys((*wanted.sentences, *stating))},
            {name: figure for name, figure in stated.items() if figure},
            {name: view.figure_of(document, name) for name in wanted.figures},
        )


def wanted_of(briefing: Briefing) -> dict[str, Wanted]:
    """What the lists over all documents cite of each, by the document's id; the lists of a briefing's charts and first
    page cite a little more."""
    sentences: dict[str, dict[str, None]] = defaultdict(dict)
    stated: dict[str, dict[str, None]] = defaultdict(dict)
    figures: dict[str, dict[str, None]] = defaultdict(dict)
    for row in brief_view.shared_rows(briefing):
        for cell in row.cells[:ROW_FIGURES]:
            stated[cell.document][cell.indicator] = None
    for item in (item for conflict in briefing.conflicts for item in conflict.items):
        stated[item.document][item.id] = None
        figures[item.document][item.id] = None
    for told in _told(briefing):
        sentences[told.document][told.id] = None
    names = dict.fromkeys((*sentences, *stated))
    return {name: Wanted(tuple(sentences[name]), tuple(stated[name]), tuple(figures[name])) for name in names}


def _told(briefing: Briefing) -> list[Reference]:
    """The sentences that the timeline and the themes cite."""
    found = [Reference(one.document, one.sentence) for event in briefing.timeline for one in event.tellings]
    found += [Reference(cell.document, cell.best) for row in briefing.themes for cell in row.cells if cell.best]
    return found
