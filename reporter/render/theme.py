"""Themes: a folder of templates, style sheets and words.

A file is looked for in the user's folder, then in the theme, then in the theme that this one extends, down to the
default theme: a theme holds only what differs.
"""

from __future__ import annotations

import os
import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from reporter.config import Config, nearest_name
from reporter.errors import ConfigurationError, RenderError
from reporter.resources import templates_folder

DEFAULT = "briefing"
DESCRIPTION = "theme.toml"
# A theme is a folder of that name, never a way to another one.
_THEME = re.compile(r"(?!\.)[^/\\\0]+")
# Roles and scripts become names in the print sheet.
_NAME = re.compile(r"[A-Za-z][A-Za-z0-9-]*")


@dataclass(frozen=True, slots=True)
class FontRole:
    """The font families of a role (``song``, ``hei`` …) for text in a script, in the order they are tried; ``label``
    says for people what it sets."""

    role: str
    script: str
    families: tuple[str, ...]
    label: str


@dataclass(frozen=True, slots=True)
class Theme:
    """A theme's folders in the order they are searched, and its settings."""

    name: str
    folders: tuple[Path, ...]
    faces: tuple[str, ...]
    """The font families that the print sheet asks for; another one in the PDF is a stand-in."""
    fonts: tuple[FontRole, ...] = ()
    """The same by role and script: the print sheet has each role as ``var(--role)``."""
    trusted: bool = False
    """Whether its templates may do what Python may, and its files lie elsewhere: those that come with the program, and
    what the configuration calls trusted."""

    def files(self, name: str) -> tuple[Path, ...]:
        """Every file of that name, the most special first; none when no folder has it."""
        return tuple(folder / name for folder in self.folders if self._holds(folder, folder / name))

    def _holds(self, folder: Path, path: Path) -> bool:
        """Whether there is such a file; of a theme that is not trusted, in the very folder: no link leads out of it."""
        return path.is_file() and (self.trusted or _real(path).is_relative_to(_real(folder)))

    def text(self, name: str) -> str:
        """The text of the most special file of that name.

        Raises:
            RenderError: no folder of the theme has it, or it is not UTF-8.
        """
        found = self.files(name)
        if not found:
            raise RenderError(f"theme {self.name!r} has no file {name}", f"looked in {_listed(self.folders)}")
        try:
            return found[0].read_text("utf-8")
        except UnicodeDecodeError as error:
            raise RenderError(f"{found[0]}: is not UTF-8: {error}", "save it as UTF-8") from error


def load_theme(config: Config) -> Theme:
    """The theme that the configuration names.

    Raises:
        ConfigurationError: no such theme, or a theme that extends an unknown one or itself.
        RenderError: a theme.toml that is no TOML.
    """
    roots = _roots(config)
    folders: list[Path] = []
    name: str | None = config.output.theme
    faces: tuple[str, ...] = ()
    fonts: dict[tuple[str, str], FontRole] = {}
    while name:
        found = [root / name for root in roots if _THEME.fullmatch(name) and (root / name).is_dir()]
        if not found:
            raise nearest_name(name, known_themes(config), "theme")
        if found[0] in folders:
            raise ConfigurationError(f"theme {name!r} extends itself", f"see {found[0] / DESCRIPTION}")
        folders += found
        settings = _settings(found)
        faces = faces or tuple(settings.get("faces", ()))
        for font in _font_roles(settings, found[0]):
            fonts.setdefault((font.role, font.script), font)
        name = settings.get("extends") or (DEFAULT if name != DEFAULT else None)
    roles = tuple(fonts.values())
    named = dict.fromkeys(family for font in roles for family in font.families)
    trusted = config.output.trusted_templates or all(map(_is_ours, folders))
    return Theme(config.output.theme, tuple(folders), faces or tuple(named), roles, trusted)


def known_themes(config: Config) -> list[str]:
    """The names of all themes that the configuration may name, sorted."""
    folders = (folder for root in _roots(config) if root.is_dir() for folder in root.iterdir())
    return sorted({folder.name for folder in folders if folder.is_dir()})


def _roots(config: Config) -> tuple[Path, ...]:
    """The folders that hold themes: the user's first."""
    own = (Path(config.output.themes),) if config.output.themes else ()
    return (*own, templates_folder())


def _settings(folders: list[Path]) -> dict[str, Any]:
    """The theme's settings, the more special folder's over the more general one's."""
    settings: dict[str, Any] = {}
    for folder in reversed(folders):
        path = folder / DESCRIPTION
        if path.is_file():
            try:
                settings.update(tomllib.loads(path.read_text("utf-8")))
            except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
                raise RenderError(f"{path}: is no TOML: {error}", "mend the theme's file") from error
    return settings


def _font_roles(settings: dict[str, Any], folder: Path) -> Iterator[FontRole]:
    """The tables ``[fonts.role.script]`` with their ``families`` and ``label``; what else stands there is for others.

    Raises:
        RenderError: families that are no list of names, or a role or script that can't be a name in a style sheet.
    """
    fonts = settings.get("fonts", {})
    for role, scripts in fonts.items() if isinstance(fonts, dict) else ():
        for script, font in scripts.items() if isinstance(scripts, dict) else ():
            stated = font.get("families") if isinstance(font, dict) else None
            families = tuple(stated) if isinstance(stated, list) else ()
            named = families and all(isinstance(name, str) for name in families)
            if not named or not _NAME.fullmatch(role) or not _NAME.fullmatch(script):
                message = f"{folder / DESCRIPTION}: [fonts.{role}.{script}] names no families"
                raise RenderError(message, 'write families = ["Noto Serif CJK SC"]')
            yield FontRole(role, script, families, str(font.get("label", f"{role} {script}")))


def _is_ours(folder: Path) -> bool:
    """Whether a folder really lies among the program's own: neither ``..`` nor a link of its path leads out of them."""
    return _real(folder).is_relative_to(_real(templates_folder()))


def _real(path: Path) -> Path:
    return Path(os.path.realpath(path))


def _listed(folders: tuple[Path, ...]) -> str:
    return ", ".join(str(folder) for folder in folders)
