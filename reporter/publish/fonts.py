"""Which faces a PDF has embedded, from the PDF itself: what was asked for is not always what was used."""

from __future__ import annotations

import re
import zlib

# ISO 32000-1: 7.5.7 (object streams), 9.8 (font descriptors), 9.6.4 (the six letters before a subset's name).
_OBJECT_STREAM = re.compile(rb"/Type\s*/ObjStm\b[^>]{0,400}>>\s*stream\r?\n")
_FONT_NAME = re.compile(rb"/FontName\s*/([^\s/<>\[\]()]+)")
_SUBSET_TAG = re.compile(r"^[A-Z]{6}\+")
_ESCAPE = re.compile(r"#([0-9A-Fa-f]{2})")


def embedded_fonts(pdf: bytes) -> tuple[str, ...]:
    """The names of the fonts that a PDF describes, sorted, without subset tags; none for other bytes."""
    names = set(_FONT_NAME.findall(pdf))
    for match in _OBJECT_STREAM.finditer(pdf):
        names.update(_FONT_NAME.findall(_inflated(pdf[match.end() :])))
    return tuple(sorted({_plain(name.decode("latin-1")) for name in names}))


def _inflated(data: bytes) -> bytes:
    """The deflated stream at the beginning of the data; empty when there is none."""
    try:
        return zlib.decompressobj().decompress(data)
    except zlib.error:
        return b""


def _plain(name: str) -> str:
    return _SUBSET_TAG.sub("", _ESCAPE.sub(lambda match: chr(int(match[1], 16)), name))
