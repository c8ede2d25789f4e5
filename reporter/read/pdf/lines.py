"""Glyphs → lines: glyphs of one baseline, cut where a wide gap is, and their text."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from reporter.read.pdf.content import Box, Face, Glyph, box_of, is_square

# All in ems, measured on pages made by WeasyPrint and on hand-set lines: the gap at which a line is cut into pieces,
# the gap that is a blank between two ideographs, and between letters.
_PIECE = 1.2
_WIDE = 0.9
_WORD = 0.22
# A glyph is raised or lowered when it is so much smaller than its line and off the baseline by so much.
_SMALL = 0.92
_RAISED = 0.12
_LONGEST_RAISED = 80
_RAISED_FORMS = str.maketrans("0123456789+-−n", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻ⁿ")
_DIGITS = re.compile(r"[0-9０-９.,%％]")


@dataclass(frozen=True, slots=True)
class Line:
    """A line or a piece of one, on one page.

    ``raised`` are the stretches of ``text`` that are set higher and smaller; ``faces`` the first and the last glyph's
    face, ``face`` the most frequent; ``heavy`` says that all of it is bold.
    """

    text: str
    box: Box
    page: int
    face: Face
    faces: tuple[Face, Face]
    heavy: bool
    base: float
    raised: tuple[tuple[int, int], ...] = ()
    lost: int = 0
    glyphs: tuple[Glyph, ...] = ()

    @property
    def size(self) -> float:
        """The font size of most of it."""
        return self.face.size

    @property
    def left(self) -> float:
        """Its left edge."""
        return self.box[0]

    @property
    def right(self) -> float:
        """Its right edge."""
        return self.box[2]


def rows_of(glyphs: Iterable[Glyph]) -> list[list[Glyph]]:
    """The glyphs of each baseline from top to bottom, each row from left to right; raised and lowered glyphs are in
    the row that they belong to."""
    rows: list[list[Glyph]] = []
    for glyph in sorted((glyph for glyph in glyphs if glyph.size > 0.5), key=lambda glyph: (glyph.base, glyph.x0)):
        if rows and glyph.base - rows[-1][0].base <= 0.25 * min(glyph.size, rows[-1][0].size):
            rows[-1].append(glyph)
        else:
            rows.append([glyph])
    inked = [row for row in rows if any(not glyph.text.isspace() for glyph in row)]
    return [sorted(row, key=lambda glyph: glyph.x0) for row in _with_raised(inked)]


def _with_raised(rows: list[list[Glyph]]) -> list[list[Glyph]]:
    """Rows of small glyphs joined to the row above or below into whose height they reach."""
    sizes = [_row_size(row) for row in rows]
    joined = [list(row) for row in rows]
    for index, row in enumerate(rows):
        for other in (index + 1, index - 1):
            if 0 <= other < len(rows) and joined[other] and _belongs(row, sizes[index], rows[other], sizes[other]):
                joined[other] += row
                joined[index] = []
                break
    return [row for row in joined if row]


def _belongs(row: list[Glyph], size: float, host: list[Glyph], host_size: float) -> bool:
    if size >= _SMALL * host_size or len(row) > min(len(host), _LONGEST_RAISED):
        return False
    ink = [glyph for glyph in row if not glyph.text.isspace()]
    level = host[0].base
    if not all(level - 0.8 * host_size < glyph.base < level + 0.55 * host_size for glyph in ink):
        return False
    left, right = min(glyph.x0 for glyph in host), max(glyph.x1 for glyph in host)
    near = 0.6 * host_size
    return all(left - near < glyph.middle[0] < right + near for glyph in ink) and not _covered(ink, host)


def _covered(ink: list[Glyph], host: list[Glyph]) -> bool:
    """Whether some of the small glyphs stand on glyphs of the line."""
    small = {glyph.text for glyph in ink}
    return any(
        min(one.x1, two.x1) - max(one.x0, two.x0) > 0.6 * (one.x1 - one.x0)
        for one in ink
        for two in host
        if not two.text.isspace() and two.text not in small
    )


def _row_size(row: Iterable[Glyph]) -> float:
    sizes = Counter(round(glyph.size, 1) for glyph in row if not glyph.text.isspace())
    return max(sizes, key=lambda size: (sizes[size], size), default=0.0)


def pieces_of(row: Sequence[Glyph], page: int) -> list[Line]:
    """A row cut at its wide gaps."""
    ink = _printed_once([glyph for glyph in row if not glyph.text.isspace()])
    blanks = [glyph for glyph in row if glyph.text.isspace()]
    pieces: list[list[Glyph]] = []
    for glyph in ink:
        if pieces and glyph.x0 - pieces[-1][-1].x1 <= _PIECE * max(glyph.size, pieces[-1][-1].size):
            pieces[-1].append(glyph)
        else:
            pieces.append([glyph])
    return [line_of(piece, blanks, page) for piece in _letterspaced(pieces)]


def _letterspaced(pieces: list[list[Glyph]]) -> list[list[Glyph]]:
    """Pieces of one ideograph each, the same distance apart, are one line set wide (目　录)."""
    if len(pieces) < 2 or any(len(piece) > 1 or not is_square(piece[0].text) for piece in pieces):
        return pieces
    gaps = [two[0].x0 - one[0].x1 for one, two in pairwise(pieces)]
    if max(gaps) - min(gaps) > 0.5 * pieces[0][0].size or max(gaps) > 6 * pieces[0][0].size:
        return pieces
    return [[glyph for piece in pieces for glyph in piece]]


def _printed_once(ink: list[Glyph]) -> list[Glyph]:
    """Without the second print of glyphs that are printed twice to look bold."""
    kept: list[Glyph] = []
    for glyph in ink:
        twin = any(
            other.text == glyph.text and abs(other.x0 - glyph.x0) < 0.3 * (glyph.x1 - glyph.x0) for other in kept[-3:]
        )
        if not twin:
            kept.append(glyph)
    return kept


def merged(pieces: Sequence[Line]) -> Line:
    """Pieces of one row as one line, a blank between two."""
    if len(pieces) == 1:
        return pieces[0]
    text = ""
    raised: list[tuple[int, int]] = []
    glyphs: list[Glyph] = []
    for piece in pieces:
        text += " " if text else ""
        raised += [(len(text) + start, len(text) + end) for start, end in piece.raised]
        text += piece.text
        glyphs += piece.glyphs
    return _line(text, tuple(raised), glyphs, pieces[0].page)


def line_of(ink: Sequence[Glyph], blanks: Sequence[Glyph], page: int) -> Line:
    """The line of these glyphs, which stand in order; ``blanks`` are the blanks of its row."""
    size = _row_size(ink)
    base = _base(ink, size)
    spaced = _blanks_after(ink, blanks)
    plain_gap = _plain_gap(ink, spaced)
    text = ""
    raised: list[tuple[int, int]] = []
    for index, glyph in enumerate(ink):
        if index and _is_blank(ink[index - 1], glyph, spaced[index - 1], plain_gap):
            text += " "
        start = len(text)
        text += glyph.text
        if glyph.size < _SMALL * size and base - glyph.base > _RAISED * size:
            if raised and raised[-1][1] == start:
                start = raised.pop()[0]
            raised.append((start, len(text)))
    for start, end in raised:
        text = text[:start] + _raised_form(text[start:end]) + text[end:]
    return _line(text, tuple(raised), list(ink), page)


def _raised_form(text: str) -> str:
    """Raised digits as the characters that are raised digits; a mark in brackets as it is."""
    forms = text.translate(_RAISED_FORMS)
    return forms if all(one != two for one, two in zip(text, forms, strict=True)) else text


def _line(text: str, raised: tuple[tuple[int, int], ...], ink: list[Glyph], page: int) -> Line:
    faces = Counter(glyph.face for glyph in ink)
    face = max(faces, key=lambda face: (faces[face], face.size, face.name))
    return Line(
        text,
        box_of((glyph.x0, glyph.top, glyph.x1, glyph.bottom) for glyph in ink),
        page,
        face,
        (ink[0].face, ink[-1].face),
        all(glyph.face.heavy for glyph in ink),
        _base(ink, face.size),
        raised,
        sum(glyph.lost for glyph in ink),
        tuple(ink),
    )


def _base(ink: Sequence[Glyph], size: float) -> float:
    return median([glyph.base for glyph in ink if glyph.size >= _SMALL * size] or [glyph.base for glyph in ink])


def _blanks_after(ink: Sequence[Glyph], blanks: Sequence[Glyph]) -> list[bool]:
    """For every glyph whether a blank of the file stands between it and the next."""
    middles = sorted(blank.middle[0] for blank in blanks)
    found, at = [], 0
    for one, two in pairwise(ink):
        low, high = one.middle[0], two.middle[0]
        while at < len(middles) and middles[at] <= low:
            at += 1
        found.append(at < len(middles) and middles[at] < high)
    return [*found, False]


def _plain_gap(ink: Sequence[Glyph], spaced: Sequence[bool]) -> float:
    """The gap, in ems, between two ideographs of the line that means nothing: 0, or more where the line is set wide
    or a program puts a blank behind every character."""
    gaps = []
    wide = 0
    for one, two, blank in zip(ink, ink[1:], spaced, strict=False):
        if is_square(one.text) and is_square(two.text):
            gap = (two.x0 - one.x1) / max(one.size, 0.1)
            gaps.append(gap)
            wide += blank or gap >= 0.2
    return max(0.0, median(gaps)) if wide and wide >= 0.6 * len(gaps) else 0.0


def _is_blank(one: Glyph, two: Glyph, spaced: bool, plain_gap: float) -> bool:
    """Whether a blank stands between two neighbours of a line."""
    gap = (two.x0 - one.x1) / max(min(one.size, two.size), 0.1)
    squares = is_square(one.text) + is_square(two.text)
    if squares == 2:
        return gap >= plain_gap + (0.2 if spaced and not plain_gap else _WIDE)
    if squares == 1:
        return gap >= (0.15 + plain_gap if spaced else _WIDE + plain_gap)
    if spaced:
        return gap >= 0.1
    return gap >= (0.45 if _DIGITS.match(one.text) and _DIGITS.match(two.text) else _WORD)


def lines_of(glyphs: Iterable[Glyph], page: int) -> Iterator[list[Line]]:
    """The pieces of every row, from top to bottom."""
    for row in rows_of(glyphs):
        pieces = pieces_of(row, page)
        if pieces:
            yield pieces
