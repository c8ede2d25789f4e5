"""A build that is killed, has no room or may not write leaves the old build whole or the new one, and nothing else."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import NORTH, PROGRESS, SOUTH
from tests.cli.victim import built

VICTIM = Path(__file__).with_name("victim.py")
COMMAND = "import sys; from reporter.cli import main; sys.exit(main())"


@pytest.fixture
def place() -> Iterator[Path]:
    """A folder that everybody may look into, with two folders of documents."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        folder.chmod(0o755)
        for source, text in (("one", NORTH), ("two", SOUTH)):
            (folder / source).mkdir()
            (folder / source / "a.txt").write_text(text, "utf-8")
        (folder / "out").mkdir()
        yield folder


def victim(*arguments: object) -> tuple[dict[str, Any], list[str]]:
    """What became of it, and the lines that were said but for progress."""
    done = subprocess.run(
        [sys.executable, str(VICTIM), *map(str, arguments)], capture_output=True, text=True, check=True
    )
    said = [line for line in done.stderr.splitlines() if not line.startswith(PROGRESS)]
    return json.loads(done.stdout.splitlines()[-1]), said


@pytest.mark.slow
def test_killed_at_twenty_moments_the_old_build_or_the_new_one_is_whole(place: Path) -> None:
    found, _ = victim("killed", place / "one", place / "two", place / "out" / "build")
    old, new = found["whole"]
    assert old != new
    assert set(found["seen"]) <= {old, new}
    assert found["finished"] < len(found["seen"])
    assert (found["code"], found["last"]) == (0, old)
    assert found["left"] == ["build"]


@pytest.mark.slow
@pytest.mark.parametrize("size", [0, 1_000, 3_000])
def test_without_room_the_build_fails_in_one_line_and_the_old_one_stays(place: Path, size: int) -> None:
    target = place / "out" / "build"
    assert built(str(place / "one"), str(target)) == 0
    found, said = victim("full", place / "two", target, size)
    assert found == {"code": 1, "same": True}
    assert len(said) == 2, said
    assert "can't be written" in said[0]
    assert [path.name for path in (place / "out").iterdir()] == ["build"]


@pytest.mark.slow
def test_where_it_may_not_write_the_build_fails_in_one_line(place: Path) -> None:
    target = place / "out" / "build"
    assert built(str(place / "one"), str(target)) == 0
    (place / "out").chmod(0o555)
    found, said = victim("closed", place / "two", target)
    (place / "out").chmod(0o755)
    assert found == {"code": 1, "same": True}
    assert len(said) == 2, said
    assert "read-only" in said[0]


def workers_of(process: int) -> list[int]:
    """The processes that joblib has made for another one; none once that has ended."""
    try:
        children = Path(f"/proc/{process}/task/{process}/children").read_text("ascii").split()
        return [int(child) for child in children if b"popen_loky" in Path(f"/proc/{child}/cmdline").read_bytes()]
    except (FileNotFoundError, ProcessLookupError):  # one of them has ended in between
        return []


def first_worker_of(build: subprocess.Popen[str]) -> int:
    """A worker of a build that runs, as soon as there is one."""
    while not (workers := workers_of(build.pid)):
        if build.poll() is not None:
            pytest.fail(f"the build ended with {build.returncode} before it had a worker: {build.communicate()[1]}")
        time.sleep(0.01)
    return workers[0]


@pytest.mark.slow
@pytest.mark.skipif(sys.platform != "linux", reason="the processes of another one are told by /proc")
def test_a_killed_worker_costs_no_build_and_is_one_line(place: Path) -> None:
    target = place / "out" / "build"
    for number in range(60):
        (place / "two" / f"{number}.txt").write_text(NORTH.replace("61", str(number)) + SOUTH, "utf-8")
    options = ["build", str(place / "two"), "-o", str(target), "-f", "json", "-j", "2", "--cache", "none"]
    running = subprocess.Popen(
        [sys.executable, "-c", COMMAND, *options], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    )
    os.kill(first_worker_of(running), signal.SIGKILL)
    _, errors = running.communicate()
    said = [line for line in errors.splitlines() if not line.startswith(PROGRESS)]
    assert running.returncode == 0
    assert len(said) == 1, said
    assert "was killed: their documents were worked on again" in said[0]
    assert [path.name for path in (place / "out").iterdir()] == ["build"]
    assert len(json.loads((target / "data" / "briefing.json").read_text("utf-8"))["documents"]) == 61
