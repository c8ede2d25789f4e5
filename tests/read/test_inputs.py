"""Every file of a folder is read or says why not; nothing outside the folder is."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from reporter.errors import InputError
from reporter.read import find_inputs


def make(folder: Path, *names: str) -> None:
    for name in names:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("质量工作", "utf-8")


def shown(folder: Path, include: tuple[str, ...] = (), exclude: tuple[str, ...] = ()) -> list[str]:
    return [file.shown for file in find_inputs([folder], include, exclude) if not file.skip]


def skipped(folder: Path) -> dict[str, str]:
    return {file.shown: file.skip.code for file in find_inputs([folder]) if file.skip}


def test_files_are_found_at_any_depth_in_the_order_of_their_paths(tmp_path: Path) -> None:
    make(tmp_path / "报告", "乙.txt", "甲.txt", "b/c.html", "a.md")
    assert shown(tmp_path / "报告") == ["报告/a.md", "报告/b/c.html", "报告/乙.txt", "报告/甲.txt"]


def test_hidden_lock_and_leftover_files_are_passed_over_with_a_finding(tmp_path: Path) -> None:
    make(
        tmp_path / "in",
        ".hidden",
        ".git/config",
        "~$a.docx",
        ".~lock.a.odt#",
        "Thumbs.db",
        "a.tmp",
        "README.md",
        "a.txt",
    )
    assert skipped(tmp_path / "in") == {
        "in/.hidden": "read-skipped-hidden",
        "in/.git": "read-skipped-hidden",
        "in/~$a.docx": "read-skipped-lock",
        "in/.~lock.a.odt#": "read-skipped-lock",
        "in/Thumbs.db": "read-skipped-leftover",
        "in/a.tmp": "read-skipped-leftover",
        "in/README.md": "read-skipped-about",
    }
    assert shown(tmp_path / "in") == ["in/a.txt"]


def test_an_earlier_build_is_no_input(tmp_path: Path) -> None:
    make(tmp_path / "in", "a.txt", "build/.reporter/inputs.json", "build/site/index.html")
    assert shown(tmp_path / "in") == ["in/a.txt"]
    assert skipped(tmp_path / "in") == {"in/build": "read-skipped-build"}


def test_links_out_of_the_folder_are_not_followed(tmp_path: Path) -> None:
    make(tmp_path, "secret.txt", "in/a.txt")
    (tmp_path / "in" / "out.txt").symlink_to(tmp_path / "secret.txt")
    (tmp_path / "in" / "up").symlink_to(tmp_path)
    (tmp_path / "in" / "gone.txt").symlink_to(tmp_path / "nothing")
    (tmp_path / "in" / "again.txt").symlink_to(tmp_path / "in" / "a.txt")
    assert set(skipped(tmp_path / "in")) == {"in/out.txt", "in/up", "in/gone.txt"}
    assert len(shown(tmp_path / "in")) == 1


def test_a_path_that_is_longer_than_any_may_be_is_passed_over_and_costs_nobody_else(tmp_path: Path) -> None:
    make(tmp_path / "in", "a.txt")
    at = os.open(tmp_path / "in", os.O_RDONLY)
    for _ in range(25):
        os.mkdir("d" * 200, dir_fd=at)
        below = os.open("d" * 200, os.O_RDONLY, dir_fd=at)
        os.close(at)
        at = below
    os.close(at)
    assert shown(tmp_path / "in") == ["in/a.txt"]
    assert list(skipped(tmp_path / "in").values()) == ["read-folder-closed"]


def test_pipes_are_never_opened(tmp_path: Path) -> None:
    make(tmp_path / "in", "a.txt")
    os.mkfifo(tmp_path / "in" / "pipe.txt")
    assert skipped(tmp_path / "in") == {"in/pipe.txt": "read-skipped-special"}


def test_patterns_choose_by_path_or_name(tmp_path: Path) -> None:
    make(tmp_path / "in", "a.txt", "b.html", "old/c.txt", "old/deep/d.txt")
    assert shown(tmp_path / "in", include=("*.txt",)) == ["in/a.txt", "in/old/c.txt", "in/old/deep/d.txt"]
    assert shown(tmp_path / "in", exclude=("old/",)) == ["in/a.txt", "in/b.html"]
    assert shown(tmp_path / "in", include=("*.txt",), exclude=("d.*", "a.txt")) == ["in/old/c.txt"]


def test_a_file_named_itself_is_read_whatever_its_name(tmp_path: Path) -> None:
    make(tmp_path / "in", "README.md")
    assert [(file.shown, file.skip) for file in find_inputs([tmp_path / "in" / "README.md"])] == [
        ("in/README.md", None)
    ]


def test_a_file_reached_twice_is_met_once_and_folders_of_one_name_are_told_apart(tmp_path: Path) -> None:
    make(tmp_path, "x/in/a.txt", "y/in/a.txt")
    sources = [tmp_path / "x" / "in", tmp_path / "y" / "in", tmp_path / "x" / "in" / "a.txt"]
    assert [file.shown for file in find_inputs(sources)] == ["in/a.txt", "y/in/a.txt"]


def test_names_in_a_legacy_encoding_are_shown_as_text(tmp_path: Path) -> None:
    name = "质量.txt".encode("gb18030")
    try:
        Path(os.fsdecode(os.fsencode(tmp_path) + b"/" + name)).write_text("质量", "utf-8")
    except OSError:
        pytest.skip("this file system takes UTF-8 names only")
    assert shown(tmp_path) == [f"{tmp_path.name}/质量.txt"]


def test_a_missing_path_says_what_is_missing(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="nowhere"):
        find_inputs([tmp_path / "nowhere"])


def test_an_empty_folder_gives_nothing(tmp_path: Path) -> None:
    assert find_inputs([tmp_path]) == []


def test_a_folder_with_the_name_of_a_document_is_a_folder(tmp_path: Path) -> None:
    make(tmp_path / "in", "a.docx/b.txt")
    assert shown(tmp_path / "in") == ["in/a.docx/b.txt"]
