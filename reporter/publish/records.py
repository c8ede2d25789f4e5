"""What is written at the end of a build: findings, the manifest, and where the inputs lay."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from pathlib import Path

import msgspec

from reporter.config import Config, in_force
from reporter.model import Analysis, Briefing, Finding, Span
from reporter.model.analyses import keys_of
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


# A stretch of a source, and how those of some stretches of a text are had: from the key of the document's analysis.
Stretch = tuple[int | None, int | None]
Keep = Callable[[str, tuple[Span, ...], Callable[[], tuple[Stretch, ...]]], tuple[Stretch, ...]]


def _made_anew(
    key: str,  # noqa: ARG001
    spans: tuple[Span, ...],  # noqa: ARG001
    make: Callable[[], tuple[Stretch, ...]],
) -> tuple[Stretch, ...]:
    return make()


def seal(
    stage: Stage,
    briefing: Briefing,
    config: Config,
    places: Mapping[str, Path],
    state: State,
    keep: Keep = _made_anew,
) -> None:
    """Complete a staged build: findings.json, what is local and, last, the manifest of it all.

    Args:
        places: where each input lies on this machine, by its path in the briefing.
        state: what the build was made of.
        keep: has the places of findings of earlier builds.
    """
    write_json(stage.folder / FINDINGS, findings_dict(briefing, keep))
    write_json(stage.folder / INPUTS, input_places(places, stage.target))
    write_json(stage.folder / STATE, state)
    write_json(stage.folder / MANIFEST, manifest_of(stage.folder, briefing.inputs, in_force(config)))


def findings_dict(briefing: Briefing, keep: Keep = _made_anew) -> dict[str, object]:
    """findings.json of the output contract; offsets count the source."""
    places = _places(briefing, keep)
    entries = [
        _finding_dict(finding, places.get((finding.document or "", finding.span), (None, None)))
        for finding in briefing.findings
    ]
    return {"schema_version": SCHEMA_VERSION, "findings": entries}


def _places(briefing: Briefing, keep: Keep) -> dict[tuple[str, Span | None], Stretch]:
    """(document, stretch of its text) → the stretch of its source, for all findings; documents are gone through once,
    and only those that there is something to say of."""
    spans: dict[str, dict[Span, None]] = {}
    for finding in briefing.findings:
        if finding.document is not None and finding.span is not None:
            spans.setdefault(finding.document, {})[finding.span] = None
    found: dict[tuple[str, Span | None], Stretch] = {}
    for at, (name, key) in enumerate(zip(briefing.ids, keys_of(briefing.analyses), strict=True)):
        if name in spans:
            asked = tuple(spans[name])
            stretches = keep(key, asked, partial(_stretches, briefing.analyses, at, asked))
            found |= {(name, span): stretch for span, stretch in zip(asked, stretches, strict=True)}
    return found


def _stretches(analyses: Sequence[Analysis], at: int, spans: Sequence[Span]) -> tuple[Stretch, ...]:
    ledger = analyses[at].document.clean.ledger
    return tuple(ledger.source_span(span.start, span.end) for span in spans)


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
