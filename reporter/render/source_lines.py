"""A source as it was read: pages of lines of runs of stretches of pieces."""

from __future__ import annotations

from dataclasses import dataclass

from reporter.render.passages import SourceMark


@dataclass(frozen=True, slots=True)
class Piece:
    """A bit of a source's text; of a repaired bit the ``text`` is what it became, ``original`` what stood there and
    ``rule`` the repair in words. Without an original, ``rule`` is the same character in its width before."""

    text: str
    original: str = ""
    rule: str = ""


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
    ``aside`` that it is no part of the article."""

    id: str
    used: bool
    aside: bool
    stretches: tuple[Stretch, ...]


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the source."""

    heading: bool
    lang: str
    runs: tuple[Run, ...]


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
