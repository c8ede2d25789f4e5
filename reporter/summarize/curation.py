"""The editor's hand in a choice: sentences that are in, sentences that are out, and their order, by id.

A sentence's id is made of its own words, so it survives anything that happens around it: other paragraphs, other
headings, another encoding or format. It changes with its words, and where the same sentence stands twice with a repeat
before it. Ids that name nothing become findings.
"""

from __future__ import annotations

import difflib
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from reporter.config import CurationSection, Picked, PicksSection
from reporter.model import Document, Finding, Saying
from reporter.model.analyses import document_ids

# The likeness of words (Ratcliff & Obershelp) from which a sentence is taken for an edited version of another.
_ALIKE = 0.6


@dataclass(frozen=True, slots=True)
class Picks:
    """The sentences of a curation, by their index among those it is held against."""

    pinned: tuple[int, ...] = ()
    dropped: frozenset[int] = frozenset()
    order: tuple[int, ...] = ()

    def ordered(self, chosen: Iterable[int]) -> list[int]:
        """Some sentences as the editor orders them: those named first, the others in the order of the text."""
        rank = {index: place for place, index in enumerate(self.order)}
        return sorted(chosen, key=lambda index: (rank.get(index, len(rank)), index))


def picks_among(names: Sequence[str], section: PicksSection) -> Picks:
    """What a section of the curation says of the sentences with these ids; ids of none of them are passed over."""
    if section == PicksSection():
        return Picks()
    place = {name: index for index, name in enumerate(names)}
    pinned, dropped, order = (
        [place[pick.id] for pick in map(picked, entries) if pick.id in place]
        for entries in (section.pin, section.drop, section.order)
    )
    return Picks(tuple(dict.fromkeys(pinned)), frozenset(dropped), tuple(dict.fromkeys(order)))


def picked(entry: str | Picked) -> Picked:
    """An entry of a curation, which may be an id alone."""
    return Picked(entry) if isinstance(entry, str) else entry


def picks_of(document: Document, curation: CurationSection) -> PicksSection:
    """What the curation says of one document."""
    return curation.documents.get(document.id, PicksSection())


def picks_of_text(document: Document, curation: CurationSection) -> PicksSection:
    """What the curation says of a text that is read by itself, where its document's id may be another than in the
    folder: its document's table, else every entry of any table that names one of its sentences."""
    if document.id in curation.documents:
        return curation.documents[document.id]
    own = {sentence.id for sentence in document.sentences}
    tables = curation.documents.values()
    pin, drop, order = (
        tuple(entry for table in tables for entry in getattr(table, key) if picked(entry).id in own)
        for key in ("pin", "drop", "order")
    )
    return PicksSection(pin, drop, order)


def overview_name(document: str, sentence: str) -> str:
    """How the curation of the overview names a sentence."""
    return f"{document}/{sentence}"


def pick_document(entry: str | Picked) -> str:
    """The id of the document that an entry of the overview's curation names."""
    return picked(entry).id.rpartition("/")[0]


# -- what the curation names and the documents lack


class DocumentsById(Mapping[str, Document]):
    """Documents by their ids, in their order. Of thousands those are opened that are asked for."""

    def __init__(self, documents: Sequence[Document]) -> None:
        self._documents = documents
        self._places = {name: at for at, name in enumerate(document_ids(documents))}

    def __getitem__(self, name: str) -> Document:
        return self._documents[self._places[name]]

    def __iter__(self) -> Iterator[str]:
        return iter(self._places)

    def __len__(self) -> int:
        return len(self._places)

    def __contains__(self, name: object) -> bool:
        return name in self._places


def unknown_ids(documents: Sequence[Document], curation: CurationSection) -> tuple[Finding, ...]:
    """A warning for each id of the curation that no document has."""
    if curation == CurationSection():
        return ()
    by_id = DocumentsById(documents)
    return (
        *(found for name, table in curation.documents.items() for found in _of_document(name, table, by_id)),
        *_of_overview(curation.overview, by_id),
    )


def unknown_in(document: Document, table: PicksSection) -> tuple[Finding, ...]:
    """A warning for each id of a document's table that it does not have."""
    return tuple(_of_document(document.id, table, {document.id: document}))


def _of_document(name: str, table: PicksSection, by_id: Mapping[str, Document]) -> Iterator[Finding]:
    document = by_id.get(name)
    if document is None:
        yield _unknown(_NO_DOCUMENT, _elsewhere(table, by_id.values()) or _nearest(name, by_id), name=name)
        return
    texts = {sentence.id: sentence.text for sentence in document.sentences}
    for entry in _entries(table):
        if entry.id not in texts:
            instead = _likest(entry, texts)
            yield replace(_unknown(_NO_SENTENCE, instead, name=name, id=entry.id), document=name)


def _of_overview(table: PicksSection, by_id: Mapping[str, Document]) -> Iterator[Finding]:
    for entry in _entries(table):
        name, _, sentence = entry.id.rpartition("/")
        document = by_id.get(name)
        texts = {own.id: own.text for own in document.sentences} if document else {}
        if sentence not in texts:
            likest = _likest(Picked(sentence, entry.text), texts) if texts else ""
            instead = overview_name(name, likest) if likest else _standing_in(entry, by_id.values())
            yield _unknown(_NOWHERE, instead, id=entry.id)


def _standing_in(entry: Picked, documents: Iterable[Document]) -> str:
    """Where a sentence of that id stands, in whichever document; empty for nowhere."""
    wanted = entry.id.rpartition("/")[2]
    found = (overview_name(its.id, wanted) for its in documents if any(own.id == wanted for own in its.sentences))
    return next(found, "")


def _entries(table: PicksSection) -> tuple[Picked, ...]:
    """Every entry of a table, each id once."""
    entries = (picked(entry) for entry in (*table.pin, *table.drop, *table.order))
    return tuple({entry.id: entry for entry in entries}.values())


# What is unknown: (said with an id to take instead, said without one).
_NO_DOCUMENT = (
    Saying(
        "curation-unknown-id.document-like",
        "warning",
        "curation: there is no document {name}",
        "did you mean {instead}?",
    ),
    Saying(
        "curation-unknown-id.document",
        "warning",
        "curation: there is no document {name}",
        "take it out, or copy the id anew from briefing.json or --explain",
    ),
)
_NO_SENTENCE = (
    Saying(
        "curation-unknown-id.sentence-like",
        "warning",
        "curation: {name} has no sentence {id}",
        "did you mean {instead}?",
    ),
    Saying(
        "curation-unknown-id.sentence",
        "warning",
        "curation: {name} has no sentence {id}",
        "take it out, or copy the id anew from briefing.json or --explain",
    ),
)
_NOWHERE = (
    Saying(
        "curation-unknown-id.nowhere-like",
        "warning",
        "curation: no document has the sentence {id}",
        "did you mean {instead}?",
    ),
    Saying(
        "curation-unknown-id.nowhere",
        "warning",
        "curation: no document has the sentence {id}",
        "take it out, or copy the id anew from briefing.json or --explain",
    ),
)


def _unknown(sayings: tuple[Saying, Saying], instead: str, **values: Any) -> Finding:
    like, plain = sayings
    return like.finding(instead=instead, **values) if instead else plain.finding(**values)


def _elsewhere(table: PicksSection, documents: Iterable[Document]) -> str:
    """The document that has most of a table's sentences: the file was renamed or moved."""
    wanted = {entry.id for entry in _entries(table)}
    shared = {document.id: len(wanted.intersection(s.id for s in document.sentences)) for document in documents}
    best = max(shared, key=lambda name: shared[name], default="")
    return best if best and shared[best] else ""


def _likest(entry: Picked, texts: Mapping[str, str]) -> str:
    """The sentence whose words are most like those kept beside the id; without words the nearest id."""
    if not entry.text:
        return _nearest(entry.id, texts)
    matcher = difflib.SequenceMatcher(b=entry.text, autojunk=False)
    best, likeness = "", _ALIKE
    for name, text in texts.items():
        matcher.set_seq1(text)
        if matcher.real_quick_ratio() > likeness and matcher.quick_ratio() > likeness and matcher.ratio() > likeness:
            best, likeness = name, matcher.ratio()
    return best


def _nearest(name: str, known: Collection[str]) -> str:
    return next(iter(difflib.get_close_matches(name, list(known), n=1, cutoff=0.85)), "")
