"""Comparison and conflicts of very many documents, in one pass over them."""

from __future__ import annotations

from collections.abc import Iterable

from reporter.extract.compare import Comparing
from reporter.extract.conflicts import Clashing
from reporter.extract.lexicon import Lexicon
from reporter.extract.statements import statements
from reporter.model.briefing import Comparison, Conflict
from reporter.model.document import Analysis


def compared(analyses: Iterable[Analysis], lexicon: Lexicon | None = None) -> tuple[Comparison, tuple[Conflict, ...]]:
    """What ``compare`` and ``conflicts`` give of the same documents."""
    words = lexicon or Lexicon()
    comparing, clashing = Comparing(words), Clashing(words)
    for analysis in analyses:
        stated = tuple(statements(analysis))
        comparing.add(analysis.document.id, stated)
        clashing.add(stated)
    return comparing.comparison(), clashing.conflicts()
