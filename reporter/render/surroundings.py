"""What stands around a sentence in its document: the headings above it, the sentences before and after it."""

from __future__ import annotations

from collections.abc import Callable

from reporter.model import Document, Section, Sentence
from reporter.render.passages import Context

# About two lines of a page at each side.
LENGTH = 70
_JOINT = " › "


class Surroundings:
    """Finds the surroundings of sentences; documents are looked through once.

    Args:
        printed: words of a document as printed.
        lang_of: the language tag of words of a document.
    """

    def __init__(self, printed: Callable[[Document, str], str], lang_of: Callable[[Document, str], str]) -> None:
        self._printed = printed
        self._lang_of = lang_of
        self._places: dict[str, dict[str, int]] = {}

    def of_sentence(self, document: Document, name: str) -> Context | None:
        """The surroundings of a sentence; None for one that the document does not have."""
        place = self._place(document, name)
        return None if place is None else self._context(document, place)

    def of_figure(self, document: Document, sentence: str) -> Context | None:
        """The sentence that states a figure, with the headings above it; None where no sentence states it."""
        place = self._place(document, sentence)
        if place is None:
            return None
        words = self._printed(document, document.sentences[place].text)
        path = self._path(document, document.sentences[place])
        return Context(path, "", "", self._lang_of(document, words), words)

    def _place(self, document: Document, name: str) -> int | None:
        if document.id not in self._places:
            self._places[document.id] = {sentence.id: at for at, sentence in enumerate(document.sentences)}
        return self._places[document.id].get(name)

    def _context(self, document: Document, place: int) -> Context:
        sentences = document.sentences
        before = self._printed(document, sentences[place - 1].text) if place else ""
        after = self._printed(document, sentences[place + 1].text) if place + 1 < len(sentences) else ""
        before, after = _end_of(before), _beginning_of(after)
        return Context(self._path(document, sentences[place]), before, after, self._lang_of(document, before + after))

    def _path(self, document: Document, sentence: Sentence) -> str:
        """The headings above a sentence, the outermost first, with their numbers."""
        by_id: dict[str, Section] = {section.id: section for section in document.sections}
        found: list[str] = []
        at = sentence.section
        while at is not None:
            section = by_id[at]
            found.insert(0, f"{section.number or ''}{section.heading}")
            at = section.parent
        return self._printed(document, _JOINT.join(found))


def _end_of(text: str) -> str:
    return text if len(text) <= LENGTH else f"…{text[-LENGTH:]}"


def _beginning_of(text: str) -> str:
    return text if len(text) <= LENGTH else f"{text[:LENGTH]}…"
