"""XLSX, XLS, CSV and TSV → RawText.

Cells as the program shows them (``number_formats``) → sheets (``xlsx``, ``xls``) → blocks of lines and tables
(``blocks``, ``layout``, ``headers``) → the source with its marks, tables and places (``workbook``). Separated values
take the same road, but their source is the file's own text (``separated_reader``).
"""

from __future__ import annotations

from reporter.read.sheets.separated_reader import read_csv
from reporter.read.sheets.xls import read_xls
from reporter.read.sheets.xlsx import read_xlsx

__all__ = ["read_csv", "read_xls", "read_xlsx"]
