"""How pdfium's text objects are set: fonts, sizes, weights and colours."""

from __future__ import annotations

import ctypes
import math
from dataclasses import dataclass, field
from typing import Any

from reporter.read.pdf.content import Face


@dataclass(slots=True)
class Faces:
    """The faces of a page's text objects, each looked up once."""

    known: dict[int, Face] = field(default_factory=dict)
    fonts: dict[int, tuple[str, bool]] = field(default_factory=dict)

    def of(self, text_page: Any, index: int) -> Face:
        """The face of a character."""
        from pypdfium2 import raw

        handle = raw.FPDFText_GetTextObject(text_page, index)
        if not handle:
            return Face(size=raw.FPDFText_GetFontSize(text_page, index))
        address = ctypes.addressof(handle.contents)
        if address not in self.known:
            self.known[address] = self._looked_up(text_page, index, handle)
        return self.known[address]

    def _looked_up(self, text_page: Any, index: int, handle: Any) -> Face:
        from pypdfium2 import raw

        matrix = raw.FS_MATRIX()
        raw.FPDFText_GetMatrix(text_page, index, matrix)
        size = raw.FPDFText_GetFontSize(text_page, index) * (math.hypot(matrix.c, matrix.d) or 1.0)
        name, heavy = self._font(raw.FPDFTextObj_GetFont(handle))
        red, green, blue, alpha = (ctypes.c_uint(0) for _ in range(4))
        raw.FPDFPageObj_GetFillColor(handle, red, green, blue, alpha)
        stroked = raw.FPDFTextObj_GetTextRenderMode(handle) == raw.FPDF_TEXTRENDERMODE_FILL_STROKE
        shine = min(red.value, green.value, blue.value)
        return Face(
            name,
            round(size, 2),
            heavy or stroked,
            shine >= 160 or 0 < alpha.value < 128,
            red.value >= 160 and max(green.value, blue.value) <= 90,
        )

    def _font(self, font: Any) -> tuple[str, bool]:
        from pypdfium2 import raw

        if not font:
            return "", False
        address = ctypes.addressof(font.contents)
        if address not in self.fonts:
            buffer = ctypes.create_string_buffer(200)
            raw.FPDFFont_GetBaseFontName(font, buffer, len(buffer))
            name = _decoded(buffer.value).split("+", 1)[-1]
            forced = bool(max(0, raw.FPDFFont_GetFlags(font)) & 1 << 18)
            self.fonts[address] = name, forced or Face.is_heavy(name)
        return self.fonts[address]


def _decoded(name: bytes) -> str:
    """A font's name: UTF-8, or GBK as Chinese programs write it."""
    for codec in ("utf-8", "gb18030"):
        try:
            return name.decode(codec)
        except UnicodeDecodeError:
            continue
    return name.decode("latin-1")
