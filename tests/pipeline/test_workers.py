"""Processes that work on documents: what they make is what one process makes, and one that is killed costs nothing."""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from reporter import read, standby
from reporter.config import Config
from reporter.errors import InputError, WorkError
from reporter.pipeline.analysing import analysed
from reporter.pipeline.documents import Outcome, Task, limits_of
from reporter.pipeline.progress import silent
from reporter.pipeline.store import Store, opened_store
from reporter.pipeline.workers import Call, Processes, Rounds, Work, pickled_outcome

TEXT = "青田县质量工作总结{0}\n一、标准建设\n全县制定地方标准{0}项。\n二、品牌建设\n新增名牌产品{0}个。\n"
CONFIG = Config()


def folder_of(place: Path, count: int) -> list[read.FoundFile]:
    place.mkdir()
    for number in range(1, count + 1):
        (place / f"{number:02}.txt").write_text(TEXT.format(number), "utf-8")
    return read.find_inputs([place])


def outcomes(found: list[read.FoundFile], jobs: int, store: Store | None = None) -> list[Outcome]:
    with opened_store(None) as none:
        return analysed(found, CONFIG, jobs, silent, store or none)


def work_of(found: list[read.FoundFile]) -> dict[int, Work]:
    task = Task(CONFIG.summary, limits_of(CONFIG))
    return {index: (file, task) for index, file in enumerate(found)}


@dataclass(frozen=True)
class Lethal(Processes):
    """Processes for which some documents are deadly; ``once`` only the first time that each is worked on."""

    files: frozenset[str] = frozenset()
    marks: Path | None = None

    def call(self, item: Work) -> Call:
        deadly, marks = item[0].path.name in self.files, self.marks

        def worked(file: read.FoundFile, task: Task) -> bytes:
            mark = marks and marks / file.path.name
            if deadly and not (mark and mark.exists()):
                if mark:
                    mark.touch()
                os.kill(os.getpid(), signal.SIGKILL)
            return pickled_outcome(file, task)

        return worked, item

    def next(self) -> Lethal:
        return self


@dataclass(frozen=True)
class Unwilling(Processes):
    """Processes that take nothing; some documents are not for them at all."""

    elsewhere: frozenset[str] = frozenset()

    def call(self, item: Work) -> Call | None:
        def worked(file: read.FoundFile, task: Task) -> None: ...

        return None if item[0].path.name in self.elsewhere else (worked, item)

    def next(self) -> Unwilling:
        return self


@pytest.mark.slow
def test_two_processes_make_what_one_makes(tmp_path: Path) -> None:
    found = folder_of(tmp_path / "in", 12)
    (tmp_path / "in" / "no.pdf").write_bytes(b"%PDF-1.4 broken")
    found = read.find_inputs([tmp_path / "in"])
    assert outcomes(found, 2) == outcomes(found, 1)


@pytest.mark.slow
def test_a_process_that_is_killed_once_costs_nothing(tmp_path: Path) -> None:
    found = folder_of(tmp_path / "in", 8)
    (tmp_path / "marks").mkdir()
    rounds = Rounds(Lethal(2, frozenset({"03.txt"}), tmp_path / "marks"), work_of(found))
    made = {finished.index: finished.outcome for finished in rounds.finished()}
    assert rounds.deaths == 1
    assert [made[index].file.status for index in range(8)] == ["used"] * 8


@pytest.mark.slow
def test_a_document_that_ends_its_process_even_alone_is_told_of_and_all_others_are_made(tmp_path: Path) -> None:
    found = folder_of(tmp_path / "in", 8)
    rounds = Rounds(Lethal(2, frozenset({"03.txt", "07.txt"})), work_of(found))
    made = {finished.index: finished.outcome for finished in rounds.finished()}
    assert {index for index, outcome in made.items() if outcome.file.status == "failed"} == {2, 6}
    assert made[2].findings[0].code == "read-crashed"
    assert made[2].file.path in made[2].findings[0].message
    assert sum(outcome.analysis is not None for outcome in made.values()) == 6


@pytest.mark.slow
def test_processes_that_are_killed_whatever_they_do_end_the_build_in_one_line(tmp_path: Path) -> None:
    found = folder_of(tmp_path / "in", 6)
    rounds = Rounds(Lethal(2, frozenset(file.path.name for file in found)), work_of(found))
    with pytest.raises(WorkError, match="again and again"):
        list(rounds.finished())


@pytest.mark.slow
def test_workers_that_take_nothing_end_the_build_in_one_line(tmp_path: Path) -> None:
    found = folder_of(tmp_path / "in", 3)
    rounds = Rounds(Unwilling(2), work_of(found))
    with pytest.raises(WorkError, match="take none of the 3 documents"):
        list(rounds.finished())


@pytest.mark.slow
def test_what_is_not_the_workers_is_worked_on_here(tmp_path: Path) -> None:
    found = folder_of(tmp_path / "in", 4)
    rounds = Rounds(Unwilling(2, frozenset({"02.txt", "04.txt"})), work_of(found))
    with closing(rounds.finished()) as finished:
        first = next(finished)
        assert (first.outcome.file.path, first.pickled) == (found[1].shown, None)
    made = Rounds(Unwilling(2, frozenset(file.path.name for file in found)), work_of(found))
    assert [one.outcome.file.status for one in made.finished()] == ["used"] * 4


@pytest.mark.slow
def test_what_was_finished_before_a_build_stops_is_kept(tmp_path: Path) -> None:
    found = folder_of(tmp_path / "in", 30)
    (tmp_path / "in" / "99.pdf").write_bytes(b"%PDF-1.4 broken")
    found = read.find_inputs([tmp_path / "in"])
    with opened_store(tmp_path / "cache") as store, pytest.raises(InputError, match=r"99\.pdf"):
        analysed(found, CONFIG, 2, silent, store, fail_fast=True)
    with opened_store(tmp_path / "cache") as store:
        outcomes(found, 1, store)
        assert store.found >= 25


@pytest.mark.slow
def test_nothing_is_handed_out_after_the_first_that_nobody_wants_more_of(tmp_path: Path) -> None:
    found = folder_of(tmp_path / "in", 40)
    rounds = Rounds(Processes(2), work_of(found))
    with closing(rounds.finished()) as made:
        next(made)
    assert len(rounds.left) > 20


def reported(run: Callable[[Any], object]) -> list[tuple[str, int, int, int]]:
    said: list[tuple[str, int, int, int]] = []

    def progress(stage: str, done: int, total: int, kept: int = 0) -> None:
        said.append((stage, done, total, kept))

    run(progress)
    return said


def test_progress_tells_what_the_cache_had_from_what_was_made(tmp_path: Path) -> None:
    found = folder_of(tmp_path / "in", 4)
    with opened_store(tmp_path / "cache") as store:
        assert reported(lambda progress: analysed(found[:3], CONFIG, 1, progress, store))[:4] == [
            ("analyse", 0, 3, 0),
            ("analyse", 1, 3, 0),
            ("analyse", 2, 3, 0),
            ("analyse", 3, 3, 0),
        ]
    with opened_store(tmp_path / "cache") as store:
        said = reported(lambda progress: analysed(found, CONFIG, 1, progress, store))
    assert [entry for entry in said if entry[0] == "analyse"] == [("analyse", 3, 4, 3), ("analyse", 4, 4, 3)]


def test_a_worker_loads_no_more_than_it_needs() -> None:
    import subprocess

    program = "import sys, reporter.pipeline.documents, reporter.pipeline.workers; print('distributed' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"


def has_loaded(module: str) -> tuple[int, bool]:
    return os.getpid(), module in sys.modules


@pytest.mark.slow
def test_processes_that_were_begun_early_are_those_that_do_the_work(tmp_path: Path) -> None:
    import joblib

    standby.begin(2, lambda: standby.FEWEST)
    with Processes(2).at_work():
        told = joblib.Parallel()(joblib.delayed(has_loaded)("reporter.pipeline.rehearsal") for _ in range(8))
    assert any(loaded for _, loaded in told)
    found = folder_of(tmp_path / "in", 6)
    assert outcomes(found, 2) == outcomes(found, 1)


def test_no_processes_are_begun_for_one_that_works_or_for_few_documents() -> None:
    standby.begin(1, lambda: standby.FEWEST)
    standby.begin(2, lambda: standby.FEWEST - 1)
    assert not standby._begun
