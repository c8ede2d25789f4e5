"""The faces of a PDF: read without copies of their files, cut down to the glyphs that the pages use.

WeasyPrint copies the file of each face that it meets, twenty megabytes for a Chinese one, and cuts it down in such a
way that glyphs keep their numbers: of 65,535 glyphs, sixty thousand empty ones stay. In a CID-keyed face (CFF, as the
Noto and Source faces are) a PDF finds glyphs by the charset of the face itself (ISO 32000-1, 9.7.4.2), so nothing has
to stay in their place. Such a face is embedded bare, as ``CIDFontType0C``: inside an OpenType file, readers take
codes for the numbers of glyphs.
"""

from __future__ import annotations

import struct
import threading
from collections.abc import Callable, Collection, Mapping
from io import BytesIO
from typing import Any

import pydyf
from fontTools.ttLib import TTFont, TTLibError
from weasyprint.pdf.fonts import Font, build_fonts_dictionary
from weasyprint.text.ffi import ffi, harfbuzz, harfbuzz_subset
from weasyprint.text.fonts import get_hb_object_data

# What a reader of PDF has no use for: layout, which is done, and what the PDF says itself.
_DROPPED = (
    b"BASE", b"DSIG", b"EBDT", b"EBLC", b"EBSC", b"GDEF", b"GPOS", b"GSUB", b"JSTF", b"LTSH", b"PCLT", b"SVG ",
)  # fmt: skip
_MAKING = threading.local()


def without_copies(stock: Callable[..., Any]) -> Callable[..., Any]:
    """``get_hb_object_data`` that gives nothing while a ``Face`` is made: it asks for its file when it needs it."""

    def data(hb_object: Any, ot_color: str | None = None, glyph: int | None = None) -> Any:
        return b"" if getattr(_MAKING, "face", False) else stock(hb_object, ot_color, glyph)

    return data


class Face(Font):  # type: ignore[misc]  # WeasyPrint has no types
    """A font of WeasyPrint's whose file is read only where nothing else will do."""

    def __init__(self, pango_font: Any, description: Any, font_size: float) -> None:
        self._content: bytes = b""
        self.may_be_bare = False
        _MAKING.face = True
        try:
            super().__init__(pango_font, description, font_size)
        finally:
            _MAKING.face = False

    @property
    def file_content(self) -> bytes:
        """The font's file, whole until it is cut down."""
        return self._content or get_hb_object_data(self.hb_face) or b""

    @file_content.setter
    def file_content(self, data: bytes) -> None:
        self._content = data

    def _harfbuzz_subset(self, to_unicode: dict[int, str], hinting: bool) -> None:
        small = b""
        if self.may_be_bare and "fvar" not in self.tables:
            small = cut_down(self.hb_face, to_unicode, self.glyph_count, self.missing)
        if small:
            self._content = BareFace(small)
        else:
            super()._harfbuzz_subset(to_unicode, hinting)


class BareFace(bytes):
    """A file whose CFF table alone goes into the PDF."""


class Faces(dict[int, Any]):
    """The fonts that pages use, by WeasyPrint's key. They look like none when the pages are drawn, so that they are
    cut down and written later, by ``embed``."""

    def values(self) -> Any:
        """None: what is to be written now."""
        return ()

    def used(self) -> tuple[Any, ...]:
        """The fonts, in the order they were met."""
        return tuple(font for _, font in self.items())


def embed(pdf: Any, fonts: Mapping[int, Any], options: Mapping[str, Any]) -> Any:
    """Cut fonts down and write them into a PDF.

    Returns:
        A dictionary object of the PDF: the name in the pages' text → reference to the font.
    """
    for font in fonts.values():
        if isinstance(font, Face):
            font.may_be_bare = True
    compress = not options["uncompressed_pdf"]
    start = len(pdf.objects)
    references = build_fonts_dictionary(pdf, fonts, compress, not options["full_fonts"], options)
    for made in pdf.objects[start:]:
        if isinstance(made, pydyf.Stream) and made.stream and isinstance(made.stream[0], BareFace):
            made.stream = [table(made.stream[0], b"CFF ")]
            made.extra["Subtype"] = "/CIDFontType0C"
        elif isinstance(made, dict) and made.get("Subtype") == "/CIDFontType0":
            del made["CIDToGIDMap"]  # is for TrueType alone
    return references


def table(data: bytes, name: bytes) -> bytes:
    """A table of an OpenType file (OpenType 1.9, Organization of an OpenType font); empty where there is none."""
    (count,) = struct.unpack_from(">H", data, 4)
    for entry in range(12, 12 + 16 * count, 16):
        tag, _, start, length = struct.unpack_from(">4sLLL", data, entry)
        if tag == name:
            return bytes(data[start : start + length])
    return b""


def cut_down(face: Any, glyphs: Collection[int], count: int, missing: Collection[int] = ()) -> bytes:
    """A CID-keyed face with some of its glyphs and nothing in place of the others; empty for any other face, and for
    one whose glyphs a PDF would not find by the numbers that they have in the whole face."""
    kept = sorted({0, *(glyph for glyph in glyphs if glyph < count)})
    data = _subset(face, kept, missing)
    found = character_identifiers(data)
    if found and found != kept and set(kept) < set(found):
        # Glyphs that stand for others (GSUB) come along; with them asked for, nothing else may.
        kept = sorted(found)
        data = _subset(face, kept, missing)
        found = character_identifiers(data)
    # Glyphs keep their order: equal lists say that each has its old number as identifier.
    return data if found == kept else b""


def _subset(face: Any, glyphs: list[int], missing: Collection[int]) -> bytes:
    """The face with these glyphs, renumbered; empty when HarfBuzz can't do it."""
    wanted = ffi.gc(harfbuzz_subset.hb_subset_input_create_or_fail(), harfbuzz_subset.hb_subset_input_destroy)
    _add(harfbuzz_subset.hb_subset_input_glyph_set(wanted), glyphs)
    dropped = harfbuzz_subset.hb_subset_input_set(wanted, harfbuzz_subset.HB_SUBSET_SETS_DROP_TABLE_TAG)
    _add(dropped, sorted(harfbuzz.hb_tag_from_string(name, -1) for name in _DROPPED))
    flags = (
        harfbuzz_subset.HB_SUBSET_FLAGS_PASSTHROUGH_UNRECOGNIZED
        | harfbuzz_subset.HB_SUBSET_FLAGS_DESUBROUTINIZE
        | harfbuzz_subset.HB_SUBSET_FLAGS_NO_HINTING
        | harfbuzz_subset.HB_SUBSET_FLAGS_NO_LAYOUT_CLOSURE
    )
    if missing:
        flags |= harfbuzz_subset.HB_SUBSET_FLAGS_NOTDEF_OUTLINE
    harfbuzz_subset.hb_subset_input_set_flags(wanted, flags)
    made = harfbuzz_subset.hb_subset_or_fail(face, wanted)
    return b"" if made == ffi.NULL else get_hb_object_data(ffi.gc(made, harfbuzz.hb_face_destroy)) or b""


def _add(members: Any, values: list[int]) -> None:
    """Put numbers in ascending order into a set of HarfBuzz's."""
    # One type for every length: cffi reads each type that it is told for the first time as C, for milliseconds.
    array = ffi.new("hb_codepoint_t[]", values)
    harfbuzz.hb_set_add_sorted_array(members, array, len(values))


def character_identifiers(data: bytes) -> list[int] | None:
    """The character identifier of each glyph of a CID-keyed face, in the order of the glyphs; None for others."""
    try:
        with TTFont(BytesIO(data), lazy=True) as font:
            if "CFF " not in font:
                return None
            top = font["CFF "].cff.topDictIndex[0]
            return [0, *(int(name[3:]) for name in top.charset[1:])] if hasattr(top, "ROS") else None
    except (TTLibError, ValueError, AssertionError):
        return None
