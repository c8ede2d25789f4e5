"""Runs of numbers of one scheme, and whether such a run heads sections or lists things.

A number proves nothing by itself: 1、 heads a section here and a firm in a list there. The whole run decides: what
follows each member, whether its phrase is a heading's, whether it lists names with facts.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from reporter.structure.entries import SHORT_RUN_IN, Entry
from reporter.structure.markers import RANK, Marker
from reporter.structure.phrases import is_organisation, is_phrase, is_task

# Schemes that official documents keep for headings; the others number lists just as often.
_HEADING_SCHEMES = frozenset(
    ("appendix", "part", "chapter", "section", "formal", "roman", "chinese", "chinese-bracket", "decimal2")
)
_SKIP = 3  # how many numbers of a run may be missing


@dataclass(slots=True)
class Series:
    """The members of one run (indices of entries, in order), its scheme and its depth among the open runs."""

    scheme: str
    depth: int
    members: list[int] = field(default_factory=list)
    last: int | None = None


def find_series(entries: Sequence[Entry]) -> list[Series]:
    """The runs of numbered lines in order of their first member. A run ends where its count starts again or where a
    number of a scheme above it comes."""
    open_runs: list[Series] = []
    found: list[Series] = []
    for index, entry in enumerate(entries):
        if entry.marker is None or entry.role != "text":
            continue
        run = _run_of(open_runs, entry.marker)
        if not run.members:
            found.append(run)
        run.members.append(index)
        run.last = entry.marker.value
    return found


def _run_of(open_runs: list[Series], marker: Marker) -> Series:
    """The open run that the marker goes on, or a new one; runs below it are closed."""
    rank = RANK.get(marker.scheme, len(RANK))
    while open_runs and open_runs[-1].scheme != marker.scheme:
        known = any(run.scheme == marker.scheme for run in open_runs)
        if not known and RANK.get(open_runs[-1].scheme, len(RANK)) <= rank:
            break
        open_runs.pop()
    if open_runs and open_runs[-1].scheme == marker.scheme:
        if _goes_on(open_runs[-1].last, marker.value):
            return open_runs[-1]
        open_runs.pop()
    open_runs.append(Series(marker.scheme, len(open_runs)))
    return open_runs[-1]


def _goes_on(last: int | None, value: int | None) -> bool:
    """Whether the value follows in the count; signs without a value always do."""
    if last is None or value is None:
        return True
    return last < value <= last + _SKIP


def decide(entries: Sequence[Entry]) -> list[Entry]:
    """The entries with every numbered line taken for a heading, an item or text."""
    decided = list(entries)
    depth = {index: run.depth for run in find_series(entries) for index in run.members}
    for run in find_series(entries):
        heads = {index: _heads(entries, depth, index) for index in run.members}
        pro = sum(heads.values())
        contra = sum(_lists(entries, depth, run, index) for index in run.members)
        for index in run.members:
            heading = _is_heading(entries[index], run, heads[index], pro, contra)
            decided[index] = entries[index].as_role("heading" if heading else "item")
    return decided


def _heads(entries: Sequence[Entry], depth: dict[int, int], index: int) -> bool:
    """Whether this line, looked at alone, heads something: text or a deeper number follows, or it runs in."""
    entry = entries[index]
    if entry.form == "run-in":
        return is_phrase(entry.phrase, SHORT_RUN_IN)
    if entry.form == "label":
        return not _names_a_thing(entry)
    if entry.form == "closed":  # what the markup lists and a full stop ends is an item
        listed = entry.line.mark is not None and entry.line.mark.kind == "item"
        return not listed and _carries(entries, depth, index) and is_phrase(entry.phrase, SHORT_RUN_IN)
    return entry.form in ("alone", "bare") and _carries(entries, depth, index)


def _lists(entries: Sequence[Entry], depth: dict[int, int], run: Series, index: int) -> bool:
    """Whether this line, looked at alone, is a member of a list: running text, a named thing, one of three in a row."""
    entry = entries[index]
    if entry.form == "text" or (entry.form == "label" and _names_a_thing(entry)):
        return True
    if _carries(entries, depth, index):
        return False
    at = run.members.index(index) if len(run.members) < 3 else -1
    return entry.form == "closed" or (entry.form == "alone" and at < 0)


def _carries(entries: Sequence[Entry], depth: dict[int, int], index: int) -> bool:
    """Whether the next line stands under this one: text, a step, or a number of a deeper run."""
    if index + 1 >= len(entries):
        return False
    return depth.get(index + 1, len(RANK)) > depth[index]


def _names_a_thing(entry: Entry) -> bool:
    """Whether the label before a colon names a firm, a place or an object, whose facts follow."""
    if is_task(entry.phrase):
        return False
    if entry.scheme in _HEADING_SCHEMES:
        return entry.scheme == "chinese-bracket" and is_organisation(entry.phrase)
    return True


def _is_heading(entry: Entry, run: Series, heads: bool, pro: int, contra: int) -> bool:
    """The line's own form, outvoted by its run."""
    if entry.line.heading_level:
        return True
    alone = entry.scheme == "lenticular" and len(run.members) < 2  # a phrase in 【】 needs company
    if entry.form == "text" or alone or not (heads or _may_head_without_text(entry)):
        return False
    whole = entry.form in ("alone", "bare")
    if heads and entry.form == "closed":  # a full stop speaks for an item
        return pro > contra
    if heads:
        return pro * 2 >= contra if whole else pro >= contra
    if entry.form == "run-in":
        return pro >= 2 and pro > contra
    return whole and (pro > contra or (pro == contra and run.scheme in _HEADING_SCHEMES))


def _may_head_without_text(entry: Entry) -> bool:
    """Whether the rest of its run may make a heading of a line that heads nothing by itself: an appendix and a label
    need their own text."""
    return entry.scheme != "appendix" and entry.form != "label"
