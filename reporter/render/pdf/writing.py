"""A briefing → ``briefing.pdf`` and what there is to say about it, in this process."""

from __future__ import annotations

import gc
import warnings
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from weasyprint import Attachment

from reporter.config import Config
from reporter.model import Briefing, Finding
from reporter.render.gongwen.layout import OFFICIAL, official_pages
from reporter.render.page_fit import fitted
from reporter.render.pdf.attachments import source_attachments
from reporter.render.pdf.complaints import collected_complaints, complaint_findings, stand_in_findings
from reporter.render.pdf.edges import off_page_findings
from reporter.render.pdf.fonts import SharedFonts
from reporter.render.pdf.press import Press, press
from reporter.render.pdf.shortcuts import shortcuts
from reporter.render.printed_tables import cut_table_findings
from reporter.render.typesetting import chinese_typesetting

NAME = "briefing.pdf"


def write_here(
    briefing: Briefing, folder: Path, config: Config, originals: Mapping[str, Path] | None = None
) -> tuple[Finding, ...]:
    """Write ``briefing.pdf``; findings for what page one dropped, for tables cut short, for what lies off the page, for
    missing glyphs, stand-in fonts and sources that could not be attached.

    Args:
        originals: where the inputs lie, by the path that the briefing shows; needed to attach them.

    Raises:
        RenderError: a template of the theme is missing or wrong.
    """
    setter = press(config)
    attachments, unattached = source_attachments(briefing, originals or {}, config)
    if setter.theme.files(OFFICIAL):
        return (*_official(briefing, folder, config, setter, attachments), *unattached)
    with _uncollected(), shortcuts(), chinese_typesetting() as typesetting, collected_complaints() as complaints:
        fit = fitted(briefing, setter.brief_pages, setter.strings)
        pages = setter.laid_out(fit.briefing, tight=fit.tight)
        outside = tuple(off_page_findings(pages))
        pages.fonts = SharedFonts()
        with warnings.catch_warnings():
            # WeasyPrint leaves it to the interpreter to close the file of its colour profile.
            warnings.simplefilter("ignore", ResourceWarning)
            pages.write_pdf(folder / NAME, attachments=attachments, pdf_variant=setter.variant)
    faces = {font.family for font in pages.fonts.values()}
    return (
        *fit.findings,
        *cut_table_findings(briefing, config),
        *outside,
        *typesetting.findings(),
        *complaint_findings(complaints),
        *stand_in_findings(faces, setter.theme.faces),
        *unattached,
    )


def _official(
    briefing: Briefing, folder: Path, config: Config, setter: Press, attachments: list[Attachment]
) -> Iterator[Finding]:
    """Write the briefing as an official document; the findings."""
    with _uncollected(), shortcuts(), collected_complaints() as complaints:
        printed = official_pages(briefing, config, setter.variant)
        outside = tuple(off_page_findings(printed.pages))
        printed.pages.write_pdf(folder / NAME, attachments=attachments, pdf_variant=setter.variant)
    yield from (*printed.findings, *outside, *complaint_findings(complaints), *printed.font_findings())


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
