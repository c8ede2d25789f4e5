"""The workbook opens, its numbers are numbers, nothing in it is a formula, and it has equal bytes."""

from __future__ import annotations

import zipfile
from dataclasses import replace

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from reporter.config import Config
from reporter.model import Analyses, Cell, Span, Table
from reporter.render import xlsx
from reporter.render.xlsx import SheetNames, number_of, write_xlsx


def book_of(folder):
    return openpyxl.load_workbook(folder / "data" / "briefing.xlsx")


def column(sheet, index):
    return [row[index].value for row in sheet.iter_rows(min_row=2)]


def test_a_sheet_for_each_kind_and_each_table(office):
    names = book_of(office).sheetnames
    assert len(names) == 5
    assert names[0] == "指标"
    assert names[4].startswith("1-")


def test_columns_and_codes_are_in_the_interfaces_words(office):
    indicators, comparison, targets, _, _ = book_of(office).worksheets
    header = [cell.value for cell in indicators[1]]
    assert header[:7] == ["文件编号", "题名", "日期", "主体", "指标", "归一名称", "数值"]
    assert not [name for sheet in (indicators, targets) for name in (cell.value for cell in sheet[1]) if name.isascii()]
    assert {"实际", "目标", "变动"} == set(column(indicators, header.index("性质")))
    assert column(comparison, 2)[:2] == ["相同", "不同"]


def test_values_are_numbers_and_dates_stay_text(briefing, office):
    sheet = book_of(office).worksheets[0]
    header = [cell.value for cell in sheet[1]]
    values = column(sheet, 6)
    stated = [indicator.value for analysis in briefing.analyses for indicator in analysis.indicators]
    assert values == stated
    assert len(header) == 23
    assert set(column(sheet, 2)) == {"2018-05-04", None} or set(column(sheet, 2)) == {"2018-05-04", ""}


def test_nothing_is_a_formula_or_a_link(briefing, tmp_path, with_table):
    texts = ("=1+1", "+cmd|' /C calc'!A0", "@SUM(1)", "http://example.org/", "-")
    rows = tuple((Cell(text), Cell("1,234.5"), Cell("0571")) for text in texts)
    hostile = Table("b9", "a/b[c]:*?'", None, "table", None, ("=x", "数", "区号"), rows, Span(0, 0))
    write_xlsx(with_table(briefing, hostile), tmp_path, Config())
    sheet = book_of(tmp_path).worksheets[-1]
    assert [cell.value for cell in sheet[1]] == ["=x", "数", "区号"]
    assert [row[0].value for row in sheet.iter_rows(min_row=2)] == list(texts)
    assert {cell.data_type for row in sheet.iter_rows() for cell in row} == {"s", "n"}
    assert column(sheet, 1) == [1234.5] * 5
    assert column(sheet, 2) == ["0571"] * 5
    assert not [cell for row in sheet.iter_rows() for cell in row if cell.hyperlink]


def test_equal_briefings_give_equal_bytes(briefing, office, tmp_path):
    write_xlsx(briefing, tmp_path, Config())
    assert (tmp_path / "data" / "briefing.xlsx").read_bytes() == (office / "data" / "briefing.xlsx").read_bytes()
    with zipfile.ZipFile(office / "data" / "briefing.xlsx") as archive:
        assert {member.date_time[:3] for member in archive.infolist()} == {(2018, 5, 4)}


def test_control_characters_do_not_break_it(briefing, tmp_path):
    first, *others = briefing.analyses
    odd = tuple(replace(indicator, subject="\x00\x1b\ud800县") for indicator in first.indicators)
    write_xlsx(replace(briefing, analyses=(replace(first, indicators=odd), *others)), tmp_path, Config())
    assert book_of(tmp_path).worksheets[0].max_row > 1


@pytest.mark.parametrize(
    ("text", "number"),
    [("0", 0), ("-3.2", -3.2), ("1,234", 1234), ("12.50", 12.5), ("0571", None), ("12,34", None), ("12.5%", None),
     ("", None), ("1e5", None), ("１２", None), ("1234567890123456", None), ("2017年", None)],
)  # fmt: skip
def test_only_plain_numbers_are_numbers(text, number):
    assert number_of(text) == number


@given(st.lists(st.text(max_size=40), max_size=8))
def test_names_of_sheets_are_names_that_a_spreadsheet_takes(titles):
    names = SheetNames()
    made = [names.of(title) for title in titles]
    assert len({name.casefold() for name in made}) == len(made)
    for name in made:
        assert 0 < len(name) <= 31
        assert not set(name) & set("[]:*?/\\")
        assert name[0] != "'" != name[-1]


def test_a_workbook_written_row_by_row_says_the_same(briefing, tmp_path, monkeypatch):
    config = Config()
    write_xlsx(briefing, tmp_path / "held", config)
    monkeypatch.setattr(xlsx, "_MOST_HELD", 0)
    for name in ("row", "again"):
        write_xlsx(briefing, tmp_path / name, config)
    held, rows = book_of(tmp_path / "held"), book_of(tmp_path / "row")
    assert rows.sheetnames == held.sheetnames
    for ours, theirs in zip(held.worksheets, rows.worksheets, strict=True):
        assert list(ours.values) == list(theirs.values)
        assert ours.freeze_panes == theirs.freeze_panes
        assert ours.auto_filter.ref == theirs.auto_filter.ref
        widths = [{name: its.width for name, its in sheet.column_dimensions.items()} for sheet in (ours, theirs)]
        assert widths[0] == widths[1]
    files = [(tmp_path / name / "data" / "briefing.xlsx").read_bytes() for name in ("row", "again")]
    assert files[0] == files[1]


def test_packed_analyses_give_the_same_workbook(briefing, tmp_path):
    write_xlsx(briefing, tmp_path / "plain", Config())
    write_xlsx(replace(briefing, analyses=Analyses.of(briefing.analyses)), tmp_path / "packed", Config())
    files = [(tmp_path / name / "data" / "briefing.xlsx").read_bytes() for name in ("plain", "packed")]
    assert files[0] == files[1]
