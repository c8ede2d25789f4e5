"""What the quantities of a sentence are called: each gets the noun phrase that tells it from its neighbours.

A number stands behind its name (中国名牌32个), before it (70个免检产品), or behind a link in the clause after it
(…32588元， 增长7.8%). ``named`` decides between them quantity by quantity, from left to right; ``shared_heads`` then
completes rows.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from reporter.extract.changes import ChangeWords, change_words
from reporter.extract.cues import ATTRIBUTE, words
from reporter.extract.leftward import EMPTY, Phrase, before, conjuncts, ends_in_verb, governing_verb, topic
from reporter.extract.quantities import Quantity
from reporter.extract.rightward import NOTHING, Following, behind, predicate_name
from reporter.extract.surroundings import BORDER, Surroundings, rightwards, row_from, surroundings
from reporter.extract.tokens import LIMIT, is_generic, is_lone_verb, length, strip_links, tidy

_HOLLOW = words(
    """
    计划 预计 目标 完成 实现 达到 预期 总计 合计 共计 数量 总数 其中 目前 增加 减少 人 数 规模 平均 一 最高 最低
    最多 最大 最少 一共 全年 年 月 日 增长 每年 每月 每天 每季度 每人 每家 每户 每个 处 打算 准备 日均 月均 年均 人均
    户均 亩均
    """
)
_PLANNED = re.compile(r"(?:计划|预计|目标|拟|预期)(?:为|达到|完成|实现)?$")
_TOWARDS = re.compile(r"(?:对|为|给|向|把|将|与|由)(?:全[国省市县区镇乡])?$")
_THIS = re.compile(r"(?:这一?|该|此|上述)(?:数字|比例|指标|数据|比重|数值|比率|项)?$")
_POSSESSES = re.compile(r"(?:有|拥有|现有)$")
_CAUSES = re.compile(r"(?:造成|导致|致使|致|引发)(?:了|近|约)?$")
_SPENDS = re.compile(r"(?:历时|耗时|用时|为期|历经|经过|持续|连续|用|在|仅|提前|花)$")
_LASTS = re.compile(r"(?:历时|耗时|用时)$")
_PER_HEAD = re.compile(r"(?:户|人|亩|村|家庭)均年?$")
_REST = re.compile(r"(?:其中|其余|另外?|已|剩余|余下|余|有)$")
_REFERENCE = re.compile(r"(?:比|较)(?:上|去|前|往|同|年|\d)[^，。；]{0,12}$")
_DURATION_LEAD = re.compile(
    r"^(?:之?内|的?时间|里|期限|左右|以[上内])*[，]?(?:的|有|是|为|要|将|基本|成为|居|位居|保持|获评|获|被评为|实现)*"
)
_AVERAGES = words("日均 月均 年均 人均 户均 亩均 村均 年平均 月平均")
_ONE_PERSON = ("人", "名", "位")


@dataclass(frozen=True, slots=True)
class Named:
    """A quantity with its name.

    ``phrase`` is the name in parts, ``left`` the text it was read from, ``right`` what is taken of the text behind it.
    ``change`` are the words that make it a change, of the figure at index ``base`` (None where that is not stated) or
    of what ``stem`` says.
    """

    quantity: Quantity
    phrase: Phrase
    left: str
    right: Following = NOTHING
    change: ChangeWords | None = None
    base: int | None = None
    stem: str = ""

    @property
    def name(self) -> str:
        """The name as text."""
        return self.phrase.text


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
            found.append(_named(text, quantities[index], around, found))
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
    names = conjuncts(stem, len(row))
    bases: list[int | None] = [None] * len(row)
    levels = [index for index, other in enumerate(found) if not other.change]
    if not names and len(levels) >= len(row):
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


def _named(text: str, quantity: Quantity, around: Surroundings, found: Sequence[Named]) -> Named:
    """One quantity with its name: as a change, by what stands before it, behind it, or in the clause before."""
    change = change_words(around.left, quantity)
    ahead = _DURATION_LEAD.sub("", around.right) if quantity.family == "time" else around.right
    right = behind(ahead or around.shared, quantity.unit)
    if not ahead and right.core:
        right = Following(right.core, 0, right.verbal)
    if change and not (quantity.family == "count" and right.core) and not _is_action(change):
        return _changed(quantity, around, change, found)
    left = before(around.left, "倍" if quantity.stated.kind == "fraction" else quantity.unit)
    if _CAUSES.search(around.left) or (quantity.family == "time" and _spends(around.left)):
        left = _running(around) if quantity.family == "time" else EMPTY
    if not right.core and (limited := _with_limit(text, quantity, around, found)):
        return Named(quantity, Phrase(limited), around.left)
    if _reads_onwards(quantity, around, left, right):
        return Named(quantity, _onwards(quantity, around, right), around.left, right)
    if left.core and left.text not in _HOLLOW:
        return Named(quantity, _with_object(left, quantity, around, found), around.left)
    return Named(quantity, _inherited(quantity, around, left, found) or _from_afar(text, quantity), around.left)


def _from_afar(text: str, quantity: Quantity) -> Phrase:
    """The name of a quantity that its own clause leaves without: what the clause before ends in
    (…的制修订，累计31项), or what the sentence begins with; for things counted their unit."""
    clauses = [part for part in BORDER.split(text[: quantity.start])[:-1] if part]
    last = before(clauses[-1]) if clauses else EMPTY
    if last.core and not is_lone_verb(last.core):
        return last
    if quantity.family != "count":
        return Phrase(topic(text[: quantity.start]))
    return Phrase("人数" if quantity.unit in _ONE_PERSON else f"{quantity.unit}数")


def _spends(left: str) -> bool:
    """Whether words lead to an amount of time that something lasts: 历时, 为期, 连续."""
    return bool(_SPENDS.search(left) or _SPENDS.search(strip_links(left)))


def _running(around: Surroundings) -> Phrase:
    """What goes on for an amount of time and how: 名牌数量 and 居首位 in 名牌数量连续三年居首位; empty without a
    subject."""
    subject = before(_SPENDS.sub("", strip_links(around.left))).core
    if _LASTS.search(around.left):
        return Phrase(subject)
    state = around.right.strip()
    if not ATTRIBUTE.search(subject):
        return EMPTY
    return Phrase(subject + state) if state and length(subject + state) <= LIMIT + 3 else Phrase(subject)


def _is_action(change: ChangeWords) -> bool:
    """Whether a verb of change is part of an action that is done to so much (改造提升3500万亩), not a change of it."""
    return bool(change.subject) and change.basis is None and is_lone_verb(strip_links(change.subject))


def _changed(quantity: Quantity, around: Surroundings, change: ChangeWords, found: Sequence[Named]) -> Named:
    """A change with its name: of its own subject, else of the figure or the change's subject nearest before."""
    if change.own_name:
        named_so = before(change.subject).text if change.direction != "flat" and not change.compares else ""
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
        and (other.stem if other.change else not _REFERENCE.search(other.left))
    ]
    kin = [index for index in fitting if found[index].quantity.family == family and not found[index].change]
    shares = [index for index in kin if found[index].quantity.unit == "%"] if unit == "百分点" else []
    chosen = shares or (fitting if family == "share" else kin or fitting)
    return chosen[-1] if chosen else None


def _with_limit(text: str, quantity: Quantity, around: Surroundings, found: Sequence[Named]) -> str:
    """A name that holds the figure before it as a limit: 亿元以上项目27个, 18岁以上人群接种率92%; empty where none
    does."""
    last = found[-1] if found else None
    if last is None or last.quantity.bound is None or last.change or around.linked:
        return ""
    between = text[last.quantity.reach_end : quantity.reach_start]
    if BORDER.search(between) or "、" in between or not strip_links(between):
        return ""
    whole = strip_links(last.left + text[last.quantity.reach_start : quantity.reach_start])
    lead = strip_links(last.left)
    stem = whole if length(whole) <= LIMIT + 2 else whole[len(lead) :]
    stem = re.sub(r"^(?:其中|全[国省市县区镇乡]|[为对把将给在])", "", tidy(stem))
    return stem if length(stem) <= LIMIT + 2 else ""


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
    return led and not left.relative and not around.right.startswith("的") and not right.verbal


def _onwards(quantity: Quantity, around: Surroundings, right: Following) -> Phrase:
    """The name behind a quantity, a generic one told apart by the verb before it or by what the clause goes on to
    say."""
    verb = governing_verb(around.left)
    rest = around.clause[right.taken :]
    negated = rest.startswith("的") and quantity.unit in ("家", "户", "名", "人") and re.search(r"[不未]|没有", rest)
    rest = rest.removeprefix("的") if negated else rest
    generic = is_generic(right.core) or (quantity.family == "count" and not verb and length(right.core) <= 3)
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


def _inherited(quantity: Quantity, around: Surroundings, left: Phrase, found: Sequence[Named]) -> Phrase | None:
    """The name of a quantity that has none beside it: that of the figure before, or what the clause says."""
    last = next((other for other in reversed(found) if not other.change and _alike(other.quantity, quantity)), None)
    if quantity.family == "time":
        said = before(_DURATION_LEAD.sub("", around.clause)).text
        return Phrase(said or (last.phrase.text if last and around.follows else "") or left.text or "时间")
    said = "" if _REFERENCE.search(around.left) else before(around.clause).text
    if around.adjacent and found and not said and quantity.family == "count":
        return found[-1].phrase  # 贫困户3850户1.2万人: the same, counted twice
    if last and not said:
        return _like_before(last.phrase, last.name, left, around)
    if last and _REST.search(around.left) and (told := predicate_name(around.clause, last.phrase.core)):
        return Phrase(told)
    if not said and not left.core:
        return None
    return Phrase(said or (f"{left.core}额" if quantity.family == "money" else left.text))


def _like_before(phrase: Phrase, name: str, left: Phrase, around: Surroundings) -> Phrase:
    """The name of the figure before, for its average (日均1.6万人次) or what is planned of it (今年计划达到180亿元)."""
    if left.text in _AVERAGES:
        return Phrase(left.text + phrase.core)
    planned = "计划" if _PLANNED.search(strip_links(around.left)) and not name.endswith("计划") else ""
    return Phrase(phrase.core + planned, phrase.verb)


def _alike(first: Quantity, second: Quantity) -> bool:
    """Whether two quantities can go by one name."""
    return first.family == second.family and (first.family != "count" or first.unit == second.unit)
