"""What each document gives to the lists over all, made once and held packed until its pages are written.

Before: the briefing, its standings. After: for each document its items of each list, with what each weighs. A list over
five thousand documents is never held as values: packed rows take some kilobytes a document.
"""

from __future__ import annotations

import pickle
import zlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from hashlib import sha256
from itertools import chain
from typing import Any

from reporter.model import Keyword
from reporter.render.alone import AloneViewpoint
from reporter.render.charts.growth import Growth, changes
from reporter.render.kept import Kept, digest_of
from reporter.render.list_parts import ListPart, Lot, lot_of, parts_of
from reporter.render.listings import LISTINGS, Listing
from reporter.render.paging import Weigh
from reporter.render.passages import SourceMark
from reporter.render.site_viewpoint import SiteViewpoint
from reporter.render.standing import Standing, Standings
from reporter.render.viewpoint import Viewpoint


@dataclass(frozen=True, slots=True)
class OwnItems:
    """What one document gives to one list: what each item weighs, and the items, packed, with a digest of them."""

    weights: tuple[int, ...]
    packed: bytes
    digest: str

    @classmethod
    def of(cls, items: Sequence[Any], weigh: Weigh) -> OwnItems:
        """These items."""
        packed = zlib.compress(pickle.dumps(tuple(items), pickle.HIGHEST_PROTOCOL), 1)
        return cls(tuple(map(weigh, items)), packed, sha256(packed).hexdigest())

    def items(self) -> tuple[Any, ...]:
        """The items, made anew each time."""
        found: tuple[Any, ...] = pickle.loads(zlib.decompress(self.packed))  # noqa: S301 - packed above
        return found


@dataclass(frozen=True, slots=True)
class Rows:
    """What one document gives to the lists: how it is cited, its keywords, its changes against the year before
    (``grown``), its items by the list's name."""

    mark: SourceMark
    keywords: tuple[Keyword, ...]
    grown: tuple[Growth, ...]
    lists: dict[str, OwnItems]


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
        self._copies: set[str] = set()
        self._rows: dict[str, Rows] = {}
        seen = (view.briefing.language, view.briefing.script, self._names)
        for at, (document, key) in enumerate(standings.keys.items()):
            standing = standings.of(document)
            if standing.copied:
                self._copies.add(document)
            self._rows[document] = kept.piece("rows", key, standing, seen, partial(self._made, at, standing))
        # Hangs on nothing but the document's id: not on what it says, not on how many are before it.
        self._ranks = {document: digest_of(document) for document in self._rows}
        marks = {document: rows.mark for document, rows in self._rows.items()}
        own = [rows.grown for document, rows in self._rows.items() if document not in self._copies]
        view.learn(marks, list(chain.from_iterable(own)))

    def parts(self) -> dict[str, tuple[ListPart, ...]]:
        """What stands on each page of each list, in the order of the navigation; lists without items are left out."""
        found = {name: parts_of(self._lots(name, listing), self._drawn(name)) for name, listing in LISTINGS.items()}
        return {name: parts for name, parts in found.items() if parts}

    def _lots(self, name: str, listing: Listing) -> list[Lot]:
        if listing.own:
            own = ((document, rows.lists.get(name)) for document, rows in self._rows.items())
            return [Lot(self._ranks[document], its.digest, its.weights, its.items) for document, its in own if its]
        items = listing.items(self._view, self._counted()) if listing.items else ()
        return [lot_of(item, listing.weigh, listing.bare) for item in items]

    def _drawn(self, name: str) -> int:
        """How much the charts weigh that stand above a list."""
        charts = self._view.charts
        drawn = {"comparison": charts.comparison, "figures": (charts.growth,), "timeline": (charts.timeline,)}
        return sum(len(chart.svg) + len(chart.narrow) for chart in drawn.get(name, ()) if chart)

    def _counted(self) -> Iterator[tuple[SourceMark, Sequence[Keyword]]]:
        for document, rows in self._rows.items():
            if document not in self._copies:
                yield rows.mark, rows.keywords

    def _made(self, at: int, standing: Standing) -> Rows:
        return _rows(AloneViewpoint(self._view, self._view.sources[at], standing), standing, self._names)


def _rows(view: Viewpoint, standing: Standing, names: Sequence[str]) -> Rows:
    analysis = view.briefing.analyses[0]
    lists: dict[str, OwnItems] = {}
    for name in names:
        listing = LISTINGS[name]
        if listing.own and (listing.copies or not standing.copied):
            items = tuple(listing.own(view, analysis))
            if items:
                lists[name] = OwnItems.of(items, listing.weigh)
    return Rows(view.mark(analysis), analysis.keywords, tuple(changes(analysis)), lists)
