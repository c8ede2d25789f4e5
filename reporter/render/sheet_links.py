"""Where the cells of the workbook lead: to the passages in the site's source pages, row by row."""

from __future__ import annotations

from collections.abc import Iterator

from reporter.model import Analysis, Briefing, Target
from reporter.render.links import SiteLinks

# From the workbook in data/ to the site, and from its copy in site/data/.
SITE_FROM_DATA = "../site/"
SITE_FROM_COPY = "../"


class SheetLinks:
    """The links of the sheets' rows, in the order of ``data_csv`` and ``data_overview``.

    Args:
        root: leads from the workbook to the site's folder.
    """

    def __init__(self, briefing: Briefing, root: str) -> None:
        self._briefing = briefing
        self._links = SiteLinks(root)
        self._analyses = {analysis.document.id: analysis for analysis in briefing.analyses}
        self._starts = {
            (analysis.document.id, sentence.id): sentence.span.start
            for analysis in briefing.analyses
            for sentence in analysis.document.sentences
        }

    def of(self, sheet: str) -> Iterator[str]:
        """The links of a sheet's rows; none for a sheet without."""
        rows = {
            "indicators": self._indicators,
            "targets": self._targets,
            "timeline": self._timeline,
            "honours": lambda: self._mentions(honours=True),
            "references": lambda: self._mentions(honours=False),
            "themes": self._themes,
        }
        return rows[sheet]() if sheet in rows else iter(())

    def _place(self, analysis: Analysis, anchor: str, start: int) -> str:
        return self._links.place(0, analysis, anchor, start, None)

    def _sentence(self, document: str, sentence: str | None) -> str:
        if sentence is None:
            return ""
        return self._place(self._analyses[document], sentence, self._starts[document, sentence])

    def _indicators(self) -> Iterator[str]:
        for analysis in self._briefing.analyses:
            for indicator in analysis.indicators:
                yield self._place(analysis, indicator.id, indicator.span.start)

    def _targets(self) -> Iterator[str]:
        for analysis in self._briefing.analyses:
            for target in analysis.targets:
                yield self._place(analysis, target_anchor(target), target.span.start)

    def _timeline(self) -> Iterator[str]:
        for happening in self._briefing.timeline:
            for telling in happening.tellings:
                yield self._sentence(telling.document, telling.sentence)

    def _mentions(self, *, honours: bool) -> Iterator[str]:
        for analysis in self._briefing.analyses:
            for mention in analysis.mentions:
                if (mention.kind == "honour") == honours:
                    yield self._sentence(analysis.document.id, mention.sentence)

    def _themes(self) -> Iterator[str]:
        for row in self._briefing.themes:
            for cell in row.cells:
                yield self._sentence(cell.document, cell.best)


def target_anchor(target: Target) -> str:
    """The id of a target's words in the source pages: its sentence's or its cell's."""
    return target.sentence or f"{target.table}-{target.row + 1}-{target.column + 1}"
