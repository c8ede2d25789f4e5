"""What a list is called: the words above its labels and its caption."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence

from reporter.language.script import simplified
from reporter.model.document import Document

_KINDS: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("企业", re.compile(r"公司|集团|企业|厂$|电器$|机电$|洁具$|涂料$|实业|股份|科技$|机械$|银行$|商行$")),
    ("项目", re.compile(r"项目|工程$|基地$|园$|中心$|大桥$|公路$|铁路$")),
    ("地区", re.compile(r"(?:[省市县州镇乡旗盟]|(?<![景园校库厂矿小])区|(?<!民俗)(?<!度假)村)$")),
    ("单位", re.compile(r"[局委办院校所站处会]$|政府$|学校$|医院$")),
)
_COMPANIES = re.compile(r"厂商|企业|公司")
_LEAD_REACH = 60
_CAPTION_REACH = 40
_INTRODUCES = ("如下", "分别是", "分别为", "包括", "情况")


def label_heading(document: Document, start: int, names: Sequence[str]) -> str:
    """What names in simplified characters are, the first of which stands here: 企业, 项目, 地区, 单位 or 名称, by their
    endings or by the words that introduce the list."""
    lead = _COMPANIES.sub("企业", document.simplified[max(0, start - _LEAD_REACH) : start])
    scores = {
        kind: sum(bool(pattern.search(name)) for name in names) / len(names) + (0.5 if kind in lead else 0)
        for kind, pattern in _KINDS
    }
    best = max(scores, key=lambda kind: scores[kind])
    return best if scores[best] >= 0.5 else "名称"


def caption_of(document: Document, start: int) -> str:
    """The words that introduce a list (各企业的情况); else the heading it stands under, or the title."""
    clause = _clause_before(document.text, start)
    plain = simplified(clause)
    stem = re.sub(r"(?:具体)?(?:情况)?(?:分别)?(?:如下|是|为)$", "", plain)
    if plain.endswith(_INTRODUCES) and stem:
        return clause[: len(clause) - (2 if plain.endswith("如下") else 0)].strip()
    above = bisect_right(document.sections, start, key=lambda section: section.span.end)
    return document.sections[above - 1].heading if above else document.title.text


def _clause_before(text: str, start: int) -> str:
    """The last clause before a list, without the number of the list's first item."""
    end = start
    while end and not text[end - 1].isalnum():
        end -= 1
    while end and re.match(r"[\d一二三四五六七八九十（）()、.．\s]", text[end - 1]):
        end -= 1
    lead = re.sub(r"(?<![：:\s])[：:\s]++$", "", text[max(0, end - _CAPTION_REACH) : end])
    return re.split(r"[，。；！？\n]", lead)[-1]
