"""Plain values → one frozen, checked configuration; what does not fit is named with what would."""

from __future__ import annotations

import datetime as dt
import difflib
import re
from collections.abc import Iterator
from typing import Any, Literal, get_args, get_origin

import msgspec

from reporter.config.sections import Config, CurationSection, Picked
from reporter.errors import ConfigurationError

# All of them (category Cc) but tab and line ends.
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]")


def configured(data: dict[str, Any], where: str = "configuration") -> Config:
    """The configuration of plain values, checked.

    Raises:
        ConfigurationError: with the key's path, what was expected, and the nearest known key for an unknown one.
    """
    unprintable = _unprintable(data)
    if unprintable is not None:
        raise ConfigurationError(f"{where}: {unprintable!r} holds a control character", "take it out")
    unknown = next(_unknown_keys(data, Config, ""), None)
    if unknown:
        key, known = unknown
        raise ConfigurationError(f"{where}: unknown key {key!r}", _nearest(key.rsplit(".", 1)[-1], known))
    try:
        config = msgspec.convert(_dates_as_text(data), Config)
    except msgspec.ValidationError as error:
        raise ConfigurationError(f"{where}: {error}", _values_hint(str(error))) from error
    for date in (config.briefing.date, config.gongwen.date, config.gongwen.printing_date):
        _check_date(date, where)
    check_curation(config.curation, where)
    return config


def _unprintable(data: dict[str, Any]) -> str | None:
    """The first text among keys and values that holds a control character, which no output shows; None where
    none does."""
    left: list[Any] = [data]
    while left:
        value = left.pop()
        if isinstance(value, str) and _CONTROL.search(value):
            return value
        if isinstance(value, dict):
            left += [*value, *value.values()]
        elif isinstance(value, (list, tuple)):
            left += value
    return None


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


_DATES = {"briefing": ("date",), "gongwen": ("date", "printing_date")}


def _dates_as_text(data: dict[str, Any]) -> dict[str, Any]:
    """The values with their dates as text: TOML writes date = 2018-03-30 with and without quotes."""
    changed = dict(data)
    for name, keys in _DATES.items():
        table = data.get(name)
        if isinstance(table, dict):
            dates = {key: table[key].isoformat() for key in keys if type(table.get(key)) is dt.date}
            changed[name] = {**table, **dates}
    return changed


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


def check_curation(curation: CurationSection, where: str) -> None:
    """No sentence is pinned and dropped at once."""
    for name, picks in {"overview": curation.overview, **curation.documents}.items():
        dropped = {_id_of(pick) for pick in picks.drop}
        for pick in picks.pin:
            if _id_of(pick) in dropped:
                message = f"{where}: {name}: {_id_of(pick)} is pinned and dropped at once"
                raise ConfigurationError(message, "take it out of pin or out of drop")


def _id_of(pick: str | Picked) -> str:
    return pick if isinstance(pick, str) else pick.id


def nearest_name(name: str, known: list[str], what: str) -> ConfigurationError:
    """The error for a name that a registry does not have; it lists or suggests the known ones."""
    return ConfigurationError(f"unknown {what} {name!r}", _nearest(name, known))
