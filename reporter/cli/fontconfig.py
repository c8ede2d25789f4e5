"""Which font a family name leads to, asked of the fontconfig library: its own tools may be absent."""

from __future__ import annotations

import ctypes
from collections.abc import Iterable
from dataclasses import dataclass

from reporter.cli.libraries import loaded

_MATCH_PATTERN = 0  # FcMatchPattern
_FOUND = 0  # FcResultMatch


@dataclass(frozen=True, slots=True)
class Face:
    """The font file that stands for a family, whether it is of that family, and which characters it lacks."""

    file: str
    families: tuple[str, ...]
    exact: bool
    missing: str


def face_of(family: str, characters: Iterable[str] = "") -> Face | None:
    """The face that the system uses for a family.

    Args:
        family: the name that a style sheet asks for.
        characters: what the face ought to hold.

    Returns:
        None where there is no fontconfig or no font at all.
    """
    library = _fontconfig()
    if library is None:
        return None
    wanted = ctypes.c_void_p(library.FcPatternCreate())
    library.FcPatternAddString(wanted, b"family", family.encode())
    library.FcConfigSubstitute(None, wanted, _MATCH_PATTERN)
    library.FcDefaultSubstitute(wanted)
    result = ctypes.c_int()
    match = library.FcFontMatch(None, wanted, ctypes.byref(result))
    library.FcPatternDestroy(wanted)
    if not match:
        return None
    face = _described(library, ctypes.c_void_p(match), family, characters)
    library.FcPatternDestroy(ctypes.c_void_p(match))
    return face


def _fontconfig() -> ctypes.CDLL | None:
    library = loaded("fontconfig", 1)
    if library is not None:
        library.FcPatternCreate.restype = ctypes.c_void_p
        library.FcFontMatch.restype = ctypes.c_void_p
        library.FcCharSetHasChar.argtypes = [ctypes.c_void_p, ctypes.c_uint32]
    return library


def _described(library: ctypes.CDLL, match: ctypes.c_void_p, family: str, characters: Iterable[str]) -> Face:
    families = tuple(_strings(library, match, b"family"))
    charset = ctypes.c_void_p()
    held = library.FcPatternGetCharSet(match, b"charset", 0, ctypes.byref(charset)) == _FOUND
    missing = [char for char in characters if not (held and library.FcCharSetHasChar(charset, ord(char)))]
    exact = family.casefold() in (name.casefold() for name in families)
    return Face("".join(_strings(library, match, b"file")[:1]), families, exact, "".join(missing))


def _strings(library: ctypes.CDLL, pattern: ctypes.c_void_p, key: bytes) -> list[str]:
    """All values of a pattern's key."""
    values: list[str] = []
    value = ctypes.c_char_p()
    while library.FcPatternGetString(pattern, key, len(values), ctypes.byref(value)) == _FOUND:
        values.append((value.value or b"").decode("utf-8", "replace"))
    return values
