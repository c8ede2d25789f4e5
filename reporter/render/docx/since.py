"""本期变化 in the DOCX: what has changed since an earlier build."""

from __future__ import annotations

from collections.abc import Sequence

from reporter.render.change_views import ChangesView, ConclusionView, DocumentChangeView, FigureChangeView
from reporter.render.docx.marks import add_link, add_text
from reporter.render.docx.styles import CAPTION, FACTS
from reporter.render.docx.tables import CellText, Words
from reporter.render.docx.writer import Writer, target


def add_changes(out: Writer, changes: ChangesView) -> None:
    """Which build it is compared with, figures, what follows from them, documents."""
    out.heading(out.t("changes.title"), 1)
    out.text(changes.lead)
    if changes.figures:
        out.text(out.t("changes.figures"), CAPTION)
        _add_figures(out, changes.figures)
    _add_more(out, changes.more["figures"])
    for name, items in (("met", changes.met), ("conflicts", changes.conflicts), ("solved", changes.solved)):
        if items:
            out.text(out.t(f"changes.{name}"), CAPTION)
        for item in items:
            _add_conclusion(out, item)
        _add_more(out, changes.more[name])
    if changes.documents:
        out.text(out.t("changes.documents"), CAPTION)
    for document in changes.documents:
        _add_document(out, document)
    _add_more(out, changes.more["documents"])
    for name, words in (("gone", changes.gone), ("lost_figures", changes.lost)):
        if words:
            out.text(out.t(f"changes.{name}"), CAPTION)
            out.text(out.t("joint").join(words))
            _add_more(out, changes.more[name])


def _add_figures(out: Writer, figures: Sequence[FigureChangeView]) -> None:
    header: list[CellText] = [
        out.t(key) for key in ("figure.subject", "figure.name", "changes.earlier", "changes.now", "changes.note")
    ]
    rows: list[list[CellText]] = [
        [
            change.figure.subject,
            change.figure.name,
            change.earlier,
            (
                Words(change.figure.quantity, target(change.figure.words.href)),
                Words(change.figure.mark.label, target(change.figure.mark.href)),
            ),
            change.note,
        ]
        for change in figures
    ]
    out.table(header, rows, numeric=(2, 3), lang=figures[0].figure.lang)


def _add_conclusion(out: Writer, item: ConclusionView) -> None:
    line = out.paragraph(FACTS)
    add_text(line, item.title, item.lang)
    add_text(line, f"{out.t('changes.colon')}{item.words}")
    for figure in item.figures:
        add_text(line, f" {figure.quantity}", figure.words.lang)
        add_link(line, figure.mark.label, target(figure.words.href))


def _add_document(out: Writer, item: DocumentChangeView) -> None:
    out.cited(f"{item.kind_name} ", [item.mark])
    for note in item.notes:
        out.text(note, FACTS)
    for change in item.sentences:
        out.quote(change.quote, marked=True)
        _add_earlier(out, change.earlier, change.quote.lang)
    for row in item.rows:
        out.text(row.words.text, lang=row.words.lang)
        _add_earlier(out, row.earlier, row.words.lang)
    for text in item.gone:
        out.text(text, FACTS, item.lang)
    _add_more(out, item.more)


def _add_earlier(out: Writer, text: str, lang: str) -> None:
    if text:
        out.text(text, FACTS, lang)


def _add_more(out: Writer, words: str) -> None:
    if words:
        out.text(words, FACTS)
