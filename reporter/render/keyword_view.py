"""The keywords of all documents with the documents that they are keywords of."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from reporter.language.script import simplified
from reporter.model import Keyword
from reporter.render.passages import Passage, SourceMark
from reporter.render.site_views import TermView
from reporter.render.viewpoint import Viewpoint, term_lang

# Beyond these a list of terms is noise; the data have each document's own.
TERMS = 400
_MARKS = 24


def terms(view: Viewpoint, documents: Iterable[tuple[SourceMark, Sequence[Keyword]]]) -> tuple[TermView, ...]:
    """The terms, those of the whole briefing first, then those of most documents, best first.

    Terms that differ only in script are one, as the document that ranks it highest writes it.

    Args:
        documents: the keywords of each document that counts, as printed.
    """
    weights: dict[str, float] = defaultdict(float)
    found: dict[str, list[SourceMark]] = defaultdict(list)
    words: dict[str, str] = {}
    for term, score in view.briefing.keywords:
        weights[simplified(term)] = 1_000 + score
        words[simplified(term)] = term
    for mark, keywords in documents:
        for keyword in keywords:
            key = simplified(keyword.term)
            words.setdefault(key, keyword.term)
            weights[key] += keyword.weight
            found[key].append(mark)
    best = sorted(words, key=lambda key: (-(weights[key] // 1_000), -len(found[key]), -weights[key], key))[:TERMS]
    return tuple(_term(words[key], found[key]) for key in best)


def _term(word: str, marks: list[SourceMark]) -> TermView:
    shown = tuple({mark.number: mark for mark in marks}.values())
    return TermView(Passage(word, term_lang(word)), shown[:_MARKS], max(0, len(shown) - _MARKS))
