"""reporter diff: what differs between two builds."""

from __future__ import annotations

import json
from pathlib import Path

import click
import msgspec

from reporter.changes import Edition, changes, read_edition
from reporter.cli.difference import lines
from reporter.cli.terminal import Place, result
from reporter.errors import ConfigurationError, VerifyError
from reporter.model.changes import EarlierBuild

SAME, DIFFERENT = 0, 1


@click.command(short_help="Say what differs between two builds.")
@click.argument("old", metavar="OLD", type=Place())
@click.argument("new", metavar="NEW", type=Place())
@click.option("--json", "as_json", is_flag=True, help="Everything, as JSON: the changes of a build with --since.")
@click.option(
    "--limit",
    metavar="N",
    type=click.IntRange(0),
    default=10,
    help="Sentences of a document and figures shown; 0 for all (10).",
)
def diff(old: Path, new: Path, as_json: bool, limit: int) -> int:
    """Say which documents, sentences and figures NEW has that OLD has not, and the other way round.

    Both are builds: their folders, their manifest.json or their data/briefing.json. What stands in both with the
    same words has not changed, whatever its file is now called, in which encoding, format or script it is, and in
    which order the documents come.

    \b
    reporter diff 旧简报 新简报
    reporter diff 旧简报/data/briefing.json 新简报 --json

    Exit codes, as of diff(1): 0 nothing differs; 1 something does; 2 OLD or NEW is no build.
    """  # noqa: D301 - click reads \b
    (before, earlier), (after, _) = opened(old), opened(new)
    found = changes(before, after, earlier)
    if as_json:
        result(json.dumps(msgspec.to_builtins(found), ensure_ascii=False, indent=2))
    else:
        result("\n".join(lines(found, len(after.documents), limit)))
    return DIFFERENT if found.differs else SAME


def opened(build: Path) -> tuple[Edition, EarlierBuild]:
    """A build to compare.

    Raises:
        ConfigurationError: it is none: not the exit code of builds that differ.
    """
    try:
        return read_edition(build)
    except VerifyError as error:
        raise ConfigurationError(error.message, error.hint) from error
