"""reporter verify: prove a build against its sources."""

from __future__ import annotations

from contextlib import suppress
from functools import partial
from pathlib import Path

import click

from reporter import publish, read, repair
from reporter.cli.terminal import Place, say, tell
from reporter.errors import OutputError
from reporter.pipeline import limits_of

DIFFERENT = 1


@click.command(short_help="Prove a build against its sources.")
@click.argument("build", metavar="BUILD", type=Place())
@click.option(
    "--sources",
    metavar="DIR",
    type=Place(exists=True, file_okay=False),
    help="Where the sources are now, if not where they lay when the build was made.",
)
def verify(build: Path, sources: Path | None) -> int:
    """Prove that BUILD says what its sources say, and name every difference with its file and place.

    Each source is read again and has the hash that it had; its recorded repairs, replayed on it, give every
    sentence, heading, table cell and figure of the data; every output has its hash; every link of the site
    leads somewhere.

    \b
    reporter verify 简报
    reporter verify 简报 --sources 文件夹      after the sources were moved

    Exit codes: 0 all proved; 1 something differs, or BUILD is no build.
    """  # noqa: D301 - click reads \b
    with suppress(OSError, OutputError):  # a folder that can't be written can be verified all the same
        publish.recover(build)
    reread = partial(read.read_file, limits=limits_of(publish.recorded_configuration(build)))
    report = publish.verify(build, sources, reread=reread, repair=repair.repair)
    for problem in report.problems:
        say(str(problem))
    proved = ", ".join(f"{number} {kind}" for kind, number in report.counts)
    if report.ok:
        tell(f"{build}: verified: {proved}")
        return 0
    differences = "1 difference" if len(report.problems) == 1 else f"{len(report.problems)} differences"
    tell(f"{build}: NOT verified: {differences}; proved: {proved or 'nothing'}")
    return DIFFERENT
