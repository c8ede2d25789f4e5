"""Characters, lines and paragraphs: what is set in unusual ways."""

from __future__ import annotations

import pytest

from reporter.errors import ReadError
from tests.read.pdf.handmade import Handmade, cid_font, shown
from tests.read.pdf.reading import codes, lines, marked, read
from tests.read.pdf.report import BARE, pdf

_LINES = ("某县工作情况报告", "\u3000\u3000全县经济稳中有进，完成投资", "12.5亿元，同比增长6.1%。")
_JOINED = ["某县工作情况报告", "全县经济稳中有进，完成投资12.5亿元，同比增长6.1%。"]


def _handmade(content: str, encoding: str = "GBK-EUC-H", collection: str = "GB1") -> bytes:
    font, extra = cid_font(encoding, collection)
    return Handmade(font, extra).page(content).data()


@pytest.mark.parametrize(
    ("encoding", "collection", "codec"),
    [
        ("GBK-EUC-H", "GB1", "gbk"),
        ("GBK2K-H", "GB1", "gb18030"),
        ("UniGB-UCS2-H", "GB1", "utf-16-be"),
        ("UniCNS-UCS2-H", "CNS1", "utf-16-be"),
        ("UniGB-UTF16-H", "GB1", "utf-16-be"),
    ],
)
def test_predefined_encodings_are_read_without_a_unicode_table(encoding: str, collection: str, codec: str) -> None:
    assert lines(read(_handmade(shown(_LINES, codec), encoding, collection))) == _JOINED


def test_big5_is_read_without_a_unicode_table() -> None:
    assert lines(read(_handmade(shown(["全縣經濟穩中有進"], "big5"), "ETen-B5-H", "CNS1"))) == ["全縣經濟穩中有進"]


def test_a_file_that_tells_no_characters_is_refused() -> None:
    with pytest.raises(ReadError) as refused:
        read(_handmade(shown(_LINES, "utf-16-be"), "Identity-H", "Identity"))
    assert refused.value.code == "read-pdf-glyphs"
    assert refused.value.hint


def test_single_glyphs_that_are_lost_stand_as_replacement_characters() -> None:
    to_unicode = "begincmap 1 begincodespacerange <0000> <FFFF> endcodespacerange 2 beginbfchar"
    to_unicode += " <0001> <53BF> <0002> <57CE> endbfchar endcmap"
    font, extra = cid_font("Identity-H", "Identity")
    stream = f"<< /Length {len(to_unicode)} >>\nstream\n{to_unicode}\nendstream"
    made = Handmade(font.replace(" >>", " /ToUnicode 6 0 R >>"), (*extra, stream))
    raw = read(made.page("BT /F1 16 Tf 80 700 Td <00010002000100090002> Tj ET").data())
    assert raw.ledger.text.startswith("县城县\ufffd城")
    assert codes(raw) == ["read-pdf-glyphs"]
    assert "p. 1" in raw.findings[0].message


def _placed(step: float, twice: float = 0.0, blank: str = "") -> str:
    out = ["BT /F1 16 Tf"]
    for row, line in enumerate(_LINES):
        x = 80.0
        for char in line:
            code = (char + blank).encode("gbk").hex()
            out += [f"1 0 0 1 {x + shift} {760 - 28 * row} Tm <{code}> Tj" for shift in dict.fromkeys((0.0, twice))]
            x += 16 + step if ord(char) > 255 else 8 + step
    return "\n".join([*out, "ET"])


def test_blanks_behind_every_character_are_none() -> None:
    assert lines(read(_handmade(_placed(0, blank=" ")))) == _JOINED


def test_characters_printed_twice_are_read_once() -> None:
    assert lines(read(_handmade(_placed(0, twice=0.4)))) == _JOINED


def test_vertical_lines_run_from_right_to_left() -> None:
    columns = ("某县工作情况的报告", "\u3000\u3000全县经济稳中有进，完成投资", "总额进一步增长。")
    content = "\n".join(
        f"BT /F1 16 Tf {500 - 28 * at} 760 Td <{column.encode('gbk').hex()}> Tj ET" for at, column in enumerate(columns)
    )
    raw = read(_handmade(content, "GBK-EUC-V"))
    assert lines(raw) == ["某县工作情况的报告", "全县经济稳中有进，完成投资总额进一步增长。"]
    box = raw.places[0].locator.box
    assert box is not None
    assert box[0] > 480
    assert box[3] - box[1] > 100


@pytest.mark.parametrize(
    ("rotate", "matrix"),
    [(0, "0 1 -1 0 595 0"), (90, "1 0 0 1 0 0"), (90, "0 1 -1 0 595 0"), (180, "1 0 0 1 0 0"), (270, "0 -1 1 0 0 842")],
)
def test_turned_pages_are_read_upright(rotate: int, matrix: str) -> None:
    font, extra = cid_font("GBK-EUC-H", "GB1")
    content = f"q {matrix} cm\n{shown(_LINES, 'gbk', top=500)}\nQ"
    raw = read(Handmade(font, extra).page(content, f"/MediaBox [0 0 595 842] /Rotate {rotate}").data())
    assert lines(raw) == _JOINED


def test_real_blanks_stay_and_made_up_ones_do_not() -> None:
    text = "第一章 总则明确，运用 Big Data 和GDP核算等方法，附件1　清单。"
    assert lines(read(pdf(f"<p>{text}</p>", BARE)))[-1] == text.replace("\u3000", " ")


def test_ligatures_and_hyphens_at_the_line_end_give_words() -> None:
    text = "The officially established offices continued infrastructure development in state-owned enterprises. " * 6
    style = BARE + "p { hyphens: auto; text-indent: 0 }"
    raw = read(pdf(f"<p lang=en>{text.strip()}</p>", style))
    assert lines(raw)[-1] == text.strip()
    assert any(edit.original[0] in "-‐" for edit in raw.ledger.edits if edit.rule == "pdf-line")


def test_raised_figures_are_told_from_the_line() -> None:
    raw = read(pdf("<p>面积12m<sup>2</sup>，见说明<sup>[1]</sup>，CO<sub>2</sub>排放下降。</p>", BARE))
    assert lines(raw)[-1] == "面积12m²，见说明[1]，CO2排放下降。"


def test_list_items_with_a_hanging_indent_are_one_line_each() -> None:
    items = [f"{words}，" + "各单位要高度重视，加强组织领导，层层压实责任。" * 3 for words in ("第一项", "第二项")]
    style = BARE + "li { text-align: justify } ul { padding-left: 2em; margin: 0 }"
    raw = read(pdf("<h1>某县任务清单</h1><ul>" + "".join(f"<li>{item}</li>" for item in items) + "</ul>", style))
    assert lines(raw)[-2:] == [f"• {item}" for item in items]


def test_the_red_name_of_an_office_is_not_the_title() -> None:
    head = "<div style='color: #e00; font: bold 40pt Noto Sans CJK SC; text-align: center'>某县人民政府文件</div>"
    body = "<p>各乡镇要认真贯彻执行本通知，抓好各项任务的落实，按时报送工作进展情况和总结。</p>" * 2
    raw = read(pdf(f"{head}<h1>某县人民政府关于印发2023年<br>重点工作任务分工的通知</h1>{body}", BARE))
    assert marked(raw, "title") == [("某县人民政府关于印发2023年重点工作任务分工的通知", 0)]


def test_a_heading_over_two_lines_is_one_and_two_headings_are_two() -> None:
    html = (
        "<h1>某县发展规划</h1><h4>第一章　总体要求</h4><h4>第一节　基本原则与主要目标以及全面推进各项事业发展的"
        "重大政策举措</h4><p>坚持稳中求进，统筹推进各项工作，确保全面完成全年目标任务。</p>"
    )
    raw = read(pdf(html, BARE + "h4 { font: bold 18pt/1.5 'Noto Sans CJK SC'; text-align: center; margin: 0 }"))
    assert lines(raw)[1:3] == ["第一章 总体要求", "第一节 基本原则与主要目标以及全面推进各项事业发展的重大政策举措"]


def test_the_title_of_the_metadata_counts_only_when_page_one_says_it() -> None:
    page = "<title>{}</title><h1>某县工作报告</h1><p>全县经济稳中有进。</p>"
    assert read(pdf(page.format("某县工作报告"), BARE)).metadata == (("title", "某县工作报告"),)
    assert read(pdf(page.format("Microsoft Word - 文档1.doc"), BARE)).metadata == ()


def test_a_reference_to_a_footnote_is_taken_out_of_the_sentence() -> None:
    more = "各单位要高度重视，加强组织领导，层层压实责任，确保完成全年任务。"
    html = f"<p>全年完成投资12亿元<span class=note>数据为初步核算数，请以年鉴为准。</span>，增长6%。</p><p>{more}</p>"
    raw = read(pdf(html, BARE))
    assert lines(raw) == ["全年完成投资12亿元，增长6%。", more]
    assert [edit.original for edit in raw.ledger.edits if edit.rule == "pdf-note"] == ["¹"]
    assert [words for words, _ in marked(raw, "aside")] == ["1. 数据为初步核算数，请以年鉴为准。"]
