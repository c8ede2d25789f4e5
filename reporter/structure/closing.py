"""The end of a document: signature, date, names and remarks below the last paragraph."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from reporter.language.dates import DateMatch, find_dates
from reporter.structure import bylines
from reporter.structure.bylines import NOBODY, Byline
from reporter.structure.labels import is_label_line
from reporter.structure.lines import Line
from reporter.structure.markers import find_marker
from reporter.structure.names import is_body

_LAST = 12  # a closing has no more lines than this
_REMARK = re.compile(
    r"[（(](?:完|全文完|此件.{0,16}|联系人.{0,60}|未完待续|转载.{0,30}|印章?|公章|盖章|签名)[）)]$|[*＊\-—=~·\s]{3,}$"
    r"|.{0,20}(?:[Cc]opyright|COPYRIGHT|©|版权所有|ICP备)"
)


@dataclass(frozen=True, slots=True)
class Closing:
    """What stands below the body: the lines left to the body, the byline found, the date signed (with its place)."""

    body: tuple[Line, ...]
    byline: Byline = NOBODY
    signed: DateMatch | None = None


def read_closing(lines: Sequence[Line]) -> Closing:
    """The closing of the document: whole lines from the end that are a date, a body, a name or a remark, then the
    bracket at the end of the last paragraph. A body's name is a signature only beside a date, a name or a remark, or
    as the very last line under a finished paragraph."""
    at = len(lines)
    byline = NOBODY
    signed: DateMatch | None = None
    dated = False
    while at > max(1, len(lines) - _LAST):
        line = lines[at - 1]
        date = _signature_date(line)
        named = _signature(line) if dated or _finished(lines, at - 1) else NOBODY
        if date:
            signed = signed or date
            named = _signature(line.part(0, date.start - line.start)) if date.start > line.start else NOBODY
        elif not (named or _REMARK.match(line.plain) or is_label_line(line)):
            break
        if not date and is_label_line(line):
            named = bylines.of_labels([line])
        byline = named.then(byline)
        dated = bool(date)
        at -= 1
    body = list(lines[:at])
    if body:
        cut, named = bylines.at_end(body[-1])
        if cut:
            body[-1] = body[-1].part(0, cut)
            byline = named.then(byline)
    return Closing(tuple(line for line in body if line.text), byline, signed)


def without_signatures(lines: Sequence[Line]) -> tuple[list[Line], Closing]:
    """The lines without signatures in the middle, as a notice has them above the paper that it sends along: a body's
    name and a date below it, under a finished paragraph. The closing holds what was found, first signature first."""
    kept: list[Line] = []
    byline, signed = NOBODY, None
    for index, line in enumerate(lines):
        date = _signature_date(line) if kept and index + 1 < len(lines) else None
        named = _signature(kept[-1]) if date and len(kept) > 2 and _finished(kept, len(kept) - 1) else NOBODY
        if date and named.source and not named.authors:
            kept.pop()
            byline, signed = byline.then(named), signed or date
        else:
            kept.append(line)
    return kept, Closing((), byline, signed)


def _finished(lines: Sequence[Line], index: int) -> bool:
    """Whether the line stands below a finished paragraph or another line of the closing, not in a list of names."""
    if index == 0 or lines[index].mark:
        return False
    before = lines[index - 1]
    return before.plain.endswith(("。", "！", "？", "”", "」", "；", "）", ")", "…")) or bool(_signature(before))


def _signature_date(line: Line) -> DateMatch | None:
    """The date of a line that is nothing but a date, or a body's name and a date."""
    if line.size > 40 or line.plain.endswith(("。", "；", "，")):
        return None
    dates = find_dates(line.plain, plain=True)
    if not dates or dates[-1].year is None or dates[-1].month is None:
        return None
    date = dates[-1]
    before, after = line.plain[: date.start].strip(" （(，,"), line.plain[date.end :].strip(" ）)")
    if after and not re.match(r"(?:印发|发布|发|印|\d{1,2}[:：]\d\d)", after):
        return None
    if before and not is_body(before):
        return None
    return DateMatch(line.start + date.start, line.start + date.end, date.text, date.year, date.month, date.day)


def _signature(line: Line) -> Byline:
    """The body or the names that a short line states and nothing else; empty for any other line."""
    plain = line.plain.strip()
    if not plain or line.size > 40 or find_marker(plain):
        return NOBODY
    words = plain.split()
    if all(is_body(word) for word in words) and not re.search(r"[，。：；、]", plain):
        return Byline((), line.text.strip())
    return bylines.of_line(line)
