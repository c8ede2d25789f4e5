"""Compiled regular expressions, so that a start does not compile fourteen hundred of them.

Python compiles a pattern in two steps: its module ``re._compiler``, written in Python, makes a list of numbers of it,
and ``_sre``, written in C, checks these and makes the pattern. The first step takes nearly all of the time, and what it
gives hangs on nothing but the pattern, its flags and Python itself. So the arguments of the second step are kept, for
this very Python, and handed to it again.

This leans on inner names of Python. Where one is missing, where Python is another one, and for each pattern that is not
known or that ``_sre`` does not take, patterns are compiled as ever: the same pattern comes of it, only later. It is for
processes that are the program's own (``use``); whoever imports it as a library has an ``re`` that nobody touched.
"""

from __future__ import annotations

import sys
import warnings
from array import array
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from importlib import import_module
from pathlib import Path
from typing import Any

from reporter.kept_code import kept_path, read, write

# A pattern as it was given, with its flags → what ``_sre.compile`` takes behind the pattern: the flags that are meant,
# the code as bytes, the number of groups and their names.
Key = tuple[str | bytes, int]
Patterns = dict[Key, tuple[Any, ...]]

_MATCHER = "_sre"
_NUMBER = "I"
_DEBUG = 128
_REFUSED = (KeyError, TypeError, ValueError, OverflowError, RuntimeError)


def place() -> Path:
    """Where they are kept."""
    return kept_path(__file__, "patterns")


def _parts() -> tuple[Any, Any, str] | None:
    """The two steps of Python, and what the code is for: of which Python, of which matcher. None where Python has other
    parts."""
    try:
        compiler = import_module("re._compiler")
        sre = getattr(compiler, _MATCHER)
        ours = callable(compiler.compile) and array(_NUMBER).itemsize == sre.CODESIZE
        stamp = f"{sys.implementation.name} {sys.hexversion:x} {sre.MAGIC} {sys.byteorder} {sys.maxsize:x}"
    except (ImportError, AttributeError):
        return None
    return (compiler, sre, stamp) if ours else None


def use() -> int:
    """Take the patterns that are kept from now on, in this process; how many there are."""
    parts = _parts()
    kept = read(place()) if parts else None
    if parts is None or not isinstance(kept, dict) or kept.get("stamp") != parts[2]:
        return 0
    compiler, sre, _ = parts
    if not hasattr(compiler.compile, "kept"):
        compiler.compile = _taking(compiler.compile, sre.compile, kept["patterns"])
    return len(kept["patterns"])


def _taking(stock: Callable[..., Any], made_of: Callable[..., Any], known: Patterns) -> Callable[..., Any]:
    """The first step: what is known of a pattern, or the stock one."""

    def compiled(p: Any, flags: int = 0) -> Any:
        try:
            meant, code, *rest = known[p, flags]
            return made_of(p, meant, array(_NUMBER, code).tolist(), *rest)
        except _REFUSED:
            return stock(p, flags)

    compiled.kept = known  # type: ignore[attr-defined]
    return compiled


@contextmanager
def recorded() -> Iterator[Patterns]:
    """The patterns that this process compiles meanwhile, in the order in which it does; empty where Python has other
    parts. Not those that Python warns of: it is to go on doing so."""
    found: Patterns = {}
    parts = _parts()
    if parts is None:
        yield found
        return
    compiler, sre, _ = parts
    stock, recorder = compiler.compile, _Recorder(sre)

    def compiled(p: Any, flags: int = 0) -> Any:
        with warnings.catch_warnings(record=True) as said:
            warnings.simplefilter("always")
            pattern = stock(p, flags)
        if not said and type(p) in (str, bytes) and not flags & _DEBUG:
            found[p, int(flags)] = recorder.last
        return pattern

    compiler.compile = compiled
    setattr(compiler, _MATCHER, recorder)
    try:
        yield found
    finally:
        compiler.compile = stock
        setattr(compiler, _MATCHER, sre)


class _Recorder:
    """``_sre``, with the arguments of what it was last told to make."""

    def __init__(self, sre: Any) -> None:
        self._sre = sre
        self.last: tuple[Any, ...] = ()

    def __getattr__(self, name: str) -> Any:
        return getattr(self._sre, name)

    def compile(self, pattern: Any, flags: int, code: list[int], *rest: Any) -> Any:
        """The pattern."""
        self.last = (int(flags), array(_NUMBER, code).tobytes(), *rest)
        return self._sre.compile(pattern, flags, code, *rest)


def keep(patterns: Patterns) -> bool:
    """Keep these and no others; whether they are kept."""
    parts = _parts()
    return parts is not None and write(place(), {"stamp": parts[2], "patterns": patterns})
