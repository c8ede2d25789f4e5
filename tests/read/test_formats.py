"""Content decides what a file is; what is not read says what it is and what to do; nothing empty is a document."""

from __future__ import annotations

import io
import os
import struct
import zipfile
from pathlib import Path

import docx
import openpyxl
import pytest

from reporter.errors import ReadError
from reporter.read import file_digest, read_bytes, read_file
from reporter.read.formats import format_of
from reporter.read.readers import READERS

TEXT = "质量工作总结\n今年检查企业120家。\n".encode()
PAGE = "<html><body><p>今年检查企业120家。</p></body></html>".encode()
TABS = "单位\t企业\t数量\n椒江\t甲\t12\n黄岩\t乙\t30\n路桥\t丙\t7\n"
COMMAS = TABS.replace("\t", ",").encode()
PDF = b"%PDF-1.7\n1 0 obj\n<<>>\nendobj\n"
RTF = b"{\\rtf1\\ansi text}"
WEB_ARCHIVE = (
    b"From: <Saved by a browser>\r\nSubject: page\r\nMIME-Version: 1.0\r\n"
    b'Content-Type: multipart/related;\r\n\ttype="text/html";\r\n\tboundary="part"\r\n\r\n--part\r\n'
    b'Content-Type: text/html;\r\n\tcharset="utf-8"\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n'
    b"<html><body><p>=E8=B4=A8=E9=87=8F</p></body></html>\r\n--part--\r\n"
)
EXCEL_XML = b'<?xml version="1.0"?>\n<?mso-application progid="Excel.Sheet"?>\n<Workbook xmlns="x"/>'
WORD_XML = b'<?xml version="1.0"?>\n<?mso-application progid="Word.Document"?>\n<w:wordDocument xmlns:w="x"/>'


def word() -> bytes:
    out = io.BytesIO()
    docx.Document().save(out)
    return out.getvalue()


def workbook() -> bytes:
    out = io.BytesIO()
    openpyxl.Workbook().save(out)
    return out.getvalue()


def archive(*members: tuple[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as made:
        for name, content in members:
            made.writestr(name, content)
    return out.getvalue()


def ole(*names: str, protected: bool = False) -> bytes:
    """A compound file ([MS-CFB]) of 512-byte sectors: allocation table, directory, one stream for all names."""
    entries = [_entry("Root Entry", 5, 0xFFFFFFFE, 0), *(_entry(name, 2, 3, 4096) for name in names)]
    entries += [b"\0" * 128] * (-len(entries) % 4)
    directory = b"".join(entries)
    sectors = len(directory) // 512
    table = [0xFFFFFFFD, *range(2, sectors + 1), 0xFFFFFFFE]
    table += [0xFFFFFFFF] * (128 - len(table))
    stream = struct.pack("<HHHHHBB", 0xA5EC, 0xC1, 0, 0, 0, 0, 1 if protected else 0).ljust(4096, b"\0")
    header = bytearray(512)
    header[:8] = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
    struct.pack_into("<HHHHH", header, 24, 0x3E, 3, 0xFFFE, 9, 6)
    struct.pack_into("<IIIIIIII", header, 44, 1, 1, 0, 4096, 0xFFFFFFFE, 0, 0xFFFFFFFE, 0)
    struct.pack_into("<109I", header, 76, 0, *[0xFFFFFFFF] * 108)
    made = bytes(header) + struct.pack("<128I", *table) + directory
    return made.ljust(4 * 512, b"\0") + stream


def _entry(name: str, kind: int, start: int, size: int) -> bytes:
    encoded = name.encode("utf-16-le") + b"\0\0"
    return (
        encoded.ljust(64, b"\0") + struct.pack("<HBB", len(encoded), kind, 1) + b"\xff" * 12 + b"\0" * 36
        + struct.pack("<II", start, size) + b"\0" * 4
    )  # fmt: skip


def odf(media_type: str, manifest: bytes = b"") -> bytes:
    return archive(("mimetype", media_type.encode()), ("content.xml", b"<x/>"), ("META-INF/manifest.xml", manifest))


ODT = odf("application/vnd.oasis.opendocument.text")


@pytest.mark.parametrize(
    ("data", "name", "found"),
    [
        (TEXT, "a.txt", "txt"),
        (TEXT, "a.TXT", "txt"),
        (TEXT, "a.text", "txt"),
        (TEXT, "folder.d/no-ending", "txt"),
        (TEXT, "a.md", "md"),
        (TEXT, "a.markdown", "md"),
        (PAGE, "a.html", "html"),
        (b"\xef\xbb\xbf\r\n\r\n" + PAGE, "a.htm", "html"),
        ("\ufeff".encode("utf-16-le") + PAGE.decode().encode("utf-16-le"), "a.html", "html"),
        (WEB_ARCHIVE, "a.mht", "mhtml"),
        (b"\r\n" + WEB_ARCHIVE, "a.mhtml", "mhtml"),
        (word(), "a.docx", "docx"),
        (word(), "a.docm", "docx"),
        (word(), "no-ending", "docx"),
        (workbook(), "a.xlsx", "xlsx"),
        (workbook(), "a.et", "xlsx"),
        (ole("WordDocument", "1Table"), "a.doc", "doc"),
        (ole("WordDocument", "1Table"), "a.dot", "doc"),
        (ole("WordDocument"), "a.wps", "wps"),
        (ole("Workbook"), "a.xls", "xls"),
        (ole("Book"), "a.xls", "xls"),
        (ole("Workbook"), "a.et", "xls"),
        (RTF, "a.rtf", "rtf"),
        (b"\xef\xbb\xbf\n" + RTF, "a.rtf", "rtf"),
        (ODT, "a.odt", "odt"),
        (PDF, "a.pdf", "pdf"),
        (b"HTTP/1.1 200 OK\r\n\r\n" + PDF, "a.pdf", "pdf"),
        (COMMAS, "a.csv", "csv"),
        (TABS.encode(), "a.tsv", "tsv"),
        (WORD_XML, "a.xml", "doc"),
    ],
)
def test_a_format_is_told_by_its_content(data: bytes, name: str, found: str) -> None:
    assert format_of(data, name) == (found, ())


def test_every_format_has_a_reader() -> None:
    named = ["txt", "md", "html", "mhtml", "docx", "pdf", "xlsx", "xls", "csv", "tsv", "doc", "wps", "rtf", "odt"]
    assert list(READERS) == named


@pytest.mark.parametrize(
    ("data", "name", "found", "level"),
    [
        (PAGE, "a.txt", "html", "info"),
        (PAGE, "a.doc", "html", "warning"),
        (PAGE, "a.xls", "html", "warning"),
        (PAGE, "a.csv", "html", "info"),
        (WEB_ARCHIVE, "a.doc", "mhtml", "warning"),
        (RTF, "a.doc", "rtf", "info"),
        (PDF, "a.docx", "pdf", "info"),
        (PDF, "a.txt", "pdf", "info"),
        (word(), "a.doc", "docx", "info"),
        (word(), "a.pdf", "docx", "info"),
        (workbook(), "a.xls", "xlsx", "info"),
        (ole("WordDocument"), "a.docx", "doc", "info"),
        (ole("Workbook"), "a.doc", "xls", "info"),
        (COMMAS, "a.xls", "csv", "warning"),
        (TABS.encode(), "a.xls", "tsv", "warning"),
        (TABS.encode("utf-16"), "a.xls", "tsv", "warning"),
        (TABS.encode("gb18030"), "a.xlsx", "tsv", "warning"),
        (TEXT, "a.html", "txt", "info"),
        (TEXT, "a.docx", "txt", "warning"),
        (TEXT, "a.xls", "txt", "warning"),
    ],
)
def test_a_file_is_read_as_what_it_is_with_a_finding(data: bytes, name: str, found: str, level: str) -> None:
    read_as, (finding,) = format_of(data, name)
    assert (read_as, finding.code, finding.level) == (found, "read-format-differs", level)


@pytest.mark.parametrize(
    ("data", "name", "what"),
    [
        (archive(("[Content_Types].xml", b"presentationml.presentation.main+xml")), "a.pptx", "PPTX"),
        (ole("PowerPoint Document"), "a.ppt", "PPT"),
        (ole("PowerPoint Document"), "a.dps", "DPS"),
        (archive(("[Content_Types].xml", b"ms-excel.sheet.binary.macroEnabled.main")), "a.xlsb", "XLSB"),
        (odf("application/vnd.oasis.opendocument.spreadsheet"), "a.ods", "ODS"),
        (odf("application/vnd.oasis.opendocument.presentation"), "a.odp", "ODP"),
        (archive(("OFD.xml", b"<ofd:OFD/>"), ("Doc_0/Document.xml", b"")), "a.ofd", "OFD"),
        (archive(("mimetype", b"application/epub+zip")), "a.epub", "EPUB"),
        (archive(("Index/Document.iwa", b"")), "a.pages", "Pages"),
        (ole("HwpSummaryInformation"), "a.hwp", "HWP"),
        (ole("__properties_version1.0", "WordDocument"), "a.msg", "MSG"),
        (ole("Something"), "a.doc", "OLE"),
        (EXCEL_XML, "a.xls", "Excel 2003"),
        (b'<?xml version="1.0"?><pkg:package/>', "a.doc", "Flat OPC"),
        (b"<?xml version='1.0'?><uof:UOF/>", "a.uof", "UOF"),
        (b"\xdb\xa5\x2d\0" + b"\0" * 40, "a.doc", "Word 2"),
        (b"AT&TFORM", "a.djvu", "DJVU"),
    ],
)
def test_a_document_that_is_not_read_says_what_it_is_and_what_to_do(data: bytes, name: str, what: str) -> None:
    with pytest.raises(ReadError, match=what) as caught:
        format_of(data, name)
    assert (caught.value.code, caught.value.status) == ("read-unsupported", "unsupported")
    assert caught.value.hint


@pytest.mark.parametrize(
    ("data", "name"),
    [
        (b"\x89PNG....", "a.png"),
        (b"\xff\xd8\xff\xe0", "a.jpg"),
        (b"RIFF\0\0\0\0WEBP", "a.webp"),
        (archive(("a.txt", TEXT)), "a.zip"),
        (b"Rar!\x1a\x07\0", "a.rar"),
        (b"7z\xbc\xaf\x27\x1c", "a.7z"),
        (b"\x1f\x8b\x08", "a.gz"),
        (TEXT, "a.py"),
        (TEXT, "a.css"),
    ],
)
def test_what_is_no_document_is_said_to_be_none(data: bytes, name: str) -> None:
    with pytest.raises(ReadError) as caught:
        format_of(data, name)
    assert (caught.value.code, caught.value.status) == ("read-no-document", "unsupported")
    assert caught.value.hint


@pytest.mark.parametrize(
    ("data", "name"),
    [
        (ole("EncryptedPackage", "EncryptionInfo"), "a.docx"),
        (ole("WordDocument", protected=True), "a.doc"),
        (odf("application/vnd.oasis.opendocument.text", b"<manifest:encryption-data/>"), "a.odt"),
    ],
)
def test_a_password_is_said_to_be_the_reason(data: bytes, name: str) -> None:
    with pytest.raises(ReadError, match="password") as caught:
        format_of(data, name)
    assert (caught.value.code, caught.value.status) == ("read-encrypted", "failed")


def test_an_article_about_pdf_is_no_pdf() -> None:
    assert format_of("文件以 %PDF-1.7 开头。\n".encode() * 3, "a.txt") == ("txt", ())


def test_the_page_of_a_web_archive_is_read_and_counted_in_its_markup() -> None:
    raw = read_bytes(WEB_ARCHIVE, "a.mht")
    assert raw.format == "mhtml"
    assert raw.ledger.source.startswith("<html><body><p>质量</p>")
    assert raw.ledger.text.strip() == "质量"


@pytest.mark.parametrize(
    ("data", "name"),
    [
        (b"", "a.txt"),
        (b"", "a.docx"),
        (b"\0" * 4096, "a.docx"),
        (b" \r\n\t", "a.pdf"),
        ("\ufeff \u3000\r\n".encode(), "a.txt"),
        (b"\xff\xfe", "a.txt"),
        (b"<html><body><script>var a=1</script><br></body></html>", "a.html"),
    ],
)
def test_nothing_to_read_is_empty(data: bytes, name: str) -> None:
    with pytest.raises(ReadError) as caught:
        read_bytes(data, name)
    assert (caught.value.code, caught.value.status) == ("read-empty", "empty")


def test_a_file_carries_the_digest_of_its_bytes(tmp_path: Path) -> None:
    for name, data in (("a.txt", TEXT), ("a.html", PAGE), ("a.mht", WEB_ARCHIVE)):
        path = tmp_path / name
        path.write_bytes(data)
        assert read_file(path, name).sha256 == file_digest(path)


def test_a_pipe_has_no_digest_and_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    assert file_digest(tmp_path / "pipe.txt") is None
    with pytest.raises(ReadError, match="pipe"):
        read_file(tmp_path / "pipe.txt", "pipe.txt")
