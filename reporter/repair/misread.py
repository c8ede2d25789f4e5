"""Text that was decoded in a wrong encoding: decoded in the right one where that can be undone without loss.

``浣犲ソ`` are the UTF-8 bytes of 你好 read as GBK. The way back is to write the characters in the wrong encoding and to
read the bytes in the right one. A stretch is put right only when its bytes decode strictly and give common characters
where rare ones stood; what a lossy decoder dropped (U+FFFD, ``?``) stays as it is, with the characters that share bytes
with it, and a finding names the line.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from reporter.language.frequency import weight
from reporter.language.script import HAN, is_han
from reporter.model import Edit, Ledger

Replacement = tuple[int, int, str]

_LINE = re.compile(r"[^\n]+")
_HAN = re.compile(f"[{HAN}\u3100-\u312f\ue000-\uf8ff]")
# What makes up a quarter of Chinese text in either script, and next to nothing of misread text.
_COMMON = re.compile(
    "[的一是在不了有和人中大为為上个個国國以要时時来來用们們生到作地于於出会會可下对對成发發年工行业業产產全市县縣区區"
    "，。、：；（）]"
)
_LOW_SHARE, _LEAST_HAN = 0.05, 6
# Latin letters and signs as bytes of 80–FF look in Windows-1252 and Latin-1, two in a row, one a letter at least.
_SIGN = "\u0080-\u00ff\u0152\u0153\u0160\u0161\u0178\u017d\u017e\u0192\u02c6\u02dc\u2013-\u203a\u20ac\u2122"
_LETTER = "\u00a1-\u00b6\u00b8-\u00d6\u00d8-\u00f6\u00f8-\u00ff"
_LATIN = re.compile(f"[{_SIGN}](?:[{_LETTER}]|(?<=[{_LETTER}])(?:[{_SIGN}]|[A-Za-z~@^_`|{{}}][{_LETTER}]))")
# UTF-8 writes Chinese as E3–E9 or EF and two bytes of 80–BF: what misread text begins with is the character that GBK
# has for the first two.
_FIRST = "".join(
    bytes([lead, trail]).decode("gbk", "ignore") for lead in (*range(0xE2, 0xEA), 0xEF) for trail in range(0x80, 0xC0)
)
_FOREIGN = re.compile(rf"[{_FIRST}](?<![^\x00-\x7f].)[^\x00-\x7f\ufffd]{{2,}}")

# A decoder's mistakes, each a list of (wrong, right) to undo one after the other: byte encodings taken for wider ones,
# and UTF-8 encoded twice.
_WINDOWS = "windows"
_LATIN_MISTAKES = (
    ((_WINDOWS, "utf-8"),),
    ((_WINDOWS, "utf-8"), (_WINDOWS, "utf-8")),
    ((_WINDOWS, "gb18030"),),
    ((_WINDOWS, "cp950"),),
)
_CHINESE_MISTAKES = (
    (("gb18030", "utf-8"),),
    (("cp950", "gb18030"),),
    (("gb18030", "cp950"),),
    (("cp950", "utf-8"),),
)
Mistake = tuple[tuple[str, str], ...]

# What comes out must be Chinese through and through, as common as running text is (-3.1 on news, names and lists -3.7)
# and, character by character, ten times as common as what went in.
_MOSTLY_HAN = 0.7
_COMMONER = 1.0
_RUNNING_TEXT = -4.2
_RARE_TEXT = -5.0
_SURE = 4
# What no reading of Chinese text gives: Latin letters with accents, controls, private use. And what it does give.
_NOT_CHINESE = re.compile("[\x00-\x08\x0e-\x1f\x7f-\xa0\xa1-\xaf\xb2-\xb6\xb8-\xd6\xd8-\u02ff\ue000-\uf8ff\ufffd]")
_MARKS = re.compile("[\x20-\x7e、。，；：？！（）《》“”‘’…—·％　①-⑩０-９]+")


_LOST = re.compile(r"\?(?<=[^\x00-\x7f]\?)")
_LOSSES = re.compile(r"[?\ufffd锟]")


@dataclass(frozen=True, slots=True)
class _Reading:
    """A line read anew: the pieces that change, and how many Chinese characters they hold."""

    pieces: tuple[Replacement, ...]
    han: int


def misread(text: str) -> Iterator[Replacement]:
    """The characters that were decoded in a wrong encoding, each with what it was; nothing for other text."""
    sure: dict[Mistake, None] = {}
    doubtful = list(_doubtful(text))
    readings: dict[int, _Reading] = {}
    for start, line in doubtful:
        for mistake in _mistakes(line):
            reading = _reading(line, mistake, strict=True)
            if reading:
                readings[start] = reading
                if reading.han >= _SURE:
                    sure[mistake] = None
                break
    for start, line in _unsound(text) if sure else doubtful:
        found = readings.get(start) or next(
            (reading for mistake in sure if (reading := _reading(line, mistake, strict=False))), None
        )
        for low, high, meant in found.pieces if found else ():
            yield from _characters(start + low, start + high, meant)


def _characters(start: int, end: int, meant: str) -> Iterator[Replacement]:
    """A replacement as one for each of its characters, where there are enough of those that it replaces: a sentence, a
    name or a date may begin between two characters that share bytes, and each then has a place of its own."""
    size, count = end - start, len(meant)
    if count > size:
        yield start, end, meant
        return
    for index, char in enumerate(meant):
        yield start + index * size // count, start + (index + 1) * size // count, char


def still_misread(text: str) -> Iterator[tuple[int, int]]:
    """The lines that look like misread text and could not be put right throughout: a lossy decoder dropped bytes."""
    if not _LOSSES.search(text):
        return
    for match in _LINE.finditer(text):
        line = match.group()
        lost = line.count("\ufffd") + line.count("锟斤拷") * 3 + len(_LOST.findall(line))
        if "锟斤拷" in line or (lost >= 2 and (_LATIN.search(line) or _is_rare(line))):
            yield match.span()


def _doubtful(text: str) -> Iterator[tuple[int, str]]:
    signs = [match.start() for sign in (_LATIN, _FOREIGN) for match in sign.finditer(text)]  # none crosses a line's end
    signs.sort(reverse=True)
    start = 0
    for line in text.split("\n"):
        end = start + len(line)
        signed = bool(signs) and signs[-1] < end
        while signs and signs[-1] < end:
            signs.pop()
        if signed or _is_rare(line):
            yield start, line
        start = end + 1


def _unsound(text: str) -> Iterator[tuple[int, str]]:
    """All lines without common characters, where others have proved a mistake."""
    for match in _LINE.finditer(text):
        line = match.group()
        if not line.isascii() and len(_COMMON.findall(line)) <= _LOW_SHARE * len(line):
            yield match.start(), line


def _is_rare(line: str) -> bool:
    """Whether a line has Chinese characters and next to none of the common ones."""
    if len(line) < _LEAST_HAN or line.isascii():
        return False
    enough = int(_LOW_SHARE * len(line)) + 1  # as many are no small share even if all else is Chinese
    if sum(1 for _ in islice(_COMMON.finditer(line), enough)) == enough:
        return False
    han = len(_HAN.findall(line))
    return han >= _LEAST_HAN and len(_COMMON.findall(line)) < _LOW_SHARE * han


def _mistakes(line: str) -> tuple[Mistake, ...]:
    return (*(_LATIN_MISTAKES if _LATIN.search(line) else ()), *_CHINESE_MISTAKES)


# -- one line, one mistake


def _reading(line: str, mistake: Mistake, strict: bool) -> _Reading | None:
    """The line as it was before the mistake, as far as its bytes tell; None where that reads no better.

    Args:
        strict: whether the line alone must prove the mistake; otherwise other lines have.
    """
    if strict and not _promises(line, mistake):
        return None
    ledger = Ledger(line)
    for wrong, right in mistake:
        ledger = ledger.then(_undone(ledger.text, wrong, right), right)
    runs = [run for run in _runs(line, ledger.edits) if _is_better(run)]
    foreign = sum(not char.isascii() for char in line)
    covered = 2 * sum(not char.isascii() for run in runs for edit in run for char in edit.original) >= foreign
    if not any(_is_sure(run, covered) for run in runs) if strict else not covered:
        return None
    pieces = tuple((edit.start, edit.end, edit.replacement) for run in runs for edit in run)
    han = sum(map(is_han, "".join(piece[2] for piece in pieces)))
    return _Reading(pieces, han) if pieces else None


def _promises(line: str, mistake: Mistake) -> bool:
    """Whether the line read anew, losses aside, has any of the common characters: a quick look before the exact one."""
    for wrong, right in mistake:
        written = b"".join(map(_windows, line)) if wrong == _WINDOWS else line.encode(wrong, "replace")
        line = written.decode(right, "replace")
    common = len(_COMMON.findall(line))
    return common > 0 and common > 2 * _LOW_SHARE * len(_HAN.findall(line))


def _runs(line: str, edits: Sequence[Edit]) -> Iterator[list[Edit]]:
    """Edits with nothing but ASCII between them."""
    run: list[Edit] = []
    for edit in edits:
        if run and not line[run[-1].end : edit.start].isascii():
            yield run
            run = []
        run.append(edit)
    if run:
        yield run


def _is_sure(run: Sequence[Edit], covered: bool) -> bool:
    """Whether a run alone proves the mistake: a few characters do where they are most of the line."""
    meant, shown = _texts(run)
    han = sum(map(is_han, meant))
    if han < max(2 if covered else _SURE, _MOSTLY_HAN * sum(not char.isascii() for char in meant) - 1):
        return False
    return _commonness(meant) >= _commonness(shown) + _COMMONER and _han_weight(meant) >= _RUNNING_TEXT


def _is_better(run: Sequence[Edit]) -> bool:
    """Whether a run reads better than what stands there, the mistake being known."""
    meant, shown = _texts(run)
    han = [char for char in meant if is_han(char)]
    if _NOT_CHINESE.search(meant) or (han and _han_weight(meant) < _RARE_TEXT):
        return False
    return _commonness(meant) > _commonness(shown) if han else _MARKS.fullmatch(meant) is not None


def _texts(run: Sequence[Edit]) -> tuple[str, str]:
    return "".join(edit.replacement for edit in run), "".join(edit.original for edit in run)


def _commonness(text: str) -> float:
    """The mean weight of the characters that are no ASCII; what is no Han character counts as unlisted ones do."""
    weights = [weight(char) for char in text if not char.isascii()]
    return sum(weights) / len(weights) if weights else -8.0


def _han_weight(text: str) -> float:
    weights = [weight(char) for char in text if is_han(char)]
    return sum(weights) / len(weights)


# -- bytes


def _undone(line: str, wrong: str, right: str) -> Iterator[Replacement]:
    """One replacement for each stretch between common boundaries of both texts whose bytes all decode."""
    ends: dict[int, int] = {0: 0}
    data = bytearray()
    lost: list[int] = []
    for index, char in enumerate(line):
        written = _written(char, wrong)
        if written is None:
            lost.append(len(data))
            written = b"\xff"
        data += written
        ends[len(data)] = index + 1
    position = at = 0
    piece = ""
    whole = True
    for meant, length in _decoded(bytes(data), right, frozenset(lost)):
        position += length
        piece += meant or ""
        whole = whole and meant is not None
        if position in ends:
            if whole and line[at : ends[position]] != piece:
                yield at, ends[position], piece
            at, piece, whole = ends[position], "", True


def _windows(char: str) -> bytes:
    """The byte of a character in Windows-1252 as decoders really use it, with the control characters of Latin-1 in its
    gaps; nothing for a character that it does not have."""
    code = ord(char)
    if code >= 0x100 or 0x80 <= code < 0xA0:
        try:
            return char.encode("cp1252")
        except UnicodeEncodeError:
            pass
    return bytes([code]) if code < 0x100 else b""


def _written(char: str, encoding: str) -> bytes | None:
    """The bytes of a character in the wrong encoding; None for a character that it does not have."""
    if encoding == _WINDOWS:
        return _windows(char) or None
    try:
        return None if char == "\ufffd" else char.encode(encoding)
    except UnicodeEncodeError:
        return None


def _decoded(data: bytes, encoding: str, lost: frozenset[int]) -> Iterator[tuple[str | None, int]]:
    """The characters of the bytes with their lengths; None for a byte that belongs to none."""
    at = 0
    lengths = (3, 2, 4) if encoding == "utf-8" else (2, 4)
    while at < len(data):
        if data[at] < 0x80:
            yield chr(data[at]), 1
            at += 1
            continue
        for length in lengths:
            bad = at + length > len(data) or any(n in lost for n in range(at, at + length))
            char = None if bad else _one(data[at : at + length], encoding)
            if char is not None:
                yield char, length
                at += length
                break
        else:
            yield None, 1
            at += 1


def _one(data: bytes, encoding: str) -> str | None:
    try:
        char = data.decode(encoding)
    except UnicodeDecodeError:
        return None
    return char if len(char) == 1 else None
