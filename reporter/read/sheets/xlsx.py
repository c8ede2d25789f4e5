"""XLSX and XLSM workbooks → sheets → RawText: stored values, never formulas."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from functools import lru_cache
from io import BytesIO
from xml.etree import ElementTree as ET

from reporter.errors import ReadError
from reporter.model import RawText
from reporter.read.sheets.cells import MOST_COLUMNS, Merge, Sheet, SheetCell, Tally, cell_name, locator
from reporter.read.sheets.dates import serial_of
from reporter.read.sheets.figures import is_figure
from reporter.read.sheets.number_formats import GENERAL, is_date_format, number_text, text_text
from reporter.read.sheets.workbook import raw_text_of
from reporter.read.sheets.xlsx_parts import Package, SheetPart, Workbook, is_true, local, rich_text, workbook_of

_DIGITS = "0123456789"


def read_xlsx(data: bytes, shown: str) -> RawText:
    """A workbook as RawText: a line for each title, unit and note, tables with the place of every cell.

    Raises:
        ReadError: it is no workbook, or holds no text.
    """
    package = Package(BytesIO(data))
    workbook = workbook_of(package)
    tally = Tally()
    sheets = [sheet for part in workbook.sheets if (sheet := _sheet(package, workbook, part, tally))]
    return raw_text_of(sheets, data, shown, "xlsx", tally)


def _sheet(package: Package, workbook: Workbook, part: SheetPart, tally: Tally) -> Sheet | None:
    """A sheet as far as it can be read; None for one that is hidden."""
    if part.is_hidden:
        tally.note("sheet", part.name)
        return None
    sheet = Sheet(part.name)
    reader = _Reader(sheet, workbook, tally)
    try:
        for element in package.elements(part.part):
            reader.take(element)
    except (ReadError, ValueError):  # ValueError: a number in an attribute that is none
        tally.note("broken", part.name)
    return sheet


class _Reader:
    """A sheet while its elements go by."""

    def __init__(self, sheet: Sheet, workbook: Workbook, tally: Tally) -> None:
        self._sheet = sheet
        self._book = workbook
        self._tally = tally
        self._row = -1

    def take(self, element: ET.Element) -> None:
        """Let one element go by that has ended."""
        name = local(element)
        if name == "row":
            self._take_row(element)
            element.clear()
        elif name == "mergeCell":
            self._take_merge(element.get("ref", ""))
        elif name == "col" and (is_true(element.get("hidden")) or element.get("width") == "0"):
            first, last = int(element.get("min", "1")), int(element.get("max", "1"))
            self._sheet.hidden_columns.update(range(max(first, 1) - 1, min(last, 16384)))

    def _take_row(self, element: ET.Element) -> None:
        self._row = int(element.get("r", self._row + 2)) - 1
        if is_true(element.get("hidden")) or element.get("ht") == "0":
            self._sheet.hidden_rows.add(self._row)
        cells = dict(self._cells(element))
        if cells:
            self._sheet.rows[self._row] = cells

    def _cells(self, row: ET.Element) -> Iterator[tuple[int, SheetCell]]:
        column = -1
        for element in row:
            name = element.get("r")
            column = _column(name.rstrip(_DIGITS)) if name else column + 1
            cell = self._cell(element, column) if len(element) else None
            if cell is None:
                continue
            if column >= MOST_COLUMNS:
                self._tally.note("columns", self._name(column))
                continue
            if self._tally.is_full:
                self._tally.note("limit", self._name(column))
                return
            self._tally.cells += 1
            yield column, cell

    def _cell(self, element: ET.Element, column: int) -> SheetCell | None:
        """The cell with its value as shown; None where it shows nothing."""
        value, formula, kind = None, False, element.get("t", "n")
        for child in element:
            name = local(child)
            if name == "v":
                value = child.text
            elif name == "f":
                formula = True
            elif name == "is":
                value = rich_text(child)
        if not value:
            if formula and kind != "str":
                self._tally.note("unvalued", self._name(column))
            return None
        text, is_number = self._shown(value, kind, element.get("s"), column)
        text = text.strip()
        return SheetCell(text, locator(self._sheet.name, self._row, column), is_number) if text else None

    def _shown(self, value: str, kind: str, style: str | None, column: int) -> tuple[str, bool]:
        """(text, whether it is a figure) of a stored value."""
        code = self._code(style)
        if kind == "n":
            return _number_shown(value, code, self._book.epoch_1904)
        if kind == "s":
            index = int(value) if value.isdigit() else -1
            text = text_text(self._book.strings[index], code) if 0 <= index < len(self._book.strings) else ""
            return text, is_figure(text)
        if kind == "b":
            return ("TRUE" if value == "1" else "FALSE"), False
        if kind == "e":
            self._tally.note("error", self._name(column))
            return value, False
        if kind == "d":
            return _moment_shown(value, code, self._book.epoch_1904), False
        text = text_text(value, code)
        return text, is_figure(text)

    def _code(self, style: str | None) -> str:
        index = int(style) if style and style.isdigit() else 0
        return self._book.formats[index] if index < len(self._book.formats) else GENERAL

    def _take_merge(self, reference: str) -> None:
        first, _, last = reference.replace("$", "").partition(":")
        corners = [(_column(name.rstrip(_DIGITS)), name.lstrip(_LETTERS)) for name in (first, last or first)]
        if all(row.isdigit() for _, row in corners):
            (left, top), (right, bottom) = corners
            self._sheet.merges.append(Merge(int(top) - 1, left, int(bottom) - 1, right))

    def _name(self, column: int) -> str:
        return f"{self._sheet.name}!{cell_name(self._row, column)}"


_LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"


@lru_cache(maxsize=16384)
def _column(letters: str) -> int:
    """The column of its name from 0: A is 0."""
    number = 0
    for letter in letters.upper()[:3]:
        number = number * 26 + ord(letter) - 64
    return max(number - 1, 0)


@lru_cache(maxsize=65536)
def _number_shown(value: str, code: str, epoch_1904: bool) -> tuple[str, bool]:
    try:
        number = float(value)
    except ValueError:
        return value, is_figure(value)
    return number_text(number, code, epoch_1904=epoch_1904), not is_date_format(code)


def _moment_shown(value: str, code: str, epoch_1904: bool) -> str:
    """A date in ISO 8601 as its format shows it; as stored where the format is none of dates."""
    try:
        moment = datetime.fromisoformat(value.removesuffix("Z"))
    except ValueError:
        return value
    if not is_date_format(code):
        return value.removesuffix("T00:00:00").replace("T", " ")
    return number_text(serial_of(moment, epoch_1904=epoch_1904), code, epoch_1904=epoch_1904)
