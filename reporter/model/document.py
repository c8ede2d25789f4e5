"""What structure, extraction and summarizing know of one document."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from reporter.model.text import CleanText, Finding, Span

Role = Literal["actual", "target", "plan", "threshold", "scope", "change"]
Bound = Literal["at_least", "at_most", "over", "under", "about"]
Number = int | float


@dataclass(frozen=True, slots=True)
class Title:
    """A document's title: stated by it (``span`` says where) or inferred from its text."""

    text: str
    inferred: bool
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Section:
    """A heading and what stands under it, up to the next heading.

    ``level`` counts from 1 in the document's own scheme. ``number`` is the heading's number as written (一、),
    ``heading`` the heading without it (a heading over two lines is joined by a space). ``inline`` marks a run-in
    heading, whose paragraph goes on in the same line. ``span`` is the heading with its number.
    """

    id: str
    parent: str | None
    level: int
    number: str | None
    heading: str
    inline: bool
    span: Span


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of the body, without a run-in heading; ``section`` is None in the preamble."""

    index: int
    section: str | None
    span: Span


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of the body, its span without surrounding white space."""

    id: str
    section: str | None
    paragraph: int
    text: str
    span: Span


@dataclass(frozen=True, slots=True)
class Item:
    """An enumerated paragraph that is no heading: ``1、甲公司：…`` or ``一是…``.

    ``marker`` is the number as written, ``label`` the words up to a colon that name the item (may be empty);
    ``span`` the whole item, ``sentences`` its sentences in order.
    """

    section: str | None
    paragraph: int
    marker: str
    label: str
    span: Span
    sentences: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Event:
    """A point in time that the text names. ``date`` is ISO, possibly shortened (2017, 2017-06), or None where no
    year can be had; ``inferred_year`` says that the year does not stand in the words themselves, and ``basis`` what it
    comes from: the document's date, or the year that the text or its title states before. ``period`` is the interval
    of a plan of five years (2011/2015), which has no date."""

    date: str | None
    text: str
    span: Span
    sentence: str | None
    inferred_year: bool
    basis: str | None = None
    period: str | None = None


@dataclass(frozen=True, slots=True)
class Person:
    """A person whom the text names with a role, at the first place. ``name``, ``role`` (局长) and ``organisation``
    (None where none stands before the role) are words of the text; ``span`` is the name's place."""

    name: str
    role: str
    organisation: str | None
    span: Span


@dataclass(frozen=True, slots=True)
class Company:
    """A firm, a works, a bank, a cooperative or a brand that the text names; ``text`` is what stands at ``span``, its
    first place."""

    text: str
    span: Span


@dataclass(frozen=True, slots=True)
class Document:
    """One document with its structure. All spans count ``text``; ``simplified`` is the same text in simplified
    characters, of the same length. Sections, paragraphs, sentences and items are in reading order.
    """

    id: str
    clean: CleanText
    simplified: str
    script: Literal["zh-Hans", "zh-Hant", "mixed"]
    title: Title
    subtitle: str | None = None
    number: str | None = None
    url: str | None = None
    authors: tuple[str, ...] = ()
    source: str | None = None
    date: str | None = None
    date_span: Span | None = None
    kind: str | None = None
    kind_evidence: str | None = None
    regions: tuple[str, ...] = ()
    organisations: tuple[str, ...] = ()
    people: tuple[Person, ...] = ()
    companies: tuple[Company, ...] = ()
    sections: tuple[Section, ...] = ()
    paragraphs: tuple[Paragraph, ...] = ()
    sentences: tuple[Sentence, ...] = ()
    items: tuple[Item, ...] = ()
    events: tuple[Event, ...] = ()
    findings: tuple[Finding, ...] = ()

    @property
    def text(self) -> str:
        """The repaired text."""
        return self.clean.text

    @property
    def path(self) -> str:
        """The file's path, relative to the input folder's parent, with forward slashes."""
        return self.clean.raw.path


@dataclass(frozen=True, slots=True)
class Change:
    """By how much a figure changed: stated beside it, itself an indicator (``indicator`` is its id)."""

    direction: Literal["up", "down", "flat"]
    value: Number | tuple[Number, Number] | None
    unit: str | None
    basis: str | None
    indicator: str | None


@dataclass(frozen=True, slots=True)
class Indicator:
    """A stated quantity. ``value`` is in ``unit`` (570 with 亿元); a pair is a range. Subject, name, key and unit
    are in simplified characters; ``span`` is the quantity with its unit as it stands in the text.
    """

    id: str
    sentence: str
    subject: str
    name: str
    key: str
    value: Number | tuple[Number, Number]
    unit: str
    span: Span
    qualifier: str | None = None
    bound: Bound | None = None
    period: str | None = None
    role: Role = "actual"
    change: Change | None = None


@dataclass(frozen=True, slots=True)
class Cell:
    """A table's cell: text as printed and its place (None for a cell that is empty)."""

    text: str
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Table:
    """A table of the document: marked up (``table``) or found in an enumeration (``list``). Every row has as many
    cells as the header."""

    id: str
    caption: str
    unit: str | None
    origin: Literal["table", "list"]
    section: str | None
    header: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    span: Span


@dataclass(frozen=True, slots=True)
class Keyword:
    """A term with its weight in (0, 1], the best of the document 1."""

    term: str
    weight: float


@dataclass(frozen=True, slots=True)
class Reason:
    """Why a sentence was chosen.

    ``taken`` says how: pinned by the curation, heard for the first-level section ``section`` (None for the preamble or
    a text without sections), or the next best. ``rank`` is its place among all sentences of the document by score, from
    1; ``parts`` (name, value) add up to ``score`` but for what rounds to nothing. ``rival`` is the best sentence left
    out because this one says much the same, ``nearness`` their cosine.
    """

    sentence: str
    taken: Literal["pinned", "heard", "best"]
    section: str | None
    rank: int
    score: float
    parts: tuple[tuple[str, float], ...] = ()
    rival: str | None = None
    nearness: float = 0.0


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A sentence with a high score that was not chosen, and why: it says the same as ``of`` (same) or much of it
    (near), it is longer than the room left (long), it is a half sentence (half) or one that leans on its list or its
    occasion (poor), the budget was spent on others (budget), or the curation drops it (dropped)."""

    sentence: str
    reason: Literal["same", "near", "long", "half", "poor", "budget", "dropped"]
    rank: int
    score: float
    of: str | None = None
    nearness: float = 0.0


@dataclass(frozen=True, slots=True)
class Unheard:
    """A first-level section without a sentence in the summary, and why: the budget is too small for all sections
    (budget); it has no sentence (none) or only half sentences (half); others say the same (same); the curation drops
    its sentences (dropped)."""

    section: str
    reason: Literal["budget", "none", "half", "same", "dropped"]


@dataclass(frozen=True, slots=True)
class Summary:
    """Chosen sentences by id: ``sentences`` in document order unless the curation orders them, ``ranking`` the same
    best first, ``sections`` the choice for each section id, in document order; ``scores`` for every sentence of the
    document by id. ``unheard`` are the first-level sections that no chosen sentence speaks for. ``reasons`` (one for
    each of ``sentences``, in their order) and ``left_out`` (best first) are there only where they were asked for.
    """

    sentences: tuple[str, ...]
    ranking: tuple[str, ...]
    sections: tuple[tuple[str, tuple[str, ...]], ...] = ()
    scores: tuple[tuple[str, float], ...] = ()
    unheard: tuple[Unheard, ...] = ()
    reasons: tuple[Reason, ...] = ()
    left_out: tuple[LeftOut, ...] = ()


@dataclass(frozen=True, slots=True)
class Deadline:
    """By when something is to be done. ``date`` is the last day as ISO, shortened where the text is no more exact
    (2020, 2020-06), or None where nothing resolves the words; ``inferred`` says that its year comes from the document.
    ``text`` is what stands at ``span``, or in the heading of a table's column, which has no place (None)."""

    date: str | None
    text: str
    span: Span | None
    inferred: bool


@dataclass(frozen=True, slots=True)
class Duty:
    """A body that answers for a task: it leads, is responsible, or supports. ``body`` is what stands at ``span``."""

    body: str
    role: Literal["lead", "responsible", "support"]
    span: Span


@dataclass(frozen=True, slots=True)
class Target:
    """What is to be reached, by when and by whom.

    A ``figure`` states how much: with ``indicator`` it is that indicator, else it stands in a table. A ``task`` has no
    figure. ``span`` is the sentence or the cells' row that states it and ``text`` the words that name it there;
    ``quantity`` the place of the figure. A row of a table has ``table``, ``row`` and ``column`` (of the words that name
    it) and no ``sentence``. Name, subject and unit are in simplified characters; name is empty for a task.
    """

    id: str
    kind: Literal["figure", "task"]
    text: str
    span: Span
    sentence: str | None = None
    table: str | None = None
    row: int = 0
    column: int = 0
    indicator: str | None = None
    name: str = ""
    subject: str = ""
    quantity: Span | None = None
    value: Number | tuple[Number, Number] | None = None
    unit: str = ""
    bound: Bound | None = None
    role: Role | None = None
    deadline: Deadline | None = None
    duties: tuple[Duty, ...] = ()


@dataclass(frozen=True, slots=True)
class Mention:
    """A name that the text mentions: an honour, the number of a standard or a document, a title in 《》. ``text`` is
    what stands at ``span``, its first place; ``times`` counts all. ``ahead`` marks an honour that is aimed at."""

    id: str
    kind: Literal["honour", "standard", "number", "title"]
    text: str
    span: Span
    sentence: str | None
    times: int = 1
    ahead: bool = False


@dataclass(frozen=True, slots=True)
class Analysis:
    """Everything known of one document on its own. ``key`` names it: analyses of one key are equal; it is empty where
    nothing is known that decides the analysis (a file that another program converted). ``terms`` are the keywords and
    the next best: what the terms over all documents are found among."""

    document: Document
    summary: Summary
    keywords: tuple[Keyword, ...] = ()
    indicators: tuple[Indicator, ...] = ()
    tables: tuple[Table, ...] = ()
    findings: tuple[Finding, ...] = field(default=())
    targets: tuple[Target, ...] = ()
    mentions: tuple[Mention, ...] = ()
    key: str = ""
    terms: tuple[Keyword, ...] = ()
