"""Which build stands, and what went wrong with the last one: written by the builder, awaited by the browsers."""

from __future__ import annotations

import json
import threading
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Standing:
    """What a browser is told: ``version`` changes with each build, ``error`` is empty after a good one."""

    version: str
    error: str = ""
    built: bool = False
    """Whether there is a site to show at all."""

    def message(self) -> str:
        """The standing as one line of JSON."""
        return json.dumps({"version": self.version, "error": self.error}, ensure_ascii=True)


class State:
    """The standing of the builds, for several threads.

    Args:
        run: tells this run of the server from earlier ones: a page of an earlier one reloads.
    """

    def __init__(self, run: str) -> None:
        self._run = run
        self._builds = 0
        self._standing = Standing(f"{run}-0")
        self._closed = False
        self._changed = threading.Condition()

    @property
    def standing(self) -> Standing:
        """What holds now."""
        with self._changed:
            return self._standing

    @property
    def closed(self) -> bool:
        """Whether the server is about to end."""
        with self._changed:
            return self._closed

    def built(self) -> None:
        """A build is done and stands."""
        with self._changed:
            self._builds += 1
            self._standing = Standing(f"{self._run}-{self._builds}", built=True)
            self._changed.notify_all()

    def failed(self, error: str) -> None:
        """A build failed; the site of the last good one, if any, is still there."""
        with self._changed:
            self._standing = Standing(self._standing.version, error, self._standing.built)
            self._changed.notify_all()

    def close(self) -> None:
        """Let everybody who waits go."""
        with self._changed:
            self._closed = True
            self._changed.notify_all()

    def after(self, known: Standing | None, seconds: float) -> Standing:
        """The standing once it is another than the known one, or after so many seconds."""
        with self._changed:
            self._changed.wait_for(lambda: self._closed or self._standing != known, seconds)
            return self._standing
