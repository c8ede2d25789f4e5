"""The manifest: what went into a build and what came out, by hash."""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import msgspec

from reporter.config import Config, configured
from reporter.config.packages import package_versions
from reporter.errors import ConfigurationError, VerifyError
from reporter.model import InputFile
from reporter.publish.fonts import embedded_fonts

MANIFEST = "manifest.json"
LOCAL = ".reporter"
SCHEMA_VERSION = 1


class InputEntry(msgspec.Struct, frozen=True):
    """One file that was met, and what became of it."""

    path: str
    sha256: str | None
    status: str
    reason: str
    document: str | None


class OutputEntry(msgspec.Struct, frozen=True):
    """One file of the build."""

    path: str
    sha256: str
    size: int


class Manifest(msgspec.Struct, frozen=True):
    """manifest.json. Inputs and outputs are sorted by path; fonts are the faces embedded in the PDF."""

    schema_version: int
    versions: dict[str, str]
    configuration: dict[str, Any]
    fonts: tuple[str, ...]
    inputs: tuple[InputEntry, ...]
    outputs: tuple[OutputEntry, ...]


def manifest_of(folder: Path, inputs: Sequence[InputFile], configuration: Mapping[str, Any]) -> Manifest:
    """The manifest of a finished build.

    Args:
        folder: the build; every file in it is an output, but for the manifest itself and the local folder.
        inputs: every file that was met.
        configuration: the configuration in force as plain values.
    """
    entries = [InputEntry(file.path, file.sha256, _status(file), file.reason, file.document) for file in inputs]
    return Manifest(
        SCHEMA_VERSION,
        package_versions(),
        dict(configuration),
        _fonts(folder),
        tuple(sorted(entries, key=lambda entry: entry.path)),
        tuple(_entry(folder, name) for name in output_names(folder)),
    )


def _fonts(folder: Path) -> tuple[str, ...]:
    """The faces in the PDF, in all files that it has."""
    return tuple(sorted({name for pdf in folder.glob("briefing*.pdf") for name in embedded_fonts(pdf.read_bytes())}))


def _status(file: InputFile) -> str:
    """The contract's word: a file passed over by its name counts as one that is not supported."""
    return "unsupported" if file.status == "skipped" else file.status


def output_names(folder: Path) -> list[str]:
    """The paths of a build's outputs, relative, with forward slashes, sorted; no manifest, no local files."""
    return sorted(name for name in names_below(folder) if name != MANIFEST and not name.startswith(f"{LOCAL}/"))


def names_below(folder: Path, *, links: bool = False) -> Iterator[str]:
    """The paths of the files below a folder, relative, with forward slashes; with those of links to folders, if asked
    for. Paths are joined as texts: a build of thousands of documents has tens of thousands of files."""
    for root, folders, files in os.walk(folder):
        below = Path(root).relative_to(folder).as_posix()
        before = "" if below == "." else f"{below}/"
        yield from (before + name for name in files)
        if links:
            yield from (before + name for name in folders if (Path(root) / name).is_symlink())


def read_manifest(folder: Path) -> Manifest:
    """The manifest of a build.

    Raises:
        VerifyError: there is none, or it is damaged.
    """
    path = folder / MANIFEST
    try:
        manifest = msgspec.json.decode(path.read_bytes(), type=Manifest)
    except OSError as error:
        raise VerifyError(
            f"{folder}: is no build: {MANIFEST}: {error.strerror}", "name the output folder of reporter build"
        ) from error
    except (msgspec.MsgspecError, UnicodeDecodeError) as error:
        raise VerifyError(f"{path}: is damaged: {error}", "build again") from error
    if manifest.schema_version != SCHEMA_VERSION:
        raise VerifyError(
            f"{path}: has schema_version {manifest.schema_version}, known is {SCHEMA_VERSION}",
            "use the reporter that built it",
        )
    return manifest


def recorded_configuration(folder: Path) -> Config:
    """The configuration that made a build, by its manifest; the default where that says none that is known.

    Raises:
        VerifyError: there is no manifest, or it is damaged.
    """
    try:
        return configured(read_manifest(folder).configuration)
    except ConfigurationError:
        return Config()


def listed_outputs(folder: Path) -> frozenset[str]:
    """The outputs that the folder's manifest lists; none when there is no sound manifest."""
    try:
        return frozenset(entry.path for entry in read_manifest(folder).outputs)
    except VerifyError:
        return frozenset()


def file_digest(path: Path) -> str:
    """The sha256 of a file's bytes, in hexadecimal."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def write_json(path: Path, value: object) -> None:
    """Write a value as JSON: UTF-8, two blanks a level, keys in the order given, one line feed at the end."""
    path.parent.mkdir(parents=True, exist_ok=True)
    try:
        text = msgspec.json.format(msgspec.json.encode(value), indent=2)
    except UnicodeEncodeError:  # a lone surrogate (a path with bytes that are no UTF-8) has no UTF-8: as an escape
        text = json.dumps(msgspec.to_builtins(value), indent=2).encode("ascii")
    path.write_bytes(text + b"\n")


def _entry(folder: Path, name: str) -> OutputEntry:
    path = folder / name
    return OutputEntry(name, file_digest(path), path.stat().st_size)
