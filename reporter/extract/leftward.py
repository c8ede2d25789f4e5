"""The noun phrase that stands before a quantity: 中国名牌 in 累计创中国名牌32个."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from reporter.extract.cues import ANAPHOR, ATTRIBUTE, COMPOUND_HEADS, MULTIPLE, POINTING, STATIVE, TIMES, words
from reporter.extract.tokens import (
    JOINTS,
    LIMIT,
    Token,
    is_nominal,
    is_noun,
    is_verb,
    joined,
    length,
    shorten,
    stem_of,
    strip_links,
    tidy,
    tokens_of,
)

_SAID = words(
    """
    提出 明确 显示 表示 获悉 了解 指出 强调 介绍 认为 要求 目前 截至 截止 力争 争取 确保 预计 计划 另有 还有 也有
    实现 推动 发现 看到 听说
    """
)
_FIGURES = "0123456789零一二三四五六七八九十百千万亿两几"
_STAGE = re.compile(r"[一二三四五]期")
_EVERY = re.compile(
    r"每[\d百千万十]*(?:名|个)?[\u4e00-\u9fff]{0,4}?(?:人口|人|户|名|亩|公顷|平方公里|公里|吨|公斤|台|辆|件|张|年|月"
    r"|天|日|生|家|班|股|米|块|批|次)(?:每[月年天])?$"
)
_PREFIX = re.compile(
    r"(?:[人户亩日月年生村地床校班厂店周] ?均|(?:第?[一二三四五六]|首)期(?:工程|项目)?"
    r"|(?<![\d全去今上明当前后往近同本次翌历周新两几多半每])年)$"
)
_PREFIX_LENGTH = 12
# 重要产品为发动机、轮胎等10类: what the row is of stands before it.
_ROW = re.compile(r"([^，。；：]{2,}?)(?:为|是|包括|包含|涉及|涵盖|有)[^，。；：]{2,}等(?:共|共计|约)?$")
_OPENING = re.compile(r"^(?:凡|凡是|其中|同时|此外|另外|对于)(?=..)")
_DEMONSTRATIVE = frozenset("该本我此各全")
# Bodies that act in all of a report's figures alike and so tell none apart.
_ACTING = re.compile(
    r"(?:局|委|办|院|政府|部门|公司|集团|队|所|中心|机关|厅|部|会|站|县|市|区|省|镇|乡|村|我们|单位|系统|团|组|人员"
    r"|同志)$"
)


@dataclass(frozen=True, slots=True)
class Phrase:
    """A name in two parts: the verb that governs it (may be empty) and the noun phrase; ``relative`` says that the noun
    phrase holds a clause before 的."""

    core: str
    verb: str = ""
    relative: bool = False

    @property
    def text(self) -> str:
        """Verb and noun phrase, the verb left out where both are longer than a name may be."""
        return self.verb + self.core if length(self.verb + self.core) <= LIMIT + 1 else self.core


EMPTY = Phrase("")


def before(text: str, unit: str = "") -> Phrase:
    """The name that ends a piece of text right before a quantity; empty where there is none.

    Args:
        text: from the clause's start, or the quantity before, up to the quantity.
        unit: the quantity's unit; a multiple (倍) is named by what stands before its measure.
    """
    text = _OPENING.sub("", text)
    row = _ROW.match(text) if "等" in text else None
    if row and (phrase := before(row[1])).core:
        return phrase
    tokens = (stem_of(MULTIPLE.sub("", tidy(text))) if unit == "倍" else []) or stem_of(text)
    if len(tokens) > 1 and tokens[-1][0] in ("完成", "实现") and ATTRIBUTE.search(tokens[-2][0]):
        tokens.pop()  # 预算收入完成58亿元: reached, not part of the name
    stem = joined(tokens)
    if "每" in stem and (every := _EVERY.search(stem)):
        return before(re.sub(r"[按以用由从至到为]$", "", stem[: every.start()])) if every.start() else Phrase(every[0])
    taken = [(_without_year(word), tag) for word, tag in _taken(tokens)]
    rest = tokens[: len(tokens) - len(taken)]
    if len(taken) > 1 and rest and rest[-1][0] in _DEMONSTRATIVE and _ACTING.search(taken[0][0]):
        taken.pop(0)  # 该公司征地: the body is who acts
    if taken and all(is_verb(token) or token[1] == "vn" for token in taken) and len(taken) < 3:
        taken = [*_subject(rest), *taken]
    return _phrase(taken, _prefix(joined(rest))) if taken else EMPTY


def _without_year(word: str) -> str:
    """年度计划 as 计划."""
    return word[2:] if len(word) > 3 and word.startswith("年度") else word


def _taken(tokens: Sequence[Token]) -> list[Token]:
    """The tokens of the phrase that ends the list, from the right until something that can't be part of it."""
    taken: list[Token] = []
    relative = governed = False
    for index in range(len(tokens) - 1, -1, -1):
        token, previous = tokens[index], tokens[index - 1] if index else ("", "x")
        if token[0] in POINTING and taken and is_verb(previous) and not relative:
            continue
        if not _may_join(token, previous, taken, relative, governed):
            break
        relative = relative or token[0] in ("的", "之")
        taken.insert(0, token)
        governed = governed or _governs(token, taken, relative)
    while taken and _leads_nowhere(taken[0]):
        taken.pop(0)
    return taken


@lru_cache(maxsize=1 << 14)
def _is_time(word: str) -> bool:
    return TIMES.match(word) is not None


@lru_cache(maxsize=1 << 14)
def _is_pointing(word: str) -> bool:
    return ANAPHOR.match(word) is not None


def _leads_nowhere(token: Token) -> bool:
    """Whether a phrase can't begin with this token."""
    word, tag = token
    orphan = tag == "q" and len(word) == 1
    opened = word in JOINTS or word in ("的", "之", "了", "过", "被", "所", "经", "已", "在", "对", "与", "向", "为")
    return opened or orphan or word in POINTING or _is_pointing(word)


def _may_join(token: Token, previous: Token, taken: list[Token], relative: bool, governed: bool) -> bool:
    """Whether a token left of what is taken, with ``previous`` left of it, goes on the phrase."""
    word = token[0]
    if len(taken) == 1 and taken[0][0] in ("率", "额", "量", "度") and token[1][0] in "adrvn" and len(word) > 1:
        return True  # 公开 率: what the tagger cuts off is one word with it
    if governed:  # left of a governing verb only verbs go with it (参与制定); nouns are its subject
        return (is_verb(token) or token[1] == "vn") and word not in STATIVE
    if word in ("的", "之"):
        return bool(taken) and not relative and bool(previous[0]) and is_nominal(taken[0])
    if word in JOINTS:
        return bool(taken) and (is_nominal(previous) or (relative and is_verb(previous)) or previous[0] in ("及", "或"))
    return _belongs(token, previous, taken, relative)


def _belongs(token: Token, previous: Token, taken: list[Token], relative: bool) -> bool:
    """Whether a word that is no joint and no 的 may be part of the phrase."""
    word, tag = token
    if _is_time(word):
        return False
    if word in STATIVE or _is_pointing(word):
        return _stative_belongs(token, taken, relative)
    if taken and (word in ("以上", "以下", "以内") or taken[0][0] in ("以上", "以下")):
        return is_nominal(previous) or is_nominal(token) or previous[0] in ("及", "或") or previous[1][:1] in ("m", "q")
    if word in ("不", "未", "非", "无") and taken:
        return is_verb(taken[0]) or len(taken) == 1
    plain = tag[:1] == "m" and not any(char in _FIGURES for char in word)
    line = word.isdigit() and bool(taken) and taken[0][0].startswith("号")  # 1号线
    latin = line or (word.isascii() and any(char.isalpha() for char in word))
    if is_verb(token) or is_nominal(token) or plain or latin or word[0] == "第" or _STAGE.fullmatch(word) is not None:
        return True
    return relative and word in ("了", "过", "被", "所", "经", "已", "在", "对", "与", "向", "为")


def _stative_belongs(token: Token, taken: list[Token], relative: bool) -> bool:
    """The few places where a stative verb is part of a name: 占比重, 计划投资, 拥有证书的人员."""
    word = token[0]
    if not taken:
        return word in ("计划", "目标")
    if word == "未":  # 公共债务未偿余额
        return len(taken) > 1 and ATTRIBUTE.search(taken[-1][0]) is not None
    if taken[0][0] == "的" and len(word) > 1:  # 达到规定要求的企业: right before 的 even 要求 is part of the clause
        return True
    if relative and (word == "有" or (len(word) > 1 and is_verb(token) and word not in _SAID)):
        return True
    return word == "占" or (word in ("计划", "预期", "目标") and is_noun(taken[0]))


def _governs(token: Token, taken: list[Token], relative: bool) -> bool:
    """Whether the token is the verb whose object the phrase is, so that what stands left of it is its subject.

    Measures take verbs into their name (产品抽检合格率), relative clauses hold theirs, compounds begin with one
    (执法人员), and a verb that ends the phrase is its head (征地3000亩).
    """
    if not is_verb(token) or relative or len(taken) == 1 or len(token[0]) < 2:
        return False
    if len(taken) == 2 and COMPOUND_HEADS.search(taken[1][0]):
        return False
    return not ATTRIBUTE.search(taken[-1][0])


def _subject(rest: Sequence[Token]) -> list[Token]:
    """The nouns left of a lone verb, over adverbs and times (中欧班列 全年 开行); no acting body and no name."""
    tokens = list(rest)
    while tokens and (
        tokens[-1][1][0] in ("d", "t") or _is_time(tokens[-1][0]) or tokens[-1][0] in ("累计", "总计", "平均", "共计")
    ):
        tokens.pop()
    if not tokens or not is_noun(tokens[-1]) or tokens[-1][1] in ("ns", "nt", "nr") or _ACTING.search(tokens[-1][0]):
        return []
    taken = _taken(tokens)
    return taken if length(joined(taken)) <= 8 else taken[-1:]


def _prefix(rest: str) -> str:
    """每万人, 人均 and the like right before a phrase, which tell its figure from the whole's."""
    every = _EVERY.search(rest.removesuffix("拥有").removesuffix("的")) if "每" in rest else None
    if every:
        return "" if every[0] in ("每年", "每月", "每天", "每日") else every[0]
    prefix = _PREFIX.search(rest, max(0, len(rest) - _PREFIX_LENGTH))
    return prefix[0] if prefix else ""


def _phrase(taken: Sequence[Token], prefix: str) -> Phrase:
    """The tokens as a phrase within the limit, the verbs that govern it apart."""
    verb, tokens = "", list(taken)
    relative = any(word == "的" for word, _ in taken)
    while len(tokens) > 1 and is_verb(tokens[0]) and not relative and not _is_compound(tokens):
        verb, tokens = verb + tokens[0][0], tokens[1:]
    core = shorten(tokens)
    if prefix and length(prefix + verb + core) <= LIMIT + 2:
        return Phrase(prefix + verb + core)
    return Phrase(core, verb, relative)


def _is_compound(tokens: Sequence[Token]) -> bool:
    """Whether a verb and the short head behind it are one word of administration: 执法人员, 在建项目."""
    head = tokens[-1][0]
    return len(tokens) == 2 and len(head) < 3 and COMPOUND_HEADS.search(head) is not None


def ends_in_verb(text: str) -> bool:
    """Whether the word right before a quantity is a verb, links left aside: 全面完成, 给予."""
    tokens = stem_of(text)
    return bool(tokens) and is_verb(tokens[-1])


def governing_verb(text: str) -> str:
    """The verb that ends a piece of text right before a quantity: 走访 in 先后走访了; empty where it says nothing."""
    tokens = tokens_of(re.sub(r"[了过着]$", "", tidy(text).rstrip()))
    if not tokens or not is_verb(tokens[-1]) or tokens[-1][0] in STATIVE or len(tokens[-1][0]) < 2:
        return ""
    if len(tokens) > 1 and tokens[-2][0] in JOINTS:  # 采摘、分拣、装车三道工序: the last of a row, no governing verb
        return ""
    return tokens[-1][0]


def conjuncts(text: str, count: int) -> list[Phrase]:
    """The members of a row of names (风电、光伏装机容量), each with the head that the last one holds; empty unless
    there are so many."""
    parts: list[list[Token]] = [[]]
    for token in _taken(tokens_of(strip_links(text))):
        if token[0] in JOINTS:
            parts.append([])
        else:
            parts[-1].append(token)
    if len(parts) != count or count < 2 or not all(parts):
        return []
    names = [joined(part) for part in parts]
    if any(name[-1] == names[-1][-1] for name in names[:-1]):
        return [Phrase(name) for name in names]
    return [*(Phrase(joined(part) + _tail(part, parts[-1])) for part in parts[:-1]), Phrase(names[-1])]


def _tail(part: Sequence[Token], last: Sequence[Token]) -> str:
    """What a member of a row shares with the last: what stands there behind the word that both hold, else behind the
    first word."""
    common = next((index for index, token in enumerate(last) if token[0] == part[-1][0]), 0)
    return joined(last[common + 1 :])


def topic(text: str) -> str:
    """The first noun phrase of a text, times and adverbs left aside: what a sentence speaks of; empty without one."""
    taken: list[Token] = []
    for token in tokens_of(tidy(text)):
        fits = is_nominal(token) and not _is_time(token[0]) and not _is_pointing(token[0])
        if taken and not fits:
            break
        if fits:
            taken.append(token)
    return shorten(taken)
