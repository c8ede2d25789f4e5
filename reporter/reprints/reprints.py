"""Analyses with their sketches → groups of documents with one text, and those that nearly have one."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import partial
from typing import Any

from reporter.model import Analysis, Conflict, Finding, Indicator, Reference, Reprint, ReprintGroup, Saying
from reporter.model.analyses import chosen, keys_of, without
from reporter.reprints.candidates import candidates
from reporter.reprints.figures import Stated
from reporter.reprints.likeness import Body, Likeness, likeness, may_be_like
from reporter.reprints.originals import Candidate, are_apart, candidate_of, original_of

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


@dataclass(frozen=True, slots=True)
class Pair:
    """What two documents are found to be: how they stand to each other, the sizes of their bodies, and the figures that
    one text states with two numbers as (name, id of the first one's, id of the second one's)."""

    likeness: Likeness
    sizes: tuple[int, int]
    differing: tuple[tuple[str, str, str], ...] = ()


# Gives what two documents are to each other, kept or made, by the keys of their analyses.
Keep = Callable[[str, str, Callable[[], Pair]], Pair]


def _made_anew(first: str, second: str, make: Callable[[], Pair]) -> Pair:  # noqa: ARG001
    return make()


def reprints(
    analyses: Sequence[Analysis],
    sketches: Sequence[bytes],
    known: Sequence[Candidate] = (),
    keep: Keep = _made_anew,
) -> Reprints:
    """The reprints among documents; the same in whatever order these come.

    Args:
        analyses: all documents; those alone are opened that are like another one.
        sketches: the sketch of each, one for one.
        known: what each one is as a candidate, where that is known.
        keep: has the pairs of earlier builds.
    """
    its = tuple(known) or tuple(map(candidate_of, analyses))
    order = sorted(range(len(its)), key=lambda place: its[place].path)
    ordered = [sketches[place] for place in order]
    search = _Search(chosen(analyses, order), [its[place] for place in order], ordered, keep)
    found = search.run([pair for pair in candidates(ordered) if may_be_like(ordered[pair[0]], ordered[pair[1]])])
    return Reprints(tuple(found.groups), tuple(found.conflicts), tuple(found.findings))


@dataclass(slots=True)
class _Found:
    groups: list[ReprintGroup] = field(default_factory=list)
    conflicts: list[Conflict] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)


class _Search:
    """Compares documents, each pair once, and forms the groups."""

    def __init__(
        self, analyses: Sequence[Analysis], known: Sequence[Candidate], sketches: Sequence[bytes], keep: Keep
    ) -> None:
        self._analyses, self._candidates, self._sketches = analyses, known, sketches
        self._keys, self._keep = keys_of(analyses), keep
        self._bodies: dict[int, Body] = {}
        self._known: dict[tuple[int, int], Pair] = {}
        self._sizes: dict[int, int] = {}

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
            ours, theirs = self._candidates[first], self._candidates[second]
            if known.nearly and not copies.intersection((first, second)) and not are_apart(ours, theirs):
                found.findings.append(_nearly(ours, theirs, known))
        return found

    def _body(self, place: int) -> Body:
        if place not in self._bodies:
            self._bodies[place] = Body(lambda: self._analyses[place].document, self._sketches[place])
        return self._bodies[place]

    def _likeness(self, first: int, second: int) -> Likeness:
        """How two documents stand to each other, the figures of the first before those of the second."""
        return self._pair(first, second).likeness

    def _pair(self, first: int, second: int) -> Pair:
        if (first, second) not in self._known:
            made = partial(self._made, first, second)
            pair = self._known[first, second] = self._keep(self._keys[first], self._keys[second], made)
            self._sizes[first], self._sizes[second] = pair.sizes
        return self._known[first, second]

    def _made(self, first: int, second: int) -> Pair:
        ours, theirs = self._body(first), self._body(second)
        known = likeness(ours, theirs)
        differing = known.figures.differing if known.close else ()
        figures = _figures(self._analyses[first], self._analyses[second], differing) if differing else ()
        return Pair(known, (len(ours.shingles), len(theirs.shingles)), figures)

    def _groups(self, members: list[int]) -> Iterator[tuple[int, str, list[int]]]:
        """(original, why, copies) until no two are left that say the same. An original is compared with every other:
        that two texts have an excerpt in common makes neither the other's reprint."""
        left = members
        while len(left) > 1:
            best, _ = self._original(left)
            original = left[best]
            copies = self._copies(original, left)
            if copies:
                its = [original, *copies]
                yield original, self._original(its)[1], copies
            left = [place for place in left if place != original and place not in copies]

    def _original(self, members: Sequence[int]) -> tuple[int, str]:
        return original_of([self._candidates[place] for place in members], [self._sizes[place] for place in members])

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
        its, others = self._candidates[original], [self._candidates[place] for place in copies]
        pairs = [self._pair(original, place) for place in copies]
        made = []
        for other, pair in zip(others, pairs, strict=True):
            made.append(Reprint(other.id, pair.likeness.similarity, pair.likeness.same or "reprint"))
            for name, ours, theirs in pair.differing:
                found.conflicts.append(Conflict(name, (Reference(its.id, ours), Reference(other.id, theirs))))
        found.groups.append(ReprintGroup(its.id, reason, tuple(made)))
        differing = [figures for pair in pairs for figures in pair.likeness.figures.differing]
        found.findings.append(_counted_once(its, others, reason, differing))


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


def _figures(
    first: Analysis, second: Analysis, differing: Sequence[tuple[Stated, Stated]]
) -> tuple[tuple[str, str, str], ...]:
    """The figures that both state in the same words with other numbers."""
    pairs = [(_indicator(first, ours), _indicator(second, theirs)) for ours, theirs in differing]
    return tuple((ours.name or theirs.name, ours.id, theirs.id) for ours, theirs in pairs if ours and theirs)


def _indicator(analysis: Analysis, number: Stated) -> Indicator | None:
    """The figure whose number it is."""
    return next((i for i in analysis.indicators if i.span.start <= number.start and number.end <= i.span.end), None)


def _counted_once(
    original: Candidate, copies: Sequence[Candidate], reason: str, differing: Sequence[tuple[Stated, Stated]]
) -> Finding:
    names = ", ".join(copy.path for copy in copies)
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


def _nearly(first: Candidate, second: Candidate, known: Likeness) -> Finding:
    figures = known.figures
    return _NEARLY_SAME.finding(
        path=first.path,
        second=second.path,
        differing=len(figures.differing),
        compared=figures.compared,
        figures=_shown(figures.differing),
        document=first.id,
    )


_NEARLY_SAME = Saying(
    "reprints-nearly-same",
    "warning",
    "the same text as {second} but for {differing} of {compared} figures: {figures}",
    "check which of the two holds; both are counted",
)
