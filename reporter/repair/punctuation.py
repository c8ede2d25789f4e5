"""Half-width punctuation in Chinese text becomes full width (GB/T 15834).

What decides is the neighbourhood, blanks passed over: a mark behind a Chinese character, or between Latin and Chinese,
is Chinese punctuation; between two digits or two Latin letters it belongs to a number, a time, an address, a formula.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Set

from reporter.language.script import HAN

_CHINESE = (
    rf"[{HAN}\u3001-\u3006\u3008-\u3011\u3014-\u301f\uff01-\uff0c\uff0e\uff0f"
    r"\uff1a-\uff20\uff3b-\uff3d\uff5b-\uff65“”‘’…—·]"
)
"""Chinese characters and full-width punctuation, as a character class."""
_IS_CHINESE = re.compile(_CHINESE)
_BLANKS = " \t\u00a0\u3000"

# A single mark right behind Chinese, as most are, needs no closer look; only a "?" may be a lost character.
_MARK = re.compile(rf"[,;:!?](?:(?P<behind>(?<={_CHINESE}[,;:!])(?<!％[,;:!])(?![,;:!?]))|[,;:!?]*)")
_FULL = dict(zip(",;:!?()（）", "，；：！？（）（）", strict=True))
# What stands between a mark and the character that decides about it: closing brackets and quotes, per cent signs.
_CLOSERS = frozenset(")]}\"'%‰％°℃")
_OPENERS = frozenset("([{\"'")

# What makes a clause a question. A "?" in the middle of a line behind a clause without any of these is more likely a
# character that an encoding lost, as in 朱?基.
_QUESTION = re.compile(
    "[吗嗎呢吧么麼啊呀何谁誰孰怎哪几幾岂豈]|什|甚|多少|是否|能否|可否|有无|有無|不是|难道|難道|为啥|為啥"
)
_CLAUSE_END = re.compile(r"[。！？；!?;\n]")


def marks(text: str) -> Iterator[tuple[int, int, str]]:
    """Commas, colons, semicolons, question and exclamation marks of Chinese text."""
    full = -1  # the last mark that became full width: to the next one it is Chinese
    for match in _MARK.finditer(text):
        start, end = match.span()
        if match.lastgroup:
            yield start, end, _FULL[text[start]]
            full = start
        elif _is_chinese_mark(text, start, end, full) and not is_lost_character(text, start, end):
            full = end - 1
            for at in range(start, end):
                yield at, at + 1, _FULL[text[at]]


def _is_chinese_mark(text: str, start: int, end: int, full: int) -> bool:
    at = _neighbour_at(text, start - 1, -1, _CLOSERS)
    left = "" if at is None else text[at]
    if at == full or _is_chinese(left):
        return True
    if left == "" or not (left.isalnum() or left in _CLOSERS):
        return False
    return _is_chinese(_neighbour(text, end, 1, _OPENERS))


def _neighbour(text: str, at: int, step: int, passed: frozenset[str]) -> str:
    """The nearest character that is neither blank nor passed over; empty at the line's end."""
    found = _neighbour_at(text, at, step, passed)
    return "" if found is None else text[found]


def _neighbour_at(text: str, at: int, step: int, passed: frozenset[str]) -> int | None:
    """Where the nearest character stands that is neither blank nor passed over; None at the line's end. Looks at most
    at eight."""
    for _ in range(8):
        if not 0 <= at < len(text) or text[at] == "\n":
            return None
        if text[at] not in _BLANKS and text[at] not in passed:
            return at
        at += step
    return None


def _is_chinese(char: str) -> bool:
    return _IS_CHINESE.match(char) is not None


def is_lost_character(text: str, start: int, end: int) -> bool:
    """Whether a "?" stands for a character that some conversion lost: alone inside a line, not behind a question,
    with no closing quote or line end behind it."""
    if text[start:end] != "?" and not text.startswith("?,", start):
        return False
    after = text[end : end + 1]
    if after in ("", "\n", '"', "”", "」", "』", ")", "）", "’", " "):
        return False
    clause = _last_clause(text, start)
    return not _QUESTION.search(clause)


def _last_clause(text: str, end: int) -> str:
    """The text before an offset, back to the last end of a sentence, at most 60 characters."""
    window = text[max(0, end - 60) : end]
    return _CLAUSE_END.split(window)[-1]


# -- full stops

_DOT = re.compile(r"\.")
_STOP = re.compile(rf"\.(?<=[{HAN}]\.)(?=[”\"’』」）)]{{0,2}}(?:\n|\Z)|[{HAN}“])")
_SENTENCE_MARK = re.compile("[，、；：,;:。]")


def full_stops(text: str) -> Iterator[tuple[int, int, str]]:
    """A "." that ends a Chinese sentence: at the end of a line that reads like a sentence; inside a line only when the
    line uses it throughout (it ends with one and has no 。), as a dot inside may join a foreign name."""
    for start, end in _lines_with(_DOT, text):
        found = [match.start() for match in _STOP.finditer(text, start, end)]
        if not found:
            continue
        line = text[start:end]
        last = start + len(line.rstrip('”"’』」）)')) - 1
        throughout = text[last] == "." and "。" not in line and len(found) > 1
        for at in found:
            if throughout or (last == at and _reads_like_sentence(text[start:at])):
                yield at, at + 1, "。"


def _reads_like_sentence(text: str) -> bool:
    return len(text) >= 5 or _SENTENCE_MARK.search(text) is not None


def _lines_with(sign: re.Pattern[str], text: str) -> Iterator[tuple[int, int]]:
    """(start, end) of every line that holds the sign, in order."""
    end = 0
    while found := sign.search(text, end):
        start = text.rfind("\n", end, found.start()) + 1 or end
        end = text.find("\n", found.end())
        if end < 0:
            end = len(text)
        yield start, end


# -- pairs

_HALF_BRACKET = re.compile("[()]")
_BRACKET = re.compile("[()（）]")


def brackets(text: str) -> Iterator[tuple[int, int, str]]:
    """Round brackets that belong together become full width when what they hold or what they follow is Chinese."""
    for start, end in _lines_with(_HALF_BRACKET, text):
        yield from _line_brackets(text, start, end)


def _line_brackets(text: str, start: int, end: int) -> Iterator[tuple[int, int, str]]:
    full: set[int] = set()
    for opening, closing, holds_chinese in sorted(_pairs(text, start, end)):
        mixed = text[opening] == "（" or text[closing] == "）"
        if holds_chinese or mixed or _is_beside_chinese(text, opening, closing, full):
            full |= {opening, closing}
    for at in sorted(full):
        yield at, at + 1, _FULL[text[at]]


def _is_beside_chinese(text: str, opening: int, closing: int, full: Set[int]) -> bool:
    """Whether a bracket follows Chinese or one that becomes full width, or comes before Chinese at its line's
    beginning."""
    before = _neighbour_at(text, opening - 1, -1, frozenset())
    if before is None:
        return _is_chinese(_neighbour(text, closing + 1, 1, frozenset()))
    return before in full or _is_chinese(text[before])


def _pairs(text: str, start: int, end: int) -> Iterator[tuple[int, int, bool]]:
    """(opening, closing, whether Chinese stands between) of round brackets that match, half and full width taken
    together. Every stretch between two brackets is searched once at most, however deep they nest."""
    open_at: list[int] = []
    chinese: list[bool] = []
    at = start
    for match in _BRACKET.finditer(text, start, end):
        here = match.start()
        if chinese and not chinese[-1]:
            chinese[-1] = _IS_CHINESE.search(text, at, here) is not None
        at = here + 1
        if match.group() in "(（":
            open_at.append(here)
            chinese.append(False)
        elif open_at:
            opening, held = open_at.pop(), chinese.pop()
            if chinese:
                chinese[-1] = chinese[-1] or held or text[opening] == "（" or text[here] == "）"
            yield opening, here, held


_QUOTE = re.compile("[\"＂'＇]")
_STRAIGHT = ((re.compile('["＂]'), "“", "”"), (re.compile("['＇]"), "‘", "’"))


def quotes(text: str) -> Iterator[tuple[int, int, str]]:
    """Straight quotes become curly in pairs, in lines where they are balanced and quote Chinese."""
    for start, end in _lines_with(_QUOTE, text):
        changes: list[tuple[int, int, str]] = []
        for straight, opener, closer in _STRAIGHT:
            if text.find(opener, start, end) < 0 and text.find(closer, start, end) < 0:
                found = [match.start() for match in straight.finditer(text, start, end)]
                changes += _curled(text, found, opener, closer)
        yield from sorted(changes)


def _curled(text: str, found: list[int], opener: str, closer: str) -> Iterator[tuple[int, int, str]]:
    """The straight quotes of a line in pairs, those that hold Chinese; none where one is left over."""
    if len(found) % 2 == 0:
        for opening, closing in zip(found[::2], found[1::2], strict=True):
            if _IS_CHINESE.search(text, opening, closing):
                yield opening, opening + 1, opener
                yield closing, closing + 1, closer


# -- dashes and dots

_DASH_RUN = r"(?:(?<=-)-{1,7}|(?<=[–―─])[–―─]{1,7})"
_DOT_RUN = r"(?:(?<=\.)\.{2,5}|(?<=。)。{2,5})"
_DASHES = re.compile(
    rf"[-–―─.。](?:(?<={_CHINESE}.)(?:{_DASH_RUN}(?={_CHINESE}|\n|\Z)|{_DOT_RUN}(?![.。0-9 ]))"
    rf"|(?<![^\n ].){_DASH_RUN}(?={_CHINESE}))"
)


def dashes_and_dots(text: str) -> Iterator[tuple[int, int, str]]:
    """Typewriter dashes (--) become —— and dots in a row …… in Chinese text; leaders before a page number stay."""
    for match in _DASHES.finditer(text):
        yield match.start(), match.end(), "……" if match.group()[0] in ".。" else "——"
