"""Two builds → what differs between them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from reporter.changes.conclusions import Place, met, only_there
from reporter.changes.data import DocumentData, Edition, FigureData, stated_sentence
from reporter.changes.figures import Fresh, Statements, fresh, gone_figures, new_figures
from reporter.changes.kept import kept_in, sentences_of
from reporter.changes.matching import Matching, below_root
from reporter.changes.passages import only_in, passages, rows
from reporter.changes.wording import letters
from reporter.model.changes import (
    Changes,
    DocumentChange,
    EarlierBuild,
    FigureChange,
    SentenceChange,
    StatedFigure,
    StillThere,
)


@dataclass(frozen=True, slots=True)
class _Pair:
    """A document in both builds: what it was, what has changed in it (None for nothing), the figures that only one of
    its states has, and whether only its file is another."""

    old: DocumentData
    change: DocumentChange | None = None
    figures: Fresh | None = None
    rewritten: bool = False


_Pairs = Mapping[str, _Pair]
# A document that only one build has, by its id → the one of the other build that has its text.
_Kept = Mapping[str, DocumentData]


def changes(old: Edition, new: Edition, earlier: EarlierBuild) -> Changes:
    """What the later build has that the earlier one has not, and the other way round.

    A document that stands in both with the same words has not changed, whatever became of its bytes, its script, its
    punctuation or its place among the others; of one with the same bytes not even the words are looked at, which
    another version of the program may read otherwise. The work grows with the text of what has changed.
    """
    matching = Matching(old.documents, new.documents)
    matching.run()
    was = {after.id: before for before, after in matching.pairs}
    pairs = {
        document.id: _compared(was[document.id], document, matching) for document in new.documents if document.id in was
    }
    stay = {pair.old.id: name for name, pair in pairs.items()}
    known = kept_in([document for document in new.documents if document.id not in pairs], old.documents)
    kept = kept_in([document for document in old.documents if document.id not in stay], new.documents)
    news, losses = list(_came(new, pairs, known)), list(_lost(old, pairs, kept))
    came, lost = _figures(old, new, news, losses)
    fresh_places, gone_places = _places(pairs, news, losses)
    return Changes(
        earlier,
        tuple(_documents(new, pairs)),
        tuple(document.stated for document in old.documents if document.id not in stay),
        tuple(name for name, pair in pairs.items() if pair.rewritten),
        came,
        lost,
        tuple(only_there(new, old, {name: pair.old.id for name, pair in pairs.items()}, fresh_places)),
        tuple(only_there(old, new, stay, gone_places)),
        tuple(met(new, came)),
        tuple(StillThere(name, document.id) for name, document in kept.items()),
    )


# -- documents


def _documents(new: Edition, pairs: _Pairs) -> Iterator[DocumentChange]:
    """What is new or has changed, in the order of the documents."""
    for document in new.documents:
        change = pairs[document.id].change if document.id in pairs else DocumentChange("new", document.stated)
        if change is not None:
            yield change


def _compared(old: DocumentData, new: DocumentData, matching: Matching) -> _Pair:
    """A document in both builds."""
    moved = _is_moved(old, new, matching)
    still = DocumentChange("moved", new.stated, old.stated) if moved else None
    if old.sha256 == new.sha256:
        return _Pair(old, still)
    first, second = matching.wording(old, new=False), matching.wording(new, new=True)
    found = passages(first, second)
    changed_rows, gone_rows = rows(first, second)
    retitled = old.title.text if letters(old.title.text) != letters(new.title.text) else None
    headings = only_in(second.headings, first.headings), only_in(first.headings, second.headings)
    if not (found.new or found.gone or changed_rows or gone_rows or retitled is not None or any(headings)):
        return _Pair(old, still, rewritten=True)
    made_of = {after.id: before for after, before in found.edited}
    edited = {before.id for before in made_of.values()}
    change = DocumentChange(
        "changed",
        new.stated,
        old.stated,
        retitled,
        tuple(
            SentenceChange(
                stated_sentence(sentence),
                stated_sentence(made_of[sentence.id]) if sentence.id in made_of else None,
            )
            for sentence in found.new
        ),
        tuple(stated_sentence(sentence) for sentence in found.gone if sentence.id not in edited),
        *headings,
        changed_rows,
        gone_rows,
    )
    return _Pair(old, change, fresh(old, new, found))


def _is_moved(old: DocumentData, new: DocumentData, matching: Matching) -> bool:
    """Whether a document stands elsewhere; another name of the whole folder moves nothing in it."""
    if matching.other_folders:
        return below_root(old) != below_root(new)
    return old.path != new.path


# -- figures


_News = Sequence[tuple[DocumentData | None, DocumentData, Fresh]]
_Losses = Sequence[tuple[DocumentData, Fresh]]


def _figures(
    old: Edition, new: Edition, news: _News, losses: _Losses
) -> tuple[tuple[FigureChange, ...], tuple[StatedFigure, ...]]:
    """The figures that came, in the order of the later build, and those that are gone, in that of the earlier."""
    earlier = Statements(old, {figure.key for _, _, found in news for figure in found.left})
    later = Statements(new, {figure.key for _, found in losses for figure in found.gone})
    return (
        tuple(change for before, document, found in news for change in new_figures(before, document, found, earlier)),
        tuple(figure for document, found in losses for figure in gone_figures(document, found.gone, later)),
    )


def _came(new: Edition, pairs: _Pairs, kept: _Kept) -> Iterator[tuple[DocumentData | None, DocumentData, Fresh]]:
    """What each document was, it, and its figures that are not those it had; without documents that have none."""
    for document in new.documents:
        pair = pairs.get(document.id)
        if pair is None:
            yield None, document, Fresh(left=_own(document, kept.get(document.id)))
        elif pair.figures and (pair.figures.left or pair.figures.edited):
            yield pair.old, document, pair.figures


def _lost(old: Edition, pairs: _Pairs, kept: _Kept) -> Iterator[tuple[DocumentData, Fresh]]:
    """Each document of the earlier build with its figures that it has no more."""
    left = {pair.old.id: pair.figures for pair in pairs.values()}
    for document in old.documents:
        alone = document.id not in left
        found = Fresh(gone=_own(document, kept.get(document.id))) if alone else left[document.id]
        if found is not None and found.gone:
            yield document, found


def _own(document: DocumentData, other: DocumentData | None) -> list[FigureData]:
    """The figures of a document without those of sentences that the other one has, of which it was a copy."""
    if other is None:
        return list(document.indicators)
    there = sentences_of(other)
    said = {sentence.id for sentence in document.sentences if letters(sentence.text) in there}
    return [figure for figure in document.indicators if figure.sentence not in said]


def _places(pairs: _Pairs, news: _News, losses: _Losses) -> tuple[set[Place], set[Place]]:
    """(document, figure) of what only the later, and of what only the earlier build states."""
    came = {
        (document.id, name)
        for _, document, found in news
        for name in (*found.edited, *(figure.id for figure in found.left))
    }
    replaced = {
        (pair.old.id, figure.id)
        for pair in pairs.values()
        if pair.figures
        for figure in (*pair.figures.edited.values(), *pair.figures.gone)
    }
    return came, replaced | {(document.id, figure.id) for document, found in losses for figure in found.gone}
