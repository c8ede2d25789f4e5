"""When a document was published, by its own evidence only; and whether its text allows that date."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from reporter.language.dates import DateMatch, cited_years, find_dates, small_number
from reporter.model import Finding, Saying, Span
from reporter.structure.labels import Labelled, labels_of
from reporter.structure.lines import Line

_COPYRIGHT = re.compile(r"copyright|©|版权所有|ICP备|公网安备", re.IGNORECASE)
_PLAUSIBLE_GAP = 2  # years between the latest year of the text and a stamp; a yearly review lags by one
_SINCE = re.compile(
    r"(?=[12])(?P<year>(?:19|20)\d\d)年[^。！？]{0,24}?(?:至今|以来|到现在|到今天|迄今)[^。！？]{0,8}?"
    r"(?:历经|经过|历时|走过|已有|已经|有|的|近)?[了]?(?P<count>\d{1,2}|[一二三四五六七八九十]{1,3})(?:个)?(?:多|余)?(?:年|周年)"
)


@dataclass(frozen=True, slots=True)
class Stamp:
    """A date of the document with its place in the clean text (None for the file's metadata)."""

    date: str
    year: int
    span: Span | None


def stamped(lines: Iterable[Line]) -> Stamp | None:
    """The date that label lines and stamp lines state: 发布时间 first, then a bare stamp, then 成文日期.

    A date without its month is no stamp; a line of copyright and an empty field are none. 时间 beside 地点 says when a
    meeting was.
    """
    published, bare, written = [], [], []
    for line in lines:
        if _COPYRIGHT.search(line.plain):
            continue
        labels = labels_of(line)
        meeting = any(labelled.label.startswith("地点") for labelled in labels) or "地点" in line.plain
        for labelled in labels:
            if labelled.kind == "published" and not (meeting and labelled.label in ("时间", "日期")):
                published += _dates(labelled.value)
            elif labelled.kind in ("written", "other"):
                written += _dates(labelled.value)
        bare += _bare(line, labels)
    return next(iter([*published, *bare, *written]), None)


def _bare(line: Line, labels: Sequence[Labelled]) -> list[Stamp]:
    """The dates that no label of their own announces: of a line without labels, before its first label, and behind the
    name that 来源 or 作者 announces (来源：某某日报 2017-06-19)."""
    if not labels:
        return _dates(line)
    if find_dates(line.plain[: labels[0].value.start - line.start]):
        return _dates(line)[:1]
    return [stamp for labelled in labels if labelled.kind in ("source", "author") for stamp in _dates(labelled.value)]


def _dates(line: Line) -> list[Stamp]:
    """The dates of a stretch that state at least year and month."""
    return [stamp for date in find_dates(line.plain) if (stamp := stamp_of(date, line.start))]


def stamp_of(date: DateMatch, offset: int = 0) -> Stamp | None:
    """A date as a stamp; None where it lacks year or month."""
    if date.year is None or date.month is None or date.iso is None:
        return None
    return Stamp(date.iso, date.year, Span(offset + date.start, offset + date.end))


def metadata_stamp(value: str) -> Stamp | None:
    """The date of the file's metadata (2017-07-11T09:30:00+08:00 is its day)."""
    for date in find_dates(value.replace("T", " ").replace("t", " ")):
        if stamp := stamp_of(date):
            return Stamp(stamp.date, stamp.year, None)
    return None


def spoken(subtitle: str) -> Stamp | None:
    """When a speech was held, by its subtitle (2020年5月22日在某会议上); its place is not kept."""
    for date in find_dates(subtitle)[:1]:
        if date.start == 0 and date.day and subtitle[date.end : date.end + 2].strip()[:1] in ("在", "于", "於"):
            return metadata_stamp(date.iso or "")
    return None


def latest_year(plain: str, dates: Iterable[DateMatch]) -> int | None:
    """The latest year that the text states or computes (从2003年成立至今，历经五年 → 2008); None without any.

    Args:
        plain: the text in simplified characters.
        dates: those of the text.
    """
    years = [date.year for date in dates if date.year]
    years += [year for _, year in cited_years(plain)]
    for match in _SINCE.finditer(plain):
        count = small_number(match["count"])
        if count and count < 60:
            years.append(int(match["year"]) + count)
    return max(years, default=None)


_IMPLAUSIBLE = Saying(
    "structure-date-implausible",
    "warning",
    "the stamp {date} is {gap} years later than the latest year of the text, {year}: taken for an upload, not for the"
    " document's date",
    "state the date in the document, or leave it undated",
)


def trusted(stamps: Sequence[Stamp | None], text_year: int | None) -> tuple[Stamp | None, tuple[Finding, ...]]:
    """The first stamp that the text allows, and a finding for each that it does not."""
    findings: list[Finding] = []
    for stamp in stamps:
        if stamp is None:
            continue
        if text_year is None or stamp.year <= text_year + _PLAUSIBLE_GAP:
            return stamp, tuple(findings)
        findings.append(
            _IMPLAUSIBLE.finding(date=stamp.date, gap=stamp.year - text_year, year=text_year, span=stamp.span)
        )
    return None, tuple(findings)
