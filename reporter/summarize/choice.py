"""Choosing sentences under a budget: best first, no two that say the same."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

import numpy as np

from reporter.summarize.terms import Floats, Indices, TermMatrix

SLACK = 1.15
"""What a choice may hold of the length that was asked for."""

# A choice goes on until it holds so much of the length asked for. Whole sentences seldom meet a length: stopping at the
# first that passes it leaves summaries short of it on average (bench/RESULTS.md, "Filling the budget").
_FULL = 1.05
# Cosine of tf-idf rows at which two sentences say the same, and what nearness below that costs.
_SAME = 0.8
_REDUNDANCY = 0.4
# Cosine of tf-idf rows without their figures at which two sentences have the same frame, and how many of one frame are
# chosen where frames count: reports of many places state their aims in the same words (seen on 60 generated reports).
_FRAME, _OF_ONE_FRAME = 0.85, 2
# What each sentence already chosen of the same group costs: groups take turns unless one has much more to say.
_CROWDING = 1.0


@dataclass(frozen=True, slots=True)
class Budget:
    """How much may be chosen: a number of sentences, a length in characters to aim at, or both at once.

    A length is kept to within 15 %, unless a single sentence alone is longer. Without either nothing is chosen.
    """

    sentences: int | None = None
    chars: int | None = None

    def spent(self, chosen: int, length: float) -> bool:
        """Whether nothing more is wanted."""
        if chosen >= self.most:
            return True
        return self.chars is not None and chosen > 0 and length >= self.chars * _FULL

    def room(self, chosen: int, length: float) -> float:
        """The length of the longest sentence that may still be added."""
        if chosen >= self.most:
            return -np.inf
        return self.chars * SLACK - length if self.chars is not None and chosen else np.inf

    def holds(self, lengths: Floats) -> bool:
        """Whether sentences of these lengths fit all together."""
        if len(lengths) > self.most:
            return False
        return self.chars is None or len(lengths) <= 1 or float(lengths.sum()) <= self.chars * SLACK

    @property
    def most(self) -> float:
        """The greatest number of sentences; without bound where only a length is set."""
        if self.sentences is not None:
            return self.sentences
        return 0 if self.chars is None else np.inf


@dataclass(slots=True)
class Choice:
    """A choice in the making.

    ``rows`` are the sentences as unit rows of a term matrix, ``lengths`` their characters, ``groups`` the number of the
    stretch or document that each belongs to. ``chosen`` are indices in the order they were taken. ``frames`` are the
    rows without figures, None where sentences may differ in their figures alone.
    """

    rows: TermMatrix
    lengths: Floats
    groups: Indices
    budget: Budget
    frames: TermMatrix | None = None
    chosen: list[int] = field(default_factory=list)
    length: float = 0.0
    nearness: Floats = field(init=False)
    crowding: Floats = field(init=False)
    framed: Floats = field(init=False)

    def __post_init__(self) -> None:
        self.framed = np.zeros(self.rows.shape[0])
        self.nearness = np.zeros(self.rows.shape[0])
        self.crowding = np.zeros(int(self.groups.max()) + 1 if len(self.groups) else 0)

    def take(self, index: int) -> bool:
        """Choose a sentence if it fits the budget and says something new; returns whether it was taken."""
        room = self.budget.room(len(self.chosen), self.length)
        if self.repeats(index) or self.lengths[index] > room:
            return False
        self.add(index)
        return True

    def repeats(self, index: int) -> bool:
        """Whether a sentence says the same as one that is chosen, or as two of them but for its figures."""
        framed = self.frames is not None and self.framed[index] >= _OF_ONE_FRAME
        return bool(framed or self.nearness[index] >= _SAME)

    def add(self, index: int) -> None:
        """Choose a sentence whatever it says and however long it is."""
        self.chosen.append(index)
        self.length += float(self.lengths[index])
        self.crowding[self.groups[index]] += _CROWDING
        self.nearness = np.maximum(self.nearness, self.rows.times(self.rows.row(index)))
        if self.frames is not None:
            self.framed += self.frames.times(self.frames.row(index)) >= _FRAME

    def fill(self, scores: Floats, candidates: Iterable[int]) -> None:
        """Take candidates by what they add until the budget is spent or none is left.

        A sentence adds its score less its nearness to what is chosen (maximal marginal relevance, Carbonell & Goldstein
        1998) and less the crowding of its group. Equal worth goes to the earlier sentence.
        """
        open_ = np.zeros(len(scores), dtype=bool)
        open_[list(candidates)] = True
        open_[self.chosen] = False
        while not self.budget.spent(len(self.chosen), self.length):
            open_ &= self.lengths <= self.budget.room(len(self.chosen), self.length)
            if not open_.any():
                return
            worth = scores - _REDUNDANCY * self.nearness - self.crowding[self.groups]
            index = int(np.where(open_, np.round(worth, 9), -np.inf).argmax())
            open_[index] = False
            self.take(index)


def choose(choice: Choice, scores: Floats, tiers: Sequence[int], must: Sequence[int] = ()) -> list[int]:
    """Fill a choice: first the sentences that must be heard if all of them fit, then the best of each tier.

    Sentences of the last tier are taken only where there is nothing else. The indices come back in the order taken.
    """
    if choice.budget.holds(choice.lengths[list(must)]):
        for index in must:
            choice.take(index)
    for tier in range(3):
        if tier < 2 or not choice.chosen:
            choice.fill(scores, (index for index, its in enumerate(tiers) if its == tier))
    return choice.chosen
