"""The keys of the configuration, one by one, as the structs of ``sections`` have them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from types import UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin

import msgspec

from reporter.config.sections import Config

Shape = Literal["text", "number", "switch", "list", "table"]


@dataclass(frozen=True, slots=True)
class Key:
    """A key: its section (empty for the keys above all sections), its name, the shape and the default of its value.

    A ``list`` is one of texts; whatever a single line can't hold is a ``table``.
    """

    section: str
    name: str
    shape: Shape
    default: Any

    @property
    def dotted(self) -> str:
        """The key as messages name it."""
        return f"{self.section}.{self.name}" if self.section else self.name

    @property
    def variable(self) -> str:
        """The environment variable that sets it."""
        return f"REPORTER_{self.dotted}".replace(".", "_").upper()


def known_keys() -> Iterator[Key]:
    """Every key: first those above all sections, then section by section."""
    defaults = Config()
    fields = msgspec.structs.fields(Config)
    sections = {field.name: field.type for field in fields if _is_struct(field.type)}
    for field in fields:
        if field.name not in sections:
            yield Key("", field.name, _shape(field.type), getattr(defaults, field.name))
    for name, section in sections.items():
        for field in msgspec.structs.fields(section):
            yield Key(name, field.name, _shape(field.type), getattr(getattr(defaults, name), field.name))


def _is_struct(kind: Any) -> bool:
    return isinstance(kind, type) and issubclass(kind, msgspec.Struct)


_SCALARS: dict[Any, Shape] = {str: "text", int: "number", bool: "switch"}


def _shape(kind: Any) -> Shape:
    kind = _plain(kind)
    if get_origin(kind) is tuple:
        return "list" if _shape(get_args(kind)[0]) == "text" else "table"
    if get_origin(kind) is Literal:
        return "text"
    return _SCALARS.get(kind, "table")


def _plain(kind: Any) -> Any:
    """The type without ``None`` and without its bounds."""
    if get_origin(kind) is Annotated:
        return _plain(get_args(kind)[0])
    if get_origin(kind) in (Union, UnionType):
        rest = [part for part in get_args(kind) if part is not type(None)]
        return _plain(rest[0]) if len(rest) == 1 else kind
    return kind
