"""Which stand-ins (``breaks``) a face can show: they must take the width and the line height of what they stand for."""

from __future__ import annotations

from typing import Any

from weasyprint.text import line_break
from weasyprint.text.ffi import FROM_UNITS, pango

from reporter.render.typesetting.breaks import CLOSE, GLUED, HALF_CLOSE, HALF_OPEN, OPEN, StandIns

# WeasyPrint's own layout, whatever stands in its place later.
_Layout = line_break.Layout
# What decides about the faces of a text and their widths.
_PROPERTIES = (
    "font_family", "font_style", "font_stretch", "font_weight", "font_variant_caps", "font_variant_east_asian",
    "font_variant_alternates", "font_feature_settings", "font_variation_settings", "font_language_override", "lang",
)  # fmt: skip
_FULL, _QUOTES, _BRACKETS = "国", "“”‘’", "（）《》〔〕，。、；："
# Widths are compared in shares of the type size; faces have a thousand or two thousand units to it.
_TOLERANCE = 0.002


def stand_ins(style: Any) -> StandIns:
    """The stand-ins of the faces that a style asks for; found once for each of them and kept with its fonts."""
    known = style.font_config.__dict__.setdefault("_stand_ins", {})
    key: object = tuple(map(style.__getitem__, _PROPERTIES))
    try:
        return known[key]  # type: ignore[no-any-return]
    except TypeError:  # a list among the properties
        key = repr(key)
    except KeyError:
        pass
    if key not in known:
        known[key] = _measured(style)
    return known[key]  # type: ignore[no-any-return]


def _measured(style: Any) -> StandIns:
    full = _extents(_FULL, style)
    half = (full[0] / 2, *full[1:])

    def all_like(characters: str, wanted: tuple[float, ...]) -> bool:
        return all(_alike(_extents(character, style), wanted) for character in characters)

    glued = all_like(GLUED + OPEN, full)
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
