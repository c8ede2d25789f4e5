"""Markdown becomes its readable text; every sign of it is an edit, and what stands in the file is never lost."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reporter.model import RawText
from reporter.read.markdown import read_markdown
from reporter.read.plain import read_plain


def read(text: str) -> RawText:
    raw = read_markdown(text.encode(), "a.md")
    assert raw.ledger.inverse() == raw.ledger.source == text
    return raw


def marked(raw: RawText) -> list[tuple[str, str]]:
    """(kind, readable text) of every mark; a heading's kind has its level."""
    return [(f"{mark.kind}{mark.level or ''}", raw.ledger.replay(mark.start, mark.end)) for mark in raw.marks]


def cells(raw: RawText) -> list[list[str]]:
    (table,) = raw.tables
    return [[raw.ledger.replay(*cell) if cell != (0, 0) else "" for cell in row] for row in table.rows]


def test_the_only_top_heading_is_the_title_and_others_have_their_levels() -> None:
    raw = read("# 质量报告\n\n## 一、去年\n正文。\n\n### （一）标准\n\n#### 1. 甲\n")
    assert marked(raw) == [
        ("title", "质量报告"), ("heading2", "一、去年"), ("paragraph", "正文。"), ("heading3", "（一）标准"),
        ("heading4", "1. 甲"),
    ]  # fmt: skip
    assert marked(read("# 甲\n\n正文*一*\n\n# 乙\n"))[0] == ("heading1", "甲")


def test_a_setext_heading_is_one() -> None:
    assert marked(read("质量报告\n====\n\n正文。\n\n去年\n---\n")) == [
        ("title", "质量报告"), ("paragraph", "正文。"), ("heading2", "去年"),
    ]  # fmt: skip


def test_a_heading_needs_no_blank_behind_its_signs() -> None:
    assert marked(read("##一、去年\n正文。\n#总结\n")) == [
        ("heading2", "一、去年"), ("paragraph", "正文。"), ("heading1", "总结"),
    ]  # fmt: skip


def test_a_hashtag_is_no_heading() -> None:
    assert marked(read("## 甲\n#质量月#今天开始\n")) == [("heading2", "甲"), ("paragraph", "#质量月#今天开始")]


def test_signs_of_emphasis_links_and_code_go_and_their_words_stay() -> None:
    text = '**要点**：*加*强~~旧~~`代码`[监管](http://a.b/(c) "题")，见<http://d.e>。\n'
    assert read(text).ledger.text == "要点：加强旧代码监管，见http://d.e。\n"


def test_double_stars_beside_chinese_marks_are_emphasis_too() -> None:
    assert read("**要点：**如下，见**《办法》**第二条。\n").ledger.text == "要点：如下，见《办法》第二条。\n"


def test_stars_between_figures_multiply() -> None:
    assert read("# 规格\n\n尺寸3*5*8米，**合格**。\n").ledger.text == "规格\n\n尺寸3*5*8米，合格。\n"


def test_escapes_and_entities_are_what_they_stand_for() -> None:
    assert read("\\*注\\* &ldquo;双百&rdquo; 5 &lt; 6 \\甲\n").ledger.text == "*注* “双百” 5 < 6 \\甲\n"


def test_soft_breaks_join_and_hard_breaks_are_lines() -> None:
    raw = read("# 题\n\n第一行，\n第二行\nword\nnext。  \n另一行\\\n第三行\n")
    assert marked(raw)[1:] == [
        ("paragraph", "第一行，第二行 word next。"),
        ("paragraph", "另一行"),
        ("paragraph", "第三行"),
    ]


def test_a_soft_break_between_chinese_and_a_figure_is_no_blank() -> None:
    raw = read("# 农资\n\n全区调入化肥\n2.3万吨，计\n12\n船，用 GPS\n3 台。\n")
    assert raw.ledger.text.split("\n")[-2] == "全区调入化肥2.3万吨，计12船，用 GPS 3 台。"


def test_a_numbered_line_a_stamp_and_an_indented_line_are_not_joined() -> None:
    raw = read("# 题\n来源：某报\n（一）第一。\n（二）第二。\n　　第三。\n")
    assert [text for _, text in marked(raw)] == ["题", "来源：某报", "（一）第一。", "（二）第二。", "第三。"]


def test_items_keep_their_numbers_and_lose_their_signs() -> None:
    raw = read("# 题\n\n1. 甲\n2) 乙\n\n- 丙\n  1. 丁\n\n     续段\n* 戊\n")
    assert marked(raw)[1:] == [
        ("item", "1. 甲"), ("item", "2) 乙"), ("item", "丙"), ("item", "1. 丁"), ("paragraph", "续段"), ("item", "戊"),
    ]  # fmt: skip


def test_text_below_a_numbered_phrase_is_a_paragraph() -> None:
    assert marked(read("# 题\n\n1. 夯实基础\n全年新增**12**家。\n"))[1:] == [
        ("item", "1. 夯实基础"), ("paragraph", "全年新增12家。"),
    ]  # fmt: skip


def test_a_quotation_is_a_paragraph() -> None:
    assert marked(read("> 引文一，\n> 续行。\n>\n> 引文二\n")) == [
        ("paragraph", "引文一，续行。"),
        ("paragraph", "引文二"),
    ]


def test_a_table_drawn_with_bars_keeps_its_cells() -> None:
    raw = read("产值如下：\n\n| 地区 | **产值** |\n|:--|--:|\n| 甲\\|乙 | 12 |\n| | `3`<br>4 |\n")
    assert cells(raw) == [["地区", "产值"], ["甲|乙", "12"], ["", "3 4"]]
    assert raw.tables[0].header_rows == 1
    assert raw.ledger.text.startswith("产值如下：\n\n地区\t产值\n甲|乙\t12\n")


def test_a_table_right_below_a_line_and_in_a_quotation_is_one() -> None:
    assert cells(read("如下：\n地区|产值\n--|--\n甲|12\n")) == [["地区", "产值"], ["甲", "12"]]
    assert cells(read("> 地区 | 产值\n> --|--\n> 甲 | 12\n")) == [["地区", "产值"], ["甲", "12"]]


def test_notes_code_and_alternative_texts_are_set_aside() -> None:
    raw = read("增长5%[^1]。\n\n```sh\nls\n```\n\n![走访](a.png)\n\n[^1]: 初步数\n")
    assert marked(raw) == [("paragraph", "增长5%。"), ("aside", "ls"), ("aside", "走访"), ("aside", "初步数")]


def test_a_fence_around_chinese_is_text() -> None:
    assert marked(read("```\n  引自报告\n```\n")) == [("paragraph", "引自报告")]


def test_markup_within_is_stripped_as_pages_are() -> None:
    raw = read(
        "# 题\n\n<div align='center'><b>居中</b>文字</div>\n<!-- 注 -->\n\n"
        "行内<span style='x'>文字</span><!-- 注 -->。\n\n"
        "<table><tr><td>地区</td><td>产值</td></tr><tr><td>甲</td><td>12</td></tr></table>\n"
    )
    assert [text for _, text in marked(raw)] == ["题", "居中文字", "行内文字。", "地区\t产值", "甲\t12"]
    assert cells(raw) == [["地区", "产值"], ["甲", "12"]]


def test_markdown_begins_again_right_below_a_block_of_html() -> None:
    assert marked(read("<div>抬头</div>\n## 目标\n正文**重点**。\n")) == [
        ("paragraph", "抬头"), ("heading2", "目标"), ("paragraph", "正文重点。"),
    ]  # fmt: skip


def test_reference_definitions_and_rulers_are_no_text() -> None:
    assert read("见[办法][1]。\n\n***\n\n[1]: http://a.b '题'\n\n完\n").ledger.text == "见办法。\n\n完\n"


YAML = """---
title: "质量: 报告"
作者: [张三, '李四']
来源：某市局
发布时间: 2020-01-02 10:00 # 星期四
url: http://a.b/c#d
tags:
  - 质量
summary: >
  一段摘要
---
"""


def test_front_matter_is_metadata_and_set_aside() -> None:
    raw = read(YAML + "# 另一题\n正文。\n")
    assert dict(raw.metadata) == {
        "title": "质量: 报告", "author": "张三、李四", "source": "某市局", "date": "2020-01-02 10:00", "url": "http://a.b/c#d",
    }  # fmt: skip
    assert {kind for kind, _ in marked(raw)[:-2]} == {"aside"}
    assert marked(raw)[-2:] == [("heading1", "另一题"), ("paragraph", "正文。")]


def test_toml_is_front_matter_too() -> None:
    raw = read("+++\ntitle = '报告'\ndate = 2020-01-02\nauthors = ['甲', '乙']\n+++\n正文\n")
    assert dict(raw.metadata) == {"title": "报告", "author": "甲、乙", "date": "2020-01-02"}


@pytest.mark.parametrize(
    "text", ["---\n正文一句。\n---\n再一句。**重**\n", "+++\n不是\n+++\n*甲*\n", "---\n未完: 甲\n"]
)
def test_what_is_no_list_of_fields_is_text(text: str) -> None:
    raw = read(text)
    assert raw.metadata == ()
    assert all(letter in raw.ledger.text for letter in text if letter.isalnum())


@pytest.mark.parametrize("end", ["\r\n", "\r"])
def test_other_line_ends_and_a_byte_order_mark_change_nothing(end: str) -> None:
    text = "\ufeff# 题\n\n甲，\n**乙**。\n\n|a|b|\n|-|-|\n|1|2|\n".replace("\n", end)
    raw = read(text)
    assert marked(raw)[:2] == [("title", "题"), ("paragraph", "甲，乙。")]
    assert cells(raw) == [["a", "b"], ["1", "2"]]


PLAIN = (
    "关于质量工作的报告\n\n　　第一段。\n    第二段，去年5*8，今年3_4。\n一、目标\n1. 甲\n2. 乙\n------\n# \n",
    "质量&nbsp;报告\n#质量月#\n1.甲\n\n\t第二段\n",
)


@pytest.mark.parametrize("text", [text.replace("# \n", "") for text in PLAIN])
def test_a_file_without_markup_is_plain_text(text: str) -> None:
    raw, plain = read(text), read_plain(text.encode(), "a.md")
    assert (raw.ledger, raw.marks, raw.tables, raw.metadata) == (plain.ledger, (), (), ())
    assert raw.format == "md"


SIGNS = st.sampled_from(
    [
        "# ",
        "## ",
        "##",
        "> ",
        "- ",
        "1. ",
        "**",
        "*",
        "`",
        "```",
        "~~",
        "\\",
        "[^1]",
        "[^1]: ",
        "[a](",
        ")",
        "](b)",
        "![",
        "](c)",
        "\n",
        "\n\n",
        "  \n",
        "    ",
        "\t",
        "---",
        "===",
        "+++",
        "<b>",
        "</b>",
        "<!--",
        "-->",
        "<div>",
        "&amp;",
        "&",
        ":",
        "：",
        "_",
        "__",
        "\r\n",
        "\ufeff",
        "\u3000",
        "<http://a.b>",
    ]
)
WORDS = st.text("质量监管甲乙丙0123456789ab，。“（", min_size=1, max_size=6)


@settings(deadline=None, max_examples=400)
@given(st.lists(st.one_of(SIGNS, WORDS, st.sampled_from(["|", "|--|--|\n", "||"])), max_size=40).map("".join))
def test_any_text_is_read_reversibly_and_its_marks_lie_in_order(text: str) -> None:
    if not any(char.isalnum() for char in text):
        return
    raw = read(text)
    ends = [0]
    for mark in raw.marks:
        assert ends[-1] <= mark.start < mark.end
        assert raw.ledger.replay(mark.start, mark.end).strip()
        ends.append(mark.end)
    for table in raw.tables:
        assert len({len(row) for row in table.rows}) == 1
        assert all(raw.ledger.replay(*cell).strip() for row in table.rows for cell in row if cell != (0, 0))


BLOCK = st.builds(
    lambda form, words: form.replace("@", words),
    st.sampled_from(
        ["@", "# @", "##@", "- @", "1. @", "> @", "**@**", "*@*", "`@`", "| @ | 甲 |\n|--|--|\n| @ | 乙 |",
         "```\n@\n```", "<p>@</p>", "　　@",
         "    @", "[@](http://x.y)", "~~@~~", "@  \n@", "- @\n  - @"]
    ),
    st.text("质量监管甲乙丙0123456789", min_size=1, max_size=8),
)  # fmt: skip


@settings(deadline=None)
@given(st.lists(BLOCK, min_size=1, max_size=8), st.sampled_from(["\n\n", "\n"]))
def test_no_letter_of_the_text_is_lost(blocks: list[str], between: str) -> None:
    text = between.join(blocks) + "\n"
    words = text.replace("http://x.y", "").replace("<p>", "").replace("</p>", "")
    assert list(filter(str.isalnum, read(text).ledger.text)) == list(filter(str.isalnum, words))


def test_a_table_has_a_thousand_columns_and_says_how_many_cells_are_left_out() -> None:
    count = 1_003
    raw = read(f"# 质量报告\n\n|{'列|' * count}\n|{'-|' * count}\n|{'1|' * count}\n\n正文一句。\n")
    (table,) = raw.tables
    assert {len(row) for row in table.rows} == {1_000}
    assert (table.start, table.end) == (raw.ledger.source.index("列"), raw.ledger.source.rindex("1") + 1)
    (finding,) = raw.findings
    assert finding.code == "read-cells-limit"
    assert dict(finding.values) == {"count": "6", "first": "ALM1"}
