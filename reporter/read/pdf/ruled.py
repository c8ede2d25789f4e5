"""Rules → tables: the grid that the lines of a table draw, merged cells included, open sides closed."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from reporter.read.pdf.content import Box, Rule

_SNAP = 3.0  # points: lines so near are one line
_REACH = 4.0  # points: a line that ends so near another meets it
_COVERED = 0.6  # of a cell's side must be ruled for it to be a wall
_MOST_RULES = 4000  # of a page: a map or a chart draws more
_MOST_LINES = 400  # of a grid, in each direction


@dataclass(frozen=True, slots=True)
class Frame:
    """The grid of a ruled table: the places of its lines and, for every elementary field in rows, the number of the
    cell that it belongs to."""

    xs: tuple[float, ...]
    ys: tuple[float, ...]
    cells: tuple[tuple[int, ...], ...]

    @property
    def box(self) -> Box:
        """The table's box."""
        return self.xs[0], self.ys[0], self.xs[-1], self.ys[-1]

    def field(self, x: float, y: float) -> tuple[int, int] | None:
        """Row and column of the field that a point lies in; None outside."""
        column, row = bisect_left(self.xs, x) - 1, bisect_left(self.ys, y) - 1
        inside = 0 <= column < len(self.xs) - 1 and 0 <= row < len(self.ys) - 1
        return (row, column) if inside else None


def frames_of(rules: Sequence[Rule]) -> list[Frame]:
    """The grids that the rules draw, from top to bottom: two rows and two columns at least."""
    merged = _merged(rules)
    if len(merged) > _MOST_RULES:
        return []
    frames = [_frame(group) for group in _groups(merged)]
    return sorted((frame for frame in frames if frame), key=lambda frame: (frame.ys[0], frame.xs[0]))


def _merged(rules: Iterable[Rule]) -> list[Rule]:
    """Rules of one line that touch or overlap made one."""
    lying = sorted((rule for rule in rules if rule.horizontal), key=lambda rule: (rule.top, rule.x0))
    standing = sorted((rule for rule in rules if not rule.horizontal), key=lambda rule: (rule.x0, rule.top))
    across = _chained([(rule.top, rule.x0, rule.x1) for rule in lying])
    down = _chained([(rule.x0, rule.top, rule.bottom) for rule in standing])
    return [Rule(low, at, high, at) for at, low, high in across] + [Rule(at, low, at, high) for at, low, high in down]


def _chained(stretches: list[tuple[float, float, float]]) -> list[tuple[float, float, float]]:
    """(place, from, to), sorted by place: those of nearly one place that touch made one."""
    chained: list[tuple[float, float, float]] = []
    level: list[tuple[float, float, float]] = []
    for stretch in [*stretches, (float("inf"), 0.0, 0.0)]:
        if level and stretch[0] - level[-1][0] > _SNAP / 2:
            at = sum(place for place, _, _ in level) / len(level)
            chained += [(at, low, high) for low, high in _united([(low, high) for _, low, high in level])]
            level = []
        level.append(stretch)
    return chained


def _united(stretches: list[tuple[float, float]]) -> list[tuple[float, float]]:
    united: list[tuple[float, float]] = []
    for low, high in sorted(stretches):
        if united and low <= united[-1][1] + _SNAP:
            united[-1] = (united[-1][0], max(united[-1][1], high))
        else:
            united.append((low, high))
    return united


def _groups(rules: list[Rule]) -> list[list[Rule]]:
    """Rules that meet, directly or over others, in groups."""
    parent = list(range(len(rules)))

    def root(index: int) -> int:
        while parent[index] != index:
            parent[index] = parent[parent[index]]
            index = parent[index]
        return index

    down = [index for index, rule in enumerate(rules) if not rule.horizontal]
    tops = sorted((rules[index].top, index) for index in range(len(rules)) if rules[index].horizontal)
    for standing in down:
        rule = rules[standing]
        at = bisect_left(tops, (rule.top - _REACH, -1))
        while at < len(tops) and tops[at][0] <= rule.bottom + _REACH:
            lying = rules[tops[at][1]]
            if lying.x0 - _REACH <= rule.x0 <= lying.x1 + _REACH:
                parent[root(standing)] = root(tops[at][1])
            at += 1
    groups: dict[int, list[Rule]] = {}
    for index, rule in enumerate(rules):
        groups.setdefault(root(index), []).append(rule)
    return list(groups.values())


def _frame(group: list[Rule]) -> Frame | None:
    """The grid of a group of rules that meet; None where it is no table."""
    lying = [rule for rule in group if rule.horizontal]
    standing = [rule for rule in group if not rule.horizontal]
    if len(lying) < 2 or not standing:
        return None
    left, right = min(rule.x0 for rule in lying), max(rule.x1 for rule in lying)
    xs = _places([*(rule.x0 for rule in standing), left, right])
    ys = _places([*(rule.top for rule in lying), min(r.top for r in standing), max(r.bottom for r in standing)])
    if not (3 <= len(xs) <= _MOST_LINES and 3 <= len(ys) <= _MOST_LINES):
        return None
    cells = _cells(xs, ys, lying, standing)
    numbers = {number for row in cells for number in row}
    columns = max(len(set(row)) for row in cells)
    return Frame(tuple(xs), tuple(ys), cells) if len(numbers) >= 4 and columns >= 2 else None


def _places(places: list[float]) -> list[float]:
    """The places in order, those nearer than the snap to the one before left out."""
    kept: list[float] = []
    for place in sorted(places):
        if not kept or place - kept[-1] > _SNAP:
            kept.append(place)
    return kept


def _cells(xs: list[float], ys: list[float], lying: list[Rule], standing: list[Rule]) -> tuple[tuple[int, ...], ...]:
    """The number of the cell of every field: fields without a wall between them are one cell."""
    rows, columns = len(ys) - 1, len(xs) - 1
    floors = _walls(ys, xs, [(rule.top, rule.x0, rule.x1) for rule in lying])
    sides = _walls(xs, ys, [(rule.x0, rule.top, rule.bottom) for rule in standing])
    number = [[-1] * columns for _ in range(rows)]
    count = 0
    for row in range(rows):
        for column in range(columns):
            if number[row][column] >= 0:
                continue
            width = 1
            while column + width < columns and number[row][column + width] < 0 and not sides[column + width][row]:
                width += 1
            height = 1
            while row + height < rows and _goes_down(floors, sides, row + height, column, width):
                height += 1
            for i in range(row, row + height):
                number[i][column : column + width] = [count] * width
            count += 1
    return tuple(map(tuple, number))


def _goes_down(floors: list[list[bool]], sides: list[list[bool]], row: int, column: int, width: int) -> bool:
    """Whether a cell of that width goes on in this row: no floor above it, no wall inside."""
    return not any(floors[row][column : column + width]) and not any(
        sides[inner][row] for inner in range(column + 1, column + width)
    )


def _walls(places: list[float], ends: list[float], stretches: list[tuple[float, float, float]]) -> list[list[bool]]:
    """``walls[i][j]``: whether the line at ``places[i]`` is ruled between ``ends[j]`` and ``ends[j + 1]``."""
    covered = [[0.0] * (len(ends) - 1) for _ in places]
    for place, low, high in stretches:
        index = min(range(len(places)), key=lambda i: abs(places[i] - place))
        for j in range(max(0, bisect_left(ends, low) - 1), len(ends) - 1):
            if ends[j] >= high:
                break
            covered[index][j] += max(0.0, min(high, ends[j + 1]) - max(low, ends[j]))
    return [[length >= _COVERED * (ends[j + 1] - ends[j]) for j, length in enumerate(row)] for row in covered]
