"""Where the data of an earlier build lie: a build's folder, its manifest, or the data themselves."""

from __future__ import annotations

from pathlib import Path

DATA = "data/briefing.json"
MANIFEST = "manifest.json"


def data_of(build: Path) -> Path:
    """The briefing.json that a path names: below a folder, beside a manifest.json, or the file itself."""
    if build.is_dir():
        return build / DATA
    return build.parent / DATA if build.name == MANIFEST else build


def manifest_of_data(data: Path) -> Path | None:
    """The manifest of the build that data lie in; None where they lie alone."""
    beside = data.parent.parent / MANIFEST
    return beside if data.parent.name == "data" and beside.is_file() else None
