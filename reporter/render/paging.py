"""Long lists → pages that open quickly.

A page's length is not known before it is written, so items are weighed by what they hold: the length of a value's
``repr`` in UTF-8 is about what the templates of the default theme write for it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import islice
from typing import TypeVar

Item = TypeVar("Item")
Weigh = Callable[[object], int]

# Of 500 KB a page's frame, navigation and style sheet take some 40; the rest is for what the weight does not see.
PAGE_WEIGHT = 330_000


def weight(item: object) -> int:
    """About how many bytes an item takes on a page."""
    return len(repr(item).encode("utf-8", "replace")) + 80


def page_lengths(items: Iterable[object], weigh: Weigh = weight, limit: int = PAGE_WEIGHT) -> tuple[int, ...]:
    """How many items stand on each page: as many as weigh no more than the limit, at least one; none for none."""
    return lengths_of(map(weigh, items), limit)


def lengths_of(weights: Iterable[int], limit: int = PAGE_WEIGHT, ahead: int = 0) -> tuple[int, ...]:
    """The same by what the items weigh; ``ahead`` is the weight of what the first page holds before them."""
    lengths: list[int] = []
    held = ahead
    for own in weights:
        if not lengths:
            lengths.append(0)
        elif held + own > limit:
            lengths.append(0)
            held = 0
        lengths[-1] += 1
        held += own
    return tuple(lengths)


def paged(items: Iterable[Item], lengths: Sequence[int]) -> Iterator[tuple[Item, ...]]:
    """The items of each page, one page after the other, so that no more than one is held."""
    source = iter(items)
    for length in lengths:
        yield tuple(islice(source, length))


def fitted(items: Sequence[Item], limit: int, weigh: Weigh = weight) -> tuple[Item, ...]:
    """The items from the beginning that weigh no more than the limit together, at least one where there is any."""
    return tuple(items[: next(iter(page_lengths(items, weigh, limit)), 0)])
