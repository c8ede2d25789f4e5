"""A stretch of a source as a page shows it: its text, or a repair with what stood there and what it became."""

from __future__ import annotations

import unicodedata

from reporter.model import Document, Edit
from reporter.render.catalogue import Catalogue
from reporter.render.source_lines import Piece

# What a repair took away is shown up to this length: a script in a page, or data in an attribute, can be megabytes.
LONGEST_SHOWN = 60
_BEGINNING = 40
# Formats whose reader drops marks of the format itself. In the others it drops words that a reader of the file sees.
_MARKED_UP = frozenset({"html", "md", "csv", "tsv"})
# What readers of these drop although it is words.
_WORDS = frozenset({"html-ruby", "csv-limit"})


class Pieces:
    """Cuts pieces out of one document's source, where each lies between two bounds that cut no edit."""

    def __init__(self, document: Document, strings: Catalogue) -> None:
        raw, ledger = document.clean.raw, document.clean.ledger
        self._strings = strings
        self._source = ledger.source
        self._edits = {edit.start: edit for edit in ledger.edits}
        readers = {edit.rule for edit in raw.ledger.edits} if raw.format in _MARKED_UP else set()
        self._markup_rules = readers - _WORDS

    def is_edit(self, low: int) -> bool:
        """Whether the piece that begins there is an edit."""
        return low in self._edits

    def piece(self, low: int, high: int) -> tuple[Piece, bool]:
        """The piece of a stretch, and whether a line ends with it.

        Of punctuation that only changed its width the original is a remark, not a text of its own: a page of struck
        commas reads badly.
        """
        edit = self._edits.get(low)
        if edit is None:
            text = self._source[low:high]
            return Piece(text.rstrip("\r\n")), text.endswith("\n")
        breaks = "\n" in edit.replacement
        shown = " ".join(edit.replacement.split()) if breaks else edit.replacement
        if not edit.original.strip():
            return Piece(shown), breaks
        return self._repair(edit, shown), breaks

    def _repair(self, edit: Edit, shown: str) -> Piece:
        original = self._shortened(edit.original.replace("\r", "").replace("\n", "↵"))
        rule = self._rule_words(edit)
        if self._markup_rules.intersection(edit.rule.split("+")):
            return Piece(shown, original, rule, markup=True)
        if unicodedata.normalize("NFKC", original) == unicodedata.normalize("NFKC", shown):
            return Piece(shown, rule=original)
        return Piece(shown, original, rule)

    def _shortened(self, text: str) -> str:
        if len(text) <= LONGEST_SHOWN:
            return text
        return self._strings("source.cut", text=text[:_BEGINNING], count=len(text))

    def _rule_words(self, edit: Edit) -> str:
        names = edit.rule.split("+")
        return self._strings("joint").join(self._strings.given(f"rule.{name}", name) for name in names)


def bounds_of_lines(source: str) -> list[int]:
    """Where the lines of a source end, behind each line feed."""
    ends = [0]
    while (at := source.find("\n", ends[-1])) >= 0:
        ends.append(at + 1)
    return ends[1:]
