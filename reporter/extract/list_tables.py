"""Enumerations with parallel content as tables: a row an item, a column for each figure that recurs.

``1、甲公司：去年销售额达5亿元，今年计划6亿元。有意来投资。`` with its like becomes 企业 | 去年销售额 | 今年计划销售额
| 情况. Dates of steps (2016年9月开工) and labelled fields (地点：城南) are columns too. What recurs in no other item
stays in the last column, word for word. ``list_runs`` finds the rows, ``list_rows`` reads them.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from reporter.extract.list_heads import caption_of, label_heading
from reporter.extract.list_rows import Column, Figures, Row, row_of
from reporter.extract.list_runs import Run, runs
from reporter.extract.table_cells import EMPTY_CELL, cell, trimmed
from reporter.model.document import Cell, Document, Table
from reporter.model.text import Span

_CLAUSE_END = re.compile(r"[，。；！？\n]|$")


def list_tables(document: Document, figures: Figures) -> list[Table]:
    """The tables of a document's parallel enumerations; ids are left empty."""
    made = (_table(document, run, figures) for run in runs(document, figures))
    return [table for table in made if table]


def _table(document: Document, run: Run, figures: Figures) -> Table | None:
    """The rows of a run as a table; None where too little recurs in them."""
    rows = [row_of(document, seed, figures) for seed in run.seeds]
    columns = _columns(rows, max(2, round(run.least * len(rows))))
    fields = [column for column in columns if not column[0] and _is_labelled(document, rows, column)]
    if not columns or len(fields) < run.fields:
        return None
    start = rows[0].label.start
    names = [row.label.of(document.simplified) for row in rows]
    header = [label_heading(document, start, names), *map(_heading, columns)]
    lines = [[cell(document, row.label), *(_cell(document, row, column) for column in columns)] for row in rows]
    rest = [_rest(document, row, columns) for row in rows]
    if any(rest):
        header.append("情况")
        for line, span in zip(lines, rest, strict=True):
            line.append(cell(document, span) if span else EMPTY_CELL)
    span = Span(start, rows[-1].body.end)
    return Table(
        "", caption_of(document, start), None, "list", run.section, tuple(header), tuple(map(tuple, lines)), span
    )


def _columns(rows: Sequence[Row], least: int) -> list[Column]:
    """What recurs in at least so many rows, in the order of its first appearance."""
    counts: Counter[Column] = Counter()
    for row in rows:
        counts.update(dict.fromkeys(column for column, _ in row.entries).keys())
    return [column for column in counts if counts[column] >= least]


def _is_labelled(document: Document, rows: Sequence[Row], column: Column) -> bool:
    """Whether what stands in a column has its name and a colon before it."""
    places = [place for row in rows if (place := row.in_column(column))]
    return all(document.text[place.start - 1] in "：: " for place in places)


def _heading(column: Column) -> str:
    period, stem, planned = column
    return f"{period}{'计划' if planned else ''}{stem}"


def _cell(document: Document, row: Row, column: Column) -> Cell:
    """What a row says in a column as it stands in the text."""
    span = row.in_column(column)
    return cell(document, span) if span else EMPTY_CELL


# -- what is left of a row


def _rest(document: Document, row: Row, columns: Sequence[Column]) -> Span | None:
    """What a row says beside its columns, within one paragraph: the text behind the clause of the last of them, or
    before that of the first, whichever is longer; None where nothing is left."""
    inside = [span for column, span in row.entries if column in columns]
    if not inside:
        return _first_paragraph(document.text, row.body)
    behind = _first_paragraph(document.text, _behind(document.text, row.body, max(span.end for span in inside)))
    ahead = trimmed(document.text, _ahead(document.text, row.body, min(span.start for span in inside)))
    if not behind:
        return ahead if len(ahead) else None
    return max(behind, ahead, key=len)


def _behind(text: str, body: Span, end: int) -> Span:
    """The body behind the clause that an entry ends in."""
    match = _CLAUSE_END.search(text, end, body.end)
    return Span(min(match.end() if match else body.end, body.end), body.end)


def _ahead(text: str, body: Span, start: int) -> Span:
    """The body before the clause that an entry begins in."""
    ends = [match.end() for match in _CLAUSE_END.finditer(text, body.start, start)]
    return Span(body.start, max([body.start, *ends[:-1]]))


def _first_paragraph(text: str, span: Span) -> Span | None:
    """The first paragraph of a stretch without the signs around it; None where there is nothing else."""
    whole = trimmed(text, span)
    end = text.find("\n", whole.start, whole.end)
    first = trimmed(text, Span(whole.start, end)) if end >= 0 else whole
    return first if len(first) else None
