"""Names that a figure takes from elsewhere: from the figure before it, from a limit before it, from an earlier
clause, or from what goes on for an amount of time."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from reporter.extract.changes import ChangeWords
from reporter.extract.conjuncts import topic
from reporter.extract.cues import ATTRIBUTE, words
from reporter.extract.leftward import EMPTY, Phrase, before
from reporter.extract.quantities import Quantity
from reporter.extract.rightward import NOTHING, Following, predicate_name
from reporter.extract.surroundings import BORDER, Surroundings
from reporter.extract.tokens import LIMIT, is_lone_verb, length, strip_links, tidy
from reporter.extract.units import FAMILY

_PLANNED = re.compile(r"(?:计划|预计|目标|拟|预期)(?:为|达到|完成|实现)?$")
_SPENDS = re.compile(r"(?:历时|耗时|用时|为期|历经|经过|持续|连续|用|(?<!控制)(?<!稳定)(?<!保持)在|仅|提前|花)$")
_LASTS = re.compile(r"(?:历时|耗时|用时)$")
_REST = re.compile(r"(?:其中|其余|另外?|已|剩余|余下|余|有)$")
REFERENCE = re.compile(r"(?:比|较)(?:上|去|前|往|同|年|\d)[^，。；]{0,12}$")
"""What a figure is measured against, not the figure itself: 较上年的2.3万批."""

DURATION_LEAD = re.compile(
    r"^(?:之?内|的?时间|里|期限|左右|以[上内])*[，]?(?:的|有|是|为|要|将|基本|成为|居|位居|保持|获评|获|被评为|实现)*"
)
_TERM = re.compile(r"(?:时限|时间|周期|期限|时长|工期|天数|年限|住院日|耗时|用时)$")
_AVERAGES = words("日均 月均 年均 人均 户均 亩均 村均 生均 次均 件均 股均 校均 班均 年平均 月平均")
_ONE_PERSON = ("人", "名", "位")


class Named(NamedTuple):
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


def from_afar(text: str, quantity: Quantity, left: str) -> Phrase:
    """The name of a quantity that its own clause leaves without: what the clause before ends in
    (…的制修订，累计31项), or what the sentence begins with; for things counted their unit."""
    clauses = [part for part in BORDER.split(text[: quantity.start])[:-1] if part]
    last = before(clauses[-1]) if clauses else EMPTY
    if last.core and not is_lone_verb(last.core) and last.core not in FAMILY:
        return last
    if quantity.family != "count":
        return Phrase(topic(text[: quantity.start]))
    number = "人数" if quantity.unit in _ONE_PERSON else f"{quantity.unit}数"
    said = topic(left)
    return Phrase(said + number if said and length(said + number) <= LIMIT + 2 else number)


def spends(left: str) -> bool:
    """Whether words lead to an amount of time that something lasts: 历时, 为期, 连续."""
    return bool(_SPENDS.search(left) or _SPENDS.search(strip_links(left)))


def running(around: Surroundings) -> Phrase:
    """What goes on for an amount of time and how: 名牌数量 and 居首位 in 名牌数量连续三年居首位; empty without a
    subject."""
    subject = before(_SPENDS.sub("", strip_links(around.left))).core
    if _LASTS.search(around.left):
        return Phrase(f"{subject}用时") if subject and around.left.endswith("用时") else Phrase(subject)
    state = around.right.strip()
    if not ATTRIBUTE.search(subject):
        return EMPTY
    return Phrase(subject + state) if state and length(subject + state) <= LIMIT + 3 else Phrase(subject)


def with_limit(text: str, quantity: Quantity, around: Surroundings, found: Sequence[Named]) -> str:
    """A name that holds the figure before it as a limit: 亿元以上项目27个, 18岁以上人群接种率92%; empty where none
    does."""
    last = found[-1] if found else None
    if last is None or last.quantity.bound is None or last.change or around.linked:
        return ""
    between = text[last.quantity.reach_end : quantity.reach_start]
    if between == "的":
        return _selected(text, last, quantity, found)
    if not between and last.quantity.unit in ("岁", "周岁") and quantity.unit in _ONE_PERSON:
        return text[last.quantity.reach_start : last.quantity.reach_end] + "人口"
    if BORDER.search(between) or "、" in between or not strip_links(between):
        return ""
    whole = strip_links(last.left + text[last.quantity.reach_start : quantity.reach_start])
    lead = strip_links(last.left)
    stem = whole if length(whole) <= LIMIT + 2 else whole[len(lead) :]
    stem = re.sub(r"^(?:其中|全[国省市县区镇乡]|[为对把将给在])", "", tidy(stem))
    return stem if length(stem) <= LIMIT + 2 else ""


def _selected(text: str, last: Named, quantity: Quantity, found: Sequence[Named]) -> str:
    """Those of the things counted before that a limit selects: 潜逃20年以上的逃犯; empty where none are."""
    head = next((other.phrase.core for other in reversed(found[:-1]) if _alike(other.quantity, quantity)), "")
    limit = strip_links(last.left) + text[last.quantity.reach_start : last.quantity.reach_end]
    name = f"{re.sub(r'^其中', '', tidy(limit))}的{head}"
    return name if head and quantity.family == "count" and length(name) <= LIMIT + 4 else ""


def inherited(quantity: Quantity, around: Surroundings, left: Phrase, found: Sequence[Named]) -> Phrase | None:
    """The name of a quantity that has none beside it: that of the figure before, or what the clause says."""
    last = next((other for other in reversed(found) if not other.change and _alike(other.quantity, quantity)), None)
    if quantity.family == "time":
        return _of_time(quantity, around, left, last, found)
    said = "" if REFERENCE.search(around.left) else before(around.clause).text
    again = quantity.family == "count" and (around.adjacent or (around.linked and quantity.unit in _ONE_PERSON))
    if (again or (around.linked and quantity.family == "money")) and found and not said and not left.core:
        return _counted_again(found[-1], quantity)
    if last and not said:
        return _like_before(last.phrase, last.name, left, around)
    if last and _REST.search(around.left) and (told := predicate_name(around.clause, last.phrase.core)):
        return Phrase(told)
    if not said and not left.core:
        return None
    return Phrase(said or (f"{left.core}额" if quantity.family == "money" else left.text))


def _of_time(
    quantity: Quantity, around: Surroundings, left: Phrase, last: Named | None, found: Sequence[Named]
) -> Phrase:
    """The name of an amount of time that has none beside it."""
    if around.left.endswith("提前"):
        return Phrase("提前时间")
    if not left.core and (term := _term(found)):
        return Phrase(term)
    said = before(DURATION_LEAD.sub("", around.clause)).text
    return Phrase(
        said
        or (last.phrase.text if last and around.follows else "")
        or left.text
        or ("年龄" if quantity.unit in ("岁", "周岁") else "时间")
    )


def _term(found: Sequence[Named]) -> str:
    """The span of time that the change before a figure is of (办结时限压缩三分之一，由60日缩短为40日); empty without
    one."""
    stem = found[-1].stem or found[-1].name if found else ""
    return stem if _TERM.search(stem) else ""


def _counted_again(last: Named, quantity: Quantity) -> Phrase:
    """The name of what is counted twice: 贫困户3850户1.2万人; 户数 becomes 人数."""
    stem = last.phrase.text.removesuffix(f"{last.quantity.unit}数")
    if stem == last.phrase.text:
        return last.phrase
    return Phrase(stem + ("人数" if quantity.unit in _ONE_PERSON else f"{quantity.unit}数"))


def _like_before(phrase: Phrase, name: str, left: Phrase, around: Surroundings) -> Phrase:
    """The name of the figure before, for its average (日均1.6万人次) or what is planned of it (明年计划达到60亿元)."""
    if every := re.search(r"每[\u4e00-\u9fff]{1,3}$", left.text):
        return Phrase(every[0] + phrase.core)
    if left.text in _AVERAGES:
        return Phrase(left.text + phrase.core)
    planned = "计划" if _PLANNED.search(strip_links(around.left)) and not name.endswith("计划") else ""
    return Phrase(phrase.core + planned, phrase.verb)


def _alike(first: Quantity, second: Quantity) -> bool:
    """Whether two quantities can go by one name."""
    return first.family == second.family and (first.family != "count" or first.unit == second.unit)
