"""Blanks: indents, trailing blanks and runs of blanks."""

from __future__ import annotations

import re
from collections.abc import Iterator

# Blanks of one line: tab, space, NBSP, the typographic spaces, the narrow and the ideographic space (Unicode Zs).
_BLANK = "[\t \u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]"
_BLANKS = re.compile(f"(?P<run>{_BLANK}+)(?P<end>\\Z|(?=\n))?")
_PAUSE = frozenset("，、；。！？：）》」』】〕”’")
_PAUSE_BEFORE = frozenset("，、；（《「『【〔“")


def blanks(text: str) -> Iterator[tuple[int, int, str]]:
    """Blanks at the ends of a line go, runs inside a line become one space; none stays beside a pausing mark."""
    for match in _BLANKS.finditer(text):
        start, end = match.span("run")
        before, after = text[start - 1 : start], text[end : end + 1]
        at_edge = before in ("", "\n") or after in ("", "\n")
        yield start, end, "" if at_edge or after in _PAUSE or before in _PAUSE_BEFORE else " "
