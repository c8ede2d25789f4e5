"""Whether a number with a unit states an amount where it stands, told by the words around it.

近三年, 三年前, 98年 and 五年规划 are points in time or names; 居第3位 is a rank; 一个 counts nothing; 二期 is a stage.
"""

from __future__ import annotations

import re

from reporter.extract.units import Family
from reporter.language.numerals import Numeral

_TIME_BEFORE = re.compile(
    r"(?:近|未来|今后|过去|最近|这|头|往|往后|上|下|首|每|当|同|(?<!提)前|后|此后|之后|接下来的?|建[党国军校市]|第)的?$"
)
_TIME_AFTER = re.compile(
    r"(?:以?来(?!自)|之?前|之?后|以前|以后|间(?!隔)|初|末|底|中(?![标小])|份|规划|行动|计划(?!生育)|期计划|义务|一贯"
    r"|龄|表|一[次度遇个]"
    r"|为期|如一日|时光|征程|长(?:期|假|远)|滚动|攻坚|大庆|工作制|内外|经济|生活圈|交通圈|出行圈|通勤|服务圈"
    r"|[\u4e00-\u9fff]{1,4}率)"
)
_AMOUNT_BEFORE = re.compile(
    r"(?:历时|为期|历经|经历|经过|耗时|用时|用了?|任期|期限为?|有效期为?|保质期为?|工期为?|学制|进行了|花了|长达"
    r"|持续|累计|连续|缩短|延长"
    r"|提前|不少于|不足|不到|已有|徒刑|拘役|缓刑|年满|工作满?|整顿|停产|保修|力争|争取|计划|在|就是)(?:了|为)?$"
)
_AMOUNT_AFTER = re.compile(
    r"时间|之?内|[以]上|以下|左右|之久|历史|期限|[多半]|工期|任期|（?[一二三四五六七八九十]{1,2}个月|建成|完成"
)
_WITHIN = re.compile(r"(?:之|以)?内(?!外)")
# 签约后三年内, but not 今后三年内: that tells when, not how long.
_EVENT_BEFORE = re.compile(r"(?<![今此往之])后$|[起前]$")
_DAYS_WITHIN = re.compile(r"内|以[内上下]|之内")
_DAYS_BEFORE = re.compile(r"(?:不?超过|不少于|不低于|不足|不到|至少|达到?|缩短|延长|提前)(?:了|到|至|为)?$")
_FROM = re.compile(r"[由从](?:原来的|过去的|目前的)?$")
_DAYS_AFTER = re.compile(r"(?:缩短|压缩|压减|延长|减少|增加|调整)(?:到|至|为)")
_LONG_YEARS = re.compile(r"历史|时间|以[上内]|之久")
_AGE_BEFORE = re.compile(r"(?:年龄|寿命|[年须已]满|满|提高到|提高至|增至|达|达到|为|延长到|延长至)$")
_RANK_BEFORE = re.compile(
    r"(?:位?居|位?列|排名?|名列|位次|进位|跻身)(?![^，。；、]{0,8}(?:上升|提升|前移|下降|后移|跃升"
    r"|前进))[^，。；、]{0,10}$"
)
_POINTED = tuple("这那哪几数每某各第首整")
_STAGED = re.compile(r"[班训]$|举办了?$|共$")
_QUAKE = re.compile(r"震级?为?$|地震$")
_INDEX_BEFORE = re.compile(r"(?:收[于报在]|报|指数|综指|大关|关口|至|到)[^，。；]{0,6}$")
# Points of a score: 满意度达到82分, 得分98.12分.
_SCORED = re.compile(
    r"(?:分数?|满意度|成绩|测评|评价|考核|指数|平均|均分|安全感|得|获|考|总分|线)(?:值|率)?[^，。；、]{0,6}$"
    r"|(?:高|低|多|少|提高|上升|下降|降低|扣|加|计|记|增加)(?:了|出)?$"
)
_PRICED = re.compile(r"[价费金款售收补助奖罚每宽长高重缴约为]$|[宽长高重深厚]\w?$")
_ORDER_UNITS = frozenset("名位号级版期届轮层集课章页点")
# Nouns that count only beside what says so: 视频监控1150路, 监测站6站, 停车格500格, 营养午餐27校.
_NAMED_MEASURES = {
    "路": re.compile(r"视频|监控|信号|接入|摄像|探头|广播|通道"),
    "站": re.compile(r"站｜|站[^，。；｜]{0,4}｜|｜(?:自动|监测)站"),
    "格": re.compile(r"[车停]"),
    "校": re.compile(r"｜(?:[，。；、）,;]|[^，。；]{0,4}(?:学校|校舍|午餐|学生))|｜$|校[^，。；]{0,8}｜|[学教]"),
}
_SAID_WITHIN = 14
_UNIT_WORDS = frozenset(("元", "米", "斤", "克", "升", "瓦"))


def states_amount(text: str, numeral: Numeral, end: int, unit: str, family: Family, bounded: bool) -> bool:
    """Whether the words around a number and its unit let it state an amount.

    Args:
        text: the sentence in simplified characters.
        numeral: the number.
        end: where the unit ends.
        unit: the unit, family its family.
        bounded: whether words say how exact the number is (近千户, 亿元以上).
    """
    before, after = text[: numeral.start], text[end:]
    if numeral.bare and (after.startswith("级") or not (bounded or _is_scale(numeral, family))):
        return False  # 百日, 千家万户, 万元GDP, 万吨级; but 近千户, 千万元
    if family == "time":
        return _is_duration(text, numeral, unit, end, bounded)
    if family == "count":
        return _is_count(text, numeral, unit, before, after)
    return _is_measure(numeral, unit, before, after, bounded)


def _is_scale(numeral: Numeral, family: Family) -> bool:
    """Whether 千万, 百亿 and the like stand for a number before money and measures."""
    return numeral.end - numeral.start > 1 and family != "count"


def _is_measure(numeral: Numeral, unit: str, before: str, after: str, bounded: bool) -> bool:
    """Whether a measure is meant: not 一度, 三元, 二元结构, 66公斤级."""
    if after.startswith("级") and unit not in ("%", "度"):
        return False
    if unit == "番":
        return before.endswith(("翻", "翻了"))
    if unit == "度":
        return numeral.high >= 2 and (not numeral.han or numeral.high >= 10)
    if unit in _UNIT_WORDS and numeral.han and numeral.high < 4 and not bounded:
        return _PRICED.search(before[-2:]) is not None  # 三元, 二元结构 and the like
    return True


def _is_duration(text: str, numeral: Numeral, unit: str, end: int, bounded: bool) -> bool:
    """Whether an amount of time is stated: 连续三年, 3~5年内, 为期一周; not 近三年, 三年前, 98年, 一天."""
    before, after = text[: numeral.start], text[end:]
    if unit in ("岁", "周岁"):  # an age of a group or a limit; that of one person (55岁的李某) is no figure
        return bounded or _AGE_BEFORE.search(before) is not None
    within = _WITHIN.match(after) is not None and _EVENT_BEFORE.search(before) is not None
    near = _TIME_BEFORE.search(before) is not None and not re.match(r"的?时间", after)
    if not within and (near or _TIME_AFTER.match(after)):
        return False
    era = numeral.high >= 60 or text[numeral.start] == "0"
    if unit == "日" or (unit == "年" and era):  # days of a month, years of an era (98年, 08年)
        shifted = _DAYS_AFTER.match(after) is not None and _FROM.search(before) is not None  # 由60日缩短为40日
        part = numeral.high != numeral.high.to_integral_value()
        if unit == "日" and (part or shifted or _DAYS_BEFORE.search(before)):
            return True
        return (_DAYS_WITHIN if unit == "日" else _LONG_YEARS).match(after) is not None
    doubtful = (unit == "年" and not bounded) or text[numeral.start : end] == "四周"
    if numeral.han and (numeral.high == 1 or doubtful):
        meant = numeral.high > 1 and _AMOUNT_AFTER.match(after)
        return bool(meant or _AMOUNT_BEFORE.search(before))
    return True


def _is_count(text: str, numeral: Numeral, unit: str, before: str, after: str) -> bool:
    """Whether things are counted: not ranks (居第3位), single things (一个), stages (二期), points and levels."""
    if numeral.han and not numeral.is_range and not _han_counts(text, numeral, unit, before, after):
        return False
    if unit in ("名", "位") and _RANK_BEFORE.search(before):
        return False
    if unit in ("分", "发"):
        scored = not after[:1].isdigit() and _SCORED.search(before) is not None
        return not numeral.han and (unit == "发" or scored)
    if unit == "级":
        quake = _QUAKE.search(before) is not None or after.startswith("地震")
        return quake or numeral.low != numeral.low.to_integral_value()
    if unit in _NAMED_MEASURES:
        return not numeral.han and _is_named_measure(unit, before, after)
    return _is_plain_count(numeral, unit, before, after)


def _is_named_measure(unit: str, before: str, after: str) -> bool:
    """Whether a noun counts because the words beside it say what it counts."""
    return _NAMED_MEASURES[unit].search(before[-_SAID_WITHIN:] + "｜" + after[:_SAID_WITHIN]) is not None


def _is_plain_count(numeral: Numeral, unit: str, before: str, after: str) -> bool:
    """Whether points are those of an index, and shares no gusts."""
    if unit == "点":
        return _INDEX_BEFORE.search(before) is not None or (not numeral.han and numeral.high > 24)
    return not (unit == "股" and after.startswith(("劲", "力", "风")))


def _han_counts(text: str, numeral: Numeral, unit: str, before: str, after: str) -> bool:
    """Whether a number in Chinese figures counts: 两家, 三项制度; not 一家, 这三家, 二次, 三期."""
    written = text[numeral.start : numeral.end]
    if written == "两":  # never an ordinal
        return not before.endswith(_POINTED)
    small = numeral.high <= 10 and not numeral.loose
    if numeral.high == 1 or (len(written) == 1 and before.endswith(_POINTED)):
        return False
    if written == "二" and small:  # 二 counts nothing before a measure word (that is 两)
        return False
    if unit == "期" and small and not _STAGED.search(before):
        return False
    ranked = unit in _ORDER_UNITS and small
    return not (ranked and (not after or after[0] in "，。；、！？）"))
