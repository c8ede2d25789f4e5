"""A document as the blocks that a writer of any format sets: title, headings with their level, paragraphs."""

from __future__ import annotations

from dataclasses import dataclass

from reporter.model import Document


@dataclass(frozen=True, slots=True)
class Block:
    """A line of the document: ``level`` is 0 for a paragraph; ``number`` is a heading's number, part of ``text``."""

    text: str
    level: int = 0
    number: str = ""


def blocks_of(document: Document) -> tuple[Block, ...]:
    """The body in reading order; a run-in heading stays in its paragraph."""
    runs_in = {section.span.end: section.span.start for section in document.sections if section.inline}
    starts = sorted(runs_in.items())
    found: list[tuple[int, Block]] = []
    for section in document.sections:
        if not section.inline:
            text = section.span.of(document.text).replace("\n", "")
            found.append((section.span.start, Block(text, section.level, section.number or "")))
    for paragraph in document.paragraphs:
        start = paragraph.span.start
        for end, begin in starts:
            if begin < start and end <= start and not document.text[end:start].strip("。：: 　"):
                start = begin
        found.append((start, Block(document.text[start : paragraph.span.end])))
    return tuple(block for _, block in sorted(found, key=lambda pair: pair[0]))
