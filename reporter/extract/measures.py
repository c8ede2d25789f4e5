"""What makes two figures comparable: unit, kind of measure, exactness."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import lru_cache
from typing import Literal

from reporter.extract.units import dimension
from reporter.model.document import Analysis, Indicator, Number

Measure = Literal["held", "added", "planned", "limit", "change", "planned change", "time"]

_ADDED = re.compile(r"新增|新认定|新注册|新建|新创|新获|净增|^新|培育|申报|推荐|当年|评定|上报")
_SCALES = (("万亿", Decimal(10**12)), ("亿", Decimal(10**8)), ("万", Decimal(10**4)))


def aims_of(analysis: Analysis) -> frozenset[str]:
    """The ids of a document's figures that are its targets."""
    return frozenset(target.indicator for target in analysis.targets if target.indicator)


def measure(indicator: Indicator, *, aimed: bool = False) -> Measure:
    """What a figure measures beside its name: what is held, what came new, what is to come, a limit, a change.

    Only held figures compare with one another; two of another kind compare among themselves.

    Args:
        aimed: whether the figure is a target of its document; that of a change is planned and none that was.
    """
    if indicator.role == "change":
        return "planned change" if aimed else "change"
    if indicator.role in ("target", "plan"):
        return "planned"
    if indicator.role == "threshold":
        return "limit"
    if dimension(indicator.unit) in ("年", "个月", "天", "周", "小时", "分钟"):
        return "time"
    return "added" if indicator.qualifier in ("新增", "净增") or _ADDED.search(indicator.name) else "held"


def base_values(indicator: Indicator) -> tuple[Decimal, ...]:
    """The figure's value, or both ends of its range, without 万 and 亿: 570 亿元 is 57000000000."""
    values: tuple[Number, ...] = indicator.value if isinstance(indicator.value, tuple) else (indicator.value,)
    return tuple([_base_value(str(value), indicator.unit) for value in values])


@lru_cache(65_536)
def _base_value(value: str, unit: str) -> Decimal:
    factor = next((factor for name, factor in _SCALES if unit.startswith(name)), Decimal(1))
    return Decimal(value) * factor


def is_loose(first: Indicator, second: Indicator) -> bool:
    """Whether one of two figures is stated with words that leave it open (约, 多, 以上)."""
    return first.bound is not None or second.bound is not None


def loosely_agree(ours: Decimal, theirs: Decimal) -> bool:
    """Whether two values can be one where words leave one of them open: 2万多家 and 20356家."""
    low, high = sorted((abs(ours), abs(theirs)))
    return high <= low * Decimal("1.5")
