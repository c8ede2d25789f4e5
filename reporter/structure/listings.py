"""Lines that are neither prose nor headings: tables of contents and rows of tables set in plain text."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from reporter.structure.entries import Entry
from reporter.structure.lines import letters
from reporter.structure.phrases import ends_sentence, is_contents

# A run is tried at its beginning only: a line that is one long rule must not cost its square.
_LEADER = re.compile(
    r"(?:(?:…{1,40}|(?<!\.)\.{3,}+|(?<!·)·{3,}+|(?<![—\-_])[—\-_]{3,}+)\s*+|(?<!\t)\t++[^\S\t]*+|(?<! ) {2,}+[^\S ]*+)"
    r"[（(]?\d{1,3}[）)]?$"
)
_PAGED = re.compile(r"[^\d\s.…·]\s*[（(]?\d{1,3}[）)]?$")
_CAPTION = re.compile(
    r"(?:附?[表图]\s*[\d一二三四五六七八九十]{1,3}(?:[-－.]\d{1,2})?(?:[：:\s]|$)|(?:计量)?单位\s*[：:])"
)
_CELL = re.compile(r"[\s|]+")
_FIGURE = re.compile(r"[-+－＋]?[\d,.]+(?:%|％|‰)?$|[-－—…]$")
_ROWS = 3  # a table in plain text has at least so many lines
_SINGLE_CELLS = 6  # one whose cells stand on lines of their own has at least so many
_CELL_SIZE = 24  # and none is longer
_CONTENTS_LINES = 60  # and a table of contents at most so many


def decide(entries: Sequence[Entry]) -> list[Entry]:
    """The entries with lines of contents and rows of tables named as such."""
    return [_caption(entry) for entry in _with_rows(_with_contents(entries))]


def _caption(entry: Entry) -> Entry:
    """A line such as 图1 某某情况 as a row: it belongs to a picture or a table, not to the prose."""
    plain = entry.line.plain
    named = _CAPTION.match(plain) and entry.role == "text" and entry.line.size <= 40 and not ends_sentence(plain)
    return entry.as_role("row") if named else entry


def _with_contents(entries: Sequence[Entry]) -> list[Entry]:
    """Lines with leaders to a page number, where there is more than one or 目录 stands above it, and what follows the
    word 目录 as long as it comes again below."""
    decided = list(entries)
    several = sum(_leads_to_page(entry.line.plain) for entry in entries) > 1
    if not several and not any(is_contents(entry.line.plain) for entry in entries):
        return decided
    again = Counter(letters(entry.line.plain) for entry in entries)
    listed = 0
    for index, entry in enumerate(entries):
        plain = entry.line.plain
        if is_contents(plain):
            decided[index], listed = entry.as_role("contents"), _CONTENTS_LINES
        elif (several or listed) and _leads_to_page(plain):
            decided[index] = entry.as_role("contents")
        elif listed and (again[letters(_unpaged(plain))] > (1 if plain == _unpaged(plain) else 0)):
            decided[index], listed = entry.as_role("contents"), listed - 1
            again[letters(plain)] -= 1
        else:
            listed = 0
    return decided


def _leads_to_page(plain: str) -> bool:
    """Whether leaders at its end lead the line to a page number."""
    if not (plain[-1:].isdecimal() or plain.endswith(("）", ")"))):
        return False
    return _LEADER.search(plain) is not None and not ends_sentence(_LEADER.sub("", plain))


def _unpaged(plain: str) -> str:
    """The line without a page number at its end."""
    return re.sub(r"(?:(?<!\s)\s++)?[（(]?\d{1,3}[）)]?$", "", plain) if _PAGED.search(plain) else plain


def _with_rows(entries: Sequence[Entry]) -> list[Entry]:
    """Runs of at least three lines that hold cells, half of them with a figure, with their caption and unit line."""
    decided = list(entries)
    start = 0
    while start < len(entries):
        end = start
        while end < len(entries) and _cells(decided[end]):
            end += 1
        if _is_table(decided[start:end]):
            first = start
            while first and _CAPTION.match(entries[first - 1].line.plain) and entries[first - 1].line.size <= 40:
                first -= 1
            for index in range(first, end):
                decided[index] = entries[index].as_role("row")
        start = max(end, start + 1)
    return decided


def _is_table(entries: Sequence[Entry]) -> bool:
    """Whether a run of short lines is a table: of rows, half of them with a figure beside a word, or of single cells,
    where figures make up a third of the lines."""
    if len(entries) < _ROWS:
        return False
    rows = sum(_cells(entry) > 1 for entry in entries)
    figures = sum(bool(_FIGURE.match(entry.line.plain)) for entry in entries)
    if rows * 2 >= len(entries):
        return True
    return len(entries) >= _SINGLE_CELLS and figures * 3 >= len(entries)


def _cells(entry: Entry) -> int:
    """0 for a line of prose, 1 for one that may be a cell or a table's words, 2 for a figure beside another cell."""
    plain = entry.line.plain
    if entry.role != "text" or entry.line.size > 120 or "，" in plain or ends_sentence(plain):
        return 0
    cells = [cell for cell in _CELL.split(plain) if cell]
    figures = sum(bool(_FIGURE.match(cell)) for cell in cells)
    if len(cells) >= 2 and figures:
        return 2
    return int(len(cells) >= 3 or (entry.marker is None and entry.line.size <= _CELL_SIZE))
