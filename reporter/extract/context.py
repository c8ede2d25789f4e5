"""What the words around a quantity say of it: its period, its role (actual, target, plan, threshold, scope) and
qualifier."""

from __future__ import annotations

import re
from functools import lru_cache

from reporter.extract.clauses import clause_start
from reporter.extract.elsewhere import Named
from reporter.extract.quantities import Quantity
from reporter.model.document import Role

_YEAR = r"(?:民国\d{1,3}|(?:19|20)\d\d|[一二][〇零九][〇零一二三四五六七八九]{2}|1[01]\d|9\d)年度?"
_PART = (
    r"(?:[上下]半年|第?[一二三四1-4](?:至[二三四])?季度|前[一二三四]季度"
    r"|\d{1,2}月?(?:[-—~至]\d{1,2})?月份?(?:\d{1,2}日)?|[一二三四五六七八九十]{1,2}月份?|[年月][底末初])"
)
_RELATIVE = r"(?:今年|本年度?|当年|去年|上年度?|前年|明年|同年|上月|本月|当月)"
_PERIOD = re.compile(
    # One character is looked at first: most places of a sentence begin no period.
    rf"(?=[\d一二三四五六七八九十“截到至民今本当去上下前明同第年月近未春国元中清端每全])"
    rf"(?:(?:截至|截止|到|至)?(?:{_YEAR}|{_RELATIVE})(?:以来|{_PART}|[底末初]|来)?(?:同期|期间|以来)?"
    rf"|(?:截至|截止)?(?:“?[一二三四五六七八九十]+五”?)(?:期间|时期|期末|末|以来)"
    rf"|(?:截至|截止)?{_PART}(?:同期|期间|以来)?"
    r"|近[几两三四五六七八九十\d]{1,2}年来?|近年来|(?:今后|未来)[一二三四五六七八九十两\d]{1,2}年|(?:春运|国庆|元旦"
    r"|春节|五一|十一|中秋|清明|端午)(?:假期|期间|长假)?|每年|全年|年末)"
)
_BASIS = re.compile(r"(?:比|较|与|同|和|按|相比于)(?:了|之)?$")
_FROM = re.compile(r"(?:由|从|自)$")

_TARGET = re.compile(
    r"目标|力争|争取|力求|确保|要求(?!的)|计划达到|预期(?!寿命)|预计达到|规划达到|(?<![需重主必首只还])要(?:在|把|达|建|实|完|使"
    r"|新|力|确|争|培|以|突|保|全|超|引|发|创|增|推|抓)"
    r"|(?:将|须|应)(?:在|建|达|新|完|实|突|形|超)|任务是|(?:到|至)(?:20\d\d年(?:底|末)?|“?[一二三四五六七八九十]+五”?末)"
)
_AHEAD = re.compile(r"目标|力争|争取|确保|到20\d\d年|到“?[一二三四五六七八九十]+五”?末|今后|任务是")
_PLAN = re.compile(
    r"计划|拟|准备|打算|预计|规划(?!面积|区|用|建筑)|即将|有望|将(?=[于在再新继全投建安组开举实完达培选引])"
)
_DONE = re.compile(r"已(?!列入)|累计|现有|共有|去年|上年|目前(?!计划)|完成了|实现了|截至|现已|上半年")
_RULE = re.compile(
    r"不得|须|应当|应|如果|若|凡|对于|方可|条件|限额|门槛|需(?!求)|符合|要求|标准为|申请|一律|不予|予以|免于|实行|纳入"
)
_LIMIT = re.compile(r"不得|不超过|不低于|不高于|不少于|以内|以下|年满")
_INCLUSIVE_LIMIT = re.compile(r"(?:（含）)?(?:及|或)?(?:以上|以下|以内)")

_QUALIFIER = re.compile(
    r"累计|共计|总计|合计|唯一|连续|新增|净增|首次|平均|年均|日均|月均|人均|户均|亩均|最高|最低|最大|最多|仅|各|共"
    r"|约|近|超过|突破|不少于|不低于|不超过|至少"
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
        head = text[: match.start()]
        if _BASIS.search(head):
            continue
        between = [other for other in items if match.end() <= other.quantity.start < start]
        if _FROM.search(head) and between:
            continue
        return re.sub(r"[“”]", "", match[0]) or None
    return None


@lru_cache(maxsize=4)
def _periods(text: str) -> tuple[re.Match[str], ...]:
    """The periods that a text names, in order; every figure of a sentence asks for them."""
    return tuple(_PERIOD.finditer(text))


def role(text: str, item: Named) -> Role:
    """What a figure is: reached (actual), to be reached (target), intended (plan), a limit that decides who falls
    under a rule (threshold), the extent of a list (scope) or a change."""
    if item.change:
        return "change"
    quantity = item.quantity
    begin = clause_start(text, quantity.start)
    clause, ahead = text[begin : quantity.start], text[:begin]
    if _is_threshold(text, quantity, clause):
        return "threshold"
    to_come = _to_come(clause, ahead)
    if to_come:
        return to_come
    listed = quantity.unit in ("类", "大类") or text[: quantity.start].endswith("等")
    return "scope" if listed else "actual"


def _to_come(clause: str, ahead: str) -> Role | None:
    """Whether a clause, or a sentence up to it, speaks of what is to be reached or intended."""
    if _TARGET.search(clause):
        return "target"
    if _PLAN.search(clause):
        return "plan"
    return "target" if _AHEAD.search(ahead) and not _DONE.search(ahead + clause) else None


def _is_threshold(text: str, quantity: Quantity, clause: str) -> bool:
    """Whether the quantity bounds what a rule or a count is about: 1000吨标准煤以上企业, 不得超过8人, 须年满18周岁.

    A share bounds nothing: 八成以上的企业 counts them.
    """
    after = text[quantity.reach_end :]
    if quantity.family != "share" and quantity.bound and _modifies(text, quantity, after):
        return True
    if not _RULE.search(text):
        return False
    limits = _LIMIT.search(text[max(0, quantity.reach_start - 3) : quantity.reach_end])
    if limits and not _TARGET.search(clause):
        return True
    aged = quantity.unit in ("周岁", "岁") and "满" in clause[-3:]
    return aged or (quantity.family == "time" and after.startswith("内"))


def _modifies(text: str, quantity: Quantity, after: str) -> bool:
    """Whether a bounded quantity stands before what it selects: 亿元以上项目, 超过15个工作日的."""
    if re.match(r"的?(?:目标|水平|增速|增长|任务)", after):
        return False
    if quantity.reach_end > quantity.end:
        return _INCLUSIVE_LIMIT.match(text, quantity.end) is not None and after[:1] not in ("", *"，。；、）")
    return after.startswith("的") and _RULE.search(text) is not None and quantity.family != "count"


def qualifier(text: str, item: Named) -> str | None:
    """The word that qualifies a figure: 累计, 共计, 唯一, 连续, 新增, or else the word that says how exact it is."""
    quantity = item.quantity
    begin = clause_start(text, quantity.start)
    found = _QUALIFIER.findall(text[begin : quantity.start])
    if found:
        return str(found[-1])
    inner = _INCLUSIVE.search(text[quantity.start : quantity.reach_end])
    return inner[0] if inner else None
