"""The small parts of a page: words of a document with their place, figures, tables.

Every ``href`` is final for the page it stands on; an empty one means that there is nothing to link to. Every
``lang`` is the language tag of the text beside it (zh-Hans, zh-Hant, or zh where a passage mixes both scripts).
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Passage:
    """Words of a document with their place in its source."""

    text: str
    lang: str
    href: str = ""


@dataclass(frozen=True, slots=True)
class SourceMark:
    """A document as the brief cites it: 〔3〕. ``place`` is a short name for narrow columns."""

    number: int
    title: str
    place: str
    lang: str
    href: str

    @property
    def label(self) -> str:
        """The mark as printed."""
        return f"〔{self.number}〕"


@dataclass(frozen=True, slots=True)
class Context:
    """What stands around a quotation, for a reader who does not want to leave the page: the headings above it, and cut
    to some length the sentences ``before`` and ``after`` it; of a figure ``sentence`` is the one that states it."""

    path: str
    before: str
    after: str
    lang: str
    sentence: str = ""


@dataclass(frozen=True, slots=True)
class Quote:
    """A sentence, verbatim, with the ids of its document and itself. ``anchor`` is the id that it gets on the page
    (empty for none); ``repeats`` is its place in the document's summary when it stands there already, from 1.
    ``converted`` says that it is printed in another script than its source has it in (zh-Hans or zh-Hant, else empty),
    ``note`` the same in words, after the page or cell of its file where it has one. ``context`` is None where the
    medium shows none. ``whose`` says in brackets of which place and year it is, where readers of sentences of many
    would not know; it is no part of the quotation."""

    text: str
    lang: str
    href: str
    mark: SourceMark
    document: str
    sentence: str
    anchor: str = ""
    repeats: int | None = None
    converted: str = ""
    note: str = ""
    context: Context | None = None
    whose: str = ""

    @property
    def stem(self) -> str:
        """The sentence without its last character, which a line of print must not part from the mark behind it."""
        return self.text[:-1]

    @property
    def ending(self) -> str:
        """The last character of the sentence."""
        return self.text[-1:]


@dataclass(frozen=True, slots=True)
class Figure:
    """A stated quantity: who, what, how much, as the document words it, and what qualifies it. ``lang`` is the language
    tag of subject, name and details; ``context`` is None where the medium shows none."""

    subject: str
    name: str
    quantity: str
    words: Passage
    details: tuple[str, ...]
    mark: SourceMark
    lang: str = "zh-Hans"
    context: Context | None = None


@dataclass(frozen=True, slots=True)
class MatrixFigure:
    """A figure in the comparison. ``label`` says its period where the row's figures are of several, and what tells it
    from another one in the same cell; ``note`` says in what it differs from its row when ``same`` is false."""

    text: str
    label: str
    subject: str
    href: str
    same: bool
    note: str
    mark: SourceMark
    lang: str = "zh-Hans"


@dataclass(frozen=True, slots=True)
class MatrixRow:
    """One indicator over the documents; ``cells`` are parallel to the matrix's columns (none on the site where there
    are more than a dozen), ``figures`` the same in one line, without the last ``more`` of them where the row is cut.
    ``unit`` is empty where the figures carry units of their own."""

    indicator: str
    unit: str
    derived: bool
    cells: tuple[tuple[MatrixFigure, ...], ...]
    figures: tuple[MatrixFigure, ...]
    more: int = 0
    lang: str = "zh-Hans"


@dataclass(frozen=True, slots=True)
class Matrix:
    """The comparison. ``wide`` says that there are more documents than a page has columns: print the rows' figures
    one after the other. Of more than twelve documents ``columns`` has the first thirteen: no page has as many columns.
    ``other`` says that some figure measures something else."""

    columns: tuple[SourceMark, ...]
    rows: tuple[MatrixRow, ...]
    wide: bool
    other: bool


@dataclass(frozen=True, slots=True)
class CellView:
    """A table's cell."""

    text: str
    href: str


@dataclass(frozen=True, slots=True)
class Column:
    """A table's column; ``numeric`` ones are set flush right. ``share`` is its part of the table's width in per cent,
    by the length of its texts; ``long`` ones hold running text, which a narrow screen must not squeeze."""

    title: str
    numeric: bool
    share: int
    long: bool = False


@dataclass(frozen=True, slots=True)
class TableView:
    """A table of a document. ``file`` leads to it as a file (in print it names the file), ``continued`` says that it is
    a further group of columns of the one before, ``more`` how many rows at its end are left out."""

    anchor: str
    caption: str
    unit: str
    lang: str
    href: str
    listed: bool
    columns: tuple[Column, ...]
    rows: tuple[tuple[CellView, ...], ...]
    mark: SourceMark
    file: str = ""
    continued: bool = False
    more: int = 0
