"""What differs between two builds. The fields are the keys of ``changes`` in data/briefing.json and of
``reporter diff --json``, in this order.

``earlier`` things stand in the earlier build: their ids are those of its data. Everything else is of the later one.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from reporter.model.document import Bound, Number, Role

Relation = Literal["edited", "revised", "next", "new"]


@dataclass(frozen=True, slots=True)
class EarlierBuild:
    """The build that was compared with: its head, how many documents it has, and the sha256 of its data."""

    title: str
    issue: str | None
    date: str | None
    documents: int
    sha256: str


@dataclass(frozen=True, slots=True)
class StatedDocument:
    """A document of one of the builds."""

    id: str
    path: str
    title: str
    sha256: str


@dataclass(frozen=True, slots=True)
class StatedSentence:
    """A sentence of a document of one of the builds, by its id there."""

    id: str
    text: str


@dataclass(frozen=True, slots=True)
class StatedFigure:
    """A figure of one of the builds with the title of its document and what tells it from others. ``falls`` marks a
    change downwards, whose value has no sign. ``words`` is the quantity as its sentence has it, None where that is
    worded in another way than in digits (近两万). ``when`` is the period with its year where the words name that as
    seen from the document's date (今年 → 2022年), None elsewhere."""

    document: str
    title: str
    id: str
    sentence: str
    subject: str
    name: str
    key: str
    value: Number | tuple[Number, Number]
    unit: str
    bound: Bound | None
    period: str | None
    role: Role
    falls: bool
    words: str | None
    when: str | None = None


@dataclass(frozen=True, slots=True)
class SentenceChange:
    """A sentence that its document did not have, and the one that it was made of, if it reads much like one that is
    gone."""

    sentence: StatedSentence
    earlier: StatedSentence | None


@dataclass(frozen=True, slots=True)
class RowChange:
    """A row of a table that is new or reads otherwise: its cells, and those it had under the same heading and caption
    (None for a new row). ``row`` counts the table's rows from 0."""

    table: str
    row: int
    cells: tuple[str, ...]
    earlier: tuple[str, ...] | None


@dataclass(frozen=True, slots=True)
class DocumentChange:
    """A document that is ``new``, or stood in the earlier build and has ``changed`` in words, ``moved`` to another
    path, or both (``changed``, with another path in ``earlier``).

    ``sentences`` are new or edited, ``gone`` those that no new one was made of; ``headings`` and ``gone_headings``
    are headings, captions and heads of tables; ``rows`` and ``gone_rows`` are of tables. All of them are empty for a
    new document, in which everything is new, and for one that has only moved. ``retitled`` is the earlier title where
    it was another.
    """

    kind: Literal["new", "changed", "moved"]
    document: StatedDocument
    earlier: StatedDocument | None = None
    retitled: str | None = None
    sentences: tuple[SentenceChange, ...] = ()
    gone: tuple[StatedSentence, ...] = ()
    headings: tuple[str, ...] = ()
    gone_headings: tuple[str, ...] = ()
    rows: tuple[RowChange, ...] = ()
    gone_rows: tuple[tuple[str, ...], ...] = ()


@dataclass(frozen=True, slots=True)
class FigureChange:
    """A figure that the earlier build did not state.

    ``edited``: its document states another value, or another period, where ``earlier`` stood. ``revised``: another
    document of the earlier build states another value for the same period. ``next``: an earlier one states the
    period before. ``new``: nothing there compares with it (``earlier`` is None).
    """

    relation: Relation
    figure: StatedFigure
    earlier: StatedFigure | None = None


@dataclass(frozen=True, slots=True)
class ConflictChange:
    """Figures that contradict one another: in the later build a new conflict, in the earlier one a solved conflict."""

    indicator: str
    figures: tuple[StatedFigure, ...]


@dataclass(frozen=True, slots=True)
class TargetMet:
    """A new figure that meets a target as this is worded: same subject, name and unit, in the year of its deadline."""

    target: str
    aimed: StatedFigure
    figure: StatedFigure


@dataclass(frozen=True, slots=True)
class StillThere:
    """A document of the earlier build that is gone, and the one of the later build that has nearly all of its text:
    it was a reprint or another copy of that. Both by their ids."""

    gone: str
    document: str


@dataclass(frozen=True, slots=True)
class Changes:
    """What differs between two builds, in the order of the later one's documents; what is gone, in that of the
    earlier. ``rewritten`` are documents with the same words in another file: encoding, format or markup differ.
    ``kept`` says of which gone documents the text still stands in another, in the order of ``gone``."""

    earlier: EarlierBuild
    documents: tuple[DocumentChange, ...] = ()
    gone: tuple[StatedDocument, ...] = ()
    rewritten: tuple[str, ...] = ()
    figures: tuple[FigureChange, ...] = ()
    gone_figures: tuple[StatedFigure, ...] = ()
    conflicts: tuple[ConflictChange, ...] = ()
    solved: tuple[ConflictChange, ...] = ()
    met: tuple[TargetMet, ...] = ()
    kept: tuple[StillThere, ...] = ()

    @property
    def differs(self) -> bool:
        """Whether the two say different things; another file with the same words says nothing else."""
        return bool(self.documents or self.gone or self.figures or self.gone_figures or self.conflicts or self.solved)
