"""Where a line of Chinese text may be stretched.

A line is stretched between ideographs and their punctuation, between an ideograph and a Latin word or number, and at
spaces, as Requirements for Chinese Text Layout (W3C, 3.5) describes and word processors do it. Words, numbers, dashes
and ellipses of two characters and characters with their combining marks stay whole.
"""

from __future__ import annotations

import re

# Share of the type size that may lie between two characters. From 0.1 em on text extraction (poppler, pdfium) reads a
# space there. A space may grow by an em, and by more where a line has nothing else to stretch.
WIDEST_GAP = 0.095
WIDEST_SPACE = 1.0
SPACES = " \u00a0"
# Blocks whose characters fill the full width: ideographs with their radicals and extensions, kana, CJK and full-width
# punctuation, and the general punctuation that Chinese faces set full width.
_WIDE = (
    "\u2e80-\u3029\u3030-\u3098\u309b-\u312f\u31a0-\u9fff\uf900-\ufaff\ufe30-\ufe4f\uff01-\uffef"
    "\U00020000-\U0003ffff“”‘’·●○■□▲△◆◇★☆①-⑳"
)
# Marks that are set twice and read as one.
_DOUBLED = "—…─"
# What joins the character in front of it or has no width: nothing is stretched in front of it.
_JOINED = (
    "\u00ad\u0300-\u036f\u0483-\u0489\u1ab0-\u1aff\u1dc0-\u1dff\u200b-\u200f\u202a-\u202e\u2060-\u206f\u20d0-\u20ff"
    "\u302a-\u302f\u3099\u309a\ufe00-\ufe0f\ufe20-\ufe2f\ufeff\U0001f3fb-\U0001f3ff\U000e0000-\U000e01ef"
)
_CLOSED = f"(?=[^{SPACES}{_JOINED}])"
_TWICE = "".join(f"|{mark}(?!{mark}){_CLOSED}" for mark in _DOUBLED)
_GAP = re.compile(f"[{_WIDE}]{_CLOSED}|[{SPACES}](?=.){_TWICE}|[^{_WIDE}{_DOUBLED}](?=[{_WIDE}{_DOUBLED}])", re.DOTALL)


def stretchable(text: str) -> list[int]:
    """The places (offsets of the character before the gap) where a line may be stretched, in order; the end of the
    line is none. A space is stretched itself, and nothing in front of it."""
    return [match.start() for match in _GAP.finditer(text)]
