"""The text of a file that is none: a reader of DOCX, PDF or sheets says line by line what stands there, and the
composer writes the source, with the marks, tables and places that count it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Literal

from reporter.model import Edit, Finding, Ledger, Locator, Mark, Place, RawTable, RawText

LineKind = Literal["title", "heading", "paragraph", "item", "aside"]


@dataclass(frozen=True, slots=True)
class GridCell:
    """A table's cell: its text in one line and where it stands in the file. A merged cell is one object, repeated in
    every position that it covers."""

    text: str
    locator: Locator | None = None


Grid = Sequence[Sequence[GridCell | None]]
"""Rows of a table, equal in length; None is an empty position."""


@dataclass(slots=True)
class Composer:
    """A source that grows by lines.

    Every line ends in a line feed. What is added is written as it is but for line feeds inside a line, which become
    blanks: one line of the source is one line of the file, or one of its paragraphs.
    """

    edits: list[Edit] = field(default_factory=list)
    marks: list[Mark] = field(default_factory=list)
    tables: list[RawTable] = field(default_factory=list)
    places: list[Place] = field(default_factory=list)
    _pieces: list[str] = field(default_factory=list)
    _length: int = 0

    @property
    def length(self) -> int:
        """How long the source is so far: where the next line begins."""
        return self._length

    def line(
        self, text: str, kind: LineKind = "paragraph", level: int = 0, locator: Locator | None = None
    ) -> tuple[int, int]:
        """Add a line; (start, end) of it in the source, without its line feed."""
        start, end = self._written(_flat(text), locator)
        self._add("\n")
        self.marks.append(Mark(kind, start, end, level))
        return start, end

    def table(self, grid: Grid, header_rows: int = 0, caption: tuple[int, int] | None = None) -> RawTable:
        """Add a table: a line a row, its cells one tab apart, a merged cell written where it begins.

        Args:
            grid: rows of equal length, at least one.
            header_rows: how many of the first rows are headings.
            caption: where in the source its caption stands.
        """
        start = self._length
        written: dict[int, tuple[int, int]] = {}
        rows = tuple(self._row(row, written) for row in grid)
        table = RawTable(rows, header_rows, caption, start, self._length)
        self.tables.append(table)
        return table

    def _row(self, row: Sequence[GridCell | None], written: dict[int, tuple[int, int]]) -> tuple[tuple[int, int], ...]:
        begins = self._length
        for cell in row:
            if cell is not None and id(cell) not in written and cell.text.strip():
                if self._length > begins:
                    self._add("\t")
                written[id(cell)] = self._written(_flat(cell.text), cell.locator)
        self._add("\n")
        return tuple(written.get(id(cell), (0, 0)) if cell is not None else (0, 0) for cell in row)

    def _written(self, text: str, locator: Locator | None) -> tuple[int, int]:
        start = self._length
        self._add(text)
        if locator is not None and text:
            self.places.append(Place(start, self._length, locator))
        return start, self._length

    def _add(self, text: str) -> None:
        self._pieces.append(text)
        self._length += len(text)

    def source(self) -> str:
        """All lines so far."""
        return "".join(self._pieces)

    def raw_text(
        self,
        shown: str,
        sha256: str,
        file_format: str,
        metadata: Sequence[tuple[str, str]] = (),
        findings: Sequence[Finding] = (),
    ) -> RawText:
        """The file as read; ``edits``, in offsets of the source, are the reader's own."""
        return RawText(
            shown,
            sha256,
            file_format,
            "utf-8",
            Ledger(self.source(), self.edits),
            tuple(self.marks),
            tuple(self.tables),
            tuple(metadata),
            tuple(findings),
            tuple(self.places),
        )


def _flat(text: str) -> str:
    """The text in one line."""
    return " ".join(part for part in text.splitlines() if part) if "\n" in text or "\r" in text else text
