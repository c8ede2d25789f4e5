"""A damaged file costs itself and one finding that says what is wrong; no damage whatever ends a build."""

from __future__ import annotations

import contextlib
import os
import random
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reporter.config import Config
from reporter.errors import ReadError
from reporter.model import Finding
from reporter.pipeline.documents import Task, outcome_of
from reporter.read import FoundFile, file_digest, read_bytes, read_file
from reporter.read.formats import format_of
from reporter.read.isolation import Limits
from tests.read.test_formats import ODT, PAGE, TEXT, archive, ole, word, workbook

NOISE = random.Random(1).randbytes(20_000)


def refusal(data: bytes, name: str) -> ReadError:
    with pytest.raises(ReadError) as caught:
        format_of(data, name)
    assert caught.value.hint
    return caught.value


@pytest.mark.parametrize(
    ("data", "name"),
    [
        (word()[:-2000], "a.docx"),
        (word()[:300], "a.docx"),
        (word()[:-2000], "no-ending"),
        (workbook()[:2000], "a.xlsx"),
        (ODT[:100], "a.odt"),
        (b"PK\x03\x04", "a.docx"),
        (ole("WordDocument")[:600], "a.doc"),
        (ole("WordDocument")[:40], "a.doc"),
        (ole("WordDocument")[:512] + NOISE, "a.doc"),
        (NOISE, "a.docx"),
        (NOISE, "a.pdf"),
        (NOISE, "a.xls"),
    ],
)
def test_a_container_that_is_cut_or_senseless_is_damaged(data: bytes, name: str) -> None:
    error = refusal(data, name)
    assert (error.code, error.status) == ("read-damaged", "failed")


def test_a_directory_that_turns_in_a_circle_is_damaged() -> None:
    data = bytearray(ole("WordDocument", "1Table", "Data", "A", "B"))
    data[512 + 4 * 2 : 512 + 4 * 2 + 4] = (1).to_bytes(4, "little")
    assert refusal(bytes(data), "a.doc").code == "read-damaged"


def test_a_directory_of_senseless_length_is_not_read() -> None:
    data = bytearray(archive(("a", b"")))
    data[-10:-6] = b"\xff\xff\xff\x7f"
    assert refusal(bytes(data), "a.docx").code == "read-damaged"


def test_noise_is_no_text() -> None:
    with pytest.raises(ReadError) as caught:
        read_bytes(NOISE, "a.txt")
    assert caught.value.code in ("read-undecodable", "read-binary")


@settings(deadline=None, max_examples=60)
@given(st.data())
def test_no_cut_and_no_flipped_byte_of_a_container_breaks_the_telling_of_formats(data: st.DataObject) -> None:
    whole, name = data.draw(st.sampled_from([(word(), "a.docx"), (ole("Workbook", "A"), "a.xls"), (ODT, "a.odt")]))
    cut = bytearray(whole[: data.draw(st.integers(0, len(whole)))])
    for _ in range(data.draw(st.integers(0, 4))):
        if cut:
            cut[data.draw(st.integers(0, len(cut) - 1))] = data.draw(st.integers(0, 255))
    with contextlib.suppress(ReadError):
        format_of(bytes(cut), name)


# -- files that are not there, not files, or too large


def test_a_file_that_vanished_a_folder_and_a_closed_file_are_refused(tmp_path: Path) -> None:
    (tmp_path / "a.docx").mkdir()
    closed = tmp_path / "closed.txt"
    closed.write_bytes(TEXT)
    closed.chmod(0)
    names = ["gone.txt", "a.docx"] + ([] if os.geteuid() == 0 else ["closed.txt"])
    for name in names:
        with pytest.raises(ReadError) as caught:
            read_file(tmp_path / name, name)
        assert (caught.value.code, caught.value.status) == ("read-failed", "failed")
        assert caught.value.hint


def test_a_file_above_the_limit_is_not_even_read(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    with path.open("wb") as file:
        file.truncate(1 << 40)
    with pytest.raises(ReadError, match="100 MB") as caught:
        read_file(path, "a.txt")
    assert caught.value.code == "read-too-large"


def test_a_file_above_the_limit_is_not_even_hashed(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    with path.open("wb") as file:
        file.truncate(1 << 40)
    assert file_digest(path, 100) is None
    task = Task(Config().summary, Limits())
    for file in (
        FoundFile(path, "in/a.txt"),
        FoundFile(path, "in/a.txt", Finding("read-skipped-leftover", "info", "")),
    ):
        outcome = outcome_of(file, task)
        assert (outcome.file.sha256, outcome.analysis) == (None, None)


def test_a_text_above_the_limit_is_refused_in_every_format(tmp_path: Path) -> None:
    for name, data in (("a.txt", TEXT * 20), ("a.html", PAGE.replace(b"<p>", b"<p>" + TEXT * 20))):
        (tmp_path / name).write_bytes(data)
        with pytest.raises(ReadError) as caught:
            read_file(tmp_path / name, name, Limits(characters=100))
        assert caught.value.code == "read-too-large"
        assert read_file(tmp_path / name, name).ledger.source


def test_a_bug_of_a_reader_costs_one_document(monkeypatch: pytest.MonkeyPatch) -> None:
    from reporter.read import readers

    def broken(data: bytes, shown: str) -> None:
        raise KeyError(shown)

    monkeypatch.setitem(readers._STEPS, "txt", broken)
    with pytest.raises(ReadError, match=r"KeyError") as caught:
        read_bytes(TEXT, "a.txt")
    assert caught.value.code == "read-failed"
