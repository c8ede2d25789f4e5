"""The parts of data/briefing.json and data/repairs/<id>.json that verify proves, as typed values."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Literal

import msgspec

from reporter.config import PrintedScript
from reporter.model import Edit
from reporter.model.changes import Changes

BRIEFING = "data/briefing.json"
Number = int | float


class SentenceEntry(msgspec.Struct, frozen=True):
    """A sentence and its stretch of the source."""

    id: str
    section: str | None
    text: str
    start: int
    end: int


class SectionEntry(msgspec.Struct, frozen=True):
    """A section; the stretch is its heading with the number."""

    id: str
    parent: str | None
    number: str | None
    heading: str
    start: int
    end: int
    summary: tuple[str, ...] = ()


class ChangeEntry(msgspec.Struct, frozen=True):
    """By how much a figure changed: the indicator that states it."""

    indicator: str | None = None


class IndicatorEntry(msgspec.Struct, frozen=True):
    """A figure; the stretch is the quantity with its unit."""

    id: str
    sentence: str
    value: Number | tuple[Number, Number]
    unit: str
    start: int
    end: int
    change: ChangeEntry | None = None


class TableEntry(msgspec.Struct, frozen=True):
    """A table; ``cells[i][j]`` is the stretch of ``rows[i][j]``, a locator, or null for an empty cell."""

    id: str
    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    cells: tuple[tuple[tuple[int, int] | dict[str, Any] | None, ...], ...]


class NameEntry(msgspec.Struct, frozen=True):
    """A person or a company by name, where it stands."""

    name: str
    start: int
    end: int


class EventEntry(msgspec.Struct, frozen=True):
    """A point in time; its words stand in its sentence."""

    text: str
    sentence: str | None
    start: int
    end: int


class WordsEntry(msgspec.Struct, frozen=True):
    """Words of a document with their stretch of the source: an honour, a reference, a deadline, a body that answers. A
    deadline that a table's heading states has no stretch."""

    start: int | None
    end: int | None
    text: str = ""
    body: str = ""
    sentence: str | None = None


class TargetEntry(msgspec.Struct, frozen=True):
    """A target: the sentence, table and indicator that state it, when, and who answers."""

    id: str
    sentence: str | None
    table: str | None
    indicator: str | None
    deadline: WordsEntry | None = None
    responsible: tuple[WordsEntry, ...] = ()


class TitleEntry(msgspec.Struct, frozen=True):
    """A title; an inferred one need not stand in the source as it is."""

    text: str
    inferred: bool


class ReasonEntry(msgspec.Struct, frozen=True):
    """Why a sentence is in the summary, or left out of it: the sentence, and what it covers."""

    sentence: str
    sections: tuple[str, ...] = ()
    figures: tuple[str, ...] = ()


class UnheardEntry(msgspec.Struct, frozen=True):
    """A section that the summary does not speak of."""

    section: str


class DocumentEntry(msgspec.Struct, frozen=True):
    """One document of the briefing."""

    id: str
    path: str
    sha256: str
    title: TitleEntry
    script: Literal["zh-Hans", "zh-Hant", "mixed"] = "mixed"
    subtitle: str | None = None
    number: str | None = None
    authors: tuple[str, ...] = ()
    source: str | None = None
    sections: tuple[SectionEntry, ...] = ()
    sentences: tuple[SentenceEntry, ...] = ()
    summary: tuple[str, ...] = ()
    ranking: tuple[str, ...] = ()
    indicators: tuple[IndicatorEntry, ...] = ()
    tables: tuple[TableEntry, ...] = ()
    events: tuple[EventEntry, ...] = ()
    people: tuple[NameEntry, ...] = ()
    companies: tuple[NameEntry, ...] = ()
    targets: tuple[TargetEntry, ...] = ()
    honours: tuple[WordsEntry, ...] = ()
    references: tuple[WordsEntry, ...] = ()
    why: tuple[ReasonEntry, ...] = ()
    left_out: tuple[ReasonEntry, ...] = ()
    unheard: tuple[UnheardEntry, ...] = ()


class SentenceReference(msgspec.Struct, frozen=True):
    """A sentence of a document, by their ids."""

    document: str
    sentence: str


class IndicatorReference(msgspec.Struct, frozen=True):
    """An indicator of a document, by their ids."""

    document: str
    indicator: str


class ComparisonEntry(msgspec.Struct, frozen=True):
    """One figure in the comparison: the indicator that it repeats."""

    indicator: str
    value: Number | tuple[Number, Number]
    unit: str


class RowEntry(msgspec.Struct, frozen=True):
    """One row of the comparison; figures by document."""

    indicator: str
    cells: dict[str, tuple[ComparisonEntry, ...]]
    derived: bool = False


class ComparisonTable(msgspec.Struct, frozen=True):
    """The comparison over the documents."""

    columns: tuple[str, ...] = ()
    rows: tuple[RowEntry, ...] = ()


class ConflictEntry(msgspec.Struct, frozen=True):
    """Two or more figures that contradict one another."""

    indicator: str
    items: tuple[IndicatorReference, ...]


class HappeningEntry(msgspec.Struct, frozen=True):
    """A dated event with the sentences that tell it."""

    items: tuple[SentenceReference, ...]


class ThemeCellEntry(msgspec.Struct, frozen=True):
    """How a document speaks of a theme: its best sentence."""

    best: str | None = None


class ThemeEntry(msgspec.Struct, frozen=True):
    """A theme with its cells by document."""

    theme: str
    cells: dict[str, ThemeCellEntry]


class SpokenEntry(msgspec.Struct, frozen=True):
    """A document that speaks of a topic, and its sentences that do."""

    id: str
    sentences: tuple[str, ...] = ()


class TopicEntry(msgspec.Struct, frozen=True):
    """A topic over the documents."""

    topic: str
    documents: tuple[SpokenEntry, ...] = ()
    silent: tuple[str, ...] = ()


class CopyEntry(msgspec.Struct, frozen=True):
    """A document that says the same as an original."""

    document: str


class ReprintEntry(msgspec.Struct, frozen=True):
    """Documents with one text."""

    original: str
    copies: tuple[CopyEntry, ...] = ()


class BriefingContent(msgspec.Struct, frozen=True):
    """data/briefing.json."""

    schema_version: int
    documents: tuple[DocumentEntry, ...]
    script: PrintedScript = "keep"
    summary: tuple[SentenceReference, ...] = ()
    comparison: ComparisonTable = ComparisonTable()
    conflicts: tuple[ConflictEntry, ...] = ()
    timeline: tuple[HappeningEntry, ...] = ()
    themes: tuple[ThemeEntry, ...] = ()
    topics: tuple[TopicEntry, ...] = ()
    reprints: tuple[ReprintEntry, ...] = ()
    changes: Changes | None = None


class Repairs(msgspec.Struct, frozen=True):
    """data/repairs/<id>.json: a document's ledger, each edit (start, end, original, replacement, rule)."""

    schema_version: int
    document: str
    edits: tuple[tuple[int, int, str, str, str], ...]

    def ledger_edits(self) -> tuple[Edit, ...]:
        """The edits as the ledger takes them."""
        return tuple(Edit(*edit) for edit in self.edits)


def read_briefing(build: Path) -> BriefingContent:
    """The build's data.

    Raises:
        OSError: there is no such file.
        msgspec.MsgspecError: it does not keep to the contract; the message names the place.
    """
    return msgspec.json.decode((build / BRIEFING).read_bytes(), type=BriefingContent)


def repairs_name(document: str) -> str:
    """The file of a document's ledger, seen from the build."""
    return f"data/repairs/{document}.json"


def read_repairs(build: Path, document: str) -> Repairs:
    """A document's ledger.

    Raises:
        OSError: there is none.
        msgspec.MsgspecError: it does not keep to the contract.
    """
    return msgspec.json.decode((build / repairs_name(document)).read_bytes(), type=Repairs)
