"""What makes two figures comparable: unit, kind of measure, exactness."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Literal

from reporter.extract.units import dimension
from reporter.model.document import Indicator, Number

Measure = Literal["held", "added", "planned", "limit", "change", "time"]

_ADDED = re.compile(r"新增|新认定|新注册|新建|新创|新获|净增|^新|培育|申报|推荐|当年|评定|上报")
_SCALES = (("万亿", Decimal(10**12)), ("亿", Decimal(10**8)), ("万", Decimal(10**4)))


def measure(indicator: Indicator) -> Measure:
    """What a figure measures beside its name: what is held, what came new, what is to come, a limit, a change.

    Only held figures compare with one another; two of another kind compare among themselves.
    """
    if indicator.role == "change":
        return "change"
    if indicator.role in ("target", "plan"):
        return "planned"
    if indicator.role == "threshold":
        return "limit"
    if dimension(indicator.unit) in ("年", "个月", "天", "周", "小时", "分钟"):
        return "time"
    return "added" if indicator.qualifier in ("新增", "净增") or _ADDED.search(indicator.name) else "held"


def base_values(indicator: Indicator) -> tuple[Decimal, ...]:
    """The figure's value, or both ends of its range, without 万 and 亿: 570 亿元 is 57000000000."""
    factor = next((factor for name, factor in _SCALES if indicator.unit.startswith(name)), Decimal(1))
    values: tuple[Number, ...] = indicator.value if isinstance(indicator.value, tuple) else (indicator.value,)
    return tuple(Decimal(str(value)) * factor for value in values)


def agree(first: Indicator, second: Indicator) -> bool:
    """Whether two statements of one figure can both be true: equal, within rounding, or within what their words leave
    open (2万多家 and 20356家)."""
    ours, theirs = base_values(first), base_values(second)
    if len(ours) != len(theirs):
        return (min(ours) <= min(theirs) and max(theirs) <= max(ours)) or (
            min(theirs) <= min(ours) and max(ours) <= max(theirs)
        )
    return all(_close(a, b, first, second) for a, b in zip(ours, theirs, strict=True))


def _close(ours: Decimal, theirs: Decimal, first: Indicator, second: Indicator) -> bool:
    loose = first.bound is not None or second.bound is not None
    if first.unit in ("%", "‰", "百分点") and not loose:
        return ours == theirs
    low, high = sorted((abs(ours), abs(theirs)))
    if loose:
        return high <= low * Decimal("1.5")
    rounded = Decimal("0.005") if first.unit != second.unit or dimension(first.unit) == "元" else Decimal(0)
    return high - low <= high * rounded
