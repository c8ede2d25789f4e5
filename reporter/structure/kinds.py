"""A guess at what kind of document it is: by its title, else by how it begins and what it is full of."""

from __future__ import annotations

import re

_BY_TITLE = (
    ("bulletin", r"统计公报|国民经济和社会发展.{0,6}公报|经济运行情况|统计(?:分析|快报|年报)"),
    ("notice", r"(?:通知|通报|通告|公告|公示|函|批复|请示)(?:[（(].*)?$"),
    ("speech", r"(?:讲话|致辞|发言|演讲|报告会|主持词|贺词|献词)(?:[（(].*)?$|在.{2,40}(?:会议|大会)上的"),
    ("policy", r"(?:意见|办法|条例|规定|决定|细则|措施|政策|制度|章程|暂行规定|若干措施)(?:[（(].*)?$"),
    ("plan", r"(?:计划|规划|要点|打算|安排|方案|思路|目标|任务|部署)(?:[（(].*)?$"),
    ("report", r"(?:总结|工作报告|报告|汇报|回顾|工作情况|情况|述职|小结|综述|纪实|成效|经验)(?:[（(].*)?$"),
)
_TITLE_PATTERNS = tuple((kind, re.compile(pattern)) for kind, pattern in _BY_TITLE)
_NEWS = re.compile(r"本[报网刊台站]|记者|通讯员|[一-鿿]{2,4}社.{0,12}电|获悉|日前|近日|据悉")
_OWN = re.compile(r"我[局市区县镇乡院校委厅省街]|本[局市区县镇年度]|全[局市区县镇省]|各项工作|领导小组|下一?步")
_PLAN = re.compile(r"下一?步|今后|要(?:进一步|继续|切实|着力)|力争|计划|目标")
_PAST = re.compile(r"[一-鿿]了|取得|完成|今年以来|去年|上半年|全年|累计")


def kind_of(title: str, opening: str, plain: str, *, rows: int, sentences: int) -> str | None:
    """The likeliest kind; None for an empty document.

    bulletin 统计公报, report 工作总结, plan 工作计划, news 新闻, notice 通知, speech 讲话, policy 政策, table 表格.

    Args:
        title, opening, plain: title, first paragraph and text in simplified characters.
        rows: how many lines or rows of tables it has.
        sentences: how many sentences.
    """
    if not sentences:
        return "table" if rows >= 4 else None
    for kind, pattern in _TITLE_PATTERNS:
        if pattern.search(title):
            return kind
    if rows > 2 * sentences and rows >= 4:
        return "table"
    if _NEWS.search(opening) or re.match(r"[^：]{2,8}：", title):
        return "news"
    if not _OWN.search(plain):
        return "news"
    return "plan" if len(_PLAN.findall(plain)) > 1.5 * len(_PAST.findall(plain)) else "report"
