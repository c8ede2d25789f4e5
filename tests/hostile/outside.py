"""What lies outside the input folder and must not be touched: a listener on loopback, a file that nobody may open."""

from __future__ import annotations

import ctypes
import os
import socket
import struct
import threading
from pathlib import Path
from types import TracebackType

# inotify(7): opened, read, written to, closed, moved, removed.
_ANY = 0x00000FFF
_EVENT = struct.Struct("iIII")


class Listener:
    """Counts the connections to an address on loopback, as long as the block lasts."""

    def __enter__(self) -> Listener:
        self._socket = socket.create_server(("127.0.0.1", 0))
        self.port = int(self._socket.getsockname()[1])
        self.connections = 0
        self._thread = threading.Thread(target=self._accept, daemon=True)
        self._thread.start()
        return self

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def _accept(self) -> None:
        while True:
            try:
                connection, _ = self._socket.accept()
            except OSError:
                return
            self.connections += 1
            connection.close()

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._socket.shutdown(socket.SHUT_RDWR)
        self._socket.close()
        self._thread.join()


class Canary:
    """A file that tells whether any process opened it: by inotify, where the system has it, else by its access time."""

    def __init__(self, path: Path, text: str) -> None:
        self.path = path
        path.write_text(text, "utf-8")
        os.utime(path, ns=(0, 0))  # a read moves the access time forward even where a system saves such writes
        library = ctypes.CDLL(None, use_errno=True)
        self._watch = library.inotify_init1(os.O_NONBLOCK) if hasattr(library, "inotify_init1") else -1
        if self._watch >= 0 and library.inotify_add_watch(self._watch, os.fsencode(path), _ANY) < 0:
            raise OSError(ctypes.get_errno(), "inotify_add_watch")

    @property
    def touched(self) -> bool:
        """Whether it was opened or changed since it was made, or since this was asked last."""
        return self._events() or self.path.stat().st_atime_ns > 0

    def _events(self) -> bool:
        if self._watch < 0:
            return False
        try:
            return len(os.read(self._watch, 64 * _EVENT.size)) > 0
        except BlockingIOError:
            return False

    def close(self) -> None:
        if self._watch >= 0:
            os.close(self._watch)
