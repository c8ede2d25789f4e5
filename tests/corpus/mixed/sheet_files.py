"""In: documents of texts/ that are tables. Out: XLSX, CSV, TSV."""

import io
import re
from typing import Any

from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from tests.corpus.mixed.docx_files import rewritten
from tests.corpus.mixed.spec import Spec, tables


def _value(text: str) -> Any:
    try:
        return float(text) if "." in text else int(text)
    except ValueError:
        return text


def _fill(sheet: Worksheet, title: str, table: dict[str, Any], notes: list[str]) -> None:
    width = len(table["rows"][0])
    if title:
        sheet.append([title])
        sheet.merge_cells(start_row=1, end_row=1, start_column=1, end_column=width)
    if table["unit"]:
        sheet.append([None] * (width - 1) + [f"单位：{table['unit']}"])
    top = sheet.max_row + 1 if sheet.max_row > 1 or sheet["A1"].value else 1
    for row in [*table["header"], *table["rows"]]:
        sheet.append([_value(text) for text in row])
    if len(table["header"]) > 1:
        _merge(sheet, table["header"], top)
    for note in notes:
        sheet.append([note])


def _merge(sheet: Worksheet, header: list[list[str]], top: int) -> None:
    for c in range(len(header[0])):
        if header[0][c] == header[1][c]:
            sheet.merge_cells(start_row=top, end_row=top + 1, start_column=c + 1, end_column=c + 1)
        elif c and header[0][c] == header[0][c - 1]:
            sheet.merge_cells(start_row=top, end_row=top, start_column=c, end_column=c + 1)


def workbook(spec: Spec) -> bytes:
    """A table a sheet; the notes stand below the last."""
    book = Workbook()
    book.remove(book.active)
    found = tables(spec)
    for i, table in enumerate(found):
        sheet = book.create_sheet(table["caption"][:20] or f"表{i + 1}")
        title = spec.title if not i else spec.title.replace(found[0]["caption"], table["caption"])
        _fill(sheet, title, table, spec.of("N") if i == len(found) - 1 else [])
    buffer = io.BytesIO()
    book.save(buffer)
    return undated(buffer.getvalue())


def undated(data: bytes) -> bytes:
    return rewritten(data, _undated)


def _undated(name: str, content: bytes) -> bytes:
    """openpyxl writes the hour of its own work."""
    return re.sub(rb"<dcterms:.*</dcterms:[a-z]+>", b"", content) if name == "docProps/core.xml" else content


def separated(spec: Spec, separator: str, encoding: str, *, notes: bool = False, quoted: bool = False) -> bytes:
    """Title and notes stand in lines of their own; cells are quoted where they must be."""
    lines = [spec.title] if spec.title.strip() else []
    for table in tables(spec, separator if ";" in spec.of("HR")[0] else "|"):
        lines += [f"单位：{table['unit']}"] if table["unit"] else []
        for row in [*table["header"], *table["rows"]]:
            lines.append(separator.join(_quoted(cell) if quoted else cell for cell in row))
    lines += spec.of("N") if notes else []
    return ("\r\n".join(lines) + "\r\n").encode(encoding)


def _quoted(cell: str) -> str:
    return '"' + cell.replace('"', '""') + '"' if '"' in cell or "," in cell else cell
