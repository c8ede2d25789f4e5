"""How a document stands among all: what its pages say that its own analysis does not.

A document's pages and its rows of lists are made from its analysis and its standing alone (``alone.AloneViewpoint``
knows nothing else), so the two decide them: a page may be kept as long as both stay what they are.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, replace

from reporter.model import Briefing, Finding, ReprintGroup
from reporter.model.analyses import ids_of, keys_of


@dataclass(frozen=True, slots=True)
class Fellow:
    """Another document that the pages name: its number, and the key of the analysis that its title is from."""

    document: str
    number: int
    key: str


@dataclass(frozen=True, slots=True)
class Standing:
    """One document among all.

    ``opens`` is the label of the group that the document is the first of, None where it is not; ``copied`` says that it
    is a reprint; ``reprints`` are the groups that it belongs to, without the other copies where it is one, ``fellows``
    the other documents of these; ``findings`` are those on it, of every room; ``used`` its sentences that the choice
    over all has, sorted.
    """

    number: int
    opens: str | None
    copied: bool
    reprints: tuple[ReprintGroup, ...]
    fellows: tuple[Fellow, ...]
    findings: tuple[Finding, ...]
    used: tuple[str, ...]

    @property
    def is_sound(self) -> bool:
        """Whether everything that it names has a key: else nothing tells whether it is still the same."""
        return all(fellow.key for fellow in self.fellows)


class Standings:
    """The standing of each document of a briefing, gathered in one pass over all; no analysis is opened for it.

    Attributes:
        numbers: the number of each document by its id, in the order of the documents.
        keys: the keys of their analyses likewise.
    """

    def __init__(self, briefing: Briefing) -> None:
        self._groups = briefing.groups
        ids = ids_of(briefing.analyses)
        self.numbers = {name: number for number, name in enumerate(ids, 1)}
        self.keys = dict(zip(ids, keys_of(briefing.analyses), strict=True))
        self._reprints = _by_document(briefing.reprints)
        self._findings: dict[str, list[Finding]] = defaultdict(list)
        for finding in briefing.findings:
            if finding.document is not None:
                self._findings[finding.document].append(finding)
        self._used: dict[str, set[str]] = defaultdict(set)
        for chosen in briefing.summary:
            self._used[chosen.document].add(chosen.id)

    def of(self, document: str) -> Standing:
        """The standing of the document with that id."""
        groups = tuple(self._reprints.get(document, ()))
        names = dict.fromkeys(name for group in groups for name in _members(group) if name != document)
        return Standing(
            number=self.numbers[document],
            opens=self._opens(self.numbers[document]),
            copied=any(group.original != document for group in groups),
            reprints=groups,
            fellows=tuple(Fellow(name, self.numbers[name], self.keys[name]) for name in names),
            findings=tuple(self._findings.get(document, ())),
            used=tuple(sorted(self._used.get(document, ()))),
        )

    def _opens(self, number: int) -> str | None:
        groups = self._groups
        opens = bool(groups) and (number == 1 or groups[number - 1] != groups[number - 2])
        return groups[number - 1] if opens else None


def _by_document(groups: tuple[ReprintGroup, ...]) -> dict[str, list[ReprintGroup]]:
    """The groups by each of their documents; a copy's is without the other copies, which it does not name."""
    found: dict[str, list[ReprintGroup]] = defaultdict(list)
    for group in groups:
        found[group.original].append(group)
        for copy in group.copies:
            found[copy.document].append(replace(group, copies=(copy,)))
    return found


def _members(group: ReprintGroup) -> tuple[str, ...]:
    return group.original, *(copy.document for copy in group.copies)
