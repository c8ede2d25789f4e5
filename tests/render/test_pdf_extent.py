"""``[pdf] extent = "brief"``: page one with its sources, without the documents, and at their expense alone."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pypdfium2
import pytest
from pypdfium2 import raw

from reporter.cli.build import with_overrides
from reporter.config import Config, configured
from reporter.model import Analyses, Briefing
from reporter.model.analyses import Packed
from reporter.render.pdf import write_pdf
from tests.processes import ends, lives
from tests.render.briefings import sample_briefing

BRIEF = configured({"pdf": {"extent": "brief"}})


class Counting(Analyses):
    """Analyses that note which of them are opened."""

    def __init__(self, packed: Iterable[Packed]) -> None:
        super().__init__(packed)
        self.seen: set[int] = set()

    def __getitem__(self, place: int | slice) -> Any:
        if isinstance(place, int):
            self.seen.add(place)
        return super().__getitem__(place)


def briefing_beside_others(count: int) -> Briefing:
    """The sample with more documents behind it, which nothing cites."""
    briefing = sample_briefing()
    last = briefing.analyses[-1]
    others = (replace(last, document=replace(last.document, id=f"other-{number}")) for number in range(count))
    return replace(briefing, analyses=Counting(map(Packed.of, (*briefing.analyses, *others))))


def text(path: Path) -> str:
    pages = pypdfium2.PdfDocument(path)
    return "".join("".join(page.get_textpage().get_text_range().split()) for page in pages)


@pytest.fixture(scope="module")
def brief(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("brief")
    assert write_pdf(sample_briefing(), folder, BRIEF) == ()
    return folder / "briefing.pdf"


def test_the_brief_alone_has_page_one_and_its_sources_and_no_document(brief: Path, tmp_path: Path) -> None:
    write_pdf(sample_briefing(), tmp_path, Config())
    words, whole = text(brief), text(tmp_path / "briefing.pdf")
    for title in ("要点", "资料来源", "横向比较"):
        assert title in words
    for title in ("目录", "文件摘要", "处理说明"):
        assert title in whole
        assert title not in words
    for analysis in sample_briefing().analyses:
        assert analysis.document.clean.raw.sha256 in words


def test_every_link_of_the_brief_alone_lands(brief: Path) -> None:
    document = pypdfium2.PdfDocument(brief)
    landed = 0
    for page in document:
        for at in range(raw.FPDFPage_GetAnnotCount(page.raw)):
            annotation = raw.FPDFPage_GetAnnot(page.raw, at)
            link = raw.FPDFAnnot_GetLink(annotation)
            assert raw.FPDFLink_GetDest(document.raw, link)
            landed += 1
    assert landed > 5


def test_documents_that_are_not_cited_are_neither_opened_nor_named(tmp_path: Path) -> None:
    briefing = briefing_beside_others(200)
    assert write_pdf(briefing, tmp_path, BRIEF) == ()
    analyses = briefing.analyses
    assert isinstance(analyses, Counting)
    assert analyses.seen <= {0, 1}
    assert "other-" not in text(tmp_path / "briefing.pdf")


def test_the_command_line_asks_for_the_brief_alone() -> None:
    assert with_overrides(Config(), {"pdf_extent": "brief"}).pdf.extent == "brief"
    assert with_overrides(BRIEF, {}).pdf.extent == "brief"


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="the system ends the process on Linux only")
def test_the_process_of_a_long_pdf_ends_with_the_build_that_started_it() -> None:
    # It waits for a request that never comes, so that nothing but its parent's end can end it.
    waiting, held = os.pipe()
    program = (
        "import subprocess, sys, time; from reporter.processes import command;"
        f"print(subprocess.Popen(command(), stdin={waiting}).pid, flush=True); time.sleep(60)"
    )
    try:
        build = subprocess.Popen([sys.executable, "-c", program], stdout=subprocess.PIPE, text=True, pass_fds=[waiting])
        with build:
            assert build.stdout
            process = int(build.stdout.readline())
            assert lives(process)
            build.kill()
        assert ended(process)
    finally:
        os.close(waiting)
        os.close(held)


def ended(process: int) -> bool:
    """Whether a process ends by itself; one that does not is ended here."""
    if ends(process):
        return True
    os.kill(process, signal.SIGKILL)
    return False
