"""The persons whom a text names with a role: 局长李某某, 张某某副县长, 李某某（县长）, 通讯员 王某某, 王某某任某局局长.

A name counts by its form and by what stands around it: a role right before it or behind, and words that the tagger
keeps apart from it. What reads like a word of the language is left out rather than guessed (局长高度重视).
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass

from reporter.language import people
from reporter.language.frequency import is_listed_name, is_word
from reporter.model import Person, Span
from reporter.structure.tagging import Word, words_of

_RANK = r"(?:常务副|党组副|总|副|代理?|原|名誉|第一|首席)?"
_OFFICE = (
    r"(?:(?:支|大|中|总)队|秘书|检察|委员|董事|理事|监事|[省市区县州盟旗镇乡村局院部厅校行会队站所处科社厂店馆组次])长(?:助理)?|"
    r"(?:[县市省区州镇乡村]?(?:党组|党工|党支部|党总支|党|工|支部|总支|团)?委?)?副?书记|主任(?:委员|科员)?|主席|总理|总统|总?经理|总监|"
    r"(?:总|高级)?工程师|院士|教授|研究员|专员|调研员|巡视员|负责人|发言人"
)
_PEOPLE = r"村民|居民|农民|市民|职工|工人|店主|业主|企业主|游客|学生|教师|司机|驾驶员|种植户|养殖户|群众|客商"
_WRITER = r"(?:本[报网刊台站]|特约|实习|见习)?(?:记者|通讯员)"
_ROLE = re.compile(rf"{_RANK}(?:{_OFFICE})|{_PEOPLE}|(?:{_WRITER}|联系人)[：:]?(?=[ 　]*[㐀-鿿])")
_BEHIND = re.compile(rf"{_RANK}(?:{_OFFICE})|同志|先生|女士")
# What stands before an office beside its organisation (某局党组成员、副局长).
_BESIDE = re.compile(rf"(?:党[组委]|班子|领导)成员|党委委员|(?:[县市区省州]委)?常委|{_RANK}(?:{_OFFICE})")
_ADDRESSED = re.compile("(?:师傅|先生|女士|同志|老师|大[爷妈娘伯]|阿姨|老板|经理)$")
_ADDRESS = ("同志", "先生", "女士")
_BRACKETED = re.compile(rf"[（(](?P<role>{_RANK}(?:{_OFFICE}))[）)]")
_APPOINTED = re.compile(
    rf"(?:担任|出任|当选为?|任|为)(?P<body>[㐀-鿿]{{0,20}}?)(?P<role>{_RANK}(?:{_OFFICE}))(?=[，。、；）]|$)"
)
_SPACE = " 　"
# Surnames that are more often a preposition, an adverb or a verb: they need a given name that the tagger takes for one.
_RARELY_SURNAME = frozenset("于和向对时任从方应常经相能成全连单高同为以有满都但到由包用操展干安明平强令查计")
_NO_GIVEN = frozenset("任为等在对向到和与及就将说指称带率陪表主作出前赴的了同也还要是已曾及并又")
_VERBS = frozenset("作任称带陪指说表主率要还也并曾出")  # 刘某作报告: the tagger takes it into the name
_GIVEN_TAGS = "nratbzjgis"
_BODY_END = re.compile(
    r"(?:[局委办厅署部院所社团会厂队行站校]|中心|政府|公司|集团|大学|学院|法院|检察院|街道|人大|政协|合作社)$"
)
_VAGUE = re.compile(r"(?:公司|集团|企业|单位|部门|协会|学校|医院|政府|法院|大会|工厂)")
_NOUN_TAGS = ("n", "j", "vn", "an", "b", "l", "s", "zg", "r", "a")
_LONGEST_BODY = 30
_REACH = 30_000  # characters from the beginning that are looked at, as for places and bodies: tagging costs most


@dataclass(frozen=True, slots=True)
class _Found:
    """A name's place with its role's; ``body`` is the organisation's place, empty where none is stated."""

    start: int
    end: int
    role: Span
    body: Span


def people_of(text: str, plain: str) -> tuple[Person, ...]:
    """The persons named with a role in the first 30,000 characters, each at the first place, in order.

    Args:
        text, plain: the text in its own script and in simplified characters, of equal length. The words of the result
            are the text's.
    """
    persons: dict[str, Person] = {}
    for found in sorted(_Reader(plain[:_REACH]).found(), key=lambda found: found.start):
        span = Span(found.start, found.end)
        body = found.body.of(text) or None
        person = Person(span.of(text), found.role.of(text), body, span)
        known = persons.get(span.of(plain))
        if known is None or (known.role in _ADDRESS and person.role not in _ADDRESS):
            persons[span.of(plain)] = person
    return tuple(sorted(persons.values(), key=lambda person: person.span))


class _Reader:
    """The words of one simplified text, asked for names at a place."""

    def __init__(self, plain: str) -> None:
        self.plain = plain
        self.words = words_of(plain)
        self.starts = [word.start for word in self.words]

    def found(self) -> Iterator[_Found]:
        """Every name with its role; a name that stands between two roles belongs to the one before it."""
        taken: set[int] = set()
        for match in _ROLE.finditer(self.plain):
            for start, end in self._behind(match.end()):
                taken.add(start)
                role = Span(match.start(), match.start() + len(match[0].rstrip("：:")))
                yield _Found(start, end, role, self._body(match.start()))
        for match in _BEHIND.finditer(self.plain):
            start = self._before(match.start())
            if start >= 0 and start not in taken:
                yield _Found(start, match.start(), Span(*match.span()), Span(0, 0))
        for pattern in (_BRACKETED, _APPOINTED):
            for match in pattern.finditer(self.plain):
                for start, end in self._all_before(match.start()):
                    if start not in taken:
                        yield _Found(start, end, Span(*match.span("role")), self._body(match.start("role")))

    def _behind(self, at: int) -> Iterator[tuple[int, int]]:
        """The names that follow a role: one, and others of the same rank behind 、 or a space."""
        start = at
        while self.plain[start : start + 1] and self.plain[start] in _SPACE:
            start += 1
        end = self._name_at(start)
        while end:
            yield start, end
            if self.plain[end : end + 1] not in ("、", *_SPACE):
                return
            start = end + 1
            end = self._name_at(start)

    def _name_at(self, start: int) -> int:
        """Where the name ends that begins here; 0 for none."""
        at = bisect_left(self.starts, start)
        if at == len(self.words) or self.starts[at] != start:
            return 0
        if end := self._foreign(at):
            return end
        word, *rest = self.words[at : at + 3]
        if word.tag[:2] == "nr":
            longer = word.text + rest[0].text if rest and len(word.text) == 2 and _may_end_name(rest[0]) else ""
            if longer and _is_name(longer):
                return rest[0].end
            if _is_name(word.text):
                return word.end - (len(word.text) == 3 and word.text[-1] in _VERBS and _is_name(word.text[:2]))
        if len(word.text) == 1 and rest and _is_given(word.text, rest[0]):
            return rest[0].end
        return 0

    def _foreign(self, at: int) -> int:
        """Where a name of several parts ends (某某·某某)."""
        dot = next((place for place in range(at + 1, min(at + 4, len(self.words))) if self.words[place].text == "·"), 0)
        if not dot or dot + 1 == len(self.words):
            return 0
        end = self.words[dot + 1].end
        return end if people.is_person(self.plain[self.starts[at] : end]) else 0

    def _before(self, end: int) -> int:
        """Where the name begins that ends here; -1 for none. No noun runs into it."""
        last = bisect_left(self.starts, end) - 1
        if last < 0 or self.words[last].end != end:
            return -1
        for first in (last, last - 1):
            start = self.starts[first] if first >= 0 else -1
            if start >= 0 and self._name_at(start) == end and not self._runs_into(first):
                return start
        return -1

    def _all_before(self, end: int) -> Iterator[tuple[int, int]]:
        """The names that end here, joined by 、 (李某某、王某某任…)."""
        start = self._before(end)
        while start >= 0:
            yield start, end
            end = start - 1 if self.plain[start - 1 : start] == "、" else 0
            start = self._before(end) if end > 0 else -1

    def _runs_into(self, first: int) -> bool:
        before = self.words[first - 1] if first else None
        return before is not None and before.tag[0] in "najbmqz" and before.text not in _SPACE

    def _body(self, role: int) -> Span:
        """The organisation that stands before a role, with other roles between (某局党组书记、局长)."""
        end = role
        while self.plain[end - 1 : end] == "、":
            before = next((match for match in _BESIDE.finditer(self.plain, max(0, end - 9), end - 1)), None)
            if before is None or before.end() != end - 1:
                return Span(0, 0)
            end = before.start()
        start = self._noun_phrase(end)
        name = self.plain[start:end]
        told = _BODY_END.search(name) and not _VAGUE.fullmatch(name) and len(name) > 2 - (name[:1] in "该我本市县省区")
        return Span(start, end) if told else Span(0, 0)

    def _noun_phrase(self, end: int) -> int:
        """Where the nouns begin that end here, inside a word also (总局|局长)."""
        start = end
        at = bisect_left(self.starts, end) - 1
        while at >= 0 and end - self.starts[at] <= _LONGEST_BODY and _is_noun(self.words[at]):
            start = self.starts[at]
            at -= 1
        return start


def _is_noun(word: Word) -> bool:
    own = word.tag[0] != "r" or word.text[0] in "该我本"
    return word.tag.startswith(_NOUN_TAGS) and own and all("㐀" <= char <= "鿿" for char in word.text)


def _is_given(surname: str, word: Word) -> bool:
    """Whether surname and word are a name: by the tagger's word, else by a surname that is hardly anything else."""
    name = surname + word.text
    if re.fullmatch("某{1,2}", word.text):
        return surname in people.SURNAMES
    if len(word.text) > 2 or not _is_name(name):
        return False
    if word.tag[:2] == "nr":
        return True
    likely = surname in people.COMMON_SURNAMES and surname not in _RARELY_SURNAME
    return likely and word.tag[0] in _GIVEN_TAGS and word.text[0] not in _NO_GIVEN


def _is_name(text: str) -> bool:
    """Whether a text has the form of a name and is none of address (王师傅) and no longer word (安全|感)."""
    if not people.is_person(text) or _ADDRESSED.search(text):
        return False
    word = text[0] in _RARELY_SURNAME and is_word(text[:2]) and not is_listed_name(text[:2])
    return len(text) == 2 or not word


def _may_end_name(word: Word) -> bool:
    """Whether a single character is the end of a name that the tagger cut off (王明 华)."""
    return len(word.text) == 1 and word.tag[0] in "nagjz" and word.text not in _NO_GIVEN
