"""Shorter ways through the busiest functions of WeasyPrint, to the same pages.

A layout asks for styles, used lengths and text layouts some hundred thousand times, mostly for what it asked before: a
style's lengths without percentages, its font, whether it floats. These are answered from what is known of the style.
A style is copied before it is changed once layout has begun, so what is kept with it stays true.

This leans on inner names of WeasyPrint 70: each function is replaced only where its source is, letter for letter, the
one that the replacement was written for.
"""

from __future__ import annotations

import inspect
import linecache
import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from functools import cache, partial
from hashlib import sha256
from pkgutil import resolve_name
from types import MappingProxyType
from typing import Any

from reporter.render.replacement import Place, Replacement

# Inner functions of WeasyPrint 70.0 and its HTML parser → the beginning of the SHA-256 of their source.
EXPECTED: Mapping[str, str] = MappingProxyType(
    {
        "weasyprint.layout.percent:resolve_percentages": "71673078096fcf87",
        "weasyprint.layout.percent:resolve_one_percentage": "4cfaa9ad134e4f7b",
        "weasyprint.layout.percent:adjust_box_sizing": "88f3351db0280d16",
        "weasyprint.css:ComputedStyle": "4ff0512c0af12674",
        "weasyprint.css:AnonymousStyle": "414bbf41061e0a4a",
        "weasyprint.css:StyleFor.__init__": "b1e725a7552502aa",
        "weasyprint.css:StyleFor.__call__": "96b91915ae7c344a",
        "weasyprint.css:StyleFor.set_computed_styles": "b5b15856b8beff3f",
        "weasyprint.css:StyleFor.add_page_declarations": "78e388ade2325011",
        "weasyprint.css:StyleFor._page_type_match": "e81e6a05201f0643",
        "weasyprint.css.computed_values:register_logical": "682073309c29bb72",
        "weasyprint.formatting_structure.boxes:Box.is_in_normal_flow": "5f49d6ab23da7e51",
        "weasyprint.formatting_structure.boxes:Box.is_floated": "6e6071b81868ea92",
        "weasyprint.formatting_structure.boxes:Box.is_note": "2651f1110437e2e3",
        "weasyprint.formatting_structure.boxes:ParentBox.page_values": "9bcfda076d1961e6",
        "weasyprint.formatting_structure.build:before_after_to_box": "c00002fff80f12f9",
        "weasyprint.formatting_structure.build:compute_content_list": "3a5674cabd84f48a",
        "weasyprint.formatting_structure.build:marker_to_box": "b471a3133517591e",
        "weasyprint.layout.page:set_page_type_computed_styles": "4e68b396b35c4a06",
        "weasyprint.text.line_break:strut": "b57885b70dd08efe",
        "weasyprint.text.line_break:Layout.setup": "fb227a55094f41d4",
        "weasyprint.text.line_break:_font_style_cache_key": "d6b09d54b8258d58",
        "weasyprint.text.fonts:get_hb_object_data": "03040a623df04c2b",
        "weasyprint.pdf.fonts:Font": "1888854798bf8726",
        "tinyhtml5.inputstream:HTMLUnicodeInputStream.chars_until": "dfe353323dff1fdc",
    }
)
_IMPORTERS = ("absolute", "block", "column", "flex", "float", "grid", "inline", "page", "percent", "table")


def changed_parts(expected: Mapping[str, str] = EXPECTED) -> tuple[str, ...]:
    """The inner functions of the PDF library that are not those that the shortcuts were written for."""
    return _changed(tuple(expected.items()))


@cache
def _changed(expected: tuple[tuple[str, str], ...]) -> tuple[str, ...]:
    return tuple(name for name, digest in expected if source_digest(name) != digest)


def source_digest(name: str) -> str:
    """The beginning of the SHA-256 of a function's source; nothing where there is none."""
    try:
        return sha256(_source(resolve_name(name)).encode()).hexdigest()[:16]
    except (ImportError, AttributeError, OSError, TypeError, ValueError, IndexError):
        return ""


def _source(part: Any) -> str:
    """The source of a function or class, as ``inspect.getsource`` gives it, which reads all of a module with Python's
    parser or tokenizer for it: the line that it begins with, and what follows and is indented more.

    Raises:
        AttributeError, OSError, TypeError, ValueError, IndexError: there is none.
    """
    part = inspect.unwrap(part)
    lines = linecache.getlines(inspect.getfile(part))
    start = _line_of_class(part, lines) if isinstance(part, type) else part.__code__.co_firstlineno - 1
    head = start
    while lines[head].lstrip().startswith("@"):
        head += 1
    indent = _indent(lines[head])
    end = place = head + 1
    while place < len(lines) and (not lines[place].strip() or _indent(lines[place]) > indent):
        place += 1
        if lines[place - 1].strip():
            end = place
    return "".join(lines[start:end])


def _line_of_class(part: type, lines: list[str]) -> int:
    head = re.compile(rf"class {part.__name__}\b")
    return [head.match(line) is not None for line in lines].index(True)


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip())


@contextmanager
def shortcuts(expected: Mapping[str, str] = EXPECTED) -> Iterator[bool]:
    """While it lasts, WeasyPrint takes them, in every thread; whether it does: where a part has changed it takes none.
    May be nested.
    """
    with _OURS.lasting(lambda: not changed_parts(expected)) as taken:
        yield taken


def _places() -> list[Place]:
    from weasyprint import css, layout
    from weasyprint.formatting_structure import boxes
    from weasyprint.pdf import fonts, stream
    from weasyprint.text import line_break

    from reporter.render.pdf.faces import Face, without_copies
    from reporter.render.pdf.known import (
        in_normal_flow,
        known_expressions,
        known_key,
        known_setup,
        missing_anonymous,
        missing_property,
        used_lengths,
    )
    from reporter.render.pdf.known_cascade import shared_styles
    from reporter.render.pdf.known_pages import known_page_styles, known_strut, page_values

    parser = resolve_name("tinyhtml5.inputstream:HTMLUnicodeInputStream")
    places: list[Place] = [
        (css.ComputedStyle, "__missing__", missing_property(css.ComputedStyle.__missing__)),
        (css.AnonymousStyle, "__missing__", missing_anonymous(css.AnonymousStyle.__missing__)),
        (css.StyleFor, "__init__", shared_styles),
        (boxes.Box, "is_in_normal_flow", in_normal_flow),
        (boxes.ParentBox, "page_values", page_values),
        (layout.page, "set_page_type_computed_styles", known_page_styles(layout.page.set_page_type_computed_styles)),
        (layout.inline, "strut", known_strut(layout.inline.strut)),
        (line_break, "_font_style_cache_key", partial(known_key, stock=line_break._font_style_cache_key)),  # noqa: SLF001
        (line_break.Layout, "setup", known_setup(line_break.Layout.setup)),
        (fonts, "get_hb_object_data", without_copies(fonts.get_hb_object_data)),
        (stream, "Font", Face),
        (parser, "chars_until", known_expressions(parser.chars_until)),
    ]
    lengths = used_lengths(layout.percent.resolve_percentages)
    for name in _IMPORTERS:
        module = resolve_name(f"weasyprint.layout.{name}")
        if hasattr(module, "resolve_percentages"):
            places.append((module, "resolve_percentages", lengths))
    return places


_OURS = Replacement(_places)
