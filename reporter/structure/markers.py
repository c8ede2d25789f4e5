"""The numbers and signs that head a line: 第一部分, 一、, （一）, 1., （1）, ①, ——, 附：, 一是.

All patterns read simplified text. ``RANK`` is the order in which official documents nest the schemes (GB/T 9704-2012,
7.3.3: 一、 （一） 1. （1）; Taiwan's 文書處理手冊: 壹、 一、 （一） 1、 （1） 甲、); it only breaks ties, a document's
levels come from its own use.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from reporter.language.dates import small_number

RANK = {
    name: rank
    for rank, name in enumerate(
        (
            "appendix", "part", "chapter", "section", "article", "formal", "roman", "chinese", "chinese-bracket",
            "arabic", "decimal2", "decimal3", "decimal4", "arabic-bracket", "circled", "stem", "letter",
        )
    )
}  # fmt: skip

_CN = "〇零一二三四五六七八九十百"
_FORMAL = {"壹": 1, "贰": 2, "叁": 3, "参": 3, "肆": 4, "伍": 5, "陆": 6, "柒": 7, "捌": 8, "玖": 9, "拾": 10}
_COMMON = "零一二三四五六七八九十"
_PARTS = {"部分": "part", "编": "part", "篇": "part", "章": "chapter", "节": "section", "条": "article"}
_ROMAN = "ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩⅪⅫ"
_ROWS = "Ⅰ㈠⒈⑴①❶"  # the first of each row of numbers that Unicode has as one character
_DIGITS = frozenset(_CN + "0123456789")
_STEMS = "甲乙丙丁戊己庚辛壬癸"
# Units that make 1.2 a quantity, not the number of a subsection.
_UNIT = "亿万千百十个倍元米吨升克度家项人次年月日时分秒天周户名件台套辆起公平立亩℃%％‰～~至到-"

_NTH = rf"第(?P<v>[{_CN}]{{1,5}}|\d{{1,3}})(?P<part>部分|[编篇章节条])(?:之[一二三四五六七八九十])?"
# 一、二、三产业 and 一、二季度 count things that the sentence speaks of.
_NO_COUNT = rf"(?![{_CN}]{{1,2}}(?:[、和及至到级线号楼等产类期两季届次批岁个人名家天年位]|月))"
_DECIMAL = r"(?P<v>\d{1,2}(?:[.．]\d{1,2}){1,3})"
_DECIMAL_END = rf"(?:[、.．]\s*|\s+(?![{_UNIT}])|(?=[㐀-鿿“《])(?![{_UNIT}]))"
# 3.5亿元 and 1、2号楼 are quantities; 1.2017年… is the year after the number.
_ARABIC_END = r"(?:[.．](?!\d)|、|[.．、](?=(?:19|20)\d\d年?))\s*(?!\d{1,3}(?:[、号月日至~-]|[.．]\d))"

# Name, the character that begins such a number (most lines begin otherwise and need no pattern), and all of it.
_PATTERNS: tuple[tuple[str, re.Pattern[str], re.Pattern[str]], ...] = tuple(
    (name, re.compile(f"[{first}]"), re.compile(pattern))
    for name, first, pattern in (
        ("part", "第", rf"{_NTH}[、：:]?\s*"),
        ("formal", "".join(_FORMAL), r"(?P<v>[壹贰叁参肆伍陆柒捌玖拾]{1,3})[、.．]\s*"),
        ("roman", _ROMAN, rf"(?P<v>[{_ROMAN}])(?:[、.．]\s*|\s+)"),
        ("chinese", _CN, rf"(?P<v>[{_CN}]{{1,4}})[、.．]\s*{_NO_COUNT}"),
        ("chinese", "㈠-㈩", r"(?P<v>[㈠-㈩])\s*"),
        ("chinese-bracket", "（(", rf"[（(]\s*(?P<v>[{_CN}]{{1,4}})\s*[）)][、.．]?\s*"),
        ("chinese-bracket", _CN, rf"(?P<v>[{_CN}]{{1,3}})[）)]\s*"),
        ("decimal", r"\d", _DECIMAL + _DECIMAL_END),
        ("arabic", r"\d", r"(?P<v>\d{1,3})" + _ARABIC_END),
        ("arabic", "⒈-⒛", r"(?P<v>[⒈-⒛])\s*"),
        ("arabic-bracket", "（(", r"[（(]\s*(?P<v>\d{1,3})\s*[）)][、.．]?\s*"),
        ("arabic-bracket", r"\d", r"(?P<v>\d{1,2})[）)]\s*"),
        ("arabic-bracket", "⑴-⒇", r"(?P<v>[⑴-⒇])\s*"),
        ("circled", "①-⑳❶-❿", r"(?P<v>[①-⑳❶-❿])[、.．]?\s*"),
        ("stem", f"{_STEMS}（(", rf"(?:(?P<v>[{_STEMS}])[、.．](?![{_STEMS}])|[（(](?P<w>[{_STEMS}])[）)])\s*"),
        ("letter", "A-Ha-h", r"(?P<v>[A-Ha-h])(?:[、．）)](?![A-Za-z](?![A-Za-z]))|\.(?=\s|[㐀-鿿]))\s*"),
        ("lenticular", "【", r"(?=【[^【】]{2,24}】)"),
        ("dash", "—―─－-", r"(?:[—―─－]{1,4}|--{1,3})\s*(?=[^\s—―─－\d-])"),
        ("bullet", "•●■◆▲★◇○□☆※▪·▶►◎*-", r"[•●■◆▲★◇○□☆※▪·▶►◎*]\s*(?=\S)|-\s+(?=\S)"),
        # 附 alone needs a colon: 附近, 附加值 and 附属 are words.
        (
            "appendix",
            "附",
            rf"附(?:[件录表](?:\s*+(?P<v>[{_CN}]{{1,3}}|\d{{1,2}}))?\s*+(?:[：:、.．]|(?<=\s)|$)|[：:])\s*+",
        ),
    )
)  # fmt: skip
_SPACED = re.compile(r"(\d{1,2})\s+(?=[㐀-鿿“《])(?![年月日时分人家个项名件亿万元])")
_ARTICLE_BODY = re.compile(r"[\s、：:]|$")

# 一是, 二要, 首先, 第一，: items of a section, never headings.
_STEP = re.compile(
    r"(?:其?[一二三四五六七八九十]{1,2}(?:是|要|则|抓)|第[一二三四五六七八九十]{1,2}(?:是|[，、：,:])"
    r"|其[一二三四五六七八九十]{1,2}[，、：,:]|首先|其次|再次|再者|然后|最后|另外|此外)[，,：:]?"
)


@dataclass(frozen=True, slots=True)
class Marker:
    """What heads a line: its scheme, its value in the scheme's count (None for a sign), and where it ends.

    ``number`` ends before the white space that follows, ``end`` after it.
    """

    scheme: str
    value: int | None
    number: int
    end: int


def find_marker(plain: str, *, spaced: bool = False) -> Marker | None:
    """The number or sign at the beginning of a line in simplified characters; None for words like 一、二产业.

    ``spaced`` takes a bare number with a space (1 总则) for one too.
    """
    for name, pattern in _beginning_with(plain[:1]):
        match = pattern.match(plain)
        if match and (marker := _marker(name, match, plain)):
            return marker
    match = _SPACED.match(plain) if spaced else None
    return Marker("arabic", int(match[1]), match.end(1), match.end()) if match else None


@lru_cache(maxsize=4096)
def _beginning_with(char: str) -> tuple[tuple[str, re.Pattern[str]], ...]:
    """The patterns of the numbers and signs that this character may begin, in their order; none for no character."""
    return tuple((name, pattern) for name, first, pattern in _PATTERNS if first.match(char))


def decimals_of(lines: Iterable[str]) -> frozenset[str]:
    """The numbers such as 1.1 and 2.3.1 that head lines and have a neighbour in their count.

    A lone one is a day (12.4宪法日) or a quantity.
    """
    stated = set()
    for plain in lines:
        marker = find_marker(plain) if plain[:1].isdigit() else None
        if marker and marker.scheme.startswith("decimal"):
            stated.add(plain[: marker.number].replace("．", ".").rstrip(".、"))
    return frozenset(number for number in stated if _neighbours(number) & stated)


def _neighbours(number: str) -> set[str]:
    before, _, last = number.rpartition(".")
    return {f"{before}.{int(last) + 1}"} | ({f"{before}.{int(last) - 1}"} if int(last) > 1 else set())


def find_step(plain: str) -> int:
    """Where 一是, 首先 and the like end at the beginning of a text; 0 where there is none."""
    match = _STEP.match(plain)
    return match.end() if match else 0


def _marker(name: str, match: re.Match[str], plain: str) -> Marker | None:
    text = match.group()
    end, number = match.end(), match.start() + len(text.rstrip())
    stated = match.groupdict().get("v") or match.groupdict().get("w") or ""
    if name == "part":
        name = _PARTS[match["part"]]
        if name != "part" and not _ARTICLE_BODY.match(plain[number : number + 1]) and len(plain) > 40:
            return None  # 第二条生产线建成… speaks of a thing
    if name == "decimal":
        parts = re.split(r"[.．]", stated)
        return Marker(f"decimal{len(parts)}", int(parts[-1]), number, end)
    return Marker(name, _value(name, stated), number, end)


def _value(name: str, stated: str) -> int | None:
    """The count that the number stands for; None for what does not count."""
    if name == "formal":
        return small_number("".join(_COMMON[_FORMAL[char]] for char in stated))
    if not stated or stated[0] in _DIGITS:
        return small_number(stated)
    if stated in _STEMS:
        return _STEMS.index(stated) + 1
    for first in (*_ROWS, "a", "A"):
        if ord(first) <= ord(stated) < ord(first) + 20:
            return ord(stated) - ord(first) + 1
    return None
