"""The parts of data/briefing.json that are compared, as typed values with the keys of the file."""

from __future__ import annotations

from typing import Annotated

import msgspec

from reporter.changes.quantities import quantity_in
from reporter.changes.years import dated
from reporter.model.changes import StatedDocument, StatedFigure, StatedSentence
from reporter.model.document import Bound, Number, Role

# A date as ISO, possibly shortened: 2017, 2017-06, 2017-06-30.
Day = Annotated[str, msgspec.Meta(pattern=r"\A[0-9]{4}(?:-[0-9]{2}){0,2}\Z")]
# The path of a file: one part of it at least is a name.
Path = Annotated[str, msgspec.Meta(pattern=r"(?:\A|/)(?!\.?(?:/|\Z))")]


class SentenceData(msgspec.Struct, frozen=True, gc=False):
    """A sentence."""

    id: str
    text: str


class HeadingData(msgspec.Struct, frozen=True, gc=False):
    """A section's heading, without its number."""

    heading: str


class MoveData(msgspec.Struct, frozen=True, gc=False):
    """Which way a figure changed."""

    direction: str


class FigureData(msgspec.Struct, frozen=True, gc=False):
    """A figure."""

    id: str
    sentence: str
    subject: str
    name: str
    key: str
    value: Number | tuple[Number, Number]
    unit: str
    qualifier: str | None = None
    bound: Bound | None = None
    period: str | None = None
    role: Role = "actual"
    change: MoveData | None = None

    @property
    def falls(self) -> bool:
        """Whether it is a change downwards."""
        return self.role == "change" and self.change is not None and self.change.direction == "down"


class TableData(msgspec.Struct, frozen=True, gc=False):
    """A table; ``list`` ones repeat what sentences say."""

    id: str
    caption: str
    origin: str
    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


class DeadlineData(msgspec.Struct, frozen=True, gc=False):
    """By when."""

    date: Day | None


class TargetData(msgspec.Struct, frozen=True, gc=False):
    """A target and the figure that states it, if a sentence does."""

    id: str
    indicator: str | None
    deadline: DeadlineData | None = None


class TitleData(msgspec.Struct, frozen=True, gc=False):
    """A title."""

    text: str


class DocumentData(msgspec.Struct, frozen=True, gc=False):
    """What one document says."""

    id: str
    path: Path
    sha256: str
    title: TitleData
    date: Day | None = None
    sections: tuple[HeadingData, ...] = ()
    sentences: tuple[SentenceData, ...] = ()
    indicators: tuple[FigureData, ...] = ()
    tables: tuple[TableData, ...] = ()
    targets: tuple[TargetData, ...] = ()

    @property
    def stated(self) -> StatedDocument:
        """It as a change names it."""
        return StatedDocument(self.id, self.path, self.title.text, self.sha256)


class ItemData(msgspec.Struct, frozen=True, gc=False):
    """A figure of a conflict."""

    document: str
    indicator: str


class ConflictData(msgspec.Struct, frozen=True, gc=False):
    """Figures that contradict one another."""

    indicator: str
    items: tuple[ItemData, ...]


class Edition(msgspec.Struct, frozen=True):
    """A build."""

    schema_version: int
    title: str
    documents: tuple[DocumentData, ...]
    issue: str | None = None
    date: str | None = None
    conflicts: tuple[ConflictData, ...] = ()


def stated_sentence(sentence: SentenceData) -> StatedSentence:
    """A sentence as a change names it."""
    return StatedSentence(sentence.id, sentence.text)


def stated_figure(document: DocumentData, figure: FigureData) -> StatedFigure:
    """A figure of the document as a change names it."""
    text = next((sentence.text for sentence in document.sentences if sentence.id == figure.sentence), "")
    return StatedFigure(
        document.id, document.title.text, figure.id, figure.sentence, figure.subject, figure.name, figure.key,
        figure.value, figure.unit, figure.bound, figure.period, figure.role, figure.falls,
        quantity_in(text, figure.value, figure.unit), dated(figure.period, document.date),
    )  # fmt: skip
