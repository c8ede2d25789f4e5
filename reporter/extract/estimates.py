"""Which figures are estimates of what was: 预计全县地区生产总值完成186亿元 where a report of January looks back.

Before: indicators with the roles that their sentences give them. After: the ids of those that only 预计 makes look
intended, in words of a time that is over; their role is ``actual`` and 预计 qualifies them.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from reporter.extract.outlook import Outlook
from reporter.extract.plan_years import is_over
from reporter.extract.roles import role_to_come
from reporter.model.document import Indicator, Sentence

_ESTIMATED = re.compile(r"预计(?!总投资)|初步(?:核算|测算|统计|预计)|预测")
_BLANK = "\u3000"
# A time that is over, whatever the heading above says.
_WAS = re.compile(r"过去(?:的)?(?:一年|五年|几年)|一年来|五年来|去年|上年(?!同期)|前年")
_TIME = re.compile(rf"(?:{_WAS.pattern})|今年|本年")
# What makes of an estimate an outlook in a part that looks back as well.
_TO_COME = re.compile(r"明年|来年|下[一]?年|今后|未来|下一?步|到20\d\d年|[至到]“?[一二三四五六七八九十]+五”?末|将")


def estimates(outlook: Outlook, sentences: Sequence[Sentence], indicators: Sequence[Indicator]) -> frozenset[str]:
    """The ids of the figures that are estimates of what was; changes that go with them are among them."""
    known = {sentence.id: sentence for sentence in sentences}
    return frozenset(item.id for item in indicators if _is_estimate(outlook, known[item.sentence], item))


def with_estimates(indicators: Sequence[Indicator], found: frozenset[str]) -> tuple[Indicator, ...]:
    """The indicators, estimates as actual figures that 预计 qualifies; changes stay changes."""
    return tuple(
        replace(item, role="actual", qualifier=item.qualifier or "预计")
        if item.id in found and item.role in ("plan", "target")
        else item
        for item in indicators
    )


def _is_estimate(outlook: Outlook, sentence: Sentence, item: Indicator) -> bool:
    if item.role not in ("plan", "target", "change"):
        return False
    text = outlook.document.simplified[sentence.span.start : sentence.span.end]
    start, end = item.span.start - sentence.span.start, item.span.end - sentence.span.start
    if _ESTIMATED.search(text, 0, start) is None or _TO_COME.search(text, 0, start):
        return False
    plain = _ESTIMATED.sub(lambda match: _BLANK * len(match[0]), text)
    if role_to_come(plain, start, end) is not None:
        return False
    times = _TIME.findall(text, 0, start)
    was = _WAS.fullmatch(times[-1]) is not None if times else is_over(text[:start], outlook.issued)
    return was or outlook.part(sentence) == "behind" or outlook.document.kind == "bulletin"
