"""Compiled code that libraries write as text at each start: the methods of data classes, and what tests a selector.

``dataclasses`` writes each method of a class as a line or two of Python and has them executed; ``cssselect2`` writes
each selector of a style sheet as an expression and has that evaluated. What Python makes of a text hangs on nothing but
the text and Python itself. So it is kept, and handed to ``exec`` and ``eval`` instead of the text: the same functions
come of it, only sooner.

The two modules get an ``exec`` and an ``eval`` of their own, a name that they look up before Python's built-in one. A
text that is not known is compiled as ever. As with ``kept_patterns`` it is for processes that are the program's own.
"""

from __future__ import annotations

import builtins
import marshal
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from importlib import import_module
from importlib.util import MAGIC_NUMBER
from pathlib import Path
from types import CodeType
from typing import Any

from reporter.kept_code import kept_path, read, write

# (how it is compiled, the text) → its code, for ``marshal``.
Sources = dict[tuple[str, str], bytes]
Compiler = Callable[[str, str], CodeType]

CLASSES = "dataclasses"
SELECTORS = "cssselect2.compiler"
_MODES = {CLASSES: "exec", SELECTORS: "eval"}
_STAMP = f"{sys.implementation.name} {sys.hexversion:x} {MAGIC_NUMBER.hex()}"
_DAMAGED = (ValueError, EOFError, TypeError)

_known: Sources = {}


def place() -> Path:
    """Where it is kept."""
    return kept_path(__file__, "sources")


def use() -> int:
    """Take the code that is kept from now on, in this process, for data classes; how many texts there are."""
    kept = read(place())
    if not isinstance(kept, dict) or kept.get("stamp") != _STAMP:
        return 0
    _known.update(kept["sources"])
    use_in(CLASSES)
    return len(_known)


def use_in(name: str) -> None:
    """Take it in one of the modules, which is loaded for that; nothing where ``use`` has found nothing.

    Raises:
        ImportError: there is no such module.
    """
    if _known:
        _hand(name, _taken)


def _taken(mode: str, text: str) -> CodeType:
    try:
        code = marshal.loads(_known[mode, text])  # noqa: S302 - the program's own, see kept_code
    except (KeyError, *_DAMAGED):
        code = None
    return code if isinstance(code, CodeType) else _compiled(mode, text)


def _compiled(mode: str, text: str) -> CodeType:
    """What ``exec`` and ``eval`` make of a text: ``eval`` takes no account of the spaces before it."""
    code: CodeType = compile(text.lstrip(" \t") if mode == "eval" else text, "<string>", mode, dont_inherit=True)
    return code


def _hand(name: str, made: Compiler) -> None:
    """Give a module an ``exec`` or ``eval`` of its own, which compiles texts so."""
    module, mode = import_module(name), _MODES[name]
    run: Callable[..., Any] = getattr(builtins, mode)

    def runs(source: Any, names: Any = None, own: Any = None) -> Any:
        code = made(mode, source) if type(source) is str else source
        names = vars(module) if names is None else names
        return run(code, names, names if own is None else own)

    setattr(module, mode, runs)


@contextmanager
def recorded() -> Iterator[Sources]:
    """The texts that this process compiles meanwhile, and their code."""
    found: Sources = {}

    def kept(mode: str, text: str) -> CodeType:
        code = _compiled(mode, text)
        found[mode, text] = marshal.dumps(code)
        return code

    for name in _MODES:
        _hand(name, kept)
    try:
        yield found
    finally:
        for name, mode in _MODES.items():
            delattr(import_module(name), mode)


def keep(sources: Sources) -> bool:
    """Keep these and no others; whether they are kept."""
    return write(place(), {"stamp": _STAMP, "sources": sources})
