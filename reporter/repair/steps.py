"""The steps of repair in their order, and the loop that runs them."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from reporter.model import CleanText, Ledger, RawText
from reporter.repair import (
    characters,
    findings,
    furniture,
    misread,
    notes,
    punctuation,
    residue,
    slips,
    spaces,
    wrapping,
)

Replacement = tuple[int, int, str]


@dataclass(frozen=True, slots=True)
class Step:
    """One kind of damage: ``find`` gives the replacements (start, end, new text) that heal it, in order of their
    places; ``rule`` is the code that the ledger's edits carry."""

    rule: str
    find: Callable[[str], Iterable[Replacement]]


STEPS: tuple[Step, ...] = (
    Step("misread", misread.misread),
    Step("entity", residue.entities),
    Step("tag", residue.tags),
    Step("line-end", characters.line_ends),
    Step("invisible", characters.invisible),
    Step("variant", characters.variants),
    Step("byte-slip", slips.restored),
    Step("pinyin-note", notes.pinyin_notes),
    Step("doubled-trail", residue.doubled_trails),
    Step("wrap", wrapping.joints),
    Step("width", characters.full_width),
    Step("ellipsis", punctuation.dashes_and_dots),
    Step("quote", punctuation.quotes),
    Step("bracket", punctuation.brackets),
    Step("full-stop", punctuation.full_stops),
    Step("punctuation", punctuation.marks),
    Step("blank", spaces.blanks),
)
"""Misread text and residue of markup first: they hide everything else. Slips come before notes (a slip looks like a
note without its character), notes before brackets (a note's brackets are not the text's), all characters before
punctuation, whose rules look at their neighbours, and blanks last."""

# One round heals nearly everything; a second is needed where one repair uncovers another (a blank between a character
# and its note). Each step shortens the text or moves it closer to its fixed point, so few rounds are enough, but for
# what is wrapped in itself over and over (an entity escaped thirty times): a short text has as many rounds as that
# takes, a text of any length these at least.
_LEAST_ROUNDS = 6
_MOST_CHARACTERS = 2_000_000


def repair(raw: RawText, site_lines: frozenset[str] = frozenset()) -> CleanText:
    """The text repaired, with the furniture of its site set aside and the findings of both.

    ``site_lines`` are lines that other documents of the same site hold too (``repeated_lines``); they change no edit.

    Repairing the repaired text again changes nothing; undoing the ledger gives the source.
    """
    ledger = healed(raw.ledger)
    asides = furniture.asides(raw, ledger, site_lines)
    return CleanText(raw, ledger, asides, findings.of_repair(ledger, asides))


def healed(ledger: Ledger) -> Ledger:
    """The ledger after all steps, run until a whole round finds nothing more."""
    for _ in range(max(_LEAST_ROUNDS, _MOST_CHARACTERS // (len(ledger.text) + 1))):
        before = ledger.text
        for step in STEPS:
            ledger = ledger.then(step.find(ledger.text), step.rule)
        if ledger.text == before:
            break
    return ledger
