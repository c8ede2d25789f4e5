"""How a pattern's work grows with its text, to a million characters: process time, ratios only, measured again before
anything is said."""

from __future__ import annotations

import re
import signal
import time
from collections import deque
from collections.abc import Callable, Sequence
from heapq import nlargest
from types import FrameType

from tests.patterns.attacks import Attack, attacks
from tests.patterns.collecting import SCANNING, Found

# The longest text that is tried, and the part of it that it is held against: work that keeps to the line costs the
# whole as much as so many parts.
WHOLE, TIMES = 1_000_000, 32
PART = WHOLE // TIMES
# So many times what the parts cost the whole may cost: the caches of a processor hold a part and not the whole.
SLACK = 4
# Below so many seconds the whole can't have cost its square, which is 10¹² steps: a step of the matcher takes some
# hundredths of a nanosecond at the very least.
CHEAP_WHOLE = 0.1
# A part is tried with so many attacks, those that cost most for a large text; the whole with the worst of them.
WORST = 3
# Four small texts and one large one of the same kind hold as many characters: work that keeps to the line costs the
# same, work that grows with the square four times as much. What grows so already is not tried on the whole.
SMALL, LARGE = 2_000, 8_000
RATIO = 2.3
# Below so many seconds (a few ticks of the clock of processor time) the large text can't have cost its square.
CHEAP = 0.012
# What a short text may cost in processor seconds before the pattern is called exponential.
SHORT, GUARD = 400, 2.0


Timed = Callable[..., float]


class TooLongError(Exception):
    """The matcher was stopped."""


def _stop(number: int, frame: FrameType | None) -> None:
    raise TooLongError


def work(pattern: re.Pattern[str] | re.Pattern[bytes], methods: Sequence[str], text: str | bytes) -> None:
    """Apply the pattern as the program does."""
    if SCANNING.intersection(methods):
        deque(pattern.finditer(text), 0)  # type: ignore[arg-type]
    if "match" in methods:
        pattern.match(text)  # type: ignore[arg-type]
    if "fullmatch" in methods:
        pattern.fullmatch(text)  # type: ignore[arg-type]


def seconds(
    pattern: re.Pattern[str] | re.Pattern[bytes],
    methods: Sequence[str],
    text: str | bytes,
    times: int = 1,
    rounds: int = 1,
    guard: float = GUARD,
) -> float:
    """Processor seconds of the quickest of some rounds, in each of which the work is done so many times; infinite where
    a round took longer than the guard for each time, which stops it."""
    best = float("inf")
    before = signal.signal(signal.SIGVTALRM, _stop)
    try:
        for _ in range(rounds):
            signal.setitimer(signal.ITIMER_VIRTUAL, guard * times)
            start = time.process_time()
            for _ in range(times):
                work(pattern, methods, text)
            best = min(best, time.process_time() - start)
            signal.setitimer(signal.ITIMER_VIRTUAL, 0)
    except TooLongError:
        return float("inf")
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, before)
    return best


def offence(found: Found) -> str | None:
    """What is wrong with a pattern, with the text that shows it; None for one that keeps to the line."""
    pattern = found.compiled()

    def timed(attack: Attack, size: int, times: int = 1, rounds: int = 1, guard: float = GUARD) -> float:
        return seconds(pattern, found.methods, attack.text(size, pattern.pattern), times, rounds, guard)

    spent: dict[Attack, float] = {}
    for attack in attacks(pattern):
        if timed(attack, SHORT) == float("inf"):
            return f"exponential: {attack}"
        spent[attack] = timed(attack, LARGE)
        if spent[attack] == float("inf"):
            return f"takes more than {GUARD:.0f} s for {LARGE} characters: {attack}"
        if spent[attack] >= CHEAP and all(grows(timed, attack, size) for size in (SMALL, LARGE)):
            return f"grows faster than its text from {SMALL} characters to {LARGE} and from there on: {attack}"
    parts = {
        attack: timed(attack, PART, guard=2 * GUARD * PART / LARGE)
        for attack in nlargest(WORST, spent, key=lambda attack: spent[attack])
    }
    worst = max(parts, key=lambda attack: parts[attack], default=None)
    if worst and parts[worst] == float("inf"):
        return f"costs more for {PART} characters than twice the limit for {LARGE}: {worst}"
    if worst and outgrows(timed, worst, parts[worst]):
        return f"costs more for {WHOLE} characters than {SLACK} times {TIMES} texts of {PART}: {worst}"
    return None


def grows(timed: Timed, attack: Attack, size: int) -> bool:
    """Whether a text of four times the size costs far more than four texts of the size: the matcher's clock is too
    coarse for one pair of sizes alone to be believed, and bounded repeats reach their bound."""
    least, most = timed(attack, size, 4, 3), timed(attack, 4 * size, 1, 3)
    return most > CHEAP * size / SMALL and most > RATIO * least


def outgrows(timed: Timed, attack: Attack, spent: float) -> bool:
    """Whether the whole costs more than its parts and the slack; ``spent`` is what one part took once. The whole is
    stopped soon after, so that one that costs its square does not hold up everything."""
    allowed = max(CHEAP_WHOLE, SLACK * TIMES * spent)
    if timed(attack, WHOLE, guard=allowed) <= allowed:
        return False
    allowed = max(CHEAP_WHOLE, SLACK * timed(attack, PART, TIMES, 3))
    return timed(attack, WHOLE, 1, 3, allowed) > allowed
