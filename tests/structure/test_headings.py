"""Headings: what heads a section, at which level, and what only looks like it."""

from __future__ import annotations

import pytest

from reporter.model import CleanText, Document
from reporter.structure import structure

TEXT = "今年以来，各项工作稳步推进，取得了明显成效。"


def of(*lines: str) -> Document:
    return structure(CleanText.of("\n".join(lines)), "x")


def headings(*lines: str) -> list[tuple[int, str | None, str]]:
    return [(section.level, section.number, section.heading) for section in of(*lines).sections]


@pytest.mark.parametrize(
    ("number", "next_number"),
    [
        ("一、", "二、"), ("（一）", "（二）"), ("1.", "2."), ("1、", "2、"), ("（1）", "（2）"), ("①", "②"),
        ("壹、", "貳、"), ("第一部分 ", "第二部分 "), ("第一章 ", "第二章 "), ("第一节　", "第二节　"), ("Ⅰ、", "Ⅱ、"),
        ("(一)", "(二)"), ("一.", "二."),
        ("甲、", "乙、"), ("A.", "B."), ("㈠", "㈡"), ("⑴", "⑵"), ("1．", "2．"), ("一）", "二）"), ("——", "——"),
    ],
)  # fmt: skip
def test_a_number_before_a_phrase_heads_the_paragraph_below(number: str, next_number: str) -> None:
    found = headings(TEXT, f"{number}夯实工作基础", TEXT, f"{next_number}加强队伍建设", TEXT)
    assert found == [(1, number.strip(), "夯实工作基础"), (1, next_number.strip(), "加强队伍建设")]


@pytest.mark.parametrize("number", ["一、", "（一）", "1.", "（1）", "①", "——"])
def test_a_run_in_heading_leaves_the_rest_as_its_paragraph(number: str) -> None:
    document = of(TEXT, f"{number}夯实工作基础。{TEXT}")
    section = document.sections[0]
    assert (section.heading, section.inline) == ("夯实工作基础", True)
    assert [sentence.text for sentence in document.sentences if sentence.section == section.id] == [TEXT]
    assert section.span.of(document.text) == f"{number}夯实工作基础"


@pytest.mark.parametrize(
    "line",
    [
        "一、二、三产业协调发展，结构进一步优化。",
        "一、二季度增速分别为7%和8%。",
        "2011年，全县财政收入突破十亿元。",
        "3.5亿元资金全部到位。",
        "1、2号机组先后并网发电。",
        "12家企业获得表彰。",
        "第三产业占比提高。",
        "第二条生产线建成投产后，日产能提高到三百吨，产品销往二十多个省份和地区，职工收入也明显提高，群众普遍满意。",
        "附近居民反映良好。",
        "5·20世界计量日活动精彩纷呈。",
        "（三）班组获得先进称号的还有两个单位，它们分别来自不同的乡镇，各自带来了不同的经验和做法，值得学习。",
        "十佳企业名单公布。",
        "百姓点赞。",
    ],
)
def test_a_number_that_begins_a_sentence_is_no_heading(line: str) -> None:
    assert headings(TEXT, line, TEXT) == []


@pytest.mark.parametrize("step", ["一是", "二要", "首先，", "其次，", "第一，", "其一，", "三则"])
def test_steps_are_items_of_their_section(step: str) -> None:
    document = of("一、工作措施", f"{step}加强领导。{TEXT}", f"二是落实责任。{TEXT}")
    assert [section.heading for section in document.sections] == ["工作措施"]
    assert [item.marker for item in document.items] == [step.rstrip("，"), "二是"]
    assert document.sentences[0].text == f"{step}加强领导。"


def test_an_adverb_alone_is_no_item() -> None:
    assert of(TEXT, f"另外，{TEXT}", TEXT).items == ()


def test_labels_with_facts_are_items_and_keep_their_text() -> None:
    document = of(
        "一、企业情况",
        "1、甲乙机械：去年产值6亿元。今年计划8亿元。",
        "2、丙丁食品：去年产值3亿元。",
        "3、戊己纸业：去年产值2亿元。",
    )
    assert [(item.marker, item.label) for item in document.items] == [
        ("1、", "甲乙机械"), ("2、", "丙丁食品"), ("3、", "戊己纸业")
    ]  # fmt: skip
    assert document.items[0].sentences == tuple(sentence.id for sentence in document.sentences[:2])
    assert document.sentences[0].text.startswith("1、甲乙机械：")
    assert len(document.sections) == 1


def test_tasks_before_a_colon_are_headings() -> None:
    assert headings("一、措施", "1.加强领导：成立专班，明确分工。", "2.落实责任：细化清单，逐项销号。") == [
        (1, "一、", "措施"), (2, "1.", "加强领导"), (2, "2.", "落实责任")
    ]  # fmt: skip


def test_levels_follow_the_documents_own_nesting() -> None:
    assert [level for level, _, _ in headings("（一）目标任务", TEXT, "1.总体目标", TEXT, "（二）保障措施", TEXT)] == [
        1,
        2,
        1,
    ]
    assert [level for level, _, _ in headings("1.总体目标", TEXT, "（1）近期", TEXT, "2.措施", TEXT)] == [1, 2, 1]


def test_a_scheme_of_higher_rank_closes_what_came_before_it() -> None:
    assert [level for level, _, _ in headings("（一）前期", TEXT, "一、总体情况", TEXT, "（一）成效", TEXT)] == [
        1,
        1,
        2,
    ]


def test_a_number_alone_takes_the_next_line() -> None:
    assert headings("第一章", "总体要求", TEXT, "第二章", "重点任务", TEXT) == [
        (1, "第一章", "总体要求"), (1, "第二章", "重点任务")
    ]  # fmt: skip


def test_a_heading_over_two_lines_is_joined_by_a_space_and_spans_both() -> None:
    document = of(TEXT, "着力抓好项目建设", "着力优化发展环境", TEXT)
    assert document.sections[0].heading == "着力抓好项目建设 着力优化发展环境"
    assert document.sections[0].span.of(document.text) == "着力抓好项目建设\n着力优化发展环境"


def test_two_short_lines_of_different_size_are_two_headings() -> None:
    assert headings(TEXT, "主要成效", "全面推进项目建设和环境优化", TEXT) == [
        (1, None, "主要成效"), (1, None, "全面推进项目建设和环境优化")
    ]  # fmt: skip


@pytest.mark.parametrize(
    "line",
    [
        "“守初心、担使命”",
        "《质量发展纲要》",
        "（2019年3月5日）",
        "图为活动现场",
        "各位代表：",
        "工作中要注意的",
        "0576-88201234",
        "如下",
    ],
)
def test_a_short_line_of_another_sort_is_no_heading(line: str) -> None:
    assert headings(TEXT, TEXT, line, TEXT) == []


def test_an_unnumbered_line_behind_an_unfinished_one_is_no_heading() -> None:
    assert (
        headings(
            TEXT,
            "各部门协同配合，共同推进质量强县建设，力争到年底前全面完成各项目标任务，不留死角",
            "全县质量工作再上台阶",
            TEXT,
        )
        == []
    )


def test_the_tail_of_a_paragraph_is_a_heading_beside_others_like_it() -> None:
    document = of(f"{TEXT}抓好源头管理 保障产品质量", TEXT, "加强过程控制 提升产品质量", TEXT)
    assert [section.heading for section in document.sections] == [
        "抓好源头管理 保障产品质量",
        "加强过程控制 提升产品质量",
    ]
    assert document.paragraphs[0].span.of(document.text) == TEXT


def test_an_unfinished_last_sentence_is_no_heading() -> None:
    document = of(f"{TEXT}各单位要认真抓好落实", TEXT)
    assert document.sections == ()
    assert [sentence.text for sentence in document.sentences] == [TEXT, "各单位要认真抓好落实", TEXT]


def test_section_ids_come_from_number_and_words() -> None:
    one, two = of("一、工作回顾", TEXT).sections[0], of("引言部分的文字。", "一、 工作回顾", TEXT).sections[0]
    assert one.id == two.id
    assert one.id.startswith("s")
    assert len({section.id for section in of("一、回顾", TEXT, "一、回顾", TEXT).sections}) == 2


def test_rows_of_a_table_in_plain_text_are_no_sentences() -> None:
    document = of(
        "一、主要指标", TEXT, "表1 主要指标", "指标 2018年 2019年", "生产总值 210.5 228.9", "财政收入 18.2 19.6", TEXT
    )
    assert [sentence.text for sentence in document.sentences] == [TEXT, TEXT]
    assert [finding.code for finding in document.findings if finding.code == "structure-table-lines"]
