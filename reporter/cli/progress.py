"""Progress: a bar on a terminal, plain lines in a pipe; both on standard error."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

from reporter.cli.terminal import say

Report = Callable[[str, int, int], None]

_LINES_PER_STAGE = 10


@contextmanager
def shown_progress() -> Iterator[Report]:
    """A callable that takes (stage, done, total) and shows how far the work is."""
    if sys.stderr.isatty():
        with _bar() as report:
            yield report
    else:
        yield plain_line


def plain_line(stage: str, done: int, total: int) -> None:
    """Say how far a stage is, at most some ten times over its length."""
    step = max(1, total // _LINES_PER_STAGE)
    if done and (done == total or done % step == 0):
        say(f"{stage}: {done} of {total}")


@contextmanager
def _bar() -> Iterator[Report]:
    columns = (
        TextColumn("{task.description}", markup=False),
        BarColumn(),
        MofNCompleteColumn(),
        TimeRemainingColumn(),
    )
    with Progress(*columns, console=Console(stderr=True), transient=True) as progress:
        stages = {}

        def report(stage: str, done: int, total: int) -> None:
            if stage not in stages:
                stages[stage] = progress.add_task(stage, total=total)
            progress.update(stages[stage], completed=done, total=total)

        yield report
