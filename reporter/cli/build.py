"""reporter build: sources in, a briefing out."""

from __future__ import annotations

import os
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Any, get_args

import click
import msgspec

from reporter.cli.outcome import Counts, Rules, closing_line, exit_code, raised, rules_of, say_findings
from reporter.cli.progress import shown_progress
from reporter.cli.settings import in_force
from reporter.cli.terminal import Place, say, tell
from reporter.config import FORMATS, Config, PdfExtent, PrintedScript, configured, curated, nearest_name
from reporter.errors import ConfigurationError, OutputError
from reporter.freshness import fresh_state, inputs_of
from reporter.publish import counts_of, recover
from reporter.standby import begin as begin_workers

if TYPE_CHECKING:
    from reporter.pipeline import BuildResult


@click.command(short_help="Build a briefing of files and folders.")
@click.argument("sources", metavar="[SRC]...", nargs=-1, type=Place())
@click.option("-o", "--output", metavar="DIR", type=Place(), help="Output folder (build).")
@click.option(
    "-c",
    "--config",
    metavar="FILE",
    type=Place(),
    help="Configuration (reporter.toml here, if any).",
)
@click.option(
    "-f",
    "--formats",
    metavar="LIST",
    multiple=True,
    help=f"What to write, of {','.join(FORMATS)} (all). JSON always is.",
)
@click.option("--theme", metavar="NAME", help="The theme (briefing); gongwen is an official document.")
@click.option(
    "--pdf-extent", type=click.Choice(get_args(PdfExtent)), help="Print the documents, or the brief alone (full)."
)
@click.option("--method", metavar="NAME", help="How sentences are ranked (default); an unknown name lists them.")
@click.option("--topic", metavar="WORDS", multiple=True, help="Lean the ranking to these words; may be repeated.")
@click.option("--curation", metavar="FILE", type=Place(), help="Sentences to pin, to drop and to order, by id.")
@click.option(
    "--script",
    type=click.Choice(get_args(PrintedScript)),
    help="Print quoted text in these characters; keep leaves them as the sources have them (keep).",
)
@click.option(
    "--since", metavar="BUILD", type=Place(), help="Say what has changed since this build: folder, manifest or data."
)
@click.option("--title", metavar="TEXT", help="The briefing's title.")
@click.option("--date", metavar="YYYY-MM-DD", help="The briefing's date (the newest document's).")
@click.option(
    "-j",
    "--jobs",
    metavar="N",
    type=click.IntRange(0),
    default=1,
    help="Documents worked on at once; 0 for all cores (1).",
)
@click.option(
    "--backend",
    type=click.Choice(("local", "dask")),
    help="Who works on the documents: processes here, or a Dask cluster (local).",
)
@click.option("--scheduler", metavar="URL", help="The cluster's scheduler, tcp://HOST:8786; means --backend dask.")
@click.option("-q", "--quiet", is_flag=True, help="No progress.")
@click.option(
    "--cache",
    metavar="DIR",
    envvar="REPORTER_CACHE",
    help="Where analyses are kept for the next build; none for nowhere (the user's cache folder).",
)
@click.option("--refresh", is_flag=True, help="Analyse every document anew, whatever is kept.")
@click.option("--check", is_flag=True, help="Write nothing; exit with 1 when the output folder is out of date.")
@click.option("--strict", is_flag=True, help="Exit with 3 when there are warnings; the build is written all the same.")
@click.option(
    "-W",
    "rules",
    metavar="[no-]CODE",
    multiple=True,
    help="Exit with 3 when there is a finding of this code; with no- it never counts. May be repeated.",
)
@click.option(
    "--fail-fast", is_flag=True, help="Stop at the first document that can't be read: exit code 1, nothing is written."
)
def build(
    sources: tuple[Path, ...],
    output: Path | None,
    config: Path | None,
    curation: Path | None,
    jobs: int,
    strict: bool,
    rules: tuple[str, ...],
    **overrides: Any,
) -> int:
    """Build a briefing of all documents in SRC, files or folders of any depth.

    The output folder is replaced as a whole: a build that fails leaves the earlier one as it was, and a
    folder with files that no build wrote is not touched.

    \b
    reporter build 文件夹 -o 简报
    reporter build 文件夹 -o 简报 -f pdf,html --title 质量工作要报 --date 2018-03-30
    reporter build 文件夹 --method textrank4zh --strict
    reporter build 文件夹 --strict -W no-read-no-document    pictures beside the documents are fine
    reporter build 文件夹 --script zh-Hans     traditional sources are printed in simplified characters
    reporter build 文件夹 -o 新 --since 旧      with a section on what has changed since an earlier build
    reporter build 文件夹 --scheduler tcp://10.0.0.5:8786      the documents are worked on by a Dask cluster
    reporter build -c reporter.toml            sources and output as the file says

    Exit codes: 0 fine; 1 failed; 2 wrong option or configuration; 3 warnings under --strict, or findings
    of -W; 4 some files could not be read, the rest is built; 130 interrupted.
    """  # noqa: D301 - click reads \b
    weights = rules_of(rules)
    settings = with_overrides(with_curation(found_configuration(config), curation), overrides)
    places = list(sources) or [Path(source) for source in settings.input.sources]
    target = output or Path(settings.output.folder)
    if not overrides["check"]:
        recover(target)  # a build with nothing to do opens no workshop: one that was killed is cleared away here
    kept = None if overrides["refresh"] else fresh_state(settings, places, target)
    if kept and (kept.settled or overrides["check"]):
        line = closing_line(kept.documents, target, settings.output.formats, kept.findings, weights)
        tell(f"{line}; nothing has changed")
        return exit_code(kept.unread, kept.findings, weights, strict=strict)
    if overrides["check"]:
        from reporter.cli.staleness import what_changed

        why = what_changed(settings, places, target)
        raise OutputError(f"{target}: is not what its sources and settings give: {why}", "build again without --check")
    done = _built(settings, places, target, jobs or os.cpu_count() or 1, overrides)
    counts = _said(done, weights)
    tell(closing_line(len(done.briefing.analyses), target, settings.output.formats, counts, weights))
    return exit_code(Counter(done.unread), counts, weights, strict=strict)


def _built(settings: Config, places: list[Path], target: Path, jobs: int, overrides: dict[str, Any]) -> BuildResult:
    """The build with its bars of progress. Where nothing is kept, its workers load while this process does."""
    cache = cache_folder(overrides["cache"])
    if settings.workers.backend == "local" and (overrides["refresh"] or not is_kept(cache)):
        begin_workers(jobs, lambda: sum(file.skip is None for file in inputs_of(settings, places, target)))
    from reporter import pipeline

    with shown_progress(quiet=overrides["quiet"]) as progress:
        return pipeline.build(
            settings,
            sources=places,
            output=target,
            jobs=jobs,
            progress=progress,
            cache=cache,
            refresh=overrides["refresh"],
            fail_fast=overrides["fail_fast"],
        )


def _said(done: BuildResult, weights: Rules) -> Counts:
    """Say the notes and findings of a build; how many findings there are of each sort."""
    for note in done.notes:
        say(f"note: {note.code}: {note.message} ({note.hint})")
    findings = done.briefing.findings
    say_findings(
        raised(findings, weights), {file.document: file.path for file in done.briefing.inputs if file.document}
    )
    return counts_of(findings)


def is_kept(cache: Path | None) -> bool:
    """Whether earlier builds have left something there."""
    return cache is not None and cache.is_dir() and any(cache.iterdir())


def cache_folder(given: str | None) -> Path | None:
    """The folder for what is kept between builds: the one given, nowhere for ``none``, else the user's own by the XDG
    Base Directory Specification."""
    if given is not None:
        return None if given == "none" else Path(given)
    base = Path(os.environ.get("XDG_CACHE_HOME", ""))
    return (base if base.is_absolute() else Path.home() / ".cache") / "reporter"


def found_configuration(path: Path | None) -> Config:
    """The configuration of the file named, of the one in the working folder, or the defaults; with the environment's.

    Raises:
        ConfigurationError: the file is missing, or it or the environment does not keep to the rules.
    """
    return in_force(path).config


def with_curation(config: Config, path: Path | None) -> Config:
    """The configuration with the curation of this file in place of its own; as it is without one.

    Raises:
        ConfigurationError: the file is missing or no curation.
    """
    return config if path is None else curated(msgspec.structs.replace(config, curation=Config().curation), path)


def with_overrides(config: Config, overrides: dict[str, Any]) -> Config:
    """The configuration with the options of the command line in place of its own values.

    Raises:
        ConfigurationError: an unknown format, or a date that is none.
    """
    given: dict[str, dict[str, Any]] = {
        "briefing": {key: str(overrides[key]) for key in ("title", "date", "since") if overrides.get(key)},
        "summary": {key: overrides[key] for key in ("method", "topic") if overrides.get(key)},
        "pdf": {"extent": overrides["pdf_extent"]} if overrides.get("pdf_extent") else {},
        "workers": workers_given(overrides),
        "output": {
            **({"formats": chosen_formats(overrides["formats"])} if overrides.get("formats") else {}),
            **({"theme": overrides["theme"]} if overrides.get("theme") else {}),
        },
    }
    checked = configured(given, "command line")
    sections: dict[str, Any] = {
        name: msgspec.structs.replace(
            getattr(config, name), **{key: getattr(getattr(checked, name), key) for key in values}
        )
        for name, values in given.items()
    }
    if overrides.get("script"):
        sections["script"] = overrides["script"]
    return msgspec.structs.replace(config, **sections)


def workers_given(overrides: dict[str, Any]) -> dict[str, Any]:
    """``[workers]`` of the options: a scheduler is a cluster's."""
    given = {key: overrides[key] for key in ("backend", "scheduler") if overrides.get(key)}
    return {"backend": "dask", **given} if "scheduler" in given else given


def chosen_formats(lists: tuple[str, ...]) -> list[str]:
    """The formats of one or more comma-separated lists, each once.

    Raises:
        ConfigurationError: a name that no renderer has.
    """
    names = dict.fromkeys(name.strip() for part in lists for name in part.split(",") if name.strip())
    for name in names:
        if name not in FORMATS:
            raise nearest_name(name, list(FORMATS), "format")
    if not names:
        raise ConfigurationError("-f names no format", f"known are {', '.join(FORMATS)}")
    return list(names)
