"""Turns of phrase by which a simplified sentence shows what it does, and the tiers that follow from them."""

from __future__ import annotations

import re
from collections.abc import Sequence

import numpy as np

from reporter.summarize.terms import Floats

# Points in time that news and reports date their facts by.
DATED = re.compile(
    r"\d{1,2}日|[今昨][天日]|近日|日前|当地时间|本周|本月|[今去]年|\d{4}年|[上下]半年"
    r"|前?[\d一二三四五六七八九十]{1,2}个?(?:月|季度)"
)
# Figures that count or measure: a number before a sign of per cent or a word that is no part of a date or an address.
FIGURE = re.compile(
    r"(?<![第\d])(?<!\d[.,])\d++(?:[.,]\d++)*+(?:[%％]|[^\W\da-zA-Z年月日号时点分秒届])|[一二三四五六七八九十百千两]{2,6}[个家项件次名种批户亩吨万亿]"
)
# Someone else's words: reported speech.
SAYS = re.compile(r"(?:表示|指出|认为|强调|介绍|[说称])[，：,:]")
# What everyone would say of anything: X 是 Y 的重要保障, X 关系 Y, X 有利于 Y.
GENERAL = re.compile(
    r"(?:是|成为)[^，。；]{0,30}(?:生命|基础|保障|关键|根本|底线|标志|重点|支点|手段|要求|前提|核心|灵魂|基石|抓手|途径|大事)[，。；]"
    r"|关系[到着]?|事关|有利于|至关重要|具有(?:重要|十分)"
)
# What has been done or reached, decided or held.
RESULT = re.compile(
    r"获得|荣获|获评|取得|建成|完成|通过了|列入|创建|培育|建立了|达到|实现|突破|位居|成为|累计|新增|投入|解决|查处|拥有|参与"
    r"|召开|启动|出台|印发|下发"
)
# What is to be done or reached.
PLAN = re.compile(r"将(?!军)|力争|拟|计划|争取|目标|到20\d\d年|下一步|下阶段")

# A point in time so near that a sentence with it is news.
RECENT = re.compile(r"\d日|[今昨][天日]|近日|日前|当地时间|本周|连日来")
# What happens at a place and a time, or is named by number or title.
_EVENT = re.compile(r"\d|《|举行|召开")
# A sentence of fewer characters that names neither is a picture or a saying: 春光明媚，花开正艳。
_SCENE = 17
_PRESS = re.compile(r"(?:发布会|吹风会)。$")
_AUTHORITY = re.compile(r"^[^，。：]{1,25}(?:指出|强调|提出|说过?)[，：]")
_QUOTED = re.compile(r"^[“「『][^”」』]*[”」』]$")

# Fewer characters than this, white space not counted, state nothing: 特此通知。
_SHORTEST = 7
_ENDED = re.compile(r"[。！？!?…．.；;][”’\"'』」〉》）)\]】]*$")
# Half a sentence that is longer than this has told what it announces.
_ANNOUNCEMENT = 30
# What announces something (主要做法如下：) or was torn off is half a statement.
_HALF = re.compile(r"[：:，,、—-]$")
# An entry of a list: a number or a bullet, a short label and a colon. Away from its list it says little.
_ENTRY = re.compile(r"^(?:[(（]?\d{1,2}[)）.、．]|[①-⑳●◆■·•*-])\s*[^，。；：:]{1,20}[：:]")
_ASKS = re.compile(r"[？?][”’\"』」）)]*$")
# Greetings, thanks and announcements of what a speaker or a paper is about to do.
_CEREMONY = re.compile(
    r"^(?:各位|同志们|女士们|先生们|尊敬的|大家好|谢谢|特此|以上(?:意见|报告|汇报)|现(?:将|汇报|报告|通知)[^。]{0,40}如下)"
)


def found(pattern: re.Pattern[str], texts: Sequence[str]) -> Floats:
    """1 for each text in which the pattern is found, else 0."""
    return np.array([pattern.search(text) is not None for text in texts], dtype=float)


def sets_scene(text: str) -> bool:
    """Whether a sentence, where it opens a text, tells nothing of its matter yet.

    A question, a quotation, the mere announcement of a press conference, what an authority said once, a short picture
    or saying.
    """
    if _PRESS.search(text) or _ASKS.search(text) or _QUOTED.match(text):
        return True
    if RECENT.search(text):
        return False
    return _AUTHORITY.search(text) is not None or (len(text) < _SCENE and not _EVENT.search(text))


def announces(text: str) -> bool:
    """Whether a half sentence has told what it leads up to: …发布关于…的决定，全文如下 (colon)."""
    return len(text) > _ANNOUNCEMENT and _HALF.search(text) is not None


def figures(texts: Sequence[str]) -> Floats:
    """How many figures each text states, at most three, as a share of three."""
    return np.array([min(3, len(FIGURE.findall(text))) / 3 for text in texts], dtype=float)


def enumerated(texts: Sequence[str]) -> Floats:
    """How many enumeration commas each text has, at most six."""
    return np.array([min(6, text.count("、")) for text in texts], dtype=float)


def tiers(texts: Sequence[str]) -> tuple[int, ...]:
    """For each text: 0 a whole statement, 1 a poor choice, 2 no statement at all.

    A summary takes of a lower tier only when the tiers above it have nothing.
    """
    return tuple(_tier(text.strip()) for text in texts)


def _tier(text: str) -> int:
    if len("".join(text.split())) < _SHORTEST or _HALF.search(text):
        return 2
    poor = _ENTRY.match(text) or _ASKS.search(text) or _CEREMONY.match(text) or not _ENDED.search(text)
    return 1 if poor else 0
