"""Comparison and conflicts of very many documents, in one pass over them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from reporter.extract.compare import Comparing
from reporter.extract.conflicts import Clashing
from reporter.extract.lexicon import Lexicon
from reporter.extract.statements import Statement, statements
from reporter.model.briefing import Comparison, Conflict
from reporter.model.document import Analysis


def compared(analyses: Iterable[Analysis], lexicon: Lexicon | None = None) -> tuple[Comparison, tuple[Conflict, ...]]:
    """What ``compare`` and ``conflicts`` give of the same documents."""
    return compared_of(((analysis.document.id, tuple(statements(analysis))) for analysis in analyses), lexicon)


def compared_of(
    documents: Iterable[tuple[str, Sequence[Statement]]], lexicon: Lexicon | None = None
) -> tuple[Comparison, tuple[Conflict, ...]]:
    """What ``compared`` gives of the documents, by id, that state these figures."""
    words = lexicon or Lexicon()
    comparing, clashing = Comparing(words), Clashing(words)
    for document, stated in documents:
        comparing.add(document, stated)
        clashing.add(stated)
    return comparing.comparison(), clashing.conflicts()
