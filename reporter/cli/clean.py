"""reporter clean: remove what builds have written."""

from __future__ import annotations

import os
from pathlib import Path

import click

from reporter import publish
from reporter.cli.build import cache_folder
from reporter.cli.settings import in_force
from reporter.cli.terminal import Place, say, tell
from reporter.errors import OutputError

_SHOWN = 10
# What --cache stands for without a folder: no folder has an empty name.
_USUAL = ""


@click.command(short_help="Remove what a build wrote, or the analyses that are kept.")
@click.option("-o", "--output", metavar="DIR", type=Place(), help="The build (the configuration's output folder).")
@click.option("-c", "--config", metavar="FILE", type=Place(), help="Configuration (reporter.toml here, if any).")
@click.option(
    "--cache",
    metavar="[DIR]",
    is_flag=False,
    flag_value=_USUAL,
    help="The analyses kept in DIR (REPORTER_CACHE, else the user's cache folder); with -o the build too.",
)
def clean(output: Path | None, config: Path | None, cache: str | None) -> int:
    """Remove the files of a build that its manifest lists, its records and the folders that are empty then. Files
    that no build wrote stay and are named.

    \b
    reporter clean                    the build in the output folder
    reporter clean -o 简报
    reporter clean --cache            the kept analyses, and no build
    reporter clean -o 简报 --cache    both
    """  # noqa: D301 - click reads \b
    if output is not None or cache is None:
        _clean_build(output or Path(in_force(config).config.output.folder))
    if cache is not None:
        _clean_cache(cache)
    return 0


def _clean_build(target: Path) -> None:
    publish.recover(target)
    if not target.exists():
        tell(f"{target}: is not there, nothing to remove")
        return
    done = publish.remove_build(target)
    for name in done.foreign[:_SHOWN]:
        say(f"kept {target / name}, which no build wrote")
    if len(done.foreign) > _SHOWN:
        say(f"and {len(done.foreign) - _SHOWN} more")
    tell(f"{target}: removed {_counted(done.files)}")


def _clean_cache(given: str) -> None:
    """Remove the store of analyses.

    Raises:
        OutputError: a file of it can't be removed.
    """
    from reporter.pipeline.store import remove_store

    folder = cache_folder(given or os.environ.get("REPORTER_CACHE") or None)
    if folder is None:
        tell("no analyses are kept")
        return
    try:
        removed = remove_store(folder)
    except OSError as error:
        raise OutputError(f"{folder}: can't be removed: {error.strerror}", "mend its rights") from error
    tell(f"{folder}: removed {_counted(removed)}")


def _counted(files: int) -> str:
    return "1 file" if files == 1 else f"{files} files"
