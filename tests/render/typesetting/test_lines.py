"""Lines as they stand on the page: straight right edges, Chinese breaks, distances, and not a character changed."""

from __future__ import annotations

from itertools import pairwise

import pytest
import weasyprint

from reporter.render.typesetting.gaps import WIDEST_GAP
from tests.render.typesetting.pages import (
    HEI,
    SENTENCES,
    SONG,
    extracted,
    gaps_behind,
    laid_out,
    line_texts,
    lines,
    page,
    pdf,
    right_edges,
)

PLAIN = "各单位要把安全生产放在首位逐条对照清单逐项落实责任做到件件有着落事事有回音"
HALF = 10.5 / 2
OPENING, CLOSING = "（《“‘〔", "，。、；：）》”’〕！？"


@pytest.mark.parametrize("family", [SONG, HEI])
@pytest.mark.parametrize("width", [80, 117, 160])
def test_right_edges_are_straight(width: float, family: str) -> None:
    made = pdf(page(f"<p>{PLAIN * 20}</p>", width, f'"{family}"'))
    assert max(map(abs, right_edges(made, width))) < 0.06


@pytest.mark.parametrize("family", [SONG, HEI])
@pytest.mark.parametrize("width", [80, 117, 160])
def test_lines_end_at_the_edge_unless_a_number_would_have_torn_them_open(width: float, family: str) -> None:
    made = pdf(page(f"<p>{SENTENCES * 4}</p>", width, f'"{family}"'))
    lasts = [line[-1]["text"] for line in lines(made)]
    edges = [
        distance + HALF * hangs(last, distance) for last, distance in zip(lasts, right_edges(made, width), strict=False)
    ]
    ragged = [distance for distance in edges if abs(distance) > 0.06]
    assert len(ragged) <= len(edges) / 3
    assert all(distance > 10.5 for distance in ragged)


def hangs(mark: str, distance: float) -> bool:
    """Whether a closing mark's blank half hangs over the edge."""
    return mark in CLOSING and distance < -1


@pytest.mark.parametrize("width", [80, 117, 160])
def test_the_last_line_is_not_stretched(width: float) -> None:
    made = lines(pdf(page(f"<p>{PLAIN * 4}</p>", width)))[-1]
    assert made[-1]["x1"] - made[0]["x0"] == pytest.approx(10.5 * len(made), abs=0.01)


def test_the_last_line_is_stretched_where_a_sheet_asks_for_it() -> None:
    made = pdf(page("<p>甲乙丙丁戊己庚辛壬癸</p>", 38, css="p { text-align-last: justify }"))
    assert len(lines(made)) == 1
    assert right_edges(made + b"", 38) == []
    assert (10 + 38) * 72 / 25.4 - lines(made)[0][-1]["x1"] == pytest.approx(0, abs=0.03)


def test_a_line_that_would_need_too_wide_gaps_stays_as_it_is() -> None:
    made = pdf(page(f"<p>甲乙丙{'x' * 27}</p>", 60))
    first = lines(made)[0]
    assert "".join(character["text"] for character in first) == "甲乙丙"
    assert first[-1]["x1"] - first[0]["x0"] == pytest.approx(3 * 10.5, abs=0.01)


@pytest.mark.parametrize("width", [80, 117, 160])
def test_text_is_read_back_verbatim(width: float) -> None:
    assert extracted(pdf(page(f"<p>{SENTENCES * 4}</p>", width))) == SENTENCES * 4


def test_no_gap_is_wide_enough_to_be_read_as_a_space() -> None:
    for width in (61, 77, 93):
        for line in lines(pdf(page(f"<p>{SENTENCES * 3}</p>", width))):
            for one, other in pairwise(line):
                assert other["x0"] - one["x1"] <= (WIDEST_GAP + 0.002) * 10.5


@pytest.mark.parametrize("width", range(60, 84, 6))
def test_no_line_begins_with_a_closing_mark_or_ends_with_an_opening_one(width: int) -> None:
    for text in line_texts(page(f"<p>{SENTENCES * 3}</p>", width)):
        assert text[0] not in CLOSING
        assert text[-1] not in OPENING


@pytest.mark.parametrize("width", range(60, 84, 6))
@pytest.mark.parametrize(
    "whole", ["1,234.5亿元", "12.5%", "3~5年", "3～5年", "2023年", "第3号", "7个百分点", "——", "……"]
)
def test_numbers_keep_their_units_and_doubled_marks_each_other(width: int, whole: str) -> None:
    text = f"各单位要{whole}逐条对照清单逐项落实{whole}" * 8
    broken = line_texts(page(f"<p>{text}</p>", width, css="p { text-align: left }"))
    assert sum(line.count(whole) for line in broken) == 16


def test_a_line_may_break_before_an_opening_quote_behind_an_ideograph() -> None:
    assert line_texts(page("<p>甲乙丙“丁”戊</p>", 15.5, css="p { text-align: left }")) == ["甲乙丙", "“丁”戊"]


@pytest.mark.parametrize("tag", ["b", "a href='#x'"])
def test_lines_break_between_boxes_as_within_one(tag: str) -> None:
    name = tag.split(maxsplit=1)[0]
    html = page(f"<p>甲乙丙<{tag}>“丁”</{name}>戊</p>", 15.5, css="p { text-align: left }")
    assert line_texts(html) == ["甲乙丙", "“丁”戊"]


@pytest.mark.parametrize("text", ["x" * 1000, "《" * 1000, "1" * 1000, "—" * 1000, "甲" * 1000])
def test_a_long_unbreakable_word_breaks(text: str) -> None:
    made = pdf(page(f"<p>{text}</p>", 80))
    assert min(right_edges(made, 80)) > -0.1
    assert extracted(made) == text


def test_scripts_stand_a_sixteenth_apart_and_a_space_as_wide_as_it_is() -> None:
    gaps = gaps_behind(pdf(page("<p>据GDP增5%多</p>")))
    for pair in ("据G", "P增", "增5", "%多"):
        assert gaps[pair] == pytest.approx(0.062, abs=0.001)
    assert gaps["GD"] == pytest.approx(0, abs=0.02)
    spaced = gaps_behind(pdf(page("<p>据 GDP</p>")))
    for pair in ("据 ", " G"):
        assert spaced[pair] == pytest.approx(0, abs=0.002)


def test_punctuation_in_a_row_closes_up() -> None:
    gaps = gaps_behind(pdf(page("<p>（《甲》），说：“乙。”丙、《丁》</p>")))
    for pair in ("（《", "》）", "），", "：“", "。”", "、《"):
        assert gaps[pair] == pytest.approx(-0.5, abs=0.002)
    for pair in ("甲》", "，说"):
        assert gaps[pair] == pytest.approx(0, abs=0.002)


def test_traditional_text_closes_up_brackets_and_no_centred_stops() -> None:
    gaps = gaps_behind(pdf(page("<p>（《甲》），說：「乙。」</p>", family='"Noto Serif CJK TC"', lang="zh-Hant")))
    for pair, distance in {"（《": -0.5, "》）": -0.5, "），": 0, "：「": 0, "。」": 0}.items():
        assert gaps[pair] == pytest.approx(distance, abs=0.002)


def test_traditional_paragraphs_have_straight_edges() -> None:
    text = "各單位要把安全生產放在首位、逐條對照清單，做到「件件有著落」；今年完成投資1,234.5億元。" * 6
    made = pdf(page(f"<p>{text}</p>", 117, '"Noto Serif CJK TC"', lang="zh-Hant"))
    assert max(right_edges(made, 117)) < 0.06
    assert extracted(made) == text


def test_narrow_quotation_marks_of_a_latin_face_are_not_closed_up() -> None:
    gaps = gaps_behind(pdf(page("<p>说：“甲”，乙</p>", family=f'"DejaVu Serif", "{SONG}"')))
    assert min(gaps.values()) > -0.01


def test_a_face_for_latin_letters_alone_leaves_the_marks_to_the_chinese_face() -> None:
    css = '@font-face { font-family: Roman; src: local("DejaVu Serif"); unicode-range: U+20-7E, U+A1-24F }'
    line = lines(pdf(page("<p>据“甲”——GDP</p>", family=f'Roman, "{SONG}"', css=css)))[0]
    faces = {character["text"][0]: "CJK" in character["fontname"] for character in line}
    assert faces == {"据": True, "“": True, "甲": True, "”": True, "—": True, "G": False, "D": False, "P": False}


@pytest.mark.parametrize("spacing", ["-.2pt", ".05em"])
def test_letter_spaced_lines_end_at_the_edge_too(spacing: str) -> None:
    made = pdf(page(f"<p>{PLAIN * 4}</p>", 117, css=f"p {{ letter-spacing: {spacing} }}"))
    assert max(map(abs, right_edges(made, 117))) < 0.06


MIXED = {
    "several sizes": f'<p>{PLAIN}<span style="font-size: 14pt">{PLAIN}</span><small>{PLAIN}</small>{PLAIN}</p>',
    "a float": f'<p><span style="float: left; width: 20mm">甲</span>{PLAIN * 3}</p>',
    "a block in the line": f'<p>{PLAIN}<span style="display: inline-block">甲乙</span>{PLAIN * 2}</p>',
    "a picture": f'<p>{PLAIN}<svg width="30" height="10"><text y="9">“字”</text></svg>{PLAIN * 2}</p>',
    "a footnote": f'<p>{PLAIN}<span style="float: footnote">注</span>{PLAIN * 2}</p>',
    "right to left": f"<p>{PLAIN}שלום עולם{PLAIN}مرحبا{PLAIN}</p>",
    "combining marks": "<p>" + "甲e\u0301乙か\u3099" * 40 + "</p>",
    "no width": "<p>" + "甲\ufeff乙\u200b丙\u200d丁" * 25 + "</p>",
    "small capitals": f'<p style="font-variant: small-caps">{PLAIN}Gdp{PLAIN * 2}</p>',
}


@pytest.mark.parametrize("name", MIXED)
def test_mixed_lines_have_straight_edges_too(name: str) -> None:
    made = pdf(page(MIXED[name], 117))
    edge = (10 + 117) * 72 / 25.4
    rights = [max(character["x1"] for character in line) for line in lines(made)[:-1]]
    full = [right for right in rights if right > edge - 2 * 10.5]
    assert len(full) >= 2
    assert max(abs(edge - right) for right in full) < 0.4
    assert sum(abs(edge - right) < 0.06 for right in full) >= len(full) - 1


def test_links_and_underlines_move_with_their_text() -> None:
    made = laid_out(page(f'<p>{PLAIN[:9]}<a href="https://e.org/">{PLAIN[:9]}</a>{PLAIN * 2}</p>', 117))
    ((_, _, (left, _, right, _), _),) = [link for sheet in made.pages for link in sheet.links]
    line = lines(made.write_pdf())[0]
    assert left * 0.75 == pytest.approx(line[9]["x0"], abs=0.02)
    assert right * 0.75 == pytest.approx(line[18]["x0"], abs=0.02)


def test_preformatted_text_is_left_alone() -> None:
    html = page('<pre style="font: inherit">据GDP增长，“甲”、\n  （《乙》）</pre>')
    assert [[c["x0"] for c in line] for line in lines(pdf(html))] == [
        [c["x0"] for c in line] for line in lines(weasyprint.HTML(string=html).write_pdf())
    ]


def test_lines_written_from_right_to_left_are_left_to_weasyprint() -> None:
    html = page(f'<p dir="rtl">{PLAIN * 3}</p>', css="p { direction: rtl }")
    assert [[c["x0"] for c in line] for line in lines(pdf(html))] == [
        [c["x0"] for c in line] for line in lines(weasyprint.HTML(string=html).write_pdf())
    ]


@pytest.mark.parametrize("body", ["", "<p> </p>", "<p>。</p>", "<p>甲<br>乙</p>", "<p style='font-size: 0'>甲</p>"])
def test_next_to_nothing_is_set(body: str) -> None:
    assert pdf(page(body)).startswith(b"%PDF")
