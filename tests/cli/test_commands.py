"""The program as a whole: help, version, verify, doctor, interruption, streams."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reporter.cli.fontconfig import face_of
from reporter.cli.terminal import harmless

PROGRAM = [sys.executable, "-c", "import sys; from reporter.cli import main; sys.exit(main())"]


@pytest.mark.parametrize("command", ["build", "summarize", "extract", "verify", "diff", "doctor"])
def test_help_shows_how_by_examples(run, command):
    ran = run(command, "--help")
    assert ran.code == 0
    assert f"  reporter {command}" in ran.out
    assert ran.out.startswith(f"Usage: reporter {command}")


def test_without_a_command_the_help_is_shown(run):
    ran = run()
    assert ran.code == 2
    assert "reporter build 文件夹" in ran.out


def test_the_version_is_one_line(run):
    ran = run("--version")
    assert (ran.code, ran.out) == (0, "reporter 0.1.0\n")


def test_a_build_is_verified(run, built):
    ran = run("verify", built)
    assert ran.code == 0, ran.err
    assert "verified: " in ran.out
    assert " 2 sources" in ran.out


def test_a_changed_source_is_named_with_its_place(run, built, folder):
    path = folder / "north.txt"
    path.write_text(path.read_text("utf-8").replace("61项", "67项"), "utf-8")
    ran = run("verify", built)
    assert ran.code == 1
    assert "documents/north.txt: has changed" in ran.err
    assert "documents/north.txt: sentence t" in ran.err
    assert "NOT verified" in ran.out


def test_sources_that_moved_are_found_where_they_are_said_to_be(run, built, folder):
    folder.rename(folder.parent / "moved")
    ran = run("verify", built)
    assert ran.code == 1
    assert "documents/north.txt: source not found" in ran.err
    assert run("verify", built, "--sources", folder.parent / "moved").code == 0


@pytest.mark.parametrize("target", ["nowhere", "documents"])
def test_what_is_no_build_is_one_clear_line(run, folder, target):
    ran = run("verify", target)
    assert ran.code == 1
    ran.said_in_one_line("is no build")


def test_doctor_names_each_role_and_fails_when_something_is_missing(run):
    ran = run("doctor")
    lines = ran.out.splitlines()
    assert sum("font " in line for line in lines) >= 4
    assert any("HarfBuzz subset" in line for line in lines)
    assert ran.code == (1 if any(line.startswith("MISSING") for line in lines) else 0)
    for at, line in enumerate(lines):
        if line.startswith("MISSING"):
            assert "→" in lines[at + 1]


def test_doctor_names_the_characters_that_no_font_of_a_role_has(run, tmp_path):
    (tmp_path / "a.txt").write_text("标题\n这里有\U000f1234字。\n", "utf-8")
    ran = run("doctor", tmp_path)
    lacking = [line for line in ran.out.splitlines() if "lacks \U000f1234" in line]
    assert len(lacking) == 4
    assert all("characters of 1 documents" in line for line in lacking)
    assert ran.code == 1


def test_a_family_that_nobody_has_is_never_exact():
    face = face_of("No Such Family 4711", "国")
    assert face is None or not face.exact


@pytest.mark.skipif(os.name == "nt", reason="Windows has no signals")
def test_an_interrupted_command_ends_with_130(tmp_path):
    process = subprocess.Popen(
        [*PROGRAM, "summarize", "-"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        cwd=tmp_path,
    )
    assert process.stdin is not None
    process.stdin.write(b"x" * 100)
    process.stdin.flush()
    # Only a command that waits for more input is sure to be past its own start. Where the system does not tell what
    # a process waits for, ten seconds are long enough.
    late = time.monotonic() + 10
    while not _waiting_for_input(process.pid) and time.monotonic() < late:
        time.sleep(0.02)
    process.send_signal(signal.SIGINT)
    _, err = process.communicate(timeout=30)
    assert process.returncode == 130
    assert err.decode().strip() == "reporter: interrupted; nothing was changed"


def _waiting_for_input(pid: int) -> bool:
    """Whether the process has read all of its standard input and waits for more, as far as Linux tells."""
    try:
        return "pipe" in Path(f"/proc/{pid}/wchan").read_text()
    except OSError:
        return False


@pytest.mark.parametrize("encoding", ["ascii", "gbk", "utf-8"])
def test_no_encoding_of_the_terminal_ends_a_command(folder, encoding):
    (folder / "rare.txt").write_text("生僻字工作总结\n全市企业𠮷𠮷公司产值达到30亿元，增长5%。", "utf-8")
    ran = subprocess.run(
        [*PROGRAM, "summarize", str(folder / "rare.txt")],
        env={**os.environ, "PYTHONIOENCODING": encoding},
        capture_output=True,
        check=False,
    )
    assert ran.returncode == 0, ran.stderr.decode(errors="replace")
    assert b"30" in ran.stdout


@given(st.text())
def test_nothing_that_a_terminal_obeys_is_printed(text):
    shown = harmless(text)
    assert not set(shown) & {chr(code) for code in (*range(32), *range(127, 160), 0x202E, 0x2066)}
    assert shown.isprintable() or any(not char.isprintable() for char in text)
    assert harmless("质量 quality “引”") == "质量 quality “引”"
