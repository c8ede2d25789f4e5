"""Atomic output: a build is put together beside its target and exchanged with it at the end.

Before: the target is missing, or holds a placeholder, an earlier build, or both. After: the whole new build
with the placeholder or, when anything fails, exactly what was there.
"""

from __future__ import annotations

import errno
import os
import shutil
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from reporter.errors import OutputError
from reporter.publish.exchange import exchanged
from reporter.publish.manifest import LOCAL, MANIFEST, listed_outputs, names_below
from reporter.publish.workshop import Swap, opened_workshop, put_in_place, workshop_of

# Files that keep an empty folder in git; they outlive every build.
PLACEHOLDERS = (".gitkeep", ".gitignore", ".keep")

# What file managers leave in any folder that somebody looked at; it may go with the old build.
_LITTER = {".DS_Store", "Thumbs.db", "desktop.ini"}

_FULL = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EROFS}


@dataclass(frozen=True, slots=True)
class Stage:
    """A build in the making: files go into ``folder`` and appear in ``target`` at the end."""

    folder: Path
    target: Path


@contextmanager
def staged(target: Path, *, swap: Swap = exchanged) -> Iterator[Stage]:
    """Build in a folder beside the target; leaving the block without an exception puts it in its place.

    Args:
        target: the output folder; it need not exist, its parent must.
        swap: exchanges two folders in one step, or answers False where there is no such step.

    Raises:
        OutputError: the target can't be replaced, holds a file that no build wrote, or another build is
            writing there.
    """
    target = _checked(target)
    refuse_foreign_files(target)
    with _said(target), opened_workshop(target) as workshop:
        new = workshop / "new"
        new.mkdir()
        yield Stage(new, target)
        refuse_foreign_files(target)
        _carry_over(target, new)
        put_in_place(workshop, target, swap)


def refuse_foreign_files(target: Path) -> None:
    """Raise if the target holds a file that no build wrote: replacing the folder would destroy it.

    Raises:
        OutputError: naming the first such file.
    """
    if not target.is_dir():
        return
    ours = listed_outputs(target)
    foreign = sorted(name for name in names_below(target, links=True) if name not in ours and not is_disposable(name))
    if foreign:
        more = f" (and {len(foreign) - 1} more)" if len(foreign) > 1 else ""
        raise OutputError(
            f"{target}: holds {foreign[0]}{more}, which no build wrote; nothing was changed",
            "move it elsewhere, or name another folder with -o",
        )


def is_disposable(name: str) -> bool:
    """Whether a file may stand in a build, and be carried over or go with it, though no manifest lists it."""
    return (
        name in PLACEHOLDERS or name == MANIFEST or name.startswith(f"{LOCAL}/") or name.rsplit("/", 1)[-1] in _LITTER
    )


def _checked(target: Path) -> Path:
    """The target without links on the way, after the checks that need no writing."""
    real = target.resolve()
    if real.exists() and not real.is_dir():
        raise OutputError(f"{target}: is a file, not a folder", "name a folder with -o")
    if not real.name or os.path.ismount(real):
        raise OutputError(f"{target}: can't be replaced as a whole", f"name a folder in it: {real / 'build'}")
    if not real.parent.is_dir():
        raise OutputError(f"{target}: the folder {real.parent} does not exist", f"mkdir -p {real.parent}")
    for folder in (real, real.parent):
        if folder.exists() and not os.access(folder, os.W_OK | os.X_OK):
            raise OutputError(f"{target}: {folder} is read-only", "name a folder that can be written with -o")
    return real


@contextmanager
def _said(target: Path) -> Iterator[None]:
    """What the file system refuses while a build is written, said in one line."""
    try:
        yield
    except OSError as error:
        place = str(error.filename or "")
        if error.errno in _FULL or place.startswith((str(target), str(workshop_of(target)))):
            raise OutputError(
                f"{target}: can't be written: {error.strerror}; the earlier build, if any, is untouched",
                "make room, or name another folder with -o",
            ) from error
        raise


def _carry_over(target: Path, new: Path) -> None:
    """Placeholders and the folder's permissions are the owner's: the new build keeps them."""
    if not target.is_dir():
        return
    for name in PLACEHOLDERS:
        if (target / name).is_file():
            shutil.copy2(target / name, new / name)
    new.chmod(stat.S_IMODE(target.stat().st_mode))
