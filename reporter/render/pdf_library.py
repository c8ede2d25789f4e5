"""WeasyPrint, loaded without what it does each time anew: imported, this module loads it.

To call Pango, HarfBuzz and fontconfig, WeasyPrint has cffi read a page of C declarations, and looks for each library
under the names of other systems first, for each of which Python starts ldconfig, a compiler and a linker (54 processes
on a Debian with gcc). Here it gets what cffi would make of the same declarations, kept since the set-up, in the form
that cffi has for compiled modules (https://cffi.readthedocs.io/en/stable/cdef.html, "out-of-line, ABI level"), which
looks for a library nowhere but where the system's loader does. Where the declarations are others than those kept, or
a library is not found so, it is loaded the ordinary way.

fontTools' subsetting and instances of variable fonts, which WeasyPrint loads for the fonts that HarfBuzz can't cut down
and for those with axes, wait until such a font is there.
"""

from __future__ import annotations

import ast
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, redirect_stdout, suppress
from hashlib import sha256
from importlib import import_module
from io import StringIO
from pathlib import Path
from types import ModuleType
from typing import Any

from reporter import kept_sources
from reporter.kept_code import kept_path, read, write

_LIBRARY = "weasyprint"
_READER = "cffi"
_DECLARING = "weasyprint.text.ffi"
# Module → the function that WeasyPrint takes from it at once; others are looked up when they are called.
_LATE = {"fontTools.subset": "", "fontTools.varLib.instancer": "instantiateVariableFont"}


class _UnfitError(ImportError):
    """What is kept is of other declarations."""


def place() -> Path:
    """Where the declarations are kept."""
    return kept_path(__file__, "declarations")


def load() -> bool:
    """Load WeasyPrint; whether from what is kept. Without that, or where it does not fit, nothing is loaded yet."""
    kept = read(place()) if sys.platform == "linux" and _LIBRARY not in sys.modules else None
    if not isinstance(kept, dict):
        return False
    try:
        cffi: Any = import_module(_READER)
        if kept.get("cffi") != cffi.__version__:
            return False
        stock = cffi.FFI
        cffi.FFI = lambda: _declared(kept)
        try:
            with redirect_stdout(StringIO()):  # it prints where it did not find a library
                import_module(_DECLARING)
        finally:
            cffi.FFI = stock
    except (ImportError, OSError, AttributeError, TypeError, ValueError):
        for name in [name for name in sys.modules if name.partition(".")[0] == _LIBRARY]:
            del sys.modules[name]
        return False
    return True


class _Late(ModuleType):
    """Stands for a module until one of its names is asked for."""

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):  # what Python itself asks a module for
            raise AttributeError(name)
        if sys.modules.get(self.__name__) is self:
            del sys.modules[self.__name__]
        return getattr(import_module(self.__name__), name)


@contextmanager
def _late() -> Iterator[None]:
    """What is loaded meanwhile gets a stand-in for each of the late modules; those that are loaded already stay."""
    stand_ins = {name: _stand_in(name, taken) for name, taken in _LATE.items() if name not in sys.modules}
    sys.modules.update(stand_ins)
    try:
        yield
    finally:
        for name, stand_in in stand_ins.items():
            if sys.modules.get(name) is stand_in:
                del sys.modules[name]


def _stand_in(name: str, taken: str) -> _Late:
    stand_in = _Late(name)

    def called(*given: Any, **named: Any) -> Any:
        return stand_in.__getattr__(taken)(*given, **named)

    if taken:
        setattr(stand_in, taken, called)
    return stand_in


def _declared(kept: dict[str, Any]) -> Any:
    """What cffi makes of the declarations, which takes the same ones and nothing else."""
    made: Any = import_module("_cffi_backend").FFI

    class Declared(made):  # type: ignore[misc]
        """The declarations, read already."""

        def cdef(self, declarations: str) -> None:
            """Nothing, but for a look that they are the same.

            Raises:
                _UnfitError: they are not.
            """
            if _digest(declarations) != kept["digest"]:
                raise _UnfitError("other declarations")

    return Declared(_DECLARING, **kept["types"])


def _digest(declarations: str) -> str:
    return sha256(declarations.encode()).hexdigest()


def keep() -> bool:
    """Read WeasyPrint's declarations and keep what cffi makes of them; whether they are kept."""
    try:
        cffi: Any = import_module(_READER)
        declaring = import_module(_DECLARING)
    except (ImportError, OSError):
        return False
    given = _given(Path(declaring.__file__ or "").read_text("utf-8"))
    if len(given) != 1:
        return False
    reader = cffi.FFI()
    reader.cdef(given[0])
    return write(place(), {"cffi": cffi.__version__, "digest": _digest(given[0]), "types": _types(reader)})


def _given(source: str) -> list[str]:
    """The declarations that a module gives to cffi, each call's; those that are not spelled out are empty."""
    calls = [node for node in ast.walk(ast.parse(source)) if isinstance(node, ast.Call)]
    return [
        ast.literal_eval(node.args[0]) if isinstance(node.args[0], ast.Constant) and not node.keywords else ""
        for node in calls
        if isinstance(node.func, ast.Attribute) and node.func.attr == "cdef"
    ]


def _types(reader: Any) -> dict[str, Any]:
    """The arguments of the one call that cffi's compiled module consists of."""
    with tempfile.TemporaryDirectory() as folder, redirect_stdout(StringIO()):  # cffi says that it writes
        path = Path(folder) / "declarations.py"
        reader.set_source(path.stem, None)
        reader.emit_python_code(str(path))
        tree = ast.parse(path.read_text("utf-8"))
    call = next(node for node in ast.walk(tree) if isinstance(node, ast.Call))
    return {str(word.arg): ast.literal_eval(word.value) for word in call.keywords}


with _late(), suppress(ImportError, OSError):  # whoever imports it next is told what is missing
    kept_sources.use_in(kept_sources.SELECTORS)
    if not load():
        import_module(_LIBRARY)
