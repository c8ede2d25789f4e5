"""A long PDF: its body laid out piece by piece, in processes of their own where there are some, then bound.

Nothing of the text libraries runs in this process before the last of the others has begun (``crew`` says why).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from itertools import chain
from pathlib import Path
from tempfile import TemporaryDirectory

from weasyprint import Attachment

from reporter.model import Briefing, Finding
from reporter.render import brief_view, document_view
from reporter.render.charts.selection import charts
from reporter.render.context import DocumentView, Page
from reporter.render.page_fit import Fit, fitted
from reporter.render.pages import print_page
from reporter.render.pdf.complaints import collected_complaints, complaint_findings, stand_in_findings
from reporter.render.pdf.composition import Run
from reporter.render.pdf.crew import Crew
from reporter.render.pdf.drawing import drawn
from reporter.render.pdf.edges import lost_findings
from reporter.render.pdf.files import Files, parts_findings, write_files
from reporter.render.pdf.numbering import without_numbers
from reporter.render.pdf.pieces import Piece
from reporter.render.pdf.press import Press
from reporter.render.pdf.printing import options_of
from reporter.render.pdf.shelf import Laid, shelved
from reporter.render.viewpoint import Viewpoint

_SIDED = re.compile(r"@page[^{@]*:(?:left|right|blank|nth)")


@dataclass(frozen=True, slots=True)
class Work:
    """What is at hand: the press, the processes, the folder that the PDF goes to, what is attached to it, and how many
    pages a file may have."""

    press: Press
    crew: Crew
    folder: Path
    attachments: tuple[Attachment, ...]
    limit: int


def may_be_cut(press: Press, briefing: Briefing) -> bool:
    """Whether pages may be laid out before it is known which number they have: the theme's sheet does not tell left
    pages from right ones, and its template prints the chapters that it is asked for and no others."""
    if _SIDED.search(press.theme.text("print.css")):
        return False
    page = print_page(press.view(briefing), measuring=True)
    nothing = press.html(replace(page, part="none"))
    return press.html(replace(page, part="body", chapters=("none",))) == nothing


def write_in_pieces(briefing: Briefing, pieces: Sequence[Piece], work: Work) -> Iterator[Finding]:
    """Write the PDF; what there is to say about it.

    Raises:
        RenderError: a template of the theme is wrong, a process died, or a face of a piece is not found again.
    """
    with TemporaryDirectory(dir=work.folder, prefix=".pdf-") as shelf:
        yield from _written(briefing, pieces, work, Path(shelf))


def _written(briefing: Briefing, pieces: Sequence[Piece], work: Work, shelf: Path) -> Iterator[Finding]:
    press, crew = work.press, work.crew
    view = press.view(briefing)
    page = print_page(view, rows=press.rows, whole=False)
    press.html(replace(page, part="none"))  # templates are read here, once for all processes
    fitting = crew.give(partial(_fit, press, briefing))
    pictures = crew.give(partial(charts, view, press.theme.fonts))
    places = {piece: shelf / str(number) for number, piece in enumerate(pieces)}
    jobs = {
        piece: crew.give(partial(_documents, press, view, page, piece, places[piece]))
        for piece in pieces
        if not piece.waits
    }
    fit = crew.result(fitting)
    brief = brief_view.brief(press.view(fit.on(briefing)))
    page = replace(page, brief=brief, tight=fit.tight, charts=crew.result(pictures))
    page = replace(page, documents=tuple(chain.from_iterable(crew.result(job).documents for job in jobs.values())))
    jobs |= {piece: crew.give(partial(_others, press, page, piece, places[piece])) for piece in pieces if piece.waits}
    yield from fit.findings
    yield from _bound([crew.result(jobs[piece]) for piece in pieces], page, work)


def _bound(laid: Sequence[Laid], page: Page, work: Work) -> Iterator[Finding]:
    """Write what is laid out into files."""
    press = work.press
    parts = tuple(each.piece for each in laid if each.piece)
    with collected_complaints() as complaints:
        made = write_files(Files(press, work.crew, work.folder, work.attachments, work.limit), page, parts)
    yield from lost_findings([*made.lost, *(page.lost for part in parts for page in part.pages)])
    said = [*chain.from_iterable(each.complaints for each in laid), *complaints, *made.complaints]
    yield from complaint_findings(said)
    yield from stand_in_findings(set(made.families), press.theme.faces)
    yield from parts_findings(made)


def _fit(press: Press, briefing: Briefing) -> Fit:
    """How the brief fits page one, without the documents."""
    fit = fitted(briefing, press.brief_measured, press.strings)
    return replace(fit, briefing=replace(fit.briefing, analyses=()))


def _documents(press: Press, view: Viewpoint, page: Page, piece: Piece, path: Path) -> Laid:
    """The pages of some documents, which are looked at here and nowhere else."""
    documents = tuple(
        document_view.document(view, analysis, printed=True, rows=press.rows)
        for analysis in view.briefing.analyses[piece.start : piece.stop]
    )
    return _laid(press, piece.of(page, documents), path, documents=tuple(map(_named, documents)))


def _named(document: DocumentView) -> DocumentView:
    """What contents and list of sources say of a document."""
    entry = replace(document.entry, summary=())
    return replace(document, entry=entry, sections=(), tables=(), figures=(), events=(), findings=(), honours=())


def _others(press: Press, page: Page, piece: Piece, path: Path) -> Laid:
    """The pages of a piece that has no document in full."""
    last = "sources" in piece.chapters and piece.stop == len(page.documents)
    documents = page.documents[piece.start : piece.stop] if "sources" in piece.chapters else ()
    return _laid(press, piece.of(page, documents, last=last), path, leads=piece.leads)


def _laid(
    press: Press, page: Page, path: Path, documents: tuple[DocumentView, ...] = (), *, leads: bool = False
) -> Laid:
    """The pages of a piece without their numbers, None where it has nothing to show; and what the PDF library
    complained of."""
    html = press.html(page)
    if html == press.html(replace(page, part="none")):
        return Laid(None, (), documents)
    with collected_complaints() as complaints:
        document = press.set_pages(html, Run())
        document.continued = page.chapters[0] if page.continued else ""
        unstated = without_numbers(document)
        piece = drawn(document, options_of(press.variant), unstated)
    return Laid(shelved(piece, path, leads=leads), tuple(complaints), documents)
