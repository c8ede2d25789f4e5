"""What the words around a quantity say of it: its period and its qualifier."""

from __future__ import annotations

import re
from functools import lru_cache

from reporter.extract.clauses import clause_start
from reporter.extract.elsewhere import Named

_YEAR = r"(?:民国\d{1,3}|(?:19|20)\d\d|[一二][〇零九][〇零一二三四五六七八九]{2}|1[01]\d|9\d)年度?"
_PART = (
    r"(?:[上下]半年|第?[一二三四1-4](?:至[二三四])?季度|前[一二三四]季度"
    r"|\d{1,2}月?(?:[-—~至]\d{1,2})?月份?(?:\d{1,2}日)?|[一二三四五六七八九十]{1,2}月份?"
    r"|[年月][底末]|[年月]初(?!预算|计划|目标|任务|预期|安排|核定|确定|结转))"
)
_RELATIVE = r"(?:今年|本年度?|当年|去年|上年度?|前年|明年|同年|上月|本月|当月)"
_PERIOD = re.compile(
    # One character is looked at first: most places of a sentence begin no period.
    rf"(?=[\d一二三四五六七八九十“截到至民今本当去上下前明同第年月近未春国元中清端每全])"
    rf"(?:(?:截至|截止|到|至)?(?:{_YEAR}|{_RELATIVE})(?:以来|{_PART}|[底末初]|来|全年)?(?:同期|期间|以来)?"
    rf"|(?:截至|截止)?(?:“?[一二三四五六七八九十]{{1,4}}五”?)(?:期间|时期|期末|末|以来)"
    rf"|(?:截至|截止)?{_PART}(?:同期|期间|以来)?"
    r"|(?:近[几两三四五六七八九十\d]{1,2}年来|近年来"
    r"|(?:近[几两三四五六七八九十\d]{1,2}|(?:今后|未来)[一二三四五六七八九十两\d]{1,2})年(?:内(?![容部外涵存]))?)"
    r"|(?:春运|国庆|元旦|春节|五一|十一|中秋|清明|端午)(?:假期|期间|长假)?|每年|全年|年末"
    r"|(?<![\d近往历一二三四五六七八九十几数多])年内(?![容部外涵]))"
)
_BASIS = re.compile(r"(?:比|较|与|同|和|按|相比于)(?:了|之)?$")
# 恢复到2019年的86%
_OF_BASIS = re.compile(r"的(?:\d|[一二三四五六七八九十百同水平])|水平")
_FROM = re.compile(r"(?:由|从|自)$")
# No words that lead to a period are longer.
_LED = 6
_MULTIPLE = re.compile(r"(?:是|为|相当于|达到?|等于|约为)$")

_QUALIFIER = re.compile(
    # Not out of the middle of a word: 公共, 各级, 签约, 平均水平, 最低标准, 年均浓度.
    r"累计|共计|总计|合计|唯一|连续|新增|净增|首次|平均(?!水平|线|值)|年均(?!浓度|值|气温|降)|日均|月均|人均|户均|亩均"
    r"|最高(?!人民|法院|检察)|最低(?!标准|生活|工资)|最大|最多|仅|各(?![级类项界地国族位种])|(?<!公)共(?![同建享和产青用])"
    r"|(?<![签合预节契制集条邀])约(?![定束谈见])|(?<![附远临邻])近|超过|突破|不少于|不低于|不超过|至少"
)
_INCLUSIVE = re.compile(r"以上|以下|以内|左右|余|多|上下")


def period(text: str, item: Named, items: tuple[Named, ...]) -> str | None:
    """The period that a figure is of, in the words of its sentence (去年, 2011年, 十二五期间); None where it names
    none.

    The nearest before the figure counts, in its own clause or an earlier one. What a change is measured against
    (比上年) is none, and where a figure came from (由上年的412亿元) belongs to that figure alone.
    """
    start = item.quantity.start
    stated = _periods(text)
    if any(match.start() < start < match.end() for match in stated):  # 2017年5亿元: the figure ends the period
        stated = tuple(_PERIOD.finditer(text, 0, start))
    for match in reversed(stated):
        if match.end() > start:
            continue
        near, here = max(0, match.start() - _LED), match.start()
        measured = match[0].startswith(("到", "至")) and _OF_BASIS.match(text, match.end())
        if (
            measured
            or _BASIS.search(text, near, here)
            or (text.startswith("的", match.end()) and _MULTIPLE.search(text, near, here))
        ):
            continue
        if _FROM.search(text, near, here) and any(match.end() <= other.quantity.start < start for other in items):
            continue
        return match[0].replace("“", "").replace("”", "") or None
    return None


@lru_cache(maxsize=4)
def _periods(text: str) -> tuple[re.Match[str], ...]:
    """The periods that a text names, in order; every figure of a sentence asks for them."""
    return tuple(_PERIOD.finditer(text))


def qualifier(text: str, item: Named) -> str | None:
    """The word that qualifies a figure: 累计, 共计, 唯一, 连续, 新增, or else the word that says how exact it is."""
    quantity = item.quantity
    begin = clause_start(text, quantity.start)
    found = _QUALIFIER.findall(text[begin : quantity.start])
    if found:
        return str(found[-1])
    inner = _INCLUSIVE.search(text[quantity.start : quantity.reach_end])
    return inner[0] if inner else None
