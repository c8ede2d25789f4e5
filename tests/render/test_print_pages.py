"""What stands where on the pages of the PDF: running heads, headings and tables over page breaks, wide comparisons."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pdfplumber
import pytest

from reporter.config import Config, configured
from reporter.model import Analysis, Cell, Span, Table
from reporter.render import RENDERERS
from reporter.render.catalogue import load_catalogue
from reporter.render.citations import citation
from reporter.render.environment import environment
from reporter.render.gongwen.grids import matrix_grid
from reporter.render.passages import Matrix, MatrixFigure, MatrixRow, SourceMark
from reporter.render.theme import load_theme
from tests.render.briefings import analysis_of, briefing_of, document_of

ROWS = 5


def lines_of(folder: Path, *analyses: Analysis) -> list[list[str]]:
    """The lines of every page of the PDF, without white space."""
    RENDERERS["pdf"](briefing_of(*analyses), folder, Config())
    with pdfplumber.open(folder / "briefing.pdf") as document:
        return [["".join(line.split()) for line in (page.extract_text() or "").split("\n")] for page in document.pages]


def report(number: int, sentences: int) -> Analysis:
    text = f"第{number}份工作报告\n" + "".join(f"第{number}份报告说明第{at}项工作已经完成。" for at in range(sentences))
    return analysis_of(document_of(text, f"in/{number}.txt"), chosen=sentences)


def tabled(number: int) -> Analysis:
    """A document with a table of so many rows that a page ends in some of them."""
    cells = [f"T{number}R{row}C{column}" for row in range(ROWS) for column in range(2)]
    text = f"第{number}份统计表\n见下表。\n" + "，".join(cells) + "。"
    spans = [Span(text.index(cell), text.index(cell) + len(cell)) for cell in cells]
    made = [Cell(span.of(text), span) for span in spans]
    rows = tuple((made[at], made[at + 1]) for at in range(0, len(made), 2))
    table = Table(f"b{number}", "表题", None, "table", None, ("甲", "乙"), rows, Span(8, len(text)))
    return replace(analysis_of(document_of(text, f"in/t{number}.txt"), chosen=1), tables=(table,))


def test_the_running_head_names_what_the_page_begins_with(tmp_path: Path) -> None:
    pages = lines_of(tmp_path, report(1, 60), report(2, 60))
    headed = {page[0].removesuffix("质量工作要报"): page[1] for page in pages[2:]}
    continued = [(head, first) for head, first in headed.items() if first[0].isdigit()]
    assert continued
    for head, first in continued:
        assert head[1] == first[first.index("第") + 1], (head, first)


def test_no_page_ends_or_begins_with_a_single_row_of_a_table(tmp_path: Path) -> None:
    pages = ["".join(page) for page in lines_of(tmp_path, *map(tabled, range(30)))]
    for number in range(30):
        found = [next(at for at, page in enumerate(pages) if f"T{number}R{row}C0" in page) for row in range(ROWS)]
        assert found[0] == found[1]
        assert found[-2] == found[-1]


def test_no_page_ends_with_a_heading(tmp_path: Path) -> None:
    for page in lines_of(tmp_path, *map(tabled, range(30)))[2:]:
        assert page[-2] not in {"摘要", "文中表格", "分节要点"}
        assert "份统计表" not in page[-2]


def test_sources_are_cited_by_the_standard(tmp_path: Path) -> None:
    analysis = report(1, 3)
    pages = ["".join(page) for page in lines_of(tmp_path, analysis)]
    assert "".join(citation(analysis.document).split()) in "".join(pages)


def wide_matrix(figures: int, more: int) -> Matrix:
    marks = tuple(SourceMark(at, f"文件{at}", "", "zh-Hans", f"#d{at}") for at in range(1, figures + 1))
    cells = tuple(MatrixFigure(f"{mark.number}亿元", "", "", f"#f{mark.number}", True, "", mark) for mark in marks)
    return Matrix(marks, (MatrixRow("产值", "亿元", False, (), cells, more),), wide=True, other=False)


def test_a_row_of_many_figures_is_parted_for_the_page() -> None:
    theme = load_theme(Config())
    macros = environment(theme).get_template("partials/print.html.j2").module
    html = str(macros.matrix(wide_matrix(20, 0), load_catalogue(theme, "zh-Hans")))  # type: ignore[attr-defined]
    body = html.partition("<tbody>")[2]
    assert body.count("<tr") == 3
    assert body.count("产值") == 1
    assert all(f"{number}亿元" in body for number in range(1, 21))


@pytest.mark.parametrize("more", [0, 3])
def test_an_official_document_says_how_many_figures_it_leaves_out(more: int) -> None:
    t = load_catalogue(load_theme(configured({"output": {"theme": "gongwen"}})), "zh-Hans")
    (row,) = matrix_grid(wide_matrix(8, more), t).rows
    said = "".join(piece.text for line in row.cells[1].lines for piece in line)
    assert said.endswith(t("matrix.more", count=more)) == bool(more)
