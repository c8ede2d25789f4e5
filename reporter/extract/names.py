"""What the quantities of a sentence are called: each gets the noun phrase that tells it from its neighbours.

A number stands behind its name (中国名牌32个), before it (70个免检产品), or behind a link in the clause after it
(…32588元， 增长7.8%). ``named`` decides between them quantity by quantity, from left to right; ``shared_heads`` then
completes rows.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from reporter.extract.changed_names import changed, is_action
from reporter.extract.changes import change_words
from reporter.extract.cues import words
from reporter.extract.elsewhere import (
    DURATION_LEAD,
    Named,
    from_afar,
    inherited,
    running,
    spends,
    with_limit,
)
from reporter.extract.leftward import EMPTY, Phrase, before, ends_in_verb, governing_verb
from reporter.extract.per_each import is_each
from reporter.extract.quantities import Quantity
from reporter.extract.rightward import Following, behind, predicate_name
from reporter.extract.shares import share_name
from reporter.extract.surroundings import Surroundings, rightwards, row_from, surroundings
from reporter.extract.tokens import LIMIT, is_generic, is_lone_verb, length, strip_links, tidy, tokens_of
from reporter.extract.told_apart import told_apart

_HOLLOW = words(
    """
    计划 预计 目标 完成 实现 达到 预期 总计 合计 共计 数量 总数 其中 目前 增加 减少 人 数 规模 平均 一 最高 最低
    最多 最大 最少 一共 全年 年 月 日 增长 每年 每月 每天 每季度 每人 每家 每户 每个 处 打算 准备 日均 月均 年均 人均
    户均 亩均 生均 次均 件均 股均 校均 班均
    """
)
_TOWARDS = re.compile(r"(?:对|为|给|向|把|将|与|由)(?:全[国省市县区镇乡])?$")
_POSSESSES = re.compile(r"(?:有|拥有|现有)$")
_MADE = re.compile(r"(?:组建|组成|成立|设立|建立|派出|组织)了?$")
_MONEY = re.compile(r"(?:资金|经费|补助|补贴|奖金|奖励|基金|贷款|款)$")
_BETTERS = frozenset(("改善", "好转", "恶化", "优化"))
_CAUSES = re.compile(r"(?:造成|导致|致使|致|引发)(?:了|近|约)?$")
_COMPARED = re.compile(
    r"(?:高于|低于|高出|低出|快于|慢于|多于|少于|优于|好于)(?:全国|全[省市县区州]|国家|同期|同类|[省市])?[^，。；\d]{0,6}?(?:平均水平|平均值|平均|水平)(?:为)?$"
)


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
            found += told_apart(text, quantities[index : index + row], around, found)
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


def _named(
    text: str, quantity: Quantity, around: Surroundings, found: Sequence[Named], following: Quantity | None
) -> Named:
    """One quantity with its name: as a change, by what stands before it, behind it, or in the clause before."""
    change = change_words(around.left, quantity)
    ahead = DURATION_LEAD.sub("", around.right) if quantity.family == "time" else around.right
    right = behind(ahead or around.shared, quantity.unit)
    if not ahead and right.core:
        right = Following(right.core, 0, right.verbal)
    if change and not (quantity.family == "count" and right.core) and not is_action(change):
        return changed(quantity, around, change, found)
    left = before(around.left, "倍" if quantity.stated.kind == "fraction" else quantity.unit)
    if _CAUSES.search(around.left) or (quantity.family == "time" and spends(around.left)):
        left = running(around) if quantity.family == "time" else EMPTY
    if by_form := _by_form(text, quantity, around, right, found):
        return Named(quantity, by_form, around.left)
    if set_apart := _set_apart(text, quantity, around, found, right, following):
        return Named(quantity, set_apart, around.left)
    if _reads_onwards(quantity, around, left, right):
        return Named(quantity, _onwards(quantity, around, right), around.left, right)
    return Named(quantity, _backwards(text, quantity, around, left, found), around.left)


_NORM = re.compile(r"^[比较](?P<norm>[\u4e00-\u9fff]{2,8})的$")
_RATIO = re.compile(r"(?P<name>[\u4e00-\u9fff]{2,12}?(?:之?比|比例|比值))[^比]{0,10}$")
# 65岁及以上老年人: the limit is part of what the persons are called.
_AGED = re.compile(
    r"的?(?P<group>老年人|老人|人员|人口|人群|儿童|婴幼儿|幼儿|公民|妇女|居民|群众|女性|男性|劳动力|青少年|孩子|村民|党员)"
)
_ALLOTS = re.compile(r"(?:统筹|整合|安排|拨付|下达|筹集|筹措|划拨|列支|落实|争取)(?:了|约|近|超过?)?$")
_USED_FOR = re.compile(r"(?:用于|设立|建立|支持|建设|实施|改造|购买|购置|组建|打造)(?=[\u4e00-\u9fff]{3})")


def _by_form(
    text: str, quantity: Quantity, around: Surroundings, right: Following, found: Sequence[Named]
) -> Phrase | None:
    """The name of a ratio (生师比15.87:1), of a norm (比国家要求的90分钟), of money for what is named behind it
    (统筹1.2亿元设立产业引导基金) and of those of the things before that something is said of (47台全部合格); None
    elsewhere."""
    if not quantity.unit and quantity.end > quantity.stated.end and (ratio := _RATIO.search(around.left)):
        sides = before(re.sub(r"之?(?:比|比例|比值)$", "", ratio["name"])).core
        return Phrase(f"{sides}比") if sides else None
    if quantity.family == "time" and (norm := _NORM.match(around.left)):
        return Phrase(norm["norm"])
    used = _USED_FOR.match(around.right) if quantity.family == "money" else None
    if used and _ALLOTS.search(around.left) and length(around.right) <= LIMIT + 2:
        return Phrase(tidy(around.right[used.end() :]))
    if quantity.unit in ("岁", "周岁") and (group := _AGED.match(around.right)):
        return Phrase(text[quantity.start : quantity.reach_end] + group["group"])
    last = found[-1] if found else None
    same = last and not last.change and last.quantity.unit == quantity.unit and quantity.family == "count"
    if last and same and not strip_links(around.left) and right.core and _says(right.core):
        core = last.phrase.core + right.core
        return Phrase(core) if length(core) <= LIMIT + 2 and not last.phrase.core.endswith(right.core) else None
    return None


_ALL = words("全部 全都 合格 达标")


def _says(core: str) -> bool:
    """Whether a name only says how things are: 合格, 全部达标."""
    return length(core) <= 5 and all(tag[0] in "vad" or word in _ALL for word, tag in tokens_of(core))


def _set_apart(
    text: str,
    quantity: Quantity,
    around: Surroundings,
    found: Sequence[Named],
    right: Following,
    following: Quantity | None,
) -> Phrase | None:
    """The name of a figure that words of a set form lead to: a share of a whole, a distance from another's level, a
    count behind a limit or before its measure; None for any other."""
    if quantity.family == "share" and (not right.core or "覆盖" in around.left[-6:]):
        earlier = [(other.quantity, other.phrase) for other in found if not other.change]
        if part := share_name(around.left, quantity, earlier):
            return part
    if right.core:
        counted = _counted_before_measure(quantity, around, right, following)
        return Phrase(counted) if counted else None
    compared = _COMPARED.search(around.left) if found else None
    last = next((other for other in reversed(found) if not other.change), None) if compared else None
    if compared and last:
        return Phrase(last.phrase.core + strip_links(compared[0]))
    limited = with_limit(text, quantity, around, found)
    return Phrase(limited) if limited else None


def _backwards(text: str, quantity: Quantity, around: Surroundings, left: Phrase, found: Sequence[Named]) -> Phrase:
    """The name of a figure that stands behind it: in its clause, in a figure before, in a clause before."""
    if quantity.family == "count" and is_each(left.text) and (each := _for_each(quantity, around, left, found)):
        return each
    if quantity.unit == "%" and around.follows and left.core in _BETTERS and not found[-1].change:
        return Phrase(found[-1].phrase.core + left.core)
    own = _with_object(left, quantity, around, found) if left.core and left.text not in _HOLLOW else None
    return own or inherited(quantity, around, left, found) or from_afar(text, quantity, around.left)


_RATE_OF = re.compile(r"(?P<thing>.{3,}?)(?:水质|质量|抽检|检测|平均|综合)?[\u4e00-\u9fff]{2}率$")
_MEASURED = re.compile(r"([^户人亩日月年平总]{2,6}?)(?:[户人亩日月年]均|平均|总|累计).{1,6}$")


def _counted_before_measure(
    quantity: Quantity, around: Surroundings, right: Following, following: Quantity | None
) -> str:
    """What is counted where the words behind it lead on to a measure of it (1260间客房平均出租率88%: 客房); empty
    elsewhere."""
    led = following is not None and following.family in ("share", "money") and quantity.family == "count"
    if not led or following is None:
        return ""
    match = _MEASURED.match(around.right)
    if match and len(match[1]) <= len(right.core):
        return match[1]
    runs_on = following.family == "share" and right.taken == len(around.right)
    rate = _RATE_OF.match(right.core) if runs_on else None
    return rate["thing"] if rate else ""


def _for_each(quantity: Quantity, around: Surroundings, left: Phrase, found: Sequence[Named]) -> Phrase | None:
    """What is so much for each of what another figure counts: 抢险队伍18支，每支不少于30人 is 每支抢险队伍人数."""
    last = next(
        (other for other in reversed(found) if left.text == f"每{other.quantity.unit}" and not other.change), None
    )
    if last is None:
        return inherited(quantity, around, left, found)
    return Phrase(left.text + last.phrase.core + ("人数" if quantity.unit in ("人", "名") else f"{quantity.unit}数"))


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
    if left.verb or around.linked or quantity.family not in ("count", "measure") or not is_lone_verb(left.core):
        return left
    last = next((other for other in reversed(found) if not other.change and other.quantity.unit == quantity.unit), None)
    return Phrase(last.phrase.core, left.core) if last and last.phrase.verb else left
