"""The fields that are open at a place of a story (ECMA-376 part 1, 17.16): what of them is text."""

from __future__ import annotations

import re
from collections.abc import Set
from dataclasses import dataclass

from reporter.read.docx.symbols import drawn_by_formula

_NAME = re.compile(r"\s*([A-Za-z]+)")
_CONTENTS = frozenset({"TOC", "TOA"})


@dataclass(slots=True)
class _Field:
    """A field: its instruction so far, whether its result has begun, and whether that says anything."""

    instruction: str = ""
    in_result: bool = False
    says: bool = False

    @property
    def name(self) -> str:
        match = _NAME.match(self.instruction)
        return match[1].upper() if match else ""


class Fields:
    """The stack of open fields; those named in ``dropped`` have no text."""

    def __init__(self, dropped: Set[str] = frozenset()) -> None:
        self._dropped = dropped
        self._open: list[_Field] = []

    @property
    def is_shown(self) -> bool:
        """Whether text here is text of the document: the result of every open field, the instruction of none."""
        return all(field.in_result and field.name not in self._dropped for field in self._open)

    @property
    def in_contents(self) -> bool:
        """Whether a table of contents is open."""
        return any(field.name in _CONTENTS for field in self._open)

    def begin(self, instruction: str = "", *, in_result: bool = False) -> None:
        """Open a field."""
        self._open.append(_Field(instruction, in_result))

    def instruct(self, text: str) -> None:
        """Go on with the instruction of the innermost field."""
        if self._open and not self._open[-1].in_result:
            self._open[-1].instruction += text

    def separate(self) -> None:
        """Begin the result of the innermost field."""
        if self._open:
            self._open[-1].in_result = True

    def said(self) -> None:
        """Note that the open fields have a result that says something."""
        for field in self._open:
            field.says = True

    def end(self) -> str:
        """Close the innermost field; the character that it draws where no result is stored."""
        ended = self._open.pop() if self._open else _Field(says=True)
        return "" if ended.says else drawn_by_formula(ended.instruction)
