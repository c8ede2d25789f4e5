"""Progress on standard error: bars on a terminal, plain lines at intervals in a pipe, none for who asks for none.

Each stage says how much of it is done, how fast it goes and how long it will take; what an earlier build had done
already is told apart and counts for no speed.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from time import perf_counter
from typing import Protocol

from reporter.cli.terminal import harmless, say

_LINES_PER_STAGE = 10


class Report(Protocol):
    """What a build calls at every step (``pipeline.Progress``)."""

    def __call__(self, stage: str, done: int, total: int, kept: int = 0) -> None:
        """Show it."""


@contextmanager
def shown_progress(*, quiet: bool = False) -> Iterator[Report]:
    """A callable that takes (stage, done, total, kept) and shows how far the work is."""
    if quiet:
        yield _nothing
    elif sys.stderr.isatty():
        with _bars() as report:
            yield report
    else:
        yield Lines()


@dataclass(slots=True)
class Pace:
    """How fast a stage goes, by a clock that is asked when it starts and at every step."""

    begun: float
    kept: int = 0

    def words(self, now: float, done: int, total: int) -> str:
        """The speed and the time left, as far as they are known: ``21.4/s, 3:34 left``; at the end the time taken."""
        made, seconds = done - self.kept, now - self.begun
        if made <= 0 or seconds < 1:
            return ""
        if done == total:
            return _time(seconds) if total == 1 else f"{made / seconds:.1f}/s, {_time(seconds)}"
        return f"{made / seconds:.1f}/s, {_time((total - done) * seconds / made)} left"


def _time(seconds: float) -> str:
    """Minutes and seconds, hours before them where there are any."""
    minutes, rest = divmod(round(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{rest:02}" if hours else f"{minutes}:{rest:02}"


def _kept_words(kept: int) -> str:
    return f"{kept:,} from the cache" if kept else ""


@dataclass(slots=True)
class Lines:
    """Plain lines: the first and the last step of a stage and some ten in between."""

    clock: Callable[[], float] = perf_counter
    _paces: dict[str, Pace] = field(default_factory=dict, init=False)

    def __call__(self, stage: str, done: int, total: int, kept: int = 0) -> None:
        """Say how far a stage is, where a tenth of it is done since the last time."""
        if stage not in self._paces:
            self._paces[stage] = Pace(self.clock(), kept)
        pace = self._paces[stage]
        step = max(1, (total - kept) // _LINES_PER_STAGE)
        if done and (done == total or (done - kept) % step == 0):
            said = (f"{stage}: {done} of {total}", pace.words(self.clock(), done, total), _kept_words(kept))
            say("; ".join(filter(None, said)))


@contextmanager
def _bars() -> Iterator[Report]:
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TaskID, TextColumn

    columns = (
        TextColumn("{task.description}", markup=False),
        BarColumn(),
        MofNCompleteColumn(),
        TextColumn("{task.fields[pace]}", markup=False),
        TextColumn("{task.fields[kept]}", markup=False),
    )
    with Progress(*columns, console=Console(stderr=True), transient=True) as progress:
        stages: dict[str, tuple[TaskID, Pace]] = {}

        def report(stage: str, done: int, total: int, kept: int = 0) -> None:
            if stage not in stages:
                bar = progress.add_task(harmless(stage), total=total, pace="", kept=_kept_words(kept))
                stages[stage] = bar, Pace(perf_counter(), kept)
            bar, pace = stages[stage]
            progress.update(bar, completed=done, total=total, pace=pace.words(perf_counter(), done, total))

        yield report


def _nothing(stage: str, done: int, total: int, kept: int = 0) -> None:
    """Of whoever asked for no progress."""
