"""A build as it is compared: the parts of data/briefing.json that say what its documents say.

In: the bytes of a build's data, or a briefing in memory. Out: the same ``Edition`` for the same build.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import msgspec

from reporter.changes.data import (
    ConflictData,
    DeadlineData,
    DocumentData,
    Edition,
    FigureData,
    HeadingData,
    ItemData,
    MoveData,
    SentenceData,
    TableData,
    TargetData,
    TitleData,
)
from reporter.config.earlier import data_of, manifest_of_data
from reporter.errors import VerifyError
from reporter.model import Analysis, Briefing, Conflict, Indicator, Table, Target
from reporter.model.changes import EarlierBuild

SCHEMA_VERSION = 1


class _Outputs(msgspec.Struct, frozen=True):
    """An output in a manifest."""

    path: str
    sha256: str


class _Manifest(msgspec.Struct, frozen=True):
    """What a manifest says of the data beside it."""

    outputs: tuple[_Outputs, ...] = ()


def read_edition(build: Path) -> tuple[Edition, EarlierBuild]:
    """The build that a path names: a build's folder, its manifest.json or its data/briefing.json.

    Raises:
        VerifyError: there are no such data, they are damaged, of another schema, or not those of their manifest.
    """
    path = data_of(build)
    try:
        content = path.read_bytes()
        edition = decoded(content, str(path))
        manifest = _manifest_beside(path)
    except OSError as error:
        hint = "name the folder of a build, its manifest.json or its data/briefing.json"
        raise VerifyError(f"{build}: is no build: {path}: {error.strerror}", hint) from error
    digest = hashlib.sha256(content).hexdigest()
    listed = {entry.path: entry.sha256 for entry in manifest.outputs}
    if listed.get("data/briefing.json", digest) != digest:
        raise VerifyError(f"{path}: is not what its manifest lists", "take the whole build anew from where it is kept")
    return edition, EarlierBuild(edition.title, edition.issue, edition.date, len(edition.documents), digest)


def decoded(content: bytes, name: str) -> Edition:
    """The edition of a build's data.

    Raises:
        VerifyError: they are damaged or of another schema.
    """
    try:
        edition = msgspec.json.decode(content, type=Edition)
    except (msgspec.MsgspecError, UnicodeDecodeError) as error:
        hint = "name the folder of a build, its manifest.json or its data/briefing.json"
        raise VerifyError(f"{name}: is no build's data: {error}", hint) from error
    if edition.schema_version != SCHEMA_VERSION:
        found = edition.schema_version
        raise VerifyError(f"{name}: has schema_version {found}, known is {SCHEMA_VERSION}", "use a newer reporter")
    return edition


def edition_of(briefing: Briefing, like: Edition | None = None) -> Edition:
    """The edition of a briefing in memory; equal to that of its data.

    Args:
        like: documents that it holds with the same words are taken from there, so that they are in memory once.
    """
    known = {document.sha256: document for document in like.documents} if like else {}
    return Edition(
        SCHEMA_VERSION,
        briefing.head.title,
        tuple(_shared(_document(analysis), known) for analysis in briefing.analyses),
        briefing.head.issue,
        briefing.head.date,
        tuple(_conflict(conflict) for conflict in briefing.conflicts),
    )


def _manifest_beside(data: Path) -> _Manifest:
    """The manifest of data; an empty one where they lie alone or it can't be understood."""
    path = manifest_of_data(data)
    try:
        return _Manifest() if path is None else msgspec.json.decode(path.read_bytes(), type=_Manifest)
    except (msgspec.MsgspecError, UnicodeDecodeError):
        return _Manifest()


def _shared(document: DocumentData, known: dict[str, DocumentData]) -> DocumentData:
    """The document with the parts of a known one of the same bytes, where they are equal."""
    same = known.get(document.sha256)
    if same is None:
        return document
    own: dict[str, Any] = {"id": document.id, "path": document.path}
    other = msgspec.structs.replace(same, **own)
    return other if other == document else document


def _document(analysis: Analysis) -> DocumentData:
    document = analysis.document
    return DocumentData(
        document.id,
        document.path,
        document.clean.raw.sha256,
        TitleData(document.title.text),
        document.date,
        tuple(HeadingData(section.heading) for section in document.sections),
        tuple(SentenceData(sentence.id, sentence.text) for sentence in document.sentences),
        tuple(map(_figure, analysis.indicators)),
        tuple(_tables(analysis.tables)),
        tuple(map(_target, analysis.targets)),
    )


def _figure(indicator: Indicator) -> FigureData:
    return FigureData(
        indicator.id, indicator.sentence, indicator.subject, indicator.name, indicator.key, indicator.value,
        indicator.unit, indicator.qualifier, indicator.bound, indicator.period, indicator.role,
        MoveData(indicator.change.direction) if indicator.change else None,
    )  # fmt: skip


def _tables(tables: Iterable[Table]) -> Iterable[TableData]:
    for table in tables:
        rows = tuple(tuple(cell.text for cell in row) for row in table.rows)
        yield TableData(table.id, table.caption, table.origin, table.header, rows)


def _target(target: Target) -> TargetData:
    return TargetData(target.id, target.indicator, DeadlineData(target.deadline.date) if target.deadline else None)


def _conflict(conflict: Conflict) -> ConflictData:
    return ConflictData(conflict.indicator, tuple(ItemData(item.document, item.id) for item in conflict.items))
