"""How exact a quantity is: the words right before its number, behind its unit, or at a small distance before it."""

from __future__ import annotations

import re

from reporter.model.document import Bound

_AFTER: tuple[tuple[re.Pattern[str], Bound], ...] = (
    (re.compile(r"(?:（含）)?(?:及|或)?以上"), "at_least"),
    (re.compile(r"(?:（含）)?(?:及|或)?(?:以下|以内)|之内"), "at_most"),
    (re.compile(r"左右|上下"), "about"),
    (re.compile(r"(?<=分之[一二三四五六七八九十])强(?![度化制])"), "over"),
    (re.compile(r"(?<=分之[一二三四五六七八九十])弱"), "under"),
    (re.compile(r"(?:还)?(?:不到|不足)(?=[，。；、）]|$)"), "under"),
    (
        re.compile(
            r"有余|(?<=[年月天里米吨斤时倍番])多(?![次种家个方元年样项])|(?<=[年月天里米吨斤元亩])余(?![额次种家个下])"
        ),
        "over",
    ),
)
_BEFORE: tuple[tuple[re.Pattern[str], Bound], ...] = (
    (
        re.compile(r"(?:不得?(?:少|低|小)于|不能(?:少|低)于|至少(?:要|有|达到?)?|最少|最低|不下于|起码(?:有)?)$"),
        "at_least",
    ),
    (
        re.compile(
            r"(?:不(?:得|能|应|可|会)?(?:超过|高于|大于|多于|超出|突破)|至多|最多(?:不超过)?|最高(?:可达|可|不超过))$"
        ),
        "at_most",
    ),
    (re.compile(r"(?:超过了?|突破了?|超出|逾|超|大于|高于|多于|(?<=[^通经超])过(?=半))$"), "over"),
    (re.compile(r"(?:(?<![最附远临邻])近|不足|将近|接近|不到|低于|少于|小于|未达到?|不满|未满)$"), "under"),
    (re.compile(r"(?:大约|约为|大概|大致|约(?:有|占|合)?|(?<!预)估计)$"), "about"),
)
# The same at a distance, over the share's whole (不超过设备价格的30%) or over a verb (至少开展1次, 最高补助10万元).
_FAR = re.compile(
    r"(?:(?P<at_most>不(?:得|能)?(?:超过|高于))|(?P<at_least>不(?:得|能)?(?:低于|少于))|(?<!不)(?<!得)(?P<over>超过)"
    r"|(?P<about>约[占为])|(?P<under>(?<!不)(?:不足|接近)))[^，。；：、\d]{2,12}的$"
    r"|(?P<floor>不(?:得|能)?(?:低于|少于))每[\u4e00-\u9fff]{1,4}$"
    r"|(?P<least>至少|最少|少说)[^，。；：、\d]{1,4}$"
    r"|(?:补助|奖励|补贴|贴息|资助|支持|贷款|授信|罚款|报销|[单每][个户家项人笔])[^，。；：、\d]{0,8}(?P<cap>最高)$"
    r"|(?P<most>最高|最多)(?:可?给予|可?(?:补助|奖励|补贴|支持|资助|贷款|享受|申请|获得|报销))(?:额度)?$"
)
_FAR_BOUNDS: dict[str, Bound] = {
    "at_most": "at_most",
    "at_least": "at_least",
    "over": "over",
    "about": "about",
    "under": "under",
    "least": "at_least",
    "floor": "at_least",
    "most": "at_most",
    "cap": "at_most",
}
# The last characters of the words right before a number, and what all words at a distance hold: a quick look before
# the patterns, since most figures are exact.
_LAST = frozenset("于要有达到少低码过出破多可了逾超近足满约为是概致占合计")
_SAYS_HOW_FAR = re.compile("超过|不足|接近|约[占为]|不[得能]?[高低少]于|[至最]少|少说|最[高多]")
# What may stand between those words and the number: 超过了人民币3亿元.
_LINK = re.compile(r"(?:达到了?|达|到|为|有|了|：|:| |人民币|新台币|台币)$")
_LINK_LAST = frozenset("了达到为有：: 币")
# What the words behind a unit begin with, and what stands before those that begin with a lookbehind.
_AFTER_FIRST = frozenset("（及或以之左上还不有多余强弱")
_BRACKET = re.compile(r"[（(][套件次处户家个人台]{1,2}[)）]")


def bound_before(text: str, start: int, bare: bool) -> tuple[int, Bound | None]:
    """Where the words before a number begin that say how exact it is, and what they say.

    Args:
        text: a sentence in simplified characters.
        start: where the number begins.
        bare: whether it is 百, 千 or 万 alone, which 上 and 过 bound (上百户).

    Returns:
        ``start`` itself where no such words stand right before the number.
    """
    head = text[max(0, start - 12) : start]
    cut = head
    while cut[-1:] in _LINK_LAST and (link := _LINK.search(cut)):
        cut = cut[: link.start()]
    for candidate in (head, cut) if cut != head else (head,):
        if candidate[-1:] not in _LAST:
            continue
        for pattern, bound in _BEFORE:
            if match := pattern.search(candidate):
                return start - len(head) + match.start(), bound
    if bare and head.endswith(("上", "过")):
        return start - 1, "over"
    around = text[max(0, start - 24) : start]
    far = _FAR.search(around) if _SAYS_HOW_FAR.search(around) else None
    return start, next((bound for name, bound in _FAR_BOUNDS.items() if far[name]), None) if far else None


def bound_after(text: str, end: int) -> tuple[int, Bound | None]:
    """Where the words behind a unit end that say how exact its number is, and what they say."""
    bracket = _BRACKET.match(text, end)
    at = bracket.end() if bracket else end
    if text[at : at + 1] not in _AFTER_FIRST:
        return at, None
    for pattern, bound in _AFTER:
        if match := pattern.match(text, at):
            return match.end(), bound
    return at, None
