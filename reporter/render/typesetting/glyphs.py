"""Glyphs of a Pango line, moved apart or together before WeasyPrint draws them.

``gaps`` has the distance behind each character of the text, in thousandths of the type size (``size``, in pixels).
"""

from __future__ import annotations

from array import array
from collections.abc import Iterator, Sequence
from itertools import accumulate
from typing import Any

from weasyprint.text.ffi import TO_UNITS, ffi, pango

# A glyph in memory, in whole numbers: how many there are to one, and which of them are width and offset.
_GLYPH = "PangoGlyphInfo"
_WHOLE = ffi.sizeof("gint")
_STRIDE = ffi.sizeof(_GLYPH) // _WHOLE
_WIDTH = (ffi.offsetof(_GLYPH, "geometry") + ffi.offsetof("PangoGlyphGeometry", "width")) // _WHOLE
_OFFSET = (ffi.offsetof(_GLYPH, "geometry") + ffi.offsetof("PangoGlyphGeometry", "x_offset")) // _WHOLE

_NOTHING = int(pango.PANGO_GLYPH_EMPTY)


def spread(line: Any, text: str, gaps: Sequence[int], size: float) -> None:
    """Widen (or narrow) the glyphs of a line behind which a gap is."""
    unit = size * TO_UNITS / 1000
    known: dict[tuple[int, int, int], int] = {}
    for item, extras in with_gaps(line, text, gaps):
        glyphs = _whole_numbers(item.glyphs.glyphs, item.glyphs.num_glyphs * _STRIDE)
        old = glyphs[_WIDTH::_STRIDE].tolist()
        keys = list(zip(old, glyphs[_OFFSET::_STRIDE].tolist(), extras, strict=True))
        for width, offset, extra in {*keys} - known.keys():
            drawn, _ = drawn_width(round(width / unit), offset / size, width / unit + extra)
            known[width, offset, extra] = round(drawn * unit) if extra else width
        glyphs[_WIDTH::_STRIDE] = memoryview(array("i", [known[key] for key in keys]))
        _move_nothing(glyphs, extras, size)


def _move_nothing(glyphs: memoryview, extras: Sequence[int], size: float) -> None:
    """Widen the glyphs of characters that show nothing: WeasyPrint draws them as so many pixels for each type size."""
    shown = glyphs[::_STRIDE].tolist()
    if _NOTHING in shown:
        for glyph, number in enumerate(shown):
            if number == _NOTHING:
                glyphs[glyph * _STRIDE + _WIDTH] = round(extras[glyph] * size)


def evened(line: Any, text: str, gaps: Sequence[int], size: float) -> None:
    """The same for letter-spaced text, where what rounding takes from a glyph is given to the next."""
    unit, owed = size * TO_UNITS / 1000, 0.0
    for item, extras in with_gaps(line, text, gaps):
        glyphs = _whole_numbers(item.glyphs.glyphs, item.glyphs.num_glyphs * _STRIDE)
        for glyph, extra in enumerate(extras):
            place = glyph * _STRIDE
            own = glyph_width(item.item.analysis.font, glyphs[place], size)
            wanted = glyphs[place + _WIDTH] / unit + extra + owed
            drawn, owed = drawn_width(own, glyphs[place + _OFFSET] / size, wanted)
            glyphs[place + _WIDTH] = round(drawn * unit)


def drawn_width(own: int, offset: float, wanted: float) -> tuple[float, float]:
    """The width to give to a glyph, and what it then lacks, all in thousandths of the type size.

    A PDF places glyphs by whole thousandths, and WeasyPrint cuts the rest off at each of them: ``int(own + offset -
    width)``. The width is chosen so that what is cut off does not matter: a quarter away from zero.
    """
    closer = round(own + offset - wanted)
    return own + offset - closer - (0.25 if closer > 0 else -0.25), wanted - (own + offset - closer)


def glyph_width(font: Any, glyph: int, size: float) -> int:
    """The width that a face gives a glyph, in thousandths of the type size, rounded as in the PDF."""
    logical = ffi.new("PangoRectangle *")
    pango.pango_font_get_glyph_extents(font, glyph, ffi.NULL, logical)
    thousandths: int = round(logical.width * 1000 / (size * TO_UNITS))
    return thousandths


def with_gaps(line: Any, text: str, gaps: Sequence[int]) -> Iterator[tuple[Any, Sequence[int]]]:
    """The runs of a line, each with the gap behind each of its glyphs."""
    ends: Sequence[int] | None = None
    done, in_order = 0, True
    for item in runs(line):
        starts = _whole_numbers(item.glyphs.log_clusters, item.glyphs.num_glyphs).tolist()
        count = item.item.num_chars
        in_order = in_order and not item.item.analysis.level % 2
        if in_order and len(starts) == count == len({*starts}):
            yield item, gaps[done : done + count]
        else:
            ends = ends or byte_ends(text)
            yield item, _by_cluster(item, starts, dict(zip(ends, gaps, strict=False)))
        done += count


def _by_cluster(item: Any, starts: list[int], gaps: dict[int, int]) -> list[int]:
    """The gap behind each glyph of a run, in the order of the page: it stands behind the last glyph of a cluster (two
    dashes may be one glyph, a letter and its accent two)."""
    offset, length = item.item.offset, item.item.length
    following = [length, *starts[:-1]] if item.item.analysis.level % 2 else [*starts[1:], length]
    return [gaps.get(offset + end, 0) if start != end else 0 for start, end in zip(starts, following, strict=True)]


def byte_ends(text: str) -> Sequence[int]:
    """The byte of UTF-8 at which each character ends."""
    return list(accumulate([len(character.encode()) for character in text]))


def runs(line: Any) -> Iterator[Any]:
    """The runs of a Pango line, in order."""
    run = line.runs[0]
    while run != ffi.NULL:
        yield run.data
        run = run.next


def _whole_numbers(pointer: Any, count: int) -> memoryview:
    """Memory as whole numbers, to read and write."""
    return memoryview(ffi.buffer(pointer, count * _WHOLE)).cast("i")
