"""Which files there are to read, and which are passed over and why."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fnmatch import fnmatchcase
from pathlib import Path, PurePosixPath

from reporter.errors import InputError
from reporter.model import Finding, Saying

# What programs and systems leave behind beside documents; fnmatch patterns on the name in lower case.
_LOCKS = ("~$*", ".~lock.*", "*.lock", "*.lck")
_LEFTOVERS = (
    "thumbs.db",
    "desktop.ini",
    "__macosx",
    "*.tmp",
    "*.temp",
    "*.part",
    "*.crdownload",
    "*~",
    "*.bak",
    "*.swp",
)
# What speaks of a folder instead of being one of its documents.
_ABOUT_FOLDER = ("readme", "readme.*", "license", "license.*", "licence.*", "copying", "notice", "changelog.*")
# The folder that a build leaves in its output: an earlier briefing is no input of the next one.
_BUILD_MARK = ".reporter"


@dataclass(frozen=True, slots=True)
class FoundFile:
    """A file that was met. ``shown`` is its path relative to the input folder's parent, with forward slashes;
    ``skip`` says why it is not read (None for a file to read)."""

    path: Path
    shown: str
    skip: Finding | None = None


def find_inputs(sources: Sequence[Path], include: Sequence[str] = (), exclude: Sequence[str] = ()) -> list[FoundFile]:
    """All files of the sources, sorted by ``shown``; a file that two sources reach is met once.

    Args:
        sources: folders, walked whole, and files; a file named here is read whatever its name.
        include: glob patterns on the path below its folder or on the name; empty takes all.
        exclude: patterns of what to leave out, without a finding; a pattern that ends in ``/`` names a folder.

    Raises:
        InputError: a source does not exist or is neither a file nor a folder.
    """
    found: dict[Path, FoundFile] = {}
    prefixes: dict[str, Path] = {}
    for source in sources:
        kind = _kind(source)
        folder = Path(os.path.realpath(source if kind == "folder" else source.parent))
        prefix = _prefix(folder, prefixes)
        files = _walk(folder) if kind == "folder" else [_Met(folder / source.name)]
        for met in files:
            below = PurePosixPath(_readable(met.path.relative_to(folder).as_posix()))
            if kind == "file" or _wanted(below, include, exclude):
                shown = (PurePosixPath(prefix) / below).as_posix()
                key = met.path if met.skip else Path(os.path.realpath(met.path))
                found.setdefault(key, FoundFile(met.path, shown, _skip(met, shown)))
    return sorted(found.values(), key=lambda file: file.shown)


def _kind(source: Path) -> str:
    try:
        mode = source.stat().st_mode
    except OSError as error:
        raise InputError(f"{source}: {_reason(error)}", "name an existing file or folder") from error
    if stat.S_ISDIR(mode):
        return "folder"
    if stat.S_ISREG(mode):
        return "file"
    raise InputError(f"{source}: is neither a file nor a folder", "name a document or a folder of documents")


def _prefix(folder: Path, taken: dict[str, Path]) -> str:
    """The folder's name for ``shown``: as many of its last parts as tell it from the other sources."""
    parts = [_readable(part) for part in folder.parts[1:]] or ["."]
    for count in range(1, len(parts) + 1):
        prefix = "/".join(parts[-count:])
        if taken.setdefault(prefix, folder) == folder:
            return prefix
    return "/".join(parts)


def _readable(name: str) -> str:
    """A path as valid Unicode: names in a legacy encoding, as old archives leave them, are GB 18030 here."""
    try:
        name.encode("utf-8")
    except UnicodeEncodeError:
        return os.fsencode(name).decode("gb18030", "replace")
    return name


# -- the walk


@dataclass(frozen=True, slots=True)
class _Met:
    """A path met on the walk, and what to say of it where it is not read."""

    path: Path
    skip: Saying | None = None
    reason: str = ""


def _walk(folder: Path, root: Path | None = None) -> Iterator[_Met]:
    """Every file below the folder, names in order; what is not entered or not read carries its reason."""
    root = root or folder
    try:
        entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
    except OSError as error:
        yield _Met(folder, _CLOSED, _reason(error))
        return
    for entry in entries:
        met = _looked_at(entry, root)
        if met is None:
            yield from _walk(Path(entry.path), root)
        else:
            yield met


def _looked_at(entry: os.DirEntry[str], root: Path) -> _Met | None:
    """The entry with its reason for being passed over, if any; None for a folder to walk."""
    path = Path(entry.path)
    if left := _left_behind(entry.name):
        return _Met(path, left)
    if entry.is_symlink():
        return _followed(path, root)
    if entry.is_dir(follow_symlinks=False):
        if os.path.isdir(path / _BUILD_MARK):  # noqa: PTH112 - a path that is too long is none for it, no error
            return _Met(path, _BUILD)
        return None
    if not entry.is_file(follow_symlinks=False):
        return _Met(path, _SPECIAL)
    return _Met(path)


def _left_behind(name: str) -> Saying | None:
    """What to say of names that are no documents whatever they hold."""
    lower = name.casefold()
    if any(fnmatchcase(lower, pattern) for pattern in _LOCKS):
        return _LOCK
    if name.startswith("."):
        return _DOTTED
    if any(fnmatchcase(lower, pattern) for pattern in _LEFTOVERS):
        return _LEFTOVER
    if any(fnmatchcase(lower, pattern) for pattern in _ABOUT_FOLDER):
        return _ABOUT
    return None


def _followed(path: Path, root: Path) -> _Met:
    target = Path(os.path.realpath(path))
    if not os.path.exists(target):  # noqa: PTH110 - as in _looked_at
        return _Met(path, _NOWHERE)
    if not target.is_relative_to(root):
        return _Met(path, _OUTSIDE)
    if not os.path.isfile(target):  # noqa: PTH113
        return _Met(path, _TO_FOLDER)
    return _Met(path)


def _skip(met: _Met, shown: str) -> Finding | None:
    if met.skip is None:
        return None
    return met.skip.finding(path=shown, reason=met.reason) if met.reason else met.skip.finding(path=shown)


_CLOSED = Saying(
    "read-folder-closed",
    "warning",
    "the folder can't be listed: {reason}",
    "give read access to it",
)
_BUILD = Saying("read-skipped-build", "info", "the output of an earlier build")
_SPECIAL = Saying("read-skipped-special", "info", "a pipe, socket or device")
_LOCK = Saying(
    "read-skipped-lock",
    "info",
    "a lock file of a program that has the document open",
    "close the document there",
)
_DOTTED = Saying("read-skipped-hidden", "info", "a hidden file or folder", "rename it to have it read")
_LEFTOVER = Saying("read-skipped-leftover", "info", "left behind by a program")
_ABOUT = Saying(
    "read-skipped-about",
    "info",
    "speaks of the folder, is none of its documents",
    "name the file itself to have it read",
)
_NOWHERE = Saying("read-skipped-link.nowhere", "info", "a link to nothing", "remove it or restore what it points to")
_OUTSIDE = Saying(
    "read-skipped-link.outside",
    "info",
    "a link that leads out of the folder",
    "copy the document into the folder",
)
_TO_FOLDER = Saying("read-skipped-link.folder", "info", "a link to a folder that is read anyway")


def _wanted(below: PurePosixPath, include: Sequence[str], exclude: Sequence[str]) -> bool:
    return (not include or _matches(below, include)) and not _matches(below, exclude)


def _matches(below: PurePosixPath, patterns: Sequence[str]) -> bool:
    path = below.as_posix()
    for pattern in patterns:
        if pattern.endswith("/") and fnmatchcase(f"{path}/", f"{pattern}*"):
            return True
        if fnmatchcase(path, pattern) or fnmatchcase(below.name, pattern):
            return True
    return False


def _reason(error: OSError) -> str:
    return "does not exist" if isinstance(error, FileNotFoundError) else (error.strerror or str(error)).lower()
