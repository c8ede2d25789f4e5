"""Why sentences were chosen and others were not: what a choice leaves behind, put into reasons."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

import numpy as np

from reporter.model import LeftOut, Reason
from reporter.summarize.default import score_parts
from reporter.summarize.hearing import DROPPED, HALF, Made
from reporter.summarize.ranking import Ranked, topic_gains
from reporter.summarize.terms import Floats, Indices

# So many of the best sentences that were not chosen are accounted for.
_ACCOUNTED = 5
# Parts of a score below this round to nothing.
_NOTHING = 0.0005
# Sentences less alike than this (cosine) are no rivals: what one loses by the other decides nothing.
_RIVALS = 0.1


@dataclass(frozen=True, slots=True, eq=False)
class _Outcome:
    """A choice seen from behind. For each sentence ``ranks`` has its place by score, from 1, ``nearest`` the chosen
    sentence that is most like it (itself for a chosen one) and ``nearness`` their cosine. ``least`` is the lowest score
    of those that were taken for their score alone, infinite where there is none."""

    table: Ranked
    made: Made
    ranks: Indices
    nearest: Indices
    nearness: Floats
    least: float

    def beaten(self, index: int) -> bool:
        """Whether a sentence had the score to be chosen but was too near to one that is."""
        if self.made.choice.repeats(index):
            return True
        near = self.nearness[index] >= _RIVALS and self.table.tiers[index] == 0
        return bool(near and self.table.scores[index] > self.least and self._fitted(index))

    def too_long(self, index: int) -> bool:
        """Whether there was no room for so long a sentence, though there was for a worse one or is some left."""
        choice = self.made.choice
        if not choice.budget.spent(len(choice.chosen), choice.length):
            return bool(choice.lengths[index] > choice.budget.room(len(choice.chosen), choice.length))
        return bool(self.table.scores[index] > self.least and not self._fitted(index))

    def _fitted(self, index: int) -> bool:
        """Whether its length would have fitted in place of the last sentence taken."""
        choice = self.made.choice
        last = choice.chosen[-1]
        room = choice.budget.room(len(choice.chosen) - 1, choice.length - float(choice.lengths[last]))
        return bool(choice.lengths[index] <= room)


def outcome_of(table: Ranked, made: Made) -> _Outcome:
    """What the choice has made of each sentence."""
    choice = made.choice
    count = len(table.scores)
    ranks = np.empty(count, dtype=np.intp)
    ranks[np.lexsort((np.arange(count), -table.scores))] = np.arange(1, count + 1)
    nearest, nearness = np.zeros(count, dtype=np.intp), np.full(count, -1.0)
    for index in choice.chosen:
        alike = np.round(choice.rows.times(choice.rows.row(index)), 9)
        nearer = alike > nearness
        nearest[nearer], nearness[nearer] = index, alike[nearer]
    free = [table.scores[index] for index in choice.chosen if _taken(made, index) == "best"]
    return _Outcome(table, made, ranks, nearest, nearness, float(min(free, default=np.inf)))


def _taken(made: Made, index: int) -> Literal["pinned", "heard", "best"]:
    if index in made.pinned:
        return "pinned"
    return "heard" if index in made.spoken else "best"


def reasons(table: Ranked, made: Made, method: str, order: Sequence[int]) -> tuple[Reason, ...]:
    """A reason for each chosen sentence, in the order given."""
    outcome = outcome_of(table, made)
    parts, rivals = parts_of(table, method), _rivals(outcome)
    return tuple(
        Reason(
            sentence=_name(table, index),
            taken=_taken(made, index),
            section=made.spoken.get(index) or None,
            rank=int(outcome.ranks[index]),
            score=float(table.scores[index]),
            parts=tuple(
                (name, round(float(values[index]), 4))
                for name, values in parts.items()
                if abs(values[index]) > _NOTHING
            ),
            rival=_name(table, rivals[index]) if index in rivals else None,
            nearness=round(float(outcome.nearness[rivals[index]]), 4) if index in rivals else 0.0,
        )
        for index in order
    )


def parts_of(table: Ranked, method: str) -> Mapping[str, Floats]:
    """What each part gives to each sentence: those of the default method, or a method's whole score by the method's
    name; and the topic's gain."""
    gains = topic_gains(table.document, table.context)
    if method == "default":
        parts = {part.name: part.values for part in score_parts(table.document, table.context)}
    else:
        parts = {method: table.scores - gains}
    return {**parts, "topic": gains}


def _rivals(outcome: _Outcome) -> dict[int, int]:
    """Chosen sentence → the best of those that lost to it for saying much the same."""
    chosen = set(outcome.made.choice.chosen)
    rivals: dict[int, int] = {}
    for index in _by_rank(outcome):
        if index not in chosen and outcome.table.tiers[index] < HALF and outcome.beaten(index):
            rivals.setdefault(int(outcome.nearest[index]), index)
    return rivals


def left_out(table: Ranked, made: Made) -> tuple[LeftOut, ...]:
    """The best sentences that were not chosen, best first, at most five, each with the reason."""
    outcome = outcome_of(table, made)
    chosen = set(made.choice.chosen)
    best = [index for index in _by_rank(outcome) if index not in chosen][:_ACCOUNTED]
    return tuple(_left_out(outcome, index) for index in best)


def _by_rank(outcome: _Outcome) -> list[int]:
    return [int(index) for index in np.argsort(outcome.ranks)]


def _left_out(outcome: _Outcome, index: int) -> LeftOut:
    table = outcome.table
    reason = _why_left_out(outcome, index)
    alike = reason in ("same", "near")
    return LeftOut(
        sentence=_name(table, index),
        reason=reason,
        rank=int(outcome.ranks[index]),
        score=float(table.scores[index]),
        of=_name(table, int(outcome.nearest[index])) if alike else None,
        nearness=round(float(outcome.nearness[index]), 4) if alike else 0.0,
    )


def _why_left_out(
    outcome: _Outcome, index: int
) -> Literal["same", "near", "long", "half", "poor", "budget", "dropped"]:
    table, choice = outcome.table, outcome.made.choice
    tier = table.tiers[index]
    if tier == DROPPED:
        return "dropped"
    if tier == HALF:
        return "half"
    if choice.repeats(index):
        return "same"
    if outcome.beaten(index):
        return "near"
    return "long" if outcome.too_long(index) else "poor" if tier else "budget"


def _name(table: Ranked, index: int) -> str:
    return table.document.sentences[index].id
