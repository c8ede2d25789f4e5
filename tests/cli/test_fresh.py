"""A build with nothing to do does nothing, and --check tells one that is out of date."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from reporter.cli import main

TEXT = "青田县质量工作总结\n一、标准建设\n全县制定地方标准12项。\n二、品牌建设\n新增名牌产品3个。\n"


@pytest.fixture
def sources(tmp_path: Path) -> Path:
    folder = tmp_path / "文件"
    folder.mkdir()
    (folder / "甲.txt").write_text(TEXT, "utf-8")
    return folder


@pytest.fixture
def run(sources: Path, capsys: pytest.CaptureFixture[str]) -> Callable[..., tuple[int, str, bool]]:
    """Build; the exit code, what was said, and whether anything was written."""
    target = sources.parent / "简报"

    def build(*options: str) -> tuple[int, str, bool]:
        before = stamp(target)
        code = main(["build", str(sources), "-o", str(target), "-f", "json,csv", *options])
        said = capsys.readouterr()
        return code, said.out + said.err, stamp(target) != before

    return build


def stamp(folder: Path) -> tuple[int, int]:
    """What differs between two builds of a folder, however equal their bytes."""
    manifest = folder / "manifest.json"
    return (folder.stat().st_ino, manifest.stat().st_mtime_ns) if manifest.exists() else (0, 0)


def test_a_second_build_writes_nothing_and_says_so(run: Callable[..., tuple[int, str, bool]]) -> None:
    assert run()[2]
    code, said, wrote = run()
    assert (code, wrote) == (0, False)
    assert "nothing has changed" in said
    assert "1 document" in said


def test_a_build_with_nothing_to_do_clears_away_what_a_killed_one_left(
    run: Callable[..., tuple[int, str, bool]], sources: Path
) -> None:
    assert run()[2]
    left = sources.parent / ".简报.reporter"
    (left / "old").mkdir(parents=True)
    assert not run()[2]
    assert not left.exists()


@pytest.mark.parametrize("options", [("--refresh",), ("--title", "另一题"), ("-f", "md"), ("--method", "lead")])
def test_other_settings_build_again(options: tuple[str, ...], run: Callable[..., tuple[int, str, bool]]) -> None:
    run()
    assert run(*options)[2]


def test_a_changed_source_a_new_one_and_a_changed_output_build_again(
    sources: Path, run: Callable[..., tuple[int, str, bool]]
) -> None:
    run()
    (sources / "甲.txt").write_text(TEXT.replace("12项", "13项"), "utf-8")
    assert run()[2]
    (sources / "乙.txt").write_text(TEXT.replace("青田县", "云和县"), "utf-8")
    assert run()[2]
    (sources.parent / "简报" / "findings.json").write_text("{}")
    assert run()[2]
    assert not run()[2]


def test_a_build_that_could_not_read_a_file_is_made_again(
    sources: Path, run: Callable[..., tuple[int, str, bool]]
) -> None:
    (sources / "坏.pdf").write_bytes(b"%PDF-1.7 and no more")
    assert run()[0] == 4
    assert run()[::2] == (4, True)


def test_check_writes_nothing_and_fails_when_the_build_is_out_of_date(
    sources: Path, run: Callable[..., tuple[int, str, bool]]
) -> None:
    assert run("--check")[::2] == (1, False)
    run()
    assert run("--check")[::2] == (0, False)
    (sources / "甲.txt").write_text(TEXT.replace("12项", "13项"), "utf-8")
    code, said, wrote = run("--check")
    assert (code, wrote) == (1, False)
    assert "build again" in said


def test_check_passes_a_build_that_could_not_read_a_file_with_its_code(
    sources: Path, run: Callable[..., tuple[int, str, bool]]
) -> None:
    (sources / "坏.pdf").write_bytes(b"%PDF-1.7 and no more")
    run()
    assert run("--check")[::2] == (4, False)
