"""What a stored analysis, or a build, was made with: the program, its packages, the Python version."""

from __future__ import annotations

import hashlib
import json
import sys
from collections.abc import Sequence
from functools import cache
from pathlib import Path

import msgspec

from reporter.config.packages import package_versions

# The folder of this package.
PACKAGE = Path(__file__).resolve().parents[1]


@cache
def program_fingerprint() -> str:
    """A digest of everything that decides what an analysis of given bytes says: this package's files, byte for byte,
    the versions of the packages that shape it, and the version of Python (its Unicode tables)."""
    digest = hashlib.sha256()
    digest.update(repr((sys.version_info[:2], sorted(package_versions().items()))).encode())
    add_folder(digest, PACKAGE)
    return digest.hexdigest()


def add_folder(digest: hashlib._Hash, folder: Path) -> None:
    """Add the relative paths and bytes of the files below a folder, in the order of their paths; no compiled files."""
    for path in sorted(folder.rglob("*")):
        if path.suffix != ".pyc" and path.is_file():
            content = path.read_bytes()
            digest.update(f"{path.relative_to(folder).as_posix()}\0{len(content)}\0".encode())
            digest.update(content)


def folders_fingerprint(folders: Sequence[Path]) -> str:
    """A digest of the files of some folders, in their order."""
    digest = hashlib.sha256()
    for folder in folders:
        add_folder(digest, folder)
    return digest.hexdigest()


def fingerprint_of(*parts: object) -> str:
    """A digest of plain values, structs and dataclasses; equal values give equal digests."""
    try:
        text = msgspec.json.encode(parts, order="sorted")
    except UnicodeEncodeError:  # a lone surrogate (a path with bytes that are no UTF-8) has no UTF-8: as an escape
        text = json.dumps(msgspec.to_builtins(parts, order="sorted")).encode("ascii")
    return hashlib.sha256(text).hexdigest()
