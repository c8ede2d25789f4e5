"""What shares and multiples of a whole are called: 民间投资占比 in 其中民间投资688亿元，占62.4%.

A share says whose part it is and of what whole. Its own clause often holds only the whole (占年度计划的53.1%);
the part is then the figure before it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from reporter.extract.leftward import Phrase, before
from reporter.extract.quantities import Quantity
from reporter.extract.tokens import LIMIT, is_lone_verb, length, strip_links, tidy

_ADVERBS = r"(?:已经?|约|就|仅|只|共|各|均|分别|提前|累计|大约|又|也|其中|合计|目前)*"
_REACHED = r"(?:为|达到?|约|近|超过?|高达|由|从|是|到|[：:]){0,6}"
_PART = re.compile(
    rf"^(?P<part>.*?)(?<![抢侵霸])占(?:到|了|据|比)?(?P<whole>[^，。；占]*?)的?(?:比重|比例|份额|比率)?{_REACHED}$"
)
_DONE = re.compile(
    rf"^{_ADVERBS}(?P<verb>为|是|完成|达到?)(?P<whole>[^，。；]{{0,10}}?(?:计划|任务|目标|预算|总量|工程量|总数|指标)数?)的$"
)
_COVERS = re.compile(r"^(?P<part>.*?)覆盖(?:了|到)?(?P<whole>[^，。；]{0,10}?)的?$")
# 贴息比例不超过实际投资额的15%: the rate is what stands before the limit.
_LIMITED = re.compile(
    r"^(?P<part>[^，。；]*?(?:比例|比率|标准|额度|补助|奖励|补贴|贴息))(?:最高|原则上)*(?:不超过|不低于|不高于|控制在|为|按)[^，。；]{2,14}的$"
)
_REACHING = re.compile(
    r"(?:(?:进一步|稳步|持续|连续[^，]{1,4}|逐年|已经?|要|均){0,6}(?:(?:下降|上升|提高|提升|降低|减少|增加|扩大|[降升增减扩])[到至为]|提高|上升|增加|提升|扩大|下降|降低|减少|稳定在?|保持在?|达|突破|维持在?|控制在?|由|从){0,6}|比重?|比例)$"
)
_MULTIPLE = re.compile(rf"^{_ADVERBS}(?:是|为|相当于|达到?)[^，。；]{{1,14}}的$")
_LEAD = re.compile(rf"^{_ADVERBS}(?:在|其中)?")
_GROUND = frozenset("地用")


def share_name(left: str, quantity: Quantity, earlier: Sequence[tuple[Quantity, Phrase]]) -> Phrase | None:
    """The name of a share, or of a multiple, of a whole; None for any other quantity and where it is not stated whose.

    Args:
        left: from the clause's start, or the quantity before, up to the quantity.
        quantity: the share or multiple.
        earlier: the sentence's figures before it that are no changes, with their names.
    """
    base = next(
        (phrase for other, phrase in reversed(earlier) if other.unit != "%" and _has_parts(other, phrase)), None
    )
    core = _core(base) if base else ""
    text = tidy(left).strip(" ")
    if quantity.unit == "倍":
        return Phrase(f"{core}倍数") if core and _MULTIPLE.match(text) else None
    if quantity.family != "share" or quantity.unit not in ("%", "") or len(text) > 40:
        return None
    found = _LIMITED.match(text)
    if found and (limited := before(found["part"])).core:
        return limited
    return _of_whole(text, core)


def _has_parts(quantity: Quantity, phrase: Phrase) -> bool:
    """Whether a figure can have a share of a whole: no amount of time but days counted (良好日数251天)."""
    return quantity.family != "time" or phrase.text.endswith(("日数", "天数"))


def _of_whole(text: str, core: str) -> Phrase | None:
    """The name of a share whose words say of what whole it is; None where they don't."""
    if found := _DONE.match(text):
        verb = "完成" if found["verb"] == "完成" else "占"
        return _composed(core, verb + strip_links(found["whole"]), "" if verb == "完成" else "比重", f"{core}{verb}率")
    if (found := _PART.match(text)) and not (found["whole"][:1] in _GROUND and found["whole"]):
        part = _part(found["part"]) or ("" if strip_links(_LEAD.sub("", found["part"])) else core)
        whole = re.sub(r"^(?:全部|所有|全[国省市县区]的?|同期|总)?", "", _REACHING.sub("", tidy(found["whole"])))
        return _composed(part, "占" + whole if whole else "", "比重" if whole else "", f"{part}占比")
    if found := _COVERS.match(text):
        part = _part(found["part"]) or ("" if found["part"] else core)
        return Phrase(f"{part}覆盖率") if part else None
    return None


def _core(phrase: Phrase) -> str:
    """The noun phrase of a name, without the verb that says it was reached."""
    core = phrase.text if is_lone_verb(phrase.core) else phrase.core
    return re.sub(r"(?<=..)(?:完成|实现|达到)$", "", core)


def _part(text: str) -> str:
    """The noun phrase whose share is meant; of a clause before 的 without a noun (留在本市就业的) the clause."""
    text = _LEAD.sub("", text)
    if text.endswith("的") and length(text) <= LIMIT:
        return text[:-1]
    phrase = before(text)
    return phrase.core


def _composed(part: str, whole: str, ending: str, short: str) -> Phrase | None:
    """Part, whole and ending as one name, without the ending or the whole where that is too long."""
    if not part:
        return None
    for name in (part + whole + ending, part + whole) if whole else ():
        if length(name) <= LIMIT + 4:
            return Phrase(name)
    return Phrase(short)
