"""A page runs its loader and what that loads, and nothing that slipped into its markup."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

pytestmark = pytest.mark.browser

MARK = "document.documentElement.dataset.ran = 'yes'"


@pytest.mark.parametrize(
    "markup",
    [
        f"<script>{MARK}</script>",
        '<script src="scripts/other.js"></script>',
        f'<img src="data:," onerror="{MARK}">',
        f'<a id="bait" href="javascript:{MARK}">x</a>',
    ],
)
def test_scripts_in_markup_do_not_run(browser: Browser, sample_site: Path, tmp_path: Path, markup: str) -> None:
    site = tmp_path / "site"
    shutil.copytree(sample_site, site)
    (site / "scripts" / "other.js").write_text(MARK, "utf-8")
    index = site / "index.html"
    index.write_text(index.read_text("utf-8").replace("</main>", f"{markup}</main>"), "utf-8")
    page = browser.new_page()
    page.goto(index.as_uri())
    expect(page.get_by_role("search")).to_be_visible()
    page.evaluate("document.querySelector('#bait')?.click()")
    assert page.locator("html").get_attribute("data-ran") is None
    page.close()
