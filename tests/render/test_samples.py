"""The sample documents, all the way: a site whose links resolve, a PDF whose first page holds the brief."""

from __future__ import annotations

from pathlib import Path

import pdfplumber
import pytest

from reporter import pipeline
from reporter.config import Config
from reporter.model import Briefing
from reporter.render import RENDERERS
from tests.render.test_site import broken_links, site_pages


@pytest.fixture(scope="module")
def briefing(seeds: Path) -> Briefing:
    return pipeline.brief(Config(), [seeds])


@pytest.fixture(scope="module")
def folder(briefing: Briefing, tmp_path_factory: pytest.TempPathFactory) -> Path:
    build = tmp_path_factory.mktemp("samples")
    for name in ("json", "csv", "pdf", "html"):
        complaints = [finding for finding in RENDERERS[name](briefing, build, Config()) if finding.level != "info"]
        assert complaints == []
    return build


def test_every_link_of_the_site_resolves_and_every_quotation_is_verbatim(briefing: Briefing, folder: Path) -> None:
    assert broken_links(folder / "site") == []
    known = {(item.document.id, s.id): s.text for item in briefing.analyses for s in item.document.sentences}
    for path, page in site_pages(folder / "site"):
        assert len(page.ids) == len(set(page.ids)), path
        assert all(known[key] == text for key, text in page.quotes.items())


def test_page_one_holds_every_sentence_of_the_brief(briefing: Briefing, folder: Path) -> None:
    known = {(item.document.id, s.id): s.text for item in briefing.analyses for s in item.document.sentences}
    with pdfplumber.open(folder / "briefing.pdf") as document:
        first = "".join(document.pages[0].extract_text().split())
        rest = "".join("".join(page.extract_text().split()) for page in document.pages[1:])
    missing = [known[chosen.document, chosen.id] for chosen in briefing.overview]
    missing = [text for text in missing if "".join(text.split()) not in first]
    assert all("".join(text.split()) in rest for text in missing)
    assert len(missing) < len(briefing.overview) / 2
