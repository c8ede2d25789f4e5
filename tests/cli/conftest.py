"""The command line run as a user runs it, on a small folder."""

from __future__ import annotations

import contextlib
import io
import os
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from reporter.cli import main

NORTH = """北川市质量强市工作总结

今年以来，北川市质监局围绕质量强市目标，扎实推进各项工作，取得明显成效。
一、标准提升
全市企业参与制定国家标准61项、行业标准56项。企业参与制定标准的积极性明显提高。
二、品牌建设
北川市拥有中国名牌22个、省级名牌99个。品牌企业的带动作用进一步增强。
三、下步打算
力争到2020年，全市中国名牌达到30个以上。各单位要加强协作，抓好落实。
"""

SOUTH = """南江县质量工作汇报

南江县质监局为企业检定计量器具2万台件，服务企业320家。
全县产品质量监督抽查合格率为92.5%，同比提高1.4个百分点。
全县新增省级名牌2个，拥有中国名牌4个。以质取胜成为企业共识。
"""


# How lines of progress begin.
PROGRESS = ("analyse:", "second look:", "assemble:", "render ")


@dataclass(frozen=True)
class Ran:
    """What a command left behind."""

    code: int
    out: str
    err: str

    def said_in_one_line(self, *words: str) -> None:
        """The command failed with one line of message and at most one of advice, and without a traceback."""
        lines = [line for line in self.err.splitlines() if not line.startswith(PROGRESS)]
        assert lines[0].startswith("reporter: "), self.err
        assert len(lines) <= 2, self.err
        assert "Traceback" not in self.err
        for word in words:
            assert word in "\n".join(lines), self.err


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder of two documents; the working folder is the one around it."""
    return write_documents(tmp_path / "documents")


def write_documents(documents: Path) -> Path:
    """Write the two documents into a new folder."""
    documents.mkdir()
    (documents / "north.txt").write_text(NORTH, "utf-8")
    (documents / "south.txt").write_bytes(SOUTH.encode("gb18030"))
    return documents


@pytest.fixture
def run(tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Callable[..., Ran]:
    """Runs a command in a folder of its own."""
    monkeypatch.chdir(tmp_path)

    def run_command(*arguments: str | os.PathLike[str], stdin: bytes = b"") -> Ran:
        monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(stdin)))
        code = main([os.fspath(argument) for argument in arguments])
        captured = capsys.readouterr()
        return Ran(code, captured.out, captured.err)

    return run_command


@pytest.fixture(scope="session")
def built_once(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A build of a folder like ``folder``, beside it."""
    home = tmp_path_factory.mktemp("built")
    write_documents(home / "documents")
    silence = io.StringIO()
    with contextlib.chdir(home), contextlib.redirect_stdout(silence), contextlib.redirect_stderr(silence):
        assert main(["build", "documents", "-o", "out", "-f", "json,html"]) == 0
    return home / "out"


@pytest.fixture
def built(built_once: Path, folder: Path) -> Path:
    """A build of the folder: data and site. Each test has a copy; where it was made its list of inputs alone says."""
    copy = shutil.copytree(built_once, folder.parent / "out")
    inputs = copy / ".reporter" / "inputs.json"
    listed = inputs.read_text("utf-8")
    assert str(built_once.parent) in listed
    inputs.write_text(listed.replace(str(built_once.parent), str(folder.parent)), "utf-8")
    return copy
