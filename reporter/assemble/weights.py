"""A figure → what it says by itself."""

from __future__ import annotations

import re

from reporter.language.indicator_names import is_headline
from reporter.model import Indicator

# Amounts of time (假期共5天) say little without their sentence.
_TIMES = frozenset(
    ("年", "个月", "星期", "周", "天", "日", "工作日", "小时", "分钟", "秒", "季度", "学期", "周岁", "岁")
)
_SHARE_OF_PLAN = re.compile(r"占.{0,60}(?:预算|计划|任务|目标)|完成率")


def own_weight(indicator: Indicator) -> float:
    """What a figure says by itself: what reports lead with says most, an amount of time or a share of a plan least."""
    weight = 0.3 * (indicator.change is not None) + 0.2 * (indicator.qualifier is not None)
    weight += 0.6 * is_headline(indicator.key)
    weight -= 0.4 * (indicator.unit in _TIMES and "寿命" not in indicator.name)
    weight -= 0.3 * (_SHARE_OF_PLAN.search(indicator.name) is not None)
    return weight + _magnitude(indicator)


def _magnitude(indicator: Indicator) -> float:
    """A count of two or three says less than a sum or a share: up to 0.3 by the number of digits."""
    value = indicator.value[1] if isinstance(indicator.value, tuple) else indicator.value
    digits = len(str(int(abs(value))))
    scaled = indicator.unit[:1] in ("万", "亿", "%")
    return min(0.3, 0.1 * (digits - 1) + 0.2 * scaled)
