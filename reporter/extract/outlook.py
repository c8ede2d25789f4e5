"""Which parts of a document speak of what is to come, and which years it plans for.

Before: title, headings and date. After: for each sentence whether its part plans (ahead), looks back (behind),
lays down rules for others (rules), says how the plan is supported (support) or does none of it (None), and the time by
which the part wants things done.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal

from reporter.extract.deadlines import is_open
from reporter.extract.plan_years import YEARS, last_year, year_of_words, years_of
from reporter.language.script import simplified
from reporter.model.document import Deadline, Document, Section, Sentence
from reporter.model.text import Span

Part = Literal["ahead", "behind", "rules", "support"]

# What the title of a plan ends with, but for years in brackets and 的通知.
_PLAN_TITLE = re.compile(
    r"(?:(?:计划|规划|纲要|要点|方案|意见|目标|任务|安排|部署|打算|思路|举措|措施|行动|指标|实事|项目)(?:清单|分解表?|一览表|表|书|项目|事项|分工)?"
    r"|清单|路线图|时间表|责任[书状])[》”]?(?:的?通知)?(?:[（(【].*)?$"
)
# Titles of papers that state what was, what was decided on others, or rules: their plans say so themselves.
_OTHER_TITLE = re.compile(
    r"总结|小结|报告|汇报|情况|回顾|评估|解读|问答|讲话|致辞|公报|分析|通报|快报|年报|纪实|综述|述职|出台|印发(?!.{0,90}通知)|发布"
    r"|启动|召开|举行|执行|完成"
)
_RULES_TITLE = re.compile(
    r"办法|条例|细则|规定|规则|规程|规范|制度|章程|准则|标准|指南|须知|公告|通告|申报|申请|补贴|补助|奖励|资助|考核|评分|招聘|招录"
    r"|招标|采购|招生|预案|合同|协议|批复"
)
_ANNOUNCED = re.compile(r"公示|名单|中标|成交|拍卖|听证|行政处罚")
# What a heading that looks back ends with, or a year or time that is over.
_BEHIND = re.compile(
    r"(?:回顾|[总小]结|基础|现状|成效|成绩|成就|成果|进展|情况|概况|背景|形势|做法|问题|经验|不足|短板|亮点|特点)(?:[（(].*)?$"
    r"|^(?:去年|上年度?|过去|[“”十二三四五]{3,5}(?:时期|期间|以来)?(?:发展)?(?:成就|回顾))|取得的|存在的"
)
_AHEAD = re.compile(
    r"下[一1]?步|下(?:一)?阶段|今后|明年|下半年|下年度?|来年|打算|安排|计划(?!生育|单列)|思路|目标|部署$|任务$|展望|设想|努力方向|草案$|(?:任务|目标|工作|主要).{0,4}措施$"
)
# What even a paper of rules means to reach.
_GOALS = re.compile(r"目标(?:任务)?$|下[一1]?步|今后")
_THIS_YEAR = re.compile(r"(?:今年|(?P<year>20\d\d)年).{0,12}(?:工作|重点|要求|预算|草案|收支)")
# 去年工作总结和今年工作计划 as one heading.
_BOTH = re.compile(
    r"(?:[总小]结|回顾|情况|成效|问题|检讨|不足)[^，。]{0,4}[和及与暨、].{0,16}(?:打算|安排|计划|思路|要点|任务|目标|草案|展望|建议|对策|措施)"
)
_RULES = re.compile(
    r"(?:条件|资格|标准|奖[励惩]|补[贴助]|政策|资助|考核|评分|计分|处罚|罚则|附则|罚款|申报|申请|程序|流程|对象|材料|解释|说明|资金|经费|筹措|来源|渠道|估算|测算)(?:[（(].*)?$"
)
# 完善办理流程, 解决突出问题: a task, whatever it ends with.
_TASK = re.compile(
    r"完善|优化|强化|加强|健全|推进|推动|深化|落实|解决|聚焦|严格|规范|提高|提升|创新|加快|着力|坚持|抓好|做好|突出|狠抓|严厉|整治|简化|精简|改革|补齐|补短板|巩固|破解|攻克|消除|化解|克服|防范|筑牢|守住|守牢|夯实|织密|提振|弥补|改善|补强|直面"
)
_SUPPORT = re.compile(
    r"(?:组织|要素|资金|制度|政策|实施)保障$|保障(?:措施|机制)|^保障$|组织领导|(?:工作|有关|相关)要求|组织实施"
)


class Outlook:
    """A document's parts; every section's is found once."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.title = simplified(document.title.text)
        self.years = years_of(self.title, document.date)
        self.year = year_of_words(document, self.years)
        self.issued = min(
            filter(None, (self.years.first, int(document.date[:4]) if document.date else None)), default=None
        )
        self.last = self.years.last if YEARS.search(self.title) else None
        self.announces = bool(_ANNOUNCED.search(self.title))
        self.plans = _plans(document, self.title)
        self._sections = {section.id: section for section in document.sections}
        self._parts: dict[str | None, Part | None] = {None: self._of_title()}
        self._due: dict[str | None, Deadline | None] = {None: self._due_by_title()}

    def part(self, sentence: Sentence) -> Part | None:
        """Of what a sentence's part of the document speaks, as its nearest heading that decides says, else the
        title."""
        return self._part(sentence.section)

    def due(self, section: str | None) -> Deadline | None:
        """By when the headings above, from the innermost on, or the title want things done; None where none says."""
        for each in self._upwards(section):
            if each.id not in self._due:
                self._due[each.id] = self._due_by(each.heading, each.span)
            if deadline := self._due[each.id]:
                return deadline
        return self._due[None]

    def _upwards(self, section: str | None) -> Iterator[Section]:
        while section is not None:
            yield self._sections[section]
            section = self._sections[section].parent

    def _part(self, section: str | None) -> Part | None:
        for each in self._upwards(section):
            if each.id not in self._parts:
                self._parts[each.id] = self._of_heading(simplified(each.heading))
            if part := self._parts[each.id]:
                return part
        return self._parts[None]

    def _of_title(self) -> Part | None:
        if self.plans:
            return "ahead"
        return "rules" if self.announces or _RULES_TITLE.search(self.title) else None

    def _of_heading(self, heading: str) -> Part | None:
        """What a heading says of its section; years that are over look back, whatever it says."""
        if len(heading) > _LONGEST_HEADING or _BOTH.search(heading):
            return None
        task = _TASK.match(heading) is not None
        if (_BEHIND.search(heading) and not task) or self._is_over(heading):
            return "behind"
        if _SUPPORT.search(heading):
            return "support"
        if _RULES.search(heading) and not task:
            return "rules"
        ahead = _AHEAD.search(heading) or self._is_of_this_year(heading)
        return "ahead" if ahead and (self.title_allows or _GOALS.search(heading)) else None

    def _is_over(self, heading: str) -> bool:
        """Whether a heading names a year before those that the document plans for."""
        stated = [int(match["last"] or match["first"]) for match in YEARS.finditer(heading)]
        first = self.years.first or self.year
        return bool(stated) and first is not None and max(stated) < first

    def _is_of_this_year(self, heading: str) -> bool:
        """Whether a heading speaks of the work of the year that begins: 2025年重点工作 in a report of January 2025."""
        match, date = _THIS_YEAR.search(heading), self.document.date
        if match is None:
            return False
        year = int(match["year"]) if match["year"] else self.year
        if date is None or year is None:
            return self.years.last is not None and year == self.years.last
        stated = {int(found["first"]) for found in YEARS.finditer(self.title)}
        early = int(date[5:7] or 12) <= _EARLY if len(date) >= 7 else False
        told = year in stated and len(stated) == 1
        return year > int(date[:4]) or (year == int(date[:4]) and early and not told)

    @property
    def title_allows(self) -> bool:
        """Whether headings may make a part one that plans: not in papers that lay down rules or announce."""
        return self.plans or not (self.announces or _RULES_TITLE.search(self.title))

    def _due_by_title(self) -> Deadline | None:
        span = self.document.title.span
        return self._due_by(self.document.title.text, span) if span else None

    def _due_by(self, words: str, span: Span) -> Deadline | None:
        """The last year that a heading or title names at its place, where it is not over."""
        plain = simplified(words)
        found = last_year(plain)
        if found is None:
            return None
        year, text = found
        at = simplified(self.document.text[span.start : span.end]).find(text)
        if at < 0 or not is_open(str(year), self.document.date):
            return None
        place = Span(span.start + at, span.start + at + len(text))
        return Deadline(str(year), place.of(self.document.text), place, False)


# A run-in heading of more characters is a sentence, whose words decide nothing for what follows.
_LONGEST_HEADING = 40
# Up to this month a report's own year is one that it plans for; later it tells of it.
_EARLY = 4


def _plans(document: Document, title: str) -> bool:
    """Whether a document as a whole says what is to be done."""
    told = document.kind == "news" and (document.kind_evidence or "").startswith("opening")
    if told or document.kind in ("speech", "bulletin"):
        return False
    if _OTHER_TITLE.search(title) or _ANNOUNCED.search(title) or _RULES_TITLE.search(title):
        return False
    return bool(_PLAN_TITLE.search(title))
