"""What the quantities of a sentence are called: each gets the noun phrase that tells it from its neighbours.

A number stands behind its name (中国名牌32个), before it (70个免检产品), or behind a link in the clause after it
(…32588元， 增长7.8%). ``named`` decides between them quantity by quantity, from left to right; ``shared_heads`` then
completes rows.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from reporter.extract.changes import ChangeWords, change_words
from reporter.extract.cues import words
from reporter.extract.elsewhere import (
    DURATION_LEAD,
    REFERENCE,
    Named,
    from_afar,
    inherited,
    running,
    spends,
    with_limit,
)
from reporter.extract.leftward import EMPTY, Phrase, before, conjuncts, ends_in_verb, governing_verb
from reporter.extract.quantities import Quantity
from reporter.extract.rightward import NOTHING, Following, behind, predicate_name
from reporter.extract.shares import share_name
from reporter.extract.surroundings import Surroundings, rightwards, row_from, surroundings
from reporter.extract.tokens import LIMIT, is_generic, is_lone_verb, length, strip_links

_HOLLOW = words(
    """
    计划 预计 目标 完成 实现 达到 预期 总计 合计 共计 数量 总数 其中 目前 增加 减少 人 数 规模 平均 一 最高 最低
    最多 最大 最少 一共 全年 年 月 日 增长 每年 每月 每天 每季度 每人 每家 每户 每个 处 打算 准备 日均 月均 年均 人均
    户均 亩均
    """
)
# 降幅达16.7%: the rate of what the figure before it states.
_BARE_RATE = re.compile(
    r"(?:同比|环比|其|但|且|平均)*(?:增速|增幅|涨幅|降幅|跌幅|减幅|增长率|同比|环比)(?:为|达到?|约|近|超过?)*$"
)
_TOWARDS = re.compile(r"(?:对|为|给|向|把|将|与|由)(?:全[国省市县区镇乡])?$")
_THIS = re.compile(r"(?:这一?|该|此|上述)(?:数字|比例|指标|数据|比重|数值|比率|项)?$")
_POSSESSES = re.compile(r"(?:有|拥有|现有)$")
_MADE = re.compile(r"(?:组建|组成|成立|设立|建立|派出|组织)了?$")
_MONEY = re.compile(r"(?:资金|经费|补助|补贴|奖金|奖励|基金|贷款|款)$")
_CAUSES = re.compile(r"(?:造成|导致|致使|致|引发)(?:了|近|约)?$")
_PER_HEAD = re.compile(r"(?:户|人|亩|村|家庭)均年?$")


def named(text: str, quantities: Sequence[Quantity]) -> list[Named]:
    """The quantities of a sentence with their names, in order.

    Args:
        text: the sentence in simplified characters.
        quantities: those that ``find_quantities`` gave for it.
    """
    found: list[Named] = []
    consumed = 0
    while len(found) < len(quantities):
        index = len(found)
        around = surroundings(text, quantities, index, consumed)
        row = row_from(text, quantities, index) if "分别" in around.left[-14:] else 1
        if row > 1:
            found += _told_apart(quantities[index : index + row], around, found)
        else:
            following = quantities[index + 1] if around.meets else None
            found.append(_named(text, quantities[index], around, found, following))
        consumed = _consumed(text, found[-1], around, quantities, len(found))
    return found


def _consumed(text: str, last: Named, around: Surroundings, quantities: Sequence[Quantity], index: int) -> int:
    """How far a figure takes the text. A limit (亿元以上项目27个) leaves what follows it to the next figure."""
    quantity = last.quantity
    end = quantity.reach_end + last.right.taken
    if index >= len(quantities) or quantity.bound is None or not around.meets:
        return end
    following = quantities[index]
    counted = following.family == "count" and behind(rightwards(text, quantities, index)[0], following.unit).core
    return end if counted else quantity.reach_end


def _told_apart(row: Sequence[Quantity], around: Surroundings, found: Sequence[Named]) -> list[Named]:
    """A row that 分别 tells apart: its names are the conjuncts before it, or those of as many figures before."""
    change = change_words(around.left, row[0])
    stem = change.subject if change else around.left[: around.left.rfind("分别")]
    names = conjuncts(stem, len(row)) or _town_and_country(stem, len(row))
    bases: list[int | None] = [None] * len(row)
    levels = [index for index, other in enumerate(found) if not other.change]
    if not names and len(levels) >= len(row) and not before(stem).core:
        bases = list(levels[-len(row) :])
        names = [found[index].phrase for index in levels[-len(row) :]]
    if not names:
        one = before(stem)
        behind_it = before(around.left[around.left.rfind("分别") + 2 :])
        names = [one if one.core or change else behind_it] * len(row)
    made = []
    for quantity, phrase, base in zip(row, names, bases, strict=True):
        if change:
            name = change.name(phrase.text, quantity.unit)
            made.append(Named(quantity, name, around.left, NOTHING, change, base, phrase.text))
        else:
            made.append(Named(quantity, phrase, around.left))
    return made


def _town_and_country(stem: str, count: int) -> list[Phrase]:
    """城乡低保标准分别 as 城市低保标准 and 农村低保标准; empty for any other row."""
    core = before(stem).core
    if count != 2 or not core.startswith("城乡"):
        return []
    return [Phrase(part + core.removeprefix("城乡")) for part in ("城市", "农村")]


def _named(
    text: str, quantity: Quantity, around: Surroundings, found: Sequence[Named], following: Quantity | None
) -> Named:
    """One quantity with its name: as a change, by what stands before it, behind it, or in the clause before."""
    change = change_words(around.left, quantity)
    ahead = DURATION_LEAD.sub("", around.right) if quantity.family == "time" else around.right
    right = behind(ahead or around.shared, quantity.unit)
    if not ahead and right.core:
        right = Following(right.core, 0, right.verbal)
    if change and not (quantity.family == "count" and right.core) and not _is_action(change):
        return _changed(quantity, around, change, found)
    earlier = [(other.quantity, other.phrase) for other in found if not other.change]
    shared = quantity.family == "share" and (not right.core or "覆盖" in around.left[-6:])
    if shared and (part := share_name(around.left, quantity, earlier)):
        return Named(quantity, part, around.left)
    left = before(around.left, "倍" if quantity.stated.kind == "fraction" else quantity.unit)
    if _CAUSES.search(around.left) or (quantity.family == "time" and spends(around.left)):
        left = running(around) if quantity.family == "time" else EMPTY
    if not right.core and (limited := with_limit(text, quantity, around, found)):
        return Named(quantity, Phrase(limited), around.left)
    if right.core and (counted := _counted_before_measure(quantity, around, right, following)):
        return Named(quantity, Phrase(counted), around.left)
    if _reads_onwards(quantity, around, left, right):
        return Named(quantity, _onwards(quantity, around, right), around.left, right)
    own = _with_object(left, quantity, around, found) if left.core and left.text not in _HOLLOW else None
    taken = own or inherited(quantity, around, left, found) or from_afar(text, quantity, around.left)
    return Named(quantity, taken, around.left)


_MEASURED = re.compile(r"([^户人亩日月年平总]{2,6}?)(?:[户人亩日月年]均|平均|总|累计).{1,6}$")


def _counted_before_measure(
    quantity: Quantity, around: Surroundings, right: Following, following: Quantity | None
) -> str:
    """What is counted where the words behind it lead on to a measure of it (1260间客房平均出租率88%: 客房); empty
    elsewhere."""
    led = following is not None and following.family in ("share", "money") and quantity.family == "count"
    match = _MEASURED.match(around.right) if led else None
    return match[1] if match and len(match[1]) <= len(right.core) else ""


def _is_action(change: ChangeWords) -> bool:
    """Whether a verb of change is part of an action that is done to so much (改造提升3500万亩), not a change of it."""
    return bool(change.subject) and change.basis is None and is_lone_verb(strip_links(change.subject))


def _changed(quantity: Quantity, around: Surroundings, change: ChangeWords, found: Sequence[Named]) -> Named:
    """A change with its name: of its own subject, else of the figure or the change's subject nearest before."""
    if change.own_name:
        named_so = before(change.subject).text if change.direction != "flat" and not change.compares else ""
        base = _base(found, quantity) if named_so and _BARE_RATE.match(change.subject) else None
        if base is not None:
            stem = found[base].stem or found[base].name
            return Named(quantity, Phrase(stem + named_so), around.left, NOTHING, change, found[base].base, stem)
        return Named(quantity, Phrase(named_so or change.subject[-LIMIT - 2 :]), around.left, NOTHING, change)
    own = (
        before(re.sub(r"(?<=..)年$", "", change.subject)).text
        if change.subject and not _THIS.search(change.subject)
        else ""
    )
    if not own and (per_head := _PER_HEAD.search(change.subject)):
        own = per_head[0]
    base = None if own else _base(found, quantity)
    if not own and change.holds_object and found and not found[-1].change:
        base = len(found) - 1
    stem = own
    if not own and base is not None:
        nearest = found[base]
        stem, base = (nearest.stem, nearest.base) if nearest.change else (nearest.name, base)
    return Named(quantity, change.name(stem, quantity.unit), around.left, NOTHING, change, base, stem)


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


def _reads_onwards(quantity: Quantity, around: Surroundings, left: Phrase, right: Following) -> bool:
    """Whether the name stands behind the quantity.

    Things counted are named behind their measure word wherever a noun stands there, unless that noun leads to the next
    number and another one stands before; money and measures only where nothing before could be their name but a verb
    (给予50万元奖励).
    """
    if not right.core:
        return False
    if quantity.family == "count":
        runs_on = around.meets and right.taken == len(around.right) and right.taken > 0
        if runs_on and is_lone_verb(right.core):
            return False
        return not (runs_on and left.core and not is_lone_verb(left.core))
    if not left.core or left.text in _HOLLOW:
        return True
    if _POSSESSES.search(around.left) and not around.right.startswith("的"):
        return True
    led = ends_in_verb(around.left) or is_lone_verb(left.core)
    given = not right.verbal or _MONEY.search(right.core) is not None
    return led and not left.relative and not around.right.startswith("的") and given


def _onwards(quantity: Quantity, around: Surroundings, right: Following) -> Phrase:
    """The name behind a quantity, a generic one told apart by the verb before it or by what the clause goes on to
    say."""
    verb = governing_verb(around.left)
    rest = around.clause[right.taken :]
    negated = rest.startswith("的") and quantity.unit in ("家", "户", "名", "人") and re.search(r"[不未]|没有", rest)
    rest = rest.removeprefix("的") if negated else rest
    told_apart = not verb and not _MADE.search(around.left)
    generic = is_generic(right.core) or (quantity.family == "count" and told_apart and length(right.core) <= 3)
    if not rest.startswith("的") and (generic or (_TOWARDS.search(around.left) and not verb)):
        told = predicate_name(rest, right.core)
        if told and not (verb and length(right.core) > 2):
            return Phrase(told)
    return Phrase(right.core, verb)


def _with_object(left: Phrase, quantity: Quantity, around: Surroundings, found: Sequence[Named]) -> Phrase:
    """A lone verb with the object of the verb before, where both count in one unit: 受理案件8765件，审结8123件."""
    if left.verb or around.linked or quantity.family != "count" or not is_lone_verb(left.core):
        return left
    last = next((other for other in reversed(found) if not other.change and other.quantity.unit == quantity.unit), None)
    return Phrase(last.phrase.core, left.core) if last and last.phrase.verb else left
