"""The first half of the road: every file alone, then once more those that show what only many documents tell."""

from __future__ import annotations

import re
import warnings
from collections import deque
from collections.abc import Callable, Generator, Iterator, Sequence
from concurrent.futures.process import BrokenProcessPool
from contextlib import closing, contextmanager
from dataclasses import dataclass, replace
from pathlib import PurePosixPath
from typing import Any

import joblib
import msgspec

from reporter import extract, read, repair, reprints, structure
from reporter.config import Config, CurationSection, PicksSection, SummarySection
from reporter.errors import InputError, ReadError, WorkError
from reporter.model import Analysis, CleanText, Document, Finding, InputFile, RawText
from reporter.model.ids import document_id
from reporter.pipeline.store import Store
from reporter.publish import fingerprint_of, program_fingerprint
from reporter.summarize import keywords, picks_of, summarize_document, with_phrases

# Findings of documents that the briefing lacks though somebody meant them to be in it.
UNREAD = frozenset({"read-unsupported"})

_SURROGATE = re.compile("[\ud800-\udfff]")
Progress = Callable[[str, int, int], None]


def silent(stage: str, done: int, total: int) -> None:
    """The progress of whoever does not want to see any."""


_UNCURATED, _UNPICKED = CurationSection(), PicksSection()


@dataclass(frozen=True, slots=True)
class Task:
    """What the work on a file needs to know beside the file: how to summarize, what reading may cost, which lines
    the documents of its site share, and the editor's hand in the choice."""

    summary: SummarySection
    limits: read.Limits
    site_lines: frozenset[str] = frozenset()
    curation: CurationSection = _UNCURATED


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one file: an analysis, or the reason why there is none.

    ``edges`` are the lines beside its article that could be its site's, ``sketch`` is what reprints are found by.
    """

    file: InputFile
    analysis: Analysis | None
    findings: tuple[Finding, ...] = ()
    edges: tuple[str, ...] = ()
    sketch: bytes = b""


def limits_of(config: Config) -> read.Limits:
    """What reading one file may cost."""
    return read.Limits(**msgspec.to_builtins(config.limits))


def analysed(
    found: Sequence[read.FoundFile],
    config: Config,
    jobs: int,
    progress: Progress,
    store: Store,
    *,
    fail_fast: bool = False,
) -> list[Outcome]:
    """The outcome of each file, in the order given: the stored one, or one that so many processes work on.

    Documents that hold lines which many of their folder share are looked at twice: the second time those lines are
    known for their site's.

    Raises:
        InputError: with ``fail_fast`` for the first document that can't be read.
    """
    summary = with_phrases(config.summary, config.topics)
    task = Task(summary, limits_of(config), curation=config.curation)
    outcomes: list[Outcome] = []
    with closing(_worked([(file, task) for file in found], jobs, store, fail_fast=fail_fast)) as first:
        for outcome in first:
            outcomes.append(outcome)
            progress("analyse", len(outcomes), len(found))
    again = {index: replace(task, site_lines=lines) for index, lines in _shared(outcomes).items()}
    with closing(_worked([(found[index], known) for index, known in again.items()], jobs, store)) as second:
        for index, outcome in zip(again, second, strict=True):
            outcomes[index] = outcome
    return outcomes


def _worked(
    work: Sequence[tuple[read.FoundFile, Task]], jobs: int, store: Store, *, fail_fast: bool = False
) -> Generator[Outcome, None, None]:
    """The outcomes of the work, in its order: stored ones, and in between those that are made anew.

    Raises:
        InputError: a document can't be read, and ``fail_fast``.
        WorkError: a process that worked was killed; what was finished before is stored.
    """
    digests = [None if file.skip else read.file_digest(file.path) for file, _ in work]
    keys = [store_key(file.shown, digest, task) for (file, task), digest in zip(work, digests, strict=True)]
    stored = [store.get(key) for key in keys]
    missing = [item for item, outcome in zip(work, stored, strict=True) if outcome is None]
    with _made(missing, jobs) as made:
        for key, digest, kept in zip(keys, digests, stored, strict=True):
            outcome: Outcome = next(made) if kept is None else kept
            if kept is None and outcome.file.sha256 == digest and is_lasting(outcome):
                store.put(key, outcome)
            if fail_fast and is_unread(outcome):
                message = f"{outcome.file.path}: {outcome.file.reason}; nothing was written"
                raise InputError(message, "without --fail-fast the rest is built")
            yield outcome


@contextmanager
def _made(work: Sequence[tuple[read.FoundFile, Task]], jobs: int) -> Iterator[Iterator[Outcome]]:
    """The outcomes of so many processes, in the order of the work; the processes stop when the block is left early.

    Raises:
        WorkError: one of them was killed, by the system for want of memory or by somebody.
    """
    stopped = False

    def tasks() -> Iterator[Any]:
        for file, task in work:
            if stopped:
                return
            yield joblib.delayed(outcome_of)(file, task)

    parallel = joblib.Parallel(n_jobs=min(jobs, max(1, len(work))), return_as="generator")
    made = parallel(tasks())
    try:
        yield made
    except InputError:
        # What the processes have in hand is waited for: taken from them half done, they complain in the middle of it.
        stopped = True
        deque(made, maxlen=0)
        raise
    except BrokenProcessPool as error:
        message = "a process that worked on the documents was killed; nothing was written"
        raise WorkError(message, "if memory ran out, build with fewer --jobs; what was finished is kept") from error
    finally:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", UserWarning)  # joblib's, for work that is not asked for any more
            made.close()


def is_lasting(outcome: Outcome) -> bool:
    """Whether the same file gives the same outcome for as long as its key holds: a file that can't be read today may be
    tomorrow, and another version of LibreOffice may convert to another text."""
    return outcome.analysis is not None and all(finding.code != "read-converted" for finding in outcome.findings)


def store_key(shown: str, digest: str | None, task: Task) -> str:
    """All that decides the outcome of a file, by its path and the digest of its bytes, as one digest."""
    return fingerprint_of(program_fingerprint(), shown, digest, task)


def is_unread(outcome: Outcome) -> bool:
    """Whether the file is a document that could not be read."""
    return outcome.file.status == "failed" or any(finding.code in UNREAD for finding in outcome.findings)


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


def outcome_of(file: read.FoundFile, task: Task) -> Outcome:
    """Read and analyse one file; one that can't be read becomes a finding and costs only itself."""
    if file.skip:
        reason = file.skip.message.removeprefix(f"{file.shown}: ")
        skipped = InputFile(file.shown, read.file_digest(file.path), "skipped", reason)
        return Outcome(skipped, None, (file.skip,))
    try:
        raw = read.read_file(file.path, file.shown, task.limits)
    except ReadError as error:
        finding = Finding(error.code, "warning", f"{file.shown}: {error.message}", error.hint)
        unread = InputFile(file.shown, read.file_digest(file.path), error.status, error.message)
        return Outcome(unread, None, (finding,))
    document = document_of(raw, task.site_lines)
    analysis = analyse(document, task.summary, picks_of(document, task.curation))
    findings = tuple(replace(finding, document=analysis.document.id) for finding in analysis.findings)
    used = InputFile(file.shown, raw.sha256, "used", "", analysis.document.id)
    edges = repair.edge_lines(analysis.document.clean)
    return Outcome(used, replace(analysis, findings=findings), findings, edges, reprints.sketch(document))


def document_of(raw: RawText, site_lines: frozenset[str] = frozenset()) -> Document:
    """The document of a file as read; ``site_lines`` are known for its site's."""
    return structure.structure(repair.repair(raw, site_lines), document_id(raw.path))


def document_of_text(text: str, name: str = "text.txt") -> Document:
    """The document of a text in memory, repaired like a file's. Lone surrogates, which are no text, become U+FFFD."""
    return document_of(_raw_text(text, name))


def outline_of_text(text: str, name: str = "text.txt") -> Document:
    """The same as far as its sentences need it (``structure.outlined``): enough for key sentences and keywords."""
    raw = _raw_text(text, name)
    return structure.outlined(repair.repair(raw), document_id(raw.path))


def _raw_text(text: str, name: str) -> RawText:
    return CleanText.of(_SURROGATE.sub("\ufffd", text), name).raw


def analyse(document: Document, settings: SummarySection, curation: PicksSection = _UNPICKED) -> Analysis:
    """Figures, tables, keywords and, with the reasons of the choice, key sentences of one document."""
    figures = extract.extract(document)
    clean = document.clean
    return Analysis(
        document=document,
        summary=summarize_document(document, settings, curation, explained=True),
        keywords=keywords(document, 10),
        indicators=figures.indicators,
        tables=figures.tables,
        targets=figures.targets,
        mentions=figures.mentions,
        findings=(*clean.raw.findings, *clean.findings, *document.findings, *figures.findings),
    )


def without_duplicates(outcomes: list[Outcome]) -> list[Outcome]:
    """The outcomes with every file but the first of equal bytes marked as a duplicate of it."""
    first: dict[str, str] = {}
    kept: list[Outcome] = []
    for outcome in outcomes:
        digest = outcome.file.sha256
        if outcome.analysis and digest and digest in first:
            reason = f"same bytes as {first[digest]}"
            finding = Finding("read-duplicate", "info", f"{outcome.file.path}: {reason}", "remove one of the two")
            file = replace(outcome.file, status="duplicate", reason=reason, document=None)
            kept.append(Outcome(file, None, (finding,)))
        else:
            if outcome.analysis and digest:
                first[digest] = outcome.file.path
            kept.append(outcome)
    return kept
