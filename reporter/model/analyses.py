"""Analyses of very many documents, held as bytes and made again when they are asked for.

An analysis takes a hundred bytes of memory for each character of its document, packed it takes five: thousands of
documents fit into the memory that hundreds took.
"""

from __future__ import annotations

import io
import pickle
import zlib
from collections import OrderedDict
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, fields, is_dataclass, replace
from functools import cache, partial
from typing import Any, overload

from reporter.model import document, text
from reporter.model.document import Analysis, Document

# So many analyses stay as they are once they have been asked for: all of a small briefing, a page's worth of a large
# one. Those of documents of 2,000 characters take 0.2 MB each.
REMEMBERED = 128
# More than the fastest level makes it hardly smaller: 10.7 kB of 35 at level 1, 9.4 at level 6, in thrice the time.
_LEVEL = 1


def _pickled(analysis: Analysis) -> bytes:
    """The pickle of an analysis, in which a part is its class with its fields in order: pickled as dataclasses with
    slots are by themselves it takes twice as long to read and thrice to write."""
    file = io.BytesIO()
    pickler = pickle.Pickler(file, pickle.HIGHEST_PROTOCOL)
    pickler.dispatch_table = _reducers()
    pickler.dump(analysis)
    return file.getvalue()


@cache
def _reducers() -> dict[type, Callable[[Any], tuple[type, tuple[Any, ...]]]]:
    """How each class of the parts of an analysis is taken apart."""
    found = (part for module in (document, text) for part in vars(module).values())
    return {part: partial(_reduced, _names(part)) for part in found if isinstance(part, type) and is_dataclass(part)}


def _names(part: type) -> tuple[str, ...]:
    return tuple(field.name for field in fields(part))


def _reduced(names: tuple[str, ...], part: Any) -> tuple[type, tuple[Any, ...]]:
    return type(part), tuple([getattr(part, name) for name in names])


@dataclass(frozen=True, slots=True)
class Packed:
    """An analysis as bytes, made by this program for itself. ``document`` is its document's id; ``key`` is its own,
    which may be learnt after it was packed."""

    document: str
    data: bytes
    key: str = ""

    @classmethod
    def of(cls, analysis: Analysis) -> Packed:
        """The packed analysis."""
        return cls(analysis.document.id, zlib.compress(_pickled(analysis), _LEVEL), analysis.key)

    def opened(self) -> Analysis:
        """The analysis, made anew each time."""
        analysis: Analysis = pickle.loads(zlib.decompress(self.data))  # noqa: S301 - see above
        return analysis if analysis.key == self.key else replace(analysis, key=self.key)


class Analyses(Sequence[Analysis]):
    """A sequence like a tuple of analyses, and equal to one, that holds packed ones; sequences that are made of its
    parts remember together with it.

    Go through it once, from the first to the last, and keep what you need of each: every time that an analysis is asked
    for which is not among the last ``REMEMBERED`` ones it is made again, which takes a millisecond. Two of the same
    place may be two objects: hold them together by their documents' ids.
    """

    __slots__ = ("_opened", "_packed")

    def __init__(self, packed: Iterable[Packed] = (), opened: OrderedDict[Packed, Analysis] | None = None) -> None:
        self._packed = tuple(packed)
        self._opened: OrderedDict[Packed, Analysis] = OrderedDict() if opened is None else opened

    @classmethod
    def of(cls, analyses: Iterable[Analysis]) -> Analyses:
        """The sequence of these analyses."""
        return cls(map(Packed.of, analyses))

    def __len__(self) -> int:
        return len(self._packed)

    @overload
    def __getitem__(self, place: int) -> Analysis: ...
    @overload
    def __getitem__(self, place: slice) -> Analyses: ...
    def __getitem__(self, place: int | slice) -> Analysis | Analyses:
        if isinstance(place, slice):
            return Analyses(self._packed[place], self._opened)
        packed = self._packed[place]
        found = self._opened.get(packed)
        if found is None:
            found = self._opened[packed] = packed.opened()
            if len(self._opened) > REMEMBERED:
                self._opened.popitem(last=False)
        else:
            self._opened.move_to_end(packed)
        return found

    def __iter__(self) -> Iterator[Analysis]:
        return (self[at] for at in range(len(self._packed)))

    def chosen(self, places: Iterable[int]) -> Analyses:
        """Those of some places, in the order of these; none of them is opened."""
        return Analyses((self._packed[at] for at in places), self._opened)

    @property
    def ids(self) -> tuple[str, ...]:
        """The id of each one's document; none of them is opened."""
        return tuple(packed.document for packed in self._packed)

    @property
    def keys(self) -> tuple[str, ...]:
        """The key of each analysis; none of them is opened."""
        return tuple(packed.key for packed in self._packed)

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, (Analyses, tuple)):
            return NotImplemented
        return len(self) == len(other) and all(ours == theirs for ours, theirs in zip(self, other, strict=True))

    def __hash__(self) -> int:
        return hash(tuple(self))

    def __repr__(self) -> str:
        return f"Analyses({len(self)})"

    def __reduce__(self) -> tuple[type[Analyses], tuple[tuple[Packed, ...]]]:
        return Analyses, (self._packed,)


class Documents(Sequence[Document]):
    """The documents of a sequence of analyses, no more in memory than these are."""

    __slots__ = ("_analyses",)

    def __init__(self, analyses: Sequence[Analysis]) -> None:
        self._analyses = analyses

    def __len__(self) -> int:
        return len(self._analyses)

    @overload
    def __getitem__(self, place: int) -> Document: ...
    @overload
    def __getitem__(self, place: slice) -> Documents: ...
    def __getitem__(self, place: int | slice) -> Document | Documents:
        found = self._analyses[place]
        return found.document if isinstance(found, Analysis) else Documents(found)

    def __iter__(self) -> Iterator[Document]:
        return (analysis.document for analysis in self._analyses)

    @property
    def ids(self) -> tuple[str, ...]:
        """The id of each one; none of them is opened."""
        return ids_of(self._analyses)

    @property
    def keys(self) -> tuple[str, ...]:
        """The key of each one's analysis; none of them is opened."""
        return keys_of(self._analyses)


class Changed(Sequence[Analysis]):
    """Analyses with a change that keeps their documents' ids and their keys, made when they are asked for: of a
    briefing in another script no more are in memory than of the one before."""

    __slots__ = ("_analyses", "_change")

    def __init__(self, analyses: Sequence[Analysis], change: Callable[[Analysis], Analysis]) -> None:
        self._analyses, self._change = analyses, change

    def __len__(self) -> int:
        return len(self._analyses)

    @overload
    def __getitem__(self, place: int) -> Analysis: ...
    @overload
    def __getitem__(self, place: slice) -> Changed: ...
    def __getitem__(self, place: int | slice) -> Analysis | Changed:
        found = self._analyses[place]
        return self._change(found) if isinstance(found, Analysis) else Changed(found, self._change)

    def __iter__(self) -> Iterator[Analysis]:
        return map(self._change, self._analyses)

    @property
    def ids(self) -> tuple[str, ...]:
        """The id of each one's document; none of them is opened."""
        return ids_of(self._analyses)

    @property
    def keys(self) -> tuple[str, ...]:
        """The key of each analysis; none of them is opened."""
        return keys_of(self._analyses)

    def chosen(self, places: Iterable[int]) -> Changed:
        """Those of some places, in the order of these; none of them is opened."""
        return Changed(chosen(self._analyses, places), self._change)


def ids_of(analyses: Sequence[Analysis]) -> tuple[str, ...]:
    """The id of each one's document."""
    return analyses.ids if isinstance(analyses, (Analyses, Changed)) else tuple(one.document.id for one in analyses)


def document_ids(documents: Sequence[Document]) -> tuple[str, ...]:
    """The id of each document; packed ones are not opened."""
    return documents.ids if isinstance(documents, Documents) else tuple(document.id for document in documents)


def keys_of(analyses: Sequence[Analysis]) -> tuple[str, ...]:
    """The key of each one."""
    return analyses.keys if isinstance(analyses, (Analyses, Changed)) else tuple(one.key for one in analyses)


def chosen(analyses: Sequence[Analysis], places: Iterable[int]) -> Sequence[Analysis]:
    """The analyses of some places, in the order of these; packed ones stay so."""
    if isinstance(analyses, (Analyses, Changed)):
        return analyses.chosen(places)
    return tuple(analyses[at] for at in places)


def without(analyses: Sequence[Analysis], documents: Collection[str]) -> Sequence[Analysis]:
    """The analyses but those of the documents of some ids, in the same order; packed ones stay so."""
    return chosen(analyses, (at for at, name in enumerate(ids_of(analyses)) if name not in documents))
