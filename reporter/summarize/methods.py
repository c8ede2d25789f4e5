"""The registry of methods: a name and how it scores the sentences of a document."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from importlib import import_module
from typing import Protocol

from reporter.config import nearest_name
from reporter.model import Document
from reporter.summarize.context import Context


class Method(Protocol):
    """Scores for all sentences of a document, in its order: higher is better, about 1 for a good sentence."""

    def __call__(self, document: Document, context: Context, /) -> Sequence[float]:
        """The scores; none for a document without sentences."""
        ...


def _late(module: str, name: str) -> Method:
    """A method whose module is imported when it is first used."""

    def score(document: Document, context: Context) -> Sequence[float]:
        function: Callable[[Document, Context], Sequence[float]] = getattr(import_module(module), name)
        return function(document, context)

    return score


METHODS: dict[str, Method] = {
    "default": _late("reporter.summarize.default", "default"),
    "lead": _late("reporter.summarize.lead", "lead"),
    "centroid": _late("reporter.summarize.centroid", "centroid"),
    "lexrank": _late("reporter.summarize.lexrank", "lexrank"),
    "textrank": _late("reporter.summarize.textrank", "textrank"),
    "textrank4zh": _late("reporter.summarize.textrank4zh_adapter", "textrank4zh"),
}


def method(name: str) -> Method:
    """The method of that name.

    Raises:
        ConfigurationError: there is none; the message lists the known names.
    """
    if name not in METHODS:
        raise nearest_name(name, sorted(METHODS), "method")
    return METHODS[name]
