"""A long text is analysed in a process of its own: to the same outcome, or to a finding that costs nobody else."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from reporter import read
from reporter.cli import main
from reporter.config import Config
from reporter.pipeline import apart
from reporter.pipeline.documents import Task, costs_of, limits_of, outcome_of, outcome_of_text
from reporter.processes import Costs

CONFIG = Config()
TASK = Task(CONFIG.summary, limits_of(CONFIG), costs=costs_of(CONFIG))
REPORT = "关于质量工作的情况报告\n\n全市质量工作会议强调，各单位要抓紧落实年度任务。\n"


@pytest.fixture(autouse=True)
def _long_is_short(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every text counts as a long one: a short one costs the tests less."""
    monkeypatch.setattr(apart, "LONG", len(REPORT))


def report(folder: Path, count: int) -> read.FoundFile:
    """A file of so many sentences with figures, one a line."""
    lines = (f"{number}月以来，全市检查企业{number * 7}家，整改率达到95.5%。\n" for number in range(count))
    path = folder / "long.txt"
    path.write_text(f"{REPORT}{''.join(lines)}", "utf-8")
    return read.FoundFile(path, "in/long.txt")


def test_the_outcome_is_the_same_there_as_here(tmp_path: Path) -> None:
    file = report(tmp_path, 20)
    raw = read.read_file(file.path, file.shown, TASK.limits)
    assert apart.is_long(raw)
    there, here = outcome_of(file, TASK), outcome_of_text(raw, file, TASK)
    assert there.analysis
    assert here.analysis
    assert there.analysis.opened() == here.analysis.opened()
    assert replace(there, analysis=None) == replace(here, analysis=None)


def test_what_is_no_long_text_needs_no_process(tmp_path: Path) -> None:
    file = report(tmp_path, 0)
    assert outcome_of(file, replace(TASK, costs=Costs(1, 1))).file.status == "used"


@pytest.mark.parametrize(("costs", "code"), [(Costs(1, 4096), "read-timeout"), (Costs(60, 64), "read-memory")])
def test_one_that_costs_too_much_is_a_finding(tmp_path: Path, costs: Costs, code: str) -> None:
    outcome = outcome_of(report(tmp_path, 4_000), replace(TASK, costs=costs))
    assert outcome.analysis is None
    assert outcome.file.status == "failed"
    assert [(finding.code, finding.message.split(":")[0]) for finding in outcome.findings] == [(code, "in/long.txt")]


def test_it_costs_no_other_document_of_the_folder(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    report(tmp_path / "in", 4_000)
    (tmp_path / "in" / "short.txt").write_text(REPORT, "utf-8")
    (tmp_path / "reporter.toml").write_text("[limits]\nanalysis_seconds = 1\n", "utf-8")
    given = ["-o", str(tmp_path / "build"), "-c", str(tmp_path / "reporter.toml"), "-f", "json", "--cache", "none"]
    assert main(["build", str(tmp_path / "in"), *given]) == 4
    inputs = json.loads((tmp_path / "build" / "manifest.json").read_bytes())["inputs"]
    assert {entry["path"]: entry["status"] for entry in inputs} == {"in/long.txt": "failed", "in/short.txt": "used"}
