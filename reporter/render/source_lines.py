"""A source as it was read: pages of lines of runs of stretches of pieces."""

from __future__ import annotations

from dataclasses import dataclass

from reporter.render.passages import SourceMark


@dataclass(frozen=True, slots=True)
class Piece:
    """A bit of a source's text; of a repaired bit the ``text`` is what it became, ``original`` what stood there (its
    beginning, where it is long) and ``rule`` the repair in words. Without an original, ``rule`` is the same character
    in its width before. ``markup`` says that the original is a mark of the file's format and no word."""

    text: str
    original: str = ""
    rule: str = ""
    markup: bool = False


@dataclass(frozen=True, slots=True)
class Stretch:
    """Pieces that belong together. ``figure`` says that they state a quantity, whose ``id`` is set where it begins;
    ``anchors`` are the ids of other places that begin here."""

    id: str
    figure: bool
    anchors: tuple[str, ...]
    pieces: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class Run:
    """Stretches of one passage, whose ``id`` is set where it begins. ``used`` says that the briefing quotes it,
    ``aside`` that it is no part of the article; ``place`` where in its file it stands, in words, if that is no text."""

    id: str
    used: bool
    aside: bool
    stretches: tuple[Stretch, ...]
    place: str = ""


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the source. ``place`` names the page or sheet of the file that it is the first of, ``markup`` says that
    it holds marks of the format only."""

    heading: bool
    lang: str
    runs: tuple[Run, ...]
    place: str = ""
    markup: bool = False


@dataclass(frozen=True, slots=True)
class PartLink:
    """A link to one part of a source that is shown in parts."""

    number: int
    href: str


@dataclass(frozen=True, slots=True)
class SourceView:
    """One part of a source as it was read."""

    mark: SourceMark
    path: str
    part: int
    parts: tuple[PartLink, ...]
    lines: tuple[Line, ...]
