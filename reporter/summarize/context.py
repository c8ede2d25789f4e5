"""What every method may know of a document's sentences: words, lengths, places, the reader's topic."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from reporter.language.rarity import rarity
from reporter.language.words import is_content, is_said, words
from reporter.model import Document
from reporter.summarize.patterns import DATED, found
from reporter.summarize.terms import Floats, Indices, TermMatrix, count_terms, tf_idf
from reporter.summarize.units import Units, units_of

# Nouns that go with any topic: 品牌建设 is asked for by 品牌, 水库管理 by 水库.
_LIGHT = frozenset("工作 建设 情况 发展 管理 事业 领域 方面 问题 推进 提升".split())  # noqa: SIM905


@dataclass(frozen=True, slots=True, eq=False)
class Context:
    """The sentences of one document, counted; every array has one entry a sentence.

    ``texts`` are simplified, ``content`` their content words, ``density`` the share of these among all words, signs
    not counted. ``counts`` and ``rows`` count the content words of ``terms``, the latter as unit rows in tf-idf
    weights. ``lengths`` leave out white space. ``share`` is the length in characters that the budget leaves to one
    unit, None where sentences are counted. ``topic`` holds the words of each topic that was asked for.
    """

    texts: tuple[str, ...]
    content: tuple[tuple[str, ...], ...]
    density: Floats
    counts: TermMatrix
    rows: TermMatrix
    terms: tuple[str, ...]
    lengths: Floats
    paragraphs: Indices
    units: Units
    share: float | None = None
    topic: tuple[tuple[str, ...], ...] = ()


def context_of(document: Document, topic: Sequence[str] = ()) -> Context:
    """The context of a document's sentences for a reader who asks for these topics; no share of a budget yet."""
    texts = tuple(document.simplified[s.span.start : s.span.end] for s in document.sentences)
    cut = [words(text, plain=True) for text in texts]
    content = tuple(content_of(sentence) for sentence in cut)
    counts, terms = count_terms(content)
    rows = tf_idf(counts, terms, rarity())
    paragraphs = np.array([s.paragraph for s in document.sentences], dtype=np.intp)
    return Context(
        texts=texts,
        content=content,
        density=np.array([len(its) / max(1, sum(map(is_said, all_))) for its, all_ in zip(content, cut, strict=True)]),
        counts=counts,
        rows=rows,
        terms=terms,
        lengths=np.array([length(text) for text in texts], dtype=float),
        paragraphs=paragraphs,
        units=units_of(document, rows, paragraphs, found(DATED, texts)),
        topic=tuple(topic_words(phrase) for phrase in topic),
    )


def content_of(cut: Sequence[str]) -> tuple[str, ...]:
    """The content words among words, in lower case."""
    return tuple(filter(is_content, map(str.lower, cut)))


def length(text: str) -> int:
    """The characters of a text, white space not counted."""
    return len("".join(text.split()))


def topic_words(phrase: str) -> tuple[str, ...]:
    """The content words of a topic, in simplified characters; the phrase itself where it has none.

    A last word that only says that something is done (品牌建设) goes with any topic and is left out.
    """
    cut = words(phrase.strip())
    said = content_of(cut) or ("".join(cut).lower(),)
    return said[:-1] if len(said) > 1 and said[-1] in _LIGHT else said
