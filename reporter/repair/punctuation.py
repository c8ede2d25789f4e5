"""Half-width punctuation in Chinese text becomes full width (GB/T 15834).

What decides is the neighbourhood, blanks passed over: a mark behind a Chinese character, or between Latin and Chinese,
is Chinese punctuation; between two digits or two Latin letters it belongs to a number, a time, an address, a formula.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator

from reporter.language.script import HAN

_CHINESE = (
    rf"[{HAN}\u3001-\u3006\u3008-\u3011\u3014-\u301f\uff01-\uff0c\uff0e\uff0f"
    r"\uff1a-\uff20\uff3b-\uff3d\uff5b-\uff65“”‘’…—·]"
)
"""Chinese characters and full-width punctuation, as a character class."""
_IS_CHINESE = re.compile(_CHINESE)
_BLANKS = " \t\u00a0\u3000"
_LINE = re.compile(r"[^\n]+")

_MARK = re.compile(r"[,;:!?]+")
_FULL = str.maketrans(",;:!?()", "，；：！？（）")
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
    for match in _MARK.finditer(text):
        start, end = match.span()
        if _is_chinese_mark(text, start, end) and not is_lost_character(text, start, end):
            yield from ((at, at + 1, text[at].translate(_FULL)) for at in range(start, end))


def _is_chinese_mark(text: str, start: int, end: int) -> bool:
    left, right = _neighbour(text, start - 1, -1, _CLOSERS), _neighbour(text, end, 1, _OPENERS)
    if _is_chinese(left):
        return True
    if left == "" or not (left.isalnum() or left in _CLOSERS):
        return False
    return _is_chinese(right)


def _neighbour(text: str, at: int, step: int, passed: frozenset[str]) -> str:
    """The nearest character that is neither blank nor passed over; empty at the line's end. Looks at most at eight."""
    for _ in range(8):
        if not 0 <= at < len(text) or text[at] == "\n":
            return ""
        if text[at] not in _BLANKS and text[at] not in passed:
            return text[at]
        at += step
    return ""


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

_STOP = re.compile(rf"(?<=[{HAN}])\.(?=[”\"’』」）)]{{0,2}}(?:\n|\Z)|[{HAN}“])")
_SENTENCE_MARK = re.compile("[，、；：,;:。]")


def full_stops(text: str) -> Iterator[tuple[int, int, str]]:
    """A "." that ends a Chinese sentence: at the end of a line that reads like a sentence; inside a line only when the
    line uses it throughout (it ends with one and has no 。), as a dot inside may join a foreign name."""
    for line in _LINE.finditer(text):
        if "." not in line.group():
            continue
        found = [match.start() for match in _STOP.finditer(text, line.start(), line.end())]
        last = line.start() + len(line.group().rstrip('”"’』」）)')) - 1
        throughout = text[last] == "." and "。" not in line.group() and len(found) > 1
        for at in found:
            if throughout or (last == at and _reads_like_sentence(text[line.start() : at])):
                yield at, at + 1, "。"


def _reads_like_sentence(text: str) -> bool:
    return len(text) >= 5 or _SENTENCE_MARK.search(text) is not None


# -- pairs


def brackets(text: str) -> Iterator[tuple[int, int, str]]:
    """Round brackets that belong together become full width when what they hold or what they follow is Chinese."""
    for line in _LINE.finditer(text):
        if "(" in line.group() or ")" in line.group():
            yield from _line_brackets(text, line.start(), line.end())


def _line_brackets(text: str, start: int, end: int) -> Iterator[tuple[int, int, str]]:
    chinese = [match.start() for match in _IS_CHINESE.finditer(text, start, end)]
    full: list[int] = []
    for opening, closing in _pairs(text, start, end):
        at = bisect_left(chinese, opening + 1)
        holds = at < len(chinese) and chinese[at] < closing
        mixed = text[opening] == "（" or text[closing] == "）"
        before = _neighbour(text, opening - 1, -1, frozenset()) if opening > start else ""
        after = _neighbour(text, closing + 1, 1, frozenset())
        if holds or mixed or _is_chinese(before) or (before == "" and _is_chinese(after)):
            full += [opening, closing]
    for at in sorted(full):
        yield at, at + 1, text[at].translate(_FULL)


def _pairs(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """(opening, closing) offsets of round brackets that match, half and full width taken together."""
    open_at: list[int] = []
    for match in re.finditer("[()（）]", text[start:end]):
        if match.group() in "(（":
            open_at.append(start + match.start())
        elif open_at:
            yield open_at.pop(), start + match.start()


def quotes(text: str) -> Iterator[tuple[int, int, str]]:
    """Straight quotes become curly in pairs, in lines where they are balanced and quote Chinese."""
    for line in _LINE.finditer(text):
        changes: list[tuple[int, int, str]] = []
        for straight, curly in (('"＂', "“”"), ("'＇", "‘’")):
            changes += _line_quotes(text, line.start(), line.end(), straight, curly)
        yield from sorted(changes)


def _line_quotes(text: str, start: int, end: int, straight: str, curly: str) -> list[tuple[int, int, str]]:
    found = [start + match.start() for match in re.finditer(f"[{straight}]", text[start:end])]
    if not found or len(found) % 2 or any(curly_mark in text[start:end] for curly_mark in curly):
        return []
    changes: list[tuple[int, int, str]] = []
    for opening, closing in zip(found[::2], found[1::2], strict=True):
        if not _IS_CHINESE.search(text, opening, closing):
            continue
        changes += [(opening, opening + 1, curly[0]), (closing, closing + 1, curly[1])]
    return changes


# -- dashes and dots

_DASHES = re.compile(
    rf"(?<={_CHINESE})(?:-{{2,8}}|[–―─]{{2,8}})(?={_CHINESE}|\n|\Z)|(?<![^\n ])(?:-{{2,8}}|[–―─]{{2,8}})(?={_CHINESE})"
    rf"|(?<={_CHINESE})(?:\.{{3,6}}|。{{3,6}})(?![.。0-9 ])"
)


def dashes_and_dots(text: str) -> Iterator[tuple[int, int, str]]:
    """Typewriter dashes (--) become —— and dots in a row …… in Chinese text; leaders before a page number stay."""
    for match in _DASHES.finditer(text):
        yield match.start(), match.end(), "……" if match.group()[0] in ".。" else "——"
