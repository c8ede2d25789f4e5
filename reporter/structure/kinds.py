"""A guess at what kind of document it is, with the words that speak for it: the title's, else those with which it
begins and of which it is full."""

from __future__ import annotations

import re
from dataclasses import dataclass

_END = r"(?:[（(].*)?$"
_BY_TITLE = (
    ("bulletin", rf"(?:统计|普查|资源|状况|发展|监测).{{0,4}}公报{_END}|经济运行情况|统计(?:分析|快报|年报)"),
    ("notice", rf"(?:通知|通报|通告|公告|公示|函|批复|请示){_END}"),
    ("speech", rf"(?:讲话|致辞|发言(?:稿|材料)?|演讲|报告会|主持词|贺词|献词){_END}|在.{{2,40}}(?:会议|大会)上的"),
    # What was done and what is to be done next: the first is told at length (工作小结及下半年打算).
    ("report", rf"(?:总结|小结|回顾|情况|汇报)[及和暨与、].{{0,16}}(?:打算|安排|计划|思路|要点|任务){_END}"),
    ("plan", rf"(?:安排意见|应急预案|预案|(?:规划|计划|目标|发展|行动).{{0,16}}纲要){_END}"),
    ("policy", rf"(?:意见|办法|条例|规定|决定|细则|措施|政策|制度|章程|暂行规定|若干措施){_END}"),
    ("plan", rf"(?:计划|规划|要点|打算|安排|方案|思路|目标|任务|部署){_END}"),
    ("news", r"(?:到|来|赴|在).{1,16}(?:调研|视察|考察|走访|召开|举行|开幕|举办|揭牌|启动)$"),
    (
        "report",
        rf"(?:总结|工作报告|报告|汇报|回顾|工作情况|情况|述职|小结|综述|纪实|成效|经验){_END}|(?:经验|汇报|总结)材料",
    ),
)
_TITLE_PATTERNS = tuple((kind, re.compile(pattern)) for kind, pattern in _BY_TITLE)
_SPOKEN = re.compile(
    r"(?:尊敬的)?(?:各位|同志们|女士们|先生们|朋友们|同学们|老师们)[^。，；]{0,20}[：:，,、！]|尊敬的[^。]{1,20}[：:，,！]"
)
_NEWS = re.compile(r"本[报网刊台站]|记者|通讯员|[一-鿿]{2,4}社.{0,12}电|获悉|日前|近日|据悉")
_HEADED = re.compile(r"[^：]{2,8}：")
_OWN = re.compile(r"我[局市区县镇乡院校委厅省街]|本[局市区县镇年度]|全[局市区县镇省]|各项工作|领导小组|下一?步")
_PLAN = re.compile(r"下一?步|今后|要(?:进一步|继续|切实|着力)|力争|计划|目标")
_PAST = re.compile(r"[一-鿿]了|取得|完成|今年以来|去年|上半年|全年|累计")
_TODAY = re.compile(r"(?:昨天|昨日|今天|今日)")
_QUOTED = 20  # characters of a title that the evidence repeats


@dataclass(frozen=True, slots=True)
class Kind:
    """The kind and what speaks for it: ``title: …工作总结``, ``opening: 本报``, ``rows: 12, sentences: 1`` or
    ``text: …``."""

    name: str
    evidence: str


def kind_of(title: str, opening: str, plain: str, *, rows: int, sentences: int) -> Kind | None:
    """The likeliest kind; None for an empty document.

    bulletin 统计公报, report 工作总结, plan 工作计划, news 新闻, notice 通知, speech 讲话, policy 政策, table 表格.

    Args:
        title, opening, plain: title, first paragraph and text in simplified characters.
        rows: how many lines or rows of tables it has.
        sentences: how many sentences.
    """
    table = Kind("table", f"rows: {rows}, sentences: {sentences}") if rows >= 4 else None
    if not sentences:
        return table
    return (
        _by_title(title)
        or (table if rows > 2 * sentences else None)
        or _by_opening(opening)
        or (Kind("news", _of_title(title, 0)) if _HEADED.match(title) else None)
        or _by_text(plain)
    )


def _by_title(title: str) -> Kind | None:
    for kind, pattern in _TITLE_PATTERNS:
        if match := pattern.search(title):
            return Kind(kind, _of_title(title, match.start()))
    return None


def _of_title(title: str, start: int) -> str:
    """The part of a title that decides, from its beginning or behind an ellipsis."""
    return f"title: {'…' if start else ''}{title[start : start + _QUOTED]}"


def _by_opening(opening: str) -> Kind | None:
    """Speech by its address (同志们：), news by its dateline and its words (本报, 获悉)."""
    if match := _SPOKEN.match(opening):
        return Kind("speech", f"opening: {match[0]}")
    if match := _NEWS.search(opening) or _TODAY.match(opening):
        return Kind("news", f"opening: {match[0]}")
    return None


def _by_text(plain: str) -> Kind:
    """Who does not speak of its own house (我局, 全市) reports of others; else what is to be done against what was."""
    own = _OWN.search(plain)
    if not own:
        return Kind("news", "text: no 我局, 全市 and the like")
    ahead, past = len(_PLAN.findall(plain)), len(_PAST.findall(plain))
    return Kind(
        "plan" if ahead > 1.5 * past else "report", f"text: {own[0]}, {ahead} words of plans, {past} of results"
    )
