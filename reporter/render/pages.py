"""The page contexts of the site and of the PDF, made from a briefing."""

from __future__ import annotations

import base64
from collections.abc import Iterator
from dataclasses import replace
from hashlib import sha256

from reporter.errors import RenderError
from reporter.model import Analysis, Briefing, Finding
from reporter.render import brief_view, document_room, document_view, overview
from reporter.render.charts.selection import leading_charts
from reporter.render.charts.views import Charts
from reporter.render.context import Download, Entry, InputView, Page, TargetView
from reporter.render.finding_words import visible
from reporter.render.input_words import reason_words
from reporter.render.paging import PAGE_WEIGHT, weight
from reporter.render.passages import Passage
from reporter.render.since_view import FIRST_PAGE, PAPER, changes_view
from reporter.render.site_views import About
from reporter.render.source_lines import SourceView
from reporter.render.viewpoint import Viewpoint, term_lang

# The first page is read in three minutes, some 1,500 characters: up to so many documents it has the best sentences of
# each, beyond that the summaries are left to the documents' own pages.
SUMMARIES_LISTED = 12
SUMMARY_SENTENCES = 3
# With more documents than this the list of documents has pages of its own, and the first page has those that the brief
# cites: that of a thousand documents must still open at once.
DOCUMENTS_LISTED = 60
CONFLICTS_LISTED = 5
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


def index_page(view: Viewpoint, css: str, downloads: tuple[Download, ...], charts: Charts) -> Page:
    """The site's first page: what is read in three minutes, then the documents."""
    briefing = view.briefing
    conflicts = brief_view.conflicts(view, CONFLICTS_LISTED)
    more = {"conflicts": len(briefing.conflicts) - len(conflicts), "entries": 0}
    entries = tuple(_index_entries(view))
    more["entries"] = len(briefing.analyses) - len(entries)
    return replace(
        blank_page(view, briefing.head.title, css, "index.html"),
        brief=brief_view.brief(view),
        charts=leading_charts(charts),
        changes=changes_view(view, FIRST_PAGE),
        conflicts=conflicts,
        entries=entries,
        keywords=keywords(briefing),
        inputs_met=len(briefing.inputs),
        downloads=downloads,
        more=more,
    )


def lists_documents(view: Viewpoint) -> bool:
    """Whether the first page lists every document."""
    return len(view.briefing.analyses) <= DOCUMENTS_LISTED


def _index_entries(view: Viewpoint) -> Iterator[Entry]:
    """The documents of the first page: all of them with their best sentences, all of them in short, or the cited."""
    names = view.briefing.ids
    if not lists_documents(view):
        cited = {reference.document for reference in (*view.briefing.summary, *view.briefing.brief_figures)}
        names = tuple(name for name in names if name in cited)[:DOCUMENTS_LISTED]
    summaries = len(names) <= SUMMARIES_LISTED and lists_documents(view)
    for name in names:
        yield document_view.entry(view, view.analysis(name), summary=summaries, best=SUMMARY_SENTENCES)


def document_page(view: Viewpoint, analysis: Analysis, frame: Page) -> Page:
    """A document's own page, in the frame of all pages of its folder."""
    shown = document_room.fitted_document(document_view.document(view, analysis, rows=document_room.TABLE_ROWS))
    return replace(frame, title=shown.entry.title, document=shown)


def about_page(view: Viewpoint, css: str, about: About) -> Page:
    """The page about the build; short lists of files and findings stand on it, long ones have pages of their own."""
    listed = lists_below_about(view)
    return replace(
        blank_page(view, view.strings("pages.about"), css, "index.html"),
        about=about,
        inputs=inputs(view, None) if listed else (),
        inputs_met=len(view.briefing.inputs),
        findings=document_view.findings(view, view.briefing.findings) if listed else (),
    )


def lists_below_about(view: Viewpoint) -> bool:
    """Whether the page about the build lists every file and every finding."""
    briefing = view.briefing
    return sum(map(weight, (*briefing.inputs, *briefing.findings))) <= PAGE_WEIGHT // 2


def source_page(view: Viewpoint, analysis: Analysis, source: SourceView, frame: Page) -> Page:
    """One part of a document's source, with a short entry of the document, in the frame of all pages of its folder."""
    entry = document_view.entry(view, analysis, summary=False)
    return replace(frame, title=entry.title, source=source, entries=(entry,))


def print_page(
    view: Viewpoint, *, tight: bool = False, measuring: bool = False, rows: int | None = None, whole: bool = True
) -> Page:
    """The whole PDF, page one set tightly or not; the brief alone when its room is measured. ``rows`` is how many of a
    table are printed, None prints all. Without ``whole`` it lacks the documents, which take most of its memory."""
    briefing = view.briefing
    blank = blank_page(view, briefing.head.title, "", "")
    page = replace(blank, brief=brief_view.brief(view), tight=tight)
    if measuring:
        return replace(page, part="brief")
    return replace(
        page,
        changes=changes_view(view, PAPER),
        comparison=brief_view.comparison(view),
        conflicts=brief_view.conflicts(view),
        targets=_listed_targets(view),
        themes=overview.themes(view),
        documents=tuple(
            document_view.document(view, analysis, printed=True, rows=rows)
            for analysis in briefing.analyses[: None if whole else 0]
        ),
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


def inputs(view: Viewpoint, limit: int | None = INPUTS_LISTED) -> tuple[InputView, ...]:
    """The files that were met, in the order of the paths; of more than the limit only those that are no document
    here."""
    met = view.briefing.inputs
    if limit is not None and len(met) > limit:
        met = tuple(file for file in met if file.document not in view.numbers)
    words = reason_words(view.briefing, view.strings)
    return tuple(
        InputView(
            visible(file.path), file.status, view.strings(f"status.{file.status}"), words(file), file.sha256 or "",
            view.mark_of(file.document) if file.document in view.numbers else None,
        )
        for file in met
    )  # fmt: skip


def listed_findings(briefing: Briefing) -> list[Finding]:
    """The findings for the list over all documents: what is no mere information, up to the page's room."""
    return [finding for finding in briefing.findings if finding.level != "info"][:FINDINGS_LISTED]


def css_hash(css: str) -> str:
    """The style sheet's entry in a Content-Security-Policy: only this sheet is applied.

    Raises:
        RenderError: the sheet would end the element that holds it.
    """
    return element_hash(css, "site.css")


def element_hash(text: str, name: str) -> str:
    """The entry of an element's text in a Content-Security-Policy (CSP Level 3, 2.3.1).

    Raises:
        RenderError: the text, which stands in the theme's file ``name``, would end its element.
    """
    if "</" in text:
        raise RenderError(
            f"{name} holds the characters </", "write the first as an escape: \\3c in CSS, \\x3c in scripts"
        )
    return f"sha256-{base64.b64encode(sha256(text.encode()).digest()).decode()}"
