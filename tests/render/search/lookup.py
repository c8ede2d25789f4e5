"""The search's lookup in Python: what the script does with the same files."""

from __future__ import annotations

import json
import unicodedata
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from reporter.render.search.bigrams import DIGITS
from reporter.render.search.files import FOLDER

UNSEEN = ("Zs", "Zl", "Zp", "Cc", "Cf", "Cs")


@dataclass(frozen=True)
class Hit:
    """A passage that was found: its document's id, kind, anchor with the part before #, text."""

    document: str
    kind: str
    anchor: str
    text: str


class Lookup:
    """Searches the files of a site."""

    def __init__(self, site: Path) -> None:
        self._folder = site / FOLDER
        (self.index,) = self._call("index.js")
        pairs = self.index["spellings"]
        self._table = {ord(spelling): to for spelling, to in zip(pairs[::2], pairs[1::2], strict=True)}
        self.read: list[str] = []

    def hits(self, query: str) -> list[Hit]:
        """The passages that have the query (one word), in the order of documents and texts."""
        term = self.folded(query)
        found: list[Hit] = []
        for number in sorted(self.candidates(term)):
            head, *lines = self.record(number).split("\n")
            for line in lines:
                place, _, text = line.partition("\t")
                if term in self.folded(text):
                    found.append(Hit(head.split("\t")[0], place[0], place[1:], text))
        return found

    def folded(self, text: str) -> str:
        """As the script folds: by the table; what is not seen goes."""
        return "".join(char for char in text.translate(self._table) if unicodedata.category(char) not in UNSEEN)

    def candidates(self, term: str) -> dict[int, int]:
        """(document, marks) of the documents that have all pairs of characters of the term."""
        pairs = [(term[at], term[at + 1]) for at in range(len(term) - 1)] or [(term, "")]
        found = self.postings(*pairs[0])
        for first, second in pairs[1:]:
            others = self.postings(first, second)
            found = {number: marks & others[number] for number, marks in found.items() if number in others}
        return found

    def postings(self, first: str, second: str) -> dict[int, int]:
        entries = self.keys(first).get(first, "")
        found: dict[int, int] = {}
        for entry in filter(None, entries.split(" ")):
            if entry.startswith(second):
                for number, marks in decoded(entry[1:]):
                    found[number] = found.get(number, 0) | marks
        return found

    def keys(self, first: str) -> dict[str, str]:
        return self._call(f"keys-{ord(first) % self.index['keys']}.js")[1]

    def record(self, number: int) -> str:
        starts = self.index["texts"]
        file = max(at for at, start in enumerate(starts) if start <= number)
        return self._call(f"texts-{file}.js")[1][number - starts[file]]

    def _call(self, name: str) -> list[Any]:
        text = (self._folder / name).read_text("utf-8")
        return json.loads(f"[{text[text.index('(') + 1 : text.rindex(')')]}]")


def decoded(digits: str) -> list[tuple[int, int]]:
    """(document, marks) of an entry's digits."""
    found: list[tuple[int, int]] = []
    number, value, scale = -1, 0, 1
    for digit in digits:
        bits = DIGITS.index(digit)
        value, scale = value + bits % 32 * scale, scale * 32
        if bits < 32:
            number += value // 4 + 1
            found.append((number, value % 4))
            value, scale = 0, 1
    return found
