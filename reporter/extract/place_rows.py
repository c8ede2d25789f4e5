"""Rows of places in a sentence: 云河县合格率为98.3%，青岗县为95.1%，临水区为97.0%.

A place at the head of a clause whose rest is a link and a number is whose figure that is, and leaves its name to the
clause before. In a sentence with such a place, others are known by their form alone. All texts are in simplified
characters.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import lru_cache
from typing import NamedTuple

from reporter.extract.tokens import tokens_of

_PLACE = (
    r"(?>(?![其每这那外邻新老主中属以]|重点|部分|其他)(?:(?![全各我本该度年月])[\u4e00-\u9fff]){1,4}?(?:自治县|自治州|县|区|市|州|旗|镇|乡|街道)"
    r"(?![场民级容政辖域块内外间属直委府城区县镇]))"
)
_ROW = rf"(?P<places>{_PLACE}(?:(?:、|和|与|及){_PLACE}){{0,11}}+)"
_LEAD = r"(?:^|(?<=[，；：。、]))(?:其中|而|但|同期|(?:19|20)\d\d年|[上下]半年|[一二三四]季度|今年|去年|\s)*+[，：]?"
_LINK = (
    r"(?:分别|也|则|均|仅|约|共|同比|累计)*(?:为|是|达到?了?|有|完成|实现)?"
    r"(?:增长|增加|提高|提升|上升|下降|减少|降低|回落)?了?(?:近|约|超过?|逾)?"
)
_BARE = re.compile(
    rf"{_LEAD}{_ROW}(?P<link>{_LINK})(?=\d|[一二三四五六七八九十百千两][\d一二三四五六七八九十百千万亿])"
)
_HEAD = re.compile(rf"{_LEAD}{_ROW}(?=(?P<link>[\u4e00-\u9fff“”（）]{{2,24}}?)(?:分别)?[为达有]?到?\d)")
# A cheap look: most sentences have no place right before a number or 分别.
_MAY_BE = re.compile(
    r"[县区市州旗镇乡道](?:[^，。；：]{0,8}\d|[^，。；：]{0,8}[一二三四五六七八九十]|[^。；：]{0,24}分别)"
)
# What ends like a place and is a kind of them, or no place at all.
_KIND = re.compile(
    r".?[市镇乡]|[\u4e00-\u9fff]区|.*(?:地区|城区|城市|县城|社区|园区|校区|景区|厂区|库区|灾区|山区|郊区|片区|辖区|牧区|乡镇"
    r"|县区|市县|区县|区市|城镇|示范区|保护区|建成区|试验区|养殖区|种植区|超市|门市|夜市|股市|楼市|房市|街区|小区|病区|农村|小镇)"
)


class RowPlaces(NamedTuple):
    """Places at ``start`` of a clause. ``end`` is where they end, ``figure`` where the number begins that they stand
    right before, links left out (-1 where a name stands between)."""

    start: int
    end: int
    names: tuple[str, ...]
    figure: int = -1

    def of(self, text: str, start: int) -> str:
        """Whose figure the one at this place is: of a row with 分别 the n-th, else the first."""
        between = text[self.end : start]
        if len(self.names) == 1 or "分别" not in between:
            return self.names[0]
        at = len(re.findall(r"[、和与及]", between.rpartition("分别")[2]))
        return self.names[min(at, len(self.names) - 1)]


@lru_cache(maxsize=4)
def row_places(text: str) -> tuple[RowPlaces, ...]:
    """The places of a sentence's row in order; none where no place stands right before its number, or where 分别
    tells none apart."""
    if not _MAY_BE.search(text):
        return ()
    bare = [row for match in _BARE.finditer(text) if (row := _read(match, text, match.end("link")))]
    if not bare and "分别" not in text:
        return ()
    led = [row for match in _HEAD.finditer(text) if (row := _read(match, text))]
    if not bare and all(len(row.names) == 1 for row in led):
        return ()
    known = {row.start: row for row in (*led, *bare)}
    return tuple(known[start] for start in sorted(known))


def row_place_before(text: str, start: int) -> RowPlaces | None:
    """The last of a sentence's row places that begins before a figure; None where none does."""
    rows = row_places(text)
    at = bisect_right([row.start for row in rows], start) - 1
    return rows[at] if at >= 0 else None


def _read(match: re.Match[str], text: str, figure: int = -1) -> RowPlaces | None:
    """The places of a match; None where one of them is no place, or several stand without 分别."""
    names = tuple(re.findall(_PLACE, match["places"]))
    if len(names) > 1 and "分别" not in match["link"] and "分别" not in text[match.end("places") :][:_WITHIN]:
        return None
    if any(_KIND.fullmatch(name) or _is_noun(name) for name in names):
        return None
    if figure < 0 and not _ends_word(text, match.start("places"), match.end("places")):
        return None
    return RowPlaces(match.start("places"), match.end("places"), names, figure)


# 分别 stands this near to the places that it tells apart.
_WITHIN = 24


def _is_noun(name: str) -> bool:
    """Whether the name is one common word, or begins with a verb of more than one character (建成区)."""
    tokens = tokens_of(name)
    return (len(tokens) == 1 and tokens[0][1] in ("n", "s", "vn", "b")) or (
        tokens[0][1][0] in "vdcpr" and len(tokens[0][0]) > 1
    )


def _ends_word(text: str, start: int, end: int) -> bool:
    """Whether a word ends at this place of a text: 农产品市 of 农产品市场 is none."""
    at = start
    for word, _ in tokens_of(text[start : end + 8]):
        at += len(word)
        if at >= end:
            return at == end
    return False
