"""Blocks → lines, marks and tables of the source."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from reporter.model import Locator
from reporter.read.captions import CAPTION, UNIT, LineAbove, opens_text, own_lines
from reporter.read.composer import Composer, LineKind
from reporter.read.docx.blocks import Block, Line, Paragraph, Table
from reporter.read.docx.grids import DataTable, data_table

_CONTENTS_HEADING = re.compile(r"目\s*[录錄次]|contents", re.IGNORECASE)
# What is a line of its own even in a centred title: something in brackets, behind a dash, a date.
_OWN_LINE = re.compile(
    r"\s*(?:[（(〔\[【—―─－-]|(?:\d{4}|[〇○零一二三四五六七八九]{4})\s*年\s*[\d一二三四五六七八九十]{1,3}\s*月)"
)
_LONGEST_TITLE = 60
_MOST_ABOVE = 6  # lines before a table are looked at
# Titles of official documents are set in 22 points (GB/T 9704-2012, 7.3.1), others rarely below 18: in half points.
_TITLE_SIZE = 36
_CLOSING = ("。", "；", "：", "）", ")")
_WIDE = re.compile(r"[⺀-鿿！-～　-〿“”‘’—…]")


@dataclass(slots=True)
class Writer:
    """Writes blocks in reading order; ``has_title`` says that a title was marked already."""

    composer: Composer
    has_title: bool = False
    _above: list[tuple[LineAbove, tuple[int, int]]] = field(default_factory=list)
    _is_opened: bool = False
    _awaits_caption: bool = False

    def write(self, blocks: Sequence[Block]) -> None:
        """Write a story's blocks."""
        for position, block in enumerate(blocks):
            if isinstance(block, Table):
                self._table(block)
            else:
                following = blocks[position + 1] if position + 1 < len(blocks) else None
                self._paragraph(block, heads_contents=_heads_contents(block, following))

    def write_asides(self, lines: Sequence[tuple[str, int | None]]) -> None:
        """Write lines that are no part of the text: (text, body index) each."""
        for text, index in lines:
            if text.strip():
                self.composer.line(text, "aside", locator=_locator(index))

    # -- paragraphs

    def _paragraph(self, paragraph: Paragraph, *, heads_contents: bool) -> None:
        kind = "aside" if heads_contents else self._kind(paragraph)
        lines = _lines(paragraph, joins=kind in ("heading", "title"))
        for at, text in enumerate(lines):
            shown = "paragraph" if kind == "item" and at else kind
            level = paragraph.level if kind == "heading" else 0
            place = self.composer.line(text, shown, level, _locator(paragraph.index))
            self._note_line(paragraph, text, place, is_plain=shown == "paragraph")
        if kind == "title" and lines:
            self.has_title = True
        if paragraph.boxes:
            self.write(paragraph.boxes)

    def _kind(self, paragraph: Paragraph) -> LineKind:
        if paragraph.is_contents:
            return "aside"
        if paragraph.style.role == "title":
            return "paragraph" if self.has_title else "title"
        if paragraph.level:
            return "heading"
        if paragraph.label is not None:
            return "paragraph" if paragraph.label.is_chinese else "item"
        return "item" if paragraph.style.role == "item" else "paragraph"

    def _note_line(self, paragraph: Paragraph, text: str, place: tuple[int, int], *, is_plain: bool) -> None:
        """Keep a line for the table below it, or give a caption to the table above that has none."""
        is_caption = paragraph.style.role == "caption"
        if is_caption and self._awaits_caption and CAPTION.match(text):
            table = self.composer.tables[-1]
            end = self.composer.length if table.end == place[0] else table.end
            self.composer.tables[-1] = replace(table, caption=place, end=end)
            self._ends_lines()
            return
        if len(self._above) == _MOST_ABOVE:
            line, _ = self._above.pop(0)
            self._is_opened = self._is_opened or opens_text(line)
        self._above.append((LineAbove(text, is_plain, is_caption), place))
        self._awaits_caption = False

    def _ends_lines(self, *, awaits_caption: bool = False) -> None:
        """Let no line so far be the caption of a table to come."""
        self._above, self._is_opened, self._awaits_caption = [], True, awaits_caption

    # -- tables

    def _table(self, table: Table) -> None:
        data = data_table(table)
        if data is None:
            for row in table.rows:
                for cell in row.cells:
                    self.write(cell.blocks)
            self._above, self._awaits_caption = [], False
        else:
            self._data(data)

    def _data(self, data: DataTable) -> None:
        """A table that lists data. Its caption, and the lines that its wide rows make, belong to it: they are no text
        of the article around it."""
        caption, start = self._caption_above()
        for text, index in data.above:
            place = self._wide_row(text, index)
            if caption is None and not UNIT.match(text):
                caption = place
        table = self.composer.table(data.grid, data.header_rows, caption)
        for text, index in data.below:
            self._wide_row(text, index)
        self.composer.tables[-1] = replace(table, start=start, end=self.composer.length)
        self._ends_lines(awaits_caption=caption is None)

    def _caption_above(self) -> tuple[tuple[int, int] | None, int]:
        """(caption, where the table's own lines begin) of a table that is written now."""
        lines = [line for line, _ in self._above]
        ends = [*(place[0] for _, place in self._above), self.composer.length]
        opened = self._is_opened or any(map(opens_text, lines[:-1]))
        first, caption = own_lines(lines, is_opened=opened)
        return None if caption is None else self._above[caption][1], ends[first]

    def _wide_row(self, text: str, index: int | None) -> tuple[int, int] | None:
        return self.composer.line(text, locator=_locator(index)) if text.strip() else None


def _locator(index: int | None) -> Locator | None:
    return None if index is None else Locator(paragraph=index)


def _heads_contents(block: Paragraph, following: Block | None) -> bool:
    """Whether a paragraph is the word 目录 above a table of contents."""
    if not isinstance(following, Paragraph) or not following.is_contents:
        return False
    return bool(_CONTENTS_HEADING.fullmatch(block.text.strip()))


def _lines(paragraph: Paragraph, *, joins: bool) -> list[str]:
    """The paragraph's lines without empty ones, its number before the first; a heading, and a centred title that goes
    on in the same size, is one line. A number without words is no line."""
    lines = [line for line in paragraph.lines if line.text.strip()]
    texts: list[str] = []
    for at, line in enumerate(lines):
        if texts and (joins or (paragraph.is_centred and _goes_on(lines[at - 1], line))):
            texts[-1] = _joined(texts[-1], line.text)
        else:
            texts.append(line.text.strip(" \t"))
    if texts and paragraph.label:
        texts[0] = paragraph.label.before(texts[0].strip())
    return texts


def _goes_on(before: Line, line: Line) -> bool:
    """Whether a centred line is the second half of the one before it: both in the same large letters, neither a date,
    a place or a name, the first left open."""
    if before.size != line.size or not _is_large(line.size):
        return False
    if any(len(part.text) > _LONGEST_TITLE or _OWN_LINE.match(part.text) for part in (before, line)):
        return False
    return not before.text.rstrip().endswith(_CLOSING)


def _is_large(size: str | None) -> bool:
    return size is not None and size.isdecimal() and len(size) < 5 and int(size) >= _TITLE_SIZE


def _joined(before: str, after: str) -> str:
    """Two halves of a line: a space between words and figures of other scripts, nothing beside a Chinese character."""
    before, after = before.rstrip(), after.strip()
    return before + ("" if _WIDE.match(before[-1:]) or _WIDE.match(after[:1]) else " ") + after
