"""The PDF holds the brief on page one, everything else behind it, and complains where it can't show something."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pdfplumber
import pytest

from reporter.config import Config
from reporter.model import Briefing, BriefingHead, Cell, EditorNote, Reference, Span, Table
from reporter.render import RENDERERS
from reporter.render.pdf import complaint_findings, press, stand_in_findings
from tests.render.briefings import analysis_of, briefing_of, document_of, sample_briefing


def squeezed(text: str) -> str:
    return "".join(text.split())


def texts(pdf: Path, *, margin: float = 0) -> list[str]:
    """The text of each page without white space; without so many points at head and foot."""
    with pdfplumber.open(pdf) as document:
        boxes = [(page, (0, margin, page.width, page.height - margin)) for page in document.pages]
        return [squeezed(page.crop(box).extract_text()) for page, box in boxes]


@pytest.fixture(scope="module")
def pages(built: Path) -> list[str]:
    return texts(built / "briefing.pdf")


def sentences(briefing: Briefing) -> list[str]:
    known = {(a.document.id, s.id): s.text for a in briefing.analyses for s in a.document.sentences}
    return [known[chosen.document, chosen.id] for chosen in briefing.summary]


def test_page_one_is_the_brief_with_every_sentence(pages: list[str]) -> None:
    for sentence in sentences(sample_briefing()):
        assert squeezed(sentence) in pages[0]
    for words in ("质量工作要报", "2018年5月4日", "编者按", "请各单位参阅。", "关键数字", "横向比较", "〔1〕", "〔2〕"):
        assert words in pages[0]
    assert "目录" not in pages[0]


def test_contents_come_next_with_page_numbers(pages: list[str]) -> None:
    assert pages[1].startswith("质量工作要报目录")
    assert "〔1〕北川市质量强市工作汇报" in pages[1]


def test_documents_tables_timeline_sources_and_findings_follow(pages: list[str]) -> None:
    rest = "".join(pages[1:])
    for words in (
        "标准提升",
        "行业标准",
        "2017年6月19日",
        "SHA-256",
        "in/south.txt",
        "in/broken.txt",
        "can'tbedecoded",
    ):
        assert words in rest


def test_pages_are_numbered(pages: list[str]) -> None:
    assert pages[0].endswith(f"1/{len(pages)}")
    assert pages[-1].endswith(f"{len(pages)}/{len(pages)}")


def test_head_is_printed_and_described(tmp_path: Path) -> None:
    head = BriefingHead("要报", "副题", "第3期", "2020-01-02", "某办公室", "内部资料")
    briefing = replace(sample_briefing(), head=head)
    RENDERERS["pdf"](briefing, tmp_path, Config())
    with pdfplumber.open(tmp_path / "briefing.pdf") as document:
        words = squeezed(document.pages[0].extract_text())
        assert document.metadata["Title"] == "要报"
        assert document.metadata["Author"] == "某办公室"
        assert document.metadata["CreationDate"].startswith("D:20200102")
    for shown in ("内部资料", "要报", "副题", "第3期", "某办公室", "2020年1月2日"):
        assert shown in words


def test_without_a_date_the_pdf_states_none(tmp_path: Path) -> None:
    briefing = replace(sample_briefing(), head=BriefingHead("要报"))
    RENDERERS["pdf"](briefing, tmp_path, Config())
    with pdfplumber.open(tmp_path / "briefing.pdf") as document:
        assert "CreationDate" not in document.metadata


def test_links_inside_the_pdf_all_have_a_target() -> None:
    laid_out = press(Config()).laid_out(sample_briefing())
    anchors = {name for page in laid_out.pages for name in page.anchors}
    targets = [target for page in laid_out.pages for kind, target, *_ in page.links if kind == "internal"]
    assert targets
    assert set(targets) <= anchors
    assert {kind for page in laid_out.pages for kind, *_ in page.links} == {"internal"}


def test_bookmarks_lead_to_the_documents() -> None:
    tree = press(Config()).laid_out(sample_briefing()).make_bookmark_tree()
    labels = [label for label, *_ in tree]
    assert labels[0] == "质量工作要报"
    chapters = next(children for label, _, children, _ in tree if label == "文件摘要")
    assert [label for label, *_ in chapters] == ["〔1〕北川市质量强市工作汇报", "〔2〕南江縣質量工作總結"]


def test_equal_input_gives_equal_bytes(built: Path, tmp_path: Path) -> None:
    RENDERERS["pdf"](sample_briefing(), tmp_path, Config())
    assert (tmp_path / "briefing.pdf").read_bytes() == (built / "briefing.pdf").read_bytes()


def crowded() -> Briefing:
    """More and longer sentences than a page holds."""
    body = "\n".join(f"第{number}项工作已经{'认真落实' * 30}。" for number in range(30))
    analysis = analysis_of(document_of(f"标题\n{body}", "in/long.txt"), chosen=30)
    summary = tuple(Reference(analysis.document.id, name) for name in analysis.summary.sentences)
    return replace(briefing_of(analysis), summary=summary, overview=summary)


def test_what_page_one_drops_stands_further_back(tmp_path: Path) -> None:
    briefing = crowded()
    findings = RENDERERS["pdf"](briefing, tmp_path, Config())
    assert [finding.code for finding in findings] == ["render-brief-cut"]
    first, second, *_ = texts(tmp_path / "briefing.pdf")
    assert "限于篇幅，本页略去要点" in first
    assert "另见第" in first
    assert second.startswith("质量工作要报目录")
    printed = "".join(texts(tmp_path / "briefing.pdf", margin=60))
    assert all(squeezed(sentence) in printed for sentence in sentences(briefing))


def test_dropped_rows_are_referred_to_the_page_of_the_comparison(tmp_path: Path) -> None:
    note = EditorNote("\n".join(["请各单位参阅。"] * 34))
    findings = RENDERERS["pdf"](replace(sample_briefing(), notes=(note,)), tmp_path, Config())
    assert [finding.code for finding in findings] == ["render-brief-cut"]
    pages = texts(tmp_path / "briefing.pdf")
    record = re.search(r"本页略去比较2行，另见第(\d+)页", pages[0])
    assert record
    assert "横向比较指标" in pages[int(record[1]) - 1]


def test_a_sample_has_no_complaints(tmp_path: Path) -> None:
    assert RENDERERS["pdf"](sample_briefing(), tmp_path, Config()) == ()


def test_a_character_without_a_glyph_is_a_finding(tmp_path: Path) -> None:
    analysis = analysis_of(document_of("标题\n这里有\U000f1234一个没有字形的字。", "in/a.txt"))
    findings = RENDERERS["pdf"](briefing_of(analysis), tmp_path, Config())
    missing = [finding for finding in findings if finding.code == "render-glyph-missing"]
    assert [finding.level for finding in missing] == ["warning"]
    assert "\U000f1234" in missing[0].message


def test_a_stand_in_font_is_a_finding() -> None:
    (finding,) = stand_in_findings({"DejaVu Sans", "Noto Serif CJK SC"}, ("Noto Serif CJK SC",))
    assert (finding.code, finding.level) == ("render-font-stand-in", "warning")
    assert "DejaVu Sans" in finding.message
    assert list(stand_in_findings({"Noto Serif CJK SC"}, ("Noto Serif CJK SC",))) == []


def test_complaints_are_told_once() -> None:
    told = list(complaint_findings(["Ignored `x`", "Ignored `x`", "Using fontTools instead of HarfBuzz-Subset for y"]))
    assert [finding.code for finding in told] == ["render-subset-slow", "render-pdf"]


def test_markup_in_a_document_loads_nothing_and_shows_as_text(tmp_path: Path) -> None:
    hostile = '<img src="file:///etc/hostname"><link rel=attachment href="file:///etc/hostname">'
    analysis = analysis_of(document_of(f"标题{hostile}\n正文{hostile}。", "in/a.txt"))
    assert RENDERERS["pdf"](briefing_of(analysis), tmp_path, Config()) == ()
    assert squeezed(f"正文{hostile}。") in texts(tmp_path / "briefing.pdf")[0]


def test_a_wide_table_is_printed_in_groups_of_columns(tmp_path: Path) -> None:
    text = "标题\n" + "，".join(f"列{n}" for n in range(20)) + "。"
    analysis = analysis_of(document_of(text, "in/a.txt"))
    spans = [Span(text.index(f"列{n}"), text.index(f"列{n}") + len(f"列{n}")) for n in range(20)]
    row = tuple(Cell(span.of(text), span) for span in spans)
    table = Table("b1", "宽表", None, "table", None, tuple(f"头{n}" for n in range(20)), (row,), Span(3, len(text)))
    assert RENDERERS["pdf"](briefing_of(replace(analysis, tables=(table,))), tmp_path, Config()) == ()
    printed = "".join(texts(tmp_path / "briefing.pdf"))
    assert all(f"头{n}" in printed and f"列{n}" in printed for n in range(20))
    assert printed.count("宽表") == 3


def test_a_briefing_without_sentences_is_printed_without_complaint(tmp_path: Path) -> None:
    briefing = briefing_of(analysis_of(document_of("标题", "in/a.txt")))
    assert RENDERERS["pdf"](briefing, tmp_path, Config()) == ()
    assert "质量工作要报" in texts(tmp_path / "briefing.pdf")[0]


def test_a_long_word_stays_on_the_page(tmp_path: Path) -> None:
    analysis = analysis_of(document_of("标题\n" + "x" * 999 + "。", "in/a.txt"))
    assert RENDERERS["pdf"](briefing_of(analysis), tmp_path, Config()) == ()
    with pdfplumber.open(tmp_path / "briefing.pdf") as document:
        assert all(char["x1"] <= page.width for page in document.pages for char in page.chars)
