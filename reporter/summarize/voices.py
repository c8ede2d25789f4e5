"""Document → what the choice over all documents needs of it; the document itself is let go of.

The words of its sentences are the most of that: each is held once, however many documents use it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from sys import intern

import numpy as np

from reporter.config import SummarySection
from reporter.model import Document
from reporter.model.analyses import document_ids
from reporter.summarize.context import Context, context_of
from reporter.summarize.facets import Facets, facets_of, is_slight
from reporter.summarize.patterns import FIGURE
from reporter.summarize.ranking import Ranked, ranked
from reporter.summarize.substance import hollow, is_nameless, is_notice, is_official, substantial
from reporter.summarize.terms import Counted, Floats, Indices

# By what part of the best score a sentence that names its place may be worse than one that does not.
_NEAR = 0.1


@dataclass(frozen=True, slots=True, eq=False)
class Voice:
    """A document in the choice over all; every array has one entry a sentence.

    ``sentences`` are their ids, ``words`` counts their content words, ``item`` is the number of the item that each
    belongs to, all 0 but in a digest, ``told`` how many items there are. ``speaker`` is the sentence that speaks for
    the document, None where it has no sentences; ``slight`` says that it tells next to nothing.
    """

    document: str
    sentences: tuple[str, ...]
    words: Counted
    scores: Floats
    tiers: tuple[int, ...]
    lengths: Floats
    item: Indices
    told: int
    speaker: int | None
    facets: Facets
    slight: bool


# Gives the voice of the document at a place, kept or made, by what decides it beside the document.
Keep = Callable[[int, tuple[object, ...], Callable[[], Voice]], Voice]


def made_anew(at: int, parts: tuple[object, ...], make: Callable[[], Voice]) -> Voice:  # noqa: ARG001
    """The voice, made now."""
    return make()


def voices_of(
    documents: Sequence[Document], settings: SummarySection, themes: Mapping[str, str], keep: Keep = made_anew
) -> list[Voice]:
    """The voice of each document, in the order given.

    Args:
        documents: gone through once, twice under a budget of characters; those whose voice is kept are not looked at.
        themes: the theme that a document speaks of most, by its id, as far as known.
        keep: has the voices of earlier builds.

    Raises:
        ConfigurationError: there is no method of the settings' name.
    """
    share = None
    if settings.overall_chars is not None:
        told = sum(items_told(context_of(document, settings.topic)) for document in documents)
        share = settings.overall_chars / max(1, told)
    found: list[Voice] = []
    for at, name in enumerate(document_ids(documents)):
        parts = settings, share, themes.get(name, "")
        voice = keep(at, parts, partial(_voice_at, documents, at, *parts))
        found.append(replace(voice, words=replace(voice.words, terms=tuple(map(intern, voice.words.terms)))))
    return found


def _voice_at(
    documents: Sequence[Document], at: int, settings: SummarySection, share: float | None, theme: str
) -> Voice:
    return _voice(documents[at], settings, share, theme)


def _voice(document: Document, settings: SummarySection, share: float | None, theme: str) -> Voice:
    table = ranked(document, replace(context_of(document, settings.topic), share=share), settings.method)
    units = table.context.units
    return Voice(
        document=document.id,
        sentences=tuple(sentence.id for sentence in document.sentences),
        words=Counted.of(table.context.counts, table.context.terms),
        scores=table.scores,
        tiers=tiers_of(table),
        lengths=table.context.lengths,
        item=units.number if units.digest else np.zeros_like(units.number),
        told=items_told(table.context),
        speaker=speaker(table) if len(table.scores) else None,
        facets=facets_of(document, theme),
        slight=is_slight(document),
    )


def items_told(context: Context) -> int:
    """How many things a document tells: one, or as many as a digest has items."""
    return context.units.count if context.units.digest else 1


def speaker(table: Ranked) -> int:
    """The sentence that speaks for a document with sentences: its best; where that is hollow, the best of substance.

    Before strangers 全县 is no name: of sentences about as good one that names a place or body of the document speaks.
    """
    everything = range(len(table.scores))
    best = table.best(everything)
    if _as_it_stands(table):
        return best
    solid = [index for index, told in enumerate(substantial(table.context.texts)) if told]
    if empty_among(table)[best]:
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
    return tuple(max(tier, int(its)) for tier, its in zip(table.tiers, empty_among(table), strict=True))


def empty_among(table: Ranked) -> tuple[bool, ...]:
    """For each sentence whether it has to give way: it is hollow (``hollow``), or gives notice of a meeting or a report
    where a whole statement of the document has a figure."""
    texts = table.context.texts
    empty = hollow(texts, official=is_official(table.document))
    told = any(tier == 0 and FIGURE.search(text) for tier, text in zip(table.tiers, texts, strict=True))
    return tuple(its or (told and is_notice(text)) for its, text in zip(empty, texts, strict=True))


def _as_it_stands(table: Ranked) -> bool:
    """Items of a digest have little else to say, and what is on a topic is asked for whatever it says."""
    return bool(table.context.topic) or table.context.units.digest
