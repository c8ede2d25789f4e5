"""Rates that go with as many figures before them without a 分别 of their own.

…分别达到38216元和19870元，增长4.5%和6.8%: the first rate is the first figure's, the second the second's. Where the
counts differ, the text does not say which belongs to which, and no figure carries a change.
"""

from __future__ import annotations

from collections.abc import Sequence

from reporter.extract.elsewhere import Named
from reporter.extract.leftward import EMPTY, Phrase
from reporter.extract.rightward import NOTHING
from reporter.extract.surroundings import BORDER, row_from


def with_pairs(text: str, found: Sequence[Named]) -> list[Named]:
    """The figures of a sentence, in order, with rows of rates put to the rows of figures that they belong to.

    Args:
        text: the sentence in simplified characters.
        found: its figures with their names.
    """
    done = list(found)
    quantities = [item.quantity for item in found]
    for index, item in enumerate(found):
        if item.change is None or item.base is None or item.change.own_name or "分别" in item.left:
            continue
        count = row_from(text, quantities, index)
        rates = [index + step for step in range(count) if _goes_on(found[index + step], item, first=step == 0)]
        if count > 1 and len(rates) == count:
            bases = _row_up_to(text, found, item.base)
            paired = bases if len(bases) == count else [None] * count
            for at, base in zip(rates, paired, strict=True):
                done[at] = _rate(found, at, item, base)
    return done


def _goes_on(rate: Named, head: Named, *, first: bool) -> bool:
    """Whether a figure is a bare one of the row that a change begins: of its unit and with no verb of its own."""
    bare = rate.change is None and not rate.right.core
    return rate.quantity.unit == head.quantity.unit and (first or bare)


def _row_up_to(text: str, found: Sequence[Named], last: int) -> list[int]:
    """The indices of the figures of one kind that are joined by 、 or 和 up to this one, their names between."""
    row = [last]
    while row[0] and not found[row[0] - 1].change:
        earlier, later = found[row[0] - 1].quantity, found[row[0]].quantity
        between = text[earlier.reach_end : later.reach_start]
        joined = between.lstrip().startswith(("、", "和", "与", "及", "以及")) and not BORDER.search(between)
        if not joined or earlier.unit != later.unit:
            break
        row.insert(0, row[0] - 1)
    return row


def _rate(found: Sequence[Named], at: int, head: Named, base: int | None) -> Named:
    """A rate of a row, as the change of the figure at ``base``, or of none."""
    words = head.change
    if words is None:
        return found[at]
    stem = found[base].name if base is not None else ""
    phrase: Phrase = words.name(stem, head.quantity.unit) if stem or words.verb else EMPTY
    return found[at]._replace(phrase=phrase, right=NOTHING, change=words, base=base, stem=stem)
