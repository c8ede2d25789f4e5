"""Names that a 未 or 没有 before them turns into their opposite: 连续9年未发生安全事故 counts no accidents."""

from __future__ import annotations

from collections.abc import Sequence

from reporter.extract.cues import words
from reporter.extract.elsewhere import Named
from reporter.extract.leftward import Phrase
from reporter.extract.surroundings import BORDER
from reporter.extract.tokens import tokens_of

_NEGATIONS = words("未 没有 没 无 尚未 从未 未曾 未再 未能 均未 仍未 并未 不再")
# So far back a word of negation is looked for; the longest has two characters.
_REACH = 6


def with_negations(text: str, found: Sequence[Named]) -> list[Named]:
    """The figures of a sentence, in order, each name with the negation that its clause puts right before it; ``text``
    is the sentence in simplified characters."""
    if not any(word in text for word in ("未", "没", "无", "不再")):
        return list(found)
    return [_negated(text, item) for item in found]


def _negated(text: str, item: Named) -> Named:
    name = item.name
    start = _place(text, item)
    if start <= 0 or item.change:
        return item
    ahead = tokens_of(text[max(0, start - _REACH) : start])
    word = ahead[-1][0] if ahead else ""
    return item._replace(phrase=Phrase(word + name)) if word in _NEGATIONS else item


def _place(text: str, item: Named) -> int:
    """Where a figure's name stands in its own clause: before it, else behind it; -1 where it does not."""
    name, quantity = item.name, item.quantity
    if len(name) < 2:
        return -1
    before = text.rfind(name, 0, quantity.reach_start)
    if before >= 0 and not BORDER.search(text, before, quantity.reach_start):
        return before
    behind = text.find(name, quantity.reach_end)
    return behind if behind >= 0 and not BORDER.search(text, quantity.reach_end, behind) else -1
