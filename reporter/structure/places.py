"""The places that a text names: counties, cities and districts.

A name begins where a word begins. One that the list of divisions has is a place, and so is a word that the tagger
knows for one; any other needs evidence: the title or the source states it, a place stands right before it, a government
or an office follows it, or it recurs.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from reporter.language.areas import areas_called, is_ordinary, short_forms
from reporter.language.provinces import PROVINCES
from reporter.structure.tagging import Word, words_of

# Taiwan's counties and cities follow the same grammar.
_WHOLE = re.compile(r"[㐀-鿿]{2,12}(?:[市县区旗盟]|自治州)")
_SUFFIX_CHARACTER = re.compile("[市县区旗盟州]")
# What the suffix belongs to another word with: 市场, 区域, 县级.
_SUFFIX = re.compile(
    r"市(?![场民级值面容内外属直本域区])|区(?![域位别分间块县划内里])|县(?![级域城市乡区内里])|旗(?![帜下舰袍])"
)
# Words that end like a place and are none: kinds of areas and figures of speech (示范区, 超市, 强县).
_KIND_OF_AREA = re.compile(
    r"(?:功能|示范|开发|保护|产业|集聚|聚集|工业|试验|实验|合作|经济|旅游|服务|核心|中心|生活|居民|住宅|商业|加工|自治|"
    r"贫困|试点|农业|高新|保税|自贸|生态|度假|先行|改革|管理|行政|基层|乡村|办公|候车|等候|隔离|发展|制品|作业)区$|"
    r"(?:上|超|股|集|夜|文明|卫生|园林|智慧|宜居|质量|强|地级|县级|国际都|大都)市$|城市$|"
    r"(?:强|各|大|小|农业|贫困|贫|示范|试点|先进)县$|[强各全]旗$|[强兴立治][市县区省]$|^[全我本该各]|^新区$"
)
# The same where the tagger does not know the word as a whole (南山区 is a place, 老山区 is not).
_KIND_BY_END = re.compile(r"[强县市郊辖社园山地景灾小校厂库罐牧林矿学片战时禁盲误类特老专分]区$")
# What only a place has: a government, a committee, a council, an office.
_ADMINISTERED = re.compile(
    r"[市县区旗]?(?:(?:人民)?政府|委(?![托员派])|人大|政协)|[㐀-鿿]{2,8}(?:分?局|法院|检察院|办公室|委员会)"
)
# Divisions that are called what any town has; they need their city before them.
_ANY_TOWN_HAS = re.compile(r"(?:新城|新市|老城|城[东西南北中]|市[中南北]|[东西南北中新城郊矿])区")
_LONGEST_NAME = 15
_OFTEN = 3


@dataclass(frozen=True, slots=True)
class Place:
    """A name and where it begins: known for a place, by the list or by the tagger, or with what speaks for it.

    ``chained``: a place stands right before it; ``bordered``: no noun runs into it; ``named``: the tagger takes its
    stem for some kind of name; ``noun``: for any noun; ``administered``: a government or an office follows.
    """

    name: str
    start: int
    known: bool
    chained: bool
    bordered: bool
    named: bool
    noun: bool
    administered: bool


@lru_cache(maxsize=4)
def place_names(text: str) -> tuple[Place, ...]:
    """Every name of a county, city or district in a text, from the beginning of a word to the suffix."""
    words = words_of(text)
    listed = tuple(_listed(text, words))
    ends = [end for _, end in listed]
    known = (Place(text[start:end], start, True, True, True, True, True, True) for start, end in listed)
    found = [*known, *_places(text, words, lambda start, end: _is_free(listed, ends, start, end))]
    return tuple(sorted(found, key=lambda place: place.start))


def _listed(text: str, words: Sequence[Word]) -> Iterator[tuple[int, int]]:
    """Where the names of divisions stand, in order and without overlap: (start, end) of each, the longest that begins
    where a word or the name before it ends."""
    starts = {word.start: word for word in words}
    last = 0
    for match in _SUFFIX_CHARACTER.finditer(text):
        end = match.end()
        if end not in starts and end < len(text) and not _SUFFIX.match(text, end - 1):
            continue
        for start in range(max(last, end - _LONGEST_NAME), end - 1):
            if (start in starts or start == last) and _is_listed(text, start, end, starts):
                yield start, end
                last = end
                break


def _is_listed(text: str, start: int, end: int, starts: Mapping[int, Word]) -> bool:
    """Whether a division's name stands there. Names of two characters stand behind what they belong to or free, names
    that any town has behind what they belong to."""
    name = text[start:end]
    areas = areas_called(name)
    if not areas or _is_province(name):
        return False
    if any(text.endswith(form, 0, start) for area in areas for above in area.above for form in short_forms(above)):
        return True
    if _ANY_TOWN_HAS.fullmatch(name):
        return False
    if is_ordinary(name):  # 新建县城道路, 新建区级平台; 新建县中医院 where no such county is left
        ends_word = end in starts or end == len(text)
        return not areas[0].former and ends_word and _is_bounded(text, start, end, starts)
    return end - start > 2 or (name[-1] != "区" and _stands_free(text, start, starts))


def _is_bounded(text: str, start: int, end: int, starts: Mapping[int, Word]) -> bool:
    """Whether a name that is a word besides stands free, and its suffix belongs to no other word."""
    return _SUFFIX.match(text, end - 1) is not None and _stands_free(text, start, starts)


def _stands_free(text: str, start: int, starts: Mapping[int, Word]) -> bool:
    """Whether a sign, a line's beginning or a preposition stands before a name: 兴县 is a county, 质量兴县 a slogan."""
    before = max((at for at in range(max(0, start - 4), start) if at in starts), default=-1)
    return before < 0 or text[start - 1] == "\n" or starts[before].tag[0] in "xp"


def _is_free(listed: Sequence[tuple[int, int]], ends: Sequence[int], start: int, end: int) -> bool:
    """Whether no name of a division overlaps a stretch."""
    at = bisect_right(ends, start)
    return at == len(listed) or listed[at][0] >= end


def _places(text: str, words: Sequence[Word], is_free: Callable[[int, int], bool]) -> Iterator[Place]:
    """The names by their grammar."""
    for at, word in enumerate(words):
        if not _SUFFIX_CHARACTER.search(word.text):
            continue
        first, end = _bounds(words, at, text)
        name = text[words[first].start : end] if end else ""
        stem = words[first]
        known = stem.is_place and first in (at, at - 1) and len(stem.text) > 1 and len(name) > 2
        if not name or not _is_han(name) or _is_kind(name, whole=known and first == at) or _is_province(name):
            continue
        if not is_free(stem.start, end):
            continue
        if _ANY_TOWN_HAS.fullmatch(name) and not (first and words[first - 1].is_place):
            continue
        before = words[first - 1] if first else None
        chained = before is not None and before.is_place and len(before.text) > 1
        if is_ordinary(name) and not chained:
            continue
        yield Place(
            name,
            stem.start,
            known=known,
            chained=chained,
            bordered=chained or before is None or before.tag[0] not in "najb",
            named=stem.tag[:2] in ("ns", "nr", "nz"),
            noun=stem.tag[0] == "n",
            administered=bool(_ADMINISTERED.match(text, end)),
        )


def _is_kind(name: str, *, whole: bool) -> bool:
    """Whether a name is that of a kind of area; less is asked of a word that the tagger knows as a whole."""
    return bool(_KIND_OF_AREA.search(name) or (not whole and _KIND_BY_END.search(name)))


def _is_province(name: str) -> bool:
    """Whether a name is a municipality's (北京市): those are provinces."""
    return PROVINCES.get(name[:-1]) == name[-1]


def _bounds(words: Sequence[Word], at: int, text: str) -> tuple[int, int]:
    """The first word of the name that ends with or in this one, and the name's end; an end of 0 for none.

    Either a word is the whole name (某溪县), or the suffix begins a word (某溪 市, 某溪 区政府). Of words of a single
    character, which the tagger makes of names it does not know, up to three are joined.
    """
    word = words[at]
    if word.tag[:2] in ("ns", "nr", "nt") and _WHOLE.fullmatch(word.text):
        return at, word.end
    single = word.is_place and len(word.text) == 2 and word.text[-1] == "县"
    if at and single and words[at - 1].is_place:
        return at - 1, word.end  # 某江 某县: the list has the counties of one character, so this is one name
    match = _SUFFIX.match(text, word.start)
    short = word.is_place and len(word.text) == 2 and _SUFFIX.match(text, word.end - 1)
    if not (match or short) or word.tag == "r" or at == 0:
        return at, 0
    end = word.start + 1 if match else word.end
    first = at - 1
    if len(words[first].text) > 1:
        long = len(words[first].text) > 3 and not words[first].is_place
        whole = _WHOLE.fullmatch(words[first].text)  # a name that is complete: 某州市 市长
        return first, 0 if short or long or whole else end
    while first and end - words[first].start < 4 and len(words[first - 1].text) == 1 and _loose(words[first - 1]):
        first -= 1
    return first, end if end - words[first].start > 2 and _loose(words[first]) else 0


def _loose(word: Word) -> bool:
    """Whether a word of one character can be a piece of a name: no sign, no preposition, pronoun or particle."""
    return _is_han(word.text) and word.tag[0] not in "xpcurdmf"


def accepted_names(head: tuple[str, str], text: str) -> tuple[str, ...]:
    """The places with evidence in simplified characters: of the source, of the title and of the text.

    Args:
        head: title and source, each possibly empty.
        text: the whole text.
    """
    title, byline = head
    stated = [place.name for place in place_names(byline) if place.bordered]
    titled = [place for place in place_names(title) if place.bordered]
    stated += [place.name for place in titled if _is_titled(place, title, text)]
    found: dict[str, list[Place]] = {}
    for place in place_names(text):
        found.setdefault(place.name, []).append(place)
    return tuple(dict.fromkeys([*stated, *(name for name, seen in found.items() if _is_likely(name, seen))]))


def _is_titled(place: Place, title: str, text: str) -> bool:
    """Whether what looks like a place in the title is one: a kind of name (districts: a known one, or at the
    beginning), or in free use."""
    named = place.known or (place.named and (place.name[-1] != "区" or title.startswith(place.name)))
    return named or _followers(place.name, text) >= _OFTEN


def _followers(name: str, text: str) -> int:
    """What different things stand behind a name: what belongs together has always the same (传达市 委)."""
    return len({text[match.end() : match.end() + 1] for match in re.finditer(name, text)})


def _is_likely(name: str, seen: Sequence[Place]) -> bool:
    """Whether a name is a place by the tagger's knowledge or by what stands around it.

    Districts (区) need more than to recur: halls and yards are called so, too (某某车间区).
    """
    bordered = [place for place in seen if place.bordered]
    named = [place for place in bordered if place.named]
    return (
        any(place.known for place in seen)
        or any(place.chained or place.administered for place in named)
        or any(place.chained and place.noun for place in bordered)
        or (name[-1] != "区" and len(named) >= _OFTEN)
    )


def _is_han(text: str) -> bool:
    return all("㐀" <= char <= "鿿" for char in text)
