"""Lines that were measured before: the same text in the same style is broken once.

A layout asks for the line of a text again and again: for the least and the greatest width of a cell, then for its line;
for a paragraph that turns out to begin on the next page; for the same brief with a sentence fewer. Which line a text
gives hangs on the text, its style and the room, so it is kept by these, with the fonts that it was measured with. A
text that fits into a line wherever there is room for it is known from its width alone.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from reporter.render.typesetting.styles import known_of, text_style

# Lines kept at once: about 30 MB of them. When there are more all are forgotten.
_MOST = 20_000
# Characters that end a line by themselves, or show only at its end.
_ENDING = frozenset("\t\n\v\f\r\u00ad\u0085\u2028\u2029")

Line = tuple[Any, int, int | None, float, float, float]
"""As WeasyPrint's ``split_first_line`` gives it: layout, bytes, bytes to the next line or None, width, height,
baseline."""


def measured(
    text: str, style: Any, max_width: float | None, more: tuple[Any, ...], measure: Callable[[], Line]
) -> Line:
    """The first line of a text.

    Args:
        max_width: the room for it in pixels; None for any.
        more: what else decides about it.
        measure: gives it where it is not known.

    Returns:
        The line, with a layout of its own: it may be widened.
    """
    if "\t" in text or style["hyphens"] == "auto":
        return measure()
    number = text_style(style)
    whole_lines, lines = known_of(style, "whole_lines"), known_of(style, "lines")
    whole = whole_lines.get((number, text))
    if whole and (max_width is None or whole[3] <= max_width):
        return _own(whole, max_width)
    key = (number, text, max_width, more)
    found = lines.get(key)
    if found:
        return _own(found, max_width)
    found = measure()
    if len(lines) + len(whole_lines) >= _MOST:
        lines.clear()
        whole_lines.clear()
    kept = _own(found, max_width)
    fits = found[2] is None and (max_width is None or found[3] <= max_width)
    if fits and found[0].text == text and _ENDING.isdisjoint(text):
        whole_lines[number, text] = kept
    else:
        lines[key] = kept
    return found


def _own(line: Line, max_width: float | None) -> Line:
    """The line with a layout of its own."""
    kind: Any = type(line[0])
    layout = kind.__new__(kind)
    layout.__dict__.update(line[0].__dict__)
    layout.max_width = max_width
    return (layout, *line[1:])
