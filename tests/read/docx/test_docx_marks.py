"""Titles and headings: what styles and outline levels say."""

from __future__ import annotations

import pytest
from docx.document import Document

from reporter.read.docx import read_docx
from tests.read.docx.building import marked, p, package, r, saved, style, styled, styles


@pytest.mark.parametrize(
    ("name", "level"),
    [
        ("heading 1", 1), ("Heading 3", 3), ("标题 1", 1), ("标题2", 2), ("標題 3", 3), ("二级标题", 2), ("标题一", 1),
        ("heading 9", 9),
    ],
)  # fmt: skip
def test_a_style_is_a_heading_by_its_name(name: str, level: int) -> None:
    assert marked(package(styled("x", "概况"), {"styles": styles(style("x", name))})) == [("heading", level, "概况")]


@pytest.mark.parametrize("name", ["标题字符", "heading", "正文标题说明", "Normal (Web)", "List Paragraph"])
def test_other_names_are_no_headings(name: str) -> None:
    assert marked(package(styled("x", "概况"), {"styles": styles(style("x", name))})) == [("paragraph", 0, "概况")]


def test_a_level_is_inherited_and_may_be_taken_back() -> None:
    level = '<w:pPr><w:outlineLvl w:val="{}"/></w:pPr>'
    part_ = styles(
        style("base", "heading 2", level.format(1)),
        style("own", "本局小标题", "", "base"),
        style("text", "本局正文", level.format(9), "base"),
    )
    body = styled("own", "概况") + styled("text", "正文") + p("直接", '<w:outlineLvl w:val="2"/>')
    body += p("收回", '<w:pStyle w:val="base"/><w:outlineLvl w:val="9"/>')
    assert marked(package(body, {"styles": part_})) == [
        ("heading", 2, "概况"),
        ("paragraph", 0, "正文"),
        ("heading", 3, "直接"),
        ("paragraph", 0, "收回"),
    ]


def test_a_circle_of_styles_ends() -> None:
    part_ = styles(style("a", "甲", "", "b"), style("b", "乙", "", "a"))
    assert marked(package(styled("a", "正文"), {"styles": part_})) == [("paragraph", 0, "正文")]


def test_bold_text_is_no_heading_of_the_markup() -> None:
    assert marked(package(p(r("工作目标", "<w:b/>"), '<w:jc w:val="center"/>'))) == [("paragraph", 0, "工作目标")]


def test_the_first_paragraph_of_the_title_style_is_the_title() -> None:
    part_ = {"styles": styles(style("t", "Title"), style("own", "局文件标题", "", "t"))}
    body = p("某市文件") + styled("own", "关于某事的意见") + styled("t", "附件：名单")
    assert [kind for kind, _, _ in marked(package(body, part_))] == ["paragraph", "title", "paragraph"]


def test_headings_of_a_real_template() -> None:
    def build(document: Document) -> None:
        document.add_heading("关于某事的报告", 0)
        document.add_heading("概况", 1)
        document.add_paragraph("正文。")

    assert marked(saved(build)) == [("title", 0, "关于某事的报告"), ("heading", 1, "概况"), ("paragraph", 0, "正文。")]


def test_an_unknown_style_is_the_default_one() -> None:
    assert marked(package(styled("?", "正文"))) == [("paragraph", 0, "正文")]


def test_the_properties_of_the_file_are_not_the_documents() -> None:
    def build(document: Document) -> None:
        document.core_properties.author = "甲"
        document.core_properties.title = "旧题目"
        document.add_paragraph("正文。")

    assert read_docx(saved(build), "a.docx").metadata == ()


def test_the_title_of_the_properties_counts_where_a_line_says_the_same_but_the_first() -> None:
    def metadata(*texts: str) -> tuple[tuple[str, str], ...]:
        def build(document: Document) -> None:
            document.core_properties.title = "关于某事的通知"
            for text in texts:
                document.add_paragraph(text)

        return read_docx(saved(build), "a.docx").metadata

    assert metadata("某市文件", "关于 某事的通知", "正文。") == (("title", "关于某事的通知"),)
    assert metadata("关于某事的通知", "正文。") == ()
    assert metadata("某市文件", "另一件事", "正文。") == ()
