"""The chapters of the DOCX, in the order of the PDF: the brief, the documents, then what spans them."""

from __future__ import annotations

from collections.abc import Sequence

from reporter.render.catalogue import Catalogue
from reporter.render.context import Brief, DocumentView, Entry, EventView, Head, Page
from reporter.render.docx.styles import BRIEF_HEADING, FACTS, NOTE, POINT
from reporter.render.docx.writer import Writer
from reporter.render.matrix_words import figure_words, line_words, row_words
from reporter.render.passages import Figure, Matrix

_WIDE_SPACE = "\u3000"
_THEME_COLUMNS = 10


def add_head(out: Writer, head: Head) -> None:
    """Marking, issue, title, subtitle, issuer and date, as far as they are given."""
    above = [text for text in (head.marking, head.issue and out.t("head.issue", issue=head.issue)) if text]
    if above:
        out.text(_WIDE_SPACE.join(above), FACTS)
    out.text(head.title, "Title", head.lang)
    below = [text for text in (head.issuer, head.date) if text]
    for text in (head.subtitle, _WIDE_SPACE.join(below)):
        if text:
            out.text(text, "Subtitle")


def add_brief(out: Writer, brief: Brief) -> None:
    """The first page: the editor's notes, sentences, figures, comparison, and the documents cited."""
    for note in brief.notes:
        first = f"{out.t('brief.note')}{'：' + note.title if note.title else ''}"
        out.text(first, NOTE)
        for paragraph in note.paragraphs:
            out.text(paragraph, NOTE)
    out.text(out.t("brief.title"), BRIEF_HEADING)
    for number, quote in enumerate((*brief.points, *brief.points_rest), 1):
        out.quote(quote, before=f"{number}. ", style=POINT, marked=True)
    if brief.figures:
        out.text(out.t("brief.figures"), BRIEF_HEADING)
        add_figures(out, brief.figures)
    if brief.matrix.rows:
        out.text(out.t("brief.comparison"), BRIEF_HEADING)
        add_matrix(out, brief.matrix)
    if brief.legend:
        out.legend(brief.legend)
    for silent in brief.silent:
        named = out.t("joint").join(f"{mark.label}{mark.title}" for mark in silent.marks)
        out.text(f"{silent.lead}{named}{silent.more}", FACTS)
    if brief.converted:
        out.text(brief.converted, FACTS)


def add_figures(out: Writer, figures: Sequence[Figure]) -> None:
    """Stated quantities as a table."""
    header = [out.t(f"figure.{key}") for key in ("subject", "name", "quantity", "details")]
    rows = [
        [
            figure.subject,
            figure.name,
            figure.quantity,
            "；".join(figure.details) + figure.mark.label,
        ]
        for figure in figures
    ]
    out.table(header, rows, numeric=(2,), lang=figures[0].lang if figures else "zh-Hans")


def add_matrix(out: Writer, matrix: Matrix) -> None:
    """The comparison: a column a document, or all figures in one where there are too many."""
    lang = matrix.rows[0].lang if matrix.rows else "zh-Hans"
    if matrix.wide:
        header = [out.t("matrix.indicator"), out.t("matrix.figures")]
        out.table(header, [[row_words(row, out.t), line_words(row, out.t)] for row in matrix.rows], lang=lang)
    else:
        header = [out.t("matrix.indicator"), *(f"{mark.label}{mark.place}" for mark in matrix.columns)]
        rows = [
            [row_words(row, out.t), *("；".join(map(figure_words, cell)) for cell in row.cells)] for row in matrix.rows
        ]
        out.table(header, rows, numeric=range(1, len(header)), lang=lang)
    if matrix.other:
        out.text(out.t("matrix.other_note"), FACTS)


def add_document(out: Writer, view: DocumentView) -> None:
    """One document: what it is, its summary, its sections' sentences, its figures and tables."""
    entry = view.entry
    out.heading(f"{entry.mark.label}{entry.title}", 2, entry.lang, view.anchor)
    facts = _facts(out, entry)
    if facts:
        out.text(_WIDE_SPACE.join(facts), FACTS, entry.lang)
    for quote in entry.summary:
        out.quote(quote)
    if view.unheard:
        out.text(view.unheard, FACTS, entry.lang)
    for section in view.sections:
        out.heading(f"{section.number}{section.heading}", section.depth + 2, section.lang)
        for quote in section.quotes:
            if quote.repeats is None:
                out.quote(quote)
            else:
                out.text(out.t("document.repeats", place=quote.repeats), FACTS)
    if view.figures:
        out.text(out.t("document.figures_printed"), "Caption")
        add_figures(out, view.figures)
    add_tables(out, view)


def _facts(out: Writer, entry: Entry) -> list[str]:
    """What a document is, a phrase a fact."""
    facts = [f"{fact.label}：{fact.text}" for fact in entry.facts]
    if entry.inferred:
        facts.append(out.t("document.inferred"))
    if entry.keywords:
        facts.append(f"{out.t('document.keywords')}：{out.t('joint').join(entry.keywords)}")
    if entry.converted:
        facts.append(entry.converted)
    return facts


def add_tables(out: Writer, view: DocumentView) -> None:
    """The document's tables, each under its caption."""
    for table in view.tables:
        unit = out.t("table.unit", unit=table.unit) if table.unit else ""
        more = out.t("table.continued") if table.continued else ""
        listed = f"（{out.t('table.list')}）" if table.listed else ""
        caption = f"{table.caption or out.t('table.untitled')}{more}{listed}"
        out.text(_WIDE_SPACE.join(filter(None, (caption, unit))), "Caption", table.lang)
        numeric = [index for index, column in enumerate(table.columns) if column.numeric]
        header = [column.title for column in table.columns]
        out.table(header, [[cell.text for cell in row] for row in table.rows], numeric=numeric, lang=table.lang)


def add_across(out: Writer, page: Page) -> None:
    """What spans the documents: comparison, conflicts, timeline, sources, files met, findings."""
    if page.comparison and page.comparison.rows:
        out.heading(out.t("brief.comparison"), 1)
        add_matrix(out, page.comparison)
    if page.conflicts:
        out.heading(out.t("conflicts.title"), 1)
        out.text(out.t("conflicts.lead"), FACTS)
        for conflict in page.conflicts:
            out.text(conflict.indicator, "Caption", conflict.lang)
            add_figures(out, conflict.figures)
            for quote in conflict.quotes:
                out.quote(quote, marked=True)
    add_targets(out, page)
    add_themes(out, page)
    if page.events:
        out.heading(out.t("timeline.title"), 1)
        header = [out.t("timeline.date"), out.t("timeline.event")]
        rows = [[_date_words(event, out.t), f"{event.sentence}{_marks(event)}"] for event in page.events]
        out.table(header, rows, lang=page.events[0].words.lang)
    add_sources(out, page)
    if page.findings:
        out.heading(out.t("findings.title"), 1)
        rows = [
            [
                f"{finding.level_name} {finding.code}",
                f"{finding.message}{finding.mark.label if finding.mark else ''}",
            ]
            for finding in page.findings
        ]
        out.table([out.t("findings.code"), out.t("findings.message")], rows)


def add_targets(out: Writer, page: Page) -> None:
    """What is to be reached, by when and by whom, as a table."""
    if not page.targets:
        return
    out.heading(out.t("targets.title"), 1)
    rows = []
    for target in page.targets:
        told = f"{target.subject}{target.name}" if target.name else target.words.text
        until = f"\n{target.date}" if target.date and target.date != target.deadline.text else ""
        support = f"{out.t('targets.support')}{target.support.text}" if target.support.text else ""
        bodies = "\n".join(filter(None, (target.bodies.text, support)))
        rows.append([told + target.mark.label, target.quantity, target.deadline.text + until, bodies])
    header = [out.t(f"targets.{key}") for key in ("task", "quantity", "deadline", "bodies")]
    out.table(header, rows, numeric=(1,), lang=page.targets[0].lang)


def add_themes(out: Writer, page: Page) -> None:
    """Themes × documents as tables of at most ten documents each."""
    if page.themes is None:
        return
    out.heading(out.t("themes.title"), 1)
    out.text(out.t("themes.lead_printed"), FACTS)
    marks = page.themes.columns
    for first in range(0, len(marks), _THEME_COLUMNS):
        shown = marks[first : first + _THEME_COLUMNS]
        header = [out.t("themes.theme"), *(f"{mark.label}{mark.place}" for mark in shown)]
        rows = [
            [
                theme,
                *(f"{cell.share}\n{cell.count}" if cell.quote else "—" for cell in cells[first : first + len(shown)]),
            ]
            for theme, cells in page.themes.rows
        ]
        out.table(header, rows, numeric=range(1, len(header)), lang=page.themes.lang)


def _date_words(event: EventView, t: Catalogue) -> str:
    """The date of an event, marked where it is still to come."""
    return f"{event.date}\n{t('timeline.ahead')}" if event.ahead else event.date


def _marks(event: EventView) -> str:
    return event.mark.label + "".join(other.mark.label for other in event.others)


def add_sources(out: Writer, page: Page) -> None:
    """The documents with their facts and hashes, then every other file that was met."""
    out.heading(out.t("sources.title"), 1)
    for view in page.documents:
        told = (view.entry.title, "，".join(fact.text for fact in view.entry.facts))
        line = out.text(view.entry.mark.label + "。".join(filter(None, told)), FACTS, view.entry.lang)
        out.bookmark(line, f"source-{view.entry.mark.number}")
        out.text(f"{view.path}  SHA-256 {view.sha256}", FACTS)
    others = [file for file in page.inputs if file.mark is None]
    if others:
        out.heading(out.t("inputs.title"), 1)
        header = [out.t(f"inputs.{key}") for key in ("path", "status", "reason")]
        out.table(header, [[file.path, file.status_name, file.reason] for file in others])
