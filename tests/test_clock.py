"""What a build says does not depend on when it is made: the program asks nobody for the time."""

from __future__ import annotations

import ast
import time
from pathlib import Path

import pytest

from reporter import pipeline
from reporter.config import Config

PROGRAM = Path(__file__).resolve().parent.parent / "reporter"
# The server says how long a build took and tells its runs apart, progress how long it will take; nothing of that gets
# into a build.
MAY_ASK = (PROGRAM / "serve", PROGRAM / "cli" / "progress.py")
CLOCKS = {
    "time": {"time", "time_ns", "localtime", "gmtime", "ctime", "asctime", "strftime", "monotonic", "perf_counter"},
    "datetime": {"now", "today", "utcnow"},
    "date": {"today"},
}


def asked(tree: ast.AST) -> list[str]:
    """The clocks that a program reads: as attributes of their module or class, or as imported names."""
    found = []
    for node in ast.walk(tree):
        if isinstance(node, ast.Attribute):
            owner = node.value.attr if isinstance(node.value, ast.Attribute) else getattr(node.value, "id", "")
            if node.attr in CLOCKS.get(owner, ()):
                found.append(f"{owner}.{node.attr}")
        elif isinstance(node, ast.ImportFrom) and node.module == "time":
            found += [f"time.{name.name}" for name in node.names if name.name in CLOCKS["time"]]
    return found


def test_no_module_of_a_build_reads_a_clock() -> None:
    paths = [path for path in sorted(PROGRAM.rglob("*.py")) if not any(path.is_relative_to(place) for place in MAY_ASK)]
    assert {
        str(path): asked(ast.parse(path.read_text("utf-8")))
        for path in paths
        if asked(ast.parse(path.read_text("utf-8")))
    } == {}


@pytest.mark.parametrize(
    "program",
    [
        "import time\ntime.time()",
        "from time import time_ns",
        "import datetime as dt\ndt.datetime.now()",
        "from datetime import date\ndate.today()",
        "import datetime\ndatetime.datetime.utcnow()",
    ],
)
def test_a_clock_is_found_however_it_is_named(program: str) -> None:
    assert len(asked(ast.parse(program))) == 1


@pytest.mark.slow
def test_a_build_has_equal_bytes_in_1970_and_in_2099(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    sources = tmp_path / "sources"
    sources.mkdir()
    (sources / "a.txt").write_text("某县质量工作总结\n\n全县企业达到20家，新增名牌产品3个。\n", "utf-8")
    builds = []
    for seconds in (0.0, 4_070_908_800.0):
        monkeypatch.setattr(time, "time", lambda now=seconds: now)
        made = pipeline.build(Config(), sources=[sources], output=tmp_path / "build").output
        files = [path for path in sorted(made.rglob("*")) if path.is_file()]
        builds.append({path.relative_to(made).as_posix(): path.read_bytes() for path in files})
    assert "briefing.pdf" in builds[0]
    assert builds[0] == builds[1]
