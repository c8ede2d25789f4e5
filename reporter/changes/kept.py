"""Documents that only one build has → those of the other that have nearly all of their text: reprints, other copies."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence

from reporter.changes.data import DocumentData
from reporter.changes.wording import letters

# How much of a document's letters stand in sentences of the other. Reprints drop or add a line of the source; of
# generated reports of two years less than 0.2 do.
_MOST = 0.8
# A title that more documents have tells none of them apart.
_NAMESAKES = 12


def kept_in(alone: Sequence[DocumentData], others: Sequence[DocumentData]) -> dict[str, DocumentData]:
    """The id of a document → the document of the other build that has most of its text, if one has nearly all; of equal
    ones the first by path. Only documents are looked into that have half of its sentences as they are written, or its
    title."""
    candidates = _candidates(alone, others) if alone else {}
    found: dict[str, DocumentData] = {}
    for document in alone:
        own = [letters(sentence.text) for sentence in document.sentences] if candidates[document.id] else []
        rated = [(-_part(own, other), other.path, other) for other in candidates[document.id]]
        best = min(rated, key=lambda item: item[:2], default=None)
        if best is not None and -best[0] >= _MOST:
            found[document.id] = best[2]
    return found


def _candidates(alone: Sequence[DocumentData], others: Sequence[DocumentData]) -> Mapping[str, Sequence[DocumentData]]:
    """The documents to look into, in their order."""
    texts, titles = defaultdict[str, list[str]](list), defaultdict[str, list[str]](list)
    enough: dict[str, float] = {}
    for document in alone:
        titles[document.title.text].append(document.id)
        said = {sentence.text for sentence in document.sentences}
        enough[document.id] = max(1, sum(map(len, said)) / 2)
        for text in said:
            texts[text].append(document.id)
    found: dict[str, list[DocumentData]] = {document.id: [] for document in alone}
    named = Counter(other.title.text for other in others)
    for other in others:
        shared: Counter[str] = Counter()
        for text in {sentence.text for sentence in other.sentences} & texts.keys():
            for name in texts[text]:
                shared[name] += len(text)
        same = titles.get(other.title.text, []) if named[other.title.text] <= _NAMESAKES else []
        for name in {*same, *(name for name, length in shared.items() if length >= enough[name])}:
            found[name].append(other)
    return found


def _part(own: Sequence[str], other: DocumentData) -> float:
    """How much of the letters are in sentences that the other has; 0 for none."""
    there = sentences_of(other)
    total = sum(map(len, own))
    return sum(len(text) for text in own if text in there) / total if total else 0.0


def sentences_of(document: DocumentData) -> frozenset[str]:
    """The letters of its sentences."""
    return frozenset(letters(sentence.text) for sentence in document.sentences)
