"""Numbers of table cells: their value, how finely they are stated, and whether parts make up a total."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal, InvalidOperation

from reporter.language.numerals import is_exact, normal_width

_NUMBER = re.compile(r"-?\d{1,3}(?:,\d{3})+(?:\.\d+)?$|-?\d+(?:\.\d+)?$")
_NEGATIVE = re.compile(r"[（(]([\d,.]+)[)）]|[△▲]([\d,.]+)")
_LONGEST = 24
_DASHES = frozenset(("-", "－", "—", "——", "–", "─"))


def parse_number(text: str) -> Decimal | None:
    """The value of a cell that holds one number and nothing else; a dash is zero; (12.3) and △12.3 are negative. None
    too for rows of figures that are longer than a quantity is written or finer than a value holds."""
    plain = normal_width(text).replace(" ", "").replace("，", ",").replace("−", "-").replace("－", "-")
    if plain in _DASHES:
        return Decimal(0)
    match = _NEGATIVE.fullmatch(plain)
    plain = f"-{match[1] or match[2]}" if match else plain.removeprefix("+")
    if len(plain) > _LONGEST or not _NUMBER.match(plain):
        return None
    try:
        value = Decimal(plain.replace(",", ""))
    except InvalidOperation:
        return None
    return value if is_exact(value) else None


def agree(stated: Decimal, parts: Sequence[Decimal], *, rounded: bool) -> bool:
    """Whether parts make up a total within what rounding explains.

    With decimals the sum may be off by half a unit of the last one for every two parts and for the total; whole numbers
    are exact unless they are ``rounded`` (in 万元 and the like). A total stated more coarsely than its parts may be off
    by half a unit of its own besides.
    """
    exponents = [_exponent(value) for value in (stated, *parts)]
    finest, coarsest = min(exponents), max(exponents)
    exact = finest == 0 and not rounded
    slack = Decimal(0) if exact else Decimal(1).scaleb(finest) * (len(parts) // 2 + 1) / 2
    slack += Decimal(1).scaleb(coarsest) / 2 if coarsest > finest and exponents[0] == coarsest else 0
    return abs(sum(parts, Decimal(0)) - stated) <= slack


def _exponent(value: Decimal) -> int:
    exponent = value.as_tuple().exponent
    return exponent if isinstance(exponent, int) else 0
