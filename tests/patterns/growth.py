"""How a pattern's work grows with its text: process time, ratios only, measured again before anything is said."""

from __future__ import annotations

import re
import signal
import time
from collections import deque
from collections.abc import Callable, Sequence
from types import FrameType

from tests.patterns.attacks import Attack, attacks
from tests.patterns.collecting import SCANNING, Found

# Four small texts and one large one of the same kind hold as many characters: work that keeps to the line costs the
# same, work that grows with the square four times as much.
SMALL, LARGE = 2_000, 8_000
RATIO = 2.3
# Below so many seconds (a few ticks of the clock of processor time) the large text can't have cost its square: a step
# of the matcher takes some tenths of a nanosecond at the very least.
CHEAP = 0.012
# What a short text may cost in processor seconds before the pattern is called exponential.
SHORT, GUARD = 400, 2.0


Timed = Callable[[Attack, int, int, int], float]


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
) -> float:
    """Processor seconds of the quickest of some rounds, in each of which the work is done so many times; infinite where
    the guard stopped it."""
    best = float("inf")
    before = signal.signal(signal.SIGVTALRM, _stop)
    try:
        for _ in range(rounds):
            signal.setitimer(signal.ITIMER_VIRTUAL, GUARD)
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

    def timed(attack: Attack, size: int, times: int = 1, rounds: int = 1) -> float:
        return seconds(pattern, found.methods, attack.text(size, pattern.pattern), times, rounds)

    for attack in attacks(pattern):
        if timed(attack, SHORT) == float("inf"):
            return f"exponential: {attack}"
        if timed(attack, LARGE) < CHEAP:
            continue
        if all(grows(timed, attack, size) for size in (SMALL, LARGE)):
            return f"grows faster than its text from {SMALL} characters to {LARGE} and from there on: {attack}"
    return None


def grows(timed: Timed, attack: Attack, size: int) -> bool:
    """Whether a text of four times the size costs far more than four texts of the size: the matcher's clock is too
    coarse for one pair of sizes alone to be believed, and bounded repeats reach their bound."""
    least, most = timed(attack, size, 4, 3), timed(attack, 4 * size, 1, 3)
    return most > CHEAP * size / SMALL and most > RATIO * least
