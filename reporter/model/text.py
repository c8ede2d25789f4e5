"""What reading and repairing hand on: raw text, clean text, asides and findings."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field, replace
from itertools import islice, takewhile
from typing import Literal

from reporter.model.ledger import Ledger

Level = Literal["info", "warning", "error"]


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A half-open stretch of code points."""

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start <= self.end:
            raise ValueError(f"span {self.start}-{self.end} runs backwards")

    def __len__(self) -> int:
        return self.end - self.start

    def of(self, text: str) -> str:
        """The stretch of this text."""
        return text[self.start : self.end]

    def covers(self, other: Span) -> bool:
        """Whether the other span lies within this one."""
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: Span) -> bool:
        """Whether the two share a code point."""
        return self.start < other.end and other.start < self.end


@dataclass(frozen=True, slots=True)
class Finding:
    """Something skipped, doubted or repaired that a person may want to know.

    ``code`` is stable (``room-what``, such as ``read-encoding-doubtful``); ``span`` counts clean text of the
    document (or None). ``document`` is filled in when the document's id is known.

    ``message`` and ``hint`` are English. ``key`` names the sentence and ``values`` fill its gaps (``saying``), by which
    it is said in other languages; both are empty for a finding that only has English words.
    """

    code: str
    level: Level
    message: str
    hint: str = ""
    span: Span | None = None
    document: str | None = None
    key: str = ""
    values: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Mark:
    """What the markup says of ``source[start:end]``: ``title``, ``heading`` (with its level), ``paragraph``,
    ``item`` or ``aside`` (outside the main content). Plain text has no marks.
    """

    kind: Literal["title", "heading", "paragraph", "item", "aside"]
    start: int
    end: int
    level: int = 0


@dataclass(frozen=True, slots=True)
class RawTable:
    """A table of the markup: rows of equal length, row- and colspan resolved, cells as source stretches.

    ``rows[i][j]`` is (start, end) in the source, (0, 0) for an empty cell; the first ``header_rows`` are headings.
    ``start`` and ``end`` are the whole table in the source.
    """

    rows: tuple[tuple[tuple[int, int], ...], ...]
    header_rows: int
    caption: tuple[int, int] | None
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Locator:
    """Where in a file that is no text something stands, as a person finds it again.

    ``page`` counts from 1; ``box`` is (left, top, right, bottom) in points from the page's upper left corner;
    ``paragraph`` counts the paragraphs and table rows of a DOCX body from 0; ``cell`` is a cell's name (B7).
    """

    page: int | None = None
    box: tuple[float, float, float, float] | None = None
    paragraph: int | None = None
    sheet: str | None = None
    cell: str | None = None


@dataclass(frozen=True, slots=True)
class Place:
    """``source[start:end]`` stands at this place of the file."""

    start: int
    end: int
    locator: Locator


@dataclass(frozen=True, slots=True)
class RawText:
    """A file as read: its text as decoded and what the reader knows about it.

    ``ledger`` holds the reader's own edits (dropped tags, decoded entities, lines of a page joined; none for plain
    text): its ``source`` is the decoded text and its ``text`` what repair starts from. Where the file is no text (DOCX,
    PDF, sheets) the source is what the reader made of it, and ``places`` lead back into the file, in order, none
    overlapping another. ``metadata`` has the keys title, author, source, date, url where the file's own metadata states
    them. ``format`` is a name of ``read.READERS``; ``encoding`` the codec's, two joined
    by a plus where the lines are in two (utf-8 for what a reader wrote itself).
    """

    path: str
    sha256: str
    format: str
    encoding: str
    ledger: Ledger
    marks: tuple[Mark, ...] = ()
    tables: tuple[RawTable, ...] = ()
    metadata: tuple[tuple[str, str], ...] = ()
    findings: tuple[Finding, ...] = ()
    places: tuple[Place, ...] = ()

    def locator(self, start: int, end: int) -> Locator | None:
        """Where ``source[start:end]`` stands in the file: the first of its places, with the box around all of that
        page; None where the source is the file itself."""
        first = bisect_right(self.places, start, key=lambda place: place.end)
        if first == len(self.places) or self.places[first].start >= max(end, start + 1):
            return None
        found = self.places[first].locator
        if found.box is None:
            return found
        boxes = [
            place.locator.box
            for place in takewhile(lambda place: place.start < end, islice(self.places, first, None))
            if place.locator.page == found.page and place.locator.box
        ]
        lefts, tops, rights, bottoms = zip(*boxes, strict=True)
        return replace(found, box=(min(lefts), min(tops), max(rights), max(bottoms)))


@dataclass(frozen=True, slots=True)
class Aside:
    """A stretch of the clean text that is no part of the article: site furniture, spam, a repeated byline.

    It is set aside, not deleted: the text keeps it, structure passes over it, the findings list it. ``rule`` is the
    code of the pattern it fits; ``keep`` says that title, byline, source or date may still be read from it.
    """

    span: Span
    rule: str
    keep: bool = False


@dataclass(frozen=True, slots=True)
class CleanText:
    """Repaired text with the way back to its source."""

    raw: RawText
    ledger: Ledger
    asides: tuple[Aside, ...] = ()
    findings: tuple[Finding, ...] = field(default=())

    @property
    def text(self) -> str:
        """The repaired text, in its own script."""
        return self.ledger.text

    @classmethod
    def of(cls, text: str, path: str = "text.txt") -> CleanText:
        """Clean text without any history, as tests and the library's text functions need it."""
        from hashlib import sha256

        digest = sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
        return cls(RawText(path, digest, "txt", "utf-8", Ledger(text)), Ledger(text))
