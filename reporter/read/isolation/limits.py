"""What the reading of one file may cost."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Limits:
    """What one file may cost before it is given up with a finding.

    ``seconds`` is processor time, so that a busy machine gives the same answer; the watchdog, which counts time that
    passes, waits ``patience`` times as long. ``memory_mb`` is the address space of the reading process, ``file_mb``
    the largest file, ``characters`` the longest text. After ``files`` files the process is replaced by a new one.
    """

    seconds: int = 60
    memory_mb: int = 2048
    file_mb: int = 100
    characters: int = 5_000_000
    files: int = 1000
    patience: int = 5

    @property
    def reply_bytes(self) -> int:
        """How long an answer may be: some forty bytes a character are more than any markup costs."""
        return 40 * self.characters + 1_000_000
