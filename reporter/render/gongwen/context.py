"""What the templates of an official document know: one ``OfficialPage`` of frozen values, ready to print.

Lengths are points. An element that the configuration does not give is empty and is left out of the print.
"""

from __future__ import annotations

from dataclasses import dataclass

from reporter.render.catalogue import Catalogue
from reporter.render.context import Head, Note
from reporter.render.passages import Quote, SourceMark


@dataclass(frozen=True, slots=True)
class Name:
    """An issuer in the masthead: ``spacing`` sets its characters apart so that all issuers are equally wide."""

    text: str
    spacing: float


@dataclass(frozen=True, slots=True)
class Signer:
    """A signer with the place of the name: from the top of the head and from the right edge of the type area."""

    name: str
    top: float
    right: float


@dataclass(frozen=True, slots=True)
class Masthead:
    """版头: everything above the title. ``top`` is where the issuers begin, ``line`` the height of one of their lines,
    ``number_top``, ``rule`` where number and red rule stand, ``lines`` how many lines the head takes."""

    names: tuple[Name, ...]
    suffix: str
    size: float
    line: float
    top: float
    number: str
    number_top: float
    number_left: bool
    signers: tuple[Signer, ...]
    signers_label_right: float
    rule: float
    lines: int


@dataclass(frozen=True, slots=True)
class Piece:
    """Words in a cell. ``kind`` is ``text``, ``small`` (a note) or ``mark`` (a source)."""

    text: str
    lang: str = ""
    href: str = ""
    kind: str = "text"


@dataclass(frozen=True, slots=True)
class GridCell:
    """A cell: its lines of pieces; ``numeric`` ones are set flush right. Where it is ``running``, what would be lines
    follow one another on a line, each unbroken."""

    lines: tuple[tuple[Piece, ...], ...]
    numeric: bool = False
    running: bool = False


@dataclass(frozen=True, slots=True)
class GridRow:
    """A row of a table; its height in lines of the page, None as long as that is not measured."""

    cells: tuple[GridCell, ...]
    height: int | None = None


@dataclass(frozen=True, slots=True)
class Grid:
    """A table whose rows stand on the lines of the page. ``shares`` are the columns' widths in per cent."""

    shares: tuple[int, ...]
    head: GridRow
    rows: tuple[GridRow, ...]
    remark: str = ""


@dataclass(frozen=True, slots=True)
class Point:
    """A sentence of the brief with its number in the document (empty for none), and what is remarked on it (how it
    read in the earlier issue; empty for nothing)."""

    ordinal: str
    quote: Quote
    remark: str = ""


@dataclass(frozen=True, slots=True)
class PointGroup:
    """Sentences under a heading of the second level (empty for none)."""

    heading: str
    lang: str
    points: tuple[Point, ...]


@dataclass(frozen=True, slots=True)
class Part:
    """A part of the text under a heading of the first level (empty for none): what introduces it, sentences, a table,
    and what follows these."""

    heading: str
    groups: tuple[PointGroup, ...] = ()
    grid: Grid | None = None
    lead: str = ""
    remarks: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Signature:
    """署名 and 成文日期. ``names`` and ``date`` stand so many points from the right edge; ``above`` lines are left free
    above, with a seal for the seal."""

    names: tuple[tuple[str, float], ...]
    date: str
    date_right: float
    above: int


@dataclass(frozen=True, slots=True)
class SourceEntry:
    """A cited document in the list of sources, as GB/T 7714—2015 cites it."""

    mark: SourceMark
    citation: str


@dataclass(frozen=True, slots=True)
class Imprint:
    """版记: who gets copies, who printed it and when."""

    copies: str
    office: str
    date: str


@dataclass(frozen=True, slots=True)
class OfficialPage:
    """The whole document. ``above`` are 份号, 密级 and 紧急程度, ``numbering`` how pages are numbered (outer, centre,
    none). ``imprint_on`` says where the imprint goes: ``last`` (the last page), ``next`` (a page of its own behind it)
    or ``blank`` (behind a blank page). ``measuring`` prints the tables alone."""

    t: Catalogue
    language: str
    head: Head
    above: tuple[str, ...]
    masthead: Masthead | None
    title: tuple[str, ...]
    addressees: str
    notes: tuple[Note, ...]
    parts: tuple[Part, ...]
    annexes: tuple[str, ...]
    signature: Signature | None
    remarks: tuple[str, ...]
    sources: tuple[SourceEntry, ...]
    uncited: str
    imprint: Imprint | None
    numbering: str
    imprint_on: str = ""
    measuring: bool = False

    @property
    def grids(self) -> tuple[Grid, ...]:
        """The tables in their order."""
        return tuple(part.grid for part in self.parts if part.grid is not None)
