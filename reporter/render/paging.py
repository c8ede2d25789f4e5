"""Long lists → pages that open quickly.

A page's length is not known before it is written, so items are weighed by what they hold: the length of a value's
``repr`` in UTF-8 is about what the templates of the default theme write for it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import TypeVar

Item = TypeVar("Item")
Weigh = Callable[[object], int]

# Of 500 KB a page's frame, navigation and style sheet take some 40; the rest is for what the weight does not see.
PAGE_WEIGHT = 330_000
# A page that is so full may end at a seam.
_NEARLY_FULL = 0.6


def weight(item: object) -> int:
    """About how many bytes an item takes on a page."""
    return text_weight(repr(item))


def text_weight(text: str) -> int:
    """The same of an item whose ``repr`` is known."""
    return len(text.encode("utf-8", "replace")) + 80


def page_lengths(items: Iterable[object], weigh: Weigh = weight, limit: int = PAGE_WEIGHT) -> tuple[int, ...]:
    """How many items stand on each page: as many as weigh no more than the limit, at least one; none for none."""
    return lengths_of(map(weigh, items), limit)


def lengths_of(
    weights: Iterable[int], limit: int = PAGE_WEIGHT, ahead: int = 0, ranks: Sequence[str] = ()
) -> tuple[int, ...]:
    """The same by what the items weigh.

    Where not all fit on one page, one that is nearly full ends before the item of the lowest rank that it has room for:
    a page's end hangs on the items around it, so that behind a longer one the pages soon begin where they did
    (content-defined chunking; the lowest value of a window as in Schleimer et al., Winnowing, SIGMOD 2003).

    Args:
        ahead: the weight of what the first page holds before the items.
        ranks: one for each item, which hangs on no other item, empty where no page should begin; none for none.
    """
    its = list(weights)
    lengths: list[int] = []
    start, held = 0, ahead
    while start < len(its):
        stop = _ends(its, start, limit, held, ranks)
        lengths.append(stop - start)
        start, held = stop, 0
    return tuple(lengths)


def _ends(weights: Sequence[int], start: int, limit: int, held: int, ranks: Sequence[str]) -> int:
    """Where the page ends that begins with an item."""
    seams: list[int] = []
    for at in range(start, len(weights)):
        if at > start:
            if held + weights[at] > limit:
                break
            if ranks and ranks[at] and held > _NEARLY_FULL * limit:
                seams.append(at)
        held += weights[at]
    else:
        return len(weights)
    if ranks and ranks[at]:
        seams.append(at)
    return min(seams, key=ranks.__getitem__, default=at)


def fitted(items: Sequence[Item], limit: int, weigh: Weigh = weight) -> tuple[Item, ...]:
    """The items from the beginning that weigh no more than the limit together, at least one where there is any."""
    return tuple(items[: next(iter(page_lengths(items, weigh, limit)), 0)])
