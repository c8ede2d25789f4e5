"""The axis of a chart: from values to pixels, and which numbers stand at it.

Ticks are multiples of 1, 2 or 5 times a power of ten (Heckbert, Nice Numbers for Graph Labels, Graphics Gems, 1990): of
these steps the one nearest in proportion to the stretch that is to be divided.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

_MINUS = "\N{MINUS SIGN}"
# What a step of 1 is nearer to than one of 2, and so on: the geometric means of neighbours.
_NEAREST = ((math.sqrt(50), 10), (math.sqrt(10), 5), (math.sqrt(2), 2), (0.0, 1))
_SHORTEST, _LONGEST = 1e-300, 1e300


@dataclass(frozen=True, slots=True)
class Scale:
    """A line from the pixel ``left`` for the value ``low`` to ``right`` for ``high``, which is greater."""

    low: float
    high: float
    left: float
    right: float

    def at(self, value: float) -> float:
        """The pixel of a value."""
        share = (value - self.low) / (self.high - self.low)
        return self.left * (1 - share) + self.right * share


@dataclass(frozen=True, slots=True)
class Tick:
    """A value with its words."""

    value: float
    words: str


def ticks(scale: Scale, count: int) -> tuple[Tick, ...]:
    """About so many round numbers of a scale (one or more), in order, with as many digits behind the point as all of
    them need; the ends alone where it is nearly as long or as short as a number can say."""
    if not _SHORTEST < scale.high - scale.low < _LONGEST:
        return tuple(Tick(value, _words(value, 0)) for value in (scale.low, scale.high))
    step, digits = _step((scale.high - scale.low) / count)
    values = [float(step * at) for at in _multiples(scale, step)]
    if not values and count < 2:
        return ticks(scale, count * 2)
    return tuple(Tick(value, _words(value, digits)) for value in values)


def _step(ideal: float) -> tuple[Fraction, int]:
    """The round step nearest to this one, and how many digits behind the point it has."""
    power = math.floor(math.log10(ideal))
    share = Fraction(ideal) / Fraction(10) ** power
    factor = next(factor for least, factor in _NEAREST if share >= least)
    if factor == 10:
        power, factor = power + 1, 1
    return factor * Fraction(10) ** power, max(0, -power)


def _multiples(scale: Scale, step: Fraction) -> Iterator[int]:
    """Which multiples of the step are on the scale; an end that is one but for the last digit of its number counts."""
    first, last = round(Fraction(scale.low) / step), round(Fraction(scale.high) / step)
    first += float(first * step) < scale.low
    last -= float(last * step) > scale.high
    return iter(range(first, last + 1))


def _words(value: float, digits: int) -> str:
    return f"{value:,.{digits}f}".replace("-", _MINUS)
