"""The ledger of repairs: which stretch of the source became which stretch of the clean text.

An edit replaces at least one code point of the source, so no edit stands between two characters and every
boundary of the clean text has one place in the source. Edits are sorted and do not overlap. Whoever wants to
insert something replaces a neighbouring character by itself and the insertion.
"""

from __future__ import annotations

from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import accumulate, chain
from operator import add, sub

from reporter.errors import ReporterError


class LedgerError(ReporterError):
    """An edit that does not fit its text, or a span that cuts an edit in two."""


@dataclass(frozen=True, slots=True)
class Edit:
    """``source[start:end]``, which reads ``original``, became ``replacement`` by the rule of that code."""

    start: int
    end: int
    original: str
    replacement: str
    rule: str


class Ledger:
    """A source text and the edits that make the clean text of it.

    Args:
        source: the text as decoded, before any repair.
        edits: in source offsets, sorted, disjoint, none empty on the source's side.
        checked: that they are so is known, as of edits that are composed of such.

    Raises:
        LedgerError: an edit is empty, overlaps its neighbour or misquotes the source.
    """

    __slots__ = ("_clean_ends", "_clean_starts", "_source_starts", "edits", "source", "text")

    def __init__(self, source: str, edits: Iterable[Edit] = (), *, checked: bool = False) -> None:
        self.source = source
        self.edits = tuple(edits)
        if not checked:
            self._check()
        self._lay_out()

    def _check(self) -> None:
        at = 0
        for edit in self.edits:
            if not at <= edit.start < edit.end:
                raise LedgerError(f"edit {edit.rule!r} at {edit.start}-{edit.end} is empty or overlaps its neighbour")
            if self.source[edit.start : edit.end] != edit.original:
                raise LedgerError(f"edit {edit.rule!r} at {edit.start} does not quote its source")
            at = edit.end

    def _lay_out(self) -> None:
        """The clean text, and where each edit begins and ends in both texts: by whole lists, since every step of repair
        makes a ledger anew; kept as arrays, since a damaged file has an edit for every tenth character."""
        self._source_starts: array[int] = array("q", [edit.start for edit in self.edits])
        ends = [edit.end for edit in self.edits]
        new = [edit.replacement for edit in self.edits]
        kept = [self.source[low:high] for low, high in zip([0, *ends], [*self._source_starts, None], strict=True)]
        self.text = "".join(chain.from_iterable(zip(kept, [*new, ""], strict=True)))
        sizes = list(map(len, new))
        self._clean_ends: array[int] = array("q", accumulate(map(add, map(len, kept), sizes)))
        self._clean_starts: array[int] = array("q", map(sub, self._clean_ends, sizes))

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Ledger) and (self.source, self.edits) == (other.source, other.edits)

    def __hash__(self) -> int:
        return hash((self.source, self.edits))

    def __repr__(self) -> str:
        return f"Ledger({len(self.source)} characters, {len(self.edits)} edits)"

    def __reduce__(self) -> tuple[type[Ledger], tuple[str, tuple[Edit, ...]]]:
        return Ledger, (self.source, self.edits)

    # -- positions

    def source_start(self, clean: int) -> int:
        """Where in the source the clean character at this offset begins (the source's end for the end)."""
        index = bisect_right(self._clean_ends, clean)
        if index < len(self.edits) and self._clean_starts[index] <= clean < self._clean_ends[index]:
            return self.edits[index].start
        return clean + self._shift(index)

    def source_end(self, clean: int) -> int:
        """Where in the source the clean character before this offset ends (0 for 0)."""
        if clean == 0:
            return 0
        index = bisect_left(self._clean_ends, clean)
        if index < len(self.edits) and self._clean_starts[index] < clean <= self._clean_ends[index]:
            return self.edits[index].end
        return clean + self._shift(index)

    def _shift(self, index: int) -> int:
        """By how much the source runs ahead of the clean text after the first ``index`` edits."""
        return self.edits[index - 1].end - self._clean_ends[index - 1] if index else 0

    def source_span(self, start: int, end: int) -> tuple[int, int]:
        """The source's stretch of a clean stretch; an empty one maps to an empty one."""
        first = self.source_start(start)
        return (first, self.source_end(end)) if end > start else (first, first)

    def clean_offset(self, source: int) -> int:
        """The clean offset of a source offset; inside an edit, the end of its replacement."""
        index = bisect_right(self._source_starts, source) - 1
        if index < 0:
            return source
        edit = self.edits[index]
        if source == edit.start:
            return self._clean_starts[index]
        return self._clean_ends[index] + max(0, source - edit.end)

    # -- proofs

    def replay(self, start: int, end: int) -> str:
        """The clean text of ``source[start:end]``: its edits applied once more.

        Raises:
            LedgerError: an edit lies across one end of the stretch.
        """
        out, at = [], start
        index = bisect_left(self._source_starts, start)
        if index and self.edits[index - 1].end > start:
            raise LedgerError(f"offset {start} lies inside an edit")
        for edit in self.edits[index:]:
            if edit.start >= end:
                break
            if edit.end > end:
                raise LedgerError(f"offset {end} lies inside an edit")
            out += [self.source[at : edit.start], edit.replacement]
            at = edit.end
        return "".join([*out, self.source[at:end]])

    def inverse(self) -> str:
        """The source, rebuilt from nothing but the clean text and the edits."""
        out, at = [], 0
        for edit, start, end in zip(self.edits, self._clean_starts, self._clean_ends, strict=True):
            out += [self.text[at:start], edit.original]
            at = end
        return "".join([*out, self.text[at:]])

    # -- composition

    def then(self, replacements: Iterable[tuple[int, int, str]], rule: str) -> Ledger:
        """This ledger followed by one more step.

        Args:
            replacements: (start, end, new text) in offsets of the present clean text, sorted, disjoint, start < end.
            rule: the code of the step.

        Raises:
            LedgerError: the replacements are empty, unsorted or overlap.
        """
        changes = [change for change in replacements if self.text[change[0] : change[1]] != change[2]]
        if not changes:
            return self
        return Ledger(self.source, self._composed(changes, rule), checked=True)

    def _composed(self, changes: list[tuple[int, int, str]], rule: str) -> list[Edit]:
        """Old edits and new changes as one list; those that touch the same characters become one edit."""
        edits: list[Edit] = []
        old = new = at = shift = 0
        while new < len(changes):
            low, high, text = changes[new]
            if not at <= low < high:
                raise LedgerError(f"change at {low} is empty or overlaps the one before")
            if old < len(self.edits) and self._clean_ends[old] <= low:
                before = old
                old = bisect_right(self._clean_ends, low, before)
                edits += self.edits[before:old]
                shift = self._shift(old)
            if old == len(self.edits) or self._clean_starts[old] >= high:
                edits.append(Edit(low + shift, high + shift, self.text[low:high], text, rule))
                new, at = new + 1, high
                continue
            first_old, first_new = old, new
            low = min(low, self._clean_starts[old])
            old, new, high = self._cluster(old, new, changes)
            edit = self._merged(range(first_old, old), changes[first_new:new], low, high, rule)
            if edit.original != edit.replacement:
                edits.append(edit)
            at, shift = changes[new - 1][1], self._shift(old)
        return [*edits, *self.edits[old:]]

    def _cluster(self, old: int, new: int, changes: list[tuple[int, int, str]]) -> tuple[int, int, int]:
        """How far the old edits and new changes reach that overlap one another, one after the other, and where they
        end in the clean text."""
        high = changes[new][1]
        new += 1
        while True:
            if new < len(changes) and changes[new][0] < high:
                if not changes[new - 1][1] <= changes[new][0] < changes[new][1]:
                    raise LedgerError(f"change at {changes[new][0]} is empty or overlaps the one before")
                high = max(high, changes[new][1])
                new += 1
            elif old < len(self.edits) and self._clean_starts[old] < high:
                high = max(high, self._clean_ends[old])
                old += 1
            else:
                return old, new, high

    def _merged(self, olds: range, changes: list[tuple[int, int, str]], low: int, high: int, rule: str) -> Edit:
        out, at = [], low
        for start, end, text in changes:
            out += [self.text[at:start], text]
            at = end
        start, end = self.source_start(low), self.source_end(high)
        rules = dict.fromkeys(part for index in olds for part in self.edits[index].rule.split("+"))
        return Edit(
            start,
            end,
            self.source[start:end],
            "".join([*out, self.text[at:high]]),
            "+".join(dict.fromkeys([*rules, rule])),
        )
