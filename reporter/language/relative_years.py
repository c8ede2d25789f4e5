"""Words that count years from that of their text, with the year in figures: 今年上半年 of 2023 → 2023年上半年."""

from __future__ import annotations

import re

_STEPS = {"今年": 0, "本年": 0, "去年": -1, "前年": -2, "明年": 1}
# 上年 counts from the year that is told of, 当年 and 次年 from one named before: their text's date does not say which.
_RELATIVE = re.compile(r"今年|本年(?=[度初底末上下]|$)|去年|(?<!大)前年|明年")


def with_years(words: str, year: int | None) -> str:
    """The words with the years that they count from ``year`` (of the common era); as they are without one."""
    if year is None:
        return words
    return _RELATIVE.sub(lambda match: f"{year + _STEPS[match[0]]}年", words)


def year_of_date(date: str | None) -> int | None:
    """The year of an ISO date, shortened or not; None for none."""
    return int(date[:4]) if date else None
