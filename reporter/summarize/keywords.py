"""The terms that a document, or a set of them, is about."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from heapq import heapify, heappop, heappush

from reporter.language.rarity import rarity
from reporter.language.script import simplified
from reporter.model import Document, Keyword
from reporter.summarize.phrases import Phrase, phrases_of
from reporter.summarize.term_forms import (
    is_counting,
    is_cut,
    is_genre,
    is_of_person,
    is_office,
    is_place,
    is_predicate,
    is_task,
    opens_with_place,
)
from reporter.summarize.terms import UNLISTED

# What each trait of a phrase adds to the logarithm of its odds, first how it stands in the document, then what tells
# against its form. Started from a logistic regression on 300 abstracts with their authors' keywords; what concerns
# reports and other official texts was set by hand so that the abstracts lose nothing. bench/keyword_weights.py fits
# them again and scores them.
STANDING: Mapping[str, float] = {
    "frequency": 0.7,
    "repeated": 0.5,
    "prominent": 1.3,
    "quoted": 1.0,
    "two_characters": -0.6,
    "four_words": -3.0,
    "often_long": 1.0,
    "fragment": -0.5,
    "inside": -0.5,
    "common_word": -0.5,
    "plain_word": -0.3,
}
FORM: Mapping[str, float] = {
    "opens_with_verb": -0.5,
    "lone_verb": -0.4,
    "task": -1.5,
    "predicate": -1.5,
    "clause": -1.0,
    "cut": -2.0,
    "counting": -2.0,
    "genre": -1.0,
    "office": -2.5,
    "person": -1.5,
    "place": -4.0,
    "opens_with_place": -1.0,
}
# How sure a place is to be no subject of a text that is not official.
_DOUBTFUL = 0.3
# Words less rare than these (inverse document frequency) stand in any report: 工作, 企业; and 推进, 加强 before a noun.
_COMMON_WORD, _COMMON_VERB = 6.5, 8.0
# A single word is the plainer the more it falls short of this.
_PLAIN_WORD = 8.0
_VERBAL = frozenset(("v", "vn", "a", "ad"))
# A phrase that stands no more often than this may be cut at the wrong place.
_RARE = 2
# One term for so many characters of a text, and so many at least.
_CHARACTERS, _FEWEST = 40, 5
# So many terms of each document are compared when the terms of all documents are sought.
_EACH = 30


def keywords(document: Document, limit: int) -> tuple[Keyword, ...]:
    """The terms of a document in its own script, best first, none within another; empty for an empty document.

    A short text has fewer than asked for: what it says once cannot be told from what it is about. A weight is the odds
    of a term against the best one's, which has 1.
    """
    phrases = phrases_of(document)
    most = min(limit, max(_FEWEST, len(document.text) // _CHARACTERS))
    kept = selected(phrases, best_first(phrases), most)
    return tuple(
        Keyword(phrases[form].span.of(document.text), round(math.exp(score - kept[0][1]), 6)) for form, score in kept
    )


def best_first(phrases: Mapping[str, Phrase]) -> Iterator[tuple[str, float]]:
    """(form, score) of all phrases, the best first, of equal ones the earlier.

    A form only ever tells against a phrase: it is looked at when what the phrase is without that comes to the front.
    """
    waiting = [(-weighed(STANDING, standing(its)), its.span.start, form, True) for form, its in phrases.items()]
    heapify(waiting)
    while waiting:
        worth, start, form, open_ = heappop(waiting)
        if open_:
            heappush(waiting, (round(worth - weighed(FORM, form_of(phrases[form])), 9), start, form, False))
        else:
            yield form, -worth


def selected(phrases: Mapping[str, Phrase], ranked: Iterable[tuple[str, float]], limit: int) -> list[tuple[str, float]]:
    """The best of ranked phrases, of overlapping ones only the better."""
    kept: dict[str, float] = {}
    for form, score in ranked if limit > 0 else ():
        if not nested(form, kept) and not any(crossing(phrases[form], phrases[other], phrases) for other in kept):
            kept[form] = score
            if len(kept) == limit:
                break
    return list(kept.items())


def nested(form: str, kept: Iterable[str]) -> bool:
    """Whether a form stands within a kept one or holds it."""
    return any(form in other or other in form for other in kept)


def crossing(phrase: Phrase, kept: Phrase, phrases: Mapping[str, Phrase]) -> bool:
    """Whether a phrase begins with the end of a kept one or ends with its beginning, and mostly stands so: 推进节水
    beside 节水灌溉 was cut in two. A rare one needs no proof."""
    for first, second in ((phrase.words, kept.words), (kept.words, phrase.words)):
        for shared in range(1, min(len(first), len(second))):
            if first[-shared:] == second[:shared]:
                joined = phrases.get("".join((*first, *second[shared:])))
                if phrase.count <= _RARE or (joined is not None and 3 * joined.count >= 2 * phrase.count):
                    return True
    return False


def weighed(weights: Mapping[str, float], traits: Mapping[str, float]) -> float:
    """What traits make of the logarithm of odds (up to a constant)."""
    return sum(weight * traits[name] for name, weight in weights.items())


def standing(phrase: Phrase) -> dict[str, float]:
    """How a phrase stands in its document, by name.

    Rare words that come often make a term (tf-idf), a title, a heading or quotes vouch for it, and a phrase that mostly
    stands within one and the same longer phrase is a fragment of it.
    """
    idfs = [rarity().get(word, UNLISTED) for word in phrase.words]
    characters = phrase.span.end - phrase.span.start
    lone = len(idfs) == 1
    return {
        "frequency": sum(idfs) / len(idfs) / 10 * math.log(phrase.count),
        "repeated": float(phrase.count > 1),
        "prominent": float(phrase.prominent),
        "quoted": float(phrase.quoted > 0 and characters > 3),
        "two_characters": float(characters == 2),
        "four_words": float(len(idfs) > 3),
        "often_long": float(len(idfs) > 3 and phrase.count > 2),
        "fragment": float(phrase.widest >= phrase.count),
        "inside": phrase.widest / phrase.count,
        "common_word": float(lone and idfs[0] < _COMMON_WORD),
        "plain_word": max(0.0, _PLAIN_WORD - idfs[0]) if lone else 0.0,
    }


def form_of(phrase: Phrase) -> dict[str, float]:
    """What tells against the form of a phrase, by name: nothing here speaks for one."""
    words, tags = phrase.words, phrase.tags
    commonest = min(rarity().get(word, UNLISTED) for word in words)
    once = phrase.count < 2 and not phrase.prominent
    return {
        "opens_with_verb": float(tags[0] == "v" and commonest < _COMMON_VERB),
        "lone_verb": float(len(words) == 1 and tags[0] in _VERBAL),
        "task": float(is_task(words)),
        "predicate": float(is_predicate(words)),
        "clause": float(once and len(words) > 2 and "v" in tags[1:]),
        "cut": float(is_cut(words)),
        "counting": float(is_counting(words)),
        "genre": float(is_genre(words)),
        "office": float(is_office(words)),
        "person": float(is_of_person(words, tags)),
        "place": (1.0 if phrase.official else _DOUBTFUL) * is_place(words, tags, phrase.official),
        "opens_with_place": float(opens_with_place(words, tags)),
    }


def terms(document: Document) -> tuple[Keyword, ...]:
    """As many terms of a document as count among those of all documents: its keywords, and the next best."""
    return keywords(document, _EACH)


def keywords_of_all(tables: Iterable[Sequence[Keyword]], limit: int) -> tuple[tuple[str, float], ...]:
    """(term, weight) over all documents, best first, the best with weight 1.

    A term's weights in the documents add up and count the more the more documents have it, so that what several speak
    of comes before what one makes much of. It is printed as in the first document that has it.

    Args:
        tables: the ``terms`` of each document.
    """
    totals: dict[str, float] = defaultdict(float)
    spread: Counter[str] = Counter()
    printed: dict[str, str] = {}
    for table in tables:
        for keyword in table:
            form = simplified(keyword.term).lower()
            totals[form] += keyword.weight
            spread[form] += 1
            printed.setdefault(form, keyword.term)
    weights = {form: total * (1 + math.log(spread[form])) for form, total in totals.items()}
    kept: list[str] = []
    for form in sorted(weights, key=lambda form: (-round(weights[form], 9), form)):
        if len(kept) < limit and not nested(form, kept):
            kept.append(form)
    return tuple((printed[form], round(weights[form] / weights[kept[0]], 6)) for form in kept)
