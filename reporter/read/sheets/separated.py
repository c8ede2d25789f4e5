"""Separated values: which character separates, and the places of all cells (RFC 4180, and what programs write
instead)."""

from __future__ import annotations

import re
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

SEPARATORS = ("\t", ",", ";", "|", "，")
"""In the order in which they are preferred where two separate equally well."""

# A separator is judged by so many records of the first so many characters: a record of a million cells tells no more
# than its beginning. At least so many of them must agree on the number of cells.
_SAMPLE = 200
_SAMPLED = 1 << 18
_AGREEING = 0.5
# Excel's longest cell: a quoted stretch that is longer was never closed.
_LONGEST_CELL = 32_767
_STATED = re.compile(r"\ufeff?[\"']?sep=(.)[\"']?(?:\r\n?|\n|\Z)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Field:
    """A cell of a record: where its text stands, its quotes left out, and whether it is quoted; ``number`` counts the
    columns from 0."""

    start: int
    end: int
    number: int
    is_quoted: bool


@dataclass(frozen=True, slots=True)
class Record:
    """A record from its first character to the end of its last cell, and its cells that hold more than blanks."""

    start: int
    end: int
    fields: tuple[Field, ...]
    width: int


def stated_separator(text: str) -> tuple[str, int] | None:
    """(separator, where the records begin) of a file whose first line names it (sep=;), as Excel writes."""
    match = _STATED.match(text)
    return (match[1], match.end()) if match else None


def separator_of(text: str) -> str | None:
    """The character that separates the cells: the one by which most records have the same number of cells; None where
    none does."""
    best: tuple[float, int] = (_AGREEING, 1)
    found = None
    for separator in SEPARATORS:
        sampled = islice(records(text[:_SAMPLED], separator), _SAMPLE)
        widths = Counter(record.width for record in sampled if record.fields)
        several = {width: count for width, count in widths.items() if width > 1}
        if not several:
            continue
        width, count = max(several.items(), key=lambda item: (item[1], item[0]))
        score = (count / widths.total(), width)
        if score[0] >= _AGREEING and score > best:
            best, found = score, separator
    return found


def records(text: str, separator: str, start: int = 0, *, most: int = sys.maxsize) -> Iterator[Record]:
    """The records of a text in order, blank lines too (without cells); of a record the cells of the first ``most``
    columns.

    A quote that is not closed, or has other text behind its end, is an ordinary character: no later record is lost in
    it.
    """
    cell = _pattern(separator)
    at = begin = start
    fields: list[Field] = []
    number = 0
    while True:
        match = cell.match(text, at)
        if match is None:  # the pattern fits everywhere, even at the end
            break
        if number < most and (field := _field(text, match, number)):
            fields.append(field)
        number += 1
        if match["end"] != separator:
            yield Record(begin, match.start("end"), tuple(fields), number)
            begin, fields, number = match.end(), [], 0
            if match.end() == len(text):
                break
        at = match.end()


def _field(text: str, match: re.Match[str], number: int) -> Field | None:
    """The cell that the pattern fits; None for one that holds only blanks."""
    is_quoted = match["quoted"] is not None
    low, high = match.span("quoted") if is_quoted else _stripped(text, *match.span("plain"))
    return Field(low, high, number, is_quoted) if text[low:high].strip() else None


def _pattern(separator: str) -> re.Pattern[str]:
    mark = re.escape(separator)
    inner = rf'[^"]{{0,{_LONGEST_CELL}}}(?:""[^"]{{0,{_LONGEST_CELL}}}){{0,{_LONGEST_CELL}}}'
    blank = "[ \u00a0\u3000\ufeff]" if separator == "\t" else "[ \t\u00a0\u3000\ufeff]"
    end = rf"{mark}|\r\n|\r|\n|\Z"
    quoted = rf'{blank}{{0,20}}"(?P<quoted>{inner})"{blank}{{0,20}}(?={end})'
    return re.compile(rf"(?:{quoted}|(?P<plain>[^{mark}\r\n]*))(?P<end>{end})")


def _stripped(text: str, start: int, end: int) -> tuple[int, int]:
    """A stretch without the blanks at its ends."""
    piece = text[start:end]
    inner = piece.strip(" \t\u00a0\u3000\ufeff")
    if not inner:
        return start, start
    low = start + len(piece) - len(piece.lstrip(" \t\u00a0\u3000\ufeff"))
    return low, low + len(inner)
