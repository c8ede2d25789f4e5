"""Pieces that are drawn, on disk until the file that they stand in is bound: of a PDF of thousands of pages no more is
in memory than one file of it."""

from __future__ import annotations

import pickle
from dataclasses import dataclass
from pathlib import Path

from reporter.render.context import DocumentView
from reporter.render.pdf.drawing import Drawn, DrawnPage


@dataclass(frozen=True, slots=True)
class Shelved:
    """A piece's pages as others need to know them, and where the rest lies. ``leads`` says that the piece stands before
    the documents."""

    pages: tuple[DrawnPage, ...]
    path: Path
    leads: bool

    def opened(self) -> Drawn:
        """The piece."""
        drawn: Drawn = pickle.loads(self.path.read_bytes())  # noqa: S301 - written by this program
        return drawn


@dataclass(frozen=True, slots=True)
class Laid:
    """What became of a piece: None where it has nothing to show; what the PDF library complained of; and its documents
    as contents and list of sources name them."""

    piece: Shelved | None
    complaints: tuple[str, ...]
    documents: tuple[DocumentView, ...] = ()


def shelved(drawn: Drawn, path: Path, *, leads: bool) -> Shelved:
    """Put a piece away."""
    path.write_bytes(pickle.dumps(drawn, pickle.HIGHEST_PROTOCOL))
    return Shelved(drawn.pages, path, leads)
