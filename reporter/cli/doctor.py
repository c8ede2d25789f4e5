"""reporter doctor: is everything there that a build needs?"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from unicodedata import category

import click

from reporter import pipeline
from reporter.cli.machine import Check, checks, font_checks
from reporter.cli.terminal import Place, tell
from reporter.config import Config
from reporter.errors import ReadError
from reporter.read import FoundFile, find_inputs, read_file
from reporter.render.theme import load_theme

MISSING = 1
# Controls, spaces and marks: they have no glyph of their own.
_UNPRINTED = ("Cc", "Cf", "Cs", "Z", "M")


@click.command(short_help="Check that everything that a build needs is there.")
@click.argument("sources", metavar="[FILE|FOLDER]...", nargs=-1, type=Place())
def doctor(sources: tuple[Path, ...]) -> int:
    """Show Python, packages, libraries and the font of each role, and how to install what is missing; of the documents
    named also which of their characters a role's fonts lack.

    \b
    reporter doctor
    reporter doctor 文件夹

    Exit codes: 0 everything is there; 1 something that a build needs is missing.
    """  # noqa: D301 - click reads \b
    missing = 0
    for check in (*checks(), *_document_checks(sources)):
        tell(f"{'ok     ' if check.ok else 'MISSING'}  {check.name}: {check.found}")
        if not check.ok:
            missing += 1
            tell(f"         → {check.remedy}")
    tell("everything is there" if not missing else f"{missing} missing")
    return MISSING if missing else 0


def _document_checks(sources: Sequence[Path]) -> Iterator[Check]:
    """Each font role against the characters of the documents."""
    found = [file for file in find_inputs(sources) if file.skip is None]
    texts = list(filter(None, (_text(file) for file in found)))
    if not texts:
        return
    characters = "".join(sorted(char for char in set("".join(texts)) if not category(char).startswith(_UNPRINTED)))
    for check in font_checks(load_theme(Config()).fonts, characters):
        name = f"{check.name}, {len(characters)} characters of {len(texts)} documents"
        yield Check(name, check.found, check.remedy)


def _text(file: FoundFile) -> str:
    """A document's repaired text; empty, with a line that says why, where it can't be read."""
    try:
        return pipeline.document_of(read_file(file.path, file.shown)).text
    except ReadError as error:
        tell(f"{file.shown}: {error.message}")
        return ""
