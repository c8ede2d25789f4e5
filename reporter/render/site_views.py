"""What only pages of the site know: the way between them, the terms over all documents, the build itself."""

from __future__ import annotations

from dataclasses import dataclass

from reporter.render.passages import Passage, SourceMark


@dataclass(frozen=True, slots=True)
class NavLink:
    """A page in the site's navigation; ``current`` says that the reader is on it."""

    label: str
    href: str
    current: bool


@dataclass(frozen=True, slots=True)
class PageLink:
    """A link to one of the pages that a long list is spread over, counted from 1."""

    number: int
    href: str


@dataclass(frozen=True, slots=True)
class Paging:
    """A page of a list: which one it is and all of them (none where the list has one page); ``total`` are the list's
    items over all pages."""

    number: int = 1
    pages: tuple[PageLink, ...] = ()
    total: int = 0


NO_PAGING = Paging()


@dataclass(frozen=True, slots=True)
class TermView:
    """A keyword with the documents that it is one of; ``more`` counts those that are not listed."""

    words: Passage
    marks: tuple[SourceMark, ...]
    more: int = 0

    @property
    def count(self) -> int:
        """How many documents it is a keyword of."""
        return len(self.marks) + self.more


@dataclass(frozen=True, slots=True)
class Setting:
    """A value of the configuration that is not the default, as TOML, under its dotted key."""

    key: str
    value: str


@dataclass(frozen=True, slots=True)
class Output:
    """A file that the site offers, with its length in bytes, also for reading, and its SHA-256."""

    name: str
    href: str
    bytes: int
    size: str
    sha256: str


@dataclass(frozen=True, slots=True)
class FindingCount:
    """How many findings there are of a code; ``title`` says what it means, the code itself where that is not known."""

    level: str
    level_name: str
    code: str
    title: str
    count: int


@dataclass(frozen=True, slots=True)
class About:
    """The build: the program's version, how many files were met by what became of them, the settings that differ from
    the defaults, the files that it offers, how many findings there are of each code (warnings first), the packages that
    shape a build with their versions, and for each role of the PDF's type the families that are tried; ``since`` says
    in words which earlier build it was held against, empty for none."""

    version: str
    counts: tuple[tuple[str, int], ...]
    settings: tuple[Setting, ...]
    outputs: tuple[Output, ...]
    findings: tuple[FindingCount, ...] = ()
    packages: tuple[tuple[str, str], ...] = ()
    fonts: tuple[tuple[str, str], ...] = ()
    since: str = ""
