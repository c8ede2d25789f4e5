"""Words for points in time that need another date: 上年, 同年8月, 本月, 上季度, “十二五”期间.

Takes simplified text, gives each word with what it counts from. 今年, 去年 and the like belong to ``language.dates``.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from reporter.language.dates import iso_date, small_number

Anchor = Literal["stated", "year", "month", "quarter", "plan"]

_MONTH_AND_DAY = r"(?:(?P<month>1[0-2]|[1-9]|十[一二]?|[一二三四五六七八九])月(?:份|(?P<day>[123]?\d)日)?)?"
# Not the end of another word (以上年产, 网上年检) and not the beginning of one (上年纪, 当年轻).
_YEAR = (
    r"(?<![以马网线会身路街之])(?P<last>上(?:一)?年)(?![龄纪级轮轻货检会审画费])(?:度|[末底初])?(?:同期)?|"
    rf"(?P<same>[同当]年)(?![龄纪级轮轻])(?:度|[末底初])?{_MONTH_AND_DAY}"
)
_MONTH = r"(?<![以日基世])(?P<months>本|上个?|下个?)月(?![龄球薪刊报亮饼季息供])(?:份|[初底末]|[上中下]旬)?"
_QUARTER = r"(?<![以])(?P<quarters>[本上下])(?:一)?个?季度"
_PLAN = r"[“\"「『]?(?P<plan>十[一二三四五六七八九]?|[七八九])五[”\"」』]?(?:规划)?(?:期间|时期)"
_WORDS = re.compile(rf"(?=[上同当本下“\"「『十七八九])(?:{_YEAR}|{_MONTH}|{_QUARTER}|{_PLAN})")
_SHIFT = {"上": -1, "本": 0, "下": 1}
_FIRST_PLAN = 1951  # the n-th plan of five years since the third begins in this year + 5 n


@dataclass(frozen=True, slots=True)
class Relative:
    """A word at ``text[start:end]`` and what it counts from: the year stated before it (上年 also the document's),
    the month or the quarter of the document, or the row of plans. ``shift`` counts years, months, quarters or plans."""

    start: int
    end: int
    anchor: Anchor
    shift: int
    month: int | None = None
    day: int | None = None

    def seen_from(self, issued: str) -> str | None:
        """The month, or the year of the quarter, as seen from a date that states its month; None for other words."""
        if self.anchor not in ("month", "quarter") or len(issued) < 7:
            return None
        year, month = int(issued[:4]), int(issued[5:7]) - 1
        if self.anchor == "quarter":
            return str(year + (month // 3 + self.shift) // 4)
        months = 12 * year + month + self.shift
        return iso_date(months // 12, months % 12 + 1)

    @property
    def period(self) -> str | None:
        """The years of a plan as an interval of ISO 8601: 2011/2015; None for other words."""
        first = _FIRST_PLAN + 5 * self.shift
        return f"{first}/{first + 4}" if self.anchor == "plan" else None


def find_relative(plain: str) -> list[Relative]:
    """All such words of a text in simplified characters, in order; none overlap."""
    return [_relative(match) for match in _WORDS.finditer(plain)]


def _relative(match: re.Match[str]) -> Relative:
    start, end = match.span()
    if plan := match["plan"]:
        return Relative(start, end, "plan", small_number(plan) or 0)
    if months := match["months"]:
        return Relative(start, end, "month", _SHIFT[months[0]])
    if quarters := match["quarters"]:
        return Relative(start, end, "quarter", _SHIFT[quarters])
    if match["last"]:
        return Relative(start, end, "year", -1)
    month, day = (small_number(match[name] or "") for name in ("month", "day"))
    return Relative(start, end, "stated", 0, month, day)
