"""A call made in a process of its own: what costs too much costs that process, not the program.

The process is this very program, started anew; the two talk in pickles, which is safe between a process and the one it
starts. The kernel limits its memory and its processor time, and it ends with its parent where the system can do that
(Linux). ``DiedError`` says why one ended without an answer. The module of the limits is loaded where they are set, by
the process itself: not every system has it.
"""

from __future__ import annotations

import os
import pickle
import re
import signal
import subprocess
import sys
import tempfile
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from typing import IO, Literal, TypeVar

from reporter import kept_patterns, kept_sources
from reporter.errors import ReporterError

Result = TypeVar("Result")
Kind = Literal["timeout", "memory", "crashed", "length"]

_BOOT = "import sys; sys.path[:] = sys.argv[2:]; from reporter.processes import answer; answer(int(sys.argv[1]))"
_MEGABYTE = 1 << 20
_DIE_WITH_PARENT = 1  # PR_SET_PDEATHSIG, linux/prctl.h
_INTERRUPTED = 130
_OUT_OF_MEMORY = re.compile(
    r"MemoryError|bad_alloc|[Oo]ut of memory|[Cc]annot allocate memory|memory allocation of|failed to allocate"
)
# Categories of characters that a terminal obeys, or that turn or hide others: controls, formats (among them what UAX #9
# turns text by, and zero-width marks), halves of pairs, private use, separators of lines and paragraphs.
_OBEYED = frozenset({"Cc", "Cf", "Cs", "Co", "Zl", "Zp"})
_TAIL = 8000
_LONGEST_REASON = 200


@dataclass(frozen=True, slots=True)
class Costs:
    """What a call may cost: seconds of processor time and megabytes of memory that its process may write to.

    The kernel counts the processor time, which hardly hangs on what else the machine does. A watchdog ends the process
    by the clock too, when ``patience`` times as many seconds have passed: one that waits uses no processor time. On a
    machine so busy that it has less than that part of a core to spare, it ends one that might have answered."""

    seconds: int
    memory_mb: int
    patience: int = 5


class DiedError(Exception):
    """A process ended instead of answering: it took too much time or memory, crashed, or said too much."""

    def __init__(self, kind: Kind, reason: str = "") -> None:
        super().__init__(reason)
        self.kind = kind
        self.reason = reason


# -- the parent's side


def called_apart(function: Callable[..., Result], arguments: tuple[object, ...], costs: Costs) -> Result:
    """What the function gives for the arguments, in a process of its own.

    Args:
        function: one that its module knows by name.

    Raises:
        DiedError: the process ended without an answer.
        ReporterError: what the function raises.
    """
    request = pickle.dumps((costs, function, arguments), pickle.HIGHEST_PROTOCOL)
    with tempfile.TemporaryFile() as errors:
        try:
            done = subprocess.run(  # noqa: S603 - our own program
                command(),
                input=request,
                stdout=subprocess.PIPE,
                stderr=errors,
                check=False,
                timeout=costs.seconds * costs.patience,
            )
        except subprocess.TimeoutExpired as error:
            raise DiedError("timeout") from error
        if done.returncode:
            raise death(done.returncode, last_words(errors))
        repeat(errors)
    given, value = pickle.loads(done.stdout)  # noqa: S301 - our own program
    if not given:
        raise value
    result: Result = value
    return result


def command() -> list[str]:
    """What starts such a process from this one."""
    return [sys.executable, "-c", _BOOT, str(os.getpid()), *map(os.path.abspath, sys.path)]


def repeat(errors: IO[bytes]) -> None:
    """Say on standard error what a process that has answered said there, in printable characters."""
    errors.seek(0)
    for line in errors.read().decode("utf-8", "replace").splitlines():
        sys.stderr.write(f"{_printable(line)}\n")


def death(code: int, words: str, *, expired: bool = False) -> DiedError:
    """Why a process ended: by a watchdog that has ``expired``, by the signal of its exit code, by its last words."""
    if expired or code == -signal.SIGXCPU:
        return DiedError("timeout")
    # A process that ends by SIGKILL, not ours, was ended by the kernel to save memory.
    if code == -signal.SIGKILL or _OUT_OF_MEMORY.search(words):
        return DiedError("memory", words)
    ended = f"ended by {signal.Signals(-code).name}" if code < 0 else f"ended with exit code {code}"
    return DiedError("crashed", f"{ended}: {words}" if words else ended)


def last_words(errors: IO[bytes]) -> str:
    """The last line that a process wrote to its standard error, in printable characters; rather than that the last one
    that speaks of a want of memory, since a trace of the machine code may follow it."""
    size = errors.seek(0, os.SEEK_END)
    errors.seek(max(0, size - _TAIL))
    lines = errors.read().decode("utf-8", "replace").strip().splitlines()
    line = next(filter(_OUT_OF_MEMORY.search, reversed(lines)), lines[-1] if lines else "")
    return _printable(line).strip()[:_LONGEST_REASON]


def _printable(line: str) -> str:
    """The line with a space for each character that a terminal would obey instead of show."""
    return "".join(" " if unicodedata.category(char) in _OBEYED else char for char in line)


# -- the side of the process


def answer(parent: int) -> None:
    """What the process does: a request on standard input, the result or the error on standard output."""
    end_with(parent)
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # what a library prints can't break the answer
    kept_patterns.use()
    kept_sources.use()
    costs, function, arguments = pickle.load(sys.stdin.buffer)  # noqa: S301 - our own program
    limit_memory(costs.memory_mb)
    limit_time(costs.seconds)
    try:
        result: tuple[bool, object] = True, function(*arguments)
    except KeyboardInterrupt:  # the program was interrupted too, and says so
        os._exit(_INTERRUPTED)
    except ReporterError as error:
        result = False, error
    with answers:
        pickle.dump(result, answers, pickle.HIGHEST_PROTOCOL)


def end_with(parent: int) -> None:
    """End this process with its parent, where the system can (Linux)."""
    if not sys.platform.startswith("linux"):
        return
    import ctypes

    ctypes.CDLL(None).prctl(_DIE_WITH_PARENT, signal.SIGKILL)
    if os.getppid() != parent:
        os._exit(1)


def limit_memory(megabytes: int) -> None:
    """Limit the memory that this process may write to, for good, so far as no other shares it.

    Linux counts it so since 4.7 (setrlimit(2), RLIMIT_DATA). The address space is not limited: libraries
    reserve tens of gigabytes of it and use next to nothing. macOS enforces neither: there only time ends a
    process that grows."""
    import resource

    lower_limit(resource.RLIMIT_DATA, megabytes * _MEGABYTE)


def limit_time(seconds: int) -> None:
    """End this process (SIGXCPU) when it has used so many more seconds of processor time; what it forks counts its
    own."""
    import resource

    usage = resource.getrusage(resource.RUSAGE_SELF)
    end = int(usage.ru_utime + usage.ru_stime) + seconds + 1
    _, hard = resource.getrlimit(resource.RLIMIT_CPU)
    resource.setrlimit(resource.RLIMIT_CPU, (end if hard == resource.RLIM_INFINITY else min(end, hard), hard))


def lower_limit(what: int, wanted: int) -> None:
    """Lower a limit, soft and hard; one that is lower already stays, one that the system refuses is left."""
    import resource

    _, hard = resource.getrlimit(what)
    value = wanted if hard == resource.RLIM_INFINITY else min(wanted, hard)
    try:
        resource.setrlimit(what, (value, value))
    except (OSError, ValueError):
        return
