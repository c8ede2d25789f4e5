"""Tables, ruled and not, come out cell by cell; prose never becomes one."""

from __future__ import annotations

import pytest

from tests.read.pdf.reading import cells, lines, read
from tests.read.pdf.report import STYLE, pdf, report

_TEXT = "<h1>某县统计情况通报</h1><p>现将有关数据予以公布，请各单位认真核对，遇有差错及时反映，以便更正。</p>"
_SIDES = "<style>.o { border-collapse: collapse; width: 100% } .o td { padding: 3pt; border: 1px solid }"


def _table(rows: str, css: str = "", kind: str = "o") -> bytes:
    return pdf(f"{_SIDES}{css}</style>{_TEXT}<table class={kind}>{rows}</table><p>特此通报。</p>", STYLE)


_ROWS = "<tr><td>指标<td>数值<td>增速<tr><td>人口<td>12.5<td>0.5<tr><td>面积<td>1250<td>"
_GRID = [["指标", "数值", "增速"], ["人口", "12.5", "0.5"], ["面积", "1250", ""]]


@pytest.mark.parametrize(
    "css",
    [
        "",
        ".o td:first-child { border-left: 0 } .o td:last-child { border-right: 0 }",
        ".o td { border-style: dotted; border-width: 1pt }",
    ],
)
def test_ruled_tables_with_and_without_sides(css: str) -> None:
    raw = read(_table(_ROWS, css))
    assert cells(raw) == _GRID
    assert raw.tables[0].header_rows == 1
    assert lines(raw)[-1] == "特此通报。"


def test_a_table_with_three_level_rules_only() -> None:
    css = """.t { border-top: 1.5pt solid; border-bottom: 1.5pt solid; border-collapse: collapse; width: 100% }
             .t thead { border-bottom: .75pt solid } .t td { padding: 3pt; text-align: center }"""
    rows = (
        "<thead><tr><td>指标<td>计量单位<td>绝对数<td>比上年增长（%）</thead>"
        "<tr><td>地区生产总值<td>亿元<td>1,234.5<td>6.1<tr><td>其中：第一产业增加值<td>亿元<td>120.5<td>-3.1"
    )
    raw = read(_table(rows, css, "t"))
    assert cells(raw) == [
        ["指标", "计量单位", "绝对数", "比上年增长（%）"],
        ["地区生产总值", "亿元", "1,234.5", "6.1"],
        ["其中：第一产业增加值", "亿元", "120.5", "-3.1"],
    ]
    assert raw.tables[0].header_rows == 1


def test_merged_cells_stand_in_all_their_places_and_lines_of_a_cell_are_one() -> None:
    raw = read(
        _table(
            "<tr><td>序号<td>任务<td>责任单位<tr><td>1<td style='width: 30%'>加快补齐基础设施短板，年内完成投资12.5亿元"
            "<td rowspan=2>发展改革局<br>财政局<tr><td>2<td>做好 Public Service 工作"
            "<tr><td>合计<td colspan=2>1234567890123"
        )
    )
    assert cells(raw) == [
        ["序号", "任务", "责任单位"],
        ["1", "加快补齐基础设施短板，年内完成投资12.5亿元", "发展改革局财政局"],
        ["2", "做好 Public Service 工作", "发展改革局财政局"],
        ["合计", "1234567890123", "1234567890123"],
    ]
    assert raw.tables[0].rows[1][2] == raw.tables[0].rows[2][2]


def test_a_table_that_goes_on_under_a_caption_of_its_own_is_one() -> None:
    head = "<tr><td>指标<td>数值"
    first = "<table class=o>" + head + "".join(f"<tr><td>项{i}<td>{i * 7}" for i in range(5)) + "</table>"
    second = "<table class=o>" + head + "".join(f"<tr><td>目{i}<td>{i * 9}" for i in range(5)) + "</table>"
    between = "<p class=unit style='break-before: page'>续表1</p>"
    raw = read(pdf(f"{_SIDES}</style>{_TEXT}{first}{between}{second}<p>特此通报。</p>", STYLE))
    assert len(raw.tables) == 1
    assert cells(raw) == [
        ["指标", "数值"], *([f"项{i}", f"{i * 7}"] for i in range(5)), *([f"目{i}", f"{i * 9}"] for i in range(5))
    ]  # fmt: skip
    assert "续表1" not in raw.ledger.text
    assert "续表1" in raw.ledger.source


def test_a_frame_around_text_is_no_table() -> None:
    box = "<div style='border: 1pt solid; padding: 6pt'><p>专栏一　重点工程</p><p>加快建设一批基础设施项目。</p></div>"
    raw = read(pdf(_TEXT + box, STYLE))
    assert raw.tables == ()
    assert lines(raw)[-2:] == ["专栏一 重点工程", "加快建设一批基础设施项目。"]


def test_prose_lists_and_forms_are_no_tables() -> None:
    form = (
        "<p>时间：2023年3月1日　　　　地点：县会议中心</p><p>参加：张三　　　　李四　　　　王五</p>"
        "<p>记录：赵六　　　　校对：孙七</p><p>联系人：周八　　　　电话：05768888</p>"
    )
    assert read(pdf(_TEXT + form + "".join(report(3).html), STYLE)).tables == ()


def test_a_table_of_contents_keeps_its_lines() -> None:
    entries = [f"{number}、{words}" for number, words in zip("一二三四", ("回顾", "要求", "任务", "保障"), strict=True)]
    html = "".join(
        f"<p class=unit style='text-align: left'>{entry}{'…' * 20}{i}</p>" for i, entry in enumerate(entries, 1)
    )
    raw = read(pdf(_TEXT + html, STYLE))
    assert raw.tables == ()
    assert lines(raw)[-4:] == [f"{entry}{'…' * 20}{i}" for i, entry in enumerate(entries, 1)]


@pytest.mark.parametrize("above", range(1, 6))
def test_a_table_without_rules_over_a_page_break_is_one(above: int) -> None:
    grid = [["项目", "2022", "2023"], *([f"第{i}项", f"{i * 31}.5", f"{i * 37}.25"] for i in range(1, 6))]
    rows = [f"<tr><td>{'<td>'.join(row)}" for row in grid]
    rows[above] = rows[above].replace("<tr>", "<tr style='break-before: page'>")
    raw = read(pdf(f"{_TEXT}<table class=plain>{''.join(rows)}</table><p>特此通报，请各单位遵照执行。</p>", STYLE))
    assert [cells(raw, at) for at in range(len(raw.tables))] == [grid]
    assert raw.tables[0].header_rows == 1
    assert lines(raw)[-1] == "特此通报，请各单位遵照执行。"


def test_a_row_that_a_page_break_cuts_is_one_row() -> None:
    words = "推进重点项目建设，加快补齐基础设施短板，落实各项政策措施"
    rows = "".join(f"<tr><td>{i}<td style='width: 40%'>{words}<td>{i * 11}" for i in range(1, 30))
    style = STYLE + ".o { font-size: 14pt } .o td { orphans: 1; widows: 1 }"
    raw = read(pdf(f"{_SIDES}</style>{_TEXT}<table class=o><tr><td>序号<td>任务<td>数量{rows}</table>", style))
    assert cells(raw) == [["序号", "任务", "数量"], *([f"{i}", words, f"{i * 11}"] for i in range(1, 30))]
    assert len({raw.locator(*row[0]).page for row in raw.tables[0].rows}) > 1
