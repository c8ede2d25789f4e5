"""Content decides what a file is; what is not read says what to do; nothing empty passes for a document."""

from __future__ import annotations

from pathlib import Path

import pytest

from reporter.errors import ReadError
from reporter.read import READERS, file_digest, read_bytes, read_file

TEXT = "质量工作总结\n今年检查企业120家。\n".encode()
PAGE = "<html><body><p>今年检查企业120家。</p></body></html>".encode()


def test_every_format_has_a_reader_that_says_its_format() -> None:
    for name, reader in READERS.items():
        assert reader({"txt": TEXT, "html": PAGE}[name], "a").format == name


@pytest.mark.parametrize("name", ["a.txt", "a.TXT", "a.text", "a.md", "folder.d/no-ending"])
def test_text_is_read_as_text(name: str) -> None:
    raw = read_bytes(TEXT, name)
    assert (raw.format, raw.ledger.text, raw.findings) == ("txt", TEXT.decode(), ())


@pytest.mark.parametrize(
    ("data", "name", "read_as"),
    [
        (PAGE, "a.txt", "html"),
        (PAGE, "a.doc", "html"),
        (PAGE, "a.xls", "html"),
        (TEXT, "a.html", "txt"),
        (TEXT, "a.docx", "txt"),
    ],
)
def test_a_file_is_read_as_what_it_is_with_a_finding(data: bytes, name: str, read_as: str) -> None:
    raw = read_bytes(data, name)
    assert raw.format == read_as
    assert [finding.code for finding in raw.findings] == ["read-format-differs"]


@pytest.mark.parametrize(
    ("data", "name"),
    [
        (b"%PDF-1.7\n...", "a.pdf"),
        (b"%PDF-1.7\n...", "a.docx"),
        (b"PK\x03\x04....", "a.docx"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1..", "a.doc"),
        (b"\x89PNG....", "a.png"),
        (b"{\\rtf1 ...}", "a.rtf"),
        (TEXT, "a.csv"),
        (TEXT, "a.py"),
    ],
)
def test_other_formats_are_refused_with_advice(data: bytes, name: str) -> None:
    with pytest.raises(ReadError) as caught:
        read_bytes(data, name)
    assert caught.value.code == ("read-no-document" if name in ("a.png", "a.py") else "read-unsupported")
    assert caught.value.status == "unsupported"
    assert caught.value.hint


@pytest.mark.parametrize(
    ("data", "name"),
    [
        (b"", "a.txt"),
        ("\ufeff \u3000\r\n".encode(), "a.txt"),
        (b"\xff\xfe", "a.txt"),
        (b"<html><body><script>var a=1</script><br></body></html>", "a.html"),
    ],
)
def test_nothing_to_read_is_empty(data: bytes, name: str) -> None:
    with pytest.raises(ReadError) as caught:
        read_bytes(data, name)
    assert (caught.value.code, caught.value.status) == ("read-empty", "empty")


def test_a_file_that_is_gone_is_an_error_of_its_own(tmp_path: Path) -> None:
    with pytest.raises(ReadError):
        read_file(tmp_path / "gone.txt", "gone.txt")
    assert file_digest(tmp_path / "gone.txt") is None


def test_a_file_carries_the_digest_of_its_bytes(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(TEXT)
    assert read_file(path, "a.txt").sha256 == file_digest(path)
