"""Automatic numbers: what the reader writes before a paragraph."""

from __future__ import annotations

import pytest
from docx.document import Document
from hypothesis import given
from hypothesis import strategies as st

from reporter.read.docx.number_formats import formatted
from tests.read.docx.building import (
    level,
    lines,
    listed,
    marked,
    numbering,
    p,
    package,
    part,
    saved,
    style,
    styled,
    styles,
    tbl,
    tc,
    tr,
)

OFFICIAL = (
    level(0, "chineseCountingThousand", "%1、")
    + level(1, "chineseCounting", "（%2）")
    + level(2, "decimal", "%3.")
    + level(3, "decimal", "（%4）")
)


def test_the_levels_of_official_documents_read_as_printed() -> None:
    steps = [
        (0, "总体要求"),
        (1, "目标"),
        (2, "增长。"),
        (2, "稳定。"),
        (3, "细则。"),
        (1, "原则"),
        (2, "统筹。"),
        (0, "任务"),
        (1, "工业"),
    ]
    body = "".join(listed(text, 1, at) for at, text in steps)
    assert lines(package(body, {"numbering": numbering({1: OFFICIAL})})) == [
        "一、总体要求",
        "（一）目标",
        "1.增长。",
        "2.稳定。",
        "（1）细则。",
        "（二）原则",
        "1.统筹。",
        "二、任务",
        "（一）工业",
    ]


def test_a_number_and_a_figure_do_not_run_together() -> None:
    one = numbering({1: level(0, "decimal", "%1."), 2: level(0, "decimal", "%1", '<w:suff w:val="nothing"/>')})
    body = listed("5G基站建成。", 1) + listed("2023年完成。", 2) + listed("总则", 2)
    assert lines(package(body, {"numbering": one})) == ["1. 5G基站建成。", "1 2023年完成。", "2总则"]


def test_words_without_a_closing_sign_stand_apart_from_the_text() -> None:
    own = level(0, "chineseCountingThousand", "第%1章") + level(1, "decimal", "%1.%2")
    body = listed("总则", 1) + listed("目的", 1, 1)
    assert lines(package(body, {"numbering": numbering({1: own})})) == ["第一章 总则", "一.1 目的"]


def test_legal_numbering_shows_figures_on_all_levels() -> None:
    own = level(0, "chineseCountingThousand", "第%1章") + level(1, "decimal", "%1.%2", "<w:isLgl/>")
    body = listed("总则", 1) + listed("目的", 1, 1) + listed("依据", 1, 1)
    assert lines(package(body, {"numbering": numbering({1: own})}))[1:] == ["1.1 目的", "1.2 依据"]


def test_a_list_begins_where_it_says_and_a_level_without_use_shows_its_start() -> None:
    own = level(0, "decimal", "%1.", start=3) + level(1, "decimal", "%1.%2")
    body = listed("甲", 1, 1) + listed("乙", 1) + listed("丙", 1)
    assert lines(package(body, {"numbering": numbering({1: own})})) == ["3.1 甲", "3.乙", "4.丙"]


def test_lists_of_one_definition_count_on_unless_they_start_anew() -> None:
    more = '<w:num w:numId="7"><w:abstractNumId w:val="1"/></w:num>'
    more += (
        '<w:num w:numId="8"><w:abstractNumId w:val="1"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/>'
        "</w:lvlOverride></w:num>"
    )
    body = listed("甲", 1) + listed("乙", 7) + listed("丙", 8) + listed("丁", 8) + listed("戊", 1)
    data = package(body, {"numbering": numbering({1: level(0, "decimal", "%1.")}, more)})
    assert lines(data) == ["1.甲", "2.乙", "1.丙", "2.丁", "3.戊"]


def test_a_level_restarts_as_it_says() -> None:
    on = level(0, "decimal", "%1.") + level(1, "decimal", "(%2)", '<w:lvlRestart w:val="0"/>')
    body = listed("甲", 1) + listed("乙", 1, 1) + listed("丙", 1) + listed("丁", 1, 1)
    assert lines(package(body, {"numbering": numbering({1: on})})) == ["1.甲", "(1)乙", "2.丙", "(2)丁"]


def test_a_level_may_restart_only_below_a_higher_one() -> None:
    on = (
        level(0, "decimal", "%1.")
        + level(1, "decimal", "%2)")
        + level(2, "decimal", "(%3)", '<w:lvlRestart w:val="1"/>')
    )
    steps = [(0, "甲"), (1, "乙"), (2, "丙"), (1, "丁"), (2, "戊"), (0, "己"), (2, "庚")]
    body = "".join(listed(text, 1, at) for at, text in steps)
    shown = lines(package(body, {"numbering": numbering({1: on})}))
    assert [shown[at] for at in (2, 4, 6)] == ["(1)丙", "(2)戊", "(1)庚"]


def test_a_style_carries_its_list_and_its_level() -> None:
    own = level(0, "chineseCountingThousand", "%1、", '<w:pStyle w:val="h1"/>')
    own += level(1, "chineseCountingThousand", "（%2）", '<w:pStyle w:val="h2"/>')
    in_list = '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>'
    part_ = styles(
        style("h1", "heading 1", in_list), style("h2", "heading 2", in_list), style("own", "本单位标题", "", "h1")
    )
    body = styled("h1", "总体要求") + styled("h2", "目标") + styled("own", "任务")
    body += p("前言", '<w:pStyle w:val="h1"/><w:numPr><w:ilvl w:val="0"/><w:numId w:val="0"/></w:numPr>')
    assert marked(package(body, {"styles": part_, "numbering": numbering({1: own})})) == [
        ("heading", 1, "一、总体要求"),
        ("heading", 2, "（一）目标"),
        ("heading", 1, "二、任务"),
        ("heading", 1, "前言"),
    ]


def test_a_definition_may_only_name_a_list_style() -> None:
    inner = (
        '<w:abstractNum w:abstractNumId="1"><w:styleLink w:val="own"/>'
        + level(0, "decimal", "%1.")
        + "</w:abstractNum>"
    )
    inner += '<w:abstractNum w:abstractNumId="2"><w:numStyleLink w:val="own"/></w:abstractNum>'
    inner += '<w:num w:numId="5"><w:abstractNumId w:val="2"/></w:num>'
    assert lines(package(listed("甲", 5) + listed("乙", 5), {"numbering": part("numbering", inner)})) == [
        "1.甲",
        "2.乙",
    ]


def test_a_bullet_leaves_no_sign_and_marks_an_item() -> None:
    own = numbering({1: level(0, "bullet", "\uf06c"), 2: level(0, "bullet", "附：")})
    assert marked(package(listed("甲", 1) + listed("乙", 2), {"numbering": own})) == [
        ("item", 0, "甲"),
        ("paragraph", 0, "附：乙"),
    ]


def test_numbers_of_lists_mark_items_and_those_of_headings_do_not() -> None:
    body = listed("总体要求", 1) + listed("完成改造。", 1, 2)
    kinds = [kind for kind, _, _ in marked(package(body, {"numbering": numbering({1: OFFICIAL})}))]
    assert kinds == ["paragraph", "item"]


def test_an_empty_numbered_paragraph_counts_but_shows_only_in_tables() -> None:
    body = listed("甲", 1) + listed("", 1) + listed("乙", 1)
    body += tbl(tr("序号", "事项"), *(tr(tc(listed("", 2)), text) for text in ("修路", "架桥")))
    own = numbering({1: level(0, "decimal", "%1."), 2: level(0, "decimal", "%1")})
    assert lines(package(body, {"numbering": own})) == ["1.甲", "3.乙", "序号\t事项", "1\t修路", "2\t架桥"]


def test_a_list_without_numbers_marks_nothing() -> None:
    own = numbering({1: level(0, "none", "", '<w:suff w:val="nothing"/>')})
    assert marked(package(listed("正文。", 1), {"numbering": own})) == [("paragraph", 0, "正文。")]


def test_numbers_that_were_frozen_by_their_starts_read_as_printed() -> None:
    frozen = {n: level(0, "chineseCounting", "%1、", '<w:suff w:val="nothing"/>', start=n) for n in (1, 2, 3)}
    body = "".join(listed(text, n) for n, text in enumerate(("甲事", "乙事", "丙事"), 1))
    assert lines(package(body, {"numbering": numbering(frozen)})) == ["一、甲事", "二、乙事", "三、丙事"]


def test_an_unknown_list_leaves_the_text_alone() -> None:
    assert lines(package(listed("甲", 9) + listed("乙", 1, 12))) == ["甲", "乙"]


def test_the_lists_of_a_real_template_are_counted() -> None:
    def build(document: Document) -> None:
        for text in ("甲", "乙"):
            document.add_paragraph(text, style="List Number")
        document.add_paragraph("丙", style="List Bullet")

    assert marked(saved(build)) == [("item", 0, "1.甲"), ("item", 0, "2.乙"), ("item", 0, "丙")]


@pytest.mark.parametrize(
    ("number_format", "value", "shown"),
    [
        ("decimal", 12, "12"),
        ("decimalZero", 3, "03"),
        ("decimalFullWidth", 12, "１２"),
        ("decimalEnclosedCircle", 3, "③"),
        ("decimalEnclosedCircleChinese", 20, "⑳"),
        ("decimalEnclosedCircle", 21, "21"),
        ("decimalEnclosedParen", 2, "⑵"),
        ("decimalEnclosedFullstop", 2, "⒉"),
        ("chineseCounting", 10, "十"),
        ("chineseCounting", 11, "十一"),
        ("chineseCounting", 20, "二十"),
        ("chineseCounting", 99, "九十九"),
        ("chineseCounting", 105, "一○五"),
        ("chineseCountingThousand", 105, "一百零五"),
        ("chineseCountingThousand", 110, "一百一十"),
        ("chineseCountingThousand", 1001, "一千零一"),
        ("taiwaneseCounting", 21, "二十一"),
        ("taiwaneseCountingThousand", 12, "十二"),
        ("japaneseCounting", 111, "百十一"),
        ("ideographDigital", 10, "一〇"),
        ("chineseLegalSimplified", 3, "叁"),
        ("ideographLegalTraditional", 2, "貳"),
        ("ideographTraditional", 3, "丙"),
        ("ideographTraditional", 11, "11"),
        ("ideographZodiac", 12, "亥"),
        ("ideographZodiacTraditional", 2, "乙丑"),
        ("ideographEnclosedCircle", 2, "㈡"),
        ("upperLetter", 2, "B"),
        ("lowerLetter", 28, "bb"),
        ("upperRoman", 14, "XIV"),
        ("lowerRoman", 9, "ix"),
        ("none", 4, ""),
        ("hindiVowels", 4, "4"),
        ("upperRoman", 0, "0"),
        ("chineseCounting", 123456, "123456"),
    ],
)
def test_a_number_in_its_format(number_format: str, value: int, shown: str) -> None:
    assert formatted(value, number_format) == shown


@given(st.integers(1, 9999))
def test_chinese_words_for_two_numbers_differ(value: int) -> None:
    assert formatted(value, "chineseCountingThousand") != formatted(value + 1, "chineseCountingThousand")
