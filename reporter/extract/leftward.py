"""The noun phrase that stands before a quantity: 中国名牌 in 累计创中国名牌32个."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from reporter.extract.cues import ANAPHOR, ATTRIBUTE, COMPOUND_HEADS, MULTIPLE, POINTING, STATIVE, TIMES, words
from reporter.extract.per_each import EVERY, OWNED, prefix_of
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
# 重要产品为发动机、轮胎等10类: what the row is of stands before it.
_ROW = re.compile(r"([^，。；：]{2,60}?)(?:为|是|包括|包含|涉及|涵盖|有)[^，。；：]{2,120}等(?:共|共计|约)?$")
_OPENING = re.compile(r"^(?:凡|凡是|其中|同时|此外|另外|对于|[一二三四五六七八九十]{1,2}是(?!否))(?=..)")
# 近三年 | 内完成投资: what was cut from the time or place that it is said of.
_CUT_OFF = frozenset(("内", "中", "里", "间", "以来", "以内", "之内"))
_EACH_TIME = ("每年", "每月", "每天", "每日", "每立方米", "每升", "每公斤", "每千克")
# Measures that are per something by their nature: 人口密度, 收购价.
_MEASURE_PER = re.compile(r"(?:密度|价|价格|单价|浓度|标准|收费)$")
# How a figure was reckoned names none: 初步核算, 按可比价格计算.
_RECKONED = re.compile(
    r"(?:经|据|按照?|以)?[\u4e00-\u9fff\d]{0,8}?(?:核算|价格?计算|口径计算|口径|测算|推算|换算|初步统计|不完全统计|同口径)"
)
_RECKONED_LAST = frozenset("算径计")
# 由60日缩短为: where a figure came from that was read as a date.
_FROM_DAYS = re.compile(
    r"(?:由|从)(?:原来的?|过去的?|之前的?)?[\d.,]{1,8}[\u4e00-\u9fff]{1,3}(?:缩短|压缩|压减|提高|增加|下降|降低|调整)?(?:到|至|为)?$"
)
# 普及率于116年底前提升至: by when, which the words behind it would be cut from.
_BY_THEN = re.compile(
    r"(?:于|在|至|到)?[\d零〇一二三四五六七八九十]{1,4}[年月](?:[底末初]|\d{1,2}月(?:底|末|\d{1,2}日)?)?之?前(?![后期往身列景三两几\d])"
)
# The measure of ozone by GB 3095: 臭氧日最大8小时滑动平均值第90百分位数.
_PERCENTILE = re.compile(
    r"(?P<name>[\u4e00-\u9fffA-Za-z\d.]{2,8}日最大\d小时(?:滑动)?(?:平均)?(?:值|浓度)?)(?:的?第\d+百分位数?(?:浓度|值)?)?(?:为|是|达)?$"
)
_DEMONSTRATIVE = frozenset("该本我此各全")
# Bodies that act in all of a report's figures alike and so tell none apart.
_ACTING = re.compile(
    r"(?:局|委|办|院|政府|部门|公司|集团|队|所|中心|机关|厅|部|会|站|县|市|区|省|镇|乡|村|我们|单位|系统|团|组|人员"
    r"|同志)$"
)


class Phrase(NamedTuple):
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
    if text[-1:] in _RECKONED_LAST and _RECKONED.fullmatch(text):
        return EMPTY
    if owned := OWNED.search(text) if "每" in text else None:
        owns = before(text[owned.end() :], unit)
        return Phrase(owned[0] + owns.core) if owns.core else Phrase(owned[0])
    if ozone := _PERCENTILE.search(text) if "日最大" in text else None:
        return Phrase(ozone["name"])
    text = _FROM_DAYS.sub("", text) if "由" in text or "从" in text else text
    text = _BY_THEN.sub("", text) if "前" in text else text
    row = _ROW.match(text) if "等" in text else None
    if row and (phrase := before(row[1])).core:
        return phrase
    tokens = (stem_of(MULTIPLE.sub("", tidy(text))) if unit == "倍" else []) or stem_of(text)
    if len(tokens) > 1 and tokens[-1][0] in ("完成", "实现") and ATTRIBUTE.search(tokens[-2][0]):
        tokens.pop()  # 预算收入完成58亿元: reached, not part of the name
    stem = joined(tokens)
    if "每" in stem and (every := EVERY.search(stem)):
        return _of_each(every[0], stem[: every.start()])
    taken = [(_without_year(word), tag) for word, tag in ending(tokens)]
    rest = tokens[: len(tokens) - len(taken)]
    if len(taken) > 1 and rest and rest[-1][0] in _DEMONSTRATIVE and _ACTING.search(taken[0][0]):
        taken.pop(0)  # 该公司征地: the body is who acts
    if taken and all(is_verb(token) or token[1] == "vn" for token in taken) and len(taken) < 3:
        taken = [*_subject(rest), *taken]
    return _phrase(taken, prefix_of(joined(rest))) if taken else EMPTY


def _of_each(every: str, left: str) -> Phrase:
    """The name of what is so much for each: 财政投入 and 每亩 as 每亩财政投入; 每年 tells nothing."""
    if not left:
        return Phrase(every)
    of = before(re.sub(r"[按以用由从]$", "", left))
    telling = every not in _EACH_TIME and not _MEASURE_PER.search(of.core)
    if not telling or length(every + of.text) > LIMIT + 2:
        return of
    return Phrase(every + of.text)


def _without_year(word: str) -> str:
    """年度计划 as 计划."""
    return word[2:] if len(word) > 3 and word.startswith("年度") else word


def ending(tokens: Sequence[Token]) -> list[Token]:
    """The tokens of the phrase that ends the list, from the right until something that can't be part of it."""
    taken: list[Token] = []
    relative = governed = False
    for index in range(len(tokens) - 1, -1, -1):
        token, previous = tokens[index], tokens[index - 1] if index else ("", "x")
        if token[0] in POINTING and taken and is_verb(previous) and not relative:
            continue
        if token[0] in ("各项", "各类", "各级") and taken and is_noun(previous) and not governed:
            continue  # 人民币各项存款余额
        if not _may_join(token, previous, taken, relative, governed):
            break
        relative = relative or token[0] in ("的", "之")
        taken.insert(0, token)
        governed = governed or _governs(token, taken, relative)
    while taken and _leads_nowhere(taken[0]):
        taken.pop(0)
    return taken


@lru_cache(maxsize=1 << 14)
def is_time(word: str) -> bool:
    """Whether a word tells a time (全年, 年末), which no name holds."""
    return TIMES.match(word) is not None


@lru_cache(maxsize=1 << 14)
def is_pointing(word: str) -> bool:
    """Whether a word points to a place or body (全市, 该局), which no name holds."""
    return ANAPHOR.match(word) is not None


def _leads_nowhere(token: Token) -> bool:
    """Whether a phrase can't begin with this token."""
    word, tag = token
    orphan = tag == "q" and len(word) == 1
    opened = word in JOINTS or word in ("的", "之", "了", "过", "被", "所", "经", "已", "在", "对", "与", "向", "为")
    return opened or orphan or word in _CUT_OFF or word in POINTING or is_pointing(word)


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
    if is_time(word):
        return False
    if word in STATIVE or is_pointing(word):
        return _stative_belongs(token, taken, relative)
    if taken and (word in ("以上", "以下", "以内") or taken[0][0] in ("以上", "以下")):
        return is_nominal(previous) or is_nominal(token) or previous[0] in ("及", "或") or previous[1][:1] in ("m", "q")
    if word in ("不", "未", "非", "无", "零") and taken:  # 零跑动事项
        return word == "零" or is_verb(taken[0]) or len(taken) == 1
    return is_verb(token) or is_nominal(token) or _is_marked(word, tag, taken, relative)


def _is_marked(word: str, tag: str, taken: list[Token], relative: bool) -> bool:
    """Whether a word that is neither noun nor verb belongs to a name: an ordinal, a number in words, Latin letters, a
    particle of a clause before 的."""
    plain = tag[:1] == "m" and not any(char in _FIGURES for char in word)
    line = word.isdigit() and bool(taken) and taken[0][0].startswith(("号", "线"))  # 1号线
    latin = line or (word.isascii() and any(char.isalpha() for char in word))
    if plain or latin or word[0] == "第" or _STAGE.fullmatch(word) is not None:
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
        tokens[-1][1][0] in ("d", "t") or is_time(tokens[-1][0]) or tokens[-1][0] in ("累计", "总计", "平均", "共计")
    ):
        tokens.pop()
    if not tokens or not is_noun(tokens[-1]) or tokens[-1][1] in ("ns", "nt", "nr") or _ACTING.search(tokens[-1][0]):
        return []
    taken = ending(tokens)
    return taken if length(joined(taken)) <= 8 else taken[-1:]


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
