"""Which document of the later build is which of the earlier: by its path, its words, or nearly its words.

The work grows with the text, not with the square of the number of documents. Matching the builds the other way round
gives the same pairs: every measure and every tie is decided without regard to which side is the later.
"""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Callable, Hashable, Iterator, Sequence
from pathlib import PurePosixPath

from reporter.changes.data import DocumentData
from reporter.changes.wording import Wording, likeness

# How much two documents under one path have in common at least to be taken for one before their words are looked for
# elsewhere; measured on generated reports, of which two years have 0.05 to 0.2 in common.
_ALIKE = 0.3
# How much under different paths (as git takes a file for renamed), and how much where they state different dates.
_NEAR, _NEAR_DATED = 0.5, 0.9
# A clause that more documents have tells none of them apart.
_COMMON = 12

Pair = tuple[DocumentData, DocumentData]
Key = Callable[[DocumentData], Hashable]


class Matching:
    """Pairs documents of two builds, step by step; what is paired is left out of the next step."""

    def __init__(self, old: Sequence[DocumentData], new: Sequence[DocumentData]) -> None:
        self.pairs: list[Pair] = []
        self._old = {document.id: document for document in old}
        self._new = {document.id: document for document in new}
        self._wordings: dict[tuple[bool, str], Wording] = {}
        roots = [{PurePosixPath(document.path).parts[0] for document in side} for side in (old, new)]
        self.other_folders = roots[0].isdisjoint(roots[1])

    def run(self) -> None:
        """All steps."""
        self._by_key(lambda document: document.id, self._alike)
        self._by_key(lambda document: document.sha256)
        self._by_key(self._words)
        self._by_key(below_root, self._alike)
        self._by_likeness()
        self._by_key(lambda document: document.id)
        if self.other_folders:
            self._by_key(below_root)

    def wording(self, document: DocumentData, *, new: bool) -> Wording:
        """The document as it is compared, worked out once."""
        return self._wordings.setdefault((new, document.id), Wording(document))

    def _words(self, document: DocumentData) -> Hashable:
        """What a document says; a key of its own for one that says nothing."""
        new = self._new.get(document.id) is document
        return self.wording(document, new=new).text or (document.id,)

    def _alike(self, old: DocumentData, new: DocumentData) -> bool:
        if old.sha256 == new.sha256:
            return True
        return likeness(self.wording(old, new=False), self.wording(new, new=True)) >= _ALIKE

    def _take(self, old: DocumentData, new: DocumentData) -> None:
        self.pairs.append((self._old.pop(old.id), self._new.pop(new.id)))

    def _by_key(self, key: Key, fits: Callable[[DocumentData, DocumentData], bool] = lambda _, __: True) -> None:
        """Pair documents with one key: of several those with one file name first, then in the order of the paths."""
        groups: dict[Hashable, tuple[list[DocumentData], list[DocumentData]]] = defaultdict(lambda: ([], []))
        for side, left in enumerate((self._old, self._new)):
            for document in left.values():
                groups[key(document)][side].append(document)
        for olds, news in groups.values():
            for old, new in _zipped(olds, news) if olds and news else ():
                if fits(old, new):
                    self._take(old, new)

    def _by_likeness(self) -> None:
        """Pair documents that have at least half of their words in common, the likest first."""
        edges: list[tuple[float, bool, list[str], DocumentData, DocumentData]] = []
        for old, new in self._candidates():
            like = likeness(self.wording(old, new=False), self.wording(new, new=True))
            dated = bool(old.date and new.date and old.date != new.date)
            if like >= (_NEAR_DATED if dated else _NEAR):
                edges.append((-like, _name(old) != _name(new), sorted((old.path, new.path)), old, new))
        for _, _, _, old, new in sorted(edges, key=lambda edge: edge[:3]):
            if old.id in self._old and new.id in self._new:
                self._take(old, new)

    def _candidates(self) -> Iterator[Pair]:
        """The pairs that share enough clauses which few others have."""
        index: dict[str, tuple[list[str], list[str]]] = defaultdict(lambda: ([], []))
        for side, left in enumerate((self._old, self._new)):
            for document in left.values():
                for clause in self.wording(document, new=bool(side)).clauses:
                    index[clause][side].append(document.id)
        shared: dict[tuple[str, str], int] = defaultdict(int)
        for clause, (olds, news) in index.items():
            if max(len(olds), len(news)) <= _COMMON:
                for old in olds:
                    for new in news:
                        shared[old, new] += len(clause)
        for (old, new), weight in shared.items():
            first, second = self._old[old], self._new[new]
            total = self.wording(first, new=False).weight + self.wording(second, new=True).weight
            if 4 * weight >= _NEAR * total:
                yield first, second


def below_root(document: DocumentData) -> str:
    """The path below the folder that was built; of a file that was named itself its name."""
    parts = PurePosixPath(document.path).parts
    return "/".join(parts[1:]) or document.path


def _name(document: DocumentData) -> str:
    return PurePosixPath(document.path).name


def _zipped(olds: Sequence[DocumentData], news: Sequence[DocumentData]) -> Iterator[Pair]:
    """Two groups pair by pair: equal paths, then equal names, then the rest in the order of the paths."""
    left = [sorted(side, key=lambda document: document.path) for side in (olds, news)]
    for key in (lambda document: document.path, _name, lambda _: ""):
        waiting: dict[str, deque[DocumentData]] = defaultdict(deque)
        for document in left[1]:
            waiting[key(document)].append(document)
        unpaired: list[DocumentData] = []
        for old in left[0]:
            if waiting[key(old)]:
                yield old, waiting[key(old)].popleft()
            else:
                unpaired.append(old)
        rest = {document.id for queue in waiting.values() for document in queue}
        left = [unpaired, [document for document in left[1] if document.id in rest]]
