"""Progress: what it says of speed and time, where it says it, and that it says nothing when asked to."""

from __future__ import annotations

import os
import pty
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from reporter.cli.progress import Lines, Pace
from tests.cli.conftest import NORTH, PROGRESS


def ticking(step: float) -> Iterator[float]:
    now = 0.0
    while True:
        yield now
        now += step


def test_plain_lines_come_at_every_tenth_with_speed_and_time_left(capsys: pytest.CaptureFixture[str]) -> None:
    clock = ticking(1.0)
    lines = Lines(clock=lambda: next(clock))
    for done in range(101):
        lines("analyse", done, 100)
    said = capsys.readouterr().err.splitlines()
    assert len(said) == 10
    assert said[0] == "analyse: 10 of 100; 10.0/s, 0:09 left"
    assert said[-1].startswith("analyse: 100 of 100; ")
    assert "left" not in said[-1]


def test_what_the_cache_had_is_said_and_counts_for_no_speed(capsys: pytest.CaptureFixture[str]) -> None:
    clock = iter([0.0, 0.0, 2.0, 2.0])
    lines = Lines(clock=lambda: next(clock))
    lines("analyse", 4_999, 5_000, 4_999)
    lines("analyse", 5_000, 5_000, 4_999)
    assert capsys.readouterr().err.splitlines() == [
        "analyse: 4999 of 5000; 4,999 from the cache",
        "analyse: 5000 of 5000; 0.5/s, 0:02; 4,999 from the cache",
    ]


@pytest.mark.parametrize(
    ("seconds", "done", "total", "words"),
    [
        (0.5, 5, 10, ""),
        (10, 5, 10, "0.5/s, 0:10 left"),
        (10, 1, 1000, "0.1/s, 2:46:30 left"),
        (75, 1, 1, "1:15"),
        (10, 0, 10, ""),
    ],
)
def test_speed_and_time_are_said_as_far_as_they_are_known(seconds: float, done: int, total: int, words: str) -> None:
    assert Pace(0.0).words(seconds, done, total) == words


def built(folder: Path, *options: str) -> list[str]:
    command = [sys.executable, "-m", "reporter", "build", str(folder / "in"), "-o", str(folder / "out"), "-f", "json"]
    done = subprocess.run([*command, "--cache", "none", *options], capture_output=True, text=True, check=True)
    assert len(done.stdout.splitlines()) == 1
    return [line for line in done.stderr.splitlines() if line.startswith(PROGRESS)]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a.txt").write_text(NORTH, "utf-8")
    return tmp_path


def test_every_stage_of_a_build_is_said_on_standard_error(folder: Path) -> None:
    said = built(folder)
    assert [line.partition(":")[0] for line in said] == ["analyse", "assemble", "render json"]
    assert not any("\x1b" in line or "\r" in line for line in said)


def test_a_quiet_build_says_nothing_of_its_progress(folder: Path) -> None:
    assert built(folder, "-q") == []


def test_on_a_terminal_there_are_bars(folder: Path) -> None:
    command = [sys.executable, "-m", "reporter", "build", str(folder / "in"), "-o", str(folder / "out"), "-f", "json"]
    ours, theirs = pty.openpty()
    running = subprocess.Popen([*command, "--cache", "none"], stdout=subprocess.PIPE, stderr=theirs)
    os.close(theirs)
    shown = b""
    try:
        while piece := os.read(ours, 4096):
            shown += piece
    except OSError:  # Linux ends a terminal that nobody writes to any more so
        pass
    assert running.wait() == 0
    os.close(ours)
    assert running.stdout is not None
    running.stdout.close()
    assert b"analyse" in shown
    assert b"\x1b[" in shown
