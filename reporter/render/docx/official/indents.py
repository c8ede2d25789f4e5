"""Indents and distances of a single paragraph, where they follow from its words and not from its style."""

from __future__ import annotations

from docx.shared import Pt
from docx.text.paragraph import Paragraph

from reporter.render.docx.marks import attributes_of

_CHARACTER = 16  # pt, for programs that don't count characters


def shift(line: Paragraph, *, before: float = 0, right: float = 0, left_characters: int = 0) -> None:
    """Set a paragraph lower or in, by points or, from the left, by characters."""
    if before:
        line.paragraph_format.space_before = Pt(before)
    if right:
        line.paragraph_format.right_indent = Pt(right)
    if left_characters:
        line.paragraph_format.left_indent = Pt(left_characters * _CHARACTER)
        attributes_of(line, "ind", leftChars=str(left_characters * 100))
