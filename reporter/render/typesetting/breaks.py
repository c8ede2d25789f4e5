"""Where lines of Chinese text break: Pango breaks a stand-in, the page shows the text.

The Unicode line breaking rules (UAX #14), which Pango follows, join a Chinese quotation mark to both neighbours and
part a number from its unit. Requirements for Chinese Text Layout (W3C, 3.1.6, 3.1.7) lets a line begin with an opening
mark, never end with one, and keeps 12亿元, 第3号 and 3～5年 whole. So a line is measured and broken with marks of the
same width and the same bytes whose class breaks as it should:

    “ ‘ → 「   ” ’ → 」   narrowed: ｢ ｣ (half width)   第 before a number → 「   behind a number: 亿元 → 々々

Each stand-in is one character of three bytes for one character of three bytes: offsets hold in both texts.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from reporter.render.typesetting.spacing import narrowed

OPEN, CLOSE, GLUED, HALF_OPEN, HALF_CLOSE = "「」々｢｣"
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
    f"第?{_DIGITS}(?:[~～-]{_DIGITS})?(?:[%‰％]|[十百千万萬亿億兆余餘多]{{0,3}}(?:{_UNITS}|[{_IDEOGRAPH}])?)"
)


@dataclass(frozen=True, slots=True)
class StandIns:
    """Which stand-ins a face has in the widths that they need: for what hangs on numbers, for quotation marks, for
    marks without a blank half."""

    glued: bool = True
    quoted: bool = True
    narrow: bool = True


def stand_in(text: str, traditional: bool, having: StandIns) -> str:
    """The text to be broken in place of ``text``: as many characters and bytes."""
    if having.narrow:
        text = narrowed(traditional, having.quoted).sub(lambda m: HALF_CLOSE if m["end"] else HALF_OPEN, text)
    if having.quoted and ("“" in text or "”" in text or "‘" in text or "’" in text):
        kept = [match.start() for match in _APOSTROPHE.finditer(text)]
        quoted = text
        for mark, other in _QUOTES:
            quoted = quoted.replace(mark, other)
        for place in kept:
            quoted = quoted[:place] + text[place] + quoted[place + 1 :]
        text = quoted
    return _NUMBER.sub(_glued, text) if having.glued else text


def _glued(match: re.Match[str]) -> str:
    number = match[0]
    if number.isascii():
        return number
    first = OPEN if number[0] == "第" else number[0]
    return first + "".join(character if _thin(character) else GLUED for character in number[1:])


def _thin(character: str) -> bool:
    """Whether a character of a number is no full-width one. It joins its neighbours by itself."""
    return character.isascii() or character == "‰"
