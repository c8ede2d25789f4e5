"""What a template knows: one ``Page``, made of frozen values that are ready to print.

Templates loop over these and print them; they look nothing up and compute nothing.
"""

from __future__ import annotations

from dataclasses import dataclass

from reporter.model.text import Level
from reporter.render.catalogue import Catalogue
from reporter.render.passages import Figure, Matrix, Passage, Quote, SourceMark, TableView
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
    and name."""

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
    are further documents that tell the same; ``ahead`` says that it was to come when they were written."""

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
    """A finding in words; ``title`` says in the interface's language what its code means, if that is known."""

    level: Level
    level_name: str
    code: str
    title: str
    message: str
    hint: str
    mark: SourceMark | None


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
    words that its text is printed in another script than its source has, else it is empty."""

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


@dataclass(frozen=True, slots=True)
class DocumentView:
    """A document in full. ``unheard`` says which sections the summary does not speak of, ``reasons`` (for the site)
    why each sentence of the summary is there."""

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


@dataclass(frozen=True, slots=True)
class Download:
    """A file beside the site."""

    name: str
    href: str


@dataclass(frozen=True, slots=True)
class Page:
    """What one page is made of. Pages of one document or one source have that, the others have None.

    ``t`` gives the interface's words by key; ``css`` is the style sheet and ``css_hash`` its entry in the page's
    Content-Security-Policy; ``home`` is the way to the first page. ``entries`` is the list of documents, ``documents``
    all of them in full (the PDF only). ``tight`` says how the PDF's page one is set, ``measuring`` that it is set alone
    to be measured.
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
    inputs: tuple[InputView, ...] = ()
    inputs_met: int = 0
    findings: tuple[FindingView, ...] = ()
    document: DocumentView | None = None
    source: SourceView | None = None
    downloads: tuple[Download, ...] = ()
    tight: bool = False
    measuring: bool = False
