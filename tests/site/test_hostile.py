"""Text that tries to be markup, script or direction stays text, on every page and in the search."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.site.conftest import watched_page
from tests.site.hostile import ATTACKS, BIDI, LONG_RUN, LONG_WORD, TITLE
from tests.site.survey import FOREIGN, Visit

pytestmark = pytest.mark.browser

# Of a mark of the format so much is shown at least.
SHOWN = 20
SOURCE = """() => {
  const copy = document.querySelector(".original").cloneNode(true);
  copy.querySelectorAll("ins, i").forEach((one) => one.remove());
  return copy.textContent;
}"""


def test_no_page_holds_foreign_markup_or_runs_a_script(hostile_visits: list[Visit]) -> None:
    assert len(hostile_visits) > 20
    for visit in hostile_visits:
        assert visit.address == visit.path.as_uri()
        assert visit.foreign == [], visit.path.name
        assert visit.scripts == ["", "reading.js", "search.js", "table.js"], visit.path.name
        assert visit.ran == "", visit.path.name
        assert visit.words > 0, visit.path.name


def source_of(page: Page, site: Path, title: str) -> str:
    """The source whose path holds a name, as it was read."""
    briefing = json.loads((site / "data" / "briefing.json").read_text("utf-8"))
    document = next(one for one in briefing["documents"] if title in one["path"])
    page.goto((site / "sources" / f"{document['id']}.html").as_uri())
    return str(page.evaluate(SOURCE))


def test_attacks_stand_on_the_page_of_the_source(page: Page, hostile_site: Path) -> None:
    text = source_of(page, hostile_site, "attacks.docx")
    assert TITLE in text
    assert [attack for attack in ATTACKS if attack[:SHOWN] not in text] == []


def test_marks_of_templates_are_not_computed(page: Page, hostile_site: Path) -> None:
    assert "{{ 7*7 }}{% for a in b %}{{ page.__class__ }}{# c #}" in source_of(page, hostile_site, "attacks.docx")
    page.goto((hostile_site / "index.html").as_uri())
    assert "49" not in page.locator("main").inner_text()


def test_the_title_is_text_on_the_page_and_in_the_window(page: Page, hostile_site: Path) -> None:
    page.goto((hostile_site / "index.html").as_uri())
    expect(page.locator("h1")).to_have_text(TITLE)
    assert page.title() == TITLE
    expect(page.locator(".masthead .issue")).to_contain_text(ATTACKS[1])


def test_a_text_that_turns_direction_leaves_the_rest_alone(page: Page, hostile_site: Path) -> None:
    text = source_of(page, hostile_site, "gnp.txt")
    assert all(words[0] in text for words in BIDI)
    directions = page.evaluate("() => [...document.querySelectorAll('.original p')].map((one) => "
                               "getComputedStyle(one).unicodeBidi)")  # fmt: skip
    assert set(directions) == {"isolate"}


def test_a_word_of_ten_thousand_letters_is_broken_into_lines(browser: Browser, hostile_site: Path) -> None:
    with watched_page(browser, width=390) as page:
        text = source_of(page, hostile_site, "long.txt")
        assert LONG_WORD in text
        assert LONG_RUN in text
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


@pytest.mark.parametrize(
    "query", ["<script>", "</style>", "{{ 7*7 }}", "javascript:", "onerror", '"', "\\", "*", "%2e"]
)
def test_the_search_takes_attacks_as_words(page: Page, hostile_site: Path, query: str) -> None:
    page.goto((hostile_site / "index.html").as_uri())
    field = page.get_by_role("searchbox").first
    field.fill(query)
    expect(page.get_by_role("status").first).not_to_be_empty()
    assert page.evaluate(FOREIGN) == []
    assert page.locator("html").get_attribute("data-ran") is None
