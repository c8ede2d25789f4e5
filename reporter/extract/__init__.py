"""Document → figures and tables; all documents → comparison and conflicts."""

from __future__ import annotations

from dataclasses import dataclass

from reporter.extract.compare import compare
from reporter.extract.conflicts import conflicts
from reporter.extract.indicators import indicators
from reporter.extract.tables import tables
from reporter.extract.totals import total_findings
from reporter.model.document import Document, Indicator, Table
from reporter.model.text import Finding

__all__ = ["Extraction", "compare", "conflicts", "extract"]


@dataclass(frozen=True, slots=True)
class Extraction:
    """What one document counts: its indicators and tables in reading order, and what is doubtful about them."""

    indicators: tuple[Indicator, ...] = ()
    tables: tuple[Table, ...] = ()
    findings: tuple[Finding, ...] = ()


def extract(document: Document) -> Extraction:
    """The figures and tables of a document; both empty for one without any."""
    found = indicators(document)
    listed = tables(document, found)
    return Extraction(found, listed, tuple(total_findings(listed)))
