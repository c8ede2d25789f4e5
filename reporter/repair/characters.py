"""Line ends, characters that nobody sees, and full-width forms of ASCII."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

# Patterns of repair begin with a class or a literal, what stands before it in a lookbehind after it: so the search
# runs over text without damage several times as fast as where it tries alternatives or a lookbehind at every place.

# Every line end of Unicode (UAX 14: CR LF, CR, NEL, VT, FF, LS, PS) but the line feed itself.
_LINE_END = re.compile("[\r\x0b\x0c\x85\u2028\u2029](?:(?<=\r)\n)?")

# What shows nothing and stands between characters that belong together: C0 and C1 controls other than tab and line
# feed, soft hyphen, zero-width and direction marks, word joiner, byte order mark, variation selectors 1-16, fillers,
# object replacements, tags, and what a cut tail left of U+FFFD at the very end: all of it at once and behind no blank,
# so that what is left does not end in such a tail again.
_UNSEEN = (
    "\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\xad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f"
    "\u202a-\u202e\u2060-\u206f\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff9-\ufffc\U000e0000-\U000e007f"
)
_INVISIBLE = re.compile(
    f"[{_UNSEEN}\ufffd](?:(?<![{_UNSEEN}\ufffd\\s][{_UNSEEN}\ufffd])[{_UNSEEN}\ufffd]*+\\Z|(?<!\ufffd)[{_UNSEEN}]*)"
)

# Full-width digits and letters with the signs inside a number (１，２３４．５, １０：３０), a per cent sign behind a
# digit, and Chinese punctuation in its half-width, small and vertical forms.
_FORMS = "｡｢｣､･﹐﹑﹔﹕﹖﹗﹙﹚﹪︰"
_WIDTH = re.compile(
    f"[０-９Ａ-Ｚａ-ｚ％．{_FORMS}]"
    "(?:(?<=[０-９])[０-９]*(?:，[０-９]{3}(?![０-９]))*(?:[．：][０-９]+)*|(?<=[Ａ-Ｚａ-ｚ])[Ａ-Ｚａ-ｚ]*"
    f"|(?<=[0-9０-９]％)|(?<=[0-9]．)(?=[0-9])|(?<=[{_FORMS}]))"
)
_OTHER_WIDTH = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)} | str.maketrans(
    _FORMS, "。「」、·，、；：？！（）%："
)

# Characters that fonts and PDF programs put for an ideograph: the radicals and the compatibility ideographs.
_VARIANT = re.compile("[\u2e80-\u2fd5\uf900-\ufaff]")


def line_ends(text: str) -> Iterator[tuple[int, int, str]]:
    """Every line end becomes one line feed."""
    for match in _LINE_END.finditer(text):
        yield match.start(), match.end(), "\n"


def invisible(text: str) -> Iterator[tuple[int, int, str]]:
    """Invisible characters go."""
    for match in _INVISIBLE.finditer(text):
        yield match.start(), match.end(), ""


def full_width(text: str) -> Iterator[tuple[int, int, str]]:
    """Full-width digits and letters become ASCII, other forms of Chinese punctuation the full-width one."""
    for match in _WIDTH.finditer(text):
        for at in range(match.start(), match.end()):
            yield at, at + 1, text[at].translate(_OTHER_WIDTH)


def variants(text: str) -> Iterator[tuple[int, int, str]]:
    """Radicals and compatibility ideographs become the ideograph they stand for (Unicode, form NFKC)."""
    for match in _VARIANT.finditer(text):
        ideograph = unicodedata.normalize("NFKC", match.group())
        if len(ideograph) == 1:
            yield match.start(), match.end(), ideograph
