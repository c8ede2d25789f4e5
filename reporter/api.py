"""reporter as a library: texts in, sentences and keywords with their places out."""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from reporter import pipeline, read
from reporter.config import Config, SummarySection
from reporter.errors import ConfigurationError
from reporter.model import Document, Keyword, Sentence
from reporter.summarize import keywords as ranked_keywords
from reporter.summarize import method as ranking_method
from reporter.summarize import summarize_document
from reporter.summarize import summarize_documents as summarized_together


@dataclass(frozen=True, slots=True)
class KeySentence:
    """A chosen sentence: its repaired text, its place in the text as given (code points) and its score.

    ``document`` is the index of its text among those given.
    """

    text: str
    start: int
    end: int
    score: float
    document: int = 0


@dataclass(frozen=True, slots=True)
class TextSummary:
    """The chosen sentences, in document order."""

    sentences: tuple[KeySentence, ...]

    def __str__(self) -> str:
        return "\n".join(sentence.text for sentence in self.sentences)


def summarize(
    text: str,
    *,
    sentences: int | None = None,
    chars: int | None = None,
    method: str = "default",
    topic: str | Sequence[str] | None = None,
) -> TextSummary:
    """The key sentences of one text.

    Args:
        text: the text as it came; its damage is repaired first.
        sentences: how many to take; without it and ``chars``, max(5, number of first-level sections).
        chars: a length to aim at, white space not counted: whole sentences, at most 15 % over unless one
            alone is longer. Beside ``sentences`` both hold.
        method: default, lead, textrank, textrank4zh, lexrank or centroid.
        topic: words that the ranking leans to.

    Returns:
        Sentences in document order; none for an empty text.

    Raises:
        ConfigurationError: an unknown method, or a budget below 1.
    """
    document = pipeline.outline_of_text(text)
    chosen = summarize_document(document, _settings(sentences, chars, method, topic), sectioned=False)
    scores = dict(chosen.scores)
    by_id = {sentence.id: sentence for sentence in document.sentences}
    return TextSummary(tuple(_key_sentence(document, by_id[name], scores.get(name, 0.0)) for name in chosen.sentences))


def summarize_documents(
    texts: Iterable[str],
    *,
    sentences: int | None = None,
    chars: int | None = None,
    method: str = "default",
    topic: str | Sequence[str] | None = None,
) -> TextSummary:
    """The key sentences of several texts together, in the order of the texts; arguments as for ``summarize``."""
    documents = [pipeline.outline_of_text(text, f"text-{index}.txt") for index, text in enumerate(texts)]
    settings = _settings(sentences, chars, method, topic)
    overall = SummarySection(
        method=settings.method, overall_sentences=sentences, overall_chars=chars, topic=settings.topic
    )
    places = {document.id: index for index, document in enumerate(documents)}
    known = {(document.id, sentence.id): sentence for document in documents for sentence in document.sentences}
    return TextSummary(
        tuple(
            _key_sentence(
                documents[places[chosen.document]],
                known[chosen.document, chosen.id],
                chosen.score,
                places[chosen.document],
            )
            for chosen in summarized_together(documents, overall)
        )
    )


def keywords(text: str, *, title: str | None = None, limit: int = 10) -> tuple[Keyword, ...]:
    """The terms that a text is about, best first; none for an empty text."""
    return ranked_keywords(pipeline.outline_of_text(f"{title}\n{text}" if title else text), max(0, limit))


def load(paths: str | os.PathLike[str] | Iterable[str | os.PathLike[str]]) -> tuple[Document, ...]:
    """The documents of files and folders, with their structure, in the order of their paths.

    Raises:
        InputError: a path is missing or a file can't be read.
    """
    given = [paths] if isinstance(paths, str | os.PathLike) else list(paths)
    found = read.find_inputs([Path(path) for path in given], (), ())
    return tuple(pipeline.document_of(read.read_file(file.path, file.shown)) for file in found if not file.skip)


def build(config: Config, *, jobs: int = 1) -> pipeline.BuildResult:
    """Make the briefing that a configuration describes: of ``config.input.sources``, into ``config.output.folder``.

    Raises:
        ReporterError: see ``reporter.pipeline.build``.
    """
    sources = [Path(source) for source in config.input.sources]
    return pipeline.build(config, sources=sources, output=Path(config.output.folder), jobs=jobs)


def _settings(
    sentences: int | None, chars: int | None, method: str, topic: str | Sequence[str] | None
) -> SummarySection:
    ranking_method(method)
    for name, budget in (("sentences", sentences), ("chars", chars)):
        if budget is not None and budget < 1:
            raise ConfigurationError(f"{name}={budget} is below 1", "leave it out for the default")
    topics = (topic,) if isinstance(topic, str) else tuple(topic or ())
    return SummarySection(method=method, sentences=sentences, chars=chars, topic=topics)


def _key_sentence(document: Document, sentence: Sentence, score: float, index: int = 0) -> KeySentence:
    start, end = document.clean.ledger.source_span(sentence.span.start, sentence.span.end)
    return KeySentence(sentence.text, start, end, score, index)
