"""An office's own Word file gives styles, page, headers and footers; what it lacks is added and told."""

from __future__ import annotations

import struct
import zipfile
import zlib
from dataclasses import replace
from pathlib import Path

import docx
import pytest
from docx.oxml.ns import qn
from docx.shared import Mm, Pt
from lxml import etree

from reporter.config import Config, configured, in_force
from reporter.errors import ConfigurationError, RenderError
from reporter.render.docx import write_docx
from tests.render_office.schema import dangling, disorders


@pytest.fixture
def template(tmp_path: Path) -> Path:
    """A Word file with a page, a header, a heading style and a body of its own, in which there is a picture."""
    made = docx.Document()
    made.styles["Heading 1"].font.name = "Verdana"
    made.styles["Heading 1"].font.size = Pt(30)
    section = made.sections[0]
    section.page_width, section.left_margin, section.right_margin = Mm(200), Mm(30), Mm(30)
    section.header.paragraphs[0].text = "北川市统计局"
    made.add_paragraph("上一期的文字")
    picture = tmp_path / "a.png"
    picture.write_bytes(_png())
    made.add_picture(str(picture))
    made.core_properties.last_modified_by = "somebody"
    path = tmp_path / "our.docx"
    made.save(str(path))
    return path


def _png() -> bytes:
    """A picture of one grey pixel."""
    parts = (
        (b"IHDR", struct.pack(">IIBBBBB", 1, 1, 8, 0, 0, 0, 0)),
        (b"IDAT", zlib.compress(b"\0\x80")),
        (b"IEND", b""),
    )
    chunks = (
        struct.pack(">I", len(data)) + tag + data + struct.pack(">I", zlib.crc32(tag + data)) for tag, data in parts
    )
    return b"\x89PNG\r\n\x1a\n" + b"".join(chunks)


def with_template(path: Path) -> Config:
    return configured({"docx": {"template": str(path)}})


def test_its_styles_page_and_header_are_used(briefing, template, tmp_path):
    write_docx(briefing, tmp_path / "out", with_template(template))
    made = docx.Document(tmp_path / "out" / "briefing.docx")
    assert made.styles["Heading 1"].font.name == "Verdana"
    assert made.styles["Heading 1"].font.size == Pt(30)
    section = made.sections[0]
    assert round(section.page_width.mm) == 200
    assert section.header.paragraphs[0].text == "北川市统计局"
    widths = {sum(column.width for column in table.columns) for table in made.tables}
    assert {round(width / 36000) for width in widths} == {140}


def test_what_stands_in_its_body_goes(briefing, template, tmp_path):
    write_docx(briefing, tmp_path / "out", with_template(template))
    path = tmp_path / "out" / "briefing.docx"
    assert "上一期的文字" not in "".join(p.text for p in docx.Document(path).paragraphs)
    with zipfile.ZipFile(path) as archive:
        assert [name for name in archive.namelist() if "media" in name] == []
        assert b"somebody" not in archive.read("docProps/core.xml")


def test_missing_styles_are_added_and_a_finding_names_them(briefing, template, tmp_path):
    (finding,) = write_docx(briefing, tmp_path / "out", with_template(template))
    assert (finding.code, finding.level) == ("render-docx-styles", "info")
    assert "Point" in finding.message
    assert "Heading 1" not in finding.message
    used = {p.style.name for p in docx.Document(tmp_path / "out" / "briefing.docx").paragraphs}
    assert {"Point", "Facts", "Heading 1", "Title"} <= used


def test_a_template_that_says_nothing_of_its_page_gets_the_usual_width(briefing, tmp_path):
    made = docx.Document()
    made.element.body.remove(made.element.body.sectPr)
    made.save(str(tmp_path / "our.docx"))
    write_docx(briefing, tmp_path / "out", with_template(tmp_path / "our.docx"))
    out = docx.Document(tmp_path / "out" / "briefing.docx")
    assert {round(sum(column.width for column in table.columns) / 36000) for table in out.tables} == {156}
    assert out.element.body[-1].tag == qn("w:sectPr")


def test_its_settings_stay(briefing, template, tmp_path):
    write_docx(briefing, tmp_path / "out", with_template(template))
    before, after = (docx.Document(path).settings.element for path in (template, tmp_path / "out" / "briefing.docx"))
    assert etree.tostring(after) == etree.tostring(before)


def test_it_stays_a_sound_package(briefing, template, tmp_path):
    write_docx(briefing, tmp_path / "out", with_template(template))
    assert list(dangling(tmp_path / "out" / "briefing.docx")) == []
    assert not [told for told in disorders(tmp_path / "out" / "briefing.docx") if "document.xml" in told]


def test_a_style_of_another_kind_with_a_needed_name_is_left_alone(briefing, tmp_path):
    made = docx.Document()
    made.styles.add_style("Point", docx.enum.style.WD_STYLE_TYPE.CHARACTER)
    made.save(str(tmp_path / "our.docx"))
    write_docx(briefing, tmp_path / "out", with_template(tmp_path / "our.docx"))
    used = {p.style.name for p in docx.Document(tmp_path / "out" / "briefing.docx").paragraphs}
    assert "Point (2)" in used


def test_names_of_styles_count_whatever_their_ids(briefing, tmp_path):
    made = docx.Document()
    made.styles["Heading 2"].element.set(qn("w:styleId"), "20")
    made.save(str(tmp_path / "our.docx"))
    write_docx(briefing, tmp_path / "out", with_template(tmp_path / "our.docx"))
    headings = [p for p in docx.Document(tmp_path / "out" / "briefing.docx").paragraphs if p.style.name == "Heading 2"]
    assert {p._p.style for p in headings} == {"20"}


def test_a_word_template_will_do(briefing, template, tmp_path):
    path = tmp_path / "our.dotx"
    with zipfile.ZipFile(template) as source, zipfile.ZipFile(path, "w") as target:
        for name in source.namelist():
            target.writestr(name, source.read(name).replace(b"document.main+xml", b"template.main+xml"))
    write_docx(briefing, tmp_path / "out", with_template(path))
    assert docx.Document(tmp_path / "out" / "briefing.docx").sections[0].header.paragraphs[0].text == "北川市统计局"


def test_equal_templates_give_equal_bytes(briefing, template, tmp_path):
    for name in ("one", "two"):
        write_docx(briefing, tmp_path / name, with_template(template))
    one, two = ((tmp_path / name / "briefing.docx").read_bytes() for name in ("one", "two"))
    assert one == two


def test_a_theme_may_bring_a_template(briefing, template, tmp_path):
    folder = tmp_path / "themes" / "office"
    folder.mkdir(parents=True)
    (folder / "reference.docx").write_bytes(template.read_bytes())
    config = configured({"output": {"theme": "office", "themes": str(tmp_path / "themes")}})
    write_docx(briefing, tmp_path / "out", config)
    assert docx.Document(tmp_path / "out" / "briefing.docx").styles["Heading 1"].font.name == "Verdana"


def test_a_template_that_is_missing_is_an_error_of_the_configuration(briefing, tmp_path):
    with pytest.raises(ConfigurationError) as caught:
        write_docx(briefing, tmp_path, with_template(tmp_path / "none.docx"))
    assert "none.docx" in caught.value.message


@pytest.mark.parametrize("data", [b"", b"no archive", b"PK\x05\x06" + bytes(18)])
def test_a_template_that_is_no_word_file_says_what_would_do(briefing, tmp_path, data):
    (tmp_path / "our.docx").write_bytes(data)
    with pytest.raises(RenderError) as caught:
        write_docx(briefing, tmp_path, with_template(tmp_path / "our.docx"))
    assert ".docx" in caught.value.hint


def test_the_manifest_names_the_template_by_its_content(template, tmp_path):
    other = tmp_path / "elsewhere.docx"
    other.write_bytes(template.read_bytes())
    assert in_force(with_template(template)) == in_force(with_template(other))
    other.write_bytes(b"")
    assert in_force(with_template(template)) != in_force(with_template(other))


def test_the_briefings_own_running_lines_come_where_it_has_none(briefing, tmp_path):
    docx.Document().save(str(tmp_path / "our.docx"))
    write_docx(replace(briefing), tmp_path / "out", with_template(tmp_path / "our.docx"))
    section = docx.Document(tmp_path / "out" / "briefing.docx").sections[0]
    assert section.header.paragraphs[0].text == "质量工作要报"
    assert [node.text.strip() for node in section.footer._element.iter(qn("w:instrText"))] == ["PAGE", "NUMPAGES"]
