"""Which stand-ins (``breaks``) a face can show: they must take the width and the line height of what they stand for."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from weasyprint.text import line_break
from weasyprint.text.ffi import FROM_UNITS, pango

from reporter.render.typesetting.breaks import CLOSE, FREE, GLUED, HALF_CLOSE, HALF_OPEN, JOINT, OPEN, StandIns
from reporter.render.typesetting.styles import DECIDING, known_of, text_style

# WeasyPrint's own layout, whatever stands in its place later.
_Layout = line_break.Layout
# What is measured.
_QUOTES, _BRACKETS = "“”‘’…", "（）《》〔〕，。、；："
# Widths are compared in shares of the type size; faces have a thousand or two thousand units to it.
_TOLERANCE = 0.002
# What decides about a line, but not about the widths and heights of single characters in shares of the type size.
_OF_LINES = (
    "font_size", "white_space", "overflow_wrap", "word_break", "hyphens", "hyphenate_character", "text_align_all",
)  # fmt: skip
_OF_FACES = tuple(place for place, name in enumerate(DECIDING) if name not in _OF_LINES)


def stand_ins(style: Any) -> StandIns:
    """The stand-ins of the faces that a style asks for; found once for all styles that ask for the same ones, in
    whatever size, and kept with its fonts."""
    known, number = known_of(style, "stand_ins"), text_style(style)
    found: StandIns | None = known.get(number)
    if found is None:
        found = known[number] = _of_faces(style, number)
    return found


def _of_faces(style: Any, number: int) -> StandIns:
    known, values = known_of(style, "stand_ins_of_faces"), known_of(style, "text_values")[number]
    faces = tuple([values[place] for place in _OF_FACES])
    try:
        found: StandIns | None = known.get(faces)
    except TypeError:  # what can't be compared is asked for anew
        return _measured(style)
    if found is None:
        found = known[faces] = _measured(style)
    return found


def _measured(style: Any) -> StandIns:
    full = _extents(FREE, style)
    half = (full[0] / 2, *full[1:])

    def all_like(characters: str, wanted: tuple[float, ...]) -> bool:
        return all(_alike(_extents(character, style), wanted) for character in characters)

    glued = all_like(GLUED + OPEN + JOINT, full)
    quoted = glued and all_like(_QUOTES + CLOSE, full)
    narrow = all_like(_BRACKETS, full) and all_like(HALF_OPEN + HALF_CLOSE, half)
    return StandIns(glued, quoted, narrow)


def _extents(character: str, style: Any) -> tuple[float, ...]:
    """Width, line height and baseline of a character, in em."""
    layout = _Layout(style)
    layout.set_text(character)
    line, _ = layout.get_first_line()
    width, height = line_break.line_size(line, style)
    spacing = 0 if style["letter_spacing"] == "normal" else style["letter_spacing"]
    baseline = pango.pango_layout_get_baseline(layout.layout) * FROM_UNITS
    return tuple(value / style["font_size"] for value in (width - spacing, height, baseline))


def _alike(found: tuple[float, ...], wanted: tuple[float, ...]) -> bool:
    return all(abs(one - other) < _TOLERANCE for one, other in zip(found, wanted, strict=True))


def described(style: Any, *, stock: Callable[[Any], Any]) -> Any:
    """A style's font as Pango describes it, made once for all lines that are set in it."""
    if isinstance(style["font_family"], list):  # text in a drawing: nothing that can be looked up
        return stock(style)
    known, number = known_of(style, "descriptions"), text_style(style)
    if number not in known:
        known[number] = stock(style)
    return known[number]
