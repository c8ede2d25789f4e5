"""Hearing every first-level section of a document, as far as the budget allows; and why one is not heard."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from reporter.model import Document, Unheard
from reporter.summarize.choice import Budget, Choice
from reporter.summarize.ranking import Ranked
from reporter.summarize.units import first_level

HALF, DROPPED = 2, 3
"""The tier of half sentences, and of those that the curation drops: no choice ever takes the latter."""

# By how much of the score a shorter sentence that speaks for its section may be worse than the best: about what all
# figures of a sentence give. Without a bound small budgets go to sentences that say nothing (seen on the samples at 150
# characters).
_WORSE = 1.0
# The preamble and a lone section.
_ALONE = 2

Voices = Mapping[str, Sequence[int]]


@dataclass(frozen=True, slots=True)
class Made:
    """A choice that was made: which sentences are pinned, and which was heard for which first-level section ("" for
    the preamble)."""

    choice: Choice
    pinned: frozenset[int]
    spoken: Mapping[int, str]


def voices(table: Ranked, budget: Budget, pinned: Collection[int]) -> Voices:
    """First-level section → the sentences that may speak for it, for each section that has any and none pinned.

    The preamble ("") counts as a section where characters are counted, and beside a lone section: what little there is
    room for must not go to the sections alone. Half sentences speak only where the document has nothing else.
    """
    groups = groups_of(table.document)
    if budget.chars is None and len(groups) > _ALONE:
        groups.pop("", None)
    last = max(HALF - 1, min(HALF, *table.tiers)) if table.tiers else HALF
    able = {
        section: [index for index in members if table.tiers[index] <= last]
        for section, members in groups.items()
        if not any(index in pinned for index in members)
    }
    return {section: members for section, members in able.items() if members}


def groups_of(document: Document) -> dict[str, list[int]]:
    """First-level section, "" for the preamble → the indices of its sentences, for each that has any."""
    top = first_level(document)
    groups: dict[str, list[int]] = {}
    for index, sentence in enumerate(document.sentences):
        groups.setdefault(top.get(sentence.section or "", ""), []).append(index)
    return groups


def hear(table: Ranked, choice: Choice, able: Voices) -> dict[int, str]:
    """Take a sentence of each section if there is room for all; nothing else.

    The best sentence speaks, the best of them first; where it says what another has said, the section's next best.
    Where the best ones are too long together, shorter whole statements stand in for those that lose least by it; where
    that is not enough, the preamble does without.

    Returns:
        sentence → the section that it was heard for.
    """
    speakers = _fitting(table, choice, able)
    if not speakers and choice.budget.chars is not None and len(able) > _ALONE:
        speakers = _fitting(table, choice, {**able, "": ()})
    spoken: dict[int, str] = {}
    for section, index in sorted(speakers.items(), key=lambda pair: _place(table, pair[1])):
        others = (other for other in sorted(able[section], key=lambda other: _place(table, other)) if other != index)
        taken = index if choice.take(index) else next((other for other in others if choice.take(other)), None)
        if taken is not None:
            spoken[taken] = section
    return spoken


def _place(table: Ranked, index: int) -> tuple[int, float, int]:
    """The order of the best: by tier, then by score, then the earlier."""
    return table.tiers[index], -float(table.scores[index]), index


def _fitting(table: Ranked, choice: Choice, able: Voices) -> dict[str, int]:
    """Section → its sentence, such that all of them fit beside what is chosen; empty where nothing does."""
    speakers = {section: table.best(members) for section, members in able.items() if members}
    if choice.budget.chars is None or _fits(choice, speakers):
        return speakers if _fits(choice, speakers) else {}
    swaps = [
        (_loss(table, speakers[section], index), section, index)
        for section, members in able.items()
        for index in members
        if _spares(table, speakers[section], index)
    ]
    for _, section, index in sorted(swaps):
        if _spares(table, speakers[section], index):
            speakers[section] = index
            if _fits(choice, speakers):
                return speakers
    return {}


def _fits(choice: Choice, speakers: Mapping[str, int]) -> bool:
    return choice.budget.holds(choice.lengths[[*choice.chosen, *speakers.values()]])


def _spares(table: Ranked, speaker: int, other: int) -> bool:
    """Whether a whole statement is shorter than the one that speaks, and not much worse."""
    worthy = table.tiers[other] == 0 and table.scores[speaker] - table.scores[other] <= _WORSE
    return bool(worthy and table.context.lengths[other] < table.context.lengths[speaker])


def _loss(table: Ranked, speaker: int, other: int) -> float:
    """What a character saved by another speaker costs of the score."""
    saved = float(table.context.lengths[speaker] - table.context.lengths[other])
    return round(float(table.scores[speaker] - table.scores[other]) / saved, 9)


# -- who was not heard


def unheard(table: Ranked, choice: Choice) -> tuple[Unheard, ...]:
    """The first-level sections without a chosen sentence, in document order, each with the reason."""
    groups = groups_of(table.document) if table.document.sections else {}
    chosen = frozenset(choice.chosen)
    silent = (
        top for top in dict.fromkeys(first_level(table.document).values()) if chosen.isdisjoint(groups.get(top, ()))
    )
    return tuple(_why_silent(table, choice, top, groups.get(top, ())) for top in silent)


def _why_silent(table: Ranked, choice: Choice, section: str, members: Sequence[int]) -> Unheard:
    tiers = {table.tiers[index] for index in members}
    if not tiers:
        return Unheard(section, "none")
    if tiers == {DROPPED}:
        return Unheard(section, "dropped")
    if min(tiers) >= HALF:
        return Unheard(section, "half")
    whole = (index for index in members if table.tiers[index] < HALF)
    return Unheard(section, "same" if all(map(choice.repeats, whole)) else "budget")
