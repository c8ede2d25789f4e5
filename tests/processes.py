"""Whether a process is still there, without any program that a bare system may lack."""

from __future__ import annotations

import os
import time
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


def ends(process: int, seconds: float = 60.0) -> bool:
    """Whether a process is gone within some seconds: the system takes a moment to end what a dead parent leaves."""
    until = time.monotonic() + seconds
    while lives(process):
        if time.monotonic() > until:
            return False
        time.sleep(0.05)
    return True
