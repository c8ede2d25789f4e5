"""Document → figures, tables, targets and mentions; all documents → comparison, conflicts, timeline and themes."""

from __future__ import annotations

from dataclasses import dataclass

from reporter.extract.compare import compare
from reporter.extract.compared import compared, compared_of
from reporter.extract.conflicts import conflicts
from reporter.extract.honours import mentions
from reporter.extract.indicators import indicators
from reporter.extract.lexicon import Lexicon
from reporter.extract.statements import Statement, row_of, statement_of, statements
from reporter.extract.tables import tables
from reporter.extract.targets import find_aims, targets
from reporter.extract.themes import ThemeShares, theme_shares, themes, themes_among
from reporter.extract.timeline import Told, timeline, timeline_of, told
from reporter.extract.totals import total_findings
from reporter.model.document import Document, Indicator, Mention, Table, Target
from reporter.model.text import Finding

__all__ = [
    "Extraction",
    "Lexicon",
    "Statement",
    "ThemeShares",
    "Told",
    "compare",
    "compared",
    "compared_of",
    "conflicts",
    "extract",
    "row_of",
    "statement_of",
    "statements",
    "theme_shares",
    "themes",
    "themes_among",
    "timeline",
    "timeline_of",
    "told",
]


@dataclass(frozen=True, slots=True)
class Extraction:
    """What one document counts, sets itself and mentions, in reading order, and what is doubtful about it."""

    indicators: tuple[Indicator, ...] = ()
    tables: tuple[Table, ...] = ()
    findings: tuple[Finding, ...] = ()
    targets: tuple[Target, ...] = ()
    mentions: tuple[Mention, ...] = ()


def extract(document: Document) -> Extraction:
    """The figures, tables, targets and mentions of a document; empty for one without any."""
    stated = indicators(document)
    aims = find_aims(document, stated)
    found = aims.applied(stated)
    listed = tables(document, found)
    goals = targets(document, found, listed, aims)
    return Extraction(found, listed, tuple(total_findings(listed)), goals, mentions(document))
