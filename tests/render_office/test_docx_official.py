"""The theme gongwen in Word: the measures and parts of an official document (GB/T 9704-2012), all from [gongwen]."""

from __future__ import annotations

import docx
import pytest
from docx.oxml.ns import qn
from docx.shared import Mm, Pt

from reporter.config import Config, configured
from reporter.render.docx import write_docx
from tests.render_office.schema import dangling, disorders

OFFICE = {
    "issuers": ["北川市质量技术监督局"],
    "number": "北质监[2018]12号",
    "signers": ["张山", "李思"],
    "addressees": ["市人民政府"],
    "date": "2018-05-04",
    "annexes": ["任务分工表"],
    "urgency": "特急",
    "contact": "联系人：王五",
    "copies": ["市委办公室"],
    "printing_office": "北川市质监局办公室",
    "printing_date": "2018-05-05",
}


def official(**section: object) -> Config:
    return configured({"output": {"theme": "gongwen"}, "gongwen": section})


@pytest.fixture(scope="module")
def folder(briefing, tmp_path_factory):
    folder = tmp_path_factory.mktemp("official")
    assert write_docx(briefing, folder, official(**OFFICE)) == ()
    return folder


@pytest.fixture(scope="module")
def document(folder):
    return docx.Document(folder / "briefing.docx")


def test_what_every_official_document_has_is_missed_here_where_no_pdf_says_so(briefing, tmp_path):
    given = {
        "output": {"theme": "gongwen", "formats": ["docx"]},
        "gongwen": {k: v for k, v in OFFICE.items() if k != "printing_office"},
    }
    (finding,) = write_docx(briefing, tmp_path, configured(given))
    assert (finding.code, finding.level) == ("render-gongwen-incomplete", "warning")
    assert "printing_office" in finding.message
    given["output"]["formats"].append("pdf")
    assert write_docx(briefing, tmp_path, configured(given)) == ()


def texts(document, style: str) -> list[str]:
    return [p.text for p in document.paragraphs if p.style.name == style]


def faces(document, style: str) -> str:
    return document.styles[style].element.rPr.find(qn("w:rFonts")).get(qn("w:eastAsia"))


def test_the_page_has_the_type_area_and_the_grid_of_the_standard(document):
    section = document.sections[0]
    grid = section._sectPr.find(qn("w:docGrid"))
    assert grid.get(qn("w:type")) == "linesAndChars"
    pitch, closer = int(grid.get(qn("w:linePitch"))), int(grid.get(qn("w:charSpace")))
    height = (section.page_height - section.top_margin - section.bottom_margin) / Pt(1)
    width = (section.page_width - section.left_margin - section.right_margin) / Pt(1)
    assert abs(height - Mm(225).pt) < 0.1
    assert abs(width - Mm(156).pt) < 0.1
    assert height * 20 // pitch == 22
    assert int(width // (16 + closer / 4096)) == 28


def test_the_text_is_in_lines_of_that_pitch_and_28_characters(document):
    for name in ("Normal", "Body Text", "Point", "Heading 1"):
        style = document.styles[name].element
        spacing = style.pPr.find(qn("w:spacing"))
        assert (spacing.get(qn("w:line")), spacing.get(qn("w:lineRule"))) == ("579", "exact")
        advance = 16 + int(style.rPr.find(qn("w:spacing")).get(qn("w:val"))) / 20
        assert 28 * advance <= Mm(156).pt < 29 * advance


def test_each_level_has_its_face(document):
    styles = ("Title", "Heading 1", "Heading 2", "Heading 3", "Heading 4", "Body Text")
    assert [faces(document, name) for name in styles] == ["方正小标宋简体", "黑体", "楷体", "仿宋", "仿宋", "仿宋"]


def test_quotes_and_dashes_are_in_the_chinese_face(document):
    for paragraph in document.paragraphs:
        for run in paragraph.runs:
            if run.text.strip() and run._element.rPr is not None:
                assert run._element.rPr.find(qn("w:rFonts")).get(qn("w:hint")) == "eastAsia"


def test_the_head_says_what_is_configured(document):
    assert texts(document, "Official Above") == ["特急"]
    assert texts(document, "Issuer") == ["北川市质量技术监督局文件"]
    assert texts(document, "Document Number")[0] == "北质监〔2018〕12号\t签发人：张山\u3000李思"
    assert texts(document, "Addressee") == ["市人民政府："]
    colors = {
        style: document.styles[style].element.rPr.find(qn("w:color")).get(qn("w:val")) for style in ("Issuer", "Title")
    }
    assert colors == {"Issuer": "FF0000", "Title": "000000"}
    (rule,) = document.element.body.iter(qn("w:pBdr"))
    assert rule.find(qn("w:bottom")).get(qn("w:color")) == "FF0000"


def test_every_sentence_of_the_brief_stands_in_it_with_a_link_to_its_source(briefing, document):
    points = texts(document, "Point")
    for reference in briefing.summary:
        number, analysis = next(
            (n, a) for n, a in enumerate(briefing.analyses, 1) if a.document.id == reference.document
        )
        sentence = next(s.text for s in analysis.document.sentences if s.id == reference.id)
        assert [point for point in points if point.endswith(f"{sentence}〔{number}〕")]
    links = {node.get(qn("w:anchor")) for node in document.element.body.iter(qn("w:hyperlink"))}
    assert links == {"r_source_1", "r_source_2"}
    assert links <= {node.get(qn("w:name")) for node in document.element.body.iter(qn("w:bookmarkStart"))}


def test_the_end_says_what_is_configured(document):
    assert texts(document, "Annex List") == ["附件：1.资料来源", "2.任务分工表"]
    assert texts(document, "Signature") == ["北川市质量技术监督局"]
    assert texts(document, "Date") == ["2018年5月4日"]
    assert texts(document, "Remark") == ["（联系人：王五）"]
    (box,) = document.element.body.iter(qn("w:txbxContent"))
    words = "".join(node.text for node in box.iter(qn("w:t")))
    assert words == "抄送：市委办公室。北川市质监局办公室2018年5月5日印发"


def test_the_sources_are_an_annex_cited_by_the_standard(document):
    assert texts(document, "Annex Title") == ["资料来源"]
    assert texts(document, "Source Entry") == [
        "〔1〕张山. 北川市质量强市工作汇报[Z]. 北川市质监局, 2018-05-04.",
        "〔2〕南江縣質量工作總結[Z].",
    ]


def test_entries_of_the_list_of_sources_hang_behind_their_marks(document):
    indents = document.styles["Source Entry"].element.pPr.find(qn("w:ind"))
    assert (indents.get(qn("w:leftChars")), indents.get(qn("w:hangingChars"))) == ("200", "200")


def test_no_space_comes_between_ideographs_and_digits_which_28_characters_have_no_room_for(document):
    for name in ("Body Text", "Point", "Date"):
        properties = document.styles[name].element.pPr
        assert [properties.find(qn(f"w:autoSpace{kind}")).get(qn("w:val")) for kind in ("DE", "DN")] == ["0", "0"]


def test_the_signature_stays_with_the_last_lines_of_the_text(document):
    lines = document.paragraphs
    end = next(at for at, line in enumerate(lines) if line.style.name == "Date")
    start = next(at for at, line in enumerate(lines) if line.style.name == "Annex List")
    assert all(line.paragraph_format.keep_with_next for line in lines[start - 1 : end])
    assert not lines[end].paragraph_format.keep_with_next


def test_page_numbers_stand_outside_between_dashes(document):
    assert document.settings.odd_and_even_pages_header_footer
    section = document.sections[0]
    sides = [footer.paragraphs[0].alignment for footer in (section.footer, section.even_page_footer)]
    assert [str(side) for side in sides] == ["RIGHT (2)", "LEFT (0)"]
    assert section.footer.paragraphs[0].text == "— 1 —"


@pytest.mark.parametrize(("numbers", "even", "linked"), [("centre", False, False), ("none", False, True)])
def test_page_numbers_may_stand_in_the_middle_or_be_left_out(briefing, tmp_path, numbers, even, linked):
    write_docx(briefing, tmp_path, official(page_numbers=numbers))
    made = docx.Document(tmp_path / "briefing.docx")
    assert made.settings.odd_and_even_pages_header_footer is even
    assert made.sections[0].footer.is_linked_to_previous is linked


def test_several_issuers_stand_one_below_the_other_beside_the_suffix(briefing, tmp_path):
    write_docx(briefing, tmp_path, official(issuers=["北川市质监局", "北川市财政局"]))
    rows = docx.Document(tmp_path / "briefing.docx").tables[0].rows
    assert [row.cells[0].text for row in rows] == ["北川市质监局", "北川市财政局"]
    assert rows[0].cells[1].text == "文件"
    assert list(disorders(tmp_path / "briefing.docx")) == []


def test_nothing_is_invented_where_nothing_is_configured(briefing, tmp_path):
    write_docx(briefing, tmp_path, official())
    made = docx.Document(tmp_path / "briefing.docx")
    used = {paragraph.style.name for paragraph in made.paragraphs}
    assert not used & {"Issuer", "Document Number", "Addressee", "Signature", "Imprint", "Official Above", "Remark"}
    assert texts(made, "Title") == ["质量工作要报"]


def test_the_package_keeps_to_the_schema_and_is_whole(folder):
    assert list(disorders(folder / "briefing.docx")) == []
    assert list(dangling(folder / "briefing.docx")) == []


def test_equal_briefings_give_equal_bytes(briefing, folder, tmp_path):
    write_docx(briefing, tmp_path, official(**OFFICE))
    assert (tmp_path / "briefing.docx").read_bytes() == (folder / "briefing.docx").read_bytes()
