"""A document's sentences, scored by a method and a topic, ready to choose from."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np

from reporter.language.rarity import rarity
from reporter.model import Document
from reporter.summarize.context import Context
from reporter.summarize.methods import method
from reporter.summarize.patterns import tiers
from reporter.summarize.terms import UNLISTED, Floats
from reporter.summarize.topics import sections_on

# A sentence that names all of a topic gains more than the best sentence of a text can have: what the reader asks for
# outweighs what the text makes much of.
_TOPIC = 6.0


@dataclass(frozen=True, slots=True, eq=False)
class Ranked:
    """One score (higher is better) and one tier (0 is best) for each sentence of a document, and its context."""

    document: Document
    context: Context
    scores: Floats
    tiers: tuple[int, ...]

    def best(self, members: Iterable[int]) -> int:
        """The best of some sentences, at least one: by tier, then by score, then the earlier."""
        return min(members, key=lambda index: (self.tiers[index], -self.scores[index], index))


def ranked(document: Document, context: Context, name: str) -> Ranked:
    """Score all sentences by the method of that name and the topic of the context.

    Raises:
        ConfigurationError: there is no method of that name.
    """
    scores = np.array(method(name)(document, context), dtype=float) + topic_gains(document, context)
    # Ten thousandths of a millionth are the order of a sum, not a difference between sentences.
    return Ranked(document, context, np.round(scores, 9), tiers(context.texts))


def topic_gains(document: Document, context: Context) -> Floats:
    """What each sentence gains by the topic, 0 without one. Below a heading that names it a sentence has half of it."""
    if not context.topic:
        return np.zeros(len(context.texts))
    below = sections_on(document, context.topic)
    return _TOPIC * np.array(
        [
            max(on_topic(context.topic, text), 0.5 if sentence.section in below else 0.0)
            for sentence, text in zip(document.sentences, context.texts, strict=True)
        ],
        dtype=float,
    )


def on_topic(topics: Iterable[tuple[str, ...]], text: str) -> float:
    """The share of the best met topic that a simplified text names: 1 for all its words, rare words weighing more."""
    return max((_met(words, text.lower()) for words in topics), default=0.0)


def _met(words: tuple[str, ...], text: str) -> float:
    weights = {word: rarity().get(word, UNLISTED) for word in words}
    return sum(weight for word, weight in weights.items() if word in text) / (sum(weights.values()) or 1.0)
