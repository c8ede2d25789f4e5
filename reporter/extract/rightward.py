"""What stands behind a quantity: the noun phrase it counts (免检产品 in 70个免检产品) and what is said of it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from reporter.extract.cues import COMPOUND_HEADS, MODIFIERS, POINTING, PREDICATES, STATIVE
from reporter.extract.tokens import (
    JOINTS,
    LIMIT,
    Token,
    blanked,
    is_nominal,
    is_noun,
    is_verb,
    joined,
    length,
    shorten,
    tidy,
    tokens_of,
)
from reporter.extract.units import FAMILY

_PERSON = re.compile(
    r"(?:员|者|人|警|兵|匠|师|生|手|干部|骨干|群众|居民|代表|专家|教授|博士|硕士|医生|护士|选手|老人|儿童|妇女|农民|村民|市民"
    r"|游客|人才|带头人|书记"
    r"|职工|劳动力)$"
)
_BODY = re.compile(
    r"(?:企业|公司|单位|机构|厂|店|院|校|所|站|中心|社|银行|协会|商户|部门|农场|场|园|馆|局|厂家|户|村|镇|县|市)$"
)
# 2个10万吨级泊位: of what size they are.
_RATED = re.compile(r"^[\d.]{1,8}[百千万亿]{0,2}[\u4e00-\u9fff]{1,3}级")
_COUNTS_ANY = frozenset("家户名人位个项件")


class Following(NamedTuple):
    """The noun phrase behind a quantity (may be empty) and how many characters of the text it takes; ``verbal`` says
    that the text begins with a verb."""

    core: str
    taken: int
    verbal: bool = False


NOTHING = Following("", 0)


def behind(text: str, unit: str) -> Following:
    """The noun phrase that begins a piece of text right behind a quantity.

    Args:
        text: from the quantity to the clause's end or the next quantity.
        unit: the quantity's unit; 名 and 人 look for persons, 家 for bodies behind a clause (252名从事…的工作人员).
    """
    if text.startswith(("大关", "关口")):
        return NOTHING
    plain = _RATED.sub(lambda match: " " * len(match[0]), blanked(text))
    lead = len(plain) - len(plain.lstrip(" 的"))
    tokens = tokens_of(plain[lead:])
    if not tokens:
        return NOTHING
    leads_on = tokens[-1][0].endswith(("为", "至", "到"))  # 由55元调高为62元
    if len(tokens) == 1 and leads_on:
        return NOTHING
    if len(tokens) == 1 and is_verb(tokens[0]) and FAMILY.get(unit.lstrip("万亿"), "count") != "count":
        return Following(tokens[0][0], len(plain))  # 给予50万元奖励: a verb that nothing follows is what is given
    verbal = len(tokens) > 1 and (is_verb(tokens[0]) or tokens[0][1] == "vn")
    clause = _clause(tokens, unit)
    count = clause or _phrase(tokens, unit)
    if not clause and count < len(tokens) and all(token[1] in ("v", "vn", "vd") for token in tokens[:count]):
        return Following("", 0, verbal)  # 发展到, 设置在: a predicate, whatever the tags say
    taken = list(tokens[:count])
    while taken and taken[0][0] in POINTING:
        taken.pop(0)
    if length(joined(taken)) > LIMIT and not clause:
        taken = _last_conjunct(taken)
    core = tidy(shorten(taken)).strip("、 ")
    return Following(core, lead + len(joined(tokens[:count])) if core else 0, verbal)


def _last_conjunct(tokens: list[Token]) -> list[Token]:
    joints = [index for index, token in enumerate(tokens) if token[0] in JOINTS]
    return tokens[joints[-1] + 1 :] if joints else tokens


def _phrase(tokens: Sequence[Token], unit: str) -> int:
    """How many tokens from the start make the noun phrase."""
    noun = False
    for index, token in enumerate(tokens):
        if token[0] == "的":
            return _over_de(tokens, index) if noun else index
        if not _goes_on(tokens, index, noun, unit):
            return index
        noun = noun or is_noun(token)
    return len(tokens)


def _goes_on(tokens: Sequence[Token], index: int, noun: bool, unit: str) -> bool:
    """Whether the phrase goes on with the token at this place."""
    token = tokens[index]
    following = tokens[index + 1] if index + 1 < len(tokens) else ("", "x")
    if token[0] in JOINTS:
        return noun and is_nominal(following)
    if is_verb(token):
        return _verb_goes_on(tokens, index, noun, unit)
    fits = _fitting(unit)
    if noun and fits and token[1] in ("i", "l") and fits.search(tokens[index - 1][0]):
        return False  # 生产企业 各具特色
    if token[0] in ("以上", "以下"):
        return (noun or (index > 0 and tokens[index - 1][0].endswith("级"))) and is_nominal(following)
    return is_nominal(token) and token[0] not in ("等", "均") and not (noun and token[0] in POINTING)


def _verb_goes_on(tokens: Sequence[Token], index: int, noun: bool, unit: str) -> bool:
    """Whether a verb is part of a compound (老旧小区 改造 项目, 获证 企业) and not what is said of the things
    counted."""
    if index + 1 >= len(tokens):
        return False
    fits = _fitting(unit)
    if noun and fits and fits.search(tokens[index - 1][0]):
        return False
    word, head = tokens[index][0], tokens[index + 1]
    if not is_nominal(head) or word in STATIVE or word in PREDICATES:
        return False
    if word in MODIFIERS or len(head[0]) == 1 or (not index and unit not in _COUNTS_ANY):
        return True
    ends = index + 2 >= len(tokens) or not is_noun(tokens[index + 2])
    return ends and COMPOUND_HEADS.search(head[0]) is not None


def _over_de(tokens: Sequence[Token], index: int) -> int:
    """How far a phrase reaches that goes on behind 的: to the clause's end where that is short and has no predicate."""
    rest = tokens[index + 1 :]
    if not rest or not all(is_nominal(token) or is_verb(token) for token in rest):
        return index
    if is_noun(rest[-1]) and length(joined(tokens)) <= LIMIT:
        return len(tokens)
    return len(tokens) if 1 < len(joined(rest)) <= 3 else index


def _fitting(unit: str) -> re.Pattern[str] | None:
    """What a unit counts, where it says so: persons or bodies."""
    if unit in ("名", "人", "位"):
        return _PERSON
    return _BODY if unit in ("家", "户") else None


def _clause(tokens: Sequence[Token], unit: str) -> int:
    """How many tokens a relative clause and its noun take: 从事标准及标准有关 + 的 + 工作人员; 0 where there is none.

    The clause begins with a verb, an adverb or a preposition, so that what is counted can only stand behind 的.
    """
    if not (is_verb(tokens[0]) or tokens[0][1] in ("p", "d", "vn", "a")):
        return 0
    index = next((index for index, token in enumerate(tokens) if token[0] == "的"), 0)
    end = index + 1
    while index and end < len(tokens) and is_nominal(tokens[end]):
        end += 1
    fits = _fitting(unit)
    found = index > 0 and end > index + 1 and (fits is None or fits.search(tokens[end - 1][0]) is not None)
    return end if found else 0


def predicate_name(predicate: str, head: str) -> str:
    """A generic head told apart by what it does: 企业 with 参与国际、国家、行业标准的制修订 is
    参与行业标准的制修订的企业.

    Empty where the predicate holds nothing to tell it by.
    """
    tokens = _without_conjuncts(_spoken(predicate))
    room = LIMIT - length(head) - 1
    if not any(is_verb(token) or token[1] == "vn" or token[0] in ("不", "未") for token in tokens[:4]):
        return ""
    parts = [word for word, _ in tokens]
    if length("".join(parts)) > room + 1:
        parts = _verb_and_object(tokens, room)
    text = "".join(parts).strip("的、 ")
    if not text or length(text) > room + 2:
        return ""
    return f"{text}{'的' if length(text) > 2 else ''}{head}"


def _spoken(predicate: str) -> list[Token]:
    """The words of a predicate without those that only modify it and those it begins with."""
    dropped = ("d", "ul", "uz", "ug", "r", "m", "t")
    tokens = [token for token in tokens_of(tidy(predicate)) if token[1] not in dropped or token[0] in ("不", "未")]
    opening = ("被", "的", "已", "均", "是", "为", "有", "中", "等")
    while tokens and (tokens[0][1] in ("p", "c", "q", "y", "f", "x") or tokens[0][0] in opening):
        tokens = tokens[1:]
    return tokens


def _without_conjuncts(tokens: Sequence[Token]) -> list[Token]:
    """The tokens with every row of conjuncts cut down to its last member (国际、国家、行业标准 to 行业标准)."""
    kept: list[Token] = []
    for token in tokens:
        if token[0] not in JOINTS:
            kept.append(token)
        elif kept:
            kept.pop()
    return kept


def _verb_and_object(tokens: Sequence[Token], room: int) -> list[str]:
    """The first verb and as many of the last words as fit: 参与…行业标准的制修订."""
    first = tokens[0][0]
    tail: list[str] = []
    for word, _ in reversed(tokens[1:]):
        if length(first + word + "".join(tail)) > room + 1:
            break
        tail.insert(0, word)
    return [first, *tail]
