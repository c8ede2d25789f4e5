"""Candidates for keywords: runs of content words within a clause, counted."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass

from reporter.language.words import is_said, stop_words, tagged
from reporter.model import Document, Span
from reporter.summarize.term_forms import is_paper, is_public_office

# Phrases of more words or characters than these are clauses. A single word of one character is no term.
_MOST_WORDS = 4
_SHORTEST, _LONGEST = 2, 12

# First letters of the parts of speech that no term holds: particles, prepositions, conjunctions, pronouns, adverbs,
# interjections, modal and echo words, numbers, measures, places such as 上 and 中 (ICTCLAS: u p c r d e y o m q f).
_FORM_WORDS = frozenset("upcrdeyozqmfw")

# What sets a term apart in its sentence.
_OPENERS, _CLOSERS = frozenset("“‘「『《〈"), frozenset("”’」』》〉")


@dataclass(slots=True)
class Phrase:
    """A run of words: how often it stands in the document, whether in a title or heading, and where first.

    ``tags`` are the parts of speech; ``quoted`` counts how often it is what a pair of quotes holds; ``widest`` is how
    often the most frequent longer phrase around it stands: as often as itself for a fragment; ``official`` says that
    the document is an official one.
    """

    words: tuple[str, ...]
    tags: tuple[str, ...]
    span: Span
    count: int = 0
    prominent: bool = False
    quoted: int = 0
    widest: int = 0
    official: bool = False


def phrases_of(document: Document) -> dict[str, Phrase]:
    """The candidate phrases of title, headings and sentences, by their simplified lower-case form, in reading order."""
    found: dict[str, Phrase] = {}
    for span, prominent in _stretches(document):
        for words, tags, place in _runs(document.simplified[span.start : span.end], span.start):
            phrase = found.setdefault("".join(words), Phrase(words, tags, place))
            phrase.count += 1
            phrase.prominent |= prominent
            phrase.quoted += document.simplified[place.start - 1 : place.start] in _OPENERS and (
                document.simplified[place.end : place.end + 1] in _CLOSERS
            )
    _measure_widest(found.values(), found)
    official = _is_official(found.values())
    for phrase in found.values():
        phrase.official = official
    return found


def _is_official(phrases: Collection[Phrase]) -> bool:
    """Whether a text names offices again and again or is called a paper."""
    offices = sum(phrase.count for phrase in phrases if is_public_office(phrase.words))
    return offices > 1 or any(phrase.prominent and is_paper(phrase.words) for phrase in phrases)


def _stretches(document: Document) -> Iterator[tuple[Span, bool]]:
    """(stretch, whether it is a title or heading), in reading order; a title that is inferred stands in a sentence."""
    if document.title.span is not None and not document.title.inferred:
        yield document.title.span, True
    headings = [(section.span, True) for section in document.sections]
    sentences = [(sentence.span, False) for sentence in document.sentences]
    yield from sorted([*headings, *sentences], key=lambda stretch: stretch[0].start)


def _runs(text: str, start: int) -> Iterator[tuple[tuple[str, ...], tuple[str, ...], Span]]:
    """Every run of one to four words that may be a term, with their parts of speech and its place."""
    words = [(word.lower(), tag) for word, tag in tagged(text, plain=True)]
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
                run, tags = zip(*words[first : last + 1], strict=True)
                yield run, tags, Span(low, ends[last])


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
