"""Two bodies → whether the one is the other's reprint, an excerpt of it, nearly the same, or a text of its own."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

import numpy as np

from reporter.model import Document
from reporter.reprints.body import Hashes, known_shingles, letters, passages, shared, shingles
from reporter.reprints.figures import Agreement, Contexts, agreement, contexts
from reporter.reprints.wording import masked, wording

Same = Literal["format", "reprint", "excerpt"]

# How much of the shorter body's shingles the longer one has: of a reprint, whose paragraphs may be cut and added, and
# of an excerpt. Both are at least half of the longer one: a news in a collection of many is a document of its own.
# What has less than four fifths of the longer one is an excerpt of it.
_REPRINT, _EXCERPT = 0.8, 0.9
_HALF, _WHOLE = 0.5, 0.8
_SAME = 0.95
# How much of each other two reprints of a third hold at least.
_CLOSE = 0.7
_FAR = 5
# Bodies of fewer shingles say too little to be told from a form: they must be equal.
_FEWEST = 40
# Of the sentences that both have, so many may be worded otherwise; more, and names were filled into a form.
_REWRITTEN = 0.1
# A reprint may differ in two numbers and in a sixth of those compared: more, and it is another draft. Above a half it
# is another year, and nobody takes it for the same.
_CHANGED, _CHANGED_SHARE, _NEARLY_SHARE = 2, 1 / 6, 1 / 2
_NO_FIGURES = Agreement(0)


class Body:
    """A document as it is compared; each part is worked out when it is first asked for, and the document is not held
    on to: of thousands of documents most are candidates for something.

    Args:
        opened: gives the document.
        sketch: its sketch; a short document's holds all its shingles.
    """

    def __init__(self, opened: Callable[[], Document], sketch: bytes = b"") -> None:
        self._opened, self._sketch = opened, sketch

    @cached_property
    def format(self) -> str:
        """The format of its file."""
        return self._opened().clean.raw.format

    @cached_property
    def shingles(self) -> Hashes:
        """The shingles of all letters."""
        known = known_shingles(self._sketch)
        return known if known is not None else shingles("".join(letters(text) for _, text in passages(self._opened())))

    @cached_property
    def sentences(self) -> tuple[str, ...]:
        """The letters of each sentence without its numbers."""
        return masked(passages(self._opened()))

    @cached_property
    def contexts(self) -> Contexts:
        """The numbers by the letters around them."""
        return contexts(passages(self._opened()))


@dataclass(frozen=True, slots=True)
class Likeness:
    """``same`` says how two documents have one text, None that they have two; ``nearly`` then that only figures tell
    these apart, ``close`` that they are no further from each other than two reprints of a third, each with words of its
    own. ``similarity`` is the Jaccard coefficient of the shingles; ``figures`` says which numbers differ, ours first.
    """

    same: Same | None = None
    nearly: bool = False
    close: bool = False
    similarity: float = 0.0
    figures: Agreement = _NO_FIGURES


def likeness(first: Body, second: Body) -> Likeness:
    """How two bodies stand to each other; empty ones are like nothing. Only ``figures`` depends on their order."""
    shorter, longer = sorted((len(first.shingles), len(second.shingles)))
    if not shorter:
        return Likeness()
    common = len(np.intersect1d(first.shingles, second.shingles, assume_unique=True))
    contained, ratio = common / shorter, shorter / longer
    similarity = round(common / (shorter + longer - common), 4)
    if contained < _CLOSE or ratio < _HALF or (shorter < _FEWEST and similarity < 1):
        return Likeness(similarity=similarity)
    figures = agreement(first.contexts, second.contexts)
    differing = len(figures.differing)
    if differing > _NEARLY_SHARE * figures.compared:
        return Likeness(similarity=similarity)
    agree = differing <= min(_CHANGED, _CHANGED_SHARE * figures.compared)
    if contained < _REPRINT or _is_reworded(first, second):
        return Likeness(close=agree, similarity=similarity, figures=figures)
    if not agree:
        return Likeness(nearly=True, similarity=similarity, figures=figures)
    return Likeness(_kind(first, second, contained, similarity), False, True, similarity, figures)


def may_be_like(first: bytes, second: bytes) -> bool:
    """Whether two bodies may be more than unlike, by their sketches alone. Of a sample so much less than what is asked
    for comes by chance once in millions (five standard deviations of a binomial distribution)."""
    common, shorter = shared(first, second)
    return not shorter or common / shorter >= _CLOSE - _FAR * (_CLOSE * (1 - _CLOSE) / shorter) ** 0.5


def _kind(first: Body, second: Body, contained: float, similarity: float) -> Same:
    """What one of two documents with one text is to the other."""
    ratio = min(len(first.shingles), len(second.shingles)) / max(len(first.shingles), len(second.shingles))
    if similarity >= _SAME and first.format != second.format:
        return "format"
    return "excerpt" if ratio < _WHOLE and contained >= _EXCERPT else "reprint"


def _is_reworded(first: Body, second: Body) -> bool:
    """Whether the two are a form filled in twice."""
    left, right = sorted((first.sentences, second.sentences))  # the alignment of texts depends on their order
    found = wording(left, right)
    return found.rewritten > _REWRITTEN * (found.kept + found.rewritten)
