"""Charts on the pages of the site and in the PDF."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pdfplumber
import pytest

from reporter.config import Config
from reporter.model import Briefing
from reporter.render import RENDERERS
from tests.render.charts.places import changed, compared, dated, towns
from tests.render.charts.test_choice import FOUR


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A build with a chart of each kind."""
    folder = tmp_path_factory.mktemp("charts")
    for name in ("json", "pdf", "html"):
        RENDERERS[name](whole(), folder, Config())
    return folder


def whole() -> Briefing:
    plain = compared(towns([("570亿元", 570), ("81.5亿元", 81.5), ("9亿元", 9)]))
    times = dated("2015", "2016", "2017", "2018", "2019-06-01")
    return replace(
        plain, analyses=(*plain.analyses, changed(*FOUR), *times.analyses), timeline=times.timeline, brief_rows=(0,)
    )


def plots(page: str) -> list[str]:
    return re.findall(r'<svg\b[^>]*class="plot".*?</svg>', page, re.DOTALL)


@pytest.mark.parametrize(
    ("page", "words"),
    [("index", "81.5亿元"), ("comparison", "81.5亿元"), ("figures", "减3.1%"), ("timeline", "2017")],
)
def test_a_chart_stands_beside_its_table(built: Path, page: str, words: str) -> None:
    html = (built / "site" / f"{page}.html").read_text("utf-8")
    (plot,) = plots(html)
    assert words in plot
    assert "<table" in html
    assert "style=" not in plot


def test_every_bar_leads_to_a_place_that_is_there(built: Path) -> None:
    site = built / "site"
    for page in ("comparison", "figures", "timeline"):
        for href in re.findall(r'<a href="([^"]+)"', "".join(plots((site / f"{page}.html").read_text("utf-8")))):
            path, _, anchor = href.partition("#")
            target = (site / path).read_text("utf-8")
            assert not anchor or f'id="{anchor}"' in target, href


def test_the_sheet_colours_every_class_of_a_chart(built: Path) -> None:
    css = (built / "site" / "index.html").read_text("utf-8").split("</style>")[0]
    for plot in plots((built / "site" / "comparison.html").read_text("utf-8")):
        for name in set(re.findall(r'class="(plot-[a-z]+)"', plot)) - {"plot-name", "plot-value"}:
            assert f".{name} " in css
    assert "--bar" in css.partition("prefers-color-scheme: dark")[2]


def test_the_pdf_holds_the_charts_as_text_in_a_chinese_face(built: Path) -> None:
    with pdfplumber.open(built / "briefing.pdf") as pdf:
        characters = [char for page in pdf.pages for char in page.chars]
        text = "".join(page.extract_text() for page in pdf.pages)
    assert "减3.1%" in text
    assert "各文件所述事项的时间" in text
    falls = [char["fontname"] for char in characters if char["text"] == "减"]
    assert falls
    assert all("CJK" in name for name in falls)


def test_a_briefing_without_charts_has_none_on_its_pages(tmp_path: Path) -> None:
    RENDERERS["html"](dated("2015"), tmp_path, Config())
    for page in (tmp_path / "site").glob("*.html"):
        assert plots(page.read_text("utf-8")) == []
