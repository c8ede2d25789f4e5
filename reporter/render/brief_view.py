"""The brief, the comparison and the conflicts, as a page prints them."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from reporter.language.script import simplified
from reporter.model import Briefing, ComparisonCell, ComparisonRow, Conflict, Reference, TopicRow
from reporter.render.cell_periods import is_of_one_period
from reporter.render.context import Brief, ConflictView, Head, Note, SilentView
from reporter.render.figures import bounded
from reporter.render.passages import Figure, Matrix, MatrixFigure, MatrixRow, Quote, SourceMark
from reporter.render.viewpoint import Viewpoint, place_of, short_name
from reporter.render.whose import labelled, labels_of

# More documents than this, and a row's figures are printed one after the other instead of in columns.
COLUMNS = 7
# From so many documents on a screen prints figures one after the other, too. Then a row has no cells by column.
MOST_COLUMNS = 12
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
    labels = labels_of(view, briefing.summary)
    points = labelled(view.quotes(briefing.overview), labels)
    figures = tuple(_figure(view, reference) for reference in briefing.brief_figures)
    rows = [briefing.comparison.rows[index] for index in briefing.brief_rows]
    table = cut_rows(matrix(view, rows, _FIGURES_IN_BRIEF))
    cited = [quote.mark for quote in points] + [figure.mark for figure in figures]
    cited += [figure.mark for row in table.rows for figure in row.figures]
    return Brief(
        points=points,
        points_rest=labelled(view.quotes(its for its in briefing.summary if its not in kept), labels),
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
    marks = tuple(view.mark_of(name) for name in row.silent[:_SILENT])
    more = view.strings("topics.more", count=len(row.silent)) if len(row.silent) > _SILENT else ""
    return SilentView(view.strings("topics.silent", topic=row.topic), marks, more)


def _converted(view: Viewpoint) -> str:
    """How many documents are printed in another script than their own, in words; empty for none."""
    if not view.converted:
        return ""
    return view.strings(f"script.count.{view.script.conversion.target}", count=len(view.converted))


def comparison(view: Viewpoint, figures: int | None = None) -> Matrix:
    """The whole comparison for reading: every row that two or more documents fill. The data hold the other rows.

    Args:
        figures: as ``matrix``.
    """
    return matrix(view, shared_rows(view.briefing), figures)


def shared_rows(briefing: Briefing) -> list[ComparisonRow]:
    """The rows of the comparison that compare something."""
    return [row for row in briefing.comparison.rows if len({cell.document for cell in row.cells}) > 1]


def matrix(view: Viewpoint, rows: Sequence[ComparisonRow], figures: int | None = None) -> Matrix:
    """Some rows of the comparison, with a column for each document that fills one of them.

    Whether it is wide goes by all rows that compare something, so that dropping one never changes how the others are
    set, and fewer rows never take more room.

    Args:
        figures: so many figures of a row are worked out where there are more documents than any page has columns; the
            others are counted. None works out all.
    """
    columns = _documents(view.briefing, rows)
    many = len(columns) > MOST_COLUMNS
    subjects = {} if many else _subjects(rows)
    made = tuple(_row(view, row, columns, figures if many else None) for row in rows)
    heads = tuple(
        view.mark_of(name) if many else _column(view, name, subjects.get(name, ()))
        for name in columns[: MOST_COLUMNS + 1]
    )
    return Matrix(
        columns=heads,
        rows=made if many else tuple(_under(heads, row) for row in made),
        wide=len(_documents(view.briefing, shared_rows(view.briefing))) > COLUMNS,
        other=any(not figure.same for row in made for figure in row.figures),
    )


def _under(heads: Sequence[SourceMark], row: MatrixRow) -> MatrixRow:
    """The row with each figure cited as its column is headed: where a row's figures stand one after the other, that is
    all that says whose they are."""
    named = {head.number: head for head in heads}
    return replace(row, figures=tuple(replace(figure, mark=named[figure.mark.number]) for figure in row.figures))


def _subjects(rows: Sequence[ComparisonRow]) -> dict[str, list[str]]:
    """Whom the figures of each document speak of, in the order of the rows."""
    found: dict[str, list[str]] = defaultdict(list)
    for row in rows:
        for cell in row.cells:
            if cell.subject:
                found[cell.document].append(cell.subject)
    return found


def _documents(briefing: Briefing, rows: Sequence[ComparisonRow]) -> list[str]:
    """The documents that fill a cell of the rows, in the order of the comparison's columns."""
    filled = {cell.document for row in rows for cell in row.cells}
    return [name for name in briefing.comparison.columns if name in filled]


def cut_rows(table: Matrix) -> Matrix:
    """The table with rows that print figures one after the other cut to what page one has room for."""
    if not table.wide:
        return table
    rows = tuple(
        replace(
            row,
            figures=row.figures[:_FIGURES_IN_BRIEF],
            more=row.more + max(0, len(row.figures) - _FIGURES_IN_BRIEF),
        )
        for row in table.rows
    )
    return replace(table, rows=rows)


def _column(view: Viewpoint, document: str, subjects: Sequence[str]) -> SourceMark:
    """The head of a document's column, named after whom most of its figures speak of: a report on a visit names its
    author's place first, but counts its host's goods."""
    mark = view.mark_of(document)
    own = view.analysis(document).document
    if not subjects or place_of(own) in subjects:
        return mark
    place = view.script.named(short_name(max(subjects, key=subjects.count)), own)
    return replace(mark, place=place, lang=view.script.named_lang(own))


def conflicts(view: Viewpoint, limit: int | None = None) -> tuple[ConflictView, ...]:
    """The figures that contradict one another, each with its sentence; no more than so many."""
    return tuple(_conflict(view, conflict) for conflict in view.briefing.conflicts[:limit])


def _conflict(view: Viewpoint, conflict: Conflict) -> ConflictView:
    figures = tuple(_figure(view, item) for item in conflict.items)
    title, lang = view.script.shared(conflict.indicator, (figure.lang for figure in figures))
    return ConflictView(title, figures, lang, tuple(_sentence(view, item) for item in conflict.items))


def _sentence(view: Viewpoint, reference: Reference) -> Quote:
    """The sentence that states a figure."""
    stated = view.stated(reference.document, reference.id)
    if stated is None:
        raise KeyError(reference)
    return view.quote_of(reference.document, stated.sentence)


def _row(view: Viewpoint, row: ComparisonRow, columns: Sequence[str], limit: int | None) -> MatrixRow:
    units = {cell.unit for cell in row.cells}
    shared = row.cells[0].unit if len(units) == 1 else ""
    filled = _by_document(row, columns)
    shown = dict(_within(filled, limit))
    dated = not is_of_one_period(row.cells)
    cells = {name: _matrix_cell(view, own, shared, dated=dated) for name, own in shown.items()}
    figures = tuple(figure for cell in cells.values() for figure in cell)[:limit]
    more = sum(map(len, filled.values())) - len(figures)
    parallel = tuple(cells.get(name, ()) for name in columns) if limit is None else ()
    langs = [figure.lang for figure in figures]
    title, lang = view.script.shared(row.indicator, langs)
    return MatrixRow(title, view.script.shared(shared, langs)[0], row.derived, parallel, figures, more, lang=lang)


def _by_document(row: ComparisonRow, columns: Sequence[str]) -> dict[str, list[ComparisonCell]]:
    """The figures of a row by document, in the order of the columns."""
    found: dict[str, list[ComparisonCell]] = defaultdict(list)
    for cell in row.cells:
        found[cell.document].append(cell)
    return {name: found[name] for name in columns if name in found}


def _within(
    filled: Mapping[str, list[ComparisonCell]], limit: int | None
) -> Iterator[tuple[str, list[ComparisonCell]]]:
    """The first documents of a row, as many as have so many figures together; all without a limit."""
    left = math.inf if limit is None else limit
    for name, cells in filled.items():
        if left <= 0:
            return
        yield name, cells
        left -= len(cells)


def _matrix_cell(
    view: Viewpoint, cells: Sequence[ComparisonCell], shared_unit: str, *, dated: bool
) -> tuple[MatrixFigure, ...]:
    """A document's figures in a row; several are told apart by what differs: their names, subjects or periods.

    Args:
        dated: whether each says of which period it is, since the row's figures are not all of one.
    """
    found = [view.stated(cell.document, cell.indicator) for cell in cells]
    labels = [""] * len(cells)
    for choice in (
        [stated.name if stated else "" for stated in found],
        [cell.subject for cell in cells],
        [] if dated else [cell.period or "" for cell in cells],
    ):
        if len(set(choice)) > 1:
            labels = without_common_start(choice)
            break
    if dated:
        labels = [" ".join(filter(None, (cell.period, label))) for cell, label in zip(cells, labels, strict=True)]
    return tuple(
        _matrix_figure(view, cell, shared_unit, label, dated=dated) for cell, label in zip(cells, labels, strict=True)
    )


def without_common_start(labels: list[str]) -> list[str]:
    """The labels without the words that all begin with, as long as two characters are left of each
    (参与制定国家标准, 参与制定行业标准 → 国家标准, 行业标准)."""
    shortest, longest = min(labels), max(labels)
    common = next((at for at, pair in enumerate(zip(shortest, longest, strict=False)) if pair[0] != pair[1]), 0)
    common = min(common, min(map(len, labels)) - 2)
    return [label[max(0, common) :] for label in labels]


def _matrix_figure(view: Viewpoint, cell: ComparisonCell, shared_unit: str, label: str, *, dated: bool) -> MatrixFigure:
    stated = view.stated(cell.document, cell.indicator)
    role = "" if cell.role == "actual" else view.strings(f"role.{cell.role}")
    qualifier = stated.qualifier if stated else ""
    term = view.script.term
    told = ("" if qualifier in _TOTALS else qualifier) or ("" if dated else cell.period)
    note = role or term(told or "") or view.strings("matrix.other")
    return MatrixFigure(
        text=_cell_text(view, cell, shared_unit),
        label=view.script.shared(label, [stated.lang if stated else ""])[0],
        subject=stated.subject if stated else term(cell.subject),
        href=stated.href if stated else "",
        same=cell.same,
        note="" if cell.same else note,
        mark=view.mark_of(cell.document),
        lang=stated.lang if stated else view.script.term_lang,
    )


def _cell_text(view: Viewpoint, cell: ComparisonCell, shared_unit: str) -> str:
    """A figure as its document words it, without the unit that the whole row has; a derived one, which stands nowhere,
    in plain digits."""
    unit = view.script.term(shared_unit)
    stated = view.stated(cell.document, cell.indicator)
    if stated is None:
        return bounded(cell.value, "" if unit else view.script.term(cell.unit), cell.bound, view.strings)
    text = stated.quantity
    bare = text[: -len(unit)] if unit and simplified(text).endswith(shared_unit) else ""
    # A fall is told from a rise by its verb in the sentence; alone in a cell it needs a word of its own.
    return view.strings("change.down", basis="", amount=bare or text).strip() if cell.falls else bare or text


def _figure(view: Viewpoint, reference: Reference) -> Figure:
    return view.figure_of(reference.document, reference.id)


def _by_number(marks: Iterable[SourceMark]) -> tuple[SourceMark, ...]:
    first: dict[int, SourceMark] = {}
    for mark in marks:
        first.setdefault(mark.number, mark)
    return tuple(first[number] for number in sorted(first))
