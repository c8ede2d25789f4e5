"""Writes the site's pages, each in the frame that all share: those of the lists, and those of each document."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

import jinja2

from reporter.model import Analysis
from reporter.render.alone import AloneViewpoint
from reporter.render.context import Page
from reporter.render.environment import rendered, write_page
from reporter.render.kept import Kept, digest_of
from reporter.render.links import source_file
from reporter.render.pages import blank_page, document_page, element_hash, source_page
from reporter.render.site_map import INDEX, SiteMap, file_name
from reporter.render.source_view import source_pages
from reporter.render.standing import Standing, Standings
from reporter.render.viewpoint import Viewpoint

# The script that fetches the others, in the theme.
LOADER = "scripts/loader.js"


@dataclass(frozen=True, slots=True)
class SitePages:
    """Writes the pages of the site's own folder, each with the way to all others.

    ``css`` is the style sheet, ``loader`` the script that fetches the others.
    """

    engine: jinja2.Environment
    site: Path
    css: str
    loader: str
    map: SiteMap

    def write(self, name: str, page: Page, number: int = 1) -> None:
        """Write a page; its template has its name."""
        framed = self.framed(page, "", name)
        write_page(self.site / file_name(name, number), rendered(self.engine, f"{name}.html.j2", framed))

    def framed(self, page: Page, root: str, current: str) -> Page:
        """The page with what all pages of a folder have; ``root`` leads up from that."""
        return replace(
            page,
            nav=self.map.nav(root, current, page.t),
            pages=self.map.pages(root),
            loader=self.loader,
            loader_hash=element_hash(self.loader, LOADER),
        )


class DocumentPages:
    """Writes the pages of documents and of their sources.

    Args:
        pages: the pages above them.
        view: the briefing as seen from the folders of these pages.
        standings: how each document stands among all.
        kept: pages of earlier builds.
    """

    def __init__(self, pages: SitePages, view: Viewpoint, standings: Standings, kept: Kept) -> None:
        self._pages = pages
        self._view = view
        self._standings = standings
        self._kept = kept
        self._frame = pages.framed(blank_page(view, "", pages.css, f"../{file_name(INDEX, 1)}"), "../", "")
        # What the frame shows of the other documents: the head, the lists that there are.
        self._framing = digest_of(self._frame)

    def write_all(self) -> None:
        """Write every document's pages, in their order."""
        css = self._pages.css or "\0"
        for at, (document, key) in enumerate(self._standings.keys.items()):
            standing = self._standings.of(document)
            made = partial(self._cut, at, standing, css)
            for name, parts in self._kept.piece("pages", key, standing, (self._framing,), made):
                write_page(self._pages.site / name, css.join(parts))

    def _cut(self, at: int, standing: Standing, css: str) -> tuple[tuple[str, tuple[str, ...]], ...]:
        """(file, page) of a document, the pages in pieces between which the style sheet stands: most of their length is
        the same in all of them."""
        pages = self._made(self._view.sources[at], standing)
        return tuple((name, tuple(page.split(css))) for name, page in pages)

    def _made(self, analysis: Analysis, standing: Standing) -> Iterator[tuple[str, str]]:
        """(file, page) of the document and of each part of its source."""
        document, engine = analysis.document, self._pages.engine
        view = AloneViewpoint(self._view, analysis, standing, contexts=True)
        shown = document_page(view, view.analysis(document.id), self._frame)
        yield f"documents/{source_file(document.id, 1)}", rendered(engine, "document.html.j2", shown)
        found = frozenset(sentence.id for sentence in document.sentences)  # the search leads to every sentence
        for source in source_pages(view, analysis, frozenset(standing.used), found):
            page = source_page(view, analysis, source, self._frame)
            yield f"sources/{source_file(document.id, source.part)}", rendered(engine, "source.html.j2", page)
