"""What is written at the end of a build: findings, the manifest, and where the inputs lay."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path

import msgspec

from reporter.config import Config, in_force
from reporter.model import Briefing, Document, Finding
from reporter.publish.manifest import LOCAL, MANIFEST, manifest_of, write_json
from reporter.publish.staging import Stage
from reporter.publish.state import STATE, State

FINDINGS = "findings.json"
INPUTS = f"{LOCAL}/inputs.json"
SCHEMA_VERSION = 1


class InputPlace(msgspec.Struct, frozen=True):
    """Where a source lay: seen from the build (a move of both keeps that) and on this machine."""

    relative: str
    absolute: str


class InputPlaces(msgspec.Struct, frozen=True):
    """.reporter/inputs.json: the place of each input by its path in the manifest."""

    schema_version: int
    inputs: dict[str, InputPlace]


def seal(stage: Stage, briefing: Briefing, config: Config, places: Mapping[str, Path], state: State) -> None:
    """Complete a staged build: findings.json, what is local and, last, the manifest of it all.

    Args:
        places: where each input lies on this machine, by its path in the briefing.
        state: what the build was made of.
    """
    write_json(stage.folder / FINDINGS, findings_dict(briefing))
    write_json(stage.folder / INPUTS, input_places(places, stage.target))
    write_json(stage.folder / STATE, state)
    write_json(stage.folder / MANIFEST, manifest_of(stage.folder, briefing.inputs, in_force(config)))


def findings_dict(briefing: Briefing) -> dict[str, object]:
    """findings.json of the output contract; offsets count the source."""
    documents = {analysis.document.id: analysis.document for analysis in briefing.analyses}
    entries = [_finding_dict(finding, documents.get(finding.document or "")) for finding in briefing.findings]
    return {"schema_version": SCHEMA_VERSION, "findings": entries}


def input_places(places: Mapping[str, Path], target: Path) -> InputPlaces:
    """The inputs' places as written down, seen from the target."""
    inputs = {shown: InputPlace(_relative(path, target), str(path)) for shown, path in sorted(places.items())}
    return InputPlaces(SCHEMA_VERSION, inputs)


def _relative(path: Path, target: Path) -> str:
    try:
        return os.path.relpath(path, target)
    except ValueError:  # another drive
        return str(path)


def _finding_dict(finding: Finding, document: Document | None) -> dict[str, object]:
    start = end = None
    if finding.span is not None and document is not None:
        start, end = document.clean.ledger.source_span(finding.span.start, finding.span.end)
    return {
        "code": finding.code,
        "level": finding.level,
        "document": finding.document,
        "start": start,
        "end": end,
        "message": finding.message,
        "hint": finding.hint,
    }
