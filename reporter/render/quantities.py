"""How a stated quantity is printed: in the words of its document, so that what is read stands there.

171.4万人 stays 171.4万人 and 三分之一 stays 三分之一; the data files have the plain number beside it. A unit that
stands only behind the last of several numbers (86、217人) is added, and the word that says how exact the number is.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from reporter.language.script import simplified
from reporter.model import Indicator
from reporter.render.catalogue import Catalogue
from reporter.render.figures import joined_unit

# Words that say how exact a figure is: its bound says the same.
_BEFORE = frozenset(
    "不少于 不低于 不超过 不高于 不足 至少 至多 最多 最高 超过 突破 逾 超 近 将近 接近 约 大约".split()  # noqa: SIM905
)
_BEHIND = frozenset("以上 以下 以内 之内 左右 上下 多 余".split())  # noqa: SIM905
BOUND_WORDS = _BEFORE | _BEHIND
_SCALES = "十百千万亿"
# A number ends the words: its unit is yet to come.
_NUMBER_ENDS = re.compile(rf"[0-9０-９〇零一二三四五六七八九两几半{_SCALES}多余]$")
_SELF_BOUNDED = re.compile(r"[余多几]|^(?:近|约|超|逾)")


@dataclass(frozen=True, slots=True)
class Wording:
    """Where a quantity stands: the text around it as printed, and its place there (half-open)."""

    text: str
    start: int
    end: int

    @property
    def words(self) -> str:
        """The quantity's own words."""
        return self.text[self.start : self.end]

    def with_neighbour(self, word: str, whole: str) -> str:
        """The quantity with a word (in simplified characters) that stands right before or behind it; empty when it does
        not."""
        before, behind = self.text[max(0, self.start - len(word)) : self.start], self.text[self.end :][: len(word)]
        if simplified(before) == word:
            return before + whole
        return whole + behind if simplified(behind) == word else ""


def quantity_words(stated: Wording, indicator: Indicator, strings: Catalogue) -> str:
    """A quantity in its document's words, with its unit and how exact it is; ``strings`` has words for a bound that
    nothing next to the number says."""
    whole = stated.words + missing_unit(stated.words, indicator.unit)
    if indicator.bound is None or _SELF_BOUNDED.search(simplified(stated.words)):
        return whole
    own = indicator.qualifier or ""
    if own not in BOUND_WORDS:
        return strings(f"bound.{indicator.bound}", quantity=whole)
    return stated.with_neighbour(own, whole) or (whole + own if own in _BEHIND else own + whole)


def missing_unit(words: str, unit: str) -> str:
    """What the words lack of their unit: 人 of 86, /吨 of 3元 in 元/吨, nothing where they end with a unit or share."""
    plain = simplified(words)
    if not unit or (unit == "%" and not plain[-1:].isdigit()):
        return ""
    for begun in range(len(unit), 0, -1):
        if plain.endswith(unit[:begun]):
            return unit[begun:]
    rest = unit.lstrip(_SCALES)
    for begun in range(len(rest), 0, -1):
        if plain.endswith(rest[:begun]):
            return rest[begun:]
    return joined_unit(unit) if _NUMBER_ENDS.search(plain) else ""
