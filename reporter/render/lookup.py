"""Sentences and figures by the ids of their document and themselves; each document is looked through when asked of."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Iterable
from typing import Generic, Protocol, TypeVar

# So many documents stay looked through: of thousands not all can.
REMEMBERED = 128


class Named(Protocol):
    """What has an id."""

    @property
    def id(self) -> str:
        """The id, one of its kind within a document."""


Part = TypeVar("Part", bound=Named)


class PartsById(Generic[Part]):
    """The parts of documents by (document's id, own id).

    Args:
        parts_of: all parts of the document with an id.
    """

    def __init__(self, parts_of: Callable[[str], Iterable[Part]]) -> None:
        self._parts_of = parts_of
        self._documents: OrderedDict[str, dict[str, Part]] = OrderedDict()

    def get(self, name: tuple[str, str]) -> Part | None:
        """The part; None where the document has none of that id."""
        document, own = name
        return self._of(document).get(own)

    def __getitem__(self, name: tuple[str, str]) -> Part:
        """The part.

        Raises:
            KeyError: the document has none of that id.
        """
        document, own = name
        return self._of(document)[own]

    def _of(self, document: str) -> dict[str, Part]:
        found = self._documents.get(document)
        if found is None:
            found = self._documents[document] = {part.id: part for part in self._parts_of(document)}
            if len(self._documents) > REMEMBERED:
                self._documents.popitem(last=False)
        return found
