"""The dateline that opens a report: 本报讯（记者 某人）, 某社北京3月5日电, 〔記者某人／臺北報導〕."""

from __future__ import annotations

import re

from reporter.structure.bylines import NOBODY, Byline, people_of
from reporter.structure.lines import Line

_WHERE_AND_WHEN = r"[一-鿿]{0,8}(?:\d{1,4}年)?(?:\d{1,2}月)?(?:\d{1,2}日)?"
_BEHIND = r"(?:\s*[（(][^（）()]{2,60}[）)])?(?:\s*[：:，,])?\s*"
_NAMES = r"\s?[一-鿿·]{2,4}(?:[、 ][一-鿿·]{2,4}){0,3}\s?"
_REPORTERS = rf"(?:本[报网刊台社])?(?:特派)?记者{_NAMES}(?:通讯员{_NAMES})?报道"
_DATELINE = re.compile(
    rf"(?P<paper>【[^】]{{2,24}}[讯电]】{_BEHIND}"
    rf"|本[报网刊台站](?:特别?)?{_WHERE_AND_WHEN}(?:讯|消息(?=[\s：:，,]))(?:\s*{_REPORTERS})?{_BEHIND}"
    rf"|据?(?:(?P<agency>[一-鿿]{{2,6}}[网社报])|[日晚晨早]报){_WHERE_AND_WHEN}"
    rf"(?:[讯电](?=[\s（(：:])|消息(?=[\s：:，,])|报道(?=[：:])){_BEHIND}"
    rf"|{_REPORTERS}(?:\s|[：:，,])\s*)"
    r"|[（(〔\[【](?:[一-鿿]{2,4}社)?(?:本[报网刊台])?(?:特派)?记者[^（）()〔〕\[\]【】。]{2,24}[电讯导道报][）)〕\]】]\s*"
)
_REPORTED = re.compile(r"(?:报[道导]|[电讯])?(?<![）)〕\]】：:，,\s])[）)〕\]】：:，,\s]*+$")
_PLACE_OF_NEWS = re.compile(r"(?P<name>(?<=记者)[一-鿿]{2,3})(?=[一-鿿]{2,3}\d{0,2}日?[电讯])")


def of_dateline(line: Line) -> tuple[int, Byline]:
    """Where the dateline ends at the beginning of a report's first paragraph, and whom it names; 0 without any.

    An agency that it names is the source; 本报 is none.
    """
    match = _DATELINE.match(line.plain)
    if not match or match.end() >= len(line.plain):
        return 0, NOBODY
    head = line.part(0, match.end())
    near = _PLACE_OF_NEWS.search(head.plain)
    low, high = near.span() if near else _named(head.plain)
    people = people_of(head.part(low, high)) if low < high else NOBODY
    source = line.text[match.start("agency") : match.end("agency")] if match["agency"] else None
    return match.end(), Byline(people.authors, source)


def _named(plain: str) -> tuple[int, int]:
    """The stretch of a dateline that names the reporters: what stands in its bracket, or from 记者 on."""
    brackets = max(plain.rfind(opener) for opener in "（(〔[")
    start = brackets + 1 if brackets >= 0 else plain.find("记者")
    end = re.search(r"[／/]", plain) or _REPORTED.search(plain)
    return (start, end.start() if end else len(plain)) if start >= 0 else (0, 0)
