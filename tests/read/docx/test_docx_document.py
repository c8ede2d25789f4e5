"""What the rooms behind the reader make of a DOCX: sections of automatic numbers, sentences, tables, places."""

from __future__ import annotations

from reporter.extract import extract
from reporter.model import Document, Locator
from reporter.pipeline import document_of
from reporter.read.docx import read_docx
from tests.read.docx.building import level, listed, numbering, p, package, part, r, style, styled, styles, tbl, tc, tr

OFFICIAL = level(0, "chineseCountingThousand", "%1、", '<w:pStyle w:val="1"/>') + level(1, "chineseCounting", "（%2）")
LISTED = '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>'


def plan() -> Document:
    """A short work plan as office programs write it."""
    large = '<w:sz w:val="44"/>'
    heads = r("<w:t>东溪县人民政府关于印发</w:t><w:br/><w:t>2024年工作安排的通知</w:t>", large)
    body = p(heads, '<w:jc w:val="center"/>') + p("各乡镇人民政府：") + styled("1", "总体要求")
    body += p(
        r("全县生产总值增长")
        + "<w:del><w:r><w:delText>5</w:delText></w:r></w:del>"
        + f"<w:ins>{r('6')}</w:ins>"
        + r("%。")
    )
    body += listed("工作目标", 1, 1) + p(r("新增企业12家。") + r('<w:footnoteReference w:id="1"/>'))
    body += styled("1", "重点任务") + listed("壮大工业", 1, 1) + p("改造车间30个。")
    body += tbl(tr(tc("主要指标", '<w:gridSpan w:val="2"/>')), tr("指标", "目标"), tr("产值（亿元）", "120"))
    parts = {
        "numbering": numbering({1: OFFICIAL}),
        "styles": styles(style("1", "heading 1", LISTED)),
        "footnotes": part("footnotes", f'<w:footnote w:id="1">{p("初步统计。")}</w:footnote>'),
    }
    return document_of(read_docx(package(body, parts), "plan.docx"))


def test_automatic_numbers_make_the_sections() -> None:
    found = [(section.level, section.number, section.heading) for section in plan().sections]
    assert found == [
        (1, "一、", "总体要求"),
        (2, "（一）", "工作目标"),
        (1, "二、", "重点任务"),
        (2, "（一）", "壮大工业"),
    ]


def test_a_title_over_two_lines_is_one() -> None:
    assert plan().title.text == "东溪县人民政府关于印发2024年工作安排的通知"


def test_sentences_are_the_bodys_without_notes_and_cells() -> None:
    texts = [sentence.text for sentence in plan().sentences]
    assert texts == ["各乡镇人民政府：", "全县生产总值增长6%。", "新增企业12家。", "改造车间30个。"]


def test_a_table_has_its_caption_and_its_places() -> None:
    document = plan()
    tables = [table for table in extract(document).tables if table.origin == "table"]
    assert [(table.caption, table.header) for table in tables] == [("主要指标", ("指标", "目标"))]
    raw = document.clean.raw
    assert raw.locator(*raw.tables[0].rows[1][1]) == Locator(paragraph=11)
