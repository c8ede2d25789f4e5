"""Sentences of a Chinese paragraph, as spans.

A sentence ends at 。！？ (half-width ! and ? in Chinese context too) together with the closing quotes and brackets that
follow; ；：、 end none. Nothing ends inside 《》, inside a bracket, or inside a quotation that is only a part of its
sentence (“怎么看？怎么干？”的讨论). A quotation that speaks in sentences of its own is divided like any other text,
and what comes after it (“……！”某人说) is a sentence again. A line break always ends one, and so does the text's end.
"""

from __future__ import annotations

import re
from bisect import bisect_right

_PAIRS = {"《": "》", "〈": "〉", "（": "）", "(": ")", "【": "】", "“": "”", "‘": "’", "「": "」", "『": "』"}
_OPENER = {closer: opener for opener, closer in _PAIRS.items()}
_QUOTES = "“‘「『"
_CLOSERS = frozenset("”’」』）)】》〉\"'")
_REMARK = re.compile(r"[（(](?:详?见|附|略|下同|含|注)[^（）()。！？!?\n]{0,20}[）)](?=\s*(?:\n|$))")
_TERMINALS = "。！？!?"

# How long a pair may be and still hold its text together: titles and remarks are short; an unclosed bracket whose
# partner turns up a page later is damage, not a pair.
_LONGEST = {"《": 120, "〈": 60, "（": 240, "(": 240, "【": 120}
_LONGEST_EMBEDDED = 60  # a slogan or a question that stands inside a sentence
_LONGEST_OBJECT = 40  # the same where only the word before the quotation shows it

_TOKEN = re.compile("[\n《》〈〉（）()【】“”‘’「」『』]")
_END = re.compile(r"[。！？!?.．\n](?:(?<=[。！？!?])[。！？!?]*|(?<=[.．])(?![\d.．])|(?<=\n)\n*)")
# What goes on with the sentence after a quotation: an attribute, an enumeration, a conjunction or a copula.
_GOES_ON = re.compile(r"[的、，,；;：:。！？)）》/]|等(?![到待候])|是|和|与|與|及|或")
_SPEECH = re.compile(r"[说說道称稱问問答示出调調强強认認为為诉訴者：:，,。！？；;…\s]$")


def split_sentences(text: str, start: int = 0) -> list[tuple[int, int]]:
    """The sentences of a paragraph as (start, end), without the white space around them.

    Args:
        text: a paragraph; an unterminated end is a sentence too.
        start: added to every offset.

    Returns:
        Spans in order that cover everything but white space; none for white space alone.
    """
    held = _held(text) if _TOKEN.search(text) else []
    starts = [low for low, _ in held]
    spans: list[tuple[int, int]] = []
    at = 0
    for match in _END.finditer(text):
        if match.start() < at:
            continue
        inside = bisect_right(starts, match.start()) - 1
        if inside >= 0 and match.start() < held[inside][1]:
            opening = held[inside][0]
            if match.end() < held[inside][1] or opening - at > 4 or text[at:opening].strip():
                continue
            # The sentence is a bracket or quotation as a whole, and this is its last mark.
        if _ends_sentence(text, at, match):
            end = _with_remark(text, _with_closers(text, match.end()))
            _add(spans, text, at, end)
            at = end
    _add(spans, text, at, len(text))
    return [(start + low, start + high) for low, high in spans]


def _add(spans: list[tuple[int, int]], text: str, low: int, high: int) -> None:
    """Append the stretch without its outer white space, unless nothing is left."""
    piece = text[low:high]
    left = len(piece) - len(piece.lstrip())
    if left == len(piece):
        return
    end = low + len(piece.rstrip())
    if spans and not any(char.isalpha() for char in piece) and "\n" not in text[spans[-1][1] : low + left]:
        spans[-1] = (spans[-1][0], end)  # marks and figures behind a full stop are no sentence of their own
    else:
        spans.append((low + left, end))


def _ends_sentence(text: str, at: int, match: re.Match[str]) -> bool:
    """Whether this mark ends the sentence that began at ``at``."""
    mark, low, high = match.group()[0], match.start(), match.end()
    before, after = text[low - 1 : low], text[high : high + 1]
    if mark in "。！？\n":
        return True
    if after and after.isascii() and (after.isalnum() or after in "=&/_-#%"):
        return False  # an address, code or Latin text
    if mark in "!?":
        return not before.isascii() or before in "0123456789%)\"' "
    # A lone dot ends a sentence between Chinese characters only, and never after a number at the head (一. ).
    return low - at > 5 and _chinese(before) and (not after or after.isspace() or _chinese(after) or after in _CLOSERS)


def _chinese(char: str) -> bool:
    return "㐀" <= char <= "鿿" or (char in _CLOSERS and char != "")


def _with_closers(text: str, at: int) -> int:
    """The end of the quotes and brackets that close right after a sentence's mark."""
    while at < len(text) and text[at] in _CLOSERS:
        if text[at] in "\"'" and text.count(text[at], max(0, at - 400), at) % 2 == 0:
            break  # a straight quote that opens
        at += 1
        while at < len(text) and text[at] in _TERMINALS:
            at += 1
    return at


def _with_remark(text: str, at: int) -> int:
    """The end of a short reference such as （见附件1） behind the last full stop of a line: part of its sentence."""
    match = _REMARK.match(text, at)
    return match.end() if match else at


def _held(text: str) -> list[tuple[int, int]]:
    """The stretches inside which no sentence ends, sorted and disjoint."""
    held: list[tuple[int, int]] = []
    for low, high in sorted(_pairs(text)):
        if held and high <= held[-1][1]:
            continue
        if _holds(text, low, high):
            held.append((low, high))
    return held


def _pairs(text: str) -> list[tuple[int, int]]:
    """(opening, closing) offsets of balanced pairs; a partner is looked for on the same line only."""
    pairs: list[tuple[int, int]] = []
    open_at: dict[str, list[int]] = {opener: [] for opener in _PAIRS}
    for match in _TOKEN.finditer(text):
        char = match.group()
        if char == "\n":
            open_at = {opener: [] for opener in _PAIRS}
        elif char in _PAIRS:
            open_at[char].append(match.start())
        elif open_at[_OPENER[char]]:
            pairs.append((open_at[_OPENER[char]].pop(), match.start()))
    return pairs


def _holds(text: str, low: int, high: int) -> bool:
    """Whether this pair keeps its text in one sentence."""
    opener = text[low]
    if opener not in _QUOTES:
        return high - low <= _LONGEST.get(opener, 120)
    if high - low > _LONGEST_EMBEDDED:
        return False
    if _GOES_ON.match(text, high + 1) or text[high - 1] not in "。！？!?…":
        return True
    return high - low <= _LONGEST_OBJECT and low > 0 and not _SPEECH.search(text[max(0, low - 2) : low])
