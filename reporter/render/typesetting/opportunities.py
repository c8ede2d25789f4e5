"""Breaking lines of Chinese text: as fast as they need, and between two boxes as within one.

``split_line`` and ``can_break`` stand in the places of WeasyPrint's ``split_first_line`` and ``can_break_text``.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any, NamedTuple

from weasyprint.text import line_break
from weasyprint.text.ffi import FROM_UNITS, TO_UNITS, pango

from reporter.render.typesetting.breaks import StandIns, stand_in
from reporter.render.typesetting.gaps import WIDEST_GAP, stretchable
from reporter.render.typesetting.layout import ChineseLayout, may_hang
from reporter.render.typesetting.measured import measured

# Characters beyond the line that are looked at, for a word or number that is carried over.
_MARGIN = 16
# The last character of a line that ends without a thought for blanks and hyphens: neither is at its end, and behind it
# an ideograph or its marks come first.
_MARKED = "\u3001-\u3029\u3030-\u3098\u309b-\u9fff\uff01-\uff5e“”‘’"
_PLAIN = re.compile(f"[^\\s\u00ad](?:[^\\s\u00ad]{{0,20}}?[{_MARKED}][^\\s\u00ad]|[^\\s\u00ad]{{1,20}}$)")
_SPECIAL = re.compile("[\t\n\f\r\u00ad\u0085\u2028\u2029]")
# With other values WeasyPrint thinks further.
_USUAL = (("white_space", "normal"), ("letter_spacing", "normal"), ("word_spacing", 0), ("hyphens", "manual"))
_UNBOUNDED = 2.0**21
_BOUNDARY = StandIns(narrow=False)


def split_line(
    text: str,
    style: Any,
    context: Any,
    max_width: float | None,
    justification_spacing: float,
    *more: bool,
    stock: Callable[..., Any],
    **named: bool,
) -> Any:
    """What of a text fits on a line, as ``split_first_line`` gives it; measured once for all that ask for the same.

    WeasyPrint looks at four lines' worth of ideographs to find one line, and shapes that line again. A little more than
    one line, shaped once, tells the same where the line ends between ideographs and no word or blank comes into it.
    A justified line that would be too short to be stretched may part a number from its unit.
    """
    if justification_spacing:
        return stock(text, style, context, max_width, justification_spacing, *more, **named)

    def line() -> Any:
        if max_width is not None and 4 * style["font_size"] < max_width < _UNBOUNDED:
            found = _plain_line(text, style, max_width)
            if found:
                return found
        return stock(text, style, context, max_width, justification_spacing, *more, **named)

    return measured(text, style, max_width, (*more, *named.items()), line)


def _plain_line(text: str, style: Any, max_width: float) -> tuple[Any, ...] | None:
    """The line, when neither blanks nor hyphens are near its end, or the text is no longer than a line."""
    head = _head(text, int(max_width / style["font_size"]))
    if not head or any(style[name] != value for name, value in _USUAL):
        return None
    line = _broken(head, style, max_width)
    if line.end is not None and style["text_align_all"] == "justify":
        line = _fuller(line, head, max_width)
    if line.width > max_width or (line.end is None and head != text):
        return None
    layout = line.layout
    if line.end is not None:
        if not _PLAIN.match(head, line.characters - 1):
            return None
        layout.cut(line.characters)
    baseline = pango.pango_layout_get_baseline(layout.layout) * FROM_UNITS
    layout.deactivate()
    return layout, len(layout.text.encode()), line.end, line.width, line.height, baseline


class _Line(NamedTuple):
    """The first line of a text that is laid out: where it ends (bytes; None when it is all of the text), how many
    characters it has, its width and height in pixels."""

    layout: ChineseLayout
    end: int | None
    characters: int
    width: float
    height: float


def _broken(head: str, style: Any, max_width: float, strict: bool = True) -> _Line:
    layout = ChineseLayout(style, 0, max_width)
    layout.strict = strict
    pango.pango_layout_set_width(layout.layout, int(max_width * TO_UNITS))
    layout.set_text(head)
    line, end = layout.get_first_line()
    characters = len(head if end is None else head.encode()[:end].decode())
    return _Line(layout, end, characters, *line_break.line_size(line, style))


def _fuller(line: _Line, head: str, max_width: float) -> _Line:
    """A line that fills the width better than one that could hardly be stretched to it: with a closing mark whose blank
    half hangs over the edge, else with a number parted from its unit."""
    style = line.layout.style
    size = style["font_size"]
    missing = (max_width - line.width) / size
    if missing < WIDEST_GAP / 4 * line.characters:
        return line
    room = WIDEST_GAP * len(stretchable(head[: line.characters]))
    if missing > room / 2:
        hung = _broken(head, style, max_width + size / 2)
        if hung.end is not None and hung.characters > line.characters and may_hang(head[hung.characters - 1], style):
            return hung._replace(width=hung.width - size / 2)
    return _broken(head, style, max_width, strict=False) if missing > room else line


def _head(text: str, characters: int) -> str:
    """The beginning of a text that fills a line of so many ideographs and a quarter; nothing when it is not Chinese."""
    head = text[: int(characters * 1.25) + _MARGIN]
    narrow = (3 * len(head) - len(head.encode())) // 2
    if narrow > len(head) // 2:
        return ""
    head = text[: len(head) + narrow]
    return "" if _SPECIAL.search(head) else head


def can_break(text: str, lang: str | None, *, stock: Callable[..., bool]) -> bool:
    """Whether a line may break in a text: between two boxes it is their characters that meet."""
    return stock(text if text.isascii() else stand_in(text, traditional=False, having=_BOUNDARY), lang)
