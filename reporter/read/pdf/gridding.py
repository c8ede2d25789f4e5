"""Frames and aligned rows → tables with the text of their cells."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from reporter.read.pdf.aligned import AlignedTable
from reporter.read.pdf.content import Box, Glyph, PageContent, box_of, is_square
from reporter.read.pdf.lines import Line, lines_of, merged
from reporter.read.pdf.ruled import Frame, frames_of

_LONGEST_CELL = 300  # a frame that holds longer text arranges the page, as in web pages
FIGURE = re.compile(r"[-+−－]?[\d,，.]+\s*[%％‰]?")
_YEAR = re.compile(r"(?:19|20)\d{2}")


@dataclass(frozen=True, slots=True)
class CellBlock:
    """A cell: its text in one line and where it stands. ``line`` is its first line."""

    text: str
    line: Line
    box: Box


@dataclass(frozen=True, slots=True)
class TableBlock:
    """A table of one page. ``cells`` are rows of equal length, a merged cell the same object in all its places;
    ``xs`` the edges of its columns."""

    page: int
    cells: tuple[tuple[CellBlock | None, ...], ...]
    header_rows: int
    xs: tuple[float, ...]
    box: Box
    ruled: bool = True


def ruled_blocks(content: PageContent) -> tuple[list[TableBlock], frozenset[int]]:
    """The ruled tables of a page, and the indices of the glyphs that stand in them."""
    blocks: list[TableBlock] = []
    taken: set[int] = set()
    for frame in frames_of(content.rules):
        held: dict[int, list[tuple[int, Glyph]]] = defaultdict(list)
        for index, glyph in enumerate(content.glyphs):
            place = frame.field(*glyph.middle)
            if place and index not in taken:
                held[frame.cells[place[0]][place[1]]].append((index, glyph))
        cells = {
            number: cell
            for number, glyphs in held.items()
            if (cell := _cell([glyph for _, glyph in glyphs], content.number))
        }
        if len(cells) >= 3 and max(len(cell.text) for cell in cells.values()) <= _LONGEST_CELL:
            blocks.append(_ruled_block(frame, cells, content.number))
            taken |= {index for glyphs in held.values() for index, _ in glyphs}
    return blocks, frozenset(taken)


def _cell(glyphs: Sequence[Glyph], page: int) -> CellBlock | None:
    """The cell with these glyphs: its lines as one; None without any."""
    lines = [merged(pieces) for pieces in lines_of(glyphs, page)]
    if not lines:
        return None
    right = max(line.right for line in lines)
    text = lines[0].text
    for one, two in pairwise(lines):
        text += between(one, two, right) + two.text
    return CellBlock(text, lines[0], box_of(line.box for line in lines))


def between(one: Line, two: Line, right: float) -> str:
    """What stands between two lines of a cell: a blank between words, nothing within figures or Chinese text."""
    if is_square(one.text[-1]) or is_square(two.text[0]):
        return ""
    if one.text[-1] in "-/" or (
        one.text[-1].isdigit() and two.text[0].isdigit() and right - one.right < one.size * 0.3
    ):
        return ""
    return " "


def _ruled_block(frame: Frame, cells: dict[int, CellBlock], page: int) -> TableBlock:
    numbers = _trimmed(frame, cells)
    grid = tuple(tuple(cells.get(number) for number in row) for row in numbers)
    return TableBlock(page, grid, _header_rows(numbers, grid), frame.xs, frame.box)


def _trimmed(frame: Frame, cells: dict[int, CellBlock]) -> list[list[int]]:
    """The numbers of the cells without rows and columns that are double lines or repeat the one before."""
    rows = [list(row) for row in frame.cells]
    kept = [row for index, row in enumerate(rows) if (index == 0 or row != rows[index - 1]) and _holds(row, cells)]
    columns = [list(column) for column in zip(*kept, strict=True)]
    wide = [
        column
        for index, column in enumerate(columns)
        if (index == 0 or column != columns[index - 1])
        and (_holds(column, cells) or frame.xs[index + 1] - frame.xs[index] > 8)
    ]
    return [list(row) for row in zip(*wide, strict=True)]


def _holds(numbers: Sequence[int], cells: dict[int, CellBlock]) -> bool:
    return any(number in cells for number in numbers)


def _header_rows(numbers: Sequence[Sequence[int]], grid: Sequence[Sequence[CellBlock | None]]) -> int:
    """How many rows are headings: as many as the tallest cell of the first row; one more where a cell of the first
    row spans columns and the next holds no figures; none where the first row holds figures."""
    first = numbers[0]
    if len(set(first)) == 1:  # a title over all columns
        return min(len(numbers) - 1, 1 + (_header_rows(numbers[1:], grid[1:]) if len(numbers) > 2 else 0))
    if figures(grid[0]) or len(numbers) < 2:
        return 0
    height = max(sum(row[column] == first[column] for row in numbers) for column in range(len(first)))
    if height < len(numbers) and height > 1 and not any(figures(row) for row in grid[:height]):
        return height
    spans = any(one == two for one, two in pairwise(first))
    return 2 if spans and len(numbers) > 2 and not figures(grid[1]) else 1


def figures(row: Sequence[CellBlock | None]) -> int:
    """How many cells of a row are figures, years not counted."""
    texts = [cell.text for cell in row if cell]
    return sum(bool(FIGURE.fullmatch(text)) and not _YEAR.fullmatch(text) for text in texts)


def aligned_block(table: AlignedTable, page: int) -> TableBlock:
    """An aligned table as a block."""
    cells: dict[int, CellBlock] = {}
    for row in table.cells:
        for piece in row:
            if piece and id(piece) not in cells:
                cells[id(piece)] = CellBlock(piece.text, piece, piece.box)
    grid = tuple(tuple(cells[id(piece)] if piece else None for piece in row) for row in table.cells)
    columns = [[piece for piece in column if piece] for column in zip(*table.cells, strict=True)]
    edges = [min(piece.left for piece in column) for column in columns if column]
    box = box_of(cell.box for cell in cells.values())
    return TableBlock(page, grid, table.header_rows, (*edges, box[2]), box, ruled=False)
