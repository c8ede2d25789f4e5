"""Values of this program's dataclasses ⇄ bytes, for itself: a store, another process.

A dataclass is its class with its fields in order: pickled as those with slots are by themselves it takes twice as long
to read and thrice to write (they are asked for each field's name).
"""

from __future__ import annotations

import io
import pickle
from dataclasses import fields, is_dataclass
from functools import cache
from typing import Any


def packed(value: object) -> bytes:
    """The bytes of a value of plain values and dataclasses, all of whose fields its class takes."""
    file = io.BytesIO()
    _Pickler(file, pickle.HIGHEST_PROTOCOL).dump(value)
    return file.getvalue()


def unpacked(data: bytes) -> Any:
    """The value, made anew; only of what ``packed`` gave."""
    return pickle.loads(data)  # noqa: S301 - see above


class _Pickler(pickle.Pickler):
    def reducer_override(self, part: Any) -> Any:
        kind: type = type(part)
        names = _names(kind)
        if names is None or "__reduce__" in vars(kind):
            return NotImplemented
        return kind, tuple([getattr(part, name) for name in names])


@cache
def _names(kind: type) -> tuple[str, ...] | None:
    return tuple(field.name for field in fields(kind)) if is_dataclass(kind) else None
