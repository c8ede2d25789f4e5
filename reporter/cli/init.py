"""reporter init: a configuration, a curation and sample documents to begin with."""

from __future__ import annotations

import shlex
import shutil
from pathlib import Path

import click

from reporter.cli.terminal import Place, say, tell
from reporter.config import CONFIGURATION, CURATION
from reporter.errors import OutputError
from reporter.resources import seeds_folder

SAMPLES = "seeds"
_HEAD = """\
# Configuration of reporter. Every key is here with its default, or an example where it has none, as a comment: take the
# "#" away and change the value. `reporter config show` tells what is in force; docs/configuration.md explains it all.

"""
_CURATION = """\
# The editor's hand in the choice of sentences: take the "#" away and put in ids, which stand in data/briefing.json and
# in the output of `reporter summarize FILE --explain`.

#[overview]                                  # over all documents: "document id/sentence id"
#pin = ["report/t1a2b3c4d"]                  # in, whatever their score
#drop = []                                   # out
#order = []                                  # these first, in this order

#[documents."report"]                        # in the summary of one document, by its id
#pin = [{id = "t1a2b3c4d", text = "原句。"}]  # with its words it is found again when its id is gone
#drop = []
"""


@click.command(short_help="Write a configuration and sample documents to begin with.")
@click.argument("folder", metavar="[DIR]", default=".", type=Place(file_okay=False))
def init(folder: Path) -> int:
    """Write reporter.toml and curation.toml, with every key explained and commented out, and a folder of sample
    documents to DIR (the working folder), which is made when need be. What is there already stays as it is.

    \b
    reporter init
    reporter init 简报工作 && cd 简报工作 && reporter build
    """  # noqa: D301 - click reads \b
    from reporter.config.showing import commented_configuration

    try:
        folder.mkdir(parents=True, exist_ok=True)
        _write(folder / CONFIGURATION, _HEAD + commented_configuration() + "\n")
        _write(folder / CURATION, _CURATION)
        _copy(seeds_folder(), folder / SAMPLES)
    except OSError as error:
        place = error.filename or folder
        raise OutputError(
            f"{place}: can't be written: {error.strerror}", "name a folder that can be written"
        ) from error
    change = "" if folder.resolve() == Path.cwd() else f"cd {shlex.quote(str(folder))} && "
    tell(f"next: {change}reporter build")
    return 0


def _write(path: Path, text: str) -> None:
    """A new file; one that is there, whatever it is, stays."""
    try:
        with path.open("x", encoding="utf-8", newline="\n") as file:
            file.write(text)
    except FileExistsError:
        say(f"kept {path}, which was there")
    else:
        say(f"wrote {path}")


def _copy(source: Path, target: Path) -> None:
    """A new folder with the documents of another; one that is there stays as it is."""
    try:
        target.mkdir()
    except FileExistsError:
        say(f"kept {target}, which was there")
        return
    for path in sorted(source.iterdir()):
        if path.is_file() and not path.name.startswith("."):
            shutil.copyfile(path, target / path.name)
    say(f"wrote {target}, sample documents")
