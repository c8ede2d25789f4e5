"""A document as its targets are read: its outlook, its sentences by place, and the deadlines of each."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import replace

from reporter.extract.deadlines import FoundDeadline, find_deadlines, is_open
from reporter.extract.outlook import Outlook
from reporter.model.document import Deadline, Document, Sentence
from reporter.model.text import Span

_AMOUNT = re.compile(r"(?<!\d)[一二三四五六七八九十两\d]{1,2}年")


class Issue:
    """A document with the year that its deadlines are in; it remembers the deadlines of each sentence, in order."""

    def __init__(self, document: Document) -> None:
        self.document, self.outlook = document, Outlook(document)
        self.year = self.outlook.year
        self.starts = [sentence.span.start for sentence in document.sentences]
        self.sections = {section.id: section for section in document.sections}
        self._known: dict[str, list[FoundDeadline]] = {}

    def sentence_around(self, span: Span) -> Sentence | None:
        """The sentence that a stretch lies in; None where it is in none."""
        at = bisect_right(self.starts, span.start)
        sentence = self.document.sentences[at - 1] if at else None
        return sentence if sentence and sentence.span.covers(span) else None

    def before(self, sentence: Sentence) -> Sentence | None:
        """The sentence before one in its paragraph; None for the first."""
        at = bisect_right(self.starts, sentence.span.start) - 2
        found = self.document.sentences[at] if at >= 0 else None
        return found if found and found.paragraph == sentence.paragraph else None

    def deadlines(self, sentence: Sentence) -> list[FoundDeadline]:
        """The deadlines of a sentence that were not over when the document was issued, in offsets of the document."""
        if sentence.id not in self._known:
            start = sentence.span.start
            first = self.outlook.issued
            issued = self.document.date or (str(first) if first else None)
            found = find_deadlines(sentence.span.of(self.document.simplified), self.year)
            self._known[sentence.id] = [
                item
                for each in found
                if is_open(each.date, issued)
                and not self._lies_behind(item := replace(each, start=each.start + start, end=each.end + start))
            ]
        return self._known[sentence.id]

    def _lies_behind(self, item: FoundDeadline) -> bool:
        """Whether an amount of time (三年内) leads beyond the years that the title plans for: it began before."""
        last, words = self.outlook.last, item.span.of(self.document.simplified)
        return bool(last and item.date and int(item.date[:4]) > last and _AMOUNT.search(words))

    def stated(self, found: FoundDeadline | None) -> Deadline | None:
        """A deadline as the model has it."""
        if found is None:
            return None
        return Deadline(found.date, found.span.of(self.document.text), found.span, found.inferred)
