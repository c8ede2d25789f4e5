"""The connection to a Dask scheduler: whether its address, its workers and their program are such as can be used.

In: an address. Out: a client of Dask's, or an error of one line.
"""

from __future__ import annotations

import logging
from typing import Any

from reporter.errors import ConfigurationError, WorkError
from reporter.publish import program_fingerprint

# Seconds to wait for the scheduler, and for a first worker.
_PATIENCE = 10
_SAME = "start the workers with the same version of reporter, of its packages and of Python as here"


def check_address(scheduler: str) -> None:
    """Dask's client does not come back from an address that it can't use at all."""
    from distributed.security import Security

    scheme = scheduler.partition("://")[0]
    if scheme not in ("tcp", "tls"):
        raise ConfigurationError(f"{scheduler}: is no scheduler's address", "write tcp://HOST:PORT or tls://HOST:PORT")
    if scheme == "tls" and not Security().get_connection_args("client").get("ssl_context"):  # type: ignore[no-untyped-call]
        hint = "name them in Dask's configuration: distributed.comm.tls.ca-file and .client"
        raise ConfigurationError(f"{scheduler}: Dask has no certificates for it", hint)


class Link:
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
            raise other_program(sorted(client.scheduler_info(n_workers=-1)["workers"])) from error
        others = sorted(address for address, program in programs.items() if program != program_fingerprint())
        if others:
            raise other_program(others)

    def close(self) -> None:
        """End the connection, if there is one."""
        if self._client is not None:
            gone = self._client.status != "running"
            self._client.close(timeout=_PATIENCE)
            if not gone:  # else its threads still complain
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


def lost(scheduler: str) -> WorkError:
    """The scheduler was there, and is no more."""
    message = f"{scheduler}: the scheduler was lost; nothing was written"
    return WorkError(message, "start it anew and build again: what was finished is kept")


def failed(told: str) -> WorkError:
    """A machine of the cluster failed with what is told."""
    return WorkError(f"{told}; nothing was written", "mend that machine and build again: what was finished is kept")


def told_of(error: OSError) -> str:
    """What the system says of an error."""
    return error.strerror or str(error) or type(error).__name__


def other_program(workers: list[str]) -> WorkError:
    """Workers of these addresses run another program."""
    named = ", ".join(workers[:3]) + (f" and {len(workers) - 3} more" if len(workers) > 3 else "")
    return WorkError(f"{named}: runs another version of this program, or none; nothing was written", _SAME)
