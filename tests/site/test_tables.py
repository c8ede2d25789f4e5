"""Tables sort, filter and copy by script; without it they are plain tables."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from reporter.config import Config
from reporter.render import RENDERERS
from tests.render.briefings import analysis_of, briefing_of, document_of

pytestmark = pytest.mark.browser

HEAD = """<!doctype html><html lang="zh-Hans"><meta charset="utf-8"><div class="table-words" hidden
 data-sort="按“{column}”排序" data-filter="筛选" data-rows="{all}行中的{count}行"
 data-copy="复制" data-copied="已复制"></div>"""
SCRIPT = Path(__file__).resolve().parents[2] / "templates" / "briefing" / "scripts" / "table.js"


def table_page(page: Page, folder: Path, head: str, *rows: str) -> Locator:
    """Open a page with one table; cells are parted by |."""
    cells = "".join("<tr>" + "".join(f"<td>{cell}</td>" for cell in row.split("|")) + "</tr>" for row in rows)
    titles = "".join(f"<th scope=col>{title}</th>" for title in head.split("|"))
    path = folder / "table.html"
    path.write_text(
        f"{HEAD}<table class=data-table><thead><tr>{titles}</tr></thead><tbody>{cells}</tbody></table>"
        f"<script src={SCRIPT.as_uri()}></script>",
        "utf-8",
    )
    page.goto(path.as_uri())
    return page.locator("table")


def column(table: Locator, number: int) -> list[str]:
    return table.locator(f"tbody tr:not([hidden]) td:nth-child({number})").all_inner_texts()


def sort_by(table: Locator, title: str) -> None:
    table.get_by_role("button", name=f"按“{title}”排序").click()


@pytest.mark.parametrize(
    ("cells", "ascending"),
    [
        (["10", "9", "100"], ["9", "10", "100"]),
        (["1,200", "−3", "92.5"], ["−3", "92.5", "1,200"]),
        (["12.5%", "9%", "—"], ["9%", "12.5%", "—"]),
        (["中山", "阿坝", "北京"], ["阿坝", "北京", "中山"]),
        (["2017年10月", "2017年6月", "2016年12月"], ["2016年12月", "2017年6月", "2017年10月"]),
    ],
)
def test_columns_sort_by_number_by_reading_and_by_date(
    page: Page, tmp_path: Path, cells: list[str], ascending: list[str]
) -> None:
    table = table_page(page, tmp_path, "甲", *cells)
    sort_by(table, "甲")
    assert column(table, 1) == ascending
    expect(table.locator("th")).to_have_attribute("aria-sort", "ascending")
    sort_by(table, "甲")
    empty = [cell for cell in ascending if cell == "—"]
    assert column(table, 1) == [*reversed([cell for cell in ascending if cell != "—"]), *empty]
    expect(table.locator("th")).to_have_attribute("aria-sort", "descending")
    sort_by(table, "甲")
    assert column(table, 1) == cells
    assert table.locator("[aria-sort]").count() == 0


def test_a_column_of_numbers_counts_in_its_units(page: Page, tmp_path: Path) -> None:
    table = table_page(page, tmp_path, "甲", "2万多家", "570亿元", "约900个", "不详")
    table.locator("th").evaluate("one => one.classList.add('num')")
    sort_by(table, "甲")
    assert column(table, 1) == ["约900个", "2万多家", "570亿元", "不详"]


def test_rows_with_equal_values_keep_their_order(page: Page, tmp_path: Path) -> None:
    table = table_page(page, tmp_path, "甲|乙", "1|a", "1|b", "0|c")
    sort_by(table, "甲")
    assert column(table, 2) == ["c", "a", "b"]


def test_a_filter_shows_the_rows_that_have_all_words(page: Page, tmp_path: Path) -> None:
    table = table_page(
        page, tmp_path, "甲|乙", *(f"第{number}项|{'Abc' if number % 2 else '名牌'}" for number in range(9))
    )
    field = page.get_by_role("searchbox", name="筛选")
    field.fill("aBC 3")
    assert column(table, 1) == ["第3项"]
    expect(page.get_by_role("status")).to_have_text("9行中的1行")
    field.press("Escape")
    assert len(column(table, 1)) == 9


def test_short_tables_have_no_filter(page: Page, tmp_path: Path) -> None:
    table_page(page, tmp_path, "甲", "1", "2")
    expect(page.get_by_role("searchbox")).to_have_count(0)


def test_copying_takes_what_is_shown_in_its_order(browser: Browser, tmp_path: Path) -> None:
    context = browser.new_context(permissions=["clipboard-read", "clipboard-write"])
    page = context.new_page()
    table = table_page(page, tmp_path, "甲|乙", "2|b\n\tc", "1|a")
    sort_by(table, "甲")
    page.get_by_role("button", name="复制").click()
    expect(page.get_by_role("status")).to_have_text("已复制")
    assert page.evaluate("navigator.clipboard.readText()") == "甲\t乙\n1\ta\n2\tb c"
    context.close()


def test_the_tables_of_the_site_sort_by_key(page: Page, sample_site: Path) -> None:
    page.goto((sample_site / "index.html").as_uri())
    head = page.locator(".figures th").nth(2)
    head.get_by_role("button").press("Enter")
    expect(head).to_have_attribute("aria-sort", "ascending")


def test_a_filter_finds_both_scripts(page: Page, tmp_path: Path) -> None:
    sentences = "".join(f"{'质监' if number % 2 else '質監'}机构{number}个。" for number in range(10, 20))
    figures = [(f"{number}个", "机构", number, "个") for number in range(10, 20)]
    analysis = analysis_of(document_of(f"题名\n{sentences}", "in/a.txt"), figures)
    named = tuple(replace(item, subject="质监" if item.value % 2 else "質監") for item in analysis.indicators)
    RENDERERS["html"](briefing_of(replace(analysis, indicators=named)), tmp_path, Config())
    page.goto((tmp_path / "site" / "documents" / f"{analysis.document.id}.html").as_uri())
    page.locator("#figures .filter").fill("質監")
    expect(page.locator("#figures .table-status")).to_have_text("10行中的10行")


def test_without_scripts_tables_are_tables_and_there_is_no_search(browser: Browser, sample_site: Path) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto((sample_site / "index.html").as_uri())
    expect(page.locator(".figures td").first).to_be_visible()
    assert page.locator(".table-bar, .sort").count() == 0
    expect(page.locator(".search")).to_be_hidden()
    context.close()
