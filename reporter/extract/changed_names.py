"""What changes are called: the figure that they change and in which way (税收收入增速, 增加值增速高于全市)."""

from __future__ import annotations

import re
from collections.abc import Sequence

from reporter.extract.changes import ChangeWords
from reporter.extract.elsewhere import REFERENCE, Named
from reporter.extract.leftward import Phrase, before
from reporter.extract.quantities import Quantity
from reporter.extract.rightward import NOTHING
from reporter.extract.surroundings import Surroundings
from reporter.extract.tokens import LIMIT, is_lone_verb, length, strip_links

# 降幅达16.7%: the rate of what the figure before it states.
_BARE_RATE = re.compile(
    r"(?:同比|环比|其|但|且|平均)*(?:增速|增幅|涨幅|降幅|跌幅|减幅|增长率|同比|环比)(?:为|达到?|约|近|超过?)*$"
)
_THIS = re.compile(r"(?:这一?|该|此|上述)(?:数字|比例|指标|数据|比重|数值|比率|项)?$")
_PER_HEAD = re.compile(r"(?:户|人|亩|村|家庭)均年?$")
# 扣除房地产开发投资后增长3.3%: the change of something else than the whole.
_WITHOUT = re.compile(r"(?:但|如|若)?(?:扣除|剔除|不含|不包括)[^，。；]{2,16}?(?:后|外|因素)?，?$")
_AGAINST = ("高于", "低于", "高出", "快于", "慢于", "增速高于", "增速低于", "增速快于", "增幅高于", "比全", "比上级")


def is_action(change: ChangeWords) -> bool:
    """Whether a verb of change is part of an action that is done to so much (改造提升3500万亩), not a change of it."""
    return bool(change.subject) and change.basis is None and is_lone_verb(strip_links(change.subject))


def changed(quantity: Quantity, around: Surroundings, change: ChangeWords, found: Sequence[Named]) -> Named:
    """A change with its name: of its own subject, else of the figure or the change's subject nearest before."""
    if change.own_name:
        named_so = before(change.subject).text if change.direction != "flat" and not change.compares else ""
        base = _base(found, quantity) if named_so and _BARE_RATE.match(change.subject) else None
        if base is not None:
            stem = found[base].stem or found[base].name
            return Named(quantity, Phrase(stem + named_so), around.left, NOTHING, change, found[base].base, stem)
        if found and (named_so or change.subject).startswith(_AGAINST):
            named_so = _against(found[-1], named_so or change.subject)
        return Named(quantity, Phrase(named_so or change.subject[-LIMIT - 2 :]), around.left, NOTHING, change)
    own = (
        before(re.sub(r"(?<=..)年$", "", change.subject)).text
        if change.subject and not _THIS.search(change.subject)
        else ""
    )
    if not own and (per_head := _PER_HEAD.search(change.subject)):
        own = per_head[0]
    base = None if own else _next_in_row(found) or _base(found, quantity)
    if not own and change.holds_object and found and not found[-1].change:
        base = _alike_before(found, quantity) if found[-1].quantity.family == "share" else len(found) - 1
    apart = _WITHOUT.match(change.subject)
    if apart:
        base = _base(found, quantity)
    if apart and base is not None:
        stem = apart[0].rstrip("，") + (found[base].stem or found[base].name)
        return Named(
            quantity, Phrase(stem + change.name("", quantity.unit).text), around.left, NOTHING, change, None, stem
        )
    stem = own
    if not own and base is not None:
        nearest = found[base]
        stem, base = (nearest.stem, nearest.base) if nearest.change else (nearest.name, base)
    return Named(quantity, change.name(stem, quantity.unit), around.left, NOTHING, change, base, stem)


def _alike_before(found: Sequence[Named], quantity: Quantity) -> int:
    """The last figure of the kind of a change, as money changes no share: 税收收入7.9亿元，占60%，增收1206万元."""
    levels = [index for index, other in enumerate(found) if not other.change]
    alike = [index for index in levels if found[index].quantity.family == quantity.family]
    return (alike or levels)[-1]


def _next_in_row(found: Sequence[Named]) -> int | None:
    """The figure behind those that a row of changes belongs to, where the row left it without one; None elsewhere."""
    if len(found) < 3 or not (found[-1].change and found[-2].change) or "分别" not in found[-2].left + found[-1].left:
        return None
    last, before_it = found[-1].base, found[-2].base
    if last is None or before_it is None or last != before_it + 1 or found[last + 1].change:
        return None
    return last + 1 if found[last + 1].quantity.family == found[last].quantity.family else None


def _against(last: Named, words: str) -> str:
    """What is above or below another's level (高于全市平均水平), with the measure that is compared."""
    measure = re.sub(r"^(?:完成|实现)", "", last.name)
    for size in range(len(measure)):  # 工业增加值增速 and 增速高于全市
        if words.startswith(measure[size:]):
            measure = measure[:size]
            break
    return measure + words if length(measure + words) <= LIMIT + 10 else words


def _base(found: Sequence[Named], quantity: Quantity) -> int | None:
    """The index of what a change without a subject belongs to: the nearest figure, or change with a subject, before
    it; of a percentage for percentage points. What another figure is measured against (较上年的2.3万批) is none."""
    unit, family = quantity.unit, quantity.family
    fitting = [
        index
        for index, other in enumerate(found)
        if (other.quantity.family != "time" or other.quantity.unit == unit)
        and (other.stem if other.change else not REFERENCE.search(other.left))
    ]
    kin = [index for index in fitting if found[index].quantity.family == family and not found[index].change]
    shares = [index for index in kin if found[index].quantity.unit == "%"] if unit == "百分点" else []
    levels = [index for index in fitting if found[index].change or found[index].quantity.unit != "%"]
    chosen = shares or ((unit == "%" and levels) or fitting if family == "share" else kin or fitting)
    return chosen[-1] if chosen else None
