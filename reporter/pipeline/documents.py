"""The first half of the road for one file: what is read of it, its document, its analysis.

In: a file that was found. Out: its outcome, an analysis or the reason why there is none. This is what a worker does:
its process loads this module and what that needs, no more.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from reporter import extract, read, repair, reprints, structure
from reporter.config import Config, CurationSection, PicksSection, SummarySection
from reporter.errors import ReadError
from reporter.model import Analysis, CleanText, Document, Finding, InputFile, Packed, RawText, Saying, unread
from reporter.model.ids import document_id
from reporter.pipeline.apart import COSTS, is_long, made_apart
from reporter.processes import Costs
from reporter.summarize import picks_of, summarize_document, terms

# Findings of documents that the briefing lacks though somebody meant them to be in it.
UNREAD = frozenset({"read-unsupported"})

_SURROGATE = re.compile("[\ud800-\udfff]")
_UNCURATED, _UNPICKED = CurationSection(), PicksSection()
# So many of a document's terms are its keywords.
_KEYWORDS = 10


@dataclass(frozen=True, slots=True)
class Task:
    """What the work on a file needs to know beside the file: how to summarize, what reading and the analysis of a long
    text may cost, which lines the documents of its site share, and the editor's hand in the choice."""

    summary: SummarySection
    limits: read.Limits
    site_lines: frozenset[str] = frozenset()
    curation: CurationSection = _UNCURATED
    costs: Costs = COSTS


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one file: an analysis, or the reason why there is none.

    The analysis is packed: of thousands of files all outcomes are in memory together, and what is packed here, by the
    worker, goes into the store and through the second half as it is.
    ``edges`` are the lines beside its article that could be its site's, ``sketch`` is what reprints are found by.
    """

    file: InputFile
    analysis: Packed | None
    findings: tuple[Finding, ...] = ()
    edges: tuple[str, ...] = ()
    sketch: bytes = b""


def limits_of(config: Config) -> read.Limits:
    """What reading one file may cost."""
    limits = config.limits
    return read.Limits(limits.seconds, limits.memory_mb, limits.file_mb, limits.characters)


def costs_of(config: Config) -> Costs:
    """What the analysis of one long text may cost."""
    return Costs(config.limits.analysis_seconds, config.limits.work_memory_mb)


def is_unread(outcome: Outcome) -> bool:
    """Whether the file is a document that could not be read."""
    return outcome.file.status == "failed" or any(finding.code in UNREAD for finding in outcome.findings)


def outcome_of(file: read.FoundFile, task: Task) -> Outcome:
    """Read and analyse one file; one that can't be read, or costs too much, becomes a finding and costs only itself."""
    if file.skip:
        reason = file.skip.message.removeprefix(f"{file.shown}: ")
        skipped = InputFile(file.shown, read.found_digest(file, task.limits.file_mb), "skipped", reason)
        return Outcome(skipped, None, (file.skip,))
    try:
        raw = read.read_file(file.path, file.shown, task.limits)
        if is_long(raw):
            return made_apart(outcome_of_text, task.costs, raw, file, task)
    except ReadError as error:
        return unread_outcome(file, error)
    return outcome_of_text(raw, file, task)


def outcome_of_text(raw: RawText, file: read.FoundFile, task: Task) -> Outcome:
    """The outcome of a file that was read."""
    document = document_of(raw, task.site_lines)
    analysis = analyse(document, task.summary, picks_of(document, task.curation))
    findings = tuple(replace(finding, document=analysis.document.id) for finding in analysis.findings)
    used = InputFile(file.shown, raw.sha256, "used", "", analysis.document.id)
    edges = repair.edge_lines(analysis.document.clean)
    packed = Packed.of(replace(analysis, findings=findings))
    return Outcome(used, packed, findings, edges, reprints.sketch(document))


def unread_outcome(file: read.FoundFile, error: ReadError) -> Outcome:
    """The outcome of a file that can't be read."""
    digest = read.file_digest(file.path) if error.key != read.TOO_LARGE else None
    left = InputFile(file.shown, digest, error.status, error.message)
    return Outcome(left, None, (unread(error, file.shown),))


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
    figures, best = extract.extract(document), terms(document)
    clean = document.clean
    return Analysis(
        document=document,
        summary=summarize_document(document, settings, curation, explained=True),
        keywords=best[:_KEYWORDS],
        terms=best,
        indicators=figures.indicators,
        tables=figures.tables,
        targets=figures.targets,
        mentions=figures.mentions,
        findings=(*clean.raw.findings, *clean.findings, *document.findings, *figures.findings),
    )


_DUPLICATE = Saying("read-duplicate", "info", "same bytes as {first}", "remove one of the two")


def without_duplicates(outcomes: list[Outcome]) -> list[Outcome]:
    """The outcomes with every file but the first of equal bytes marked as a duplicate of it."""
    first: dict[str, str] = {}
    kept: list[Outcome] = []
    for outcome in outcomes:
        digest = outcome.file.sha256
        if outcome.analysis and digest and digest in first:
            path = outcome.file.path
            finding = _DUPLICATE.finding(path=path, first=first[digest])
            reason = finding.message.removeprefix(f"{path}: ")
            file = replace(outcome.file, status="duplicate", reason=reason, document=None)
            kept.append(Outcome(file, None, (finding,)))
        else:
            if outcome.analysis and digest:
                first[digest] = outcome.file.path
            kept.append(outcome)
    return kept
