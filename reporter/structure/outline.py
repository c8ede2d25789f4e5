"""From headings to the section tree: levels by the document's own nesting, stable ids, parents."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from reporter.model import Section, Span
from reporter.model.ids import Ids
from reporter.structure.markers import RANK

_UNRANKED = len(RANK)


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading as found: its scheme (``slogan`` without a number, ``frame`` for 前言 and the like,
    ``mark…`` by the markup alone), the value in the
    scheme's count, the level that the markup gives (0 for none), number and words as printed, and where it stands."""

    scheme: str
    value: int | None
    level: int
    number: str | None
    words: str
    inline: bool
    span: Span


def sections_of(headings: Sequence[Heading]) -> list[Section]:
    """The headings as sections, in order, with ids, parents and levels from 1.

    The first scheme that heads is level 1. A scheme that is open is returned to, a new one opens below what stands
    above it: an appendix and a frame at the top, a numbered one below all schemes of higher rank, the others below the
    last heading. A heading that lost its number between n and n + 2 takes the level of its neighbours.
    """
    ids = Ids("s")
    lost = _lost(headings)
    below = _schemes_below(headings)
    open_sections: list[tuple[str, tuple[int, int], Section]] = []
    sections: list[Section] = []
    for index, heading in enumerate(headings):
        scheme = lost.get(index, heading.scheme)
        level = (heading.level, below.get((heading.level, scheme), 0))
        _close(open_sections, scheme, level)
        section = Section(
            id=ids.of((heading.number or "") + heading.words),
            parent=open_sections[-1][2].id if open_sections else None,
            level=len(open_sections) + 1,
            number=heading.number,
            heading=heading.words,
            inline=heading.inline,
            span=heading.span,
        )
        open_sections.append((scheme, level, section))
        sections.append(section)
    return sections


def _schemes_below(headings: Sequence[Heading]) -> dict[tuple[int, str], int]:
    """(level of the markup, scheme) → how many schemes of higher rank the markup puts on the same level: pages that
    set every heading alike leave it to the numbers to say which stands below which."""
    alike: dict[int, set[str]] = {}
    for heading in headings:
        if heading.level and heading.scheme in RANK:
            alike.setdefault(heading.level, set()).add(heading.scheme)
    return {
        (level, scheme): sum(RANK[other] < RANK[scheme] for other in schemes)
        for level, schemes in alike.items()
        for scheme in schemes
    }


def _close(open_sections: list[tuple[str, tuple[int, int], Section]], scheme: str, level: tuple[int, int]) -> None:
    """Close the sections that a heading of this scheme and markup level does not stand in. A level is the markup's (0
    for none) and how many schemes above this one share it."""
    if open_sections and open_sections[-1][0] == "frame":
        open_sections.pop()
    if scheme in ("appendix", "frame"):
        open_sections.clear()
        return
    if level[0]:  # what the markup calls a heading stands above what only reads like one
        while open_sections and (open_sections[-1][1] >= level or not open_sections[-1][1][0]):
            open_sections.pop()
        return
    known = [name for name, _, _ in open_sections]
    if scheme in known:
        del open_sections[known.index(scheme) :]
        return
    rank = RANK.get(scheme, _UNRANKED)
    while open_sections and rank < RANK.get(open_sections[-1][0], -1):
        open_sections.pop()


def _lost(headings: Sequence[Heading]) -> dict[int, str]:
    """Index → scheme of unnumbered headings that stand alone where exactly one number of a run is missing."""
    found: dict[int, str] = {}
    before: dict[str, tuple[int, int]] = {}
    for index, heading in enumerate(headings):
        if heading.value is None:
            continue
        value, at = before.get(heading.scheme, (0, -1))
        if heading.value == value + 2:
            between = [i for i in range(at + 1, index) if headings[i].scheme == "slogan"]
            if len(between) == 1:
                found[between[0]] = heading.scheme
        before[heading.scheme] = (heading.value, index)
    return found
