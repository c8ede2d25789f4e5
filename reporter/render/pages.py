"""The page contexts of the site and of the PDF, made from a briefing."""

from __future__ import annotations

import base64
from dataclasses import replace
from hashlib import sha256

from reporter.errors import RenderError
from reporter.model import Analysis, Briefing, Finding
from reporter.render import brief_view, document_view, overview
from reporter.render.context import Download, InputView, Page, TargetView
from reporter.render.passages import Passage
from reporter.render.source_lines import SourceView
from reporter.render.viewpoint import Viewpoint, term_lang

# With more documents than this the list of documents leaves the summaries to the documents' own pages: the first
# page of a thousand documents must still open at once.
SUMMARIES_LISTED = 60
# As many findings, dates and files as a page can show; the data files hold all.
FINDINGS_LISTED = 200
INPUTS_LISTED = 200
EVENTS_LISTED = 200
TARGETS_LISTED = 300


def blank_page(view: Viewpoint, title: str, css: str, home: str) -> Page:
    """A page with nothing on it but what every page has."""
    return Page(
        t=view.strings, language=view.briefing.language, title=title, css=css, css_hash=css_hash(css), home=home,
        head=brief_view.head(view),
    )  # fmt: skip


def index_page(view: Viewpoint, css: str, downloads: tuple[Download, ...]) -> Page:
    """The site's first page: the brief, then everything else in short."""
    briefing = view.briefing
    summaries = len(briefing.analyses) <= SUMMARIES_LISTED
    return replace(
        blank_page(view, briefing.head.title, css, "index.html"),
        brief=brief_view.brief(view),
        comparison=brief_view.comparison(view),
        conflicts=brief_view.conflicts(view),
        targets=_listed_targets(view),
        events=overview.timeline(view, briefing.timeline[:EVENTS_LISTED]),
        themes=overview.themes(view),
        entries=tuple(document_view.entry(view, analysis, summary=summaries) for analysis in briefing.analyses),
        keywords=keywords(briefing),
        inputs=inputs(view),
        inputs_met=len(briefing.inputs),
        findings=document_view.findings(view, listed_findings(briefing)),
        downloads=downloads,
    )


def document_page(view: Viewpoint, analysis: Analysis, css: str) -> Page:
    """A document's own page."""
    shown = document_view.document(view, analysis)
    return replace(blank_page(view, shown.entry.title, css, "../index.html"), document=shown)


def source_page(view: Viewpoint, analysis: Analysis, source: SourceView, css: str) -> Page:
    """One part of a document's source, with a short entry of the document."""
    entry = document_view.entry(view, analysis, summary=False)
    return replace(blank_page(view, entry.title, css, "../index.html"), source=source, entries=(entry,))


def print_page(view: Viewpoint, *, tight: bool = False, measuring: bool = False) -> Page:
    """The whole PDF, page one set tightly or not; the brief alone when its room is measured."""
    briefing = view.briefing
    blank = blank_page(view, briefing.head.title, "", "")
    page = replace(blank, brief=brief_view.brief(view), tight=tight, measuring=measuring)
    if measuring:
        return page
    return replace(
        page,
        comparison=brief_view.comparison(view),
        conflicts=brief_view.conflicts(view),
        targets=_listed_targets(view),
        themes=overview.themes(view),
        documents=tuple(document_view.document(view, analysis, printed=True) for analysis in briefing.analyses),
        keywords=keywords(briefing),
        events=overview.timeline(view, briefing.timeline[:EVENTS_LISTED]),
        inputs=inputs(view),
        findings=document_view.findings(view, listed_findings(briefing)),
    )


def _listed_targets(view: Viewpoint) -> tuple[TargetView, ...]:
    """The targets of all documents but reprints as far as a page has room for."""
    return overview.targets(view, view.briefing.counted)[:TARGETS_LISTED]


def keywords(briefing: Briefing) -> tuple[Passage, ...]:
    """The terms over all documents, each with the language of its own script."""
    return tuple(Passage(term, term_lang(term)) for term, _ in briefing.keywords)


def inputs(view: Viewpoint) -> tuple[InputView, ...]:
    """The files that were met, in the order of the paths; of very many only those that are no document here."""
    met = view.briefing.inputs
    if len(met) > INPUTS_LISTED:
        met = tuple(file for file in met if file.document not in view.numbers)
    return tuple(
        InputView(
            file.path, file.status, view.strings(f"status.{file.status}"), file.reason, file.sha256 or "",
            view.mark(view.analysis(file.document)) if file.document in view.numbers else None,
        )
        for file in met
    )  # fmt: skip


def listed_findings(briefing: Briefing) -> list[Finding]:
    """The findings for the list over all documents: what is no mere information, up to the page's room."""
    return [finding for finding in briefing.findings if finding.level != "info"][:FINDINGS_LISTED]


def css_hash(css: str) -> str:
    """The style sheet's entry in a Content-Security-Policy (CSP Level 3, 2.3.1): only this sheet is applied.

    Raises:
        RenderError: the sheet would end the element that holds it.
    """
    if "</" in css:
        raise RenderError("site.css holds the characters </", "write them as an escape: \\3c/")
    return f"sha256-{base64.b64encode(sha256(css.encode()).digest()).decode()}"
