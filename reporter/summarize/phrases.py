"""Candidates for keywords: runs of content words within a clause, counted."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from reporter.language.words import is_said, stop_words, tagged
from reporter.model import Document, Span

# Phrases of more words or characters than these are clauses. A single word of one character is no term.
_MOST_WORDS = 4
_SHORTEST, _LONGEST = 2, 12

# First letters of the parts of speech that no term holds: particles, prepositions, conjunctions, pronouns, adverbs,
# interjections, modal and echo words, numbers, measures, places such as 上 and 中 (ICTCLAS: u p c r d e y o m q f).
_FORM_WORDS = frozenset("upcrdeyozqmfw")


@dataclass(slots=True)
class Phrase:
    """A run of words: how often it stands in the document, whether in a title or heading, and where first.

    ``verb`` tells that it opens with a verb; ``widest`` is how often the most frequent longer phrase around it
    stands: as often as itself for a fragment.
    """

    words: tuple[str, ...]
    span: Span
    verb: bool
    count: int = 0
    prominent: bool = False
    widest: int = 0


def phrases_of(document: Document) -> dict[str, Phrase]:
    """The candidate phrases of title, headings and sentences, by their simplified lower-case form, in reading order."""
    found: dict[str, Phrase] = {}
    for span, prominent in _stretches(document):
        for words, place, verb in _runs(document.simplified[span.start : span.end], span.start):
            phrase = found.setdefault("".join(words), Phrase(words, place, verb))
            phrase.count += 1
            phrase.prominent |= prominent
    _measure_widest(found.values(), found)
    return found


def _stretches(document: Document) -> Iterator[tuple[Span, bool]]:
    """(stretch, whether it is a title or heading), in reading order; a title that is inferred stands in a sentence."""
    if document.title.span is not None and not document.title.inferred:
        yield document.title.span, True
    headings = [(section.span, True) for section in document.sections]
    sentences = [(sentence.span, False) for sentence in document.sentences]
    yield from sorted([*headings, *sentences], key=lambda stretch: stretch[0].start)


def _runs(text: str, start: int) -> Iterator[tuple[tuple[str, ...], Span, bool]]:
    """Every run of one to four words that may be a term, with its place and whether it opens with a verb."""
    words = [(word.lower(), tag) for word, tag in tagged(text)]
    ends = []
    at = start
    for word, _ in words:
        at += len(word)
        ends.append(at)
    for first in range(len(words)):
        for last in range(first, min(first + _MOST_WORDS, len(words))):
            if not _may_stand(*words[last]):
                break
            low = ends[first] - len(words[first][0])
            if _SHORTEST <= ends[last] - low <= _LONGEST:
                run = tuple(word for word, _ in words[first : last + 1])
                yield run, Span(low, ends[last]), words[first][1] == "v"


def _may_stand(word: str, tag: str) -> bool:
    """Whether a word may be part of a term."""
    if word in stop_words() or not is_said(word):
        return False
    if tag[:1] in _FORM_WORDS and tag != "eng":
        return False
    return len(word) > 1 or tag[:1] in "nvagk"


def _measure_widest(phrases: Iterable[Phrase], found: dict[str, Phrase]) -> None:
    for phrase in phrases:
        for first in range(len(phrase.words)):
            for end in range(first + 1, len(phrase.words) + 1):
                inner = found.get("".join(phrase.words[first:end]))
                if inner is not None and inner is not phrase:
                    inner.widest = max(inner.widest, phrase.count)
