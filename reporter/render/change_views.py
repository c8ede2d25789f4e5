"""What a page knows of the changes since an earlier build. What stood there is words alone: it has no place here."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from reporter.render.passages import Figure, Passage, Quote, SourceMark


@dataclass(frozen=True, slots=True)
class SentenceChangeView:
    """A new sentence; ``earlier`` is what it was made of, with words before it, or empty."""

    quote: Quote
    earlier: str = ""


@dataclass(frozen=True, slots=True)
class RowChangeView:
    """A table's row that is new or reads otherwise, with its place; ``earlier`` as with sentences."""

    words: Passage
    earlier: str = ""


@dataclass(frozen=True, slots=True)
class FigureChangeView:
    """A new figure: what the earlier build stated, empty where nothing there compares with it, and how the two belong
    together, in words."""

    figure: Figure
    earlier: str
    note: str


@dataclass(frozen=True, slots=True)
class DocumentChangeView:
    """A document that is new, changed or moved (``kind``, in words ``kind_name``). ``notes`` say in words where it
    stood, what its title was, which headings are new and gone; ``gone`` are sentences and rows that it has no more;
    ``more`` says in words what is not listed and where that stands, empty for nothing. Of a new document ``sentences``
    are the best of its summary. ``rest`` are sentences for a page to fold. ``continued`` marks another piece of a
    document that is too long for one."""

    kind: str
    kind_name: str
    title: str
    lang: str
    mark: SourceMark
    notes: tuple[str, ...] = ()
    sentences: tuple[SentenceChangeView, ...] = ()
    rows: tuple[RowChangeView, ...] = ()
    figures: tuple[FigureChangeView, ...] = ()
    gone: tuple[str, ...] = ()
    more: str = ""
    rest: tuple[SentenceChangeView, ...] = ()
    continued: bool = False


@dataclass(frozen=True, slots=True)
class ConclusionView:
    """A conflict that came up, one that is solved, or a target that is met: whose and what it is of and when, the words
    on it, and the figures of this build that it rests on."""

    title: str
    lang: str
    words: str
    figures: tuple[Figure, ...] = ()


@dataclass(frozen=True, slots=True)
class ChangesView:
    """What has changed since an earlier build. ``lead`` says in words which and how much; ``figures`` are those that
    compare with an earlier one, over all documents; ``gone`` names the documents that it has no more, ``lost`` the
    figures; ``more`` says what is not listed and where that stands, by the field's name, empty for nothing."""

    lead: str
    documents: tuple[DocumentChangeView, ...] = ()
    figures: tuple[FigureChangeView, ...] = ()
    gone: tuple[str, ...] = ()
    conflicts: tuple[ConclusionView, ...] = ()
    solved: tuple[ConclusionView, ...] = ()
    met: tuple[ConclusionView, ...] = ()
    lost: tuple[str, ...] = ()
    more: Mapping[str, str] = field(default_factory=dict)
