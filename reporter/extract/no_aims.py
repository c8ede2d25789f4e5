"""Figures that nobody is to reach, whatever plans stand around them: money given, penalties, points, capacities,
conditions, norms for each of many, how often something is done.

Before: a figure and the words around it in simplified characters. After: whether it is such a figure.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from reporter.extract.cues import DOING, REACHING
from reporter.extract.roles import comes_from
from reporter.extract.units import family_of
from reporter.model.document import Indicator

# Points of an assessment, penalties, prices.
_FIXED = re.compile(
    r"扣|罚|处(?=\d)|并处|处以|赔偿|收费|缴纳|押金|满分|权重|分值|计分|得分|标准为|限额|抚恤|津贴|报酬|票价|单价|售价"
)
_MONEY_GIVEN = re.compile(r"给予|补助|补贴|奖励|奖补|资助|贴息|最高(?!水平)|额度")
_GIFT = re.compile(r"[^，。；\d]{0,6}(?:罚款|补助|补贴|奖励|奖金)|为(?:基数|基础|限|单位|起点)")
_CONDITION = re.compile(r"如果|若(?!干)|凡(?!是?要)|条件|申请|申报|符合|对于|需提供|资格|应聘|报名|逾期")
# 研发投入达到1000万元的企业: what stands before 的 tells which.
_WHICH = re.compile(
    r"[^，。；、\d]{0,10}的(?!(?:目标|水平|增速|增长|任务|速度|增幅|要求|比例|幅度|规模|标准)|[，。；]?$)"
)
# 收入超10亿元企业8家: what stands between a bound and the next figure tells which.
_SELECTS = re.compile(r"(?:以上|以下)?(?!左右|上下|[达提增完并和及或])[\u4e00-\u9fff]{2,8}\d")
# 消除56人以上大班额.
_BOUNDED_NOUN = re.compile(r"(?:及|（含）)?以[上下](?!并|和|且|的?(?:目标|增长|增速|水平|任务))[\u4e00-\u9fff]")
_EXTENT = re.compile(
    r"涉及|包括|位于|分布|现有|原有|截[至止]|共有|由$|组成|属于|占地(?!区)|总投资|概算|估算|满$"
    r"|每[人户亩名家个件支队所](?:不[少低]于|至少|限)?$"
)
_OFTEN = re.compile(r"(?<![至到达为人])每(?:个)?(?:季度?|月|周|天|日|旬|半年|学期|批次?)")
# 每个小区至少配建1处: a norm for each of them, not a sum to reach; 每万人 and 每年 are parts of names.
_EACH = re.compile(r"每(?:一)?(?:个(?!月|季)|家|户|座|处|所|名|栋|间|套|台|村|镇|乡|校|支|班|县)[^；。]{0,40}$")
# 计划建设的2个法庭全部建成: which they were.
_PLANNED_ONES = re.compile(r"(?:计划|规划|原定|拟)[^，。；]{1,8}的$")
_PLANNED_INVESTMENT = re.compile(r"(?:计划|规划|概算|估算|预算|预计)总投资|^总投资|工期|有效期")
_AMOUNT_TO_REACH = re.compile(r"压缩|缩短|控制|压减|减少|提速|减至|提前")
OWN_WORD = re.compile(r"力争|争取|确保|年内|目标|今年|本年|要(?!求)|将|计划|拟|到20\d\d年|预计|预期|底前|月前")
"""Words of a clause that make it one of what is to come, whatever stands before it."""

_OPENS = re.compile(r"[（(【\[]")
_CLOSES = re.compile(r"[）)】\]]")
_NO_COUNT = frozenset(("分", "位", "名次"))


@dataclass(frozen=True, slots=True)
class Around:
    """The words around a figure at ``text[start:end]``; ``clause`` are those of its clause up to it."""

    text: str
    start: int
    end: int
    clause: str

    @property
    def after(self) -> str:
        """The words behind the figure."""
        return self.text[self.end :]


def is_no_aim(item: Indicator, around: Around) -> bool:
    """Whether nobody is to reach a figure, whatever its part of the document speaks of."""
    return (
        _is_no_amount(item, around.clause)
        or _is_given(item, around)
        or _tells_which(item, around)
        or _is_norm(around)
        or (item.role == "threshold" and _CONDITION.search(around.text) is not None)
    )


def _is_no_amount(item: Indicator, clause: str) -> bool:
    """Whether a figure counts points, years of life, or time that is not to be cut, or how often something is done."""
    if item.unit in ("岁", "周岁"):
        return "寿命" not in clause
    if item.role == "scope":
        return True
    if family_of(item.unit) == "time":
        return _AMOUNT_TO_REACH.search(clause) is None
    return item.unit in _NO_COUNT and not REACHING.search(clause)


def _is_given(item: Indicator, around: Around) -> bool:
    """Whether a figure is a penalty, points, a price, or money that is given to others."""
    if _FIXED.search(around.clause) or _GIFT.match(around.after):
        return True
    return item.unit.endswith(("元", "%")) and _MONEY_GIVEN.search(around.clause) is not None


def _tells_which(item: Indicator, around: Around) -> bool:
    """Whether a figure describes what another word names: by 的, in brackets, as an extent, as where it came from."""
    if _WHICH.match(around.after) or _EXTENT.search(around.clause) or _PLANNED_INVESTMENT.search(item.name):
        return True
    if comes_from(around.text, around.start, around.end) or _PLANNED_ONES.search(around.clause):
        return True
    if _BOUNDED_NOUN.match(around.after) or around.clause.endswith("占"):
        return True
    selects = item.bound and item.role != "change" and item.unit != "%" and _SELECTS.match(around.after)
    return bool(selects) or _in_brackets(around.text, around.start)


def _is_norm(around: Around) -> bool:
    """Whether a figure is one for each of many, or for each month."""
    if _OFTEN.search(around.clause):
        return True
    return _EACH.search(around.text[: around.start]) is not None and not OWN_WORD.search(around.clause)


def _in_brackets(text: str, place: int) -> bool:
    """Whether a place lies in brackets that describe what stands before them: 水厂（日供水3万吨）6月通水."""
    opened = max((match.end() for match in _OPENS.finditer(text, 0, place)), default=0)
    if not opened or _CLOSES.search(text, opened, place):
        return False
    inner = text[opened:place]
    return not (inner.startswith("其中") or DOING.match(inner))
