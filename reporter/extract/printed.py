"""How exactly a figure is printed: 13.07亿元 to 1,000,000 元, 41,386元 to 1 元, 四十万人 to 100,000 人.

Two printed values of one figure agree where the less exact one can be the other, rounded or cut off.
"""

from __future__ import annotations

import re
from decimal import Decimal

from reporter.extract.measures import base_values, is_loose, loosely_agree
from reporter.language.numerals import SCALES
from reporter.language.script import simplified
from reporter.model.document import Document, Indicator

_PRINTED = re.compile(r"\d[\d,，]*(?:\.(?P<decimals>\d+))?\s*(?P<tens>[百千])?(?P<scale>[万亿]*)")
_TENS = {"百": 100, "千": 1000}


def step(document: Document, indicator: Indicator) -> Decimal:
    """The last decimal place of a figure as its document prints it, in its unit without 万 and 亿.

    Of a number in Chinese characters it is the last place that is not zero.
    """
    match = _PRINTED.search(simplified(indicator.span.of(document.text)))
    if match is None or match["scale"] not in ("", *SCALES):
        return _last_place(max(abs(value) for value in base_values(indicator)))
    scale = SCALES[match["scale"]] if match["scale"] else Decimal(1)
    return Decimal(10) ** -len(match["decimals"] or "") * scale * _TENS.get(match["tens"] or "", 1)


def _last_place(value: Decimal) -> Decimal:
    exponent = value.normalize().as_tuple().exponent
    return Decimal(10) ** (exponent if isinstance(exponent, int) else 0)


def agree(first: Indicator, second: Indicator, first_step: Decimal, second_step: Decimal) -> bool:
    """Whether two statements of one figure can both be true: equal, within rounding, or within what their words leave
    open. A range agrees with what lies in it."""
    ours, theirs = base_values(first), base_values(second)
    if len(ours) != len(theirs):
        return (min(ours) <= min(theirs) and max(theirs) <= max(ours)) or (
            min(theirs) <= min(ours) and max(ours) <= max(theirs)
        )
    if is_loose(first, second):
        return all(loosely_agree(a, b) for a, b in zip(ours, theirs, strict=True))
    return all(can_agree(a, b, first_step, second_step) for a, b in zip(ours, theirs, strict=True))


def can_agree(ours: Decimal, theirs: Decimal, our_step: Decimal, their_step: Decimal) -> bool:
    """Whether two printed values can be one: equal, or within a step of the less exact one."""
    if our_step == their_step:
        return ours == theirs
    return abs(ours - theirs) < max(our_step, their_step)
