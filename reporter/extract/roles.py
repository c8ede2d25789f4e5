"""What a figure is, as its sentence says it: reached, to be reached, intended, a limit, the extent of a list, a change.

Simplified characters. What the rest of the document says of it is for `aims`.
"""

from __future__ import annotations

import re
from functools import lru_cache

from reporter.extract.clauses import clause_start
from reporter.extract.cues import DOING, REACHING
from reporter.extract.elsewhere import Named
from reporter.extract.quantities import Quantity
from reporter.extract.tokens import is_verb, tokens_of
from reporter.model.document import Role

# 恢复到2019年的86%: a year that something is measured against is none to come.
_NO_BASIS = r"(?!(?:同期)?(?:的(?=$|[\d一二三四五六七八九十百同水平])|水平))"
_TARGET = re.compile(
    r"目标|力争|争取|力求|确保|要求(?!的)|计划达到|预期(?!寿命)|预计达到|规划达到|(?<![需重主必首只还])要(?:在|把|达|建|实|完|使"
    r"|新|力|确|争|培|以|突|保|全|超|引|发|创|增|推|抓)"
    r"|(?:将|须|应)(?:在|建|达|新|完|实|突|形|超)|任务是|(?:到|至)(?:20\d\d年(?:底|末)?|[明后]年[底末]|“?[一二三四五六七八九十]+五”?末)"
    rf"{_NO_BASIS}"
)
_AHEAD = re.compile(
    rf"目标|力争|争取|确保|到20\d\d年{_NO_BASIS}"
    r"|到[明后]年[底末]|到“?[一二三四五六七八九十]+五”?末|今后|任务是"
)
_PLAN = re.compile(
    r"计划|拟|准备|打算|预计|规划(?!面积|区|用|建筑)|即将|有望"
    r"|将(?=[于在再新继全投建安组开举实完达培选引汰购]|增[设加建]|启[动用]|推出|扩[建大]|招[聘收录]|修[建缮]|改[造建]|设[立置])"
)
# What all words of these patterns hold, and the words of deadlines: most sentences speak of nothing to come.
_TO_COME = re.compile(
    r"目标|力争|争取|力求|确保|[要将须应拟前内末]|[计规]划|预[计期]|准备|打算|有望|任务|[到至]20|今后"
)
# Plans and targets that are measured against, already behind, or words of another meaning: 完成年度计划的53%,
# 比原计划, 计划生育.
_NO_AIM = re.compile(
    r"(?:计划|规划)总?投资(?!$)|计划(?:生育|单列|经济|外)|(?:训练|行动|研究|人才|培养|青年)计划|草拟|虚拟|模拟|拟(?:人|态|合|定|订|稿)(?!新)|序时进度"
    r"|(?:比|较|按照?|原|占|超过?|高于|低于|快于|慢于|好于|优于|超出|超额)[^，。；、\d]{0,6}(?:计划|预期|目标|任务|规划|预计)(?:目标|任务)?"
    r"|(?:(?<=完成)|(?<=[占达到为])|(?<=实现)|(?<=相当于))[^，。；、\d]{0,8}(?:目标|计划|任务|规划|预算|预期)[^，。；\d]{0,6}的(?=$|\d)"
    r"|(?:目标|计划|任务)[^，。；、\d]{0,4}完成(?:率|情况|比例)"
)
DONE = re.compile(
    r"已(?!列入)|累计|现有|共有|去年|上年|前年|目前(?!计划)|完成了|实现了|截[至止]|现已|上半年|实际|以来|原有"
)
# 计划新开工的42个项目已开工31个.
_BY_NOW = re.compile(r"已(?!列入)|实际|[仅只]完成")
# 6月底前, 2025年前, 年内: until then something is to be done, unless it says what was done (6月底前完成的).
_UNTIL = re.compile(
    r"(?:[底末旬]|\d[日号月]|[一二三四五六七八九十]月份?|季度|20\d\d年|[春国]\w{1,2}节|汛期|“?[一二三四五六七八九十]{1,4}五”?期?末)"
    r"之?前(?![后期来往身列景提])"
    r"|(?<![\d一二两三四五六七八九十几数])[今本当明]?年内"
)
_ATTRIBUTE = re.compile(
    r"(?:完成|建成|竣工|开工|办理|登记|成立|出生|参加|取得|入职|发生|签订|投产|投用|注册)[^，。；]{0,6}的"
)
_SENT_IN = re.compile(r"报送|提交|申报|寄|递交|反馈|公示|一式|上报|送达|缴")
_RULE = re.compile(
    r"不得|须|应当|应|如果|若|凡|对于|方可|条件|限额|门槛|需(?!求)|符合|要求|标准为|申请|一律|不予|予以|给予|免于|实行|纳入"
)
_LIMIT = re.compile(r"不得|不超过|不低于|不高于|不少于|以内|以下|年满")
_INCLUSIVE_LIMIT = re.compile(r"(?:（含）)?(?:及|或)?(?:以上|以下|以内)")
# 低于85%的，…: who or what a rule is about.
_CASE = re.compile(r"的(?:[，、；]|[^，。；]{0,6}?(?:须|应|不得|一律|予以|给予|不予|扣|处|免|责令|约谈))")
_CASE_RULE = re.compile(r"须|应|不得|一律|予以|给予|不予|扣|处|免|责令|约谈|奖|罚|补")
_OFTEN = re.compile(r"每(?:个)?(?:季度?|月|周|天|日|旬|半年|学期)[^，。；\d]{0,10}$|每批次?[^，。；\d至到达]{0,6}$")
_TIMES = ("次", "期", "场", "回", "轮")
_ORIGIN = re.compile(r"(?:由|从)[^，。；]{0,24}$")
_ROSE = re.compile(
    r"[^，。；\d]{0,6}?(?:增|提高|提升|降|下降|扩|减|压|缩|上升|恢复|发展|调整|升|延长)[^，。；\d]{0,3}[到至为]"
)


def role(text: str, item: Named) -> Role:
    """What a figure is: reached (actual), to be reached (target), intended (plan), a limit that decides who falls
    under a rule (threshold), the extent of a list (scope) or a change."""
    if item.change:
        return "change"
    quantity = item.quantity
    begin = clause_start(text, quantity.start)
    clause = text[begin : quantity.start]
    if _is_threshold(text, quantity, clause):
        return "threshold"
    to_come = role_to_come(text, quantity.start, quantity.end)
    if to_come:
        return to_come
    listed = quantity.unit in ("类", "大类") or text[: quantity.start].endswith("等")
    return "scope" if listed or _is_often(clause, quantity) else "actual"


def role_to_come(text: str, start: int, end: int) -> Role | None:
    """Whether the words up to the figure at ``text[start:end]`` of a sentence speak of what is to be reached or
    intended; None for what a figure rose from (由12家增加到31家)."""
    if _TO_COME.search(text, 0, start) is None:
        return None
    begin = clause_start(text, start)
    clause = _NO_AIM.sub("", text[begin:start])
    if comes_from(text, start, end):
        return None
    if stated := _wanted(clause):
        return stated
    ahead = _NO_AIM.sub("", text[:begin])
    if DONE.search(_without_origins(ahead + clause)):
        return None
    return "target" if _AHEAD.search(ahead) or _is_due(text[:begin], clause) else _carried(ahead, clause)


def _wanted(clause: str) -> Role | None:
    """The role that the words of a clause give the figure behind them, unless it says that this is done by now."""
    found = _TARGET.search(clause) or _PLAN.search(clause)
    if found is None:
        return "plan" if _is_announced(clause) else None
    if _BY_NOW.search(clause, found.end()):
        return None
    return "target" if found.re is _TARGET else "plan"


# 将 before a verb, not out of a word (即将 is told by others) and not of what is done (已将).
_WILL = re.compile(r"(?<![即大名干主健武上中少])将(?=[\u4e00-\u9fff]{2})")
_ON = frozenset(
    ["继续", "进一步", "全面", "陆续", "分批", "重点", "集中", "累计", "共", "总共", "再", "还", "新", "逐步", "组织"]
)


def _is_announced(clause: str) -> bool:
    """Whether 将 with a verb leads to the figure (将抽查产品1200批次), not what is taken hold of
    (将检测结果通报32家)."""
    match = _WILL.search(clause)
    if match is None or DONE.search(clause):
        return False
    tokens = list(tokens_of(clause[match.end() :]))
    while tokens and (tokens[0][0] in _ON or tokens[0][1] in ("d", "ad", "t")):
        tokens.pop(0)
    if not tokens or not is_verb(tokens[0]):
        return False
    seen_noun = False
    for token in tokens[1:]:
        seen_noun = seen_noun or token[1][:1] == "n"
        if seen_noun and token[1] == "v":
            return False
    return True


def comes_from(text: str, start: int, end: int) -> bool:
    """Whether a figure is where something came from: 由12家 of 由12家增加到31家."""
    return _ORIGIN.search(text, max(0, start - 30), start) is not None and _ROSE.match(text, end) is not None


def _without_origins(text: str) -> str:
    return re.sub(r"(?:由|从)[^，。；]{0,24}?(?:[到至])|(?:比|较|同|与)[^，。；\d]{0,2}(?:去年|上年|前年)", "", text)


def _is_due(ahead: str, clause: str) -> bool:
    """Whether something is to be done by a time that the sentence states (6月底前完成80%), other than handing in."""
    words = ahead + clause
    found = list(_UNTIL.finditer(words))
    until = found[-1] if found else None
    if until is None or _SENT_IN.search(words, until.start()) or _ATTRIBUTE.search(words, until.end()):
        return False
    begin = max(until.end(), len(ahead))
    return bool(DOING.search(words, begin) or REACHING.search(words, begin))


def _carried(ahead: str, clause: str) -> Role | None:
    """The role that the sentence gives to the rest of a series of verbs: 计划维修道路18条，清淤管网60公里."""
    series = ahead.rpartition("；")[2]
    return "plan" if _PLAN.search(series) and DOING.match(clause) else None


def _is_often(clause: str, quantity: Quantity) -> bool:
    """Whether a number says how often or how many at a time: 每季度召开1次, 每批30人."""
    found = _OFTEN.search(clause) if "每" in clause else None
    return found is not None and (quantity.unit in _TIMES or (found[0][1] == "批" and quantity.family == "count"))


def _is_threshold(text: str, quantity: Quantity, clause: str) -> bool:
    """Whether the quantity bounds what a rule or a count is about: 1000吨标准煤以上企业, 不得超过8人, 须年满18周岁.

    A share bounds nothing but in a case of its own (低于85%的，须补植): 八成以上的企业 counts them.
    """
    after = text[quantity.reach_end :]
    if quantity.bound and _CASE.match(after) and _CASE_RULE.search(after):
        return True
    if quantity.family != "share" and quantity.bound and _modifies(text, quantity, after):
        return True
    if not _lays_down(text):
        return False
    limits = _LIMIT.search(text[max(0, quantity.reach_start - 3) : quantity.reach_end])
    if limits and not _TARGET.search(clause):
        return True
    aged = quantity.unit in ("周岁", "岁", "年") and "满" in clause[-3:]
    return aged or (quantity.family == "time" and after.startswith("内"))


@lru_cache(maxsize=4)
def _lays_down(text: str) -> bool:
    """Whether a sentence has words of rules; every figure of it asks for them."""
    return _RULE.search(text) is not None


def _modifies(text: str, quantity: Quantity, after: str) -> bool:
    """Whether a bounded quantity stands before what it selects: 亿元以上项目, 超过15个工作日的."""
    if re.match(r"的?(?:目标|水平|增速|增长|任务)", after):
        return False
    if quantity.reach_end > quantity.end:
        return _INCLUSIVE_LIMIT.match(text, quantity.end) is not None and after[:1] not in ("", *"，。；、）")
    return after.startswith("的") and _lays_down(text) and quantity.family != "count"
