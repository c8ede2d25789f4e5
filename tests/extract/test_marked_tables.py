"""Tables of sheets get their caption, unit and header; totals are held against what they sum up."""

from __future__ import annotations

import pytest

from reporter.extract import extract
from reporter.extract.cell_numbers import parse_number
from reporter.model import Finding, Table
from reporter.read import read_bytes
from reporter.read.sheets import read_csv
from reporter.repair import repair
from reporter.structure import structure


def figures(text: str) -> tuple[tuple[Table, ...], tuple[Finding, ...]]:
    """The tables of separated values, and the findings on them."""
    found = extract(structure(repair(read_csv(text.encode(), "a.csv")), "a"))
    return found.tables, found.findings


def differs(*rows: str) -> list[str]:
    return [finding.code for finding in figures("\n".join(rows) + "\n")[1]]


def test_caption_unit_and_header_come_from_the_lines_above() -> None:
    tables, _ = figures("表1 各乡产值,,\n2018年,单位：万元,\n地区,产值（万元）,税收\n东乡,5,2\n西乡,6,3\n")
    assert (tables[0].caption, tables[0].unit) == ("表1 各乡产值", "万元")
    assert tables[0].header == ("地区", "产值（万元）", "税收")


@pytest.mark.parametrize(
    ("caption", "unit"),
    [
        ("表3 各乡产值（万元）", "万元"),
        ("表3 各乡人口（万人）", "万人"),
        ("表3 各乡产值（2018年）", None),
        ("表3 产值（一）", None),
    ],
)
def test_the_unit_may_stand_in_brackets_behind_the_caption(caption: str, unit: str | None) -> None:
    tables, _ = figures(f"{caption},\n地区,数值\n东乡,5\n西乡,6\n")
    assert (tables[0].caption, tables[0].unit) == (caption, unit)


def test_the_office_that_fills_in_a_table_is_no_unit() -> None:
    tables, _ = figures("产值情况,,\n填报单位：某局,单位：亿元,\n地区,产值,税收\n东乡,5,2\n西乡,6,3\n")
    assert tables[0].unit == "亿元"


def test_the_row_that_counts_the_columns_is_no_part_of_the_header() -> None:
    tables, _ = figures("地区,产值,税收,人口\n甲,1,2,3\n东乡,50,20,7\n西乡,60,30,8\n")
    assert (tables[0].header, len(tables[0].rows)) == (("地区", "产值", "税收", "人口"), 2)


def test_a_continued_table_is_one_with_the_table_before() -> None:
    tables, findings = figures("表1 产值,\n地区,产值\n东乡,5\n西乡,6\n续表,\n地区,产值\n南乡,4\n合计,15\n")
    assert [table.caption for table in tables] == ["表1 产值"]
    assert [row[0].text for row in tables[0].rows] == ["东乡", "西乡", "南乡", "合计"]
    assert findings == ()


def test_a_continued_table_with_another_header_has_the_caption_of_the_one_before() -> None:
    tables, _ = figures("表1 产值,\n地区,产值\n东乡,5\n西乡,6\n续表,\n地区,利润\n东乡,1\n西乡,2\n")
    assert [(table.caption, table.header[1]) for table in tables] == [("表1 产值", "产值"), ("表1 产值", "利润")]


def test_a_table_in_plain_text_is_a_table_of_the_document() -> None:
    table = "产品      单位    产量\n水泥      万吨    486.3\n化肥      万吨    35.9\n"
    text = f"某县统计公报\n\n　　全年生产稳定增长，效益提高。\n表1 产量\n{table}"
    made = structure(repair(read_bytes(text.encode(), "a.txt")), "a")
    (found,) = extract(made).tables
    assert (found.caption, found.header) == ("表1 产量", ("产品", "单位", "产量"))
    assert [[cell.text for cell in row] for row in found.rows] == [["水泥", "万吨", "486.3"], ["化肥", "万吨", "35.9"]]
    assert all("水泥" not in sentence.text for sentence in made.sentences)


@pytest.mark.parametrize(
    "rows",
    [
        ("地区,产值", "东乡,5", "西乡,6", "合计,11"),
        ("地区,产值", "总计,11", "东乡,5", "西乡,6"),
        ("地区,产值", "东乡,1.3", "西乡,1.3", "合计,2.7"),
        ("地区,增速(%)", "东乡,5", "西乡,6", "合计,5.5"),
        ("地区,人均收入", "东乡,5", "西乡,6", "合计,5"),
        ("地区,产值", "东乡,5", "小计,5", "西乡,6", "小计,6", "合计,11"),
        ("地区,产值", "一、工业,5", "其中：轻工,3", "二、农业,6", "合计,11"),
        ("地区,产值", "东乡,（2）", "西乡,△3", "合计,-5"),
        ("地区,产值", "东乡,5", "西乡,", "合计,9"),
        ("地区,合计,国有,民营", "东乡,3,1,2", "西乡,7,3,4"),
        ("地区,合计,甲类,乙类,增速", "东乡,3,1,2,9", "西乡,7,3,4,9"),
    ],
)
def test_totals_that_something_explains_are_not_doubted(rows: tuple[str, ...]) -> None:
    assert differs(*rows) == []


@pytest.mark.parametrize(
    "rows",
    [
        ("地区,产值", "东乡,5", "西乡,6", "合计,12"),
        ("地区,产值", "全县,12", "东乡,5", "西乡,6"),
        ("地区,合计,国有,民营", "东乡,3,1,2", "西乡,8,3,4", "南乡,9,4,5"),
    ],
)
def test_a_total_that_differs_is_a_finding(rows: tuple[str, ...]) -> None:
    assert differs(*rows) == ["extract-total-differs"]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("1,234.5", "1234.5"),
        ("－", "0"),
        ("（12.3）", "-12.3"),
        ("△12.3", "-12.3"),
        ("１２", "12"),
        ("12.5%", None),
        ("甲", None),
    ],
)
def test_numbers_of_cells_are_read(text: str, value: str | None) -> None:
    found = parse_number(text)
    assert (None if found is None else str(found)) == value


def test_what_is_set_aside_names_no_table() -> None:
    rows = "<tr><th>乡镇</th><th>产量</th></tr><tr><td>东河</td><td>12</td></tr><tr><td>西山</td><td>9</td></tr>"
    prose = "<p>全县粮食生产形势良好，各乡镇产量如下，比上年都有增加。</p>"
    page = f"<html><body>{prose}<div class='nav'>应急管理</div><table>{rows}</table></body></html>"
    (table,) = extract(structure(repair(read_bytes(page.encode(), "a.html")), "a")).tables
    assert table.caption == ""
