"""A briefing → ``briefing.pdf`` and what there is to say about it, in this process."""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import partial
from pathlib import Path

import weasyprint
from weasyprint import Attachment

from reporter.config import Config
from reporter.model import Briefing, Finding
from reporter.render.gongwen.layout import OFFICIAL, official_pages
from reporter.render.page_fit import fitted
from reporter.render.pdf.attachments import source_attachments
from reporter.render.pdf.brief_alone import brief_page, cut_findings
from reporter.render.pdf.complaints import collected_complaints, complaint_findings, stand_in_findings
from reporter.render.pdf.crew import Crew
from reporter.render.pdf.edges import off_page_findings
from reporter.render.pdf.in_pieces import Work, may_be_cut, write_in_pieces
from reporter.render.pdf.pieces import Piece
from reporter.render.pdf.press import Press, press
from reporter.render.pdf.printing import print_pages
from reporter.render.pdf.shortcuts import shortcuts
from reporter.render.pdf.tagging import complete_tags, may_be_bound, tags_findings
from reporter.render.printed_tables import shortened_brief_findings, shortened_findings
from reporter.render.typesetting import chinese_typesetting

NAME = "briefing.pdf"


def write_here(
    briefing: Briefing,
    folder: Path,
    config: Config,
    originals: Mapping[str, Path] | None = None,
    pieces: Sequence[Piece] = (),
    processes: int = 0,
) -> tuple[Finding, ...]:
    """Write ``briefing.pdf``; findings for what page one dropped, for tables cut short, for what lies off the page, for
    missing glyphs, stand-in fonts and sources that could not be attached.

    Args:
        originals: where the inputs lie, by the path that the briefing shows; needed to attach them.
        pieces: how its body is cut; it is laid out as a whole without any, and in a theme that knows of none.
        processes: how many lay out pieces at once; this one alone does for 0.

    Raises:
        RenderError: a template of the theme is missing or wrong, or a process died.
    """
    setter = press(config)
    attachments, unattached = source_attachments(briefing, originals or {}, config)
    if setter.theme.files(OFFICIAL):
        return (*_official(briefing, folder, config, setter, attachments), *unattached)
    with _uncollected(), shortcuts(), complete_tags() as completed, chinese_typesetting() as typesetting:
        unattached = (*unattached, *tags_findings(setter.variant, completed=completed))
        if config.pdf.extent == "brief":
            printed = tuple(_brief(briefing, folder, setter, attachments))
            return (*printed, *shortened_brief_findings(briefing), *typesetting.findings(), *unattached)
        if pieces and may_be_bound(setter.variant, completed=completed) and may_be_cut(setter, briefing):
            with Crew(processes, config.limits.layout_seconds) as crew:
                work = Work(setter, crew, folder, tuple(attachments), config.pdf.part_pages)
                found = tuple(write_in_pieces(briefing, pieces, work))
        else:
            found = tuple(_whole(briefing, folder, setter, attachments))
    return (*found, *shortened_findings(briefing, config), *typesetting.findings(), *unattached)


def _whole(briefing: Briefing, folder: Path, setter: Press, attachments: list[Attachment]) -> Iterator[Finding]:
    """Write the briefing laid out in one go; the findings."""
    fit = fitted(briefing, setter.brief_measured, setter.strings)
    yield from fit.findings
    yield from _printed(partial(setter.laid_out, fit.briefing, tight=fit.tight), folder, setter, attachments)


def _brief(briefing: Briefing, folder: Path, setter: Press, attachments: list[Attachment]) -> Iterator[Finding]:
    """Write the brief without the documents; the findings."""
    fit = fitted(briefing, setter.brief_measured, setter.strings)
    yield from cut_findings(fit)
    yield from _printed(lambda: setter.composed(brief_page(setter, fit)), folder, setter, attachments)


def _printed(
    laid_out: Callable[[], weasyprint.Document], folder: Path, setter: Press, attachments: list[Attachment]
) -> Iterator[Finding]:
    """Write pages that are laid out in one go; what there is to say about them."""
    with collected_complaints() as complaints:
        pages = laid_out()
        outside = tuple(off_page_findings(pages))
        fonts = print_pages(pages, folder / NAME, setter.variant, attachments)
    yield from (*outside, *complaint_findings(complaints))
    yield from stand_in_findings({font.family for font in fonts}, setter.theme.faces)


def _official(
    briefing: Briefing, folder: Path, config: Config, setter: Press, attachments: list[Attachment]
) -> Iterator[Finding]:
    """Write the briefing as an official document; the findings."""
    with _uncollected(), shortcuts(), complete_tags() as completed, collected_complaints() as complaints:
        printed = official_pages(briefing, config, setter.variant)
        outside = tuple(off_page_findings(printed.pages))
        print_pages(printed.pages, folder / NAME, setter.variant, attachments)
    yield from (*printed.findings, *outside, *complaint_findings(complaints), *printed.font_findings())
    yield from (*shortened_brief_findings(briefing), *tags_findings(setter.variant, completed=completed))


@contextmanager
def _uncollected() -> Iterator[None]:
    """No garbage collection meanwhile: a layout makes millions of objects that all stay until its end."""
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.enable()
