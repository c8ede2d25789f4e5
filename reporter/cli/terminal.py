"""What goes to a terminal: plain text, whatever a file name or a document holds."""

from __future__ import annotations

import os
import sys
import unicodedata
from pathlib import Path

import click

# Bidirectional overrides and isolates (UAX #9) can make a line read as something else.
_BIDI = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


def harmless(text: str) -> str:
    """The text with everything a terminal would obey instead of show written as an escape; one line."""
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
    if char in _BIDI or unicodedata.category(char) in ("Cc", "Cs", "Zl", "Zp"):
        return f"\\x{ord(char):02x}" if ord(char) < 256 else f"\\u{ord(char):04x}"
    return char
