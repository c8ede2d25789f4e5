"""Of which period the figures of a row of the comparison are, and whether it is one."""

from __future__ import annotations

import re
from collections.abc import Iterable

from reporter.model import ComparisonCell

_WHOLE_YEAR = frozenset({"全年", "年末", "年底", "本年", "当年", "今年", "本年度"})
_YEAR = re.compile(r"(\d{4})年(?:度|全年|末|底)?$")


def period_of(cell: ComparisonCell) -> str:
    """The period that a figure states, a year however it is put (2017年度 → 2017); empty for none, or for the whole
    year of the document."""
    period = cell.period or ""
    year = _YEAR.match(period)
    if year:
        return year[1]
    return "" if period in _WHOLE_YEAR else period


def is_of_one_period(cells: Iterable[ComparisonCell]) -> bool:
    """Whether all figures are of the same period, or none says of which."""
    return len({period_of(cell) for cell in cells}) < 2
