"""Waits for changes of the files that a briefing is made of.

What has changed is told by two looks at the files, never by the system's events: those get lost while a build runs,
when an editor replaces a file, and on some network disks. The events only say when to look.
"""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path

Look = dict[Path, tuple[int, int]]
"""Time of change (ns) and length of each file."""
Files = Callable[[], Iterable[Path]]

# Without an event the files are looked at after so many seconds; what is being written is looked at until it rests.
_SECONDS_TO_LOOK = 2
_SECONDS_TO_REST = 0.15


def watched_files(sources: Iterable[Path], configuration: Iterable[Path], themes: Iterable[Path]) -> tuple[Path, ...]:
    """All that a briefing is made of, each once, in order."""
    return tuple(dict.fromkeys((*sources, *configuration, *themes)))


def changes(files: Files, ignored: Sequence[Path]) -> Iterator[list[Path]]:
    """The files that were changed, made or removed since the call or since the last time, whenever there are some.

    Args:
        files: the files and folders to watch, asked for anew at each look; they need not exist yet.
        ignored: folders whose changes don't count: those that a build writes.
    """
    return _changes(files, ignored, look(files(), ignored))


def look(paths: Iterable[Path], ignored: Sequence[Path] = ()) -> Look:
    """Every file of the paths, folders with all below them; hidden ones and editors' own are passed over."""
    passed = {folder.resolve() for folder in ignored}
    found: Look = {}
    for path in paths:
        for file in _files_of(path.resolve(), passed):
            try:
                status = file.stat()
            except OSError:  # gone between the two calls, or not ours to read
                continue
            found[file] = (status.st_mtime_ns, status.st_size)
    return found


def _changes(files: Files, ignored: Sequence[Path], known: Look) -> Iterator[list[Path]]:
    for _ in _wakings(files):
        now = look(files(), ignored)
        if now == known:
            continue
        now = _rested(now, files, ignored)
        changed = sorted(path for path in {*now, *known} if now.get(path) != known.get(path))
        known = now
        if changed:
            yield changed


def _rested(now: Look, files: Files, ignored: Sequence[Path]) -> Look:
    """The files once two looks agree: a folder that is being copied makes one change."""
    while True:
        time.sleep(_SECONDS_TO_REST)
        again = look(files(), ignored)
        if again == now:
            return now
        now = again


def _wakings(files: Files) -> Iterator[None]:
    """Goes on when something may have changed, and every so often."""
    import watchfiles

    while True:
        paths = sorted({path.resolve() for path in files() if path.exists()})
        try:
            for _ in watchfiles.watch(
                *paths, watch_filter=None, debounce=100, rust_timeout=1000 * _SECONDS_TO_LOOK, yield_on_timeout=True
            ):
                yield
                if paths != sorted({path.resolve() for path in files() if path.exists()}):
                    break
        except OSError:  # more folders than the system watches
            time.sleep(_SECONDS_TO_LOOK)
            yield


def _files_of(path: Path, passed: set[Path]) -> Iterator[Path]:
    if path.is_file():
        yield path
        return
    for folder, folders, names in os.walk(path):
        here = Path(folder)
        folders[:] = sorted(name for name in folders if not _is_own(name) and here / name not in passed)
        yield from (here / name for name in sorted(names) if not _is_own(name))


def _is_own(name: str) -> bool:
    """Whether a file belongs to an editor or to the system."""
    return name.startswith((".", "~$", "#")) or name.endswith("~") or name == "__pycache__"
