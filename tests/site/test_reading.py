"""What helps to read: surroundings that are told and stay, contents that say where one is, references to copy, charts
and targets that fit a telephone."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.site.conftest import built_site, watched_page

pytestmark = pytest.mark.browser


def first_quote(page: Page, site: Path) -> Page:
    page.goto((site / "index.html").as_uri())
    page.wait_for_selector(".quote[aria-describedby]")
    return page


def test_the_surroundings_of_a_quotation_are_told_with_it(page: Page, seeds_site: Path) -> None:
    first_quote(page, seeds_site)
    told = page.evaluate("""() => [...document.querySelectorAll(".context")].map((one) =>
      document.querySelectorAll(`[aria-describedby="${one.id}"]`).length)""")
    assert told
    assert set(told) == {1}


def test_escape_puts_the_surroundings_away_until_the_next_focus(page: Page, seeds_site: Path) -> None:
    first_quote(page, seeds_site)
    around = page.locator(".context").first
    page.locator(".quote").first.focus()
    page.keyboard.press("Tab")
    page.keyboard.press("Shift+Tab")
    expect(around).to_be_visible()
    page.keyboard.press("Escape")
    expect(around).to_be_hidden()
    page.keyboard.press("Tab")
    page.keyboard.press("Shift+Tab")
    expect(around).to_be_visible()


def test_the_surroundings_stay_while_the_pointer_is_on_them(page: Page, seeds_site: Path) -> None:
    first_quote(page, seeds_site)
    around = page.locator(".context").first
    page.locator(".quote").first.hover()
    expect(around).to_be_visible()
    around.hover()
    page.wait_for_timeout(1200)  # longer than it waits for a pointer
    expect(around).to_be_visible()
    page.keyboard.press("Escape")
    expect(around).to_be_hidden()


def test_the_contents_say_where_the_reader_is(browser: Browser, seeds_site: Path) -> None:
    with watched_page(browser, width=1400) as page:
        page.goto((seeds_site / "index.html").as_uri())
        page.locator("#documents").evaluate("one => one.scrollIntoView()")
        expect(page.locator(".toc [aria-current=location]")).to_have_attribute("href", "#documents")


def test_a_reference_is_there_to_copy(page: Page, seeds_site: Path) -> None:
    page.goto(min((seeds_site / "documents").glob("*.html")).as_uri())
    citation = page.locator(".citation")
    page.get_by_role("button", name="复制").last.click()
    expect(page.locator(".facts .table-status")).to_have_text("已复制")
    assert "[" in citation.inner_text()


def test_charts_and_targets_fit_a_telephone(browser: Browser, seeds_site: Path) -> None:
    with watched_page(browser, width=390) as page:
        for name in ("targets", "timeline", "figures", "comparison"):
            page.goto((seeds_site / f"{name}.html").as_uri())
            wide = page.evaluate("""() => [...document.querySelectorAll(".chart .scroll, .scroll:has(.targets)")]
              .filter((one) => one.checkVisibility() && one.scrollWidth > one.clientWidth).length""")
            assert wide == 0, name


def test_a_sentence_stands_once_above_its_targets_until_they_are_sorted(page: Page, tmp_path: Path) -> None:
    sources = tmp_path / "documents"
    sources.mkdir()
    plan = "到2020年，工业产值达到570亿元，财政收入达到57亿元，新增就业5万人。"
    (sources / "plan.txt").write_text(f"东山市工作计划\n\n{plan}\n", "utf-8")
    page.goto((built_site(sources, tmp_path / "build") / "targets.html").as_uri())
    page.wait_for_selector(".targets .sort")
    assert page.locator(".targets .task").filter(visible=True).count() == 1
    page.locator(".targets .sort").nth(1).click()
    assert page.locator(".targets .task").filter(visible=True).count() == 3
