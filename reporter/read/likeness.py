"""How much a text reads like Chinese: what tells the right encoding from those that decode the same bytes."""

from __future__ import annotations

import re

from reporter.language.frequency import weight
from reporter.language.script import is_han

# So many code points decide; more of them add time, not certainty.
SAMPLE = 20_000
# Mean weight (decimal logarithm of a character's share) by which the best candidate must lead. Right text has about
# -2.9 and from 8 characters on never below -3.9, text in a wrong encoding -5 to -9 (4,500 snippets of news, abstracts
# and speech, cut out at random and written in six encodings).
LEAD = 0.5
PLAUSIBLE = -4.5
GIBBERISH = -7.5

# Punctuation that Chinese text is full of.
_PUNCTUATION = frozenset("，。、；：？！“”‘’《》（）〔〕【】「」『』—…·　％－〇\ufeff\u00a0")
_READABLE = re.compile(r"[\t\n\r\x20-\x7e]")
_ASCII = -2.5


def likeness(text: str) -> float:
    """The mean weight of the characters that are not ASCII; -9 for control characters and what else Chinese text does
    not hold. Text of ASCII alone gives 0."""
    sample = _READABLE.sub("", text[:SAMPLE])
    total = sum(_of_character(char) * sample.count(char) for char in set(sample))
    return total / len(sample) if sample else 0.0


def likelihood_of_head(text: str) -> float:
    """The sum of the weights of all characters, an ASCII character like a common ideograph: for comparing two readings
    of the same few bytes."""
    return sum(_ASCII if _READABLE.match(char) else _of_character(char) for char in text)


def _of_character(char: str) -> float:
    if char in _PUNCTUATION:
        return -2.0
    if is_han(char):
        return weight(char)
    return -5.0 if "\uff00" <= char <= "\uff5e" or "\u2460" <= char <= "\u24ff" else -9.0
