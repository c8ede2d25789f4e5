"""What the program has compiled of its own, or made of lists that come with packages, kept where Python keeps its
compiled modules (``__pycache__``, or ``PYTHONPYCACHEPREFIX``).

Whoever may write to that folder may replace the program's modules too, so what is read there is trusted as much as they
are; and as they are, it is neither needed nor missed. ``reporter.prepare`` makes all of it at once. Each kind has a key
of its own that says what it was made of: what is stale is not found. Why: docs/decisions/0023-start.md.
"""

from __future__ import annotations

import importlib.util
import marshal
import os
import sys
from collections.abc import Callable
from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from typing import TypeVar, cast

Made = TypeVar("Made")
_DIGEST = 32


def kept_path(module: str, name: str) -> Path:
    """Where something is kept that belongs to a module, whose file is named: beside its compiled code."""
    return Path(importlib.util.cache_from_source(str(Path(module).with_name(f"{name}.py"))))


def read(path: Path) -> object:
    """What is kept there; None where nothing is, or where it is damaged."""
    try:
        data = path.read_bytes()
    except OSError:
        return None
    digest, content = data[:_DIGEST], data[_DIGEST:]
    if not content or sha256(content).digest() != digest:
        return None
    value: object = marshal.loads(content)  # noqa: S302 - the program's own, see above
    return value


def write(path: Path, value: object) -> bool:
    """Keep a value that ``marshal`` knows, whole or not at all; whether it is kept: not in a folder that can't be
    written."""
    content = marshal.dumps(value)  # type: ignore[arg-type]  # as said
    part = path.with_name(f"{path.name}.{os.getpid()}")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        part.write_bytes(sha256(content).digest() + content)
        part.replace(path)
    except OSError:
        with suppress(OSError):
            part.unlink()
        return False
    return True


def made_once(
    module: str, name: str, packages: tuple[str, ...], make: Callable[[], Made], also: tuple[str, ...] = ()
) -> Made:
    """What a function makes of lists in packages: kept, or made now and then kept where Python keeps what it compiles.

    Args:
        module: the file of the module that makes it. It is made anew when the module or a package is another one, so
            it may hang on nothing else.
        make: gives plain values that ``marshal`` knows.
        also: the files of other modules that it hangs on.
    """
    from importlib.metadata import PackageNotFoundError  # takes its time, and most commands need none

    from reporter.versions import installed_version

    try:
        files = [Path(file).read_bytes() for file in (module, *also)]
        parts = [*files, *(f"{package} {installed_version(package)}".encode() for package in packages)]
    except (OSError, PackageNotFoundError):
        return make()
    stamp = sha256(b"\0".join(parts)).hexdigest()
    path = kept_path(module, name)
    kept = read(path)
    if isinstance(kept, tuple) and kept[:1] == (stamp,):
        return cast("Made", kept[1])
    made = make()
    if not sys.dont_write_bytecode:
        write(path, (stamp, made))
    return made
