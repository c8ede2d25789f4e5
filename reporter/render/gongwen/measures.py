"""Measures of GB/T 9704-2012 (党政机关公文格式) in points; the numbers in brackets are its clauses.

The sheet ``official.css`` has the same numbers where they stand in rules of its own.
"""

from __future__ import annotations

from itertools import accumulate

MM = 72 / 25.4
TYPE_AREA = 156 * MM, 225 * MM
"""Width and height of the type area (5.2.1)."""
LINES, CHARACTERS = 22, 28
"""Lines of a page, characters of a line (5.2.3)."""
SIZE_2, SIZE_3, SIZE_4 = 22.0, 16.0, 14.0
"""2号, 3号 and 4号, the sizes of the title, of the text, and of page numbers and the imprint."""
PITCH = (TYPE_AREA[1] - SIZE_3) / (LINES - 1)
"""From one line to the next: the first line's characters begin and the last line's end at the edge of the type area."""
LEAD = (PITCH - SIZE_3) / 2
"""From the top of a line to the top of its characters."""
CHARACTER = 155.9 * MM / CHARACTERS
"""From one character to the next. 28 of 16 pt are 158 mm, so they stand closer; at exactly 156 mm 27 fit a line."""
MASTHEAD_TOP = 35 * MM
"""From the top of the type area to the top of the masthead (7.2.4)."""
MASTHEAD_LARGEST = 62.0
"""The masthead is "striking, handsome, solemn" (7.2.4); before 2012 it was at most 22 mm high, which is still used."""
RULE_GAP = 4 * MM
"""From the document number to the red rule (7.2.7)."""


def width(text: str) -> float:
    """The width of a text in characters of full width; Latin letters, figures and spaces count half."""
    return sum(0.5 if character.isascii() else 1.0 for character in text)


def in_lines(height: float) -> int:
    """How many whole lines hold a height."""
    return max(1, -int(-(height - 0.5) // PITCH))


def even_lines(widths: list[float], widest: float) -> list[int] | None:
    """Where to end the lines of a text of so many pieces (as the numbers of the pieces that follow), with as few lines
    as hold it and these as even as can be; None where a piece is wider than a line, [] for no pieces."""
    if not widths:
        return []
    ends = [0.0, *accumulate(widths)]
    if any(piece > widest for piece in widths):
        return None
    lines = max(1, -int(-ends[-1] // widest))
    while True:
        found = _divided(ends, lines, widest)
        if found is not None:
            return found
        lines += 1


def _divided(ends: list[float], lines: int, widest: float) -> list[int] | None:
    """The division into exactly so many lines with the smallest sum of squares; of equal ones the longer lines
    first."""
    last = len(ends) - 1
    best: dict[int, tuple[float, list[int]]] = {0: (0.0, [])}
    for _ in range(lines):
        reached: dict[int, tuple[float, list[int]]] = {}
        for start, (cost, breaks) in best.items():
            for end in range(start + 1, last + 1):
                length = ends[end] - ends[start]
                if length > widest:
                    break
                found = cost + length**2, [*breaks, end]
                if end not in reached or found[0] < reached[end][0] - 1e-9 or _longer(found, reached[end]):
                    reached[end] = found
        best = reached
    return best[last][1] if last in best else None


def _longer(one: tuple[float, list[int]], other: tuple[float, list[int]]) -> bool:
    return abs(one[0] - other[0]) < 1e-9 and one[1] > other[1]
