"""What a chart shows, before it is drawn: bars from zero, or stretches of time, a row each.

All words are as printed; every ``href`` is final for its page, an empty one means that there is nothing to link to.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Kind = Literal["comparison", "growth", "timeline"]


@dataclass(frozen=True, slots=True)
class Label:
    """The words at the left of a row: ``mark`` is the document's (〔3〕), ``text`` what the row is."""

    mark: str
    text: str
    lang: str
    href: str = ""

    @property
    def whole(self) -> str:
        """The label as read aloud."""
        return f"{self.mark}{self.text}"


@dataclass(frozen=True, slots=True)
class Bar:
    """A quantity: a bar from zero to ``low`` and on, paler, to ``high`` (the same but for a range; with its sign).
    ``words`` are the quantity as its document has it; ``exact`` is false where that states a bound or about how much;
    ``told`` says the whole in words, for a pointer and for who hears the page."""

    label: Label
    low: float
    high: float
    words: str
    lang: str
    exact: bool
    told: str
    href: str = ""

    @property
    def end(self) -> float:
        """The end that is farther from zero."""
        return max(self.low, self.high, key=abs)


@dataclass(frozen=True, slots=True)
class BarChart:
    """Bars on one scale, all in one unit."""

    bars: tuple[Bar, ...]


@dataclass(frozen=True, slots=True)
class Stretch:
    """A point in time, as exact as it is stated: from ``start`` to ``end`` in years (2017.5 is the middle of 2017), in
    the row of that number. ``ahead`` says that it was still to come."""

    row: int
    start: float
    end: float
    ahead: bool
    told: str
    href: str = ""


@dataclass(frozen=True, slots=True)
class TimeChart:
    """Points in time, a row a document."""

    rows: tuple[Label, ...]
    stretches: tuple[Stretch, ...]


Chart = BarChart | TimeChart


@dataclass(frozen=True, slots=True)
class Titled:
    """A chart with the words around it: ``title`` in the language ``lang``, ``unit`` beside it (may be empty), and
    ``notes`` on what is marked or not drawn."""

    kind: Kind
    title: str
    lang: str
    unit: str
    chart: Chart
    notes: tuple[str, ...] = ()
