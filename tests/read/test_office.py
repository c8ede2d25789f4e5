"""Documents that only LibreOffice opens: read by way of it where it is, refused with advice where it is not."""

from __future__ import annotations

import io
import os
import subprocess
import time
import zipfile
from pathlib import Path

import docx
import joblib
import pytest

from reporter.errors import ReadError
from reporter.read import read_bytes, read_file
from reporter.read.converted import without_clock_fields
from reporter.read.isolation import Limits
from reporter.read.office import _run, as_docx, soffice, version_of
from tests.processes import lives
from tests.read.test_formats import ODT, RTF, ole

CLOCK = (
    b'{\\rtf1\\ansi {\\field{\\*\\fldinst DATE \\\\@ "yyyy-MM-dd"}{\\fldrslt 2018-03-05}} stated 2018'
    b'{\\field{\\*\\fldinst TIME \\\\@ "HH:mm"}{\\fldrslt 10:00}}\\par}'
)


@pytest.fixture(scope="session")
def program() -> Path:
    found = soffice()
    if found is None:
        pytest.skip("no LibreOffice: install libreoffice-writer, or name it in REPORTER_SOFFICE, to run this test")
    return found


def document() -> bytes:
    made = docx.Document()
    made.add_heading("质量工作总结", 1)
    made.add_paragraph("今年检查企业120家，立案15起。")
    table = made.add_table(2, 2, "Table Grid")
    for index, text in enumerate(("项目", "数量", "企业", "120")):
        table.cell(index // 2, index % 2).text = text
    out = io.BytesIO()
    made.save(out)
    return out.getvalue()


@pytest.fixture(scope="session")
def documents(program: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """The document in each format that LibreOffice writes."""
    folder = tmp_path_factory.mktemp("office")
    (folder / "a.docx").write_bytes(document())
    made = {}
    for kind in ("odt", "doc", "rtf", "xml", "fodt"):
        profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
        command = [str(program), profile, "--headless", "--convert-to", kind, "--outdir", str(folder)]
        # LibreOffice loses tables that it takes from a DOCX straight to a DOC.
        given = folder / ("a.docx" if kind == "odt" else "a.odt")
        subprocess.run([*command, str(given)], check=True, capture_output=True, timeout=120)
        made[kind] = (folder / f"a.{kind}").read_bytes()
    return made


@pytest.mark.parametrize(("data", "name"), [(ole("WordDocument"), "a.doc"), (RTF, "a.rtf"), (ODT, "a.odt")])
def test_without_libreoffice_the_finding_says_so(data: bytes, name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("REPORTER_SOFFICE", "/nowhere/soffice")
    with pytest.raises(ReadError, match=r"only LibreOffice can open") as caught:
        read_bytes(data, name)
    assert (caught.value.code, caught.value.status) == ("read-unsupported", "unsupported")
    assert caught.value.hint == "install libreoffice-writer, or save the document as DOCX"


def test_the_variable_names_the_program(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "soffice"
    path.write_text("#!/bin/sh\necho LibreOffice 99.1 build\n", "utf-8")
    path.chmod(0o755)
    monkeypatch.setenv("REPORTER_SOFFICE", str(path))
    assert soffice() == path
    assert version_of(path) == "LibreOffice 99.1"


def test_a_program_that_converts_nothing_costs_one_document(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "soffice"
    path.write_text("#!/bin/sh\nexit 0\n", "utf-8")
    path.chmod(0o755)
    monkeypatch.setenv("REPORTER_SOFFICE", str(path))
    with pytest.raises(ReadError, match="can't be opened by LibreOffice") as caught:
        read_bytes(RTF, "a.rtf")
    assert caught.value.code == "read-failed"


def test_a_program_that_hangs_is_ended_with_all_that_it_started(tmp_path: Path) -> None:
    script = tmp_path / "soffice"
    script.write_text(f"#!/bin/sh\nsleep 1000 & echo $! > {tmp_path}/pid\nwait\n", "utf-8")
    script.chmod(0o755)
    with pytest.raises(ReadError) as caught:
        _run([str(script)], tmp_path, Limits(seconds=1, patience=3))
    assert caught.value.code == "read-timeout"
    started = int((tmp_path / "pid").read_text("utf-8"))
    for _ in range(100):
        if not lives(started):
            return
        time.sleep(0.1)
    os.kill(started, 9)
    pytest.fail("what the program started outlived it")


def test_what_the_clock_wrote_is_taken_out() -> None:
    field = (
        '<w:r><w:fldChar w:fldCharType="begin"></w:fldChar></w:r><w:r><w:instrText> {} </w:instrText>'
        '</w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>{}</w:t></w:r><w:r>'
        '<w:fldChar w:fldCharType="end"/></w:r>'
    )
    body = field.format("DATE", "2026-01-01") + "<w:t>kept</w:t>" + field.format("PAGE", "7")
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as made:
        made.writestr("word/document.xml", body)
    steady, count = without_clock_fields(out.getvalue())
    text = zipfile.ZipFile(io.BytesIO(steady)).read("word/document.xml").decode()
    assert (count, "2026" in text, "kept" in text, ">7<" in text) == (1, False, True, True)


# -- with LibreOffice


@pytest.mark.office
@pytest.mark.parametrize(
    ("kind", "name", "read_as"),
    [
        ("doc", "a.doc", "doc"),
        ("doc", "a.wps", "wps"),
        ("rtf", "a.rtf", "rtf"),
        ("odt", "a.odt", "odt"),
        ("xml", "a.xml", "doc"),
        ("fodt", "a.fodt", "odt"),
    ],
)
def test_a_document_of_an_office_program_is_read(
    documents: dict[str, bytes], tmp_path: Path, kind: str, name: str, read_as: str
) -> None:
    path = tmp_path / name
    path.write_bytes(documents[kind])
    raw = read_file(path, name)
    assert raw.format == read_as
    assert "质量工作总结" in raw.ledger.text
    assert "今年检查企业120家，立案15起。" in raw.ledger.text
    assert [len(table.rows) for table in raw.tables] == [2]
    assert raw.findings[0].code == "read-converted"


@pytest.mark.office
def test_reading_again_gives_the_same(documents: dict[str, bytes], tmp_path: Path) -> None:
    path = tmp_path / "a.doc"
    path.write_bytes(documents["doc"])
    assert read_file(path, "a.doc") == read_file(path, "a.doc") == read_bytes(documents["doc"], "a.doc")


@pytest.mark.office
def test_the_clock_is_no_source(program: Path, tmp_path: Path) -> None:
    raw = read_bytes(CLOCK, "a.rtf")
    assert raw.ledger.text.strip() == "stated 2018"
    assert [finding.code for finding in raw.findings] == ["read-converted", "read-field-dropped"]


@pytest.mark.office
def test_two_at_once_do_not_clash(documents: dict[str, bytes], tmp_path: Path) -> None:
    paths = [tmp_path / f"{number}.{kind}" for number in range(2) for kind in ("doc", "odt")]
    for path in paths:
        path.write_bytes(documents[path.suffix[1:]])
    texts = joblib.Parallel(n_jobs=2)(joblib.delayed(read_file)(path, path.name) for path in paths)
    assert [raw.format for raw in texts] == ["doc", "odt", "doc", "odt"]
    assert all("今年检查企业120家" in raw.ledger.text for raw in texts)


@pytest.mark.office
def test_nothing_is_left_behind(documents: dict[str, bytes], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    as_docx(documents["doc"], "doc")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.office
def test_a_damaged_document_costs_itself(program: Path) -> None:
    with pytest.raises(ReadError) as caught:
        read_bytes(ole("WordDocument"), "a.doc")
    assert caught.value.status in ("failed", "empty")
