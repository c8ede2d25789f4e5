"""Several documents → the key sentences over all of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from reporter.config import SummarySection
from reporter.language.words import rarity
from reporter.model import Document, Reference
from reporter.summarize.choice import Budget, Choice, choose
from reporter.summarize.context import Context, context_of
from reporter.summarize.ranking import Ranked, ranked
from reporter.summarize.terms import Indices, count_terms, tf_idf

# Without a budget: two sentences a document, but no fewer and no more than these.
_EACH, _FEWEST, _MOST = 2, 5, 12


def summarize_documents(documents: Sequence[Document], settings: SummarySection) -> tuple[Reference, ...]:
    """The key sentences over all documents, in the order of the documents and then of their text.

    Every document is heard when the budget allows; no two sentences say the same. Without a budget there are two
    sentences a document, at least 5 and at most 12. Empty for documents without sentences.

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
    choice = choice_over(tables, budget_of(documents, settings))
    scores = np.concatenate([table.scores for table in tables])
    tiers = [tier for table in tables for tier in table.tiers]
    return tuple(
        Reference(documents[at].id, documents[at].sentences[index].id, float(tables[at].scores[index]))
        for at, index in (places[chosen] for chosen in sorted(choose(choice, scores, tiers, heard(tables))))
    )


def budget_of(documents: Sequence[Document], settings: SummarySection) -> Budget:
    """The overall budget of the settings, or the one that so many documents have by default."""
    if settings.overall_chars is not None:
        return Budget(settings.overall_sentences, settings.overall_chars)
    return Budget(sentences=settings.overall_sentences or max(_FEWEST, min(_MOST, _EACH * len(documents))))


def voices(context: Context) -> int:
    """How many things a document tells: one, or as many as a digest has items."""
    return context.units.count if context.units.digest else 1


def heard(tables: Sequence[Ranked]) -> list[int]:
    """The best sentence of each document, counted over all documents, best first."""
    best: list[tuple[float, int]] = []
    start = 0
    for table in tables:
        if len(table.scores):
            index = table.best(range(len(table.scores)))
            best.append((-float(table.scores[index]), start + index))
        start += len(table.scores)
    return [index for _, index in sorted(best)]


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
