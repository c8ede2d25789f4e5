"""The site is whole in itself, quotes verbatim, links to where it quotes, and shows hostile text as text."""

from __future__ import annotations

import base64
import filecmp
import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from hashlib import sha256
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest

from reporter.config import Config
from reporter.model import (
    Briefing,
    BriefingHead,
    Comparison,
    ComparisonCell,
    ComparisonRow,
    EditorNote,
    Finding,
)
from reporter.render import RENDERERS
from tests.render.briefings import analysis_of, briefing_of, document_of, sample_briefing


@dataclass
class Page(HTMLParser):
    """What a test asks of a page: ids, links, text by element, elements."""

    ids: list[str] = field(default_factory=list)
    links: list[str] = field(default_factory=list)
    quotes: dict[tuple[str, str], str] = field(default_factory=dict)
    tags: list[tuple[str, dict[str, str]]] = field(default_factory=list)
    text: str = ""
    _quote: tuple[str, str] | None = None

    def __post_init__(self) -> None:
        HTMLParser.__init__(self)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = {name: value or "" for name, value in attrs}
        self.tags.append((tag, values))
        if "id" in values:
            self.ids.append(values["id"])
        if "href" in values:
            self.links.append(values["href"])
        if "data-sentence" in values:
            self._quote = values["data-document"], values["data-sentence"]
            self.quotes[self._quote] = ""

    def handle_endtag(self, tag: str) -> None:
        if tag == "a":
            self._quote = None

    def handle_data(self, data: str) -> None:
        self.text += data
        if self._quote:
            self.quotes[self._quote] += data


def read(path: Path) -> Page:
    page = Page()
    page.feed(path.read_text("utf-8"))
    return page


def site_pages(site: Path) -> Iterator[tuple[Path, Page]]:
    for path in sorted(site.rglob("*.html")):
        yield path, read(path)


def broken_links(site: Path) -> list[str]:
    pages = {path.resolve(): page for path, page in site_pages(site)}
    broken = []
    for path, page in pages.items():
        for link in page.links:
            parts = urlsplit(link)
            target = (path.parent / unquote(parts.path)).resolve() if parts.path else path
            known = target in pages and (not parts.fragment or unquote(parts.fragment) in pages[target].ids)
            inside = target.is_relative_to(site.resolve()) and target.is_file() and not parts.scheme
            if not inside or not (known or (target.suffix != ".html" and not parts.fragment)):
                broken.append(f"{path.name}: {link}")
    return broken


def site_of(briefing: Briefing, folder: Path, config: Config | None = None) -> Path:
    RENDERERS["html"](briefing, folder, config or Config())
    return folder / "site"


def document_path(build: Path, number: int) -> Path:
    return build / "site" / "documents" / f"{sample_briefing().analyses[number].document.id}.html"


def test_every_page_of_the_contract_is_there(built: Path) -> None:
    site = built / "site"
    for analysis in sample_briefing().analyses:
        assert (site / "documents" / f"{analysis.document.id}.html").is_file()
        assert (site / "sources" / f"{analysis.document.id}.html").is_file()
    assert (site / "index.html").is_file()


def test_every_link_and_anchor_resolves(built: Path) -> None:
    assert broken_links(built / "site") == []


def test_ids_are_one_of_their_kind_on_a_page(built: Path) -> None:
    for path, page in site_pages(built / "site"):
        assert len(page.ids) == len(set(page.ids)), path


def test_sentences_are_quoted_verbatim(built: Path) -> None:
    sentences = {
        (analysis.document.id, sentence.id): sentence.text
        for analysis in sample_briefing().analyses
        for sentence in analysis.document.sentences
    }
    quotes = [quote for _, page in site_pages(built / "site") for quote in page.quotes.items()]
    assert quotes
    assert all(sentences[key] == text for key, text in quotes)


def test_the_first_page_quotes_the_whole_summary_and_links_each_sentence_to_its_mark(built: Path) -> None:
    page = read(built / "site" / "index.html")
    for chosen in sample_briefing().summary:
        assert (chosen.document, chosen.id) in page.quotes
        assert f"sources/{chosen.document}.html#{chosen.id}" in page.links


def test_figures_link_to_their_place(built: Path) -> None:
    page = read(built / "site" / "index.html")
    for chosen in sample_briefing().brief_figures:
        assert f"sources/{chosen.document}.html#{chosen.id}" in page.links


def test_downloads_are_copies_of_the_builds_files(built: Path) -> None:
    names = {path.name for path in (built / "site" / "data").iterdir()}
    assert {"briefing.json", "briefing.pdf", "indicators.csv", "comparison.csv", "targets.csv", "timeline.csv"} <= names
    assert (built / "site" / "data" / "tables" / "b0123abcd.csv").is_file()
    assert "../data/tables/b0123abcd.csv" in read(document_path(built, 0)).links
    assert filecmp.cmp(built / "briefing.pdf", built / "site" / "data" / "briefing.pdf", shallow=False)


def test_pages_allow_nothing_but_their_own_style_sheet_and_what_their_loader_loads(built: Path) -> None:
    for path, page in site_pages(built / "site"):
        policy = next(
            values["content"] for _, values in page.tags if values.get("http-equiv") == "Content-Security-Policy"
        )
        assert policy.startswith("default-src 'none'; style-src 'sha256-"), path
        loader = re.findall(r"<script data-home=\"[^\"<>]*\">(.*?)</script>", path.read_text("utf-8"), re.DOTALL)
        (digest,) = (base64.b64encode(sha256(text.encode()).digest()).decode() for text in loader)
        assert f"; script-src 'sha256-{digest}' 'strict-dynamic'; " in policy
        assert [tag for tag, _ in page.tags].count("script") == 1
        assert not any(tag in {"link", "iframe", "img", "object", "base"} for tag, _ in page.tags)
        assert not any(name.startswith("on") or name == "style" for _, values in page.tags for name in values)


def test_passages_carry_the_language_of_their_script(built: Path) -> None:
    page = read(built / "site" / "index.html")
    for tag, values in page.tags:
        if "data-sentence" in values:
            traditional = values["data-document"].startswith("in-south")
            assert (tag, values["lang"]) == ("a", "zh-Hant" if traditional else "zh-Hans")


def test_the_editors_note_stands_on_the_first_page_and_is_no_quotation(built: Path) -> None:
    page = read(built / "site" / "index.html")
    assert "编者按" in page.text
    assert "请各单位参阅。" in page.text
    assert "请各单位参阅。" not in page.quotes.values()


def test_skipped_inputs_and_warnings_are_listed(built: Path) -> None:
    text = read(built / "site" / "about.html").text
    for words in ("in/broken.txt", "读取失败", "can't be decoded", "save it as UTF-8"):
        assert words in text


@pytest.mark.parametrize(("language", "words"), [("zh-Hans", "要点"), ("zh-Hant", "要點"), ("en", "Key points")])
def test_the_interface_speaks_three_languages(tmp_path: Path, language: str, words: str) -> None:
    briefing = replace(sample_briefing(), language=language)
    site = site_of(briefing, tmp_path, Config(language=language))  # type: ignore[arg-type]
    page = read(site / "index.html")
    assert words in page.text
    assert page.tags[0] == ("html", {"lang": language})
    assert broken_links(site) == []


HOSTILE = (
    "<script>alert(1)</script>标题\n"
    "# 一、<img src=x onerror=alert(1)>\n"
    "模板{{ 7*7 }}和{% raw %}说明javascript:alert(1)。<b>粗体</b>&lt;不变&amp;。\u202e倒置\u202c的文字。\n"
    + "长" * 10_000
    + "。"
)


def test_hostile_text_shows_as_text(tmp_path: Path) -> None:
    analysis = analysis_of(document_of(HOSTILE, "in/hostile.txt"), chosen=4)
    hostile = "<script>alert(2)</script>"
    briefing = replace(
        briefing_of(analysis),
        head=BriefingHead(hostile, hostile, hostile, None, hostile, hostile),
        notes=(EditorNote(hostile, hostile),),
        findings=(Finding("x", "warning", hostile, hostile),),
        keywords=((hostile, 1.0),),
    )
    site = site_of(briefing, tmp_path)
    for _, page in site_pages(site):
        assert not any(tag == "img" for tag, _ in page.tags)
        assert [tag for tag, _ in page.tags].count("script") == 1  # the loader
    text = read(site / "sources" / f"{analysis.document.id}.html").text
    for words in ("<script>alert(1)</script>标题", "{{ 7*7 }}", "{% raw %}", "<b>粗体</b>&lt;不变&amp;", "\u202e"):
        assert words in text
    assert broken_links(site) == []


def test_equal_input_gives_equal_bytes(built: Path, tmp_path: Path) -> None:
    for name in ("json", "csv", "pdf", "html"):
        RENDERERS[name](sample_briefing(), tmp_path, Config())
    for path in sorted((tmp_path / "site").rglob("*.html")):
        relative = path.relative_to(tmp_path / "site")
        assert path.read_bytes() == (built / "site" / relative).read_bytes(), relative


def test_a_long_list_of_documents_leaves_the_summaries_to_their_pages(tmp_path: Path) -> None:
    analyses = [
        analysis_of(document_of(f"文件{number}\n第{number}份文件的一句话。", f"in/{number:03}.txt"))
        for number in range(70)
    ]
    briefing = replace(briefing_of(*analyses), summary=(), overview=())
    site = site_of(briefing, tmp_path)
    assert read(site / "index.html").quotes == {}
    assert "共70份" in read(site / "index.html").text
    assert "文件69" in read(site / "documents.html").text
    assert broken_links(site) == []


def test_groups_are_headed(tmp_path: Path) -> None:
    briefing = replace(sample_briefing(), groups=("新闻", ""))
    tags = read(site_of(briefing, tmp_path) / "index.html")
    assert "新闻" in tags.text
    assert "其他" in tags.text


def test_a_document_without_title_and_sentences_has_its_pages(tmp_path: Path) -> None:
    document = document_of("标题", "in/a.txt")
    bare = replace(document, title=replace(document.title, text=""))
    site = site_of(briefing_of(analysis_of(bare)), tmp_path)
    assert "（无题名）" in read(site / "index.html").text
    assert broken_links(site) == []


def many_places(count: int) -> Briefing:
    """So many documents that all state one figure."""
    made = [
        analysis_of(document_of(f"第{n}县\n本县拥有名牌{n}个。", f"in/{n:02}.txt"), [(f"{n}个", "名牌", n, "个")])
        for n in range(10, 10 + count)
    ]
    cells = tuple(
        ComparisonCell(a.document.id, i.id, i.value, i.unit, i.subject, None, i.role, i.bound)
        for a in made
        for i in a.indicators
    )
    comparison = Comparison(tuple(a.document.id for a in made), (ComparisonRow("名牌", "same", False, cells),))
    return replace(briefing_of(*made), summary=(), overview=(), comparison=comparison, brief_rows=(0,))


@pytest.mark.parametrize(("count", "columns"), [(12, 13), (13, 2)])
def test_more_documents_than_columns_are_compared_in_one_line(tmp_path: Path, count: int, columns: int) -> None:
    page = read(site_of(many_places(count), tmp_path) / "index.html")
    matrix = page.text[page.text.index("横向比较", page.text.index("横向比较") + 1) :]
    tags = [tag for tag, _ in page.tags]
    start = next(at for at, (tag, values) in enumerate(page.tags) if values.get("class", "").startswith("matrix"))
    assert tags[start : tags.index("tbody", start)].count("th") == columns
    assert all(f"{n}" in matrix for n in range(10, 10 + count))


def test_many_documents_fit_the_pdf(tmp_path: Path) -> None:
    assert RENDERERS["pdf"](many_places(12), tmp_path, Config()) == ()
