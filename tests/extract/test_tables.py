"""Enumerations with parallel content become tables, tables of the markup keep their cells, totals are checked."""

from __future__ import annotations

from pathlib import Path

import pytest

from reporter.extract import extract
from reporter.model import Document, Table
from reporter.read import read_bytes
from reporter.repair import repair
from reporter.structure import structure
from tests.extract.documents import document

COMPANIES = """调研情况

各企业的情况如下：
1、东江电器：去年销售总额达57亿元。该公司已在外省建立基地。
2、西河涂料：去年销售总额达15亿元，今年计划达到18亿元。准备来我县考察。
3、南湖机械：今年销售总额计划8亿元，3~5年内有扩张计划。
4、北山洁具：具备条件时可以考虑建厂。
"""


def texts(table: Table) -> list[list[str]]:
    return [[cell.text for cell in row] for row in table.rows]


def is_sound(made: Document, table: Table) -> bool:
    return all(len(row) == len(table.header) for row in table.rows) and all(
        cell.span is None if not cell.text else cell.span is not None and cell.text == cell.span.of(made.text)
        for row in table.rows
        for cell in row
    )


def test_a_list_of_companies_becomes_a_table() -> None:
    made = document(COMPANIES)
    (table,) = extract(made).tables
    assert table.header == ("企业", "去年销售总额", "今年计划销售总额", "情况")
    assert texts(table) == [
        ["东江电器", "57亿元", "", "该公司已在外省建立基地"],
        ["西河涂料", "15亿元", "18亿元", "准备来我县考察"],
        ["南湖机械", "", "8亿元", "3~5年内有扩张计划"],
        ["北山洁具", "", "", "具备条件时可以考虑建厂"],
    ]
    assert (table.origin, table.caption) == ("list", "各企业的情况")
    assert is_sound(made, table)


def test_traditional_text_has_a_simplified_header_and_verbatim_cells() -> None:
    (table,) = extract(
        document("情況如下：\n1、甲廠：去年產值5億元。\n2、乙廠：去年產值6億元。\n3、丙廠：去年產值7億元。\n")
    ).tables
    assert table.header[1] == "去年产值"
    assert [row[1] for row in texts(table)] == ["5億元", "6億元", "7億元"]


def test_projects_under_run_in_headings_become_a_table() -> None:
    text = (
        "一、重点项目\n（一）滨江污水厂项目。总投资4.2亿元，2018年6月开工。\n"
        "（二）城北产业园项目。总投资15亿元，占地350亩。\n（三）山区公路工程。总投资2.8亿元，全长46公里。\n"
    )
    made = document(text)
    (table,) = extract(made).tables
    assert (table.header[:2], [row[1] for row in texts(table)]) == (
        ("项目", "总投资"),
        ["4.2亿元", "15亿元", "2.8亿元"],
    )
    assert is_sound(made, table)


def test_items_without_a_recurring_figure_make_no_table() -> None:
    text = "要求如下：\n1、责任：落实到人。\n2、时间：本月底前。\n3、纪律：严格执行。\n"
    assert extract(document(text)).tables == ()


def test_a_row_of_names_becomes_a_column() -> None:
    made = document("我们还走访了东江洁具公司、西河建材公司、南湖机电、北山电器、中原塑机、大海机械，反响很好。")
    (table,) = extract(made).tables
    assert table.header == ("名称",)
    assert [row[0] for row in texts(table)][::5] == ["东江洁具公司", "大海机械"]
    assert is_sound(made, table)


@pytest.mark.parametrize(
    "text",
    [
        "重点抓好食品、农资、建材、家电、汽车配件等产品。",
        "标准61项、商标56件、名牌13个、专利8件、奖项5个、基地3个。",
        "甲公司、乙公司、丙公司参加。",
    ],
)
def test_common_nouns_figures_and_short_rows_are_no_names(text: str) -> None:
    assert extract(document(text)).tables == ()


def page(rows: str) -> Document:
    html = f"<html><body><p>单位：万元</p><table>{rows}</table><p>以上请认真对照检查。</p></body></html>"
    return structure(repair(read_bytes(html.encode(), "table.html")), "page")


def cells(*rows: tuple[str, ...]) -> str:
    return "".join(f"<tr>{''.join(f'<td>{text}</td>' for text in row)}</tr>" for row in rows)


def test_a_table_of_the_markup_keeps_its_cells_and_unit() -> None:
    made = page(cells(("地区", "产值"), ("东乡", "1,200.5"), ("西乡", "800")))
    (table,) = extract(made).tables
    assert (table.header, table.origin, table.unit) == (("地区", "产值"), "table", "万元")
    assert texts(table) == [["东乡", "1,200.5"], ["西乡", "800"]]
    assert is_sound(made, table)


def test_a_total_that_differs_from_its_rows_is_a_finding() -> None:
    good = page(cells(("地区", "产值"), ("东乡", "1,200"), ("西乡", "800"), ("合计", "2,000")))
    bad = page(cells(("地区", "产值"), ("东乡", "1,200"), ("西乡", "800"), ("合计", "2,100")))
    assert extract(good).findings == ()
    assert [finding.code for finding in extract(bad).findings] == ["extract-total-differs"]


def test_rates_are_not_added_up() -> None:
    made = page(cells(("地区", "合格率"), ("东乡", "98"), ("西乡", "96"), ("合计", "97")))
    assert extract(made).findings == ()


def test_ids_are_made_of_the_content() -> None:
    first, second = extract(document(COMPANIES)).tables, extract(document(f"前言。\n{COMPANIES}")).tables
    assert first[0].id == second[0].id
    assert first[0].id.startswith("b")


@pytest.mark.corpus
def test_real_companies_become_a_table(corpus: Path) -> None:
    from reporter.read import read_file

    (path,) = (corpus / "seeds").glob("004_*.txt")
    made = structure(repair(read_file(path, path.name)), "visit")
    found = extract(made).tables
    assert all(is_sound(made, table) for table in found)
    companies = next(table for table in found if len(table.header) > 2)
    assert (len(companies.rows), companies.header[:3]) == (7, ("企业", "去年销售总额", "今年计划销售总额"))
