"""Tables of the markup: grids, merged cells, header rows, captions, and tables that only arrange text."""

from __future__ import annotations

import pytest

from reporter.model import Locator
from reporter.read.docx import read_docx
from tests.read.docx.building import (
    level,
    lines,
    listed,
    marked,
    numbering,
    p,
    package,
    style,
    styled,
    styles,
    tables,
    tbl,
    tc,
    tr,
)

DOWN, ON = '<w:vMerge w:val="restart"/>', "<w:vMerge/>"


def wide(columns: int) -> str:
    return f'<w:gridSpan w:val="{columns}"/>'


def test_a_table_is_a_grid_of_places_in_the_source() -> None:
    body = p("前文。") + tbl(tr("指标", "2022年"), tr("产值", "12")) + p("后文。")
    data = package(body)
    assert tables(data) == [[["指标", "2022年"], ["产值", "12"]]]
    assert lines(data) == ["前文。", "指标\t2022年", "产值\t12", "后文。"]
    table = read_docx(data, "a.docx").tables[0]
    assert read_docx(data, "a.docx").ledger.source[table.start : table.end] == "指标\t2022年\n产值\t12\n"


def test_merged_cells_stand_in_every_position_that_they_cover() -> None:
    top = tr(tc("地区", DOWN), tc("产值", wide(2)))
    data = package(tbl(top, tr(tc("", ON), "上年", "今年"), tr("东区", "1", "2")))
    assert tables(data) == [[["地区", "产值", "产值"], ["地区", "上年", "今年"], ["东区", "1", "2"]]]
    cells = read_docx(data, "a.docx").tables[0].rows
    assert cells[0][0] == cells[1][0]
    assert lines(data)[1] == "上年\t今年"


def test_two_header_rows_show_by_a_cell_that_reaches_down_beside_a_divided_one() -> None:
    top = tr(tc("地区", DOWN), tc("产值", wide(2)))
    data = package(tbl(top, tr(tc("", ON), "上年", "今年"), tr("东区", "1", "2")))
    assert read_docx(data, "a.docx").tables[0].header_rows == 2


def test_a_group_of_rows_in_the_first_column_is_no_header() -> None:
    data = package(tbl(tr(tc("工业", DOWN), "产值", "1"), tr(tc("", ON), "利润", "2")))
    assert read_docx(data, "a.docx").tables[0].header_rows == 0


def test_rows_set_to_repeat_are_headers_and_one_row_is_left() -> None:
    repeated = "<w:tblHeader/>"
    rows = [tr("甲", "乙", properties=repeated), tr("丙", "丁", properties=repeated)]
    assert read_docx(package(tbl(*rows, tr("1", "2"))), "a.docx").tables[0].header_rows == 2
    assert read_docx(package(tbl(*rows)), "a.docx").tables[0].header_rows == 1
    off = tr("甲", "乙", properties='<w:tblHeader w:val="0"/>')
    assert read_docx(package(tbl(off, tr("1", "2"))), "a.docx").tables[0].header_rows == 0


def test_cells_merged_sideways_in_the_older_way_are_one() -> None:
    first = tr(tc("产值", '<w:hMerge w:val="restart"/>'), tc("", "<w:hMerge/>"), "利润")
    assert tables(package(tbl(first, tr("1", "2", "3")))) == [[["产值", "产值", "利润"], ["1", "2", "3"]]]


def test_empty_columns_before_and_short_rows_are_empty_positions() -> None:
    data = package(tbl(tr("甲", "乙", "丙"), tr("1", "2", properties='<w:gridBefore w:val="1"/>'), tr("3")))
    assert tables(data) == [[["甲", "乙", "丙"], ["", "1", "2"], ["3", "", ""]]]


def test_rows_and_cells_in_content_controls_are_read() -> None:
    row = f"<w:sdt><w:sdtContent>{tr('甲', '乙')}</w:sdtContent></w:sdt>"
    cell = f"<w:tr><w:sdt><w:sdtContent>{tc('1')}</w:sdtContent></w:sdt>{tc('2')}</w:tr>"
    assert tables(package(tbl(row, cell))) == [[["甲", "乙"], ["1", "2"]]]


def test_a_caption_of_that_style_above_belongs_to_the_table() -> None:
    part_ = {"styles": styles(style("c", "caption"))}
    body = styled("c", "表1 主要指标") + tbl(tr("指标", "数"), tr("产值", "1"))
    raw = read_docx(package(body, part_), "a.docx")
    assert (raw.tables[0].caption, raw.tables[0].start) == ((0, 7), 0)


@pytest.mark.parametrize("caption", ["表1 主要指标", "各乡镇主要指标"])
def test_a_caption_and_a_unit_without_styles_belong_to_the_table(caption: str) -> None:
    text, table = "现将数据公布。", tbl(tr("指标", "数"), tr("产值", "1"))
    raw = read_docx(package(p("某县通报") + p(text) + p(caption) + p("单位：亿元") + table), "a.docx")
    (found,) = raw.tables
    assert found.caption is not None
    assert raw.ledger.source[slice(*found.caption)] == caption
    assert raw.ledger.source[found.start : found.end] == f"{caption}\n单位：亿元\n指标\t数\n产值\t1\n"


def test_a_numbered_heading_and_the_title_above_a_table_stay_text() -> None:
    table = tbl(tr("指标", "数"), tr("产值", "1"))
    for before in (["现将数据公布。", "一、概况"], ["2023年主要指标"]):
        raw = read_docx(package("".join(map(p, before)) + p("单位：亿元") + table), "a.docx")
        assert raw.tables[0].caption is None
        assert raw.ledger.source[raw.tables[0].start :].startswith("单位：亿元")


def test_a_caption_below_belongs_to_a_table_without_one_above() -> None:
    part_ = {"styles": styles(style("c", "caption"))}
    table = tbl(tr("指标", "数"), tr("产值", "1"))
    raw = read_docx(package(table + styled("c", "表2 指标"), part_), "a.docx")
    assert raw.ledger.source[slice(*(raw.tables[0].caption or (0, 0)))] == "表2 指标"
    assert raw.tables[0].end == len(raw.ledger.source)
    raw = read_docx(package(table + styled("c", "图2 走势"), part_), "a.docx")
    assert raw.tables[0].caption is None


def test_rows_of_one_wide_cell_are_lines_around_the_table() -> None:
    title, unit = tr(tc("主要指标完成情况", wide(2))), tr(tc("单位：亿元", wide(2)))
    note = tr(tc("注：本表为初步数。", wide(2)))
    data = package(tbl(title, unit, tr("指标", "数"), tr("产值", "1"), note))
    assert tables(data) == [[["指标", "数"], ["产值", "1"]]]
    assert lines(data) == ["主要指标完成情况", "单位：亿元", "指标\t数", "产值\t1", "注：本表为初步数。"]
    raw = read_docx(data, "a.docx")
    assert raw.tables[0].caption == (0, 8)
    assert (raw.tables[0].start, raw.tables[0].end) == (0, len(raw.ledger.source))
    assert [place.locator for place in raw.places][-1] == Locator(paragraph=4)


def test_a_wide_row_with_the_unit_alone_is_no_caption() -> None:
    raw = read_docx(package(tbl(tr(tc("单位：亿元", wide(2))), tr("指标", "数"), tr("产值", "1"))), "a.docx")
    assert (raw.tables[0].caption, raw.tables[0].start) == (None, 0)


def test_one_column_one_row_and_one_cell_are_text() -> None:
    for table in (tbl(tr("甲"), tr("乙"), tr("丙")), tbl(tr("政办发〔2023〕1号", "签发人：某某")), tbl(tr("全文。"))):
        assert tables(package(table)) == []
    assert lines(package(tbl(tr("政办发〔2023〕1号", "签发人：某某")))) == ["政办发〔2023〕1号", "签发人：某某"]


def test_a_table_around_the_text_gives_its_paragraphs_headings_and_tables() -> None:
    part_ = {"styles": styles(style("1", "heading 1"))}
    inner = styled("1", "一、概况") + p("全年平稳。") + tbl(tr("指标", "数"), tr("产值", "1")) + p("")
    data = package(tbl(tr(tc("左栏"), tc(inner)), tr("甲", "乙")), part_)
    assert lines(data) == ["左栏", "一、概况", "全年平稳。", "指标\t数", "产值\t1", "甲", "乙"]
    assert tables(data) == [[["指标", "数"], ["产值", "1"]]]
    assert marked(data)[1] == ("heading", 1, "一、概况")


def test_a_heading_style_that_only_looks_well_in_a_cell_leaves_the_table_one() -> None:
    part_ = {"styles": styles(style("1", "heading 1"))}
    data = package(tbl(tr(tc(styled("1", "指标")), tc(styled("1", "数"))), tr("产值", "1")), part_)
    assert tables(data) == [[["指标", "数"], ["产值", "1"]]]


def test_long_prose_in_many_cells_is_text_and_in_one_cell_it_is_data() -> None:
    prose = "推进项目建设。" * 50
    assert tables(package(tbl(tr("事项", prose), tr("要求", prose)))) == []
    rows = [tr(str(number), "事项", "某局") for number in range(6)]
    assert len(tables(package(tbl(tr("序号", "内容", "单位"), tr("7", prose, "某局"), *rows)))) == 1


def test_a_small_table_without_lines_and_figures_is_text() -> None:
    assert tables(package(tbl(tr("主送：", "各区"), tr("抄送：", "各局"), properties=""))) == []
    assert len(tables(package(tbl(tr("指标", "数"), tr("产值", "1"), properties="")))) == 1


def test_a_nested_list_is_the_text_of_its_cell() -> None:
    nested = p("含：") + tbl(tr("甲")) + p("")
    assert tables(package(tbl(tr("项", "内容"), tr("1", tc(nested))))) == [[["项", "内容"], ["1", "含： 甲"]]]


def test_every_line_and_cell_has_its_place_in_the_body() -> None:
    body = p("零") + p("") + tbl(tr("指标", "数"), tr("产值", "1")) + p("四")
    raw = read_docx(package(body), "a.docx")
    found = [(raw.ledger.source[place.start : place.end], place.locator.paragraph) for place in raw.places]
    assert found == [("零", 0), ("指标", 2), ("数", 2), ("产值", 3), ("1", 3), ("四", 4)]


def test_a_claimed_width_without_bounds_is_cut() -> None:
    assert len(tables(package(tbl(tr(tc("甲", wide(9_999_999)), "乙"), tr("丙", "丁"), tr("1", "2"))))[0][0]) == 201


def test_a_list_in_a_cell_shows_its_numbers() -> None:
    parts = {"numbering": numbering({1: level(0, "decimal", "%1.")})}
    cell = tc(listed("修路", 1) + listed("架桥", 1))
    assert tables(package(tbl(tr("局", "事"), tr("某局", cell)), parts))[0][1] == ["某局", "1.修路 2.架桥"]
