"""The site's pages: lists that are spread over pages, ways between them, what stands around a quotation."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reporter.config import Config, configured
from reporter.model import Finding, InputFile, ThemeCell, ThemeRow
from reporter.render.about import settings, size_words
from reporter.render.catalogue import load_catalogue
from reporter.render.context import Page
from reporter.render.document_room import ROOM
from reporter.render.input_words import reason_words
from reporter.render.kept import digest_of
from reporter.render.list_parts import Lot, parts_of
from reporter.render.paging import PAGE_WEIGHT, fitted, lengths_of, page_lengths, weight
from reporter.render.reference import reachable, reference
from reporter.render.site_map import SiteMap, file_name
from reporter.render.surroundings import LENGTH, Surroundings
from reporter.render.theme import load_theme
from tests.render.briefings import analysis_of, briefing_of, document_of, overview_briefing, sample_briefing
from tests.render.test_site import broken_links, many_places, read, site_of

LONGEST_PAGE = 500_000


# -- paging


def numbered_lots(weights: list[list[int]]) -> list[Lot]:
    """Lots of items that are told apart by (number of the lot, number within it)."""
    return [
        Lot(
            digest_of(at),
            f"{at} {own}",
            tuple(own),
            partial(lambda at, own: [(at, one) for one in range(len(own))], at, own),
        )
        for at, own in enumerate(weights)
    ]


@given(st.lists(st.lists(st.integers(0, PAGE_WEIGHT // 3), max_size=9), max_size=30), st.integers(0, PAGE_WEIGHT))
def test_pages_hold_every_item_once_in_order_and_none_is_heavier_than_its_room(
    weights: list[list[int]], ahead: int
) -> None:
    parts = parts_of(numbered_lots(weights), ahead)
    pages = [part.items() for part in parts]
    assert [item for page in pages for item in page] == [
        (at, one) for at, own in enumerate(weights) for one in range(len(own))
    ]
    assert list(map(len, parts)) == list(map(len, pages))
    held = [sum(weights[at][one] for at, one in page) + (0 if number else ahead) for number, page in enumerate(pages)]
    assert all(len(page) == 1 or its <= PAGE_WEIGHT for page, its in zip(pages, held, strict=True))


def test_what_fits_on_one_page_stands_on_one() -> None:
    assert len(parts_of(numbered_lots([[PAGE_WEIGHT // 20]] * 20))) == 1


def test_a_longer_item_leaves_the_pages_far_behind_it_as_they_were() -> None:
    weights = [[PAGE_WEIGHT // 90] * 3] * 600
    before, after = (parts_of(numbered_lots([first, *weights[1:]])) for first in (weights[0], [PAGE_WEIGHT // 9] * 3))
    kept = {part.digest for part in before} & {part.digest for part in after}
    assert len(before) > 20
    assert len(kept) > len(before) - 8


def test_a_part_is_named_by_what_stands_on_it() -> None:
    digests = [
        parts_of(numbered_lots(weights))[0].digest for weights in ([[1], [2]], [[1], [3]], [[2], [1]], [[1]], [[1, 2]])
    ]
    assert len(set(digests)) == len(digests)


def test_no_items_make_no_page_and_one_item_is_always_shown() -> None:
    assert page_lengths([]) == ()


def test_what_stands_above_a_list_takes_room_of_its_first_page_alone() -> None:
    assert lengths_of([4, 4, 4, 4, 4], limit=10) == (2, 2, 1)
    assert lengths_of([4, 4, 4, 4, 4], limit=10, ahead=5) == (1, 2, 2)
    assert lengths_of([4, 4, 4], limit=10, ahead=50) == (1, 2)
    assert lengths_of([], limit=10, ahead=50) == ()
    assert fitted([], 10) == ()
    assert fitted(["長" * 100], 10) == ("長" * 100,)


def test_a_weight_counts_bytes() -> None:
    assert weight("質") - weight("") == 3


def test_the_lists_of_a_documents_page_fit_it_together() -> None:
    assert sum(ROOM.values()) < LONGEST_PAGE - 60_000
    assert PAGE_WEIGHT < LONGEST_PAGE - 100_000


# -- the way between the pages


def test_pages_lead_to_all_others_and_say_which_one_they_are(tmp_path: Path) -> None:
    site = site_of(overview_briefing(), tmp_path)
    names = {path.name for path in site.glob("*.html")}
    assert {"figures.html", "tables.html", "comparison.html", "timeline.html", "targets.html", "about.html"} <= names
    for name in names:
        page = (site / name).read_text("utf-8")
        (nav,) = re.findall(r'<nav class="site".*?</nav>', page, re.DOTALL)
        assert set(re.findall(r'href="([^"]+)"', nav)) == names
        assert re.findall(r'href="([^"]+)" aria-current="page"', nav) == [name]
    assert broken_links(site) == []


def test_lists_without_items_have_no_page(tmp_path: Path) -> None:
    site = site_of(briefing_of(analysis_of(document_of("标题\n一句话。", "in/a.txt"))), tmp_path)
    assert sorted(path.name for path in site.glob("*.html")) == ["about.html", "index.html", "keywords.html"]


def test_a_long_list_is_spread_over_pages_that_open_quickly(tmp_path: Path) -> None:
    findings = tuple(Finding("x-y", "warning", f"{n}号：{'说明' * 200}", "看原文") for n in range(900))
    site = site_of(replace(sample_briefing(), findings=findings), tmp_path)
    pages = sorted(site.glob("findings*.html"))
    assert len(pages) > 2
    assert "".join(read(path).text for path in pages).count("看原文") == 900
    assert all(path.stat().st_size < LONGEST_PAGE for path in site.rglob("*.html"))
    assert broken_links(site) == []


def test_the_parts_of_a_list_are_linked() -> None:
    paging = SiteMap({"figures": (3, 3, 1)}).paging("figures", 2)
    assert [(link.number, link.href) for link in paging.pages] == [
        (1, "figures.html"), (2, "figures-2.html"), (3, "figures-3.html"),
    ]  # fmt: skip
    assert paging.total == 7
    assert SiteMap({"figures": (3,)}).paging("figures", 1).pages == ()
    assert file_name("a", 1) == "a.html"


def test_with_many_documents_the_documents_are_the_rows_of_the_themes(tmp_path: Path) -> None:
    plain = many_places(9)
    cells = tuple(ThemeCell(a.document.id, 1, 0.3, a.document.sentences[0].id) for a in plain.analyses)
    site = site_of(replace(plain, themes=(ThemeRow("品牌", cells), ThemeRow("计量", cells))), tmp_path)
    page = (site / "themes.html").read_text("utf-8")
    assert page.count('<th scope="row">') == 9
    assert page.count('class="heat-4"') == 18


def test_long_tables_and_lists_of_figures_leave_the_document_page_short(tmp_path: Path) -> None:
    lines = "\n".join(f"第{n}乡镇全年完成投资{n}元，各项工作有序推进，群众十分满意。" for n in range(1000, 3000))
    figures = [(f"{n}元", f"第{n}乡镇投资", n, "元") for n in range(1000, 3000)]
    site = site_of(briefing_of(analysis_of(document_of(f"全县投资情况\n{lines}", "in/a.txt"), figures)), tmp_path)
    (page,) = (site / "documents").glob("*.html")
    assert page.stat().st_size < LONGEST_PAGE
    assert "篇幅所限，另有" in read(page).text
    every = sorted(site.glob("figures*.html"))
    assert sum(path.read_text("utf-8").count("<tr>") - 1 for path in every) == 2000
    assert all(path.stat().st_size < LONGEST_PAGE for path in site.rglob("*.html"))


# -- what stands around a quotation


def around(text: str, number: int) -> tuple[str, str, str]:
    document = document_of(text, "in/a.txt")
    found = Surroundings(lambda _, words: words, lambda *_: "zh-Hans").of_sentence(
        document, document.sentences[number].id
    )
    assert found
    return found.path, found.before, found.after


def test_a_quotation_shows_its_headings_and_its_neighbours() -> None:
    text = "标题\n# 一、品牌\n甲句。乙句。丙句。"
    assert around(text, 1) == ("一、品牌", "甲句。", "丙句。")
    assert around(text, 0) == ("一、品牌", "", "乙句。")


def test_long_neighbours_are_cut_at_their_far_end() -> None:
    _, before, after = around(f"标题\n甲{'长' * 200}。乙句。丙{'长' * 200}。", 1)
    assert (before[0], before[-1], len(before)) == ("…", "。", LENGTH + 1)
    assert (after[0], after[-1], len(after)) == ("丙", "…", LENGTH + 1)


def test_contexts_stand_outside_of_the_quotation(tmp_path: Path) -> None:
    page = read(site_of(sample_briefing(), tmp_path) / "index.html")
    texts = {s.text for a in sample_briefing().analyses for s in a.document.sentences}
    assert set(page.quotes.values()) <= texts


# -- about the build


def test_only_settings_that_differ_are_named() -> None:
    assert list(settings(Config())) == []
    assert [(item.key, item.value) for item in settings(Config(script="zh-Hans"))] == [("script", '"zh-Hans"')]


def test_settings_are_written_as_in_the_file() -> None:
    given = configured({"output": {"formats": ["html", "csv"]}})
    assert [f"{item.key} = {item.value}" for item in settings(given)] == ['output.formats = ["html", "csv"]']


def test_why_a_file_is_no_document_is_told_in_the_words_of_the_interface() -> None:
    files = (
        InputFile("in/a.txt", "1", "used", "", "a"),
        InputFile("in/b.txt", "1", "duplicate", "same bytes as in/a.txt"),
        InputFile("in/.c", "2", "skipped", "a hidden file or folder"),
        InputFile("in/d", "3", "failed", "words of an extension"),
    )
    found = Finding("read-skipped-hidden", "info", "in/.c: a hidden file or folder", "rename it")
    briefing = replace(sample_briefing(), inputs=files, findings=(found,))
    words = reason_words(briefing, load_catalogue(load_theme(Config()), "zh-Hans"))
    assert [words(file) for file in files] == [
        "",
        "与“in/a.txt”内容完全相同",
        "隐藏文件，未读取",
        "words of an extension",
    ]


@pytest.mark.parametrize(
    ("length", "words"), [(0, "0 B"), (999, "999 B"), (3400, "3.4 KB"), (12_000_000, "12 MB"), (10**13, "10000 GB")]
)
def test_lengths_are_for_reading(length: int, words: str) -> None:
    assert size_words(length) == words


def test_the_page_about_the_build_names_the_files_and_the_downloads_with_their_hashes(built: Path) -> None:
    page = read(built / "site" / "about.html").text
    for words in ("in/broken.txt", "读取失败", "briefing.json", "SHA-256", "共3个文件"):
        assert words in page


# -- the reference of the context


def test_the_reference_of_the_context_is_that_of_the_code() -> None:
    page = Path(__file__).resolve().parents[2] / "docs" / "template-context.md"
    assert page.read_text("utf-8") == reference(), "write it anew: python -m reporter.render.reference"


def test_every_class_of_the_reference_says_what_it_is() -> None:
    assert [known.__name__ for known in reachable(Page) if not known.__doc__ or "(self" in known.__doc__] == []


# -- the language of the interface


@pytest.mark.parametrize(
    ("config", "language"),
    [
        (Config(), "zh-Hans"),
        (Config(script="zh-Hans"), "zh-Hans"),
        (Config(script="zh-Hant"), "zh-Hant"),
        (Config(script="zh-Hant", language="en"), "en"),
        (Config(script="zh-Hant", language="zh-Hans"), "zh-Hans"),
    ],
)
def test_the_interface_follows_the_printed_script_unless_its_language_is_given(config: Config, language: str) -> None:
    assert config.interface == language


def test_the_catalogues_have_the_same_texts() -> None:
    theme = load_theme(Config())
    keys = {name: set(load_catalogue(theme, name).texts) for name in ("zh-Hans", "zh-Hant", "en")}
    assert keys["zh-Hans"] == keys["zh-Hant"]
    worded = {key for key in keys["zh-Hans"] if not key.startswith(("said.", "worded."))}
    assert worded <= keys["en"]
    assert keys["en"] <= keys["zh-Hans"]
