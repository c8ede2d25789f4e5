"""reporter inspect: how a build reads a file, and what it repairs in it."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from pathlib import Path

import click

from reporter.cli.inspection import Inspection, inspected, inspection_dict
from reporter.cli.inspection_text import (
    aside_lines,
    edit_blocks,
    finding_lines,
    head_lines,
    outline_lines,
    table_lines,
)
from reporter.cli.terminal import Place, result, say, tell
from reporter.cli.texts import print_json, read_text
from reporter.config import Config
from reporter.errors import ConfigurationError, InputError, OutputError
from reporter.render.inspection import inspection_page

SOME_FAILED = 4


@click.command(short_help="Show how a build reads a file and what it repairs.")
@click.argument("files", metavar="FILE...", nargs=-1, required=True)
@click.option("--rule", metavar="CODE", multiple=True, help="Edits and asides of this rule only; may be repeated.")
@click.option(
    "--limit", metavar="N", type=click.IntRange(0), default=5, help="Edits shown of each rule; 0 shows all (5)."
)
@click.option("--outline", is_flag=True, help="Show the section tree in place of the edits.")
@click.option("--tables", is_flag=True, help="Show the tables in place of the edits.")
@click.option("--text", "as_text", is_flag=True, help="Print the repaired text and nothing else.")
@click.option("--json", "as_json", is_flag=True, help="Print everything, every edit too, as JSON.")
@click.option("--html", "page", metavar="OUT", type=Place(), help="Write original and repaired text side by side.")
def inspect(  # noqa: PLR0913, PLR0917  (one parameter an option)
    files: tuple[str, ...],
    rule: tuple[str, ...],
    limit: int,
    outline: bool,
    tables: bool,
    as_text: bool,
    as_json: bool,
    page: Path | None,
) -> int:
    """Show how a build reads FILE: what it is, what it states of itself, and every repair beside its original.

    Offsets count code points of the text as decoded; ⟦⟧ holds what an edit replaced and what it became.

    \b
    reporter inspect 报告.html
    reporter inspect 报告.html --rule pinyin-note --limit 0
    reporter inspect *.docx --outline --tables
    reporter inspect 报告.pdf --text > 报告.txt
    reporter inspect 报告.html --html 对照.html
    reporter inspect 报告.html --json

    Exit codes: 0 fine; 1 no file can be read; 2 wrong option; 4 some files could not be read.
    """  # noqa: D301 - click reads \b
    if page is not None and len(files) > 1:
        raise ConfigurationError("--html takes one FILE", "run it once for each file")
    seen, failed = _readable(files)
    _check_rules(rule, seen)
    if as_json:
        print_json({"files": [inspection_dict(item, rule) for item in seen]})
    elif as_text:
        for item in seen:
            result(item.document.text.rstrip("\n"))
    elif page is not None:
        _write(page, inspection_page(seen[0].document, Config()))
        tell(f"{page}: {seen[0].name}, original and repaired side by side")
    else:
        _show(seen, lambda item: _lines(item, rule, limit, outline=outline, tables=tables))
    return SOME_FAILED if failed else 0


def _readable(files: tuple[str, ...]) -> tuple[list[Inspection], int]:
    """The files that can be read, and how many can't; of those each is told in a line.

    Raises:
        InputError: none can be read; of one alone its own reason.
    """
    seen: list[Inspection] = []
    errors: list[InputError] = []
    for name in files:
        try:
            seen.append(inspected(name, read_text(name)))
        except InputError as error:
            errors.append(error)
    if errors and len(files) == 1:
        raise errors[0]
    for unread in errors:
        say(f"reporter: {unread.message}" + (f" ({unread.hint})" if unread.hint else ""))
    if not seen:
        raise InputError(f"none of {len(files)} files can be read")
    return seen, len(errors)


def _check_rules(wanted: tuple[str, ...], seen: list[Inspection]) -> None:
    """Every wanted rule did something in some file.

    Raises:
        ConfigurationError: one did nothing; the hint lists those that did.
    """
    known = sorted({name for item in seen for name in (*item.rules, *(aside.rule for aside in item.asides()))})
    for name in wanted:
        if name not in known:
            hint = f"at work here: {', '.join(known)}" if known else "no rule is at work here"
            raise ConfigurationError(f"--rule {name}: changes nothing in what is read", hint)


def _lines(item: Inspection, rule: tuple[str, ...], limit: int, *, outline: bool, tables: bool) -> Iterator[str]:
    yield from head_lines(item)
    if outline:
        yield from outline_lines(item)
    if tables:
        yield from table_lines(item)
    if not outline and not tables:
        yield from edit_blocks(item, rule, limit)
        yield from aside_lines(item, rule)
        yield from finding_lines(item)


def _show(seen: list[Inspection], lines: Callable[[Inspection], Iterator[str]]) -> None:
    """Print each file's lines, a blank line between files."""
    for place, item in enumerate(seen):
        if place:
            tell("")
        for line in lines(item):
            tell(line)


def _write(path: Path, page: str) -> None:
    """Write the page.

    Raises:
        OutputError: the file can't be written.
    """
    try:
        path.write_bytes(page.encode("utf-8", "xmlcharrefreplace"))
    except OSError as error:
        raise OutputError(
            f"{os.fspath(path)}: can't be written: {error.strerror}", "name a file in a folder"
        ) from error
