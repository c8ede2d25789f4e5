"""Whether a process is still there, without any program that a bare system may lack."""

from __future__ import annotations

import os
from pathlib import Path


def lives(process: int) -> bool:
    """Whether a process is there and no zombie that nobody waits for."""
    if Path("/proc/self/stat").exists():
        stat = Path(f"/proc/{process}/stat")
        try:
            return stat.read_text("utf-8").rpartition(")")[2].split()[0] != "Z"
        except (FileNotFoundError, ProcessLookupError):
            return False
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    return True
