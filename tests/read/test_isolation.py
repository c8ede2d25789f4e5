"""What a hostile file costs is that file: it hangs, explodes or crashes a process that is not ours."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
from pathlib import Path

import joblib
import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from reporter.errors import ReadError
from reporter.model import Edit, Finding, Ledger, Locator, Mark, Place, RawTable, RawText, Saying
from reporter.processes import DiedError
from reporter.read import read_bytes, read_file
from reporter.read.isolation import Limits, keeper
from reporter.read.isolation.process import ReadingProcess
from reporter.read.isolation.wire import AnswerError, answer_of, encoded, error_of, raw_of, reading_of, refusal_of
from tests.processes import ends

PAGE = "<html><body><h1>质量工作总结</h1><p>今年检查企业120家。</p></body></html>"
LIMITS = Limits(seconds=1, memory_mb=1024, patience=4)
ROOT = Path(__file__).resolve().parents[2]

# A reading process whose reader does what the name of the file says.
HOSTILE = """
import ctypes, os, signal, socket, subprocess, sys, time
from reporter.read import readers
def hostile(data, shown):
    if shown == "loop":
        while True: pass
    if shown == "sleep": time.sleep(1000)
    if shown == "memory": return bytearray(8 << 30)
    if shown == "swallowed":
        try: bytearray(8 << 30)
        except MemoryError: os.abort()
    if shown == "crash": os.kill if False else ctypes.string_at(0)
    if shown == "exit":
        print("last words\\x1b[31m of a parser", file=sys.stderr, flush=True)
        os._exit(3)
    if shown == "print": print("noise " * 100000); sys.stdout.flush()
    if shown == "network": socket.create_connection(("127.0.0.1", 9))
    if shown == "program": subprocess.run(["true"])
    if shown == "write": open("/tmp/reporter-must-not-exist", "w")
    if shown == "bug": return {}["key"]
    if shown == "long": return readers.read_plain(b"a" * 200000, shown)
    return readers.read_plain(b"served", shown)
readers._STEPS["hostile"] = hostile
"""


@pytest.fixture
def hostile(monkeypatch: pytest.MonkeyPatch) -> keeper.Keeper:
    from reporter.read.isolation import process

    boot = process._BOOT.replace("from reporter.read.isolation.child", HOSTILE + "from reporter.read.isolation.child")
    monkeypatch.setattr(process, "_BOOT", boot)
    return keeper.Keeper()


def refusal(kept: keeper.Keeper, shown: str, limits: Limits = LIMITS) -> ReadError:
    with pytest.raises(ReadError) as caught:
        kept.read("hostile", b"", shown, limits)
    return caught.value


def text(kept: keeper.Keeper) -> str:
    return kept.read("hostile", b"", "fine", LIMITS).ledger.source


@pytest.mark.parametrize(
    ("shown", "code"),
    [
        ("loop", "read-timeout"),
        ("sleep", "read-timeout"),
        ("memory", "read-memory"),
        ("crash", "read-crashed"),
        ("exit", "read-crashed"),
        ("bug", "read-failed"),
        ("network", "read-failed"),
        ("program", "read-failed"),
        ("write", "read-failed"),
    ],
)
def test_a_file_that_breaks_its_reader_costs_that_file_only(hostile: keeper.Keeper, shown: str, code: str) -> None:
    error = refusal(hostile, shown)
    assert (error.code, error.status, "\n" in error.message) == (code, "failed", False)
    assert error.hint
    assert text(hostile) == "served"
    hostile.close()


def test_the_last_words_of_a_crash_are_one_clean_line(hostile: keeper.Keeper) -> None:
    error = refusal(hostile, "exit")
    assert error.message == "crashes its reader: ended with exit code 3: last words [31m of a parser"


def test_what_a_library_prints_does_not_break_the_protocol(hostile: keeper.Keeper) -> None:
    assert hostile.read("hostile", b"", "print", LIMITS).ledger.source == "served"
    assert text(hostile) == "served"
    hostile.close()


def test_a_text_longer_than_the_limit_is_refused(hostile: keeper.Keeper) -> None:
    error = refusal(hostile, "long", Limits(characters=100_000))
    assert error.code == "read-too-large"
    hostile.close()


def test_one_process_serves_many_files_and_is_replaced_in_time(hostile: keeper.Keeper) -> None:
    limits = Limits(files=2)
    served = []
    for _ in range(4):
        hostile.read("hostile", b"", "fine", limits)
        served.append(hostile._kept and hostile._kept.process.pid)
    assert served[0] == served[1] != served[2] == served[3]
    hostile.close()


def test_a_large_parent_does_not_cost_the_process_that_it_keeps(hostile: keeper.Keeper) -> None:
    """Linux counts what the parent held as the started process's own (ru_maxrss)."""
    held = b"\1" * (700 << 20)
    assert text(hostile) == "served"
    del held
    assert hostile._kept is not None
    hostile.close()


def test_a_process_that_died_between_two_files_costs_nothing(hostile: keeper.Keeper) -> None:
    assert text(hostile) == "served"
    assert hostile._kept
    os.kill(hostile._kept.process.pid, signal.SIGKILL)
    assert text(hostile) == "served"
    hostile.close()


def test_threads_take_turns(hostile: keeper.Keeper) -> None:
    texts: list[str] = []
    threads = [threading.Thread(target=lambda: texts.append(text(hostile))) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert texts == ["served"] * 4
    hostile.close()


def test_closing_leaves_no_process_behind() -> None:
    process = ReadingProcess(1024, 1)
    pid = process.pid
    process.close()
    with pytest.raises(ChildProcessError):
        os.waitpid(pid, os.WNOHANG)


def test_a_fork_begins_with_a_process_of_its_own(tmp_path: Path) -> None:
    path = tmp_path / "a.html"
    path.write_text(PAGE, "utf-8")
    program = (
        "import os, sys\nfrom pathlib import Path\nfrom reporter.read import read_file\n"
        f"path = Path({str(path)!r})\nfirst = read_file(path, 'a.html')\npid = os.fork()\n"
        "assert read_file(path, 'a.html') == first\n"
        "if pid == 0: os._exit(0)\nassert os.waitpid(pid, 0)[1] == 0\nassert read_file(path, 'a.html') == first\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, timeout=120, check=False
    )
    assert (done.returncode, done.stderr) == (0, "")


def test_workers_have_a_process_each(tmp_path: Path) -> None:
    paths = [tmp_path / f"{number}.html" for number in range(6)]
    for path in paths:
        path.write_text(PAGE, "utf-8")
    read = joblib.Parallel(n_jobs=2)(joblib.delayed(read_file)(path, path.name) for path in paths)
    assert [raw.ledger for raw in read] == [read_bytes(PAGE.encode(), "a.html").ledger] * 6


def test_an_interrupt_ends_the_process_without_a_trace(tmp_path: Path) -> None:
    program = (
        "import os, sys\nfrom reporter.read.isolation import process, keeper, Limits\n"
        f"process._BOOT = process._BOOT.replace('from reporter.read.isolation.child', {HOSTILE!r} + "
        "'from reporter.read.isolation.child')\nkept = keeper.Keeper()\nkept.read('hostile', b'', 'fine', Limits())\n"
        "try:\n print(kept._kept.process.pid, flush=True)\n kept.read('hostile', b'', 'sleep', Limits())\n"
        "except KeyboardInterrupt: sys.exit(130)\n"
    )
    asked = subprocess.Popen(
        [sys.executable, "-c", program], cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    )
    assert asked.stdout
    child = int(asked.stdout.readline())
    asked.send_signal(signal.SIGINT)
    assert asked.communicate(timeout=60)[1] == ""
    assert asked.returncode == 130
    assert ends(child)


def test_the_process_ends_when_its_parent_is_killed() -> None:
    program = (
        "import time\nfrom reporter.read.isolation.process import ReadingProcess\n"
        "process = ReadingProcess(1024, 1)\nprint(process.pid, flush=True)\ntime.sleep(1000)\n"
    )
    parent = subprocess.Popen([sys.executable, "-c", program], cwd=ROOT, stdout=subprocess.PIPE, text=True)
    assert parent.stdout
    child = int(parent.stdout.readline())
    parent.kill()
    parent.communicate(timeout=60)
    assert ends(child)


def test_the_process_has_nothing_of_the_parents_environment(tmp_path: Path) -> None:
    process = ReadingProcess(1024, 1)
    environment = Path(f"/proc/{process.pid}/environ")
    if environment.exists():
        names = {entry.split(b"=")[0] for entry in environment.read_bytes().split(b"\0") if entry}
        threads = {b"OPENBLAS_NUM_THREADS", b"OPENBLAS_MAIN_FREE", b"OMP_NUM_THREADS"}
        assert names <= {b"LC_ALL", *threads, b"LD_LIBRARY_PATH"}
    process.close()


def test_plain_text_needs_no_process(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "executable", "/nowhere/python")
    monkeypatch.setattr(keeper._KEEPER, "_kept", None)
    (tmp_path / "a.txt").write_text("质量工作总结", "utf-8")
    (tmp_path / "a.html").write_text(PAGE, "utf-8")
    assert read_file(tmp_path / "a.txt", "a.txt").format == "txt"
    with pytest.raises(ReadError, match="can't be read"):
        read_file(tmp_path / "a.html", "a.html")


# -- the wire


SAYING = Saying("read-part-damaged.lost", "warning", "its part {part} can't be read", "save it again")
RAW = RawText(
    "in/a.docx",
    "0" * 64,
    "docx",
    "utf-8",
    Ledger("<p>质量&amp;工作</p>", [Edit(0, 3, "<p>", "", "tag"), Edit(5, 10, "&amp;", "&", "entity")]),
    (Mark("title", 3, 12), Mark("heading", 3, 5, 2)),
    (RawTable((((3, 5), (0, 0)), ((5, 10), (10, 12))), 1, (3, 5), 0, 12),),
    (("title", "质量"),),
    (SAYING.finding(path="in/a.docx", part="word/notes.xml"),),
    (Place(0, 3, Locator(page=1, box=(1.0, 2.0, 3.5, 4.0))), Place(5, 10, Locator(sheet="表1", cell="B7"))),
)


def test_a_reading_survives_the_wire() -> None:
    answer = answer_of(encoded(reading_of(RAW, 12)))
    assert raw_of(answer, RAW.path, RAW.sha256, 1000) == RAW  # type: ignore[arg-type]


def test_a_refusal_survives_the_wire() -> None:
    error = SAYING.error(status="empty", part="word/notes.xml")
    back = error_of(answer_of(encoded(refusal_of(error, 1))))  # type: ignore[arg-type]
    assert vars(back) == vars(error)


def test_lone_surrogates_do_not_cross_the_wire() -> None:
    reading = reading_of(RawText("a", "0", "pdf", "utf-8", Ledger("质\ud800量")), 1)
    assert raw_of(answer_of(encoded(reading)), "a", "0", 10).ledger.source == "质\ufffd量"  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "change",
    [
        {"source": "short"},
        {"format": "../etc"},
        {"encoding": "\x1b[31m"},
        {"rules": ()},
        {"edits": ((0, 0, "", 0),)},
        {"edits": ((-1, 2, "", 0),)},
        {"edits": ((0, 1000, "", 0),)},
        {"marks": (Mark("title", 5, 3),)},
        {"marks": (Mark("title", 5, 300),)},
        {"tables": (RawTable((((0, 1),), ()), 0, None, 0, 5),)},
        {"tables": (RawTable((((0, 100),),), 0, None, 0, 5),)},
        {"metadata": (("password", "x"),)},
        {"findings": (Finding("publish-manifest", "info", "x"),)},
        {"findings": (Finding("read-empty", "info", "x", key="../said"),)},
        {"findings": (Finding("read-empty", "info", "x", values=(("a b", "x"),)),)},
        {"findings": (Finding("read-empty", "info", "x", values=(("a", "x"),) * 100),)},
        {"places": ((0, 5, 1, None, None, None, None), (-3, 5, 1, None, None, None, None))},
        {"places": ((0, 5, 1, (0.0, 0.0, float("nan"), 1.0), None, None, None),)},
    ],
)
def test_an_answer_that_makes_no_sense_is_none(change: dict[str, object]) -> None:
    reading = msgspec.structs.replace(reading_of(RAW, 1), **change)
    with pytest.raises(AnswerError):
        raw_of(reading, "a", "0", 1000)


def test_what_goes_to_a_terminal_has_no_control_characters() -> None:
    reading = msgspec.structs.replace(
        reading_of(RAW, 1),
        findings=(Finding("read-tail-cut", "info", "a\x1b[31m\nb" * 1000, values=(("text", "\x1b[31m\n"),)),),
    )
    finding = raw_of(reading, "a", "0", 1000).findings[0]
    assert "\x1b" not in finding.message
    assert "\n" not in finding.message
    assert finding.values == (("text", "[31m"),)
    assert len(finding.message) <= 600


@given(st.binary(max_size=300))
def test_any_bytes_are_an_answer_or_refused(payload: bytes) -> None:
    try:
        answer_of(payload)
    except AnswerError:
        return


def test_an_answer_that_announces_too_much_is_not_awaited(hostile: keeper.Keeper) -> None:
    process = ReadingProcess(1024, 1)
    with pytest.raises(DiedError):
        process.ask(b"\xc1", 30, 10)
    process.close()
