"""本期变化 in Markdown: what has changed since an earlier build."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from reporter.render.catalogue import Catalogue
from reporter.render.change_views import ChangesView, ConclusionView, DocumentChangeView, FigureChangeView

Plain = Callable[[str], str]
Table = Callable[..., str]


def change_blocks(changes: ChangesView | None, t: Catalogue, plain: Plain, table: Table) -> Iterator[str]:
    """The changes as blocks; none where the briefing was held against no earlier build.

    Args:
        plain: makes a text one line without markup. table: (header, rows, right) → a table.
    """
    if changes is None:
        return
    yield f"## {plain(t('changes.title'))}"
    yield plain(changes.lead)
    if changes.figures:
        yield _figures(changes.figures, t, table)
    if changes.more["figures"]:
        yield plain(changes.more["figures"])
    for name, items in (("met", changes.met), ("conflicts", changes.conflicts), ("solved", changes.solved)):
        if items:
            yield f"### {plain(t(f'changes.{name}'))}"
            lines = [_conclusion(item, t, plain) for item in items]
            yield "\n".join([*lines, *([f"- {plain(changes.more[name])}"] if changes.more[name] else [])])
    for document in changes.documents:
        yield from _document(document, plain)
    if changes.more["documents"]:
        yield plain(changes.more["documents"])
    for name, words in (("gone", changes.gone), ("lost_figures", changes.lost)):
        if words:
            joined = t("joint").join(words)
            yield plain(f"{t(f'changes.{name}')}{t('changes.colon')}{joined}{t('changes.stop')}{changes.more[name]}")


def _figures(figures: Sequence[FigureChangeView], t: Catalogue, table: Table) -> str:
    header = [t(key) for key in ("figure.subject", "figure.name", "changes.earlier", "changes.now", "changes.note")]
    rows = [
        [item.figure.subject, item.figure.name, item.earlier, item.figure.quantity + item.figure.mark.label, item.note]
        for item in figures
    ]
    return table(header, rows, right=(2, 3))


def _conclusion(item: ConclusionView, t: Catalogue, plain: Plain) -> str:
    figures = t("joint").join(figure.quantity + figure.mark.label for figure in item.figures)
    return f"- {plain(item.title)}{t('changes.colon')}{plain(item.words)}{plain(figures)}"


def _document(item: DocumentChangeView, plain: Plain) -> Iterator[str]:
    yield f"### {plain(item.kind_name)} {item.mark.label}{plain(item.title)}"
    for note in item.notes:
        yield plain(note)
    lines = [
        f"- {plain(change.quote.text)}{change.quote.mark.label}{plain(change.earlier)}" for change in item.sentences
    ]
    lines += [f"- {plain(row.words.text)}{plain(row.earlier)}" for row in item.rows]
    lines += [f"- {plain(text)}" for text in item.gone]
    if item.more:
        lines.append(f"- {plain(item.more)}")
    if lines:
        yield "\n".join(lines)
