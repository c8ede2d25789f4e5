"""Builds that come to harm, each in a fork of one warm process: a fresh interpreter would spend its time on imports.

Run as a program: ``victim.py killed SOURCES OTHER TARGET``, ``victim.py full SOURCES TARGET BYTES``,
``victim.py closed SOURCES TARGET``. Prints JSON.
"""

from __future__ import annotations

import ctypes
import hashlib
import json
import os
import random
import resource
import signal
import struct
import sys
import time
from pathlib import Path

from reporter.cli import main
from reporter.pipeline import build as _warm  # noqa: F401 - imported before the forks

ROUNDS = 20
CAPABILITY_VERSION = 0x20080522  # _LINUX_CAPABILITY_VERSION_3


def built(sources: str, target: str) -> int:
    return main(["build", sources, "-o", target, "-f", "json,csv,md", "--cache", "none"])


def fork(sources: str, target: str) -> int:
    """Begin a build that says nothing; its process."""
    child = os.fork()
    if child == 0:
        silence = os.open(os.devnull, os.O_WRONLY)
        os.dup2(silence, 1)
        os.dup2(silence, 2)
        os._exit(built(sources, target))
    return child


def digest(target: str) -> str:
    """Every output of a build with its bytes, as one digest; empty where there is no folder."""
    folder, total = Path(target), hashlib.sha256()
    for path in sorted(folder.rglob("*")):
        if path.is_file() and ".reporter" not in path.parts:
            total.update(f"{path.relative_to(folder)}\0".encode() + path.read_bytes())
    return total.hexdigest() if folder.is_dir() else ""


def killed(one: str, two: str, target: str) -> dict[str, object]:
    """Kill builds of what does not stand there; what stands there after each."""
    whole, seconds = {}, 0.0
    for sources in (one, two):
        begun = time.monotonic()
        os.waitpid(fork(sources, target), 0)
        seconds = time.monotonic() - begun
        whole[sources] = digest(target)
    moments, seen, ended = random.Random(9704), [], 0
    for number in range(ROUNDS):
        standing = digest(target)
        child = fork(two if standing == whole[one] else one, target)
        time.sleep(seconds * moments.random() * 1.1)
        os.kill(child, (signal.SIGTERM, signal.SIGKILL)[number % 2])
        ended += os.WIFEXITED(os.waitpid(child, 0)[1])
        seen.append(digest(target))
    code = os.waitstatus_to_exitcode(os.waitpid(fork(one, target), 0)[1])
    left = sorted(path.name for path in Path(target).parent.iterdir())
    return {
        "whole": list(whole.values()),
        "seen": seen,
        "finished": ended,
        "last": digest(target),
        "code": code,
        "left": left,
    }


def full(sources: str, target: str, size: int) -> dict[str, object]:
    """Build where no file may grow beyond so many bytes."""
    before = digest(target)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))
    code = built(sources, target)
    return {"code": code, "same": digest(target) == before}


def give_up_rights() -> None:
    """Let root be bound by permissions as everybody is: capset(2) with no capability at all."""
    header, nothing = struct.pack("Ii", CAPABILITY_VERSION, 0), bytes(24)
    if sys.platform == "linux" and ctypes.CDLL(None, use_errno=True).capset(header, nothing):
        raise OSError(ctypes.get_errno(), "capset")


def closed(sources: str, target: str) -> dict[str, object]:
    """Build as somebody who may not write the target's folder."""
    before = digest(target)
    give_up_rights()
    code = built(sources, target)
    return {"code": code, "same": digest(target) == before}


if __name__ == "__main__":
    name, *arguments = sys.argv[1:]
    if name == "killed":
        found = killed(*arguments)
    elif name == "full":
        found = full(arguments[0], arguments[1], int(arguments[2]))
    else:
        found = closed(*arguments)
    print(json.dumps(found))  # noqa: T201
