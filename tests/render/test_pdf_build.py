"""The PDF keeps its standard, holds the sources when asked to, survives hostile tables, is the same in any process."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from hashlib import sha256
from pathlib import Path

import pdfplumber
import pypdfium2
import pytest

from reporter.config import Config, configured
from reporter.errors import RenderError
from reporter.model import Analysis, Briefing, BriefingHead, Cell, InputFile, Span, Table
from reporter.render import RENDERERS
from reporter.render.context import Page
from reporter.render.pdf import press
from reporter.render.pdf.apart import write_apart, write_pdf
from reporter.render.pdf.composition import Run, composed
from reporter.render.pdf.edges import off_page_findings
from reporter.render.pdf.fonts import family_sheet
from reporter.render.theme import FontRole
from tests.render.briefings import analysis_of, briefing_of, document_of, sample_briefing


def squeezed(text: str) -> str:
    return "".join(text.split())


def texts(pdf: Path) -> list[str]:
    with pdfplumber.open(pdf) as document:
        return [squeezed(page.extract_text()) for page in document.pages]


def with_table(rows: list[list[str]], header: list[str], name: str = "b1") -> Analysis:
    """A document with one table of such cells."""
    cells = [cell for row in rows for cell in row]
    text = "标题\n见下表。\n" + "，".join(cells) + "。"
    spans, at = [], text.index(cells[0], 8)
    for cell in cells:
        spans.append(Span(at, at + len(cell)))
        at += len(cell) + 1
    made = [Cell(span.of(text), span) for span in spans]
    width = len(header)
    table = Table(
        name, "表题", None, "table", None, tuple(header),
        tuple(tuple(made[start : start + width]) for start in range(0, len(made), width)), Span(8, len(text)),
    )  # fmt: skip
    return replace(analysis_of(document_of(text, f"in/{name}.txt"), chosen=1), tables=(table,))


def numbered(rows: int, columns: int) -> list[list[str]]:
    return [[f"r{row}c{column}" for column in range(columns)] for row in range(rows)]


# -- page numbers


def test_contents_state_the_page_where_each_part_stands(tmp_path: Path) -> None:
    analyses = [with_table(numbered(60, 3), ["甲", "乙", "丙"], f"b{n}") for n in range(3)]
    RENDERERS["pdf"](briefing_of(*analyses), tmp_path, Config())
    pages = texts(tmp_path / "briefing.pdf")
    contents = next(page for page in pages if "目录" in page[:20])
    entries = re.findall(r"(文件摘要|来源文件?|处理记录|〔\d〕标题)[·.]+(\d+)", contents)
    assert len(entries) >= 4
    for name, number in entries:
        assert name in pages[int(number) - 1]


def test_every_page_states_its_number_and_their_number(tmp_path: Path) -> None:
    RENDERERS["pdf"](briefing_of(with_table(numbered(150, 3), ["甲", "乙", "丙"])), tmp_path, Config())
    pages = texts(tmp_path / "briefing.pdf")
    assert len(pages) > 5
    for number, page in enumerate(pages, 1):
        assert page.endswith(f"{number}/{len(pages)}")


def test_the_title_runs_on_every_page_but_the_first(tmp_path: Path) -> None:
    RENDERERS["pdf"](briefing_of(with_table(numbered(150, 3), ["甲", "乙", "丙"])), tmp_path, Config())
    with pdfplumber.open(tmp_path / "briefing.pdf") as document:
        heads = [squeezed(page.crop((0, 0, page.width, 60)).extract_text()) for page in document.pages]
    assert all("质量工作要报" in head for head in heads[1:])


def test_a_template_that_knows_no_parts_is_laid_out_whole() -> None:
    setter = press(Config())
    page = Page(t=setter.strings, language="zh-Hans", title="", css="", css_hash="", home="", head=None)  # type: ignore[arg-type]
    made = composed(lambda _: '<html lang="zh"><p id="a">whole</p></html>', setter.set_pages, page)
    assert len(made.pages) == 1


def test_a_run_foresees_sums_that_css_cannot_make() -> None:
    assert Run().sheet == ""
    sheet = Run(first=4, others=3, own=range(1, 3)).sheet
    assert "counter-reset: page 4" in sheet
    assert "break-before: left" in sheet
    assert 'system: fixed 1; symbols: "4" "5"' in sheet


def test_a_body_longer_than_foreseen_is_numbered_right() -> None:
    setter = press(Config())
    page = Page(t=setter.strings, language="zh-Hans", title="", css="", css_hash="", home="", head=None)  # type: ignore[arg-type]
    body = "<p style='break-before: page'>x</p>" * 80

    def html(page: Page) -> str:
        return f'<html lang="zh"><body>{body if page.part == "body" else "front"}</body></html>'

    assert len(composed(html, setter.set_pages, page).pages) == 81


@pytest.mark.parametrize("pages_of_contents", [1, 2, 3])
def test_short_contents_may_take_any_number_of_pages(pages_of_contents: int) -> None:
    setter = press(Config())
    page = Page(t=setter.strings, language="zh-Hans", title="", css="", css_hash="", home="", head=None)  # type: ignore[arg-type]
    numbers: list[Mapping[str, int]] = []

    def html(page: Page) -> str:
        if page.page_numbers:
            numbers.append(page.page_numbers)
        contents = "<p style='break-before: page'>x</p>" * pages_of_contents
        parts = {"contents": contents, "front": f"brief{contents}", "body": "<p id='a'>body</p>"}
        return f'<html lang="zh"><body>{parts[page.part]}</body></html>'

    assert len(composed(html, setter.set_pages, page).pages) == 1 + pages_of_contents + 1
    assert numbers[-1]["a"] == 1 + pages_of_contents + 1


# -- hostile tables


def test_a_long_table_is_printed_in_part_and_says_where_the_rest_is(tmp_path: Path) -> None:
    config = configured({"pdf": {"table_rows": 20}})
    (finding,) = RENDERERS["pdf"](briefing_of(with_table(numbered(3_000, 3), ["甲", "乙", "丙"])), tmp_path, config)
    assert (finding.code, finding.level) == ("render-table-cut", "info")
    assert "2980" in finding.message
    assert "data/tables/b1.csv" in finding.message
    printed = "".join(texts(tmp_path / "briefing.pdf"))
    assert "r19c2" in printed
    assert "r20c0" not in printed
    assert "其余2980行见data/tables/b1.csv" in printed


def test_without_csv_files_the_rest_is_in_the_data(tmp_path: Path) -> None:
    config = configured({"pdf": {"table_rows": 1}, "output": {"formats": ["pdf"]}})
    (finding,) = RENDERERS["pdf"](briefing_of(with_table(numbered(2, 2), ["甲", "乙"])), tmp_path, config)
    assert "data/briefing.json" in finding.message


def test_every_row_of_a_table_within_the_limit_is_printed_under_its_header(tmp_path: Path) -> None:
    assert RENDERERS["pdf"](briefing_of(with_table(numbered(180, 4), list("甲乙丙丁"))), tmp_path, Config()) == ()
    pages = texts(tmp_path / "briefing.pdf")
    printed = "".join(pages)
    assert all(f"r{row}c3" in printed for row in range(180))
    assert all("甲乙丙丁" in page for page in pages if "c3r" in page)


def test_forty_columns_stay_on_the_page(tmp_path: Path) -> None:
    header = [f"头{n}" for n in range(40)]
    briefing = briefing_of(with_table(numbered(3, 40), header))
    assert RENDERERS["pdf"](briefing, tmp_path, Config()) == ()
    printed = "".join(texts(tmp_path / "briefing.pdf"))
    assert all(name in printed for name in header)
    assert all(f"r2c{n}" in printed for n in range(40))


def test_a_cell_longer_than_a_page_and_one_long_word_are_printed_whole(tmp_path: Path) -> None:
    rows = [["甲" * 6_000, "x" * 1_000, "短"], ["乙", "丙", "丁"]]
    assert RENDERERS["pdf"](briefing_of(with_table(rows, ["一", "二", "三"])), tmp_path, Config()) == ()
    printed = "".join(texts(tmp_path / "briefing.pdf"))
    assert printed.count("甲") >= 6_000
    assert printed.count("x") >= 1_000


def test_text_off_the_page_is_a_finding() -> None:
    html = '<html lang="zh"><p style="position: absolute; left: 190mm; width: 100mm">看不见的话</p><p>看得见</p></html>'
    (finding,) = off_page_findings(press(Config()).set_pages(html, Run()))
    assert finding.code == "render-off-page"
    assert "看不见的话" in finding.message


def test_a_missing_image_of_a_theme_is_a_finding(tmp_path: Path) -> None:
    (tmp_path / "own").mkdir()
    template = '{% extends "!print.html.j2" %}{% block rest %}<img src="none.png" alt="">{% endblock %}'
    (tmp_path / "own" / "print.html.j2").write_text(template, "utf-8")
    config = configured({"output": {"theme": "own", "themes": str(tmp_path)}})
    (finding,) = RENDERERS["pdf"](sample_briefing(), tmp_path, config)
    assert finding.code == "render-pdf"
    assert "none.png" in finding.message


# -- fonts


def test_roles_become_families_by_script() -> None:
    fonts = (FontRole("song", "zh-Hans", ("A", 'B"'), ""), FontRole("song", "zh-Hant", ("C",), ""))
    assert family_sheet(fonts) == ':root { --song: "A", "B\\""; }\n:lang(zh-Hant) { --song: "C"; }\n'


def test_roles_without_families_are_refused(tmp_path: Path) -> None:
    (tmp_path / "own").mkdir()
    (tmp_path / "own" / "theme.toml").write_text('[fonts.song.zh-Hans]\nfamilies = "A"\n', "utf-8")
    with pytest.raises(RenderError, match="names no families"):
        press(configured({"output": {"theme": "own", "themes": str(tmp_path)}}))


# -- standards and attachments


@pytest.mark.parametrize(
    ("standard", "marks"),
    [("pdf/a-3u", (b'pdfaid:part="3"', b'pdfaid:conformance="U"')), ("pdf/ua-1", (b'pdfuaid:part="1"', b"MarkInfo"))],
)
def test_a_standard_is_declared_and_built_twice_alike(tmp_path: Path, standard: str, marks: tuple[bytes, ...]) -> None:
    config = configured({"pdf": {"standard": standard}})
    written = []
    for name in ("one", "two"):
        (tmp_path / name).mkdir()
        assert RENDERERS["pdf"](sample_briefing(), tmp_path / name, config) == ()
        written.append((tmp_path / name / "briefing.pdf").read_bytes())
    assert written[0] == written[1]
    inside = inflated(written[0])
    assert all(mark in inside for mark in marks)


def inflated(pdf: bytes) -> bytes:
    """A PDF with its streams as they are before compression."""
    import zlib

    parts = [pdf]
    for match in re.finditer(rb"stream\r?\n", pdf):
        try:
            parts.append(zlib.decompressobj().decompress(pdf[match.end() :]))
        except zlib.error:
            continue
    return b"".join(parts)


def with_sources(folder: Path, contents: dict[str, bytes]) -> tuple[Briefing, dict[str, Path]]:
    """The sample briefing with such files as its inputs, and where they lie."""
    originals, inputs = {}, []
    for number, (name, data) in enumerate(contents.items()):
        (folder / f"{number}.bin").write_bytes(data)
        originals[name] = folder / f"{number}.bin"
        inputs.append(InputFile(name, sha256(data).hexdigest(), "used"))
    return replace(sample_briefing(), inputs=tuple(inputs)), originals


@pytest.mark.parametrize("standard", ["none", "pdf/a-3u"])
def test_sources_are_inside_the_pdf_to_the_byte(tmp_path: Path, standard: str) -> None:
    contents = {"材料/工作报告.txt": "报告\r\n".encode("gb18030"), "材料/附表.XLSX": bytes(range(256))}
    briefing, originals = with_sources(tmp_path, contents)
    config = configured({"pdf": {"attach_sources": True, "standard": standard}})
    assert RENDERERS["pdf"](briefing, tmp_path, config, originals) == ()
    document = pypdfium2.PdfDocument(tmp_path / "briefing.pdf")
    attached = {
        document.get_attachment(at).get_name(): bytes(document.get_attachment(at).get_data())
        for at in range(document.count_attachments())
    }
    assert attached == dict(zip(("source-001.txt", "source-002.xlsx"), contents.values(), strict=True))


def test_attached_sources_carry_the_briefings_date(tmp_path: Path) -> None:
    briefing, originals = with_sources(tmp_path, {"a.txt": b"a"})
    briefing = replace(briefing, head=BriefingHead("要报", date="2019-05-06"))
    RENDERERS["pdf"](briefing, tmp_path, configured({"pdf": {"attach_sources": True}}), originals)
    dates = re.findall(rb"/ModDate \(D:(\d{14})Z\)", inflated((tmp_path / "briefing.pdf").read_bytes()))
    assert b"20190506000000" in dates


def test_a_source_that_changed_is_not_attached(tmp_path: Path) -> None:
    briefing, originals = with_sources(tmp_path, {"a.txt": b"a", "b.txt": b"b"})
    originals["a.txt"].write_bytes(b"changed")
    del originals["b.txt"]
    config = configured({"pdf": {"attach_sources": True}})
    findings = RENDERERS["pdf"](briefing, tmp_path, config, originals)
    assert [finding.code for finding in findings] == ["render-source-changed"] * 2
    assert pypdfium2.PdfDocument(tmp_path / "briefing.pdf").count_attachments() == 0


# -- a process of its own


def test_a_process_of_its_own_writes_the_same(tmp_path: Path) -> None:
    briefing = briefing_of(with_table(numbered(3, 3), ["甲", "乙", "丙"]))
    config = configured({"pdf": {"table_rows": 2}})
    (tmp_path / "here").mkdir()
    (tmp_path / "apart").mkdir()
    here = write_pdf(briefing, tmp_path / "here", config)
    apart = write_apart(briefing, tmp_path / "apart", config)
    assert here == apart
    assert (tmp_path / "here" / "briefing.pdf").read_bytes() == (tmp_path / "apart" / "briefing.pdf").read_bytes()


def test_its_errors_are_those_of_the_process(tmp_path: Path) -> None:
    (tmp_path / "own").mkdir()
    (tmp_path / "own" / "print.html.j2").write_text("{{ page.nothing }}", "utf-8")
    config = configured({"output": {"theme": "own", "themes": str(tmp_path)}})
    with pytest.raises(RenderError, match="nothing") as raised:
        write_apart(sample_briefing(), tmp_path, config)
    assert raised.value.hint
