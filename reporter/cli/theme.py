"""reporter theme: which themes there are, and their files to change."""

from __future__ import annotations

from pathlib import Path

import click

from reporter.cli.build import found_configuration
from reporter.cli.terminal import Place, say, tell
from reporter.render.ejection import eject_files, theme_files, theme_list
from reporter.render.theme import DEFAULT


@click.group(short_help="List the themes; copy files of one to change them.")
def theme() -> None:
    """List the themes, and copy files of one to a folder of your own to change them.

    \b
    reporter theme list
    reporter theme eject                               which files there are
    reporter theme eject briefing site.css --to my-themes/briefing
    reporter theme eject --all --to my-themes/office   the whole theme, under a name of its own
    """  # noqa: D301 - click reads \b


@theme.command("list", short_help="The themes that a configuration may name.")
@click.option("-c", "--config", metavar="FILE", type=Place(), help="Configuration (reporter.toml here, if any).")
def list_themes(config: Path | None) -> int:
    """The themes that [output] theme may name: name, folder, what it is."""
    for found in theme_list(found_configuration(config)):
        tell(f"{found.name}  {found.folder}  {found.description}")
    return 0


@theme.command(short_help="Copy files of a theme to a folder.")
@click.argument("name", metavar="[NAME]", default=DEFAULT)
@click.argument("files", metavar="[FILE]...", nargs=-1)
@click.option("--to", "target", metavar="DIR", type=Place(), help="The folder; files in it are never overwritten.")
@click.option("--all", "whole", is_flag=True, help="Every file of the theme.")
@click.option("-c", "--config", metavar="FILE", type=Place(), help="Configuration (reporter.toml here, if any).")
def eject(name: str, files: tuple[str, ...], target: Path | None, whole: bool, config: Path | None) -> int:
    """Copy FILE... of the theme NAME (briefing) to DIR. Without files it lists them.

    A copy in a folder [output] themes/NAME takes the place of the theme's own file; what you do not copy stays as
    it is. Often a block is enough: a file that begins with {% extends "!index.html.j2" %} has only what differs.
    """
    settings = found_configuration(config)
    known = theme_files(settings, name)
    if not files and not whole:
        for file in known:
            tell(file)
        return 0
    if target is None:
        raise click.UsageError("say where to: --to DIR")
    for path in eject_files(settings, name, known if whole else files, target):
        say(f"wrote {path}")
    return 0
