"""joblib's calls as tasks of a Dask cluster.

joblib brings a backend for Dask, but that one never tells joblib of a task that failed by itself (a worker lost again
and again, a scheduler that is gone), so that joblib would wait for ever. This one tells of every end.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from joblib.parallel import AutoBatchingMixin, ParallelBackendBase

# distributed has no types of use: its client and its futures are
Client = Any
Future = Any


class DaskBackend(AutoBatchingMixin, ParallelBackendBase):  # type: ignore[misc]  # joblib has no types
    """Hands joblib's batches to the workers of a client. As many are in work as the workers have threads."""

    supports_retrieve_callback = True

    def __init__(self, client: Client) -> None:
        super().__init__(nesting_level=0)
        self._client = client
        self._running: set[Future] = set()

    def effective_n_jobs(self, n_jobs: int) -> int:  # noqa: ARG002 - joblib asks so
        """How many batches may be in work; two at least, for joblib does the work of one itself."""
        return max(2, int(sum(self._client.nthreads().values())))

    def submit(self, func: Callable[[], Any], callback: Callable[[Any], None]) -> Future:
        """Hand out a batch; ``callback`` gets its future at the end of it, whatever end it is."""
        future = self._client.submit(func, pure=False)
        self._running.add(future)
        future.add_done_callback(callback)
        return future

    def retrieve_result_callback(self, future: Future) -> Any:
        """What a batch gave.

        Raises:
            Exception: its own, or that of a worker or a scheduler that was lost.
        """
        self._running.discard(future)
        return future.result()

    def abort_everything(self, ensure_ready: bool = True) -> None:  # noqa: ARG002 - joblib asks so
        """Let go of what is still in work."""
        running, self._running = self._running, set()
        if self._client.status == "running":
            self._client.cancel(list(running))
