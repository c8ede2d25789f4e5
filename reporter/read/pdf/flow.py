"""Pages → one flow of items in reading order: lines of the body with the margins that they stand between, tables,
footnotes, and what runs over the pages."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from statistics import median

from reporter.read.pdf.aligned import AlignedTable, aligned_tables
from reporter.read.pdf.columns import Column, Row, columns_of
from reporter.read.pdf.content import PageContent, Rule, View
from reporter.read.pdf.gridding import TableBlock, aligned_block, ruled_blocks
from reporter.read.pdf.lines import Line, line_of, lines_of, merged
from reporter.read.pdf.notes import Note, bare_mark, mark_of, note_items, note_rows
from reporter.read.pdf.parts import fitting_row, stacked
from reporter.read.pdf.running import PageRows, body_size, running_rows, without_watermarks

_FEW = 5  # lines that a page must have for its own margins to count
_MANY = 15  # from so many on a line that reaches out alone does not count
_SHARE = 0.15  # of the lines begin at the left margin, one more at least


@dataclass(frozen=True, slots=True)
class Body:
    """A line of the text between its margins; ``column`` numbers the columns of the file. ``marks`` are the stretches
    of it that refer to footnotes of its page, ``pieces`` what wide gaps part."""

    line: Line
    left: float
    right: float
    column: int
    marks: tuple[tuple[int, int], ...] = ()
    pieces: tuple[Line, ...] = ()

    @property
    def text(self) -> str:
        """Its words."""
        return self.line.text

    @property
    def indent(self) -> float:
        """How far from the left margin it begins, in ems."""
        return (self.line.left - self.left) / self.line.size

    @property
    def room(self) -> float:
        """How far before the right margin it ends, in ems."""
        return (self.right - self.line.right) / self.line.size

    @property
    def centred(self) -> bool:
        """Whether it stands in the middle, away from both margins."""
        return self.indent >= 2.4 and self.room >= 2.2 and abs(self.indent - self.room) <= 1.6


@dataclass(frozen=True, slots=True)
class Running:
    """A line that runs over the pages and is no part of the text."""

    line: Line


Item = Body | Running | Note | TableBlock


@dataclass(frozen=True, slots=True)
class Flow:
    """All items in reading order, the body's font size, and the views of the pages by their number."""

    items: tuple[Item, ...]
    size: float
    views: dict[int, View]


def flow_of(pages: Sequence[PageContent]) -> Flow:
    """The items of all pages."""
    size = body_size(pages)
    contents = without_watermarks(pages, size)
    blocks = [ruled_blocks(content) for content in contents]
    rows = [_rows(content, taken) for content, (_, taken) in zip(contents, blocks, strict=True)]
    running = running_rows(rows)
    margins = _margins([_unruled(page, run) for page, run in zip(rows, running, strict=True)])
    items: list[Item] = []
    column = 0
    for page, run, (tables, _), sides in zip(rows, running, blocks, margins, strict=True):
        for item in _page_items(page, run, tables, size, sides, column):
            items.append(item)
            column = max(column, item.column) if isinstance(item, Body) else column
        column += 1
    return Flow(tuple(_adopted(items)), size, {content.number: content.view for content in contents})


def _adopted(items: list[Item]) -> list[Item]:
    """The items, rows of a table without rules that stand alone before or behind a page break made parts of it."""
    for step in (1, -1):
        kept: list[Item] = []
        held: list[Item] = []
        table: TableBlock | None = None
        for item in items[::step]:
            if isinstance(item, Running | Note):
                held.append(item)
                continue
            row = _row_of(table, item, step) if table else None
            kept += held
            held = []
            if row and table:
                kept, table = _with_row(kept, table, row, step)
                continue
            kept.append(item)
            table = item if isinstance(item, TableBlock) and not item.ruled else None
        items = [*kept, *held][::step]
    return items


def _row_of(table: TableBlock, item: Item, step: int) -> TableBlock | None:
    """An item as a row of the table, if it stands on the next page (step 1) or the one before (-1) and fits."""
    beyond = isinstance(item, Body) and item.line.page in (table.page, table.page + step) and len(item.pieces) > 1
    return fitting_row(table, item.pieces) if beyond and isinstance(item, Body) else None


def _with_row(kept: list[Item], table: TableBlock, row: TableBlock, step: int) -> tuple[list[Item], TableBlock]:
    """The items with one more row: in the part of its page, or as a new part."""
    if row.page != table.page:
        return [*kept, row], row
    upper, lower = (table, row) if step == 1 else (row, table)
    whole = stacked(upper, lower)
    return [whole if item is table else item for item in kept], whole


def _rows(content: PageContent, taken: frozenset[int]) -> PageRows:
    """The rows of what stands outside the ruled tables."""
    free = (glyph for index, glyph in enumerate(content.glyphs) if index not in taken)
    rows = tuple(tuple(pieces) for pieces in lines_of(free, content.number))
    return PageRows(content, rows, tuple(merged(row) for row in rows))


def _unruled(page: PageRows, running: frozenset[int]) -> list[Line]:
    return [line for index, line in enumerate(page.lines) if index not in running]


def _margins(pages: Sequence[Sequence[Line]]) -> list[tuple[float, float]]:
    """The left and right margin of each page; of all pages where one has too few lines to tell."""
    own = [_sides(lines) for lines in pages]
    known = [sides for sides in own if sides]
    if not known:
        every = [line for lines in pages for line in lines]
        low = min((line.left for line in every), default=0.0)
        known = [(low, max((line.right for line in every), default=low))]
    usual = median(left for left, _ in known), median(right for _, right in known)
    return [sides or usual for sides in own]


def _sides(lines: Sequence[Line]) -> tuple[float, float] | None:
    """The edges that several lines reach."""
    if len(lines) < _FEW:
        return None
    em = median(line.size for line in lines)
    lefts, rights = sorted(line.left for line in lines), sorted((line.right for line in lines), reverse=True)
    beside = max(1, round(_SHARE * len(lines)))
    left = next((at for at, other in zip(lefts, lefts[beside:], strict=False) if other - at < 0.5 * em), lefts[0])
    right = next((at for at, other in zip(rights, rights[2:], strict=False) if at - other < 1.1 * em), rights[0])
    if len(lines) < _MANY:
        right = rights[0]
    return (left, right) if right - left > 8 * em else None


def _page_items(
    page: PageRows,
    running: frozenset[int],
    tables: Sequence[TableBlock],
    size: float,
    sides: tuple[float, float],
    column: int,
) -> Iterator[Item]:
    """The items of a page in reading order: what runs at the head, the body, the notes, what runs at the foot."""
    body = [index for index in range(len(page.rows)) if index not in running]
    notes = note_rows(page, body, size)
    first = body[0] if body else len(page.rows)
    yield from (Running(page.lines[index]) for index in sorted(running) if index < first)
    stand_ins = [_stand_in(table) for table in tables]
    standing = {id(line): table for line, table in zip(stand_ins, tables, strict=True)}
    rows: list[Row] = [page.rows[index] for index in body if index not in notes]
    rows += [(line,) for line in stand_ins]
    marks = {mark for index in notes if (mark := mark_of(page.lines[index].text))}
    for number, part in enumerate(columns_of(rows)):
        for item in _column_items(part, standing, sides, column + number, page.content):
            yield _marked(item, marks) if isinstance(item, Body) and marks else item
    yield from note_items(page, sorted(notes))
    yield from (Running(page.lines[index]) for index in sorted(running) if index > first)
    yield from _across(page.content)


def _stand_in(table: TableBlock) -> Line:
    """An empty line that keeps a ruled table's place among the rows."""
    first = next(cell for row in table.cells for cell in row if cell)
    return replace(first.line, text="", box=table.box, base=table.box[1], raised=(), glyphs=())


def _column_items(
    column: Column, standing: dict[int, TableBlock], sides: tuple[float, float], number: int, content: PageContent
) -> Iterator[Body | TableBlock]:
    left, right = column.sides or sides
    tables = {table.first: table for table in aligned_tables(column.rows, _bands(content.rules))}
    at = 0
    while at < len(column.rows):
        table: AlignedTable | None = tables.get(at)
        if table:
            yield aligned_block(table, content.number)
            at = table.last
            continue
        row = column.rows[at]
        at += 1
        if id(row[0]) in standing:
            yield standing[id(row[0])]
        else:
            yield Body(merged(row), left, right, number, pieces=row)


def _bands(rules: Sequence[Rule]) -> list[tuple[float, ...]]:
    """The heights of three and more level rules of the same ends, no upright one near them (三线表)."""
    lying = [rule for rule in rules if rule.horizontal and rule.x1 - rule.x0 > 100]
    standing = [rule for rule in rules if not rule.horizontal]
    groups: list[list[Rule]] = []
    for rule in sorted(lying, key=lambda rule: (rule.top, rule.x0)):
        for group in groups:
            if abs(group[0].x0 - rule.x0) < 4 and abs(group[0].x1 - rule.x1) < 4:
                group.append(rule)
                break
        else:
            groups.append([rule])
    bands = [tuple(rule.top for rule in group) for group in groups if len(group) >= 3]
    return [band for band in bands if not any(rule.top < band[-1] and rule.bottom > band[0] for rule in standing)]


def _marked(body: Body, marks: set[str]) -> Body:
    """The line with the stretches that refer to notes."""
    found = tuple((start, end) for start, end in body.line.raised if bare_mark(body.line.text[start:end]) in marks)
    return replace(body, marks=found) if found else body


def _across(content: PageContent) -> Iterator[Running]:
    """What stands across the page, in one line."""
    ink = [glyph for glyph in content.across if not glyph.text.isspace()]
    if ink:
        line = line_of(ink, (), content.number)
        yield Running(replace(line, text="".join(glyph.text for glyph in ink)))
