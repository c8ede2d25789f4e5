"""Analyses, and pieces of pages, kept between builds: one SQLite file each.

An entry is found by a key that holds all that decides it (``analysing.store_key``, ``render.kept``), so an entry is
never wrong, only unused. Several builds may use a file at once and any of them may be killed at any moment: SQLite's
journal holds it together. What can't be read, written or understood costs time, never a build: it is made anew.

Entries are pickles: whoever can write the file can run code as its owner, as with any compiled file of Python. The
folder is made for the owner alone.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import pickle
import sqlite3
import stat
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from reporter.model import Finding

FILE = "analyses.sqlite"
PIECES = "pieces.sqlite"
# How many entries are kept; the longest unused go first. An analysis takes some 11 kB, a piece some 4. A document has
# one analysis and about nine pieces: there is room for what two builds of thousands of documents do not share.
MOST_ENTRIES = 20_000
MOST_PIECES = 150_000
# Pieces are text above all: the fastest compression makes a fifth of them.
_LEVEL = 1
# Entries are written together: a write of its own for each would wait for the disk each time.
_BATCH = 64
_PATIENCE = 30.0
_TABLE = """
CREATE TABLE IF NOT EXISTS analyses (key TEXT PRIMARY KEY, digest BLOB NOT NULL, value BLOB NOT NULL, used INTEGER);
CREATE TABLE IF NOT EXISTS builds (number INTEGER PRIMARY KEY AUTOINCREMENT);
"""
_HINT = "the build is complete; reporter clean --cache makes a new one"


class Store:
    """An open store. ``findings`` tells what went wrong with it, once each."""

    def __init__(self, connection: sqlite3.Connection | None, *, refresh: bool = False, packed: bool = False) -> None:
        self._connection = connection
        self._refresh = refresh
        self._packed = packed
        self._pending: dict[str, bytes] = {}
        self._used: list[str] = []
        self._made: list[str] = []
        self.findings: list[Finding] = []
        self.found = 0

    def get(self, key: str) -> Any:
        """The value stored under a key; None when there is none, or one that can't be understood."""
        rows = [] if self._refresh else self._asked("SELECT digest, value FROM analyses WHERE key = ?", key)
        if not rows:
            return None
        digest, value = rows[0]
        if hashlib.sha256(value).digest() != digest:
            self.trouble("an entry is damaged")
            return None
        try:
            found = pickle.loads(zlib.decompress(value) if self._packed else value)  # noqa: S301 - the owner's own file, see above
        except Exception as error:  # noqa: BLE001 - a pickle of other code may raise anything
            self.trouble(f"an entry can't be read: {type(error).__name__}")
            return None
        self._used.append(key)
        self.found += 1
        return found

    def put(self, key: str, value: object, pickled: bytes | None = None) -> None:
        """Store a value under a key; ``pickled`` are its bytes, where they are known."""
        if self._connection is None:
            return
        data = pickle.dumps(value, pickle.HIGHEST_PROTOCOL) if pickled is None else pickled
        self._pending[key] = zlib.compress(data, _LEVEL) if self._packed else data
        if len(self._pending) >= _BATCH:
            self._write()

    def close(self) -> None:
        """Write what is pending, let go of the longest unused entries, close the file."""
        if self._connection is not None:
            self._write()
            self._tidy()
        if self._connection is not None:
            self._connection.close()

    def _write(self) -> None:
        rows = [(key, hashlib.sha256(value).digest(), value) for key, value in self._pending.items()]
        self._pending.clear()
        self._done("INSERT OR REPLACE INTO analyses (key, digest, value) VALUES (?, ?, ?)", rows)
        self._made += [key for key, _, _ in rows]

    def forget(self) -> None:
        """Let go of what was put: something that decides it changed while it was made."""
        self._pending.clear()
        self._done("DELETE FROM analyses WHERE key = ?", [(key,) for key in self._made])
        self._made.clear()

    def _tidy(self) -> None:
        """Mark what this build used with its number; keep as many entries as there is room for, the last used ones."""
        self._done("INSERT INTO builds DEFAULT VALUES", [()])
        newest = "(SELECT max(number) FROM builds)"
        self._done(f"UPDATE analyses SET used = {newest} WHERE key = ?", [(key,) for key in (*self._used, *self._made)])  # noqa: S608
        over = "SELECT key FROM analyses ORDER BY used DESC, key LIMIT -1 OFFSET ?"
        most = MOST_PIECES if self._packed else MOST_ENTRIES
        self._done(f"DELETE FROM analyses WHERE key IN ({over})", [(most,)])  # noqa: S608

    def _asked(self, question: str, *values: object) -> list[Any]:
        if self._connection is None:
            return []
        try:
            return self._connection.execute(question, values).fetchall()
        except sqlite3.Error as error:
            self.trouble(str(error))
            return []

    def _done(self, command: str, rows: list[Any]) -> None:
        if self._connection is None or not rows:
            return
        try:
            with self._connection:
                self._connection.executemany(command, rows)
        except sqlite3.Error as error:
            self.trouble(str(error))

    def trouble(self, message: str) -> None:
        """Take note of what went wrong; the first time counts."""
        if all(finding.code != "build-cache" for finding in self.findings):
            what, done = ("pieces", "pages were made") if self._packed else ("analyses", "documents were analysed")
            text = f"the store of {what} is out of order ({message}): {done} anew"
            self.findings.append(Finding("build-cache", "info", text, _HINT))  # for the terminal only: English


@contextmanager
def opened_store(folder: Path | None, *, refresh: bool = False, pieces: bool = False) -> Iterator[Store]:
    """The store in a folder, which is made when need be; without a folder one that keeps nothing.

    A file that is no store is put aside under another name and a new one is begun. ``refresh`` has it find nothing, so
    that everything is made anew and stored. ``pieces`` asks for the store of pieces of pages.
    """
    store = Store(None) if folder is None else _opened(folder, refresh, pieces)
    try:
        yield store
    finally:
        store.close()


def _opened(folder: Path, refresh: bool, pieces: bool) -> Store:
    file = PIECES if pieces else FILE
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        if not is_own(folder):
            return _without(f"others may write to {folder}, and what is stored runs when it is read")
        return Store(_connected(folder / file), refresh=refresh, packed=pieces)
    except sqlite3.DatabaseError as error:
        return _begun_anew(folder / file, str(error), packed=pieces)
    except OSError as error:
        return _without(f"{folder}: {error.strerror}")


def remove_store(folder: Path) -> int:
    """Remove the store in a folder, damaged ones that were put aside, and the folder when it is empty then.

    Returns:
        How many files went.

    Raises:
        OSError: a file can't be removed.
    """
    ends = [f"{aside}{end}" for aside in ("", ".broken") for end in ("", "-wal", "-shm")]
    names = [file + end for file in (FILE, PIECES) for end in ends]
    found = [folder / name for name in names if (folder / name).is_file()]
    for path in found:
        path.unlink()
    if folder.is_dir() and not any(folder.iterdir()):
        folder.rmdir()
    return len(found)


def is_own(folder: Path) -> bool:
    """Whether nobody else may put something into the folder; systems without owners by number are trusted."""
    if not hasattr(os, "getuid"):
        return True
    found = folder.stat()
    return found.st_uid == os.getuid() and not found.st_mode & (stat.S_IWGRP | stat.S_IWOTH)


def _begun_anew(path: Path, reason: str, *, packed: bool) -> Store:
    """A new store in place of a file that is none; no store where that fails too (a locked or read-only file)."""
    try:
        _put_aside(path)
        fresh = Store(_connected(path), packed=packed)
    except (sqlite3.Error, OSError):
        return _without(reason)
    fresh.trouble(reason)
    return fresh


def _without(reason: str) -> Store:
    store = Store(None)
    store.trouble(reason)
    return store


def _connected(path: Path) -> sqlite3.Connection:
    connection = sqlite3.connect(path, timeout=_PATIENCE)
    try:
        connection.execute("PRAGMA journal_mode=WAL")
        connection.execute("PRAGMA synchronous=NORMAL")
        connection.executescript(_TABLE)
    except sqlite3.Error:
        connection.close()
        raise
    return connection


def _put_aside(path: Path) -> None:
    for end in ("", "-wal", "-shm"):
        with contextlib.suppress(FileNotFoundError):
            Path(f"{path}{end}").replace(f"{path}.broken{end}")
