"""Files and environment → the configuration, with the origin of each value.

The order is: defaults, then the file, then the environment; options of the command line go before all of them.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import msgspec

from reporter.config.checking import check_curation, configured
from reporter.config.environment import settings_of
from reporter.config.sections import CURATION, Config, CurationSection, Name, PicksSection
from reporter.errors import ConfigurationError

CONFIGURATION = "reporter.toml"
PROJECT = "pyproject.toml"
_NOTHING: Mapping[str, str] = {}


@dataclass(frozen=True, slots=True)
class Loaded:
    """A configuration, and by dotted key the file or variable that set it; what is not named there is a default."""

    config: Config
    origins: Mapping[str, str]


def configuration_file(folder: Path) -> Path | None:
    """The file in a folder that configures it: ``reporter.toml``, else a ``pyproject.toml`` with ``[tool.reporter]``.

    Raises:
        ConfigurationError: there is only a pyproject.toml, and it can't be read or is no TOML.
    """
    own, project = folder / CONFIGURATION, folder / PROJECT
    if own.is_file():
        return own
    return project if project.is_file() and _section(_toml(project, "mend it")) is not None else None


def load_config(path: Path) -> Config:
    """The configuration of a TOML file, with the themes and the curation of the files that it names. Of a file with
    the name ``pyproject.toml`` it is the table ``[tool.reporter]``.

    A ``curation.toml`` beside the file is its curation where it names none.

    Raises:
        ConfigurationError: a file is missing or no TOML, a key is unknown or a value does not fit.
    """
    return loaded(path).config


def loaded(path: Path | None, environment: Mapping[str, str] = _NOTHING, *, folder: Path | None = None) -> Loaded:
    """The configuration of a file, if any, and the environment.

    Args:
        folder: where a ``curation.toml`` is looked for without a file; nowhere without it.

    Raises:
        ConfigurationError: a file is missing or no TOML, a key or variable is unknown or a value does not fit.
    """
    values = {} if path is None else _values(path)
    configured(values, str(path))  # alone: what does not fit is told of the file
    origins = dict.fromkeys(_dotted(values), str(path))
    for setting in settings_of(environment):
        values = _merged(values, setting.values)
        origins[setting.key.dotted] = setting.key.variable
    config = configured(values, str(path or "environment"))
    beside = folder if path is None else path.parent
    return _with_themes(_with_curation(Loaded(config, origins), beside))


def curated(config: Config, path: Path) -> Config:
    """The configuration with the curation of a file added to its own.

    Raises:
        ConfigurationError: the file is missing or no curation, or a sentence is both pinned and dropped.
    """
    data = _toml(path, "name an existing file after --curation or under [curation]")
    given = configured({"curation": data}, str(path)).curation
    own = config.curation
    names = dict.fromkeys((*given.documents, *own.documents))
    empty = PicksSection()
    documents = {name: _joined(given.documents.get(name, empty), own.documents.get(name, empty)) for name in names}
    joined = CurationSection(overview=_joined(given.overview, own.overview), documents=documents)
    check_curation(joined, str(path))
    return msgspec.structs.replace(config, curation=joined)


def _with_curation(given: Loaded, folder: Path | None) -> Loaded:
    named = given.config.curation.file
    beside = folder / CURATION if folder else None
    path = Path(named) if named is not None else beside if beside and beside.is_file() else None
    if path is None:
        return given
    config = curated(given.config, path)
    origins = dict(given.origins)
    for key in ("overview", "documents"):
        own = origins.get(f"curation.{key}")
        origins[f"curation.{key}"] = f"{path}, {own}" if own else str(path)
    return Loaded(config, origins)


def _with_themes(given: Loaded) -> Loaded:
    section = given.config.themes
    if section.file is None:
        return given
    words = {**_theme_words(Path(section.file)), **section.words}
    config = msgspec.structs.replace(given.config, themes=msgspec.structs.replace(section, words=words))
    own = given.origins.get("themes.words")
    return Loaded(config, {**given.origins, "themes.words": f"{section.file}, {own}" if own else section.file})


def _values(path: Path) -> dict[str, Any]:
    """The values of a file; ``$schema``, which only editors read, is none of them."""
    data = _toml(path, "name an existing file after -c")
    if path.name == PROJECT:
        section = _section(data)
        if section is None:
            raise ConfigurationError(f"{path}: has no table [tool.reporter]", "add it, or name another file after -c")
        data = section
    return {key: value for key, value in data.items() if key != "$schema"}


def _section(data: dict[str, Any]) -> dict[str, Any] | None:
    """The table ``[tool.reporter]``."""
    tools = data.get("tool")
    section = tools.get("reporter") if isinstance(tools, dict) else None
    return section if isinstance(section, dict) else None


def _dotted(values: dict[str, Any]) -> Iterator[str]:
    fields = {field.name: field.type for field in msgspec.structs.fields(Config)}
    for name, value in values.items():
        kind = fields[name]
        if isinstance(kind, type) and issubclass(kind, msgspec.Struct):
            yield from (f"{name}.{key}" for key in value)
        else:
            yield name


def _merged(values: dict[str, Any], over: dict[str, Any]) -> dict[str, Any]:
    """The values with those of ``over`` in their place, section by section."""
    merged = dict(values)
    for name, value in over.items():
        merged[name] = {**merged.get(name, {}), **value} if isinstance(value, dict) else value
    return merged


def _joined(first: PicksSection, second: PicksSection) -> PicksSection:
    return PicksSection(first.pin + second.pin, first.drop + second.drop, first.order + second.order)


def _toml(path: Path, hint: str) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text("utf-8"))
    except OSError as error:
        raise ConfigurationError(f"{path}: can't be read: {error.strerror}", hint) from error
    except (ValueError, RecursionError) as error:  # numbers and lists may be longer and deeper than Python takes
        raise ConfigurationError(f"{path}: is no TOML: {error}", "see docs/configuration.md") from error


def _theme_words(path: Path) -> dict[str, tuple[str, ...]]:
    """The themes of a file: lines ``"theme" = ["word", "word"]``."""
    data = _toml(path, "name an existing file under [themes]")
    try:
        return msgspec.convert(data, dict[Name, tuple[Name, ...]])
    except msgspec.ValidationError as error:
        hint = 'a theme is a line such as "标准化" = ["国家标准", "采标"]'
        raise ConfigurationError(f"{path}: {error}", hint) from error
