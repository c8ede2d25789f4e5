"""The brief, the comparison and the conflicts, as a page prints them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from reporter.language.script import simplified
from reporter.model import Briefing, ComparisonCell, ComparisonRow, Reference, TopicRow
from reporter.render.context import Brief, ConflictView, Head, Note, SilentView
from reporter.render.figures import bounded
from reporter.render.passages import Figure, Matrix, MatrixFigure, MatrixRow, Quote, SourceMark
from reporter.render.viewpoint import Viewpoint, place_of, short_name

# More documents than this, and a row's figures are printed one after the other instead of in columns.
COLUMNS = 7
# On page one such a row is cut to so many figures, about two lines; the comparison further back has them all.
_FIGURES_IN_BRIEF = 8
# A line names no more documents that do not speak of a topic than this.
_SILENT = 12
# Words that call a figure a total: they do not say in what it differs from the others.
_TOTALS = frozenset("共 共计 合计 总计 累计 现有 共有".split())  # noqa: SIM905


def head(view: Viewpoint) -> Head:
    """What stands above the brief."""
    given = view.briefing.head
    single = view.briefing.counted[0] if len(view.briefing.counted) == 1 else None
    own_title = single is not None and given.title == single.document.title.text
    return Head(
        title=given.title,
        lang=view.mark(single).lang if single is not None and own_title else view.briefing.language,
        subtitle=given.subtitle or "",
        issue=given.issue or "",
        date=view.date(given.date),
        iso_date=given.date or "",
        issuer=given.issuer or "",
        marking=given.marking or "",
    )


def brief(view: Viewpoint) -> Brief:
    """The first page: sentences, figures, comparison, the editor's notes, and the documents it cites."""
    briefing = view.briefing
    kept = set(briefing.overview)
    points = view.quotes(briefing.overview)
    figures = tuple(_figure(view, reference) for reference in briefing.brief_figures)
    table = cut_rows(matrix(view, [briefing.comparison.rows[index] for index in briefing.brief_rows]))
    cited = [quote.mark for quote in points] + [figure.mark for figure in figures]
    cited += [figure.mark for row in table.rows for figure in row.figures]
    return Brief(
        points=points,
        points_rest=view.quotes(reference for reference in briefing.summary if reference not in kept),
        figures=figures,
        matrix=table,
        legend=_by_number(cited),
        notes=tuple(
            Note(note.title or "", tuple(line.strip() for line in note.text.splitlines() if line.strip()))
            for note in briefing.notes
        ),
        dropped=briefing.dropped,
        converted=_converted(view),
        silent=tuple(_silent(view, row) for row in briefing.topics if row.silent),
    )


def _silent(view: Viewpoint, row: TopicRow) -> SilentView:
    """The documents that do not speak of a topic; words alone where none does."""
    if not row.documents:
        return SilentView(view.strings("topics.none", topic=row.topic), (), "")
    marks = tuple(view.mark(view.analysis(name)) for name in row.silent[:_SILENT])
    more = view.strings("topics.more", count=len(row.silent)) if len(row.silent) > _SILENT else ""
    return SilentView(view.strings("topics.silent", topic=row.topic), marks, more)


def _converted(view: Viewpoint) -> str:
    """How many documents are printed in another script than their own, in words; empty for none."""
    if not view.converted:
        return ""
    return view.strings(f"script.count.{view.script.conversion.target}", count=len(view.converted))


def comparison(view: Viewpoint) -> Matrix:
    """The whole comparison for reading: every row that two or more documents fill. The data hold the other rows."""
    return matrix(view, shared_rows(view.briefing))


def shared_rows(briefing: Briefing) -> list[ComparisonRow]:
    """The rows of the comparison that compare something."""
    return [row for row in briefing.comparison.rows if len({cell.document for cell in row.cells}) > 1]


def matrix(view: Viewpoint, rows: Sequence[ComparisonRow]) -> Matrix:
    """Some rows of the comparison, with a column for each document that fills one of them.

    Whether it is wide goes by all rows that compare something, so that dropping one never changes how the others are
    set, and fewer rows never take more room.
    """
    columns = _documents(view.briefing, rows)
    made = tuple(_row(view, row, columns) for row in rows)
    return Matrix(
        columns=tuple(_column(view, name, rows) for name in columns),
        rows=made,
        wide=len(_documents(view.briefing, shared_rows(view.briefing))) > COLUMNS,
        other=any(not figure.same for row in made for figure in row.figures),
    )


def _documents(briefing: Briefing, rows: Sequence[ComparisonRow]) -> list[str]:
    """The documents that fill a cell of the rows, in the order of the comparison's columns."""
    filled = {cell.document for row in rows for cell in row.cells}
    return [name for name in briefing.comparison.columns if name in filled]


def cut_rows(table: Matrix) -> Matrix:
    """The table with rows that print figures one after the other cut to what page one has room for."""
    if not table.wide:
        return table
    rows = tuple(
        replace(row, figures=row.figures[:_FIGURES_IN_BRIEF], more=max(0, len(row.figures) - _FIGURES_IN_BRIEF))
        for row in table.rows
    )
    return replace(table, rows=rows)


def _column(view: Viewpoint, document: str, rows: Sequence[ComparisonRow]) -> SourceMark:
    """The head of a document's column, named after whom most of its figures speak of: a report on a visit names its
    author's place first, but counts its host's goods."""
    mark = view.mark(view.analysis(document))
    subjects = [cell.subject for row in rows for cell in row.cells if cell.document == document and cell.subject]
    if not subjects or place_of(view.analysis(document).document) in subjects:
        return mark
    place = view.script.term(short_name(max(subjects, key=subjects.count)))
    return replace(mark, place=place, lang=view.script.term_lang)


def conflicts(view: Viewpoint, limit: int | None = None) -> tuple[ConflictView, ...]:
    """The figures that contradict one another, each with its sentence; no more than so many."""
    return tuple(
        ConflictView(
            view.script.term(conflict.indicator),
            tuple(_figure(view, item) for item in conflict.items),
            view.script.term_lang,
            tuple(_sentence(view, item) for item in conflict.items),
        )
        for conflict in view.briefing.conflicts[:limit]
    )


def _sentence(view: Viewpoint, reference: Reference) -> Quote:
    """The sentence that states a figure."""
    indicator = view.indicators[reference.document, reference.id]
    return view.quote(view.analysis(reference.document), indicator.sentence)


def _row(view: Viewpoint, row: ComparisonRow, columns: Sequence[str]) -> MatrixRow:
    units = {cell.unit for cell in row.cells}
    shared = row.cells[0].unit if len(units) == 1 else ""
    cells = tuple(_matrix_cell(view, [cell for cell in row.cells if cell.document == name], shared) for name in columns)
    figures = tuple(figure for cell in cells for figure in cell)
    term = view.script.term
    return MatrixRow(term(row.indicator), term(shared), row.derived, cells, figures, lang=view.script.term_lang)


def _matrix_cell(view: Viewpoint, cells: Sequence[ComparisonCell], shared_unit: str) -> tuple[MatrixFigure, ...]:
    """A document's figures in a row; several are told apart by what differs: their names, subjects or periods."""
    found = [view.indicators.get((cell.document, cell.indicator)) for cell in cells]
    labels = [""] * len(cells)
    for choice in (
        [indicator.name if indicator else "" for indicator in found],
        [cell.subject for cell in cells],
        [cell.period or "" for cell in cells],
    ):
        if len(set(choice)) > 1:
            labels = without_common_start(choice)
            break
    return tuple(_matrix_figure(view, cell, shared_unit, label) for cell, label in zip(cells, labels, strict=True))


def without_common_start(labels: list[str]) -> list[str]:
    """The labels without the words that all begin with, as long as two characters are left of each
    (参与制定国家标准, 参与制定行业标准 → 国家标准, 行业标准)."""
    shortest, longest = min(labels), max(labels)
    common = next((at for at, pair in enumerate(zip(shortest, longest, strict=False)) if pair[0] != pair[1]), 0)
    common = min(common, min(map(len, labels)) - 2)
    return [label[max(0, common) :] for label in labels]


def _matrix_figure(view: Viewpoint, cell: ComparisonCell, shared_unit: str, label: str) -> MatrixFigure:
    analysis = view.analysis(cell.document)
    indicator = view.indicators.get((cell.document, cell.indicator))
    role = "" if cell.role == "actual" else view.strings(f"role.{cell.role}")
    qualifier = (indicator.qualifier if indicator else None) or ""
    term = view.script.term
    note = (
        role or term(("" if qualifier in _TOTALS else qualifier) or cell.period or "") or view.strings("matrix.other")
    )
    return MatrixFigure(
        text=_cell_text(view, cell, shared_unit),
        label=term(label),
        subject=term(cell.subject),
        href=view.href(analysis, cell.indicator, indicator.span.start, indicator.sentence) if indicator else "",
        same=cell.same,
        note="" if cell.same else note,
        mark=view.mark(analysis),
        lang=view.script.term_lang,
    )


def _cell_text(view: Viewpoint, cell: ComparisonCell, shared_unit: str) -> str:
    """A figure as its document words it, without the unit that the whole row has; a derived one, which stands nowhere,
    in plain digits."""
    unit = view.script.term(shared_unit)
    indicator = view.indicators.get((cell.document, cell.indicator))
    if indicator is None:
        return bounded(cell.value, "" if unit else view.script.term(cell.unit), cell.bound, view.strings)
    text = view.quantity(view.analysis(cell.document).document, indicator)
    bare = text[: -len(unit)] if unit and simplified(text).endswith(shared_unit) else ""
    # A fall is told from a rise by its verb in the sentence; alone in a cell it needs a word of its own.
    return view.strings("change.down", basis="", amount=bare or text).strip() if cell.falls else bare or text


def _figure(view: Viewpoint, reference: Reference) -> Figure:
    analysis = view.analysis(reference.document)
    return view.figure(analysis, view.indicators[reference.document, reference.id])


def _by_number(marks: Iterable[SourceMark]) -> tuple[SourceMark, ...]:
    return tuple(sorted(set(marks), key=lambda mark: mark.number))
