"""Text as it is compared: its letters and numbers in simplified characters.

White space, punctuation, width and script of the characters do not count: a file that was converted, re-encoded or set
anew says the same. What holds numbers apart (3.5, 3-5, 3、5) does.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator
from functools import cached_property

from reporter.changes.data import DocumentData, TableData
from reporter.language.script import simplified

_MARKS = re.compile(r"(?<=\d)[^\w%‰℃]+(?=\d)|[-−](?=\d)|[^\w%‰℃]+|_")
_THOUSANDS = re.compile(r",(?=\d{3}(?!\d))")
_DIGITS = re.compile(r"\d+")
_CLAUSE = re.compile(r"[，,；;：:。、！!？?…（()）“”\"'\s]+")
# A clause of fewer letters is said everywhere.
_TELLING = 4


def letters(text: str) -> str:
    """The letters and numbers of a text; of one that has none the text as it is, without white space."""
    plain = simplified(unicodedata.normalize("NFKC", text))
    return _MARKS.sub(_mark, _THOUSANDS.sub("", plain)) or "".join(text.split())


def _mark(found: re.Match[str]) -> str:
    """What is left of a run of signs: what holds two numbers apart, or makes one negative."""
    text = found.string
    between = found.start() > 0 and text[found.start() - 1].isdigit() and text[found.end() : found.end() + 1].isdigit()
    if not between:
        return "-" if found[0] in "-−" and text[found.end() : found.end() + 1].isdigit() else ""
    if found[0].isspace():
        return ""
    return found[0] if found[0] in "./:" else "-"


def without_numbers(text: str) -> str:
    """Letters with every number as one sign: what captions and titles of two years have in common."""
    return _DIGITS.sub("#", letters(text))


def clauses(text: str) -> Iterator[str]:
    """The letters of a sentence's clauses that tell something."""
    for part in _CLAUSE.split(text):
        found = letters(part) if part else ""
        if len(found) >= _TELLING:
            yield found


class Wording:
    """A document as it is compared; each part is worked out when it is first asked for."""

    def __init__(self, document: DocumentData) -> None:
        self.document = document

    @cached_property
    def sentences(self) -> tuple[str, ...]:
        """The letters of each sentence."""
        return tuple(letters(sentence.text) for sentence in self.document.sentences)

    @property
    def tables(self) -> Iterator[TableData]:
        """The tables that do not repeat sentences."""
        return (table for table in self.document.tables if table.origin != "list")

    @cached_property
    def headings(self) -> tuple[str, ...]:
        """Headings, captions and heads of tables, as they read."""
        found = [section.heading for section in self.document.sections]
        for table in self.tables:
            found += [table.caption, *table.header]
        return tuple(text for text in found if text)

    @cached_property
    def text(self) -> tuple[str, ...]:
        """All that the document says, part by part; empty for a document that says nothing."""
        cells = (letters(cell) for table in self.tables for row in table.rows for cell in row if cell)
        return (*self.sentences, *map(letters, self.headings), *cells)

    @cached_property
    def clauses(self) -> Counter[str]:
        """The clauses of its sentences and its headings, and the cells of its tables."""
        found = Counter(clause for sentence in self.document.sentences for clause in clauses(sentence.text))
        found.update(text for text in self.text[len(self.sentences) :] if len(text) > 1)
        return found

    @cached_property
    def weight(self) -> int:
        """How many letters its clauses have."""
        return sum(len(clause) * count for clause, count in self.clauses.items())


def likeness(first: Wording, second: Wording) -> float:
    """How much two documents have in common: the Dice coefficient of their clauses, weighted by letters; 1 for equal
    ones, 0 where one of them says nothing."""
    if first.text == second.text:
        return 1.0 if first.text else 0.0
    weight = first.weight + second.weight
    common = sum(len(clause) * count for clause, count in (first.clauses & second.clauses).items())
    return 2 * common / weight if weight else 0.0
