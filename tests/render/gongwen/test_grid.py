"""Every page keeps to the type area of GB/T 9704-2012: 156 × 225 mm, 22 lines of 28 characters of 3号."""

from __future__ import annotations

import re
from itertools import pairwise

import pytest

from tests.render.briefings import sample_briefing
from tests.render.gongwen.documents import FULL, MM, Leaf, Pdf, printed, settings, text_briefing

PITCH = (225 / MM - 16) / 21
HANS = "全市质量监督工作进展顺利并且继续加强对重点企业的检查" * 40 + "。"
HANT = "全縣質量監督工作進展順利並且繼續加強對重點企業的檢查" * 40 + "。"
MIXED = "，".join(["2017年全市企业获得“名牌”称号12个，增长6.5%（同比）；《规划》第3条要求落实——见附表……"] * 20) + "。"


@pytest.fixture(scope="module", params=["zh-Hans", "zh-Hant"])
def pure(request: pytest.FixtureRequest) -> Pdf:
    """A document of nothing but text."""
    sentence = HANS if request.param == "zh-Hans" else HANT
    return printed(text_briefing(sentence, sentence[:-9] + "。", script=request.param), settings(date="2018-05-04"))


def full_pages(pdf: Pdf) -> list[Leaf]:
    return [page for page in pdf.pages if len(page.lines) == 22]


def test_a_page_of_text_has_22_lines_on_156_by_225_mm(pure: Pdf) -> None:
    (page, *_) = full_pages(pure)
    chars = [char for line in page.lines.values() for char in line]
    left, right = min(char["x0"] for char in chars), max(char["x1"] for char in chars)
    height = max(char["bottom"] for char in chars) - min(char["top"] for char in chars)
    assert left * MM == pytest.approx(28, abs=0.1)
    assert (right - left) * MM == pytest.approx(156, abs=0.5)
    assert height * MM == pytest.approx(225, abs=0.5)


def test_the_first_line_begins_37_mm_below_the_edge(pure: Pdf) -> None:
    (page, *_) = full_pages(pure)
    # Ideographs reach 0.85 em above the baseline, a little more or less by face.
    top = 297 - (next(iter(page.lines)) + 0.85 * 16) * MM
    assert top == pytest.approx(37, abs=0.5)


def test_a_full_line_has_28_characters_and_ends_at_the_edge(pure: Pdf) -> None:
    lines = [line for page in full_pages(pure) for line in page.lines.values() if len(line) >= 28]
    assert len(lines) > 20
    for line in lines:
        assert len(line) == 28
        assert line[-1]["x1"] == pytest.approx((28 + 156) / MM, abs=1)


def test_lines_are_one_pitch_apart_whatever_stands_in_them() -> None:
    """Headings in other faces, marks, tables, both scripts, text beside figures and quotation marks."""
    pdf = printed(sample_briefing(), settings(**FULL))
    more = printed(text_briefing(MIXED, HANT[:60] + "。", MIXED, script="zh-Hans"), settings(**FULL))
    for page in (*pdf.pages, *more.pages):
        # The document number is set from the masthead and the red rule, not on a line of the text.
        baselines = [y for y, text in zip(page.lines, page.texts(), strict=True) if not text.startswith("北质发")]
        for one, other in pairwise(baselines):
            steps = (one - other) / PITCH
            assert abs(steps - round(steps)) * PITCH < 1.5, page.texts()


def test_a_paragraph_is_indented_by_two_characters() -> None:
    pdf = printed(text_briefing(HANS), settings(date="2018-05-04"))
    first = next(line for page in pdf.pages for line in page.lines.values() if len(line) == 26)
    assert first[0]["x0"] * MM == pytest.approx(28 + 2 * 155.9 / 28, abs=0.1)


@pytest.mark.parametrize("numbering", ["outer", "centre", "none"])
def test_pages_are_numbered_below_the_type_area(numbering: str) -> None:
    pdf = printed(text_briefing(HANS), settings(date="2018-05-04", page_numbers=numbering))
    for number, page in enumerate(pdf.pages, 1):
        foot = [char for char in page.of_size(14) if char["top"] * MM > 262]
        if numbering == "none":
            assert foot == []
            continue
        assert "".join(char["text"] for char in foot) == f"—{number}—"
        middle = (297 - foot[0]["matrix"][5] * MM) - 0.38 * 14 * MM
        assert middle == pytest.approx(262 + 7, abs=0.5)
        left, right = foot[0]["x0"] * MM, foot[-1]["x1"] * MM
        if numbering == "centre":
            assert (left + right) / 2 == pytest.approx(28 + 78, abs=0.5)
        elif number % 2:
            assert right == pytest.approx(184 - 14 * MM, abs=0.5)
        else:
            assert left == pytest.approx(28 + 14 * MM, abs=0.5)


def test_every_face_is_embedded_and_cut_down() -> None:
    data = printed(sample_briefing(), settings(**FULL)).data
    names = set(re.findall(rb"/BaseFont /([^/\s]+)", data))
    assert all(re.match(rb"[A-Z]{6}\+", name) for name in names)
