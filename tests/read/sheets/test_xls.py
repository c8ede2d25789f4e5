"""Old workbooks: values as shown, merged cells, hidden rows and sheets, in an OLE file and as a bare stream."""

from __future__ import annotations

import pytest

from reporter.errors import ReadError
from reporter.model import Locator
from reporter.read.sheets import read_xls
from tests.read.sheets.biff import Sheet, ole, workbook
from tests.read.sheets.shown import codes_of, is_sound, marks_of, rows_of

FORMATS = ("#,##0.00", "0.0%", 'yyyy"年"m"月"d"日"')
SHEET = Sheet(
    "工业",
    [
        ["某县工业情况", None, None, None],
        ["指标", "数值", None, "日期"],
        [None, "总量", "增速", None],
        ["产值", (1234.5, 1), (0.062, 2), (43164.0, 3)],
        ["税收", (100.0, 1), (0.03, 2), (43165.0, 3)],
        ["利润", "#DIV/0!", True, (43166.0, 3)],
    ],
    merges=[(0, 0, 0, 3), (1, 2, 0, 0), (1, 1, 1, 2), (1, 2, 3, 3)],
)
SHOWN = [
    ["指标", "数值", "数值", "日期"],
    ["指标", "总量", "增速", "日期"],
    ["产值", "1,234.50", "6.2%", "2018年3月5日"],
    ["税收", "100.00", "3.0%", "2018年3月6日"],
    ["利润", "#DIV/0!", "TRUE", "2018年3月7日"],
]


@pytest.mark.parametrize("wrap", [ole, bytes])
def test_a_table_is_read_as_it_is_shown(wrap: type[bytes]) -> None:
    raw = read_xls(wrap(workbook([SHEET], FORMATS)), "book.xls")
    (table,) = raw.tables
    assert rows_of(raw, table) == SHOWN
    assert (table.header_rows, raw.format, codes_of(raw)) == (2, "xls", ["read-cell-error"])
    assert marks_of(raw) == [("title", "某县工业情况")]
    assert raw.locator(*table.rows[2][1]) == Locator(sheet="工业", cell="B4")
    assert is_sound(raw)


def test_hidden_rows_and_sheets_are_left_out_and_told() -> None:
    rows = [["乡", "产值"], ["东", 1.0], ["西", 2.0], ["南", 3.0]]
    raw = read_xls(ole(workbook([Sheet("甲", rows, hidden_rows=[2]), Sheet("乙", rows, is_hidden=True)])), "book.xls")
    assert [row[0] for row in rows_of(raw, raw.tables[0])] == ["乡", "东", "南"]
    assert codes_of(raw) == ["read-sheet-hidden", "read-cells-hidden"]


def test_a_damaged_workbook_is_a_read_error() -> None:
    data = ole(workbook([SHEET], FORMATS))
    for damaged in (data[:600], data[:512] + bytes(2000), b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b"nothing"):
        with pytest.raises(ReadError):
            read_xls(damaged, "book.xls")


def test_an_encrypted_workbook_says_so() -> None:
    with pytest.raises(ReadError) as caught:
        read_xls(ole(b"\0" * 4096, "EncryptedPackage"), "book.xls")
    assert caught.value.code == "read-encrypted"
