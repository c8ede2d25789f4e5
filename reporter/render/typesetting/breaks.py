"""Where lines of Chinese text break: Pango breaks a stand-in, the page shows the text.

The Unicode line breaking rules (UAX #14), which Pango follows, join a Chinese quotation mark to both neighbours and
part a number from its unit. Requirements for Chinese Text Layout (W3C, 3.1.6, 3.1.7) lets a line begin with an opening
mark, never end with one, and keeps 12亿元, 第3号 and 3～5年 whole. So a line is measured and broken with marks of the
same width and the same bytes whose class breaks as it should:

    “ ‘ → 「   ” ’ → 」   narrowed: ｢ ｣ (half width)   第 before a number → 「   behind a number: 亿元 → 々々   ～ → ％

Each stand-in is one character of three bytes for one character of three bytes: offsets hold in both texts.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from reporter.render.typesetting.spacing import narrowed

OPEN, CLOSE, GLUED, HALF_OPEN, HALF_CLOSE = "「」々｢｣"
# Before which a line may break (in faces of both scripts), and what joins the numbers on both sides.
FREE, JOINT = "中％"
_QUOTES = (("“", OPEN), ("‘", OPEN), ("”", CLOSE), ("’", CLOSE))
_APOSTROPHE = re.compile("(?<=[0-9A-Za-z\u00c0-\u024f])[‘’](?=[0-9A-Za-z\u00c0-\u024f])")
# Units of more than one character; any other ideograph behind a number counts as its unit alone. With 余, 万, 亿 …
# at most seven characters hang on a number: more would tear holes into the line before.
_UNITS = (
    "个百分点|個百分點|百分点|百分點|平方公里|平方千米|平方米|立方米|千瓦时|千瓦時|公里|公斤|公顷|公頃|千米|厘米|毫米|"
    "人次|人民币|美元|欧元|歐元|港元|周年|週年|年度|季度|月份|小时|小時|分钟|分鐘|个月|個月|家次|户次|戶次|件次|摄氏度|攝氏度"
)
_IDEOGRAPH = "\u3400-\u9fff"
_DIGITS = "[0-9０-９](?:[.,．]?[0-9０-９])*"
_NUMBER = re.compile(
    f"{_DIGITS}(?:[~～-]{_DIGITS})?(?:[%‰％]|[十百千万萬亿億兆余餘多]{{0,3}}(?:{_UNITS}|[{_IDEOGRAPH}])?)"
)


_ORDINAL = re.compile("第(?=[0-9０-９])")


@dataclass(frozen=True, slots=True)
class StandIns:
    """Which stand-ins a face has in the widths that they need: for what hangs on numbers, for quotation marks, for
    marks without a blank half."""

    glued: bool = True
    quoted: bool = True
    narrow: bool = True


def stand_in(text: str, traditional: bool, having: StandIns, strict: bool = True) -> str:
    """The text to be broken in place of ``text``: as many characters and bytes.

    Args:
        traditional: the text is written in traditional characters.
        having: which stand-ins the face has.
        strict: keep numbers with their units, ellipses with what they follow.
    """
    if having.narrow:
        text = _narrow(text, traditional, having.quoted)
    if having.quoted:
        text = _unquoted(text)
    if not having.glued:
        return text
    if strict:
        return _ORDINAL.sub(OPEN, _NUMBER.sub(_glued, text))
    return text.replace("……", FREE + GLUED) if having.quoted else text


def _unquoted(text: str) -> str:
    """The text with brackets for its quotation marks; an apostrophe between two letters stays."""
    if not any(mark in text for mark, _ in _QUOTES):
        return text
    apostrophes = [match.start() for match in _APOSTROPHE.finditer(text)]
    bracketed = text
    for mark, other in _QUOTES:
        bracketed = bracketed.replace(mark, other)
    for place in apostrophes:
        bracketed = bracketed[:place] + text[place] + bracketed[place + 1 :]
    return bracketed


def _narrow(text: str, traditional: bool, quoted: bool) -> str:
    """The text with stand-ins of half the width for marks that lose a blank half."""
    meeting, opening, ending = narrowed(traditional, quoted)

    def halves(match: re.Match[str]) -> str:
        marks = match[0]
        new = [marks[0]]
        for mark in marks[1:]:
            if mark in opening:
                new.append(HALF_OPEN)
            else:
                if new[-1] in ending:
                    new[-1] = HALF_CLOSE
                new.append(mark)
        return "".join(new)

    return meeting.sub(halves, text)


def _glued(match: re.Match[str]) -> str:
    number = match[0]
    if number.isascii():
        return number
    return number[0] + "".join([_joining(character) for character in number[1:]])


def _joining(character: str) -> str:
    if character.isascii() or character in "‰％":
        return character
    return JOINT if character == "～" else GLUED
