"""One document → its key sentences, as a whole and section by section."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from reporter.config import SummarySection
from reporter.model import Document, Summary
from reporter.summarize.choice import Budget, Choice, choose
from reporter.summarize.context import context_of
from reporter.summarize.ranking import Ranked, ranked
from reporter.summarize.units import first_level

# A document's summary has at least so many sentences when it is not asked for otherwise.
_FEWEST = 5
# A section with more sentences than this gets two of them in its own summary.
_LONG_SECTION = 12


def summarize_document(document: Document, settings: SummarySection) -> Summary:
    """The key sentences of a document under the budget of the settings, and those of each section.

    Without a budget there are max(5, number of first-level sections) sentences. Empty for a document without sentences.

    Raises:
        ConfigurationError: there is no method of that name.
    """
    context = context_of(document, settings.topic)
    if settings.chars is not None:
        context = replace(context, share=settings.chars / max(1, context.units.count))
    table = ranked(document, context, settings.method)
    budget = budget_of(document, settings)
    chosen = choose(choice_of(table, budget), table.scores, table.tiers, heard(table, budget))
    names = [sentence.id for sentence in document.sentences]
    return Summary(
        sentences=tuple(names[index] for index in sorted(chosen)),
        ranking=tuple(names[index] for index in sorted(chosen, key=lambda index: (-table.scores[index], index))),
        sections=tuple(
            (section, tuple(names[index] for index in sorted(picks))) for section, picks in by_section(table)
        ),
        scores=tuple(zip(names, map(float, table.scores), strict=True)),
    )


def budget_of(document: Document, settings: SummarySection) -> Budget:
    """The budget of the settings, or the one that a document has by default."""
    if settings.chars is not None:
        return Budget(settings.sentences, settings.chars)
    return Budget(sentences=settings.sentences or max(_FEWEST, len(set(first_level(document).values()))))


def choice_of(table: Ranked, budget: Budget) -> Choice:
    """An empty choice among the sentences of one document, which are all of one group."""
    context = table.context
    return Choice(context.rows, context.lengths, np.zeros(len(context.texts), dtype=np.intp), budget)


def heard(table: Ranked, budget: Budget) -> list[int]:
    """The best sentence of each first-level section that has any, best first.

    The preamble counts as a section where characters are counted, and beside a lone section: what little there is room
    for must not go to the sections alone.
    """
    top = first_level(table.document)
    groups: dict[str, list[int]] = {}
    for index, sentence in enumerate(table.document.sentences):
        groups.setdefault(top.get(sentence.section or "", ""), []).append(index)
    if budget.chars is None and len(groups) > 2:
        groups.pop("", None)
    return sorted(map(table.best, groups.values()), key=lambda index: (-table.scores[index], index))


def by_section(table: Ranked) -> list[tuple[str, list[int]]]:
    """(section id, its best sentences) in document order for each section that has any.

    A section's own sentences speak for it; one that has none takes the best of the sections below it.
    """
    own: dict[str, list[int]] = {}
    for index, sentence in enumerate(table.document.sentences):
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
