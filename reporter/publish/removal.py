"""Removing a build: the files that its manifest lists and its own records; everything else stays."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

from reporter.errors import OutputError
from reporter.publish.manifest import LOCAL, MANIFEST, output_names, read_manifest
from reporter.publish.staging import PLACEHOLDERS
from reporter.publish.workshop import opened_workshop


@dataclass(frozen=True, slots=True)
class Removed:
    """How many files went, and the names of those that stay because no build wrote them, sorted."""

    files: int
    foreign: tuple[str, ...]


def remove_build(build: Path) -> Removed:
    """Remove what a build wrote, and the folders that are empty then, the build's own among them.

    The manifest goes last: what is cut off can be done again.

    Raises:
        VerifyError: the folder is no build, so nothing in it is known to be one's.
        OutputError: another build is writing there, or a file can't be removed.
    """
    build = build.resolve()
    try:
        with opened_workshop(build):
            listed = {entry.path for entry in read_manifest(build).outputs}
            present = output_names(build)
            own = [name for name in present if name in listed]
            records = sorted(path.relative_to(build).as_posix() for path in (build / LOCAL).glob("*") if path.is_file())
            for name in (*own, *records, MANIFEST):
                (build / name).unlink()
            _remove_empty_folders(build)
    except OSError as error:
        raise OutputError(f"{build}: can't be removed: {error.strerror}", "mend its rights") from error
    foreign = tuple(name for name in present if name not in listed and name not in PLACEHOLDERS)
    return Removed(len(own) + len(records) + 1, foreign)


def _remove_empty_folders(build: Path) -> None:
    """Every folder below and including the build that holds nothing; links are not followed."""
    for root, _, _ in os.walk(build, topdown=False):
        if not os.listdir(root):  # noqa: PTH208 - os.walk's own names
            Path(root).rmdir()
