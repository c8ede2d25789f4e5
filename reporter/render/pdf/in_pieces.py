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

import weasyprint
from weasyprint import Attachment

from reporter.model import Briefing, Finding
from reporter.render import brief_view
from reporter.render.charts.selection import charts
from reporter.render.context import Page
from reporter.render.page_fit import Fit, fitted
from reporter.render.pages import print_page
from reporter.render.pdf.binding import Sheets, bind
from reporter.render.pdf.complaints import collected_complaints, complaint_findings, stand_in_findings
from reporter.render.pdf.composition import ROUNDS, Run
from reporter.render.pdf.crew import Crew
from reporter.render.pdf.drawing import Drawn, DrawnPage, drawn
from reporter.render.pdf.edges import lost_findings, lost_text
from reporter.render.pdf.numbering import Forms, empty_pages, number_forms, without_numbers
from reporter.render.pdf.pieces import Piece
from reporter.render.pdf.press import Press
from reporter.render.pdf.printing import options_of

_SIDED = re.compile(r"@page[^{@]{0,200}:(?:left|right|blank|nth)")
# Pages whose numbers are set at once.
_NUMBERED = 400


@dataclass(frozen=True, slots=True)
class Work:
    """What is at hand: the press, the processes, and where the PDF goes."""

    press: Press
    crew: Crew
    path: Path
    attachments: tuple[Attachment, ...]


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
    press, crew = work.press, work.crew
    view = press.view(briefing)
    page = print_page(view, rows=press.rows)
    press.html(replace(page, part="none"))  # templates are read here, once for all processes
    fitting = crew.give(partial(_fit, press, briefing))
    pictures = crew.give(partial(charts, view, press.theme.fonts))
    jobs = {piece: crew.give(partial(_draw, press, piece.of(page))) for piece in pieces if not piece.waits}
    fit = crew.result(fitting)
    brief = brief_view.brief(press.view(fit.on(briefing)))
    page = replace(page, brief=brief, tight=fit.tight, charts=crew.result(pictures))
    jobs |= {piece: crew.give(partial(_draw, press, piece.of(page))) for piece in pieces if piece.waits}
    drawings = [crew.result(jobs[piece]) for piece in pieces]
    parts = tuple(drawing for drawing, _ in drawings if drawing)
    with collected_complaints() as complaints:
        sheets = _sheets(work, page, parts)
        families, unknown = bind(sheets, work.path, press.variant, work.attachments)
    said = [*chain.from_iterable(words for _, words in drawings), *complaints]
    said += [f"No anchor #{name} for internal URI reference" for name in unknown]
    yield from fit.findings
    yield from lost_findings([*map(lost_text, sheets.front.pages), *(page.lost for page in _pages(parts))])
    yield from complaint_findings(said)
    yield from stand_in_findings(set(families), press.theme.faces)


def _fit(press: Press, briefing: Briefing) -> Fit:
    """How the brief fits page one, without the documents."""
    fit = fitted(briefing, press.brief_measured, press.strings)
    return replace(fit, briefing=replace(fit.briefing, analyses=()))


def _draw(press: Press, page: Page) -> tuple[Drawn | None, tuple[str, ...]]:
    """The pages of a piece without their numbers, None where it has nothing to show; and what the PDF library
    complained of."""
    html = press.html(page)
    if html == press.html(replace(page, part="none")):
        return None, ()
    with collected_complaints() as complaints:
        document = press.set_pages(html, Run())
        unstated = without_numbers(document)
        return drawn(document, options_of(press.variant), unstated), tuple(complaints)


def _sheets(work: Work, page: Page, parts: tuple[Drawn, ...]) -> Sheets:
    """All pages, the page numbers known. Brief and contents are measured first, by another process: this one may start
    no more of them once it has laid out pages itself."""
    press = work.press
    ahead = 1 + work.crew.result(work.crew.give(partial(_contents, press, page, parts)))
    numbers = _numbers(work, page, parts, ahead)
    for _ in range(ROUNDS):
        front = _front(press, page, parts, ahead)
        if len(front.pages) == ahead:
            break
        ahead = len(front.pages)
        numbers = _numbers(replace(work, crew=Crew(0)), page, parts, ahead)
    return Sheets(front, parts, numbers)


def _contents(press: Press, page: Page, parts: Sequence[Drawn]) -> int:
    """How many pages the contents take."""
    html = press.html(replace(page, part="contents", page_numbers=_places(parts, 3)))
    return len(press.set_pages(html, Run()).pages)


def _front(press: Press, page: Page, parts: Sequence[Drawn], ahead: int) -> weasyprint.Document:
    """Brief and contents, which are thought to take so many pages."""
    html = press.html(replace(page, part="front", page_numbers=_places(parts, ahead + 1)))
    return press.set_pages(html, Run(others=len(_pages(parts)), own=range(ahead, ahead + 1)))


def _numbers(work: Work, page: Page, parts: Sequence[Drawn], ahead: int) -> tuple[Forms, ...]:
    """The numbers of the pages behind so many, some hundreds at once."""
    sorts = [page.sort for page in _pages(parts)]
    jobs = []
    for start in range(0, len(sorts), _NUMBERED):
        some = sorts[start : start + _NUMBERED]
        others = ahead + len(sorts) - len(some)
        run = Run(ahead + start + 1, others, range(len(some), len(some) + 1))
        jobs.append(work.crew.give(partial(_number, work.press, empty_pages(some, page.language), run)))
    return tuple(work.crew.result(job) for job in jobs)


def _number(press: Press, html: str, run: Run) -> Forms:
    """The numbers of empty pages."""
    return number_forms(press.set_pages(html, run), options_of(press.variant))


def _places(parts: Sequence[Drawn], first: int) -> dict[str, int]:
    """Anchor → the number of its page, the first page having the given one."""
    places: dict[str, int] = {}
    for number, page in enumerate(_pages(parts), first):
        for anchor in page.anchors:
            places.setdefault(anchor, number)
    return places


def _pages(parts: Sequence[Drawn]) -> list[DrawnPage]:
    return [page for part in parts for page in part.pages]
