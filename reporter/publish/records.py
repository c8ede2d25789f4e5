"""What is written at the end of a build: findings, the manifest, and where the inputs lay."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path

import msgspec

from reporter.config import Config, in_force
from reporter.model import Briefing, Finding, Span
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
    places = _places(briefing)
    entries = [
        _finding_dict(finding, places.get((finding.document or "", finding.span), (None, None)))
        for finding in briefing.findings
    ]
    return {"schema_version": SCHEMA_VERSION, "findings": entries}


def _places(briefing: Briefing) -> dict[tuple[str, Span | None], tuple[int | None, int | None]]:
    """(document, stretch of its text) → the stretch of its source, for all findings; documents are gone through once,
    and only those that there is something to say of."""
    spans: dict[str, list[Span]] = {}
    for finding in briefing.findings:
        if finding.document is not None and finding.span is not None:
            spans.setdefault(finding.document, []).append(finding.span)
    found: dict[tuple[str, Span | None], tuple[int | None, int | None]] = {}
    for at, name in enumerate(briefing.ids):
        if name in spans:
            ledger = briefing.analyses[at].document.clean.ledger
            found |= {(name, span): ledger.source_span(span.start, span.end) for span in spans[name]}
    return found


def input_places(places: Mapping[str, Path], target: Path) -> InputPlaces:
    """The inputs' places as written down, seen from the target."""
    inputs = {shown: InputPlace(_relative(path, target), str(path)) for shown, path in sorted(places.items())}
    return InputPlaces(SCHEMA_VERSION, inputs)


def _relative(path: Path, target: Path) -> str:
    try:
        return os.path.relpath(path, target)
    except ValueError:  # another drive
        return str(path)


def _finding_dict(finding: Finding, place: tuple[int | None, int | None]) -> dict[str, object]:
    start, end = place
    return {
        "code": finding.code,
        "level": finding.level,
        "document": finding.document,
        "start": start,
        "end": end,
        "message": finding.message,
        "hint": finding.hint,
    }
