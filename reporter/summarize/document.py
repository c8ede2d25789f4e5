"""One document → its key sentences, as a whole and section by section."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from reporter.config import PicksSection, SummarySection
from reporter.model import Document, Summary
from reporter.summarize.choice import Budget, Choice, choose
from reporter.summarize.context import context_of
from reporter.summarize.curation import Picks, picks_among
from reporter.summarize.explanation import left_out, reasons
from reporter.summarize.hearing import DROPPED, Made, hear, unheard, voices
from reporter.summarize.ranking import Ranked, ranked
from reporter.summarize.topics import forms_of, sentences_on
from reporter.summarize.units import first_level

# A document's summary has at least so many sentences when it is not asked for otherwise.
_FEWEST = 5
# A section with more sentences than this gets two of them in its own summary.
_LONG_SECTION = 12
_UNCURATED = PicksSection()


def summarize_document(
    document: Document,
    settings: SummarySection,
    curation: PicksSection = _UNCURATED,
    *,
    explained: bool = False,
    sectioned: bool = True,
) -> Summary:
    """The key sentences of a document under the budget of the settings, and those of each section.

    Without a budget there are max(5, number of first-level sections) sentences. Empty for a document without sentences.
    A topic that no sentence is on changes nothing. What the curation pins is in, over the budget if need be.

    Args:
        explained: fill in ``reasons`` and ``left_out`` too.
        sectioned: fill in ``sections``; without it they stay empty.

    Raises:
        ConfigurationError: there is no method of that name.
    """
    names = [sentence.id for sentence in document.sentences]
    picks = picks_among(names, curation)
    table = _without(_table(document, settings), picks)
    made = _made(table, budget_of(document, settings), picks)
    order = picks.ordered(made.choice.chosen)
    best = sorted(order, key=lambda index: (-table.scores[index], index))
    return Summary(
        sentences=tuple(names[index] for index in order),
        ranking=tuple(names[index] for index in best),
        sections=tuple(
            (section, tuple(names[index] for index in sorted(chosen)))
            for section, chosen in (by_section(table) if sectioned else ())
        ),
        scores=tuple(zip(names, map(float, table.scores), strict=True)),
        unheard=unheard(table, made.choice),
        reasons=reasons(table, made, settings.method, order) if explained else (),
        left_out=left_out(table, made) if explained else (),
    )


def _table(document: Document, settings: SummarySection) -> Ranked:
    """The sentences scored; by the topic as well where any of them is on it."""
    on_topic = settings.topic and sentences_on(document, forms_of(settings.topic))
    context = context_of(document, settings.topic if on_topic else ())
    if settings.chars is not None:
        context = replace(context, share=settings.chars / max(1, context.units.count))
    return ranked(document, context, settings.method)


def _without(table: Ranked, picks: Picks) -> Ranked:
    """The same with the dropped sentences in a tier that nothing is taken from."""
    if not picks.dropped:
        return table
    tiers = (DROPPED if index in picks.dropped else tier for index, tier in enumerate(table.tiers))
    return replace(table, tiers=tuple(tiers))


def budget_of(document: Document, settings: SummarySection) -> Budget:
    """The budget of the settings, or the one that a document has by default."""
    if settings.chars is not None:
        return Budget(settings.sentences, settings.chars)
    return Budget(sentences=settings.sentences or max(_FEWEST, len(set(first_level(document).values()))))


def choice_of(table: Ranked, budget: Budget) -> Choice:
    """An empty choice among the sentences of one document, which are all of one group."""
    context = table.context
    return Choice(context.rows, context.lengths, np.zeros(len(context.texts), dtype=np.intp), budget)


def _made(table: Ranked, budget: Budget, picks: Picks) -> Made:
    """The choice: what is pinned, then a sentence of each first-level section if all fit, then the best of the rest."""
    choice = choice_of(table, budget)
    for index in picks.pinned:
        choice.add(index)
    spoken = hear(table, choice, voices(table, budget, picks.pinned))
    choose(choice, table.scores, table.tiers)
    return Made(choice, frozenset(picks.pinned), spoken)


def by_section(table: Ranked) -> list[tuple[str, list[int]]]:
    """(section id, its best sentences) in document order for each section that has any.

    A section's own sentences speak for it; one that has none takes the best of the sections below it.
    """
    own: dict[str, list[int]] = {}
    for index, sentence in enumerate(table.document.sentences):
        if table.tiers[index] < DROPPED:
            own.setdefault(sentence.section or "", []).append(index)
    below: dict[str, list[int]] = {}
    for section in reversed(table.document.sections):
        if section.parent is not None:
            members = own.get(section.id, []) + below.get(section.id, [])
            below.setdefault(section.parent, []).extend(members)
    groups = ((section.id, own.get(section.id) or below.get(section.id, [])) for section in table.document.sections)
    return [(section, section_choice(table, members)) for section, members in groups if members]


def section_choice(table: Ranked, members: list[int]) -> list[int]:
    """One sentence of a section, two of a long one."""
    choice = choice_of(table, Budget(sentences=2 if len(members) > _LONG_SECTION else 1))
    choice.take(table.best(members))
    choice.fill(table.scores, (index for index in members if table.tiers[index] == 0))
    return choice.chosen
