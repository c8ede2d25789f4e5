"""A list over all documents → its pages, each known by what stands on it before any of its items is made.

In: lots of items that come together, each with a digest and the weights of its items. Out: parts, one a page. A page is
kept by the digests of its lots, so that their items need not be opened to see that it is still the same; where it
begins is decided by the lots around, so that a longer item does not move all pages behind it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from hashlib import sha256
from typing import Any

from reporter.render.kept import digest_of
from reporter.render.paging import Weigh, lengths_of, text_weight, weight


@dataclass(frozen=True, slots=True)
class Lot:
    """Items that come together: those of one document, or one over all.

    Equal digests mean equal items, unequal ones nothing. ``rank`` says how well a page begins with the lot
    (``paging.lengths_of``). ``items`` makes the items, as many as there are weights.
    """

    rank: str
    digest: str
    weights: tuple[int, ...]
    items: Callable[[], Sequence[Any]]


@dataclass(frozen=True, slots=True)
class Slice:
    """The items of a lot from ``start`` to before ``stop``."""

    lot: Lot
    start: int
    stop: int


@dataclass(frozen=True, slots=True)
class ListPart:
    """What stands on one page of a list."""

    slices: tuple[Slice, ...]

    def __len__(self) -> int:
        return sum(its.stop - its.start for its in self.slices)

    @property
    def digest(self) -> str:
        """Names the items, without making them."""
        return digest_of(tuple((its.lot.digest, its.start, its.stop) for its in self.slices))

    def items(self) -> tuple[Any, ...]:
        """The items, made now."""
        return tuple(item for its in self.slices for item in its.lot.items()[its.start : its.stop])


def lot_of(item: Any, weigh: Weigh, bare: Callable[[Any], Any]) -> Lot:
    """An item over all documents as a lot of its own; it is held.

    Args:
        weigh: how much of a page it takes, without what ``bare`` leaves out of it.
    """
    text, weighed = repr(item), bare(item)
    digest = sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
    own = text_weight(text) if weigh is weight and weighed is item else weigh(weighed)
    return Lot(digest, digest, (own,), lambda: (item,))


def parts_of(lots: Sequence[Lot], ahead: int = 0) -> tuple[ListPart, ...]:
    """The pages of a list; none for none.

    Args:
        ahead: the weight of what the first page holds before its items.
    """
    weights = [weight for lot in lots for weight in lot.weights]
    ranks = ["" if at else lot.rank for lot in lots for at in range(len(lot.weights))]
    return tuple(_cut(lots, lengths_of(weights, ahead=ahead, ranks=ranks)))


def _cut(lots: Sequence[Lot], lengths: Sequence[int]) -> Iterator[ListPart]:
    """The lots one after the other, cut after so many items each time."""
    left = iter(lengths)
    room, slices = next(left, 0), list[Slice]()
    for lot in lots:
        start = 0
        while start < len(lot.weights):
            stop = min(len(lot.weights), start + room)
            slices.append(Slice(lot, start, stop))
            room -= stop - start
            start = stop
            if not room:
                yield ListPart(tuple(slices))
                room, slices = next(left, 0), []
