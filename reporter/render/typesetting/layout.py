"""Pango layouts of WeasyPrint for Chinese text.

A text is laid out twice. When lines are broken (``set_text``), Pango measures its stand-in (``breaks``), which breaks
where Chinese lines do and has narrowed marks. When it is drawn (``reactivate``, ``get_first_line``), Pango shapes the
text itself, and its glyphs take the distances that ``widen`` was told and those of narrowed marks.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from weasyprint.text import line_break

from reporter.render.typesetting.breaks import HALF_CLOSE, HALF_OPEN, stand_in
from reporter.render.typesetting.faces import stand_ins
from reporter.render.typesetting.glyphs import evened, spread
from reporter.render.typesetting.spacing import narrowed

# The blank half of a mark, in thousandths of an em.
HALF = 500
PRESERVED = ("pre", "pre-wrap")


class ChineseLayout(line_break.Layout):  # type: ignore[misc]
    """A text that breaks like Chinese, with narrowed marks and widened gaps.

    ``strict`` keeps numbers with their units, ellipses with what they follow. ``gaps`` has the distance behind each
    character, in thousandths of the type size, or is None when there are none.
    """

    text: str
    strict = True
    gaps: list[int] | None = None
    _shown = _whole = ""
    _drawing = _placed = False

    def set_text(self, text: str, justify: bool = False) -> None:
        """Set the text to be drawn, or the stand-in of the text to be broken."""
        if self._drawing:
            self._placed = False
            super().set_text(text, justify)
            return
        shown = self._stand_in(text)
        super().set_text(shown, justify)
        if shown is not text:
            self.text = text[: len(self.text)]

    def _stand_in(self, text: str) -> str:
        """What is broken in place of the text; a beginning of what it was before has the beginning of its stand-in."""
        if self._whole.startswith(text) and not self._shown[: len(text)].endswith(HALF_CLOSE):
            self._shown = self._shown[: len(text)]
        elif text.isascii() or self.style["white_space"] in PRESERVED:
            self._shown = text
        else:
            self._shown = stand_in(text, is_traditional(self.style), stand_ins(self.style), self.strict)
        self._whole = text
        return text if self._shown == text else self._shown

    def cut(self, characters: int) -> None:
        """Keep so many characters, when the line that was laid out has no more."""
        self.text = self._whole = self.text[:characters]
        self._shown = self._shown[:characters]

    def widen(self, places: Sequence[int], gaps: Sequence[int]) -> None:
        """Add to the distances behind the characters at ``places``."""
        known = self.gaps or [0] * len(self.text)
        for place, gap in zip(places, gaps, strict=True):
            known[place] += gap
        self.gaps = known

    def reactivate(self, style: Any) -> None:
        """Make the layout anew for drawing."""
        self._drawing = True
        super().reactivate(style)

    def get_first_line(self) -> Any:
        """The line; when it is drawn, with its glyphs put in their places."""
        line, index = super().get_first_line()
        if self._drawing and not self._placed:
            self._placed = True
            gaps, style = self._distances(), self.style
            if style["letter_spacing"] != "normal":
                evened(line, self.text, gaps or [0] * len(self.text), style["font_size"])
            elif gaps:
                spread(line, self.text, gaps, style["font_size"])
        return line, index

    def _distances(self) -> list[int] | None:
        """The gaps, less the blank halves that narrowed marks lose: closing ones behind, opening ones in front."""
        shown = self._shown
        if HALF_CLOSE not in shown and HALF_OPEN not in shown:
            return self.gaps
        distances = list(self.gaps or [0] * len(self.text))
        for place, (mark, own) in enumerate(zip(shown, self.text, strict=False)):
            if mark != own and mark in HALF_CLOSE + HALF_OPEN:
                distances[place - (mark == HALF_OPEN)] -= HALF
        return distances


def is_traditional(style: Any) -> bool:
    """Whether a style's language is written in traditional characters."""
    return (style["lang"] or "").lower().startswith(("zh-hant", "zh-tw", "zh-hk", "zh-mo"))


def may_hang(mark: str, style: Any) -> bool:
    """Whether a mark's right half is blank, so that it may hang over the edge of a line."""
    having = stand_ins(style)
    return having.narrow and mark in narrowed(is_traditional(style), having.quoted)[2]
