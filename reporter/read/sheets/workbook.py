"""Sheets → RawText: the parts of every sheet written as lines and tables, each with its place."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Sequence
from dataclasses import replace

from reporter.errors import ReadError
from reporter.model import Locator, RawText, Saying
from reporter.read.composer import Composer
from reporter.read.plain import has_text
from reporter.read.sheets.blocks import blocks
from reporter.read.sheets.cells import Sheet, SheetCell, Tally
from reporter.read.sheets.layout import Part, is_prose, is_unit, parts_of

_DEFAULT_NAME = re.compile(
    r"\s*(?:sheet|工作表|表格?|tabelle|feuil)\s*+\(?\d*+\)?\s*+(?:\(\d++\)\s*+)?$", re.IGNORECASE
)
_NUMBERED = re.compile(r"\s*附?(?:表|件)\s*+[\d一二三四五六七八九十]{0,3}(?:[-－.．]\d{1,2})?\s*+[：:]?")


def raw_text_of(sheets: Sequence[Sheet], data: bytes, shown: str, file_format: str, tally: Tally) -> RawText:
    """The RawText of a workbook's sheets.

    Raises:
        ReadError: no sheet holds text.
    """
    written = [(sheet, parts) for sheet in sheets if (parts := _parts(sheet, tally))]
    writer = _Writer(several=len(written) > 1)
    for sheet, parts in written:
        writer.sheet(sheet.name, parts)
    if not has_text(writer.composer.source()):
        raise empty_workbook(tally)
    digest = hashlib.sha256(data).hexdigest()
    return writer.composer.raw_text(shown, digest, file_format, findings=tally.findings())


def empty_workbook(tally: Tally) -> ReadError:
    """The error of a workbook without text: why there is none."""
    if tally.counts["broken"]:
        return _BROKEN.error(sheet=tally.first["broken"])
    hidden = tally.counts["sheet"] + tally.counts["hidden"]
    return (_HIDDEN if hidden else _EMPTY).error(status="empty")


_BROKEN = Saying(
    "read-damaged.workbook-sheet",
    "warning",
    "is a damaged workbook: {sheet} can't be read",
    "open it in Excel, WPS or LibreOffice and save it again",
)
_HIDDEN = Saying(
    "read-empty.workbook-hidden",
    "warning",
    "has text in hidden sheets, rows or columns only",
    "unhide what is to be read",
)
_EMPTY = Saying(
    "read-empty.workbook",
    "warning",
    "holds no text in any sheet",
    "remove it, or get it again from its origin",
)


def caption_row(lead: Sequence[Sequence[SheetCell]]) -> int | None:
    """Which of the lines above a table is its title: the first that is no bare number (附件1), unit or paragraph."""
    for index, cells in enumerate(lead):
        text = cells[0].text
        bare = _NUMBERED.fullmatch(text) is not None
        if len(cells) == 1 and not bare and not is_unit(text) and not is_prose(cells[0]):
            return index
    return None


def is_numbered(text: str) -> bool:
    """Whether a title names one of several tables (表1 …), not the file."""
    match = _NUMBERED.match(text)
    return match is not None and any(char.isnumeric() for char in match.group())


def prose_end(lead: Sequence[Sequence[SheetCell]]) -> int:
    """How many of the lines above a table are text of their own: up to the last paragraph."""
    return max((index + 1 for index, cells in enumerate(lead) if any(map(is_prose, cells))), default=0)


def _parts(sheet: Sheet, tally: Tally) -> list[Part]:
    return [part for block in blocks(sheet, tally) for part in parts_of(block)]


class _Writer:
    """The source while the sheets are written one after the other."""

    def __init__(self, *, several: bool) -> None:
        self.composer = Composer()
        self._several = several
        self._titled = False
        self._heading = ""

    def sheet(self, name: str, parts: Sequence[Part]) -> None:
        """Write a sheet: the file's title before the sheet's name, as the name heads a part of the file."""
        self._heading = "" if _DEFAULT_NAME.match(name) else name
        if not self._several:
            self._alone(parts[0])
        elif self._titled or not self._takes_title(parts[0]):
            self._write_heading()
        for part in parts:
            self._part(part)

    def _alone(self, first: Part) -> None:
        """The name of the only sheet is the title where no other is given."""
        name, self._heading = self._heading, ""
        if name and first.grid and caption_row(first.lead) is None:
            self.composer.line(name, "title", 0, Locator(sheet=name))
            self._titled = True

    def _takes_title(self, part: Part) -> bool:
        row = caption_row(part.lead)
        return row is not None and not is_numbered(part.lead[row][0].text)

    def _write_heading(self) -> None:
        if self._heading:
            self.composer.line(self._heading, "heading", 2, Locator(sheet=self._heading))
            self._heading = ""

    def _part(self, part: Part) -> None:
        if not part.grid:
            self._lines(part.lead, caption_row(part.lead) if self._takes_title(part) else None)
            self._write_heading()
            return
        above = self._text_above(part)
        start = self.composer.length
        caption = self._lead(part, above)
        table = self.composer.table(part.grid, part.header_rows, caption)
        self.composer.tables[-1] = replace(table, start=min(start, table.start))
        self._lines(part.notes)

    def _text_above(self, part: Part) -> list[tuple[int, int]]:
        """Write the file's title and what else stands above the table and is text of its own; where these lines
        stand."""
        title = None if self._titled or not self._takes_title(part) else caption_row(part.lead)
        end = max(prose_end(part.lead), 0 if title is None else title + 1)
        written = [self._line(cells, is_title=index == title) for index, cells in enumerate(part.lead[:end])]
        self._write_heading()
        return written

    def _lead(self, part: Part, above: Sequence[tuple[int, int]]) -> tuple[int, int] | None:
        """Write the lines that belong to the table itself, a cell a line; where its caption stands."""
        row = caption_row(part.lead)
        caption = above[row] if row is not None and row < len(above) else None
        for index, cells in enumerate(part.lead[len(above) :], len(above)):
            for cell in cells:
                place = self.composer.line(cell.text, "paragraph", 0, cell.locator)
                caption = place if index == row else caption
        return caption

    def _lines(self, lines: Sequence[Sequence[SheetCell]], title: int | None = None) -> None:
        for index, cells in enumerate(lines):
            self._line(cells, is_title=index == title and not self._titled)

    def _line(self, cells: Sequence[SheetCell], *, is_title: bool = False) -> tuple[int, int]:
        """Write the cells of a row: paragraphs of a cell as lines of their own, cells of a form one behind another."""
        if is_title:
            self._titled = True
            return self.composer.line(cells[0].text, "title", 0, cells[0].locator)
        if len(cells) > 1 and not any("\n" in cell.text for cell in cells):
            return self.composer.line("  ".join(cell.text for cell in cells), "paragraph", 0, cells[0].locator)
        places = [
            self.composer.line(piece.strip(), "paragraph", 0, cell.locator)
            for cell in cells
            for piece in cell.text.splitlines()
            if piece.strip()
        ]
        return places[0][0], places[-1][1]
