"""A work report comes back as it was written, however it is set."""

from __future__ import annotations

import pytest

from reporter.pipeline import document_of
from tests.read.pdf.reading import cells, lines, marked, read
from tests.read.pdf.report import STYLE, Report, pdf, rates_table, report

_TITLE = ("关于某县2023年国民经济和社会发展计划", "执行情况与2024年计划草案的报告")
_PLAIN = (
    "<table class=plain><tr><td>项目<td>2022<td>2023<tr><td>生产总值<td>1,203.5<td>1,300.1"
    "<tr><td>财政收入<td>88.4<td>-90.2<tr><td>用电量<td>45.1<td>46.0</table>"
)
_NOTE = "按可比价格计算，最终数据以统计年鉴公布的为准，与往年公布的数据口径保持一致，请各单位在使用时予以注意。"
_SETTINGS = {
    "as offices set it": STYLE,
    "ragged right": STYLE.replace("justify", "left"),
    "blank lines instead of indents": STYLE.replace("text-indent: 2em; margin: 0", "text-indent: 0; margin: 0 0 8pt"),
    "small and tight": STYLE.replace("16pt/1.75", "10.5pt/1.5").replace("22pt", "18pt"),
    "headings not bold": STYLE.replace("bold 16pt", "16pt"),
    "no outline": STYLE + "h1, h2, h3 { bookmark-level: none }",
    "odd and even pages": STYLE
    + """@page:left { @bottom-center { content: none } @bottom-left { content: "— " counter(page) " —" } }
         @page:right { @bottom-center { content: none }
                       @bottom-right { content: "第 " counter(page) " 页 共 " counter(pages) " 页" } }""",
    "bare numbers": STYLE.replace('"— " counter(page) " —"', "counter(page)").replace(
        '"某县人民政府工作报告"', 'counter(page) " 某县人民政府工作报告"'
    ),
}


def _pages(made: Report, style: str) -> bytes:
    """The report with its title, a ruled table over a page break, one without rules and a footnote."""
    html = list(made.html)
    half = len(html) // 2
    html[half:half] = ["<p class=caption>表1　主要指标</p><p class=unit>单位：万元</p>", rates_table(45)[0]]
    html[3] = html[3].replace("</p>", f"<span class=note>{_NOTE}</span></p>")
    html[6:6] = [f"<div style='break-inside: avoid'>{_PLAIN}</div>"]
    head = f"<h1>{'<br>'.join(_TITLE)}</h1><p class=date>（2024年1月10日）</p>"
    return pdf(head + "".join(html), style)


@pytest.mark.parametrize("name", _SETTINGS)
def test_every_line_comes_back_as_it_was_written(name: str) -> None:
    made = report(8)
    raw = read(_pages(made, _SETTINGS[name]))
    assert lines(raw) == ["".join(_TITLE), "（2024年1月10日）", *made.lines]
    ledger = raw.ledger
    assert [table.caption and ledger.replay(*table.caption) for table in raw.tables] == [None, "表1 主要指标"]
    assert ledger.replay(raw.tables[1].start, raw.tables[1].end).startswith("表1 主要指标\n单位：万元\n")
    assert cells(raw, 0) == [
        ["项目", "2022", "2023"], ["生产总值", "1,203.5", "1,300.1"], ["财政收入", "88.4", "-90.2"],
        ["用电量", "45.1", "46.0"],
    ]  # fmt: skip
    assert cells(raw, 1) == rates_table(45)[1]
    assert [table.header_rows for table in raw.tables] == [1, 2]
    assert marked(raw, "title") == [("".join(_TITLE), 0)]
    assert [words.removeprefix("1.").strip() for words, _ in marked(raw, "aside")] == [_NOTE]


def test_every_sentence_of_the_document_stands_in_the_page_that_made_it() -> None:
    made = report(8)
    document = document_of(read(_pages(made, STYLE)))
    written = "".join(made.lines)
    sentences = [sentence.span.of(document.clean.text) for sentence in document.sentences]
    assert len(sentences) > 90
    assert [sentence for sentence in sentences if sentence not in written] == []
    assert [section.level for section in document.sections] == [1, 2, 2] * 8
    assert document.title is not None
    assert document.title.text == "".join(_TITLE)


def test_every_line_and_cell_has_its_page_and_box() -> None:
    raw = read(_pages(report(8), STYLE))
    pages = [place.locator.page for place in raw.places if place.locator.page]
    assert pages[0] == 1
    assert max(pages) == 14
    assert all(place.locator.box for place in raw.places)
    for row in raw.tables[1].rows:
        assert all(raw.locator(*cell) for cell in row)


def test_two_columns_are_read_one_after_the_other() -> None:
    made = report(6)
    style = STYLE.replace("16pt/1.75", "10.5pt/1.5") + "body { columns: 2; column-gap: 2em } h1 { column-span: all }"
    raw = read(pdf("<h1>某县人民政府工作情况的报告</h1>" + "".join(made.html), style))
    assert lines(raw) == ["某县人民政府工作情况的报告", *made.lines]


def test_three_columns_are_read_one_after_the_other() -> None:
    made = report(3)
    style = STYLE.replace("16pt/1.75", "9pt/1.5") + "body { columns: 3; column-gap: 2em } h1 { column-span: all }"
    raw = read(pdf("<h1>某县工作简报</h1>" + "".join(made.html[1::3]), style))
    assert lines(raw)[-len(made.lines[1::3]) :] == made.lines[1::3]
