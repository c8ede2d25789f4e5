"""Pages are set here: a briefing → HTML by the theme's templates → laid out pages by WeasyPrint."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property, partial

import jinja2
import weasyprint
from weasyprint.css.counters import CounterStyle
from weasyprint.text.fonts import FontConfiguration

from reporter.config import Config
from reporter.model import Analysis, Briefing
from reporter.render.catalogue import Catalogue, load_catalogue
from reporter.render.charts.selection import charts
from reporter.render.context import Page
from reporter.render.document_view import quoted_sentences
from reporter.render.environment import environment, rendered
from reporter.render.fetcher import ThemeFetcher
from reporter.render.links import PrintLinks
from reporter.render.page_fit import Measured
from reporter.render.pages import print_page
from reporter.render.pdf.complaints import collected_complaints
from reporter.render.pdf.composition import Run, composed
from reporter.render.pdf.fonts import family_sheet
from reporter.render.pdf.parts_of_brief import freed
from reporter.render.printed_script import PrintedScript, printed_script
from reporter.render.printed_tables import LONGEST, whole_table
from reporter.render.theme import Theme, load_theme
from reporter.render.viewpoint import Viewpoint


class Quoted(Mapping[str, frozenset[str]]):
    """The sentences that each document's chapter prints, by the document's id; each document is looked through when it
    is asked for, for page one asks for a few of thousands."""

    def __init__(self, briefing: Briefing) -> None:
        self._analyses = briefing.analyses
        self._places = {name: place for place, name in enumerate(briefing.ids)}
        self._found: dict[str, frozenset[str]] = {}

    def __getitem__(self, document: str) -> frozenset[str]:
        if document not in self._found:
            self._found[document] = quoted_sentences(self._analyses[self._places[document]])
        return self._found[document]

    def __iter__(self) -> Iterator[str]:
        return iter(self._places)

    def __len__(self) -> int:
        return len(self._places)


class SourceLinks(PrintLinks):
    """Links inside a PDF that has no documents: all lead to the document's line in the list of sources."""

    def document(self, number: int, analysis: Analysis) -> str:
        """To the document's line in the list of sources."""
        return self.source(number, analysis)

    def place(self, number: int, analysis: Analysis, anchor: str, start: int, sentence: str | None) -> str:  # noqa: ARG002
        """The same: the sentence stands in the source that is named there."""
        return self.source(number, analysis)


@dataclass(frozen=True)
class Press:
    """What sets pages: a theme with its templates and words, the script that documents are printed in, how many rows of
    a table are printed and which file has the others, and the kind of PDF (a name of WeasyPrint's, None for any).
    Templates, style sheet and fonts are read once for all that it sets."""

    theme: Theme
    strings: Catalogue
    script: PrintedScript | None
    rows: int
    table_file: Callable[[str], str]
    variant: str | None

    def laid_out(self, briefing: Briefing, *, tight: bool = False) -> weasyprint.Document:
        """The pages of the briefing, page one set tightly or not."""
        view = self.view(briefing)
        page = replace(print_page(view, tight=tight, rows=self.rows), charts=charts(view, self.theme.fonts))
        return self.composed(page)

    def composed(self, page: Page) -> weasyprint.Document:
        """The pages of all that a page asks for, brief and contents with the numbers of the others."""
        return composed(self.html, self.set_pages, page)

    def brief_measured(self, briefing: Briefing, tight: bool) -> Measured:
        """How many pages the brief alone takes, set tightly or not, and what its parts take."""
        page = print_page(self.view(briefing), tight=tight, measuring=True)
        with collected_complaints():
            pages = self.set_pages(self.html(page), Run()).pages
        last = pages[-1]._page_box  # noqa: SLF001 - pages tell of no heights otherwise
        filled = len(pages) - 1 + min(1.0, last.children[0].margin_height() / last.height)
        return Measured(filled, tuple(height / last.height for height in freed(pages)))

    def view(self, briefing: Briefing) -> Viewpoint:
        """The briefing as seen from paper."""
        links = PrintLinks(Quoted(briefing), self.table_file)
        return Viewpoint(briefing, self.strings, links, self.script, longest=LONGEST)

    def view_alone(self, briefing: Briefing) -> Viewpoint:
        """The same from paper that has no documents."""
        return Viewpoint(briefing, self.strings, SourceLinks({}, self.table_file), self.script, longest=LONGEST)

    def html(self, page: Page) -> str:
        """A part of the page as HTML.

        Raises:
            RenderError: the theme's template is missing or wrong.
        """
        return rendered(self._engine, "print.html.j2", page)

    def set_pages(self, html: str, run: Run) -> weasyprint.Document:
        """The pages of one part, numbered as the run says."""
        counters = CounterStyle(self._counters)
        numbering = weasyprint.CSS(string=run.sheet, counter_style=counters, font_config=self._fonts)
        source = weasyprint.HTML(string=html, base_url=self._base, url_fetcher=self._fetcher)
        return source.render(
            font_config=self._fonts,
            counter_style=counters,
            stylesheets=[self._sheet, numbering],
            pdf_variant=self.variant,
        )

    @cached_property
    def _engine(self) -> jinja2.Environment:
        return environment(self.theme)

    @cached_property
    def _fonts(self) -> FontConfiguration:
        return FontConfiguration()

    @cached_property
    def _counters(self) -> CounterStyle:
        return CounterStyle()

    @cached_property
    def _fetcher(self) -> ThemeFetcher:
        return ThemeFetcher(self.theme.folders)

    @cached_property
    def _base(self) -> str:
        return (self.theme.folders[0] / "print.html").as_uri()

    @cached_property
    def _sheet(self) -> weasyprint.CSS:
        return weasyprint.CSS(
            string=family_sheet(self.theme.fonts) + self.theme.text("print.css"),
            base_url=self._base,
            url_fetcher=self._fetcher,
            font_config=self._fonts,
            counter_style=self._counters,
        )


def press(config: Config) -> Press:
    """The press for a configuration's theme, language and kind of PDF."""
    theme = load_theme(config)
    standard = config.pdf.standard
    return Press(
        theme,
        load_catalogue(theme, config.interface),
        printed_script(config),
        config.pdf.table_rows,
        partial(whole_table, config=config),
        None if standard == "none" else standard,
    )
