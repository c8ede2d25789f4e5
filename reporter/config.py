"""reporter.toml → one frozen, checked configuration.

The structs below are the configuration's only description: their fields are the keys, their types the check, their
defaults what holds without a file. The number of workers is no part of it; sources and output folder are, but stay out
of the manifest: they change where a build happens, never what it says.
"""

from __future__ import annotations

import datetime as dt
import difflib
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated, Any, Literal, get_args, get_origin

import msgspec

from reporter.errors import ConfigurationError

PrintedScript = Literal["keep", "zh-Hans", "zh-Hant"]
Language = Literal["zh-Hans", "zh-Hant", "en"]
Format = Literal["html", "pdf", "docx", "md", "json", "csv", "xlsx"]
Count = Annotated[int, msgspec.Meta(ge=1)]
Name = Annotated[str, msgspec.Meta(min_length=1)]

CURATION = "curation.toml"
FORMATS: tuple[Format, ...] = ("html", "pdf", "docx", "md", "json", "csv", "xlsx")


class BriefingSection(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """``[briefing]``: what stands at the head. Empty fields are worked out of the documents or left out."""

    title: str | None = None
    subtitle: str | None = None
    issue: str | None = None
    date: str | None = None
    issuer: str | None = None
    marking: str | None = None


class InputSection(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """``[input]``: which files of a folder are read, and in which order they are printed."""

    sources: tuple[str, ...] = ("seeds",)
    include: tuple[str, ...] = ()
    exclude: tuple[str, ...] = ()
    order: Literal["path", "date", "title"] = "path"
    group_by: Literal["none", "folder", "region", "kind"] = "none"


class SummarySection(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """``[summary]``: how sentences are chosen. ``sentences`` and ``chars`` are per document, ``overall_…`` over all."""

    method: str = "default"
    sentences: Count | None = None
    chars: Count | None = None
    overall_sentences: Count | None = None
    overall_chars: Count | None = None
    topic: tuple[Name, ...] = ()


class Picked(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A sentence by its id, with its words where the editor keeps them beside it: they find it again when its id is
    gone."""

    id: Name
    text: str = ""


class PicksSection(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """``[curation.overview]``, ``[curation.documents."…"]``: sentences that are in whatever their score, sentences
    that are out, and the order in which those named come, before all others."""

    pin: tuple[Name | Picked, ...] = ()
    drop: tuple[Name | Picked, ...] = ()
    order: tuple[Name | Picked, ...] = ()


class CurationSection(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """``[curation]``: the editor's hand in the choice, in a file or in the tables themselves.

    Ids in ``documents``, by document id, are those of sentences; in ``overview`` ``document id/sentence id``.
    """

    file: str | None = None
    overview: PicksSection = PicksSection()
    documents: dict[Name, PicksSection] = {}


class ComparisonSection(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """``[comparison]``: names that mean the same figure, the first of each list as it is shown, and names that are left
    out."""

    same: tuple[Annotated[tuple[Name, ...], msgspec.Meta(min_length=2)], ...] = ()
    ignore: tuple[Name, ...] = ()


class ThemesSection(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """``[themes]``: themes with the words that show that a sentence speaks of them, in a file or in the table
    ``words``. Without either the built-in ones hold."""

    file: str | None = None
    words: dict[Name, tuple[Name, ...]] = {}


class OutputSection(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """``[output]``: what is written. briefing.json, findings.json and manifest.json always are."""

    folder: str = "build"
    formats: tuple[Format, ...] = FORMATS
    theme: str = "briefing"
    themes: str | None = None


class LimitsSection(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """``[limits]``: what reading one file may cost: processor seconds, memory, size of the file, length of its text."""

    seconds: Count = 60
    memory_mb: Annotated[int, msgspec.Meta(ge=256)] = 2048
    file_mb: Count = 100
    characters: Count = 5_000_000


class NoteSection(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """``[[note]]``: the editor's own text, printed under 编者按 and never counted as a source."""

    text: str
    title: str | None = None


class Config(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The whole configuration; ``Config()`` is what holds without a file. ``topics`` are phrases that count like the
    topic's own name, for topics that are asked for."""

    briefing: BriefingSection = BriefingSection()
    input: InputSection = InputSection()
    summary: SummarySection = SummarySection()
    comparison: ComparisonSection = ComparisonSection()
    themes: ThemesSection = ThemesSection()
    topics: dict[Name, tuple[Name, ...]] = {}
    curation: CurationSection = CurationSection()
    output: OutputSection = OutputSection()
    limits: LimitsSection = LimitsSection()
    note: tuple[NoteSection, ...] = ()
    language: Language = "zh-Hans"
    script: PrintedScript = "keep"
    protected_names: tuple[Name, ...] = ()


def in_force(config: Config) -> dict[str, Any]:
    """The configuration as plain values for the manifest: all that decides what a build says, not where it happens."""
    values: dict[str, Any] = msgspec.to_builtins(config)
    del values["input"]["sources"], values["output"]["folder"], values["output"]["themes"]
    del values["themes"]["file"], values["curation"]["file"]
    return values


def load_config(path: Path) -> Config:
    """The configuration of a TOML file, with the themes and the curation of the files that it names.

    A ``curation.toml`` beside the file is its curation where it names none.

    Raises:
        ConfigurationError: a file is missing or no TOML, a key is unknown or a value does not fit.
    """
    config = configured(_toml(path, "name an existing file after -c"), str(path))
    beside = path.parent / CURATION
    if config.curation.file is not None:
        config = curated(config, Path(config.curation.file))
    elif beside.is_file():
        config = curated(config, beside)
    if config.themes.file is None:
        return config
    words = {**_theme_words(Path(config.themes.file)), **config.themes.words}
    return msgspec.structs.replace(config, themes=msgspec.structs.replace(config.themes, words=words))


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
    _check_curation(joined, str(path))
    return msgspec.structs.replace(config, curation=joined)


def _joined(first: PicksSection, second: PicksSection) -> PicksSection:
    return PicksSection(first.pin + second.pin, first.drop + second.drop, first.order + second.order)


def _check_curation(curation: CurationSection, where: str) -> None:
    """No sentence is pinned and dropped at once."""
    for name, picks in {"overview": curation.overview, **curation.documents}.items():
        dropped = {_id_of(pick) for pick in picks.drop}
        for pick in picks.pin:
            if _id_of(pick) in dropped:
                message = f"{where}: {name}: {_id_of(pick)} is pinned and dropped at once"
                raise ConfigurationError(message, "take it out of pin or out of drop")


def _id_of(pick: str | Picked) -> str:
    return pick if isinstance(pick, str) else pick.id


def _toml(path: Path, hint: str) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text("utf-8"))
    except OSError as error:
        raise ConfigurationError(f"{path}: can't be read: {error.strerror}", hint) from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise ConfigurationError(f"{path}: is no TOML: {error}", "see docs/configuration.md") from error


def _theme_words(path: Path) -> dict[str, tuple[str, ...]]:
    """The themes of a file: lines ``"theme" = ["word", "word"]``."""
    data = _toml(path, "name an existing file under [themes]")
    try:
        return msgspec.convert(data, dict[Name, tuple[Name, ...]])
    except msgspec.ValidationError as error:
        hint = 'a theme is a line such as "标准化" = ["国家标准", "采标"]'
        raise ConfigurationError(f"{path}: {error}", hint) from error


def configured(data: dict[str, Any], where: str = "configuration") -> Config:
    """The configuration of plain values, checked.

    Raises:
        ConfigurationError: with the key's path, what was expected, and the nearest known key for an unknown one.
    """
    unknown = next(_unknown_keys(data, Config, ""), None)
    if unknown:
        key, known = unknown
        raise ConfigurationError(f"{where}: unknown key {key!r}", _nearest(key.rsplit(".", 1)[-1], known))
    try:
        config = msgspec.convert(_dates_as_text(data), Config)
    except msgspec.ValidationError as error:
        raise ConfigurationError(f"{where}: {error}", _values_hint(str(error))) from error
    _check_date(config.briefing.date, where)
    _check_curation(config.curation, where)
    return config


def _unknown_keys(data: dict[str, Any], struct: type[msgspec.Struct], prefix: str) -> Iterator[tuple[str, list[str]]]:
    """(dotted key, known keys of that table) for each key that no field stands for."""
    fields = {field.name: field.type for field in msgspec.structs.fields(struct)}
    for key, value in data.items():
        if key not in fields:
            yield prefix + key, list(fields)
            continue
        for inner in _structs_in(fields[key]):
            for name, table in _tables(value, fields[key]):
                yield from _unknown_keys(table, inner, f"{prefix}{key}.{name}")


def _tables(value: Any, kind: Any) -> Iterator[tuple[str, dict[str, Any]]]:
    """(name with a dot, table) of each table that a value holds: itself, those of a list, or those by name."""
    if get_origin(kind) is dict:
        named = list(value.items()) if isinstance(value, dict) else []
        yield from ((f"{name}.", table) for name, table in named if isinstance(table, dict))
    else:
        yield from (("", table) for table in (value if isinstance(value, list) else [value]) if isinstance(table, dict))


def _structs_in(kind: Any) -> Iterator[type[msgspec.Struct]]:
    """The struct that a field's type is, or is a tuple of."""
    for part in (kind, *getattr(kind, "__args__", ())):
        if isinstance(part, type) and issubclass(part, msgspec.Struct):
            yield part


def _dates_as_text(data: dict[str, Any]) -> dict[str, Any]:
    """The values with the head's date as text: TOML writes date = 2018-03-30 with and without quotes."""
    head = data.get("briefing")
    if isinstance(head, dict) and type(head.get("date")) is dt.date:
        return {**data, "briefing": {**head, "date": head["date"].isoformat()}}
    return data


def _values_hint(message: str) -> str:
    """What the key at the end of a message (… - at `$.input.order`) may be, where that is one of a few words."""
    kind: Any = Config
    for key in re.findall(r"[a-z_]+", message.rpartition("`$")[2]):
        struct = next(_structs_in(kind), None)
        if struct is None:
            break
        kind = {field.name: field.type for field in msgspec.structs.fields(struct)}.get(key)
    words = [word for part in (kind, *get_args(kind)) for word in get_args(part) if get_origin(part) is Literal]
    return f"known here: {', '.join(words)}" if words else "see docs/configuration.md"


def _nearest(name: str, known: list[str]) -> str:
    close = difflib.get_close_matches(name, known, n=1)
    return f"did you mean {close[0]!r}?" if close else f"known here: {', '.join(sorted(known))}"


def _check_date(date: str | None, where: str) -> None:
    """A date is written 2018-03-30: the form of the data files."""
    if date is not None and not _is_date(date):
        raise ConfigurationError(f"{where}: {date!r} is no date", "write it as 2018-03-30")


def _is_date(text: str) -> bool:
    if not re.fullmatch(r"\d{4}-\d{2}-\d{2}", text):
        return False
    try:
        dt.date.fromisoformat(text)
    except ValueError:
        return False
    return True


def nearest_name(name: str, known: list[str], what: str) -> ConfigurationError:
    """The error for a name that a registry does not have; it lists or suggests the known ones."""
    return ConfigurationError(f"unknown {what} {name!r}", _nearest(name, known))
