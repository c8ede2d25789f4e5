"""The whole road, in order; the only room that knows the order.

    find → (read → repair → structure → extract → summarize) for each document
         → over all documents → assemble → render → publish

Each document goes through the first half (``documents``) alone, so the work spreads over processes; the second half
sees all.
"""

from __future__ import annotations

import os
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from reporter import assemble, extract, publish, read, render, reprints
from reporter.config import Config
from reporter.errors import InputError
from reporter.freshness import fingerprint, ground_of_pieces, inputs_of
from reporter.model import Analyses, Analysis, Briefing, Documents, Finding, Reference, ThemeRow, TopicRow
from reporter.model.analyses import ids_of, without
from reporter.pipeline.analysing import analysed
from reporter.pipeline.collector import passing_over, paused
from reporter.pipeline.compared import checked_since, since_earlier
from reporter.pipeline.digest import Digest, digests
from reporter.pipeline.documents import UNREAD, Outcome, without_duplicates
from reporter.pipeline.progress import Progress, silent
from reporter.pipeline.store import Store, opened_store
from reporter.summarize import (
    curation_findings,
    keywords_of_all,
    method,
    passed_over,
    pick_document,
    rows_of,
    slight_findings,
    summarize_documents,
    topic_findings,
    topics_of,
    unspoken,
    with_phrases,
)


@dataclass(frozen=True, slots=True)
class BuildResult:
    """What a build made: the briefing, its findings and the folder it stands in.

    ``notes`` tell of this run alone (trouble with the cache): they stand in no output, which a cache never changes.
    ``stored`` counts the analyses that came from the cache, ``kept`` the pieces of pages.
    """

    briefing: Briefing
    output: Path
    notes: tuple[Finding, ...] = ()
    stored: int = 0
    kept: int = 0

    @property
    def unread(self) -> tuple[str, ...]:
        """The finding's code of each document that could not be read: damaged ones and those of a format that has no
        reader. Pictures and other files that are no documents do not count."""
        damaged = {f"{file.path}: {file.reason}" for file in self.briefing.inputs if file.status == "failed"}
        return tuple(
            finding.code
            for finding in self.briefing.findings
            if finding.code in UNREAD or (finding.document is None and finding.message in damaged)
        )

    @property
    def failed(self) -> int:
        """How many documents could not be read."""
        return len(self.unread)

    @property
    def warnings(self) -> int:
        """How many findings are warnings or worse."""
        return sum(finding.level != "info" for finding in self.briefing.findings)


def build(  # noqa: PLR0913  (one parameter an option of the command)
    config: Config,
    *,
    sources: Sequence[Path],
    output: Path,
    jobs: int = 1,
    progress: Progress = silent,
    cache: Path | None = None,
    refresh: bool = False,
    fail_fast: bool = False,
) -> BuildResult:
    """Make a briefing of all documents below the sources and write it to the output folder, whole or not at all.

    Args:
        cache: the folder where analyses are kept for the next build; none are without it.
        refresh: analyse every document anew, whatever the cache has.
        fail_fast: stop at the first document that can't be read.

    Raises:
        ConfigurationError: an unknown method or theme.
        InputError: a source that is missing, or no readable document in any; with ``fail_fast`` one that can't be read.
        OutputError: the output folder can't be written or holds files that no build wrote.
    """
    method(config.summary.method)
    render.load_theme(config)
    with (
        publish.staged(output) as stage,
        opened_store(cache, refresh=refresh) as store,
        opened_store(cache, refresh=refresh, pieces=True) as shelf,
    ):
        found = inputs_of(config, sources, stage.target)
        # Taken before anything is read: a file that changes meanwhile makes the next build start, not this one lie.
        made_of = fingerprint(config, found)
        kept = render.Kept(shelf, ground_of_pieces(config))
        briefing = brief_of(found, config, sources, jobs, progress, store, fail_fast=fail_fast, kept=kept)
        originals = {file.shown: Path(os.path.realpath(file.path)) for file in found}
        with passing_over():
            briefing = rendered(briefing, stage.folder, config, progress, originals, kept, jobs)
        if ground_of_pieces(config) != kept.ground:
            shelf.forget()  # somebody edits the theme: which pages were made before is not known
        made = BuildResult(briefing, output)
        publish.seal(
            stage, briefing, config, originals, publish.state_of(briefing, made_of, made.unread),
            lambda key, spans, make: kept.piece("stretches", key, None, spans, make),
        )  # fmt: skip
    # Asked for when they are closed: what is pending is written then.
    told = {finding.code for finding in store.findings}
    notes = (*store.findings, *(finding for finding in shelf.findings if finding.code not in told))
    return replace(made, notes=notes, stored=store.found, kept=shelf.found)


def formats(config: Config) -> tuple[str, ...]:
    """The renderers to run, in the order of the registry; the JSON data always and first."""
    wanted = {"json", *config.output.formats}
    return tuple(name for name in render.RENDERERS if name in wanted)


def rendered(
    briefing: Briefing,
    folder: Path,
    config: Config,
    progress: Progress,
    originals: Mapping[str, Path] | None = None,
    kept: render.Kept = render.NOTHING_KEPT,
    jobs: int = 0,
) -> Briefing:
    """The briefing with the findings of its renderers, after each has written its files into the folder.

    A renderer sees the findings of those before it: the site, which comes last, lists what the PDF found. ``kept`` has
    the pieces of earlier builds, ``jobs`` is how many processes may work at once (0 for all cores).
    """
    names = formats(config)
    for name in names:
        progress(f"render {name}", 0, 1)
        findings = render.RENDERERS[name](briefing, folder, config, originals, kept, jobs)
        briefing = replace(briefing, findings=(*briefing.findings, *findings))
        progress(f"render {name}", 1, 1)
    return briefing


def brief(config: Config, sources: Sequence[Path], jobs: int = 1, progress: Progress = silent) -> Briefing:
    """The briefing of all documents below the sources.

    Raises:
        InputError: a source is missing, or none holds a readable document.
    """
    with opened_store(None) as store:
        return brief_of(inputs_of(config, sources), config, sources, jobs, progress, store)


def brief_of(  # noqa: PLR0913  (what a build has beside the files)
    found: Sequence[read.FoundFile],
    config: Config,
    sources: Sequence[Path],
    jobs: int,
    progress: Progress,
    store: Store,
    *,
    fail_fast: bool = False,
    kept: render.Kept = render.NOTHING_KEPT,
) -> Briefing:
    """The briefing of the files found; ``kept`` has pieces of earlier builds.

    Raises:
        InputError: none of them is a readable document.
        VerifyError: the earlier build that the configuration names is none.
    """
    checked_since(config)
    outcomes = without_duplicates(analysed(found, config, jobs, progress, store, fail_fast=fail_fast))
    analyses = Analyses(outcome.analysis for outcome in outcomes if outcome.analysis)
    if not analyses:
        raise nothing_to_read(sources, outcomes)
    progress("assemble", 0, 1)
    with paused():
        briefing = over_all(outcomes, analyses, config, kept)
    briefing = since_earlier(briefing, config)
    progress("assemble", 1, 1)
    return briefing


def over_all(outcomes: Sequence[Outcome], analyses: Analyses, config: Config, kept: render.Kept) -> Briefing:
    """The briefing of all documents; ``analyses`` are those of the outcomes that have one."""
    digested = list(digests(analyses, config, kept))
    same = reprints.reprints(
        analyses,
        [outcome.sketch for outcome in outcomes if outcome.analysis],
        [its.candidate for its in digested],
        lambda one, other, make: kept.piece("pair", one and other and one, None, (other,), make),
    )
    counted = same.counted(analyses)
    own = _of(digested, set(ids_of(counted)))
    lexicon = extract.Lexicon(config.comparison.same, config.comparison.ignore)
    comparison, conflicts = extract.compared_of(((its.facts.document, its.statements()) for its in own), lexicon)
    themes, unfit = extract.themes_among([its.themes for its in own], config.themes.words)
    topics = rows_of([its.spoken for its in digested], topics_of(config.summary.topic), config.topics)
    voices = Documents(heard(analyses, set(ids_of(counted)), topics, config))
    settings = with_phrases(config.summary, config.topics)
    keys = voices.keys
    summary = summarize_documents(
        voices, settings, config.curation.overview, leading_themes(themes),
        lambda at, parts, make: kept.piece("voice", keys[at], None, parts, make),
    )  # fmt: skip
    slight = passed_over({its.facts.document: its.slight for its in _of(digested, set(voices.ids))}, settings, summary)
    curated = remarks_on_curation(analyses, summary, config)
    return assemble.assemble(
        analyses,
        tuple(outcome.file for outcome in outcomes),
        config,
        summary=summary,
        comparison=comparison,
        conflicts=(*conflicts, *same.conflicts),
        timeline=extract.timeline_of((its.told for its in own), config.briefing.date),
        themes=themes,
        topics=topics,
        keywords=keywords_of_all((its.terms for its in own), 12),
        reprints=same.groups,
        slight=slight,
        findings=(
            *(finding for outcome in outcomes for finding in outcome.findings),
            *same.findings,
            *slight_findings(Documents(analyses), slight),
            *unfit,
            *topic_findings(topics),
            *curated,
        ),
        facts=[its.facts for its in digested],
    )


def _of(digested: Sequence[Digest], documents: Collection[str]) -> list[Digest]:
    """The digests of the documents of some ids, in the same order."""
    return [its for its in digested if its.facts.document in documents]


def remarks_on_curation(
    analyses: Sequence[Analysis], summary: Sequence[Reference], config: Config
) -> tuple[Finding, ...]:
    """What there is to say of the curation."""
    documents = Documents(analyses)
    return curation_findings(documents, lambda at: analyses[at].summary, summary, config.summary, config.curation)


def heard(
    analyses: Sequence[Analysis], counted: Collection[str], topics: Sequence[TopicRow], config: Config
) -> Sequence[Analysis]:
    """The documents that the choice over all may take from: no reprints, and none that speaks of no topic that was
    asked for; but those that the curation pins something of."""
    pinned = {pick_document(entry) for entry in config.curation.overview.pin}
    copies = {name for name in ids_of(analyses) if name not in counted and name not in pinned}
    return without(analyses, copies | unspoken(topics, pinned))


def leading_themes(rows: Sequence[ThemeRow]) -> dict[str, str]:
    """Document → the theme that most of it is on, of several the first; without those that are on none."""
    shares: dict[str, float] = {}
    found: dict[str, str] = {}
    for row in rows:
        for cell in row.cells:
            if cell.share > shares.get(cell.document, 0.0):
                shares[cell.document], found[cell.document] = cell.share, row.theme
    return found


def nothing_to_read(sources: Sequence[Path], outcomes: Sequence[Outcome]) -> InputError:
    """The error of a build without a single document: what was there instead."""
    where = ", ".join(str(source) for source in sources)
    met = [f"{outcome.file.path} ({outcome.file.reason})" for outcome in outcomes]
    if not sources:
        return InputError("no source is named", "name a folder of documents, or set sources under [input]")
    if not met:
        hint = "put documents there, name another folder, or widen include and exclude under [input]"
        return InputError(f"{where}: holds no document to read", hint)
    shown = "; ".join(met[:3]) + (f"; and {len(met) - 3} more" if len(met) > 3 else "")
    return InputError(
        f"{where}: none of {len(met)} files can be read: {shown}", "docs/formats.md says what can be read"
    )
