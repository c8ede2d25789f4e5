"""The HTML site: the briefing, a page a document, the sources with every used passage marked.

It opens by double click, asks nothing of the network and works without scripts. The style sheet stands in each page,
named by its hash in the page's Content-Security-Policy: browsers differ in whether ``'self'`` covers a file: address.
"""

from __future__ import annotations

import shutil
from pathlib import Path

import jinja2

from reporter.config import Config
from reporter.model import Analysis, Briefing, Finding
from reporter.render.archive import copy_relinked
from reporter.render.catalogue import load_catalogue
from reporter.render.context import Download, Page
from reporter.render.environment import environment, rendered, write_page
from reporter.render.links import SiteLinks, source_file
from reporter.render.overview import named_sentences
from reporter.render.pages import document_page, index_page, source_page
from reporter.render.printed_script import printed_script
from reporter.render.sheet_links import SITE_FROM_COPY, SITE_FROM_DATA
from reporter.render.source_view import source_pages
from reporter.render.theme import load_theme
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


def write_site(briefing: Briefing, folder: Path, config: Config) -> tuple[Finding, ...]:
    """Write ``site/`` below the folder; no findings. It copies the downloads that stand in the folder: write it last.

    Raises:
        RenderError: a template of the theme is missing or wrong.
    """
    site = folder / "site"
    theme = load_theme(config)
    engine, css = environment(theme), theme.text("site.css")
    strings = load_catalogue(theme, config.language)
    tables = copied_tables(folder / "data" / "tables", site / "data" / "tables")
    script = printed_script(config)
    top = Viewpoint(briefing, strings, SiteLinks("", tables), script)
    below = Viewpoint(briefing, strings, SiteLinks("../", tables), script)
    index = index_page(top, css, copied_downloads(folder, site / "data"))
    write_page(site / "index.html", rendered(engine, "index.html.j2", index))
    named = named_sentences(briefing)
    for analysis in briefing.analyses:
        shown = document_page(below, below.analysis(analysis.document.id), css)
        _write(engine, "document.html.j2", shown, site / "documents", analysis, 1)
        used = frozenset(chosen.id for chosen in briefing.summary if chosen.document == analysis.document.id)
        for source in source_pages(below, analysis, used, named[analysis.document.id]):
            page = source_page(below, analysis, source, css)
            _write(engine, "source.html.j2", page, site / "sources", analysis, source.part)
    return ()


def _write(engine: jinja2.Environment, template: str, page: Page, folder: Path, analysis: Analysis, part: int) -> None:
    write_page(folder / source_file(analysis.document.id, part), rendered(engine, template, page))


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
