"""What each document gives to the lists over all, made once and held packed until its pages are written.

Before: the briefing, its standings. After: for each document its items of each list, with what each weighs. A list over
five thousand documents is never held as values: packed rows take some kilobytes a document.
"""

from __future__ import annotations

import pickle
import zlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import chain
from typing import Any

from reporter.model import Keyword
from reporter.render.alone import AloneViewpoint
from reporter.render.charts.growth import Growth, changes
from reporter.render.kept import Kept
from reporter.render.listings import LISTINGS, Listing
from reporter.render.paging import lengths_of
from reporter.render.passages import SourceMark
from reporter.render.site_viewpoint import SiteViewpoint
from reporter.render.standing import Standing, Standings
from reporter.render.viewpoint import Viewpoint


@dataclass(frozen=True, slots=True)
class Rows:
    """What one document gives to the lists: ``grown`` are its changes against the year before, ``lists``
    (name, weights of the items, the packed items)."""

    mark: SourceMark
    keywords: tuple[Keyword, ...]
    grown: tuple[Growth, ...]
    lists: tuple[tuple[str, tuple[int, ...], bytes], ...]

    def weights(self, name: str) -> tuple[int, ...]:
        """What each item of a list weighs; nothing for a list that the document gives nothing to."""
        return next((weights for own, weights, _ in self.lists if own == name), ())

    def items(self, name: str) -> tuple[Any, ...]:
        """The items of a list."""
        return next((_unpacked(packed) for own, _, packed in self.lists if own == name), ())


class SiteRows:
    """The rows of all documents.

    Args:
        view: the briefing as seen from the folder of the lists; it learns what the rows know.
        standings: how each document stands among all.
        kept: rows of earlier builds.
    """

    def __init__(self, view: SiteViewpoint, standings: Standings, kept: Kept) -> None:
        self._view = view
        self._names = tuple(name for name, listing in LISTINGS.items() if listing.own and listing.shown(view))
        self._copied: list[bool] = []
        self._rows: list[Rows] = []
        for at, (document, key) in enumerate(standings.keys.items()):
            standing = standings.of(document)
            self._copied.append(standing.copied)
            made = partial(self._made, at, standing)
            self._rows.append(kept.piece("rows", key, standing, (self._names,), made))
        marks = {name: rows.mark for name, rows in zip(standings.keys, self._rows, strict=True)}
        own = [rows.grown for rows, copied in zip(self._rows, self._copied, strict=True) if not copied]
        view.learn(marks, list(chain.from_iterable(own)))

    def lengths(self) -> dict[str, tuple[int, ...]]:
        """How many items stand on each page of each list, in the order of the navigation; lists without items are left
        out."""
        found = {name: self._lengths(name, listing) for name, listing in LISTINGS.items()}
        return {name: lengths for name, lengths in found.items() if lengths}

    def items(self, name: str) -> Iterable[Any]:
        """The items of a list, one after the other."""
        listing = LISTINGS[name]
        if listing.own:
            return (item for rows in self._rows for item in rows.items(name))
        return listing.items(self._view, self._counted()) if listing.items else ()

    def _lengths(self, name: str, listing: Listing) -> tuple[int, ...]:
        if listing.own:
            weights: Iterable[int] = (weight for rows in self._rows for weight in rows.weights(name))
        else:
            weights = map(listing.weigh, self.items(name))
        return lengths_of(weights, ahead=self._drawn(name))

    def _drawn(self, name: str) -> int:
        """How much the charts weigh that stand above a list."""
        charts = self._view.charts
        drawn = {"comparison": charts.comparison, "figures": (charts.growth,), "timeline": (charts.timeline,)}
        return sum(len(chart.svg) + len(chart.narrow) for chart in drawn.get(name, ()) if chart)

    def _counted(self) -> Iterator[tuple[SourceMark, Sequence[Keyword]]]:
        for copied, rows in zip(self._copied, self._rows, strict=True):
            if not copied:
                yield rows.mark, rows.keywords

    def _made(self, at: int, standing: Standing) -> Rows:
        return _rows(AloneViewpoint(self._view, self._view.sources[at], standing), standing, self._names)


def _rows(view: Viewpoint, standing: Standing, names: Sequence[str]) -> Rows:
    analysis = view.briefing.analyses[0]
    lists: list[tuple[str, tuple[int, ...], bytes]] = []
    for name in names:
        listing = LISTINGS[name]
        if listing.own and (listing.copies or not standing.copied):
            items = tuple(listing.own(view, analysis))
            if items:
                lists.append((name, tuple(map(listing.weigh, items)), _packed(items)))
    return Rows(view.mark(analysis), analysis.keywords, tuple(changes(analysis)), tuple(lists))


def _packed(items: tuple[Any, ...]) -> bytes:
    return zlib.compress(pickle.dumps(items, pickle.HIGHEST_PROTOCOL), 1)


def _unpacked(packed: bytes) -> tuple[Any, ...]:
    found: tuple[Any, ...] = pickle.loads(zlib.decompress(packed))  # noqa: S301 - packed above, by this program
    return found
