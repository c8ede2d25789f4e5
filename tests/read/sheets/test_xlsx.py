"""Workbooks: every table with its title, unit, header and notes, every cell as it is shown and with its place."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from datetime import date

import openpyxl
import pytest
from openpyxl.worksheet.worksheet import Worksheet

from reporter.errors import ReadError
from reporter.model import Locator, RawText
from reporter.read.sheets import cells, read_xlsx
from tests.read.sheets.shown import codes_of, is_sound, marks_of, rows_of

Rows = list[list[object]]
SHEET = "xl/worksheets/sheet1.xml"
DATA: Rows = [["地区", "产值", "税收"], ["东乡", 12.5, 3], ["西乡", 8, 2]]


def saved(book: openpyxl.Workbook) -> bytes:
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def sheet_of(rows: Rows, change: Callable[[Worksheet], None] = lambda sheet: None, name: str = "Sheet1") -> bytes:
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = name
    for row in rows:
        sheet.append(row)
    change(sheet)
    return saved(book)


def read(rows: Rows, change: Callable[[Worksheet], None] = lambda sheet: None, name: str = "Sheet1") -> RawText:
    raw = read_xlsx(sheet_of(rows, change, name), "book.xlsx")
    assert is_sound(raw)
    return raw


def test_a_table_keeps_its_cells_with_their_places() -> None:
    raw = read(DATA)
    (table,) = raw.tables
    assert rows_of(raw, table) == [["地区", "产值", "税收"], ["东乡", "12.5", "3"], ["西乡", "8", "2"]]
    assert (table.header_rows, table.caption, raw.format) == (1, None, "xlsx")
    assert raw.locator(*table.rows[1][1]) == Locator(sheet="Sheet1", cell="B2")


def test_title_unit_and_notes_stand_around_the_table() -> None:
    rows: Rows = [
        ["某县各乡产值情况"],
        [None, None, "单位：万元"],
        *DATA,
        ["注：本表为快报数。"],
        ["资料来源：县统计局"],
    ]
    raw = read(rows, lambda sheet: sheet.merge_cells("A1:C1"))
    (table,) = raw.tables
    assert marks_of(raw) == [
        ("title", "某县各乡产值情况"),
        ("paragraph", "单位：万元"),
        ("paragraph", "注：本表为快报数。"),
        ("paragraph", "资料来源：县统计局"),
    ]
    assert raw.ledger.source[slice(*(table.caption or (0, 0)))] == "某县各乡产值情况"
    assert raw.ledger.source[table.start : table.end].startswith("单位：万元\n地区")
    assert len(table.rows) == 3


def test_a_header_of_two_rows_is_merged_cells_above_their_parts() -> None:
    rows: Rows = [
        ["地区", "产值", None, "税收"],
        [None, "上半年", "下半年", None],
        ["东乡", 1, 2, 3],
        ["西乡", 4, 5, 6],
    ]

    def merge(sheet: Worksheet) -> None:
        for area in ("A1:A2", "B1:C1", "D1:D2"):
            sheet.merge_cells(area)

    raw = read(rows, merge)
    (table,) = raw.tables
    assert table.header_rows == 2
    assert rows_of(raw, table)[:2] == [["地区", "产值", "产值", "税收"], ["地区", "上半年", "下半年", "税收"]]
    assert table.rows[0][1] == table.rows[0][2]
    assert raw.ledger.source.count("产值") == 1


@pytest.mark.parametrize(
    ("rows", "depth"),
    [
        ([["指标", 2016, 2017], ["产值", 5, 6], ["税收", 7, 8]], 1),
        ([["年份", "产值"], [2016, 5], [2017, 6]], 1),
        ([["甲乡", 5, 6], ["乙乡", 7, 8]], 0),
        ([["姓名", "职务"], ["张三", "主任"], ["李四", "科员"]], 1),
        ([["地区", "产值", "税收", "人口"], ["甲", 1, 2, 3], ["东乡", 40, 50, 60]], 2),
        ([["地区", "产值"], ["一、城区", None], ["东街", 3], ["西街", 4]], 1),
        ([["地区", "产值"], ["东街", "－"], ["西街", 4]], 1),
    ],
)
def test_the_header_ends_where_the_data_begin(rows: Rows, depth: int) -> None:
    (table,) = read(rows).tables
    assert table.header_rows == depth


def test_blank_rows_separate_tables_but_not_a_table_from_its_rest() -> None:
    rows: Rows = [*DATA, [None], ["南乡", 7, 1], [None], ["企业", "利润"], ["甲厂", 5], ["乙厂", 6]]
    raw = read(rows)
    assert [rows_of(raw, table)[-1][0] for table in raw.tables] == ["南乡", "乙厂"]


def test_a_caption_begins_a_new_table_without_a_blank_row() -> None:
    raw = read([["表1 产值"], *DATA, ["表2 利润"], ["企业", "利润"], ["甲厂", 5], ["乙厂", 6]])
    assert [raw.ledger.source[slice(*(table.caption or (0, 0)))] for table in raw.tables] == ["表1 产值", "表2 利润"]


def test_tables_side_by_side_are_two_tables_and_a_blank_column_inside_is_a_gap() -> None:
    beside = read([["乡", "产值", None, "厂", "利润"], ["东", 1, None, "甲", 5], ["西", 2, None, "乙", 6]])
    assert [rows_of(beside, table)[0] for table in beside.tables] == [["乡", "产值"], ["厂", "利润"]]
    gap = read([["乡", "产值", None, "税收"], ["东", 1, None, 5], ["西", 2, None, 6]])
    assert [rows_of(gap, table)[0] for table in gap.tables] == [["乡", "产值", "税收"]]


def test_several_sheets_are_headed_by_their_names() -> None:
    book = openpyxl.Workbook()
    for name in ("综合", "Sheet2", "农业", "空表"):
        sheet = book.create_sheet(name)
        for row in DATA if name != "空表" else []:
            sheet.append(row)
    raw = read_xlsx(saved(book), "book.xlsx")
    assert marks_of(raw) == [("heading", "综合"), ("heading", "农业")]
    assert len(raw.tables) == 3


def test_names_of_sheets_that_are_bodies_are_sections_of_one_level_below_the_first_title() -> None:
    book = openpyxl.Workbook()
    for sheet, name in ((book.active, "幼儿园"), (book.create_sheet(), "小学")):
        sheet.title = name
        for row in ([f"某县{name}情况"], ["名称", "班数"], ["一", 6], ["二", 4]):
            sheet.append(row)
    raw = read_xlsx(saved(book), "book.xlsx")
    assert marks_of(raw)[:3] == [("title", "某县幼儿园情况"), ("heading", "幼儿园"), ("heading", "小学")]
    assert [mark.level for mark in raw.marks if mark.kind == "heading"] == [2, 2]


def test_the_only_sheets_name_is_the_title_where_there_is_no_other() -> None:
    assert marks_of(read(DATA, name="某县财政收支情况")) == [("title", "某县财政收支情况")]
    assert marks_of(read([["收支表"], *DATA], name="第一页")) == [("title", "收支表")]


def test_values_are_shown_by_their_formats() -> None:
    def styled(sheet: Worksheet) -> None:
        for name, code in (("B2", '0"家"'), ("B3", "0.0%"), ("B4", 'yyyy"年"m"月"d"日"')):
            sheet[name].number_format = code

    raw = read(
        [["项目", "数"], ["甲", 5], ["乙", 0.125], ["丙", date(2018, 3, 5)], ["丁", True], ["戊", 0.1 + 0.2]], styled
    )
    (table,) = raw.tables
    assert [row[1] for row in rows_of(raw, table)[1:]] == ["5家", "12.5%", "2018年3月5日", "TRUE", "0.3"]


def test_hidden_sheets_rows_and_columns_are_left_out_and_told() -> None:
    def hide(sheet: Worksheet) -> None:
        sheet.row_dimensions[3].hidden = True
        sheet.column_dimensions["C"].hidden = True
        other = sheet.parent.create_sheet("底稿")
        other["A1"] = "不公开"
        other.sheet_state = "hidden"

    raw = read(DATA, hide)
    assert rows_of(raw, raw.tables[0]) == [["地区", "产值"], ["东乡", "12.5"]]
    assert codes_of(raw) == ["read-sheet-hidden", "read-cells-hidden"]
    assert "2 hidden" in raw.findings[1].message


def test_formulas_without_value_and_errors_are_told() -> None:
    raw = read([["项目", "数", "比"], ["甲", 5, "=B2/0"], ["乙", 6, "#DIV/0!"]])
    assert [row[2] for row in rows_of(raw, raw.tables[0])] == ["比", "", "#DIV/0!"]
    assert codes_of(raw) == ["read-formula-unvalued", "read-cell-error"]
    assert "Sheet1!C2" in raw.findings[0].message


def test_prose_and_forms_become_lines() -> None:
    prose = read([["编制说明"], ["一、本资料由县统计局编印，供参考。"], ["二、表中空格表示没有该项指标。"]])
    assert (prose.tables, [kind for kind, _ in marks_of(prose)]) == ((), ["title", "paragraph", "paragraph"])

    def merge(sheet: Worksheet) -> None:
        sheet.merge_cells("B2:D2")
        sheet.merge_cells("B4:D4")

    form = read(
        [
            ["项目申请表"],
            ["名称", "污水厂"],
            ["单位", "水务局", "联系人", "张三"],
            ["简介", "占地二十亩"],
            ["投资", "五百万", "工期", "两年"],
        ],
        merge,
    )
    assert form.tables == ()
    assert marks_of(form)[2] == ("paragraph", "单位  水务局  联系人  张三")


def test_what_is_beyond_the_limit_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cells, "MOST_CELLS", 6)
    raw = read(DATA)
    assert len(raw.tables[0].rows) == 2
    assert codes_of(raw) == ["read-cells-limit"]
    assert "Sheet1!A3" in raw.findings[0].message


def test_an_empty_workbook_is_empty() -> None:
    with pytest.raises(ReadError) as caught:
        read([])
    assert (caught.value.code, caught.value.status) == ("read-empty", "empty")


def test_a_workbook_with_nothing_but_hidden_sheets_says_so() -> None:
    book = openpyxl.Workbook()
    book.create_sheet("底稿").append(["不公开"])
    book["底稿"].sheet_state = "hidden"
    with pytest.raises(ReadError, match="hidden"):
        read_xlsx(saved(book), "book.xlsx")


def damaged(data: bytes, part: str, change: Callable[[bytes], bytes]) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(stream, "w") as new:
        for name in old.namelist():
            new.writestr(name, change(old.read(name)) if name == part else old.read(name))
    return stream.getvalue()


def put_far(sheet: Worksheet) -> None:
    sheet["A1048576"] = "页脚"


def test_a_far_cell_and_a_huge_merge_cost_nothing() -> None:
    merge = b'</sheetData><mergeCells count="1"><mergeCell ref="E1:XFD1048576"/></mergeCells>'
    data = sheet_of(DATA, put_far)
    raw = read_xlsx(damaged(data, SHEET, lambda xml: xml.replace(b"</sheetData>", merge)), "book.xlsx")
    assert len(raw.tables[0].rows) == 3
    assert raw.places[-1].locator == Locator(sheet="Sheet1", cell="A1048576")


def test_a_damaged_sheet_is_read_as_far_as_it_goes() -> None:
    data = damaged(sheet_of(DATA), SHEET, lambda xml: xml[: xml.index(b'<row r="3"')])
    raw = read_xlsx(data, "book.xlsx")
    assert len(raw.tables[0].rows) == 2
    assert codes_of(raw) == ["read-sheet-broken"]


def test_damaged_styles_cost_the_formats_only() -> None:
    raw = read_xlsx(damaged(sheet_of(DATA), "xl/styles.xml", lambda xml: xml[:200]), "book.xlsx")
    assert rows_of(raw, raw.tables[0])[1] == ["东乡", "12.5", "3"]


@pytest.mark.parametrize("data", [b"", b"PK\x03\x04nothing", sheet_of(DATA)[:400]])
def test_no_workbook_is_a_read_error(data: bytes) -> None:
    with pytest.raises(ReadError, match="damaged"):
        read_xlsx(data, "book.xlsx")


def test_overwritten_cells_of_the_only_sheet_are_a_damaged_file() -> None:
    data = sheet_of([*DATA, *([f"某乡{row}", row * 7919, row * 104_729] for row in range(500))])
    at = data.index(SHEET.encode()) + 200
    with pytest.raises(ReadError) as caught:
        read_xlsx(data[:at] + bytes(range(120)) + data[at + 120 :], "book.xlsx")
    assert (caught.value.code, caught.value.status) == ("read-damaged", "failed")


def test_columns_beyond_the_limit_are_told() -> None:
    raw = read([[f"{word}{column}" for column in range(1_003)] for word in ("列", "值")])
    assert len(raw.tables[0].rows[0]) == 1_000
    assert codes_of(raw) == ["read-cells-limit"]
    assert "columns: 6 cells" in raw.findings[0].message


def test_a_part_that_declares_entities_is_not_read() -> None:
    data = sheet_of(DATA)
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(stream, "w") as new:
        for name in old.namelist():
            content = old.read(name)
            if name == SHEET:
                declared = b'<!DOCTYPE w [<!ENTITY a "said by the entity">]><worksheet'
                content = content.replace(b"<worksheet", declared, 1)
            new.writestr(name, content)
    with pytest.raises(ReadError) as caught:
        read_xlsx(stream.getvalue(), "book.xlsx")
    assert caught.value.code == "read-damaged"
