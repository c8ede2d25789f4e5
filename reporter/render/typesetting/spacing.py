"""Distances between two characters of Chinese text other than those that their widths give.

- An ideograph and a Latin letter or digit stand a sixteenth of an em apart, unless a space stands there.
  Requirements for Chinese Text Layout (W3C, 3.2.5) allows up to a quarter; from a tenth on text extraction reads
  a space.
- Of two punctuation marks in a row the blank halves that meet are set once: 。” 、《 ）， take one and a half
  characters (same, 3.1.6). Traditional text centres its commas and stops, so there only brackets and quotation marks
  close up.
"""

from __future__ import annotations

import re
from functools import lru_cache

LATIN_GAP = 0.0625
OPENING, CLOSING, STOPS = "（《〈「『【〔〖“‘", "）》〉」』】〕〗”’", "，。、；："
_HAN = "\u2e80-\u2fdf\u3007\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
_LATIN = "0-9A-Za-z\u00c0-\u024f\u0370-\u03ff"
_ANY_LATIN = re.compile(f"[{_LATIN}]")
_BETWEEN_SCRIPTS = re.compile(f"[{_HAN}](?=[{_LATIN}])|[{_LATIN}%](?=[{_HAN}])")


def script_changes(text: str) -> list[int]:
    """The characters (offsets, in order) between which and the next one the script changes."""
    if not _ANY_LATIN.search(text):
        return []
    return [match.start() for match in _BETWEEN_SCRIPTS.finditer(text)]


@lru_cache(maxsize=4)
def narrowed(traditional: bool, quoted: bool) -> tuple[re.Pattern[str], str, str]:
    """Where marks meet (two or more in a row), with the opening ones and those that end something.

    Of these a mark that ends loses a blank half in front of another one, an opening one behind any other. ``quoted``:
    quotation marks are as wide as the rest.
    """
    opening, closing = (OPENING, CLOSING) if quoted else (OPENING[:-2], CLOSING[:-2])
    ending = closing if traditional else closing + STOPS
    return re.compile(f"[{opening}{ending}]{{2,}}"), opening, ending
