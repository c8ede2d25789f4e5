"""The search in a real browser, from a file: address: what stands in a document is found, marked and led to."""

from __future__ import annotations

import random
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from reporter.config import Config
from reporter.language.script import simplified, traditional
from reporter.render import RENDERERS
from reporter.render.search.folding import folded
from reporter.render.search.passages import passages_of
from tests.render.briefings import analysis_of, briefing_of, document_of, sample_briefing
from tests.render.search.lookup import Lookup

pytestmark = pytest.mark.browser

# Searches as a reader does, but waits for the answer; gives [href, text] of every place, unfolded.
ASK = """async (query) => {
  const box = document.querySelector(".search");
  const input = box.querySelector("input"), status = box.querySelector(".search-status");
  input.value = "";
  input.dispatchEvent(new InputEvent("input"));
  while (status.textContent) await new Promise((done) => setTimeout(done, 5));
  input.value = query;
  input.dispatchEvent(new InputEvent("input"));
  const busy = box.dataset.busy;
  while (!status.textContent || status.textContent === busy) await new Promise((done) => setTimeout(done, 5));
  for (let more; (more = box.querySelector(".search-more")); ) more.click();
  return [...box.querySelectorAll(".search-results a")].map((one) => [one.getAttribute("href"), one.textContent]);
}"""

FOLD = "async (texts) => { const fold = await reporterSearch.folding(); return texts.map((text) => fold(text)); }"


def open_site(page: Page, site: Path, name: str = "index.html") -> None:
    page.goto((site / name).as_uri())
    expect(page.get_by_role("search")).to_be_visible()


def places(page: Page, query: str) -> set[str]:
    """The places that the search names, as addresses without the site's folder."""
    return {"/".join(href.rsplit("/", 2)[1:]) for href, _ in page.evaluate(ASK, query)}


def search_field(page: Page) -> Locator:
    return page.get_by_role("searchbox", name="查找")


def test_sampled_stretches_are_found_in_both_scripts_as_the_lookup_finds_them(page: Page, sample_site: Path) -> None:
    open_site(page, sample_site)
    lookup, chosen = Lookup(sample_site), random.Random(7)
    texts = [item.text for analysis in sample_briefing().analyses for item in passages_of(analysis)]
    for text in chosen.sample(texts, 12):
        length = min(chosen.randint(2, 6), len(text))
        start = chosen.randint(0, len(text) - length)
        stretch = text[start : start + length]
        for query in dict.fromkeys((stretch, simplified(stretch), traditional(stretch))):
            hits = [hit for hit in lookup.hits(query) if hit.kind not in "TF"]
            found = places(page, query)
            assert {f"sources/{hit.document}.html{hit.anchor}" for hit in hits} <= found, query
            assert {place for place in found if place.startswith("sources/")} == {
                f"sources/{hit.document}.html{hit.anchor}" for hit in hits
            }


def test_hits_are_marked_and_counted_under_their_document_and_section(page: Page, sample_site: Path) -> None:
    open_site(page, sample_site)
    search_field(page).fill("检定计量")
    expect(page.get_by_role("status").first).to_have_text("1份文件，1处")
    result = page.locator(".search-results > li")
    expect(result).to_have_count(1)
    expect(result.locator(".search-document")).to_contain_text("〔2〕南江縣質量工作總結")
    expect(result.locator(".search-section")).to_have_text("（一）計量服務")
    expect(result.locator("mark")).to_have_text("檢定計量")
    expect(result.locator("a").first).to_have_attribute("lang", "zh-Hant")


def test_a_result_leads_to_its_sentence_in_the_source(page: Page, sample_site: Path) -> None:
    open_site(page, sample_site)
    search_field(page).fill("检定计量")
    expect(page.locator(".search-results mark")).to_have_count(1)
    page.locator(".search-results ul a").click()
    page.wait_for_url("**/sources/*.html#*")
    target = page.locator(":target")
    expect(target).to_be_in_viewport()
    expect(target).to_contain_text("為企業檢定計量器具近2萬台件")


def test_the_search_works_on_pages_of_documents_and_sources(page: Page, sample_site: Path) -> None:
    document = sample_briefing().analyses[0].document.id
    for name in (f"documents/{document}.html", f"sources/{document}.html"):
        open_site(page, sample_site, name)
        assert places(page, "国家标准")


def test_title_hits_come_first_then_headings_then_texts(page: Page, tmp_path: Path) -> None:
    texts = ("其他\n质量提升很好。", "其他\n# 一、质量提升\n开展工作。", "质量提升\n开展工作。", "其他\n再抓质量提升。")
    analyses = [analysis_of(document_of(text, f"in/{number}.txt")) for number, text in enumerate(texts)]
    RENDERERS["html"](briefing_of(*analyses), tmp_path, Config())
    open_site(page, tmp_path / "site")
    search_field(page).fill("质量提升")
    expect(page.get_by_role("status").first).to_have_text("4份文件，4处")
    labels = [text[:3] for text in page.locator(".search-document a").all_inner_texts()]
    assert labels == ["〔3〕", "〔2〕", "〔1〕", "〔4〕"]


def test_words_parted_by_blanks_must_stand_in_one_passage(page: Page, sample_site: Path) -> None:
    open_site(page, sample_site)
    assert places(page, "中国名牌 省级名牌") == places(page, "省级名牌 中国名牌") != set()
    assert places(page, "中国名牌 现场会") == set()


def test_what_is_nowhere_is_said(page: Page, sample_site: Path) -> None:
    open_site(page, sample_site)
    search_field(page).fill("龘𠮷<b>")
    expect(page.get_by_role("status").first).to_have_text("没有找到“龘𠮷<b>”。")
    expect(page.locator(".search-results")).to_be_hidden()


def test_keys_reach_everything(page: Page, sample_site: Path) -> None:
    open_site(page, sample_site)
    page.keyboard.press("/")
    expect(search_field(page)).to_be_focused()
    page.keyboard.type("名牌")
    expect(page.locator(".search-results")).to_be_visible()
    for key, index in (("ArrowDown", 0), ("ArrowDown", 1), ("ArrowUp", 0)):
        page.keyboard.press(key)
        expect(page.locator(".search-results a").nth(index)).to_be_focused()
    page.keyboard.press("Escape")
    expect(search_field(page)).to_be_focused()
    page.keyboard.press("Escape")
    expect(page.locator(".search-results")).to_be_hidden()
    expect(search_field(page)).to_have_value("")
    page.keyboard.type("现场会")
    expect(page.locator(".search-results mark").first).to_be_visible()
    page.keyboard.press("Enter")
    page.wait_for_url("**/documents/*.html")


def test_an_input_method_is_left_alone_until_it_has_composed(page: Page, sample_site: Path) -> None:
    open_site(page, sample_site)
    field = search_field(page)
    field.focus()
    client = page.context.new_cdp_session(page)
    client.send("Input.imeSetComposition", {"text": "ming pai", "selectionStart": 8, "selectionEnd": 8})
    field.dispatch_event("keydown", {"key": "Enter", "keyCode": 229, "isComposing": True})
    page.wait_for_timeout(300)
    expect(page.get_by_role("status").first).to_have_text("")
    client.send("Input.insertText", {"text": "名牌"})
    expect(page.locator(".search-results mark").first).to_have_text("名牌")
    expect(field).to_be_focused()


def test_a_reader_who_comes_back_finds_the_results_again(page: Page, sample_site: Path) -> None:
    open_site(page, sample_site)
    search_field(page).fill("现场会")
    page.locator(".search-results ul a").first.click()
    page.wait_for_url("**/sources/*.html#*")
    page.go_back()
    expect(search_field(page)).to_have_value("现场会")
    expect(page.locator(".search-results mark").first).to_be_visible()


def test_many_results_are_shown_bit_by_bit(page: Page, tmp_path: Path) -> None:
    text = "题名\n" + "\n".join(f"第{number}次抓质量。" for number in range(6))
    analyses = [analysis_of(document_of(text, f"in/{number:02}.txt")) for number in range(45)]
    RENDERERS["html"](briefing_of(*analyses), tmp_path, Config())
    open_site(page, tmp_path / "site")
    search_field(page).fill("抓质量")
    expect(page.get_by_role("status").first).to_have_text("45份文件，270处")
    shown = page.locator(".search-document")
    expect(shown).to_have_count(20)
    page.locator(".search-results > li > .search-more").last.click()
    expect(shown).to_have_count(40)
    page.locator(".search-results > li > .search-more").last.click()
    expect(shown).to_have_count(45)


def test_a_long_sentence_is_cut_around_its_hit(page: Page, tmp_path: Path) -> None:
    analysis = analysis_of(document_of(f"题名\n{'甲' * 500}名牌{'乙' * 500}。", "in/a.txt"))
    RENDERERS["html"](briefing_of(analysis), tmp_path, Config())
    open_site(page, tmp_path / "site")
    search_field(page).fill("名牌")
    expect(page.locator(".search-text")).to_have_text(f"…{'甲' * 48}名牌{'乙' * 110}…")


def test_hostile_text_is_text(page: Page, tmp_path: Path) -> None:
    analysis = analysis_of(document_of("<img src=x onerror=alert(1)>题\n前</script><b>名牌</b>\u2028后。", "in/a.txt"))
    RENDERERS["html"](briefing_of(analysis), tmp_path, Config())
    open_site(page, tmp_path / "site")
    search_field(page).fill("名牌")
    expect(page.locator(".search-text")).to_contain_text("前</script><b>名牌</b>")
    assert page.locator(".search-results img, .search-results b").count() == 0


def test_an_index_that_is_missing_is_said(browser: Browser, tmp_path: Path) -> None:
    RENDERERS["html"](sample_briefing(), tmp_path, Config())
    (tmp_path / "site" / "search" / "texts-0.js").unlink()
    page = browser.new_page()
    open_site(page, tmp_path / "site")
    search_field(page).fill("名牌")
    expect(page.get_by_role("status").first).to_have_text("查找所需的文件无法读取。")
    page.close()


def test_the_script_folds_every_text_as_the_index_does(page: Page, sample_site: Path) -> None:
    open_site(page, sample_site)
    own = [item.text for analysis in sample_briefing().analyses for item in passages_of(analysis)]
    texts = [spelled for text in own for spelled in (text, simplified(text), traditional(text))]
    assert page.evaluate(FOLD, texts) == [folded(text) for text in texts]
