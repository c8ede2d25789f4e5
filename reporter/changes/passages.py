"""What is new, edited and gone in one document: sentences, headings, rows of tables."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from reporter.changes.data import SentenceData
from reporter.changes.wording import Wording, letters, without_numbers
from reporter.model.changes import RowChange

# How much an edited sentence has in common with what it was: the Dice coefficient of their pairs of letters. Of
# generated reports with one number, name or clause changed all have 0.6 and more, other sentences 0.3 and less.
_EDITED = 0.5
# Pairs of letters that more sentences have find no candidates.
_COMMON = 16


@dataclass(frozen=True, slots=True)
class Passages:
    """The sentences of two states of a document that only one of them has, in its order; ``edited`` leads from the id
    of a new one to the one that it was made of."""

    new: tuple[SentenceData, ...] = ()
    gone: tuple[SentenceData, ...] = ()
    edited: tuple[tuple[SentenceData, SentenceData], ...] = ()


def passages(old: Wording, new: Wording) -> Passages:
    """The sentences that are new and gone; one that is there as often as before is neither, wherever it stands."""
    gone = _left(old.sentences, new.sentences)
    came = _left(new.sentences, old.sentences)
    edited = _edited([(at, old.sentences[at]) for at in gone], [(at, new.sentences[at]) for at in came])
    first, second = old.document.sentences, new.document.sentences
    return Passages(
        tuple(second[at] for at in came),
        tuple(first[at] for at in gone),
        tuple((second[to], first[at]) for at, to in sorted(edited, key=lambda pair: pair[1])),
    )


def only_in(texts: Sequence[str], others: Iterable[str]) -> tuple[str, ...]:
    """The texts whose letters others do not have, in their order."""
    return tuple(texts[at] for at in _left([letters(text) for text in texts], [letters(text) for text in others]))


def _left(texts: Sequence[Hashable], others: Iterable[Hashable]) -> list[int]:
    """The places of the texts that there are more of than in others; of equal ones the last."""
    allowed = Counter(others)
    found: list[int] = []
    for at, text in enumerate(texts):
        if allowed[text] > 0:
            allowed[text] -= 1
        else:
            found.append(at)
    return found


def _edited(gone: Sequence[tuple[int, str]], came: Sequence[tuple[int, str]]) -> list[tuple[int, int]]:
    """Pairs of (place of a gone sentence, place of the new one that was made of it), the likest first."""
    grams = [{at: _pairs_of(text) for at, text in side} for side in (gone, came)]
    index: dict[str, tuple[list[int], list[int]]] = defaultdict(lambda: ([], []))
    for side, of in enumerate(grams):
        for at, pairs in of.items():
            for pair in pairs:
                index[pair][side].append(at)
    candidates = {
        (at, to) for ats, tos in index.values() if max(len(ats), len(tos)) <= _COMMON for at in ats for to in tos
    }
    edges = [(-_dice(grams[0][at], grams[1][to]), abs(at - to), sorted((at, to)), at, to) for at, to in candidates]
    found: list[tuple[int, int]] = []
    left = [set(of) for of in grams]
    for like, _, _, at, to in sorted(edges):
        if -like >= _EDITED and at in left[0] and to in left[1]:
            left[0].remove(at)
            left[1].remove(to)
            found.append((at, to))
    return found


def _pairs_of(text: str) -> frozenset[str]:
    return frozenset(text[at : at + 2] for at in range(max(1, len(text) - 1)))


def _dice(first: frozenset[str], second: frozenset[str]) -> float:
    return 2 * len(first & second) / (len(first) + len(second))


# -- tables


@dataclass(frozen=True, slots=True)
class _Row:
    """A row of a table: where it stands, its cells as they read and as they are compared."""

    table: str
    row: int
    cells: tuple[str, ...]

    @property
    def letters(self) -> tuple[str, ...]:
        return tuple(letters(cell) if cell else "" for cell in self.cells)


def rows(old: Wording, new: Wording) -> tuple[tuple[RowChange, ...], tuple[tuple[str, ...], ...]]:
    """The rows that are new or read otherwise, and the cells of those that are gone. A row is known by its table's
    caption and head, both without their numbers (the year changes), and by its first cell."""
    before, after = dict(_rows(old)), dict(_rows(new))
    changed = []
    for key, row in after.items():
        was = before.get(key)
        if was is None or was.letters != row.letters:
            changed.append(RowChange(row.table, row.row, row.cells, was.cells if was else None))
    return tuple(changed), tuple(row.cells for key, row in before.items() if key not in after)


def _rows(wording: Wording) -> Iterator[tuple[Hashable, _Row]]:
    """Each row under what it is known by, with its number among those of one name."""
    met: Counter[Hashable] = Counter()
    for table in wording.tables:
        head = (without_numbers(table.caption), *map(without_numbers, table.header))
        for number, cells in enumerate(table.rows):
            key = (head, letters(next(filter(None, cells), "")))
            met[key] += 1
            yield (key, met[key]), _Row(table.id, number, cells)
