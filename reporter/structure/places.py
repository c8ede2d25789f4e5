"""The places a document speaks of: counties, cities and districts, under the province that the text puts before them.

A name begins where a word begins. A word that the tagger knows for a place is one; any other needs evidence: the title
or the source states it, a place stands right before it, a government or an office follows it, or it recurs.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from reporter.language.provinces import PROVINCES
from reporter.structure.tagging import Word, starts_of, words_of

# Taiwan's counties and cities follow the same grammar.
_PROVINCE = rf"({'|'.join(PROVINCES)})(?:省|市|(?:壮族|回族|维吾尔)?自治区)?"
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
_REACH = 30_000  # characters from the beginning that are looked at
_IN_PASSING = 0.15  # a place that comes so seldom beside the first is named in passing
_OFTEN = 3


@dataclass(frozen=True, slots=True)
class Place:
    """A name where it stands: its word known for a place, or unknown with what speaks for it.

    ``chained``: a place stands right before it; ``bordered``: no noun runs into it; ``named``: the tagger takes its
    stem for some kind of name; ``noun``: for any noun; ``administered``: a government or an office follows.
    """

    name: str
    known: bool
    chained: bool
    bordered: bool
    named: bool
    noun: bool
    administered: bool


def regions_of(title: str, opening: str, byline: str, plain: str) -> tuple[str, ...]:
    """The places of a document in simplified characters, at most three, the one it is most about first.

    Title and source count more than the first paragraphs, these more than the rest. A place takes the city and the
    province that the text puts right before it, and no other.
    """
    text = plain[:_REACH]
    head = (title, byline)
    names = accepted_names(head, text)
    weights = {name: _weight(name, head, opening, text) for name in names}
    least = max([_OFTEN, *(_IN_PASSING * weight for weight in weights.values())])
    ranked = [name for name in sorted(weights, key=lambda name: (-weights[name], name)) if weights[name] >= least]
    parents = {name: _parents(name, names, text) for name in ranked}
    above = {city for name, (_, city) in parents.items() if city and weights[city] < 2 * weights[name]}
    full = ["".join(parents[name]) + name for name in ranked if name not in above]
    return tuple((full or _provinces(head, text))[:3])


@lru_cache(maxsize=4)
def place_names(text: str) -> tuple[Place, ...]:
    """Every name of a county, city or district in a text, from the beginning of a word to the suffix."""
    return tuple(_places(text, words_of(text)))


def _places(text: str, words: Sequence[Word]) -> Iterator[Place]:
    for at, word in enumerate(words):
        if not _SUFFIX_CHARACTER.search(word.text):
            continue
        first, end = _bounds(words, at, text)
        name = text[words[first].start : end] if end else ""
        stem = words[first]
        known = stem.is_place and first in (at, at - 1) and len(stem.text) > 1 and len(name) > 2
        if not name or not _is_han(name) or _is_kind(name, whole=known and first == at) or _is_province(name):
            continue
        before = words[first - 1] if first else None
        chained = before is not None and before.is_place and len(before.text) > 1
        yield Place(
            name,
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
    if at and single and words[at - 1].is_place and len(words[at - 1].text) > 1:
        return at, word.end  # counties of one character, behind their province or city
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
    stated += [place.name for place in titled if _is_titled(place, text)]
    found: dict[str, list[Place]] = {}
    for place in place_names(text):
        found.setdefault(place.name, []).append(place)
    return tuple(dict.fromkeys([*stated, *(name for name, seen in found.items() if _is_likely(name, seen))]))


def _is_titled(place: Place, text: str) -> bool:
    """Whether what looks like a place in the title is one: a kind of name (districts: a known one), or in free use."""
    named = place.known or (place.named and place.name[-1] != "区")
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


def _weight(name: str, head: Iterable[str], opening: str, text: str) -> int:
    """How much a document speaks of a place, by its name and by its name without the suffix (a word of its own)."""
    stem = name[:-1]
    bare = sum(not text.startswith(name, start) for start in starts_of(text).get(stem, ()))
    short = stem if len(stem) > 1 else name
    stated = sum(6 for part in head if short in part)
    return stated + 2 * opening.count(name) + text.count(name) + bare


def _parents(name: str, names: Iterable[str], text: str) -> tuple[str, str]:
    """The province and the city that stand right before a name somewhere in the text; each empty where none does."""
    cities = [city for city in names if city != name and city[-1] in "市州盟" and name[-1] != "州"]
    city = next((city for city in cities if re.search(rf"{city[:-1]}{city[-1]}?{name}", text)), "")
    below = rf"{city[:-1]}|{name[:-1]}{'' if len(name) > 2 else name[-1]}" if city else name[: max(2, len(name) - 1)]
    match = re.search(rf"{_PROVINCE}(?:{below})", text)
    return (match[1] + PROVINCES[match[1]] if match and not name.startswith(match[1]) else "", city)


def _provinces(head: Sequence[str], text: str) -> list[str]:
    """The provinces that the title or source states, else the one that the text names again and again."""
    stated = [name for name in PROVINCES if any(name in part for part in head)]
    counts = Counter({name: text.count(name) for name in PROVINCES})
    most, times = counts.most_common(1)[0]
    likely = stated or ([most] if times >= _OFTEN and 2 * times > counts.total() else [])
    return [name + PROVINCES[name] for name in sorted(likely, key=lambda name: -counts[name])]


def short_names(regions: Iterable[str]) -> list[str]:
    """The last part of each region as people say it: without province, city and 区."""
    return [re.split(r"(?<=[省市县区旗])(?=.)", region)[-1].rstrip("省市县区旗") for region in regions]


def _is_han(text: str) -> bool:
    return all("㐀" <= char <= "鿿" for char in text)
