"""Quantities: a number with its unit, how exact it is and where it stands, without what it says.

``find_quantities`` reads one sentence in simplified characters. Numbers that state no quantity are left out: see
``traps`` for those that their own form gives away, and ``amounts`` for those that only their neighbours do.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal
from itertools import pairwise
from typing import NamedTuple

from reporter.extract.amounts import states_amount
from reporter.extract.bounds import bound_after, bound_before
from reporter.extract.traps import Stretch, quotations, trap_stretches
from reporter.extract.units import Family, canonical, family_of, unit_at
from reporter.language.numerals import SCALES, Numeral, find_numerals, joined_range, normal_width, number
from reporter.model.document import Bound, Number

_HALF = Decimal("0.5")
_HALF_UNIT = re.compile(r"半(?P<unit>年|个月|个小时|小时)")
_ONE_HALF = re.compile(r"一半(?!天)")
_NOT_HALF = ("上", "下", "前", "后", "个", "大")
_GAP = re.compile(r" ?(?P<mid>多|余)?(?=\S)")
_MAY_GAP = frozenset(" 多余")
_LONG = re.compile(r"个[半多](?P<unit>月|小时|星期|季度|学期)")
_MINUTES = re.compile(r"分钟?(?P<seconds>[0-5]?\d)秒钟?")
_TENTHS = re.compile(
    r"成(?P<half>[一二三四五六七八九半](?![一二三四五六七八九十百千万亿成]))?(?P<more>多)?(?![立为功本果品员长绩效交熟就形语分套]|不(?![到足]))"
)
_AND_HALF = re.compile(r"半(?![年月天径数])")
_HALVED = frozenset("年斤里天亩周")
_SMALL_MONEY = re.compile(r"(?P<jiao>[\d零一二三四五六七八九])角(?:(?P<fen>[\d零一二三四五六七八九])分)?")
_RANGE_BETWEEN = re.compile(r" ?(?:[~～〜—–－-]{1,2}|至|到) ?")
# Persons and households counted without a measure word: 3.5万农村人口, 5万居民.
_PERSONS = re.compile(
    r"[\u4e00-\u9fff]{0,4}?(?:人口|居民|群众|农民|[茶果菜烟蚕花棉药粮渔牧]农|市民|村民|游客|旅客|乘客|观众|学生|师生"
    r"|考生|教师|职工|员工"
    r"|劳动力|妇女|儿童|老人|患者|党员|干部|官兵|网民|会员|农户|用户)"
)
# A number of its own behind what is an index: 指数为102.3.
_INDEX = re.compile(
    r"(?:指数|系数|比值|容积率|(?:收入|消费|性别|抚养|城乡|师生)[^，。；占]{0,2}比)(?:[（(][^）)]{1,12}[）)])?(?:数值)?"
    r"(?:均|分别|平均)?(?:(?:提高|上升|增加|扩大|缩小|下降|降低|回升|升|降)(?:为|到|至))?(?:[由从](?:[^，。；]{1,6}的)?(?:\d+(?:\.\d+)?(?:缩小|扩大|下降|上升|提高|降低|调整|降|升)?(?:为|到|至))?)?"
    r"(?:为|达到?|是|[:：])?$"
)
# What is counted stands in the name, not behind the number: 出游人次14.19亿, 参保人数12.5万, 营业收入570亿.
_UNIT_IN_NAME = re.compile(
    r"(?P<head>人次|人数|人口|户数|[^，。]收入|投资|产值|总值|[^，。]额|资金|利润|增加值|资产|市值|营收|用户|粉丝|[^，。]量)"
    r"(?:共计?|总?计|已|约|近|达到?|为|实现|超过?|突破|逾|[:：]){0,3}$"
)
_CLOSED = re.compile(r"[，。；、）]|$")
# 生师比15.87:1, 之比约为3.6比1.
_TO_ONE = re.compile(r" ?[:：∶比] ?[1一](?![\d.:：∶、万亿十百千])")
_RATIO = re.compile(
    r"比(?:例|值|率)?(?:[由从](?:[^，。；\d]{0,8})|约|为|达到?|是|[:：]|(?:提高|上升|扩大|缩小|下降|降低|优化|调整|升|降)[到至为]?){0,4}$"
)
_HEAD_UNITS = {"人次": "人次", "人数": "人", "人口": "人", "户数": "户", "用户": "", "粉丝": ""}
_FIGURES = "零一二三四五六七八九"
# 分别为67、9、31: nothing but the row's numbers behind the word that tells them apart.
_ROW = re.compile(r"分别[^，。；\d]{0,12}(?:\d+(?:\.\d+)?[万亿]*(?:、|和|与|及|以及))*$")


class Quantity(NamedTuple):
    """A number with its unit at ``[start, end)`` of a sentence.

    ``reach_start`` and ``reach_end`` take in the words that say how exact it is (不少于10项, 10项以上): the words
    beyond them name the quantity. ``stated`` is the number as read.
    """

    start: int
    end: int
    reach_start: int
    reach_end: int
    value: Number | tuple[Number, Number]
    unit: str
    family: Family
    bound: Bound | None
    stated: Numeral


def find_quantities(text: str) -> list[Quantity]:
    """The quantities of a sentence in simplified characters, in order, none overlapping."""
    plain = normal_width(text)
    numerals = _with_halves(find_numerals(plain), plain)
    candidates = [quantity for numeral in numerals if (quantity := _quantity(numeral, plain))]
    if not candidates:
        return []
    traps, quotes = trap_stretches(plain), quotations(plain)
    found: list[Quantity] = []
    for quantity in candidates:
        if (found and quantity.start < found[-1].end) or not _is_meant(quantity, plain, traps, quotes):
            continue
        joint = _with_range(found[-1], quantity, plain) if found else None
        found[-1:] = [joint] if joint else [*found[-1:], quantity]
    return sorted([*found, *_with_shared_unit(numerals, found, plain)], key=lambda quantity: quantity.start)


def _is_meant(
    quantity: Quantity, plain: str, traps: Sequence[Stretch], quotes: Sequence[tuple[int, int, bool]]
) -> bool:
    """Whether a number with a unit states an amount: it stands in no trap and no slogan, and its neighbours allow
    it."""
    ratio = not quantity.unit and _TO_ONE.match(plain, quantity.stated.end) is not None
    if (not ratio and _overlaps(traps, quantity.stated)) or _in_slogan(quantity, quotes):
        return False
    bounded = quantity.bound is not None
    return states_amount(plain, quantity.stated, quantity.end, quantity.unit, quantity.family, bounded)


def _overlaps(stretches: Sequence[Stretch], numeral: Numeral) -> bool:
    return any(start < numeral.end and numeral.start < end for start, end in stretches)


def _in_slogan(quantity: Quantity, quotes: Sequence[tuple[int, int, bool]]) -> bool:
    """Whether it stands in a quoted name: any number of a short one, a small Chinese count of a longer one."""
    stated = quantity.stated
    small = stated.han and quantity.family == "count" and stated.high <= 10 and not stated.loose
    return any(start < quantity.start and quantity.end <= end and (short or small) for start, end, short in quotes)


def _with_halves(numerals: Sequence[Numeral], plain: str) -> list[Numeral]:
    """The numbers of a text with the halves before units of time (半年) and 一半, in order."""
    if "半" not in plain:
        return list(numerals)
    halves = [
        Numeral(match.start(), match.start() + 1, _HALF, _HALF, han=True)
        for match in _HALF_UNIT.finditer(plain)
        if not plain[: match.start()].endswith(_NOT_HALF)
        and not any(other.start <= match.start() <= other.end for other in numerals)
    ]
    halves += [
        Numeral(match.start(), match.end(), _HALF, _HALF, kind="fraction", han=True)
        for match in _ONE_HALF.finditer(plain)
    ]
    starts = {half.start for half in halves}
    return sorted([*(n for n in numerals if n.start not in starts), *halves], key=lambda numeral: numeral.start)


def _quantity(numeral: Numeral, plain: str) -> Quantity | None:
    """The number with its unit; None where there is none that could be meant."""
    if numeral.positional:
        return None
    if numeral.kind != "plain":
        return _share(numeral, plain)
    return _tenths(numeral, plain) or _with_unit(numeral, plain) or _without_unit(numeral, plain)


def _share(numeral: Numeral, plain: str) -> Quantity:
    """A fraction (三分之二) or a percentage in words (百分之十二点五), which need no unit behind them."""
    unit = {"percent": "%", "permille": "‰", "permyriad": "‱"}.get(numeral.kind, "")
    end = numeral.end + (plain[numeral.end : numeral.end + 1] == "%")
    return _make(numeral, plain, end, unit)


def _tenths(numeral: Numeral, plain: str) -> Quantity | None:
    """三成 and 七成五 as percentages."""
    match = _TENTHS.match(plain, numeral.end) if plain.startswith("成", numeral.end) else None
    if not match or not 0 < numeral.high <= 10:
        return None
    extra = Decimal(0)
    if match["half"]:
        extra = _HALF if match["half"] == "半" else Decimal(_FIGURES.index(match["half"])) / 10
    scaled = numeral._replace(
        low=(numeral.low + extra) * 10, high=(numeral.high + extra) * 10, loose=match["more"] or ""
    )
    return _make(scaled, plain, match.end(), "%")


def _with_unit(numeral: Numeral, plain: str) -> Quantity | None:
    """The number with a unit right behind it, halves and odd money added: 两个半小时, 一年半, 八元五角."""
    if timed := _with_time(numeral, plain):
        return timed
    gap = _GAP.match(plain, numeral.end) if plain[numeral.end : numeral.end + 1] in _MAY_GAP else None
    match = unit_at(plain, gap.end() if gap else numeral.end)
    if match is None:
        return None
    if gap and gap["mid"] and not numeral.loose:
        numeral = numeral._replace(loose=gap["mid"])
    end = match.end("per") if match["per"] else match.end("unit")
    if match["unit"] in _HALVED and _AND_HALF.match(plain, end):
        return _make(_plus(numeral, _HALF), plain, end + 1, match["unit"])
    if match["unit"] == "元" and (small := _SMALL_MONEY.match(plain, end)):
        return _make(_plus(numeral, _small_money(small)), plain, small.end(), "元")
    return _make(numeral, plain, end, match["unit"] + (match["per"] or ""))


def _with_time(numeral: Numeral, plain: str) -> Quantity | None:
    """The number with a unit of time of two parts: 4分36秒 in seconds, 两个半小时."""
    sign = plain[numeral.end : numeral.end + 1]
    if sign == "分" and (clock := _MINUTES.match(plain, numeral.end)):
        whole = numeral._replace(low=numeral.low * 60, high=numeral.high * 60)
        return _make(_plus(whole, Decimal(clock["seconds"])), plain, clock.end(), "秒")
    if sign != "个" or not (long := _LONG.match(plain, numeral.end)):
        return None
    inexact = _plus(numeral, _HALF) if plain[numeral.end + 1] == "半" else numeral._replace(loose="多")
    return _make(inexact, plain, long.end(), "个" + long["unit"])


def _without_unit(numeral: Numeral, plain: str) -> Quantity | None:
    """A number of persons without a measure word, the value of an index, a ratio to one, or a number whose unit its
    name holds."""
    whole = numeral.high == numeral.high.to_integral_value()  # 3:1 is a way of dividing
    if (
        not whole
        and (ratio := _TO_ONE.match(plain, numeral.end))
        and _RATIO.search(plain, max(0, numeral.start - 24), numeral.start)
    ):
        return _make(numeral, plain, ratio.end(), "")
    if numeral.han:
        return _bare_money(numeral, plain)
    persons = _PERSONS.match(plain, numeral.end)
    if persons and numeral.low >= 100:
        return _make(numeral, plain, numeral.end, "户" if persons[0].endswith("户") else "人")
    head = plain[max(0, numeral.start - 24) : numeral.start]
    if not numeral.scale:
        return _make(numeral, plain, numeral.end, "") if _INDEX.search(head) else None
    named = _UNIT_IN_NAME.search(head)
    if named and _CLOSED.match(plain, numeral.end):
        unit = "" if named["head"].endswith("量") else _HEAD_UNITS.get(named["head"], "元")
        return _make(numeral, plain, numeral.end, unit)
    return None


def _bare_money(numeral: Numeral, plain: str) -> Quantity | None:
    """百亿 behind the name of an amount of money (年交易额突破百亿); None for any other number in characters."""
    if not numeral.bare or plain[numeral.end - 1] != "亿" or not _CLOSED.match(plain, numeral.end):
        return None
    named = _UNIT_IN_NAME.search(plain, max(0, numeral.start - 24), numeral.start)
    is_money = named is not None and named["head"] not in _HEAD_UNITS and not named["head"].endswith("量")
    return _make(numeral, plain, numeral.end, "元") if is_money else None


def _plus(numeral: Numeral, extra: Decimal) -> Numeral:
    return numeral._replace(low=numeral.low + extra, high=numeral.high + extra)


def _small_money(match: re.Match[str]) -> Decimal:
    """角 and 分 in 元."""
    jiao, fen = (
        Decimal(_FIGURES.index(part) if part in _FIGURES else part) if part else Decimal(0) for part in match.groups()
    )
    return jiao / 10 + fen / 100


def _make(numeral: Numeral, plain: str, end: int, raw_unit: str) -> Quantity:
    """The quantity with its bound words; the scale goes with the unit of money and measures, into the number of
    counts."""
    family = family_of(raw_unit) if raw_unit else "share"
    unit = canonical(raw_unit)
    low, high = numeral.low, numeral.high
    if numeral.scale and family in ("money", "measure"):
        low, high = low / SCALES[numeral.scale], high / SCALES[numeral.scale]
        unit = numeral.scale + unit
    inner: Bound | None = ("about" if numeral.loose == "来" else "over") if numeral.loose else None
    reach_start, before = bound_before(plain, numeral.start, numeral.bare)
    reach_end, after = bound_after(plain, end)
    return Quantity(
        start=numeral.start,
        end=end,
        reach_start=reach_start,
        reach_end=reach_end,
        value=(number(low), number(high)) if low != high else number(low),
        unit=unit,
        family=family,
        bound=after or before or inner,
        stated=numeral,
    )


def _with_shared_unit(numerals: Sequence[Numeral], found: Sequence[Quantity], plain: str) -> list[Quantity]:
    """The numbers of a row that 分别 tells apart and whose unit stands behind the last: 分别上升1.2和1.4个百分点."""
    if "分别" not in plain:
        return []
    known = {quantity.start: quantity for quantity in found}
    shared = []
    for first, second in reversed(list(pairwise(numerals))):
        last = known.get(second.start)
        if last is None or last.family == "time" or first.start in known or first.han != second.han:
            continue
        told = _ROW.search(plain, max(0, first.start - 48), first.start)
        if told and plain[first.end : second.start] in ("和", "、", "与", "及", "以及"):
            factor = SCALES[last.stated.scale] if not first.scale else Decimal(1)
            scale = first.scale or last.stated.scale
            scaled = first._replace(low=first.low * factor, high=first.high * factor, scale=scale)
            known[first.start] = _make(scaled, plain, first.end, last.unit.lstrip("万亿"))
            shared.append(known[first.start])
    return shared


def _with_range(first: Quantity, second: Quantity, plain: str) -> Quantity | None:
    """3200元至3500元 and 60%—70% as one range; 由3家到5家 stays two values unless 不等 or 之间 says otherwise."""
    if first.unit != second.unit and not first.family == second.family == "money":
        return None
    joint = joined_range(first.stated, second.stated)
    if joint is None or not _RANGE_BETWEEN.fullmatch(plain, first.end, second.start):
        return None
    if re.search(r"[由从]$", plain[: first.start]) and not re.match(r"不等|之间|左右|区间", plain[second.end :]):
        return None
    return _make(joint, plain, second.end, second.unit.lstrip("万亿"))
