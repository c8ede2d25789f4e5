"""The processes that work on documents, and what happens when one of them is killed.

In: files with their tasks. Out: the outcome of each, in the order in which they get done, so that what is finished can
be kept at once. joblib spreads the work, over processes of this machine or over those of a cluster (``cluster``); it
hands out a few tasks ahead of what is done, so that a long list costs no memory.

A worker that is killed takes the whole call of joblib with it. What was in hand is worked on again, one document at a
time; one that ends its process even then is told of as a file that can't be read, and all others go on.
Why: docs/decisions/0018-workers.md.
"""

from __future__ import annotations

import pickle
import warnings
from collections.abc import Callable, Iterator, Mapping
from concurrent.futures.process import BrokenProcessPool
from contextlib import AbstractContextManager, closing, contextmanager
from dataclasses import dataclass, field
from typing import Any, Protocol

from reporter import standby
from reporter.errors import WorkError
from reporter.model import Saying
from reporter.pipeline.documents import Outcome, Task, outcome_of, unread_outcome
from reporter.read import FoundFile

Work = tuple[FoundFile, Task]
# A call to be made elsewhere and its arguments; it gives the outcome's bytes, or None: not by these workers.
Call = tuple[Callable[..., bytes | None], tuple[Any, ...]]

# So many documents in a row that end their process even alone: then it is not the documents.
_MOST_DEATHS = 3
_KILLED = Saying(
    "read-crashed.worker",
    "warning",
    "ends the process that works on it, alone too",
    "if memory runs out, build with fewer --jobs; else open it in its own program and save it anew",
)


@dataclass(frozen=True, slots=True)
class Finished:
    """The outcome of the work at ``index``; ``pickled`` are its bytes where another process made it."""

    index: int
    outcome: Outcome
    pickled: bytes | None = None


class Crew(Protocol):
    """Those who do the work of a round. ``deaths`` are the errors that say that one of them was killed."""

    @property
    def deaths(self) -> tuple[type[BaseException], ...]:
        """Errors of joblib's call."""

    def at_work(self) -> AbstractContextManager[Any]:
        """The context in which ``joblib.Parallel`` means them.

        Raises:
            WorkError: they are not to be had.
        """

    def call(self, item: Work) -> Call | None:
        """What one of them is to do for an item; None where it is not theirs: it is worked on here."""

    def next(self) -> Crew:
        """Those who go on after a round that left something."""


@dataclass(frozen=True, slots=True)
class Processes:
    """So many processes of this machine, two at least: loky's, which notices that one is killed."""

    jobs: int

    @property
    def deaths(self) -> tuple[type[BaseException], ...]:
        """The error of loky's pool."""
        return (BrokenProcessPool,)

    def at_work(self) -> AbstractContextManager[Any]:
        """The context in which ``joblib.Parallel`` takes these processes."""
        import joblib

        standby.wait()
        context: AbstractContextManager[Any] = joblib.parallel_config(backend="loky", n_jobs=self.jobs)
        return context

    def call(self, item: Work) -> Call:
        """Its outcome as bytes."""
        return pickled_outcome, item

    def next(self) -> Processes:
        """Half as many: most often a process is killed because memory ran out."""
        return Processes(max(2, self.jobs // 2))


def pickled_outcome(file: FoundFile, task: Task) -> bytes:
    """The outcome of a file as the bytes that go to the parent and from there into the store."""
    return pickle.dumps(outcome_of(file, task), pickle.HIGHEST_PROTOCOL)


def worked_here(work: Mapping[int, Work]) -> Iterator[Finished]:
    """The outcomes of the work, one after the other, by this very process."""
    for index, (file, task) in work.items():
        yield Finished(index, outcome_of(file, task))


@dataclass(slots=True)
class Rounds:
    """Work done in rounds until nothing is ``left`` of it; ``deaths`` counts the workers that were killed."""

    crew: Crew
    left: dict[int, Work]
    deaths: int = 0
    _in_a_row: int = field(default=0, init=False)

    def finished(self) -> Iterator[Finished]:
        """The outcomes, as they get done.

        Raises:
            WorkError: the workers are not to be had, are killed whatever they work on, or take nothing.
        """
        while self.left:
            begun: list[int] = []
            before, crew = len(self.left), self.crew
            try:
                yield from self._round(dict(self.left), begun)
                self.crew = crew.next()
                if len(self.left) == before and self.crew == crew:
                    raise _untaken(before)
            except self.crew.deaths as error:
                self.deaths += 1
                self.crew = self.crew.next()
                suspects = [index for index in begun if index in self.left]
                if not suspects:
                    raise _hopeless() from error
                for index in suspects:
                    yield from self._alone(index)

    def _alone(self, index: int) -> Iterator[Finished]:
        """The outcome of a document while nothing else is worked on."""
        try:
            yield from self._round({index: self.left[index]}, [])
            self._in_a_row = 0
        except self.crew.deaths as error:
            self.deaths += 1
            self._in_a_row += 1
            if self._in_a_row >= _MOST_DEATHS:
                raise _hopeless() from error
            file, _ = self.left.pop(index)
            yield Finished(index, unread_outcome(file, _KILLED.error()))

    def _round(self, work: Mapping[int, Work], begun: list[int]) -> Iterator[Finished]:
        """The outcomes of one call of joblib, then of what is not the crew's; each is taken off what is left.

        Args:
            begun: gets the number of each piece of work as it is handed out.
        """
        here: dict[int, Work] = {}
        with self.crew.at_work(), _results(self._calls(work, begun, here)) as results:
            for index, pickled in results:
                if pickled is not None:
                    del self.left[index]
                    yield Finished(index, pickle.loads(pickled), pickled)  # noqa: S301 - a worker of ours made it
        for finished in worked_here(here):
            del self.left[finished.index]
            yield finished

    def _calls(self, work: Mapping[int, Work], begun: list[int], here: dict[int, Work]) -> Iterator[Any]:
        for index, item in work.items():
            call = self.crew.call(item)
            if call is None:
                here[index] = item
            else:
                begun.append(index)
                yield _numbered, (index, *call), {}


def _numbered(index: int, function: Callable[..., bytes | None], arguments: Any) -> tuple[int, bytes | None]:
    """What a worker's call gives, with the number of its work: results come in the order in which they get done."""
    return index, function(*arguments)


@contextmanager
def _results(calls: Iterator[Any]) -> Iterator[Iterator[Any]]:
    """What the calls give. When the block is left early, nothing more is handed out, and what the workers have in hand
    is waited for: taken from them half done, they complain in the middle of it."""
    import joblib

    stopped: list[bool] = []

    def wanted() -> Iterator[Any]:
        for call in calls:
            if stopped:
                return
            yield call

    results = joblib.Parallel(return_as="generator_unordered")(wanted())
    with warnings.catch_warnings(), closing(results):
        warnings.simplefilter("ignore", UserWarning)  # joblib's, for results that are not asked for any more
        try:
            yield results
        except GeneratorExit:
            stopped.append(True)
            for _ in results:
                pass
            raise


def _hopeless() -> WorkError:
    message = "the processes that work on the documents are killed again and again; nothing was written"
    return WorkError(message, "if memory ran out, build with fewer --jobs; what was finished is kept")


def _untaken(count: int) -> WorkError:
    message = f"the workers take none of the {count} documents that are left; nothing was written"
    return WorkError(message, "build without them; what was finished is kept")
