"""What a template knows: one ``Page``, made of frozen values that are ready to print.

Templates loop over these and print them; they look nothing up and compute nothing.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from reporter.model.text import Level
from reporter.render.catalogue import Catalogue
from reporter.render.change_views import ChangesView
from reporter.render.charts.views import Charts
from reporter.render.finding_words import plain
from reporter.render.passages import Figure, Matrix, Passage, Quote, SourceMark, TableView
from reporter.render.site_views import NO_PAGING, About, NavLink, Paging, TermView
from reporter.render.source_lines import SourceView


@dataclass(frozen=True, slots=True)
class ConflictView:
    """Figures that contradict one another, with the sentences that state them, one for one."""

    indicator: str
    figures: tuple[Figure, ...]
    lang: str = "zh-Hans"
    quotes: tuple[Quote, ...] = ()


@dataclass(frozen=True, slots=True)
class TargetView:
    """What is to be reached or done. ``name`` and ``quantity`` are empty for a task. ``quote`` is the sentence that
    states it, None where ``words`` are a cell; ``deadline`` are its words and ``date`` the last day for reading,
    both may be empty; ``bodies`` answer for it, the leading ones first, ``support`` help. ``lang`` is that of subject
    and name. ``again`` says that the target before it stands in the same sentence."""

    subject: str
    name: str
    quantity: str
    quote: Quote | None
    words: Passage
    deadline: Passage
    date: str
    iso_date: str
    bodies: Passage
    support: Passage
    mark: SourceMark
    lang: str
    again: bool = False


@dataclass(frozen=True, slots=True)
class MentionView:
    """An honour or a reference with the sentence that names it first; ``note`` says in words what it is or that it is
    aimed at, and how often it is named."""

    words: Passage
    note: str
    quote: Quote | None


@dataclass(frozen=True, slots=True)
class ThemeCellView:
    """How much of a document is on a theme: ``heat`` from 0 (nothing) to 5, the share of its text and the number of its
    sentences in words, and the sentence that speaks of it most."""

    heat: int
    share: str
    count: str
    quote: Quote | None


@dataclass(frozen=True, slots=True)
class ThemesView:
    """Themes × documents: ``rows`` are (theme, cells parallel to the columns), ``lang`` is that of the themes."""

    columns: tuple[SourceMark, ...]
    rows: tuple[tuple[str, tuple[ThemeCellView, ...]], ...]
    lang: str

    def turned(self) -> DocumentThemesView:
        """The same with the documents as rows."""
        cells = zip(*(cells for _, cells in self.rows), strict=True)
        rows = tuple(zip(self.columns, cells, strict=True))
        return DocumentThemesView(tuple(theme for theme, _ in self.rows), rows, self.lang)


@dataclass(frozen=True, slots=True)
class DocumentThemesView:
    """Documents × themes: ``rows`` are (document, cells parallel to the columns), ``lang`` is that of the themes."""

    columns: tuple[str, ...]
    rows: tuple[tuple[SourceMark, tuple[ThemeCellView, ...]], ...]
    lang: str


@dataclass(frozen=True, slots=True)
class SectionView:
    """A heading with its chosen sentences. ``depth`` counts from 1 and never exceeds 4."""

    number: str
    heading: str
    depth: int
    lang: str
    href: str
    quotes: tuple[Quote, ...]


@dataclass(frozen=True, slots=True)
class EventView:
    """A point in time, as a date for reading and as the document words it, with the sentence that names it. ``others``
    are further documents that tell the same; ``ahead`` says that it is still to come at the briefing's date."""

    date: str
    inferred: bool
    words: Passage
    quote: Quote
    others: tuple[Quote, ...] = ()
    ahead: bool = False

    @property
    def sentence(self) -> str:
        """The sentence as printed."""
        return self.quote.text

    @property
    def mark(self) -> SourceMark:
        """The document that it stands in."""
        return self.quote.mark


@dataclass(frozen=True, slots=True)
class FindingView:
    """A finding in words of the interface's language: ``title`` says what its code means, if that is known.

    ``said`` and ``to_do`` are words and values (of the document, of a file) in turn, words first; ``to_do`` may be
    empty. ``lang`` is en where the language has no words for it, else empty.
    """

    level: Level
    level_name: str
    code: str
    title: str
    said: tuple[str, ...]
    to_do: tuple[str, ...]
    mark: SourceMark | None
    lang: str = ""

    @property
    def message(self) -> str:
        """What it says, as one text."""
        return plain(self.said)

    @property
    def hint(self) -> str:
        """What to do, as one text."""
        return plain(self.to_do)


@dataclass(frozen=True, slots=True)
class InputView:
    """A file that was met."""

    path: str
    status: str
    status_name: str
    reason: str
    sha256: str
    mark: SourceMark | None


@dataclass(frozen=True, slots=True)
class Note:
    """The editor's own words."""

    title: str
    paragraphs: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Head:
    """The briefing's head; an empty field is not printed. ``iso_date`` is the date for machines."""

    title: str
    lang: str
    subtitle: str
    issue: str
    date: str
    iso_date: str
    issuer: str
    marking: str


@dataclass(frozen=True, slots=True)
class SilentView:
    """The documents that do not speak of a topic: words before them, the first of them, words for the rest."""

    lead: str
    marks: tuple[SourceMark, ...]
    more: str


@dataclass(frozen=True, slots=True)
class ReasonView:
    """Why a sentence of the summary was chosen, in phrases."""

    phrases: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Brief:
    """What the first page says. ``dropped`` names what the page had no room for, ``points_rest`` are its
    sentences; ``converted`` says of how many documents the script is converted (empty for none); ``silent`` has a
    line for each topic that some documents do not speak of."""

    points: tuple[Quote, ...]
    points_rest: tuple[Quote, ...]
    figures: tuple[Figure, ...]
    matrix: Matrix
    legend: tuple[SourceMark, ...]
    notes: tuple[Note, ...]
    dropped: tuple[str, ...]
    converted: str = ""
    silent: tuple[SilentView, ...] = ()


@dataclass(frozen=True, slots=True)
class Fact:
    """A line of a document's description: what, and its words. Where these name documents, ``lead`` are the words
    before their names and ``marks`` the documents, for a page that links to them."""

    label: str
    text: str
    lang: str
    lead: str = ""
    marks: tuple[SourceMark, ...] = ()


@dataclass(frozen=True, slots=True)
class Entry:
    """A document in the list of documents. ``group`` is set on the first document of a group; ``converted`` says in
    words that its text is printed in another script than its source has, else it is empty; ``citation`` is its entry in
    a list of references (GB/T 7714—2015), without a number."""

    mark: SourceMark
    title: str
    inferred: bool
    lang: str
    subtitle: str
    facts: tuple[Fact, ...]
    summary: tuple[Quote, ...]
    keywords: tuple[str, ...]
    group: str = ""
    converted: str = ""
    citation: str = ""


@dataclass(frozen=True, slots=True)
class DocumentView:
    """A document in full. ``unheard`` says which sections the summary does not speak of, ``reasons`` (for the site)
    why each sentence of the summary is there. ``more`` counts what a page has no room for, by the field's name."""

    entry: Entry
    anchor: str
    source_href: str
    path: str
    sha256: str
    sections: tuple[SectionView, ...]
    tables: tuple[TableView, ...]
    figures: tuple[Figure, ...]
    events: tuple[EventView, ...]
    findings: tuple[FindingView, ...]
    targets: tuple[TargetView, ...] = ()
    honours: tuple[MentionView, ...] = ()
    references: tuple[MentionView, ...] = ()
    unheard: str = ""
    reasons: tuple[ReasonView, ...] = ()
    more: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class PrintedPart:
    """One of several files of a long PDF: its number, its name, and the numbers of its first and last page."""

    number: int
    file: str
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Download:
    """A file beside the site."""

    name: str
    href: str


@dataclass(frozen=True, slots=True)
class Page:
    """What one page is made of. Pages of one document or one source have that, the others have None.

    ``t`` gives the interface's words by key; ``css`` is the style sheet and ``css_hash`` its entry in the page's
    Content-Security-Policy; ``loader`` is the script that fetches the site's other ones, with ``loader_hash``, both
    empty for a page without scripts; ``home`` is the way to the first page. ``entries`` is the list of documents,
    ``documents`` all of them in full (the PDF only). ``tight`` says how the PDF's page one is set. ``part`` is the part
    of the PDF that is wanted: the ``brief`` alone or the ``contents`` alone to be measured, the ``front`` (both) or the
    ``body`` (the rest), or ``none``; ``page_numbers`` has the page of each anchor of the body where they are known.
    ``chapters`` are those of the body that are wanted, all when it is empty, and ``continued`` says that the first
    of them goes on from pages before, ``unfinished`` that the last goes on behind. ``printed_parts`` are the files
    of a PDF that has several. ``charts`` are drawn beside their tables, on the first page of a list. ``changes`` is
    None where the briefing was held against no earlier build.

    Of the site alone: ``nav`` leads to its pages, ``pages`` has them by name for links in the text; a list that has
    pages of its own says in ``paging`` which of them this is; ``more`` counts what the page has no room for, by the
    field's name. ``document_themes`` stands for ``themes`` where there are more documents than a page has columns.
    """

    t: Catalogue
    language: str
    title: str
    css: str
    css_hash: str
    home: str
    head: Head
    brief: Brief | None = None
    comparison: Matrix | None = None
    conflicts: tuple[ConflictView, ...] = ()
    entries: tuple[Entry, ...] = ()
    documents: tuple[DocumentView, ...] = ()
    keywords: tuple[Passage, ...] = ()
    events: tuple[EventView, ...] = ()
    targets: tuple[TargetView, ...] = ()
    themes: ThemesView | None = None
    charts: Charts = field(default_factory=Charts)
    changes: ChangesView | None = None
    inputs: tuple[InputView, ...] = ()
    inputs_met: int = 0
    findings: tuple[FindingView, ...] = ()
    document: DocumentView | None = None
    source: SourceView | None = None
    downloads: tuple[Download, ...] = ()
    tight: bool = False
    part: Literal["brief", "contents", "front", "body", "none"] = "body"
    chapters: tuple[str, ...] = ()
    continued: bool = False
    unfinished: bool = False
    page_numbers: Mapping[str, int] | None = None
    printed_parts: tuple[PrintedPart, ...] = ()
    loader: str = ""
    loader_hash: str = ""
    nav: tuple[NavLink, ...] = ()
    pages: Mapping[str, str] = field(default_factory=dict)
    paging: Paging = NO_PAGING
    figures: tuple[Figure, ...] = ()
    tables: tuple[TableView, ...] = ()
    terms: tuple[TermView, ...] = ()
    document_themes: DocumentThemesView | None = None
    more: Mapping[str, int] = field(default_factory=dict)
    about: About | None = None

    @property
    def measuring(self) -> bool:
        """Whether the brief is set alone, to see whether it fits page one."""
        return self.part == "brief"

    def has(self, chapter: str) -> bool:
        """Whether a chapter of the PDF's body is wanted."""
        return not self.chapters or chapter in self.chapters

    def page_of(self, href: str) -> str:
        """The number of the page that a link into the body leads to; a dummy of two digits where it is not known."""
        number = (self.page_numbers or {}).get(href.removeprefix("#"))
        return str(number or "00")

    def part_of(self, href: str) -> int:
        """The number of the PDF's file that such a link leads to; 0 for the first, and where there is one."""
        number = (self.page_numbers or {}).get(href.removeprefix("#"), 0)
        return next((part.number for part in self.printed_parts[1:] if part.first <= number <= part.last), 0)
