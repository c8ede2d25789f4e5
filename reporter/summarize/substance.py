"""Substance: which sentences of a document tell something, and which only open, praise or announce.

In: simplified sentences. Out: a yes or no for each. Official papers open on what could open any of them: everybody's
efforts, an aim, the guiding thought, that what follows follows, that a meeting was held. Such a sentence stands first
and shares its words with the whole paper, and a reader of it knows nothing. It is told by its form alone; one that
states a figure or a plain fact tells something, whatever else it says.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from reporter.model import Document
from reporter.summarize.patterns import FIGURE, GENERAL, PLAN, tiers

# The kinds of paper that offices write; news and speeches are none.
_PAPERS = frozenset({"bulletin", "notice", "report", "plan", "policy"})
# Facts that anyone could check, other than results that any paper claims (取得新成效, 实现新发展).
_FACT = re.compile(
    r"获得|荣获|获评|获批|建成|竣工|投产|通车|通过了|列入|查处|新增|累计|突破|位居|居[全第]|出台|印发|下发|高于|低于|超过|首[次个批家]"
)
# What a meeting or an office has settled: 会议要求, 决定, 原则同意.
_DECISION = re.compile(r"会议?[^，。；]{0,6}(?:要求|明确|决定|审议|通过|部署|提出|指出)|决定|审议通过|[同批]准|同意")
# What goes wrong.
_PROBLEM = re.compile(r"存在|不足|不[够高强实]|薄弱|短板|滞后|流于形式|事故|违[法规]|缺口|仍然|尚未")
_AIMED = re.compile(r"力争|目标|到20\d\d年|必须|确保|不得|[前底内]完成")

# Everybody's efforts and how well it all goes.
_PRAISE = re.compile(
    r"全力以赴|高效统筹|凝心聚力|攻坚克难|砥砺(?:奋进|前行)|真抓实干|奋发有为|迎难而上|团结[一奋][心斗致]|齐心协力|锐意进取|总体(?:平稳|向好|良好)"
    r"|稳[中步](?:向好|有进|提质|求进|前行)|稳定向好|持续向好|(?:再上|迈[上出]|跃上)了?[^，。；]{0,6}(?:台阶|步伐)|成效(?:显著|明显)|亮点纷呈"
    r"|(?:取得|迎来|实现)了?[^，。；]{0,12}(?:(?:新|显著|明显|积极|良好|重大|长足|可喜|较大)的?[^，。；]{0,4}(?:成效|成绩|进展|成就|进步|突破|成果)|良好开局|圆满收官)"
    r"|开创了?[^，。；]{0,12}新局面|(?:良好|蓬勃|喜人)的?[^，。；]{0,8}(?:态势|势头|局面)|秉[持承][^。]{0,30}(?:理念|精神|宗旨|原则)"
)
# Under whose lead, by whose thought: whole sentences of nothing else.
_GUIDED = re.compile(
    r"(?:^|[，：])(?:坚持|始终)?以[^，。；]{2,40}(?:为(?:指导|指引|统领|引领|遵循|总揽|主线))|在[^。；]{2,60}领导下"
    r"|(?:总体要求|总的要求|指导思想|总体思路|工作思路|基本思路|总基调)(?:就?[是为]|[：:，])"
)
# What the paper is for, and that what follows follows.
_PURPOSE = re.compile(r"^为了?[^。]{6,}(?:特?制定|现(?:就|将|对|提出|印发))|制定本[^，。]{2,6}。$")
_ANNOUNCED = re.compile(
    r"(?:现[就将把对]|[兹谨][就将]|特此|有关(?:事项|情况|工作)|具体)[^。]{0,120}"
    r"(?:(?:如[下后左]|(?:下达|印发|转发|发)给你们)[^，。]{0,10}|请[^，。]{0,6}(?:遵照|贯彻|认真)[^，。]{0,70})。?$"
)
# That there was a meeting, and where.
_HELD = re.compile(
    r"(?:会|会议|论坛|典礼|仪式)(?:[于在][^，。；]{1,30})?(?:隆重|顺利|胜利|正式)?(?:召开|举行|举办|开幕|闭幕)。$"
)
# The same with the verb first, behind a date at most: 某日，某市召开推进会; and that something was reported on. These
# give way in the choice over all documents alone.
_CALLED = re.compile(
    r"^(?:[^，。；]{1,12}，)?[^，。；]{0,40}(?:召开|举行|举办|通报|发布)了?[^，。；]{0,40}(?:会|会议|论坛|典礼|仪式|情况|进展|动态)。$"
)
# Who was there: 副县长某某出席会议并讲话。
_ATTENDED = re.compile(r"^[^，。；]{2,40}(?:出席|参加|列席|主持)[^，。；]{0,25}(?:会|会议|活动|仪式|论坛|讲话|致辞)。$")
# All of some place, whichever it is.
_WHOLE = re.compile(r"[全我本](?:省|市|县|区|州|镇|乡|旗|盟|街道)(?!长)")


def is_official(document: Document) -> bool:
    """Whether a document is a paper rather than news: it has sections, or is of a kind that offices write."""
    return bool(document.sections) or document.kind in _PAPERS


def is_hollow(text: str, *, official: bool = True) -> bool:
    """Whether a simplified sentence tells nothing by its form: praise, a commonplace, an aim, an announcement, a
    meeting that was held; no figure in it and, but for announcements and meetings, no plain fact.

    Args:
        official: whether it stands in an official paper; news has its praise and its guests for news.
    """
    if FIGURE.search(text):
        return False
    if _ANNOUNCED.search(text) or _HELD.search(text) or (official and _ATTENDED.search(text)):
        return True
    if not official or _FACT.search(text) or _PROBLEM.search(text):
        return False
    return any(form.search(text) for form in (_PRAISE, _GUIDED, _PURPOSE, GENERAL))


def is_notice(text: str) -> bool:
    """Whether a simplified sentence says no more than that something was held or reported on, and when."""
    return bool(_CALLED.search(text)) and not FIGURE.search(text)


def is_substantial(text: str) -> bool:
    """Whether a simplified sentence states a figure, a fact, a decision, a target or a problem."""
    told = (FIGURE, _FACT, _DECISION, _PROBLEM, _AIMED, PLAN)
    return not is_hollow(text) and any(form.search(text) for form in told)


def hollow(texts: Sequence[str], *, official: bool = True) -> tuple[bool, ...]:
    """For each sentence of a document whether it has to give way: it is hollow, and the document has a whole statement
    of substance; in news that a meeting was held gives way only to what it decided."""
    empty = tuple(is_hollow(text, official=official) for text in texts)
    if not any(empty):
        return empty
    solid = [text for text, told in zip(texts, substantial(texts), strict=True) if told]
    decided = official or any(map(_DECISION.search, solid))
    return empty if solid and decided else (False,) * len(texts)


def substantial(texts: Sequence[str]) -> tuple[bool, ...]:
    """For each text whether it is a whole statement of substance."""
    return tuple(tier == 0 and is_substantial(text) for text, tier in zip(texts, tiers(texts), strict=True))


def is_nameless(text: str, names: Sequence[str]) -> bool:
    """Whether a simplified sentence speaks of all of a place (全县, 我市) and names none of these."""
    return _WHOLE.search(text) is not None and not any(name in text for name in names)
