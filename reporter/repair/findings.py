"""What a person may want to know of a repair."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Any

from reporter.language.script import HAN
from reporter.model import Aside, Edit, Finding, Ledger, Saying, Span
from reporter.repair import misread
from reporter.repair.punctuation import is_lost_character
from reporter.repair.slips import unrestored

# Unicode's private use areas: what a font of its own showed there, nobody else can know.
_PRIVATE = re.compile("[\ue000-\uf8ff\U000f0000-\U000ffffd\U00100000-\U0010fffd]")
_LOST = re.compile(rf"\?(?<=[{HAN}]\?)(?=[{HAN}])|\ufffd")
# So many places of one kind are named one by one; then one finding counts the rest.
_MOST_PLACES = 20
# What a finding shows of a line.
_SHOWN = 16
# Where something is, and the values of what is said of it.
_Place = tuple[Span, dict[str, Any]]


def of_repair(ledger: Ledger, asides: tuple[Aside, ...]) -> tuple[Finding, ...]:
    """The findings of one text: what was set aside, what was restored, what could not be."""
    return (
        *_set_aside(ledger.text, asides),
        *_notes(ledger.count_by("pinyin-note")),
        *_unwrapped(ledger.count_by("wrap")),
        *_limited(list(_reread(ledger, ledger.edits_by("misread"))), _MISREAD),
        *_limited(list(_unread(ledger.text)), _MISREAD_OPEN),
        *_limited(list(_restored(ledger, ledger.edits_by("byte-slip"))), _SLIP),
        *_limited(list(_open_slips(ledger.text)), _SLIP_OPEN),
        *_limited(list(_lost(ledger.text)), _LOST_CHARACTER),
        *_limited(list(_private(ledger.text)), _PRIVATE_USE),
    )


# -- what is said: (of a place, of so many more of its kind)

_MISREAD = (
    Saying("repair-misread.line", "info", "line {line} was decoded in a wrong encoding: {text} …"),
    Saying("repair-misread.more", "info", "{count} more places of this kind"),
)
_MISREAD_OPEN = (
    Saying(
        "repair-misread-open.text",
        "warning",
        "decoded in a wrong encoding, with losses: {text} …",
        "compare with the original document",
    ),
    Saying(
        "repair-misread-open.more",
        "warning",
        "{count} more places of this kind",
        "compare with the original document",
    ),
)
_SLIP = (
    Saying("repair-slip.text", "info", "characters torn between their bytes: {text} is {healed}"),
    Saying("repair-slip.more", "info", "{count} more places of this kind"),
)
_SLIP_OPEN = (
    Saying(
        "repair-slip-open.text",
        "warning",
        "characters torn between their bytes, not to be restored: {text}",
        "compare with the original document",
    ),
    Saying(
        "repair-slip-open.more",
        "warning",
        "{count} more places of this kind",
        "compare with the original document",
    ),
)
_LOST_CHARACTER = (
    Saying(
        "repair-lost-character.text",
        "warning",
        "a character was lost before the text came here: {text}",
        "compare with the original document",
    ),
    Saying(
        "repair-lost-character.more",
        "warning",
        "{count} more places of this kind",
        "compare with the original document",
    ),
)
_PRIVATE_USE = (
    Saying(
        "repair-private-use.text",
        "warning",
        "private-use character U+{code_point}: {text}",
        "compare with the original document",
    ),
    Saying(
        "repair-private-use.more",
        "warning",
        "{count} more places of this kind",
        "compare with the original document",
    ),
)
_REPEAT = Saying("repair-repeat", "info", "set aside ({rule}): {text}")
_FURNITURE = Saying("repair-furniture", "info", "set aside ({rule}): {text}")
_PINYIN = Saying("repair-pinyin", "info", "{count} pinyin notes behind characters removed")
_UNWRAPPED = Saying(
    "repair-unwrapped",
    "info",
    "{count} line ends inside paragraphs of a text cut at a fixed width joined",
)


# -- what there is to say


def _set_aside(text: str, asides: tuple[Aside, ...]) -> Iterator[Finding]:
    for aside in asides:
        saying = _REPEAT if aside.rule.startswith("repeated") else _FURNITURE
        yield saying.finding(rule=aside.rule, text=aside.span.of(text), span=aside.span)


def _notes(count: int) -> Iterator[Finding]:
    if count:
        yield _PINYIN.finding(count=count)


def _unwrapped(count: int) -> Iterator[Finding]:
    if count:
        yield _UNWRAPPED.finding(count=count)


def _reread(ledger: Ledger, found: Sequence[Edit]) -> Iterator[_Place]:
    """Each line that holds characters which were decoded in a wrong encoding."""
    ends = [match.start() for match in re.finditer("\n", ledger.text)] if found else []
    for line, edits in groupby(found, key=lambda edit: bisect_left(ends, ledger.clean_offset(edit.start))):
        first, *rest = edits
        last = rest[-1] if rest else first
        start = ledger.clean_offset(first.start)
        end = ledger.clean_offset(last.start) + len(last.replacement)
        shown = ledger.source[first.start : min(last.end, first.start + _SHOWN)]
        yield Span(start, max(start, end)), {"line": str(line + 1), "text": shown}


def _unread(text: str) -> Iterator[_Place]:
    for start, end in misread.still_misread(text):
        yield Span(start, end), {"text": text[start : min(end, start + _SHOWN)]}


def _restored(ledger: Ledger, edits: Sequence[Edit]) -> Iterator[_Place]:
    """Each stretch of neighbouring edits that put torn characters together."""
    run: list[tuple[int, int, str, str]] = []
    for edit in edits:
        if run and run[-1][1] != edit.start:
            yield _stretch(ledger, run)
            run = []
        run.append((edit.start, edit.end, edit.original, edit.replacement))
    if run:
        yield _stretch(ledger, run)


def _stretch(ledger: Ledger, run: list[tuple[int, int, str, str]]) -> _Place:
    shown, healed = "".join(part[2] for part in run), "".join(part[3] for part in run)
    start = ledger.clean_offset(run[0][0])
    return Span(start, start + len(healed)), {"text": shown, "healed": healed}


def _open_slips(text: str) -> Iterator[_Place]:
    for start, end in unrestored(text):
        yield Span(start, end), {"text": _around(text, start, end)}


def _lost(text: str) -> Iterator[_Place]:
    for match in _LOST.finditer(text):
        if match.group() == "\ufffd" or is_lost_character(text, match.start(), match.end()):
            yield Span(*match.span()), {"text": _around(text, *match.span())}


def _private(text: str) -> Iterator[_Place]:
    for match in _PRIVATE.finditer(text):
        around = _around(text, *match.span())
        yield Span(*match.span()), {"code_point": f"{ord(match.group()):04X}", "text": around}


def _around(text: str, start: int, end: int) -> str:
    return text[max(0, start - 8) : end + 8].replace("\n", " ")


def _limited(places: list[_Place], sayings: tuple[Saying, Saying]) -> Iterator[Finding]:
    one, more = sayings
    for span, values in places[:_MOST_PLACES]:
        yield one.finding(span=span, **values)
    if len(places) > _MOST_PLACES:
        yield more.finding(count=len(places) - _MOST_PLACES)
