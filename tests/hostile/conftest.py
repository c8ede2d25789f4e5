"""The hostile folder built once: together with sound documents, a listener and a canary; and the sound ones alone."""

from __future__ import annotations

import contextlib
import io
import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from reporter.cli import main
from reporter.config.sections import FORMATS
from tests.hostile import make
from tests.hostile.outside import Canary, Listener

SECRET = "不在文件夹里的一句话"


@dataclass(frozen=True)
class Built:
    """A build of the folder ``in`` by the command line: its exit code, what it printed, its folder."""

    exit_code: int
    printed: str
    folder: Path
    cases: dict[str, make.Case]

    def data(self, name: str) -> Any:
        return json.loads((self.folder / name).read_bytes())

    @property
    def inputs(self) -> dict[str, dict[str, Any]]:
        """The manifest's inputs by their path below the folder."""
        return {entry["path"].removeprefix("in/"): entry for entry in self.data("manifest.json")["inputs"]}


@dataclass(frozen=True)
class Whole(Built):
    """The build of everything, and what was touched outside while it was made."""

    connections: int
    canary_touched: bool


def build(home: Path, formats: str) -> tuple[int, str]:
    """(exit code, what was printed) of a build of home/in into home/build under the corpus' limits; title and date are
    given, for what stands on every page must not hang on which documents there are."""
    limits = "".join(f"{key} = {value}\n" for key, value in make.LIMITS.items())
    head = '[briefing]\ntitle = "题名"\ndate = "2020-01-01"\n'
    (home / "reporter.toml").write_text(f"{head}[limits]\n{limits}", "utf-8")
    said = io.StringIO()
    with contextlib.redirect_stdout(said), contextlib.redirect_stderr(said):
        code = main(
            ["build", str(home / "in"), "-o", str(home / "build"), "-c", str(home / "reporter.toml"), "-f", formats]
        )
    return code, said.getvalue()


@pytest.fixture(scope="session")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Whole]:
    home = tmp_path_factory.mktemp("hostile")
    canary = Canary(home / "canary.txt", SECRET)
    with Listener() as listener:
        cases = make.write(home / "in", canary.path, listener.address)
        assert not canary.touched
        exit_code, printed = build(home, ",".join(FORMATS))
        touched, connections = canary.touched, listener.connections
    yield Whole(exit_code, printed, home / "build", cases, connections, touched)
    canary.close()


@pytest.fixture(scope="session")
def alone(tmp_path_factory: pytest.TempPathFactory) -> Built:
    home = tmp_path_factory.mktemp("sound")
    make.write_sound(home / "in")
    exit_code, printed = build(home, "html,csv")
    return Built(exit_code, printed, home / "build", {})
