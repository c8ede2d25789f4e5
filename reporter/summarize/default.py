"""The default method: a weighted sum of what the document at hand says about each of its sentences."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from reporter.language.words import content_words
from reporter.model import Document
from reporter.summarize import features, openings, patterns
from reporter.summarize.context import Context
from reporter.summarize.substance import hollow
from reporter.summarize.terms import Floats, Indices

# Round numbers, set by hand on the sets that docs/summarizer.md names; a search over all of them at once gained
# nothing on held-out folds (bench/RESULTS.md). The parts that only written text has are damped by its formality.
WEIGHTS: Mapping[str, float] = {
    "centrality": 1.0,
    "lead": 3.0,
    "opening": 0.3,
    "first_paragraph": 0.2,
    "closing": 0.5,
    "density": 0.5,
    "result": 0.15,
    "general": -0.4,
    "report_figures": 0.9,
    "report_plan": 0.15,
    "reported": -0.4,
    "enumeration": -0.05,
    "excess": -1.0,
    "brevity": -0.5,
    "tier": -1.0,
    "title": 1.0,
    "heading": 0.2,
}
# What the sentences behind take up of one, beside half of its centrality; from 0.5 to 1 it makes no difference.
_FORWARD = 0.7
# What an opening that tells nothing has of commonplaces, in documents with sections (the sets of docs/summarizer.md).
_HOLLOW = 2.0


@dataclass(frozen=True, slots=True, eq=False)
class ScorePart:
    """One reason why sentences score as they do: what it gives to each sentence, weight and all."""

    name: str
    values: Floats


def default(document: Document, context: Context) -> list[float]:
    """The sum of each sentence's parts."""
    total = np.zeros(len(context.texts))
    for part in score_parts(document, context):
        total = total + part.values
    return [float(score) for score in total]


def score_parts(document: Document, context: Context) -> tuple[ScorePart, ...]:
    """The parts that add up to the score, in the order of the weights."""
    found = measures(document, context)
    return tuple(ScorePart(name, weight * found[name]) for name, weight in WEIGHTS.items())


def measures(document: Document, context: Context) -> dict[str, Floats]:
    """Every part by name, one number a sentence, before weighting."""
    formal = features.formality(context)
    report = formal if document.sections else 0.0
    story = 0.0 if document.sections or context.units.digest else formal
    figures = patterns.figures(context.texts)
    general = patterns.found(patterns.GENERAL, context.texts) * (figures == 0)
    lead = openings.lead(context, places(context), news=not document.sections)
    empty = np.array(hollow(context.texts), dtype=float) if document.sections else np.zeros(len(context.texts))
    title, heading = likeness_to_titles(document, context)
    return {
        "centrality": centrality(context, formal - report),
        "lead": formal * (1.0 - np.maximum(general / 2, empty)) * lead,
        "opening": formal * (lead == 1.0) * (1.0 - empty),
        "first_paragraph": formal * features.first_paragraph(context),
        "closing": story * features.closing(context),
        "density": formal * context.density,
        "result": formal * patterns.found(patterns.RESULT, context.texts),
        "general": formal * np.maximum(general, _HOLLOW * empty),
        "report_figures": report * figures,
        "report_plan": report * patterns.found(patterns.PLAN, context.texts),
        "reported": formal * patterns.found(patterns.SAYS, context.texts),
        "enumeration": formal * patterns.enumerated(context.texts),
        "excess": formal * features.excess(context),
        "brevity": features.brevity(context),
        "tier": np.array(patterns.tiers(context.texts), dtype=float),
        "title": title * (0.5 if document.sections else 1.0),  # a headline tells more than the name of a report
        "heading": heading,
    }


def centrality(context: Context, formal: float) -> Floats:
    """How much a sentence shares with all others in speech; in written text half of it counts, and what the sentences
    behind it take up of it counts more."""
    return (1.0 - formal / 2) * features.centrality(context) + _FORWARD * formal * features.forward(context)


def places(context: Context) -> Indices:
    """The place of each sentence in its item of a digest, else in the whole text."""
    return context.units.place if context.units.digest else np.arange(len(context.texts))


def likeness_to_titles(document: Document, context: Context) -> tuple[Floats, Floats]:
    """(each sentence's cosine with the title, with the heading of its section).

    An inferred title is left out: it is some sentence's own words.
    Kazemi, Pérez-Rosas & Mihalcea 2020, "Biased TextRank: unsupervised graph-based content extraction".
    """
    title = "" if document.title.inferred else document.title.text
    titled = features.likeness(context, np.zeros(len(context.texts), dtype=np.intp), [content_words(title)])
    index = {section.id: at for at, section in enumerate(document.sections)}
    owner = np.array([index.get(sentence.section or "", -1) for sentence in document.sentences], dtype=np.intp)
    headings = [content_words(section.heading) for section in document.sections]
    return titled, features.likeness(context, owner, headings)
