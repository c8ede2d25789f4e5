"""Pieces that are laid out → the files of a PDF: brief and contents with the numbers of all pages; each file bound.

A PDF of more pages than a file may have is written in several: the first has brief, contents and what spans the
documents, the others the documents and what comes behind them. Each of these is bound in a process of its own.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

import weasyprint
from weasyprint import Attachment
from weasyprint.formatting_structure import boxes

from reporter.model import Finding, Saying
from reporter.render.context import Page
from reporter.render.pdf.across import unknown_links
from reporter.render.pdf.binding import Sheets, bind
from reporter.render.pdf.complaints import collected_complaints
from reporter.render.pdf.composition import ROUNDS, Run, tell_unsettled
from reporter.render.pdf.crew import Crew, Job
from reporter.render.pdf.drawing import Drawn, DrawnPage
from reporter.render.pdf.edges import lost_text
from reporter.render.pdf.numbering import Forms, empty_pages, number_forms
from reporter.render.pdf.press import Press
from reporter.render.pdf.printing import options_of
from reporter.render.pdf.shelf import Shelved
from reporter.render.pdf.volumes import Volume, cuts, parts_of, placed

# Pages whose numbers are set at once.
_NUMBERED = 400
_PARTS = Saying(
    "render-pdf-parts",
    "info",
    "the PDF has {pages} pages; they are in {files} files, {first} to {last}",
    '[pdf] part_pages sets how many pages a file may have, extent = "brief" prints the brief alone',
)


@dataclass(frozen=True, slots=True)
class Files:
    """What is at hand: the press, the processes, the folder, what is attached to the first file, and how many pages a
    file may have."""

    press: Press
    crew: Crew
    folder: Path
    attachments: tuple[Attachment, ...]
    limit: int


@dataclass(frozen=True, slots=True)
class Made:
    """What was written: the files, the families of the faces in them, what the PDF library complained of beside what
    is collected already, the text that lies off each page in front, and how many pages there are."""

    volumes: tuple[Volume, ...]
    families: tuple[str, ...]
    complaints: tuple[str, ...]
    lost: tuple[str, ...]
    pages: int


@dataclass(frozen=True, slots=True)
class _Bound:
    """What a file of its own has: families of faces, complaints."""

    families: tuple[str, ...]
    complaints: tuple[str, ...]


def write_files(files: Files, page: Page, pieces: tuple[Shelved, ...]) -> Made:
    """Write the files.

    Brief and contents are measured first, by another process: this one may start no more of them once it has laid out
    pages itself. They are laid out last, when what was measured is known to hold.
    """
    ahead = 1 + files.crew.result(files.crew.give(partial(_contents, files.press, page, pieces)))
    lengths = [len(piece.pages) for piece in pieces]
    ranges = cuts(lengths, sum(piece.leads for piece in pieces), ahead, files.limit)
    if len(ranges) > 1:
        page = replace(page, printed_parts=parts_of(placed(ranges, lengths, ahead)))
        ahead = 1 + files.crew.result(files.crew.give(partial(_contents, files.press, page, pieces)))
    for _ in range(ROUNDS):
        binder = _Binder(files, page, pieces, placed(ranges, lengths, ahead))
        jobs = binder.give_others()
        numbers = binder.numbers(binder.volumes[0])
        others = [files.crew.result(job) for job in jobs]
        front = binder.front(ahead)
        if len(front.pages) == ahead:
            break
        ahead = len(front.pages)
        files = replace(files, crew=Crew(0))
    else:
        tell_unsettled()
    first = binder.bind_first(front, numbers)
    unknown = unknown_links(front, binder.pages)
    return Made(
        binder.volumes,
        tuple(dict.fromkeys((*first, *(family for other in others for family in other.families)))),
        (
            *(words for other in others for words in other.complaints),
            *(f"No anchor #{name} for internal URI reference" for name in unknown),
        ),
        tuple(map(lost_text, front.pages)),
        len(front.pages) + len(binder.pages),
    )


def parts_findings(made: Made) -> Iterator[Finding]:
    """A word on a PDF in several files."""
    if len(made.volumes) > 1:
        first, *_, last = made.volumes
        yield _PARTS.finding(pages=made.pages, files=len(made.volumes), first=first.file, last=last.file)


def _contents(press: Press, page: Page, pieces: Sequence[Shelved]) -> int:
    """How many pages the contents take."""
    html = press.html(replace(page, part="contents", page_numbers=_places(_pages(pieces), 3)))
    return len(press.set_pages(html, Run()).pages)


def _places(pages: Sequence[DrawnPage], first: int) -> dict[str, int]:
    """Anchor → the number of its page, the first page having the given one."""
    places: dict[str, int] = {}
    for number, page in enumerate(pages, first):
        for anchor in page.anchors:
            places.setdefault(anchor, number)
    return places


def _pages(pieces: Sequence[Shelved]) -> list[DrawnPage]:
    return [page for piece in pieces for page in piece.pages]


class _Binder:
    """Binds files whose pages have their places."""

    def __init__(self, files: Files, page: Page, pieces: tuple[Shelved, ...], volumes: tuple[Volume, ...]) -> None:
        self._files, self._press, self._pieces = files, files.press, pieces
        self._page = replace(page, printed_parts=parts_of(volumes))
        self.volumes = volumes
        self.pages = _pages(pieces)
        self._ahead = volumes[0].first - 1
        self._where = _files_of(pieces, volumes)

    def give_others(self) -> list[Job[_Bound]]:
        """Have all files but the first written."""
        return [self._files.crew.give(partial(self._bound, volume)) for volume in self.volumes[1:]]

    def front(self, ahead: int) -> weasyprint.Document:
        """Brief and contents, which are thought to take so many pages."""
        page = replace(self._page, part="front", page_numbers=_places(self.pages, ahead + 1))
        run = Run(others=len(self.pages), own=range(ahead, ahead + 1))
        return self._press.set_pages(self._press.html(page), run)

    def numbers(self, volume: Volume) -> tuple[Forms, ...]:
        """The numbers of the pages of a file's pieces, some hundreds at once."""
        jobs = [self._files.crew.give(partial(_number, self._press, *numbered)) for numbered in self._numbered(volume)]
        return tuple(self._files.crew.result(job) for job in jobs)

    def bind_first(self, front: weasyprint.Document, numbers: tuple[Forms, ...]) -> tuple[str, ...]:
        """Write the first file; the families of its faces."""
        volume = self.volumes[0]
        self._entitle(front, volume)
        sheets = Sheets(front, self._drawn(volume), numbers, self._where, volume.file)
        return bind(sheets, self._files.folder / volume.file, self._press.variant, self._files.attachments)

    def _bound(self, volume: Volume) -> _Bound:
        """Write another file."""
        with collected_complaints() as complaints:
            numbers = tuple(_number(self._press, *numbered) for numbered in self._numbered(volume))
            front = self._press.set_pages(self._press.html(replace(self._page, part="none")), Run())
            _without_margins(front)
            self._entitle(front, volume)
            sheets = Sheets(front, self._drawn(volume), numbers, self._where, volume.file, bare=True)
            families = bind(sheets, self._files.folder / volume.file, self._press.variant)
        return _Bound(families, tuple(complaints))

    def _numbered(self, volume: Volume) -> Iterator[tuple[str, Run]]:
        """Empty pages for the pages of a file, and their run among all."""
        sorts = [page.sort for page in _pages(self._pieces[volume.pieces.start : volume.pieces.stop])]
        total = self._ahead + len(self.pages)
        for start in range(0, len(sorts), _NUMBERED):
            some = sorts[start : start + _NUMBERED]
            run = Run(volume.first + start, total - len(some), range(len(some), len(some) + 1))
            yield empty_pages(some, self._page.language), run

    def _drawn(self, volume: Volume) -> tuple[Drawn, ...]:
        return tuple(self._pieces[place].opened() for place in volume.pieces)

    def _entitle(self, front: weasyprint.Document, volume: Volume) -> None:
        """Have a file's title say which of several it is."""
        if len(self.volumes) > 1:
            title, count = front.metadata.title, len(self.volumes)
            front.metadata.title = self._press.strings("contents.title", title=title, part=volume.number, count=count)


def _number(press: Press, html: str, run: Run) -> Forms:
    """The numbers of empty pages."""
    return number_forms(press.set_pages(html, run), options_of(press.variant))


def _without_margins(document: weasyprint.Document) -> None:
    """Leave pages empty that are there for what the document says of itself."""
    for page in document.pages:
        box = page._page_box  # noqa: SLF001 - pages tell of no margin boxes otherwise
        box.children = [child for child in box.children if not isinstance(child, boxes.MarginBox)]


def _files_of(pieces: Sequence[Shelved], volumes: Sequence[Volume]) -> dict[str, str]:
    """Anchor → the file that has it; none where there is one file."""
    found: dict[str, str] = {}
    for volume in volumes if len(volumes) > 1 else ():
        for place in volume.pieces:
            for page in pieces[place].pages:
                for anchor in page.anchors:
                    found.setdefault(anchor, volume.file)
    return found
