"""Faces that pieces of a PDF use, told from one process to another and put together: each is embedded once for all."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from typing import Any

from weasyprint.text.constants import PANGO_STRETCH
from weasyprint.text.ffi import TO_UNITS, ffi, gobject, pango
from weasyprint.text.fonts import get_pango_font_key

from reporter.errors import RenderError
from reporter.render.pdf.faces import Face


@dataclass(frozen=True, slots=True)
class UsedFace:
    """What some pages use of a face, and what it is found by: ``name`` is how their text calls it."""

    name: str
    family: str
    style: int
    weight: int
    size: float
    variations: str
    widths: Mapping[int, int]
    texts: Mapping[int, str]
    missing: Mapping[int, int]

    @classmethod
    def of(cls, font: Any) -> UsedFace:
        """The face of a font of WeasyPrint's."""
        variations = ",".join(f"{axis}={value}" for axis, value in font.variations.items())
        return cls(
            font.hash, font.family, int(font.style), int(font.weight), font.font_size, variations,
            dict(font.widths), dict(font.to_unicode), dict(font.missing),
        )  # fmt: skip


def put_together(
    own: Iterable[Any], pieces: Sequence[Sequence[UsedFace]], font_map: Any
) -> tuple[tuple[Any, ...], tuple[dict[str, str], ...]]:
    """The fonts of a PDF.

    Args:
        own: the fonts of the pages that were drawn in this process.
        pieces: the faces of each piece.
        font_map: Pango's, with the theme's own fonts.

    Returns:
        The fonts, each with the glyphs of all pages; and for each piece the names that stand for others there: pieces
        number characters that a face lacks each for itself.

    Raises:
        RenderError: a face is not found again.
    """
    fonts: dict[str, Any] = {}
    for font in own:
        fonts.setdefault(font.hash, font)
        _add(fonts[font.hash], UsedFace.of(font))
    others: list[dict[str, str]] = []
    for number, faces in enumerate(pieces):
        named: dict[str, str] = {}
        for face in faces:
            font = fonts.get(face.name) or fonts.setdefault(face.name, found(face, font_map))
            if _at_odds(font.missing, face.missing):
                font = _renamed(found(face, font_map), f"{face.name} {number}")
                fonts[font.hash] = font
                named[face.name] = font.hash
            _add(font, face)
        others.append(named)
    return tuple(fonts.values()), tuple(others)


def _add(font: Any, face: UsedFace) -> None:
    """Give a font the glyphs of a face; what it has already stays."""
    for mine, more in ((font.widths, face.widths), (font.to_unicode, face.texts), (font.missing, face.missing)):
        for key, value in more.items():
            mine.setdefault(key, value)


def _at_odds(some: Mapping[int, int], others: Mapping[int, int]) -> bool:
    """Whether two pieces number the characters that a face lacks differently."""
    taken = {number: character for character, number in some.items()}
    return any(taken.get(number, character) != character or some.get(character, number) != number
               for character, number in others.items())  # fmt: skip


def _renamed(font: Face, what: str) -> Face:
    """The font under another name of six letters."""
    old, font.hash = font.hash, "".join(chr(65 + byte % 26) for byte in sha256(what.encode()).digest()[:6])
    font.name = font.name.replace(old.encode(), font.hash.encode(), 1)
    return font


def found(face: UsedFace, font_map: Any) -> Face:
    """The font of a face, with nothing used of it.

    Raises:
        RenderError: there is none of that name here.
    """
    context = ffi.gc(pango.pango_font_map_create_context(font_map), gobject.g_object_unref)
    for stretch in sorted(set(PANGO_STRETCH.values()), key=lambda value: value != PANGO_STRETCH["normal"]):
        loaded = pango.pango_font_map_load_font(font_map, context, _description(face, stretch))
        if loaded != ffi.NULL:
            kept = ffi.gc(loaded, gobject.g_object_unref)
            _, description, size = get_pango_font_key(kept)
            font = Face(kept, description, size)
            font.pango_font = kept
            if font.hash == face.name:
                return font
    raise RenderError(f"the face {face.family} is not found again", "build with one core, or see reporter doctor")


def _description(face: UsedFace, stretch: int) -> Any:
    """Pango's description of a face."""
    made = ffi.gc(pango.pango_font_description_new(), pango.pango_font_description_free)
    family = ffi.new("char[]", face.family.encode())
    pango.pango_font_description_set_family(made, family)
    pango.pango_font_description_set_style(made, face.style)
    pango.pango_font_description_set_weight(made, face.weight)
    pango.pango_font_description_set_stretch(made, stretch)
    pango.pango_font_description_set_absolute_size(made, face.size * TO_UNITS)
    if face.variations:
        pango.pango_font_description_set_variations(made, ffi.new("char[]", face.variations.encode()))
    return made
