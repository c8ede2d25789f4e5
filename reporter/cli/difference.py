"""What differs between two builds, as lines for people."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from reporter.cli.terminal import harmless
from reporter.model.changes import Changes, ConflictChange, DocumentChange, RowChange, StatedDocument, StatedFigure
from reporter.render.figures import joined_unit, number_text

_BOUNDS = {"at_least": "≥", "at_most": "≤", "over": ">", "under": "<", "about": "≈"}


def lines(found: Changes, documents: int, limit: int) -> Iterator[str]:
    """Lines, each of which stays one whatever a name or a title holds: a line end, or what a terminal would obey.

    Args:
        documents: how many the later build has.
        limit: the sentences of a document and the figures that are shown; 0 for all.
    """
    return map(harmless, _lines(found, documents, limit))


def _lines(found: Changes, documents: int, limit: int) -> Iterator[str]:
    """The documents with their sentences and rows, figures, conflicts, targets, and last how many there are of each."""
    for change in found.documents:
        yield _document_line(change)
        yield from _cut(list(_parts(change)), limit)
    kept = {item.gone: f"  (its text still stands in {item.document})" for item in found.kept}
    yield from (f"gone     {_named(document)}{kept.get(document.id, '')}" for document in found.gone)
    yield from _figures(found, limit)
    yield from _conflicts("new conflict", found.conflicts)
    yield from _conflicts("solved conflict", found.solved)
    for met in found.met:
        yield f"target met: {_of(met.figure)}: {_aim(met.aimed)}, now {quantity(met.figure)} ({met.figure.document})"
    yield closing_line(found, documents)


def closing_line(found: Changes, documents: int) -> str:
    """How many documents and figures there are of each kind."""
    kinds = Counter(change.kind for change in found.documents)
    relations = Counter(change.relation for change in found.figures)
    counts = [f"{kinds[kind]} {kind}" for kind in ("new", "changed", "moved")] + [f"{len(found.gone)} gone"]
    figures = [f"{relations[kind]} {kind}" for kind in ("edited", "revised", "next", "new")]
    figures.append(f"{len(found.gone_figures)} gone")
    again = f"; {len(found.rewritten)} with the same words in another file" if found.rewritten else ""
    told = f"{found.earlier.documents} documents before, {documents} now: {', '.join(counts)}{again}"
    return f"{told}; figures: {', '.join(figures)}" if found.differs else f"{told}; nothing differs"


def quantity(figure: StatedFigure) -> str:
    """How much a figure states, with its period."""
    sign = "-" if figure.falls else ""
    period = f" ({figure.when or figure.period})" if figure.period else ""
    return f"{_BOUNDS.get(figure.bound or '', '')}{sign}{number_text(figure.value)}{joined_unit(figure.unit)}{period}"


def _document_line(change: DocumentChange) -> str:
    was = change.earlier
    moved = f" (was {was.path})" if was and was.path != change.document.path and was.id != change.document.id else ""
    return f"{change.kind:<8} {_named(change.document)}{moved}"


def _named(document: StatedDocument) -> str:
    return f"{document.path}  {document.title}" if document.title else document.path


def _parts(change: DocumentChange) -> Iterator[tuple[str, ...]]:
    """What changed in a document, a line or two each."""
    if change.retitled is not None:
        yield f"  ~ title: {change.retitled}", f"         {change.document.title}"
    for heading in change.headings:
        yield (f"  + heading: {heading}",)
    for heading in change.gone_headings:
        yield (f"  - heading: {heading}",)
    for sentence in change.sentences:
        if sentence.earlier is None:
            yield (f"  + {sentence.sentence.text}",)
        else:
            yield f"  ~ {sentence.earlier.text}", f"    {sentence.sentence.text}"
    for gone in change.gone:
        yield (f"  - {gone.text}",)
    for row in change.rows:
        yield _row(row)
    for cells in change.gone_rows:
        yield (f"  - {_cells(cells)}",)


def _row(row: RowChange) -> tuple[str, ...]:
    if row.earlier is None:
        return (f"  + {_cells(row.cells)}",)
    return f"  ~ {_cells(row.earlier)}", f"    {_cells(row.cells)}"


def _cells(cells: Sequence[str]) -> str:
    return " | ".join(cells)


def _figures(found: Changes, limit: int) -> Iterator[str]:
    """The figures, those that compare with earlier ones first."""
    shown = [
        (f"  {_of(change.figure)}: {quantity(change.earlier)} → {quantity(change.figure)}  [{change.relation}]",)
        for change in found.figures
        if change.earlier is not None
    ]
    new = [change.figure for change in found.figures if change.earlier is None]
    shown += [(f"  + {_of(figure)}: {quantity(figure)}",) for figure in new]
    shown += [(f"  - {_of(figure)}: {quantity(figure)}",) for figure in found.gone_figures]
    if shown:
        yield "figures"
    yield from _cut(shown, limit)


def _of(figure: StatedFigure) -> str:
    return f"{figure.subject} {figure.name}".strip()


def _aim(figure: StatedFigure) -> str:
    return f"aimed at {quantity(figure)}"


def _conflicts(word: str, conflicts: Sequence[ConflictChange]) -> Iterator[str]:
    for conflict in conflicts:
        stated = "; ".join(f"{quantity(figure)} in {figure.document}" for figure in conflict.figures)
        yield f"{word}: {conflict.indicator}: {stated}"


def _cut(shown: Sequence[tuple[str, ...]], limit: int) -> Iterator[str]:
    """The first entries, each of a line or two, and how many more there are."""
    kept = shown if not limit or len(shown) <= limit else shown[:limit]
    for entry in kept:
        yield from entry
    if len(kept) < len(shown):
        yield f"  and {len(shown) - len(kept)} more (--limit 0 shows all)"
