"""A quantity of the data in the words of its sentence: 3024000 人 is 302.4万人 there."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from reporter.language.script import simplified
from reporter.model.document import Number

_SCALES = ((1, ""), (10_000, "万"), (100_000_000, "亿"))


def quantity_in(text: str, value: Number | tuple[Number, Number], unit: str) -> str | None:
    """The words of a quantity in a sentence, if it is written in digits; None otherwise.

    Args:
        unit: in simplified characters.
    """
    if isinstance(value, tuple):
        return None
    plain = simplified(text)
    if len(plain) != len(text):
        return None
    for words in _wordings(value, unit):
        found = re.search(rf"(?<![\d.,]){re.escape(words)}", plain)
        if found:
            return text[found.start() : found.end()]
    return None


def _wordings(value: Number, unit: str) -> Iterator[str]:
    """The ways to write a quantity in digits, the plain one first."""
    for scale, word in _SCALES:
        amount = Decimal(str(value)) / scale
        if scale == 1 or amount >= 1:
            digits = format(amount, "f")
            digits = digits.rstrip("0").rstrip(".") if "." in digits else digits
            yield f"{digits}{word}{unit}"
