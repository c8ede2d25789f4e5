"""Which of the dates that a text names are points at which something happens.

A day mostly is one. A bare year is one only where a verb of events stands behind it (2019年建成投产) or where something
is to be reached by then; one that only compares, counts or stands in a title (比2019年增长, 2019年产值3亿元) is none.
"""

from __future__ import annotations

import re
from bisect import bisect_right

from reporter.extract.cues import DOING, REACHING
from reporter.model.document import Document, Event

_NOT_A_DAY = re.compile(r"\d{4}(?:/\d{4})?")
_BASIS = re.compile(r"(?:比|较|与|同|和|按|以|相比于?|相对于|基准年为|截[至止]到?)(?:了|之)?[“（(]?$")
_FROM = re.compile(r"(?:由|从|自|是|为|相当于|达)$")
_LEADS = re.compile(r"(?:到|至|力争|争取|确保|在|于|将|展望|[，。；！？：])[“（(]?\s*$")
# What leads to a year that is still to come, in a document of which nobody knows when it was issued.
_TOWARDS = re.compile(r"(?:到|至|力争|争取|展望)[“（(]?$")
_HAPPENS = re.compile(
    r"成立|组建|建成|设立|创办|创建|创立|始建|兴建|修建|落成|奠基|开工|动工|复工|竣工|完工|封顶|投产|投用|投运|投入使用|投入运[营行]|通车|开通|贯通"
    r"|启用|启动|开业|开馆|开园|开学|揭牌|挂牌|签约|签[订署]|举行|召开|举办|主办|承办|开幕|闭幕|印发|出台|发布|颁布|公布|下发|施行|实施|起草|通过"
    r"|批准|获批|批复|核准|验收|获得?|荣获|夺得|被(?:评|授|列|认定|命名|确定)|评为|命名|授予|入选|列入|当选|就任|任命|出任|加入|迁[入至往]|搬迁|更名|改名|改制|改组"
    r"|合并|撤销|上市|注册|发生|爆发|遭遇?|试点|试运行|出席|会见|考察|调研|视察|访问|慰问|开展|进入|推出|首[次批个]|诞生|出生|逝世|毕业|参军|入党"
)
# 始建于1958年: the verb before its year.
_AT = re.compile(r"(?:建|立|办|刊|产|工|成|馆|业|生|世|会|车|迁|名|牌|市|入)(?:于|在)$")
_NEXT_YEAR = re.compile(r"(?<![比较与同])(?:19|20)\d\d年")
_COUNTS = re.compile(r"[^，。；！？：A-Za-z]{0,16}\d")
_SINCE = re.compile(r"(?:年|底|末|月)?(?:以来|至今|来[，,]|[以之]?前(?:[建完成出登]|的))")
# So far behind a date its verb may stand.
_REACH = 60


def happening_dates(document: Document) -> list[Event]:
    """The events of a document that happen or are to happen at their date, in order; a plan of five years has its
    interval (2026/2030) for a date. Of a year and a day of it in one sentence only the day counts."""
    starts = [sentence.span.start for sentence in document.sentences]
    dated = [event for event in document.events if event.sentence is not None and (event.date or event.period)]
    days = {(event.sentence, event.date[:4]) for event in dated if event.date and len(event.date) > 4}
    found = []
    for event in dated:
        at = bisect_right(starts, event.span.start) - 1
        sentence = document.sentences[at].span
        before = document.simplified[max(sentence.start, event.span.start - _REACH) : event.span.start]
        behind = document.simplified[event.span.end : min(sentence.end, event.span.end + _REACH)]
        bare = _NOT_A_DAY.fullmatch(event.date or event.period or "") is not None
        if bare and (event.inferred_year or (event.sentence, (event.date or "")[:4]) in days):
            continue
        ahead = _is_ahead(event, document.date) if document.date else _TOWARDS.search(before) is not None
        if _happens(before, behind, bare=bare, ahead=ahead):
            found.append(event)
    return found


def _is_ahead(event: Event, issued: str) -> bool:
    """Whether a date is not over when its document is issued."""
    until = event.date or (event.period or "")[-4:]
    return until >= issued[: len(until)]


def _happens(before: str, behind: str, *, bare: bool, ahead: bool) -> bool:
    """Whether the words around a date tell what happens then.

    Args:
        before, behind: the words of its sentence, up to the date and on from it.
        bare: whether the date is a year or a row of years.
        ahead: whether it is still to come.
    """
    if before.rfind("《") > before.rfind("》") or _BASIS.search(before) or _SINCE.match(behind):
        return False
    if _FROM.search(before) and behind.startswith("的"):
        return False
    return not bare or _year_happens(before, behind, ahead=ahead)


def _year_happens(before: str, behind: str, *, ahead: bool) -> bool:
    """Whether the words around a year tell an event of it, or what is to be reached in it."""
    if behind.startswith(("的", "）", ")", "—", "-", "至", "～")):
        return False
    behind = _NEXT_YEAR.split(behind, maxsplit=1)[0].partition("。")[0]
    if ahead and (not before or _LEADS.search(before)) and (DOING.search(behind) or REACHING.search(behind)):
        return True
    verb = _HAPPENS.search(behind)
    return _AT.search(before) is not None or (verb is not None and not _COUNTS.match(behind, verb.end()))
