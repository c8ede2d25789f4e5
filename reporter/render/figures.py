"""How a number is written for a reader: its digits, its unit, how exact it is."""

from __future__ import annotations

from decimal import Decimal

from reporter.model.document import Bound, Number
from reporter.render.catalogue import Catalogue

_POINTS = {"百分点": "个百分点", "百分點": "個百分點"}
Value = Number | tuple[Number, Number]


def digits(value: Number) -> str:
    """The number in plain digits: no exponent, no trailing zeros, no grouping (1.4, 20000)."""
    text = format(Decimal(str(value)), "f")
    return text.rstrip("0").rstrip(".") if "." in text else text


def split_value(value: Value) -> tuple[str, str]:
    """The value and, of a range, its upper end."""
    return (digits(value[0]), digits(value[1])) if isinstance(value, tuple) else (digits(value), "")


def number_text(value: Value) -> str:
    """A number, or a range with an en dash (3–5)."""
    return "–".join(digits(part) for part in value) if isinstance(value, tuple) else digits(value)


def bounded(value: Value, unit: str, bound: Bound | None, strings: Catalogue) -> str:
    """The quantity with its unit and, in words, how exact it is (170项以上, 近300家, 约2.5%)."""
    quantity = number_text(value) + joined_unit(unit)
    return strings(f"bound.{bound}", quantity=quantity) if bound else quantity


def joined_unit(unit: str) -> str:
    """The unit as it follows its number: Latin units keep a space, Chinese ones and % stand close.

    Percentage points are counted with 个 (1.4个百分点).
    """
    if unit in _POINTS:
        return _POINTS[unit]
    return f"\u00a0{unit}" if unit and unit[0].isascii() and unit[0].isalpha() else unit
