"""What runs where: plain text here, everything else in the reading process."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from reporter.errors import ReadError
from reporter.read import READERS, FoundFile, Limits, file_digest, found_digest, read_bytes, read_file
from reporter.read.inputs import find_inputs
from reporter.read.isolation import keeper
from reporter.read.readers import _PLAIN

TEXTS = {
    "a.md": "# 质量工作总结\n\n今年检查企业120家。\n",
    "a.csv": "名称,数量\n甲,1\n乙,2\n",
    "a.tsv": "名称\t数量\n甲\t1\n乙\t2\n",
}


def test_plain_text_alone_is_read_in_the_process_that_asks() -> None:
    assert set(READERS) > {"txt"}
    assert {"txt"} == _PLAIN


@pytest.mark.parametrize("name", sorted(TEXTS))
def test_markdown_and_tables_need_a_process(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    monkeypatch.setattr(sys, "executable", "/nowhere/python")
    monkeypatch.setattr(keeper._KEEPER, "_kept", None)
    (tmp_path / name).write_text(TEXTS[name], "utf-8")
    with pytest.raises(ReadError, match="no process"):
        read_file(tmp_path / name, name)


@pytest.mark.parametrize("name", sorted(TEXTS))
def test_they_read_the_same_there(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_text(TEXTS[name], "utf-8")
    assert read_file(tmp_path / name, name) == read_bytes(TEXTS[name].encode(), name)


def test_a_table_that_takes_too_long_costs_itself(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("甲,乙\n" + "1,2\n" * 400_000, "utf-8")
    with pytest.raises(ReadError) as caught:
        read_file(tmp_path / "a.csv", "a.csv", Limits(seconds=1))
    assert caught.value.code == "read-timeout"


def test_what_leads_out_of_the_folder_is_not_hashed(tmp_path: Path) -> None:
    (tmp_path / "outside.txt").write_text("外", "utf-8")
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a.txt").write_text("内", "utf-8")
    (tmp_path / "in" / "link.txt").symlink_to(tmp_path / "outside.txt")
    (tmp_path / "in" / "circle.txt").symlink_to("circle.txt")
    found: dict[str, FoundFile] = {file.path.name: file for file in find_inputs([tmp_path / "in"])}
    digests = {name: found_digest(file) for name, file in found.items()}
    assert digests == {"a.txt": file_digest(tmp_path / "in" / "a.txt"), "circle.txt": None, "link.txt": None}


@pytest.mark.parametrize("encoding", ["gb18030", "big5"])
def test_a_page_that_does_not_say_its_encoding_is_read_there(tmp_path: Path, encoding: str) -> None:
    page = tmp_path / "a.html"
    page.write_bytes(
        ("<html><body><p>" + "某市公布全市食品合格率，共查出二十家。" * 20 + "</p></body></html>").encode(encoding)
    )
    assert "某市公布全市食品合格率" in read_file(page, page.name).ledger.source


def test_who_hands_over_files_loads_no_reader_of_theirs() -> None:
    libraries = "lxml trafilatura pypdfium2 xlrd markdown_it"
    asked = f"import sys, reporter.read; print(*sorted(set('{libraries}'.split()) & set(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", asked], capture_output=True, text=True, check=True)
    assert done.stdout.split() == []
