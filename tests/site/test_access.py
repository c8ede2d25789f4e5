"""The site for everybody: axe-core finds nothing grave, the keyboard reaches everything, narrow screens scroll one way,
paper and browsers without scripts show it too."""

from __future__ import annotations

from importlib.resources import files
from itertools import pairwise
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.site.conftest import watched_page
from tests.site.survey import Visit

pytestmark = pytest.mark.browser

# axe-core, carried by a Python package whose own code is not needed: https://github.com/dequelabs/axe-core
AXE = files("axe_playwright_python").joinpath("axe.min.js").read_text("utf-8")
RUN = """async (rules) => {
  const options = { resultTypes: ["violations"], rules: { "target-size": { enabled: true } } };
  if (rules.length) options.runOnly = { type: "rule", values: rules };
  const { violations } = await axe.run(document, options);
  return violations.map(({ id, impact, nodes }) => `${impact} ${id}: ${nodes[0].html.slice(0, 120)}`);
}"""
# What the colours decide; the rest is the same by day and by night.
COLOURS = ["color-contrast", "link-in-text-block"]
# The element that has the focus, and whether one sees that: it stands in the window and has an outline or underline.
FOCUS = """() => {
  const one = document.activeElement, style = getComputedStyle(one), box = one.getBoundingClientRect();
  const shown = style.outlineStyle !== "none" || style.textDecorationLine.includes("underline");
  const inside = box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth;
  if (!one.dataset.visited) one.dataset.visited = document.querySelectorAll("[data-visited]").length + 1;
  return [one.localName, Number(one.dataset.visited), shown && inside];
}"""
REACHABLE = """() => [...document.querySelectorAll("a[href], button, input, summary, [tabindex]")].filter((one) =>
  one.checkVisibility() && one.tabIndex >= 0 && !(one.type === "radio" && !one.checked)).length"""


def pages(site: Path, names: str) -> list[Path]:
    """The pages of these names; ``document`` and ``source`` are the first ones of their kind."""
    known = {folder.removesuffix("s"): min((site / folder).glob("*.html")) for folder in ("documents", "sources")}
    return [known.get(name, site / f"{name}.html") for name in names.split()]


@pytest.mark.parametrize(
    ("scheme", "width", "names", "rules"),
    [
        ("light", 390, "index about comparison figures keywords tables targets themes timeline document source", []),
        ("light", 1600, "index targets document", []),
        ("dark", 390, "index document source", COLOURS),
        ("dark", 1600, "about themes tables", COLOURS),
    ],
    ids=["light-narrow", "light-wide", "dark-narrow", "dark-wide"],
)
def test_axe_finds_no_violation(
    browser: Browser, seeds_site: Path, scheme: str, width: int, names: str, rules: list[str]
) -> None:
    with watched_page(browser, width=width, color_scheme=scheme) as page:
        for path in pages(seeds_site, names):
            page.goto(path.as_uri())
            page.evaluate(AXE)
            assert page.evaluate(RUN, rules) == [], path.name


def test_no_page_is_wider_than_a_narrow_screen(seeds_visits: list[Visit], hostile_visits: list[Visit]) -> None:
    """At 390 px, and at 320 px, which are 1280 px at 400 % (WCAG 2.2, 1.4.10)."""
    assert {visit.path.name: visit.over for visit in (*seeds_visits, *hostile_visits) if max(visit.over) > 0} == {}


@pytest.mark.parametrize("name", ["index.html", "comparison.html"])
def test_the_tabulator_key_reaches_everything_and_shows_where_it_is(page: Page, seeds_site: Path, name: str) -> None:
    page.goto((seeds_site / name).as_uri())
    expect(page.get_by_role("search")).to_be_visible()
    reachable = page.evaluate(REACHABLE)
    unseen = []
    for at in range(1, reachable + 1):
        page.keyboard.press("Tab")
        kind, number, seen = page.evaluate(FOCUS)
        assert number == at, f"{kind} is reached as number {at}, and was before"
        unseen += [] if seen else [(kind, at)]
    assert unseen == []


def test_the_first_stop_skips_to_the_text(page: Page, seeds_site: Path) -> None:
    page.goto((seeds_site / "index.html").as_uri())
    page.keyboard.press("Tab")
    skip = page.locator(".skip")
    expect(skip).to_be_focused()
    expect(skip).to_be_in_viewport()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.querySelector('main').contains(document.activeElement)")


def test_headings_go_down_one_level_at_a_time(seeds_visits: list[Visit]) -> None:
    for visit in seeds_visits:
        assert visit.levels[0] == 1
        assert visit.levels.count(1) == 1
        assert all(below <= above + 1 for above, below in pairwise(visit.levels)), visit.path.name


def test_without_scripts_all_but_search_and_sorting_is_there(browser: Browser, page: Page, seeds_site: Path) -> None:
    with watched_page(browser, java_script_enabled=False) as bare:
        for path in pages(seeds_site, "index figures document source"):
            bare.goto(path.as_uri())
            page.goto(path.as_uri())
            expect(page.get_by_role("search")).to_be_visible()
            assert bare.locator("main a").count() == page.locator("main a").count()
            assert bare.locator("main tr").count() == page.locator("main tr").count()
            expect(bare.locator(".search")).to_be_hidden()
            assert bare.locator("button").count() == 0
        bare.goto((seeds_site / "index.html").as_uri())
        bare.locator("#points a.quote").first.click()
        expect(bare.locator(":target")).to_be_in_viewport()
        bare.get_by_label("纯净文本").or_(bare.locator("#clean")).first.check()
        expect(bare.locator(".original del").first).to_be_hidden()


def test_on_paper_there_are_only_the_contents_in_black_on_white(browser: Browser, seeds_site: Path) -> None:
    with watched_page(browser, color_scheme="dark") as page:
        page.emulate_media(media="print")
        for path in pages(seeds_site, "index figures document source"):
            page.goto(path.as_uri())
            for part in (".search", ".site", ".toc", ".foot", ".copy", ".sort", ".filter"):
                assert page.locator(part).locator("visible=true").count() == 0, (path.name, part)
            assert page.evaluate("getComputedStyle(document.body).color") == "rgb(0, 0, 0)"
            assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"
        assert page.pdf(format="A4").startswith(b"%PDF-")


def test_tables_sort_and_filter_on_the_pages(page: Page, seeds_site: Path) -> None:
    page.goto((seeds_site / "figures.html").as_uri())
    table = page.locator("table.data-table").first
    rows = table.locator("tbody tr")
    count = rows.count()
    before = rows.all_inner_texts()
    head = table.locator("th.num .sort").first
    head.click()
    assert rows.all_inner_texts() != before
    assert sorted(rows.all_inner_texts()) == sorted(before)
    head.click()
    head.click()
    assert rows.all_inner_texts() == before
    page.locator(".filter").first.fill("%")
    shown = table.locator("tbody tr:not([hidden])")
    assert 0 < shown.count() < count
    assert all("%" in text for text in shown.all_inner_texts())
