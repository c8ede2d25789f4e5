"""Quantities of one measure in one unit: 万元 and 亿元 are both counted in 元."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from reporter.model.document import Number

_SCALES = {"百": 10**2, "千": 10**3, "万": 10**4, "亿": 10**8, "萬": 10**4, "億": 10**8}
# From which number on an axis counts in a scale.
_LARGE = (("亿", 10**9), ("万", 10**5))
# A scale before a unit of its own: 百分点 and 千 alone have none.
_SCALED = re.compile(r"([百千万亿萬億]+)(?!分)(.+)$")


def base_unit(unit: str) -> tuple[str, int]:
    """The unit without its scale, and how many of it the unit is (万元 → 元, 10000; 个 → 个, 1)."""
    match = _SCALED.match(unit)
    if not match:
        return unit, 1
    factor = 1
    for scale in match[1]:
        factor *= _SCALES[scale]
    return match[2], factor


def axis_unit(units: Sequence[str], largest: float) -> str:
    """The unit that an axis counts in: the one that most quantities are stated in. Where that has no scale, it gets one
    that keeps the numbers short (325000人 → 万人).

    Args:
        units: of quantities with one base unit, one at least.
        largest: the largest of them, counted in the base unit.
    """
    unit = Counter(units).most_common(1)[0][0]
    base, factor = base_unit(unit)
    if factor > 1 or not base or base[0].isascii() or not _SCALED.fullmatch(f"万{base}"):
        return unit
    return next((scale + base for scale, least in _LARGE if largest >= least), base)


def ends(value: Number | tuple[Number, Number]) -> tuple[float, float]:
    """The lower and the upper end of a value; the same twice for a plain one."""
    low, high = value if isinstance(value, tuple) else (value, value)
    return float(low), float(high)
