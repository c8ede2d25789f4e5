"""Analyses with their sketches → groups of documents with one text, and those that nearly have one."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from reporter.model import Analysis, Conflict, Document, Finding, Indicator, Reference, Reprint, ReprintGroup, Saying
from reporter.model.analyses import chosen, without
from reporter.reprints.candidates import candidates
from reporter.reprints.figures import Stated
from reporter.reprints.likeness import Body, Likeness, likeness
from reporter.reprints.originals import original_of

# So many numbers are named in a finding.
_NUMBERS = 3


@dataclass(frozen=True, slots=True)
class Reprints:
    """``groups`` in the order of their originals' paths, ``conflicts`` the figures in which a copy differs from its
    original, ``findings`` what of it a reader is told."""

    groups: tuple[ReprintGroup, ...] = ()
    conflicts: tuple[Conflict, ...] = ()
    findings: tuple[Finding, ...] = ()

    def counted(self, analyses: Sequence[Analysis]) -> Sequence[Analysis]:
        """The analyses without the copies."""
        return without(analyses, {copy.document for group in self.groups for copy in group.copies})


def reprints(analyses: Sequence[Analysis], sketches: Sequence[bytes]) -> Reprints:
    """The reprints among documents; the same in whatever order these come.

    Args:
        analyses: all documents.
        sketches: the sketch of each, one for one.
    """
    paths = [analysis.document.path for analysis in analyses]
    order = sorted(range(len(analyses)), key=lambda place: paths[place])
    search = _Search(chosen(analyses, order))
    found = search.run(candidates([sketches[place] for place in order]))
    return Reprints(tuple(found.groups), tuple(found.conflicts), tuple(found.findings))


@dataclass(slots=True)
class _Found:
    groups: list[ReprintGroup] = field(default_factory=list)
    conflicts: list[Conflict] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)


class _Search:
    """Compares documents, each pair once, and forms the groups."""

    def __init__(self, analyses: Sequence[Analysis]) -> None:
        self._analyses = analyses
        self._bodies: dict[int, Body] = {}
        self._known: dict[tuple[int, int], Likeness] = {}

    def run(self, pairs: Sequence[tuple[int, int]]) -> _Found:
        """The groups of the candidate pairs."""
        found = _Found()
        same = [pair for pair in pairs if self._likeness(*pair).same]
        copies: set[int] = set()
        for members in _connected(same):
            for original, reason, its in self._groups(members):
                copies.update(its)
                self._add(found, original, reason, its)
        for first, second in pairs:
            known = self._likeness(first, second)
            if known.nearly and not copies.intersection((first, second)):
                found.findings.append(_nearly(self._analyses[first], self._analyses[second], known))
        return found

    def _body(self, place: int) -> Body:
        if place not in self._bodies:
            self._bodies[place] = Body(lambda: self._analyses[place].document)
        return self._bodies[place]

    def _likeness(self, first: int, second: int) -> Likeness:
        """How two documents stand to each other, the figures of the first before those of the second."""
        if (first, second) not in self._known:
            self._known[first, second] = likeness(self._body(first), self._body(second))
        return self._known[first, second]

    def _groups(self, members: list[int]) -> Iterator[tuple[int, str, list[int]]]:
        """(original, why, copies) until no two are left that say the same. An original is compared with every other:
        that two texts have an excerpt in common makes neither the other's reprint."""
        left = members
        while len(left) > 1:
            sizes = [len(self._body(place).shingles) for place in left]
            best, _ = original_of([self._analyses[place] for place in left], sizes)
            original = left[best]
            copies = self._copies(original, left)
            if copies:
                its = [original, *copies]
                sizes = [len(self._body(place).shingles) for place in its]
                yield original, original_of([self._analyses[place] for place in its], sizes)[1], copies
            left = [place for place in left if place != original and place not in copies]

    def _copies(self, original: int, members: Sequence[int]) -> list[int]:
        """The members that say the same as the original, and those that say the same as one of these and are close to
        the original: two reprints with an editor's note each."""
        others = {place: self._likeness(original, place) for place in members if place != original}
        copies = [place for place, known in others.items() if known.same]
        more = [
            place
            for place, known in others.items()
            if known.close and not known.same and any(self._likeness(place, copy).same for copy in copies)
        ]
        return sorted(copies + more)

    def _add(self, found: _Found, original: int, reason: str, copies: Sequence[int]) -> None:
        document = self._analyses[original].document
        made = []
        for place in copies:
            known = self._likeness(original, place)
            made.append(Reprint(self._analyses[place].document.id, known.similarity, known.same or "reprint"))
            found.conflicts += _conflicts(self._analyses[original], self._analyses[place], known)
        found.groups.append(ReprintGroup(document.id, reason, tuple(made)))
        differing = [pair for place in copies for pair in self._likeness(original, place).figures.differing]
        found.findings.append(_counted_once(document, [self._analyses[place] for place in copies], reason, differing))


def _connected(pairs: Sequence[tuple[int, int]]) -> list[list[int]]:
    """The sets of places that pairs hold together, each ascending, in the order of their first place."""
    group: dict[int, int] = {}

    def root(place: int) -> int:
        while group.setdefault(place, place) != place:
            group[place] = place = group[group[place]]
        return place

    for first, second in pairs:
        a, b = sorted((root(first), root(second)))
        group[b] = a
    found: dict[int, list[int]] = defaultdict(list)
    for place in sorted(group):
        found[root(place)].append(place)
    return list(found.values())


def _conflicts(original: Analysis, copy: Analysis, known: Likeness) -> Iterator[Conflict]:
    """The figures that both state in the same words with other numbers."""
    for ours, theirs in known.figures.differing:
        first, second = _indicator(original, ours), _indicator(copy, theirs)
        if first and second:
            items = (Reference(original.document.id, first.id), Reference(copy.document.id, second.id))
            yield Conflict(first.name or second.name, items)


def _indicator(analysis: Analysis, number: Stated) -> Indicator | None:
    """The figure whose number it is."""
    return next((i for i in analysis.indicators if i.span.start <= number.start and number.end <= i.span.end), None)


def _counted_once(
    original: Document, copies: Sequence[Analysis], reason: str, differing: Sequence[tuple[Stated, Stated]]
) -> Finding:
    names = ", ".join(copy.document.path for copy in copies)
    said: dict[str, Any] = {"count": len(copies), "names": names, "reason": reason}
    if not differing:
        return _SAME.finding(path=original.path, document=original.id, **said)
    return _DIFFERING.finding(path=original.path, document=original.id, **said, figures=_shown(differing))


_SAME = Saying(
    "reprints-found.same",
    "info",
    "counted once with {count} that say the same: {names} (original by {reason})",
    "nothing; leave the others out with exclude if they are not wanted",
)
_DIFFERING = Saying(
    "reprints-found.differing",
    "info",
    "counted once with {count} that say the same: {names} (original by {reason}); figures differ: {figures}",
    "nothing; leave the others out with exclude if they are not wanted",
)


def _shown(differing: Sequence[tuple[Stated, Stated]]) -> str:
    return "; ".join(f"{ours.value} / {theirs.value}" for ours, theirs in differing[:_NUMBERS])


def _nearly(first: Analysis, second: Analysis, known: Likeness) -> Finding:
    figures = known.figures
    return _NEARLY_SAME.finding(
        first=first.document.path,
        second=second.document.path,
        differing=len(figures.differing),
        compared=figures.compared,
        figures=_shown(figures.differing),
        document=first.document.id,
    )


_NEARLY_SAME = Saying(
    "reprints-nearly-same",
    "warning",
    "{first}, {second}: the same text but for {differing} of {compared} figures: {figures}",
    "check which of the two holds; both are counted",
)
