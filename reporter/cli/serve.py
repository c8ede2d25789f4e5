"""reporter serve: the briefing in the browser while it is worked on."""

from __future__ import annotations

import os
import signal
import tempfile
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

import click

from reporter import pipeline
from reporter import serve as serving
from reporter.cli.build import cache_folder, found_configuration, with_curation, with_overrides
from reporter.cli.terminal import Place, say
from reporter.config import CONFIGURATION, CURATION, PROJECT, Config
from reporter.errors import ReporterError
from reporter.resources import templates_folder

PORT = 8000
# The PDF and the DOCX take longer than a reader waits for a page.
_FORMATS = ("html,csv",)


@click.command(short_help="Show the briefing in a browser and rebuild it when a file changes.")
@click.argument("sources", metavar="[SRC]...", nargs=-1, type=Place())
@click.option(
    "-p", "--port", metavar="N", type=click.IntRange(0, 65535), default=PORT, help=f"The port ({PORT}); 0: free."
)
@click.option("-o", "--output", metavar="DIR", type=Place(), help="Keep the build here (a temporary folder).")
@click.option("-c", "--config", metavar="FILE", type=Place(), help="Configuration (reporter.toml here, if any).")
@click.option("-f", "--formats", metavar="LIST", multiple=True, help="What to write besides the site (csv).")
@click.option("--curation", metavar="FILE", type=Place(), help="Sentences to pin, to drop and to order, by id.")
@click.option(
    "-j", "--jobs", metavar="N", type=click.IntRange(0), default=1, help="Documents at once; 0: all cores (1)."
)
@click.option(
    "--cache",
    metavar="DIR",
    envvar="REPORTER_CACHE",
    help="Where analyses are kept for the next build; none for nowhere (the user's cache folder).",
)
def serve(
    sources: tuple[Path, ...],
    port: int,
    output: Path | None,
    config: Path | None,
    formats: tuple[str, ...],
    curation: Path | None,
    jobs: int,
    **kept: str | None,
) -> int:
    """Build a briefing of SRC, show it at http://127.0.0.1:8000/, and build it anew whenever a document, the
    configuration or a template changes; the browser reloads by itself. An error is shown in the page, and the last
    good build stays. Only this machine can see it. Ctrl-C ends it.

    \b
    reporter serve 文件夹
    reporter serve 文件夹 -c reporter.toml --port 0
    reporter serve 文件夹 -o 简报 -f pdf,csv      keeps the build, with its PDF
    """  # noqa: D301 - click reads \b

    def settings() -> Config:
        given: dict[str, Any] = {"formats": ("html", *(formats or _FORMATS))}
        return with_overrides(with_curation(found_configuration(config), curation), given)

    def places(current: Config) -> list[Path]:
        return list(sources) or [Path(source) for source in current.input.sources]

    def rebuild() -> None:
        current = settings()
        pipeline.build(
            current,
            sources=places(current),
            output=target,
            jobs=jobs or os.cpu_count() or 1,
            cache=cache_folder(kept["cache"]),
        )

    known = settings()

    def files() -> Iterable[Path]:
        nonlocal known
        known = _renewed(settings, known)
        return serving.watched_files(places(known), configuration_files(known, config, curation), themes(known))

    signal.signal(signal.SIGTERM, signal.default_int_handler)  # ends as Ctrl-C does: the temporary folder goes
    with tempfile.TemporaryDirectory(prefix="reporter-serve-") as folder:
        target = output or Path(folder) / "build"
        serving.serve(rebuild, site=target / "site", port=port, files=files, ignored=(target,), say=say)
    return 0


def _renewed(settings: Callable[[], Config], known: Config) -> Config:
    """The configuration as it is now; as it was where it can't be read."""
    try:
        return settings()
    except ReporterError:
        return known


def configuration_files(config: Config, given: Path | None, curation: Path | None) -> list[Path]:
    """The files that the configuration stands in, whether they exist yet or not."""
    mains = [given] if given else [Path(CONFIGURATION), Path(PROJECT)]
    named = (config.themes.file, config.curation.file, config.docx.template)
    return [*mains, mains[0].parent / CURATION, *filter(None, [curation]), *(Path(name) for name in named if name)]


def themes(config: Config) -> list[Path]:
    """The folders that hold themes."""
    return [*(Path(name) for name in [config.output.themes] if name), templates_folder()]
