"""What stands on a page, before anything is read into it: glyphs, rules and pictures, in points from the upper left
corner of the page as it is read (text upright, lines running to the right)."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

Box = tuple[float, float, float, float]
"""(left, top, right, bottom) in points, origin upper left."""

_HEAVY = re.compile(r"bold|black|heavy|semibold|demi|simhei|hei(?:ti)?\b|黑", re.IGNORECASE)
# Ideographs, kana, bopomofo and the marks and forms set in a full square; circled numbers and the like too.
_SQUARE = re.compile(
    r"[\u2460-\u24ff\u25a0-\u25ff\u2e80-\ua4cf\uf900-\ufaff\ufe30-\ufe4f\uff00-\uffef\U00020000-\U0003ffff]"
)


def is_square(char: str) -> bool:
    """Whether the character is set in a square of its own, without spaces around it."""
    return bool(_SQUARE.match(char)) or char in "“”‘’—…·\ufffd"


@dataclass(frozen=True, slots=True)
class Face:
    """How a run of glyphs is set: the font's name without its subset prefix, size in points, weight and colour."""

    name: str = ""
    size: float = 0.0
    heavy: bool = False
    light: bool = False
    red: bool = False

    @staticmethod
    def is_heavy(name: str) -> bool:
        """Whether a font's name says that it is bold or a 黑体."""
        return bool(_HEAVY.search(name))


@dataclass(frozen=True, slots=True)
class Glyph:
    """A character and its box: as wide as its advance, as high as its font. ``base`` is its baseline; ``lost`` says
    that the file does not tell which character it is (``text`` is then U+FFFD)."""

    text: str
    x0: float
    top: float
    x1: float
    bottom: float
    base: float
    face: Face
    lost: bool = False

    @property
    def size(self) -> float:
        """The font size in points."""
        return self.face.size

    @property
    def middle(self) -> tuple[float, float]:
        """The middle of its box."""
        return (self.x0 + self.x1) / 2, (self.top + self.bottom) / 2


@dataclass(frozen=True, slots=True)
class Rule:
    """A ruled line, horizontal or vertical, without its thickness."""

    x0: float
    top: float
    x1: float
    bottom: float

    @property
    def horizontal(self) -> bool:
        """Whether it lies."""
        return self.x1 - self.x0 >= self.bottom - self.top


@dataclass(frozen=True, slots=True)
class View:
    """How a page is turned to be read: by ``turn`` degrees clockwise, from a page of this width and height."""

    width: float
    height: float
    turn: int = 0

    @property
    def size(self) -> tuple[float, float]:
        """Width and height of the page as it is read."""
        return (self.width, self.height) if self.turn in (0, 180) else (self.height, self.width)

    def point(self, x: float, y: float) -> tuple[float, float]:
        """Where a point of the page lies as it is read."""
        if self.turn == 90:
            return self.height - y, x
        if self.turn == 180:
            return self.width - x, self.height - y
        if self.turn == 270:
            return y, self.width - x
        return x, y

    def back(self, box: Box) -> Box:
        """A box of the page as read, on the page as it is shown."""
        width, height = self.size
        other = View(width, height, -self.turn % 360)
        return span_of([other.point(box[0], box[1]), other.point(box[2], box[3])])


def span_of(points: Iterable[tuple[float, float]]) -> Box:
    """The box around some points."""
    xs, ys = zip(*points, strict=True)
    return min(xs), min(ys), max(xs), max(ys)


def box_of(boxes: Iterable[Box]) -> Box:
    """The box around some boxes."""
    lefts, tops, rights, bottoms = zip(*boxes, strict=True)
    return min(lefts), min(tops), max(rights), max(bottoms)


@dataclass(frozen=True, slots=True)
class PageContent:
    """A page: its glyphs in the order of the file, its rules, whether it holds a picture, and the glyphs that stand
    across (a watermark's)."""

    number: int
    view: View
    glyphs: tuple[Glyph, ...]
    rules: tuple[Rule, ...] = ()
    picture: bool = False
    across: tuple[Glyph, ...] = ()


@dataclass(frozen=True, slots=True)
class Bookmark:
    """An entry of the file's outline; ``level`` counts from 1."""

    title: str
    level: int


@dataclass(frozen=True, slots=True)
class FileContent:
    """All pages that could be read, the numbers of those that could not, the outline, and the title of the file's
    metadata. ``cut`` says that a bound was reached."""

    pages: tuple[PageContent, ...]
    unread: tuple[int, ...] = ()
    outline: tuple[Bookmark, ...] = ()
    title: str = ""
    cut: bool = False
    mended: bool = field(default=False)
