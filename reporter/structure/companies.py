"""The firms, works, banks and cooperatives that a text names in full, and the brands before 牌.

A name ends in what firms are called and begins where its nouns begin; it needs a word that names: a place, a personal
or a trade name, a word that no dictionary has. 有限公司 and 污水处理厂 alone are kinds, not names.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator

from reporter.language.areas import areas_of_stem
from reporter.language.frequency import is_word
from reporter.model import Company, Span
from reporter.structure.tagging import Word, words_of

_LIMITED = r"(?:集团)?(?:股份有限|有限责任|股份合作|有限)公司"
_BRANCH = r"(?:[㐀-鿿]{2,6}?(?:分公司|子公司|分厂))?"
_ENDS = re.compile(
    rf"{_LIMITED}{_BRANCH}|集团(?:公司)?(?!有限|股份|化|消费|采购|军|客户)|(?<!分)(?<!子)公司(?!法|制|章)|(?:专业)?合作(?:联)?社|"
    rf"(?<!工)厂(?![长房区家商址界矿内外里])"
)
_BANK = re.compile(
    r"(?:中国(?:人民|工商|农业|建设|民生|光大|进出口|邮政储蓄|农业发展)?|国家开发|交通|招商|兴业|华夏|浦东发展|邮政储蓄)银行"
    r"(?:[㐀-鿿]{2,8}?(?:支行|分行|营业部))?"
)
_LOCAL_BANK = re.compile(r"(?:农村商业|农村合作|城市商业|商业|村镇|农商)银行(?:[㐀-鿿]{2,6}?(?:支行|分行))?")
_QUOTED_BRAND = re.compile(r"[“\"「『](?P<brand>[^“”\"「」『』，。、；]{1,10})[”\"」』]牌(?!匾|坊|照|子|楼)")
_BRAND = re.compile(r"(?<=[㐀-鿿]{2})(?<![品名老金])牌(?![匾坊照子楼号证])")
_OPEN, _CLOSE = "（(", "）)"
# A kind of owner or a number of firms is no name (全市有限公司, 各企业集团).
_NO_NAME = re.compile(
    r"^(?:[全本该各某我贵双多几两每另原]|其[中他它余]|国有|民营|外资|合资|上市|大型|小型|中型|龙头|母|子|分|总)"
)
_KIND = re.compile(r"(?:上市|股份|有限|国有|企业|集团|母|子|分|总)$")  # 上市|公司, 企业|集团
_ENDS_ANOTHER = re.compile(r"(?:公司|集团|银行|合作社|厂)$")
# A preposition that the tagger leaves at a name it does not know (由某鹏食品有限公司).
_PREPOSITION = re.compile(r"[由被把从向对给](?=.)")
_NOT_INSIDE = ("l", "i", "p", "c", "u", "r", "d", "m", "x", "f", "t", "y", "q", "e", "o")
_INSIDE_VERBS = ("v", "vn")
_LONGEST = 30
_REACH = 30_000  # characters from the beginning that are looked at, as for places and bodies: tagging costs most
_CLEAR = re.compile(_LIMITED)  # what ends so is a name, whatever it is made of


def companies_of(text: str, plain: str) -> tuple[Company, ...]:
    """The names in the first 30,000 characters in order, each at its first place.

    Args:
        text, plain: the text in its own script and in simplified characters, of equal length. The words of the result
            are the text's.
    """
    first: dict[str, Span] = {}
    near = plain[:_REACH]
    for span in sorted({*_firms(near), *_banks(near), *_brands(near)}):
        first.setdefault(span.of(plain), span)
    return tuple(Company(span.of(text), span) for span in _outermost(first.values()))


def _outermost(spans: Iterable[Span]) -> Iterator[Span]:
    """The spans in order without those that lie in another."""
    last = 0
    for span in sorted(spans, key=lambda span: (span.start, -span.end)):
        if span.end > last:
            yield span
            last = span.end


def _firms(plain: str) -> Iterator[Span]:
    words = words_of(plain)
    starts = [word.start for word in words]
    for match in _ENDS.finditer(plain):
        first = _first_word(words, bisect_left(starts, match.start() + 1) - 1, match.start())
        while first < len(words) and starts[first] < match.start() and _is_verb_before(words, first, match.start()):
            first += 1
        name = [word for word in words[first : first + _LONGEST] if word.start < match.start()]
        start = starts[first] if name else match.start()
        start += bool(name) and _is_led(name[0])
        core = plain[start : match.start()]
        named = _names(name, core) or (bool(_CLEAR.match(match[0])) and sum(len(word.text) for word in name) > 3)
        if len(core) >= 2 and named and not (_NO_NAME.match(core) or _KIND.search(core)):
            yield Span(start, match.end())


def _first_word(words: tuple[Word, ...], at: int, end: int) -> int:
    """The first word of the name whose ending begins here: nouns and verbs leftwards, a place in brackets too."""
    index = at - (words[at].start == end)
    first = index + 1
    while index >= 0 and end - words[index].start <= _LONGEST:
        word = words[index]
        if word.text in _CLOSE and index >= 2 and words[index - 2].text in _OPEN:
            index -= 3
            first = index + 1
            continue
        before = word.text[: end - word.start]  # the word may hold the ending (轴承|厂)
        if word.tag.startswith(_NOT_INSIDE) or _ENDS_ANOTHER.search(before) or not _is_han(before):
            break
        first = index
        if _is_led(word):
            break
        index -= 1
    return first


def _is_han(text: str) -> bool:
    return all("㐀" <= char <= "鿿" for char in text)


def _is_led(word: Word) -> bool:
    """Whether a preposition begins a word that no dictionary has."""
    return bool(_PREPOSITION.match(word.text)) and not is_word(word.text)


def _is_place(word: Word) -> bool:
    return word.is_place or (word.tag[0] == "n" and len(word.text) > 1 and bool(areas_of_stem(word.text)))


def _is_verb_before(words: tuple[Word, ...], first: int, end: int) -> bool:
    """Whether the first word is what somebody does with the firm (走访某某公司), or the sentence goes on from it."""
    word = words[first]
    later = [other for other in words[first + 1 : first + 12] if other.start < end]
    placed = any(_is_place(other) for other in later) and not _is_place(word)
    return word.tag in _INSIDE_VERBS or (placed and word.tag[0] in "nvabi" and word.tag != "nz")


def _names(words: list[Word], core: str) -> bool:
    """Whether one of the words names: a place, a person or a trade name, or no word of the dictionary."""
    if any(word.tag[:2] in ("ns", "nr", "nz") and len(word.text) > 1 and not _is_kind(word.text) for word in words):
        return True
    unknown = [word for word in words if len(word.text) > 1 and not is_word(word.text)]
    return bool(unknown) and not _is_kind(core)


def _is_kind(text: str) -> bool:
    """Whether a word says what is made or how big it is, whatever the tagger takes it for."""
    return bool(
        re.search(r"(?:处理|加工|生产|焚烧|发电|自来水|水泥|制造|养殖|种植|农机|植保|供销|信用|运输|出租)$", text)
    )


def _banks(plain: str) -> Iterator[Span]:
    yield from (Span(*match.span()) for match in _BANK.finditer(plain))
    words = words_of(plain)
    starts = [word.start for word in words]
    for match in _LOCAL_BANK.finditer(plain):
        at = bisect_left(starts, match.start()) - 1
        if at >= 0 and _is_place(words[at]) and words[at].end == match.start() and len(words[at].text) > 1:
            yield Span(words[at].start, match.end())


def _brands(plain: str) -> Iterator[Span]:
    yield from (Span(*match.span("brand")) for match in _QUOTED_BRAND.finditer(plain))
    words = words_of(plain)
    starts = [word.start for word in words]
    for match in _BRAND.finditer(plain):
        at = bisect_left(starts, match.start())
        if at == len(words) or starts[at] != match.start() or at == 0:
            word = words[at - 1]
            if word.end == match.end() and 3 <= len(word.text) <= 5 and not is_word(word.text) and _is_han(word.text):
                yield Span(word.start, match.start())
            continue
        first = at - 1
        if len(words[first].text) == 1 and first and len(words[first - 1].text) == 1 and words[first - 1].tag[0] != "x":
            first -= 1
        name = plain[starts[first] : match.start()]
        trade = words[first].tag[:2] in ("nz", "nr") or not is_word(name)
        if 2 <= len(name) <= 4 and trade and _is_han(name):
            yield Span(starts[first], match.start())
