"""The first half of the road for all files: each alone, then once more those that show what only many documents tell.

In: the files found. Out: the outcome of each, in their order: one that an earlier build kept, or one made anew.
"""

from __future__ import annotations

from collections.abc import Generator, Iterator, Mapping, Sequence
from contextlib import closing, contextmanager
from dataclasses import replace
from pathlib import PurePosixPath

from reporter import read, repair
from reporter.config import Config
from reporter.errors import InputError
from reporter.model import Finding
from reporter.pipeline.cluster import joined
from reporter.pipeline.documents import Outcome, Task, costs_of, is_unread, limits_of
from reporter.pipeline.progress import Progress
from reporter.pipeline.store import Store
from reporter.pipeline.workers import Crew, Finished, Processes, Rounds, Work, worked_here
from reporter.publish import fingerprint_of, program_fingerprint
from reporter.summarize import with_phrases


def analysed(
    found: Sequence[read.FoundFile],
    config: Config,
    jobs: int,
    progress: Progress,
    store: Store,
    *,
    fail_fast: bool = False,
) -> list[Outcome]:
    """The outcome of each file, in the order given: the stored one, or one that the workers make.

    The workers are so many processes, or those of the cluster that the configuration names. Documents that hold lines
    which many of their folder share are looked at twice: the second time those lines are known for their site's.

    Raises:
        InputError: with ``fail_fast`` for the first document that can't be read.
        WorkError: no cluster where one should be, or workers that are killed whatever they work on; what was finished
            before is stored.
    """
    summary = with_phrases(config.summary, config.topics)
    task = Task(summary, limits_of(config), curation=config.curation, costs=costs_of(config))
    with _crew(config, jobs) as crew:
        first = _Stage("analyse", [(file, task) for file in found], store, progress)
        outcomes = first.worked(crew, fail_fast=fail_fast)
        known = {index: replace(task, site_lines=lines) for index, lines in _shared(outcomes).items()}
        second = _Stage("second look", [(found[index], known[index]) for index in known], store, progress)
        for index, outcome in zip(known, second.worked(crew), strict=True):
            outcomes[index] = outcome
    return outcomes


@contextmanager
def _crew(config: Config, jobs: int) -> Iterator[Crew | None]:
    """Who works beside this process: nobody where one is enough."""
    if config.workers.backend == "dask":
        with joined(config.workers.scheduler) as cluster:
            yield cluster
    else:
        yield Processes(jobs) if jobs > 1 else None


class _Stage:
    """A piece of work for each of some files, and what is known of it beforehand."""

    def __init__(self, name: str, work: Sequence[Work], store: Store, progress: Progress) -> None:
        self._name, self._work, self._store, self._progress = name, work, store, progress
        self._digests = [None if file.skip else read.file_digest(file.path, task.limits.file_mb) for file, task in work]
        named = zip(work, self._digests, strict=True)
        self._keys = [store_key(file.shown, digest, task) for (file, task), digest in named]

    def worked(self, crew: Crew | None, *, fail_fast: bool = False) -> list[Outcome]:
        """The outcomes of the work, in its order; each that is made is stored as soon as it is.

        Raises:
            InputError: a document can't be read, and ``fail_fast``.
            WorkError: as ``analysed``.
        """
        stored: list[Outcome | None] = [self._store.get(key) for key in self._keys]
        outcomes = [outcome and _named(outcome, key) for outcome, key in zip(stored, self._keys, strict=True)]
        missing = {index: self._work[index] for index, outcome in enumerate(outcomes) if outcome is None}
        kept = done = len(self._work) - len(missing)
        if self._work:
            self._progress(self._name, kept, len(self._work), kept)
        checked = _first_unread(outcomes, 0) if fail_fast else 0
        with closing(self._made(missing, crew)) as made:
            for finished in made:
                outcomes[finished.index] = self._kept(finished)
                done += 1
                self._progress(self._name, done, len(self._work), kept)
                if fail_fast:
                    checked = _first_unread(outcomes, checked)
        return [outcome for outcome in outcomes if outcome]

    def _made(self, missing: Mapping[int, Work], crew: Crew | None) -> Generator[Finished, None, None]:
        """The outcomes of what is missing, as they get done; what needs no work needs no worker."""
        passed = {index: item for index, item in missing.items() if item[0].skip}
        left = {index: item for index, item in missing.items() if index not in passed}
        yield from worked_here(passed)
        if crew is None or (len(left) == 1 and isinstance(crew, Processes)):
            yield from worked_here(left)
            return
        rounds = Rounds(crew, left)
        try:
            yield from rounds.finished()
        finally:
            if rounds.deaths:
                self._store.findings.append(_killed(rounds.deaths))

    def _kept(self, finished: Finished) -> Outcome:
        """The outcome, stored where it lasts, and with its key then."""
        outcome, key = finished.outcome, self._keys[finished.index]
        if outcome.file.sha256 != self._digests[finished.index] or not is_lasting(outcome):
            return outcome
        self._store.put(key, outcome, finished.pickled)
        return _named(outcome, key)


def _named(outcome: Outcome, key: str) -> Outcome:
    """A lasting outcome with its key in the store, by which pieces of pages are kept."""
    return replace(outcome, analysis=replace(outcome.analysis, key=key)) if outcome.analysis else outcome


def _first_unread(outcomes: Sequence[Outcome | None], checked: int) -> int:
    """How many outcomes are known from the first on, none of them of a document that can't be read.

    Args:
        checked: so many are known to be.

    Raises:
        InputError: one of them is.
    """
    while checked < len(outcomes):
        outcome = outcomes[checked]
        if outcome is None:
            break
        if is_unread(outcome):
            message = f"{outcome.file.path}: {outcome.file.reason}; nothing was written"
            raise InputError(message, "without --fail-fast the rest is built")
        checked += 1
    return checked


def _killed(deaths: int) -> Finding:
    """The note on workers that were killed: for the terminal only."""
    were = (
        "a process that worked on documents was" if deaths == 1 else f"{deaths} processes that worked on documents were"
    )
    hint = "if memory ran out, build with fewer --jobs"
    return Finding("build-workers", "info", f"{were} killed: their documents were worked on again", hint)


def is_lasting(outcome: Outcome) -> bool:
    """Whether the same file gives the same outcome for as long as its key holds: a file that can't be read today may be
    tomorrow, and another version of LibreOffice may convert to another text."""
    return outcome.analysis is not None and all(finding.code != "read-converted" for finding in outcome.findings)


def store_key(shown: str, digest: str | None, task: Task) -> str:
    """All that decides the outcome of a file, by its path and the digest of its bytes, as one digest."""
    return fingerprint_of(program_fingerprint(), shown, digest, task)


def _shared(outcomes: Sequence[Outcome]) -> dict[int, frozenset[str]]:
    """Index → the lines that the documents of its folder share, for the outcomes that hold one."""
    folders: dict[str, list[int]] = {}
    for index, outcome in enumerate(outcomes):
        folders.setdefault(PurePosixPath(outcome.file.path).parent.as_posix(), []).append(index)
    found: dict[int, frozenset[str]] = {}
    for indices in folders.values():
        shared = repair.repeated_lines([outcomes[index].edges for index in indices if outcomes[index].analysis])
        found |= {index: shared for index in indices if shared.intersection(outcomes[index].edges)}
    return dict(sorted(found.items()))
