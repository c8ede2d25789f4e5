"""What was made of a document, kept for the next build: an unchanged document's pages are written as they were.

A piece is found by a key of everything that decides it: the build's ``ground`` (program, configuration, theme), the key
of the document's analysis, and what the piece says of other documents (``standing``). What has no such key is made
anew.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from hashlib import sha256
from typing import Any, Protocol, TypeVar

from reporter.render.standing import Standing

Piece = TypeVar("Piece")


class Shelf(Protocol):
    """Where pieces are kept."""

    def get(self, key: str) -> Any:
        """The piece of a key; None where there is none."""

    def put(self, key: str, value: object) -> None:
        """Keep a piece."""


@dataclass(frozen=True, slots=True)
class Kept:
    """The pieces of earlier builds.

    ``ground`` names what decides all pages alike: the program, its packages, the configuration, the theme's files.
    """

    shelf: Shelf
    ground: str

    def piece(
        self,
        kind: str,
        analysis: str,
        standing: Standing | None,
        parts: tuple[object, ...],
        make: Callable[[], Piece],
    ) -> Piece:
        """The kept piece, or the one that is made now and kept from now on.

        Args:
            kind: what is made.
            analysis: the key of the document's analysis; without one nothing is kept.
            standing: how the document stands among all; None for a piece that says nothing of it.
            parts: everything beside analysis, standing and ground that decides it, as values whose ``repr`` is the same
                for equal ones: texts, numbers, tuples and dataclasses of them.
        """
        if not analysis or (standing is not None and not standing.is_sound):
            return make()
        key = digest_of(kind, self.ground, analysis, standing, parts)
        found: Piece | None = self.shelf.get(key)
        if found is None:
            found = make()
            self.shelf.put(key, found)
        return found


class _Bare:
    """A shelf that keeps nothing."""

    def get(self, key: str) -> None:
        """Nothing is found."""

    def put(self, key: str, value: object) -> None:
        """Nothing is kept."""


NOTHING_KEPT = Kept(_Bare(), "")


def digest_of(*parts: object) -> str:
    """A digest of values by their ``repr``."""
    return sha256(repr(parts).encode("utf-8", "surrogatepass")).hexdigest()
