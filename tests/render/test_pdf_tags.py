"""What a PDF says to those who hear it: PDF/UA-1 and PDF/A-3u, held by our own checker in all kinds of briefings."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from pdfminer.pdfdocument import PDFDocument
from pdfminer.pdfparser import PDFParser
from pdfminer.pdftypes import resolve1

from reporter.config import Config, configured
from reporter.model import Briefing, Conflict, Reference
from reporter.render import RENDERERS
from reporter.render.pdf.shortcuts import changed_parts
from reporter.render.pdf.tagging import EXPECTED, complete_tags
from tests.render.briefings import overview_briefing, sample_briefing
from tests.render.gongwen.documents import FULL
from tests.render.matterhorn import archival_failures, elements, failures


def pdf(briefing: Briefing, folder: Path, standard: str, **settings: Any) -> bytes:
    config: Config = configured({"pdf": {"standard": standard}, **settings})
    RENDERERS["pdf"](briefing, folder, config)
    return (folder / "briefing.pdf").read_bytes()


def official() -> dict[str, Any]:
    return {"output": {"theme": "gongwen"}, "gongwen": FULL}


def with_a_conflict() -> Briefing:
    """A briefing in which two figures contradict one another: a chapter with headings below its own."""
    briefing = sample_briefing()
    first = briefing.analyses[0]
    figures = [Reference(first.document.id, item.id) for item in first.indicators[:2]]
    return replace(briefing, conflicts=(Conflict("产值", tuple(figures)),))


def test_the_weasyprint_of_the_lock_file_is_the_one_that_the_tags_were_written_for() -> None:
    assert changed_parts(EXPECTED) == ()


@pytest.mark.parametrize("briefing", [sample_briefing(), overview_briefing(), with_a_conflict()])
def test_a_briefing_meets_what_a_program_can_check_of_pdf_ua(briefing: Briefing, tmp_path: Path) -> None:
    assert failures(pdf(briefing, tmp_path, "pdf/ua-1")) == []


def test_an_official_document_does_too(tmp_path: Path) -> None:
    assert failures(pdf(sample_briefing(), tmp_path, "pdf/ua-1", **official())) == []


@pytest.mark.parametrize("settings", [{}, official()])
def test_what_pdf_a_asks_for_is_there(settings: dict[str, Any], tmp_path: Path) -> None:
    assert archival_failures(pdf(sample_briefing(), tmp_path, "pdf/a-3u", **settings)) == []


def test_passages_say_their_script(tmp_path: Path) -> None:
    found = elements(pdf(sample_briefing(), tmp_path, "pdf/ua-1"))
    assert {element.values["Lang"] for element in found if "Lang" in element.values} >= {b"zh-Hans", b"zh-Hant"}


def test_header_cells_say_what_they_head(tmp_path: Path) -> None:
    heads = [e for e in elements(pdf(sample_briefing(), tmp_path, "pdf/ua-1")) if e.name == "TH"]
    assert {resolve1(head.values["A"])["Scope"].name for head in heads} == {"Row", "Column"}


def test_links_are_told_in_the_words_that_they_stand_on(tmp_path: Path) -> None:
    data = pdf(sample_briefing(), tmp_path, "pdf/ua-1")
    document = PDFDocument(PDFParser(BytesIO(data)))
    (first, *_) = resolve1(resolve1(document.catalog["Pages"])["Kids"])
    told = [resolve1(link)["Contents"] for link in resolve1(resolve1(first)["Annots"])]
    assert all("〔" in text.decode("utf-16") for text in told if text.startswith(b"\xfe\xff"))
    assert told


def test_with_another_weasyprint_nothing_is_replaced() -> None:
    from weasyprint import pdf as writing

    before = writing.add_tags
    with complete_tags({**EXPECTED, "weasyprint.pdf.tags:add_tags": "0" * 16}) as taken:
        assert not taken
        assert writing.add_tags is before
    with complete_tags() as taken:
        assert taken
        assert writing.add_tags is not before
    assert writing.add_tags is before
