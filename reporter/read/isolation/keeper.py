"""The parent's side: one reading process for each process that reads, its watchdog and its replacement.

A file that hangs, explodes or crashes its parser costs that file and the process. What a file gives must not hang on
the files before it: a process that has read others and fails is no evidence, so the file is tried once more in a new
one.
"""

from __future__ import annotations

import atexit
import hashlib
import os
import threading
from dataclasses import dataclass

from reporter.errors import ReadError
from reporter.model import RawText, Saying
from reporter.processes import DiedError
from reporter.read.isolation.limits import Limits
from reporter.read.isolation.process import ReadingProcess
from reporter.read.isolation.wire import Answer, AnswerError, Reading, Request, answer_of, encoded, error_of, raw_of

# A process that has held half of what it may is replaced before the next file.
_GROWN = 2


@dataclass(slots=True)
class _Kept:
    process: ReadingProcess
    limits: Limits
    served: int = 0


class Keeper:
    """Keeps one reading process; threads take turns, a fork begins with none."""

    def __init__(self) -> None:
        self._kept: _Kept | None = None
        self._lock = threading.Lock()

    def read(self, name: str, data: bytes, shown: str, limits: Limits) -> RawText:
        """The text of a file.

        Raises:
            ReadError: as its reader raises it, or ``read-timeout``, ``read-memory``, ``read-crashed``.
        """
        request = encoded(Request(name, shown, data, limits.seconds, limits.characters))
        digest = hashlib.sha256(data).hexdigest()
        with self._lock:
            while True:
                fresh = not self._usable(limits)
                try:
                    return self._answered(request, limits, shown, digest)
                except ReadError as error:
                    if fresh or error.code not in ("read-memory", "read-crashed"):
                        raise

    def _answered(self, request: bytes, limits: Limits, shown: str, digest: str) -> RawText:
        """What a process says to the request; one that dies, talks nonsense or is interrupted is gone afterwards."""
        kept = self._kept = self._kept or _Kept(_started(limits), limits)
        try:
            answer = answer_of(kept.process.ask(request, limits.seconds * limits.patience, limits.reply_bytes))
            raw = _read_out(answer, shown, digest, limits)
        except DiedError as death:
            self.close()
            raise _cost(death, limits) from death
        except AnswerError as error:
            self.close()
            raise _cost(DiedError("crashed", f"its answer makes no sense ({error})"), limits) from error
        except BaseException as error:
            if not isinstance(error, ReadError) or error.code == "read-memory":
                self.close()
            raise
        finally:
            kept.served += 1
        if answer.peak_mb * _GROWN > limits.memory_mb:
            self.close()
        return raw

    def _usable(self, limits: Limits) -> bool:
        """Whether the process kept may read one more file under these limits; one that may not is let go."""
        kept = self._kept
        if kept and (kept.limits != limits or kept.served >= limits.files or not kept.process.alive):
            self.close()
        return self._kept is not None

    def close(self) -> None:
        """Let the process go, if there is one."""
        kept, self._kept = self._kept, None
        if kept:
            kept.process.close()

    def forget(self) -> None:
        """After a fork: the process is the parent's."""
        kept, self._kept = self._kept, None
        self._lock = threading.Lock()
        if kept:
            kept.process.abandon()


def _started(limits: Limits) -> ReadingProcess:
    try:
        return ReadingProcess(limits.memory_mb, limits.file_mb)
    except OSError as error:
        raise _NO_PROCESS.error(reason=error.strerror) from error


def _read_out(answer: Answer, shown: str, digest: str, limits: Limits) -> RawText:
    if isinstance(answer, Reading):
        return raw_of(answer, shown, digest, limits.characters)
    raise error_of(answer)


def _cost(death: DiedError, limits: Limits) -> ReadError:
    """The error that a dead process is for its file."""
    if death.kind == "timeout":
        return _TIMEOUT.error(seconds=limits.seconds)
    if death.kind == "memory":
        return _MEMORY.error(limit=limits.memory_mb)
    if death.kind == "length":
        return _LENGTH.error()
    return _CRASHED.error(reason=death.reason)


_NO_PROCESS = Saying(
    "read-failed.process",
    "warning",
    "can't be read: no process to read it in can be started ({reason})",
    "close other programs and build again",
)
_TIMEOUT = Saying(
    "read-timeout.reader",
    "warning",
    "takes longer to read than the limit of {seconds} seconds allows",
    "open it in its own program and save it anew, or raise seconds under [limits]",
)
_MEMORY = Saying(
    "read-memory.limit",
    "warning",
    "takes more memory to read than the limit of {limit} MB allows",
    "open it in its own program and save it anew, or raise memory_mb under [limits]",
)
_LENGTH = Saying("read-too-large.answer", "warning", "gives more text than the limit allows", "split it")
_CRASHED = Saying(
    "read-crashed.reader",
    "warning",
    "crashes its reader: {reason}",
    "open it in its own program and save it anew",
)


_KEEPER = Keeper()
atexit.register(_KEEPER.close)
os.register_at_fork(after_in_child=_KEEPER.forget)


def read_isolated(name: str, data: bytes, shown: str, limits: Limits) -> RawText:
    """The text of a file, read in the reading process of this one.

    Args:
        name: the format, a key of ``READERS``.
        data: the file's bytes.
        shown: the path that findings and outputs show.
        limits: what the file may cost.

    Raises:
        ReadError: as its reader raises it, or ``read-timeout``, ``read-memory``, ``read-crashed``.
    """
    return _KEEPER.read(name, data, shown, limits)
