"""Running text for templates: places to break that need markup where Chinese typesetting is off."""

from __future__ import annotations

import re
from itertools import zip_longest

from markupsafe import Markup, escape

from reporter.render.typesetting.activation import missing_parts

# Opening quotation marks with the character that they must not leave.
_OPENING = re.compile("(?<![“‘])([“‘]+[^“‘])")


def breakable(text: str) -> Markup:
    """Running text as HTML that breaks where Chinese text does.

    Lines find these places by themselves while ``chinese_typesetting`` lasts; where the PDF library lacks what that
    needs, opening quotation marks are marked up.
    """
    return marked(text) if missing_parts() else escape(text)


def marked(text: str) -> Markup:
    """The text with a place to break before each opening quotation mark, and none behind it.

    The Unicode line breaking rules (UAX #14) join a quotation mark to both neighbours; Chinese typesetting lets a line
    begin with an opening one and never end with it (Requirements for Chinese Text Layout, 3.1.6).
    """
    parts = _OPENING.split(text)
    quoted = (f'<wbr><span class="quoted">{escape(part)}</span>' for part in parts[1::2])
    plain = (str(escape(part)) for part in parts[::2])
    return Markup("".join(part for pair in zip_longest(plain, quoted, fillvalue="") for part in pair))  # noqa: S704
