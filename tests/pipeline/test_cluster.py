"""A Dask cluster does the same work: a scheduler and two workers, processes of their own as on other machines."""

from __future__ import annotations

import json
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

import pytest
from msgspec import structs

from reporter import pipeline, read
from reporter.config import Config, WorkersSection
from reporter.errors import ConfigurationError, WorkError
from reporter.model import Analysis
from reporter.pipeline.analysing import analysed
from reporter.pipeline.cluster import Cluster, OtherProgramError, WorkerError, joined, seen_outcome, sent_outcome
from reporter.pipeline.documents import Outcome, Task, limits_of
from reporter.pipeline.progress import Progress, silent
from reporter.pipeline.store import opened_store
from reporter.pipeline.workers import Call, Rounds, Work
from reporter.publish import program_fingerprint

ROOT = Path(__file__).resolve().parents[2]
TEXT = "青田县质量工作总结{0}\n一、标准建设\n全县制定地方标准{0}项。\n二、品牌建设\n新增名牌产品{0}个。\n"
BASE = Config()
TASK = Task(BASE.summary, limits_of(BASE))
Opened = tuple[Outcome, Analysis | None]


@dataclass(frozen=True)
class Running:
    """A scheduler's address, its process and those of two workers."""

    address: str
    scheduler: subprocess.Popen[bytes]
    workers: tuple[subprocess.Popen[bytes], ...]

    @property
    def config(self) -> Config:
        return structs.replace(
            BASE,
            output=structs.replace(BASE.output, formats=("json", "csv", "md")),
            workers=WorkersSection("dask", self.address),
        )


def started(stack: ExitStack, place: Path, program: str, *options: str) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-m", f"distributed.cli.dask_{program}", "--host", "127.0.0.1", *options]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    process = subprocess.Popen(
        command, cwd=place, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    stack.callback(process.wait)
    stack.callback(process.kill)
    return process


def address_in(note: Path, scheduler: subprocess.Popen[bytes], seconds: float = 60.0) -> str:
    """The address that a scheduler writes down when it listens."""
    until = time.monotonic() + seconds
    while not (note.is_file() and note.stat().st_size):
        assert scheduler.poll() is None, "the scheduler has ended"
        assert time.monotonic() < until, "the scheduler writes no address"
        time.sleep(0.05)
    address: str = json.loads(note.read_text("utf-8"))["address"]
    return address


@contextmanager
def running(place: Path) -> Iterator[Running]:
    """A cluster that keeps its notes in a folder."""
    note = place / "scheduler.json"
    local = ("--scheduler-file", str(note))
    with ExitStack() as stack:
        scheduler = started(
            stack, place, "scheduler", "--port", "0", "--no-dashboard", "--dashboard-address", "127.0.0.1:0", *local
        )
        address = address_in(note, scheduler)
        options = ("--nthreads", "1", "--no-nanny", "--no-dashboard", *local)
        workers = tuple(started(stack, place, "worker", *options) for _ in range(2))
        yield Running(address, scheduler, workers)


@pytest.fixture(scope="module")
def lasting(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Running]:
    """A cluster for all that leave it as it is."""
    with running(tmp_path_factory.mktemp("cluster")) as made:
        yield made


@pytest.fixture
def cluster(tmp_path: Path) -> Iterator[Running]:
    """A cluster that may come to harm."""
    with running(tmp_path) as made:
        yield made


@pytest.fixture
def sources(tmp_path: Path) -> Path:
    folder = tmp_path / "文件"
    folder.mkdir()
    for number in range(1, 25):
        (folder / f"{number:02}.txt").write_text(TEXT.format(number), "utf-8")
    (folder / "壞.pdf").write_bytes(b"%PDF-1.4 broken")
    (folder / "~$a.docx").write_bytes(b"lock")
    return folder


def files_of(config: Config, sources: Path, output: Path) -> dict[str, bytes]:
    made = pipeline.build(config, sources=[sources], output=output).output
    return {path.relative_to(made).as_posix(): path.read_bytes() for path in sorted(made.rglob("*")) if path.is_file()}


def outcomes(config: Config, found: list[read.FoundFile], progress: Progress = silent) -> list[Opened]:
    with opened_store(None) as store:
        return [opened(one) for one in analysed(found, config, 1, progress, store)]


def opened(outcome: Outcome) -> Opened:
    """An outcome as it is compared: the bytes of equal analyses differ by which of their equal parts are one object."""
    return replace(outcome, analysis=None), outcome.analysis and outcome.analysis.opened()


@dataclass(frozen=True)
class Failing(Cluster):
    """A cluster on whose machines nothing can be written."""

    def call(self, item: Work) -> Call:
        def worked(file: read.FoundFile, task: Task) -> bytes:
            raise WorkerError("tcp://worker:1: No space left on device")

        return worked, item


@pytest.mark.slow
def test_a_cluster_builds_the_same_bytes_as_this_process(lasting: Running, sources: Path, tmp_path: Path) -> None:
    local = structs.replace(lasting.config, workers=BASE.workers)
    assert files_of(lasting.config, sources, tmp_path / "build") == files_of(local, sources, tmp_path / "build")


@pytest.mark.slow
def test_sources_that_are_sent_give_what_sources_that_are_seen_give(lasting: Running, sources: Path) -> None:
    work = {index: (file, TASK) for index, file in enumerate(read.find_inputs([sources])) if not file.skip}
    with joined(lasting.address) as crew:
        seen = {one.index: opened(one.outcome) for one in Rounds(crew, dict(work)).finished()}
        sent = {one.index: opened(one.outcome) for one in Rounds(crew.next(), dict(work)).finished()}
    assert sent == seen
    assert len(sent) == len(work)


@pytest.mark.slow
def test_a_worker_that_is_lost_costs_nothing(cluster: Running, sources: Path) -> None:
    def progress(stage: str, done: int, total: int, kept: int = 0) -> None:
        if done == 5:
            os.kill(cluster.workers[0].pid, signal.SIGKILL)

    found = read.find_inputs([sources])
    assert outcomes(cluster.config, found, progress) == outcomes(BASE, found)


@pytest.mark.slow
def test_a_source_that_vanishes_costs_itself(lasting: Running, sources: Path) -> None:
    found = read.find_inputs([sources])
    (sources / "03.txt").unlink()
    made = outcomes(lasting.config, found)
    assert made == outcomes(BASE, found)
    assert [outcome.file.status for outcome, _ in made if outcome.file.path.endswith("03.txt")] == ["failed"]


@pytest.mark.slow
def test_what_a_workers_machine_refuses_is_not_taken_for_a_lost_scheduler(lasting: Running, sources: Path) -> None:
    work = {index: (file, TASK) for index, file in enumerate(read.find_inputs([sources])) if not file.skip}
    with joined(lasting.address) as crew, pytest.raises(WorkError, match="tcp://worker:1: No space left on device"):
        list(Rounds(Failing(crew.link), work).finished())


@pytest.mark.slow
def test_a_scheduler_that_is_lost_is_one_line_and_what_was_finished_is_kept(
    cluster: Running, sources: Path, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    def progress(stage: str, done: int, total: int, kept: int = 0) -> None:
        if done == 5:
            cluster.scheduler.kill()

    found = read.find_inputs([sources])
    with opened_store(tmp_path / "cache") as store, pytest.raises(WorkError, match="the scheduler was lost"):
        analysed(found, cluster.config, 1, progress, store)
    assert capfd.readouterr().err == ""
    with opened_store(tmp_path / "cache") as store:
        analysed(found, BASE, 1, silent, store)
        assert store.found >= 4


def test_a_scheduler_that_does_not_answer_is_one_line(sources: Path) -> None:
    with socket.socket() as nobody:
        nobody.bind(("127.0.0.1", 0))
        address = f"tcp://127.0.0.1:{nobody.getsockname()[1]}"
        config = structs.replace(BASE, workers=WorkersSection("dask", address))
        with pytest.raises(WorkError, match=f"{address}: no scheduler answers"):
            outcomes(config, read.find_inputs([sources]))


@pytest.mark.parametrize("address", [None, "127.0.0.1:8786", "http://127.0.0.1:8786", "tls://127.0.0.1:8786"])
def test_an_address_that_leads_nowhere_is_told_before_anything_is_asked(address: str | None, sources: Path) -> None:
    with pytest.raises(ConfigurationError):
        outcomes(structs.replace(BASE, workers=WorkersSection("dask", address)), read.find_inputs([sources]))


def test_a_worker_does_not_work_for_another_program(sources: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = read.find_inputs([sources])[0]
    monkeypatch.setattr("reporter.pipeline.cluster._here", lambda: "tcp://worker:1")
    for call in (
        lambda: seen_outcome("another", read.file_digest(file.path), file, TASK),
        lambda: sent_outcome("another", file.path.read_bytes(), file, TASK),
    ):
        with pytest.raises(OtherProgramError, match="tcp://worker:1"):
            call()


def test_what_a_worker_may_lack_the_means_for_or_cannot_be_sent_is_worked_on_here(sources: Path) -> None:
    (sources / "a.rtf").write_bytes(rb"{\rtf1 a}")
    (sources / "b.doc").write_bytes(rb"{\rtf1 a}")
    found = read.find_inputs([sources])
    (sources / "01.txt").unlink()
    with joined("tcp://127.0.0.1:1") as crew:
        here = {file.path.name for file in found if not file.skip and crew.call((file, TASK)) is None}
        assert {file.path.name for file in found if not file.skip and crew.next().call((file, TASK)) is None} == here
    assert here == {"01.txt", "a.rtf", "b.doc"}


def test_a_worker_names_itself_and_what_its_machine_refuses(sources: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = read.find_inputs([sources])[0]
    monkeypatch.setattr("reporter.pipeline.cluster._here", lambda: "tcp://worker:1")
    monkeypatch.setattr("tempfile.tempdir", str(sources / "gone"))
    with pytest.raises(WorkerError, match="tcp://worker:1: No such file"):
        sent_outcome(program_fingerprint(), b"", file, TASK)


def test_a_file_with_other_bytes_under_the_same_path_is_not_taken_for_the_source(sources: Path) -> None:
    file = read.find_inputs([sources])[0]
    assert seen_outcome(program_fingerprint(), "0" * 64, file, TASK) is None


def test_where_the_work_is_done_stands_in_no_record_of_a_build(sources: Path, tmp_path: Path) -> None:
    files_of(structs.replace(BASE, output=structs.replace(BASE.output, formats=("json",))), sources, tmp_path / "build")
    assert "workers" not in json.loads((tmp_path / "build" / "manifest.json").read_text("utf-8"))["configuration"]
