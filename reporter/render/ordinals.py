"""The numbers of listed sentences, in a form that never joins a number of the sentence's own."""

from __future__ import annotations

from collections.abc import Sequence


def ordinals(texts: Sequence[str]) -> list[str]:
    """The numbers of sentences from 1: ``1.`` …, or ``（1）`` … for all of them where any sentence begins with a digit.

    A sentence that its source lists as “3. …”, or that begins with a year, would read as 9.3 or 9.2023 behind “9.”.
    """
    apart = any(begins_with_digit(text) for text in texts)
    return [f"（{at}）" if apart else f"{at}." for at in range(1, len(texts) + 1)]


def begins_with_digit(text: str) -> bool:
    """Whether the first character that is no space is a digit of any width."""
    return text.lstrip()[:1].isdecimal()
