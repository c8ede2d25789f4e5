"""The whole road, in order; the only module that knows the order.

    find → (read → repair → structure → extract → summarize) for each document
         → over all documents → assemble → render → publish

Each document goes through the first half alone, so the work spreads over processes; the second half sees all.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import joblib

from reporter import assemble, extract, publish, read, render, repair, structure
from reporter.config import Config, SummarySection
from reporter.errors import InputError, ReadError
from reporter.model import Analysis, Briefing, CleanText, Document, Finding, InputFile, RawText
from reporter.model.ids import document_id
from reporter.summarize import keywords, keywords_of_all, method, summarize_document, summarize_documents

_SURROGATE = re.compile("[\ud800-\udfff]")
Progress = Callable[[str, int, int], None]


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one file: an analysis, or the reason why there is none."""

    file: InputFile
    analysis: Analysis | None
    findings: tuple[Finding, ...] = ()


@dataclass(frozen=True, slots=True)
class BuildResult:
    """What a build made: the briefing, its findings and the folder it stands in."""

    briefing: Briefing
    output: Path

    @property
    def failed(self) -> int:
        """How many documents could not be read: damaged ones and those of a format that has no reader. Pictures and
        other files that are no documents do not count."""
        unread = sum(finding.code == "read-unsupported" for finding in self.briefing.findings)
        return unread + sum(file.status == "failed" for file in self.briefing.inputs)

    @property
    def warnings(self) -> int:
        """How many findings are warnings or worse."""
        return sum(finding.level != "info" for finding in self.briefing.findings)


def silent(stage: str, done: int, total: int) -> None:
    """The progress of whoever does not want to see any."""


def build(
    config: Config, *, sources: Sequence[Path], output: Path, jobs: int = 1, progress: Progress = silent
) -> BuildResult:
    """Make a briefing of all documents below the sources and write it to the output folder, whole or not at all.

    Raises:
        ConfigurationError: an unknown method or theme.
        InputError: a source that is missing, or no readable document in any.
        OutputError: the output folder can't be written or holds files that no build wrote.
    """
    method(config.summary.method)
    render.load_theme(config)
    with publish.staged(output) as stage:
        found = inputs_of(config, sources, stage.target)
        briefing = rendered(brief_of(found, config, sources, jobs, progress), stage.folder, config, progress)
        publish.seal(stage, briefing, config, {file.shown: file.path.resolve() for file in found})
    return BuildResult(briefing, output)


def formats(config: Config) -> tuple[str, ...]:
    """The renderers to run, in the order of the registry; the JSON data always and first."""
    wanted = {"json", *config.output.formats}
    return tuple(name for name in render.RENDERERS if name in wanted)


def rendered(briefing: Briefing, folder: Path, config: Config, progress: Progress) -> Briefing:
    """The briefing with the findings of its renderers, after each has written its files into the folder.

    A renderer sees the findings of those before it: the site, which comes last, lists what the PDF found.
    """
    names = formats(config)
    for done, name in enumerate(names, 1):
        findings = render.RENDERERS[name](briefing, folder, config)
        briefing = replace(briefing, findings=(*briefing.findings, *findings))
        progress("render", done, len(names))
    return briefing


def inputs_of(config: Config, sources: Sequence[Path], output: Path | None = None) -> list[read.FoundFile]:
    """The files below the sources; those of the output folder, old or in the making, are no inputs.

    Raises:
        InputError: a source is missing.
    """
    found = read.find_inputs(sources, config.input.include, config.input.exclude)
    own = (output, publish.workshop_of(output)) if output else ()
    return [file for file in found if not any(file.path.is_relative_to(folder) for folder in own)]


def brief(config: Config, sources: Sequence[Path], jobs: int = 1, progress: Progress = silent) -> Briefing:
    """The briefing of all documents below the sources.

    Raises:
        InputError: a source is missing, or none holds a readable document.
    """
    return brief_of(inputs_of(config, sources), config, sources, jobs, progress)


def brief_of(
    found: Sequence[read.FoundFile], config: Config, sources: Sequence[Path], jobs: int, progress: Progress
) -> Briefing:
    """The briefing of the files found.

    Raises:
        InputError: none of them is a readable document.
    """
    outcomes = without_duplicates(list(analysed(found, config.summary, jobs, progress)))
    analyses = tuple(outcome.analysis for outcome in outcomes if outcome.analysis)
    if not analyses:
        raise nothing_to_read(sources, outcomes)
    documents = [analysis.document for analysis in analyses]
    return assemble.assemble(
        analyses,
        tuple(outcome.file for outcome in outcomes),
        config,
        summary=summarize_documents(documents, config.summary),
        comparison=extract.compare(analyses),
        conflicts=extract.conflicts(analyses),
        keywords=keywords_of_all(documents, 12),
        findings=tuple(finding for outcome in outcomes for finding in outcome.findings),
    )


def analysed(
    found: Sequence[read.FoundFile], settings: SummarySection, jobs: int, progress: Progress
) -> Iterator[Outcome]:
    """The outcome of each file, in the order given, worked on by so many processes."""
    work = joblib.Parallel(n_jobs=min(jobs, max(1, len(found))), return_as="generator")
    for done, outcome in enumerate(work(joblib.delayed(outcome_of)(file, settings) for file in found), 1):
        progress("analyse", done, len(found))
        yield outcome


def outcome_of(file: read.FoundFile, settings: SummarySection) -> Outcome:
    """Read and analyse one file; one that can't be read becomes a finding and costs only itself."""
    if file.skip:
        reason = file.skip.message.removeprefix(f"{file.shown}: ")
        skipped = InputFile(file.shown, read.file_digest(file.path), "skipped", reason)
        return Outcome(skipped, None, (file.skip,))
    try:
        raw = read.read_file(file.path, file.shown)
    except ReadError as error:
        finding = Finding(error.code, "warning", f"{file.shown}: {error.message}", error.hint)
        return Outcome(
            InputFile(file.shown, read.file_digest(file.path), error.status, error.message), None, (finding,)
        )
    analysis = analyse(document_of(raw), settings)
    findings = tuple(replace(finding, document=analysis.document.id) for finding in analysis.findings)
    used = InputFile(file.shown, raw.sha256, "used", "", analysis.document.id)
    return Outcome(used, replace(analysis, findings=findings), findings)


def document_of(raw: RawText) -> Document:
    """The document of a file as read."""
    return structure.structure(repair.repair(raw), document_id(raw.path))


def document_of_text(text: str, name: str = "text.txt") -> Document:
    """The document of a text in memory, repaired like a file's. Lone surrogates, which are no text, become U+FFFD."""
    return document_of(CleanText.of(_SURROGATE.sub("\ufffd", text), name).raw)


def analyse(document: Document, settings: SummarySection) -> Analysis:
    """Figures, tables, key sentences and keywords of one document."""
    figures = extract.extract(document)
    clean = document.clean
    return Analysis(
        document=document,
        summary=summarize_document(document, settings),
        keywords=keywords(document, 10),
        indicators=figures.indicators,
        tables=figures.tables,
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


def nothing_to_read(sources: Sequence[Path], outcomes: Sequence[Outcome]) -> InputError:
    """The error of a build without a single document: what was there instead."""
    where = ", ".join(str(source) for source in sources)
    met = [f"{outcome.file.path} ({outcome.file.reason})" for outcome in outcomes]
    if not sources:
        return InputError("no source is named", "name a folder of documents, or set sources under [input]")
    if not met:
        hint = "put .txt or .html files there, name another folder, or widen include and exclude under [input]"
        return InputError(f"{where}: holds no document to read", hint)
    shown = "; ".join(met[:3]) + (f"; and {len(met) - 3} more" if len(met) > 3 else "")
    return InputError(f"{where}: none of {len(met)} files can be read: {shown}", "supported are .txt, .md and .html")
