"""How the rooms behind the pipeline say how far they are; who shows it, and how, is not their business."""

from __future__ import annotations

from typing import Protocol


class Progress(Protocol):
    """Told of every step: ``progress("analyse", 20, 100, kept=12)``.

    ``stage`` names the work, ``done`` of ``total`` steps of it are done; ``kept`` of these took no work, because an
    earlier build had done it.
    """

    def __call__(self, stage: str, done: int, total: int, kept: int = 0) -> None:
        """Take note."""


def silent(stage: str, done: int, total: int, kept: int = 0) -> None:
    """The progress of whoever does not want to see any."""
