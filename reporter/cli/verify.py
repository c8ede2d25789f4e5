"""reporter verify: prove a build against its sources."""

from __future__ import annotations

from contextlib import suppress
from functools import partial
from pathlib import Path

import click

from reporter import publish, read, repair
from reporter.changes import changes, read_edition
from reporter.cli.terminal import Place, say, tell
from reporter.errors import OutputError
from reporter.model.changes import Changes
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
@click.option(
    "--since",
    metavar="OLD",
    type=Place(),
    help="The earlier build that BUILD tells the changes from, to prove them all.",
)
def verify(build: Path, sources: Path | None, since: Path | None) -> int:
    """Prove that BUILD says what its sources say, and name every difference with its file and place.

    Each source is read again and has the hash that it had; its recorded repairs, replayed on it, give every
    sentence, heading, table cell and figure of the data; every output has its hash; every link of the site
    leads somewhere.

    \b
    reporter verify 简报
    reporter verify 简报 --sources 文件夹      after the sources were moved
    reporter verify 新 --since 旧              the changes too, to the last entry

    Exit codes: 0 all proved; 1 something differs, or BUILD is no build.
    """  # noqa: D301 - click reads \b
    with suppress(OSError, OutputError):  # a folder that can't be written can be verified all the same
        publish.recover(build)
    reread = partial(read.read_file, limits=limits_of(publish.recorded_configuration(build)))
    report = publish.verify(build, sources, reread=reread, repair=repair.repair, since=since, compare=differences)
    for problem in report.problems:
        say(str(problem))
    if since is None and dict(report.counts).get("changes"):
        say(f"{build}: what the changes say of the earlier build is not proved: name it with --since")
    proved = ", ".join(f"{number} {kind}" for kind, number in report.counts)
    if report.ok:
        tell(f"{build}: verified: {proved}")
        return 0
    shown = "1 difference" if len(report.problems) == 1 else f"{len(report.problems)} differences"
    tell(f"{build}: NOT verified: {shown}; proved: {proved or 'nothing'}")
    return DIFFERENT


def differences(old: Path, new: Path) -> Changes:
    """What differs between two builds.

    Raises:
        VerifyError: one of them is none.
    """
    (before, earlier), (after, _) = read_edition(old), read_edition(new)
    return changes(before, after, earlier)
