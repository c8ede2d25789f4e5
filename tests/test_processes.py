"""A call in a process of its own gives what it gives here, and what it costs too much costs that process."""

from __future__ import annotations

import ctypes
import mmap
import os
import subprocess
import sys
import time

import pytest

from reporter.errors import RenderError
from reporter.processes import Costs, DiedError, called_apart

COSTS = Costs(20, 2048)


def number() -> int:
    return os.getpid()


def noisy(text: str) -> str:
    sys.stdout.write("on standard output\n")
    sys.stderr.write("on standard\x1b[31m error\n")
    sys.stderr.write("turned\u202e hidden\u200b\ufeff rare \U00020bb7\n")
    return text


def wrong() -> None:
    raise RenderError("what", "hint")


def loop() -> None:
    while True:
        pass


def grow() -> bytearray:
    return bytearray(8 << 30)


def crash() -> None:
    ctypes.string_at(0)


def leave() -> None:
    os._exit(7)


def err() -> None:
    sys.stderr.write("words before\n")
    raise KeyError("last words\x1b[31m")


def abort() -> None:
    sys.stderr.write("# Fatal process out of memory: no more\n#\n    program(+0x1) [0x2]\n")
    sys.stderr.flush()
    os.abort()


def reserve() -> int:
    """Take address space alone, as an engine does that lays its memory out beforehand; give its gigabytes."""
    return len(mmap.mmap(-1, 64 << 30, flags=mmap.MAP_PRIVATE | mmap.MAP_ANONYMOUS, prot=mmap.PROT_READ)) >> 30


def speak() -> None:
    sys.stderr.write("last \u2066\u200dwords \U00020bb7\n")
    sys.stderr.flush()
    os._exit(7)


def death(function: object, costs: Costs = COSTS, *arguments: object) -> DiedError:
    with pytest.raises(DiedError) as caught:
        called_apart(function, arguments, costs)  # type: ignore[arg-type]
    return caught.value


def test_another_process_answers() -> None:
    assert called_apart(number, (), COSTS) != os.getpid()


def test_what_is_printed_there_spoils_no_answer_and_obeys_no_terminal(capfd: pytest.CaptureFixture[str]) -> None:
    assert called_apart(noisy, ("质量",), COSTS) == "质量"
    assert capfd.readouterr() == ("", "on standard output\non standard [31m error\nturned  hidden   rare \U00020bb7\n")


def test_an_error_of_the_program_comes_back_with_its_hint() -> None:
    with pytest.raises(RenderError, match="what") as caught:
        called_apart(wrong, (), COSTS)
    assert caught.value.hint == "hint"


def test_what_takes_too_long_is_ended_whether_it_works_or_waits() -> None:
    assert death(loop, Costs(1, 2048)).kind == "timeout"
    assert death(time.sleep, Costs(1, 2048, patience=2), 600).kind == "timeout"


@pytest.mark.skipif(sys.platform == "darwin", reason="macOS does not enforce a limit of memory")
def test_what_takes_too_much_memory_is_ended() -> None:
    assert death(grow).kind == "memory"


def test_what_speaks_of_a_want_of_memory_before_it_ends_lacked_memory() -> None:
    assert (death(abort).kind, death(abort).reason) == ("memory", "# Fatal process out of memory: no more")


def test_address_space_that_is_not_used_counts_for_nothing() -> None:
    assert called_apart(reserve, (), COSTS) == 64


def test_a_crash_tells_how_it_ended() -> None:
    assert death(crash).reason.startswith("ended by SIGSEGV")
    assert death(leave).reason == "ended with exit code 7"
    assert death(err).reason == "ended with exit code 1: KeyError: 'last words\\x1b[31m'"
    assert death(speak).reason == "ended with exit code 7: last   words \U00020bb7"


def test_what_one_said_that_died_is_its_last_words_and_nothing_more(capfd: pytest.CaptureFixture[str]) -> None:
    assert death(err).reason.count("\n") == 0
    assert capfd.readouterr() == ("", "")


def test_a_system_without_the_module_of_limits_can_load_this_one() -> None:
    program = "import sys; sys.modules['resource'] = None; import reporter.processes"
    assert subprocess.run([sys.executable, "-c", program], check=False).returncode == 0
