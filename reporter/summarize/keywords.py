"""The terms that a document, or a set of them, is about."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from reporter.language.script import simplified
from reporter.language.words import rarity
from reporter.model import Document, Keyword
from reporter.summarize.phrases import Phrase, phrases_of
from reporter.summarize.terms import UNLISTED

# What each trait of a phrase adds to the logarithm of its odds. The first seven are a logistic regression on 300
# abstracts with their authors' keywords, rounded; the last two were added against fragments in work reports.
# bench/keyword_weights.py fits them again and scores them on held-out folds.
WEIGHTS: Mapping[str, float] = {
    "frequency": 0.7,
    "repeated": 0.4,
    "prominent": 1.15,
    "two_characters": -0.6,
    "four_words": -3.0,
    "fragment": -0.5,
    "inside": -0.5,
    "common_word": -1.0,
    "opens_with_verb": -0.5,
}
# Words less rare than these (inverse document frequency) stand in any report: 工作, 企业; and 推进, 加强 before a noun.
_COMMON_WORD, _COMMON_VERB = 6.5, 8.0
# A phrase that stands no more often than this may be cut at the wrong place.
_RARE = 2
# So many terms of each document are compared when the terms of all documents are sought.
_EACH = 30


def keywords(document: Document, limit: int) -> tuple[Keyword, ...]:
    """The terms of a document in its own script, best first, none within another; empty for an empty document.

    A weight is the odds of a term against the best one's, which has 1.
    """
    phrases = phrases_of(document)
    scores = {form: round(score(phrase), 9) for form, phrase in phrases.items()}
    kept = selected(phrases, scores, limit)
    best = scores[kept[0]] if kept else 0.0
    return tuple(
        Keyword(phrases[form].span.of(document.text), round(math.exp(scores[form] - best), 6)) for form in kept
    )


def selected(phrases: Mapping[str, Phrase], scores: Mapping[str, float], limit: int) -> list[str]:
    """The forms of the best phrases, best first; of overlapping ones only the better, of equal ones the earlier."""
    kept: list[str] = []
    for form in sorted(scores, key=lambda form: (-scores[form], phrases[form].span.start)):
        if len(kept) == limit:
            break
        if not nested(form, kept) and not crossing(phrases[form], (phrases[other] for other in kept)):
            kept.append(form)
    return kept


def nested(form: str, kept: Iterable[str]) -> bool:
    """Whether a form stands within a kept one or holds it."""
    return any(form in other or other in form for other in kept)


def crossing(phrase: Phrase, kept: Iterable[Phrase]) -> bool:
    """Whether a rare phrase begins or ends with the edge of a kept one: 推进节水 beside 节水灌溉 was cut in two."""
    if phrase.count > _RARE:
        return False
    edges = [(other.words[0], other.words[-1]) for other in kept if len(other.words) > 1]
    return any(phrase.words[-1] == first or phrase.words[0] == last for first, last in edges)


def score(phrase: Phrase) -> float:
    """How likely a phrase is a keyword, as the logarithm of odds (up to a constant)."""
    found = traits(phrase)
    return sum(weight * found[name] for name, weight in WEIGHTS.items())


def traits(phrase: Phrase) -> dict[str, float]:
    """What speaks for and against a phrase, by name.

    Rare words that come often make a term (tf-idf), a title or a heading vouches for it, and a phrase that mostly
    stands within one and the same longer phrase is a fragment of it.
    """
    idfs = [rarity().get(word, UNLISTED) for word in phrase.words]
    return {
        "frequency": sum(idfs) / len(idfs) / 10 * math.log(phrase.count),
        "repeated": float(phrase.count > 1),
        "prominent": float(phrase.prominent),
        "two_characters": float(len("".join(phrase.words)) == 2),
        "four_words": float(len(phrase.words) > 3),
        "fragment": float(phrase.widest >= phrase.count),
        "inside": phrase.widest / phrase.count,
        "common_word": float(len(idfs) == 1 and idfs[0] < _COMMON_WORD),
        "opens_with_verb": float(phrase.verb and min(idfs) < _COMMON_VERB),
    }


def keywords_of_all(documents: Sequence[Document], limit: int) -> tuple[tuple[str, float], ...]:
    """(term, weight) over all documents, best first, the best with weight 1.

    A term's weights in the documents add up, so that a term of several documents comes before one of a single
    document. It is printed as in the first document that has it.
    """
    totals: dict[str, float] = defaultdict(float)
    printed: dict[str, str] = {}
    for document in documents:
        for keyword in keywords(document, _EACH):
            form = simplified(keyword.term).lower()
            totals[form] += keyword.weight
            printed.setdefault(form, keyword.term)
    kept: list[str] = []
    for form in sorted(totals, key=lambda form: (-round(totals[form], 9), form)):
        if len(kept) < limit and not nested(form, kept):
            kept.append(form)
    return tuple((printed[form], round(totals[form] / totals[kept[0]], 6)) for form in kept)
