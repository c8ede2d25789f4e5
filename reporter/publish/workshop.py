"""The folder beside the target in which a build is put together, and what to do when a build was cut off.

- ``build/``: the target.
- ``.build.reporter/``: the workshop, locked while a build runs; gone when none does.
- ``.build.reporter/new/``: the build in the making.
- ``.build.reporter/old/``: the earlier build, between two renames only.
- ``.build.reporter/journal``: there while two renames stand in for the one exchange; ``new`` is complete.
"""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from reporter.errors import OutputError

Swap = Callable[[Path, Path], bool]

_ATTEMPTS = 20  # to enter a workshop that others are just closing; each attempt is a few system calls


def workshop_of(target: Path) -> Path:
    """The workshop that belongs to a target."""
    return target.with_name(f".{target.name}.reporter")


@contextmanager
def opened_workshop(target: Path) -> Iterator[Path]:
    """The target's workshop, locked, repaired and empty; removed at the end.

    Raises:
        OutputError: another build is at work on the same target, or the parent folder can't be written.
    """
    workshop = workshop_of(target)
    lock = _entered(workshop, target)
    try:
        _settle(workshop, target)
        _emptied(workshop)
        yield workshop
    finally:
        shutil.rmtree(workshop, ignore_errors=True)
        if lock is not None:
            os.close(lock)


def recover(target: Path) -> None:
    """Complete or undo the exchange of a build that was killed, and remove what it left; often nothing.

    Raises:
        OutputError: the leftovers can't be moved.
    """
    target = target.resolve()
    if workshop_of(target).is_dir() and not _busy(workshop_of(target)):
        with opened_workshop(target):
            pass


def put_in_place(workshop: Path, target: Path, swap: Swap) -> None:
    """Make ``workshop/new`` the target, whole or not at all; the earlier build stays behind in the workshop.

    Args:
        swap: exchanges two folders in one step, or answers False where there is no such step.
    """
    new = workshop / "new"
    if not target.exists():
        new.rename(target)
    elif not swap(new, target):
        (workshop / "journal").write_text("new is complete\n")
        target.rename(workshop / "old")
        new.rename(target)
        (workshop / "journal").unlink()


def _settle(workshop: Path, target: Path) -> None:
    """Finish two renames that were cut off between the first and the second; else the target is whole."""
    if (workshop / "journal").exists() and not target.exists():
        whole = workshop / "new" if (workshop / "new").exists() else workshop / "old"
        if whole.exists():
            whole.rename(target)


def _emptied(workshop: Path) -> None:
    for entry in workshop.iterdir():
        if entry.is_dir() and not entry.is_symlink():
            shutil.rmtree(entry)
        else:
            entry.unlink()


def _busy(workshop: Path) -> bool:
    """Whether a running build holds the workshop."""
    try:
        lock = _lock(workshop)
    except BlockingIOError:
        return True
    except FileNotFoundError:
        return False
    if lock is not None:
        os.close(lock)
    return False


def _entered(workshop: Path, target: Path) -> int | None:
    """The workshop, made and locked; None where the system has no locks on folders."""
    for _ in range(_ATTEMPTS):
        workshop.mkdir(exist_ok=True)
        try:
            lock = _lock(workshop)
        except BlockingIOError:
            raise OutputError(
                f"{target}: another build is writing there", "wait for it, or name another folder with -o"
            ) from None
        except FileNotFoundError:
            continue
        if lock is None or _same(lock, workshop):
            return lock
        os.close(lock)  # locked a workshop that its owner has removed meanwhile
    raise OutputError(f"{target}: other builds keep writing there", "wait, or name another folder with -o")


def _same(lock: int, workshop: Path) -> bool:
    try:
        return os.path.samestat(os.fstat(lock), workshop.stat())
    except FileNotFoundError:
        return False


if sys.platform == "win32":

    def _lock(workshop: Path) -> int | None:  # noqa: ARG001
        return None

else:
    import fcntl

    def _lock(workshop: Path) -> int | None:
        """An open descriptor that holds the workshop's lock; the system gives it back when the process dies.

        Raises:
            BlockingIOError: another process holds it.
        """
        descriptor = os.open(workshop, os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW)
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            os.close(descriptor)
            raise
        except OSError:  # some network file systems lock no folders
            os.close(descriptor)
            return None
        return descriptor
