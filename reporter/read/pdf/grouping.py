"""The flow of a file → groups: the lines of a paragraph or a footnote, the parts of a table, over pages and columns."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from reporter.read.pdf.flow import Body, Flow, Item, Running
from reporter.read.pdf.gridding import TableBlock, figures
from reporter.read.pdf.lines import Line
from reporter.read.pdf.notes import Note
from reporter.read.pdf.paragraphs import Style, goes_on
from reporter.read.pdf.parts import rejoined

_CONTINUED = re.compile(r"[（(]?续\s*(?:上\s*)?(?:表|前)|.{0,40}[（(]续(?:表)?\s*[\d一二三四五]*[）)]$")
_UNIT = re.compile(r"[（(]?(?:计量)?单位[：:]")
_SAME_EDGE = 6.0  # points by which the columns of a table that goes on may differ


@dataclass(slots=True)
class Paragraph:
    """Lines of one paragraph, and behind each the running lines that follow it."""

    lines: list[tuple[Body, list[Running]]]


@dataclass(slots=True)
class NoteGroup:
    """The lines of one footnote."""

    lines: list[Line]


@dataclass(slots=True)
class TableGroup:
    """The parts of one table; before each the lines that stand between it and the part before."""

    parts: list[tuple[list[Line], TableBlock]]


Group = Paragraph | NoteGroup | TableGroup | Running


def groups_of(flow: Flow, style: Style) -> list[Group]:
    """The flow's items grouped: paragraphs and tables over pages are one group; the notes of a page stand behind the
    paragraph or table that goes over its foot."""
    grouping = _Grouping(style)
    for item in flow.items:
        grouping.add(item)
    grouping.close()
    return grouping.done


@dataclass(slots=True)
class _Grouping:
    style: Style
    done: list[Group] = field(default_factory=list)
    open: Paragraph | TableGroup | None = None
    running: list[Running] = field(default_factory=list)
    notes: list[NoteGroup] = field(default_factory=list)
    between: list[Body] = field(default_factory=list)

    def add(self, item: Item) -> None:
        """Take the next item of the flow."""
        if isinstance(item, Running):
            self.running.append(item)
        elif isinstance(item, Note):
            if item.opens or not self.notes:
                self.notes.append(NoteGroup([]))
            self.notes[-1].lines.append(item.line)
        elif isinstance(item, TableBlock):
            self._table(item)
        else:
            self._body(item)

    def _body(self, item: Body) -> None:
        if isinstance(self.open, TableGroup) and self._may_lie_between(item):
            self.between.append(item)
            return
        if isinstance(self.open, Paragraph) and goes_on(
            [body for body, _ in self.open.lines[:1] + self.open.lines[1:][-1:]], item, self.style
        ):
            self.open.lines[-1][1].extend(self.running)
            self.running = []
            self.open.lines.append((item, []))
            return
        self._flush()
        self.open = Paragraph([(item, [])])

    def _may_lie_between(self, item: Body) -> bool:
        """Whether a line may be the caption of a table that goes on: 续表, and its unit."""
        last = self.open.parts[-1][1] if isinstance(self.open, TableGroup) else None
        if last is None or item.line.page != last.page + 1 or len(self.between) >= 2:
            return False
        return bool(_CONTINUED.match(item.text)) or bool(_UNIT.match(item.text) and self.between)

    def _table(self, item: TableBlock) -> None:
        if isinstance(self.open, TableGroup) and continues(self.open.parts[-1][1], item):
            lines = [*(running.line for running in self.running), *(body.line for body in self.between)]
            first, (before, last) = self.open.parts[0][1], self.open.parts[-1]
            last, item = rejoined(last, item, repeated_rows(first, item))
            self.open.parts[-1] = (before, last)
            self.open.parts.append((lines, item))
            self.running, self.between = [], []
            return
        self._flush()
        self.open = TableGroup([([], item)])

    def _flush(self) -> None:
        """Close what is open: behind it its notes and what ran over the page."""
        between, self.between = self.between, []
        if self.open:
            self.done.append(self.open)
            self.open = None
        self.done += self.notes
        self.done += self.running
        self.notes, self.running = [], []
        self.done += [Paragraph([(body, [])]) for body in between]

    def close(self) -> None:
        """Take the end of the file."""
        self._flush()


def continues(one: TableBlock, two: TableBlock) -> bool:
    """Whether a table goes on in the first table of the next page: the same columns."""
    if two.page != one.page + 1 or one.ruled != two.ruled or len(one.cells[0]) != len(two.cells[0]):
        return False
    shift = two.xs[0] - one.xs[0]
    return len(one.xs) == len(two.xs) and all(
        abs(b - a - shift) <= _SAME_EDGE for a, b in zip(one.xs, two.xs, strict=True)
    )


def _head(table: TableBlock) -> tuple[tuple[str, ...], ...]:
    return tuple(tuple(cell.text if cell else "" for cell in row) for row in table.cells[: table.header_rows])


def repeated_rows(one: TableBlock, two: TableBlock) -> int:
    """How many rows at the head of the second part repeat the first part's heading."""
    words = [tuple(cell.text if cell else "" for cell in row) for row in two.cells]
    head = list(_head(one)) or [tuple(cell.text if cell else "" for cell in one.cells[0])]
    return len(head) if words[: len(head)] == head and len(words) > len(head) and any(map(any, head)) else 0


def header_rows(table: TableGroup) -> int:
    """How many rows of a table are headings: as its first part says; else one where only the first row has no figures
    behind its first cell, as in a table whose head stands alone before a page break."""
    first = table.parts[0][1]
    if first.header_rows or first.ruled:
        return first.header_rows
    rows = [row for _, part in table.parts for row in part.cells]
    return int(len(rows) > 1 and not figures(rows[0][1:]) and all(figures(row[1:]) for row in rows[1:]))
