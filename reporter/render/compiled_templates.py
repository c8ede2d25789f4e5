"""Compiled templates, kept where Python keeps its compiled modules (``__pycache__``, or ``PYTHONPYCACHEPREFIX``).

Compiling the templates of a PDF takes as long as laying out a page of it. The program's own are compiled once: whoever
may write to that folder may replace the program's modules too, so what is read there is trusted as much as they are,
and as they are it is neither needed nor missed (a folder that can't be written, ``PYTHONDONTWRITEBYTECODE``).
Templates of other themes are compiled each time.
"""

from __future__ import annotations

import importlib.util
import marshal
import os
import sys
from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from types import CodeType

import jinja2
from jinja2.bccache import Bucket

from reporter.resources import templates_folder

_DIGEST = 32


class CompiledTemplates(jinja2.BytecodeCache):
    """The compiled templates of one engine.

    Args:
        made_by: what else than a template decides about its code: the engine's kind and settings.
    """

    def __init__(self, made_by: str) -> None:
        self._made_by = f"{made_by}|{jinja2.__version__}|{sys.implementation.cache_tag}"
        self._ours = os.path.realpath(templates_folder())

    def get_bucket(self, environment: jinja2.Environment, name: str, filename: str | None, source: str) -> Bucket:
        """The place of a template's code, with the code where it is known; without a name for a template that is none
        of the program's own."""
        ours = filename is not None and Path(os.path.realpath(filename)).is_relative_to(self._ours)
        stated = f"{self._made_by}|{name}|{filename}|{source}"
        bucket = Bucket(environment, sha256(stated.encode("utf-8", "surrogatepass")).hexdigest() if ours else "", "")
        self.load_bytecode(bucket)
        return bucket

    def load_bytecode(self, bucket: Bucket) -> None:
        """Put the code into its place; nothing where it is not known or damaged."""
        try:
            data = _path(bucket.key).read_bytes() if bucket.key else b""
        except OSError:
            return
        digest, code = data[:_DIGEST], data[_DIGEST:]
        if code and sha256(code).digest() == digest:
            loaded = marshal.loads(code)  # noqa: S302 - the program's own, see above
            bucket.code = loaded if isinstance(loaded, CodeType) else None

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep the code, whole or not at all."""
        if not bucket.key or sys.dont_write_bytecode:
            return
        code = marshal.dumps(bucket.code)
        path = _path(bucket.key)
        part = path.with_name(f"{path.name}.{os.getpid()}")
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            part.write_bytes(sha256(code).digest() + code)
            part.replace(path)
        except OSError:  # a folder that can't be written: compiled again next time
            with suppress(OSError):
                part.unlink()


def _path(key: str) -> Path:
    """Where a template's code lies."""
    return Path(importlib.util.cache_from_source(str(Path(__file__).with_name(f"template_{key[:32]}.py"))))
