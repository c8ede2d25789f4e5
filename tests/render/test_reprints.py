"""The original names its copies and each copy its original, in every output."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from pathlib import Path

import docx
import pdfplumber
import pytest

from reporter.config import Config
from reporter.model import Briefing, Reprint, ReprintGroup, ThemeCell, ThemeRow
from reporter.render import RENDERERS
from reporter.render.catalogue import load_catalogue
from reporter.render.page_fit import Measured, fitted
from reporter.render.theme import load_theme
from tests.render.briefings import analysis_of, document_of, sample_briefing

COPY = "北川市质量强市工作汇报（转）\n全市现有国家标准61项。"


def reprinted() -> Briefing:
    """The sample with a third document that is the first one's reprint."""
    plain = sample_briefing()
    copy = analysis_of(document_of(COPY, "in/zz.txt"))
    north = plain.analyses[0].document.id
    group = ReprintGroup(north, "earliest", (Reprint(copy.document.id, 0.97, "reprint"),))
    cells = tuple(ThemeCell(item.document.id, 1, 0.5, item.document.sentences[0].id) for item in plain.analyses)
    return replace(plain, analyses=(*plain.analyses, copy), reprints=(group,), themes=(ThemeRow("标准", cells),))


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("reprints")
    for name in ("json", "pdf", "docx", "md", "html"):
        RENDERERS[name](reprinted(), folder, Config())
    return folder


def test_the_data_have_the_groups_and_what_each_document_is_a_reprint_of(made: Path) -> None:
    data = json.loads((made / "data" / "briefing.json").read_text("utf-8"))
    north, _, copy = (document["id"] for document in data["documents"])
    assert data["reprints"] == [
        {
            "original": north,
            "reason": "earliest",
            "copies": [{"document": copy, "similarity": 0.97, "reason": "reprint"}],
        }
    ]
    assert [document["reprint_of"] for document in data["documents"]] == [None, None, north]


def test_the_site_links_the_original_and_its_copy(made: Path) -> None:
    data = json.loads((made / "data" / "briefing.json").read_text("utf-8"))
    north, copy = data["documents"][0]["id"], data["documents"][2]["id"]
    for home, other in ((north, copy), (copy, north)):
        page = (made / "site" / "documents" / f"{home}.html").read_text("utf-8")
        facts = re.findall(r"<dt>(转载|同文)</dt><dd[^>]*>(.*?)</dd>", page)
        assert len(facts) == 1
        assert f'{other}.html"' in facts[0][1]


def test_pdf_docx_and_markdown_name_the_copy_beside_the_original(made: Path) -> None:
    told = "1篇，合并计算（本件日期最早）：〔3〕北川市质量强市工作汇报（转）"
    text = "\n".join(paragraph.text for paragraph in docx.Document(str(made / "briefing.docx")).paragraphs)
    assert text.count(told) == 2
    assert told in (made / "briefing.md").read_text("utf-8")
    with pdfplumber.open(made / "briefing.pdf") as pdf:
        printed = re.sub(r"\s", "", "".join(page.extract_text() for page in pdf.pages))
    assert printed.count("1篇，合并计算（本件日期最早）") == 2
    assert "相似度97%" in printed


def test_a_reprint_has_no_column_among_the_themes(made: Path) -> None:
    page = (made / "site" / "themes.html").read_text("utf-8")
    section = re.search(r'<table class="themes">.*?</table>', page, re.DOTALL)
    assert section
    assert "〔2〕" in section[0]
    assert "〔3〕" not in section[0]


@pytest.mark.parametrize("language", ["zh-Hans", "zh-Hant", "en"])
def test_every_kind_and_every_evidence_has_words(language: str) -> None:
    strings = load_catalogue(load_theme(Config()), language)
    for reason in ("own_source", "no_source", "earliest", "cleanest", "complete", "format", "path"):
        assert strings(f"reprint.evidence.{reason}")
    for kind in ("format", "reprint", "excerpt"):
        assert strings(f"reprint.kind.{kind}")


def test_page_one_says_how_many_slight_documents_it_passes_over() -> None:
    plain = sample_briefing()
    strings = load_catalogue(load_theme(Config()), "zh-Hans")
    slight = replace(plain, slight=(plain.analyses[1].document.id,))
    assert fitted(slight, lambda briefing, tight: Measured(1), strings).briefing.dropped == ("内容简短的文件1份",)
