"""The tables of the briefing as sheets of one workbook: numbers as numbers, all else as text, no formulas.

Where the build has a site, the cells that quote a document lead to the place in its source pages.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, islice, repeat
from pathlib import Path

import xlsxwriter

from reporter.config import Config
from reporter.model import Briefing, Finding, Saying
from reporter.render.archive import briefing_day, write_archive, xml_text
from reporter.render.catalogue import Catalogue, load_catalogue
from reporter.render.data_csv import comparison_rows, indicator_rows, table_rows
from reporter.render.data_overview import OVERVIEW
from reporter.render.sheet_links import SITE_FROM_DATA, SheetLinks
from reporter.render.theme import load_theme

# What a cell must be to be written as a number: plain digits, grouped or not, at most 15 of them, which is as exact
# as a spreadsheet is. 0571 is a telephone's area code, no number.
_NUMBER = re.compile(r"-?(?:0|[1-9]\d{0,2}(?:,\d{3})+|[1-9]\d*)(?:\.\d+)?")
_EXACT_DIGITS = 15

# Excel's rules for the names of sheets, and how much a cell and a sheet hold.
_NOT_IN_NAMES = re.compile(r"[\[\]:*?/\\\x00-\x1f]")
_LONGEST_NAME = 31
_LONGEST_CELL = 32767
_MOST_ROWS = 1048576
_MOST_COLUMNS = 16384

_WIDEST = 48

_OPTIONS = {
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}

# A workbook of more figures than this is written row by row to files of its own and its cells hold their texts
# themselves: held whole, 300,000 figures take more than a gigabyte.
_MOST_HELD = 50_000

# Columns of the data that hold ids, dates and other texts even when they look like numbers.
_TEXTS = {
    "document",
    "title",
    "date",
    "subject",
    "name",
    "key",
    "unit",
    "quote",
    "sentence",
    "id",
    "text",
    "period",
    "place",
    "deadline",
    "deadline_date",
    "task",
    "lead",
    "responsible",
    "support",
    "theme",
}
# The column whose cells lead to the source, by sheet; and as many links as a sheet may hold (Excel's limit is 65,530).
_LINKED = {
    "indicators": "quote",
    "targets": "task",
    "timeline": "text",
    "honours": "text",
    "references": "text",
    "themes": "sentence",
}
_MOST_LINKS = 60_000

Row = Sequence[str]


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet: its header, its rows, and the columns that hold texts even where those look like numbers. ``hrefs`` are
    the links of the cells in the column ``linked``, one a row; empty ones and missing ones are none."""

    title: str
    header: Row
    rows: Iterable[Row]
    texts: frozenset[int] = frozenset()
    linked: int = -1
    hrefs: Iterable[str] = ()


def write_xlsx(briefing: Briefing, folder: Path, config: Config) -> tuple[Finding, ...]:
    """Write ``data/briefing.xlsx`` below the folder: indicators, comparison, what spans the documents, each table.

    Returns:
        One finding for each sheet that is longer than the format allows and was cut.
    """
    links = SheetLinks(briefing, SITE_FROM_DATA) if "html" in config.output.formats else None
    return write_workbook(briefing, folder / "data" / "briefing.xlsx", config, links)


def write_workbook(briefing: Briefing, path: Path, config: Config, links: SheetLinks | None) -> tuple[Finding, ...]:
    """Write the workbook to a path; without links its cells lead nowhere. Returns what ``write_xlsx`` does."""
    strings = load_catalogue(load_theme(config), config.interface)
    day = briefing_day(briefing.head.date)
    data = io.BytesIO()
    findings: list[Finding] = []
    with xlsxwriter.Workbook(data, {**_OPTIONS, **_holding(briefing)}) as book:
        book.set_properties({"title": xml_text(briefing.head.title[:255]), "created": day})
        names = SheetNames()
        for sheet in sheets(briefing, strings, links):
            findings += _write(book, names.of(sheet.title), sheet)
    write_archive(data.getvalue(), path, day)
    return tuple(findings)


def _holding(briefing: Briefing) -> dict[str, bool]:
    """Whether the workbook is held in memory until it is whole."""
    figures = sum(len(row.cells) for row in briefing.comparison.rows)
    return {"in_memory": True} if figures <= _MOST_HELD else {"constant_memory": True}


def sheets(briefing: Briefing, strings: Catalogue, links: SheetLinks | None = None) -> Iterator[Sheet]:
    """Every sheet in order: indicators, comparison, what spans the documents as far as there is any (targets and
    timeline always), then each document's tables."""
    yield _data_sheet("indicators", indicator_rows(briefing), strings, links)
    yield _data_sheet("comparison", comparison_rows(briefing), strings, None)
    for name, rows in OVERVIEW.items():
        is_filled = len(list(islice(rows(briefing), 2))) > 1
        if is_filled or name in ("targets", "timeline"):
            yield _data_sheet(name, rows(briefing), strings, links)
    for number, analysis in enumerate(briefing.analyses, 1):
        for table in analysis.tables:
            header, *lines = table_rows(table)
            yield Sheet(f"{number}-{table.caption or strings('table.untitled')}", header, lines)


def _data_sheet(name: str, rows: Iterator[Row], strings: Catalogue, links: SheetLinks | None) -> Sheet:
    """One of the data files as a sheet: its columns' names and its codes in the interface's words."""
    columns = next(rows)
    texts = frozenset(index for index, column in enumerate(columns) if column in _TEXTS)
    header = [strings.given(f"column.{column}", column) for column in columns]
    worded = (
        [strings.given(f"value.{column}.{text}", text) for column, text in zip(columns, row, strict=True)]
        for row in rows
    )
    if links is None or name not in _LINKED:
        return Sheet(strings(f"sheet.{name}"), header, worded, texts)
    return Sheet(strings(f"sheet.{name}"), header, worded, texts, columns.index(_LINKED[name]), links.of(name))


class SheetNames:
    """Names of sheets that a spreadsheet takes: short, without its own signs, each once whatever the case."""

    def __init__(self) -> None:
        self._taken: set[str] = set()

    def of(self, title: str) -> str:
        """The name for a title; a number behind it keeps equal ones apart."""
        base = _NOT_IN_NAMES.sub(" ", xml_text(title)).strip(" '") or "sheet"
        for number in range(1, len(self._taken) + 2):
            ending = "" if number == 1 else f" ({number})"
            name = base[: _LONGEST_NAME - len(ending)].rstrip(" '") + ending
            if name.casefold() not in self._taken:
                self._taken.add(name.casefold())
                return name
        raise AssertionError("one name more than taken ones is always free")


def number_of(text: str) -> int | float | None:
    """The number that a cell states, or None for any other text: a percentage, a code, too many digits."""
    if not _NUMBER.fullmatch(text) or sum(char.isdigit() for char in text) > _EXACT_DIGITS:
        return None
    plain = text.replace(",", "")
    return float(plain) if "." in plain else int(plain)


_CUT = Saying("render-sheet-cut", "warning", "sheet {sheet}: only its first {count} rows fit", "use the CSV")


def _write(book: xlsxwriter.Workbook, name: str, sheet: Sheet) -> Iterator[Finding]:
    """Write one sheet: a bold header that stays in sight, a filter, numbers as numbers."""
    page = book.add_worksheet(name)
    width = min(len(sheet.header), _MOST_COLUMNS)
    widths = [_width(text) for text in sheet.header[:width]]
    for column, text in enumerate(sheet.header[:width]):
        page.write_string(0, column, xml_text(text), book.add_format({"bold": True, "bottom": 1}))
    last = 0
    hrefs = islice(chain(sheet.hrefs, repeat("")), _MOST_LINKS)
    for last, (row, href) in enumerate(zip(sheet.rows, chain(hrefs, repeat("")), strict=False), 1):
        if last == _MOST_ROWS:
            yield _CUT.finding(sheet=name, count=last)
            break
        for column, text in enumerate(row[:width]):
            if href and column == sheet.linked:
                page.write_url(last, column, f"external:{href}", None, xml_text(text[:_LONGEST_CELL]))
            else:
                _write_cell(page, last, column, text, text_only=column in sheet.texts)
            widths[column] = max(widths[column], _width(text))
    page.freeze_panes(1, 0)
    page.autofilter(0, 0, min(last, _MOST_ROWS - 1), max(width - 1, 0))
    for column, size in enumerate(widths):
        page.set_column(column, column, min(size, _WIDEST))


def _write_cell(page: xlsxwriter.worksheet.Worksheet, row: int, column: int, text: str, *, text_only: bool) -> None:
    number = None if text_only else number_of(text)
    if number is None:
        page.write_string(row, column, xml_text(text[:_LONGEST_CELL]))
    else:
        page.write_number(row, column, number)


def _width(text: str) -> int:
    """How wide a text is in a sheet's units: a Chinese character takes two."""
    return 2 + sum(2 if ord(char) > 0x2E80 else 1 for char in text[:_WIDEST])
