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
from reporter.render.context import DocumentView, Page
from reporter.render.document_view import quoted_sentences

OVERVIEW = ("rest", "changes", "comparison", "growth", "conflicts", "targets", "themes")
CLOSING = ("timeline", "sources", "findings")

# Lines (sentences, figures, rows) of a piece. Measured on generated reports: 12 of them make a page, a page that is
# laid out takes 4 MB, a process with everything that it needs 130 MB.
LENGTH = 360
# Lines that head and keywords of a document take, and its place in the list of sources.
_HEAD, _SOURCE = 6, 4


@dataclass(frozen=True, slots=True)
class Piece:
    """Chapters of the body, with the documents from ``start`` to ``stop``; ``continued`` says that the first chapter
    goes on from the piece before. The overview, which lists no documents, has none."""

    chapters: tuple[str, ...]
    start: int = 0
    stop: int = 0
    continued: bool = False

    @property
    def waits(self) -> bool:
        """Whether it hangs on what page one has room for, or has charts."""
        return self.chapters != ("documents",)

    @property
    def leads(self) -> bool:
        """Whether it stands before the documents: in the first file of a PDF that has several."""
        return self.chapters == OVERVIEW

    def of(self, page: Page, documents: tuple[DocumentView, ...] = (), *, last: bool = False) -> Page:
        """What it has of the whole PDF: its documents, and the other files that were met where it is the last one."""
        return replace(
            page,
            part="body",
            chapters=self.chapters,
            continued=self.continued,
            documents=documents,
            inputs=page.inputs if last else (),
        )


def pieces_of(briefing: Briefing, config: Config, length: int = LENGTH) -> tuple[Piece, ...]:
    """The pieces of a briefing's body in order; empty where it is short enough to be laid out as a whole."""
    weights = [_HEAD + lines(analysis, config) for analysis in briefing.analyses]
    if sum(weights) <= 2 * length:
        return ()
    documents = ranges(weights, length)
    listed = ranges([_SOURCE] * len(weights), length)
    return (
        Piece(OVERVIEW),
        *(Piece(("documents",), start, stop, start > 0) for start, stop in documents),
        *_closing(listed),
    )


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
    total = sum(weights)
    count = max(1, -(-total // length))
    middles = [end - weight / 2 for end, weight in zip(accumulate(weights), weights, strict=True)]
    groups = [min(count - 1, int(middle * count / total)) for middle in middles] if total else [0] * len(weights)
    starts = [at for at, group in enumerate(groups) if at == 0 or group != groups[at - 1]]
    return list(zip(starts, [*starts[1:], len(weights)], strict=True))
