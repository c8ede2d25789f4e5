"""Styles that set text alike, by number: what is known of text in one of them holds for all with its number.

A layout has a style for each element and another for the text in it; of thousands some dozens set text in ways of their
own. Most are told from their parents without a look at their properties: they state nothing that decides about text.
"""

from __future__ import annotations

from typing import Any

from weasyprint.css import AnonymousStyle

# What decides about the line of a text, beside the text and the room for it; where it has tabs or is hyphenated
# automatically more does, whose lengths may themselves be told in characters of the face. All of them are inherited.
DECIDING = (
    "font_family", "font_size", "font_style", "font_stretch", "font_weight", "font_kerning", "font_variant_ligatures",
    "font_variant_position", "font_variant_caps", "font_variant_numeric", "font_variant_alternates",
    "font_variant_east_asian", "font_feature_settings", "font_variation_settings", "font_language_override", "lang",
    "direction", "white_space", "letter_spacing", "word_spacing", "overflow_wrap", "word_break", "hyphens",
    "hyphenate_character", "text_align_all", "text_decoration_line",
)  # fmt: skip
_PLACES = {name: place for place, name in enumerate(DECIDING)}
_DECIDING = frozenset(DECIDING)


def text_style(style: Any) -> int:
    """The number of a style among those of its fonts: styles with equal numbers set the same text in the same way."""
    number: int | None = style.__dict__.get("text_style")
    if number is None:
        number = style.__dict__["text_style"] = _number(style)
    return number


def known_of(style: Any, what: str) -> dict[Any, Any]:
    """What is known of texts in the fonts of a style, a dictionary of that name."""
    found: dict[Any, Any] = style.font_config.__dict__.setdefault(what, {})
    return found


def _number(style: Any) -> int:
    """The number of what decides in a style: what its parent has, but for what it states itself."""
    parent = getattr(style, "parent_style", None)  # text in a drawing has none, and lists its families
    if parent is None:
        values = [style[name] for name in DECIDING]
        return _numbered(style, tuple([tuple(value) if isinstance(value, list) else value for value in values]))
    inherited = text_style(parent)
    own = _own(style)
    if not own:
        return inherited
    deciding = list(known_of(style, "text_values")[inherited])
    for name in own:
        deciding[_PLACES[name]] = style[name]
    return _numbered(style, tuple(deciding))


def _own(style: Any) -> set[str]:
    """The names of what decides that a style states, and of what it has already (a copy may have been changed)."""
    own = style.keys() & _DECIDING
    return set(own if type(style) is AnonymousStyle else own | (style.cascaded.keys() & _DECIDING))


def _numbered(style: Any, deciding: tuple[Any, ...]) -> int:
    """The number of what decides; one of its own where it can't be compared."""
    known, values = known_of(style, "text_styles"), known_of(style, "text_values")
    try:
        number = int(known.setdefault(deciding, len(known)))
    except TypeError:
        number = int(known.setdefault(object(), len(known)))
    values[number] = deciding
    return number
