"""Workers of a Dask cluster: the same work, done by the processes that a scheduler knows.

A worker needs this very program: the versions are compared before anything is worked on, and again with each document,
for a worker may come later. Sources lie in a folder that every worker sees under the same path, or else are sent:
what counts is the digest of their bytes. What can't be read here, and what LibreOffice opens, which a worker may lack,
is worked on here. Scheduler and workers run what they are sent, as the store does: a network that others can reach
needs ``tls://``, whose certificates Dask takes from its own configuration.
"""

from __future__ import annotations

import hashlib
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path, PurePath

from reporter.errors import ConfigurationError, ReadError
from reporter.pipeline.documents import Task
from reporter.pipeline.scheduler import Link, check_address, failed, lost, other_program, told_of
from reporter.pipeline.workers import Call, Work, pickled_outcome
from reporter.publish import program_fingerprint
from reporter.read import FoundFile, content_of, file_digest, needs_office


class OtherProgramError(Exception):
    """A worker runs another version of this program; its argument is the worker's address or name."""


class WorkerError(Exception):
    """A worker's machine fails it, as a full disk does; its argument says which worker and what it met."""


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
    check_address(scheduler)
    link = Link(scheduler)
    try:
        yield Cluster(link)
    finally:
        link.close()


@dataclass(frozen=True, slots=True)
class Cluster:
    """The workers of a cluster. ``sends`` says that they are sent the sources, not only their paths."""

    link: Link
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
            WorkError: the scheduler can't be reached or is lost, has no workers, or such as fail or run another
                program.
        """
        import joblib
        from distributed import CancelledError
        from distributed.comm.core import CommClosedError

        from reporter.pipeline.dask_backend import DaskBackend

        client = self.link.client()
        try:
            with joblib.parallel_config(backend=DaskBackend(client)):
                yield
        except OtherProgramError as error:
            raise other_program([str(error)]) from error
        except WorkerError as error:
            raise failed(str(error)) from error
        except (CancelledError, CommClosedError) as error:
            raise lost(self.link.scheduler) from error
        except OSError as error:  # of Dask's own connections; what workers meet comes as WorkerError
            if client.status == "running":
                raise failed(f"{self.link.scheduler}: {told_of(error)}") from error
            raise lost(self.link.scheduler) from error

    def call(self, item: Work) -> Call | None:
        """The outcome of the file at its path, or of its bytes; None for what is worked on here."""
        file, task = item
        try:
            data = content_of(file.path, task.limits)
        except ReadError:
            return None
        if needs_office(data, file.shown):
            return None
        if self.sends:
            return sent_outcome, (program_fingerprint(), data, file, task)
        return seen_outcome, (program_fingerprint(), hashlib.sha256(data).hexdigest(), file, task)

    def next(self) -> Cluster:
        """What the workers did not see is sent to them."""
        return replace(self, sends=True)


def seen_outcome(program: str, digest: str, file: FoundFile, task: Task) -> bytes | None:
    """The outcome of a file that this process sees under the same path; None where it does not.

    Raises:
        OtherProgramError: this is another program.
        WorkerError: this machine fails it.
    """
    _check(program)
    with _own_errors():
        return pickled_outcome(file, task) if file_digest(file.path) == digest else None


def sent_outcome(program: str, data: bytes, file: FoundFile, task: Task) -> bytes:
    """The outcome of a file's bytes, read as a file of that name.

    Raises:
        OtherProgramError: this is another program.
        WorkerError: this machine fails it.
    """
    _check(program)
    with _own_errors(), tempfile.TemporaryDirectory(prefix="reporter-sent-") as folder:
        path = Path(folder) / f"sent{PurePath(file.shown).suffix}"
        path.write_bytes(data)
        return pickled_outcome(replace(file, path=path), task)


@contextmanager
def _own_errors() -> Iterator[None]:
    """What the machine of this worker refuses is told apart from a connection that is lost."""
    try:
        yield
    except OSError as error:
        raise WorkerError(f"{_here()}: {told_of(error)}") from error


def _check(program: str) -> None:
    if program_fingerprint() != program:
        raise OtherProgramError(_here())


def _here() -> str:
    """The address of the worker that this process is."""
    from distributed import get_worker

    return str(get_worker().address)
