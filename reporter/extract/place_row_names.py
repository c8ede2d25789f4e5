"""The names and periods of figures in a row of places: 青岗县为95.1% behind 云河县合格率为98.3% is 合格率.

Before: the figures of a sentence, their subjects known, and those of its paragraph before it. After: the same with the
names that the row shares.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from reporter.extract.keys import key_of
from reporter.extract.place_rows import RowPlaces, row_place_before, row_places
from reporter.model.document import Indicator

# What goes on from the sentence before is of its period.
_PART_OF = re.compile(r"\s*其中")


def with_row_names(text: str, offset: int, made: list[Indicator], before: Sequence[Indicator]) -> list[Indicator]:
    """The figures of a sentence, those of a row of places with the name of the last figure of their unit before the
    row's place, and without the places in their names; in a sentence that begins with 其中, with its period too.

    Args:
        text: the sentence in simplified characters.
        offset: where it begins in its document.
        made: its figures.
        before: the last figures of its paragraph before it.
    """
    if not row_places(text):
        return made
    done: list[Indicator] = []
    renamed: dict[str, str] = {}
    for item in made:
        row = row_place_before(text, item.span.start - offset)
        its = _named(item, row, [*before, *done], text, offset) if row else item
        stem = next((old for old in renamed if its.role == "change" and its.name.startswith(old)), None)
        if stem is not None and its.name == item.name:
            its = _called(its, renamed[stem] + its.name[len(stem) :])
        if its.name != item.name and item.role != "change":
            renamed[item.name] = its.name
        done.append(its)
    period = next((item.period for item in reversed(before) if item.role != "change"), None)
    lent = period if _PART_OF.match(text) else None
    return [replace(item, period=item.period or lent) for item in done]


def _named(item: Indicator, row: RowPlaces, before: Sequence[Indicator], text: str, offset: int) -> Indicator:
    """A figure with the name that its place in a row leaves to the one before; any other without the place."""
    start = item.span.start - offset
    bare = 0 <= row.figure <= start and (start == row.figure or "分别" in text[row.end : row.figure])
    if bare and not _is_named(text, row, start):
        like = [
            other for other in before if other.unit == item.unit and (other.role == "change") == (item.role == "change")
        ]
        return _called(item, like[-1].name) if like else item
    place = next((name for name in row.names if item.name.startswith(name)), "")
    rest = item.name.removeprefix(place).removeprefix("的")
    return _called(item, rest) if place and len(rest) >= 2 else item


def _is_named(text: str, row: RowPlaces, start: int) -> bool:
    """Whether a figure of a row has a name of its own between the place's number and itself."""
    return re.search(r"[，；：。]", text[row.figure : start]) is not None


def _called(item: Indicator, name: str) -> Indicator:
    return replace(item, name=name, key=key_of(name))
