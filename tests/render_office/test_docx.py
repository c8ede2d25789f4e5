"""The DOCX opens, says what the briefing says, in real styles, tables and fields, and has equal bytes."""

from __future__ import annotations

import re
import time
import zipfile
from dataclasses import replace

import docx
import pytest
from docx.oxml.ns import qn
from hypothesis import given
from hypothesis import strategies as st

from reporter.config import Config
from reporter.model import BriefingHead, Cell, Span, Table
from reporter.render.archive import xml_text
from reporter.render.docx import write_docx
from reporter.render.docx.marks import bookmark_name
from reporter.render.docx.tables import TYPE_AREA, column_widths


@pytest.fixture(scope="module")
def document(office):
    return docx.Document(office / "briefing.docx")


def words_of(document) -> str:
    return "".join("".join(node.itertext()) for node in document.element.body.iter(qn("w:t")))


def test_every_chosen_sentence_stands_in_it_verbatim(briefing, document):
    words = words_of(document)
    for analysis in briefing.analyses:
        texts = {sentence.id: sentence.text for sentence in analysis.document.sentences}
        for name in analysis.summary.sentences:
            assert texts[name] in words


def test_headings_have_heading_styles_that_word_lists(document):
    headings = [
        (paragraph.style.name, paragraph.text)
        for paragraph in document.paragraphs
        if paragraph.style.name.startswith("Heading")
    ]
    assert ("Heading 2", "〔1〕北川市质量强市工作汇报") in headings
    assert ("Heading 3", "一、标准提升") in headings
    assert {name for name, _ in headings} == {"Heading 1", "Heading 2", "Heading 3"}


def test_every_style_names_an_east_asian_face(document):
    for paragraph in document.paragraphs:
        fonts = paragraph.style.element.rPr.find(qn("w:rFonts"))
        assert fonts.get(qn("w:eastAsia")) in {"宋体", "黑体", "楷体"}
        assert not [name for name in fonts.attrib if name.endswith("Theme")]


def test_traditional_passages_carry_their_language(document):
    runs = {
        run.text: run._element.rPr.find(qn("w:lang")).get(qn("w:eastAsia"))
        for p in document.paragraphs
        for run in p.runs
        if run._element.rPr is not None and run._element.rPr.find(qn("w:lang")) is not None
    }
    assert runs["全縣質量監督抽查合格率為92.5%，同比提高1.4個百分點。"] == "zh-TW"
    assert runs["全市现有国家标准61项，行业标准56项。"] == "zh-CN"


def test_tables_are_tables_whose_header_repeats(document):
    assert ["中国名牌（个）", "22", "4"] in [
        [cell.text for cell in row.cells] for table in document.tables for row in table.rows
    ]
    for table in document.tables:
        assert table.rows[0]._tr.trPr.find(qn("w:tblHeader")) is not None
        assert all(row._tr.trPr.find(qn("w:cantSplit")) is not None for row in table.rows)
        assert {cell.paragraphs[0].style.name for cell in table.rows[0].cells} == {"Cell Head"}


def test_contents_list_the_chapters_as_a_field(document):
    codes = [node.text.strip() for node in document.element.body.iter(qn("w:instrText"))]
    assert codes[0] == 'TOC \\o "1-2" \\h \\z \\u'
    listed = [paragraph.text.strip() for paragraph in document.paragraphs if paragraph.style.name.startswith("toc")]
    headings = [p.text for p in document.paragraphs if p.style.name in ("Heading 1", "Heading 2")]
    assert listed == headings


def test_every_field_that_opens_closes(document):
    depth = 0
    for node in document.element.body.iter(qn("w:fldChar")):
        depth += {"begin": 1, "separate": 0, "end": -1}[node.get(qn("w:fldCharType"))]
        assert depth in (0, 1, 2)
    assert depth == 0


def test_every_link_leads_to_a_bookmark_and_no_bookmark_is_there_twice(document):
    body = document.element.body
    names = [node.get(qn("w:name")) for node in body.iter(qn("w:bookmarkStart"))]
    numbers = [node.get(qn("w:id")) for node in body.iter(qn("w:bookmarkStart"))]
    assert len(set(names)) == len(names) == len(set(numbers))
    links = {node.get(qn("w:anchor")) for node in body.iter(qn("w:hyperlink"))}
    assert links
    assert links <= set(names)


def test_the_footer_numbers_the_pages(document):
    section = document.sections[0]
    for footer in (section.footer, section.first_page_footer):
        codes = [node.text.strip() for node in footer._element.iter(qn("w:instrText"))]
        assert codes == ["PAGE", "NUMPAGES"]


def test_sources_are_listed_with_their_hashes(briefing, document):
    words = "\n".join(paragraph.text for paragraph in document.paragraphs)
    for analysis in briefing.analyses:
        assert f"{analysis.document.path}  SHA-256 {analysis.document.clean.raw.sha256}" in words


def test_properties_say_the_briefings_date_and_nothing_of_the_machine(document):
    properties = document.core_properties
    assert properties.created.date().isoformat() == properties.modified.date().isoformat() == "2018-05-04"
    assert properties.title == "质量工作要报"
    assert (properties.author, properties.comments, properties.last_modified_by) == ("", "", "")


def test_equal_briefings_give_equal_bytes_at_any_time(briefing, office, tmp_path, monkeypatch):
    monkeypatch.setenv("TZ", "Asia/Shanghai")
    time.tzset()
    write_docx(briefing, tmp_path, Config())
    assert (tmp_path / "briefing.docx").read_bytes() == (office / "briefing.docx").read_bytes()
    monkeypatch.undo()
    time.tzset()


def test_members_carry_the_briefings_date_in_one_order(office):
    with zipfile.ZipFile(office / "briefing.docx") as archive:
        members = archive.infolist()
    assert {member.date_time for member in members} == {(2018, 5, 4, 0, 0, 0)}
    assert [member.filename for member in members[:2]] == ["[Content_Types].xml", "_rels/.rels"]
    assert not [member.filename for member in members if "thumbnail" in member.filename]


@pytest.mark.parametrize(
    ("date", "expected"), [(None, (1980, 1, 1)), ("2011-03", (2011, 3, 1)), ("1949-10-01", (1980, 1, 1))]
)
def test_without_a_full_date_the_members_have_a_fixed_one(briefing, tmp_path, date, expected):
    write_docx(replace(briefing, head=BriefingHead("要报", date=date)), tmp_path, Config())
    with zipfile.ZipFile(tmp_path / "briefing.docx") as archive:
        assert {member.date_time[:3] for member in archive.infolist()} == {expected}


def test_markup_and_control_characters_are_text(briefing, tmp_path, with_table):
    text = "<w:p/>&amp;\x00\x1b[31m\ud800\nzweite"
    hostile = Table("b9", "表", None, "table", None, ("a", "b"), ((Cell(text), Cell("=1+1")),), Span(0, 0))
    write_docx(with_table(briefing, hostile), tmp_path, Config())
    tables = docx.Document(tmp_path / "briefing.docx").tables
    cells = [cell.text for table in tables for row in table.rows for cell in row.cells]
    assert "<w:p/>&amp;\ufffd\ufffd[31m\ufffd\nzweite" in cells
    assert "=1+1" in cells


def test_a_briefing_with_the_least_in_it_opens(briefing, tmp_path):
    least = replace(
        briefing, overview=(), summary=(), brief_figures=(), brief_rows=(), conflicts=(), notes=(), findings=(),
        comparison=type(briefing.comparison)(),
    )  # fmt: skip
    write_docx(least, tmp_path, Config())
    assert docx.Document(tmp_path / "briefing.docx").paragraphs


@given(st.lists(st.lists(st.text(max_size=60), min_size=3, max_size=3), max_size=5))
def test_columns_fill_the_type_area(rows):
    widths = column_widths(["一", "二二", ""], rows)
    assert sum(widths) == pytest.approx(TYPE_AREA)
    assert min(widths) >= TYPE_AREA / 24


@given(st.text(max_size=60))
def test_bookmark_names_are_names(anchor):
    assert re.fullmatch(r"[A-Za-z]\w{0,39}", bookmark_name(anchor))


@given(st.text(st.characters()))
def test_any_text_is_fit_for_xml(text):
    assert len(xml_text(text)) == len(text)
    paragraph = docx.oxml.parse_xml(b"<a/>")
    paragraph.text = xml_text(text)
    assert paragraph.text == (xml_text(text) or None) or text == ""


# The order of child elements in the schema (ECMA-376 part 1, annex A): a word processor may refuse any other.
ORDERS = {
    "pPr": "pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers pBdr shd tabs "
    "suppressAutoHyphens kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE autoSpaceDN bidi adjustRightInd "
    "snapToGrid spacing ind contextualSpacing mirrorIndents suppressOverlap jc textDirection textAlignment "
    "textboxTightWrap outlineLvl divId cnfStyle rPr sectPr pPrChange",
    "rPr": "rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint noProof snapToGrid "
    "vanish webHidden color spacing w kern position sz szCs highlight u effect bdr shd fitText vertAlign rtl cs em "
    "lang eastAsianLayout specVanish oMath",
    "tblPr": "tblStyle tblpPr tblOverlap bidiVisual tblStyleRowBandSize tblStyleColBandSize tblW jc tblCellSpacing "
    "tblInd tblBorders shd tblLayout tblCellMar tblLook",
    "style": "name aliases basedOn next link autoRedefine hidden uiPriority semiHidden unhideWhenUsed qFormat locked "
    "personal personalCompose personalReply rsid pPr rPr tblPr trPr tcPr tblStylePr",
    "sectPr": "headerReference footerReference footnotePr endnotePr type pgSz pgMar paperSrc pgBorders lnNumType "
    "pgNumType cols formProt vAlign noEndnote titlePg textDirection bidi rtlGutter docGrid",
}


@pytest.mark.parametrize("tag", ORDERS)
def test_child_elements_stand_in_the_order_of_the_schema(document, tag):
    order = ORDERS[tag].split()
    for root in (document.element, document.styles.element, document.sections[0].footer._element):
        for parent in root.iter(qn(f"w:{tag}")):
            places = [order.index(child.tag.rpartition("}")[2]) for child in parent]
            assert places == sorted(places), [child.tag.rpartition("}")[2] for child in parent]
