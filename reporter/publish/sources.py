"""Finding the sources of a build again, and telling whether they are still the same."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

import msgspec

from reporter.publish.manifest import InputEntry, Manifest, file_digest
from reporter.publish.records import INPUTS, InputPlaces
from reporter.publish.report import Proof


@dataclass(frozen=True, slots=True)
class Source:
    """An input that was found again, and whether its bytes are other than they were."""

    path: Path
    changed: bool


def prove_sources(build: Path, manifest: Manifest, sources: Path | None, proof: Proof) -> dict[str, Source]:
    """Find every input whose hash the manifest states and compare the hash.

    Returns:
        Each input that was found, by its path in the manifest.
    """
    places = _recorded_places(build)
    found: dict[str, Source] = {}
    for entry in manifest.inputs:
        if entry.sha256 is None:
            continue
        places_of = _in_folder(entry.path, sources) if sources else _recorded(entry.path, build, places)
        candidates = list(places_of)
        present = [path for path in candidates if path.is_file()]
        if not present:
            proof.failed(entry.path, "", _missing(candidates))
            continue
        found[entry.path] = _best(present, entry)
        if found[entry.path].changed:
            proof.failed(entry.path, "", f"has changed since the build (now in {found[entry.path].path})")
        else:
            proof.proved("sources")
    return found


def _best(present: list[Path], entry: InputEntry) -> Source:
    """The candidate with the right bytes, else the first."""
    same = next((path for path in present if file_digest(path) == entry.sha256), None)
    return Source(same or present[0], same is None)


def _recorded_places(build: Path) -> InputPlaces:
    try:
        # json, not msgspec, decodes: a path whose bytes are no UTF-8 holds lone surrogates, which only json accepts.
        return msgspec.convert(json.loads((build / INPUTS).read_bytes()), InputPlaces)
    except (OSError, ValueError):  # a build that was copied without its local folder
        return InputPlaces(1, {})


def _recorded(shown: str, build: Path, places: InputPlaces) -> Iterator[Path]:
    """Where the build's own record says that an input lay."""
    if shown in places.inputs:
        yield (build.resolve() / places.inputs[shown].relative).resolve()
        yield Path(places.inputs[shown].absolute)


def _in_folder(shown: str, folder: Path) -> Iterator[Path]:
    """Where an input may lie in a folder that is the input folder, its parent, or a flat copy of it."""
    parts = PurePosixPath(shown).parts
    yield folder.joinpath(*parts[1:] or parts)
    yield folder.joinpath(*parts)
    yield folder.joinpath(*parts[-1:])


def _missing(candidates: list[Path]) -> str:
    if not candidates:
        return "source not found: the build does not record where it lay; name the folder with --sources DIR"
    return f"source not found: looked for {candidates[0]}; name the folder with --sources DIR"
