"""Compiled templates, kept where Python keeps its compiled modules (``kept_code``).

Compiling the templates of a PDF takes as long as laying out a page of it. The program's own are compiled once: by the
set-up (``reporter.prepare``), or when they are first used, where Python keeps what it compiles. A folder that can't be
written and ``PYTHONDONTWRITEBYTECODE`` are no hindrance. Templates of other themes are compiled each time.
"""

from __future__ import annotations

import os
import sys
from hashlib import sha256
from pathlib import Path
from types import CodeType

import jinja2
from jinja2.bccache import Bucket

from reporter.kept_code import kept_path, read, write
from reporter.resources import templates_folder

_PREFIX = "template_"


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
        kept = read(_path(bucket.key)) if bucket.key else None
        bucket.code = kept if isinstance(kept, CodeType) else None

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep the code, whole or not at all."""
        if bucket.key and not sys.dont_write_bytecode:
            write(_path(bucket.key), bucket.code)


def forget() -> None:
    """Keep no template any more."""
    path = _path("")
    for kept in path.parent.glob(f"{_PREFIX}*{path.name.removeprefix(_PREFIX)}"):
        kept.unlink(missing_ok=True)


def _path(key: str) -> Path:
    """Where a template's code lies."""
    return kept_path(__file__, f"{_PREFIX}{key[:32]}")
