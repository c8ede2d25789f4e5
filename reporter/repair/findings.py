"""What a person may want to know of a repair."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import groupby

from reporter.language.script import HAN
from reporter.model import Aside, Edit, Finding, Ledger, Span
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


def of_repair(ledger: Ledger, asides: tuple[Aside, ...]) -> tuple[Finding, ...]:
    """The findings of one text: what was set aside, what was restored, what could not be."""
    return (
        *_set_aside(ledger.text, asides),
        *_notes(ledger.count_by("pinyin-note")),
        *_unwrapped(ledger.count_by("wrap")),
        *_limited(list(_reread(ledger, ledger.edits_by("misread"))), "repair-misread", "info"),
        *_limited(list(_unread(ledger.text)), "repair-misread-open", "warning"),
        *_limited(list(_restored(ledger, ledger.edits_by("byte-slip"))), "repair-slip", "info"),
        *_limited(list(_open_slips(ledger.text)), "repair-slip-open", "warning"),
        *_limited(list(_lost(ledger.text)), "repair-lost-character", "warning"),
        *_limited(list(_private(ledger.text)), "repair-private-use", "warning"),
    )


def _set_aside(text: str, asides: tuple[Aside, ...]) -> Iterator[Finding]:
    for aside in asides:
        code = "repair-repeat" if aside.rule.startswith("repeated") else "repair-furniture"
        yield Finding(code, "info", f"set aside ({aside.rule}): {aside.span.of(text)}", span=aside.span)


def _notes(count: int) -> Iterator[Finding]:
    if count:
        yield Finding("repair-pinyin", "info", f"{count} pinyin notes behind characters removed")


def _unwrapped(count: int) -> Iterator[Finding]:
    if count:
        yield Finding(
            "repair-unwrapped", "info", f"{count} line ends inside paragraphs of a text cut at a fixed width joined"
        )


def _reread(ledger: Ledger, found: Sequence[Edit]) -> Iterator[tuple[Span, str]]:
    """Each line that holds characters which were decoded in a wrong encoding."""
    ends = [match.start() for match in re.finditer("\n", ledger.text)] if found else []
    for line, edits in groupby(found, key=lambda edit: bisect_left(ends, ledger.clean_offset(edit.start))):
        first, *rest = edits
        last = rest[-1] if rest else first
        start = ledger.clean_offset(first.start)
        end = ledger.clean_offset(last.start) + len(last.replacement)
        shown = ledger.source[first.start : min(last.end, first.start + _SHOWN)]
        yield Span(start, max(start, end)), f"line {line + 1} was decoded in a wrong encoding: {shown} …"


def _unread(text: str) -> Iterator[tuple[Span, str]]:
    for start, end in misread.still_misread(text):
        yield Span(start, end), f"decoded in a wrong encoding, with losses: {text[start : min(end, start + _SHOWN)]} …"


def _restored(ledger: Ledger, edits: Sequence[Edit]) -> Iterator[tuple[Span, str]]:
    """Each stretch of neighbouring edits that put torn characters together."""
    run: list[tuple[int, int, str, str]] = []
    for edit in edits:
        if run and run[-1][1] != edit.start:
            yield _stretch(ledger, run)
            run = []
        run.append((edit.start, edit.end, edit.original, edit.replacement))
    if run:
        yield _stretch(ledger, run)


def _stretch(ledger: Ledger, run: list[tuple[int, int, str, str]]) -> tuple[Span, str]:
    shown, healed = "".join(part[2] for part in run), "".join(part[3] for part in run)
    start = ledger.clean_offset(run[0][0])
    return Span(start, start + len(healed)), f"characters torn between their bytes: {shown} is {healed}"


def _open_slips(text: str) -> Iterator[tuple[Span, str]]:
    for start, end in unrestored(text):
        yield Span(start, end), f"characters torn between their bytes, not to be restored: {_around(text, start, end)}"


def _lost(text: str) -> Iterator[tuple[Span, str]]:
    for match in _LOST.finditer(text):
        if match.group() == "\ufffd" or is_lost_character(text, match.start(), match.end()):
            yield Span(*match.span()), f"a character was lost before the text came here: {_around(text, *match.span())}"


def _private(text: str) -> Iterator[tuple[Span, str]]:
    for match in _PRIVATE.finditer(text):
        yield Span(*match.span()), f"private-use character U+{ord(match.group()):04X}: {_around(text, *match.span())}"


def _around(text: str, start: int, end: int) -> str:
    return text[max(0, start - 8) : end + 8].replace("\n", " ")


def _limited(places: list[tuple[Span, str]], code: str, level: str) -> Iterator[Finding]:
    hint = "compare with the original document" if level == "warning" else ""
    for span, message in places[:_MOST_PLACES]:
        yield Finding(code, "warning" if level == "warning" else "info", message, hint, span)
    rest = len(places) - _MOST_PLACES
    if rest > 0:
        yield Finding(code, "warning" if level == "warning" else "info", f"{rest} more places of this kind", hint)
