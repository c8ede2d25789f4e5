"""The chapters of the DOCX that span the documents: comparison, conflicts, targets, themes, timeline, sources."""

from __future__ import annotations

from reporter.render.context import DocumentView, FindingView, Page
from reporter.render.docx.cells import event_rows, target_rows, theme_rows
from reporter.render.docx.chapters import add_figures, add_matrix
from reporter.render.docx.marks import add_link, add_text
from reporter.render.docx.styles import CAPTION, FACTS
from reporter.render.docx.writer import Writer

_THEME_COLUMNS = 10


def add_across(out: Writer, page: Page) -> None:
    """What spans the documents and stands before them, each under a heading of its own, as far as there is any."""
    add_comparison(out, page)
    add_conflicts(out, page)
    add_targets(out, page)
    add_themes(out, page)


def add_closing(out: Writer, page: Page) -> None:
    """What stands behind the documents: the timeline, the sources, the findings."""
    if page.events:
        out.heading(out.t("timeline.title"), 1)
        header, rows = event_rows(page.events, out.t)
        out.table(header, rows, lang=page.events[0].words.lang, after=f"* {out.t('timeline.inferred')}")
    add_sources(out, page)
    add_findings(out, page)


def add_comparison(out: Writer, page: Page) -> None:
    """Every row that two or more documents fill."""
    if page.comparison and page.comparison.rows:
        out.heading(out.t("brief.comparison"), 1)
        add_matrix(out, page.comparison)
        out.text(out.t("matrix.whole"), FACTS)


def add_conflicts(out: Writer, page: Page) -> None:
    """Figures that contradict one another, each with its sentence."""
    if not page.conflicts:
        return
    out.heading(out.t("conflicts.title"), 1)
    out.lead(out.t("conflicts.lead"))
    for conflict in page.conflicts:
        out.text(conflict.indicator, CAPTION, conflict.lang)
        add_figures(out, conflict.figures)
        for quote in conflict.quotes:
            out.quote(quote, marked=True)


def add_targets(out: Writer, page: Page) -> None:
    """What is to be reached, by when and by whom, as a table."""
    if page.targets:
        out.heading(out.t("targets.title"), 1)
        header, rows = target_rows(page.targets, out.t)
        out.table(header, rows, numeric=(1,), lang=page.targets[0].lang)


def add_themes(out: Writer, page: Page) -> None:
    """Themes × documents as tables of at most ten documents each."""
    if page.themes is None:
        return
    out.heading(out.t("themes.title"), 1)
    out.lead(out.t("themes.lead_printed"))
    marks = page.themes.columns
    for first in range(0, len(marks), _THEME_COLUMNS):
        shown = marks[first : first + _THEME_COLUMNS]
        parts = [(theme, cells[first : first + len(shown)]) for theme, cells in page.themes.rows]
        header, rows = theme_rows(shown, parts, out.t)
        out.table(header, rows, numeric=range(1, len(header)), lang=page.themes.lang)


def add_sources(out: Writer, page: Page) -> None:
    """The documents as a numbered list of references with their files and hashes, then every other file met."""
    out.heading(out.t("sources.title"), 1)
    for view in page.documents:
        add_source(out, view)
    others = [file for file in page.inputs if file.mark is None]
    if others:
        out.heading(out.t("inputs.title"), 1)
        header = [out.t(f"inputs.{key}") for key in ("path", "status", "reason")]
        out.table(header, [[file.path, file.status_name, file.reason] for file in others])


def add_source(out: Writer, view: DocumentView) -> None:
    """A document's entry: its number leads back to its chapter; what it says the same as; its file."""
    line = out.paragraph(FACTS)
    line.paragraph_format.keep_with_next = True
    add_link(line, f"[{view.entry.mark.number}]", view.anchor)
    add_text(line, f" {view.entry.citation}", view.entry.lang)
    out.bookmark(line, f"source-{view.entry.mark.number}")
    for fact in view.entry.facts:
        if fact.marks:
            out.cited(f"{fact.label}：{fact.lead}", fact.marks, out.t("joint"))
    out.text(f"{view.path}  SHA-256 {view.sha256}", FACTS)


def add_findings(out: Writer, page: Page) -> None:
    """What was skipped, doubted or repaired, as a table."""
    if not page.findings:
        return
    out.heading(out.t("findings.title"), 1)
    rows = [
        [f"{finding.level_name}\n{finding.code}", f"{_told(finding)}{finding.mark.label if finding.mark else ''}"]
        for finding in page.findings
    ]
    out.table([out.t("findings.code"), out.t("findings.message")], rows)


def _told(finding: FindingView) -> str:
    """What a finding's code means, and what it says of this case."""
    return "：".join(filter(None, (finding.title, finding.message)))
