"""Blanks: indents, trailing blanks and runs of blanks."""

from __future__ import annotations

import re
from collections.abc import Iterator

# Blanks of one line: tab, space, NBSP, the typographic spaces, the narrow and the ideographic space (Unicode Zs).
_BLANK = "\t \u00a0\u1680\u2000-\u200a\u202f\u205f\u3000"
_PAUSE = "，、；。！？：）》」』】〕”’"
_PAUSE_BEFORE = "，、；（《「『【〔“"
# All runs but the one space between two words, which most blanks are: another blank, or a space at the text's or a
# line's end, beside another blank or a mark.
_BLANKS = re.compile(f"[{_BLANK}](?:(?<! )|(?<![^\n{_PAUSE_BEFORE}] )|(?=[{_BLANK}\n{_PAUSE}]|\\Z))[{_BLANK}]*")


def blanks(text: str) -> Iterator[tuple[int, int, str]]:
    """Blanks at the ends of a line go, runs inside a line become one space; none stays beside a pausing mark."""
    for match in _BLANKS.finditer(text):
        start, end = match.span()
        before, after = text[start - 1 : start], text[end : end + 1]
        at_edge = before in ("", "\n") or after in ("", "\n")
        yield start, end, "" if at_edge or after in _PAUSE or before in _PAUSE_BEFORE else " "
