"""Where the cells of the workbook lead: to the passages in the site's source pages, row by row."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

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

    def _sentences(self, wanted: Sequence[tuple[str, str | None]]) -> Iterator[str]:
        """The links of sentences (document, id); empty for none. Documents are gone through once."""
        named = set(wanted)
        found: dict[tuple[str, str | None], str] = {}
        for analysis in self._briefing.analyses:
            found |= {
                (analysis.document.id, sentence.id): self._place(analysis, sentence.id, sentence.span.start)
                for sentence in analysis.document.sentences
                if (analysis.document.id, sentence.id) in named
            }
        return (found.get(name, "") for name in wanted)

    def _indicators(self) -> Iterator[str]:
        for analysis in self._briefing.analyses:
            for indicator in analysis.indicators:
                yield self._place(analysis, indicator.id, indicator.span.start)

    def _targets(self) -> Iterator[str]:
        for analysis in self._briefing.analyses:
            for target in analysis.targets:
                yield self._place(analysis, target_anchor(target), target.span.start)

    def _timeline(self) -> Iterator[str]:
        return self._sentences(
            [(told.document, told.sentence) for happening in self._briefing.timeline for told in happening.tellings]
        )

    def _mentions(self, *, honours: bool) -> Iterator[str]:
        for analysis in self._briefing.analyses:
            starts = {sentence.id: sentence.span.start for sentence in analysis.document.sentences}
            for mention in analysis.mentions:
                if (mention.kind == "honour") == honours:
                    named = mention.sentence
                    yield "" if named is None else self._place(analysis, named, starts[named])

    def _themes(self) -> Iterator[str]:
        return self._sentences([(cell.document, cell.best) for row in self._briefing.themes for cell in row.cells])


def target_anchor(target: Target) -> str:
    """The id of a target's words in the source pages: its sentence's or its cell's."""
    return target.sentence or f"{target.table}-{target.row + 1}-{target.column + 1}"
