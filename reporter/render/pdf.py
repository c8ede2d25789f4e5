"""The PDF: page one is the brief alone, then contents, documents, tables, timeline, sources and findings.

HTML (template ``print.html.j2``, sheet ``print.css``) is set by WeasyPrint. Whatever it complains of becomes a finding:
a character without a glyph above all, which a reader of the PDF would miss and nobody else would notice.
"""

from __future__ import annotations

import gc
import logging
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import weasyprint

from reporter.config import Config
from reporter.model import Briefing, Finding
from reporter.render.catalogue import Catalogue, load_catalogue
from reporter.render.document_view import quoted_sentences
from reporter.render.environment import environment, rendered
from reporter.render.fetcher import ThemeFetcher
from reporter.render.links import PrintLinks
from reporter.render.page_fit import fitted
from reporter.render.pages import print_page
from reporter.render.printed_script import PrintedScript, printed_script
from reporter.render.theme import Theme, load_theme
from reporter.render.viewpoint import Viewpoint

_LOGGER = logging.getLogger("weasyprint")
_NO_GLYPH = ".notdef glyph rendered"
_FONTS_HINT = "apt-get install fonts-noto-cjk, or see reporter doctor"
_SUBSET_HINT = "apt-get install libharfbuzz-subset0"


@dataclass(frozen=True, slots=True)
class Press:
    """What sets pages: a theme with its templates and words, and the script that documents are printed in."""

    theme: Theme
    strings: Catalogue
    script: PrintedScript | None = None

    def laid_out(self, briefing: Briefing, *, tight: bool = False, measuring: bool = False) -> weasyprint.Document:
        """The pages of the briefing, page one set tightly or not; the brief alone when its room is measured."""
        printed = {analysis.document.id: quoted_sentences(analysis) for analysis in briefing.analyses}
        view = Viewpoint(briefing, self.strings, PrintLinks(printed), self.script)
        html = rendered(environment(self.theme), "print.html.j2", print_page(view, tight=tight, measuring=measuring))
        fetcher = ThemeFetcher(self.theme.folders)
        base = (self.theme.folders[0] / "print.html").as_uri()
        sheet = weasyprint.CSS(string=self.theme.text("print.css"), base_url=base, url_fetcher=fetcher)
        return weasyprint.HTML(string=html, base_url=base, url_fetcher=fetcher).render(stylesheets=[sheet])

    def brief_pages(self, briefing: Briefing, tight: bool) -> int:
        """How many pages the brief alone takes, set tightly or not."""
        with _complaints():
            return len(self.laid_out(briefing, tight=tight, measuring=True).pages)


def press(config: Config) -> Press:
    """The press for a configuration's theme and language."""
    theme = load_theme(config)
    return Press(theme, load_catalogue(theme, config.language), printed_script(config))


def write_pdf(briefing: Briefing, folder: Path, config: Config) -> tuple[Finding, ...]:
    """Write ``briefing.pdf``; findings for what page one dropped, for missing glyphs and for stand-in fonts.

    Raises:
        RenderError: a template of the theme is missing or wrong.
    """
    setter = press(config)
    with _uncollected(), _complaints() as complaints:
        fit = fitted(briefing, setter.brief_pages, setter.strings)
        pages = setter.laid_out(fit.briefing, tight=fit.tight)
        pages.write_pdf(folder / "briefing.pdf")
    faces = {font.family for font in pages.fonts.values()}
    return (*fit.findings, *complaint_findings(complaints), *stand_in_findings(faces, setter.theme.faces))


def complaint_findings(complaints: list[str]) -> Iterator[Finding]:
    """What the PDF library complained of, each once; missing glyphs in one finding."""
    missing = [text.removeprefix(_NO_GLYPH) for text in complaints if text.startswith(_NO_GLYPH)]
    if missing:
        characters = "".join(dict.fromkeys(text.split('"')[1] for text in missing if text.count('"') > 1))
        message = f"no font has a glyph for {len(characters)} characters, the PDF shows boxes: {characters}"
        yield Finding("render-glyph-missing", "warning", message, _FONTS_HINT)
    others = dict.fromkeys(text for text in complaints if not text.startswith(_NO_GLYPH))
    slow = [text for text in others if "HarfBuzz-Subset" in text]
    if slow:
        message = "the PDF's fonts were cut down without HarfBuzz: this takes ten times as long"
        yield Finding("render-subset-slow", "warning", message, _SUBSET_HINT)
    for text in others:
        if text not in slow:
            yield Finding("render-pdf", "warning", text, "see the theme's print.html.j2 and print.css")


def stand_in_findings(faces: set[str], wanted: tuple[str, ...]) -> Iterator[Finding]:
    """One finding for the font families in the PDF that the theme did not ask for."""
    strangers = sorted(face for face in faces if face not in wanted)
    if wanted and strangers:
        message = f"the PDF uses {', '.join(strangers)} in place of {', '.join(wanted)}"
        yield Finding("render-font-stand-in", "warning", message, _FONTS_HINT)


class _Collector(logging.Handler):
    """Keeps the messages that it is given."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.messages: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.messages.append(record.getMessage())


@contextmanager
def _complaints() -> Iterator[list[str]]:
    """The PDF library's warnings and errors, kept from whoever else listens."""
    collector = _Collector()
    before = _LOGGER.handlers, _LOGGER.propagate
    _LOGGER.handlers, _LOGGER.propagate = [collector], False
    try:
        yield collector.messages
    finally:
        _LOGGER.handlers, _LOGGER.propagate = before


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
