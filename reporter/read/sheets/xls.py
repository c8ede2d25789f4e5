"""XLS workbooks (BIFF 2 to 8, ET files of WPS among them) → sheets → RawText."""

from __future__ import annotations

import struct
from collections.abc import Iterator
from contextlib import contextmanager
from io import StringIO
from typing import TYPE_CHECKING

from reporter.errors import ReadError
from reporter.model import RawText, Saying
from reporter.read.sheets.cells import MOST_COLUMNS, Merge, Sheet, SheetCell, Tally, cell_name, locator
from reporter.read.sheets.figures import is_figure
from reporter.read.sheets.formats import format_code
from reporter.read.sheets.number_formats import is_date_format, number_text, text_text
from reporter.read.sheets.workbook import raw_text_of

if TYPE_CHECKING:
    import xlrd

_DAMAGED = Saying(
    "read-damaged.xls",
    "warning",
    "is a damaged workbook: {reason}",
    "open it in Excel, WPS or LibreOffice and save it as .xlsx",
)
_SENSELESS = Saying(
    "read-damaged.xls-record",
    "warning",
    "is a damaged workbook ({kind}: {reason})",
    "open it in Excel, WPS or LibreOffice and save it as .xlsx",
)
_LOCKED = Saying("read-encrypted.xls", "warning", "needs a password", "open it, take the password off and save it")
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
# What xlrd raises for records that do not hold what they say; its own errors are subclasses of Exception only.
_DAMAGE = (
    struct.error, AssertionError, LookupError, ValueError, TypeError, AttributeError, ArithmeticError,
    NotImplementedError, EOFError, RecursionError,
)  # fmt: skip
_TEXT, _NUMBER, _DATE, _BOOLEAN, _ERROR = 1, 2, 3, 4, 5


def read_xls(data: bytes, shown: str) -> RawText:
    """A workbook as RawText: a line for each title, unit and note, tables with the place of every cell.

    Raises:
        ReadError: it is no workbook, encrypted, or holds no text.
    """
    tally = Tally()
    book = _book(data, tally)
    sheets = [sheet for index in range(book.nsheets) if (sheet := _sheet(book, index, tally))]
    return raw_text_of(sheets, data, shown, "xls", tally)


def _book(data: bytes, tally: Tally) -> xlrd.Book:
    """The workbook; one whose container is damaged is read as far as it goes."""
    if _ENCRYPTED in data:
        raise _encrypted()
    with _wrapped():
        import xlrd
        from xlrd.compdoc import CompDocError

        # Rows as long as they are: a damaged file may hold a cell in the last row and column.
        given = {"file_contents": data, "formatting_info": True, "on_demand": True, "ragged_rows": True}
        try:
            return xlrd.open_workbook(logfile=StringIO(), **given)
        except CompDocError:
            book = xlrd.open_workbook(logfile=StringIO(), **given, ignore_workbook_corruption=True)
            tally.note("broken", book.sheet_names()[0])
            return book


@contextmanager
def _wrapped() -> Iterator[None]:
    """Let what xlrd raises be a ReadError."""
    from xlrd import XLRDError
    from xlrd.compdoc import CompDocError
    from xlrd.formula import FormulaError

    try:
        yield
    except (XLRDError, CompDocError, FormulaError) as error:
        if "encrypted" in str(error).lower():
            raise _encrypted() from error
        raise _DAMAGED.error(reason=error) from error
    except _DAMAGE as error:
        raise _SENSELESS.error(kind=type(error).__name__, reason=error) from error


def _encrypted() -> ReadError:
    return _LOCKED.error()


def _sheet(book: xlrd.Book, index: int, tally: Tally) -> Sheet | None:
    """A sheet; None for one that is hidden or can't be read."""
    name = book.sheet_names()[index]
    try:
        with _wrapped():
            read = book.sheet_by_index(index)
    except ReadError:
        tally.note("broken", name)
        return None
    if read.visibility:
        tally.note("sheet", name)
        book.unload_sheet(index)
        return None
    sheet = Sheet(name)
    _take_layout(sheet, read)
    for row in range(read.nrows):
        cells = dict(_cells(book, read, row, tally))
        if cells:
            sheet.rows[row] = cells
    if book.on_demand:
        book.unload_sheet(index)
    return sheet


def _take_layout(sheet: Sheet, read: xlrd.sheet.Sheet) -> None:
    """What is merged and what is hidden. xlrd's stretches leave their ends out."""
    sheet.merges = [Merge(top, left, bottom - 1, right - 1) for top, bottom, left, right in read.merged_cells]
    sheet.hidden_rows = {row for row, info in read.rowinfo_map.items() if info.hidden}
    sheet.hidden_columns = {column for column, info in read.colinfo_map.items() if info.hidden}


def _cells(book: xlrd.Book, read: xlrd.sheet.Sheet, row: int, tally: Tally) -> Iterator[tuple[int, SheetCell]]:
    """(column, cell) of the cells of a row that show something."""
    for column, (kind, value) in enumerate(zip(read.row_types(row), read.row_values(row), strict=True)):
        if kind not in (_TEXT, _NUMBER, _DATE, _BOOLEAN, _ERROR):
            continue
        where = f"{read.name}!{cell_name(row, column)}"
        if tally.is_full:
            tally.note("limit", where)
            return
        if kind == _ERROR:
            tally.note("error", where)
        text, is_number = _shown(kind, value, _code(book, read, row, column), bool(book.datemode))
        text = text.replace("\0", "").strip()
        if text and column >= MOST_COLUMNS:
            tally.note("columns", where)
        elif text:
            tally.cells += 1
            yield column, SheetCell(text, locator(read.name, row, column), is_number)


def _code(book: xlrd.Book, read: xlrd.sheet.Sheet, row: int, column: int) -> str:
    """The format code of a cell."""
    index = read.cell_xf_index(row, column)
    if not 0 <= index < len(book.xf_list):
        return "General"
    key = book.xf_list[index].format_key
    found = book.format_map.get(key)
    own = {key: found.format_str} if found is not None and (key > 163 or book.biff_version < 50) else {}
    return format_code(key, own)


def _shown(kind: int, value: str | float, code: str, epoch_1904: bool) -> tuple[str, bool]:
    """(text, whether it is a figure) of a stored value."""
    if kind == _BOOLEAN:
        return ("TRUE" if value else "FALSE"), False
    if kind == _ERROR:
        from xlrd import error_text_from_code

        return error_text_from_code.get(int(value), "#N/A"), False
    if isinstance(value, str):
        text = text_text(value, code)
        return text, is_figure(text)
    return number_text(value, code, epoch_1904=epoch_1904), not is_date_format(code)
