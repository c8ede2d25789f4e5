"""The HTML site: the briefing, pages for its long lists, a page a document, the sources with every used passage marked.

It opens by double click, asks nothing of the network and works without scripts but for search and sorting. The style
sheet and the loader of the scripts stand in each page, named by their hashes in the page's Content-Security-Policy:
browsers differ in whether ``'self'`` covers a file: address. Pages are written one by one and a list over all documents
is never held whole: memory stays that of the briefing itself.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from reporter.config import Config
from reporter.model import Briefing, Finding
from reporter.render.about import about
from reporter.render.archive import copy_relinked
from reporter.render.catalogue import load_catalogue
from reporter.render.charts.views import Charts
from reporter.render.context import Download
from reporter.render.environment import environment, write_page
from reporter.render.kept import NOTHING_KEPT, Kept
from reporter.render.links import SiteLinks
from reporter.render.list_parts import ListPart
from reporter.render.listings import LISTINGS
from reporter.render.pages import about_page, blank_page, index_page
from reporter.render.printed_script import printed_script
from reporter.render.search import write_search
from reporter.render.sheet_links import SITE_FROM_COPY, SITE_FROM_DATA
from reporter.render.site_map import ABOUT, INDEX, SiteMap, file_name
from reporter.render.site_pages import LOADER, DocumentPages, ListPages, SitePages
from reporter.render.site_rows import SiteRows
from reporter.render.site_viewpoint import SiteViewpoint
from reporter.render.standing import Standings
from reporter.render.theme import Theme, load_theme
from reporter.render.viewpoint import Viewpoint

# What the site offers for download when the build has it, as (name in the build, name in the site's data folder).
WORKBOOK = "briefing.xlsx"
PDF = "briefing.pdf"
DOWNLOADS = (
    (PDF, PDF),
    ("briefing.docx", "briefing.docx"),
    ("briefing.md", "briefing.md"),
    ("data/briefing.xlsx", WORKBOOK),
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
SCRIPTS = ("scripts/search.js", "scripts/table.js", "scripts/reading.js")


def write_site(briefing: Briefing, folder: Path, config: Config, kept: Kept = NOTHING_KEPT) -> tuple[Finding, ...]:
    """Write ``site/`` below the folder; no findings. It copies the downloads that stand in the folder: write it last.

    Args:
        kept: the pages of earlier builds; a document that did not change has the same ones again.

    Raises:
        RenderError: a template of the theme is missing or wrong.
    """
    site = folder / "site"
    theme = load_theme(config)
    engine, css = environment(theme), theme.text("site.css")
    strings = load_catalogue(theme, config.interface)
    tables = copied_tables(folder / "data" / "tables", site / "data" / "tables")
    script = printed_script(config)
    links = SiteLinks("", tables)
    whole = Viewpoint(briefing, strings, links, script, contexts=True)
    standings = Standings(whole.briefing)
    top = SiteViewpoint(briefing, strings, links, script, standings, kept)
    rows = SiteRows(top, standings, kept)
    parts = rows.parts()
    lengths = {name: tuple(map(len, own)) for name, own in parts.items()}
    pages = SitePages(engine, site, css, copied_scripts(theme, site), SiteMap(lengths))
    write_search(briefing.analyses, site, kept)
    downloads = copied_downloads(folder, site / "data")
    whole.marks = top.marks
    pages.write(INDEX, index_page(whole, css, downloads, top.charts))
    write_lists(top, parts, pages, downloads, kept)
    pages.write(ABOUT, about_page(top, css, about(top, config, site, downloads)))
    below = Viewpoint(briefing, strings, SiteLinks("../", tables), script)
    DocumentPages(pages, below, standings, kept).write_all()
    return ()


def write_lists(
    view: SiteViewpoint,
    parts: Mapping[str, Sequence[ListPart]],
    pages: SitePages,
    downloads: tuple[Download, ...],
    kept: Kept,
) -> None:
    """Write the pages of the lists over all documents, one after the other; those on which nothing has changed are
    those of the build before."""
    for name, own in parts.items():
        listing = LISTINGS[name]
        blank = blank_page(view, view.strings(f"pages.{name}"), pages.css, file_name(INDEX, 1))
        files = (listing.file, WORKBOOK) if listing.file else ()
        offers = tuple(download for download in downloads if download.name in files)
        first = listing.fill(replace(listing.frame(blank, view), downloads=offers), ())
        written = ListPages(pages, name, listing, kept)
        written.write(first, own[:1], 1)
        written.write(replace(first, charts=Charts()), own[1:], 2)


def copied_scripts(theme: Theme, site: Path) -> str:
    """Copy the theme's scripts to the site; the text of their loader, which stands in every page."""
    for name in SCRIPTS:
        write_page(site / name, theme.text(name))
    return theme.text(LOADER).strip()


def copied_downloads(build: Path, data: Path) -> tuple[Download, ...]:
    """Copy what the build has to the site's data folder; links to it from the first page, in reading order."""
    found: list[Download] = []
    for source, name in offered(build):
        if (build / source).is_file():
            data.mkdir(parents=True, exist_ok=True)
            if name.endswith(".xlsx"):
                copy_relinked(build / source, data / name, SITE_FROM_DATA, SITE_FROM_COPY)
            else:
                shutil.copyfile(build / source, data / name)
            found.append(Download(name, f"data/{name}"))
    return tuple(found)


def offered(build: Path) -> Iterator[tuple[str, str]]:
    """The downloads in reading order, with all files of a PDF that has several; they lead to each other by name."""
    for source, name in DOWNLOADS:
        yield source, name
        if source == PDF:
            parts = (path.name for path in build.glob("briefing-*.pdf"))
            yield from ((part, part) for part in sorted(parts, key=lambda part: (len(part), part)))


def copied_tables(source: Path, target: Path) -> frozenset[str]:
    """Copy the tables' CSV files, where the build has them; the ids of the tables that are there."""
    files = sorted(source.glob("*.csv"))
    if files:
        target.mkdir(parents=True, exist_ok=True)
    for path in files:
        shutil.copyfile(path, target / path.name)
    return frozenset(path.stem for path in files)
