"""Work in processes of its own: each piece of work in a fork of this process, some of them at once.

A fork starts in milliseconds with all that this process has loaded, and takes all memory that a layout leaves behind
with it when it ends. It is safe only in a process with one thread, before the text libraries are used: Pango has a
thread of its own from then on. ``Crew.may_fork`` says whether that holds; where it does not, and for a crew of none,
work is done in this process, one piece after the other, to the same result.
"""

from __future__ import annotations

import gc
import os
import pickle
import signal
import sys
import traceback
from collections import deque
from collections.abc import Callable
from multiprocessing.connection import Connection, Pipe, wait
from pathlib import Path
from types import TracebackType
from typing import Generic, TypeVar, cast

from reporter.errors import RenderError
from reporter.processes import end_with

Result = TypeVar("Result")


class CrewError(RenderError):
    """A process ended without a result, or could not begin."""


class Job(Generic[Result]):
    """Work that a crew was given."""

    def __init__(self, work: Callable[[], Result]) -> None:
        self.work = work
        self.done = False
        self.value: object = None


class Crew:
    """Does work in up to ``size`` processes at once; used with ``with``: at its end no process is left."""

    def __init__(self, size: int) -> None:
        self._size = size if self.may_fork() else 0
        self._waiting: deque[Job[object]] = deque()
        self._running: dict[Connection, tuple[int, Job[object]]] = {}

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
        for process, _ in self._running.values():
            os.kill(process, signal.SIGKILL)
        for connection, (process, _) in self._running.items():
            connection.close()
            os.waitpid(process, 0)
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
            RenderError: the work raised it, or its process ended without a result.
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
            process = _forked()
            if process == 0:
                receiver.close()
                _work(job.work, sender, parent)
            sender.close()
            self._running[receiver] = process, job

    def _receive(self) -> None:
        """Take the results that have come in."""
        for connection in cast("list[Connection]", wait(list(self._running))):
            process, job = self._running.pop(connection)  # once waited for, its number may be another's
            try:
                job.value = pickle.loads(connection.recv_bytes())  # noqa: S301 - our own process
            except EOFError:
                job.value = _died(os.waitstatus_to_exitcode(os.waitpid(process, 0)[1]))
            else:
                os.waitpid(process, 0)
            connection.close()
            job.done = True
        self._start()


def _forked() -> int:
    """``os.fork``.

    Raises:
        CrewError: the system lets no more processes begin.
    """
    try:
        return os.fork()
    except OSError as error:
        message = f"no process can be started for pages of the PDF: {error.strerror}"
        raise CrewError(message, "raise the limit of processes (ulimit -u), or make room in memory") from error


def _died(code: int) -> CrewError:
    how = f"was ended by signal {-code}" if code < 0 else f"ended with {code}"
    if code == -signal.SIGXCPU:
        how = "took longer than the limit allows"
    return CrewError(
        f"a process that makes pages of the PDF {how}", "if memory ran out, make room or build with fewer --jobs"
    )


def _work(work: Callable[[], object], answers: Connection, parent: int) -> None:
    """What a process does: its work, its answer, its end."""
    code = 1
    try:
        gc.freeze()
        end_with(parent)
        try:
            result = work()
        except RenderError as error:
            result = RenderError(error.message, error.hint)
        answers.send_bytes(pickle.dumps(result, pickle.HIGHEST_PROTOCOL))
        code = 0
    except KeyboardInterrupt:  # the build was interrupted too, and says so
        code = 130
    except BaseException:  # noqa: BLE001 - the process ends here, whatever happened
        traceback.print_exc()
    finally:
        sys.stderr.flush()
        os._exit(code)
