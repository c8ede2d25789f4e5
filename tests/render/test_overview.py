"""Targets, themes, timeline, honours and references on the site, in the PDF and in the DOCX."""

from __future__ import annotations

import json
import re
from pathlib import Path

import docx
import openpyxl
import pytest

from reporter.config import Config
from reporter.render import RENDERERS
from reporter.render.contract import briefing_dict
from tests.render.briefings import overview_briefing

FORMATS = ("json", "csv", "xlsx", "docx", "html")


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("overview")
    for name in FORMATS:
        RENDERERS[name](overview_briefing(), folder, Config(language="zh-Hans"))
    return folder


def section(page: str, name: str) -> str:
    found = re.search(rf'<section id="{name}">.*?</section>', page, re.DOTALL)
    assert found, name
    return found[0]


def words(html: str) -> str:
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", html))


def test_targets_and_the_timeline_have_pages(made: Path) -> None:
    aims = words((made / "site" / "targets.html").read_text("utf-8"))
    assert "中国名牌目标" in aims
    assert "30个以上" in aims
    assert "2020年" in aims
    assert "北川市" in aims
    assert "尚未到期" in words((made / "site" / "timeline.html").read_text("utf-8"))


def test_a_theme_is_told_in_words_beside_its_colour(made: Path) -> None:
    themes = (made / "site" / "themes.html").read_text("utf-8")
    assert 'class="heat-5"' in themes
    assert 'class="heat-0"' in themes
    assert "50% 2句" in words(themes)
    assert 'aria-label="未涉及"' in themes


def test_a_documents_page_lists_honours_and_references(made: Path) -> None:
    name = overview_briefing().analyses[0].document.id
    page = (made / "site" / "documents" / f"{name}.html").read_text("utf-8")
    assert "争创" in words(section(page, "honours"))
    assert "标准，共3处" in words(section(page, "references"))


def test_every_link_to_a_source_has_its_anchor(made: Path) -> None:
    site = made / "site"
    for page in (site / "index.html", *sorted((site / "documents").glob("*.html"))):
        for href in re.findall(r'href="([^"#]*sources/[^"]+)"', page.read_text("utf-8")):
            path, _, anchor = href.partition("#")
            target = (page.parent / path).resolve()
            assert not anchor or f'id="{anchor}"' in target.read_text("utf-8"), href


def test_the_workbooks_cells_lead_to_the_source_from_both_places(made: Path) -> None:
    for place in ("data/briefing.xlsx", "site/data/briefing.xlsx"):
        path = made / place
        links = [
            cell.hyperlink
            for sheet in openpyxl.load_workbook(path).worksheets
            for row in sheet.iter_rows()
            for cell in row
            if cell.hyperlink
        ]
        assert len(links) > 10
        for link in links:
            target = (path.parent / link.target).resolve()
            assert f'id="{link.location}"' in target.read_text("utf-8")


def test_the_docx_has_targets_and_themes(made: Path) -> None:
    document = docx.Document(str(made / "briefing.docx"))
    headings = [paragraph.text for paragraph in document.paragraphs if paragraph.style.name.startswith("Heading")]
    assert {"目标任务", "主题分布", "时间线"} <= set(headings)


def test_the_data_say_who_when_and_where() -> None:
    briefing = overview_briefing()
    data = json.loads(json.dumps(briefing_dict(briefing)))
    document, ledger = data["documents"][0], briefing.analyses[0].document.clean.ledger
    figure, task = document["targets"]
    until = figure["deadline"]
    assert ledger.replay(until["start"], until["end"]) == until["text"] == "2020年"
    assert [(duty["body"], duty["role"]) for duty in task["responsible"]] == [("北川市", "lead"), ("全市", "support")]
    assert (task["table"], task["row"], task["column"]) == ("b0123abcd", 1, 0)
    assert [item["document"] for item in data["timeline"][0]["items"]] == [one["id"] for one in data["documents"]]
    assert set(data["themes"][0]["cells"]) == {one["id"] for one in data["documents"]}
    assert all(item["sentence"] for conflict in data["conflicts"] for item in conflict["items"])
