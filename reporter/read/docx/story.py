"""A story of the document (body, note, header) → its blocks, with every automatic number counted."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from reporter.read.docx.blocks import Block, Line, Paragraph, Table, TableCell, TableRow
from reporter.read.docx.drawings import drawn_text
from reporter.read.docx.names import BODY_INDEX, Element, W, attribute, is_on, number, switch
from reporter.read.docx.numbering import Label, Numbering
from reporter.read.docx.runs import Content, RunReader, Tally
from reporter.read.docx.styles import Style, Styles, has_lines, outline_level

_NO_STYLE = Style()
_SKIPPED = frozenset(
    W + name for name in ("sectPr", "tcPr", "tblPr", "tblGrid", "trPr", "tblPrEx", "sdtPr", "sdtEndPr")
)
# A cell spans at most so many columns: Word has 63.
_WIDEST_SPAN = 200


def number_blocks(body: Element) -> None:
    """Write into each paragraph and table row of the body which one it is, rows within rows not counted."""
    index = 0
    stack = [iter(body)]
    while stack:
        element = next(stack[-1], None)
        if element is None:
            stack.pop()
        elif element.tag in (W + "p", W + "tr"):
            element.set(BODY_INDEX, str(index))
            index += 1
        elif element.tag not in _SKIPPED:
            stack.append(iter(element))


class StoryReader:
    """Reads the stories of one document, which share its styles and the count of its lists."""

    def __init__(self, styles: Styles, numbering: Numbering) -> None:
        self.tally = Tally()
        self._styles = styles
        self._numbering = numbering

    def blocks(self, story: Element, index: int | None = None, *, is_margin: bool = False) -> tuple[Block, ...]:
        """The blocks below an element.

        Args:
            story: a body, note, header, text box or cell.
            index: the body's paragraph or row that it stands at, where its own blocks are not counted.
            is_margin: a header or footer, whose page numbers are left out.
        """
        runs = RunReader(self._styles, self.tally, drops_page_numbers=is_margin)
        return tuple(self._blocks(story, runs, index))

    def _blocks(
        self, parent: Element, runs: RunReader, index: int | None, *, in_contents: bool = False
    ) -> Iterator[Block]:
        for child in parent:
            if child.tag == W + "p":
                yield self._paragraph(child, runs, _index(child, index), in_contents=in_contents)
            elif child.tag == W + "tbl":
                yield self._table(child, runs, index)
            elif child.tag == W + "sdt":
                yield from self._control(child, runs, index, in_contents=in_contents)
            elif child.tag == W + "altChunk":
                self.tally.foreign += 1
            elif child.tag not in _SKIPPED:
                yield from self._blocks(child, runs, index, in_contents=in_contents)

    def _control(self, control: Element, runs: RunReader, index: int | None, *, in_contents: bool) -> Iterator[Block]:
        """A content control around blocks; one that still shows what to fill in has none."""
        properties = control.find(W + "sdtPr")
        if properties is not None and is_on(properties.find(W + "showingPlcHdr")):
            return
        gallery = properties.find(f"{W}docPartObj/{W}docPartGallery") if properties is not None else None
        in_contents = in_contents or attribute(gallery) == "Table of Contents"
        yield from self._blocks(control, runs, index, in_contents=in_contents)

    # -- paragraphs

    def _paragraph(self, element: Element, runs: RunReader, index: int | None, *, in_contents: bool) -> Paragraph:
        properties = element.find(W + "pPr")
        style_id = attribute(properties.find(W + "pStyle")) if properties is not None else None
        style = self._styles.of(style_id)
        content = runs.content(element, index, hides=style.is_hidden)
        stated = outline_level(properties)
        align = attribute(properties.find(W + "jc")) if properties is not None else None
        return Paragraph(
            lines=tuple(Line(line.text, line.size or style.size) for line in content.lines),
            style=style,
            label=self._label(properties, style, style_id, content),
            level=style.level if stated is None or style.role in ("title", "contents") else stated,
            is_centred=style.is_centred if align is None else align == "center",
            is_contents=in_contents or content.is_contents or style.role == "contents",
            boxes=tuple(block for box in content.boxes for block in self._box(box, index)),
            index=index,
        )

    def _box(self, container: Element, index: int | None) -> tuple[Block, ...]:
        if container.tag == W + "txbxContent":
            return self.blocks(container, index)
        return (Paragraph((Line(drawn_text(container)),), _NO_STYLE, index=index),)

    def _label(self, properties: Element | None, style: Style, style_id: str | None, content: Content) -> Label | None:
        """The paragraph's automatic number: its own list, else its style's (17.9.18). A hidden paragraph has none."""
        if properties is None:
            return self._counted(style.list_id, self._style_level(style, style_id))
        mark = properties.find(W + "rPr")
        is_blank = not any(line.text.strip() for line in content.lines)
        if is_blank and mark is not None and switch(mark, "vanish"):
            return None
        own = properties.find(W + "numPr")
        if own is None:
            return self._counted(style.list_id, self._style_level(style, style_id))
        list_id, level = number(own.find(W + "numId")), number(own.find(W + "ilvl"))
        if list_id is None:
            return self._counted(style.list_id, self._style_level(style, style_id) if level is None else level)
        return self._counted(list_id, level or 0)

    def _style_level(self, style: Style, style_id: str | None) -> int:
        """The level of a style's list: the one that is linked to the style, else the one that it states."""
        linked = self._numbering.level_of(style.list_id, style_id) if style.list_id is not None else None
        return (style.list_level or 0) if linked is None else linked

    def _counted(self, list_id: int | None, level: int) -> Label | None:
        label = None if list_id is None else self._numbering.next_label(list_id, level)
        return label if label and (label.text or label.is_bullet) else None

    # -- tables

    def _table(self, element: Element, runs: RunReader, index: int | None) -> Table:
        rows = tuple(self._row(row, runs, _index(row, index)) for row in _nested(element, W + "tr"))
        properties = element.find(W + "tblPr")
        style_id = attribute(properties.find(W + "tblStyle")) if properties is not None else None
        is_ruled = has_lines(element.iter(W + "tblBorders", W + "tcBorders"))
        return Table(rows, is_ruled or (style_id is not None and self._styles.is_ruled(style_id)))

    def _row(self, element: Element, runs: RunReader, index: int | None) -> TableRow:
        properties = element.find(W + "trPr")
        before = number(properties.find(W + "gridBefore")) if properties is not None else None
        return TableRow(
            cells=tuple(_without_continued(self._cell(cell, runs, index) for cell in _nested(element, W + "tc"))),
            before=min(max(before or 0, 0), _WIDEST_SPAN),
            is_header=properties is not None and is_on(properties.find(W + "tblHeader")),
            index=index,
        )

    def _cell(self, element: Element, runs: RunReader, index: int | None) -> tuple[TableCell, bool]:
        """(cell, whether it goes on with the cell left of it, as older files merge columns)."""
        properties = element.find(W + "tcPr")
        span = number(properties.find(W + "gridSpan")) if properties is not None else None
        merged = properties.find(W + "vMerge") if properties is not None else None
        sideways = properties.find(W + "hMerge") if properties is not None else None
        merge: Literal["", "begins", "goes on"] = ""
        if merged is not None:
            merge = "begins" if attribute(merged) == "restart" else "goes on"
        blocks = tuple(self._blocks(element, runs, index))
        cell = TableCell(blocks, min(max(span or 1, 1), _WIDEST_SPAN), merge)
        return cell, sideways is not None and attribute(sideways) != "restart"


def _without_continued(cells: Iterator[tuple[TableCell, bool]]) -> Iterator[TableCell]:
    """The cells with those that go on sideways made part of the one before."""
    last: TableCell | None = None
    for cell, goes_on in cells:
        if goes_on and last is not None:
            last = TableCell(last.blocks + cell.blocks, last.span + cell.span, last.merge)
            continue
        if last is not None:
            yield last
        last = cell
    if last is not None:
        yield last


def _nested(parent: Element, tag: str) -> Iterator[Element]:
    """The rows of a table or the cells of a row, those in content controls and the like too."""
    for child in parent:
        if child.tag == tag:
            yield child
        elif child.tag not in _SKIPPED:
            yield from _nested(child, tag)


def _index(element: Element, around: int | None) -> int | None:
    own = element.get(BODY_INDEX)
    return int(own) if own is not None and own.isdecimal() else around
