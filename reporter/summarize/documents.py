"""Several documents → the key sentences over all of them."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from itertools import accumulate, islice

import numpy as np

from reporter.config import PicksSection, SummarySection
from reporter.language.rarity import rarity
from reporter.model import Document, Reference
from reporter.summarize.choice import Budget, Choice, choose
from reporter.summarize.curation import overview_name, picks_among
from reporter.summarize.facets import NO_THEMES, Facets, is_slight, turns
from reporter.summarize.hearing import DROPPED
from reporter.summarize.terms import Floats, Indices, TermMatrix, stacked, tf_idf
from reporter.summarize.voices import Keep, Voice, made_anew, voices_of

# Without a budget: two sentences a document, but no fewer and no more than these.
_EACH, _FEWEST, _MOST = 2, 5, 12
# So many documents get a turn where there is no room for all: far more than any page has lines.
_MOST_TURNS = 200
# A sentence of fewer words beside its figures has no frame of its own: 增长 5%.
_FRAME_WORDS = 3
_FIGURES = re.compile(r"\d")
_UNCURATED = PicksSection()


def summarize_documents(
    documents: Sequence[Document],
    settings: SummarySection,
    curation: PicksSection = _UNCURATED,
    themes: Mapping[str, str] = NO_THEMES,
    keep: Keep = made_anew,
) -> tuple[Reference, ...]:
    """The key sentences over all documents, in the order of the documents and then of their text.

    Every document is heard when the budget allows; else places, folders, kinds and themes take turns (``facets``), and
    slight documents are passed over. No two sentences say the same, and no three but for their figures, while there is
    anything else. Without a budget there are two sentences a
    document, at least 5 and at most 12. Empty for documents without sentences. What the curation pins is in, over the
    budget if need be; what it drops is out; what it orders comes first. ``keep`` has what earlier builds have found out
    of single documents (``voices_of``).

    Raises:
        ConfigurationError: there is no method of that name.
    """
    voices = voices_of(documents, settings, themes, keep)
    places = [(voice, index) for voice in voices for index in range(len(voice.scores))]
    if not places:
        return ()
    picks = picks_among([overview_name(voice.document, voice.sentences[index]) for voice, index in places], curation)
    choice = choice_over(voices, budget_of(documents, settings))
    for index in picks.pinned:
        choice.add(index)
    scores = np.concatenate([voice.scores for voice in voices])
    tiers = [tier for voice in voices for tier in voice.tiers]
    tiers = [DROPPED if index in picks.dropped else tier for index, tier in enumerate(tiers)]
    must = best = [index for index in speakers(voices) if index not in picks.dropped]
    if not choice.budget.holds(choice.lengths[[*choice.chosen, *must]]):
        all_slight = bool(settings.topic) or all(voice.slight for voice in voices)
        passed_over = {voice.document for voice in voices if voice.slight and not all_slight}
        tiers = [DROPPED if its.document in passed_over else tier for (its, _), tier in zip(places, tiers, strict=True)]
        best = [index for index in must if places[index][0].document not in passed_over]
        hear_in_turns(choice, [places[index][0].facets for index in best], scores, best)
        must = []
    choose(choice, scores, tiers, must)
    hear_the_rest(choice, best)
    return tuple(
        Reference(voice.document, voice.sentences[index], float(voice.scores[index]))
        for voice, index in (places[chosen] for chosen in picks.ordered(choice.chosen))
    )


def budget_of(documents: Sequence[Document], settings: SummarySection) -> Budget:
    """The overall budget of the settings, or the one that so many documents have by default."""
    if settings.overall_chars is not None:
        return Budget(settings.overall_sentences, settings.overall_chars)
    return Budget(sentences=settings.overall_sentences or max(_FEWEST, min(_MOST, _EACH * len(documents))))


def slight_among(
    documents: Sequence[Document], settings: SummarySection, chosen: Sequence[Reference]
) -> tuple[str, ...]:
    """The ids of the slight documents that a choice over all has passed over for others."""
    return passed_over({document.id: is_slight(document) for document in documents}, settings, chosen)


def passed_over(slight: Mapping[str, bool], settings: SummarySection, chosen: Sequence[Reference]) -> tuple[str, ...]:
    """The same of documents by id, of each whether it is slight, in the order given; none where all are, where a topic
    is sought, or where there are no more documents than were chosen from."""
    if len(slight) <= len(chosen) or settings.topic or all(slight.values()):
        return ()
    heard_of = {reference.document for reference in chosen}
    return tuple(name for name, its in slight.items() if its and name not in heard_of)


def hear_in_turns(choice: Choice, facets: Sequence[Facets], scores: Floats, best: Sequence[int]) -> None:
    """Take the best sentence of one document after the other while there is room; places, folders, kinds and themes
    take turns. Where all are of one place, folder, kind and theme there is nothing to balance and nothing is taken: the
    choice that follows keeps documents from crowding one another, and hears more than one item of a digest.

    Args:
        facets: of each document that has something to say.
        scores: of all sentences of all documents.
        best: the best sentence of each of those documents, counted over all documents.
    """
    if len(set(facets)) < 2:
        return
    for at in islice(turns(facets, [float(scores[index]) for index in best]), _MOST_TURNS):
        if choice.budget.spent(len(choice.chosen), choice.length):
            return
        choice.take(best[at])


def speakers(voices: Sequence[Voice]) -> list[int]:
    """The sentence that speaks for each document, counted over all documents, best first."""
    best: list[tuple[float, int]] = []
    start = 0
    for voice in voices:
        if voice.speaker is not None:
            best.append((-float(voice.scores[voice.speaker]), start + voice.speaker))
        start += len(voice.scores)
    return [index for _, index in sorted(best)]


def choice_over(voices: Sequence[Voice], budget: Budget) -> Choice:
    """An empty choice among the sentences of all documents, over one set of terms; documents take turns."""
    counts, terms = stacked([voice.words for voice in voices])
    lengths = np.concatenate([voice.lengths for voice in voices])
    rows = tf_idf(counts, terms, rarity())
    frames = frames_of(rows, terms) if len(voices) > 1 else None
    return Choice(rows, lengths, groups_of(voices), budget, frames)


def frames_of(rows: TermMatrix, terms: Sequence[str]) -> TermMatrix:
    """The sentences as unit rows of their words without figures; those of few words have no frame and are empty."""
    frames = rows.of_terms(np.array([not _FIGURES.search(term) for term in terms], dtype=bool))
    words = np.bincount(frames.rows, minlength=rows.shape[0])
    whole = words[frames.rows] >= _FRAME_WORDS
    kept = TermMatrix(frames.rows[whole], frames.columns[whole], frames.values[whole], frames.shape)
    return kept.unit_rows()


def hear_the_rest(choice: Choice, speakers: Sequence[int]) -> None:
    """Where there is room left, hear documents that have nothing to say but what others say of other figures.

    Args:
        speakers: the sentence that speaks for each document, counted over all documents.
    """
    heard = set(choice.groups[choice.chosen].tolist())
    choice.frames = None
    for index in speakers:
        if choice.budget.spent(len(choice.chosen), choice.length):
            return
        if int(choice.groups[index]) not in heard:
            choice.take(index)


def groups_of(voices: Sequence[Voice]) -> Indices:
    """For each sentence the number of what it tells of: its document, or its item of a digest."""
    starts = accumulate((voice.told for voice in voices), initial=0)
    return np.concatenate([start + voice.item for start, voice in zip(starts, voices, strict=False)])
