"""The bodies that act in a document: offices, committees and governments that it names again and again.

A name ends with a body's suffix and begins where a word begins, best at a place or a level (某溪县…, 省…). A name whose
characters stand in the same order in another of the same place is a shorter form of it (某质监局, 某局), not a second
body.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from reporter.structure.places import accepted_names
from reporter.structure.tagging import Word, words_of

_LEVEL = "省市县区旗州镇乡"
_BODY = re.compile(
    r"(?:局|委员会|政府|办公室|办公厅|厅|管委会|研究院|研究所|法院|检察院|中心|[处所院]|(?<=[发卫住监])[改健建]?委|"
    r"(?:教|科|农|经|经信|计生|卫计|城管)委|总工会|妇联|海关|(?:总|支|调查)队|领导小?组|指挥部)$"
)
_LAST = frozenset("局会府室厅院所心处委联关队组部")  # the last characters of all of these
# Suffixes that other words have, too: a body only where the name begins with a place or a level.
_WEAK = re.compile(r"(?:领导小?组|指挥部|政府|中心|处|所|院|委)$")
# Words that end like a body and are none, or any (格局, 该局, 市局; 财政局 is one).
_NO_BODY = re.compile(
    r"(?:[开好布格大结时棋定饭该我本各省市县区当]局|(?<!安)全局|(?<![民财邮行])政局|(?:媒体|新闻)中心|医院|学院|到处|处所)$"
)
_GENERIC = re.compile(
    r"(?:当地|有关|相关|各级|上级|地方|主管|监管|职能|国家|人民|乡镇|党委|[省市县区州旗镇乡]委?)*"
    r"(?:新区|开发区|园区)?(?:政府|局|委员会|管委会|(?:工作)?领导小?组(?:办公室)?|指挥部|办公室|总局|分局|人民政府|厅|法院|检察院|中心|处|所|院|技术委员会)"
)
# A level that begins a name, behind a particle that the tagger left at it (从市), and no other word (市场, 区域).
_ANCHOR = re.compile(
    rf"[由从被向获对把在与]?([{_LEVEL}](?![场民级值面容区域间内外长份会城村镇辖帜舰属]))[㐀-鿿]{{0,8}}"
    r"|((?:国家|中国|中共)[㐀-鿿]{0,8})"
)
_PLACE = re.compile(rf"^(?:.*(?:[省市县区旗州盟镇乡](?![{_LEVEL}]))|国家)")
_NOUNS = ("n", "j", "b", "vn", "an", "l", "g", "i", "s")
_AND = "和与及"
_REACH = 30_000  # characters from the beginning that are looked at
_LONGEST = 24
_OFTEN = 3


def organisations_of(signature: str, title: str, opening: str, plain: str) -> tuple[str, ...]:
    """The bodies of a document in simplified characters, at most three, the one that acts first.

    A name counts when title, byline or signature states it or the text repeats it; title and first paragraphs count
    more than the rest.
    """
    text = plain[:_REACH]
    weights: Counter[str] = Counter()
    places = accepted_names((title, signature), text)
    own = {place[-1] for place in places}
    # A body of a level that none of the text's places has, named once in the first paragraphs (根据省政府办公厅…),
    # is cited; it does not act.
    for part, weight, superior in ((signature, 8, 8), (title, 4, 4), (opening, 2, 0), (text, 1, 1)):
        for name in body_names(part, places):
            weights[name] += superior if name[0] in _LEVEL and name[0] not in own else weight
    groups = _groups(weights, text)
    ranked = sorted(groups, key=lambda name: (-groups[name], text.find(name), name))
    likely = tuple(name for name in ranked if groups[name] >= _OFTEN)[:3]
    return likely or tuple(name for name in ranked[:1] if groups[name] > 1)


def body_names(text: str, places: Sequence[str] = ()) -> Iterator[str]:
    """Every full name of a body in a text, in order; names that any place's body has (市政府, 该局) are left out.

    Args:
        text: simplified characters.
        places: the places that the text is known to speak of, for names that the tagger does not know.
    """
    cuts: dict[str, list[tuple[str, int]]] = {}
    for place in places:
        for cut in range(len(place) - 1, 0, -1):
            cuts.setdefault(place[cut], []).append((place, cut))
    words = words_of(text)
    previous = (-1, -1)
    for at, word in enumerate(words):
        end = word.end - 2 * word.text.endswith("局局长")  # the tagger has 局 and 局长 in one word here
        if (
            text[end - 1] not in _LAST
            or word.tag[0] in "rvm"
            or not _BODY.search(text[max(0, end - 4) : end])
            or _runs_on(words, at)
        ):
            continue
        start, anchored = _start(words, at)
        if start >= end:
            continue
        # The tagger cuts up a place that it does not know (沣|台县应急管理局).
        start -= next((cut for place, cut in cuts.get(text[start], ()) if _lies_across(place, cut, text, start)), 0)
        start -= 2 * text.endswith("中共", 0, start)
        start = _superior(text, start, previous)
        name = text[start:end]
        weak = bool(_WEAK.search(name)) and not anchored
        if len(name) >= 3 and name[0] not in "各每" and not (weak or _NO_BODY.search(name) or _GENERIC.fullmatch(name)):
            yield name
            previous = (start, end)


def _lies_across(place: str, cut: int, text: str, at: int) -> bool:
    """Whether a place stands around this point of the text, so many of its characters before it."""
    return text.startswith(place[cut:], at) and text.endswith(place[:cut], 0, at)


def _superior(text: str, start: int, previous: tuple[int, int]) -> int:
    """Where the name begins with the national body that it belongs to and that stands right before it
    (国家税务总局某市税务局)."""
    joined = previous[1] == start and text.startswith("国家", previous[0])
    return previous[0] if joined else start


def _runs_on(words: Sequence[Word], at: int) -> bool:
    """Whether the name goes on behind this word (县政府 办公室, 县政府 农业 处) or 所 is a particle."""
    ahead = words[at + 1 : at + 3]
    if words[at].text == "所":
        return bool(ahead) and ahead[0].tag[0] == "v"
    joined = "".join(word.text for word in ahead)
    return bool(re.match(r"办公[室厅]|[㐀-鿿]{2,4}[处科]$|分局|总局", joined))


def _start(words: Sequence[Word], at: int) -> tuple[int, bool]:
    """Where the name that ends with this word begins, and whether a place or a level begins it.

    Nouns are walked to the left as far as a place. 和 is walked over only where a place stands behind it
    (某市人力资源和社会保障局).
    """
    first, loose = at, -1
    while (start := _anchored(words, first)) < 0:
        before = words[first - 1] if first else None
        if before is None or words[at].end - before.start > _LONGEST:
            break
        if before.text in _AND and first > 1 and not _BODY.search(words[first - 2].text):
            loose = words[first].start if loose < 0 else loose
        elif not (_is_noun(before) or before.text == "健康" or _anchored(words, first - 1) >= 0):
            break
        first -= 1
    if start >= 0:
        return start, True
    return (loose if loose >= 0 else words[first].start), False


def _anchored(words: Sequence[Word], first: int) -> int:
    """Where the place or the level begins that this word is or begins with, with the places before it; else -1."""
    word = words[first]
    anchor = _ANCHOR.fullmatch(word.text)
    level = anchor is not None and anchor.start(anchor.lastindex or 0) == 0
    if anchor and not level and not word.is_place:
        return word.start + anchor.start(anchor.lastindex or 0)
    if not (anchor or word.is_place or (word.tag[:2] == "nr" and word.text[-1] in _LEVEL)):
        return -1
    named = first > 0 and level and words[first - 1].tag[:2] in ("nr", "nz") and len(words[first - 1].text) < 4
    first -= named
    while first and words[first - 1].is_place:
        first -= 1
    return words[first].start


def _is_noun(word: Word) -> bool:
    return word.tag.startswith(_NOUNS) and all("㐀" <= char <= "鿿" for char in word.text)


def _groups(weights: Counter[str], text: str) -> dict[str, int]:
    """The bodies with the weight of all their forms, each under its likeliest full form."""
    groups: dict[str, int] = {}
    for name in sorted(weights, key=lambda name: (_is_bare(name), -weights[name], -len(name), text.find(name))):
        owner = next((other for other in groups if _same(name, other)), name)
        groups[owner] = groups.get(owner, 0) + weights[name]
    return groups


def _is_bare(name: str) -> bool:
    """Whether a name says no more than whose office it is (某江局) or not whose (质监分局)."""
    return not _PLACE.search(name) and len(name) < 5


def _same(name: str, other: str) -> bool:
    """Whether one of two names is a form of the other: its characters in order, and the same place's."""
    short, long = sorted((name, other), key=len)
    own, rest = _parts(short)
    place, whole = _parts(long)
    level = len(own) == 1 and own == place[-1:]
    same_place = not own or level or place.endswith(own)
    return _within(short if not own else rest, long if not own else whole) and same_place


def _parts(name: str) -> tuple[str, str]:
    """The place that a name begins with (possibly empty) and what follows."""
    match = _PLACE.match(name)
    return (match.group(), name[match.end() :]) if match else ("", name)


def _within(short: Iterable[str], long: str) -> bool:
    """Whether the characters of one stand in the other in the same order."""
    rest = iter(long)
    return all(char in rest for char in short)
