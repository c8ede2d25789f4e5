"""Topics that a reader asks for: which sentences and which documents speak of them.

A sentence is on a topic when it names all words of the topic, or of one of the phrases configured for it, in either
script; or when it stands below a heading that does.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import msgspec

from reporter.config import SummarySection
from reporter.language.script import simplified
from reporter.model import Document, Section, TopicRow
from reporter.summarize.context import topic_words

Forms = Sequence[tuple[str, ...]]


def with_phrases(settings: SummarySection, words: Mapping[str, Sequence[str]]) -> SummarySection:
    """The settings with the configured phrases of each topic among the topics: naming any of them counts alike."""
    phrases = dict.fromkeys(phrase for topic in settings.topic for phrase in (topic, *phrases_of(topic, words)))
    return msgspec.structs.replace(settings, topic=tuple(phrases))


def phrases_of(topic: str, words: Mapping[str, Sequence[str]]) -> tuple[str, ...]:
    """The phrases configured for a topic, whose name may be written in either script; none for others."""
    name = simplified(topic).strip()
    return tuple(phrase for known, its in words.items() if simplified(known).strip() == name for phrase in its)


def forms_of(phrases: Iterable[str]) -> tuple[tuple[str, ...], ...]:
    """The words of each phrase in simplified characters; blank phrases are left out."""
    return tuple(topic_words(phrase) for phrase in phrases if phrase.strip())


def names(forms: Forms, text: str) -> bool:
    """Whether a simplified text holds all words of one form."""
    lower = text.lower()
    return any(all(word in lower for word in form) for form in forms)


def sections_on(document: Document, forms: Forms) -> frozenset[str]:
    """The sections whose heading, or the heading of one above them, names a topic."""
    found: set[str] = set()
    for section in document.sections:
        if section.parent in found or names(forms, _heading(section)):
            found.add(section.id)
    return frozenset(found)


def _heading(section: Section) -> str:
    return simplified(section.heading)


def sentences_on(document: Document, forms: Forms) -> tuple[str, ...]:
    """The ids of the sentences that are on a topic, in document order; none without forms."""
    below = sections_on(document, forms)
    return tuple(
        sentence.id
        for sentence in document.sentences
        if sentence.section in below or names(forms, document.simplified[sentence.span.start : sentence.span.end])
    )


@dataclass(frozen=True, slots=True)
class Spoken:
    """What a document says on each topic, in the order of the topics: its sentences that are on it; None where it does
    not speak of it."""

    document: str
    topics: tuple[tuple[str, ...] | None, ...]


def topic_rows(
    documents: Iterable[Document], topics: Iterable[str], words: Mapping[str, Sequence[str]]
) -> tuple[TopicRow, ...]:
    """For each topic the documents that speak of it and those that do not, in the order given."""
    asked = topics_of(topics)
    return rows_of([spoken(document, asked, words) for document in documents] if asked else [], asked, words)


def topics_of(topics: Iterable[str]) -> tuple[str, ...]:
    """The topics that were asked for, each once, without blank ones."""
    return tuple(topic for topic in dict.fromkeys(topics) if topic.strip())


def spoken(document: Document, topics: Sequence[str], words: Mapping[str, Sequence[str]]) -> Spoken:
    """What a document says on topics."""
    return Spoken(document.id, tuple(_said(document, (topic, *phrases_of(topic, words))) for topic in topics))


def _said(document: Document, phrases: Iterable[str]) -> tuple[str, ...] | None:
    forms = forms_of(phrases)
    found = sentences_on(document, forms)
    return found if found or names(forms, simplified(document.title.text)) else None


def rows_of(
    documents: Sequence[Spoken], topics: Sequence[str], words: Mapping[str, Sequence[str]]
) -> tuple[TopicRow, ...]:
    """What ``topic_rows`` gives of documents that say this."""
    return tuple(_row(documents, at, topic, phrases_of(topic, words)) for at, topic in enumerate(topics))


def _row(documents: Sequence[Spoken], at: int, topic: str, words: tuple[str, ...]) -> TopicRow:
    found = [(its.document, its.topics[at]) for its in documents]
    return TopicRow(
        topic,
        words,
        tuple((name, sentences) for name, sentences in found if sentences is not None),
        tuple(name for name, sentences in found if sentences is None),
    )


def silent_on_all(rows: Sequence[TopicRow]) -> frozenset[str]:
    """The documents that speak of none of the topics; none where no topic was asked for."""
    return frozenset.intersection(*(frozenset(row.silent) for row in rows)) if rows else frozenset()


def unspoken(rows: Sequence[TopicRow], pinned: Iterable[str] = ()) -> frozenset[str]:
    """The documents that speak of no topic that was asked for, but those named besides; none of them where no document
    speaks of any."""
    return silent_on_all(rows) - set(pinned) if any(row.documents for row in rows) else frozenset()


def speaking(
    documents: Sequence[Document], rows: Sequence[TopicRow], pinned: Iterable[str] = ()
) -> tuple[Document, ...]:
    """The documents that speak of any topic, and those named besides; all of them where none speaks of any."""
    silent = unspoken(rows, pinned)
    return tuple(document for document in documents if document.id not in silent)
