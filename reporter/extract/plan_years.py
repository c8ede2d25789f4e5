"""The years that a document plans for, and what is over or still to come as seen from them.

Before: words of titles, headings and sentences in simplified characters. After: years.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from reporter.extract.deadlines import find_deadlines, is_open, planned_year
from reporter.language.dates import find_dates, small_number
from reporter.model.document import Document

_FIVEYEARS = re.compile(r"“?(?P<plan>十[一二三四五六七八九]|十)五”?")
YEARS = re.compile(r"(?<!\d)(?P<first>20\d\d)\s*(?:[-—–~～至到]+\s*(?P<last>20\d\d))?\s*年?")
"""A year or a row of years as titles and headings have them: 2025, 2024—2026年."""

_TENTH_PLAN_ENDS = 2005
# 113年 of Taiwan, no amount of time (建校113年来).
_YEAR_OF_REPUBLIC = re.compile(r"(?:^|[，。；：、\s])(1[01]\d)年(?![多来后前间内])")
_REPUBLIC = 1911


@dataclass(frozen=True, slots=True)
class Years:
    """The years that a document plans for, both included; None where neither title nor date says."""

    first: int | None
    last: int | None


def year_of_words(document: Document, years: Years) -> int | None:
    """The year of words without one (年底前): none in a plan for several years whose day of issue is not known."""
    if document.date is None and years.first != years.last:
        return None
    return planned_year(document) or years.first


def years_of(title: str, date: str | None) -> Years:
    """The years of a title (2024—2026年, “十五五”, 113年度); those before the document's own are not planned for."""
    issued = int(date[:4]) if date else None
    stated = [int(match[name]) for match in YEARS.finditer(title) for name in ("first", "last") if match[name]]
    stated += [match.year for match in find_dates(title) if match.year is not None]
    for match in _FIVEYEARS.finditer(title):
        end = _end_of_plan(match["plan"])
        stated += [end - 4, end]
    ahead = [year for year in stated if issued is None or year >= issued]
    if not ahead:
        return Years(issued, issued)
    # 2023年总结和2024年计划: the plan is for the last.
    first = max(ahead) if re.search(r"[总小]结|回顾|执行|情况", title) else min(ahead)
    return Years(first, max(ahead))


def _end_of_plan(number: str) -> int:
    return _TENTH_PLAN_ENDS + 5 * ((small_number(number) or 10) - 10)


def last_year(plain: str) -> tuple[int, str] | None:
    """The last year that words name, and the words that do."""
    found = [(int(match["last"] or match["first"]), match[0].strip()) for match in YEARS.finditer(plain)]
    found += [(match.year, match.text) for match in find_dates(plain) if match.year is not None]
    found += [(_end_of_plan(match["plan"]), match[0]) for match in _FIVEYEARS.finditer(plain)]
    return max(found, key=lambda item: item[0]) if found else None


def is_over(words: str, first: int | None) -> bool:
    """Whether the last time that words name lies before the first year planned for: 2023年 of a plan for 2024.

    What something is measured against (比2023年) or has risen from counts for nothing.
    """
    if first is None:
        return False
    said = re.sub(r"(?:比|较|与|同|以|自|从|由|在)[^，。；]{0,3}(?:20\d\d|1\d\d)年[^，。；\d]{0,4}", "", words)
    years = [match.year for match in find_dates(said, plain=True) if match.year is not None]
    years = years or [int(match[1]) + _REPUBLIC for match in _YEAR_OF_REPUBLIC.finditer(said)]
    plans = [_end_of_plan(match["plan"]) for match in _FIVEYEARS.finditer(said)]
    if years or plans:
        return (years[-1] if years else plans[-1]) < first
    return False


def has_open_deadline(document: Document, words: str, year: int | None, *, inferred: bool) -> bool:
    """Whether words set a deadline that is still to come when the document is issued; ``inferred`` lets those count
    that take their year from the document."""
    return any(
        item.date is not None and (inferred or not item.inferred) and is_open(item.date, document.date) and item.strong
        for item in find_deadlines(words, year)
    )
