"""Tables in plain text: columns set apart by blanks and aligned, separated by tabs, or drawn with bars.

In: the text. Out: tables whose cells are stretches of it. Captions and units above stay lines. What may be anything
else is left alone: two columns of words may be a poem, a list of names or a signature, so columns that only blanks set
apart need figures.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from unicodedata import east_asian_width

from reporter.model import RawTable

Place = tuple[int, int]

_LINE_END = re.compile("\r\n?|\n")
_GAP = re.compile("[ \u00a0\u3000]*\t[ \u00a0\u3000\t]*|[ \u00a0\u3000]{2,}")
_BLANK = " \t\u00a0\u3000\ufeff\r\n"
_BARS = "|｜│┃║"
_BAR = re.compile(f"[{_BARS}]")
_RULE = re.compile(rf"[\s{_BARS}+\-=_:：─━═┄┈╌┌┬┐├┼┤└┴┘┏┳┓┣╋┫┗┻┛╔╦╗╠╬╣╚╩╝╭╮╰╯╞╪╡╤╧╟╫╢╥╨]+$")
_DRAWN = re.compile(r"[-=─━═]{2}")
# What a row has that a line of words has not; it begins with a class, so the search passes over words quickly.
_SIGN = re.compile(
    f"[{_BARS}\t \u00a0\u3000=─━═-](?:(?<=[{_BARS}])|(?<=\\S[ \u00a0\u3000])[ \u00a0\u3000\t]|(?<=\\S\t)"
    "|(?<=[-=─━═])[-=─━═])"
)
_LEADER = re.compile(r"…{2}|\.{4}|·{4}|—{4}|_{4}|-{5}")
_FIGURE = re.compile(r"[（(]?[-+－＋−△]?\d[\d,.]*(?:[eE]\d+)?[%％‰]?[)）]?$|[-－—…/]{1,2}$")
_YEAR = re.compile(r"(?:19|20)\d\d年?$")
_FIELD = re.compile(r"[^：:]{1,10}[：:]")
_NUMBERED = re.compile(
    r"[一二三四五六七八九十\d]{1,3}[、.．]|第[一二三四五六七八九十\d]{1,3}[章节条篇部]|[（(][一二三四五六七八九十\d]{1,3}[）)]"
)
_CAPTION = re.compile(r"\s*附?表\s*[\d一二三四五六七八九十]{1,3}")

_LEAST_ROWS = 3
_LONGEST_CELL = 40
_MOST_COLUMNS = 60
_DEEPEST_HEADER = 3
# So large a share of the rows have the usual number of cells, and of the cells of a column the usual edge.
_ALIKE = 0.6
_ALIGNED = 0.8
# Half a wide character: what a proportional eye lets pass as aligned.
_TOLERANCE = 1


@dataclass(frozen=True, slots=True)
class _Line:
    """A line with its cells; ``bars`` says that bars separate them, ``rule`` that it only draws."""

    start: int
    end: int
    cells: tuple[Place, ...]
    bars: bool = False
    rule: bool = False
    tabs: bool = False


def plain_tables(text: str) -> tuple[RawTable, ...]:
    """The tables of a plain text in order; none overlaps another."""
    found = []
    for block in _blocks(text):
        table = _drawn(text, block) if block[0].bars or block[0].rule else _spaced(text, block)
        if table:
            found.append(table)
    return tuple(found)


def _blocks(text: str) -> Iterator[list[_Line]]:
    """Runs of lines that may be rows of one table, three lines at least."""
    block: list[_Line] = []
    after = 0
    for start, end in _signed_lines(text):
        line = _line(text, start, end)
        if start > after and len(block) >= _LEAST_ROWS:
            yield block
        block, after = block if start == after else [], end
        if line is not None and (not block or _drawing(block[0]) == _drawing(line)):
            block.append(line)
            continue
        if len(block) >= _LEAST_ROWS:
            yield block
        block = [line] if line is not None else []
    if len(block) >= _LEAST_ROWS:
        yield block


def _signed_lines(text: str) -> Iterator[Place]:
    """(start, end with its line end) of every line that may be a row: most lines have no bar, no line drawn and no gap
    behind a word."""
    end = 0
    while sign := _SIGN.search(text, end):
        start = max(text.rfind(mark, end, sign.start()) + 1 for mark in "\r\n") or end
        closing = _LINE_END.search(text, sign.start())
        end = closing.end() if closing else len(text)
        yield start, end


def _drawing(line: _Line) -> bool:
    return line.bars or line.rule


def _line(text: str, start: int, end: int) -> _Line | None:
    """A line as a row; None where it has one cell, or cells that no table has."""
    piece = text[start:end].rstrip("\r\n")
    end = start + len(piece)
    bars = len(_BAR.findall(piece))
    if bars >= 2 or (piece.strip() and _RULE.match(piece) and _DRAWN.search(piece)):
        if _RULE.match(piece):
            return _Line(start, end, (), rule=True)
        return _Line(start, end, _split(text, start, end, _BAR, drawn=True), bars=True)
    cells = _split(text, start, end, _GAP)
    if not 2 <= len(cells) <= _MOST_COLUMNS or _LEADER.search(piece):
        return None
    if any(high - low > _LONGEST_CELL or text[high - 1] in "。；，" for low, high in cells):
        return None
    return _Line(start, end, cells, tabs="\t" in piece.strip())


def _split(text: str, start: int, end: int, mark: re.Pattern[str], *, drawn: bool = False) -> tuple[Place, ...]:
    """The cells of a line; in a drawn one empty cells count, but for what is outside the outer bars."""
    edges = [(start, start), *(match.span() for match in mark.finditer(text, start, end)), (end, end)]
    cells = [_stripped(text, before[1], after[0]) for before, after in pairwise(edges)]
    if not drawn:
        return tuple(cell for cell in cells if cell != (0, 0))
    first = 1 if cells[0] == (0, 0) else 0
    last = len(cells) - 1 if cells[-1] == (0, 0) else len(cells)
    return tuple(cells[first:last])


def _stripped(text: str, start: int, end: int) -> Place:
    """A stretch without the blanks around it; (0, 0) where nothing else is in it."""
    while start < end and text[start] in _BLANK:
        start += 1
    while end > start and text[end - 1] in _BLANK:
        end -= 1
    return (start, end) if start < end else (0, 0)


# -- drawn with bars


def _drawn(text: str, block: Sequence[_Line]) -> RawTable | None:
    """The table of lines with bars: rows with the same number of cells, drawn lines between them left out."""
    rows = [line for line in block if line.bars]
    widths = Counter(len(line.cells) for line in rows)
    width = max(widths, key=lambda count: (widths[count], count), default=0)
    if len(rows) < 2 or not 2 <= width <= _MOST_COLUMNS or widths[width] < _ALIGNED * len(rows):
        return None
    ruled = any(line.rule for line in block)
    if not ruled and any(cell == (0, 0) for cell in rows[0].cells):
        return None
    grid = [(*line.cells[:width], *[(0, 0)] * (width - len(line.cells))) for line in rows]
    above = sum(line.bars for line in block[: _second_rule(block)]) if ruled else 0
    depth = above if 0 < above <= _DEEPEST_HEADER and above < len(grid) else _header_rows(text, grid)
    return _table(text, block, grid, depth)


def _second_rule(block: Sequence[_Line]) -> int:
    """The drawn line below the header: the first with rows above it."""
    seen = False
    for index, line in enumerate(block):
        seen = seen or line.bars
        if line.rule and seen:
            return index
    return 0


# -- set apart by blanks


def _spaced(text: str, block: Sequence[_Line]) -> RawTable | None:
    """The table of lines with gaps; None where they do not line up or may be something else."""
    widths = Counter(len(line.cells) for line in block)
    width = max(widths, key=lambda count: (widths[count], count))
    usual = [line for line in block if len(line.cells) == width]
    if len(usual) < max(2, _ALIKE * len(block)) or _is_other(text, block, usual):
        return None
    figures = _figure_columns(text, usual)
    if all(line.tabs for line in block) and len(usual) >= _ALIGNED * len(block):
        if not figures and len(usual) != len(block):
            return None
    elif not figures or not all(_aligned(text, usual, column) for column in range(width)):
        return None
    grid = [line.cells if len(line.cells) == width else _placed(text, line, usual[-1]) for line in block]
    depth = _header_rows(text, grid)
    grid[: max(0, depth - 1)] = [
        _spread(text, line, usual[-1], row) for line, row in zip(block[: depth - 1], grid, strict=False)
    ]
    return _table(text, block, grid, depth)


def _is_other(text: str, block: Sequence[_Line], usual: Sequence[_Line]) -> bool:
    """Whether the lines are fields of a form or a signature (labels with colons), or a table of contents."""
    cells = [text[low:high] for line in block for low, high in line.cells]
    if sum(_FIELD.match(cell) is not None for cell in cells) * 3 >= len(cells):
        return True
    if len(usual[0].cells) != 2:
        return False
    firsts, lasts = ([text[slice(*line.cells[index])] for line in usual] for index in (0, 1))
    pages = [int(last) for last in lasts if last.isdecimal() and len(last) < 4]
    numbered = sum(_NUMBERED.match(first) is not None for first in firsts)
    return len(pages) == len(lasts) and pages == sorted(pages) and numbered * 2 >= len(firsts)


def _figure_columns(text: str, rows: Sequence[_Line]) -> list[int]:
    """The columns but the first that hold figures in most rows below the first."""
    found = []
    for column in range(1, len(rows[0].cells)):
        figures = sum(_FIGURE.match(text[slice(*line.cells[column])]) is not None for line in rows[1:])
        if figures * 2 >= len(rows) - 1 and figures:
            found.append(column)
    return found


def _aligned(text: str, rows: Sequence[_Line], column: int) -> bool:
    """Whether the cells of a column begin, end or are centred at one place of the screen."""
    edges = [_edges(text, line, line.cells[column]) for line in rows]
    measures: tuple[Callable[[Place], float], ...] = (lambda e: e[0], lambda e: e[1], lambda e: (e[0] + e[1]) / 2)
    for measure in measures:
        values = sorted(measure(edge) for edge in edges)
        middle = values[len(values) // 2]
        near = sum(abs(value - middle) <= _TOLERANCE for value in values)
        if near >= max(_ALIGNED * len(values), min(len(values), _LEAST_ROWS)):
            return True
        if near >= len(values) - 1 >= _LEAST_ROWS - 1 and measure is not measures[2]:
            return True
    return False


def _edges(text: str, line: _Line, cell: Place) -> Place:
    """Where a cell begins and ends on the screen: wide characters take two places (UAX 11), a tab goes to the next
    eighth."""
    return _columns(text, line.start, cell[0]), _columns(text, line.start, cell[1])


def _columns(text: str, start: int, end: int) -> int:
    at = 0
    for char in text[start:end]:
        at = at // 8 * 8 + 8 if char == "\t" else at + (2 if east_asian_width(char) in "WF" else 1)
    return at


def _placed(text: str, line: _Line, model: _Line) -> tuple[Place, ...]:
    """The cells of a row with more or fewer cells than others, each in the column that it stands nearest to."""
    columns = [_edges(text, model, cell) for cell in model.cells]
    placed: list[Place] = [(0, 0)] * len(columns)
    for cell in line.cells:
        low, high = _edges(text, line, cell)
        nearest = min(range(len(columns)), key=lambda index: _distance(columns[index], (low, high)))
        before = placed[nearest]
        placed[nearest] = cell if before == (0, 0) else (before[0], cell[1])
    return tuple(placed)


def _spread(text: str, line: _Line, model: _Line, row: Sequence[Place]) -> tuple[Place, ...]:
    """A row above the last of the header with its cells over all columns of their group: those nearest to them."""
    columns = [_edges(text, model, cell) for cell in model.cells]
    edges = {cell: _edges(text, line, cell) for cell in row[1:] if cell != (0, 0)}
    if not edges:
        return tuple(row)
    spread = [
        cell if cell != (0, 0) else min(edges, key=lambda other: abs(sum(columns[index]) - sum(edges[other])))
        for index, cell in enumerate(row[1:], 1)
    ]
    return (row[0], *spread)


def _distance(column: Place, cell: Place) -> tuple[int, int]:
    apart = max(0, max(column[0], cell[0]) - min(column[1], cell[1]))
    return apart, abs(column[0] + column[1] - cell[0] - cell[1])


# -- both


def _header_rows(text: str, grid: Sequence[Sequence[Place]]) -> int:
    """How many rows stand above the first with a figure that is no year; one where none has any."""
    depth = 0
    limit = min(_DEEPEST_HEADER, len(grid) - 1)
    while depth < limit and not any(_is_value(text[slice(*cell)]) for cell in grid[depth][1:]):
        depth += 1
    any_figures = any(_is_value(text[slice(*cell)]) for row in grid for cell in row[1:])
    return depth if any_figures else min(1, limit)


def _is_value(cell: str) -> bool:
    return _FIGURE.match(cell) is not None and not _YEAR.match(cell)


def _table(text: str, block: Sequence[_Line], grid: Sequence[Sequence[Place]], depth: int) -> RawTable:
    start, end = block[0].start, block[-1].end
    return RawTable(tuple(map(tuple, grid)), depth, _caption(text, start), start, end)


def _caption(text: str, start: int) -> Place | None:
    """The line above that says 表1, a line with the unit between the two passed over."""
    above = text[max(0, start - 200) : start]
    lines = above.splitlines(keepends=True)[-2:]
    at = start
    for line in reversed(lines):
        at -= len(line)
        place = _stripped(text, at, at + len(line))
        if place != (0, 0) and place[1] - place[0] <= _LONGEST_CELL and _CAPTION.match(text, *place):
            return place
    return None
