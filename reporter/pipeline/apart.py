"""The analysis of a long text, in a process of its own: it takes minutes and gigabytes where texts of the usual length
take a moment, and what it costs grows with what strangers wrote.

In: the text of a file as it was read. Out: what is made of it, or the reason why nothing is. Why a process, and only
for long texts: docs/decisions/0009-isolation.md.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from reporter.errors import ReadError
from reporter.model import RawText, Saying
from reporter.processes import Costs, DiedError, called_apart

Made = TypeVar("Made")

# Texts above so many characters are long: the analysis of shorter ones takes a quarter of a minute at most, whatever
# they hold, and starting a process two seconds.
LONG = 200_000
COSTS = Costs(600, 4096)


def is_long(raw: RawText) -> bool:
    """Whether a text is worked on in a process of its own."""
    return len(raw.ledger.source) > LONG


def made_apart(make: Callable[..., Made], costs: Costs, *given: object) -> Made:
    """What a function of this program makes of a long text, in a process that may cost so much.

    Args:
        make: one that its module knows by name.
        given: its arguments, the text among them.

    Raises:
        ReadError: it takes too much time or memory (``read-timeout``, ``read-memory``), or ends its process
            (``read-crashed``).
    """
    try:
        return called_apart(make, given, costs)
    except DiedError as death:
        raise _cost(death, costs) from death


def _cost(death: DiedError, costs: Costs) -> ReadError:
    """The error that a dead process is for its text."""
    if death.kind == "timeout":
        return _TIMEOUT.error(seconds=costs.seconds)
    if death.kind == "memory":
        return _MEMORY.error(limit=costs.memory_mb)
    return _CRASHED.error(reason=death.reason)


_TIMEOUT = Saying(
    "read-timeout.analysis",
    "warning",
    "its analysis takes longer than the limit of {seconds} seconds allows",
    "split it, or raise analysis_seconds under [limits]",
)
_MEMORY = Saying(
    "read-memory.analysis",
    "warning",
    "its analysis takes more memory than the limit of {limit} MB allows",
    "split it, or raise work_memory_mb under [limits]",
)
_CRASHED = Saying(
    "read-crashed.analysis",
    "warning",
    "ends the process that analyses it: {reason}",
    "split it, or open it in its own program and save it anew",
)
