"""Files as they come: other kinds of DOCX, damaged ones, hostile ones; and the laws of what is read."""

from __future__ import annotations

import contextlib
import io
import zipfile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reporter.errors import ReadError
from reporter.read.docx import package as docx_package
from reporter.read.docx import read_docx
from tests.read.docx.building import (
    HEAD,
    codes,
    level,
    lines,
    listed,
    numbering,
    p,
    package,
    part,
    style,
    styled,
    styles,
    tbl,
    tr,
    zipped,
)


def rebuilt(data: bytes, change: dict[str, bytes | None]) -> bytes:
    """The package with some parts replaced, or left out for None."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        files = {name: archive.read(name) for name in archive.namelist()}
    return zipped({name: content for name, content in (files | change).items() if content is not None})


@pytest.mark.parametrize("kind", ["document", "template", "macro"])
def test_templates_and_macro_documents_are_read_like_documents(kind: str) -> None:
    assert lines(package(p("正文。"), kind=kind)) == ["正文。"]


def test_strict_documents_are_read() -> None:
    data = package(
        styled("1", "概况") + tbl(tr("指标", "数"), tr("产值", "1")), {"styles": styles(style("1", "heading 1"))}
    )
    usual = b"http://schemas.openxmlformats.org/"
    pairs = ((b"wordprocessingml/2006/main", b"wordprocessingml/main"), (b"officeDocument/2006/", b"officeDocument/"))
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        files = {name: archive.read(name) for name in archive.namelist()}
    for old, new in pairs:
        files = {name: text.replace(usual + old, b"http://purl.oclc.org/ooxml/" + new) for name, text in files.items()}
    strict = read_docx(zipped(files), "a.docx")
    assert strict.marks[0].kind == "heading"
    assert strict.ledger.source == "概况\n指标\t数\n产值\t1\n"


def test_parts_are_found_by_relationship_whatever_their_name_and_case() -> None:
    data = package(p("正文。"))
    relations = zipfile.ZipFile(io.BytesIO(data)).read("_rels/.rels").replace(b"word/document.xml", b"/Word/Main.XML")
    main = zipfile.ZipFile(io.BytesIO(data)).read("word/document.xml")
    moved = rebuilt(data, {"_rels/.rels": relations, "word/document.xml": None, "word\\main.xml": main})
    assert lines(moved) == ["正文。"]


def test_parts_are_found_by_their_usual_names_without_relationships() -> None:
    data = package(listed("总则", 1), {"numbering": numbering({1: level(0, "chineseCounting", "%1、")})})
    bare = rebuilt(data, {"_rels/.rels": None, "word/_rels/document.xml.rels": None, "[Content_Types].xml": None})
    assert lines(bare) == ["一、总则"]


def test_a_relationship_to_nothing_costs_nothing() -> None:
    data = package(p("正文。"), {"image1": "x"})
    assert lines(rebuilt(data, {"word/image1.xml": None})) == ["正文。"]


@pytest.mark.parametrize("size", [0, 1, 30, 200, -30])
def test_a_file_that_is_cut_off_is_damaged(size: int) -> None:
    data = package(p("正文。"))
    with pytest.raises(ReadError, match="damaged") as caught:
        read_docx(data[:size], "a.docx")
    assert caught.value.code == "read-damaged"


def test_a_zip_of_other_things_is_no_document() -> None:
    with pytest.raises(ReadError, match="no word processing document") as caught:
        read_docx(zipped({"a.txt": "甲"}), "a.docx")
    assert (caught.value.code, caught.value.status) == ("read-unsupported", "unsupported")


def test_a_package_without_its_main_part_says_so() -> None:
    with pytest.raises(ReadError, match="text part is missing"):
        read_docx(rebuilt(package(p("正文。")), {"word/document.xml": None, "word/styles.xml": b"<x/>"}), "a.docx")


@pytest.mark.parametrize("main", [b"", b"no markup", b"<x/>"])
def test_a_main_part_without_a_body_is_damaged(main: bytes) -> None:
    with pytest.raises(ReadError, match="text part can't be read"):
        read_docx(rebuilt(package(p("正文。")), {"word/document.xml": main}), "a.docx")


def test_a_damaged_part_costs_only_itself() -> None:
    body = p('<w:r><w:t>正文。</w:t><w:footnoteReference w:id="1"/></w:r>')
    data = package(body, {"footnotes": "broken", "styles": "<w:styles"})
    assert lines(data) == ["正文。"]
    assert codes(data) == ["read-part-damaged", "read-part-damaged"]


def test_what_stands_before_the_damage_in_the_text_is_read_with_a_warning() -> None:
    whole = zipfile.ZipFile(io.BytesIO(package(p("甲。") + p("乙。")))).read("word/document.xml")
    cut = rebuilt(package(p("")), {"word/document.xml": whole[: whole.rindex("乙".encode())]})
    assert lines(cut) == ["甲。"]
    assert codes(cut) == ["read-part-damaged"]


def test_a_character_that_xml_forbids_costs_nothing_but_a_warning() -> None:
    whole = zipfile.ZipFile(io.BytesIO(package(p("甲#乙。") + p("丙。")))).read("word/document.xml")
    data = rebuilt(package(p("")), {"word/document.xml": whole.replace(b"#", b"\x0b")})
    assert lines(data) == ["甲\ufffd乙。", "丙。"]
    assert codes(data) == ["read-part-damaged"]


def test_a_part_with_changed_bytes_is_damaged() -> None:
    data = bytearray(package(p("正文。" * 50)))
    at = data.index(b"word/document.xml") + 60
    data[at] ^= 0xFF
    with pytest.raises(ReadError, match="damaged"):
        read_docx(bytes(data), "a.docx")


@pytest.mark.parametrize("body", ["", p(""), p(" "), tbl(tr("", "")), p("——")])
def test_a_document_without_text_is_empty(body: str) -> None:
    with pytest.raises(ReadError, match="holds no text") as caught:
        read_docx(package(body), "a.docx")
    assert (caught.value.code, caught.value.status) == ("read-empty", "empty")


def test_a_document_of_pictures_asks_for_recognition() -> None:
    with pytest.raises(ReadError) as caught:
        read_docx(package(p("<w:r><w:drawing><a:blip/></w:drawing></w:r>")), "a.docx")
    assert (caught.value.code, caught.value.status) == ("read-scanned", "empty")


@pytest.mark.parametrize(
    "declared",
    [
        '<!DOCTYPE w:document [<!ENTITY x SYSTEM "file:///etc/hostname">]>',
        '<!DOCTYPE w:document SYSTEM "http://localhost:1/x.dtd">',
        '<!DOCTYPE w:document [<!ENTITY a "ha"><!ENTITY x "&a;&a;&a;&a;&a;&a;&a;&a;">]>',
    ],
)
def test_a_part_that_declares_entities_is_not_read(declared: str) -> None:
    main = part("document", f"<w:body>{p('<w:r><w:t>甲&x;</w:t></w:r>')}</w:body>").replace(HEAD, HEAD + declared)
    with pytest.raises(ReadError, match="text part can't be read"):
        read_docx(rebuilt(package(p("")), {"word/document.xml": main.encode()}), "a.docx")


def test_a_locked_package_asks_for_an_open_one() -> None:
    data = bytearray(package(p("正文。")))
    for signature, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = data.find(signature)
        while at >= 0:
            data[at + offset] |= 1
            at = data.find(signature, at + 4)
    with pytest.raises(ReadError, match="password") as caught:
        read_docx(bytes(data), "a.docx")
    assert caught.value.code == "read-encrypted"


def _varied(count: int) -> str:
    """So many characters that pack badly."""
    return "".join(chr(0x4E00 + at * 7919 % 20_000) for at in range(count))


def test_repetition_that_unpacks_to_megabytes_is_refused() -> None:
    with pytest.raises(ReadError, match="repetition") as caught:
        read_docx(package(p("正文。") + p("测" * 4_000_000)), "a.docx")
    assert (caught.value.code, caught.value.status) == ("read-too-large", "failed")


def test_a_text_that_the_parser_would_cut_off_is_refused() -> None:
    with pytest.raises(ReadError, match="10 MB") as caught:
        read_docx(package(p("正文。") + p(_varied(4_000_000))), "a.docx")
    assert (caught.value.code, caught.value.status) == ("read-too-large", "failed")


def test_a_long_paragraph_is_read_whole() -> None:
    assert lines(package(p(_varied(300_000)))) == [_varied(300_000)]


def test_a_part_that_unpacks_to_too_much_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(docx_package, "_MOST_BYTES", 10_000)
    with pytest.raises(ReadError) as caught:
        read_docx(package(p("正文。" * 10_000)), "a.docx")
    assert caught.value.code == "read-too-large"


def test_what_is_nested_too_deeply_is_left_out_with_a_warning() -> None:
    deep = "<w:smartTag>" * 5000 + "<w:r><w:t>甲</w:t></w:r>" + "</w:smartTag>" * 5000
    data = package(p("正文。") + p(deep))
    assert lines(data) == ["正文。"]
    assert codes(data) == ["read-part-damaged"]


def test_a_damaged_document_without_text_is_not_called_empty() -> None:
    whole = zipfile.ZipFile(io.BytesIO(package(p("甲。")))).read("word/document.xml")
    with pytest.raises(ReadError, match="damaged: none of its text") as caught:
        read_docx(rebuilt(package(p("")), {"word/document.xml": whole[: whole.index("甲".encode())]}), "a.docx")
    assert caught.value.code == "read-damaged"


TEXTS = st.text(st.sampled_from("甲乙丙1。，\t 　<&%"), max_size=12)
BLOCKS = st.recursive(
    TEXTS.map(lambda text: p(f"<w:r><w:t>{text.replace('&', '&amp;').replace('<', '&lt;')}</w:t></w:r>"))
    | st.builds(lambda at: listed("事项", 1, at), st.integers(0, 9))
    | st.just(styled("1", "标题")),
    lambda inner: st.lists(
        st.lists(
            st.lists(inner, min_size=1, max_size=2).map(lambda cell: f"<w:tc>{''.join(cell)}</w:tc>"),
            min_size=1,
            max_size=3,
        ),
        min_size=1,
        max_size=3,
    ).map(lambda rows: tbl(*(f"<w:tr>{''.join(row)}</w:tr>" for row in rows))),
    max_leaves=6,
)


@settings(max_examples=60, deadline=None)
@given(st.lists(BLOCKS, max_size=6))
def test_marks_tables_and_places_lie_in_order_within_the_source(blocks: list[str]) -> None:
    parts = {
        "styles": styles(style("1", "heading 1")),
        "numbering": numbering({1: level(0, "chineseCounting", "%1、")}),
    }
    raw = read_docx(package(p("首段。") + "".join(blocks), parts), "a.docx")
    source = raw.ledger.source
    assert raw.ledger.inverse() == source
    at = 0
    for place in raw.places:
        assert at <= place.start < place.end <= len(source)
        at = place.end
    assert [mark.start for mark in raw.marks] == sorted(mark.start for mark in raw.marks)
    for table in raw.tables:
        assert len({len(row) for row in table.rows}) == 1
        assert all(table.start <= low <= high <= table.end for row in table.rows for low, high in row if high)


@settings(max_examples=60, deadline=None)
@given(st.binary(max_size=300), st.integers(0, 2000))
def test_bytes_written_over_a_file_give_a_text_or_an_error_of_its_own(noise: bytes, at: int) -> None:
    data = bytearray(package(p("正文。") + tbl(tr("指标", "数"), tr("产值", "1"))))
    data[at : at + len(noise)] = noise
    with contextlib.suppress(ReadError):
        assert read_docx(bytes(data), "a.docx").ledger.source.endswith("\n")
