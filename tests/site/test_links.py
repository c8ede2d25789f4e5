"""Links as the browser follows them: every one arrives, and a quotation arrives at its own words, lit up."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.site.conftest import watched_page
from tests.site.survey import Visit

pytestmark = pytest.mark.browser

# Goes to an address of the open page; what its target is and how it looks. Text is that of the repaired source.
TARGET = """async (address) => {
  location.href = address;
  await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
  const target = document.querySelector(":target");
  const copy = target.cloneNode(true);
  copy.querySelectorAll("del").forEach((one) => one.remove());
  const box = target.getBoundingClientRect(), style = getComputedStyle(target);
  const lit = getComputedStyle(document.documentElement).getPropertyValue("--target").trim();
  const number = parseInt(lit.slice(1), 16);
  return {
    id: target.id, text: copy.textContent,
    lit: style.backgroundColor === `rgb(${number >> 16}, ${(number >> 8) & 255}, ${number & 255})`,
    seen: box.top >= 0 && box.top < innerHeight && box.width > 0 && style.visibility === "visible",
  };
}"""


def test_every_link_of_every_page_arrives(seeds_visits: list[Visit], hostile_visits: list[Visit]) -> None:
    for visits in (seeds_visits, hostile_visits):
        site = visits[0].path.parent
        ids = {visit.path: set(visit.ids) for visit in visits}
        links = {link: visit.path.name for visit in visits for link in visit.links}
        assert [(name, link) for link, name in links.items() if not arrives(link, site, ids)] == []
        assert len(links) > 50


def arrives(link: str, site: Path, ids: dict[Path, set[str]]) -> bool:
    """The address is that of a file of the site, and its fragment that of an element."""
    parts = urlsplit(link)
    target = Path(unquote(parts.path))
    if parts.scheme != "file" or parts.query or not target.is_relative_to(site):
        return False
    return unquote(parts.fragment) in ids.get(target, ()) if parts.fragment else target.is_file()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_quotation_leads_to_its_own_words_lit_and_in_sight(
    browser: Browser, seeds_visits: list[Visit], scheme: str
) -> None:
    quotes: dict[str, dict[str, tuple[str, str]]] = {}
    for href, text, sentence in (quote for visit in seeds_visits for quote in visit.quotes):
        quotes.setdefault(href.partition("#")[0], {})[href] = sentence, text
    assert sum(map(len, quotes.values())) > 30
    with watched_page(browser, color_scheme=scheme) as page:
        for source, found in quotes.items():
            page.goto(source)
            for href, (sentence, text) in found.items():
                assert page.evaluate(TARGET, href) == {"id": sentence, "text": text, "lit": True, "seen": True}, href


def test_what_the_summaries_quote_is_marked_in_the_source(page: Page, seeds_visits: list[Visit]) -> None:
    quotes = [quote for visit in seeds_visits if visit.path.name == "index.html" for quote in visit.quotes]
    marked: dict[str, set[str]] = {}
    for href, _, sentence in quotes:
        source = href.partition("#")[0]
        if source not in marked:
            page.goto(source)
            marked[source] = set(page.evaluate("[...document.querySelectorAll('mark[id]')].map((one) => one.id)"))
        assert sentence in marked[source]


@pytest.mark.parametrize("width", [390, 1600])
def test_a_click_on_a_sentence_of_the_brief_opens_its_place(browser: Browser, seeds_site: Path, width: int) -> None:
    with watched_page(browser, width=width) as page:
        page.goto((seeds_site / "index.html").as_uri())
        quote = page.locator("#points a.quote").first
        words = quote.inner_text()
        quote.click()
        page.wait_for_url("**/sources/*.html#*")
        target = page.locator(":target")
        expect(target).to_be_in_viewport()
        expect(target).to_contain_text(words[-12:])
        page.go_back()
        expect(page.locator("#points a.quote").first).to_be_in_viewport()


def test_figures_of_the_brief_lead_to_where_they_stand(page: Page, seeds_site: Path) -> None:
    page.goto((seeds_site / "index.html").as_uri())
    figures = page.evaluate("[...document.querySelectorAll('#figures a.words')].map((a) => [a.href, a.textContent])")
    assert figures
    for href, words in figures:
        page.goto(href)
        target = page.evaluate(TARGET, href)
        assert target["seen"], href
        assert target["text"] in words, href


def test_downloads_are_the_files_that_they_name(page: Page, seeds_site: Path) -> None:
    page.goto((seeds_site / "index.html").as_uri())
    links = page.locator("#downloads li a")
    files = [Path(unquote(urlsplit(href).path)) for href in links.evaluate_all("all => all.map((one) => one.href)")]
    assert {"briefing.xlsx", "indicators.csv", "briefing.md"} <= {path.name for path in files}
    assert all(path.is_relative_to(seeds_site / "data") and path.stat().st_size for path in files)
    with page.expect_download() as started:
        links.filter(has_text="briefing.xlsx").click()
    assert Path(started.value.path()).read_bytes() == (seeds_site / "data" / "briefing.xlsx").read_bytes()
