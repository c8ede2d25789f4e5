"""What a story of a document (its body, a note, a header) consists of: paragraphs and tables, as read."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal, TypeAlias

from reporter.read.docx.numbering import Label
from reporter.read.docx.styles import Style


@dataclass(frozen=True, slots=True)
class Line:
    """A stretch of a paragraph between two line breaks, and the size of its first letters in half points."""

    text: str
    size: str | None = None


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph as it reads: its lines without the automatic number, that number, and what the markup says of it.

    ``index`` counts the paragraphs and table rows of the body (None outside it); ``boxes`` are the text boxes that hang
    on it; ``is_contents`` says that it is a line of a table of contents.
    """

    lines: tuple[Line, ...]
    style: Style
    label: Label | None = None
    level: int = 0
    is_centred: bool = False
    is_contents: bool = False
    boxes: tuple[Block, ...] = ()
    index: int | None = None

    @property
    def text(self) -> str:
        """Number and lines as one."""
        text = " ".join(line.text.strip() for line in self.lines if line.text.strip())
        return self.label.before(text) if self.label else text


@dataclass(frozen=True, slots=True)
class TableCell:
    """A cell: its blocks, how many columns it spans, and whether a cell merged downwards begins or goes on here."""

    blocks: tuple[Block, ...]
    span: int = 1
    merge: Literal["", "begins", "goes on"] = ""


@dataclass(frozen=True, slots=True)
class TableRow:
    """A row: its cells, the empty grid columns before them, and whether it is set to repeat as a header."""

    cells: tuple[TableCell, ...]
    before: int = 0
    is_header: bool = False
    index: int | None = None


@dataclass(frozen=True, slots=True)
class Table:
    """A table as it stands in the markup; ``is_ruled`` says that it draws lines."""

    rows: tuple[TableRow, ...]
    is_ruled: bool = False


Block: TypeAlias = Paragraph | Table


def paragraphs_of(blocks: tuple[Block, ...]) -> Iterator[Paragraph]:
    """All paragraphs in reading order, those of tables and text boxes among them."""
    for block in blocks:
        if isinstance(block, Table):
            for row in block.rows:
                for cell in row.cells:
                    yield from paragraphs_of(cell.blocks)
        else:
            yield block
            yield from paragraphs_of(block.boxes)


def text_of(blocks: tuple[Block, ...]) -> str:
    """All that the blocks say in one line, paragraphs one space apart."""
    return " ".join(text for paragraph in paragraphs_of(blocks) if (text := paragraph.text.strip()))
