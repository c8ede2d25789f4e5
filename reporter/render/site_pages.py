"""Writes the site's pages, each in the frame that all share: those of the lists, and those of each document."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
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
from reporter.render.list_parts import ListPart
from reporter.render.listings import Listing
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


class ListPages:
    """Writes the pages of one list over all documents.

    Args:
        pages: the pages beside them.
        name: the list's.
        listing: what kind of list it is.
        kept: pages of earlier builds.
    """

    def __init__(self, pages: SitePages, name: str, listing: Listing, kept: Kept) -> None:
        self._pages, self._name, self._listing, self._kept = pages, name, listing, kept

    def write(self, frame: Page, parts: Sequence[ListPart], number: int) -> None:
        """Write some pages; ``frame`` is what all of them repeat, without items, ``number`` that of the first."""
        framed = self._pages.framed(frame, "", self._name)
        framing = digest_of(framed)
        for at, part in enumerate(parts, number):
            paging = self._pages.map.paging(self._name, at)
            made = partial(self._made, replace(framed, paging=paging), part)
            html = self._kept.piece("list", self._name, None, (framing, paging, part.digest), made)
            write_page(self._pages.site / file_name(self._name, at), css_in(html, self._pages.css))

    def _made(self, framed: Page, part: ListPart) -> tuple[str, ...]:
        page = self._listing.fill(framed, part.items())
        return css_out(rendered(self._pages.engine, f"{self._name}.html.j2", page), self._pages.css)


def css_out(html: str, css: str) -> tuple[str, ...]:
    """A page in pieces between which the style sheet stands: it is the same in all pages, and most of a short one."""
    return tuple(html.split(css or "\0"))


def css_in(pieces: Sequence[str], css: str) -> str:
    """The page of these pieces."""
    return (css or "\0").join(pieces)


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
        for at, (document, key) in enumerate(self._standings.keys.items()):
            standing = self._standings.of(document)
            made = partial(self._cut, at, standing)
            for name, parts in self._kept.piece("pages", key, standing, (self._framing,), made):
                write_page(self._pages.site / name, css_in(parts, self._pages.css))

    def _cut(self, at: int, standing: Standing) -> tuple[tuple[str, tuple[str, ...]], ...]:
        """(file, page in pieces) of a document and of each part of its source."""
        pages = self._made(self._view.sources[at], standing)
        return tuple((name, css_out(page, self._pages.css)) for name, page in pages)

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
