"""Two spellings of one text become the same characters: 質監 and 质监, ＩＳＯ and iso, 「 and “.

One character becomes one character or, where it shows nothing, none; so a script can fold a query by a table of single
characters, and the place of a hit in the folded text is a place in the text.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Set
from functools import cache
from unicodedata import is_normalized

from reporter.kept_code import made_once
from reporter.language import script
from reporter.language.script import simplified

# Spellings that neither compatibility (UAX #15) nor conversion brings together: 著 is 着 too, a circle stands for 〇,
# traditional texts quote in corners, dashes and middle dots have many code points.
_SPELLINGS = {
    spelling: kept
    for kept, others in (
        ("着", "著"), ("〇", "○◯"), ('"', "“”„«»「」﹁﹂〝〞"), ("'", "‘’『』﹃﹄"), ("-", "‐‑‒–—―−"), ("·", "‧•・∙"),
    )
    for spelling in others
}  # fmt: skip
# White space and what controls or marks text: nothing of it is seen.
_UNSEEN = frozenset({"Zs", "Zl", "Zp", "Cc", "Cf", "Cs"})
# Where a query may have another spelling of a character of the documents: Latin, Greek and Cyrillic letters,
# punctuation, radicals, Han characters of the basic plane, wide and narrow forms.
_RANGES = (
    (0x21, 0x5FF), (0x1E00, 0x218F), (0x2219, 0x2219), (0x25CB, 0x25EF), (0x2F00, 0x303F), (0x3400, 0x9FFF),
    (0xF900, 0xFAFF), (0xFE10, 0xFFEF),
)  # fmt: skip


class _Table(dict[int, str]):
    """A table for str.translate that fills as characters are met."""

    def __missing__(self, code: int) -> str:
        self[code] = found = _folded_character(chr(code))
        return found


_TABLE = _Table()


def folded(text: str) -> str:
    """The text as it is compared; folding it again changes nothing."""
    return text.translate(_TABLE)


def spellings(met: Set[str]) -> str:
    """The spellings that a script must know, each followed by what it is folded to, in code point order.

    Args:
        met: the characters of all texts, as they stand there; others that are folded to the same are added.
    """
    kept = {folded(char) for char in met}
    spelled = _spelled()
    pairs = {char: to for char, to in zip(spelled[::2], spelled[1::2], strict=True) if to in kept}
    pairs |= {char: folded(char) for char in met}
    return "".join(char + to for char, to in sorted(pairs.items()) if to and to != char)


@cache
def _spelled() -> str:
    """Every character of the ranges that folding changes into another, each followed by that."""
    return made_once(__file__, "spellings", ("opencc",), _made_spelled, also=(script.__file__,))


def _made_spelled() -> str:
    folds = ((char, folded(char)) for char in _changing())
    return "".join(char + to for char, to in folds if to and to != char)


def _changing() -> Iterator[str]:
    """The characters of the ranges that some step of folding changes; a range is converted at one go."""
    for low, high in _RANGES:
        characters = [chr(code) for code in range(low, high + 1)]
        for char, to in zip(characters, simplified("\n".join(characters)).split("\n"), strict=True):
            if to != char or char in _SPELLINGS or char.lower() != char or not is_normalized("NFKC", char):
                yield char


def _folded_character(char: str) -> str:
    """What a character is compared as: the same after one more step, or the character itself if that never ends."""
    if unicodedata.category(char) in _UNSEEN:
        return ""
    now = char
    for _ in range(6):
        after = _step(now)
        if after == now:
            return now
        now = after
    return char


def _step(char: str) -> str:
    for fold in (_compatible, str.lower, simplified):
        char = _single(fold(char), char)
    return _SPELLINGS.get(char, char)


def _compatible(char: str) -> str:
    return unicodedata.normalize("NFKC", char)


def _single(found: str, otherwise: str) -> str:
    """A single character that can be seen, else the other one: ㎡ and ﬁ stay what they are."""
    return found if len(found) == 1 and not found.isspace() else otherwise
