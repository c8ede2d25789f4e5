"""The DOCX opens, says what the briefing says, in real styles, tables and fields, and has equal bytes."""

from __future__ import annotations

import itertools
import re
import time
import unicodedata
import zipfile
from dataclasses import replace

import docx
import pytest
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from reporter.config import Config, configured
from reporter.model import BriefingHead, Cell, Span, Table
from reporter.render.archive import xml_text
from reporter.render.docx import write_docx
from reporter.render.docx.marks import bookmark_name
from reporter.render.docx.styles import LOOKS
from reporter.render.docx.tables import column_widths
from tests.render_office.schema import dangling, disorders

TYPE_AREA = 156  # mm


@pytest.fixture(scope="module")
def document(office):
    return docx.Document(office / "briefing.docx")


def contents_of(document) -> list[Paragraph]:
    """The paragraphs of the block of contents, in order."""
    (content,) = document.element.body.iter(qn("w:sdtContent"))
    return [Paragraph(node, document) for node in content.iterchildren(qn("w:p"))]


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


def test_the_list_of_styles_has_what_the_briefing_is_written_in_and_the_defaults(document):
    names = {style.name for style in document.styles}
    assert names == {look.name for look in LOOKS} | {"Default Paragraph Font", "Normal Table", "No List"}


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
    listed = [line.text.strip() for line in contents_of(document) if line.style.name.startswith("toc")]
    headings = [p.text for p in document.paragraphs if p.style.name in ("Heading 1", "Heading 2")]
    assert listed == headings


def test_contents_stand_in_one_block_with_their_heading_that_word_processors_know(document):
    (block,) = document.element.body.iter(qn("w:sdt"))
    gallery = block.find(f"{qn('w:sdtPr')}/{qn('w:docPartObj')}/{qn('w:docPartGallery')}")
    assert gallery.get(qn("w:val")) == "Table of Contents"
    first, *_, last = contents_of(document)
    assert (first.style.name, first.text) == ("TOC Heading", "目录")
    assert [node.get(qn("w:fldCharType")) for node in last._p.iter(qn("w:fldChar"))] == ["end"]
    assert not [p for p in document.paragraphs if p.style.name == "TOC Heading"]


@pytest.mark.parametrize("language", ["zh-Hans", "zh-Hant"])
def test_no_line_begins_with_the_mark_of_a_source(briefing, tmp_path, language):
    write_docx(replace(briefing, language=language), tmp_path, Config(language=language))
    made = docx.Document(tmp_path / "briefing.docx")
    first, last = (made.settings.element.find(qn(f"w:{tag}")) for tag in ("noLineBreaksBefore", "noLineBreaksAfter"))
    assert {"〔", "〕", "。", "，", "”"} <= set(first.get(qn("w:val")))
    assert {"〔", "（", "“"} <= set(last.get(qn("w:val")))
    marks = [
        run for run in made.element.body.iter(qn("w:r")) if run.find(f"{qn('w:rPr')}/{qn('w:vertAlign')}") is not None
    ]
    languages = {run.find(f"{qn('w:rPr')}/{qn('w:lang')}").get(qn("w:eastAsia")) for run in marks}
    assert languages == {first.get(qn("w:lang"))} == {last.get(qn("w:lang"))}


def test_small_print_under_a_heading_stays_with_what_it_introduces(document):
    pairs = itertools.pairwise(document.iter_inner_content())  # paragraphs and tables
    introduced = [line for heading, line in pairs if "Heading" in heading.style.name and line.style.name == "Facts"]
    assert introduced
    assert [line.text for line in introduced if not line.paragraph_format.keep_with_next] == []


def test_the_contents_have_pages_of_their_own(document):
    (block,) = document.element.body.iter(qn("w:sdt"))
    first, following = contents_of(document)[0], Paragraph(block.getnext(), document)
    assert first.paragraph_format.page_break_before
    assert following.paragraph_format.page_break_before
    assert following.style.name == "Heading 1"


def test_what_keeps_lines_together_is_no_character_of_the_text(briefing, document):
    (mark,) = {
        p.text for p in document.paragraphs if p.style.name == "Point" and p.text.endswith("〔1〕") and "61项" in p.text
    }
    assert [character for character in mark if unicodedata.category(character) == "Cf"] == []


def test_every_face_of_the_styles_is_in_the_font_table_with_its_other_names(office, document):
    with zipfile.ZipFile(office / "briefing.docx") as archive:
        table = etree.fromstring(archive.read("word/fontTable.xml"))
    listed = {font.get(qn("w:name")): font for font in table}
    used = {
        fonts.get(qn(f"w:{kind}"))
        for style in document.styles
        for fonts in style.element.iter(qn("w:rFonts"))
        for kind in ("ascii", "eastAsia")
    }
    assert set(listed) == {name for name in used if name}
    others = {name: font.find(qn("w:altName")) for name, font in listed.items()}
    assert "SimSun" in others["宋体"].get(qn("w:val")).split(",")
    assert "KaiTi_GB2312" in others["楷体"].get(qn("w:val")).split(",")
    assert {name for name, font in listed.items() if font.find(qn("w:charset")).get(qn("w:val")) == "86"} == {
        "宋体", "黑体", "楷体",
    }  # fmt: skip


def test_chapters_come_in_the_order_of_the_pdf(document):
    chapters = [p.text for p in document.paragraphs if p.style.name == "Heading 1"]
    order = ["横向比较", "数字冲突", "目标任务", "主题分布", "文件摘要", "时间线", "资料来源"]
    assert [name for name in chapters if name in order] == [name for name in order if name in chapters]
    assert chapters.index("横向比较") < chapters.index("文件摘要") < chapters.index("资料来源")


def test_the_contents_say_that_their_page_numbers_are_to_come_inside_the_field_that_brings_them(document):
    (note,) = [line for line in contents_of(document) if line.text.startswith("页码待更新")]
    kinds = [node.get(qn("w:fldCharType")) for node in note._p.iter(qn("w:fldChar"))]
    assert kinds == ["begin", "separate"]


def test_no_page_has_the_head_of_a_table_with_a_single_row(document):
    for table in document.tables:
        if len(table.rows) > 2:
            for row in (table.rows[1], table.rows[-2]):
                assert all(cell.paragraphs[0].paragraph_format.keep_with_next for cell in row.cells)


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


def test_properties_say_what_the_briefing_is(briefing, tmp_path):
    head = BriefingHead("质量工作要报", subtitle="第一季度", date="2018-05-04", issuer="北川市质监局")
    write_docx(replace(briefing, head=head), tmp_path, Config())
    properties = docx.Document(tmp_path / "briefing.docx").core_properties
    assert (properties.subject, properties.author, properties.language) == ("第一季度", "北川市质监局", "zh-Hans")
    assert properties.keywords.split("; ") == [term for term, _ in briefing.keywords]
    assert properties.last_printed is None  # nobody has printed it


def test_word_opens_it_as_a_document_of_its_own_time(document):
    modes = [
        setting.get(qn("w:val"))
        for setting in document.settings.element.iter(qn("w:compatSetting"))
        if setting.get(qn("w:name")) == "compatibilityMode"
    ]
    assert modes == ["15"]  # below that Word says that it is a compatible one


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
    widths = column_widths(["一", "二二", ""], rows, TYPE_AREA)
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


def test_child_elements_stand_in_the_order_of_the_schema(office):
    assert list(disorders(office / "briefing.docx")) == []


def test_nothing_in_the_package_leads_nowhere(office):
    assert list(dangling(office / "briefing.docx")) == []


def test_a_section_prints_its_sentence_though_the_summary_has_it(briefing, document):
    words = words_of(document)
    for analysis in briefing.analyses:
        texts = {sentence.id: sentence.text for sentence in analysis.document.sentences}
        for _, names in analysis.summary.sections:
            for name in set(names) & set(analysis.summary.sentences):
                assert words.count(texts[name]) >= 2


def test_captions_are_numbered_by_a_field(document):
    (caption,) = [p for p in document.paragraphs if p.style.name == "Caption" and p.text.startswith("表 ")]
    assert caption.text == "表 1\u3000标准（由文中列举整理）\u3000单位：项"
    assert [node.text.strip() for node in caption._p.iter(qn("w:instrText"))] == ["SEQ 表 \\* ARABIC"]


def test_a_caption_with_a_number_of_its_own_gets_no_other(briefing, tmp_path, with_table):
    numbered = Table("b9", "附表2 品牌数量", None, "table", None, ("a", "b"), ((Cell("1"), Cell("2")),), Span(0, 0))
    write_docx(with_table(briefing, numbered), tmp_path, Config())
    captions = [p.text for p in docx.Document(tmp_path / "briefing.docx").paragraphs if p.style.name == "Caption"]
    assert "附表2 品牌数量" in captions


def test_figures_in_tables_lead_to_their_sentences(document):
    links = {
        "".join(node.text for node in link.iter(qn("w:t"))): link.get(qn("w:anchor"))
        for link in document.element.body.iter(qn("w:hyperlink"))
    }
    assert links["61项"].startswith("r_d1_t")


def test_the_sources_are_cited_and_lead_back(document):
    entries = [p for p in document.paragraphs if p.text.startswith("[1] ")]
    assert [p.text for p in entries] == ["[1] 张山. 北川市质量强市工作汇报[Z]. 北川市质监局, 2018-05-04."]
    assert entries[0]._p.find(qn("w:hyperlink")).get(qn("w:anchor")) == "r_d1"


@pytest.mark.parametrize("theme", ["briefing", "gongwen"])
def test_an_overlong_sentence_is_cut_and_says_so(briefing, tmp_path, theme):
    (first, *others), (quoted, *_) = briefing.analyses, briefing.summary
    assert quoted.document == first.document.id
    sentences = tuple(
        replace(item, text="长" * 3_000) if item.id == quoted.id else item for item in first.document.sentences
    )
    long = replace(first, document=replace(first.document, sentences=sentences))
    config = configured({"output": {"theme": theme}})
    found = write_docx(replace(briefing, analyses=(long, *others)), tmp_path, config)
    (finding,) = (item for item in found if item.code == "render-docx-sentence-cut")
    assert (finding.level, finding.document) == ("info", first.document.id)
    assert dict(finding.values) == {"limit": "1000", "count": "1"}
    words = words_of(docx.Document(tmp_path / "briefing.docx"))
    assert "长" * 1_000 in words
    assert "长" * 1_001 not in words


def test_a_long_table_is_cut_and_says_so(briefing, tmp_path, with_table):
    rows = tuple((Cell(f"第{number}行"), Cell(str(number))) for number in range(50))
    long = Table("b9", "清单", None, "table", None, ("名称", "数量"), rows, Span(0, 0))
    (finding,) = write_docx(with_table(briefing, long), tmp_path, configured({"docx": {"table_rows": 20}}))
    assert (finding.code, finding.level) == ("render-docx-table-cut", "info")
    words = words_of(docx.Document(tmp_path / "briefing.docx"))
    assert "第19行" in words
    assert "第20行" not in words
    assert "（表中其余30行见数据文件）" in words


def test_a_wide_table_is_set_in_groups_of_columns_that_all_have_the_first(briefing, tmp_path, with_table):
    header = tuple(f"列{number}" for number in range(40))
    wide = Table("b9", "宽表", None, "table", None, header, (tuple(Cell(f"值{n}") for n in range(40)),), Span(0, 0))
    write_docx(with_table(briefing, wide), tmp_path, Config())
    made = docx.Document(tmp_path / "briefing.docx")
    tables = [t for t in made.tables if t.rows[0].cells[0].text == "列0"]
    assert [cell.text for table in tables for cell in table.rows[1].cells[1:]] == [f"值{n}" for n in range(1, 40)]
    assert all(table.rows[1].cells[0].text == "值0" for table in tables)
    captions = [p.text for p in made.paragraphs if p.style.name == "Caption" and "宽表" in p.text]
    assert captions == ["表 1\u3000宽表", *["表 1\u3000宽表（续）"] * 5]


@pytest.mark.parametrize(("language", "tag"), [("zh-Hans", "zh-CN"), ("zh-Hant", "zh-TW"), ("en", "zh-CN")])
def test_every_style_says_its_language(briefing, tmp_path, language, tag):
    write_docx(replace(briefing, language=language), tmp_path, Config(language=language))
    made = docx.Document(tmp_path / "briefing.docx")
    used = {paragraph.style.name for paragraph in made.paragraphs}
    tags = {made.styles[name].element.rPr.find(qn("w:lang")).get(qn("w:eastAsia")) for name in used}
    assert tags == {tag}
