"""The briefing: the one value that templates and data files see."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from reporter.model.analyses import ids_of, without
from reporter.model.changes import Changes
from reporter.model.document import Analysis, Bound, Event, Number, Role
from reporter.model.text import Finding

InputStatus = Literal["used", "duplicate", "empty", "failed", "unsupported", "skipped"]


@dataclass(frozen=True, slots=True)
class InputFile:
    """A file that was met: what became of it and why."""

    path: str
    sha256: str | None
    status: InputStatus
    reason: str = ""
    document: str | None = None


@dataclass(frozen=True, slots=True)
class Reference:
    """A sentence or an indicator of a document, by the two ids; ``score`` where it was ranked (higher is better)."""

    document: str
    id: str
    score: float = 0.0


@dataclass(frozen=True, slots=True)
class ComparisonCell:
    """One document's figure in a row of the comparison. ``same`` is false where it does not measure what the
    row's other cells measure (new beside held, a target beside an actual). ``falls`` marks a change downwards, whose
    value has no sign (下降2.3%)."""

    document: str
    indicator: str
    value: Number | tuple[Number, Number]
    unit: str
    subject: str
    period: str | None
    role: Role
    bound: Bound | None
    same: bool = True
    falls: bool = False


@dataclass(frozen=True, slots=True)
class ComparisonRow:
    """One indicator over the documents; cells in the order of the columns, then of the text."""

    indicator: str
    basis: Literal["same", "other measure"]
    derived: bool
    cells: tuple[ComparisonCell, ...]


@dataclass(frozen=True, slots=True)
class Comparison:
    """Indicators × documents. Rows that more documents fill come first."""

    columns: tuple[str, ...] = ()
    rows: tuple[ComparisonRow, ...] = ()


@dataclass(frozen=True, slots=True)
class Conflict:
    """One indicator, one subject, one period, more than one value."""

    indicator: str
    items: tuple[Reference, ...]


@dataclass(frozen=True, slots=True)
class Reprint:
    """A document that says the same as an original. ``similarity`` is the Jaccard coefficient of their runs of five
    letters; ``reason`` says what it is: the same text in another ``format``, a ``reprint``, an ``excerpt``."""

    document: str
    similarity: float
    reason: Literal["format", "reprint", "excerpt"]


@dataclass(frozen=True, slots=True)
class ReprintGroup:
    """Documents with one text, counted once. ``reason`` is the evidence that the original is one: ``own_source``,
    ``no_source``, ``earliest``, ``cleanest``, ``complete``, ``format`` or ``path``; ``copies`` are in the order of
    their paths."""

    original: str
    reason: str
    copies: tuple[Reprint, ...]


@dataclass(frozen=True, slots=True)
class Telling:
    """A document's sentence that tells of a dated event."""

    document: str
    sentence: str
    event: Event


@dataclass(frozen=True, slots=True)
class Happening:
    """A dated event, told by one sentence or, with mostly the same words, by several. ``date`` is ISO, possibly
    shortened; ``ahead`` says that it lies behind the briefing's date and those of the documents that tell it."""

    date: str
    ahead: bool
    tellings: tuple[Telling, ...]


@dataclass(frozen=True, slots=True)
class ThemeCell:
    """How much of a document is on a theme: its number of sentences, their share of the text's characters, and the
    sentence that speaks of it most (None for none)."""

    document: str
    sentences: int
    share: float
    best: str | None


@dataclass(frozen=True, slots=True)
class ThemeRow:
    """A theme over the documents, a cell a document."""

    theme: str
    cells: tuple[ThemeCell, ...]


@dataclass(frozen=True, slots=True)
class TopicRow:
    """A topic that the reader asked for. ``words`` are the configured ones beside its name, ``documents`` those that
    speak of it, each with its sentences that do (none where only the title does), ``silent`` the others."""

    topic: str
    words: tuple[str, ...]
    documents: tuple[tuple[str, tuple[str, ...]], ...]
    silent: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class EditorNote:
    """The editor's own text; printed under 编者按, never counted as a source."""

    text: str
    title: str | None = None


@dataclass(frozen=True, slots=True)
class BriefingHead:
    """What stands above the brief."""

    title: str
    subtitle: str | None = None
    issue: str | None = None
    date: str | None = None
    issuer: str | None = None
    marking: str | None = None


@dataclass(frozen=True, slots=True)
class Briefing:
    """All documents together, ready to be printed.

    ``summary`` is the choice over all documents in reading order; ``overview`` the part of it that fits page one,
    with ``brief_figures`` and ``brief_rows`` (indices into ``comparison.rows``) likewise. ``dropped`` says in
    plain words what page one left out. ``groups`` is the group of each analysis, one for
    one, or empty without grouping. ``timeline`` is sorted by date; ``themes`` has a cell for each counted analysis in
    each row, and no row where no theme fits the documents. ``topics`` are those that were asked for. ``reprints`` are
    documents that say the same as another: they have a page, but are left out of all that spans the documents.
    ``slight`` are the documents that the choice over all passed over because they tell next to nothing. ``changes`` is
    what differs from an earlier build, None where none was named.

    ``analyses`` of very many documents are packed (``Analyses``): go through them once and in order, keep of each what
    you need, and ask ``ids`` for their documents' ids.
    """

    head: BriefingHead
    language: Literal["zh-Hans", "zh-Hant", "en"]
    script: Literal["keep", "zh-Hans", "zh-Hant"]
    analyses: Sequence[Analysis]
    inputs: tuple[InputFile, ...]
    summary: tuple[Reference, ...] = ()
    keywords: tuple[tuple[str, float], ...] = ()
    comparison: Comparison = Comparison()
    conflicts: tuple[Conflict, ...] = ()
    notes: tuple[EditorNote, ...] = ()
    findings: tuple[Finding, ...] = ()
    overview: tuple[Reference, ...] = ()
    brief_figures: tuple[Reference, ...] = ()
    brief_rows: tuple[int, ...] = ()
    dropped: tuple[str, ...] = ()
    groups: tuple[str, ...] = ()
    timeline: tuple[Happening, ...] = ()
    themes: tuple[ThemeRow, ...] = ()
    topics: tuple[TopicRow, ...] = ()
    reprints: tuple[ReprintGroup, ...] = ()
    slight: tuple[str, ...] = ()
    changes: Changes | None = None

    @property
    def counted(self) -> Sequence[Analysis]:
        """The analyses without those of reprints, in the same order."""
        return without(self.analyses, {copy.document for group in self.reprints for copy in group.copies})

    @property
    def ids(self) -> tuple[str, ...]:
        """The id of each analysis's document; no analysis is opened for it."""
        return ids_of(self.analyses)
