"""The flow of a file → RawText: paragraphs, tables and notes written line by line, what runs over the pages dropped."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from reporter.model import Edit, Locator, Mark, RawTable
from reporter.read.captions import LineAbove, opens_text, own_lines
from reporter.read.composer import Composer, GridCell, LineKind
from reporter.read.pdf.content import Bookmark, View
from reporter.read.pdf.flow import Body, Flow, Running
from reporter.read.pdf.gridding import CellBlock, TableBlock
from reporter.read.pdf.grouping import Group, NoteGroup, Paragraph, TableGroup, groups_of, header_rows, repeated_rows
from reporter.read.pdf.headings import Block, levels_of, may_be_title, title_of
from reporter.read.pdf.lines import Line
from reporter.read.pdf.paragraphs import Style, joint, style_of

_MOST_ABOVE = 6  # lines before a table are looked at


@dataclass(slots=True)
class PdfComposer(Composer):
    """A composer that also writes lines that the clean text does not have, and paragraphs of several lines."""

    views: dict[int, View] = field(default_factory=dict)
    above: list[tuple[LineAbove, tuple[int, int]]] = field(default_factory=list)
    is_opened: bool = False

    def locator(self, line: Line | CellBlock, page: int) -> Locator:
        """Where a line stands on its page, in tenths of a point."""
        left, top, right, bottom = self.views[page].back(line.box)
        return Locator(page=page, box=(round(left, 1), round(top, 1), round(right, 1), round(bottom, 1)))

    def dropped(self, line: Line, rule: str = "pdf-running") -> None:
        """Write a line that is no part of the clean text."""
        start = self.length
        self._written(line.text, self.locator(line, line.page))
        self._add("\n")
        self.edits.append(Edit(start, self.length, f"{line.text}\n", "", rule))

    def paragraph(self, paragraph: Paragraph, style: Style, kind: LineKind = "paragraph", level: int = 0) -> None:
        """Write the lines of a paragraph, joined by edits."""
        start = end = self.length
        last = len(paragraph.lines) - 1
        for index, (body, running) in enumerate(paragraph.lines):
            begins = self.length
            _, end = self._written(body.text, self.locator(body.line, body.line.page))
            cut, sign = (0, "\n") if index == last else joint(body.text, paragraph.lines[index + 1][0].text, style)
            self._without_marks(body, begins, cut)
            self._joined(body.text, cut, sign, index == last)
            for item in running:
                self.dropped(item.line)
        self.marks.append(Mark(kind, start, end, level))
        self._note_line(LineAbove("".join(body.text for body, _ in paragraph.lines), kind == "paragraph"), (start, end))

    def _note_line(self, line: LineAbove, place: tuple[int, int]) -> None:
        """Keep a line for a table below it."""
        if len(self.above) == _MOST_ABOVE:
            first, _ = self.above.pop(0)
            self.is_opened = self.is_opened or opens_text(first)
        self.above.append((line, place))

    def _caption_above(self) -> tuple[tuple[int, int] | None, int]:
        """(caption, where the table's own lines begin) of a table that is written now; no line so far is one of a table
        to come."""
        lines = [line for line, _ in self.above]
        starts = [*(place[0] for _, place in self.above), self.length]
        first, caption = own_lines(lines, is_opened=self.is_opened or any(map(opens_text, lines[:-1])))
        found = None if caption is None else self.above[caption][1], starts[first]
        self.above, self.is_opened = [], True
        return found

    def _joined(self, text: str, cut: int, sign: str, is_last: bool) -> None:
        """Write the line feed behind a line, and the edit that joins it with the next."""
        self._add("\n")
        if not is_last:
            original = f"{text[len(text) - cut :]}\n"
            self.edits.append(Edit(self.length - len(original), self.length, original, sign, "pdf-line"))

    def _without_marks(self, body: Body, begins: int, cut: int) -> None:
        """Drop the references to footnotes."""
        for start, end in body.marks:
            if end <= len(body.text) - cut:
                self.edits.append(Edit(begins + start, begins + end, body.text[start:end], "", "pdf-note"))

    def note(self, note: NoteGroup, style: Style) -> None:
        """Write a footnote as an aside."""
        start = self.length
        end = start
        for index, line in enumerate(note.lines):
            _, end = self._written(line.text, self.locator(line, line.page))
            is_last = index == len(note.lines) - 1
            cut, sign = (0, "\n") if is_last else joint(line.text, note.lines[index + 1].text, style)
            self._joined(line.text, cut, sign, is_last)
        self.marks.append(Mark("aside", start, end))
        self.above, self.is_opened = [], True

    def parts(self, table: TableGroup) -> None:
        """Write a table that may go over several pages: heading rows that come again are dropped."""
        caption, start = self._caption_above()
        first = table.parts[0][1]
        rows: list[tuple[tuple[int, int], ...]] = []
        for between, part in table.parts:
            for line in between:
                self.dropped(line)
            repeated = 0 if part is first else repeated_rows(first, part)
            rows += self._rows(part, repeated)
        self.tables.append(RawTable(tuple(rows), header_rows(table), caption, start, self.length))

    def _rows(self, part: TableBlock, repeated: int) -> list[tuple[tuple[int, int], ...]]:
        cells: dict[int, GridCell] = {}
        for cell in (cell for row in part.cells for cell in row if cell):
            cells.setdefault(id(cell), GridCell(cell.text, self.locator(cell, part.page)))
        written: dict[int, tuple[int, int]] = {}
        rows = []
        for index, row in enumerate(part.cells):
            start = self.length
            row_cells = self._row([cells[id(cell)] if cell else None for cell in row], written)
            if index < repeated:
                original = "".join(self._pieces)[start:]
                self.edits.append(Edit(start, self.length, original, "", "pdf-running"))
            else:
                rows.append(row_cells)
        return rows


def compose(flow: Flow, outline: Sequence[Bookmark]) -> PdfComposer:
    """The whole flow written."""
    style = style_of([item for item in flow.items if isinstance(item, Body)], flow.size)
    groups = _with_whole_title(groups_of(flow, style), style)
    composer = PdfComposer(views=flow.views)
    paragraphs = [index for index, group in enumerate(groups) if isinstance(group, Paragraph)]
    blocks = [_block(groups[index]) for index in paragraphs]
    title = title_of(blocks, style)
    levels = levels_of(blocks, title, style, outline, _above_tables(groups, paragraphs))
    numbers = {index: number for number, index in enumerate(paragraphs)}
    for index, group in enumerate(groups):
        _write(composer, group, style, numbers.get(index, -1), title, levels)
    return composer


def _above_tables(groups: Sequence[Group], paragraphs: Sequence[int]) -> frozenset[int]:
    """The numbers of the paragraphs that stand right above a table."""
    return frozenset(
        number
        for number, index in enumerate(paragraphs)
        if any(isinstance(group, TableGroup) for group in groups[index + 1 : index + 3])
    )


def _with_whole_title(groups: list[Group], style: Style) -> list[Group]:
    """The groups with all lines of the title in one paragraph."""
    places = [index for index, group in enumerate(groups) if isinstance(group, Paragraph)]
    title = title_of([_block(groups[index]) for index in places], style)
    if title is None:
        return groups
    first = last = places[title]
    while last + 1 < len(groups) and _is_title_too(_block(groups[first]), groups[last + 1]):
        last += 1
    lines = [line for group in groups[first : last + 1] if isinstance(group, Paragraph) for line in group.lines]
    return [*groups[:first], Paragraph(lines), *groups[last + 1 :]]


def _is_title_too(title: Block, group: Group) -> bool:
    """Whether a group goes on with the title: set like it, below it on the same page, in the same middle."""
    if not isinstance(group, Paragraph):
        return False
    block = _block(group)
    one, two = title.lines[-1], block.lines[0]
    middles = (one.line.left + one.line.right) / 2 - (two.line.left + two.line.right) / 2
    return (
        block.look == title.look
        and one.line.page == two.line.page
        and may_be_title(block)
        and abs(middles) < one.line.size
        and len(title.text) + len(block.text) <= 120
    )


def _block(group: Group) -> Block:
    """A paragraph as a block; of another group, one without lines."""
    return Block(tuple(body for body, _ in group.lines) if isinstance(group, Paragraph) else ())


def _write(
    composer: PdfComposer, group: Group, style: Style, number: int, title: int | None, levels: dict[int, int]
) -> None:
    if isinstance(group, Running):
        composer.dropped(group.line)
    elif isinstance(group, NoteGroup):
        composer.note(group, style)
    elif isinstance(group, TableGroup):
        composer.parts(group)
    elif number == title:
        composer.paragraph(group, style, "title")
    elif number in levels:
        composer.paragraph(group, style, "heading", levels[number])
    else:
        composer.paragraph(group, style)
