"""One file for whoever checks its repairs: the original and the repaired text side by side, in one page."""

from __future__ import annotations

from dataclasses import replace
from itertools import chain

from reporter.config import Config
from reporter.model import Analysis, Briefing, BriefingHead, Document, Summary
from reporter.render.catalogue import load_catalogue
from reporter.render.environment import environment, rendered
from reporter.render.links import SiteLinks
from reporter.render.pages import blank_page, source_page
from reporter.render.source_view import source_pages
from reporter.render.theme import load_theme
from reporter.render.viewpoint import Viewpoint


def inspection_page(document: Document, config: Config) -> str:
    """The page, complete in itself: no scripts, nothing loaded, every line beside what it became.

    Raises:
        RenderError: a template of the theme is missing or wrong.
    """
    theme = load_theme(config)
    analysis = Analysis(document, Summary((), ()))
    head = BriefingHead(document.title.text)
    view = Viewpoint(
        Briefing(head, config.interface, "keep", (analysis,), ()),
        load_catalogue(theme, config.interface),
        SiteLinks(""),
    )
    parts = list(source_pages(view, analysis, frozenset()))
    whole = replace(parts[0], parts=(), lines=tuple(chain.from_iterable(part.lines for part in parts)))
    page = source_page(view, analysis, whole, blank_page(view, "", theme.text("site.css"), "../index.html"))
    return rendered(environment(theme), "inspect.html.j2", page)
