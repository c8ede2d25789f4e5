"""A page of pdfium → its glyphs, rules and pictures in the coordinates in which it is read."""

from __future__ import annotations

import ctypes
import math
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from reporter.read.pdf.content import Face, Glyph, PageContent, Rule, View
from reporter.read.pdf.drawing import drawing_of
from reporter.read.pdf.faces import Faces

if TYPE_CHECKING:
    from pypdfium2 import PdfDocument, PdfPage

_LOST = "\ufffd"
# What Symbol and Wingdings, whose characters have no Unicode of their own, show as list marks.
_PICTOGRAMS = {
    "\uf0b7": "•", "\uf06c": "●", "\uf06e": "■", "\uf075": "◆", "\uf0d8": "➢", "\uf0fc": "✓", "\uf0a7": "▪",
    "\uf076": "❖", "\uf0e8": "➔", "\uf071": "❑", "\uf0a8": "□", "\uf0fe": "☑", "\uf0f0": "⇨",
}  # fmt: skip
# A drawing program may write text in any direction; what is so many degrees off the level counts as level.
_LEVEL = 3.0


@dataclass(frozen=True, slots=True)
class _Char:
    """A character as pdfium gives it: box and baseline in the page's own coordinates, direction in degrees."""

    text: str
    box: tuple[float, float, float, float]
    origin: tuple[float, float]
    face: Face
    angle: float
    lost: bool


def page_content(document: PdfDocument, index: int, most: int) -> PageContent:
    """The page with that index, at most so many glyphs of it.

    Raises:
        PdfiumError: the page is damaged.
    """
    page = document[index]
    try:
        text_page = page.get_textpage()
        try:
            chars = _ligatures_joined(_chars(text_page, min(most, text_page.count_chars())))
        finally:
            text_page.close()
        drawing = drawing_of(page)
        shown = _Shown.of(page)
    finally:
        page.close()
    level = [char for char in chars if _quarter(char.angle) is not None]
    view = View(*shown.size, _reading_turn(level, shown.rotation))
    across = [char for char in chars if _quarter(char.angle) is None]
    return PageContent(
        index + 1,
        view,
        tuple(_placed(level, shown, view)),
        tuple(_ruled(drawing.rules, shown, view)),
        drawing.picture,
        tuple(_placed(across, shown, view)),
    )


def _chars(text_page: Any, count: int) -> Iterator[_Char]:
    """The characters that the file itself shows: those that pdfium makes up (blanks, line ends) are left out."""
    from pypdfium2 import raw

    faces, rectangle = Faces(), raw.FS_RECTF()
    x, y = ctypes.c_double(), ctypes.c_double()
    high = 0
    for index in range(count):
        code = raw.FPDFText_GetUnicode(text_page, index)
        if raw.FPDFText_IsGenerated(text_page, index) == 1:
            continue
        if 0xD800 <= code < 0xDC00:
            high = code
            continue
        if 0xDC00 <= code < 0xE000:
            code = 0x10000 + ((high - 0xD800) << 10) + code - 0xDC00 if high else 0
        high = 0
        lost = code == 0 or raw.FPDFText_HasUnicodeMapError(text_page, index) == 1
        raw.FPDFText_GetLooseCharBox(text_page, index, rectangle)
        raw.FPDFText_GetCharOrigin(text_page, index, x, y)
        yield _Char(
            _LOST if lost else _plain(chr(code)),
            (rectangle.left, rectangle.bottom, rectangle.right, rectangle.top),
            (x.value, y.value),
            faces.of(text_page, index),
            math.degrees(raw.FPDFText_GetCharAngle(text_page, index)),
            lost,
        )


def _ligatures_joined(chars: Iterable[_Char]) -> list[_Char]:
    """The letters of a ligature, which pdfium gives one by one at the same place, as one character."""
    joined: list[_Char] = []
    for char in chars:
        last = joined[-1] if joined else None
        if last and last.box == char.box and last.origin == char.origin and last.face is char.face and not char.lost:
            joined[-1] = replace(last, text=last.text + char.text)
        else:
            joined.append(char)
    return joined


def _plain(char: str) -> str:
    """The character, a Latin ligature in its letters, a pictogram as the mark it shows, a hyphen."""
    if "\ufb00" <= char <= "\ufb06":
        return unicodedata.normalize("NFKC", char)
    if char in "\x02\ufffe":  # what pdfium makes of a hyphen at the end of a line
        return "-"
    return _PICTOGRAMS.get(char, char)


def _quarter(angle: float) -> int | None:
    """The direction in quarters (0, 90, 180, 270 degrees), None where the text stands across."""
    nearest = round(angle / 90) * 90
    return nearest % 360 if abs(angle - nearest) <= _LEVEL else None


@dataclass(frozen=True, slots=True)
class _Shown:
    """The part of the page that is shown, in the page's own coordinates, and by how much it is turned."""

    left: float
    bottom: float
    right: float
    top: float
    rotation: int

    @classmethod
    def of(cls, page: PdfPage) -> _Shown:
        left, bottom, right, top = page.get_bbox()
        return cls(left, bottom, right, top, page.get_rotation())

    @property
    def size(self) -> tuple[float, float]:
        width, height = self.right - self.left, self.top - self.bottom
        return (width, height) if self.rotation in (0, 180) else (height, width)

    def point(self, x: float, y: float) -> tuple[float, float]:
        """Where a point of the page's own coordinates is shown."""
        upright = View(self.right - self.left, self.top - self.bottom, self.rotation)
        return upright.point(x - self.left, self.top - y)


def _reading_turn(chars: list[_Char], rotation: int) -> int:
    """By how much the page as shown must be turned for most of its text to run to the right. Vertical writing counts
    as text that runs down: turned back, its columns are lines from top to bottom."""
    if _is_vertical(chars):
        return 270
    directions = Counter(_quarter(char.angle) or 0 for char in chars if not char.text.isspace())
    if not directions:
        return 0
    angle = max(sorted(directions), key=lambda quarter: directions[quarter])
    return (-angle - rotation) % 360


def _is_vertical(chars: list[_Char]) -> bool:
    """Whether most upright characters stand below the one before."""
    down = right = 0
    for one, two in pairwise(chars):
        if one.angle or two.angle or not one.text.strip() or not two.text.strip():
            continue
        width, height = one.box[2] - one.box[0], one.box[3] - one.box[1]
        down += abs(two.box[0] - one.box[0]) < width * 0.3 and abs(two.box[3] - one.box[1]) < height * 0.4
        right += abs(two.box[1] - one.box[1]) < height * 0.3 and abs(two.box[0] - one.box[2]) < height * 0.6
    return down > 8 and down > right * 2


def _placed(chars: Iterable[_Char], shown: _Shown, view: View) -> Iterator[Glyph]:
    """The characters as glyphs of the page as it is read; those outside of what is shown left out."""
    width, height = view.size
    vertical = view.turn and not shown.rotation
    for char in chars:
        left, bottom, right, top = char.box
        (ax, ay), (bx, by) = view.point(*shown.point(left, top)), view.point(*shown.point(right, bottom))
        _, base = view.point(*shown.point(*char.origin))
        glyph = Glyph(char.text, min(ax, bx), min(ay, by), max(ax, bx), max(ay, by), base, char.face, char.lost)
        inside = 0 <= glyph.middle[0] <= width and 0 <= glyph.middle[1] <= height
        if not inside or not math.isfinite(glyph.base) or not math.isfinite(glyph.size):
            continue
        yield replace(glyph, base=glyph.bottom) if vertical and not char.angle else glyph


def _ruled(rules: Iterable[Rule], shown: _Shown, view: View) -> Iterator[Rule]:
    for rule in rules:
        (ax, ay), (bx, by) = (
            view.point(*shown.point(rule.x0, rule.top)),
            view.point(*shown.point(rule.x1, rule.bottom)),
        )
        yield Rule(min(ax, bx), min(ay, by), max(ax, bx), max(ay, by))
