"""Workers of a Dask cluster: the same work, done by the processes that a scheduler knows.

A worker needs this very program: the versions are compared before anything is worked on, and again with each document,
for a worker may come later. Sources lie in a folder that every worker sees under the same path, or else are sent:
what counts is the digest of their bytes. Scheduler and workers run what they are sent, as the store does: a network
that others can reach needs ``tls://``, whose certificates Dask takes from its own configuration.
"""

from __future__ import annotations

import logging
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path, PurePath
from typing import Any

from reporter.errors import ConfigurationError, WorkError
from reporter.pipeline.documents import Task
from reporter.pipeline.workers import Call, Work, pickled_outcome
from reporter.publish import program_fingerprint
from reporter.read import FoundFile, file_digest

# Seconds to wait for the scheduler, and for a first worker.
_PATIENCE = 10
_DECIDED = "start the workers with the same version of reporter, of its packages and of Python as here"


class OtherProgramError(Exception):
    """A worker runs another version of this program; its argument is the worker's address or name."""


@contextmanager
def joined(scheduler: str | None) -> Iterator[Cluster]:
    """The cluster of a scheduler, to which a connection is made once it is needed.

    Args:
        scheduler: its address, ``tcp://host:port`` or ``tls://host:port``.

    Raises:
        ConfigurationError: there is no address, or Dask is not installed.
    """
    if not scheduler:
        raise ConfigurationError("the backend dask needs a scheduler", "name it: --scheduler tcp://HOST:8786")
    try:
        import distributed  # noqa: F401
    except ImportError as error:
        raise ConfigurationError("Dask is not installed", "pip install 'reporter[cluster]'") from error
    _check_address(scheduler)
    link = _Link(scheduler)
    try:
        yield Cluster(link)
    finally:
        link.close()


def _check_address(scheduler: str) -> None:
    """Dask's client does not come back from an address that it can't use at all."""
    from distributed.security import Security

    scheme = scheduler.partition("://")[0]
    if scheme not in ("tcp", "tls"):
        raise ConfigurationError(f"{scheduler}: is no scheduler's address", "write tcp://HOST:PORT or tls://HOST:PORT")
    if scheme == "tls" and not Security().get_connection_args("client").get("ssl_context"):  # type: ignore[no-untyped-call]
        hint = "name them in Dask's configuration: distributed.comm.tls.ca-file and .client"
        raise ConfigurationError(f"{scheduler}: Dask has no certificates for it", hint)


@dataclass(frozen=True, slots=True)
class Cluster:
    """The workers of a cluster. ``sends`` says that they are sent the sources, not only their paths."""

    link: _Link
    sends: bool = False

    @property
    def deaths(self) -> tuple[type[BaseException], ...]:
        """What the scheduler says of a task whose worker was lost again and again."""
        from distributed import KilledWorker

        return (KilledWorker,)

    @contextmanager
    def at_work(self) -> Iterator[None]:
        """The context in which ``joblib.Parallel`` means this cluster.

        Raises:
            WorkError: the scheduler can't be reached or is lost, has no workers, or such as run another program.
        """
        import joblib
        from distributed import CancelledError

        from reporter.pipeline.dask_backend import DaskBackend

        client = self.link.client()
        try:
            with joblib.parallel_config(backend=DaskBackend(client)):
                yield
        except OtherProgramError as error:
            raise _other_program([str(error)]) from error
        except (CancelledError, OSError) as error:
            raise _lost(self.link.scheduler) from error

    def call(self, item: Work) -> Call:
        """The outcome of the file at its path, or of its bytes."""
        file, task = item
        if not self.sends:
            return seen_outcome, (program_fingerprint(), file_digest(file.path), file, task)
        try:
            data = file.path.read_bytes()
        except OSError:
            data = None
        return sent_outcome, (program_fingerprint(), data, file, task)

    def next(self) -> Cluster:
        """What the workers did not see is sent to them."""
        return replace(self, sends=True)


def seen_outcome(program: str, digest: str | None, file: FoundFile, task: Task) -> bytes | None:
    """The outcome of a file that this process sees under the same path; None where it does not.

    Raises:
        OtherProgramError: this is another program.
    """
    _check(program)
    return pickled_outcome(file, task) if digest is not None and file_digest(file.path) == digest else None


def sent_outcome(program: str, data: bytes | None, file: FoundFile, task: Task) -> bytes | None:
    """The outcome of a file's bytes, read as a file of that name; None without bytes.

    Raises:
        OtherProgramError: this is another program.
    """
    _check(program)
    if data is None:
        return None
    with tempfile.TemporaryDirectory(prefix="reporter-sent-") as folder:
        path = Path(folder) / f"sent{PurePath(file.shown).suffix}"
        path.write_bytes(data)
        return pickled_outcome(replace(file, path=path), task)


def _check(program: str) -> None:
    if program_fingerprint() != program:
        raise OtherProgramError(_here())


def _here() -> str:
    """The address of the worker that this process is."""
    from distributed import get_worker

    return str(get_worker().address)


class _Link:
    """A connection to a scheduler, made when it is first asked for."""

    def __init__(self, scheduler: str) -> None:
        self.scheduler = scheduler
        self._client: Any = None
        self._levels: dict[str, int] = {}

    def client(self) -> Any:
        """The connection, to a cluster that has workers with this very program.

        Raises:
            WorkError: it has none, or can't be reached.
        """
        if self._client is None:
            import distributed

            self._levels = _silenced()
            try:
                self._client = distributed.Client(self.scheduler, timeout=_PATIENCE, set_as_default=False)  # type: ignore[no-untyped-call]
            except (OSError, ValueError) as error:
                raise _unreachable(self.scheduler) from error
            self._check(self._client)
        return self._client

    def _check(self, client: Any) -> None:
        try:
            client.wait_for_workers(1, timeout=_PATIENCE)
        except TimeoutError as error:
            message = f"{self.scheduler}: the scheduler has no workers; nothing was written"
            raise WorkError(message, f"start some: dask worker {self.scheduler}") from error
        try:
            programs = client.run(program_fingerprint)
        except Exception as error:  # what a worker without this program, or with half of it, raises is its own
            raise _other_program(sorted(client.scheduler_info(n_workers=-1)["workers"])) from error
        others = sorted(address for address, program in programs.items() if program != program_fingerprint())
        if others:
            raise _other_program(others)

    def close(self) -> None:
        """End the connection, if there is one."""
        if self._client is not None:
            lost = self._client.status != "running"
            self._client.close(timeout=_PATIENCE)
            if not lost:  # else its threads still complain
                for name, level in self._levels.items():
                    logging.getLogger(name).setLevel(level)


def _silenced() -> dict[str, int]:
    """Dask's loggers with their levels till now: what they would say is said in one line by the error."""
    loggers = {name: logging.getLogger(name) for name in logging.root.manager.loggerDict if "distributed" in name}
    levels = {name: logger.level for name, logger in loggers.items()}
    for logger in loggers.values():
        logger.setLevel(logging.CRITICAL + 1)
    return levels


def _unreachable(scheduler: str) -> WorkError:
    message = f"{scheduler}: no scheduler answers; nothing was written"
    return WorkError(message, f"start it (dask scheduler), and workers (dask worker {scheduler}), or mend the address")


def _lost(scheduler: str) -> WorkError:
    message = f"{scheduler}: the scheduler was lost; nothing was written"
    return WorkError(message, "start it anew and build again: what was finished is kept")


def _other_program(workers: list[str]) -> WorkError:
    named = ", ".join(workers[:3]) + (f" and {len(workers) - 3} more" if len(workers) > 3 else "")
    return WorkError(f"{named}: runs another version of this program, or none; nothing was written", _DECIDED)
