"""The HTML site: the briefing, pages for its long lists, a page a document, the sources with every used passage marked.

It opens by double click, asks nothing of the network and works without scripts but for search and sorting. The style
sheet and the loader of the scripts stand in each page, named by their hashes in the page's Content-Security-Policy:
browsers differ in whether ``'self'`` covers a file: address. Pages are written one by one and a list over all documents
is never held whole: memory stays that of the briefing itself.
"""

from __future__ import annotations

import shutil
from dataclasses import dataclass, replace
from pathlib import Path

import jinja2

from reporter.config import Config
from reporter.model import Briefing, Finding
from reporter.render.about import about
from reporter.render.archive import copy_relinked
from reporter.render.catalogue import load_catalogue
from reporter.render.context import Download, Page
from reporter.render.environment import environment, rendered, write_page
from reporter.render.links import SiteLinks, source_file
from reporter.render.listings import LISTINGS
from reporter.render.pages import about_page, blank_page, document_page, element_hash, index_page, source_page
from reporter.render.paging import page_lengths, paged
from reporter.render.printed_script import printed_script
from reporter.render.search import write_search
from reporter.render.sheet_links import SITE_FROM_COPY, SITE_FROM_DATA
from reporter.render.site_map import ABOUT, INDEX, SiteMap, file_name
from reporter.render.source_view import source_pages
from reporter.render.theme import Theme, load_theme
from reporter.render.viewpoint import Viewpoint

# What the site offers for download when the build has it, as (name in the build, name in the site's data folder).
DOWNLOADS = (
    ("briefing.pdf", "briefing.pdf"),
    ("briefing.docx", "briefing.docx"),
    ("briefing.md", "briefing.md"),
    ("data/briefing.xlsx", "briefing.xlsx"),
    ("data/indicators.csv", "indicators.csv"),
    ("data/comparison.csv", "comparison.csv"),
    ("data/targets.csv", "targets.csv"),
    ("data/timeline.csv", "timeline.csv"),
    ("data/honours.csv", "honours.csv"),
    ("data/references.csv", "references.csv"),
    ("data/themes.csv", "themes.csv"),
    ("data/briefing.json", "briefing.json"),
)
# The scripts that the loader fetches, in the theme and in the site.
LOADER = "scripts/loader.js"
SCRIPTS = ("scripts/search.js", "scripts/table.js")


def write_site(briefing: Briefing, folder: Path, config: Config) -> tuple[Finding, ...]:
    """Write ``site/`` below the folder; no findings. It copies the downloads that stand in the folder: write it last.

    Raises:
        RenderError: a template of the theme is missing or wrong.
    """
    site = folder / "site"
    theme = load_theme(config)
    engine, css = environment(theme), theme.text("site.css")
    strings = load_catalogue(theme, config.interface)
    tables = copied_tables(folder / "data" / "tables", site / "data" / "tables")
    script = printed_script(config)
    top = Viewpoint(briefing, strings, SiteLinks("", tables), script)
    pages = SitePages(engine, site, css, copied_scripts(theme, site), site_map(top))
    write_search(briefing.analyses, site)
    downloads = copied_downloads(folder, site / "data")
    index = index_page(Viewpoint(briefing, strings, SiteLinks("", tables), script, contexts=True), css, downloads)
    pages.write(INDEX, index)
    write_lists(top, pages, downloads)
    pages.write(ABOUT, about_page(top, css, about(top, config, site, downloads)))
    write_documents(Viewpoint(briefing, strings, SiteLinks("../", tables), script, contexts=True), pages)
    return ()


def write_lists(view: Viewpoint, pages: SitePages, downloads: tuple[Download, ...]) -> None:
    """Write the pages of the lists over all documents, one after the other."""
    for name, lengths in pages.map.lengths.items():
        listing = LISTINGS[name]
        blank = blank_page(view, view.strings(f"pages.{name}"), pages.css, file_name(INDEX, 1))
        own = tuple(download for download in downloads if download.name == listing.file)
        frame = replace(listing.frame(blank, view), downloads=own)
        for number, items in enumerate(paged(listing.items(view), lengths), 1):
            page = replace(listing.fill(frame, items), paging=pages.map.paging(name, number))
            pages.write(name, page, number)


def write_documents(view: Viewpoint, pages: SitePages) -> None:
    """Write each document's page and its source."""
    for analysis in view.sources:
        document = analysis.document
        shown = document_page(view, view.analysis(document.id), pages.css)
        pages.write_below("documents", "document", shown, source_file(document.id, 1))
        used = frozenset(chosen.id for chosen in view.briefing.summary if chosen.document == document.id)
        found = frozenset(sentence.id for sentence in document.sentences)  # the search leads to every sentence
        for source in source_pages(view, analysis, used, found):
            page = source_page(view, analysis, source, pages.css)
            pages.write_below("sources", "source", page, source_file(document.id, source.part))


def site_map(view: Viewpoint) -> SiteMap:
    """Which lists have pages, and how many items each of them holds."""
    lengths = {name: page_lengths(listing.items(view), listing.weigh) for name, listing in LISTINGS.items()}
    return SiteMap({name: found for name, found in lengths.items() if found})


@dataclass(frozen=True, slots=True)
class SitePages:
    """Writes the site's pages, each with the way to all others.

    ``css`` is the style sheet, ``loader`` the script that fetches the others.
    """

    engine: jinja2.Environment
    site: Path
    css: str
    loader: str
    map: SiteMap

    def write(self, name: str, page: Page, number: int = 1) -> None:
        """Write a page of the site's own folder; its template has its name."""
        self._write(self.site / file_name(name, number), f"{name}.html.j2", page, "", name)

    def write_below(self, folder: str, name: str, page: Page, file: str) -> None:
        """Write a page of a folder below it."""
        self._write(self.site / folder / file, f"{name}.html.j2", page, "../", "")

    def _write(self, path: Path, template: str, page: Page, root: str, current: str) -> None:
        page = replace(
            page,
            nav=self.map.nav(root, current, page.t),
            pages=self.map.pages(root),
            loader=self.loader,
            loader_hash=element_hash(self.loader, LOADER),
        )
        write_page(path, rendered(self.engine, template, page))


def copied_scripts(theme: Theme, site: Path) -> str:
    """Copy the theme's scripts to the site; the text of their loader, which stands in every page."""
    for name in SCRIPTS:
        write_page(site / name, theme.text(name))
    return theme.text(LOADER).strip()


def copied_downloads(build: Path, data: Path) -> tuple[Download, ...]:
    """Copy what the build has to the site's data folder; links to it from the first page, in reading order."""
    found: list[Download] = []
    for source, name in DOWNLOADS:
        if (build / source).is_file():
            data.mkdir(parents=True, exist_ok=True)
            if name.endswith(".xlsx"):
                copy_relinked(build / source, data / name, SITE_FROM_DATA, SITE_FROM_COPY)
            else:
                shutil.copyfile(build / source, data / name)
            found.append(Download(name, f"data/{name}"))
    return tuple(found)


def copied_tables(source: Path, target: Path) -> frozenset[str]:
    """Copy the tables' CSV files, where the build has them; the ids of the tables that are there."""
    files = sorted(source.glob("*.csv"))
    if files:
        target.mkdir(parents=True, exist_ok=True)
    for path in files:
        shutil.copyfile(path, target / path.name)
    return frozenset(path.stem for path in files)
