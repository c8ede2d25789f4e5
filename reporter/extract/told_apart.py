"""Rows that 分别 tells apart (城乡低保标准分别提高到600元和430元): each figure with the name that is its."""

from __future__ import annotations

import re
from collections.abc import Sequence

from reporter.extract.changes import change_words
from reporter.extract.conjuncts import conjuncts
from reporter.extract.elsewhere import Named
from reporter.extract.leftward import Phrase, before
from reporter.extract.quantities import Quantity
from reporter.extract.rightward import NOTHING
from reporter.extract.surroundings import Surroundings
from reporter.extract.tokens import strip_links

_JOINED = re.compile(r"[、和与及][^，。；]*$")


def told_apart(text: str, row: Sequence[Quantity], around: Surroundings, found: Sequence[Named]) -> list[Named]:
    """A row that 分别 tells apart: its names are the conjuncts before it, or those of as many figures before."""
    change = change_words(around.left, row[0])
    stem = change.subject if change else around.left[: around.left.rfind("分别")]
    stem = re.sub(r"(?:同比|环比|[比较]上年(?:同期)?|均)$", "", stem)
    names = _industries(stem, len(row)) or conjuncts(stem, len(row)) or _town_and_country(stem, len(row))
    bases: list[int | None] = [None] * len(row)
    levels = [index for index, other in enumerate(found) if not other.change]
    if not names and len(levels) >= len(row) and not before(stem).core:
        bases = list(_side_by_side(text, found, levels, len(row)))
        names = [found[index].phrase for index in bases if index is not None]
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


def _side_by_side(text: str, found: Sequence[Named], levels: Sequence[int], count: int) -> Sequence[int]:
    """The indices of the figures that so many changes belong to, one each: of more figures joined by 、 the first ones,
    the rest have changes of their own behind the row (分别增长4.2%、7.9%，下降1.3%)."""
    run = 1
    while run < len(levels) and levels[-run - 1] == levels[-run] - 1:
        earlier, later = found[levels[-run - 1]].quantity, found[levels[-run]].quantity
        if not _JOINED.match(text[earlier.reach_end : later.reach_start]) or earlier.family != later.family:
            break
        run += 1
    return levels[-run:][:count] if run > count > 1 else levels[-count:]


def _industries(stem: str, count: int) -> list[Phrase]:
    """三次产业增加值占比分别为 as those of the first, second and third; empty for any other row."""
    match = re.search(r"(?:三次|一、?二、?三|第一、第二、第三)产业", stem)
    if count != 3 or not match:
        return []
    rest = strip_links(stem[match.end() :]).removeprefix("的")
    rest = re.sub(r"占[^，]{2,10}?的?(?:比重|比例)$", "占比", rest)
    return [Phrase(f"第{number}产业{rest}") for number in "一二三"]


def _town_and_country(stem: str, count: int) -> list[Phrase]:
    """城乡低保标准分别 as 城市低保标准 and 农村低保标准; empty for any other row."""
    core = before(stem).core
    if count != 2 or not core.startswith("城乡"):
        return []
    return [Phrase(part + core.removeprefix("城乡")) for part in ("城市", "农村")]
