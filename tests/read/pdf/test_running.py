"""Headers, footers, page numbers and watermarks are dropped; nothing of the text is."""

from __future__ import annotations

import re

import pytest

from tests.read.pdf.handmade import Handmade
from tests.read.pdf.reading import lines, read
from tests.read.pdf.report import STYLE, paragraph, pdf, report


def _set(texts: list[tuple[int, int, str]], size: int = 12) -> str:
    """Latin lines at their places (x, y from below)."""
    return "\n".join(f"BT /F1 {size} Tf {x} {y} Td ({text}) Tj ET" for x, y, text in texts)


def _body(page: int) -> list[tuple[int, int, str]]:
    return [(72, 700 - 20 * row, f"Line {'abcdefgh'[row]} of part {'xyzuvw'[page]} ends here.") for row in range(6)]


def _kept(pages: list[list[tuple[int, int, str]]]) -> list[str]:
    made = Handmade()
    for texts in pages:
        made.page(_set(texts))
    return lines(read(made.data()))


@pytest.mark.parametrize("form", ["{}", "- {} -", "{}/3", "Page {} of 3"])
def test_page_numbers_in_sequence_go(form: str) -> None:
    pages = [[*_body(page), (290, 40, form.format(page + 5))] for page in range(3)]
    assert [line for line in _kept(pages) if not re.search("Line", line)] == []


def test_numbers_that_do_not_count_with_the_pages_stay() -> None:
    kept = _kept([[*_body(page), (290, 40, number)] for page, number in enumerate(("1999", "312", "47"))])
    assert {"1999", "312", "47"} <= set(kept)


def test_a_header_on_every_page_goes_and_the_title_with_its_words_stays() -> None:
    pages = [[(72, 800, "Report of the county"), *_body(page)] for page in range(3)]
    pages[0].insert(1, (200, 740, "Report of the county"))
    assert _kept(pages).count("Report of the county") == 1


def test_a_form_printed_twice_is_text_but_for_its_page_numbers() -> None:
    pages = [
        [(72, 700, "Receipt of the office"), (72, 660, "Signed by the clerk"), (290, 40, str(number))]
        for number in (1, 2)
    ]
    kept = " ".join(_kept(pages))
    assert kept == "Receipt of the office Signed by the clerk Receipt of the office Signed by the clerk"


def test_a_line_that_two_pages_share_at_other_heights_stays() -> None:
    pages = [[*_body(page), (72, 500 - 30 * page, "Done by the office.")] for page in range(3)]
    assert len([line for line in _kept(pages) if "Done by the office." in line]) == 3


def test_rows_of_figures_at_the_foot_of_pages_stay() -> None:
    pages = [[*_body(page), (72, 560, f"Year {2001 + page} value {77 * page + 13}")] for page in range(3)]
    assert len([line for line in _kept(pages) if line.startswith("Year")]) == 3


def test_a_single_page_keeps_its_first_and_last_line() -> None:
    kept = _kept([_body(0)])
    assert kept[0].startswith("Line a")
    assert kept[-1].endswith("ends here.")


def test_a_single_page_loses_an_evident_page_number_only() -> None:
    assert "- 1 -" not in _kept([[*_body(0), (290, 40, "- 1 -")]])
    assert "2023" in _kept([[*_body(0), (290, 40, "2023")]])


@pytest.mark.parametrize("turned", ["transform: rotate(-35deg); ", ""])
def test_a_watermark_goes_and_the_text_under_it_stays(turned: str) -> None:
    made = report(2)
    mark = f"<div style='position: fixed; top: 40%; left: 10%; {turned}font-size: 60pt; color: #ddd'>内部资料</div>"
    raw = read(pdf(mark + "".join(made.html), STYLE))
    assert lines(raw) == made.lines
    assert "内部资料\n" in [edit.original for edit in raw.ledger.edits]


def test_what_runs_over_a_page_break_lies_inside_the_joined_paragraph() -> None:
    import random

    source = random.Random(4)
    texts = [paragraph(source) for _ in range(8)]
    raw = read(pdf("".join(f"<p>{text}</p>" for text in texts), STYLE))
    assert lines(raw) == texts
    assert {edit.rule for edit in raw.ledger.edits} == {"pdf-line", "pdf-running"}
    assert raw.ledger.source.count("某县人民政府工作报告") == raw.places[-1].locator.page
