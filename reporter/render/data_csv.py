"""The tables as CSV files: UTF-8 with a byte order mark, which spreadsheets in Chinese locales need (RFC 4180)."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from reporter.config import Config
from reporter.model import Analysis, Briefing, ComparisonCell, Documents, Finding, Indicator, Table
from reporter.render.contract_places import locator_text, source_range
from reporter.render.data_overview import OVERVIEW
from reporter.render.figures import number_text, split_value

Row = Sequence[str]

# Spreadsheets run a cell that begins with one of these as a formula (OWASP, "CSV Injection"), those of East Asian
# locales with the full-width forms too.
_FORMULA_STARTS = ("=", "+", "-", "@", "＝", "＋", "－", "＠", "\t", "\r", "\n")
_PLAIN_NUMBER = re.compile(r"[-+＋－]?\d[\d,]*(?:\.\d+)?%?")

# Of more documents than this the comparison has only rows that compare something.
MOST_SPARSE = 200

INDICATOR_COLUMNS = (
    "document", "title", "date", "subject", "name", "key", "value", "value_high", "unit", "bound", "qualifier",
    "period", "role", "change_direction", "change_value", "change_unit", "change_basis", "quote", "sentence",
    "start", "end", "id", "place",
)  # fmt: skip


def write_csv(briefing: Briefing, folder: Path, config: Config) -> tuple[Finding, ...]:  # noqa: ARG001
    """Write indicators, comparison, targets, timeline, honours, references, themes and each document's tables below
    ``data/``; no findings."""
    write_tables(briefing, folder / "data")
    return ()


def write_tables(briefing: Briefing, data: Path) -> None:
    """Write the CSV files of a briefing into a folder, each document's tables into ``tables/`` below it."""
    (data / "tables").mkdir(parents=True, exist_ok=True)
    _write(data / "indicators.csv", indicator_rows(briefing))
    _write(data / "comparison.csv", comparison_rows(briefing))
    for name, rows in OVERVIEW.items():
        _write(data / f"{name}.csv", rows(briefing))
    for analysis in briefing.analyses:
        for table in analysis.tables:
            _write(data / "tables" / f"{table.id}.csv", table_rows(table))


def guarded(text: str) -> str:
    """The cell's text, with an apostrophe before what a spreadsheet would run; numbers stay numbers (-3.2, +5%)."""
    if text.startswith(_FORMULA_STARTS) and not _PLAIN_NUMBER.fullmatch(text):
        return f"'{text}"
    return text


def indicator_rows(briefing: Briefing) -> Iterator[Row]:
    """The heading, then every stated quantity in the order of the documents and of their text."""
    yield INDICATOR_COLUMNS
    for analysis in briefing.analyses:
        texts = {sentence.id: sentence.text for sentence in analysis.document.sentences}
        for indicator in analysis.indicators:
            yield _indicator_row(analysis, indicator, texts)


def _indicator_row(analysis: Analysis, indicator: Indicator, texts: dict[str, str]) -> Row:
    document, change = analysis.document, indicator.change
    low, high = split_value(indicator.value)
    start, end = source_range(document, indicator.span)
    return (
        document.id, document.title.text, document.date or "", indicator.subject, indicator.name, indicator.key,
        low, high, indicator.unit, indicator.bound or "", indicator.qualifier or "", indicator.period or "",
        indicator.role,
        change.direction if change else "",
        number_text(change.value) if change and change.value is not None else "",
        (change.unit or "") if change else "",
        (change.basis or "") if change else "",
        indicator.span.of(document.text), texts.get(indicator.sentence, ""), str(start), str(end), indicator.id,
        locator_text(document, indicator.span),
    )  # fmt: skip


def comparison_rows(briefing: Briefing) -> Iterator[Row]:
    """The heading, then one row an indicator with a column for each document.

    A cell that holds several figures joins them by a slash; ``note`` names the documents whose figure measures
    something else, with the figure's role. Of more than ``MOST_SPARSE`` documents the rows that one alone fills are
    left to ``indicators.csv``: thousands of documents have a hundred thousand of them, nearly all cells empty.
    """
    comparison = briefing.comparison
    many = len(comparison.columns) > MOST_SPARSE
    places = {name: place for place, name in enumerate(briefing.ids, 1)}
    titles = {document.id: document.title.text for document in Documents(briefing.analyses)}
    columns = [f"〔{places[name]}〕{titles[name]}" for name in comparison.columns]
    yield ("indicator", "unit", "basis", "derived", *columns, "note")
    for row in comparison.rows:
        if many and len({cell.document for cell in row.cells}) < 2:
            continue
        units = list(dict.fromkeys(cell.unit for cell in row.cells))
        shown = _cells_texts(row.cells, alone=len(units) == 1)
        yield (
            row.indicator, units[0] if len(units) == 1 else "", row.basis, "true" if row.derived else "false",
            *(shown.get(name, "") for name in comparison.columns), _other_measures(row.cells, places),
        )  # fmt: skip


def _cells_texts(cells: Sequence[ComparisonCell], *, alone: bool) -> dict[str, str]:
    """Each document's figures in a row; with their units where the row has more than one unit."""
    found: dict[str, list[str]] = {}
    for cell in cells:
        found.setdefault(cell.document, []).append(_signed(cell) + ("" if alone else cell.unit))
    return {document: " / ".join(texts) for document, texts in found.items()}


def _signed(cell: ComparisonCell) -> str:
    """The number, with a minus where it says by how much something fell."""
    return f"-{number_text(cell.value)}" if cell.falls else number_text(cell.value)


def _other_measures(cells: Sequence[ComparisonCell], places: dict[str, int]) -> str:
    return "；".join(f"〔{places[cell.document]}〕{_signed(cell)} {cell.role}" for cell in cells if not cell.same)


def table_rows(table: Table) -> Iterator[Row]:
    """A document's table as it stands: its header, then its rows."""
    yield table.header
    for row in table.rows:
        yield tuple(cell.text for cell in row)


def _write(path: Path, rows: Iterable[Row]) -> None:
    with path.open("w", encoding="utf-8-sig", errors="backslashreplace", newline="") as file:
        csv.writer(file).writerows([guarded(cell) for cell in row] for row in rows)
