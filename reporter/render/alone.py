"""One document and its standing, as a viewpoint: its pages can't say anything that these two do not decide."""

from __future__ import annotations

from dataclasses import replace

from reporter.model import Analysis, Briefing, BriefingHead
from reporter.render.passages import SourceMark
from reporter.render.standing import Standing
from reporter.render.viewpoint import Viewpoint


class AloneViewpoint(Viewpoint):
    """A document seen from its own pages.

    Args:
        whole: the briefing seen from the same folder; it is asked for the titles of the fellows, no more.
        analysis: the document as it was, not as printed.
        standing: how it stands among all.
        contexts: whether quotations and figures carry what stands around them.
    """

    def __init__(self, whole: Viewpoint, analysis: Analysis, standing: Standing, *, contexts: bool = False) -> None:
        only = _only(whole.briefing, analysis, standing)
        super().__init__(only, whole.strings, whole.links, whole.script, contexts=contexts)
        self._fellows = {fellow.document: fellow for fellow in standing.fellows}
        self._opens = standing.opens
        self._whole = whole
        self.numbers = {analysis.document.id: standing.number} | {
            fellow.document: fellow.number for fellow in standing.fellows
        }

    def analysis(self, document: str) -> Analysis:
        """The document itself, as printed.

        Raises:
            KeyError: another one is asked for.
        """
        own = self.briefing.analyses[0]
        if own.document.id != document:
            raise KeyError(document)
        return own

    def source(self, document: str) -> Analysis:
        """The document as it was.

        Raises:
            KeyError: another one is asked for.
        """
        own = self.sources[0]
        if own.document.id != document:
            raise KeyError(document)
        return own

    def mark_of(self, document: str) -> SourceMark:
        """How the document, or one of its fellows, is cited."""
        if document not in self._fellows:
            return super().mark_of(document)
        return self._whole.mark_of(document)

    def opening(self, document: str) -> str | None:  # noqa: ARG002
        """The label of the group that the document is the first of."""
        return self._opens


def _only(briefing: Briefing, analysis: Analysis, standing: Standing) -> Briefing:
    """The briefing as far as the document's pages may see it. Its head is in the frame of these pages, nowhere else."""
    bare = Briefing(BriefingHead("", None, None, None, None, None), briefing.language, briefing.script, (analysis,), ())
    return replace(bare, findings=standing.findings, reprints=standing.reprints)
