"""Worker processes that load the program while this one still does.

A worker takes as long to start as the program itself, most of it for loading: begun when the work is asked for, not
when it is there to be handed out, the two wait together. joblib keeps its processes, so those that were begun here are
the ones that the work is done by. Nothing depends on them: without them, or after one has died, joblib begins others.
"""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from importlib import import_module
from threading import Thread

from reporter import kept_patterns, kept_sources

# Fewer documents are analysed before a process has started.
FEWEST = 24
_LOADED = "reporter.pipeline.rehearsal"

_begun: list[Thread] = []


def begin(jobs: int, documents: Callable[[], int]) -> None:
    """Start so many processes, two at least, where enough documents have to be worked on."""
    if jobs > 1 and documents() >= FEWEST and not _begun:
        _begun.append(Thread(target=_begin, args=(jobs,), name="standby", daemon=True))
        _begun[0].start()


def wait() -> None:
    """Wait until those that were begun are there; joblib's processes must not be asked for from two threads at once."""
    while _begun:
        _begun.pop().join()


def _begin(jobs: int) -> None:
    from joblib import Parallel, delayed

    load: Callable[[str], object] = _load
    with suppress(Exception):  # whoever asks for the processes next is told what is wrong with them
        Parallel(n_jobs=jobs, backend="loky", batch_size=1)(delayed(load)(_LOADED) for _ in range(jobs))


def _load(module: str) -> None:
    kept_patterns.use()
    kept_sources.use()
    import_module(module)
