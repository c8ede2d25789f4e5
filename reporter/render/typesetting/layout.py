"""Pango layouts of WeasyPrint for Chinese text.

A text is laid out twice. When lines are broken (``set_text``), Pango measures its stand-in (``breaks``), which breaks
where Chinese lines do and has narrowed marks. When it is drawn (``reactivate``, ``get_first_line``), Pango shapes the
text itself, and its glyphs take the distances that ``widen`` was told and those of narrowed marks.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import accumulate
from typing import Any

from weasyprint.text import line_break
from weasyprint.text.ffi import TO_UNITS, ffi, pango

from reporter.render.typesetting.breaks import StandIns, stand_in
from reporter.render.typesetting.faces import stand_ins
from reporter.render.typesetting.spacing import narrowed

# The blank half of a mark, in thousandths of an em.
HALF = 500
_PRESERVED = ("pre", "pre-wrap")
# A glyph in memory: its record and where in it width and offset stand, in whole numbers of four bytes.
_GLYPH = "PangoGlyphInfo"
_STRIDE = ffi.sizeof(_GLYPH) // 4
_WIDTH = ffi.offsetof(_GLYPH, "geometry") // 4
_OFFSET = _WIDTH + 1


class ChineseLayout(line_break.Layout):  # type: ignore[misc]
    """A text that breaks like Chinese, with narrowed marks and widened gaps."""

    gaps: Mapping[int, int] | None = None
    _drawing = False
    _placed = False

    def set_text(self, text: str, justify: bool = False) -> None:
        """Set the text to be drawn, or the stand-in of the text to be broken."""
        if self._drawing:
            self._placed = False
            super().set_text(text, justify)
            return
        shown = self._stand_in(text)
        super().set_text(shown, justify)
        if shown is not text:
            self.text = text[: len(self.text)]

    def _stand_in(self, text: str) -> str:
        style = self.style
        if text.isascii() or style["white_space"] in _PRESERVED:
            return text
        return stand_in(text, is_traditional(style), stand_ins(style))

    def widen(self, gaps: Mapping[int, int]) -> None:
        """Add to the distances behind characters: their offsets → thousandths of the type size."""
        self.gaps = combined(self.gaps, gaps) if self.gaps else gaps

    def reactivate(self, style: Any) -> None:
        """Make the layout anew for drawing."""
        self._drawing = True
        super().reactivate(style)

    def get_first_line(self) -> Any:
        """The line; when it is drawn, with its glyphs put in their places."""
        line, index = super().get_first_line()
        if self._drawing and not self._placed:
            self._placed = True
            self._place(line)
        return line, index

    def _place(self, line: Any) -> None:
        text, style = self.text, self.style
        gaps = self.gaps or {}
        if not text.isascii() and style["white_space"] not in _PRESERVED:
            places = narrowed_places(text, style)
            if places:
                gaps = combined(gaps, dict.fromkeys(places, -HALF))
        if style["letter_spacing"] != "normal":
            evened(line, at_bytes(text, gaps), style["font_size"])
        elif gaps:
            spread(line, at_bytes(text, gaps), style["font_size"])


def combined(gaps: Mapping[int, int], more: Mapping[int, int]) -> dict[int, int]:
    """The sums of two sets of gaps."""
    return {**gaps, **{place: gaps.get(place, 0) + gap for place, gap in more.items()}}


def can_break(text: str, lang: str | None, *, stock: Callable[..., bool]) -> bool:
    """Whether a line may break in a text: between two boxes it is their characters that meet."""
    if text and not text.isascii():
        text = stand_in(text, False, StandIns(narrow=False))
    return stock(text, lang)


def is_traditional(style: Any) -> bool:
    """Whether a style's language is written in traditional characters."""
    return (style["lang"] or "").lower().startswith(("zh-hant", "zh-tw", "zh-hk", "zh-mo"))


def narrowed_places(text: str, style: Any) -> list[int]:
    """The characters (offsets) behind which half an em is missing."""
    having = stand_ins(style)
    if not having.narrow:
        return []
    found = narrowed(is_traditional(style), having.quoted).finditer(text)
    return [match.start() if match["end"] else match.start() - 1 for match in found]


def at_bytes(text: str, gaps: Mapping[int, int]) -> dict[int, int]:
    """Gaps by the byte of UTF-8 at which the character before them ends, in the place of its offset."""
    ends = byte_ends(text) if gaps else ()
    return {ends[place]: gap for place, gap in gaps.items() if place < len(ends)}


def byte_ends(text: str) -> Sequence[int]:
    """The byte of UTF-8 at which each character ends."""
    size = len(text.encode())
    if size == 3 * len(text):
        return range(3, size + 1, 3)
    return list(accumulate([len(character.encode()) for character in text]))


def spread(line: Any, gaps: Mapping[int, int], size: float) -> None:
    """Widen (or narrow) the glyphs of a line (a Pango line) behind which a gap is, at a type size in pixels."""
    unit = size * TO_UNITS / 1000
    known: dict[tuple[int, int, int], int] = {}
    for item in runs(line):
        glyphs, ends = _memory(item), cluster_ends(item)
        for end, gap in gaps.items():
            glyph = ends.get(end)
            if glyph is None:
                continue
            width, offset = glyphs[glyph * _STRIDE + _WIDTH], glyphs[glyph * _STRIDE + _OFFSET]
            key = width, offset, gap
            if key not in known:
                known[key] = drawn_width(round(width / unit), offset / size, width / unit + gap)[0] * unit
            glyphs[glyph * _STRIDE + _WIDTH] = round(known[key])


def evened(line: Any, gaps: Mapping[int, int], size: float) -> None:
    """The same for letter-spaced text, where what rounding takes from a glyph is given to the next."""
    unit, owed = size * TO_UNITS / 1000, 0.0
    for item in runs(line):
        glyphs = _memory(item)
        ends = {glyph: end for end, glyph in cluster_ends(item).items()}
        for glyph in range(item.glyphs.num_glyphs):
            width, offset = glyphs[glyph * _STRIDE + _WIDTH], glyphs[glyph * _STRIDE + _OFFSET]
            owed += gaps.get(ends[glyph], 0) if glyph in ends else 0
            drawn, owed = drawn_width(glyph_width(item, glyph, size), offset / size, width / unit + owed)
            glyphs[glyph * _STRIDE + _WIDTH] = round(drawn * unit)


def drawn_width(own: int, offset: float, wanted: float) -> tuple[float, float]:
    """The width to give to a glyph, and what it then lacks, all in thousandths of the type size.

    A PDF places glyphs by whole thousandths, and WeasyPrint cuts the rest off at each of them: ``int(own + offset -
    width)``. The width is chosen so that what is cut off does not matter: a quarter away from zero.
    """
    closer = round(own + offset - wanted)
    return own + offset - closer - (0.25 if closer > 0 else -0.25), wanted - (own + offset - closer)


def glyph_width(item: Any, glyph: int, size: float) -> int:
    """The width that a face gives a glyph, in thousandths of the type size (pixels), rounded as in the PDF."""
    logical = ffi.new("PangoRectangle *")
    pango.pango_font_get_glyph_extents(item.item.analysis.font, item.glyphs.glyphs[glyph].glyph, ffi.NULL, logical)
    thousandths: int = round(logical.width * 1000 / (size * TO_UNITS))
    return thousandths


def runs(line: Any) -> Iterator[Any]:
    """The runs of a Pango line, in order."""
    run = line.runs[0]
    while run != ffi.NULL:
        yield run.data
        run = run.next


def cluster_ends(item: Any) -> dict[int, int]:
    """The byte at which each cluster of a run ends (a pair of dashes may be one glyph, a character may be two) → its
    last glyph, in the order of reading."""
    count, offset, length = item.glyphs.num_glyphs, item.item.offset, item.item.length
    starts = memoryview(ffi.buffer(item.glyphs.log_clusters, count * 4)).cast("i").tolist()
    if item.item.analysis.level % 2:  # right to left: glyphs stand in the order of the page
        following = [length, *starts[:-1]]
    else:
        following = [*starts[1:], length]
    return {
        offset + end: glyph
        for glyph, (start, end) in enumerate(zip(starts, following, strict=True))
        if start != end
    }


def _memory(item: Any) -> memoryview:
    """The glyphs of a run as whole numbers, to read and write."""
    size = item.glyphs.num_glyphs * _STRIDE * 4
    return memoryview(ffi.buffer(item.glyphs.glyphs, size)).cast("i")
