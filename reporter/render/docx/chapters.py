"""The chapters of the DOCX: the brief, then the documents, each with its summary, sections, figures and tables."""

from __future__ import annotations

from collections.abc import Sequence

from reporter.model import Saying
from reporter.render.context import Brief, DocumentView, Entry, Head
from reporter.render.docx.cells import figure_rows, matrix_rows
from reporter.render.docx.marks import add_link, add_text
from reporter.render.docx.styles import BRIEF_HEADING, CAPTION, FACTS, NOTE, POINT, SUBTITLE, TITLE
from reporter.render.docx.writer import Writer, target
from reporter.render.ordinals import ordinals
from reporter.render.passages import Figure, Matrix, TableView

_WIDE_SPACE = "\u3000"


def add_head(out: Writer, head: Head) -> None:
    """Marking, issue, title, subtitle, issuer and date, as far as they are given."""
    above = [text for text in (head.marking, head.issue and out.t("head.issue", issue=head.issue)) if text]
    if above:
        out.text(_WIDE_SPACE.join(above), FACTS)
    out.text(head.title, TITLE, head.lang)
    below = [text for text in (head.issuer, head.date) if text]
    for text in (head.subtitle, _WIDE_SPACE.join(below)):
        if text:
            out.text(text, SUBTITLE)


def add_brief(out: Writer, brief: Brief) -> None:
    """The first page: the editor's notes, sentences, figures, comparison, and the documents cited."""
    add_notes(out, brief)
    out.text(out.t("brief.title"), BRIEF_HEADING)
    points = (*brief.points, *brief.points_rest)
    for number, quote in zip(ordinals([quote.text for quote in points]), points, strict=True):
        out.quote(quote, before=f"{number} " if number.endswith(".") else number, style=POINT, marked=True)
    if brief.figures:
        out.text(out.t("brief.figures"), BRIEF_HEADING)
        add_figures(out, brief.figures)
    if brief.matrix.rows:
        out.text(out.t("brief.comparison"), BRIEF_HEADING)
        add_matrix(out, brief.matrix)
    if brief.legend:
        out.cited(f"{out.t('brief.sources')}  ", brief.legend)
    add_remarks(out, brief)


def add_notes(out: Writer, brief: Brief) -> None:
    """The editor's own words."""
    for note in brief.notes:
        out.text(f"{out.t('brief.note')}{'：' + note.title if note.title else ''}", NOTE)
        for paragraph in note.paragraphs:
            out.text(paragraph, NOTE)


def add_remarks(out: Writer, brief: Brief) -> None:
    """The documents that are silent on a topic, and how many were converted."""
    for silent in brief.silent:
        out.cited(silent.lead, silent.marks, out.t("joint"), silent.more)
    if brief.converted:
        out.text(brief.converted, FACTS)


def add_figures(out: Writer, figures: Sequence[Figure]) -> None:
    """Stated quantities as a table."""
    header, rows = figure_rows(figures, out.t)
    out.table(header, rows, numeric=(2,), lang=figures[0].lang if figures else "zh-Hans")


def add_matrix(out: Writer, matrix: Matrix) -> None:
    """The comparison: a column a document, or all figures in one where there are too many."""
    header, rows = matrix_rows(matrix, out.t)
    numeric = () if matrix.wide else range(1, len(header))
    note = out.t("matrix.other_note") if matrix.other else ""
    out.table(header, rows, numeric=numeric, lang=matrix.rows[0].lang if matrix.rows else "zh-Hans", after=note)


def add_document(out: Writer, view: DocumentView) -> None:
    """One document: what it is, its summary, its sections' sentences, its figures, honours and tables."""
    entry = view.entry
    if entry.group:
        out.text(entry.group, CAPTION)
    out.heading(f"{entry.mark.label}{entry.title}", 2, entry.lang, view.anchor)
    if entry.subtitle:
        out.lead(entry.subtitle, entry.lang)
    _add_facts(out, view)
    _add_summary(out, view)
    if view.sections and entry.summary:
        out.text(out.t("document.sections"), CAPTION)
    for section in view.sections:
        out.heading(f"{section.number}{section.heading}", section.depth + 2, section.lang)
        for quote in section.quotes:
            out.quote(quote)
    if view.figures:
        out.text(out.t("document.figures_printed"), CAPTION)
        add_figures(out, view.figures)
    _add_honours(out, view)
    for table in view.tables:
        add_source_table(out, table)


def _add_summary(out: Writer, view: DocumentView) -> None:
    """The chosen sentences, and which sections they leave out."""
    if view.entry.summary:
        out.text(out.t("document.summary"), CAPTION)
    for quote in view.entry.summary:
        out.quote(quote)
    if view.unheard:
        out.text(view.unheard, FACTS, view.entry.lang)


def _add_facts(out: Writer, view: DocumentView) -> None:
    """What the document is, a phrase a fact, with the way to its entry in the list of sources."""
    line = out.lead(_WIDE_SPACE.join([*_facts(out, view.entry), ""]), view.entry.lang)
    add_link(line, out.t("sources.title"), target(view.source_href))


def _facts(out: Writer, entry: Entry) -> list[str]:
    facts = [f"{fact.label}：{fact.text}" for fact in entry.facts]
    if entry.inferred:
        facts.append(out.t("document.inferred"))
    if entry.keywords:
        facts.append(f"{out.t('document.keywords')}：{out.t('joint').join(entry.keywords)}")
    if entry.converted:
        facts.append(entry.converted)
    return facts


def _add_honours(out: Writer, view: DocumentView) -> None:
    """The honours that the document names, in one paragraph under a line that says so."""
    if not view.honours:
        return
    out.text(out.t("honours.title"), CAPTION)
    line = out.paragraph(FACTS)
    for place, mention in enumerate(view.honours):
        add_text(line, "；" if place else "")
        add_text(line, mention.words.text, mention.words.lang)
        add_text(line, f"（{mention.note}）" if mention.note else "")


def add_source_table(out: Writer, table: TableView) -> None:
    """A table of a document under its numbered caption; of a very long one the first rows, and where the rest is."""
    unit = out.t("table.unit", unit=table.unit) if table.unit else ""
    more = out.t("table.continued") if table.continued else ""
    listed = f"（{out.t('table.list')}）" if table.listed else ""
    caption = f"{table.caption}{more}{listed}"
    out.caption(_WIDE_SPACE.join(filter(None, (caption, unit))), table.lang, table.anchor, continued=table.continued)
    numeric = [index for index, column in enumerate(table.columns) if column.numeric]
    rows = [[cell.text for cell in row] for row in table.rows]
    header = [column.title for column in table.columns]
    out.table(header, rows, numeric=numeric, lang=table.lang, after=_rest(out, table, caption))


_CUT = Saying(
    "render-docx-table-cut",
    "info",
    "{table}: the DOCX has {shown} of {all} rows",
    "the others are in data/tables/ and data/briefing.json; raise table_rows under [docx]",
)


def _rest(out: Writer, table: TableView, caption: str) -> str:
    """In words: how many rows of the table are left out and where they are; empty for none."""
    if not table.more:
        return ""
    if not table.continued:
        shown = len(table.rows)
        out.findings.append(_CUT.finding(table=f"{table.mark.label}{caption}", shown=shown, all=shown + table.more))
    return out.t("table.rest", count=table.more)
