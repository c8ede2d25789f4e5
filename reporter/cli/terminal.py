"""What goes to a terminal: plain text, whatever a file name or a document holds."""

from __future__ import annotations

import os
import re
import sys
import unicodedata
from pathlib import Path

import click

# Categories of characters that a terminal obeys or that nobody sees: controls, formats (overrides of direction make a
# line read as something else, UAX #9; two names that differ in a zero-width mark look alike), halves of pairs,
# separators of lines and paragraphs.
_UNSEEN = frozenset({"Cc", "Cf", "Cs", "Zl", "Zp"})
# Letters and marks that show nothing (Default_Ignorable_Code_Point of Unicode, so far as it is no format): the
# grapheme joiner, Hangul and Khmer fillers, variation selectors.
_EMPTY = re.compile("[\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u3164\ufe00-\ufe0f\uffa0\U000e0100-\U000e01ef]")


def harmless(text: str) -> str:
    """The text with all that a terminal would obey instead of show, or not show at all, written as an escape; one
    line."""
    return "".join(_shown(char) for char in text)


def say(text: str) -> None:
    """Print a line for people, on standard error: progress, findings, errors."""
    click.echo(harmless(text), err=True)


def tell(text: str) -> None:
    """Print a line for people on standard output: what a command has come to."""
    click.echo(harmless(text))


def result(text: str) -> None:
    """Print lines of the result on standard output; on a terminal without anything that it would obey."""
    click.echo("\n".join(map(harmless, text.split("\n"))) if sys.stdout.isatty() else text)


class Place(click.Path):
    """A path argument. An empty one, which a script's unset variable leaves, would silently be the working folder."""

    def __init__(self, **options: bool) -> None:
        super().__init__(path_type=Path, **options)

    def convert(
        self, value: str | os.PathLike[str], param: click.Parameter | None, ctx: click.Context | None
    ) -> str | bytes | os.PathLike[str]:
        """The path.

        Raises:
            click.BadParameter: it is empty, or not of the kind that is wanted.
        """
        if not os.fspath(value):
            self.fail("the path is empty", param, ctx)
        return super().convert(value, param, ctx)


def encodable_streams() -> None:
    """Let no character that a terminal's encoding lacks end a command: it is shown as an escape."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(errors="backslashreplace")


def _shown(char: str) -> str:
    if unicodedata.category(char) not in _UNSEEN and not _EMPTY.match(char):
        return char
    code = ord(char)
    return f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"
