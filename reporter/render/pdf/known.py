"""What the shortcuts keep with each style of WeasyPrint: its lengths, its font, what it inherits."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache
from pkgutil import resolve_name
from typing import Any

from weasyprint.css import INHERITED, INITIAL_NOT_COMPUTED, INITIAL_VALUES, AnonymousStyle
from weasyprint.css.computed_values import PHYSICAL_FUNCTIONS
from weasyprint.layout.percent import adjust_box_sizing
from weasyprint.text.constants import PANGO_DIRECTION
from weasyprint.text.ffi import ffi, gobject, pango, unicode_to_char_p
from weasyprint.text.fonts import font_features

from reporter.render.typesetting.styles import known_of, text_style

_SIDES = ("top", "right", "bottom", "left")
_BORDERS = tuple(f"border_{side}_width" for side in _SIDES)
_LENGTHS = (
    *(f"margin_{side}" for side in _SIDES),
    *(f"padding_{side}" for side in _SIDES),
    *("width", "min_width", "max_width", "height", "min_height", "max_height"),
)
_FEATURES = (
    "font_kerning", "font_variant_ligatures", "font_variant_position", "font_variant_caps", "font_variant_numeric",
    "font_variant_alternates", "font_variant_east_asian", "font_feature_settings",
)  # fmt: skip
# Properties whose value hangs on more than the cascade and the parent.
_SPECIAL = {"float", "display", "position", "page"}
_LOGICAL = frozenset(
    function(block="ttb", inline=inline) for function in PHYSICAL_FUNCTIONS.values() for inline in ("ltr", "rtl")
)
_OUT_OF_FLOW = ("left", "right", "inline-start", "inline-end", "footnote")

Method = Callable[..., Any]


def _plain(name: str) -> bool:
    return not name.startswith(("__", "text_decoration_")) and name not in _SPECIAL


_DECORATION = frozenset(name for name in INITIAL_VALUES if name.startswith("text_decoration_"))
# What is inherited, and what comes down to what the parent has where no rule states it.
_PASSED_ON = _DECORATION | {name for name in INHERITED if _plain(name) and name not in PHYSICAL_FUNCTIONS} | {"page"}
_STYLE_OF_WIDTH = {name: name.replace("_width", "_style") for name in (*_BORDERS, "outline_width")}
_INHERITED_BY_ALL = frozenset(name for name in INHERITED if _plain(name))
_INITIAL = {
    name: value
    for name, value in INITIAL_VALUES.items()
    if _plain(name) and name not in INHERITED and name not in INITIAL_NOT_COMPUTED
}


def missing_property(stock: Method) -> Method:
    """``ComputedStyle.__missing__``, quick for what no rule states: inherited, or initial and computed already."""

    def missing(style: Any, key: str) -> Any:
        parent = style.parent_style
        if parent is None or key in style.cascaded:
            value = stock(style, key)
        elif key in _PASSED_ON:
            value = style[key] = parent[key]
        elif key in _INITIAL and (key not in PHYSICAL_FUNCTIONS or _without_logical(style)):
            value = style[key] = _INITIAL[key]
        elif key in _STYLE_OF_WIDTH and style[_STYLE_OF_WIDTH[key]] in ("none", "hidden") and _without_logical(style):
            value = style[key] = 0
        elif key in ("position", "float"):
            if key == "float":
                style["position"]  # WeasyPrint wants to know what was specified of both
            value = style[key] = style.specified[key] = INITIAL_VALUES[key]
        else:
            value = stock(style, key)
        return value

    return missing


def missing_anonymous(stock: Method) -> Method:
    """``AnonymousStyle.__missing__``, quick for what is inherited, or initial and computed already."""

    def missing(style: Any, key: str) -> Any:
        if key in _INHERITED_BY_ALL:
            value = style[key] = style.parent_style[key]
        elif key in _INITIAL:
            value = style[key] = _INITIAL[key]
        else:
            value = stock(style, key)
        return value

    return missing


def _without_logical(style: Any) -> bool:
    """Whether no rule states a logical property, which stands for a physical one."""
    known: bool | None = style.__dict__.get("without_logical")
    if known is None:
        known = style.__dict__["without_logical"] = _LOGICAL.isdisjoint(style.cascaded)
    return known


def used_lengths(stock: Method) -> Method:
    """``resolve_percentages``, quick for styles that have none: all lengths of a box at once."""

    def resolve(box: Any, containing_block: Any) -> None:
        style = box.style
        known = style.__dict__.get("used_lengths", 0)
        if known == 0:
            known = style.__dict__["used_lengths"] = _lengths(style)
        if known is None:
            stock(box, containing_block)
            return
        attributes = box.__dict__
        attributes.update(known)
        if style["border_collapse"] == "collapse":
            for name in _BORDERS:
                if not hasattr(box, name):
                    attributes[name] = style[name]
        else:
            for name in _BORDERS:
                attributes[name] = style[name]
        if style["box_sizing"] != "content-box":
            adjust_box_sizing(box, "width")
            adjust_box_sizing(box, "height")

    return resolve


def _lengths(style: Any) -> dict[str, Any] | None:
    """The lengths of a style in pixels, or as its words; None when one hangs on the box around."""
    if type(style) is AnonymousStyle and style.keys().isdisjoint(_LENGTHS):
        return _initial_lengths()
    return _stated_lengths(style)


@cache
def _initial_lengths() -> dict[str, Any] | None:
    """The lengths of a style that states none."""
    return _stated_lengths(INITIAL_VALUES)


def _stated_lengths(style: Any) -> dict[str, Any] | None:
    found = {}
    for name in _LENGTHS:
        value = style[name]
        if value is not None and value != "auto":
            unit = getattr(value, "unit", None)
            if unit is None or unit.lower() != "px":
                return None
            value = value.value
        found[name] = 0 if value == "auto" and name in ("min_width", "min_height") else value
    return found


def in_normal_flow(box: Any) -> bool:
    """``Box.is_in_normal_flow``."""
    style = box.style
    position = style["position"]
    return (
        style["float"] not in _OUT_OF_FLOW
        and position not in ("absolute", "fixed")
        and position[0] not in ("running()", "note()")
    )


def known_key(style: Any, include_size: bool = False, *, stock: Method) -> Any:
    """``_font_style_cache_key``, made once for each style."""
    name = "font_key_and_size" if include_size else "font_key"
    known = style.__dict__.get(name)
    if known is None:
        known = style.__dict__[name] = stock(style, include_size)
    return known


def known_setup(stock: Method) -> Method:
    """``Layout.setup``: layouts of one style share their Pango context, font and features."""

    def setup(layout: Any, style: Any) -> None:
        if style["text_decoration_line"] != "none" or style["font_language_override"] != "normal" or not style["lang"]:
            stock(layout, style)
            return
        known = style.__dict__.get("pango_parts")
        if known is None:
            known = style.__dict__["pango_parts"] = _parts(style)
        context, layout.language, description, features = known
        layout.style = style
        layout.first_line_direction = 0
        layout.layout = ffi.gc(pango.pango_layout_new(context), gobject.g_object_unref)
        pango.pango_layout_set_auto_dir(layout.layout, False)
        pango.pango_layout_set_font_description(layout.layout, description)
        layout.ascent = layout.underline_position = layout.strikethrough_position = None
        if features:
            attributes = ffi.gc(pango.pango_attr_list_new(), pango.pango_attr_list_unref)
            pango.pango_attr_list_insert(attributes, pango.pango_attr_font_features_new(features))
            pango.pango_layout_set_attributes(layout.layout, attributes)

    return setup


def _parts(style: Any) -> tuple[Any, Any, Any, bytes]:
    """Pango context, language, font description and features of a style."""
    from weasyprint.text import line_break

    known, number = known_of(style, "pango_parts"), text_style(style)
    if number not in known:
        contexts = known_of(style, "pango_contexts")
        key = style["direction"], style["lang"]
        if key not in contexts:
            contexts[key] = _context(style.font_config, *key)
        features = font_features(*[style[name] for name in _FEATURES])
        stated = ",".join(f"{name} {value}" for name, value in features.items()).encode()
        known[number] = (*contexts[key], line_break.get_font_description(style), stated)
    parts: tuple[Any, Any, Any, bytes] = known[number]
    return parts


def _context(fonts: Any, direction: str, lang: str) -> tuple[Any, Any]:
    context = ffi.gc(pango.pango_font_map_create_context(fonts.font_map), gobject.g_object_unref)
    pango.pango_context_set_round_glyph_positions(context, False)
    pango.pango_context_set_base_dir(context, PANGO_DIRECTION[direction])
    pointer, _ = unicode_to_char_p(lang)
    language = pango.pango_language_from_string(pointer)
    pango.pango_context_set_language(context, language)
    return context, language


def known_expressions(stock: Method) -> Method:
    """``HTMLUnicodeInputStream.chars_until`` with the expressions that it looks for: it files its own under a key that
    it never asks for, and so makes them anew for each piece of text."""
    known: dict[tuple[Any, bool], Any] = resolve_name("tinyhtml5.inputstream:characters_until_regex")

    def until(stream: Any, characters: Any, opposite: bool = False) -> Any:
        if (characters, opposite) not in known:
            listed = "".join(f"\\x{ord(character):02x}" for character in characters)
            known[characters, opposite] = re.compile(f"[{'' if opposite else '^'}{listed}]+")
        return stock(stream, characters, opposite)

    return until
