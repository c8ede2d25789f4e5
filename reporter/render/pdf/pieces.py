"""Where the body of a long PDF is cut: pieces of about the same length, each laid out by itself.

A piece begins on a new page, so a cut stands where a chapter or a document begins. Where the cuts are hangs on the
briefing alone, never on the machine.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate

from reporter.config import Config
from reporter.model import Analysis, Briefing
from reporter.render.brief_view import shared_rows
from reporter.render.context import DocumentView, Page
from reporter.render.document_view import quoted_sentences

OVERVIEW = ("rest", "changes", "comparison", "growth", "conflicts", "targets", "themes")
CLOSING = ("timeline", "sources", "findings")

# Lines (sentences, figures, rows) of a piece. Measured on generated reports: 12 of them make a page, a page that is
# laid out takes 4 MB, a process with everything that it needs 130 MB.
LENGTH = 360
# Lines that head and keywords of a document take, and its place in the list of sources.
_HEAD, _SOURCE = 6, 4
# Figures of a comparison that take a line, and lines that a conflict takes beside its figures.
_FIGURES, _CONFLICT = 6, 1


@dataclass(frozen=True, slots=True)
class Piece:
    """Chapters of the body, with the documents from ``start`` to ``stop``, or rows of the comparison, or conflicts;
    ``continued`` says that the first chapter goes on from the piece before, ``unfinished`` that the last goes on in the
    next."""

    chapters: tuple[str, ...]
    start: int = 0
    stop: int = 0
    continued: bool = False
    unfinished: bool = False

    @property
    def waits(self) -> bool:
        """Whether it hangs on what page one has room for, or has charts."""
        return self.chapters != ("documents",)

    @property
    def leads(self) -> bool:
        """Whether it stands before the documents: in the first file of a PDF that has several."""
        return self.chapters[0] in OVERVIEW

    def of(self, page: Page, documents: tuple[DocumentView, ...] = (), *, last: bool = False) -> Page:
        """What it has of the whole PDF: its documents, and the other files that were met where it is the last one."""
        page = replace(
            page,
            part="body",
            chapters=self.chapters,
            continued=self.continued,
            unfinished=self.unfinished,
            documents=documents,
            inputs=page.inputs if last else (),
        )
        if self.chapters == ("conflicts",):
            return replace(page, conflicts=page.conflicts[self.start : self.stop])
        return self._compared(page) if self.chapters == ("comparison",) else page

    def _compared(self, page: Page) -> Page:
        """Its rows of the comparison; what stands below them all stands in the last piece."""
        table = page.comparison
        if table is None:
            return page
        rows, other = table.rows[self.start : self.stop], table.other and not self.unfinished
        shown = replace(page.charts, comparison=()) if self.unfinished else page.charts
        return replace(page, comparison=replace(table, rows=rows, other=other), charts=shown)


def pieces_of(briefing: Briefing, config: Config, length: int = LENGTH) -> tuple[Piece, ...]:
    """The pieces of a briefing's body in order; empty where it is short enough to be laid out as a whole."""
    weights = [_HEAD + lines(analysis, config) for analysis in briefing.analyses]
    if sum(weights) <= 2 * length:
        return ()
    documents = ranges(weights, length)
    listed = ranges([_SOURCE] * len(weights), length)
    return (
        *_overview(briefing),
        *(Piece(("documents",), start, stop, start > 0) for start, stop in documents),
        *_closing(listed),
    )


def _overview(briefing: Briefing) -> Iterator[Piece]:
    """The pieces before the documents: one, or one for each chapter and several for long ones."""
    rows = [1 + len(row.cells) // _FIGURES for row in shared_rows(briefing)]
    conflicts = [_CONFLICT + len(conflict.items) for conflict in briefing.conflicts]
    if sum(rows) + sum(conflicts) <= 2 * LENGTH:
        yield Piece(OVERVIEW)
        return
    yield Piece(("rest", "changes"))
    yield from _ranged("comparison", ranges(rows, LENGTH))
    yield Piece(("growth",))
    yield from _ranged("conflicts", ranges(conflicts, LENGTH))
    yield Piece(("targets", "themes"))


def _ranged(chapter: str, found: Sequence[tuple[int, int]]) -> Iterator[Piece]:
    """The pieces of a chapter that is cut."""
    for start, stop in found:
        yield Piece((chapter,), start, stop, start > 0, stop < found[-1][1])


def _closing(listed: Sequence[tuple[int, int]]) -> Iterator[Piece]:
    """The pieces behind the documents: the list of sources may take several."""
    for start, stop in listed:
        first, last = start == 0, stop == listed[-1][1]
        chapters = (*(("timeline",) if first else ()), "sources", *(("findings",) if last else ()))
        yield Piece(chapters, start, stop, not first)


def lines(analysis: Analysis, config: Config) -> int:
    """How many sentences, figures and rows the PDF prints of a document, about."""
    quoted = quoted_sentences(analysis)
    figures = sum(indicator.sentence in quoted for indicator in analysis.indicators)
    return len(quoted) + figures + sum(min(len(table.rows), config.pdf.table_rows) + 2 for table in analysis.tables)


def ranges(weights: Sequence[int], length: int) -> list[tuple[int, int]]:
    """Neighbours in groups of about the same weight, none much above a length that they can keep: first and behind the
    last of each."""
    if not weights:
        return []
    total = sum(weights)
    count = max(1, -(-total // length))
    middles = [end - weight / 2 for end, weight in zip(accumulate(weights), weights, strict=True)]
    groups = [min(count - 1, int(middle * count / total)) for middle in middles] if total else [0] * len(weights)
    starts = [at for at, group in enumerate(groups) if at == 0 or group != groups[at - 1]]
    return list(zip(starts, [*starts[1:], len(weights)], strict=True))
