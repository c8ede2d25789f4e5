"""A reading process as its parent holds it: started with nothing of the parent's but the two pipes, asked, watched
and put away without a trace."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import threading
from pathlib import Path

from reporter.processes import DiedError, death, last_words
from reporter.read.isolation.frames import FrameError, receive, send

# The child runs isolated (-I: no PYTHON… variables, no user packages, no folder of its own) and finds the modules where
# the parent finds them, from a checkout and from a wheel alike. The package itself stands in without its __init__: the
# child needs the reading room, not the whole house.
_BOOT = """
import sys, types
memory_mb, request_bytes, folder, *sys.path = sys.argv[1:]
package = sys.modules["reporter"] = types.ModuleType("reporter")
package.__path__ = [folder]
from reporter.read.isolation.child import main
main(int(memory_mb), int(request_bytes))
"""
_PACKAGE = Path(__file__).resolve().parents[2]
# Where the dynamic linker looks is a matter of the installation; all else of the environment stays behind.
_KEPT_VARIABLES = ("LD_LIBRARY_PATH", "DYLD_LIBRARY_PATH", "DYLD_FALLBACK_LIBRARY_PATH")
# One thread: a reader calculates little, and each thread of a BLAS takes address space. NumPy, which is loaded where an
# encoding is in doubt, sets OPENBLAS_MAIN_FREE where it is missing, and a reader may not.
_ENVIRONMENT = {"LC_ALL": "C.UTF-8", "OPENBLAS_NUM_THREADS": "1", "OMP_NUM_THREADS": "1", "OPENBLAS_MAIN_FREE": "1"}


class ReadingProcess:
    """A child process that reads files.

    Args:
        memory_mb: its address space.
        file_mb: the largest file that it will be asked to read.

    Raises:
        OSError: it can't be started.
    """

    def __init__(self, memory_mb: int, file_mb: int) -> None:
        command = [sys.executable, "-I", "-c", _BOOT, str(memory_mb), str(_request_bytes(file_mb)), str(_PACKAGE)]
        paths = [path for path in sys.path if Path(path).is_absolute()]
        kept = {name: os.environ[name] for name in _KEPT_VARIABLES if name in os.environ}
        self._errors = tempfile.TemporaryFile()  # noqa: SIM115 - lives as long as the process
        try:
            self._process = subprocess.Popen(  # noqa: S603 - our own interpreter and code
                [*command, *paths],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=self._errors,
                bufsize=0,
                env={**_ENVIRONMENT, **kept},
                cwd="/",
                start_new_session=True,  # Ctrl-C goes to the parent alone, which ends the child
            )
        except OSError:
            self._errors.close()
            raise
        assert self._process.stdin is not None  # noqa: S101 - both are pipes
        assert self._process.stdout is not None  # noqa: S101
        self._in, self._out = self._process.stdin, self._process.stdout

    @property
    def pid(self) -> int:
        """The number of the process."""
        return self._process.pid

    @property
    def alive(self) -> bool:
        """Whether it still runs."""
        return self._process.poll() is None

    def ask(self, request: bytes, seconds: float, longest: int) -> bytes:
        """The answer to a request, awaited so many seconds.

        Raises:
            DiedError: the process ended, or was ended, before it had answered.
        """
        expired = threading.Event()
        watchdog = threading.Timer(seconds, self._expire, (expired,))
        watchdog.daemon = True
        self._errors.seek(0)  # the two share one place in the file
        self._errors.truncate(0)
        watchdog.start()
        try:
            send(self._in.fileno(), request)
            answer = receive(self._out.fileno(), longest)
        except OSError:
            answer = None
        except FrameError as error:
            raise DiedError("length", str(error)) from error
        finally:
            watchdog.cancel()
        if answer is None:
            raise self._death(expired.is_set())
        return answer

    def _expire(self, expired: threading.Event) -> None:
        expired.set()
        self._process.kill()

    def _death(self, expired: bool) -> DiedError:
        """Why there is no answer: by the watchdog, by the signal that ended the process, by its last words."""
        self._end()
        words = last_words(self._errors)
        self._errors.close()
        return death(self._process.returncode, words, expired=expired)

    def close(self) -> None:
        """End the process and wait for its end; again does nothing."""
        self._end()
        self._errors.close()

    def _end(self) -> None:
        for pipe in (self._in, self._out):
            pipe.close()
        if self._process.poll() is None:
            self._process.kill()
        self._process.wait()

    def abandon(self) -> None:
        """Drop this side's ends of the pipes: after a fork the process belongs to somebody else."""
        for pipe in (self._in, self._out):
            pipe.close()
        self._errors.close()
        self._process.returncode = 0


def _request_bytes(file_mb: int) -> int:
    """The longest request: the largest file and room for its path."""
    return (file_mb << 20) + (1 << 20)
