"""The ledger of repairs: which stretch of the source became which stretch of the clean text.

An edit replaces at least one code point of the source, so no edit stands between two characters and every
boundary of the clean text has one place in the source. Edits are sorted and do not overlap. Whoever wants to
insert something replaces a neighbouring character by itself and the insertion.
"""

from __future__ import annotations

from array import array
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import partial
from itertools import accumulate, chain
from operator import add, ge, gt, sub
from typing import NamedTuple

from reporter.errors import ReporterError


class LedgerError(ReporterError):
    """An edit that does not fit its text, or a span that cuts an edit in two."""


class Edit(NamedTuple):
    """``source[start:end]``, which reads ``original``, became ``replacement`` by the rule of that code.

    A tuple, since a damaged file has an edit for every tenth character and a dataclass takes three times as long to
    make.
    """

    start: int
    end: int
    original: str
    replacement: str
    rule: str


Change = tuple[int, int, str]
"""(start, end, new text) in offsets of a clean text."""


@dataclass(slots=True)
class _Columns:
    """Edits by columns: where each begins and ends in the source, what it made of it, and the rule."""

    starts: array[int] = field(default_factory=partial(array, "q"))
    ends: array[int] = field(default_factory=partial(array, "q"))
    new: list[str] = field(default_factory=list)
    rules: list[str] = field(default_factory=list)

    @classmethod
    def of(cls, edits: Sequence[Edit]) -> _Columns:
        """The columns of edits."""
        columns = cls()
        for edit in edits:
            columns.add(edit)
        return columns

    def add(self, edit: Edit) -> None:
        """One more edit behind the others."""
        self.starts.append(edit.start)
        self.ends.append(edit.end)
        self.new.append(edit.replacement)
        self.rules.append(edit.rule)


class Ledger:
    """A source text and the edits that make the clean text of it.

    Args:
        source: the text as decoded, before any repair.
        edits: in source offsets, sorted, disjoint, none empty on the source's side.
        checked: that they are so is known, as of edits that are composed of such.

    Raises:
        LedgerError: an edit is empty, overlaps its neighbour or misquotes the source.
    """

    __slots__ = (
        "_clean_ends",
        "_clean_starts",
        "_edits",
        "_ends",
        "_new",
        "_rules",
        "_starts",
        "source",
        "text",
    )

    _edits: tuple[Edit, ...] | None

    def __init__(self, source: str, edits: Iterable[Edit] = (), *, checked: bool = False) -> None:
        given = tuple(edits)
        if not checked:
            _check(source, given)
        columns = _Columns.of(given)
        self._lay_out(source, _replaced(source, columns.starts, columns.ends, columns.new), columns)
        self._edits = given

    @classmethod
    def _of(cls, source: str, text: str, columns: _Columns) -> Ledger:
        """A ledger whose clean text is known."""
        ledger = cls.__new__(cls)
        cls._lay_out(ledger, source, text, columns)
        return ledger

    def _lay_out(self, source: str, text: str, columns: _Columns) -> None:
        """Both texts and the edits by columns, with where each begins and ends in the clean text: by whole lists, since
        every step of repair makes a ledger anew; kept as arrays, since a damaged file has an edit for every tenth
        character."""
        self.source, self.text = source, text
        self._edits = None
        self._starts, self._ends, self._new, self._rules = columns.starts, columns.ends, columns.new, columns.rules
        sizes = list(map(len, self._new))
        longer = accumulate(map(sub, sizes, map(sub, self._ends, self._starts)))
        self._clean_ends: array[int] = array("q", map(add, self._ends, longer))
        self._clean_starts: array[int] = array("q", map(sub, self._clean_ends, sizes))

    @property
    def edits(self) -> tuple[Edit, ...]:
        """The edits in order; made when they are first asked for."""
        if self._edits is None:
            self._edits = tuple(map(self._edit, range(len(self._starts))))
        return self._edits

    def _edit(self, index: int) -> Edit:
        start, end = self._starts[index], self._ends[index]
        return Edit(start, end, self.source[start:end], self._new[index], self._rules[index])

    def count_by(self, rule: str) -> int:
        """How many edits the rule of this code made or had a part in."""
        return sum(times for code, times in Counter(self._rules).items() if rule in code.split("+"))

    def edits_by(self, rule: str) -> list[Edit]:
        """The edits that the rule of this code made or had a part in, in order."""
        codes = {code for code in set(self._rules) if rule in code.split("+")}
        return [self._edit(index) for index, code in enumerate(self._rules) if code in codes] if codes else []

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Ledger) and (self.source, self.edits) == (other.source, other.edits)

    def __hash__(self) -> int:
        return hash((self.source, self.edits))

    def __repr__(self) -> str:
        return f"Ledger({len(self.source)} characters, {len(self._starts)} edits)"

    def __reduce__(self) -> tuple[type[Ledger], tuple[str, tuple[Edit, ...]]]:
        return Ledger, (self.source, self.edits)

    # -- positions

    def source_start(self, clean: int) -> int:
        """Where in the source the clean character at this offset begins (the source's end for the end)."""
        index = bisect_right(self._clean_ends, clean)
        if index < len(self._starts) and self._clean_starts[index] <= clean < self._clean_ends[index]:
            return self._starts[index]
        return clean + self._shift(index)

    def source_end(self, clean: int) -> int:
        """Where in the source the clean character before this offset ends (0 for 0)."""
        if clean == 0:
            return 0
        index = bisect_left(self._clean_ends, clean)
        if index < len(self._starts) and self._clean_starts[index] < clean <= self._clean_ends[index]:
            return self._ends[index]
        return clean + self._shift(index)

    def _shift(self, index: int) -> int:
        """By how much the source runs ahead of the clean text after the first ``index`` edits."""
        return self._ends[index - 1] - self._clean_ends[index - 1] if index else 0

    def source_span(self, start: int, end: int) -> tuple[int, int]:
        """The source's stretch of a clean stretch; an empty one maps to an empty one."""
        first = self.source_start(start)
        return (first, self.source_end(end)) if end > start else (first, first)

    def clean_offset(self, source: int) -> int:
        """The clean offset of a source offset; inside an edit, the end of its replacement."""
        index = bisect_right(self._starts, source) - 1
        if index < 0:
            return source
        if source == self._starts[index]:
            return self._clean_starts[index]
        return self._clean_ends[index] + max(0, source - self._ends[index])

    # -- proofs

    def replay(self, start: int, end: int) -> str:
        """The clean text of ``source[start:end]``: its edits applied once more.

        Raises:
            LedgerError: an edit lies across one end of the stretch.
        """
        out, at = [], start
        first = bisect_left(self._starts, start)
        if first and self._ends[first - 1] > start:
            raise LedgerError(f"offset {start} lies inside an edit")
        for index in range(first, bisect_left(self._starts, end, first)):
            if self._ends[index] > end:
                raise LedgerError(f"offset {end} lies inside an edit")
            out += [self.source[at : self._starts[index]], self._new[index]]
            at = self._ends[index]
        return "".join([*out, self.source[at:end]])

    def inverse(self) -> str:
        """The source, rebuilt from nothing but the clean text and the edits."""
        out, at = [], 0
        for edit, start, end in zip(self.edits, self._clean_starts, self._clean_ends, strict=True):
            out += [self.text[at:start], edit.original]
            at = end
        return "".join([*out, self.text[at:]])

    # -- composition

    def then(self, replacements: Iterable[Change], rule: str) -> Ledger:
        """This ledger followed by one more step.

        Args:
            replacements: (start, end, new text) in offsets of the present clean text, sorted, disjoint, start < end.
            rule: the code of the step.

        Raises:
            LedgerError: the replacements are empty, unsorted or overlap.
        """
        text = self.text
        changes = [change for change in replacements if text[change[0] : change[1]] != change[2]]
        if not changes:
            return self
        lows, highs = _bounds(changes)
        columns = self._composed(changes, lows, highs, rule)
        return Ledger._of(self.source, _replaced(text, lows, highs, [change[2] for change in changes]), columns)

    def _composed(self, changes: Sequence[Change], lows: list[int], highs: list[int], rule: str) -> _Columns:
        """Old edits and new changes as one list; those that touch the same characters become one edit.

        Between two places where old and new touch, the old ones and the new ones go over in stretches.
        """
        columns = _Columns()
        count = len(self._starts)
        old = new = 0
        while new < len(changes):
            before, old = old, bisect_right(self._clean_ends, lows[new], old)
            self._go_over(columns, before, old)
            room = self._clean_starts[old] if old < count else highs[-1]
            free = bisect_right(highs, room, new)
            if free > new:
                shift = self._shift(old)
                columns.starts.extend([low + shift for low in lows[new:free]])
                columns.ends.extend([high + shift for high in highs[new:free]])
                columns.new += [change[2] for change in changes[new:free]]
                columns.rules += [rule] * (free - new)
            if free < len(changes) and self._touches(old, lows[free]):
                end_old, new, high = self._cluster(old, free, changes)
                edit = self._merged(range(old, end_old), changes[free:new], min(lows[free], room), high, rule)
                if edit.original != edit.replacement:
                    columns.add(edit)
                old = end_old
            else:
                new = free
        self._go_over(columns, old, count)
        return columns

    def _go_over(self, columns: _Columns, first: int, end: int) -> None:
        """Add a stretch of this ledger's edits as they are."""
        if first < end:
            columns.starts += self._starts[first:end]
            columns.ends += self._ends[first:end]
            columns.new += self._new[first:end]
            columns.rules += self._rules[first:end]

    def _touches(self, old: int, low: int) -> bool:
        """Whether a change from this offset on, which ends behind the beginning of the old edit, lies on it."""
        return low < self._clean_ends[old]

    def _cluster(self, old: int, new: int, changes: Sequence[Change]) -> tuple[int, int, int]:
        """How far the old edits and new changes reach that overlap one another, one after the other, and where they
        end in the clean text."""
        high = changes[new][1]
        new += 1
        while True:
            if new < len(changes) and changes[new][0] < high:
                high = max(high, changes[new][1])
                new += 1
            elif old < len(self._starts) and self._clean_starts[old] < high:
                high = max(high, self._clean_ends[old])
                old += 1
            else:
                return old, new, high

    def _merged(self, olds: range, changes: Sequence[Change], low: int, high: int, rule: str) -> Edit:
        out, at = [], low
        for start, end, text in changes:
            out += [self.text[at:start], text]
            at = end
        start, end = self.source_start(low), self.source_end(high)
        rules = dict.fromkeys(part for index in olds for part in self._rules[index].split("+"))
        return Edit(
            start,
            end,
            self.source[start:end],
            "".join([*out, self.text[at:high]]),
            "+".join(dict.fromkeys([*rules, rule])),
        )


def _bounds(changes: Sequence[Change]) -> tuple[list[int], list[int]]:
    """Where the changes begin and where they end.

    Raises:
        LedgerError: one is empty or begins before the end of the one before.
    """
    lows, highs = [change[0] for change in changes], [change[1] for change in changes]
    if any(map(ge, lows, highs)) or any(map(gt, [0, *highs], lows)):
        at = next(low for low, high, end in zip(lows, highs, [0, *highs], strict=False) if not end <= low < high)
        raise LedgerError(f"change at {at} is empty or overlaps the one before")
    return lows, highs


def _check(source: str, edits: Iterable[Edit]) -> None:
    at = 0
    for edit in edits:
        if not at <= edit.start < edit.end:
            raise LedgerError(f"edit {edit.rule!r} at {edit.start}-{edit.end} is empty or overlaps its neighbour")
        if edit.end > len(source) or source[edit.start : edit.end] != edit.original:
            raise LedgerError(f"edit {edit.rule!r} at {edit.start} does not quote its source")
        at = edit.end


def _replaced(text: str, starts: Iterable[int], ends: Iterable[int], new: Sequence[str]) -> str:
    """The text with each of its stretches replaced."""
    kept = map(text.__getitem__, map(slice, (0, *ends), (*starts, None)))
    return "".join(chain.from_iterable(zip(kept, (*new, ""), strict=True)))
