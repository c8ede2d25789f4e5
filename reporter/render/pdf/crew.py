"""Work in processes of its own: each piece of work in a fork of this process, some of them at once.

A fork starts in milliseconds with all that this process has loaded, and takes all memory that a layout leaves behind
with it when it ends. It is safe only in a process with one thread, before the text libraries are used: Pango has a
thread of its own from then on. ``Crew.may_fork`` says whether that holds; where it does not, and for a crew of none,
work is done in this process, one piece after the other, to the same result.

A fork has the memory that this process may have, and seconds of processor time of its own for each piece. What it
writes to standard error is said once it has answered; of one that ends otherwise the last words are kept for the error.
"""

from __future__ import annotations

import gc
import os
import pickle
import signal
import sys
import tempfile
import traceback
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from multiprocessing.connection import Connection, Pipe, wait
from pathlib import Path
from types import TracebackType
from typing import IO, Generic, Literal, TypeVar, cast

from reporter.errors import RenderError
from reporter.processes import Kind, death, end_with, last_words, limit_time, repeat

Result = TypeVar("Result")


class CrewError(RenderError):
    """A process ended without a result, or could not begin (``unstarted``).

    Attributes:
        kind: what it ended by, as ``DiedError`` has it.
        reason: how it ended, or what the system says.
    """

    def __init__(
        self, message: str, hint: str = "", kind: Kind | Literal["unstarted"] = "crashed", reason: str = ""
    ) -> None:
        super().__init__(message, hint)
        self.kind = kind
        self.reason = reason


class Job(Generic[Result]):
    """Work that a crew was given."""

    def __init__(self, work: Callable[[], Result]) -> None:
        self.work = work
        self.done = False
        self.value: object = None


@dataclass(frozen=True, slots=True)
class _Fork:
    """A process at work: its number, what it works on, and the file that its standard error goes to."""

    process: int
    job: Job[object]
    errors: IO[bytes]


class Crew:
    """Does work in up to ``size`` processes at once; used with ``with``: at its end no process is left.

    Args:
        size: how many, 0 for none: this process does the work.
        seconds: of processor time that a process may take for its work, None for no limit. Work in this process is
            under the limits of this process alone.
    """

    def __init__(self, size: int, seconds: int | None = None) -> None:
        self._size = size if self.may_fork() else 0
        self._seconds = seconds
        self._waiting: deque[Job[object]] = deque()
        self._running: dict[Connection, _Fork] = {}

    @staticmethod
    def may_fork() -> bool:
        """Whether this process is known to have one thread."""
        tasks = Path("/proc/self/task")
        return tasks.is_dir() and len(list(tasks.iterdir())) == 1

    def __enter__(self) -> Crew:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        for fork in self._running.values():
            os.kill(fork.process, signal.SIGKILL)
        for connection, fork in self._running.items():
            connection.close()
            fork.errors.close()
            os.waitpid(fork.process, 0)
        self._running.clear()

    def give(self, work: Callable[[], Result]) -> Job[Result]:
        """Have work done, now or as soon as others are done; its result must be one that can be pickled."""
        job = Job(work)
        self._waiting.append(cast("Job[object]", job))
        self._start()
        return job

    def result(self, job: Job[Result]) -> Result:
        """What the work gave, waited for.

        Raises:
            CrewError: its process ended without a result.
            RenderError: the work raised it.
        """
        while not job.done:
            if self._size:
                self._receive()
            else:
                self._do_next()
        if isinstance(job.value, RenderError):
            raise job.value
        return cast("Result", job.value)

    def _do_next(self) -> None:
        job = self._waiting.popleft()
        job.value, job.done = job.work(), True

    def _start(self) -> None:
        while self._waiting and len(self._running) < self._size:
            job = self._waiting.popleft()
            receiver, sender = Pipe(duplex=False)
            parent = os.getpid()
            sys.stdout.flush()
            sys.stderr.flush()
            errors = tempfile.TemporaryFile()  # noqa: SIM115 - lives as long as the process
            process = _forked()
            if process == 0:
                receiver.close()
                os.dup2(errors.fileno(), 2)
                _work(job.work, sender, parent, self._seconds)
            sender.close()
            self._running[receiver] = _Fork(process, job, errors)

    def _receive(self) -> None:
        """Take the results that have come in."""
        for connection in cast("list[Connection]", wait(list(self._running))):
            fork = self._running.pop(connection)  # once waited for, its number may be another's
            with connection, fork.errors:
                try:
                    fork.job.value = pickle.loads(connection.recv_bytes())  # noqa: S301 - our own process
                except EOFError:
                    code = os.waitstatus_to_exitcode(os.waitpid(fork.process, 0)[1])
                    fork.job.value = _died(code, last_words(fork.errors))
                else:
                    os.waitpid(fork.process, 0)
                    repeat(fork.errors)
            fork.job.done = True
        self._start()


def _forked() -> int:
    """``os.fork``.

    Raises:
        CrewError: the system lets no more processes begin.
    """
    try:
        return os.fork()
    except OSError as error:
        reason = error.strerror or str(error)
        message = f"no process can be started for pages of the PDF: {reason}"
        hint = "raise the limit of processes (ulimit -u), or make room in memory"
        raise CrewError(message, hint, "unstarted", reason) from error


def _died(code: int, words: str) -> CrewError:
    """Why there is no result, by the exit code and the last words of its process."""
    died = death(code, words)
    if code == -signal.SIGKILL:
        # No limit of a process ends it so: the machine's memory ran out, of which fewer processes at once take less.
        hint = "make room in memory, or build with fewer --jobs"
        return CrewError("a process that makes pages of the PDF ended by SIGKILL", hint, "crashed", "ended by SIGKILL")
    how = {"timeout": "takes longer than its limit allows", "memory": "takes more memory than its limit allows"}
    return CrewError(
        f"a process that makes pages of the PDF {how.get(died.kind, died.reason)}", "", died.kind, died.reason
    )


def _work(work: Callable[[], object], answers: Connection, parent: int, seconds: int | None) -> None:
    """What a process does: its work, its answer, its end."""
    code = 1
    try:
        gc.freeze()
        end_with(parent)
        if seconds is not None:
            limit_time(seconds)
        try:
            result = work()
        except RenderError as error:
            result = RenderError(error.message, error.hint)
        answers.send_bytes(pickle.dumps(result, pickle.HIGHEST_PROTOCOL))
        code = 0
    except KeyboardInterrupt:  # the build was interrupted too, and says so
        code = 130
    except MemoryError:  # there may be none left to tell where
        os.write(2, b"MemoryError\n")
    except BaseException:  # noqa: BLE001 - the process ends here, whatever happened
        traceback.print_exc()
    finally:
        sys.stderr.flush()
        os._exit(code)
