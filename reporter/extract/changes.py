"""Changes: 增长6.1%, 同比提高1.4个百分点, 比年初减少5000头, and what they are called.

A change stands right before its number. 增至, 下降到 and the like lead to a level and are none.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from reporter.extract.cues import alternatives
from reporter.extract.leftward import Phrase
from reporter.extract.quantities import Quantity
from reporter.extract.tokens import LIMIT, length, tokens_of

Direction = Literal["up", "down", "flat"]

_UP = alternatives(
    "翻 增长 增加 增列 增编 上升 上涨 提高 提升 增多 扩大 成长 攀升 回升 加快 增收 增支 增产 增 升 涨 高 多 快 前移 "
    "增强 走高 "
    "反弹 净增 新增长 攀高 增值"
)
_DOWN = alternatives(
    "下降 减少 降低 回落 下滑 缩短 下跌 收窄 缩减 削减 压减 压缩 负增长 减产 减收 减支 降价 减 降 跌 低 少 慢 后移 "
    "走低 放缓 萎缩 减轻 下调 缩小 递减"
)
# No verb with what stands behind it is longer; the rest of the clause need not be searched.
_LONGEST = 24
# Verbs that hold their object and go into the name as they are.
_WITH_OBJECT = frozenset(["增收", "增支", "增产", "减产", "减收", "减支", "降价", "增值", "翻"])
_VERB = re.compile(
    rf"(?:(?P<up>{_UP})|(?P<down>{_DOWN}))"
    r"(?:了|约|近|达到|达|逾|超过|超|接近|不少于|不足|将近|大约|突破|不低于|高达|最多){0,3}$"
)
# What stands between a subject and such a verb: comparisons and adverbs, taken off one by one.
_COMPARED = re.compile(
    r"(?:按[\u4e00-\u9fff]{0,4}可比(?:(?!按)[^，。；]){0,6}计算|(?P<against>(?:较之|相比|比(?![例重值])|较"
    r"|与)(?:(?![比较与])[^，。；、]){1,14})"
    r"|因[^，。；、]{1,10}?(?:影响|原因)|(?:按|以)?(?:可比|同)口径|同比|环比|年均|月均|累计|分别|平均|净|实际|名义|共|(?<![人户亩日月年])均|又|也|再|将|约|可|各|已|继续|略|大幅"
    r"|幅度"
    r"|相应|预计|仍|却|反而|则|只|仅|首次|连续|要|平稳|快速|稳步|小幅|双双|明显|显著|同步|力争|确保|逐年|直接|共计"
    r"|总计)$"
)
_NAMED = re.compile(
    r"(?:增速|增幅|涨幅|降幅|跌幅|增长率|年增率|增长速度|增长幅度|上涨幅度|下降幅度|减幅|月增率|成长率|环比|同比|增量)$"
)
_NAMED_DOWN = re.compile(r"(?:降幅|跌幅|减幅|下降幅度)$")
_BASIS = re.compile(
    r"同比|环比|年均|(?:比|较)(?:上|去|前|往|同|年|月|20|19|1\d|9\d|基|历)[^，。；、]{0,10}|与[^，。；、]{1,10}相比"
)
_COMPARISON = re.compile(r"(?:高|低|快|慢|大|小|多|少)(?:于|出|过)(?P<rest>[^，。；]{1,14})$")

_LEAD = re.compile(r"^(?:其中|同时|此外)[，、]?")
_OF_COUNTS = frozenset(
    ["增长", "增加", "上升", "增多", "净增", "下降", "减少", "降低", "回落", "增", "多", "减", "少", "高", "低"]
)
# A change may be called by so much more than a name's limit; less than so many characters tell it from none.
_ROOM, _LEAST = 5, 4
_RATE = frozenset(("%", "‰", "‱", "倍", "", "番"))


@dataclass(frozen=True, slots=True)
class ChangeWords:
    """The words of a change: its subject's text (may be empty), verb, direction and what it is measured against."""

    subject: str
    verb: str
    direction: Direction
    basis: str | None
    own_name: bool = False
    compares: bool = False

    @property
    def holds_object(self) -> bool:
        """Whether the verb says itself what changes (增收, 减产)."""
        return self.verb in _WITH_OBJECT

    def name(self, stem: str, unit: str) -> Phrase:
        """What the change of the figure so named is called: …增速 for a rate, else …提高, …减少."""
        if self.own_name:
            return Phrase(stem)
        if self.holds_object:
            return Phrase(stem + self.verb)
        suffix = "增速" if unit in _RATE and not stem.endswith(("增速", "增幅", "涨幅")) else self.verb
        words = [word for word, _ in tokens_of(stem)]
        while length("".join(words) + suffix) > LIMIT + _ROOM and len(words) > 1 and len("".join(words[1:])) >= _LEAST:
            words.pop(0)
        stem = "".join(words)
        return Phrase(stem + suffix)


def change_words(left: str, quantity: Quantity) -> ChangeWords | None:
    """The change that a piece of text right before a quantity states, or None.

    Args:
        left: from the clause's start, or the quantity before, up to the quantity.
        quantity: percentage points may state a comparison (高于全市2.1个百分点); things are not 提升 or 压缩 by so
        many.
    """
    stem, unit = left.rstrip(" "), quantity.unit
    match = _VERB.search(stem, max(0, len(stem) - _LONGEST))
    if match and (change := _of_verb(stem[: match.start()], match, quantity)):
        return change
    if unit == "百分点" and (comparison := _COMPARISON.search(stem)):
        return ChangeWords(stem, "", "down" if stem[comparison.start()] in "低慢小少" else "up", None, True, True)
    if unit not in _RATE and unit != "百分点":
        return None
    named = _NAMED.search(re.sub(r"(?:达到?|为|约|近|超过?|高达|在|控制在|保持在){1,3}$", "", stem))
    if named:
        return ChangeWords(stem, "", "down" if _NAMED_DOWN.search(named[0]) else "up", None, True)
    return None


def _of_verb(head: str, match: re.Match[str], quantity: Quantity) -> ChangeWords | None:
    """The change that a verb states behind this text; None where it is no verb of change here.

    A verb of one character changes something only in a comparison (比上年多), and what is compared with another thing
    is named by the comparison (比省外低).
    """
    verb = match["up"] or match["down"]
    direction: Direction = "up" if match["up"] else "down"
    subject, compared = _subject_and_comparison(head)
    basis = _BASIS.search(compared)
    if len(verb) == 1 and verb not in _WITH_OBJECT:
        if not re.search(r"比(?![例重值])|较|同比|环比", compared):
            return None
        if basis is None and compared.startswith("比"):
            return ChangeWords(compared + verb, "", direction, None, own_name=True, compares=True)
    if (quantity.family == "count" and verb not in _OF_COUNTS) or (verb == "增加" and head.endswith("新")):
        return None
    return ChangeWords(_LEAD.sub("", subject), verb, direction, basis[0] if basis else None)


def _subject_and_comparison(head: str) -> tuple[str, str]:
    """The text before a verb of change without the comparisons and adverbs at its end, and these."""
    subject = head
    while match := _COMPARED.search(subject):
        subject = subject[: match.start()]
    return subject, head[len(subject) :]
