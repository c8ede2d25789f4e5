"""Several documents → the key sentences over all of them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import islice

import numpy as np

from reporter.config import PicksSection, SummarySection
from reporter.language.words import rarity
from reporter.model import Document, Reference
from reporter.summarize.choice import Budget, Choice, choose
from reporter.summarize.context import Context, context_of
from reporter.summarize.curation import overview_name, picks_among
from reporter.summarize.facets import NO_THEMES, facets_of, in_turns, is_slight
from reporter.summarize.hearing import DROPPED
from reporter.summarize.ranking import Ranked, ranked
from reporter.summarize.substance import hollow, is_nameless, is_official, substantial
from reporter.summarize.terms import Indices, count_terms, tf_idf

# Without a budget: two sentences a document, but no fewer and no more than these.
_EACH, _FEWEST, _MOST = 2, 5, 12
# By what part of the best score a sentence that names its place may be worse than one that does not.
_NEAR = 0.1
# So many documents get a turn where there is no room for all: far more than any page has lines.
_MOST_TURNS = 200
_UNCURATED = PicksSection()


def summarize_documents(
    documents: Sequence[Document],
    settings: SummarySection,
    curation: PicksSection = _UNCURATED,
    themes: Mapping[str, str] = NO_THEMES,
) -> tuple[Reference, ...]:
    """The key sentences over all documents, in the order of the documents and then of their text.

    Every document is heard when the budget allows; else places, folders, kinds and themes take turns (``facets``), and
    slight documents are passed over. No two sentences say the same. Without a budget there are two sentences a
    document, at least 5 and at most 12. Empty for documents without sentences. What the curation pins is in, over the
    budget if need be; what it drops is out; what it orders comes first.

    Raises:
        ConfigurationError: there is no method of that name.
    """
    contexts = [context_of(document, settings.topic) for document in documents]
    if settings.overall_chars is not None:
        share = settings.overall_chars / max(1, sum(map(voices, contexts)))
        contexts = [replace(context, share=share) for context in contexts]
    tables = [ranked(document, context, settings.method) for document, context in zip(documents, contexts, strict=True)]
    places = [(at, index) for at, table in enumerate(tables) for index in range(len(table.scores))]
    if not places:
        return ()
    names = [overview_name(documents[at].id, documents[at].sentences[index].id) for at, index in places]
    picks = picks_among(names, curation)
    choice = choice_over(tables, budget_of(documents, settings))
    for index in picks.pinned:
        choice.add(index)
    scores = np.concatenate([table.scores for table in tables])
    tiers = [tier for table in tables for tier in tiers_of(table)]
    tiers = [DROPPED if index in picks.dropped else tier for index, tier in enumerate(tiers)]
    must = [index for index in heard(tables) if index not in picks.dropped]
    if not choice.budget.holds(choice.lengths[[*choice.chosen, *must]]):
        passed_over = slight_of(documents, settings)
        tiers = [DROPPED if at in passed_over else tier for (at, _), tier in zip(places, tiers, strict=True)]
        best = [index for index in must if places[index][0] not in passed_over]
        hear_in_turns(choice, documents, tables, best, themes)
        must = []
    return tuple(
        Reference(documents[at].id, documents[at].sentences[index].id, float(tables[at].scores[index]))
        for at, index in (places[chosen] for chosen in picks.ordered(choose(choice, scores, tiers, must)))
    )


def budget_of(documents: Sequence[Document], settings: SummarySection) -> Budget:
    """The overall budget of the settings, or the one that so many documents have by default."""
    if settings.overall_chars is not None:
        return Budget(settings.overall_sentences, settings.overall_chars)
    return Budget(sentences=settings.overall_sentences or max(_FEWEST, min(_MOST, _EACH * len(documents))))


def slight_of(documents: Sequence[Document], settings: SummarySection) -> frozenset[int]:
    """The places of the documents that tell next to nothing; none where all do, or where a topic is sought."""
    found = frozenset(at for at, document in enumerate(documents) if is_slight(document))
    return found if len(found) < len(documents) and not settings.topic else frozenset()


def slight_among(
    documents: Sequence[Document], settings: SummarySection, chosen: Sequence[Reference]
) -> tuple[str, ...]:
    """The ids of the slight documents that a choice over all has passed over for others."""
    heard_of = {reference.document for reference in chosen}
    if len(documents) <= len(chosen):
        return ()
    return tuple(documents[at].id for at in sorted(slight_of(documents, settings)) if documents[at].id not in heard_of)


def hear_in_turns(
    choice: Choice,
    documents: Sequence[Document],
    tables: Sequence[Ranked],
    best: Sequence[int],
    themes: Mapping[str, str],
) -> None:
    """Take the best sentence of one document after the other while there is room; places, folders, kinds and themes
    take turns. Where all are of one place, folder, kind and theme there is nothing to balance and nothing is taken: the
    choice that follows keeps documents from crowding one another, and hears more than one item of a digest.

    Args:
        best: the best sentence of each document that has something to say, counted over all documents.
        themes: the theme that a document speaks of most, by its id, as far as known.
    """
    owners = np.repeat(np.arange(len(tables)), [len(table.scores) for table in tables])
    scores = np.concatenate([table.scores for table in tables])
    able = [documents[int(owners[index])] for index in best]
    if len({facets_of(document, themes.get(document.id, "")) for document in able}) < 2:
        return
    for at in islice(in_turns(able, [float(scores[index]) for index in best], themes), _MOST_TURNS):
        if choice.budget.spent(len(choice.chosen), choice.length):
            return
        choice.take(best[at])


def voices(context: Context) -> int:
    """How many things a document tells: one, or as many as a digest has items."""
    return context.units.count if context.units.digest else 1


def heard(tables: Sequence[Ranked]) -> list[int]:
    """The sentence that speaks for each document, counted over all documents, best first."""
    best: list[tuple[float, int]] = []
    start = 0
    for table in tables:
        if len(table.scores):
            index = speaker(table)
            best.append((-float(table.scores[index]), start + index))
        start += len(table.scores)
    return [index for _, index in sorted(best)]


def speaker(table: Ranked) -> int:
    """The sentence that speaks for a document with sentences: its best; where that is hollow, the best of substance.

    Before strangers 全县 is no name: of sentences about as good one that names a place or body of the document speaks.
    """
    everything = range(len(table.scores))
    best = table.best(everything)
    if _as_it_stands(table):
        return best
    solid = [index for index, told in enumerate(substantial(table.context.texts)) if told]
    if hollow(table.context.texts, official=is_official(table.document))[best]:
        best = table.best(solid)
    names = (*table.document.regions, *table.document.organisations)
    if not is_nameless(table.context.texts[best], names):
        return best
    least = table.scores[best] - _NEAR * abs(table.scores[best])
    near = (index for index in solid if table.scores[index] >= least)
    named = [index for index in near if any(name in table.context.texts[index] for name in names)]
    return table.best(named) if named else best


def tiers_of(table: Ranked) -> tuple[int, ...]:
    """The tiers of a document's sentences; hollow ones are poor choices where it has any of substance."""
    if _as_it_stands(table):
        return table.tiers
    empty = hollow(table.context.texts, official=is_official(table.document))
    return tuple(max(tier, int(its)) for tier, its in zip(table.tiers, empty, strict=True))


def _as_it_stands(table: Ranked) -> bool:
    """Items of a digest have little else to say, and what is on a topic is asked for whatever it says."""
    return bool(table.context.topic) or table.context.units.digest


def choice_over(tables: Sequence[Ranked], budget: Budget) -> Choice:
    """An empty choice among the sentences of all documents, over one set of terms; documents take turns."""
    counts, terms = count_terms([words for table in tables for words in table.context.content])
    lengths = np.concatenate([table.context.lengths for table in tables])
    return Choice(tf_idf(counts, terms, rarity()), lengths, groups_of(tables), budget)


def groups_of(tables: Sequence[Ranked]) -> Indices:
    """For each sentence the number of what it tells of: its document, or its item of a digest."""
    numbers: list[Indices] = []
    start = 0
    for table in tables:
        units = table.context.units
        numbers.append(start + (units.number if units.digest else np.zeros_like(units.number)))
        start += voices(table.context)
    return np.concatenate(numbers)
