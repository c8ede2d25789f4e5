"""The files of a theme, to be listed and copied: what somebody needs who makes a theme of their own."""

from __future__ import annotations

import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import msgspec

from reporter.config import Config, nearest_name
from reporter.errors import OutputError
from reporter.render.theme import DESCRIPTION, known_themes, load_theme


@dataclass(frozen=True, slots=True)
class ThemeEntry:
    """A theme that a configuration may name: its most special folder and what its ``theme.toml`` says of it."""

    name: str
    folder: Path
    description: str


def theme_list(config: Config) -> tuple[ThemeEntry, ...]:
    """All themes by name.

    Raises:
        RenderError: a theme.toml that is no TOML.
    """
    return tuple(_entry(config, name) for name in known_themes(config))


def theme_files(config: Config, name: str) -> tuple[str, ...]:
    """The files of a theme and of those that it extends, by their paths in the theme's folder, sorted.

    Raises:
        ConfigurationError: no such theme.
    """
    folders = load_theme(_with_theme(config, name)).folders
    found = {path.relative_to(folder).as_posix() for folder in folders for path in folder.rglob("*") if path.is_file()}
    return tuple(sorted(found - {DESCRIPTION}))


def eject_files(config: Config, name: str, files: Sequence[str], target: Path) -> tuple[Path, ...]:
    """Copy files of a theme to a folder, all or none; the copies' paths.

    Raises:
        ConfigurationError: no such theme, or no such file in it.
        OutputError: a file is there already, or the folder can't be written.
    """
    theme = load_theme(_with_theme(config, name))
    known = theme_files(config, name)
    for file in files:
        if file not in known:
            raise nearest_name(file, list(known), f"file of the theme {name!r}")
        if (target / file).exists():
            raise OutputError(f"{target / file} is there already", "remove it, or name another folder after --to")
    return tuple(_copied(theme.files(file)[0], target / file) for file in dict.fromkeys(files))


def _copied(source: Path, target: Path) -> Path:
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(source.read_bytes())
    except OSError as error:
        raise OutputError(f"{target}: can't be written: {error.strerror or error}", "name another folder") from error
    return target


def _entry(config: Config, name: str) -> ThemeEntry:
    theme = load_theme(_with_theme(config, name))
    texts = [path.read_text("utf-8") for path in theme.files(DESCRIPTION) if path.parent.name == name]
    described = (str(tomllib.loads(text).get("description", "")) for text in texts)
    return ThemeEntry(name, theme.folders[0], next(filter(None, described), ""))


def _with_theme(config: Config, name: str) -> Config:
    return msgspec.structs.replace(config, output=msgspec.structs.replace(config.output, theme=name))
