"""The lead: how much the place of a sentence speaks for it.

In: the sentences of a document in their places. Out: one number a sentence, 1 for the sentence that opens the matter.
The first sentence is not always that one. News of the feature kind opens on a picture, a saying or a quotation, a
bulletin on the press conference that it reports: their lead passes on to the first sentence that tells something.
"""

from __future__ import annotations

import numpy as np

from reporter.summarize.context import Context
from reporter.summarize.patterns import announces, sets_scene
from reporter.summarize.terms import Floats, Indices

# So many sentences may set the scene; what is left of their own lead.
_MOST_SCENES = 3
_SCENE_LEAD = 0.6
# Cosine from which a sentence says again what a half sentence has announced.
_RESTATED = 0.5


def lead(context: Context, place: Indices, *, news: bool) -> Floats:
    """One over the square of a sentence's place, counted from the first sentence that tells something.

    Args:
        context: the sentences.
        place: the place of each in the text or in its item of a digest, from 0.
        news: whether openings that set the scene are looked for; else every place counts as it is.
    """
    values = (1.0 / (1.0 + place) ** 2).astype(np.float64)
    if not news or not len(place):
        return values
    starts = np.flatnonzero(place == 0).tolist()
    for start, end in zip(starts, [*starts[1:], len(place)], strict=True):
        scenes = scenes_at(context.texts[start : min(end - 1, start + _MOST_SCENES)])
        if scenes:
            values[start + scenes : end] = values[start : end - scenes].copy()
            values[start : start + scenes] = _SCENE_LEAD / (2.0 + np.arange(scenes)) ** 2
    restated = restating(context) if announces(context.texts[0]) else None
    if restated is not None:
        values[restated] = 1.0
    return values


def scenes_at(texts: tuple[str, ...]) -> int:
    """How many of these sentences, from the first on without a gap, set the scene."""
    return next((index for index, text in enumerate(texts) if not sets_scene(text)), len(texts))


def restating(context: Context) -> int | None:
    """The sentence that says again what the first one announces: most like it, the earlier of two; None without any."""
    nearness = np.round(context.rows.times(context.rows.row(0)), 9)
    nearness[0] = 0.0
    index = int(nearness.argmax())
    return index if nearness[index] >= _RESTATED else None
